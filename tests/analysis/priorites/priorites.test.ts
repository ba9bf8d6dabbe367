/** Priorities and perimeters, on a study small enough to be worked out by hand. */
import { describe, expect, it } from 'vitest';
import { analyseDiagnostic } from '../../../src/analysis/diagnostic-complet.js';
import { analyserPerimetres } from '../../../src/analysis/priorites/perimetres.js';
import { analyserPriorites, poidsEnClair, prioritesDuScenario } from '../../../src/analysis/priorites/priorites.js';
import { chiffrer } from '../../../src/analysis/scenarios/chiffrage.js';
import { hypothesesDe } from '../../../src/analysis/scenarios/hypotheses.js';
import type { Priorites } from '../../../src/study/types.gen.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';
import { acteur, action, besoin, DATE, etude } from '../small-study.js';

const modele: Priorites = {
  poids: { importance: 40, non_couvert: 20, capacite: 20, cadre: 10, eligibilite: 10 },
  seuils: { prioritaire: 60, secondaire: 40 },
  cadre: [
    { domaine: 'eau', note: 5, motif: 'charte' },
    { domaine: 'air', note: 1, motif: 'hors charte' },
  ],
  eligibilite: [{ domaine: 'eau', public: 'ecoles', note: 3, motif: 'aide' }],
  ajustements: [{ domaine: 'air', public: 'familles', points: 15, motif: 'demande des élus' }],
};

const study = etude({
  besoins: [
    besoin('b1', { importance: 5 }),
    besoin('b2', { importance: 3 }),
    besoin('b3', { public: 'familles', domaines: ['air'], importance: 2 }),
  ],
  acteurs: [
    acteur('a1', { engagement: 'volontaire' }),
    acteur('a2', { engagement: 'engage', publics: ['ecoles', 'familles'] }),
    acteur('a3', { engagement: 'pressenti' }),
  ],
  priorites: modele,
});
const analyse = (s = study) => analyserPriorites(s, analyseDiagnostic(s, DATE).besoins);
const of = (d: string, p: string, s = study) =>
  analyse(s).croisements.find((c) => c.domaine.id === d && c.public.id === p);

describe('priorities', () => {
  it('names no measure that weighs nothing', () => {
    const poids = { importance: 3, non_couvert: 1, capacite: 0, cadre: 0, eligibilite: 0 };
    expect(poidsEnClair(analyse({ ...study, priorites: { ...modele, poids } }))).toMatch(
      /^importance des besoins 75\s%, part sans réponse 25\s%$/,
    );
  });

  it('score a pair from its needs, its actors and the notes, with the weights of the study', () => {
    const found = of('eau', 'ecoles');
    // Importance (5 + 3) / 2 = 4 → 75; needs half covered → 50; most committed actors of all pairs → 100; notes 5 → 100 and 3 → 50.
    expect(found?.mesures).toEqual({ importance: 75, non_couvert: 50, capacite: 100, cadre: 100, eligibilite: 50 });
    expect(found?.score).toBeCloseTo(0.4 * 75 + 0.2 * 50 + 0.2 * 100 + 0.1 * 100 + 0.1 * 50, 10);
    expect(found?.classe).toBe('prioritaire');
  });

  it('are told from those that a scenario serves first: both the domain and the public', () => {
    const [eau, air] = [of('eau', 'ecoles'), of('air', 'familles')];
    const croisements = [eau, air].flatMap((one) => (one ? [{ ...one, classe: 'prioritaire' as const }] : []));
    const manques = (domaines: string[], publics: string[]) =>
      prioritesDuScenario(
        { croisements },
        { domaines_prioritaires: domaines, publics_prioritaires: publics },
      ).manques.map(({ domaine, public: who }) => `${domaine.id} ${who.id}`);
    expect(manques(['eau', 'air'], ['ecoles', 'familles'])).toEqual([]);
    expect(manques(['eau', 'air'], ['ecoles'])).toEqual(['air familles']);
    expect(manques(['air'], ['ecoles'])).toEqual(['eau ecoles', 'air familles']);
  });

  it('share out the weight of what is not noted, and show the adjustment beside the score worked out', () => {
    const found = of('air', 'familles');
    // Importance 2 → 25; no actor: open, 100; capacity 0; note 1 → 0; eligibility unknown.
    const base = (40 * 25 + 20 * 100 + 0 + 0) / 90;
    expect(found?.base).toBeCloseTo(base, 10);
    expect(found?.score).toBeCloseTo(base + 15, 10);
    expect(found?.ajustement?.motif).toBe('demande des élus');
  });

  it('give no points where no need is known, and weigh alike without a model', () => {
    expect(of('eau', 'familles')?.score).toBeNull();
    const plain = of('eau', 'ecoles', { ...study, priorites: null });
    expect(plain?.score).toBeCloseTo((75 + 50 + 100) / 3, 10);
  });

  it('come highest first', () => {
    const scores = analyse().croisements.map(({ score }) => score ?? -1);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });
});

