/** Amounts that a sentence of the data writes by hand, against the figures of the study. */

import type { Study } from '../../../../study/study.js';
import { phraseNue } from '../../../../texte/identifiant.js';
import { INSECABLE, sommeFr } from '../../../../texte/nombres.js';
import { nombresEcrits } from '../../../../texte/nombres-ecrits.js';
import { debutDePhrase } from '../../../../texte/propos.js';
import { chiffresDe } from '../../../chiffres/index.js';
import { once } from '../../../une-fois.js';
import type { ContexteCoherence } from '../../contexte.js';
import { ecartsDe } from '../../ecrits/ecarts.js';
import { tresoreriesFausses } from '../../ecrits/financement/tresoreries.js';
import { lecteurDe } from '../../ecrits/index.js';
import { seLit } from '../../ecrits/lecteur.js';
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
function totaux(value: unknown, into: number[] = []): number[] {
  if (typeof value !== 'object' || value === null) return into;
  for (const child of Object.values(value)) totaux(child, into);
  if (!Array.isArray(value)) return into;
  const sums = new Map<string, number>();
  for (const item of value)
    if (typeof item === 'object' && item !== null)
      for (const [key, one] of Object.entries(item))
        if (typeof one === 'number') sums.set(key, (sums.get(key) ?? 0) + one);
  into.push(...sums.values());
  return into;
}

/** What a figure may be written as, in cents: to the cent, to the euro, the hundred or the thousand. */
const PAS = [0.01, 1, 100, 1000];
const centimes = (amount: number): number => Math.round(amount * 100);

interface MontantEcrit {
  chemin: string;
  /** In euros. */
  valeur: number;
  /** The whole text that writes it, and its inventory. */
  texte: string;
  collection: string;
  /** The same with the rank or the key that follows, as a reader has it. */
  lu: string;
  /** The figures that its sentence may round: « près de 100 000 € » ; null where it writes the amount itself. */
  entre: readonly [min: number, max: number] | null;
}

/** Amounts for which a figure is looked for: those written themselves, in cents, and those that a word rounds. */
interface Manquants {
  exacts: Set<number>;
  arrondis: Set<MontantEcrit>;
}

/** Takes out of some amounts those that a figure is worth once rounded as a sentence rounds. */
function retirer({ exacts, arrondis }: Manquants, figure: number): void {
  // One that is written as itself is looked for until then, whatever a word lets it round.
  if (exacts.size === 0) return;
  const amount = Math.abs(figure);
  for (const pas of PAS) exacts.delete(centimes(Math.round(amount / pas) * pas));
  if (arrondis.size === 0) return;
  for (const one of arrondis) if (one.entre && amount >= one.entre[0] && amount <= one.entre[1]) arrondis.delete(one);
}

