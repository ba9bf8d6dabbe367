/** What stands beside a contradiction neither hides it nor moves it: rules of meetings, payments, roles and texts among several. */
import { describe, expect, it } from 'vitest';
import { perimetreNonPropose } from '../../../src/analysis/coherence/regles/choix-du-scenario/cadre.js';
import { scenariosSemblables } from '../../../src/analysis/coherence/regles/choix-du-scenario/semblables.js';
import { decisionAuDela, propositionSansDecision } from '../../../src/analysis/coherence/regles/decisions/portees.js';
import { conventionsHorsBudget } from '../../../src/analysis/coherence/regles/financement/conventions.js';
import { versementHorsRegle } from '../../../src/analysis/coherence/regles/financement/versements.js';
import { roleSansModalite } from '../../../src/analysis/coherence/regles/moyens/lignes.js';
import { payeSansJours } from '../../../src/analysis/coherence/regles/realisation/realise.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';
import { etude } from '../small-study.js';
import { aide, avec, avecReunions, base, duMode, found, modalite, reunion, said, told } from './told.js';

const decision = (rest: object) => ({ objet: 'Objet', texte: 'Texte.', statut: 'valide', ...rest });

describe('a proposal', () => {
  const proposed = (own: object, ...later: object[]) =>
    told(
      propositionSansDecision,
      avecReunions(
        reunion('p', '2017-06-01', { decisions: [decision({ portee: 'propose', echeance: '2017-09-01', ...own })] }),
        ...later.map((one, i) => reunion(`d${i}`, '2017-08-01', { type: 'deliberation', decisions: [decision(one)] })),
      ),
    );
  const open = ['reunions/p/decisions/1/echeance / etude/date'];

  it('is answered by a decision on the same thing: a phase, a scenario, a deliverable', () => {
    expect(proposed({ lance: 'Lot C' }, { lance: 'Lot C' })).toEqual([]);
    expect(proposed({ scenario: 'a' }, { scenario: 'a' })).toEqual([]);
    expect(proposed({ livrable: 'diagnostic' }, { livrable: 'diagnostic' })).toEqual([]);
    expect(proposed({ lance: 'Lot C', scenario: 'a' }, { scenario: 'a' })).toEqual([]);
  });

  it('is not answered by a decision on something else, nor by one that names nothing', () => {
    for (const own of [{ lance: 'Lot C' }, { scenario: 'a' }, { livrable: 'diagnostic' }, {}]) {
      expect(proposed(own), JSON.stringify(own)).toEqual(open);
      expect(proposed(own, {}), JSON.stringify(own)).toEqual(open);
      expect(
        proposed(own, { lance: 'Lot D' }, { scenario: 'b' }, { livrable: 'scenarios' }),
        JSON.stringify(own),
      ).toEqual(open);
    }
    // Launching a phase, or retaining a scenario, is another thing than validating the deliverable of the same meeting.
    expect(proposed({ lance: 'Lot C', livrable: 'diagnostic' }, { livrable: 'diagnostic' })).toEqual(open);
    expect(proposed({ scenario: 'a', livrable: 'scenarios' }, { livrable: 'scenarios' })).toEqual(open);
  });

  it('is not answered by what was decided before it, and waits for no answer before its term or after what came of it', () => {
    const early = avecReunions(
      reunion('d', '2017-05-01', { decisions: [decision({ lance: 'Lot C' })] }),
      reunion('p', '2017-06-01', {
        decisions: [decision({ portee: 'propose', lance: 'Lot C', echeance: '2017-09-01' })],
      }),
    );
    expect(told(propositionSansDecision, early)).toEqual(open);
    expect(proposed({ lance: 'Lot C', echeance: '2019-09-01' })).toEqual([]);
    expect(proposed({ lance: 'Lot C', suites: [{ date: '2017-07', texte: 'Abandonné.' }] })).toEqual([]);
  });
});

