/** Meetings, documents and decisions: the order of their dates, who decides of what, and what the contract wants. */
import { describe, expect, it } from 'vitest';
import type { RegleCoherence } from '../../../../src/analysis/coherence/regle.js';
import { entiteNonConforme, formeContreditEntite } from '../../../../src/analysis/coherence/regles/acteurs/entites.js';
import {
  avantLeMarche,
  documentsApresReunion,
  suiteAvantReunion,
} from '../../../../src/analysis/coherence/regles/calendrier/calendrier-reunions.js';
import {
  decisionContreClassement,
  lancementInconnu,
  reserveSansSuite,
  reunionDUnAutreType,
} from '../../../../src/analysis/coherence/regles/decisions/decisions.js';
import { REGLES_REUNIONS } from '../../../../src/analysis/coherence/regles/decisions/reunions.js';
import { etudeAvecScenarios, notees, scenario } from '../../small-scenario.js';
import { acteur, etude } from '../../small-study.js';
import { avec, avecReunions, reunion, said, told } from '../told.js';

describe('the calendar of the meetings', () => {
  it('documents go on the day at the latest', () => {
    const sent = (envoi_documents?: string) =>
      avecReunions(reunion('r', '2018-03-10', envoi_documents ? { envoi_documents } : {}));
    for (const day of [undefined, '2018-03-10', '2018-03', '2018-03-01'])
      expect(told(documentsApresReunion, sent(day))).toEqual([]);
    for (const day of ['2018-03-11', '2018-04'])
      expect(told(documentsApresReunion, sent(day))).toEqual(['reunions/r/envoi_documents / reunions/r/date']);
  });

  it('what follows is of the day at the earliest', () => {
    const one = (rest: object) =>
      avecReunions(
        reunion('r', '2018-03-10', {
          decisions: [
            { objet: 'O', texte: 'T' },
            { objet: 'P', texte: 'T', ...rest },
          ],
        }),
      );
    expect(
      told(suiteAvantReunion, one({ echeance: '2018-03-10', suites: [{ date: '2018-03-10' }, { date: '2018-03' }] })),
    ).toEqual([]);
    expect(
      told(suiteAvantReunion, one({ echeance: '2018-03-09', suites: [{ date: '2018-03-11' }, { date: '2018-02' }] })),
    ).toEqual([
      'reunions/r/decisions/2/echeance / reunions/r/date',
      'reunions/r/decisions/2/suites/2/date / reunions/r/date',
    ]);
    expect(told(suiteAvantReunion, avecReunions(reunion('r', '2018')))).toEqual([]);
  });

  it('nothing is held before the contract', () => {
    const one = (date: string | undefined) => ({
      ...avecReunions(reunion('b', '2018-02-10'), reunion('a', '2018-01-10')),
      etude: { ...etude().etude, marche: date ? { date } : {} },
    });
    expect([
      told(avantLeMarche, one('2018-01-10')),
      told(avantLeMarche, one(undefined)),
      told(avantLeMarche, etude()),
    ]).toEqual([[], [], []]);
    expect(told(avantLeMarche, one('2018-01-11'))).toEqual(['etude/marche/date / reunions/a/date']);
    expect(told(avantLeMarche, one('2018-03'))).toEqual(['etude/marche/date / reunions/a/date / reunions/b/date']);
    expect(said(avantLeMarche, one('2018-03'))).toMatch(/, et 1 autre date\.$/);
    expect(said(avantLeMarche, one('2018-01-11'))).toMatch(/, le 10 janvier 2018\.$/);
  });
});

