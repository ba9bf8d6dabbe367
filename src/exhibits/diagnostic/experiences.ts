/** Comparable experiences: axis by axis, transferability, inventory. */

import type { ExperienceAnalyse } from '../../analysis/diagnostic/index.js';
import { compte } from '../../texte/accords.js';
import { nombreFr } from '../../texte/nombres.js';
import {
  abreger,
  type Contexte,
  cle,
  type Fabrique,
  fiabilite,
  figureVide,
  lignes,
  marquer,
  marquerFigure,
  noms,
  sourceDe,
  table,
  titresSources,
} from '../cells.js';
import { dotMatrix } from '../charts/matrices.js';
import type { FigureExhibit, TableExhibit } from '../types.js';

const AUCUNE_RETENUE = 'Aucune expérience retenue pour la comparaison.';

const sourceRetenues = ({ analyse }: Contexte): string =>
  sourceDe(
    'inventaire des expériences retenues',
    analyse.experiences.retenues.map((e) => e.source),
  );

function comparees(contexte: Contexte): TableExhibit {
  const { retenues, axes } = contexte.analyse.experiences;
  return table({
    name: 'experiences-comparees',
    title: 'Expériences retenues, axe par axe',
    sheet: 'Expériences comparées',
    columns: [
      { key: 'axe', header: 'Axe', format: 'texte', width: 1 },
      ...retenues.map((e) => ({ key: cle('experience', e.id), header: e.nom, format: 'texte' as const, width: 2.4 })),
    ],
    rows: retenues.length
      ? axes
          .filter((axe) => axe.valeurs.some((value) => value !== null))
          .map((axe) => ({
            axe: axe.libelle,
            ...Object.fromEntries(retenues.map((e, i) => [cle('experience', e.id), abreger(axe.valeurs[i], 420)])),
          }))
      : [],
    source: sourceRetenues(contexte),
    empty: AUCUNE_RETENUE,
  });
}

function transferabilite(contexte: Contexte): TableExhibit {
  const { retenues } = contexte.analyse.experiences;
  return table({
    name: 'experiences-transferabilite',
    title: 'Ce qui se transpose, et à quelles conditions',
    sheet: 'Expériences comparées',
    columns: [
      { key: 'experience', header: 'Expérience', format: 'texte', width: 1.5 },
      { key: 'note', header: 'Note (sur 5)', format: 'entier', width: 0.6 },
      { key: 'justification', header: 'Pourquoi', format: 'texte', width: 2.2 },
      { key: 'conditions', header: 'Conditions', format: 'texte', width: 2.4 },
    ],
    rows: [...retenues]
      .sort((a, b) => (b.transferabilite ?? 0) - (a.transferabilite ?? 0))
      .map((e) => ({
        experience: e.nom,
        note: e.transferabilite,
        justification: e.source.transferabilite?.justification ?? null,
        conditions: lignes(e.conditions),
      })),
    source: sourceRetenues(contexte),
    empty: AUCUNE_RETENUE,
  });
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
  const data = table({
    name: 'comparaison-experiences-donnees',
    title: 'Étendue et transférabilité des expériences retenues',
    sheet: 'Expériences comparées',
    columns: [
      { key: 'axe', header: 'Axe', format: 'texte', width: 1.8 },
      ...retenues.map((e) => ({ key: cle('experience', e.id), header: e.nom, format: 'decimal' as const, width: 1.6 })),
    ],
    rows: retenues.length
      ? axes.map((axe) => ({
          axe: axe.libelle,
          ...Object.fromEntries(retenues.map((e) => [cle('experience', e.id), axe.lire(e)])),
        }))
      : [],
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
      legend:
        'Nombre de publics, domaines, fonctions et modalités touchés, équivalents temps plein et note de transférabilité ; un tiret : donnée inconnue.',
    },
    contexte.theme,
  );
  const lue = (value: number | null): string => (value === null ? 'inconnu' : nombreFr(value));
  const texte = retenues.map((e) => `${e.nom} : ${axes.map((axe) => `${axe.libelle} ${lue(axe.lire(e))}`).join(', ')}`);
  return {
    kind: 'figure',
    ...common,
    ...drawn,
    alt: `Comparaison de ${compte(retenues.length, 'expérience', 'expériences', '')}. ${texte.join(' ; ')}.`,
  };
}

function inventaire(contexte: Contexte): TableExhibit {
  const { analyse } = contexte;
  return table({
    name: 'experiences-inventaire',
    title: 'Inventaire des expériences étudiées',
    sheet: 'Inventaire expériences',
    landscape: true,
    columns: [
      { key: 'nom', header: 'Expérience', format: 'texte', width: 1.6 },
      { key: 'retenue', header: 'Retenue', format: 'oui-non', width: 0.6 },
      { key: 'territoire', header: 'Territoire', format: 'texte', width: 1.4 },
      { key: 'milieu', header: 'Milieu', format: 'texte', width: 0.6, workbookOnly: true },
      { key: 'forme', header: 'Forme juridique', format: 'texte', width: 1.6 },
      { key: 'creation', header: 'Création', format: 'annee', width: 0.6 },
      { key: 'etp', header: 'ETP', format: 'decimal', width: 0.5 },
      { key: 'budget', header: 'Budget annuel (€)', format: 'euros', width: 0.9 },
      { key: 'publics', header: 'Publics', format: 'texte', width: 1.3, workbookOnly: true },
      { key: 'domaines', header: 'Domaines', format: 'texte', width: 1.3, workbookOnly: true },
      { key: 'motif_choix', header: 'Pourquoi l’étudier', format: 'texte', width: 1.8, workbookOnly: true },
      { key: 'lecon', header: 'Leçon', format: 'texte', width: 2 },
      { key: 'note', header: 'Transférabilité (sur 5)', format: 'entier', width: 0.8 },
      { key: 'sources', header: 'Sources', format: 'texte', width: 1.4, workbookOnly: true },
      { key: 'fiabilite', header: 'Fiabilité', format: 'texte', width: 0.9, workbookOnly: true },
    ],
    rows: analyse.experiences.liste.map((e) => ({
      nom: e.nom,
      retenue: e.retenue,
      territoire: e.source.territoire.nom,
      milieu: e.milieu,
      forme: e.source.forme_juridique ?? null,
      creation: e.creation,
      etp: e.etp,
      budget: e.budget,
      publics: noms(e.publics),
      domaines: noms(e.domaines),
      motif_choix: e.source.motif_choix ?? null,
      lecon: e.source.lecon ?? lignes(e.pointsForts),
      note: e.transferabilite,
      sources: titresSources(contexte, e.source.sources),
      fiabilite: fiabilite(e.source),
    })),
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
    conditions: contexte.analyse.preuves.transferabilite,
  }),
  marquerFigure(comparaisonFigure(contexte), 'transférabilité', contexte.analyse.preuves.transferabilite),
];
export const experiencesInventaire: Fabrique = (contexte) => [inventaire(contexte)];