describe('a decision beyond its agenda', () => {
  const decided = (agenda: object[], ...own: object[]) =>
    told(
      decisionAuDela,
      avecReunions(reunion('r', '2017-06-01', { ordre_du_jour: agenda, decisions: own.map(decision) })),
    );
  const point = (rest: object) => ({ point: 'P', decision_attendue: 'Proposer.', portee: 'propose', ...rest });

  it('is told at its own rank, against the point that asked for less', () => {
    const agenda = [point({ lance: 'Lot B' }), point({ lance: 'Lot C' })];
    expect(decided(agenda, {}, { lance: 'Lot C' })).toEqual([
      'reunions/r/decisions/2 / reunions/r/ordre_du_jour/2/portee',
    ]);
    expect(decided([point({ livrable: 'diagnostic' })], { livrable: 'diagnostic' })).toEqual([
      'reunions/r/decisions/1 / reunions/r/ordre_du_jour/1/portee',
    ]);
  });

  it.each([
    ['asks to decide', { lance: 'Lot C', portee: 'decide' }, { lance: 'Lot C' }],
    ['says nothing of what it expects', { lance: 'Lot C', decision_attendue: undefined }, { lance: 'Lot C' }],
    ['is on another phase', { lance: 'Lot B' }, { lance: 'Lot C' }],
    ['is on another deliverable', { livrable: 'diagnostic' }, { livrable: 'scenarios' }],
    ['names nothing, as the decision', {}, {}],
    [
      'is on the deliverable of a decision that launches a phase',
      { livrable: 'diagnostic' },
      { livrable: 'diagnostic', lance: 'Lot C' },
    ],
  ])('is none where the point %s', (_, asked, own) => {
    expect(decided([point(asked)], own)).toEqual([]);
  });

  it('is none of what the meeting only proposes', () => {
    expect(decided([point({ lance: 'Lot C' })], { lance: 'Lot C', portee: 'propose' })).toEqual([]);
  });
});

describe('an aid paid otherwise than its rule', () => {
  const regle = (id: string, rest: object) => ({ id, titre: `Règle ${id}`, ...rest });
  const paid = (source: object, ...references: object[]) => ({
    ...avec({ financements: [{ ...aide, ...source }] }),
    references,
  });
  const delai = regle('r', { delai_versement_mois: { min: 6, max: 12 } });

  it('is told at the field that says it, or at the source where nothing does', () => {
    const at = 'scenarios/a/financements/aide';
    expect(told(versementHorsRegle, paid({ reference: 'r', delai_versement_mois: 3 }, delai))).toEqual([
      `${at}/delai_versement_mois / references/r`,
    ]);
    const { delai_versement_mois: _, ...sans } = aide;
    expect(
      told(versementHorsRegle, { ...avec({ financements: [{ ...sans, reference: 'r' }] }), references: [delai] }),
    ).toEqual([`${at} / references/r`]);
    expect(
      told(versementHorsRegle, paid({ reference: 'r', acompte: 0.3 }, regle('r', { acompte_maximal: 0.2 }))),
    ).toEqual([`${at}/acompte / references/r`]);
  });

  it('is none at the limits of the rule, of a rule that it does not cite, or of one that limits nothing', () => {
    for (const mois of [6, 9, 12])
      expect(told(versementHorsRegle, paid({ reference: 'r', delai_versement_mois: mois }, delai))).toEqual([]);
    expect(told(versementHorsRegle, paid({ reference: 'r', delai_versement_mois: 13 }, delai))).toHaveLength(1);
    expect(told(versementHorsRegle, paid({ reference: 'q', delai_versement_mois: 1 }, delai, regle('q', {})))).toEqual(
      [],
    );
    expect(told(versementHorsRegle, paid({ delai_versement_mois: 1 }, delai))).toEqual([]);
    expect(
      told(versementHorsRegle, paid({ reference: 'r', acompte: 0.2 }, regle('r', { acompte_maximal: 0.2 }))),
    ).toEqual([]);
  });

  it('is told of each of the rules that it cites, the one and the others', () => {
    const found = told(
      versementHorsRegle,
      paid(
        { reference: 'r', regles: ['s'], delai_versement_mois: 1 },
        delai,
        { ...delai, id: 's' },
        { ...delai, id: 't' },
      ),
    );
    expect(found.map((one) => one.split(' / ')[1])).toEqual(['references/r', 'references/s']);
  });

  it('says what the rule allows: a span, a month, an advance or none', () => {
    const says = (source: object, rest: object) =>
      said(versementHorsRegle, paid({ reference: 'r', ...source }, regle('r', rest)));
    expect(says({ delai_versement_mois: 1 }, { delai_versement_mois: { min: 6, max: 12 } })).toMatch(
      /compte 1 mois de délai ; « Règle r » dit de 6 à 12 mois\.$/,
    );
    expect(says({ delai_versement_mois: 1 }, { delai_versement_mois: { min: 6, max: 6 } })).toMatch(/dit 6 mois\.$/);
    expect(says({ acompte: 0.5 }, { acompte_maximal: 0.2 })).toMatch(
      /compte 50 % d’acompte ; « Règle r » dit 20 % au plus\.$/,
    );
    expect(says({ acompte: 0.5 }, { acompte_maximal: 0 })).toMatch(/dit aucun acompte\.$/);
  });
});

