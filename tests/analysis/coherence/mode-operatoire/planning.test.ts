/** The plan and the delays: each rule where it tells and where it does not, first and last days included. */
import { describe, expect, it } from 'vitest';
import {
  delaiIntenable,
  engagementAvantAide,
  parcoursSansRefus,
  signatureHorsTache,
  tacheTropTot,
} from '../../../../src/analysis/coherence/regles/mode-operatoire/planning.js';
import { delaiHorsEtapes, delaiInegal } from '../../../../src/analysis/coherence/regles/moyens/delais.js';
import { etudeAvecScenarios, scenario } from '../../small-scenario.js';
import { etude } from '../../small-study.js';
import { aide, avec, mode, said, tache, told } from '../told.js';

describe('planning', () => {
  it('a task that spends waits for the aid, and starts on the day after its end at the earliest', () => {
    const plan = (debut: string, rest: object = {}) =>
      mode({
        taches: [
          tache('aide', '2018-01', '2018-02', { porte: 'aide', engage: true }),
          tache('achat', debut, '2018-12', { engage: true, ...rest }),
        ],
      });
    const at = ['mode_operatoire/taches/achat / mode_operatoire/taches/aide'];
    expect(told(engagementAvantAide, plan('2018-03-01', { apres: ['aide'] }))).toEqual([]);
    expect(told(engagementAvantAide, plan('2018-02-28', { apres: ['aide'] }))).toEqual(at);
    expect(said(engagementAvantAide, plan('2018-02-28', { apres: ['aide'] }))).toContain('avant la fin de « aide »');
    expect(told(engagementAvantAide, plan('2018-03-01'))).toEqual(at);
    expect(said(engagementAvantAide, plan('2018-03-01'))).toBe('« achat » engage une dépense sans attendre « aide ».');
    expect(told(engagementAvantAide, plan('2018-01', { engage: false }))).toEqual([]);
    expect([told(engagementAvantAide, etude()), told(engagementAvantAide, mode({}))]).toEqual([[], []]);
  });

  it('a task starts on the day after the one that it waits for at the earliest', () => {
    const plan = (debut: string, apres: string[]) =>
      mode({ taches: [tache('a', '2018-01', '2018-01'), tache('b', debut, '2018-03', { apres })] });
    expect(told(tacheTropTot, plan('2018-02-01', ['a']))).toEqual([]);
    expect(told(tacheTropTot, plan('2018-01-31', ['inconnue', 'a']))).toEqual([
      'mode_operatoire/taches/b/debut / mode_operatoire/taches/a/fin',
    ]);
    expect([told(tacheTropTot, plan('2018-01-01', [])), told(tacheTropTot, etude())]).toEqual([[], []]);
  });

  it('a signature falls within its task, a condition is due at its end at the earliest', () => {
    const signed = (day: string | undefined, rest: object = {}) =>
      mode({
        taches: [tache('autre', '2017', '2017'), tache('t', '2018-03-10', '2018-04')],
        conventions: [{ partenaire: 'm', tache: 't', ...(day ? { signature_prevue: day } : {}), ...rest }],
      });
    for (const day of ['2018-03-10', '2018-04-30', '2018-03', '2018-04', '2018'])
      expect(told(signatureHorsTache, signed(day)), day).toEqual([]);
    for (const day of ['2018-03-09', '2018-05-01', '2018-05', '2018-02'])
      expect(told(signatureHorsTache, signed(day)), day).toEqual([
        'mode_operatoire/conventions/1/signature_prevue / mode_operatoire/taches/t',
      ]);
    expect(told(signatureHorsTache, signed('2019', { id: 'c' }))[0]).toContain('conventions/c/');
    expect([
      told(signatureHorsTache, signed(undefined)),
      told(signatureHorsTache, signed('2019', { tache: 'x' })),
      told(signatureHorsTache, etude()),
    ]).toEqual([[], [], []]);
    const due = (genre: string, echeance: string | undefined, rest: object = {}) =>
      mode({
        taches: [tache('t', '2018-03', '2018-04-15')],
        conditions: {
          techniques: [],
          juridiques: [],
          financieres: [],
          [genre]: [{ libelle: 'X' }, { libelle: 'C', tache: 't', ...(echeance ? { echeance } : {}), ...rest }],
        },
      });
    for (const genre of ['techniques', 'juridiques', 'financieres']) {
      expect(told(signatureHorsTache, due(genre, '2018-04-14'))).toEqual([
        `mode_operatoire/conditions/${genre}/2/echeance / mode_operatoire/taches/t/fin`,
      ]);
      for (const fine of [
        due(genre, '2018-04-15'),
        due(genre, '2018-04'),
        due(genre, undefined),
        due(genre, '2018-01', { tache: 'x' }),
      ])
        expect(told(signatureHorsTache, fine)).toEqual([]);
    }
  });

  it('a delay promised holds what its steps ask', () => {
    const promised = (jours: number, etapes = ['a', 'b']) =>
      mode({
        parcours: [
          { id: 'a', etape: 'A', delai_jours: 3 },
          { id: 'b', etape: 'B', delai_jours: 4 },
        ],
        delais_promis: [
          { libelle: 'Vite', jours: 1, etapes: [] },
          { libelle: 'Réponse', jours, etapes },
        ],
      });
    expect(told(delaiIntenable, promised(7))).toEqual([]);
    expect(told(delaiIntenable, promised(6))).toEqual([
      'mode_operatoire/delais_promis/2/jours / mode_operatoire/parcours/b',
    ]);
    expect(said(delaiIntenable, promised(6))).toBe(
      '« Réponse » est annoncé en 6 jours ouvrés ; ses étapes en demandent 7.',
    );
    expect(told(delaiIntenable, etude())).toEqual([]);
  });

  it('what is out of scope has a way out where some is', () => {
    const plan = (exclusions: string[] | undefined, nature?: string) =>
      mode({
        ...(exclusions ? { exclusions } : {}),
        parcours: [{ id: 'a', etape: 'A', issues: [{ condition: 'x', vers: 'fin', ...(nature ? { nature } : {}) }] }],
      });
    expect(told(parcoursSansRefus, plan(['E']))).toEqual(['mode_operatoire/parcours / mode_operatoire/exclusions']);
    for (const fine of [plan(undefined), plan([]), plan(['E'], 'refus'), plan(['E'], 'hors-champ'), etude()])
      expect(told(parcoursSansRefus, fine)).toEqual([]);
  });
});