describe('the meetings and the documents', () => {
  const regle = (code: string): RegleCoherence => {
    const one = REGLES_REUNIONS.find((r) => r.code === code);
    if (!one) throw new Error(code);
    return one;
  };
  const livrables = (date = '2018-02-15') => ({
    etude: {
      ...etude().etude,
      livrables: [
        { id: 'autre', titre: 'Autre', date: '2010' },
        { id: 'diagnostic', titre: 'Diagnostic', date },
      ],
    },
  });
  const decision = (statut = 'valide', rest: object = {}) => ({
    objet: 'D',
    texte: 'T',
    livrable: 'diagnostic',
    statut,
    ...rest,
  });

  it('a meeting says one thing of one document', () => {
    const one = (...decisions: object[]) => ({
      ...avecReunions(reunion('r', '2018-03-01', { decisions })),
      ...livrables(),
    });
    expect(told(regle('decisions-contraires'), one(decision(), decision('ajourne')))).toEqual([
      'reunions/r/decisions/2/statut / reunions/r/decisions/1/statut',
    ]);
    for (const fine of [
      one(decision(), decision()),
      one(decision(), decision('ajourne', { livrable: 'autre' })),
      one(decision(), decision('ajourne', { scenario: 'a' })),
      one(decision('valide', { livrable: undefined }), decision('ajourne', { livrable: undefined })),
      one(),
    ])
      expect(told(regle('decisions-contraires'), fine)).toEqual([]);
  });

  it('decides of what it had before it, where it says what that is', () => {
    const one = (rest: object) => avecReunions(reunion('r', '2018-03-01', { decisions: [decision()], ...rest }));
    expect(told(regle('decision-hors-seance'), one({ livrables: [] }))).toEqual([
      'reunions/r/decisions/1/livrable / reunions/r/livrables',
    ]);
    for (const fine of [
      one({}),
      one({ livrables: ['diagnostic'] }),
      one({ livrables: [], ordre_du_jour: [{ point: 'P', livrable: 'diagnostic' }] }),
      one({ livrables: [], decisions: [decision('valide', { livrable: undefined })] }),
    ])
      expect(told(regle('decision-hors-seance'), fine)).toEqual([]);
  });

  it('validates where it is of those that do', () => {
    const one = (type: string, statut = 'valide', rest: object = {}) =>
      avecReunions(
        reunion('r', '2018-03-01', { type, decisions: [{ objet: 'X', texte: 'T' }, decision(statut, rest)] }),
      );
    expect(told(regle('validation-sans-comite'), one('cadrage'))).toEqual(['reunions/r/decisions/2 / reunions/r/type']);
    for (const fine of [
      one('copil'),
      one('bilan'),
      one('cadrage', 'ajourne'),
      one('cadrage', 'valide', { livrable: undefined }),
    ])
      expect(told(regle('validation-sans-comite'), fine)).toEqual([]);
  });

  it('has documents written, sent, then validated, in that order', () => {
    const one = (date: string, rest: object, validates = true) => ({
      ...avecReunions(
        reunion('r', '2018-03-10', { livrables: ['diagnostic'], decisions: validates ? [decision()] : [], ...rest }),
      ),
      ...livrables(date),
    });
    const dates = regle('document-apres-sa-reunion');
    const [at, sent] = [
      ['reunions/r/date / etude/livrables/diagnostic/date'],
      ['reunions/r/envoi_documents / etude/livrables/diagnostic/date'],
    ];
    expect([
      told(dates, one('2018-03-10', {})),
      told(dates, one('2018-03-11', {})),
      told(dates, one('2018-03-11', {}, false)),
    ]).toEqual([[], at, []]);
    expect([
      told(dates, one('2018-03-01', { envoi_documents: '2018-03-01' })),
      told(dates, one('2018-03-02', { envoi_documents: '2018-03-01' })),
    ]).toEqual([[], sent]);
    expect(told(dates, one('2018-03-02', { envoi_documents: '2018-03-01' }, false))).toEqual([]);
    // Dated to the month only, it may be after the meeting.
    expect([
      told(dates, one('2018-03', {}, false)),
      told(dates, one('2018-02', {}, false)),
      told(dates, one('2018-03', { envoi_documents: '2018-03-01' }, false)),
    ]).toEqual([at, [], []]);
    expect(told(dates, one('2018-03-11', { livrables: [] }))).toEqual([]);
  });
});

