/** Actors: functions × domains, engagement, interest × influence, links, inventory. */

import { cellAt, itemAt, itemOf } from '../../../lists/at.js';
import { compte, minuscule } from '../../../texte/accords.js';
import { nombreFr } from '../../../texte/nombres.js';
import {
  type Contexte,
  enTete,
  type Fabrique,
  figureDessinee,
  figureVide,
  marquer,
  marquerFigure,
} from '../../cells.js';
import { stackedBars } from '../../charts/bars.js';
import { nuances } from '../../charts/drawing/theme.js';
import { dotMatrix } from '../../charts/matrices.js';
import { cellules, col, comptes, tableDe } from '../../colonnes.js';
import type { FigureExhibit, TableExhibit } from '../../types.js';
import { offreDemandeFigure } from '../offre-demande.js';
import { AUCUN, liste, source } from './communs.js';
import { interetInfluence, interetInfluencePublic } from './notes.js';

const ENSEMBLE = 'Ensemble';
type Croises = Contexte['analyse']['acteurs']['fonctionDomaine'];

function fonctionsDomaines(contexte: Contexte): TableExhibit {
  const { fonctionDomaine: comptage, parFonction, liste: acteurs } = contexte.analyse.acteurs;
  return tableDe(acteurs.length ? comptage.lignes : [], {
    name: 'acteurs-fonctions-domaines',
    title: 'Acteurs par fonction et par domaine',
    sheet: 'Acteurs en nombres',
    columns: [
      col('fonction', 'Fonction', (f) => f.libelle, 'texte', 2),
      comptes('domaine', comptage.colonnes, (_, i) => comptage.valeurs[i] ?? []),
      col('nombre', 'Acteurs', (_, i) => itemAt(parFonction, i).nombre, 'entier', {
        width: 0.8,
        note: 'Chaque acteur une fois.',
      }),
    ],
    totals: {
      fonction: 'Ensemble (chaque acteur une fois)',
      ...cellules(
        'domaine',
        comptage.colonnes,
        comptage.colonnes.map((d) => acteurs.filter((a) => a.domaines.some((e) => e.id === d.id)).length),
      ),
      nombre: acteurs.length,
    },
    source: `${source(contexte)} Un acteur compte dans chacune de ses fonctions et chacun de ses domaines.`,
    empty: AUCUN,
  });
}

function couvertureFigure(contexte: Contexte): FigureExhibit {
  const { fonctionDomaine: c, parFonction, vides, liste: acteurs } = contexte.analyse.acteurs;
  const cells = plusForts(c);
  const [faible] = [...cells].sort((a, b) => a.valeur - b.valeur);
  const minimum = cells.filter((cell) => cell.valeur === faible?.valeur);
  const common = {
    name: 'couverture-fonctions-domaines',
    title: vides.length
      ? `Croisements fonction × domaine sans acteur : ${nombreFr(vides.length)}`
      : minimum.length === 1 && faible && cells.length > 1
        ? `Le croisement le moins pourvu : « ${faible.ligne} », ${faible.colonne} (${compte(faible.valeur, 'acteur', 'acteurs', '')})`
        : 'Nombre d’acteurs par fonction et par domaine',
    source: `${source(contexte)}${c.colonnes.length > 1 ? ' Un acteur de plusieurs domaines compte dans chacun, et une fois dans l’ensemble.' : ''}`,
    data: {
      ...fonctionsDomaines(contexte),
      name: 'couverture-fonctions-domaines-donnees',
      sheet: 'Acteurs en nombres',
    },
  };
  if (!acteurs.length) return figureVide(common);
  const drawn = dotMatrix(
    {
      rows: c.lignes.map((e) => e.libelle),
      columns: c.colonnes.map(enTete(contexte.etude.etude.domaines)),
      values: c.valeurs,
      max: Math.max(1, ...c.valeurs.flat().flatMap((n) => n ?? [])),
      // With one domain, its column says it.
      ...(c.colonnes.length > 1
        ? { totals: { header: ENSEMBLE, values: parFonction.map(({ nombre }) => nombre) } }
        : {}),
      legend: `L’aire du cercle croît avec le nombre d’acteurs, écrit à côté ou dedans${c.valeurs.flat().includes(null) ? ' ; un tiret : la fonction ne vaut pas dans ce domaine' : ''}.`,
    },
    contexte.theme,
  );
  const [forte] = cells;
  const croisement = (cell: (typeof cells)[number]): string => `${cell.ligne} × ${cell.colonne} (${cell.valeur})`;
  // Of cells that all hold as many, or of one alone, none is the most.
  const inegales = forte !== undefined && cells.some(({ valeur }) => valeur !== forte.valeur);
  const bornes = [
    ...(forte && inegales ? [`Le plus pourvu : ${croisement(forte)}`] : []),
    ...(vides.length > 0
      ? [`sans acteur : ${compte(vides.length, 'croisement', 'croisements', '')}`]
      : faible && inegales
        ? [`le moins pourvu : ${croisement(faible)}`]
        : []),
  ];
  const texte = c.lignes.map(
    (ligne, i) =>
      `${ligne.libelle} (${itemAt(parFonction, i).nombre} en tout) : ${c.colonnes.map((d, j) => `${d.libelle} ${c.valeurs[i]?.[j] ?? '—'}`).join(', ')}`,
  );
  return figureDessinee(
    common,
    drawn,
    'Grille de cercles : le nombre d’acteurs de chaque fonction dans chaque domaine',
    [...bornes, ...texte],
  );
}