describe('scenarios in the same words', () => {
  const pair = (first: object, second: object) =>
    etudeAvecScenarios([scenario('a', first as never), scenario('b', second as never)]);
  it('are so whatever the order, the accents and the capitals of their traits', () => {
    const traits = { resume: 'Un.', avantages: ['Proche des habitants', 'Léger'], inconvenients: ['Fragile'] };
    const other = { resume: 'Deux.', avantages: ['LEGER ', 'Fragile'], inconvenients: ['Proche des habitants'] };
    expect(told(scenariosSemblables, pair(traits, other))).toEqual(['scenarios/b/avantages / scenarios/a/avantages']);
    expect(told(scenariosSemblables, pair(traits, { ...other, avantages: ['Léger'] }))).toEqual([]);
    expect(told(scenariosSemblables, pair(traits, { resume: ' un. ' }))).toEqual([
      'scenarios/b/resume / scenarios/a/resume',
    ]);
    expect(
      told(scenariosSemblables, pair({ resume: 'Un.', avantages: [] }, { resume: 'Deux.', avantages: [] })),
    ).toEqual([]);
    expect(told(scenariosSemblables, pair({ resume: 'Un.' }, { resume: 'Deux.' }))).toEqual([]);
  });

  it('are told once each, with the first that has these words', () => {
    const three = etudeAvecScenarios(['a', 'b', 'c'].map((id) => scenario(id)));
    expect(told(scenariosSemblables, three)).toEqual([
      'scenarios/b/resume / scenarios/a/resume',
      'scenarios/c/resume / scenarios/a/resume',
    ]);
  });
});

describe('a role that nothing serves', () => {
  const roles = [
    { fonction: 'conseiller', acteurs: ['cdc'] },
    { fonction: 'former', acteurs: ['cdc'] },
  ];
  it('is told at its rank, by the name of its function', () => {
    const served = (...fonctions: string[]) => avec({ roles, modalites: [{ ...modalite, fonctions }] });
    expect(told(roleSansModalite, served('conseiller'))).toEqual(['scenarios/a/roles/2 / scenarios/a/modalites']);
    expect(said(roleSansModalite, served('conseiller'))).toContain('un rôle est donné pour « Former »');
    expect(told(roleSansModalite, served('former', 'conseiller'))).toEqual([]);
    // Where no modality says what it serves, nothing is known.
    expect(told(roleSansModalite, served())).toEqual([]);
    const unknown = avec({
      roles: [{ fonction: 'absente', acteurs: ['cdc'] }],
      modalites: [{ ...modalite, fonctions: ['former'] }],
    });
    expect(said(roleSansModalite, unknown)).toContain('« absente »');
  });
});

describe('a perimeter proposed', () => {
  const proposed = (id: string | undefined, ...perimetres: string[]) => ({
    ...etudeAvecScenarios(perimetres.map((perimetre, i) => scenario(`s${i}`, { perimetre }))),
    priorites: { perimetre: { proposition: id } },
  });
  it('is that of one scenario at least', () => {
    expect(told(perimetreNonPropose, proposed('haut', 'bas', 'haut'))).toEqual([]);
    expect(told(perimetreNonPropose, proposed('haut', 'bas', 'autre'))).toEqual([
      'priorites/perimetre/proposition / scenarios/s0/perimetre',
    ]);
    expect(said(perimetreNonPropose, proposed('haut', 'bas'))).toContain('« Haut seul »');
    expect(told(perimetreNonPropose, proposed(undefined, 'bas'))).toEqual([]);
    expect(told(perimetreNonPropose, proposed('haut'))).toEqual([]);
    expect(told(perimetreNonPropose, { ...etudeAvecScenarios([base]), priorites: null })).toEqual([]);
  });
});