describe('the decisions', () => {
  it('a reserve is taken up: by its follow-up, the mode opératoire, or a later meeting', () => {
    const decision = (rest: object = {}) => ({
      objet: 'D',
      texte: 'T',
      reserves: ['Autre chose', 'Entendre les écoles.'],
      suites: [{ reserve: 1, etat: 'levee', texte: 'x', date: '2018-04' }],
      ...rest,
    });
    const one = (rest: object = {}, ...more: object[]) =>
      avecReunions(
        reunion('r', '2018-03-01', { decisions: [{ objet: 'X', texte: 'T' }, decision()], ...rest }),
        ...more,
      );
    const at = (where: string) => [`reunions/r/decisions/2/reserves/2 / ${where}`];
    expect(told(reserveSansSuite, one())).toEqual(at('reunions'));
    expect(told(reserveSansSuite, { ...one(), mode_operatoire: { reserves: [{ reserve: 'Rien de cela' }] } })).toEqual(
      at('mode_operatoire/reserves'),
    );
    for (const fine of [
      one({ etat: 'prevue' }),
      { ...one(), mode_operatoire: { reserves: [{ reserve: 'ENTENDRE LES ECOLES' }] } },
      one({}, reunion('s', '2018-04-01', { ordre_du_jour: [{ point: 'Suite : entendre les écoles, dit le comité' }] })),
      one({}, reunion('s', '2018-04-01', { decisions: [{ objet: 'Entendre les écoles', texte: 'x' }] })),
      one({}, reunion('s', '2018-04-01', { decisions: [{ objet: 'x', texte: 'On va entendre les écoles.' }] })),
    ])
      expect(told(reserveSansSuite, fine)).toEqual([]);
    for (const early of ['2018-03-01', '2018-02-01'])
      expect(
        told(reserveSansSuite, one({}, reunion('s', early, { ordre_du_jour: [{ point: 'Entendre les écoles' }] }))),
      ).toEqual(at('reunions'));
  });

  it('another scenario than the first is retained with a reason', () => {
    const one = (id: string, rest: object = {}, notes = { a: 9, b: 5, c: 9 }) => ({
      ...etudeAvecScenarios([scenario('a'), scenario('b'), scenario('c')], notees({ x: notes }, { x: 1 })),
      reunions: [
        reunion('r', '2018-01-10', {
          decisions: [
            { objet: 'X', texte: 'T' },
            { objet: 'C', texte: 'T', scenario: id, statut: 'valide', ...rest },
          ],
        }),
      ],
    });
    expect(told(decisionContreClassement, one('b'))).toEqual([
      'reunions/r/decisions/2/scenario / criteres/criteres / scenarios/a',
    ]);
    expect(said(decisionContreClassement, one('b'))).toBe(
      '« Scénario b » est retenu, et la comparaison place « Scénario a » devant (90 points contre 50).',
    );
    for (const fine of [
      one('a'),
      one('c'),
      one('b', { motif: 'M' }),
      one('b', { statut: 'ajourne' }),
      { ...one('b'), criteres: null },
    ])
      expect(told(decisionContreClassement, fine)).toEqual([]);
  });

  it('the meeting of a phase or of a document is of the sort that the contract names', () => {
    const one = (exigence: object, ...reunions: object[]) => ({
      ...avecReunions(...reunions),
      contrat: {
        exigences: [
          {
            id: 'e',
            ref: 'art. 1',
            regle: 'reunion-tenue',
            livrable: 'bilan',
            reunion: { type: 'bilan', phase: 'P1' },
            ...exigence,
          },
        ],
      },
    });
    const [first, second] = [reunion('r', '2018-01-10'), reunion('s', '2018-02-10')];
    expect(told(reunionDUnAutreType, one({}, first, second))).toEqual([
      'contrat/exigences/e/reunion/type / reunions/r/type / reunions/s/type',
    ]);
    const validation = { regle: 'reunion-validation', reunion: { type: 'bilan' } };
    expect(told(reunionDUnAutreType, one(validation, { ...first, livrables: ['bilan'] }, second))).toEqual([
      'contrat/exigences/e/reunion/type / reunions/r/type',
    ]);
    for (const fine of [
      one({}, first, { ...second, type: 'bilan' }),
      one({}, { ...first, etat: 'annulee' }),
      one({}, { ...first, phase: 'P2' }),
      one({}),
      one({ regle: 'clause-ecrite' }, first),
      one({ reunion: undefined }, first),
      one({ reunion: { type: 'bilan' } }, first),
      one(validation, first),
      // A meeting that has it on its agenda alone has it before it.
      one(validation, { ...first, livrables: ['bilan'] }, {
        ...second,
        type: 'bilan',
        ordre_du_jour: [{ point: 'P', livrable: 'bilan' }],
      } as never),
      { ...avecReunions(first), contrat: null },
    ])
      expect(told(reunionDUnAutreType, fine)).toEqual([]);
  });

  it('a phase that is started is of the contract', () => {
    const one = (rest: object, contrat: object | null = { exigences: [{ phase: 'P1' }] }) => ({
      ...avecReunions(reunion('r', '2018-01-10', rest)),
      contrat,
    });
    expect(
      told(
        lancementInconnu,
        one({
          decisions: [{ objet: 'X', texte: 'T' }, { lance: 'P2' }],
          ordre_du_jour: [{ point: 'x' }, { lance: 'P3' }],
        }),
      ),
    ).toEqual([
      'reunions/r/decisions/2/lance / contrat/exigences',
      'reunions/r/ordre_du_jour/2/lance / contrat/exigences',
    ]);
    for (const fine of [one({ decisions: [{ lance: 'P1' }] }), one({ decisions: [{ lance: 'P2' }] }, null), one({})])
      expect(told(lancementInconnu, fine)).toEqual([]);
  });

  it('a legal person is created as the contract wants', () => {
    const one = (nouvelle_entite: boolean, voulu?: string) =>
      avec({ nouvelle_entite }, { contrat: voulu ? { nouvelle_entite: voulu, exigences: [] } : null });
    const at = ['scenarios/a/nouvelle_entite / contrat/nouvelle_entite'];
    expect([told(entiteNonConforme, one(true, 'exclue')), told(entiteNonConforme, one(false, 'attendue'))]).toEqual([
      at,
      at,
    ]);
    for (const fine of [one(false, 'exclue'), one(true, 'attendue'), one(true, 'admise'), one(true)])
      expect(told(entiteNonConforme, fine)).toEqual([]);
  });

  it.each([
    ['regie', true, 'collectivite', true],
    ['regie', false, 'collectivite', false],
    ['convention', true, 'collectivite', true],
    ['delegation', true, 'collectivite', true],
    ['syndicat-mixte', false, 'collectivite', true],
    ['syndicat-mixte', false, 'syndicat-mixte', false],
    ['syndicat-mixte', true, 'collectivite', false],
    ['epl', false, 'regie', false],
    ['scic', false, 'cooperative', false],
    ['gip', false, 'gip', false],
    ['spl', false, 'spl', false],
    ['sem', false, 'sem', false],
    ['sem', false, 'spl', true],
    ['association', false, 'association', false],
    ['association', true, 'collectivite', false],
  ] as const)('a form %s, created: %s, borne by a %s: told %s', (forme_juridique, nouvelle_entite, type, wrong) => {
    const one = avec({ forme_juridique, nouvelle_entite }, { acteurs: [acteur('cdc', { type })] });
    expect(told(formeContreditEntite, one)).toEqual(
      wrong ? ['scenarios/a/nouvelle_entite / scenarios/a/forme_juridique'] : [],
    );
  });
});