describe('perimeters', () => {
  const one = scenario('s');
  const base = etudeAvecScenarios([one]);
  const full = {
    ...base,
    actions: [action('x', { communes: ['99001'] }), action('y', { communes: ['99002'] }), action('z')],
    territoire: {
      ...base.territoire,
      perimetres: [
        { id: 'haut', libelle: 'Haut seul', communes: ['99001'] },
        { id: 'tout', libelle: 'Tout', epci: ['200000001'] },
      ],
    },
  };
  const found = analyserPerimetres(full, [chiffrer(full, one, hypothesesDe(full))]);

  it('count what lies in each, and cost each scenario in both', () => {
    const [haut, tout] = found.liste;
    expect(haut).toMatchObject({ population: 300, actions: 1, partCommune: 1 });
    expect(tout).toMatchObject({ population: 1000, actions: 2, partCommune: 0.3 });
    // 25 000 euros a year for 300 inhabitants.
    expect(haut?.couts[0]).toMatchObject({ dimensionne: true, coutAServiceEgal: 25000 });
    expect(tout?.couts[0]?.coutParHabitant).toBeCloseTo(25, 10);
    // No European receipt in this scenario.
    expect(haut?.couts[0]?.aideEuropeenne).toBe(0);
    expect(tout?.couts[0]?.coutAServiceEgal).toBeCloseTo((25000 * 1000) / 300, 6);
  });

  it('follow no proportion beyond five times the inhabitants that a scenario was sized for', () => {
    const { communes } = full.territoire;
    const many = {
      ...full,
      territoire: {
        ...full.territoire,
        communes: communes.map((one) => (one.code === '99002' ? { ...one, population: 4000 } : one)),
      },
    };
    const [, wide] = analyserPerimetres(many, [chiffrer(many, one, hypothesesDe(many))]).liste;
    expect(wide?.couts[0]).toMatchObject({ coutAServiceEgal: null, aideEuropeenne: null });
    expect(wide?.couts[0]?.coutParHabitant).toBeCloseTo(25000 / 4300, 9);
  });

  it('count European aid for those who live where it is given', () => {
    const [aide, fonds] = one.financements;
    if (!aide || !fonds) throw new Error('two sources expected');
    const european = scenario('s', { financements: [{ ...aide, origine: 'europe' }, fonds] });
    const [haut, tout] = analyserPerimetres(full, [chiffrer(full, european, hypothesesDe(full))]).liste;
    expect(haut?.couts[0]?.aideEuropeenne).toBeCloseTo(9000, 9);
    // Beyond its own perimeter a scenario spends more, and is aided no more.
    expect(tout?.couts[0]?.aideEuropeenne).toBeCloseTo(9000, 9);
    // Sized for all and limited to 300 of 1 000 inhabitants: half of 6 000 euros of posts, under the ceiling of 9 000.
    const wide = { ...european, perimetre: 'tout' };
    const [part, whole] = analyserPerimetres(full, [chiffrer(full, wide, hypothesesDe(full))]).liste;
    expect(whole?.couts[0]?.aideEuropeenne).toBeCloseTo(9000, 9);
    expect(part?.couts[0]?.aideEuropeenne).toBeCloseTo(3000, 9);
    expect(part?.couts[0]?.coutAServiceEgal).toBeCloseTo(7500, 9);
  });

  it('propose none where two have as many scenarios', () => {
    const two = [one, scenario('t', { perimetre: 'tout' })].map((each) => chiffrer(full, each, hypothesesDe(full)));
    const { proposition, liste } = analyserPerimetres(full, two);
    expect(proposition).toBeNull();
    expect(liste.map(({ partCommune }) => partCommune)).toEqual([null, null]);
  });

  it('propose what the study says, else what the scenarios were sized for', () => {
    expect(found.proposition).toMatchObject({ id: 'haut', duConsultant: false });
    const given = analyserPerimetres(
      { ...full, priorites: { ...modele, perimetre: { proposition: 'tout', motif: 'tous', arguments: [] } } },
      [chiffrer(full, one, hypothesesDe(full))],
    );
    expect(given.proposition).toMatchObject({ id: 'tout', motif: 'tous', duConsultant: true });
  });
});
