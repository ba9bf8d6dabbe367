/** The conclusion in French, which never says more than the results do. */

import { accord, compteAuFil, compteEnLettres, enumerer, minuscule } from '../../../texte/accords.js';
import { enLettres, nombreFr } from '../../../texte/nombres.js';
import { euros } from '../../montants.js';
import { total } from '../financement/financement.js';
import { nomDuScenario } from '../noms.js';
import type { TestViabilite } from '../viabilite/viabilite.js';
import type { Evaluation, ScenarioEvalue } from './evaluation.js';
import { frequences, rangDuRetenu, renversements, resultat } from './solidite.js';

/** A reason that is to stand between parentheses has none of its own. */
const aPlat = (motif: string): string => motif.replace(/ \(([^()]*)\)/g, ', $1');

/** What is said of a scenario, without its name: of one, and of several of whom it is so. */
interface Dit {
  un: string;
  plusieurs: string;
}

const dit = (un: string, plusieurs: string, suite: string): Dit => ({
  un: `${un} ${suite}`,
  plusieurs: `${plusieurs} ${suite}`,
});

/** Tests not met, with why; those met under a condition, whose conditions stand in the chapter of the scenario. */
function viabiliteEnClair(tests: readonly TestViabilite[]): Dit[] {
  const failed = tests.filter(({ etat }) => etat === 'non');
  const held = tests.filter(({ etat }) => etat === 'sous condition');
  const combien = (n: number): string => compteAuFil(n, 'test');
  if (failed.length + held.length === 0) return [dit('satisfait', 'satisfont', 'à tous les tests de viabilité.')];
  return [
    ...(failed.length === 0
      ? []
      : [
          dit(
            'ne satisfait pas',
            'ne satisfont pas',
            `à ${combien(failed.length)} de viabilité : ${failed.map(({ libelle, motif }) => `${minuscule(libelle)} (${aPlat(motif)})`).join(' ; ')}.`,
          ),
        ]),
    ...(held.length === 0
      ? []
      : [
          dit(
            'satisfait',
            'satisfont',
            `à ${combien(held.length)} sous condition : ${enumerer(held.map(({ libelle }) => minuscule(libelle)))}.`,
          ),
        ]),
  ];
}

/** One sentence for all of whom the same is said, where the first of them is told; they are not named where they are all `count` scenarios. */
function ensemble(told: readonly (Dit & { nom: string })[], count: number): string[] {
  return [...new Set(told.map(({ un }) => un))].map((said) => {
    const all = told.filter(({ un }) => un === said);
    const several = all.length > 1 ? all[0]?.plusieurs : undefined;
    const names = all.length > 1 && all.length === count ? `Les ${enLettres(count)} scénarios` : undefined;
    return `${names ?? enumerer(all.map(({ nom }) => nom))} ${several ?? said}`;
  });
}

/** All the scenarios at once: who meets every test, or which tests each fails. Null without a test. */
export function viabilitesEnClair(scenarios: readonly ScenarioEvalue[]): string | null {
  const all = scenarios.map(({ chiffrage, viabilite: { tests } }) => ({
    nom: `« ${nomDuScenario(chiffrage.scenario)} »`,
    tests: tests.length,
    held: tests.filter(({ etat }) => etat === 'sous condition').length,
    failed: tests.filter(({ etat }) => etat === 'non').map(({ libelle }) => minuscule(libelle)),
  }));
  if (all.every(({ tests }) => tests === 0)) return null;
  const met = all.filter(({ failed }) => failed.length === 0);
  const failing = all.filter(({ failed }) => failed.length > 0);
  const sur = met.length === 1 && all.length > 1 ? `${met[0]?.nom} seul` : enumerer(met.map(({ nom }) => nom));
  const reserve = met.some(({ held }) => held > 0) ? ', dont certains sous condition' : '';
  const head =
    failing.length === 0
      ? `Aucun test de viabilité n’échoue${met.some(({ held }) => held > 0) ? ' ; certains ne sont satisfaits que sous condition' : ''}`
      : met.length === 0
        ? 'Viabilité : aucun scénario ne satisfait à tous les tests'
        : `Viabilité : ${sur} ${met.length > 1 ? 'satisfont' : 'satisfait'} à tous les tests${reserve}`;
  if (failing.length === 0) return `${head}.`;
  // Tests that the same scenarios fail are told together.
  const parScenarios = new Map<string, string[]>();
  for (const test of new Set(failing.flatMap(({ failed }) => failed))) {
    const names = enumerer(failing.filter(({ failed }) => failed.includes(test)).map(({ nom }) => nom));
    parScenarios.set(names, [...(parScenarios.get(names) ?? []), `« ${test} »`]);
  }
  const each = [...parScenarios].map(
    ([names, tests]) => `${enumerer(tests)} ${accord(tests.length, 'manque', 'manquent')} à ${names}`,
  );
  return `${head} ; ${each.join(' ; ')}.`;
}

