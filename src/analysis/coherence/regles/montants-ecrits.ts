/** Amounts that a sentence of the data writes by hand, against the figures of the study. */

import { euros } from '../../../texte/nombres.js';
import { nombresEcrits } from '../../../texte/nombres-ecrits.js';
import { chiffresDe } from '../../chiffres/index.js';
import { once } from '../../une-fois.js';
import type { ContexteCoherence } from '../contexte.js';
import type { Contradiction, RegleCoherence } from '../regle.js';

interface Valeur<T> {
  chemin: string;
  valeur: T;
}

/** Texts that are themselves sources, or that say what a contract asks. */
const TEMOINS: ReadonlySet<string> = new Set(['references', 'sources', 'contrat', 'participation']);

/** Every leaf of one kind below a value, by the path that `Reporter` reads; entries that cite a source answer for what they write. */
function feuilles<T>(value: unknown, est: (leaf: unknown) => leaf is T, source: boolean, chemin: string): Valeur<T>[] {
  if (est(value)) return [{ chemin, valeur: value }];
  if (typeof value !== 'object' || value === null) return [];
  if (!source && 'sources' in value && Array.isArray(value.sources) && value.sources.length > 0) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const own: unknown = Array.isArray(value) && typeof child === 'object' && child !== null ? child.id : undefined;
    const step = Array.isArray(value) ? (typeof own === 'string' ? own : String(Number(key) + 1)) : key;
    return feuilles(child, est, source, chemin === '' ? step : `${chemin}/${step}`);
  });
}

const estNombre = (leaf: unknown): leaf is number => typeof leaf === 'number';
const estTexte = (leaf: unknown): leaf is string => typeof leaf === 'string';
/** The few texts that may write an amount: the others are not read sign by sign. */
const parleDEuros = (leaf: unknown): leaf is string => estTexte(leaf) && /€|euro/.test(leaf);
/** « 12 825 € », « 3 000 euros ». */
const EN_EUROS = /^[ \u00a0\u202f]*(?:€|euros?(?!\p{L}))/u;

/** Sums of one figure over a list: what « en tout » adds up. */
function totaux(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(totaux);
  if (!Array.isArray(value)) return below;
  const sums = new Map<string, number>();
  for (const item of value)
    if (typeof item === 'object' && item !== null)
      for (const [key, one] of Object.entries(item))
        if (typeof one === 'number') sums.set(key, (sums.get(key) ?? 0) + one);
  return [...below, ...sums.values()];
}

/** What a figure may be written as: to the cent, to the euro, the hundred or the thousand. */
const arrondis = (figure: number): number[] =>
  [0.01, 1, 100, 1000].map((step) => Math.round(Math.round(Math.abs(figure) / step) * step * 100));

/** Whether an amount is one of some figures, rounded as a sentence rounds. */
function parmi(figures: readonly number[]): (amount: number) => boolean {
  const written = new Set(figures.flatMap(arrondis));
  return (amount) => written.has(Math.round(amount * 100));
}

function calcules({ study, au }: ContexteCoherence): number[] {
  return chiffresDe(study, au)
    .values()
    .flatMap(({ valeur }) => (typeof valeur === 'number' ? [valeur] : []));
}

export const montantSansOrigine: RegleCoherence = {
  code: 'montant-sans-origine',
  gravite: 'attention',
  titre: 'Une phrase écrit un montant que rien dans l’étude ne donne.',
  explication:
    'Un montant en euros écrit dans une phrase (résumé, libellé, commentaire, décision…) doit être l’un des nombres de l’étude, la somme d’une liste, un nombre d’une référence, ou un chiffre calculé, à l’unité, à la centaine ou au millier d’euros. Quand une donnée change, la phrase qui la répète est ainsi retrouvée. Une fiche qui cite ses sources, une référence, une clause du contrat et un propos recueilli répondent de ce qu’ils écrivent.',
  exemple: '« Ligne de trésorerie de 70 000 € », quand la donnée est devenue 50 000',
  livrables: ['diagnostic', 'scenarios', 'mode-operatoire', 'fiches-projets', 'bilan'],
  verifier: (contexte) => {
    const { study } = contexte;
    const ecrits = Object.entries(study).flatMap(([collection, value]) =>
      TEMOINS.has(collection) ? [] : feuilles(value, parleDEuros, false, collection),
    );
    const montants = ecrits.flatMap(({ chemin, valeur: texte }) =>
      nombresEcrits(texte).flatMap(({ valeur, fin }) => (EN_EUROS.test(texte.slice(fin)) ? [{ chemin, valeur }] : [])),
    );
    if (montants.length === 0) return [];
    const nombres = feuilles(study, estNombre, true, '');
    const saisis = parmi(nombres.map(({ valeur }) => valeur));
    const temoins = once(() =>
      parmi([
        ...feuilles([study.references], estTexte, true, '').flatMap(({ valeur }) =>
          nombresEcrits(valeur).map((one) => one.valeur),
        ),
        ...totaux(study),
      ]),
    );
    const chiffres = once(() => parmi(calcules(contexte)));
    return montants.flatMap(({ chemin, valeur }): Contradiction[] => {
      if (saisis(valeur) || temoins()(valeur) || chiffres()(valeur)) return [];
      const [nearest] = nombres
        .filter((one) => one.chemin !== chemin)
        .sort((a, b) => Math.abs(Math.abs(a.valeur) - valeur) - Math.abs(Math.abs(b.valeur) - valeur));
      if (!nearest) return [];
      return [
        {
          chemin,
          contre: [nearest.chemin],
          message: `« ${euros(valeur)} » est écrit dans une phrase, et rien dans l’étude ne vaut ce montant ; le nombre le plus proche est ${euros(Math.abs(nearest.valeur))}.`,
          issue: 'Corrigez le montant de la phrase, ou donnez la source qui le dit.',
        },
      ];
    });
  },
};

export const MONTANTS_ECRITS = [montantSansOrigine] as const;
