/** Comparable experiences: axis by axis, transferability, inventory. */

import type { AxeComparaison, ExperienceAnalyse } from '../../analysis/diagnostic/index.js';
import { formeEcrite } from '../../analysis/vocabulaire.js';
import { compte, enumerer, minuscule } from '../../texte/accords.js';
import { nombreFr } from '../../texte/nombres.js';
import {
  abreger,
  type Contexte,
  cle,
  type Fabrique,
  fiabilite,
  figureDessinee,
  figureVide,
  lignes,
  marquer,
  marquerFigure,
  noms,
  partEnClair,
  SIGNE_ILLUSTRATIF,
  signe,
  sourceDe,
  titresSources,
} from '../cells.js';
import { dotMatrix } from '../charts/matrices.js';
import { col, tableDe } from '../colonnes.js';
import type { FigureExhibit, TableExhibit } from '../types.js';

const AUCUNE_RETENUE = 'Aucune expérience retenue pour la comparaison.';

const sourceRetenues = ({ analyse: { experiences } }: Contexte): string =>
  sourceDe(
    `inventaire des expériences, dont ${compte(experiences.retenues.length, 'retenue', 'retenues')} sur ${nombreFr(experiences.liste.length)}`,
    experiences.retenues.map((e) => e.source),
  );

/** How many of the values that an axis shows are illustrative. */
const illustrees = ({ valeurs, illustratifs }: AxeComparaison): { n: number; total: number } => ({
  n: valeurs.filter((value, i) => value !== null && illustratifs[i]).length,
  total: valeurs.filter((value) => value !== null).length,
});

/** An axis carries the sign where all that it shows is illustrative, otherwise the values that are; the note counts them. */
function comparees(contexte: Contexte): TableExhibit {
  const { retenues, axes } = contexte.analyse.experiences;
  const shown = retenues.length ? axes.filter((axe) => axe.valeurs.some((value) => value !== null)) : [];
  const entier = (axe: AxeComparaison): boolean => illustrees(axe).n === illustrees(axe).total;
  const marques = shown.filter((axe) => illustrees(axe).n > 0);
  const note = enumerer(
    marques.map((axe) => {
      const { n, total } = illustrees(axe);
      return `${minuscule(axe.libelle)} (${partEnClair({ illustratif: n, total })})`;
    }),
  );
  return tableDe(shown, {
    name: 'experiences-comparees',
    title: retenues.length === 1 ? 'L’expérience retenue, axe par axe' : 'Expériences retenues, axe par axe',
    sheet: 'Expériences comparées',
    columns: [
      col('axe', 'Axe', (axe) => (marques.includes(axe) && entier(axe) ? signe(axe.libelle) : axe.libelle), 'texte', 1),
      retenues.map((e, i) =>
        col(
          cle('experience', e.id),
          e.nom,
          (axe) => {
            const value = abreger(axe.valeurs[i], 420);
            return value !== null && axe.illustratifs[i] && !entier(axe) ? signe(value) : value;
          },
          'texte',
          2.4,
        ),
      ),
    ],
    source: `${sourceRetenues(contexte)}${note ? ` ${SIGNE_ILLUSTRATIF} Données illustratives : ${note}.` : ''}`,
    empty: AUCUNE_RETENUE,
  });
}

function transferabilite(contexte: Contexte): TableExhibit {
  const { retenues } = contexte.analyse.experiences;
  return tableDe(
    retenues
      .filter(({ transferabilite, conditions }) => transferabilite !== null || conditions.length > 0)
      .sort((a, b) => (b.transferabilite ?? 0) - (a.transferabilite ?? 0)),
    {
      name: 'experiences-transferabilite',
      title: retenues.some(({ conditions }) => conditions.length > 0)
        ? 'Ce qui se transpose, et à quelles conditions'
        : 'Ce qui se transpose',
      sheet: 'Expériences comparées',
      columns: [
        col('experience', 'Expérience', (e) => e.nom, 'texte', 1.5),
        col('note', 'Note (sur 5)', (e) => e.transferabilite, 'entier', 0.6),
        col('justification', 'Pourquoi', (e) => e.source.transferabilite?.justification ?? null, 'texte', 2.2),
        col('conditions', 'Conditions', (e) => lignes(e.conditions), 'texte', 2.4),
      ],
      source: sourceRetenues(contexte),
      empty: retenues.length > 0 ? 'Aucune note ni condition n’est donnée.' : AUCUNE_RETENUE,
    },
  );
}

