/** The command that was meant by a word of everyday French, or of another tool. */
import { identifiant } from '../texte/identifiant.js';

export const SYNONYMES: Readonly<Record<string, string>> = {
  nouveau: 'init',
  nouvelle: 'init',
  new: 'init',
  creer: 'init',
  commencer: 'init',
  comparer: 'diff',
  compare: 'diff',
  difference: 'diff',
  construire: 'build',
  generer: 'build',
  produire: 'build',
  verifier: 'check',
  controler: 'check',
  lint: 'check',
  test: 'check',
  etat: 'status',
  statut: 'status',
  expliquer: 'explain',
  aide: '--help',
  help: '--help',
  importer: 'import',
  exporter: 'export',
  surveiller: 'watch',
  noter: 'score',
  scenarios: 'score',
  reparer: 'corriger',
  fix: 'corriger',
  migrate: 'migrer',
  validate: 'valider',
};

/** « atelier diff » for « comparer »; null for a word that stands for none. */
export function commandeVoulue(typed: string): string | null {
  const meant = SYNONYMES[identifiant(typed)];
  return meant === undefined ? null : `atelier ${meant}`;
}
