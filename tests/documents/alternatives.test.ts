/** What who does not see a figure is told: the finding first, then the kind of drawing, then its values. */
import { describe, expect, it } from 'vitest';
import type { Deliverable } from '../../src/documents/registry.js';
import type { FigureExhibit } from '../../src/exhibits/types.js';
import { composee } from '../support/composed.js';

const GENRES =
  /^(barres|colonnes|courbes?|grille|diagramme|couloirs|points|nuage|organigramme|frise|carte|matrice|tableau)\b/i;

async function figures(folder: string, livrable: Deliverable): Promise<FigureExhibit[]> {
  const composed = await composee(folder, livrable);
  return (composed?.produced ?? []).flatMap(({ tree }) =>
    [...(tree?.front ?? []), ...(tree?.body ?? [])].flatMap((block) =>
      block.type === 'figure' && block.exhibit.empty === undefined ? [block.exhibit] : [],
    ),
  );
}

describe('alternative texts', () => {
  it.each([
    ['data', 'diagnostic', 8],
    ['tests/fixtures/autre-etude', 'diagnostic', 3],
    ['data', 'scenarios', 10],
    ['data', 'mode-operatoire', 4],
    ['data', 'fiches-projets', 4],
    ['data', 'bilan', 2],
    ['tests/fixtures/autre-etude', 'scenarios', 2],
  ] as const)('%s, %s: the finding, then the kind of drawing', async (folder, livrable, least) => {
    const found = await figures(folder, livrable);
    expect(found.length).toBeGreaterThanOrEqual(least);
    for (const { name, alt } of found) {
      const [constat = '', ...rest] = alt.split(/(?<=[.!?…]) (?=[A-ZÀ-Ý])/);
      expect(constat, `${name}: ${alt}`).not.toMatch(GENRES);
      expect(
        rest.some((sentence) => GENRES.test(sentence)),
        `${name}: ${alt}`,
      ).toBe(true);
      expect(alt, name).toMatch(/[.!?…]$/);
      expect(alt, name).not.toMatch(/\.\.|undefined|NaN|null/);
    }
  });

  it('say where each step of a path leads', async () => {
    const paths = (await figures('data', 'mode-operatoire')).find(({ name }) => name === 'parcours-lignes');
    const steps = (paths?.alt ?? '').split(/ (?=\d\. )/).slice(1);
    expect(steps.length).toBeGreaterThan(3);
    for (const step of steps) expect(step).toMatch(/, vers (l’étape\s\d|la fin)/);
  });

  it('give the dates of the tasks of a calendar', async () => {
    const calendar = (await figures('data', 'mode-operatoire')).find(({ name }) => name === 'calendrier-barres');
    const rows = (calendar?.data.rows ?? []).map(({ tache }) => String(tache));
    expect(rows.length).toBeGreaterThan(3);
    const plain = (text: string): string => text.replace(/\s+/g, ' ');
    for (const task of rows) {
      const [, after = ''] = plain(calendar?.alt ?? '').split(`${plain(task)} : `);
      expect(after, task).toMatch(/^(du|de|d’|le|en) ?[^;]*20\d\d/);
    }
  });
});