/** Breadth of each retained experience on the axes that count: what share of the study's own vocabularies it touches. */
function comparaisonFigure(contexte: Contexte): FigureExhibit {
  const { retenues, plusTransferables } = contexte.analyse.experiences;
  const { etude } = contexte.etude;
  const axes: { libelle: string; lire: (e: ExperienceAnalyse) => number | null }[] = [
    { libelle: `Publics (sur ${etude.publics.length})`, lire: (e) => e.publics.length },
    { libelle: `Domaines (sur ${etude.domaines.length})`, lire: (e) => e.domaines.length },
    {
      libelle: `Fonctions (sur ${etude.fonctions.length})`,
      lire: (e) => (e.source.fonctions ? e.fonctions.length : null),
    },
    {
      libelle: `Modalités (sur ${etude.modalites.length})`,
      lire: (e) => (e.source.modalites ? e.modalites.length : null),
    },
    { libelle: 'Équivalents temps plein', lire: (e) => e.etp },
    { libelle: 'Transférabilité (sur 5)', lire: (e) => e.transferabilite },
  ];
  const data = tableDe(retenues.length ? axes : [], {
    name: 'comparaison-experiences-donnees',
    title: 'Étendue et transférabilité des expériences retenues',
    sheet: 'Expériences comparées',
    columns: [
      col('axe', 'Axe', (axe) => axe.libelle, 'texte', 1.8),
      retenues.map((e) => col(cle('experience', e.id), e.nom, (axe) => axe.lire(e), 'decimal', 1.6)),
    ],
    source: sourceRetenues(contexte),
    empty: AUCUNE_RETENUE,
  });
  const [meilleure, ...egales] = plusTransferables;
  const common = {
    name: 'comparaison-experiences',
    title:
      meilleure && egales.length === 0 && retenues.length > 1
        ? `La plus transposable des expériences retenues : ${meilleure.nom}`
        : 'Étendue et transférabilité des expériences retenues',
    source: sourceRetenues(contexte),
    data,
  };
  if (!retenues.length) return figureVide(common);
  const values = retenues.map((e) => axes.map((axe) => axe.lire(e)));
  const drawn = dotMatrix(
    {
      rows: retenues.map((e) => e.nom),
      columns: axes.map((axe) => axe.libelle),
      values,
      max: Math.max(5, ...values.flat().map((v) => v ?? 0)),
      legend: `Nombre de publics, domaines, fonctions et modalités touchés, équivalents temps plein et note de transférabilité${values.flat().includes(null) ? ' ; un tiret : donnée inconnue' : ''}.`,
    },
    contexte.theme,
  );
  const lue = (value: number | null): string => (value === null ? 'inconnu' : nombreFr(value));
  const texte = retenues.map((e) => `${e.nom} : ${axes.map((axe) => `${axe.libelle} ${lue(axe.lire(e))}`).join(', ')}`);
  return figureDessinee(
    common,
    drawn,
    `Grille de cercles : ${compte(retenues.length, 'expérience')} en lignes, ce qu’elles touchent en colonnes`,
    texte,
  );
}

function inventaire(contexte: Contexte): TableExhibit {
  const { analyse } = contexte;
  return tableDe(analyse.experiences.liste, {
    name: 'experiences-inventaire',
    title: 'Inventaire des expériences étudiées',
    sheet: 'Inventaire expériences',
    landscape: true,
    columns: [
      col('nom', 'Expérience', (e) => e.nom, 'texte', 1.6),
      col('retenue', 'Retenue', (e) => e.retenue, 'oui-non', 0.6),
      col('territoire', 'Territoire', (e) => e.source.territoire.nom, 'texte', 1.4),
      col('milieu', 'Milieu', (e) => e.milieu, 'texte', { width: 0.6, workbookOnly: true }),
      col(
        'forme',
        'Forme juridique',
        ({ source: { forme_juridique: forme } }) => (forme === undefined ? null : formeEcrite(forme)),
        'texte',
        1.6,
      ),
      col('creation', 'Création', (e) => e.creation, 'annee', 0.6),
      col('etp', 'ETP', (e) => e.etp, 'decimal', 0.5),
      col('budget', 'Budget annuel (€)', (e) => e.budget, 'euros', 0.9),
      col('publics', 'Publics', (e) => noms(e.publics), 'texte', { width: 1.3, workbookOnly: true }),
      col('domaines', 'Domaines', (e) => noms(e.domaines), 'texte', { width: 1.3, workbookOnly: true }),
      col('motif_choix', 'Pourquoi l’étudier', (e) => e.source.motif_choix ?? null, 'texte', {
        width: 1.8,
        workbookOnly: true,
      }),
      col('lecon', 'Leçon', (e) => e.source.lecon ?? lignes(e.pointsForts), 'texte', 2),
      col('note', 'Transférabilité (sur 5)', (e) => e.transferabilite, 'entier', 0.8),
      col('sources', 'Sources', (e) => titresSources(contexte, e.source.sources), 'texte', {
        width: 1.4,
        workbookOnly: true,
      }),
      col('fiabilite', 'Fiabilité', (e) => fiabilite(e.source), 'texte', { width: 0.9, workbookOnly: true }),
    ],
    source: sourceDe(
      'inventaire des expériences',
      analyse.experiences.liste.map((e) => e.source),
    ),
    empty: 'Aucune expérience étudiée.',
  });
}

export const experiencesExhibits: Fabrique = (contexte) => [
  comparees(contexte),
  marquer(transferabilite(contexte), {
    note: contexte.analyse.preuves.transferabilite,
    justification: contexte.analyse.preuves.transferabilite,
    conditions: contexte.analyse.preuves.transferabilite,
  }),
  marquerFigure(comparaisonFigure(contexte), 'transférabilité', contexte.analyse.preuves.transferabilite),
];
export const experiencesInventaire: Fabrique = (contexte) => [inventaire(contexte)];
