/** Where the study stands at a date, what blocks its next meeting, and how the cash of the mode opératoire depends on the claims. */
import { describe, expect, it } from 'vitest';
import { peutValider, represente, tenues } from '../../../src/analysis/comite.js';
import { grandsEcarts } from '../../../src/analysis/copil/copil.js';
import { etatDe } from '../../../src/analysis/etat/etat.js';
import { suiteDe, suitesDe } from '../../../src/analysis/etat/livrable.js';
import { versementsDe } from '../../../src/analysis/mode-operatoire/versements.js';
import { chiffrer } from '../../../src/analysis/scenarios/chiffrage.js';
import { hypothesesDe } from '../../../src/analysis/scenarios/hypotheses.js';
import type { Study } from '../../../src/study/study.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';
import { etude, petitProjet } from '../small-study.js';

const plain = (text: string): string => text.replace(/\s/g, ' ');
const reunion = (id: string, date: string, rest: object = {}) => ({
  id,
  titre: `Réunion ${id}`,
  type: 'copil',
  phase: 'P',
  date,
  ordre_du_jour: [],
  ...rest,
});
const study = (rest: object = {}, etudeRest: object = {}): Study =>
  ({ ...etude(), ...rest, etude: { ...etude().etude, ...etudeRest } }) as unknown as Study;

describe('the meetings of a study', () => {
  const etats = (date: string, ...reunions: object[]) =>
    etatDe(study({ reunions }), date).reunions.map(({ id, etat, decisions }) => [id, etat, decisions]);

  it('what is put off is no decision taken', () => {
    const decisions = [
      { objet: 'O', texte: 'T', statut: 'valide' },
      { objet: 'P', texte: 'Reporté.', statut: 'ajourne' },
    ];
    const [found] = etatDe(
      study({ reunions: [reunion('a', '2018-01-10', { etat: 'tenue', decisions })] as never }),
      '2018-02-15',
    ).reunions;
    expect(found).toMatchObject({ decisions: 1, autres: 1 });
  });
  it('are in order, held from their day, late once planned and past', () => {
    const decisions = [{ objet: 'O', texte: 'T', statut: 'valide' }];
    expect(
      etats(
        '2018-02-15',
        reunion('plus-tard', '2018-03-01', { etat: 'tenue', decisions }),
        reunion('jour', '2018-02-15', { etat: 'prevue' }),
        reunion('mois', '2018-02', { etat: 'prevue' }),
        reunion('retard', '2018-02-14', { etat: 'prevue', decisions }),
        reunion('tue', '2018-01-10', { decisions }),
        reunion('annulee', '2018-01-05', { etat: 'annulee' }),
        reunion('sans', '2018-02-16'),
      ),
    ).toEqual([
      ['annulee', 'annulee', 0],
      ['tue', 'tenue', 1],
      ['mois', 'prevue', 0],
      ['retard', 'en-retard', 0],
      ['jour', 'prevue', 0],
      ['sans', 'prevue', 0],
      ['plus-tard', 'prevue', 0],
    ]);
  });

  it('have a next one, with the days that are left, or none', () => {
    const prochaine = (...reunions: object[]) => etatDe(study({ reunions }), '2018-02-15').prochaine;
    expect(prochaine(reunion('b', '2018-03-15'), reunion('a', '2018-02-20'))).toEqual({
      id: 'a',
      titre: 'Réunion a',
      date: '2018-02-20',
      jours: 5,
      bloque: [],
    });
    expect(prochaine(reunion('a', '2018-01-20', { etat: 'tenue' }))).toBeNull();
    expect(prochaine(reunion('a', '2018-01-20', { etat: 'prevue' }))).toBeNull();
  });
});

