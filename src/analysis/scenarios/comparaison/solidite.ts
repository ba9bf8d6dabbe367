/** How sure the first place is, in French: by how much, how often, and what would take it away. */
import { cellAt, numberAt } from '../../../lists/at.js';
import { compte, deNom, enumerer, sansPoint } from '../../../texte/accords.js';
import { nombreA, nombreFr, partsSurCent } from '../../../texte/nombres.js';
import { valeurEnClair } from '../indicateurs/indicateurs.js';
import type { Evaluation } from './evaluation.js';

/** Quoted name of the scenario of a rank in the study. */
type Nommer = (i: number) => string;

const times = (share: number, rounded = Math.round(share * 100)): string => {
  if (share === 0) return 'jamais';
  if (rounded === 100 && share < 1) return 'plus de 99 fois';
  return rounded === 0 ? 'moins d’une fois' : `${nombreFr(rounded)} fois`;
};

/** Those of the first rank: several where they have the same score. */
export const premiersDe = (ranks: readonly number[]): number[] => ranks.flatMap((rank, i) => (rank === 1 ? [i] : []));
const aEgalite = ({ ranks }: Pick<Evaluation, 'ranks'>): boolean => premiersDe(ranks).length > 1;

/** The other methods whose first ones are not those of the reference. */
export const methodesContraires = ({ ranks, recoupements }: Evaluation): Evaluation['recoupements'] =>
  recoupements.filter((method) => premiersDe(method.ranks).join() !== premiersDe(ranks).join());

/** « placent le même scénario en premier », or the same ones where they are several. */
export const memesPremiers = (evaluation: Evaluation): string =>
  aEgalite(evaluation) ? 'les mêmes scénarios à égalité, en premier' : 'le même scénario en premier';

/** In whole points, unless that would be the threshold under which the gap is. */
export const ecartEnPoints = (gap: number, seuil: number): string => {
  const whole = Math.round(gap);
  return gap < seuil && whole >= seuil
    ? `${nombreA(Math.floor(gap * 10 + 1e-6) / 10, 1)} points`
    : compte(whole, 'point', 'points', 'moins d’un point');
};

/** Who comes first and by how much: `avance` points of 100, under `seuil` of which nothing separates two scenarios. */
export function resultat(evaluation: Evaluation, avance: number, seuil: number, name: Nommer): string {
  const { premier, scores } = evaluation;
  const points = (value: number): string => ecartEnPoints(value, seuil);
  if (aEgalite(evaluation))
    return `${enumerer(premiersDe(evaluation.ranks).map(name))} ont le même score, le plus haut : rien ne les départage.`;
  const best = numberAt(scores, premier);
  if (avance < seuil) {
    const near = scores.flatMap((score, i) => (i !== premier && best - score < seuil ? [i] : []));
    const gap = near.length > 1 ? `moins de ${compte(seuil, 'point')}` : points(avance);
    const limit = near.length > 1 ? '' : ` (seuil : ${compte(seuil, 'point')})`;
    near.sort((a, b) => numberAt(scores, b) - numberAt(scores, a));
    return `${name(premier)} devance ${enumerer(near.map(name))} ${gap === '1 point' ? 'd’un point' : `de ${gap}`} sur 100 : c’est trop peu pour les départager${limit}.`;
  }
  const [second = premier] = scores
    .map((_, i) => i)
    .filter((i) => i !== premier)
    .sort((a, b) => numberAt(scores, b) - numberAt(scores, a));
  return `${name(premier)} vient en premier, ${points(avance)} sur 100 devant ${name(second)}.`;
}

/**
 * Where the scenario that a meeting retained stands, when it is not first: who reads the comparison beside the decision would take the one for the ground of
 * the other. Empty when it is first, alone or with others.
 */
export function rangDuRetenu(evaluation: Evaluation, retenu: number, seuil: number, name: Nommer): string {
  const { premier, ranks, scores } = evaluation;
  const rank = numberAt(ranks, retenu);
  if (rank === 1) return '';
  const gap = numberAt(scores, premier) - numberAt(scores, retenu);
  // Of one that comes first alone, it has just been said.
  const near = gap < seuil && aEgalite(evaluation) ? ', trop peu pour les départager' : '';
  return `Le scénario retenu, ${name(retenu)}, est au rang ${rank} sur ${ranks.length}, à ${ecartEnPoints(gap, seuil)} du premier${near}.`;
}

