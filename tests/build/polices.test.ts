import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { charteDe } from '../../src/build/theme/charte.js';
import { lirePolices } from '../../src/build/theme/polices.js';
import { textWidth } from '../../src/exhibits/charts/drawing/text-width.js';
import { type Family, openFont, withFaces } from '../../src/fonts/faces.js';
import { renderPdf } from '../../src/render/pdf/index.js';
import { drawable } from '../../src/render/text/glyphs.js';
import { loadTheme } from '../../src/render/theme.js';
import { loadStudy } from '../../src/study/load.js';
import { sample, short } from '../render/sample-tree.js';
import { copyStudy } from '../support/cli.js';
import { pdfText } from '../support/pdf-text.js';
import { checkPdf } from '../support/pdfua/index.js';
import { temporaryFolder } from '../support/temporary.js';

const fonts = dirname(createRequire(import.meta.url).resolve('source-sans/package.json'));
const otf = (name: string): Promise<Buffer> => readFile(join(fonts, `OTF/SourceSans3-${name}.otf`));
const ttf = (name: string): Promise<Buffer> => readFile(join(fonts, `TTF/SourceSans3-${name}.ttf`));

/** Where a table of a font begins. */
function tableAt(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  const record = Array.from({ length: count }, (_, i) => 12 + 16 * i).find(
    (at) => font.toString('latin1', at, at + 4) === tag,
  );
  return font.readUInt32BE((record ?? 0) + 8);
}

/** The same font, whose licence says `rights`. */
function licensed(font: Buffer, rights: number): Buffer {
  const copy = Buffer.from(font);
  copy.writeUInt16BE(rights, tableAt(copy, 'OS/2') + 8);
  return copy;
}

/** The same font, without the characters of `codes`: their glyphs are named by none. */
function without(font: Buffer, codes: readonly number[]): Buffer {
  const copy = Buffer.from(font);
  const cmap = tableAt(copy, 'cmap');
  for (let i = 0; i < copy.readUInt16BE(cmap + 2); i++) {
    const table = cmap + copy.readUInt32BE(cmap + 4 + 8 * i + 4);
    if (copy.readUInt16BE(table) !== 12) continue;
    for (let g = 0; g < copy.readUInt32BE(table + 12); g++) {
      const group = table + 16 + 12 * g;
      const [first, last] = [copy.readUInt32BE(group), copy.readUInt32BE(group + 4)];
      const lost = codes.find((code) => code >= first && code <= last);
      if (lost !== undefined) copy.writeUInt32BE(0, group + 8);
      if (lost !== undefined) copy.writeUInt32BE(first, group + 4);
    }
  }
  return copy;
}

let dir: string;
beforeAll(async () => {
  dir = await temporaryFolder();
  const regular = await ttf('Regular');
  const files: Record<string, Buffer> = {
    'Light.otf': await otf('Light'),
    'Black.otf': await otf('Black'),
    'LightIt.otf': await otf('LightIt'),
    'Semibold.ttf': await ttf('Semibold'),
    'Regular.ttf': regular,
    'texte.ttf': Buffer.from('pas une police'),
    'coupee.ttf': regular.subarray(0, 20_000),
    'interdite.ttf': licensed(regular, 2),
    'entiere.ttf': licensed(regular, 0x100),
    'muette.ttf': without(regular, [0x2019]),
    'variable.ttf': await readFile(join(fonts, 'VF/SourceSans3VF-Upright.ttf')),
    'web.woff': await readFile(join(fonts, 'WOFF/TTF/SourceSans3-Regular.ttf.woff')),
  };
  await mkdir(join(dir, 'polices'));
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(dir, 'polices', name), bytes);
});

const polices = (normal: string, gras: string, italique?: string) =>
  lirePolices(
    { normal: `polices/${normal}`, gras: `polices/${gras}`, ...(italique ? { italique: `polices/${italique}` } : {}) },
    dir,
  );

async function family(): Promise<Family> {
  const { family: read, refus } = await polices('Light.otf', 'Black.otf', 'LightIt.otf');
  expect(refus).toEqual([]);
  if (!read) throw new Error('no family');
  return read;
}

