/** Weights of the criteria, by the method that the study chose, with the consistency of the judgements where there are any. */
import { known, numberAt } from '../../../lists/at.js';
import type { Study } from '../../../study/study.js';
import { ahpWeights } from '../../decision/ahp.js';
import { normaliseWeights } from '../../decision/problem.js';
import { rankWeights, swingTreeWeights, swingWeights } from '../../decision/weights.js';

type Modele = NonNullable<Study['criteres']>;

export interface PoidsCriteres {
  methode: NonNullable<Modele['methode_poids']>;
  /** Shares of 1, by criterion. */
  parts: Map<string, number>;
  /** French sentence on what the judgements lack; null when there is nothing to say. */
  avertissement: string | null;
}

const LIBELLES: Record<PoidsCriteres['methode'], string> = {
  direct: 'poids directs',
  swing: 'points de bascule',
  'swing-arbre': 'points de bascule par famille',
  ahp: 'comparaisons deux à deux',
  rang: 'rangs d’importance',
};

export const libelleMethode = (methode: PoidsCriteres['methode']): string => LIBELLES[methode];

/** Judgements missing for one criterion make the whole method unusable: the direct weights stand in, and that is said. */
export function poidsDesCriteres(modele: Modele): PoidsCriteres {
  const { criteres } = modele;
  const methode = modele.methode_poids ?? 'direct';
  const direct = (avertissement: string | null): PoidsCriteres => ({
    methode: 'direct',
    parts: named(normaliseWeights(criteres.map(({ poids }) => poids))),
    avertissement,
  });
  const named = (shares: readonly number[]): Map<string, number> =>
    new Map(criteres.map(({ id }, j) => [id, numberAt(shares, j)]));
  const missing = (field: string): PoidsCriteres =>
    direct(`« ${field} » manque pour au moins un critère : les poids directs sont employés.`);

  if (methode === 'swing') {
    if (criteres.some(({ swing }) => swing === undefined)) return missing('swing');
    const weights = swingWeights(Object.fromEntries(criteres.map(({ id, swing = 0 }) => [id, swing])));
    return { methode, parts: new Map(Object.entries(weights)), avertissement: null };
  }
  if (methode === 'swing-arbre') {
    if (criteres.some(({ swing }) => swing === undefined) || modele.familles.some(({ swing }) => swing === undefined))
      return missing('swing');
    const tree = modele.familles
      .map(({ id, swing = 0 }) => ({
        id,
        points: swing,
        children: criteres.filter(({ famille }) => famille === id).map((c) => ({ id: c.id, points: c.swing ?? 0 })),
      }))
      .filter(({ children }) => children.length > 0);
    const weights = swingTreeWeights(tree);
    return { methode, parts: named(criteres.map(({ id }) => known(weights[id], id))), avertissement: null };
  }
  if (methode === 'rang') {
    if (criteres.some(({ rang }) => rang === undefined)) return missing('rang');
    const { roc } = rankWeights(criteres.length);
    // Those of one rank share what their places weigh: the order of the file says nothing of them.
    const part = (rang: number): number => {
      const before = criteres.filter((one) => (one.rang ?? 0) < rang).length;
      const equal = criteres.filter((one) => one.rang === rang).length;
      return roc.slice(before, before + equal).reduce((sum, weight) => sum + weight, 0) / equal;
    };
    return { methode, parts: named(criteres.map(({ rang = 0 }) => part(rang))), avertissement: null };
  }
  if (methode === 'ahp') {
    const matrix = comparaisons(modele);
    if (matrix === null) return missing('comparaisons');
    const { weights, CR, consistent, worst } = ahpWeights(matrix);
    const name = (i: number): string => `« ${criteres[i]?.libelle ?? ''} »`;
    return {
      methode,
      parts: named(weights),
      avertissement:
        consistent || !worst
          ? null
          : `${coherenceDite(CR.saaty)} ; la plus discordante : ${name(worst.row)} et ${name(worst.column)}.`,
    };
  }
  return direct(null);
}

/** How far the judgements agree, as the ratio of Saaty, which has no measure above ten criteria. */
const coherenceDite = (ratio: number | null): string =>
  ratio === null
    ? 'Au-delà de dix critères, rien ne mesure si les comparaisons s’accordent'
    : `Les comparaisons se contredisent (cohérence ${Math.round(ratio * 100)} pour 10 admis)`;

/** The full reciprocal matrix; null when a pair is not compared. */
function comparaisons({ criteres, comparaisons: given = [] }: Modele): number[][] | null {
  const ids = criteres.map(({ id }) => id);
  const ratio = (a: string, b: string): number | null => {
    if (a === b) return 1;
    const direct = given.find((pair) => pair.a === a && pair.b === b);
    if (direct) return direct.rapport;
    const reverse = given.find((pair) => pair.a === b && pair.b === a);
    return reverse ? 1 / reverse.rapport : null;
  };
  const matrix = ids.map((a) => ids.map((b) => ratio(a, b)));
  return matrix.every((row) => row.every((value) => value !== null)) ? (matrix as number[][]) : null;
}