/** More scenarios than these are counted rather than told one by one. */
const AUTRES_DITS = 3;

/** Those that no one chose nor placed first, when they are many. */
function echecsDesAutres(autres: readonly ScenarioEvalue[]): string[] {
  const failing = autres.filter(({ viabilite: { tests } }) => tests.some(({ etat }) => etat === 'non')).length;
  return failing === 0
    ? []
    : [
        `${compteEnLettres(failing, 'autre scénario ne satisfait', 'autres scénarios ne satisfont')} pas à tous les tests de viabilité ; le chapitre de chacun dit auxquels.`,
      ];
}

const tentees = ({ viabilite: { epreuves } }: ScenarioEvalue): ScenarioEvalue['viabilite']['epreuves'] =>
  epreuves.filter(({ sansObjet }) => !sansObjet);

/** Whether no scenario stands any of its trials: said once, it is fair to each. */
const tousPerdent = (scenarios: readonly ScenarioEvalue[]): boolean =>
  scenarios.length > 1 &&
  scenarios.every((one) => tentees(one).length > 0 && tentees(one).every(({ satisfait }) => !satisfait));

/** The trials that it does not stand. */
function epreuvesEnClair(one: ScenarioEvalue): Dit[] {
  const tried = tentees(one);
  const lost = tried.filter(({ satisfait }) => !satisfait);
  const [un, plusieurs] = ['ne résiste', 'ne résistent'];
  if (lost.length === 0) return [];
  if (lost.length === tried.length && tried.length > 1)
    return [dit(un, plusieurs, `à aucune des ${enLettres(tried.length, 'f')} épreuves.`)];
  const told = enumerer(lost.map(({ libelle }) => minuscule(libelle)));
  return [
    dit(
      `${un} pas`,
      `${plusieurs} pas`,
      `${tried.length === 1 ? 'à la seule épreuve tentée' : `à ${compteAuFil(lost.length, 'épreuve')} sur ${enLettres(tried.length)}`} : ${told}.`,
    ),
  ];
}

/** Criteria that weigh and separate nothing. */
function sansInfluence(criteres: Evaluation['criteres']): string[] {
  const idle = criteres.filter(({ influence, poids }) => influence < 0.05 && poids > 0);
  if (idle.length === 0 || idle.length === criteres.length) return [];
  const names = enumerer(idle.map(({ libelle, poids }) => `« ${libelle} » (${nombreFr(poids)}\u00a0% du poids)`));
  return [`${names} ne ${idle.length > 1 ? 'départagent' : 'départage'} aucun scénario : tous y ont la même valeur.`];
}

/** What a ceiling that is had again each year brings, and would not if it stood for the whole file: a rule that is borrowed may say either. */
function plafondsSupposes(scenarios: readonly ScenarioEvalue[]): string {
  const found = scenarios.flatMap(({ chiffrage: { scenario, recettes } }) => {
    const beyond = scenario.financements.reduce(
      (sum, { regle_empruntee: borrowed, plafond, plafond_par: par = 'annee' }, i) => {
        const received = total(recettes[i] ?? []);
        return borrowed && plafond !== undefined && par === 'annee' ? sum + Math.max(0, received - plafond) : sum;
      },
      0,
    );
    return beyond > 0 ? [`${euros(beyond)} pour « ${nomDuScenario(scenario)} »`] : [];
  });
  return found.length === 0
    ? ''
    : ` Son plafond est supposé s’ouvrir à nouveau chaque année ; s’il valait pour tout le dossier, l’aide baisserait de ${enumerer(found)}.`;
}