describe('conventions and the line that pays them', () => {
  const ligne = { id: 'l', libelle: 'Prestations', porteur: 'cdc', nature: 'prestation', cout_annuel: 1000 };
  const conventions = (...list: object[]) =>
    avec(
      { moyens: { humains: [], fonctionnement: [{ ...ligne, id: 'k' }, ligne] } },
      { mode_operatoire: { scenario: 'a', parcours: [], conventions: list } },
    );
  const convention = (rest: object) => ({ partenaire: 'mare', objet: 'Objet', ligne: 'l', ...rest });

  it('add up to it within a euro, at the first of them', () => {
    expect(
      told(conventionsHorsBudget, conventions(convention({ montant: 400 }), convention({ montant: 600 }))),
    ).toEqual([]);
    expect(told(conventionsHorsBudget, conventions(convention({ montant: 1001 })))).toEqual([]);
    expect(
      told(
        conventionsHorsBudget,
        conventions(
          { partenaire: 'mare', montant: 7 },
          convention({ id: 'c', montant: 500 }),
          convention({ montant: 600 }),
        ),
      ),
    ).toEqual(['mode_operatoire/conventions/c / scenarios/a/moyens/fonctionnement/l']);
    expect(
      told(conventionsHorsBudget, conventions({ partenaire: 'mare', montant: 7 }, convention({ montant: 900 }))),
    ).toEqual(['mode_operatoire/conventions/2 / scenarios/a/moyens/fonctionnement/l']);
    expect(said(conventionsHorsBudget, conventions(convention({ montant: 900 })))).toMatch(
      /font 900 € par an ; la ligne en prévoit 1 000 €/,
    );
    // An amount that is not written may be what is missing; it takes nothing away.
    expect(told(conventionsHorsBudget, conventions(convention({ montant: 900 }), convention({})))).toEqual([]);
    expect(told(conventionsHorsBudget, conventions(convention({ montant: 1100 }), convention({})))).toHaveLength(1);
  });

  it('say nothing of a line that the scenario has not, or without a scenario', () => {
    expect(told(conventionsHorsBudget, conventions(convention({ ligne: 'm', montant: 5 })))).toEqual([]);
    expect(told(conventionsHorsBudget, avec())).toEqual([]);
    expect(
      found(conventionsHorsBudget, {
        ...etude(),
        mode_operatoire: { scenario: 'z', parcours: [], conventions: [convention({ montant: 5 })] },
      }),
    ).toEqual([]);
  });
});

describe('a convention paid by the day', () => {
  const paid = (montant: number, jours: object[], own: object = {}) =>
    duMode({
      conventions: [
        { id: 'b', partenaire: 'region', objet: 'x', montant: 10, jours_an: 1 },
        { id: 'c', partenaire: 'mare', objet: 'x', montant: 2000, jours_an: 20, ...own },
      ],
      realise: { jours, paiements: [{ convention: 'c', montant }] },
    });
  const done = [
    { acteur: 'cdc', jours: 3 },
    { acteur: 'mare', jours: 10 },
  ];

  it('is not paid for more than the days done, within a euro, nor for more days than agreed', () => {
    expect(told(payeSansJours, paid(1001, done))).toEqual([]);
    expect(told(payeSansJours, paid(1002, done))).toEqual([
      'mode_operatoire/realise/paiements/1/montant / mode_operatoire/realise/jours/2',
    ]);
    expect(said(payeSansJours, paid(1500, done))).toMatch(
      /1 500 € ont été payés à La Mare pour 10 jours faits sur 20 convenus, qui en valent 1 000 €/,
    );
    expect(told(payeSansJours, paid(2100, [{ acteur: 'mare', jours: 30 }]))).toHaveLength(1);
    expect(told(payeSansJours, paid(2000, [{ acteur: 'mare', jours: 30 }]))).toEqual([]);
  });

  it('says nothing where the days agreed, the days done or the amount are not known', () => {
    expect(told(payeSansJours, paid(5000, done, { jours_an: undefined }))).toEqual([]);
    expect(told(payeSansJours, paid(5000, done, { montant: undefined }))).toEqual([]);
    expect(told(payeSansJours, paid(5000, [{ acteur: 'cdc', jours: 3 }]))).toEqual([]);
    expect(told(payeSansJours, { ...paid(5000, done), mode_operatoire: null })).toEqual([]);
    const unknown = paid(5000, done);
    Object.assign(unknown.mode_operatoire ?? {}, { conventions: [] });
    expect(told(payeSansJours, unknown)).toEqual([]);
  });
});
