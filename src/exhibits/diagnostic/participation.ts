/** Who was heard, by which method, and who was not. */

import { group, sum } from 'd3-array';
import type { AngleMort } from '../../analysis/diagnostic/types.js';
import { METHODES, SORTES_DE_RENCONTRE } from '../../analysis/vocabulaire.js';
import { cellAt, itemAt } from '../../lists/at.js';
import { accord, compte, enumerer, juxtaposer, majuscule, minuscule } from '../../texte/accords.js';
import { nombreFr } from '../../texte/nombres.js';
import {
  abreger,
  type Contexte,
  cle,
  type Fabrique,
  figureDessinee,
  figureVide,
  marquer,
  marquerFigure,
  noms,
  sourceDe,
} from '../cells.js';
import { stackedBars } from '../charts/bars.js';
import { nuances } from '../charts/drawing/theme.js';
import { cellules, col, comptes, tableDe } from '../colonnes.js';
import type { FigureExhibit, TableExhibit } from '../types.js';

const AUCUNE = 'Aucune rencontre ni enquête au journal de la participation.';

const source = ({ etude, analyse }: Contexte): string =>
  etude.participation.length || analyse.participation.rencontres.length
    ? sourceDe('journal de la participation', analyse.participation.rencontres)
    : 'Source : journal de la participation, vide.';

/** What the counts by public leave out; empty, or a sentence after a space. */
function sansPublicEnClair({ analyse }: Contexte): string {
  const { rencontres, participants } = analyse.participation.sansPublic;
  return participants > 0
    ? ` Hors de ces comptes : ${compte(participants, 'personne')} ${accord(participants, 'connue', 'connues')} par le seul total ${rencontres > 1 ? `de ${compte(rencontres, 'temps', 'temps')}` : 'd’un temps'} de participation, sans leur public.`
    : '';
}

type Rencontre = Contexte['analyse']['participation']['rencontres'][number];

function journal(contexte: Contexte): TableExhibit {
  const { etude, analyse } = contexte;
  const communes = new Map(etude.territoire.communes.map((c) => [c.code, c.nom]));
  const presents = ({ participants = {} }: Rencontre): ReadonlyMap<string, number> =>
    new Map(Object.entries(participants).filter(([, n]) => typeof n === 'number'));
  return tableDe(analyse.participation.rencontres, {
    name: 'journal-participation',
    title: 'Journal de la participation',
    sheet: 'Journal participation',
    columns: [
      col('date', 'Date', (r) => r.date, 'date', 0.9),
      col('fin', 'Fin', (r) => r.fin ?? null, 'date', { width: 0.9, workbookOnly: true }),
      col('type', 'Méthode', (r) => SORTES_DE_RENCONTRE[r.type], 'texte', 0.9),
      col('nombre', 'Rencontres', (r) => r.nombre ?? 1, 'entier', { width: 0.7, workbookOnly: true }),
      col('lieu', 'Lieu', (r) => r.lieu ?? (r.commune ? (communes.get(r.commune) ?? r.commune) : null), 'texte', 1.3),
      col(
        'participants',
        'Participations',
        (r) =>
          Math.max(sum(presents(r).values()), ...(r.participants_total === undefined ? [] : [r.participants_total])),
        'entier',
        0.9,
      ),
      col('envoyes', 'Questionnaires envoyés', (r) => r.envoyes ?? null, 'entier', 0.9),
      col('publics', 'Publics', (r) => noms(etude.etude.publics.filter(({ id }) => presents(r).get(id))), 'texte', 1.8),
      col('enseignements', 'Ce qui en ressort', (r) => abreger(r.enseignements, 240), 'texte', 3),
    ],
    source: source(contexte),
    empty: AUCUNE,
  });
}

/** What was planned and did not take place: it is counted nowhere, and the journal keeps its trace. */
function annulees({ analyse }: Contexte): TableExhibit[] {
  const list = analyse.participation.annulees;
  if (list.length === 0) return [];
  return [
    tableDe(list, {
      name: 'participation-annulee',
      title: 'Temps de participation qui n’ont pas eu lieu',
      sheet: 'Journal participation',
      columns: [
        col('date', 'Date prévue', (one) => one.date, 'date', 0.9),
        col('nom', 'Temps de participation', (one) => one.nom, 'texte', 1.8),
        col('motif', 'Pourquoi', (one) => one.motif, 'texte', 2.2),
      ],
      source: 'Source : journal de la participation. Aucun n’est compté.',
      empty: 'Aucun temps de participation n’a été annulé.',
    }),
  ];
}

function parPublic(contexte: Contexte): TableExhibit {
  const { parPublic: publics, publicMethode, methodes, participations, rencontres } = contexte.analyse.participation;
  return tableDe(rencontres.length ? publics : [], {
    name: 'participation-par-public',
    title: 'Participations par public et par méthode',
    sheet: 'Participation',
    columns: [
      col('public', 'Public', (p) => p.libelle, 'texte', 1.8),
      comptes('methode', METHODES, (_, i) => publicMethode.valeurs[i] ?? []),
      col('participants', 'Participations', (p) => p.participations, 'entier', {
        width: 0.9,
        calcul: { type: 'somme', de: METHODES.map(({ id }) => cle('methode', id)) },
      }),
    ],
    totals: {
      public: 'Ensemble',
      ...cellules(
        'methode',
        METHODES,
        methodes.map((m) => m.participations),
      ),
      participants: participations,
    },
    source: `${source(contexte)} Une personne venue deux fois compte deux fois.${sansPublicEnClair(contexte)}`,
    empty: AUCUNE,
  });
}