const plusForts = (c: Croises): { ligne: string; colonne: string; valeur: number }[] =>
  c.lignes
    .flatMap((l, i) =>
      c.colonnes.flatMap((col, j) => {
        const valeur = c.valeurs[i]?.[j] ?? null;
        return valeur === null ? [] : [{ ligne: l.libelle, colonne: col.libelle, valeur }];
      }),
    )
    .sort((a, b) => b.valeur - a.valeur);

function engagement(contexte: Contexte): TableExhibit {
  const { engagement: niveaux, engagementDomaine, liste: acteurs } = contexte.analyse.acteurs;
  const { colonnes, valeurs } = engagementDomaine;
  return tableDe(acteurs.length ? niveaux : [], {
    name: 'acteurs-engagement',
    title: 'Acteurs par niveau d’engagement',
    sheet: 'Acteurs en nombres',
    columns: [
      col('niveau', 'Engagement', (n) => n.libelle, 'texte', 1.1),
      col('nombre', 'Acteurs', (n) => n.acteurs.length, 'entier', 0.7),
      comptes('domaine', colonnes, (_, i) => valeurs[i] ?? [], 0.8),
      col('acteurs', 'Lesquels', (n) => liste(n.acteurs, 15), 'texte', 3.4),
    ],
    source: source(contexte),
    empty: AUCUN,
  });
}

/** What a count of engagements owes to no dated contact. */
function presume({ analyse }: Contexte): string {
  const { nombre, total } = analyse.acteurs.presumes;
  const beyond = 'au-delà de « pressenti »';
  if (nombre === 0) return '';
  return ` État présumé, sans date de contact : ${nombre === total ? `tous ceux qui sont ${beyond} (${total})` : `${nombre} sur ${total} ${beyond}`}.`;
}

function engagementFigure(contexte: Contexte): FigureExhibit {
  const { engagement: niveaux, engagementDomaine: c, liste: acteurs, maitreEngage } = contexte.analyse.acteurs;
  const plusieurs = c.colonnes.length > 1;
  const acquis = niveaux
    .filter((n) => n.id === 'engage' || n.id === 'volontaire')
    .reduce((sum, n) => sum + n.acteurs.length, 0);
  const common = {
    name: 'engagement-acteurs',
    title: acteurs.length
      ? maitreEngage === 'seul'
        ? `Volontaires ou engagés : le maître d’ouvrage seul, sur ${compte(acteurs.length, 'acteur')}`
        : `Volontaires ou engagés : ${compte(acquis, 'acteur', 'acteurs', 'aucun acteur')} sur ${acteurs.length}`
      : 'Engagement des acteurs par domaine',
    source: `${source(contexte)} Un acteur compte dans chacun de ses domaines${plusieurs ? ', une fois dans l’ensemble' : ''}${maitreEngage ? ', le maître d’ouvrage comme les autres' : ''}.${presume(contexte)}`,
    data: { ...engagement(contexte), name: 'engagement-acteurs-donnees', sheet: 'Acteurs en nombres' },
  };
  if (!acteurs.length) return figureVide(common);
  const tons = nuances(contexte.theme, c.lignes.length);
  const drawn = stackedBars(
    {
      categories: [...c.colonnes.map((d) => d.libelle), ...(plusieurs ? [ENSEMBLE] : [])],
      series: c.lignes.map((n, i) => ({
        label: n.libelle,
        colour: itemAt(tons, i),
      })),
      values: c.lignes.map((n, i) => [
        ...itemAt(c.valeurs, i),
        ...(plusieurs ? [itemOf(niveaux, n.id).acteurs.length] : []),
      ]),
      axis: 'Acteurs',
    },
    contexte.theme,
  );
  const lue = (libelle: string, de: (rang: number) => number): string => {
    const parts = c.lignes.flatMap((n, i) => (de(i) > 0 ? [`${minuscule(n.libelle)} ${de(i)}`] : []));
    return `${libelle} : ${parts.join(', ') || 'aucun acteur'}`;
  };
  const texte = [
    ...c.colonnes.map((d, j) => lue(d.libelle, (i) => cellAt(c.valeurs, i, j))),
    ...(plusieurs ? [lue(ENSEMBLE, (i) => itemOf(niveaux, itemAt(c.lignes, i).id).acteurs.length)] : []),
  ];
  return figureDessinee(common, drawn, 'Barres empilées : les acteurs de chaque domaine, selon leur engagement', texte);
}

export const acteursExhibits: Fabrique = (contexte) => {
  const { acteurs, engagement: e, notes } = contexte.analyse.preuves;
  return [
    marquer(fonctionsDomaines(contexte), { nombre: acteurs }),
    offreDemandeFigure(contexte),
    marquerFigure(couvertureFigure(contexte), 'fonctions et domaines', acteurs),
    marquer(engagement(contexte), { nombre: e }),
    marquerFigure(engagementFigure(contexte), 'engagement', e),
    marquerFigure(contexte.interne ? interetInfluence(contexte) : interetInfluencePublic(contexte), 'notes', notes),
  ];
};