describe('the phases of a study', () => {
  it('are to come before their start, under way to their last day, over after', () => {
    const etat = (date: string, fin?: string) =>
      etatDe(study({}, { calendrier: [{ phase: 'P', debut: '2018-02', ...(fin ? { fin } : {}) }] }), date).phases[0];
    expect(['2018-01-31', '2018-02-01', '2018-04-30', '2018-05-01'].map((date) => etat(date, '2018-04')?.etat)).toEqual(
      ['a-venir', 'en-cours', 'en-cours', 'terminee'],
    );
    expect(['2018-02-28', '2018-03-01'].map((date) => etat(date)?.etat)).toEqual(['en-cours', 'terminee']);
    expect(etat('2018-02-01')).toMatchObject({ phase: 'P', debut: '2018-02', fin: null });
  });
});

describe('the deliverables of a study', () => {
  const livrables = [
    { id: 'diagnostic', titre: 'Diagnostic', phase: 'P1', date: '2018-02-15' },
    { id: 'scenarios', titre: 'Scénarios', date: '2018-06-01' },
  ];
  const regle = (id: string, livrable: string, rest: object = {}) => ({
    id,
    ref: id,
    texte: `Exigence ${id}`,
    livrable,
    ...rest,
  });
  const exigences = [
    regle('a', 'diagnostic', { regle: 'nombre-projets', attendu: 2 }),
    regle('b', 'diagnostic', { regle: 'nombre-scenarios' }),
    regle('c', 'diagnostic', { regle: 'reunion-tenue', reunion: { type: 'copil' } }),
    regle('d', 'diagnostic', { regle: 'decision-lancement', phase: 'X' }),
    regle('e', 'scenarios'),
  ];
  const full = (reunions: object[], date: string) =>
    etatDe(
      study(
        { reunions, projets: [petitProjet('p')], scenarios: [scenario('s')], contrat: { exigences } },
        { livrables, date },
      ),
      date,
    );

  it('count their requirements by state, and name the meeting that validated them', () => {
    const decisions = [{ objet: 'Diagnostic', texte: 'Validé.', livrable: 'diagnostic', statut: 'valide' }];
    const [diagnostic, scenarios] = full(
      [reunion('v', '2018-03-01', { etat: 'tenue', decisions })],
      '2018-04-01',
    ).livrables;
    expect(diagnostic).toEqual({
      id: 'diagnostic',
      titre: 'Diagnostic',
      phase: 'P1',
      date: '2018-02-15',
      etat: 'valide',
      reunion: { titre: 'Réunion v', date: '2018-03-01' },
      renvoye: null,
      completes: 2,
      exemples: 0,
      partielles: 2,
      manquantes: 0,
    });
    expect(scenarios).toMatchObject({
      phase: null,
      etat: 'a-venir',
      reunion: null,
      completes: 0,
      partielles: 0,
      manquantes: 1,
    });
  });

  it('block a meeting that examines them by what they lack, what was asked, what is not sent; of meetings nothing', () => {
    const asked = { objet: 'Diagnostic', texte: 'Compléter.', livrable: 'diagnostic', statut: 'a-modifier' };
    const bloque = (rest: object, suites: object[] = []) =>
      full(
        [
          reunion('avant', '2018-01-10', { etat: 'tenue', decisions: [{ ...asked, suites }] }),
          reunion('x', '2018-05-01', { etat: 'prevue', ...rest }),
        ],
        '2018-04-01',
      ).prochaine?.bloque.map(plain);
    expect(bloque({})).toEqual([]);
    const told = [
      'Exigence : Exigence a. Mesure : 1 projet ; un projet manque : deux sont attendus.',
      'Demande de modification, diagnostic : Compléter.',
    ];
    expect(bloque({ livrables: ['diagnostic'] })).toEqual(told);
    expect(bloque({ ordre_du_jour: [{ point: 'P', livrable: 'diagnostic' }] })).toEqual(told);
    const suite = (etat: string) => [{ etat, texte: 'Fait.', date: '2018-03-01' }];
    for (const etat of ['levee', 'ecartee'])
      expect(bloque({ livrables: ['diagnostic'] }, suite(etat))).toEqual(told.slice(0, 1));
    expect(bloque({ livrables: ['diagnostic'] }, suite('en-cours'))).toEqual(told);
    expect(bloque({ livrables: ['scenarios'] })).toEqual([
      'Exigence : Exigence e. Mesure : aucune règle ne mesure cette exigence.',
      'Livrable à remettre : Scénarios, attendu le 1er juin 2018.',
    ]);
    expect(bloque({ envoi_documents: '2018-04-01' })).toEqual([]);
    expect(bloque({ envoi_documents: '2018-03-31' })).toEqual([
      'Les documents devaient partir le 31 mars 2018 ; l’étude est au 1er avril 2018.',
    ]);
  });
});

