/** Annexes that any document may carry: what changed since another release, and since its validation. */

import { col, tableDe } from '../exhibits/colonnes.js';
import type { TableExhibit } from '../exhibits/types.js';
import { auJour, duJour, leJour } from '../texte/dates.js';
import type { DeliverableOptions, Evolutions } from './deliverable.js';

const evolutions = (
  name: string,
  title: string,
  sheet: string,
  empty: string,
  lignes: Evolutions['lignes'],
): TableExhibit =>
  tableDe(lignes, {
    name,
    title,
    sheet,
    groupBy: 'partie',
    headerColumns: 2,
    columns: [
      col('partie', 'Partie', ({ partie }) => partie),
      col('objet', 'Objet', ({ objet }) => objet, 'texte', 2.4),
      col('changement', 'Changement', ({ changement }) => changement, 'texte', 2.4),
    ],
    source: 'Source : comparaison des fiches et des résultats, une à une.',
    empty,
  });

export function evolutionsOf(
  livrable: string,
  { depuis, modifications }: Pick<DeliverableOptions, 'depuis' | 'modifications'>,
): { exhibit: TableExhibit; markdown: string }[] {
  const changed = modifications?.[livrable];
  return [
    ...(changed
      ? [
          {
            exhibit: evolutions(
              'modifications',
              `Modifié depuis la validation ${duJour(changed.date)}`,
              'Modifié depuis validation',
              'Rien n’a changé.',
              changed.lignes,
            ),
            markdown: `# Modifications depuis la validation {#annexe-modifications}\n\nCe document a été validé ${leJour(changed.date)}. Les fiches et les résultats qui suivent ont changé depuis : ils restent à valider.\n\n::tableau{#modifications}`,
          },
        ]
      : []),
    ...(depuis
      ? [
          {
            exhibit: evolutions(
              'evolutions',
              `Évolutions depuis la version ${depuis.version} (étude ${auJour(depuis.date)})`,
              'Évolutions',
              `Rien n’a changé depuis la version ${depuis.version}.`,
              depuis.lignes,
            ),
            markdown: `# Évolutions depuis la version ${depuis.version} {#annexe-evolutions}\n\n::tableau{#evolutions}`,
          },
        ]
      : []),
  ];
}