describe('delays of the scenarios', () => {
  const etapes = [
    { id: 'vote', etape: 'Voter', mois: 2 },
    { id: 'recrutement', etape: 'Recruter', mois: 3, apres: ['vote'] },
  ];
  it('announced are those of their steps', () => {
    const of = (delai: number | undefined, mise_en_place: object[] | undefined = etapes) =>
      avec({ delai_mise_en_place_mois: delai, mise_en_place });
    expect(told(delaiHorsEtapes, of(5))).toEqual([]);
    for (const months of [4, 6])
      expect(told(delaiHorsEtapes, of(months))).toEqual([
        'scenarios/a/delai_mise_en_place_mois / scenarios/a/mise_en_place',
      ]);
    for (const none of [of(undefined), of(6, [])]) expect(told(delaiHorsEtapes, none)).toEqual([]);
  });

  it('are the same for the same step and the same aid, unless one says why', () => {
    const steps = (...mois: [number, string?][]) =>
      etudeAvecScenarios(
        mois.map(([n, motif], i) =>
          scenario(`s${i}`, {
            financements: [],
            mise_en_place: [{ id: 'vote', etape: 'Voter', mois: n, ...(motif ? { motif } : {}) }],
          } as never),
        ),
      );
    expect(told(delaiInegal, steps([2], [2]))).toEqual([]);
    expect(told(delaiInegal, steps([2], [4], [3]))).toEqual([
      'scenarios/s1/mise_en_place/vote / scenarios/s0/mise_en_place/vote',
    ]);
    expect(told(delaiInegal, steps([2], [4, 'Un concours.'], [3]))).toEqual([
      'scenarios/s2/mise_en_place/vote / scenarios/s0/mise_en_place/vote',
    ]);
    expect(told(delaiInegal, steps([2], [4, 'Un concours.']))).toEqual([]);
    const aids = (...list: object[]) =>
      etudeAvecScenarios(
        list.map((rest, i) => scenario(`s${i}`, { financements: [{ ...aide, delai_versement_mois: 6, ...rest }] })),
      );
    expect(told(delaiInegal, aids({}, { delai_versement_mois: 9 }))).toEqual([
      'scenarios/s1/financements/aide / scenarios/s0/financements/aide',
    ]);
    for (const other of [
      { delai_versement_mois: 6 },
      { delai_versement_mois: undefined },
      { delai_versement_mois: 9, delai_motif: 'M' },
      { delai_versement_mois: 9, reference: 'r' },
      // A giver has several aids: without a rule, they are told apart by their names.
      { delai_versement_mois: 9, libelle: 'Aide aux postes' },
      { delai_versement_mois: 9, financeur: 'mare' },
      { delai_versement_mois: 9, nature: 'participation' },
    ])
      expect(told(delaiInegal, aids({}, other)), JSON.stringify(other)).toEqual([]);
  });
});