/** How often each comes first when weights, costs and volumes vary. */
export function frequences(evaluation: Evaluation, name: Nommer): string[] {
  const { premier, smaa, smaaBornee, premierSelonTirages, domines } = evaluation;
  const first = smaa.rankAcceptability.map((row) => numberAt(row, 0));
  const cent = partsSurCent(first);
  const tied = premiersDe(evaluation.ranks);
  const costs = numberAt(premierSelonTirages, premier);
  // A weighting that puts two first is counted for each.
  const partages = first.reduce((sum, share) => sum + share, 0) > 1.005;
  return [
    `Sur 100 pondérations possibles, sans en préférer aucune, ${enumerer(
      first
        .map((share, i) => ({ share, i }))
        .sort((a, b) => b.share - a.share)
        .map(({ share, i }, rank) => `${name(i)}${rank === 0 ? ' vient en premier' : ''} ${times(share, cent[i])}`),
    )}${partages ? ' ; une pondération qui en met plusieurs à égalité compte pour chacun' : ''}.`,
    ...(smaaBornee
      ? [
          `Dans les limites de poids posées par l’étude, ${enumerer(tied.map((i, rank) => `${name(i)}${rank === 0 ? ' vient en premier' : ''} ${times(cellAt(smaaBornee.rankAcceptability, i, 0))}`))} sur 100.`,
        ]
      : []),
    ...(costs < 1 && premierSelonTirages.some((share) => share > 0)
      ? [
          tied.length > 1
            ? `Coûts et volumes tirés selon leur incertitude, chaque scénario à part, ${enumerer(tied.map((i, rank) => `${name(i)}${rank === 0 ? ' vient en tête' : ''} ${times(numberAt(premierSelonTirages, i))}`))} sur 100.`
            : `Coûts et volumes tirés selon leur incertitude, chaque scénario à part, ${name(premier)} ${costs > 0 ? `reste en tête ${times(costs)} sur 100` : 'n’est jamais en tête'}.`,
        ]
      : []),
    ...domines.map(({ domine, par }) => `${name(domine)} ne fait mieux que ${name(par)} sur aucun critère.`),
  ];
}

/** A limit that is written 0 % or 100 % is no limit: no weight goes past it. */
export const horsDAtteinte = (limit: number): boolean => limit < 0.0005 || limit >= 0.9995;

/** The two nearest weights of criteria past which another scenario comes first. */
function limitesDesPoids({ premier, stabilite, criteres }: Evaluation, name: Nommer): string {
  const limits = stabilite.flatMap(({ weight, top }, j) => {
    const critere = criteres[j];
    if (!critere) return [];
    const now = `aujourd’hui ${nombreFr(weight * 100)}\u00a0%`;
    const passe = (sens: string, limit: number, best: number | null) =>
      best === null || horsDAtteinte(limit)
        ? []
        : [
            {
              gap: Math.abs(limit - weight),
              best,
              text: `« ${critere.libelle} » pesait ${sens} de ${nombreFr(limit * 100)}\u00a0% (${now})`,
            },
          ];
    return [...passe('plus', top.max, top.aboveMaxNewBest), ...passe('moins', top.min, top.belowMinNewBest)];
  });
  const nearest = limits.sort((a, b) => a.gap - b.gap).slice(0, 2);
  // The same winner is told once, for both.
  const same = nearest.length > 1 && nearest[0]?.best === nearest[1]?.best;
  const told = nearest.map(({ text, best }, i) =>
    same && i === 0 ? text : `${text}, ${same ? 'chaque fois ' : ''}au profit ${deNom(name(best))}`,
  );
  return nearest.length > 0
    ? `${name(premier)} perdrait sa place si ${told.join(', ou si ')}.`
    : `Aucun changement d’un seul poids n’ôterait la première place à ${name(premier)}.`;
}

/** A limit with the digits that it is worth: a tenth of an inhabitant is no measure, and from 10 000 on three digits are enough, on the side where what is said of it stays true. */
function limiteEnClair(value: number, sens: 'min' | 'max'): number {
  const size = Math.abs(value);
  if (size < 100) return value;
  if (size < 10_000) return Math.round(value);
  const step = 10 ** (Math.floor(Math.log10(size)) - 2);
  return (sens === 'min' ? Math.ceil(value / step) : Math.floor(value / step)) * step;
}

/** The first measures, the others staying as they are, past which the first place is lost. */
function ruptures({ premier, rupture, criteres }: Evaluation, name: Nommer): string[] {
  const breaks = (rupture?.breakEven ?? []).flatMap(({ value }, j) => {
    const critere = criteres[j];
    if (value === null || !critere) return [];
    const limit = valeurEnClair({ valeur: limiteEnClair(value, critere.sens), unite: critere.unite });
    return [`« ${critere.libelle} » ${critere.sens === 'min' ? 'dépassait' : 'passait sous'} ${limit}`];
  });
  return breaks.length > 0
    ? [
        `${name(premier)} perdrait aussi la première place si, les autres restant tels quels, ${sansPoint(breaks.slice(0, 2).join(', ou si '))}.`,
      ]
    : [];
}

const devant = (names: readonly string[]): string =>
  names.length > 1 ? `${enumerer(names)} viennent en premier, à égalité` : `${names.join('')} passe devant`;

/** What would take the first place away: a weight, a measure, another method, the absence of a scenario. */
export function renversements(evaluation: Evaluation, name: Nommer): string[] {
  const against = methodesContraires(evaluation);
  return [
    // Of a tie, no change says who would lose the first place.
    ...(aEgalite(evaluation) ? [] : [limitesDesPoids(evaluation, name), ...ruptures(evaluation, name)]),
    against.length === 0
      ? `Les deux méthodes de recoupement placent ${memesPremiers(evaluation)}.`
      : `Par ${enumerer(against.map(({ methode, ranks }) => `${methode}, ${devant(premiersDe(ranks).map(name))}`))}.`,
    ...evaluation.renversements.map(
      ({ methode, sans, alors }) => `Sans ${name(sans)}, ${name(alors)} deviendrait premier par ${methode}.`,
    ),
  ];
}
