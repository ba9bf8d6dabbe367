/** Follow-up: each rule at its exact limit, and where it has nothing to compare. */

import { describe, expect, it } from 'vitest';
import {
  frequenceContredite,
  instancesDifferentes,
} from '../../../../src/analysis/coherence/regles/decisions/instances.js';
import {
  forfaitRealise,
  joursAuDelaDuPoste,
  joursDesProjets,
  tacheSautee,
} from '../../../../src/analysis/coherence/regles/realisation/suivi.js';
import { etude } from '../../small-study.js';
import { duMode, mode, poste, said, tache, told } from '../told.js';

const rien = etude();

describe('follow-up', () => {
  it('a task is done after the one that it waits for', () => {
    const of = (before: number | undefined, after: number | undefined, apres = ['a']) =>
      mode({
        taches: [
          tache('a', '2018', '2018', before === undefined ? {} : { avancement: before }),
          tache('b', '2019', '2019', { apres, ...(after === undefined ? {} : { avancement: after }) }),
        ],
      });
    const at = ['mode_operatoire/taches/a/avancement / mode_operatoire/taches/b/avancement'];
    expect([of(0.99, 1), of(0, 1)].map((one) => told(tacheSautee, one))).toEqual([at, at]);
    for (const fine of [of(1, 1), of(0, 0.9), of(0, undefined), of(undefined, 1), of(0, 1, []), of(0, 1, ['x']), rien])
      expect(told(tacheSautee, fine)).toEqual([]);
  });

  it('indirect costs done are the flat rate of the wages done, within a hundredth', () => {
    const of = (depenses: object[], own: object = {}) => duMode({ realise: { au: '2019-01', depenses } }, own);
    const pair = (indirect: number) => [
      { nature: 'humain', montant: 10000 },
      { nature: 'frais-indirects', montant: indirect },
    ];
    // The scenario has 10 % of its wages.
    expect([990, 1000, 1010].map((n) => told(forfaitRealise, of(pair(n))))).toEqual([[], [], []]);
    expect([989, 1011].map((n) => told(forfaitRealise, of(pair(n))))).toEqual(
      Array(2).fill(['mode_operatoire/realise/depenses/2/montant / mode_operatoire/realise/depenses/1/montant']),
    );
    // A flat rate of wages that nobody wrote.
    expect(told(forfaitRealise, of([pair(500)[1] ?? {}]))).toEqual([
      'mode_operatoire/realise/depenses/1/montant / scenarios/a/moyens/fonctionnement/frais',
    ]);
    const amount = { id: 'frais', libelle: 'F', porteur: 'cdc', nature: 'frais-indirects', cout_annuel: 2000 };
    for (const fine of [
      of([pair(0)[0] ?? {}]),
      of([pair(0)[1] ?? {}]),
      of(pair(500), { moyens: { humains: [poste], fonctionnement: [] } }),
      of(pair(500), { moyens: { humains: [poste], fonctionnement: [amount] } }),
      rien,
    ])
      expect(told(forfaitRealise, fine)).toEqual([]);
  });

  it('the days of the bearer hold in those of its posts over the months that have passed, within a twentieth', () => {
    // Half a post of 200 days: 50 days in six months, 52.5 with the margin.
    const of = (jours: number, acteur = 'cdc', own: object = {}, realise: object = {}) =>
      duMode(
        {
          experimentation: { debut: '2018-07', fin: '2019-06' },
          realise: { au: '2018-12', jours: [{ acteur, jours }], ...realise },
        },
        own,
      );
    // Accounts closed later hold the days of the time that they are about.
    const bills = { au: '2019-04', jusqu_au: '2018-12' };
    expect([52.5, 53].map((n) => told(joursAuDelaDuPoste, of(n, 'cdc', {}, bills)).length)).toEqual([0, 1]);
    expect([told(joursAuDelaDuPoste, of(52.5)), told(joursAuDelaDuPoste, of(90, 'mare'))]).toEqual([[], []]);
    expect(told(joursAuDelaDuPoste, of(53))).toEqual([
      'mode_operatoire/realise/jours/1/jours / scenarios/a/moyens/humains',
    ]);
    expect(said(joursAuDelaDuPoste, of(53))).toContain('a fait 53 jours en 6 mois ; ses postes n’en ont que 50.');
    const others = { moyens: { humains: [poste, { ...poste, id: 'b', porteur: 'mare' }] } };
    expect(told(joursAuDelaDuPoste, of(53, 'cdc', others))).toHaveLength(1);
    expect([told(joursAuDelaDuPoste, duMode({})), told(joursAuDelaDuPoste, rien)]).toEqual([[], []]);
  });

  it('the days of the projects hold in those of the whole', () => {
    const of = (...realised: (number | undefined)[]) => ({
      ...mode({ realise: { au: '2019-01', jours: [{ acteur: 'mare', jours: 4 }] } }),
      projets: realised.map((jours, i) => ({
        id: `p${i}`,
        partenaires: [{ acteur: i === 2 ? 'cdc' : 'mare', ...(jours === undefined ? {} : { jours_realises: jours }) }],
      })),
    });
    expect([
      told(joursDesProjets, of(2, 2)),
      told(joursDesProjets, of(undefined)),
      told(joursDesProjets, { ...of(2, 2, 9), ...mode({ realise: { au: '2019-01' } }) }),
      told(joursDesProjets, rien),
    ]).toEqual([[], [], [], []]);
    // Who gave days to a project and has no line in the count is missing from the whole.
    expect(told(joursDesProjets, of(2, 2, 9))).toEqual(['projets/p2/partenaires/1 / mode_operatoire/realise/jours']);
    expect(said(joursDesProjets, of(2, 2, 9))).toMatch(/et n’a aucune ligne dans le compte des jours faits\.$/);
    expect(said(joursDesProjets, of(2, 2.5))).toMatch(/d’après leurs fiches, et 4 en tout\.$/);
    expect(told(joursDesProjets, of(2, 2.5))).toEqual([
      'mode_operatoire/realise/jours/1/jours / projets/p0/partenaires/1 / projets/p1/partenaires/1',
    ]);
  });

  it('a body meets as often in both places, and as its rhythm says, less the months that it skips', () => {
    const of = (held: number | undefined, rest: object = {}) =>
      duMode(
        { instances: [{ nom: 'Bureau', ...(held === undefined ? {} : { reunions_an: held }), ...rest }] },
        { gouvernance: { instances: [{ nom: 'Comité' }, { nom: 'Bureau', reunions_an: 4 }] } },
      );
    expect([4, undefined].map((n) => told(instancesDifferentes, of(n)))).toEqual([[], []]);
    expect(told(instancesDifferentes, of(3))).toEqual([
      'mode_operatoire/instances/1/reunions_an / scenarios/a/gouvernance/instances/2/reunions_an',
    ]);
    const rhythm = (held: number, frequence: string) => told(frequenceContredite, of(held, { frequence }));
    for (const [held, word] of [
      [12, 'mensuelle'],
      [10, 'mensuelle'],
      [5, 'bimestrielle'],
      [10, 'mensuelle, hors juillet et août'],
      [11, 'mensuelle sauf en août'],
      [10, 'mensuelle, sauf l’été'],
      [40, 'hebdomadaire'],
      [2, 'deux fois par an'],
      [8, 'selon les statuts'],
      [1, 'annuelle'],
    ] as const)
      expect(rhythm(held, word), word).toEqual([]);
    for (const [held, word] of [
      [9, 'mensuelle'],
      [13, 'mensuelle'],
      [4, 'bimestrielle'],
      [3, 'trimestrielle'],
      [12, 'mensuelle, hors juillet et août'],
      [13, 'mensuelle, sauf l’été'],
      [8, 'deux fois par an'],
      [30, 'hebdomadaire'],
      [2, 'annuelle'],
      [3, 'semestrielle'],
    ] as const)
      expect(rhythm(held, word), word).toEqual([
        'mode_operatoire/instances/1/reunions_an / mode_operatoire/instances/1/frequence',
      ]);
  });
});
