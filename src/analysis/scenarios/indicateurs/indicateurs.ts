/** Computed indicators of a scenario: each a value with its unit, its formula in words and the inputs that it used. */
import { known } from '../../../lists/at.js';
import type { Study } from '../../../study/study.js';
import type { Criteres, Scenario } from '../../../study/types.gen.js';
import { uniteAccordee } from '../../../texte/accords.js';
import { euros, nombreA, nombreFr, prixFr } from '../../../texte/nombres.js';
import { type Formule, type Valeur, ZERO } from '../../formules/formule.js';
import { type Cellule, calculEnClair, type Modele, origines } from '../../formules/modele.js';
import { once } from '../../une-fois.js';
import type { Cles } from '../cles.js';
import type { LigneDepense } from '../depenses-et-charge/depenses.js';

/** The indicators that a criterion may be measured by: those that the schema lists. */
export type IdIndicateur = NonNullable<Criteres['criteres'][number]['mesure']['indicateur']>;

export interface Entree {
  /** Path in the study by ids, from which the file and the line are found. */
  chemin: string;
  libelle: string;
  valeur: string;
}

export interface Indicateur {
  id: IdIndicateur;
  libelle: string;
  /** Null when it cannot be computed: `formule` says from what. */
  readonly valeur: number | null;
  unite: string;
  readonly formule: string;
  readonly entrees: Entree[];
}

type Mesures = { indicateurs: ReadonlyMap<IdIndicateur, Indicateur> };

/** What an indicator of a scenario measures; null where the scenario does not say it. */
export const mesureDe = ({ indicateurs }: Mesures, id: IdIndicateur): number | null =>
  indicateurs.get(id)?.valeur ?? null;

/** The same of what every scenario measures: its cost, its posts. */
export const mesureSure = (chiffrage: Mesures, id: 'cout_annuel' | 'etp_total'): number =>
  known(mesureDe(chiffrage, id), id);

/** What an indicator is computed from. */
export interface Contexte {
  study: Study;
  scenario: Scenario;
  lignes: readonly LigneDepense[];
  years: number;
  m: Modele;
  k: Cles;
}

export interface DefinitionIndicateur {
  libelle: string;
  unite: string;
  formule: (contexte: Contexte) => Formule;
  /** What the formula does not say by itself. */
  precision?: (contexte: Contexte) => string;
}

/** What is said by its number alone. */
const SANS_UNITE: ReadonlySet<string> = new Set(['', 'note', 'indice']);

/** « 81 240 €/an », « 62 % », « 1,4 ETP », « 4,5 » for a note, « — ». */
export function valeurEnClair({ valeur, unite }: Pick<Indicateur, 'valeur' | 'unite'>): string {
  if (valeur === null) return '—';
  if (unite === 'part') return `${nombreFr(valeur * 100)}\u00a0%`;
  // Cents count in a small amount by unit.
  if (unite.startsWith('€/') && Math.abs(valeur) < 100) return `${nombreA(valeur, 2)}\u00a0${unite}`;
  if (unite.startsWith('€')) return euros(valeur) + unite.slice(1);
  return SANS_UNITE.has(unite) ? nombreFr(valeur) : `${nombreFr(valeur)}\u00a0${uniteAccordee(valeur, unite)}`;
}

/** An input, with the decimals that a price is written with. */
function contenu(valeur: Valeur, { unite, formule }: Cellule): string {
  if (typeof valeur !== 'number') return valeur ?? '—';
  return formule === null && unite.startsWith('€/')
    ? `${prixFr(valeur)}\u00a0${unite}`
    : valeurEnClair({ valeur, unite });
}

/** Lays the indicator down and reads it back, in words too. */
export function poserIndicateur(id: IdIndicateur, definition: DefinitionIndicateur, contexte: Contexte): Indicateur {
  const { m, k } = contexte;
  const { libelle, unite, formule, precision } = definition;
  const key = k.indicateur(id);
  m.calcul(key, () => formule(contexte), { libelle: libelle.charAt(0).toLowerCase() + libelle.slice(1), unite });
  // A trial of the scenario reads few values and no words.
  const words = once(() => {
    const computed = calculEnClair(m, key);
    const said = precision?.(contexte);
    return said ? `${computed} ; ${said}` : computed;
  });
  const inputs = once(() =>
    origines(m, key).map((cell) => ({
      chemin: cell.chemin ?? `scenarios/${contexte.scenario.id}`,
      libelle: cell.libelle,
      valeur: contenu(m.valeur(cell.cle), cell),
    })),
  );
  return {
    id,
    libelle,
    unite,
    get valeur() {
      const value = m.valeur(key);
      return typeof value === 'number' ? value : null;
    },
    get formule() {
      return words();
    },
    get entrees() {
      return inputs();
    },
  };
}

/** Terms of the items of a list; zero without item. */
export const parmi = <T>(list: readonly T[], of: (item: T, index: number) => Formule): Formule[] =>
  list.length === 0 ? [ZERO] : list.map(of);
