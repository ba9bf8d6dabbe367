/** Who was heard, by which method, and who was not. */
import { METHODES } from '../../analysis/vocabulaire.js';
import { compte, enumerer, minuscule } from '../../texte/accords.js';
import {
  abreger,
  type Contexte,
  cellules,
  entiers,
  type Fabrique,
  figureVide,
  marquer,
  marquerFigure,
  noms,
  sourceDe,
  table,
} from '../cells.js';
import { stackedBars } from '../charts/bars.js';
import type { FigureExhibit, TableExhibit } from '../types.js';

const AUCUNE = 'Aucune rencontre ni enquête au journal de la participation.';

const source = ({ etude, analyse }: Contexte): string =>
  etude.participation.length || analyse.participation.rencontres.length
    ? sourceDe('journal de la participation', analyse.participation.rencontres)
    : 'Source : journal de la participation, vide.';

/** Singular of a method for one meeting. */
const UNE: Readonly<Record<string, string>> = {
  entretien: 'Entretien',
  atelier: 'Atelier',
  enquete: 'Enquête',
  forum: 'Forum',
  visite: 'Visite',
};

function journal(contexte: Contexte): TableExhibit {
  const { etude, analyse } = contexte;
  const communes = new Map(etude.territoire.communes.map((c) => [c.code, c.nom]));
  return table({
    name: 'journal-participation',
    title: 'Journal de la participation',
    sheet: 'Journal participation',
    columns: [
      { key: 'date', header: 'Date', format: 'date', width: 0.9 },
      { key: 'type', header: 'Méthode', format: 'texte', width: 0.9 },
      { key: 'lieu', header: 'Lieu', format: 'texte', width: 1.3 },
      { key: 'participants', header: 'Participations', format: 'entier', width: 0.9 },
      { key: 'envoyes', header: 'Questionnaires envoyés', format: 'entier', width: 0.9 },
      { key: 'publics', header: 'Publics', format: 'texte', width: 1.8 },
      { key: 'enseignements', header: 'Ce qui en ressort', format: 'texte', width: 3 },
    ],
    rows: analyse.participation.rencontres.map((r) => {
      const heard = (r.participants ?? {}) as Record<string, number | undefined>;
      return {
        date: r.date,
        type: UNE[r.type] ?? r.type,
        lieu: r.commune ? (communes.get(r.commune) ?? r.commune) : null,
        participants: Object.values(heard).reduce<number>((sum, value) => sum + (value ?? 0), 0),
        envoyes: r.envoyes ?? null,
        publics: noms(etude.etude.publics.filter((p) => (heard[p.id] ?? 0) > 0)),
        enseignements: abreger(r.enseignements, 240),
      };
    }),
    source: source(contexte),
    empty: AUCUNE,
  });
}

function parPublic(contexte: Contexte): TableExhibit {
  const { parPublic: publics, publicMethode, methodes, participations, rencontres } = contexte.analyse.participation;
  return table({
    name: 'participation-par-public',
    title: 'Participations par public et par méthode',
    sheet: 'Participation',
    columns: [
      { key: 'public', header: 'Public', format: 'texte', width: 1.8 },
      ...entiers('methode', METHODES),
      { key: 'participants', header: 'Participations', format: 'entier', width: 0.9 },
    ],
    rows: rencontres.length
      ? publics.map((p, i) => ({
          public: p.libelle,
          ...cellules('methode', METHODES, publicMethode.valeurs[i] ?? []),
          participants: p.participations,
        }))
      : [],
    totals: {
      public: 'Ensemble',
      ...cellules(
        'methode',
        METHODES,
        methodes.map((m) => m.participations),
      ),
      participants: participations,
    },
    source: `${source(contexte)} Une personne venue deux fois compte deux fois.`,
    empty: AUCUNE,
  });
}

const TYPES = {
  'public-absent': 'Public non entendu',
  'public-peu-entendu': 'Public peu entendu',
  'methode-absente': 'Méthode non employée',
  'epci-absent': 'Intercommunalité sans rencontre',
  'departement-absent': 'Département sans rencontre',
  'questionnaire-ouvert': 'Questionnaire ouvert',
  'besoin-sans-mention': 'Besoins sans citation',
} as const;

function anglesMorts(contexte: Contexte): TableExhibit {
  return table({
    name: 'angles-morts',
    title: 'Angles morts de la participation',
    sheet: 'Participation',
    columns: [
      { key: 'type', header: 'Angle mort', format: 'texte', width: 1.5 },
      { key: 'sujet', header: 'Sujet', format: 'texte', width: 1.5 },
      { key: 'texte', header: 'Constat', format: 'texte', width: 3.2 },
    ],
    headerColumns: 2,
    rows: contexte.analyse.participation.anglesMorts.map((a) => ({
      type: TYPES[a.type],
      sujet: a.sujet.libelle,
      texte: a.texte,
    })),
    source: source(contexte),
    empty: 'Aucun angle mort relevé : chaque public a été entendu, par chaque méthode.',
  });
}

function figure(contexte: Contexte): FigureExhibit {
  const { parPublic: publics, publicMethode, methodes, participations } = contexte.analyse.participation;
  const { theme } = contexte;
  const absents = publics.filter((p) => p.participations === 0);
  const common = {
    name: 'participation-publics',
    title: !participations
      ? 'Participations par public'
      : absents.length
        ? `Non ${absents.length > 1 ? 'entendus' : 'entendu'} : ${enumerer(absents.map(({ libelle }) => minuscule(libelle)))}`
        : `Tous les publics représentés : ${compte(participations, 'participation', 'participations', '')}`,
    source: `${source(contexte)} Une personne venue deux fois compte deux fois.`,
    data: { ...parPublic(contexte), name: 'participation-publics-donnees', sheet: 'Participation' },
  };
  if (!participations) return figureVide({ ...common, data: { ...common.data, rows: [], empty: AUCUNE } });
  const employees = METHODES.map((m, i) => ({ ...m, i })).filter((m) => (methodes[m.i]?.participations ?? 0) > 0);
  const drawn = stackedBars(
    {
      categories: publics.map((p) => p.libelle),
      series: employees.map((m, i) => ({
        label: m.libelle,
        colour: theme.series[i % Math.max(1, theme.series.length)] ?? theme.accent,
      })),
      values: employees.map((m) => publics.map((_, p) => publicMethode.valeurs[p]?.[m.i] ?? 0)),
      axis: 'Participations',
    },
    theme,
  );
  const texte = publics.map((p) => `${p.libelle} : ${p.participations}`);
  return {
    kind: 'figure',
    ...common,
    ...drawn,
    alt: `Participations par public, toutes méthodes ensemble. ${texte.join(' ; ')}.`,
  };
}

export const participationExhibits: Fabrique = (contexte) => [
  marquerFigure(figure(contexte), 'rencontres', contexte.analyse.preuves.participation),
  marquer(parPublic(contexte), { participants: contexte.analyse.preuves.participation }),
  anglesMorts(contexte),
];
export const journalExhibits: Fabrique = (contexte) => [
  marquer(journal(contexte), { participants: contexte.analyse.preuves.participation }),
];
