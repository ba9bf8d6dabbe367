/** Who is linked with whom among the actors. */
import type { ActeurAnalyse } from '../../../analysis/diagnostic/index.js';
import { compte } from '../../../texte/accords.js';
import type { Contexte, Fabrique } from '../../cells.js';
import { col, tableDe } from '../../colonnes.js';
import type { TableExhibit } from '../../types.js';
import { liste, source } from './communs.js';

function liens(contexte: Contexte): TableExhibit {
  const { plusRelies, isoles, liens: tous, liste: acteurs } = contexte.analyse.acteurs;
  const nommes = new Map(acteurs.map((a) => [a.id, a]));
  const liensDe = ({ id }: ActeurAnalyse) => tous.filter((l) => l.source.id === id || l.cible.id === id);
  const autres = (a: ActeurAnalyse): ActeurAnalyse[] =>
    [...new Set(liensDe(a).map((l) => (l.source.id === a.id ? l.cible.id : l.source.id)))].flatMap(
      (id) => nommes.get(id) ?? [],
    );
  return tableDe(plusRelies, {
    name: 'acteurs-liens',
    title: 'Acteurs les plus reliés aux autres',
    sheet: 'Liens entre acteurs',
    columns: [
      col('acteur', 'Acteur', (a) => a.court, 'texte', 1.6),
      col('degre', 'Liens', (a) => a.degre, 'entier', {
        width: 0.6,
        note: 'Nombre d’acteurs différents : une fiche dit le lien, ou une action comptée les réunit.',
      }),
      col('avec', 'Avec', (a) => liste(autres(a), 8), 'texte', 3),
      col(
        'natures',
        'Nature des liens',
        (a) => [...new Set(liensDe(a).map((l) => l.nature))].join(', ') || null,
        'texte',
        {
          width: 2,
          workbookOnly: true,
        },
      ),
      col('actions', 'Actions portées ou accompagnées', (a) => a.actions.length, 'entier', {
        width: 0.8,
        note: 'Actions comptées dont il est porteur ou partenaire.',
      }),
    ],
    source: isoles.length
      ? `${source(contexte)} Sans aucun lien connu : ${compte(isoles.length, 'acteur', 'acteurs', '')}.`
      : source(contexte),
    empty: 'Aucun lien entre acteurs n’est connu.',
  });
}

export const liensExhibits: Fabrique = (contexte) => [liens(contexte)];
