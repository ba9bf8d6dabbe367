/** The evaluation: its questions, its notes with their reasons, what the evidence is worth. */

import { NOTE_BASSE } from '../../analysis/projets/constats.js';
import { ciblesAtteintes } from '../../analysis/projets/mesures.js';
import { nomDuProjet } from '../../analysis/projets/noms.js';
import type { Recoupement } from '../../analysis/projets/types-bilan.js';
import { accord, compte, compteEnLettres, enumerer, quantiteFr } from '../../texte/accords.js';
import { enLettres } from '../../texte/nombres.js';
import { alternative } from '../alternative.js';
import { lignes } from '../cells.js';
import { dotRows } from '../charts/dots.js';
import { col, tableDe } from '../colonnes.js';
import { indicateursFigure } from '../indicateurs.js';
import type { Exhibit, TableExhibit } from '../types.js';
import { type ContexteProjets, SOURCE_EVALUATION as SOURCE, sourceProjets } from './contexte.js';
import { suitesExhibits } from './suites.js';

export const RECOUPEMENTS: Readonly<Record<Recoupement, string>> = {
  recoupe: 'Recoupé',
  divergent: 'Les preuves divergent',
  'parole-seule': 'Notes et paroles, sans mesure',
  'note-seule': 'Note seule',
  'sans-note': 'Non noté',
};

function referentiel({ bilan }: ContexteProjets): TableExhibit {
  return tableDe(bilan.criteres, {
    name: 'referentiel',
    title: 'De la question à la mesure',
    sheet: 'Référentiel',
    columns: [
      col('critere', 'Critère', ({ libelle }) => libelle, 'texte', 0.9),
      col('question', 'Question', ({ question }) => question, 'texte', 1.7),
      col(
        'indicateurs',
        'Indicateurs et cibles',
        ({ indicateurs }) =>
          lignes(
            indicateurs.map(
              (i) => `${i.libelle} : ${i.sens === 'min' ? 'au plus' : 'au moins'} ${quantiteFr(i.cible, i.unite)}`,
            ),
          ),
        'texte',
        2,
      ),
      col(
        'sources',
        'Sources',
        ({ indicateurs, sources }) =>
          lignes(sources.length > 0 ? sources : [...new Set(indicateurs.flatMap(({ source }) => source ?? []))]),
        'texte',
        1.1,
      ),
      col('methode', 'Méthode', ({ methode }) => methode, 'texte', 1.7),
    ],
    source: SOURCE,
    empty: 'Le référentiel n’est pas écrit.',
  });
}

function echelle({ bilan }: ContexteProjets): TableExhibit {
  const levels = [...(bilan.cadre?.echelle ?? [])].sort((a, b) => a.note - b.note);
  return tableDe(levels, {
    name: 'echelle-notes',
    title: 'Ce que veut dire chaque note',
    sheet: 'Référentiel',
    columns: [
      col('note', 'Note', ({ note }) => note, 'entier', 0.4),
      col('sens', 'Ce qu’il faut avoir constaté', ({ sens }) => sens, 'texte', 4),
    ],
    source: SOURCE,
    empty: 'L’échelle des notes n’est pas écrite : ce que vaut une note n’est pas dit.',
  });
}

/** What the notes show first: the criteria that a low one touches. */
export function titreNotes({ criteres }: Pick<ContexteProjets['bilan'], 'criteres'>): string {
  const low = criteres.filter((critere) => critere.notes.some(({ note }) => note <= NOTE_BASSE));
  return low.length > 0
    ? `${compteEnLettres(low.length, 'critère compte', 'critères comptent')} une note de ${NOTE_BASSE} ou moins : ${enumerer(low.map(({ libelle }) => libelle.toLowerCase()))}`
    : `Aucune note n’est inférieure à ${NOTE_BASSE + 1}`;
}

function notes(contexte: ContexteProjets): Exhibit[] {
  const { bilan, theme } = contexte;
  const given = bilan.criteres.flatMap(({ libelle, notes: noted, sansNote }) => [
    ...noted.map((n) => ({ critere: libelle, projet: n, note: n.note, raison: n.commentaire })),
    // A criterion that no project is noted on is told in one row.
    ...(noted.length === 0 && sansNote.length > 1
      ? [
          {
            critere: libelle,
            projet: null,
            note: null,
            raison: `Aucun des ${enLettres(sansNote.length)} projets n’est noté.`,
          },
        ]
      : sansNote.map((p) => ({ critere: libelle, projet: p, note: null, raison: 'Non noté.' }))),
  ]);
  const raisons = tableDe(given, {
    name: 'notes-raisons',
    title: 'Les notes et leurs raisons',
    sheet: 'Notes et preuves',
    groupBy: 'critere',
    headerColumns: 2,
    columns: [
      col('critere', 'Critère', ({ critere }) => critere),
      col('projet', 'Projet', ({ projet }) => (projet ? `${projet.rang}. ${projet.projet}` : null), 'texte', 1.6),
      col('note', 'Note', ({ note }) => note, 'entier', 0.4),
      col('raison', 'Pourquoi', ({ raison }) => raison, 'texte', 3),
    ],
    source: sourceProjets(contexte),
    empty: 'Aucun projet n’est évalué.',
  });
  const noted = bilan.criteres.filter((critere) => critere.notes.length > 0);
  if (noted.length === 0) return [raisons];
  const title = titreNotes(bilan);
  return [
    {
      kind: 'figure',
      name: 'notes-points',
      title,
      ...dotRows(
        noted.map((critere) => ({
          label: critere.libelle,
          dots: critere.notes.map(({ rang, note }) => ({ rank: rang, value: note })),
          note: `${RECOUPEMENTS[critere.recoupement]}${critere.sansNote.length ? ` ; ${compte(critere.sansNote.length, 'projet sans note', 'projets sans note')}` : ''}`,
        })),
        [1, 5],
        theme,
      ),
      alt: alternative(
        title,
        'Points sur une échelle de 1 à 5, une ligne par critère et un point par projet',
        noted.map(({ libelle, notes: own }) => `${libelle} : ${notesEnClair(own)}`),
      ),
      source: `${sourceProjets(contexte)} Un point par projet : ${bilan.projets.map(({ projet }, i) => `${i + 1}, ${nomDuProjet(projet)}`).join(' ; ')}.`,
      data: raisons,
    },
    raisons,
  ];
}