/** Of one subject, and of several of which the same is told. */
const TYPES = {
  'public-absent': ['Public non entendu', 'Publics non entendus'],
  'public-peu-entendu': ['Public peu entendu', 'Publics peu entendus'],
  'methode-absente': ['Méthode non employée', 'Méthodes non employées'],
  'epci-absent': ['Intercommunalité sans rencontre', 'Intercommunalités sans rencontre'],
  'departement-absent': ['Département sans rencontre', 'Départements sans rencontre'],
  'questionnaire-ouvert': ['Questionnaire ouvert', 'Questionnaires ouverts'],
  'questionnaire-peu-rendu': ['Questionnaire peu rendu', 'Questionnaires peu rendus'],
  'besoin-sans-mention': ['Besoins sans citation', 'Besoins sans citation'],
} as const;

function anglesMorts(contexte: Contexte): TableExhibit {
  // The subject has its own column: what is found alike of several is told once, of each.
  const { anglesMorts: found } = contexte.analyse.participation;
  const groupes = [...group(found, ({ type, constat }) => `${type} ${constat}`).values()];
  const dit = (g: readonly AngleMort[]): string =>
    majuscule(g.length > 1 ? itemAt(g, 0).constatDeChacun : itemAt(g, 0).constat);
  return tableDe(groupes, {
    name: 'angles-morts',
    title: 'Angles morts de la participation',
    sheet: 'Participation',
    columns: [
      col('type', 'Angle mort', (g) => TYPES[itemAt(g, 0).type][g.length > 1 ? 1 : 0], 'texte', 1.5),
      col('sujet', 'Sujet', (g) => juxtaposer(g.map(({ sujet }) => sujet.libelle)), 'texte', 1.5),
      col('texte', 'Constat', dit, 'texte', 3.2),
    ],
    headerColumns: 2,
    source: source(contexte),
    empty: 'Aucun angle mort relevé : chaque public a été entendu, par chaque méthode.',
  });
}

function figure(contexte: Contexte): FigureExhibit {
  const { parPublic: publics, publicMethode, methodes, participations } = contexte.analyse.participation;
  const inconnus = contexte.analyse.participation.sansPublic.participants > 0;
  const { theme } = contexte;
  const absents = publics.filter((p) => p.participations === 0);
  const common = {
    name: 'participation-publics',
    title: !participations
      ? 'Participations par public'
      : absents.length
        ? `${inconnus ? 'Sans participation comptée' : `Non ${absents.length > 1 ? 'entendus' : 'entendu'}`} : ${enumerer(absents.map(({ libelle }) => minuscule(libelle)))}`
        : `Tous les publics représentés : ${compte(participations, 'participation', 'participations', '')}`,
    source: `${source(contexte)} Une personne venue deux fois compte deux fois.${sansPublicEnClair(contexte)}`,
    data: { ...parPublic(contexte), name: 'participation-publics-donnees', sheet: 'Participation' },
  };
  if (!participations) return figureVide({ ...common, data: { ...common.data, rows: [], empty: AUCUNE } });
  // Those who were met stand together, from the axis; what was filled in alone comes after them.
  const employees = METHODES.map((m, i) => ({ ...m, i }))
    .filter((m) => (methodes[m.i]?.participations ?? 0) > 0)
    .sort((a, b) => Number(a.id === 'enquete') - Number(b.id === 'enquete'));
  const tons = nuances(theme, employees.length);
  const drawn = stackedBars(
    {
      categories: publics.map((p) => p.libelle),
      series: employees.map((m, i) => ({
        label: `${m.libelle} (${nombreFr(itemAt(methodes, m.i).participations)})`,
        colour: itemAt(tons, i),
      })),
      values: employees.map((m) => publics.map((_, p) => cellAt(publicMethode.valeurs, p, m.i))),
      axis: 'Participations',
    },
    theme,
  );
  const texte = publics.map((p, at) => {
    const parts = employees.flatMap((m) => {
      const n = publicMethode.valeurs[at]?.[m.i];
      return n ? [`${minuscule(m.libelle)} ${n}`] : [];
    });
    return `${p.libelle} : ${p.participations}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`;
  });
  return figureDessinee(
    common,
    drawn,
    'Barres empilées : les participations de chaque public, selon la méthode',
    texte,
  );
}

export const participationExhibits: Fabrique = (contexte) => [
  marquerFigure(figure(contexte), 'rencontres', contexte.analyse.preuves.participation),
  marquer(parPublic(contexte), { participants: contexte.analyse.preuves.participation }),
  anglesMorts(contexte),
];
export const journalExhibits: Fabrique = (contexte) => [
  marquer(journal(contexte), { participants: contexte.analyse.preuves.participation }),
  ...annulees(contexte),
];
