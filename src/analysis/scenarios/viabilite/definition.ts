/** What a test of viability is: its measure, when it passes, on what it depends, how it is said. */
import type { Criteres, Scenario } from '../../../study/types.gen.js';
import type { Condition, Formule } from '../../formules/formule.js';
import type { Seuils } from '../hypotheses.js';
import type { Contexte } from '../indicateurs/indicateurs.js';
import type { Assurance } from './conditions.js';

type Reglages = NonNullable<NonNullable<Criteres['viabilite']>['poids']>;
/** The tests: those to which the schema lets a weight be given. */
export type IdTest = keyof Reglages;

export interface ContexteTest extends Contexte {
  seuils: Seuils;
}

export interface DefinitionTest {
  libelle: string;
  /** What its measure is, in a few words: the number alone may count what is missing. */
  grandeur: string;
  /** Unit of the measure: « part », « € », or empty for a count or a word. */
  unite: 'part' | '€' | 'indice' | '';
  mesure: (x: ContexteTest) => Formule;
  /** Whether the measure passes. */
  passe: (mesure: Formule, x: ContexteTest) => Condition;
  /** What a measure that passes still depends on; met under a condition where it does not hold. */
  assure?: (x: ContexteTest) => Assurance;
  seuil: (x: Pick<ContexteTest, 'seuils'>) => string;
  /** Why, in a phrase that stands alone, with the period of its figures. */
  motif: (x: ContexteTest) => string;
  /** Path of the threshold in the study; null when it is no choice. */
  origine: (x: { seuils: Seuils; scenario: Pick<Scenario, 'id'> }) => string | null;
  /** A test that needs a threshold that the study does not give is not made. */
  applicable?: (seuils: Seuils) => boolean;
  /** The measure in words, when its number alone does not say enough. */
  dire?: (x: ContexteTest) => string;
}