describe('what became of a reserve', () => {
  const decision = (suites: object[]) =>
    ({ objet: 'O', texte: 'T', statut: 'valide', reserves: ['Entendre', 'Compter'], suites }) as never;
  it('is the last that was written of it by the date, on the day itself too', () => {
    const suites = [
      { reserve: 2, etat: 'levee', texte: 'Tard.', date: '2018-05-01' },
      { reserve: 1, etat: 'en-cours', texte: 'Début.', date: '2018-03-01' },
      { reserve: 1, etat: 'levee', texte: 'Fin.', date: '2018-04-01' },
    ];
    const at = (date: string) => suitesDe(study(), 'r', decision(suites), date).map(({ etat, texte }) => [etat, texte]);
    expect(at('2018-02-28')).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(at('2018-03-01')).toEqual([
      ['en-cours', 'Début.'],
      [null, null],
    ]);
    expect(at('2018-05-01')).toEqual([
      ['levee', 'Fin.'],
      ['levee', 'Tard.'],
    ]);
  });
  it('is lifted on the day on which its task ended, where the answer says no more than that', () => {
    const at = (rest: object) => {
      const mode_operatoire = {
        ...{ scenario: 'a', parcours: [] },
        reserves: [{ reunion: 'r', reserve: 'Entendre', suite: 'Fait.', etat: 'levee', tache: 't' }],
        taches: [{ id: 't', libelle: 'T', debut: '2018-01', fin: '2018-01', responsable: 'x', ...rest }],
      };
      const [first] = suitesDe({ ...study(), mode_operatoire } as never, 'r', decision([]), '2030-01-01');
      return [first?.etat, first?.date, first?.ecrit ?? false];
    };
    expect(at({ fin_reelle: '2018-02-10' })).toEqual(['levee', '2018-02-10', false]);
    expect(at({}).filter((_, i) => i !== 1)).toEqual(['levee', true]);
  });
  it('that was under way, and of which nothing is written since its task was to begin, is told as it was last known', () => {
    const said = (etat: string) => {
      const mode_operatoire = {
        ...{ scenario: 'a', parcours: [] },
        reserves: [{ reunion: 'r', reserve: 'Entendre', suite: 'Trois dates.', etat, tache: 't' }],
        taches: [{ id: 't', libelle: 'T', debut: '2018-04', fin: '2018-04', responsable: 'x' }],
      };
      return suitesDe({ ...study(), mode_operatoire } as never, 'r', decision([]), '2030-01-01')[0]?.texte;
    };
    expect(said('en-cours')).toMatch(/^En cours .+ : trois dates\. Rien n’en est écrit depuis\.$/);
    expect(said('a-engager')).toMatch(/^Prévu : trois dates\. Aucune suite n’est écrite à cette date\.$/);
  });
  it('is told of a decision as a whole where no reserve is named', () => {
    const suites = [
      { etat: 'levee', texte: 'B', date: '2018-04-01' },
      { etat: 'en-cours', texte: 'A', date: '2018-03-01' },
      { reserve: 1, etat: 'levee', texte: 'C', date: '2018-04-02' },
    ];
    expect(
      ['2018-02-01', '2018-03-31', '2018-04-01', '2019'].map((au) => suiteDe(decision(suites), au)?.texte),
    ).toEqual([undefined, 'A', 'B', 'B']);
    expect(suiteDe({ objet: 'O', texte: 'T' } as never, '2019')).toBeUndefined();
  });
  it('comes from meetings held by the date, oldest first', () => {
    const one = study({
      reunions: [
        reunion('b', '2018-02-01', { etat: 'tenue' }),
        reunion('a', '2018-01-01', { etat: 'tenue' }),
        reunion('p', '2018-01-02', { etat: 'prevue' }),
        reunion('c', '2018-02-02', { etat: 'tenue' }),
      ],
    });
    expect(tenues(one, '2018-02-01').map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('the committee', () => {
  it('is the body whose meetings validate, and counts those who were there', () => {
    expect((['copil', 'bilan', 'cadrage', 'comite-technique'] as const).map((type) => peutValider({ type }))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    const held = (rest: object, present: object = { acteur: 'm' }) =>
      represente(study({ reunions: [reunion('r', '2018-01-01', { etat: 'tenue', presents: [present], ...rest })] }), {
        organisme: 'O',
        acteur: 'm',
      } as never);
    expect([held({}), held({ etat: 'prevue' }), held({ type: 'cadrage' }), held({ presents: undefined })]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect([
      held({}, { acteur: 'm', representants: 0 }),
      held({}, { acteur: 'm', representants: 1 }),
      held({}, { acteur: 'x' }),
    ]).toEqual([false, true, false]);
  });
});

describe('the gaps told at a meeting', () => {
  it('pass a tenth, either way, and are known', () => {
    const told = (ecart: number | null, realise: number | null = 67) =>
      grandsEcarts({
        ecarts: [
          { code: 'x', libelle: 'Rencontres', unite: 'rencontres', genre: 'f', prevu: 60, realise, ecart, inconnus: 0 },
        ],
      } as never).map(plain);
    expect([told(0.1), told(-0.1), told(null), told(0.5, null)]).toEqual([[], [], [], []]);
    expect(told(0.11)).toEqual(['Rencontres : 67 rencontres pour 60 prévues.']);
    expect(told(-0.5, 1)).toEqual(['Rencontres : 1 rencontre pour 60 prévues.']);
  });
});

describe('the claims of an aid', () => {
  const [aide, own] = scenario('a').financements;
  if (!aide || !own) throw new Error('two sources expected');
  const versements = (rest: object, other: object = {}) => {
    const one = scenario('a', {
      financements: [
        { ...own, ...other },
        { ...aide, ...rest },
      ],
    });
    const s = etudeAvecScenarios([scenario('z', { financements: [] }), one]);
    return versementsDe(s, chiffrer(s, one, hypothesesDe(s)));
  };
  it('made by the month say what one claim a year would change; made so already, nothing', () => {
    const monthly = versements({ demandes_paiement: 'mensuelle' });
    expect(monthly.hypothese).toBe('une demande de paiement par mois pour « Aide », payée 6 mois après');
    expect(monthly.seuil).toBe(0);
    // The year is paid in the eighteenth month: the machine, and 500 € that lack each of the months before.
    expect(monthly.siAnnuelle).toBeCloseTo(-6000 - 17 * 500, 6);
    const lowest = (rest: object) => {
      const one = scenario('a', { financements: [own, { ...aide, ...rest }] });
      const s = etudeAvecScenarios([one]);
      return chiffrer(s, one, hypothesesDe(s)).tresorerie.minimum.solde;
    };
    expect(monthly.siAnnuelle).toBeCloseTo(lowest({ demandes_paiement: 'annuelle' }), 6);
    expect(versements({}).siAnnuelle).toBeCloseTo(lowest({ demandes_paiement: 'annuelle' }), 6);
    expect([
      versements({ demandes_paiement: 'annuelle' }).siAnnuelle,
      versements({ demandes_paiement: 'unique' }).siAnnuelle,
    ]).toEqual([null, null]);
    expect(versements({ delai_versement_mois: 0 })).toMatchObject({ hypothese: null, siAnnuelle: null });
  });
});