describe('the faces of a study', () => {
  it('set its documents, whole and the same each time, and are embedded', async () => {
    const theme = { ...(await loadTheme()), fonts: await family() };
    const options = { attachments: [], date: '2018-02-15' };
    const { bytes } = await renderPdf(sample, theme, options);
    const file = join(await temporaryFolder(), 'a.pdf');
    await writeFile(file, bytes);
    expect(checkPdf(file).faults).toEqual([]);
    const listed = execFileSync('pdffonts', [file], { encoding: 'utf8' }).split('\n').slice(2).filter(Boolean);
    expect(listed.map((line) => /SourceSans3-\w+/.exec(line)?.[0]).sort()).toEqual([
      'SourceSans3-Black',
      'SourceSans3-Light',
      'SourceSans3-LightIt',
    ]);
    for (const line of listed) expect(line).toMatch(/CID Type 0C \(OT\)|CID Type 0C.*yes yes yes/);
    const program = join(await temporaryFolder(), 'b.pdf');
    await writeFile(program, (await renderPdf(sample, await loadTheme(), options)).bytes);
    const words = (path: string): string[] => pdfText(path, '-raw').split(/\s+/);
    const known = new Set(words(program));
    expect(words(file).filter((word) => !known.has(word))).toEqual([]);
    expect(Buffer.from((await renderPdf(sample, { ...theme }, options)).bytes).equals(Buffer.from(bytes))).toBe(true);
  });

  it('are those by which texts are measured, in the work that they are given to and nowhere else', async () => {
    const face = openFont(await otf('Black'));
    const text = 'Atelier';
    const alone = textWidth(text, 10, true);
    const [inside, after] = await withFaces(await family(), async () => {
      await Promise.resolve();
      return [textWidth(text, 10, true), withFaces(undefined, () => textWidth(text, 10, true))];
    });
    const advance = face.layout(text).positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    expect(inside).toBeCloseTo((advance / face.unitsPerEm) * 10, 6);
    expect(after).toBe(alone);
    expect(inside).not.toBeCloseTo(alone, 1);
  });

  it('write what they do not draw in letters that they draw', async () => {
    const { family: read } = await lirePolices({ normal: 'polices/Regular.ttf', gras: 'polices/Semibold.ttf' }, dir);
    if (!read) throw new Error('no family');
    const lacking = async (name: string): Promise<string> =>
      without(await ttf(name), [0x2212, 0x202f, 0x2264]).toString('base64');
    const poor = { ...read, normal: await lacking('Regular'), bold: await lacking('Semibold') };
    expect(withFaces(poor, () => drawable('\u221212\u202f000 ≤ é'))).toBe('–12\u00a0000 <= é');
    expect(withFaces(read, () => drawable('\u221212\u202f000 ≤ é'))).toBe('\u221212\u202f000 ≤ é');
    // The figures that a table forms on the page, too: nothing stands there as an empty box.
    const file = join(await temporaryFolder(), 'pauvre.pdf');
    const theme = { ...(await loadTheme()), fonts: poor };
    await writeFile(file, (await renderPdf(short, theme, { attachments: [], date: '2018-02-15' })).bytes);
    expect(checkPdf(file).faults).toEqual([]);
  });

  it('are refused when they cannot be embedded, read, or set French', async () => {
    const reason = async (name: string): Promise<string> => {
      const { family: read, refus } = await polices(name, 'Semibold.ttf');
      expect(read).toBeNull();
      expect(refus.map(({ cle }) => cle)).toEqual(['normal']);
      return refus[0]?.refus.message ?? '';
    };
    expect(await reason('absente.ttf')).toContain("n'existe pas");
    expect(await reason('../../dehors.ttf')).toContain("n'est pas dans le dossier de l'étude");
    expect(await reason('texte.ttf')).toContain('ce n’est pas une police lisible');
    expect(await reason('coupee.ttf')).toContain('ce n’est pas une police lisible');
    expect(await reason('interdite.ttf')).toContain('licence interdit de l’incorporer');
    expect(await reason('entiere.ttf')).toContain('licence interdit d’en incorporer les seuls');
    expect(await reason('variable.ttf')).toContain('police variable');
    expect(await reason('web.woff')).toContain('TTF ou OTF');
    expect(await reason('muette.ttf')).toContain('« ’ »');
    expect((await polices('Semibold.ttf', 'Regular.ttf')).pale).toBe(true);
  });

  it('are told at their place, with the texts that they do not draw; office files take their name', async () => {
    const study = join(await copyStudy('tests/fixtures/base'), 'data');
    await mkdir(join(study, 'polices'));
    await writeFile(join(study, 'polices/a.ttf'), without(await ttf('Regular'), [0x153]).subarray(0));
    await writeFile(join(study, 'polices/b.ttf'), without(await ttf('Regular'), [0x2265]));
    const charte = async (yaml: string) => {
      await writeFile(join(study, 'theme.yaml'), yaml);
      return charteDe(await loadStudy(study, { cwd: study }), study);
    };
    const refused = await charte('polices:\n  normal: polices/a.ttf\n  gras: polices/b.ttf\n');
    expect(refused.diagnostics.map(({ code, plage }) => `${plage.ligne} ${code}`)).toEqual(['2 police-incorrecte']);
    await writeFile(join(study, 'polices/a.ttf'), without(await ttf('Regular'), [0x2265]));
    const etude = join(study, 'etude.yaml');
    await writeFile(etude, (await readFile(etude, 'utf8')).replace(/^(\s*titre: )(.*)$/m, '$1"Atelier ≥ 3"'));
    const told = await charte('polices:\n  normal: polices/a.ttf\n  gras: polices/b.ttf\n');
    expect(told.diagnostics.map(({ code, chemin }) => `${code} ${chemin}`)).toEqual([
      'police-peu-contrastee theme/polices/gras',
      'caractere-sans-dessin etude/titre',
    ]);
    expect(told.theme.officeFont).toBe('Source Sans 3');
    expect(
      (await charte('polices:\n  normal: polices/a.ttf\n  gras: polices/b.ttf\npolice_bureautique: Arial\n')).theme
        .officeFont,
    ).toBe('Arial');
  });
});
