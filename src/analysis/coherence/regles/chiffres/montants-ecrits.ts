/** Amounts that a sentence of the data writes by hand, against the figures of the study. */

import type { Study } from '../../../../study/study.js';
import { euros } from '../../../../texte/nombres.js';
import { nombresEcrits } from '../../../../texte/nombres-ecrits.js';
import { chiffresDe } from '../../../chiffres/index.js';
import type { ContexteCoherence } from '../../contexte.js';
import { cheminDe, parcourir } from '../../parcours.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** Texts that are themselves sources, or that say what a contract asks. */
const TEMOINS: ReadonlySet<string> = new Set(['references', 'sources', 'contrat', 'participation']);

/** The same without the paths, for the thousands of figures among which one is looked for. */
function chaqueFeuille(value: unknown, visite: (leaf: unknown) => void): void {
  if (typeof value !== 'object' || value === null) visite(value);
  else for (const child of Object.values(value)) chaqueFeuille(child, visite);
}

/** An entry that cites its sources answers for what it writes. */
const sansSource = (entry: object): boolean =>
  !('sources' in entry && Array.isArray(entry.sources) && entry.sources.length > 0);

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

/** What a figure may be written as, in cents: to the cent, to the euro, the hundred or the thousand. */
const PAS = [0.01, 1, 100, 1000];
const centimes = (amount: number): number => Math.round(amount * 100);

/** Takes out of some amounts, in cents, those that a figure is worth once rounded as a sentence rounds. */
function retirer(manquants: Set<number>, figure: number): void {
  for (const pas of PAS) manquants.delete(centimes(Math.round(Math.abs(figure) / pas) * pas));
}

interface MontantEcrit {
  chemin: string;
  valeur: number;
}

/** Sentences that may be wrong are those of entries without a source; most texts write no amount and are not read sign by sign. */
function montantsEcrits(study: Study): MontantEcrit[] {
  const found: MontantEcrit[] = [];
  for (const [collection, value] of Object.entries(study))
    if (!TEMOINS.has(collection))
      parcourir(
        value,
        (leaf, pas) => {
          if (typeof leaf !== 'string' || !/€|euro/.test(leaf)) return;
          for (const { valeur, fin } of nombresEcrits(leaf))
            if (EN_EUROS.test(leaf.slice(fin))) found.push({ chemin: cheminDe(study, pas), valeur });
        },
        sansSource,
        [collection],
      );
  return found;
}

/** Of some amounts, in cents, those that nothing of the study is worth: figures, then totals and references, then what is computed, each looked at only if it must be. */
function sansOrigine({ study, au }: ContexteCoherence, montants: readonly MontantEcrit[]): Set<number> {
  const left = new Set(montants.map(({ valeur }) => centimes(valeur)));
  for (const [collection, value] of Object.entries(study))
    if (collection !== 'territoire')
      chaqueFeuille(value, (leaf) => {
        if (typeof leaf === 'number') retirer(left, leaf);
      });
  if (left.size === 0) return left;
  for (const total of totaux(study)) retirer(left, total);
  chaqueFeuille(study.references, (leaf) => {
    if (typeof leaf === 'string') for (const { valeur } of nombresEcrits(leaf)) retirer(left, valeur);
  });
  if (left.size === 0) return left;
  for (const { valeur } of chiffresDe(study, au).values()) if (typeof valeur === 'number') retirer(left, valeur);
  return left;
}

/** The figure of the study nearest to an amount, elsewhere than in its sentence; null in a study without a figure. */
function plusProcheDe(study: Study, { chemin: ici, valeur }: MontantEcrit): MontantEcrit | null {
  let nearest: MontantEcrit | null = null;
  parcourir(study, (leaf, pas) => {
    if (typeof leaf !== 'number') return;
    const figure = Math.abs(leaf);
    if (nearest && Math.abs(figure - valeur) >= Math.abs(nearest.valeur - valeur)) return;
    const path = cheminDe(study, pas);
    if (path !== ici) nearest = { chemin: path, valeur: figure };
  });
  return nearest;
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
    const montants = montantsEcrits(study);
    const left = montants.length > 0 ? sansOrigine(contexte, montants) : new Set<number>();
    return montants.flatMap((montant): Contradiction[] => {
      const nearest = left.has(centimes(montant.valeur)) ? plusProcheDe(study, montant) : null;
      if (!nearest) return [];
      return [
        {
          chemin: montant.chemin,
          contre: [nearest.chemin],
          message: `« ${euros(montant.valeur)} » est écrit dans une phrase, et rien dans l’étude ne vaut ce montant ; le nombre le plus proche est ${euros(nearest.valeur)}.`,
          issue: 'Corrigez le montant de la phrase, ou donnez la source qui le dit.',
          saisie:
            'Une fiche cite ses sources par « sources: [identifiant] » ; là où cette clé n’existe pas, « regles_ecartees » de etude.yaml dit d’où vient le montant.',
        },
      ];
    });
  },
};

export const MONTANTS_ECRITS = [montantSansOrigine] as const;
