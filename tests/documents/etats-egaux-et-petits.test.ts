/** What the deliverables say of scenarios and crossings that are equals, and of amounts that are small. */
import { describe, expect, it } from 'vitest';
import { itemAt } from '../../src/lists/at.js';
import type { Study } from '../../src/study/study.js';
import { plain, type Scenario, says, scenarios, slide, slides, study } from '../support/etats.js';

/** The first scenario again, under the name of each of the others up to `last`, notes with it. */
function jumeaux(last: number): Partial<Study> {
  const first = itemAt(study.scenarios, 0);
  const twins = scenarios(({ id, titre, titre_court, ordre }, i) =>
    i === 0 || i > last ? {} : { ...first, id, titre, titre_court, ordre },
  );
  const { criteres } = study;
  if (!criteres) throw new Error('criteria expected');
  const ids = new Set(study.scenarios.slice(1, last + 1).map(({ id }) => id));
  return {
    ...twins,
    criteres: {
      ...criteres,
      criteres: criteres.criteres.map((one) => {
        const { notes } = one.mesure;
        const own = notes?.[first.id];
        return notes && own
          ? {
              ...one,
              mesure: {
                notes: Object.fromEntries(Object.entries(notes).map(([id, kept]) => [id, ids.has(id) ? own : kept])),
              },
            }
          : one;
      }),
    },
  } as Partial<Study>;
}

describe('scenarios that are equals', () => {
  it('none is told to be first, nor to stay so: those that share the place are named together', async () => {
    const text = await says('scenarios', jumeaux(1));
    expect(text).toContain('« Coopérative » et « Groupement » ont le même score, le plus haut');
    expect(text).toContain('une pondération qui en met plusieurs à égalité compte pour chacun');
    expect(text).toMatch(/sans celles d’« Usagers », « Coopérative » et « Groupement » resteraient à égalité/);
    expect(text).not.toMatch(/« Coopérative » reste en tête|« Coopérative » resterait en premier/);
    expect(text).toContain('Coopérative : à égalité en tête pour 1 critère sur 3');
    expect(text).toContain('par surclassement, « Coopérative » et « Groupement » viennent en premier, à égalité');
  });

  it('no other method is said to place « the same » first where it places them all so', async () => {
    const text = await says('scenarios', jumeaux(3));
    expect(text).toContain('placent les mêmes scénarios à égalité, en premier');
    expect(text).not.toContain('le même scénario en premier');
  });

  it('crossings of the same points are no first one, in a title of a figure or of a slide', async () => {
    const [besoin] = study.besoins;
    const only = {
      besoins: besoin ? [besoin] : [],
      acteurs: study.acteurs.map((one) => ({
        ...one,
        engagement: 'engage' as const,
        domaines: ['velo', 'covoiturage'],
      })),
    };
    expect(await says('scenarios', only)).not.toContain('En tête : Vélo');
    expect((await slide('Priorités', only))?.title).toBe('Les deux croisements sont prioritaires');
  });
});

it('amounts under a thousand are in euros on a slide, and nothing to find is « rien »', async () => {
  const small = scenarios(({ moyens, financements }) => ({
    moyens: {
      humains: [],
      fonctionnement: (moyens.fonctionnement ?? []).slice(-1).map((one) => ({ ...one, cout_annuel: 300 })),
    },
    outils: [],
    financements: financements.slice(-1).map((one) => ({ ...one, montant: 300 })) as Scenario['financements'],
  }));
  const told = (await slides(small)).flatMap(({ figures = [], table = [] }) => [
    ...figures.map(({ value }) => plain(value)),
    ...table.flat(),
  ]);
  expect(told).toContain('300 €');
  expect(told).toContain('rien');
  expect(told.join('\n')).not.toMatch(/(?<!\d)0,?3? k€/);
});