/** Receipts that rest on a rule of another territory: what they weigh, scenario by scenario. */
export function reglesEmpruntees(scenarios: readonly ScenarioEvalue[]): string[] {
  const found = scenarios.flatMap(({ chiffrage: { scenario, recettes, recettesTotales } }) => {
    const borrowed = scenario.financements.flatMap((source, i) =>
      source.regle_empruntee ? [{ origine: source.regle_empruntee, euros: total(recettes[i] ?? []) }] : [],
    );
    const amount = total(borrowed.map(({ euros: own }) => own));
    const [first] = borrowed;
    return first && amount > 0 ? [{ scenario, amount, part: amount / recettesTotales, origine: first.origine }] : [];
  });
  if (found.length === 0) return [];
  const each = found.map(
    ({ scenario, amount, part }) =>
      `${euros(amount)} pour « ${nomDuScenario(scenario)} » (${nombreFr(Math.round(part * 100))}\u00a0% de ses recettes)`,
  );
  const origins = enumerer([...new Set(found.map(({ origine }) => origine))]);
  return [
    `Réserve : une règle d’aide n’est pas confirmée sur ce territoire (${origins}). En dépendent ${enumerer(each)}.${plafondsSupposes(scenarios)}`,
  ];
}

/**
 * Sentences, from the result to what would change it. Under `seuil` points of 100 nothing separates two scenarios. `retenu`: id of the scenario that a
 * meeting has retained.
 */
export function conclure(
  evaluation: Evaluation,
  scenarios: readonly ScenarioEvalue[],
  seuil: number,
  retenu?: string,
): string[] {
  const name = (i: number): string => {
    const scenario = scenarios[i]?.chiffrage.scenario;
    return `« ${scenario ? nomDuScenario(scenario) : ''} »`;
  };
  const { premier, avance, criteres } = evaluation;
  const chosen = scenarios.findIndex(({ chiffrage }) => chiffrage.scenario.id === retenu);
  if (avance === null) return [`Un seul scénario est évalué, ${name(premier)} : il n’y a rien à comparer.`];
  if (evaluation.scores.length < 2) return [];
  return [
    [resultat(evaluation, avance, seuil, name), chosen < 0 ? '' : rangDuRetenu(evaluation, chosen, seuil, name)]
      .filter(Boolean)
      .join(' '),
    ...frequences(evaluation, name),
    ...renversements(evaluation, name),
    ...sansInfluence(criteres),
    ...reglesEmpruntees(scenarios),
    ...viabilites(scenarios, premier, chosen, name),
  ];
}

/** The first, the one that the meeting retained, then the others in the same words: what is told of some and not of others would pass for an advantage. */
function viabilites(
  scenarios: readonly ScenarioEvalue[],
  premier: number,
  chosen: number,
  name: (i: number) => string,
): string[] {
  const told = new Set([premier, ...(chosen < 0 ? [] : [chosen])]);
  const others = [...scenarios.keys()].filter((i) => !told.has(i));
  const many = others.length > AUTRES_DITS;
  const none = !many && tousPerdent(scenarios);
  return [
    ...ensemble(
      [...told, ...(many ? [] : others)].flatMap((i) => {
        const one = scenarios[i];
        return one
          ? [...viabiliteEnClair(one.viabilite.tests), ...(none ? [] : epreuvesEnClair(one))].map((said) => ({
              ...said,
              nom: name(i),
            }))
          : [];
      }),
      scenarios.length,
    ),
    ...(many ? echecsDesAutres(others.flatMap((i) => scenarios[i] ?? [])) : []),
    ...(none ? ['Aucun scénario ne résiste à aucune des épreuves qui le concernent.'] : []),
  ];
}