/** By how much of itself an amount told « environ » may be away from its figure; one told « plus de », « moins de » lies on one side of it. */
const PRES = 0.05;
const COTE = 0.1;
const ENVIRON =
  /(?:\bpres d[e']|\benviron|\bautour d[e']|\bquelque|\bpresque|\bl'ordre d[e']|\bapproximativement|\ba peu pres|\b(?:approch|avoisin|frol)[a-z]*|\barrondie?s? a|\brondes? d[e']|≈|~)(?: les)? ?$/;
/** The same told after it: « 216 000 € par an environ ». */
const APRES =
  /^(?:€|euros?)(?: (?:par an|par mois|l'an|ttc|ht|toutes taxes))?,? (?:environ|a peu (?:de chose )?pres|approximativement|en chiffres? ronds?)\b|^(?:€|euros?)[^.;:!?]*, arrondis?\b/;
/** One end of a range: « entre 206 000 € et 227 000 € », « de 97 000 à 216 000 € ». */
const DEBUT_DE_FOURCHETTE = /^(?:€|euros?)(?: par an)? (?:et|a) (?:plus de |pres de )?\d/;
const FIN_DE_FOURCHETTE = /\b(?:entre|de) \d[\d ,]*(?:€|euros?)?(?: par an)? (?:et|a) ?$/;
const PAR_MOIS = /^(?:€|euros?) (?:par mois|chaque mois|mensuels)\b/;
const PLUS = /\b(?:plus d[e']|depass\w+|au-dela d[e']|au moins|superieure?s? a|au-dessus d[e']) ?$/;
const MOINS =
  /\b(?:moins d[e']|au plus|a peine|en deca d[e']|inferieure?s? a|au-dessous d[e']|sous(?: les)?|jusqu'a) ?$/;

/** The figures that the words before an amount let it stand for. */
function entreQuoi(avant: string, apres: string, valeur: number): MontantEcrit['entre'] {
  const words = phraseNue(avant.slice(-40));
  const after = phraseNue(apres.slice(0, 60)).trim();
  // What a year costs, month by month.
  if (PAR_MOIS.test(after)) return [12 * valeur * (1 - PRES), 12 * valeur * (1 + PRES)];
  const range = FIN_DE_FOURCHETTE.test(words) || (DEBUT_DE_FOURCHETTE.test(after) && /\b(?:entre|de) ?$/.test(words));
  if (ENVIRON.test(words) || APRES.test(after) || range) return [valeur * (1 - PRES), valeur * (1 + PRES)];
  if (PLUS.test(words)) return [valeur, valeur * (1 + COTE)];
  return MOINS.test(words) ? [valeur * (1 - COTE), valeur] : null;
}

/** Who a sentence says gives the amount, or where else it is paid: « selon la Cour des comptes », « un dispositif voisin coûtait… ». */
const D_UN_AUTRE = /\b(?:source ?:|voisine?s?\b|(?<!par |d')ailleurs\b|(?:craign|redout|chiffr|estim)(?:ait|aient)\b)/;
/** « selon le plan de financement » is of the study, « selon la saison » says how: neither is another’s figure. */
const SELON =
  /\b(?:selon|d'apres) (?!(?:les? |la |l'|ce |cette |ces |notre |nos )?(?:plans?|budgets?|comptes?(?! rendu)|scenarios?|conventions?|deliberations?|mode operatoire|chiffres?|chiffrages?|calculs?|devis|tableaux?|classeurs?|registres?|hypotheses?|simulations?|previsions?|suivi|dispositif|reseau|conditions|criteres?|modalites?|saisons?|besoins?|annees?|cas|nombre|taille|nature|grade|domaines?|partenaires?)\b(?! (?:d'un|d'une|des? autres?|voisin\w*)\b)|(?:leurs?|son|sa|ses|chaque|que|qu)\b)/;
function dUnAutre(leaf: string, debut: number, fin: number): boolean {
  const [avant, apres] = [debutDePhrase(phraseNue(leaf.slice(0, debut))), phraseNue(leaf.slice(fin))];
  return [avant, /^[^.;!?]*/.exec(apres)?.[0] ?? ''].some(
    (words) => D_UN_AUTRE.test(words) || (/selon|d'apres/.test(words) && SELON.test(words)),
  );
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
          for (const { valeur, debut, fin } of nombresEcrits(leaf))
            if (EN_EUROS.test(leaf.slice(fin)) && !dUnAutre(leaf, debut, fin))
              found.push({
                ...{ chemin: cheminDe(study, pas), valeur, texte: leaf, collection, lu: pas.slice(0, 2).join('/') },
                entre: entreQuoi(leaf.slice(0, debut), leaf.slice(fin), valeur),
              });
        },
        sansSource,
        [collection],
      );
  return found;
}

/** Those of some amounts that nothing of the study is worth: figures, then totals and references, then what is computed, each looked at only if it must be. */
function sansOrigine({ study, au }: ContexteCoherence, montants: readonly MontantEcrit[]): MontantEcrit[] {
  const left: Manquants = {
    exacts: new Set(montants.map(({ valeur }) => centimes(valeur))),
    arrondis: new Set(montants.filter(({ entre }) => entre !== null)),
  };
  const rest = (): MontantEcrit[] =>
    montants.filter((one) => left.exacts.has(centimes(one.valeur)) && (one.entre === null || left.arrondis.has(one)));
  for (const [collection, value] of Object.entries(study))
    if (collection !== 'territoire')
      chaqueFeuille(value, (leaf) => {
        if (typeof leaf === 'number') retirer(left, leaf);
      });
  if (rest().length === 0) return [];
  for (const total of [...totaux(study), ...ecartsDe(study.projets)]) retirer(left, total);
  chaqueFeuille(study.references, (leaf) => {
    if (typeof leaf === 'string') for (const { valeur } of nombresEcrits(leaf)) retirer(left, valeur);
  });
  if (rest().length === 0) return [];
  for (const { valeur } of chiffresDe(study, au).values()) if (typeof valeur === 'number') retirer(left, valeur);
  return rest();
}

/** An amount as a sentence writes it, with its cents where they count. */
const somme = (value: number): string => `${sommeFr(value)}${INSECABLE}€`;

/** Keys of the files that hold euros: a number of days or of jobs is near nothing that is paid. */
const CLES_D_ARGENT =
  /^(?:montant\w*|cout\w*|budget\w*|prix|plafond\w*|plancher|tresorerie\w*|investissement|fonctionnement_annuel|prevu|realise|obtenu|min|mode|max)$/;
/** Whether a leaf is money: its key says so, or that of the range whose end it is. */
function estDeLArgent(pas: readonly (string | number)[]): boolean {
  const keys = pas.filter((key) => typeof key === 'string');
  const [last, above] = [keys.at(-1) ?? '', keys.at(-2) ?? ''];
  return CLES_D_ARGENT.test(last) && (!/^(?:min|mode|max)$/.test(last) || CLES_D_ARGENT.test(above));
}

/** The amount of the study nearest to another, elsewhere than in its sentence; null in a study without one. */
function plusProcheDe(
  study: Study,
  { chemin: ici, valeur }: MontantEcrit,
): Pick<MontantEcrit, 'chemin' | 'valeur'> | null {
  let nearest: Pick<MontantEcrit, 'chemin' | 'valeur'> | null = null;
  parcourir(study, (leaf, pas) => {
    if (typeof leaf !== 'number' || leaf === 0 || !estDeLArgent(pas)) return;
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
    'Un montant en euros écrit dans une phrase (résumé, libellé, commentaire, décision…) doit être l’un des nombres de l’étude, la somme d’une liste, l’écart du prévu au réalisé d’un projet, un nombre d’une référence, ou un chiffre calculé, à l’unité, à la centaine ou au millier d’euros. Un mot qui l’arrondit (« près de », « environ », « approche », « entre… et… ») l’en laisse s’écarter de cinq pour cent ; « plus de » et « moins de », de dix, du côté qu’ils disent. Un montant « par mois » est aussi comparé à ceux d’un an, et celui que la phrase donne pour celui d’un autre (« selon la Cour des comptes », « ailleurs ») ne l’est pas ; « selon le plan de financement », « par ailleurs » le laissent à l’étude. Un montant que « tresorerie-ecrite », « phrase-chiffree », « apport-ecrit », « projet-ecrit » ou « seuil-ecrit » relève n’est pas dit deux fois. Quand une donnée change, la phrase qui la répète est ainsi retrouvée. Une fiche qui cite ses sources, une référence, une clause du contrat et un propos recueilli répondent de ce qu’ils écrivent.',
  exemple: '« Ligne de trésorerie de 70 000 € », quand la donnée est devenue 50 000',
  livrables: ['diagnostic', 'scenarios', 'mode-operatoire', 'fiches-projets', 'bilan'],
  verifier: (contexte) => {
    const { study } = contexte;
    const montants = montantsEcrits(study);
    const left = montants.length > 0 ? sansOrigine(contexte, montants) : [];
    const told = left.length > 0 ? tresoreriesFausses(study) : [];
    const lecteur = once(() => lecteurDe(study));
    // « le réseau coûte 12 000 € par an », « la Région apporte 40 000 € »: what a sentence says of a thing is told against what that one is.
    const ditParUnLecteur = ({ texte, lu, collection, valeur }: MontantEcrit): boolean =>
      seLit(collection) && lecteur()(texte, lu).some((one) => one.valeur === valeur);
    return left.flatMap((montant): Contradiction[] => {
      const { chemin, valeur } = montant;
      const nearest =
        told.some((one) => one.chemin === chemin && one.valeur === valeur) || ditParUnLecteur(montant)
          ? null
          : plusProcheDe(study, montant);
      if (!nearest) return [];
      return [
        {
          chemin,
          contre: [nearest.chemin],
          message: `« ${somme(valeur)} » est écrit dans une phrase, et rien dans l’étude ne vaut ce montant ; le plus proche est ${somme(nearest.valeur)}.`,
          issue: 'Corrigez le montant de la phrase, ou donnez la source qui le dit.',
          saisie:
            'Une fiche cite ses sources par « sources: [identifiant] » ; là où cette clé n’existe pas, « regles_ecartees » de etude.yaml dit d’où vient le montant.',
        },
      ];
    });
  },
};

export const MONTANTS_ECRITS = [montantSansOrigine] as const;
