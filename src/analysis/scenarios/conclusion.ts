/** The conclusion in French, which never says more than the results do. */

import { numberAt } from '../../lists/at.js';
import { compte, compteEnLettres, enumerer, minuscule } from '../../texte/accords.js';
import { nombreFr, partsSurCent } from '../../texte/nombres.js';
import { euros } from '../montants.js';
import type { Evaluation, ScenarioEvalue } from './evaluation.js';
import { total } from './financement.js';
import { valeurEnClair } from './indicateurs.js';
import { nomDuScenario } from './noms.js';
import type { TestViabilite } from './viabilite.js';

const times = (share: number, rounded = Math.round(share * 100)): string => {
  if (share === 0) return 'jamais';
  if (rounded === 100 && share < 1) return 'plus de 99 fois';
  return rounded === 0 ? 'moins d’une fois' : `${nombreFr(rounded)} fois`;
};

/** A reason that is to stand between parentheses has none of its own. */
const aPlat = (motif: string): string => motif.replace(/ \(([^()]*)\)/g, ', $1');

/** Tests not met, with why; those met under a condition, whose conditions stand in the chapter of the scenario. */
function viabiliteEnClair(nom: string, tests: readonly TestViabilite[]): string[] {
  const failed = tests.filter(({ etat }) => etat === 'non');
  const held = tests.filter(({ etat }) => etat === 'sous condition');
  const combien = (n: number): string => (n === 1 ? 'un test' : compte(n, 'test', 'tests', ''));
  if (failed.length + held.length === 0) return [`${nom} satisfait à tous les tests de viabilité.`];
  return [
    ...(failed.length === 0
      ? []
      : [
          `${nom} ne satisfait pas à ${combien(failed.length)} de viabilité : ${failed.map(({ libelle, motif }) => `${minuscule(libelle)} (${aPlat(motif)})`).join(' ; ')}.`,
        ]),
    ...(held.length === 0
      ? []
      : [
          `${nom} satisfait à ${combien(held.length)} sous condition : ${enumerer(held.map(({ libelle }) => minuscule(libelle)))}.`,
        ]),
  ];
}

/** More scenarios than these are counted rather than told one by one. */
const AUTRES_DITS = 3;

/** Those that no one chose nor placed first: what they fail is a reason to leave them, and is told; what they hold under a condition stands in their chapters. */
function echecsDesAutres(autres: readonly { nom: string; tests: readonly TestViabilite[] }[]): string[] {
  const failing = autres.flatMap(({ nom, tests }) => {
    const failed = tests.filter(({ etat }) => etat === 'non');
    return failed.length > 0 ? [{ nom, failed }] : [];
  });
  if (failing.length > AUTRES_DITS)
    return [
      `${compteEnLettres(failing.length, 'autre scénario ne satisfait', 'autres scénarios ne satisfont')} pas à tous les tests de viabilité ; le chapitre de chacun dit auxquels.`,
    ];
  return failing.flatMap(({ nom, failed }) => viabiliteEnClair(nom, failed));
}

