import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charteDe, plusProche } from '../../src/build/theme/charte.js';
import { contrast } from '../../src/exhibits/charts/drawing/colour.js';
import { renderPdf } from '../../src/render/pdf/index.js';
import { loadTheme, logoSizes } from '../../src/render/theme.js';
import { loadStudy } from '../../src/study/load.js';
import { sample } from '../render/sample-tree.js';
import { copyStudy } from '../support/cli.js';
import { checkPdf } from '../support/pdfua/index.js';
import { temporaryFolder } from '../support/temporary.js';

/** A picture of one point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

async function lire(yaml: string) {
  const dir = join(await copyStudy('tests/fixtures/base'), 'data');
  await writeFile(join(dir, 'theme.yaml'), yaml);
  await mkdir(join(dir, 'logos'));
  await writeFile(join(dir, 'logos/region.png'), PNG);
  await writeFile(join(dir, 'logos/texte.png'), 'pas une image');
  await writeFile(join(dir, 'logos/lourd.png'), Buffer.concat([PNG, Buffer.alloc(1_000_001)]));
  const loaded = await loadStudy(dir, { cwd: dir });
  return { loaded, ...(await charteDe(loaded, dir)) };
}

describe('the theme of a study', () => {
  it('dresses the documents: what it does not say stays as it was', async () => {
    const { theme, diagnostics, loaded } = await lire(
      [
        'couleurs: { principale: "#23408e", palette: ["#23408e", "#b5500b"] }',
        'police_bureautique: Arial',
        'logos: [{ fichier: logos/region.png, texte_alternatif: Région }]',
      ].join('\n'),
    );
    const base = await loadTheme();
    expect([...loaded.diagnostics.filter(({ gravite }) => gravite === 'erreur'), ...diagnostics]).toEqual([]);
    expect(theme.colours).toMatchObject({ accent: '#23408e', ink: base.colours.ink, muted: base.colours.muted });
    expect(theme.charts).toMatchObject({ accent: '#23408e', series: ['#23408e', '#b5500b'] });
    expect(theme.officeFont).toBe('Arial');
    expect(theme.logos).toMatchObject([{ alt: 'Région', width: 1, height: 1, picture: { mime: 'image/png' } }]);
    expect(JSON.stringify(theme)).not.toContain(base.colours.accent);
    const { bytes } = await renderPdf(sample, theme, { attachments: [], date: '2018-02-15' });
    const file = join(await temporaryFolder(), 'a.pdf');
    await writeFile(file, bytes);
    // Its logo is a figure with its text.
    expect(checkPdf(file).faults).toEqual([]);
  });

  it('tells at its place each colour that is not legible, with the nearest that is, and each logo that cannot be printed', async () => {
    const { diagnostics } = await lire(
      [
        'couleurs:',
        '  principale: "#7fa8ff"',
        '  texte: "#999999"',
        '  palette: ["#23408e", "#ffe08a"]',
        'logos:',
        '  - { fichier: logos/absent.png, texte_alternatif: A }',
        '  - { fichier: ../dehors.png, texte_alternatif: B }',
        '  - { fichier: logos/texte.png, texte_alternatif: C }',
        '  - { fichier: logos/lourd.png, texte_alternatif: D }',
      ].join('\n'),
    );
    expect(diagnostics.map(({ code, chemin, plage }) => `${plage.ligne} ${code} ${chemin}`)).toEqual([
      '2 contraste-insuffisant theme/couleurs/principale',
      '3 contraste-insuffisant theme/couleurs/texte',
      '4 contraste-insuffisant theme/couleurs/palette/2',
      '6 logo-incorrect theme/logos/1/fichier',
      '7 logo-incorrect theme/logos/2/fichier',
      '8 logo-incorrect theme/logos/3/fichier',
      '9 logo-incorrect theme/logos/4/fichier',
    ]);
    const [proche = ''] = /#[0-9a-f]{6}/.exec(diagnostics[2]?.aide ?? '') ?? [];
    expect(contrast(proche, '#ffffff')).toBeGreaterThanOrEqual(3);
  });

  it('refuses what is no colour or no key, as the schema does', async () => {
    const { loaded } = await lire('couleurs: { principal: "#123456", texte: bleu }');
    expect(
      loaded.diagnostics
        .filter(({ gravite }) => gravite === 'erreur')
        .map(({ code }) => code)
        .sort(),
    ).toEqual(['cle-inconnue', 'format-incorrect']);
  });

  it('gives the nearest darker colour, whatever the colour', () => {
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(hex, fc.constantFrom(3, 4.5), (couleur, seuil) => {
        const proche = plusProche(couleur, (one) => contrast(one, '#ffffff') >= seuil);
        expect(contrast(proche, '#ffffff')).toBeGreaterThanOrEqual(seuil);
      }),
      { numRuns: 50 },
    );
  });

  it('sets logos in a row, all as high, however wide', () => {
    const logo = { alt: '' };
    const sizes = logoSizes(
      [
        { ...logo, width: 900, height: 100 },
        { ...logo, width: 100, height: 200 },
      ],
      200,
      42,
      20,
    );
    expect(sizes[0]?.height).toBe(sizes[1]?.height);
    expect((sizes[0]?.width ?? Number.NaN) + 20 + (sizes[1]?.width ?? Number.NaN)).toBeLessThanOrEqual(200.001);
    expect(logoSizes([{ ...logo, width: 10, height: 10 }], 400, 42, 20)).toEqual([{ width: 42, height: 42 }]);
  });
});
