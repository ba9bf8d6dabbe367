/** Supply against demand, function by function. */
import { type OffreDemande, offreDemande, plusTendue } from '../../analysis/diagnostic/offre-demande.js';
import { ensemble } from '../../analysis/preuves.js';
import { compte } from '../../texte/accords.js';
import { nombreFr } from '../../texte/nombres.js';
import { alternative } from '../alternative.js';
import { type Contexte, figureVide, marquerFigure, sourceDe } from '../cells.js';
import { miroir } from '../charts/miroir.js';
import { col, tableDe } from '../colonnes.js';
import type { FigureExhibit } from '../types.js';

const offre = ({ acteurs, outils }: OffreDemande): string =>
  `${compte(acteurs, 'acteur', 'acteurs', 'aucun acteur')} et ${compte(outils, 'outil', 'outils', 'aucun outil')}`;

export function offreDemandeFigure(contexte: Contexte): FigureExhibit {
  const { etude, analyse, theme } = contexte;
  const rows = offreDemande(etude.etude.fonctions, analyse);
  const source = `${sourceDe('inventaires des besoins, des acteurs et des outils', [...etude.besoins, ...etude.acteurs, ...etude.outils])} Chaque fiche compte dans chacune de ses fonctions ; outils existants ou à adapter.`;
  const data = tableDe(analyse.besoins.liste.length > 0 ? rows : [], {
    name: 'offre-demande-fonctions-donnees',
    title: 'Besoins, acteurs et outils par fonction',
    sheet: 'Acteurs en nombres',
    columns: [
      col('fonction', 'Fonction', (f) => f.libelle, 'texte', 2),
      col('besoins', 'Besoins qui l’attendent', (f) => f.besoins, 'entier'),
      col('sans_acteur', 'dont sans acteur', (f) => f.sansActeur, 'entier', {
        width: 1,
        note: 'Aucun acteur ne la tient pour leur public, dans un de leurs domaines au moins.',
      }),
      col('acteurs', 'Acteurs', (f) => f.acteurs, 'entier'),
      col('outils', 'Outils existants ou à adapter', (f) => f.outils, 'entier', 1.2),
    ],
    source,
    empty: 'Aucun besoin recensé : rien à rapprocher de l’offre.',
  });
  const tendue = plusTendue(rows);
  const title = tendue
    ? `La fonction la moins pourvue pour ce qu’on en attend : « ${tendue.libelle} »`
    : 'Ce que les publics attendent, et qui ou quoi peut y répondre';
  const common = { name: 'offre-demande-fonctions', title, source, data };
  if (data.rows.length === 0) return figureVide(common);
  const { besoins, acteurs, outils } = analyse.preuves;
  const drawn = miroir(
    {
      rows: rows.map((row) => ({
        label: row.libelle,
        left: [row.besoins - row.sansActeur, row.sansActeur],
        right: [row.acteurs, row.outils],
      })),
      left: {
        title: `Besoins qui attendent la fonction (sur ${nombreFr(analyse.besoins.liste.length)})`,
        series: ['Besoins qu’un acteur peut servir', 'Besoins sans acteur, pour leur public, dans un domaine au moins'],
        colour: theme.series[1] ?? theme.accent,
      },
      right: {
        title: 'Acteurs et outils qui la servent',
        series: ['Acteurs', 'Outils existants ou à adapter'],
        colour: theme.accent,
      },
    },
    theme,
  );
  const lignes = rows.map(
    (row) =>
      `${row.libelle} : ${compte(row.besoins, 'besoin', 'besoins', 'aucun besoin')}${row.sansActeur > 0 ? ` (sans acteur pour ${row.sansActeur})` : ''}, ${offre(row)}`,
  );
  const constat = tendue
    ? `« ${tendue.libelle} » est la fonction la moins pourvue pour ce qu’on en attend : ${compte(tendue.besoins, 'besoin', 'besoins', '')} pour ${offre(tendue)}.`
    : rows.length > 1
      ? 'Aucune fonction n’est nettement moins pourvue que les autres.'
      : `${common.title}.`;
  return marquerFigure(
    {
      kind: 'figure',
      ...common,
      ...drawn,
      alt: alternative(
        constat,
        'Barres en miroir, une ligne par fonction : à gauche les besoins, à droite les acteurs et les outils',
        lignes,
      ),
    },
    'besoins, acteurs et outils',
    ensemble(besoins, acteurs, outils),
  );
}
