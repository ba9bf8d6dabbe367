/** The command that was meant by a word of everyday French, or of another tool. */
import { identifiant } from '../../texte/identifiant.js';

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
  livrer: 'build',
  remettre: 'build',
  version: '--version',
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

/** « atelier diff » for « comparer », « atelier build --help » for « help build »; null for a word that stands for none. */
export function commandeVoulue(
  typed: string,
  [next = '']: readonly string[],
  commands: readonly string[],
): string | null {
  const word = identifiant(typed);
  const meant = SYNONYMES[word] ?? (commands.includes(word) ? word : undefined);
  if (meant === '--help' && commands.includes(next)) return `atelier ${next} --help`;
  return meant === undefined ? null : `atelier ${meant}`;
}
