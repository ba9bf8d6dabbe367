import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TableExhibit } from '../../../src/exhibits/types.js';
import { renderPdf } from '../../../src/render/pdf/index.js';
import { loadTheme } from '../../../src/render/theme.js';
import { pdfText } from '../../support/pdf-text.js';
import { checkPdf } from '../../support/pdfua/index.js';
import { temporaryFolder } from '../../support/temporary.js';
import { paragraph, sample, text } from '../sample-tree.js';

/** Fields of one line, then a note to read. */
const form = (fields: number): TableExhibit => ({
  kind: 'table',
  name: 'fiche',
  title: 'Fiche',
  empty: '',
  groupBy: 'groupe',
  columns: [
    { key: 'groupe', header: 'Rubrique', format: 'texte' },
    { key: 'champ', header: 'Champ', format: 'texte' },
    { key: 'reponse', header: 'Réponse', format: 'texte' },
  ],
  rows: Array.from({ length: fields + 1 }, (_, i) => ({
    groupe: i < 4 ? 'Qui' : 'Quoi',
    champ: i === fields ? 'Mention '.repeat(60).trim() : `Champ${i}`,
    reponse: i === 1 ? '☐ oui   ☐ non' : ' ',
  })),
  form: Array.from({ length: fields + 1 }, (_, i) => ({ lines: i === fields ? 0 : i === 2 ? 4 : 1 })),
});

/** By page: the fields that it shows, with the upper edge of each. */
async function pagesOf(fields: number): Promise<{ fields: [string, number][]; text: string }[]> {
  const file = join(await temporaryFolder(), 'a.pdf');
  const body = [
    { type: 'heading' as const, level: 1 as const, id: 'h', number: '1', children: text('Chapitre') },
    ...Array.from({ length: 12 }, () =>
      paragraph('Un paragraphe assez long pour tenir une ligne entière de la page. '.repeat(2)),
    ),
    { type: 'table' as const, id: 'fiche', number: 1, exhibit: form(fields) },
    paragraph('Après la fiche.'),
  ];
  const theme = await loadTheme();
  await writeFile(
    file,
    (await renderPdf({ ...sample, front: [], body }, theme, { attachments: [], date: '2018-01-01' })).bytes,
  );
  expect(checkPdf(file).faults).toEqual([]);
  const xml = pdfText(file, '-bbox');
  return xml.split('<page ').map((text) => ({
    text,
    fields: [...text.matchAll(/yMin="([\d.]+)"[^>]*>(Champ\d+|Mention)</g)].map(([, top, name = '']) => [
      name,
      Number(top),
    ]),
  }));
}

describe('a form to fill by hand', () => {
  it('stands whole on a page that it fills, with the lines that each field asks for', async () => {
    const pages = await pagesOf(14);
    const shown = pages.filter(({ fields }) => fields.length > 0);
    expect(shown).toHaveLength(1);
    const at = new Map(shown[0]?.fields.toReversed());
    const height = (one: string, next: string): number => (at.get(next) ?? Number.NaN) - (at.get(one) ?? Number.NaN);
    // Four lines where four were asked for, and room to write on each.
    expect(height('Champ2', 'Champ3') / height('Champ0', 'Champ1')).toBeCloseTo(4, 0);
    expect(height('Champ0', 'Champ1')).toBeGreaterThan(24);
    expect(Math.max(...(shown[0]?.fields ?? []).map(([, top]) => top))).toBeGreaterThan(660);
    expect(shown[0]?.text).toContain('>☐');
  });

  it('goes on to another page when it cannot hold on one, and loses none of its fields', async () => {
    const pages = await pagesOf(60);
    const shown = pages.flatMap(({ fields }) => fields.map(([name]) => name));
    expect(new Set(shown.filter((name) => name !== 'Mention')).size).toBe(60);
    expect(pages.filter(({ fields }) => fields.length > 0).length).toBeGreaterThan(1);
  });
});
