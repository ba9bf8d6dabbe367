/** Spans of dates: each rule at its exact limit, and where it has nothing to compare. */
import { describe, expect, it } from 'vitest';
import {
  calendrierEnDesordre,
  experimentationEtDocuments,
  faitAvantDebut,
  horsExperimentation,
} from '../../../../src/analysis/coherence/regles/calendrier/bornes.js';
import {
  recommandationEchue,
  validiteContredite,
} from '../../../../src/analysis/coherence/regles/calendrier/validite.js';
import { etude } from '../../small-study.js';
import { mode, tache, told } from '../told.js';

const rien = etude();

describe('spans of dates', () => {
  const span = { debut: '2018-09', fin: '2019-08-31', appel_du: '2018-09-03' };

  it('a fact is not told before what accomplishes it, on its real start when there is one', () => {
    const of = (fin_reelle: string, rest: object = {}) =>
      mode({ taches: [tache('t', '2018-05-10', '2018-06', { fin_reelle, ...rest })] });
    expect([
      told(faitAvantDebut, of('2018-05-10')),
      told(faitAvantDebut, of('2018-05')),
      told(faitAvantDebut, rien),
    ]).toEqual([[], [], []]);
    expect(told(faitAvantDebut, of('2018-05-09'))).toEqual([
      'mode_operatoire/taches/t/fin_reelle / mode_operatoire/taches/t/debut',
    ]);
    expect(told(faitAvantDebut, of('2018-05-09', { debut_reel: '2018-05-01' }))).toEqual([]);
    const signed = (tache: string) =>
      mode({ taches: [], conventions: [{ partenaire: 'm', objet: 'O', signee_le: '2001', tache }] });
    expect(told(faitAvantDebut, signed('inconnue'))).toEqual([]);
  });

  it('measures and deadlines stand within the experimentation and what prepares it', () => {
    const of = (rest: object) =>
      mode({ experimentation: span, taches: [tache('t', '2018-06-01', '2018-07')], ...rest });
    const risk = (survenu_le: string) => of({ risques: [{ libelle: 'R', survenu_le }] });
    expect([told(horsExperimentation, risk('2018-06-01')), told(horsExperimentation, of({}))]).toEqual([[], []]);
    expect(told(horsExperimentation, risk('2018-05-31'))).toEqual([
      'mode_operatoire/risques/1/survenu_le / mode_operatoire/experimentation/debut',
    ]);
    // The work begins with the first of its tasks, wherever it stands, or with the experimentation itself.
    const early = { taches: [tache('u', '2018-08-01', '2018-08'), tache('t', '2018-06-01', '2018-07')] };
    const at = (survenu_le: string, rest: object) => of({ risques: [{ libelle: 'R', survenu_le }], ...rest });
    expect([
      told(horsExperimentation, at('2018-06-01', early)),
      told(horsExperimentation, at('2018-09-01', { taches: [] })),
    ]).toEqual([[], []]);
    for (const one of [at('2018-05-31', early), at('2018-08-31', { taches: [] })])
      expect(told(horsExperimentation, one)).toHaveLength(1);
    // Without a call, a step of a project is held against the beginning of the work.
    const { appel_du: _, ...sansAppel } = span;
    const etape = (debut: string) => ({
      ...of({ experimentation: sansAppel }),
      projets: [{ id: 'p', titre: 'P', calendrier: [{ etape: 'E', debut }] }],
    });
    expect(told(horsExperimentation, etape('2018-06-01'))).toEqual([]);
    expect(told(horsExperimentation, etape('2018-05-31'))).toEqual([
      'projets/p/calendrier/1 / mode_operatoire/experimentation',
    ]);
    const due = (echeance: string) => of({ conditions: { techniques: [{ libelle: 'C', echeance }] } });
    expect([told(horsExperimentation, due('2019-08-31')), told(horsExperimentation, due('2019-08'))]).toEqual([[], []]);
    expect(told(horsExperimentation, due('2019-09-01'))).toEqual([
      'mode_operatoire/conditions/techniques/1/echeance / mode_operatoire/experimentation/fin',
    ]);
    const step = (debut: string, fin: string) => ({
      ...of({}),
      projets: [{ id: 'p', titre: 'P', calendrier: [{ etape: 'E', debut, fin }] }],
    });
    expect(told(horsExperimentation, step('2018-09-03', '2019-08-31'))).toEqual([]);
    for (const one of [step('2018-09-02', '2019-01'), step('2019-01', '2019-09-01')])
      expect(told(horsExperimentation, one)).toEqual(['projets/p/calendrier/1 / mode_operatoire/experimentation']);
    expect([told(horsExperimentation, mode({})), told(horsExperimentation, rien)]).toEqual([[], []]);
  });

  it('the mode opératoire comes before the experimentation, its report after', () => {
    const of = (id: string, date: string) => {
      const study = mode({ experimentation: span });
      return { ...study, etude: { ...study.etude, livrables: [{ id, titre: 'T', date }] } };
    };
    expect(
      [of('mode-operatoire', '2018-09'), of('mode-operatoire', '2018-08-31'), of('bilan', '2019-08-31')].map((one) =>
        told(experimentationEtDocuments, one),
      ),
    ).toEqual([[], [], []]);
    expect(told(experimentationEtDocuments, of('mode-operatoire', '2018-10-01'))).toEqual([
      'mode_operatoire/experimentation/debut / etude/livrables/mode-operatoire/date',
    ]);
    expect(told(experimentationEtDocuments, of('bilan', '2019-08-30'))).toEqual([
      'mode_operatoire/experimentation/fin / etude/livrables/bilan/date',
    ]);
    expect(told(experimentationEtDocuments, rien)).toEqual([]);
  });

  it('phases follow one another, and those that hand over come after the contract', () => {
    const of = (...phases: [string, (string | undefined)?, string[]?][]) => ({
      ...rien,
      etude: {
        ...rien.etude,
        marche: { date: '2018-01-15' },
        calendrier: phases.map(([debut, fin, livrables], i) => ({ phase: `P${i}`, debut, fin, livrables })),
      },
    });
    expect(told(calendrierEnDesordre, of(['2018-01', '2018-03'], ['2018-01', '2018-03'], ['2018-02']))).toEqual([]);
    expect(told(calendrierEnDesordre, of(['2018-02'], ['2018-01']))).toEqual([
      'etude/calendrier/2/debut / etude/calendrier/1/debut',
    ]);
    expect(told(calendrierEnDesordre, of(['2018-01', '2018-04'], ['2018-02', '2018-03']))).toEqual([
      'etude/calendrier/1/fin / etude/calendrier/2/fin',
    ]);
    expect(told(calendrierEnDesordre, of(['2018-01-14', undefined, ['d']]))).toEqual([
      'etude/calendrier/1/debut / etude/marche/date',
    ]);
    expect([
      told(calendrierEnDesordre, of(['2018-01-15', undefined, ['d']])),
      told(calendrierEnDesordre, of(['2017'])),
    ]).toEqual([[], []]);
  });

  it('a text applies from a year before its publication on, is put off before its end; a recommendation is due after its report', () => {
    const of = (rest: object) => told(validiteContredite, { ...rien, references: [{ id: 'r', titre: 'R', ...rest }] });
    expect([
      of({ applicable_du: '2018-02-01', publie_le: '2018-02-01' }),
      of({ applicable_du: '2018-01-31', publie_le: '2019-01-31' }),
      of({ publie_le: '2018' }),
      of({ prolongee_le: '2018' }),
      of({ fin_annoncee: '2018-12-31', prolongee_le: '2018-12-31' }),
    ]).toEqual([[], [], [], [], []]);
    expect(of({ applicable_du: '2018-01-31', publie_le: '2019-02-02' })).toEqual([
      'references/r/publie_le / references/r/applicable_du',
    ]);
    expect(of({ fin_annoncee: '2018-12-31', prolongee_le: '2019-01-01' })).toEqual([
      'references/r/prolongee_le / references/r/fin_annoncee',
    ]);
    const due = (echeance: string | undefined, livrables: object[] = [{ id: 'bilan', date: '2019-12-12' }]) =>
      told(recommandationEchue, {
        ...rien,
        etude: { ...rien.etude, livrables },
        evaluation: { recommandations: [{ id: 'r1', texte: 'T.', echeance }] },
      });
    expect([due('2019-12-12'), due('2019-12'), due(undefined), due('2001', [])]).toEqual([[], [], [], []]);
    expect(due('2019-12-11')).toEqual(['evaluation/recommandations/r1/echeance / etude/livrables/bilan/date']);
  });
});
