/** Actors: functions × domains, engagement, interest × influence, links, inventory. */

import type { ActeurAnalyse, Comptage } from '../../analysis/diagnostic/index.js';
import { compte } from '../../texte/accords.js';
import {
  type Contexte,
  cellules,
  couleurDomaine,
  entiers,
  type Fabrique,
  figureVide,
  sourceDe,
  table,
} from '../cells.js';
import { stackedBars } from '../charts/bars.js';
import { dotMatrix } from '../charts/matrices.js';
import { labelledScatter } from '../charts/points.js';
import type { Shape } from '../charts/svg.js';
import type { FigureExhibit, TableExhibit } from '../types.js';

export const AUCUN = 'Aucun acteur recensé.';

export const source = ({ etude }: Contexte): string => sourceDe('inventaire des acteurs', etude.acteurs);

/** Several actors on one line each would not hold a page: names in one cell, the rest counted. */
export function liste(acteurs: readonly ActeurAnalyse[], max: number): string | null {
  const shown = acteurs.slice(0, max).map((a) => a.court);
  const rest = acteurs.length - shown.length;
  return [...shown, ...(rest > 0 ? [`et ${rest} ${rest === 1 ? 'autre' : 'autres'}`] : [])].join(', ') || null;
}

function fonctionsDomaines(contexte: Contexte): TableExhibit {
  const { fonctionDomaine: comptage, parFonction, liste: acteurs } = contexte.analyse.acteurs;
  return table({
    name: 'acteurs-fonctions-domaines',
    title: 'Acteurs par fonction et par domaine',
    sheet: 'Acteurs fonctions x domaines',
    columns: [
      { key: 'fonction', header: 'Fonction', format: 'texte', width: 2 },
      ...entiers('domaine', comptage.colonnes),
      { key: 'nombre', header: 'Acteurs', format: 'entier', width: 0.8, note: 'Chaque acteur une fois.' },
    ],
    rows: acteurs.length
      ? comptage.lignes.map((f, i) => ({
          fonction: f.libelle,
          ...cellules('domaine', comptage.colonnes, comptage.valeurs[i] ?? []),
          nombre: parFonction[i]?.nombre ?? 0,
        }))
      : [],
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
  const { fonctionDomaine: c, vides, liste: acteurs } = contexte.analyse.acteurs;
  const cells = plusForts(c);
  const [faible] = [...cells].sort((a, b) => a.valeur - b.valeur);
  const minimum = cells.filter((cell) => cell.valeur === faible?.valeur);
  const common = {
    name: 'couverture-fonctions-domaines',
    title: vides.length
      ? `${compte(vides.length, 'croisement fonction × domaine n’a', 'croisements fonction × domaine n’ont', '')} aucun acteur`
      : minimum.length === 1 && faible
        ? `Le croisement le moins pourvu : « ${faible.ligne} », ${faible.colonne} (${compte(faible.valeur, 'acteur', 'acteurs', '')})`
        : 'Nombre d’acteurs par fonction et par domaine',
    source: source(contexte),
    data: {
      ...fonctionsDomaines(contexte),
      name: 'couverture-fonctions-domaines-donnees',
      sheet: 'Fonctions x domaines (figure)',
    },
  };
  if (!acteurs.length) return figureVide(common);
  const drawn = dotMatrix(
    {
      rows: c.lignes.map((e) => e.libelle),
      columns: c.colonnes.map((e) => e.libelle),
      values: c.valeurs,
      max: Math.max(1, ...c.valeurs.flat()),
      legend: 'L’aire du cercle croît avec le nombre d’acteurs, écrit à côté ou dedans.',
    },
    contexte.theme,
  );
  const texte = cells.map((cell) => `${cell.ligne} × ${cell.colonne} : ${cell.valeur}`);
  return {
    kind: 'figure',
    ...common,
    ...drawn,
    alt: `Nombre d’acteurs par fonction et par domaine. ${texte.join(' ; ')}.`,
  };
}

const plusForts = (c: Comptage): { ligne: string; colonne: string; valeur: number }[] =>
  c.lignes
    .flatMap((l, i) =>
      c.colonnes.map((col, j) => ({ ligne: l.libelle, colonne: col.libelle, valeur: c.valeurs[i]?.[j] ?? 0 })),
    )
    .sort((a, b) => b.valeur - a.valeur);

function engagement(contexte: Contexte): TableExhibit {
  const { engagement: niveaux, engagementDomaine, liste: acteurs } = contexte.analyse.acteurs;
  const { colonnes, valeurs } = engagementDomaine;
  return table({
    name: 'acteurs-engagement',
    title: 'Acteurs par niveau d’engagement',
    sheet: 'Acteurs engagement',
    columns: [
      { key: 'niveau', header: 'Engagement', format: 'texte', width: 1.1 },
      { key: 'nombre', header: 'Acteurs', format: 'entier', width: 0.7 },
      ...entiers('domaine', colonnes, 0.8),
      { key: 'acteurs', header: 'Lesquels', format: 'texte', width: 3.4 },
    ],
    rows: acteurs.length
      ? niveaux.map((n, i) => ({
          niveau: n.libelle,
          nombre: n.acteurs.length,
          ...cellules('domaine', colonnes, valeurs[i] ?? []),
          acteurs: liste(n.acteurs, 15),
        }))
      : [],
    source: source(contexte),
    empty: AUCUN,
  });
}

function engagementFigure(contexte: Contexte): FigureExhibit {
  const { engagement: niveaux, engagementDomaine: c, liste: acteurs } = contexte.analyse.acteurs;
  const { accent, series, muted, grid } = contexte.theme;
  const acquis = niveaux
    .filter((n) => n.id === 'engage' || n.id === 'volontaire')
    .reduce((sum, n) => sum + n.acteurs.length, 0);
  const common = {
    name: 'engagement-acteurs',
    title: acteurs.length
      ? `${compte(acquis, 'acteur volontaire ou engagé', 'acteurs volontaires ou engagés', 'Aucun acteur volontaire ou engagé')} sur ${acteurs.length}`
      : 'Engagement des acteurs par domaine',
    source: `${source(contexte)} Un acteur compte dans chacun de ses domaines.`,
    data: { ...engagement(contexte), name: 'engagement-acteurs-donnees', sheet: 'Engagement (figure)' },
  };
  if (!acteurs.length) return figureVide(common);
  const colours = [accent, series[1] ?? accent, series[2] ?? muted, muted, grid];
  const drawn = stackedBars(
    {
      categories: c.colonnes.map((d) => d.libelle),
      series: c.lignes.map((n, i) => ({
        label: n.libelle,
        colour: colours[i] ?? muted,
        pattern: n.id === 'pressenti',
      })),
      values: c.valeurs,
      axis: 'Acteurs',
    },
    contexte.theme,
  );
  const texte = niveaux.map((n) => `${n.libelle} : ${n.acteurs.length}`);
  return {
    kind: 'figure',
    ...common,
    ...drawn,
    alt: `Acteurs par niveau d’engagement et par domaine. ${texte.join(' ; ')}.`,
  };
}

const SHAPES: Shape[] = ['cercle', 'carre', 'triangle', 'losange'];

function interetInfluence(contexte: Contexte): FigureExhibit {
  const { liste: acteurs, quadrants, sansNote } = contexte.analyse.acteurs;
  const { etude, theme } = contexte;
  const notes = acteurs.filter((a) => a.quadrant !== null);
  const data = table({
    name: 'interet-influence-donnees',
    title: 'Intérêt et influence des acteurs',
    sheet: 'Intérêt x influence',
    columns: [
      { key: 'acteur', header: 'Acteur', format: 'texte', width: 1.6 },
      { key: 'nom', header: 'Nom', format: 'texte', width: 3 },
      { key: 'interet', header: 'Intérêt (sur 5)', format: 'entier', width: 0.8 },
      { key: 'influence', header: 'Influence (sur 5)', format: 'entier', width: 0.8 },
      { key: 'position', header: 'Position', format: 'texte', width: 1.6, note: 'Une note de 4 ou 5 est forte.' },
    ],
    rows: quadrants.flatMap((q) =>
      q.acteurs.map((a) => ({
        acteur: a.court,
        nom: a.nom,
        interet: a.interet,
        influence: a.influence,
        position: q.libelle,
      })),
    ),
    source: source(contexte),
    empty: 'Aucun acteur n’a de note d’intérêt et d’influence.',
  });
  const associer = quadrants.find((q) => q.quadrant === 'associer')?.acteurs ?? [];
  const common = {
    name: 'interet-influence',
    title: notes.length
      ? `${compte(associer.length, 'acteur à la fois très intéressé et très influent', 'acteurs à la fois très intéressés et très influents', 'Aucun acteur à la fois très intéressé et très influent')}`
      : 'Intérêt et influence des acteurs',
    source: sansNote
      ? `${source(contexte)} ${compte(sansNote, 'acteur sans note n’y figure pas', 'acteurs sans note n’y figurent pas', '')}.`
      : source(contexte),
    data,
  };
  if (!notes.length) return figureVide(common);
  const groups = etude.etude.domaines.map((d, i) => ({
    label: d.libelle,
    colour: couleurDomaine(contexte, d.id),
    shape: SHAPES[i % 4] ?? 'cercle',
  }));
  const plusieurs = {
    label: 'Plusieurs domaines',
    colour: theme.muted,
    shape: SHAPES[groups.length % 4] ?? ('cercle' as const),
  };
  const groupOf = (a: ActeurAnalyse) => {
    const [only] = a.domaines;
    const index = a.domaines.length === 1 && only ? etude.etude.domaines.findIndex((d) => d.id === only.id) : -1;
    return groups[index] ?? plusieurs;
  };
  const drawn = labelledScatter(
    {
      points: notes.map((a) => {
        const { colour, shape } = groupOf(a);
        return { x: a.interet ?? 0, y: a.influence ?? 0, label: a.court, colour, shape };
      }),
      xLabel: 'Intérêt pour la démarche',
      yLabel: 'Influence',
      min: 1,
      max: 5,
      legend: [...groups, plusieurs],
    },
    theme,
  );
  const texte = quadrants.map(
    (q) => `${q.libelle} : ${q.acteurs.length}${q.acteurs.length ? ` (${liste(q.acteurs, 6)})` : ''}`,
  );
  return {
    kind: 'figure',
    ...common,
    ...drawn,
    alt: `${notes.length} acteurs placés selon leur intérêt et leur influence, de 1 à 5. ${texte.join(' ; ')}.`,
  };
}

export const acteursExhibits: Fabrique = (contexte) => [
  fonctionsDomaines(contexte),
  couvertureFigure(contexte),
  engagement(contexte),
  engagementFigure(contexte),
  interetInfluence(contexte),
];