/** The trials that it does not stand. */
function epreuvesEnClair(nom: string, { epreuves }: ScenarioEvalue['viabilite']): string[] {
  const tried = epreuves.filter(({ sansObjet }) => !sansObjet);
  const lost = tried.filter(({ satisfait }) => !satisfait);
  if (lost.length === 0) return [];
  if (lost.length === tried.length && tried.length > 1)
    return [`${nom} ne résiste à aucune des ${tried.length} épreuves.`];
  const told = enumerer(lost.map(({ libelle }) => minuscule(libelle)));
  return [`${nom} ne résiste pas à ${compte(lost.length, 'épreuve', 'épreuves', '')} sur ${tried.length} : ${told}.`];
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
    : ` Son plafond est supposé s’ouvrir à nouveau chaque année ; s’il valait pour tout le dossier, il manquerait ${enumerer(found)}.`;
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
    `Réserve : une règle d’aide n’est pas confirmée sur ce territoire (${origins}). Elle compte pour ${enumerer(each)}.${plafondsSupposes(scenarios)}`,
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
  const { premier, avance, ranks, scores, smaa, stabilite, criteres, rupture } = evaluation;
  if (avance === null) return [`Un seul scénario est évalué, ${name(premier)} : il n’y a rien à comparer.`];
  const second = scores
    .map((_, i) => i)
    .filter((i) => i !== premier)
    .sort((a, b) => numberAt(scores, b) - numberAt(scores, a))[0];
  if (second === undefined) return [];
  const sentences: string[] = [];
  const points = (value: number): string => compte(Math.round(value), 'point', 'points', 'moins d’un point');
  const tied = ranks.filter((rank) => rank === 1).length > 1;
  if (tied) sentences.push('Des scénarios ont le même score : rien ne les départage.');
  else if (avance < seuil) {
    const near = scores.flatMap((score, i) => (i !== premier && (scores[premier] ?? score) - score < seuil ? [i] : []));
    const gap = near.length > 1 ? `moins de ${compte(seuil, 'point')}` : points(avance);
    const limit = near.length > 1 ? '' : ` (seuil : ${compte(seuil, 'point')})`;
    sentences.push(
      `${name(premier)} devance ${enumerer(near.map(name))} de ${gap} sur 100 : c’est trop peu pour les départager${limit}.`,
    );
  } else sentences.push(`${name(premier)} vient en premier, ${points(avance)} sur 100 devant ${name(second)}.`);

  const first = smaa.rankAcceptability.map((row) => numberAt(row, 0));
  const cent = partsSurCent(first);
  sentences.push(
    `Sur 100 pondérations possibles, sans en préférer aucune, ${enumerer(
      first
        .map((share, i) => ({ share, i }))
        .sort((a, b) => b.share - a.share)
        .map(({ share, i }, rank) => `${name(i)}${rank === 0 ? ' vient en premier' : ''} ${times(share, cent[i])}`),
    )}.`,
  );

  const plausible = evaluation.smaaBornee?.rankAcceptability[premier]?.[0];
  if (plausible !== undefined)
    sentences.push(
      `Dans les limites de poids posées par l’étude, ${name(premier)} vient en premier ${times(plausible)} sur 100.`,
    );
  const costs = numberAt(evaluation.premierSelonTirages, premier);
  if (costs > 0 && costs < 1)
    sentences.push(
      `Selon l’incertitude des coûts et des volumes, ceux d’un scénario variant sans lien avec ceux d’un autre, ${name(premier)} reste en tête ${times(costs)} sur 100.`,
    );
  for (const { domine, par } of evaluation.domines)
    sentences.push(`${name(domine)} ne fait mieux que ${name(par)} sur aucun critère.`);

  const limits = stabilite.flatMap(({ weight, top }, j) => {
    const critere = criteres[j];
    if (!critere || tied) return [];
    const found: { gap: number; text: string }[] = [];
    const now = `aujourd’hui ${nombreFr(weight * 100)}\u00a0%`;
    if (top.aboveMaxNewBest !== null)
      found.push({
        gap: top.max - weight,
        text: `« ${critere.libelle} » pesait plus de ${nombreFr(top.max * 100)}\u00a0% (${now}), au profit de ${name(top.aboveMaxNewBest)}`,
      });
    if (top.belowMinNewBest !== null)
      found.push({
        gap: weight - top.min,
        text: `« ${critere.libelle} » pesait moins de ${nombreFr(top.min * 100)}\u00a0% (${now}), au profit de ${name(top.belowMinNewBest)}`,
      });
    return found;
  });
  const nearest = limits.sort((a, b) => a.gap - b.gap).slice(0, 2);
  if (nearest.length > 0)
    sentences.push(`${name(premier)} perdrait sa place si ${nearest.map(({ text }) => text).join(', ou si ')}.`);
  else if (!tied) sentences.push(`Aucun changement d’un seul poids n’ôterait la première place à ${name(premier)}.`);

  const breaks = (rupture?.breakEven ?? []).flatMap(({ value }, j) => {
    const critere = criteres[j];
    if (value === null || !critere || tied) return [];
    const limit = valeurEnClair({ valeur: value, unite: critere.unite });
    return [`« ${critere.libelle} » ${critere.sens === 'min' ? 'dépassait' : 'passait sous'} ${limit}`];
  });
  if (breaks.length > 0)
    sentences.push(
      `${name(premier)} perdrait aussi la première place si, les autres restant tels quels, ${breaks.slice(0, 2).join(', ou si ')}.`,
    );

  const against = evaluation.recoupements.filter((method) => method.premier !== premier);
  sentences.push(
    against.length === 0
      ? 'Les deux méthodes de recoupement placent le même scénario en premier.'
      : `Par ${enumerer(against.map(({ methode, premier: other }) => `${methode}, ${name(other)} passe devant`))}.`,
  );

  for (const { methode, sans, alors } of evaluation.renversements)
    sentences.push(`Sans ${name(sans)}, ${name(alors)} deviendrait premier par ${methode}.`);

  sentences.push(...sansInfluence(criteres), ...reglesEmpruntees(scenarios));

  // Who reads the conclusion wants to know of the first, and of the one that the meeting retained.
  const chosen = scenarios.findIndex(({ chiffrage }) => chiffrage.scenario.id === retenu);
  const told = new Set([premier, ...(chosen < 0 ? [] : [chosen])]);
  for (const i of told) {
    const one = scenarios[i];
    if (one)
      sentences.push(...viabiliteEnClair(name(i), one.viabilite.tests), ...epreuvesEnClair(name(i), one.viabilite));
  }
  const others = scenarios.flatMap(({ viabilite: { tests } }, i) => (told.has(i) ? [] : [{ nom: name(i), tests }]));
  sentences.push(...echecsDesAutres(others));
  return sentences;
}