/** « 3 pour le projet 3, 4 pour les projets 1, 2 et 5 ». */
function notesEnClair(own: readonly { rang: number; note: number }[]): string {
  const values = [...new Set(own.map(({ note }) => note))].sort((a, b) => a - b);
  return values
    .map((value) => {
      const rangs = own.flatMap(({ rang, note }) => (note === value ? [String(rang)] : []));
      return `${value} pour ${accord(rangs.length, 'le projet', 'les projets')} ${enumerer(rangs)}`;
    })
    .join(', ');
}

/** « 5 notes, de 3 à 5 », « 5 notes, toutes de 4 », « 1 note, de 4 ». */
const etendue = (values: readonly number[]): string => {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return `${compte(values.length, 'note')}, ${low === high ? `${values.length > 1 ? 'toutes ' : ''}de ${low}` : `de ${low} à ${high}`}`;
};

function recoupement({ bilan }: ContexteProjets): TableExhibit {
  // Where nobody was heard, what was not measured says it: a column of noughts would add nothing.
  const heard = bilan.criteres.some(({ paroles }) => paroles > 0);
  return tableDe(bilan.criteres, {
    name: 'recoupement',
    title: 'Ce que valent les preuves, critère par critère',
    sheet: 'Notes et preuves',
    columns: [
      col('critere', 'Critère', ({ libelle }) => libelle, 'texte', 1),
      col(
        'notes',
        'Notes',
        ({ notes: own }) => (own.length > 0 ? etendue(own.map(({ note }) => note)) : null),
        'texte',
        1,
      ),
      col(
        'mesures',
        'Mesures du dispositif',
        ({ indicateurs: own }) =>
          lignes(
            own.map(
              (i) =>
                `${i.libelle} : ${i.valeur === null ? 'non mesuré' : i.atteint ? 'cible atteinte' : 'cible manquée'}`,
            ),
          ),
        'texte',
        2.2,
      ),
      heard ? [col('paroles', 'Paroles', ({ paroles }) => paroles, 'entier', 0.6)] : [],
      col('valeur', 'Ce qu’elles valent ensemble', (c) => RECOUPEMENTS[c.recoupement], 'texte', 1.2),
    ],
    source: `${SOURCE} Recoupé : les notes et les mesures vont dans le même sens.${heard ? ' Sans mesure, une parole recueillie éclaire la note et ne la prouve pas.' : ''}`,
    empty: 'Rien à recouper.',
  });
}

function indicateurs({ bilan, theme }: ContexteProjets): Exhibit[] {
  const list = bilan.indicateurs;
  const data = tableDe(list, {
    name: 'indicateurs-dispositif',
    part: 'Dispositif',
    title: 'Indicateurs du dispositif',
    sheet: 'Indicateurs',
    columns: [
      col('libelle', 'Indicateur', ({ libelle }) => libelle, 'texte', 2),
      col(
        'unite',
        'Unité, sens',
        ({ unite, sens }) => `${unite}, ${sens === 'min' ? 'au plus' : 'au moins'}`,
        'texte',
        1.4,
      ),
      col('cible', 'Cible', ({ cible }) => cible, 'nombre', 0.6),
      list.some(({ premiere }) => premiere !== null)
        ? [
            col('premiere', 'Première mesure', ({ premiere }) => premiere?.valeur ?? null, 'nombre', 0.8),
            col('du', 'Sa date', ({ premiere }) => premiere?.date ?? null, 'date', 0.8),
          ]
        : [],
      col('valeur', 'Dernière mesure', ({ valeur }) => valeur, 'nombre', 0.8),
      col('date', 'Date', ({ date }) => date, 'date', 0.8),
      col('atteint', 'Atteinte', ({ atteint }) => atteint, 'oui-non', {
        width: 0.7,
        etats: { oui: 'bon', non: 'alerte' },
      }),
      col('methode', 'Comment elle est prise', ({ methode }) => methode, 'texte', 2),
    ],
    source: 'Source : mode opératoire de l’étude.',
    tiret: { sens: 'la mesure n’a pas été faite', colonnes: ['premiere', 'du', 'valeur', 'date', 'atteint'] },
    empty: 'Le dispositif n’a pas d’indicateur.',
  });
  if (list.length === 0) return [data];
  return [
    indicateursFigure(
      {
        name: 'indicateurs-dispositif-figure',
        title: ciblesAtteintes(list),
        indicateurs: list,
        source: 'Source : mode opératoire de l’étude ; hachuré : cible non atteinte.',
        data,
      },
      theme,
    ),
    data,
  ];
}

export const bilanExhibits = (contexte: ContexteProjets): Exhibit[] => [
  referentiel(contexte),
  echelle(contexte),
  ...notes(contexte),
  recoupement(contexte),
  ...indicateurs(contexte),
  ...suitesExhibits(contexte),
];
