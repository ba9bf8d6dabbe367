/** Who is linked with whom among the actors. */
import { compte } from '../../texte/accords.js';
import { type Contexte, type Fabrique, table } from '../cells.js';
import type { TableExhibit } from '../types.js';
import { liste, source } from './acteurs-communs.js';

function liens(contexte: Contexte): TableExhibit {
  const { plusRelies, isoles, liens: tous, liste: acteurs } = contexte.analyse.acteurs;
  const nommes = new Map(acteurs.map((a) => [a.id, a]));
  return table({
    name: 'acteurs-liens',
    title: 'Acteurs les plus reliés aux autres',
    sheet: 'Liens entre acteurs',
    columns: [
      { key: 'acteur', header: 'Acteur', format: 'texte', width: 1.6 },
      {
        key: 'degre',
        header: 'Liens',
        format: 'entier',
        width: 0.6,
        note: 'Nombre d’acteurs différents : une fiche dit le lien, ou une action comptée les réunit.',
      },
      { key: 'avec', header: 'Avec', format: 'texte', width: 3 },
      { key: 'natures', header: 'Nature des liens', format: 'texte', width: 2, workbookOnly: true },
      { key: 'actions', header: 'Actions passées', format: 'entier', width: 0.8 },
    ],
    rows: plusRelies.map((a) => {
      const siens = tous.filter((l) => l.source.id === a.id || l.cible.id === a.id);
      const autres = [...new Set(siens.map((l) => (l.source.id === a.id ? l.cible.id : l.source.id)))];
      return {
        acteur: a.court,
        degre: a.degre,
        avec: liste(
          autres.flatMap((id) => nommes.get(id) ?? []),
          8,
        ),
        natures: [...new Set(siens.map((l) => l.nature))].join(', ') || null,
        actions: a.actions.length,
      };
    }),
    source: isoles.length
      ? `${source(contexte)} Sans aucun lien connu : ${compte(isoles.length, 'acteur', 'acteurs', '')}.`
      : source(contexte),
    empty: 'Aucun lien entre acteurs n’est connu.',
  });
}

export const liensExhibits: Fabrique = (contexte) => [liens(contexte)];
