/** Needs: the matrix, each public's list, coverage, the uncovered, the inventory. */

import { FORMULE_POIDS } from '../../analysis/diagnostic/besoins.js';
import { REGLE_COUVERTURE } from '../../analysis/diagnostic/couverture.js';
import type { BesoinAnalyse, PublicAnalyse } from '../../analysis/diagnostic/index.js';
import { METHODES, NIVEAUX } from '../../analysis/vocabulaire.js';
import { compte, enumerer } from '../../texte/accords.js';
import { nombreFr } from '../../texte/nombres.js';
import {
  type Contexte,
  cellules,
  cle,
  entiers,
  type Fabrique,
  feuille,
  fiabilite,
  figureVide,
  lignes,
  noms,
  sourceDe,
  table,
  titresSources,
} from '../cells.js';
import { heatMatrix } from '../charts/matrices.js';
import type { Column, FigureExhibit, Row, TableExhibit } from '../types.js';

const AUCUN = 'Aucun besoin recensé.';

const source = ({ etude }: Contexte): string => sourceDe('inventaire des besoins', etude.besoins);

const POIDS: Column = { key: 'poids', header: 'Poids', format: 'decimal', width: 0.7, note: FORMULE_POIDS };

function parPublicDomaine(contexte: Contexte): TableExhibit {
  const { publicDomaine: matrice, parPublic, poidsTotal, liste } = contexte.analyse.besoins;
  const compter = (id: string) => liste.filter((b) => b.domaines.some((d) => d.id === id)).length;
  return table({
    name: 'besoins-par-public-domaine',
    title: 'Besoins par public et par domaine',
    sheet: 'Besoins publics x domaines',
    columns: [
      { key: 'public', header: 'Public', format: 'texte', width: 1.6 },
      ...entiers('domaine', matrice.colonnes),
      {
        key: 'nombre',
        header: 'Besoins',
        format: 'entier',
        width: 0.8,
        note: 'Un besoin de plusieurs domaines compte dans chacun, et une fois ici.',
      },
      POIDS,
    ],
    rows: liste.length
      ? parPublic.map((p, i) => ({
          public: p.libelle,
          ...cellules(
            'domaine',
            matrice.colonnes,
            (matrice.valeurs[i] ?? []).map((m) => m.nombre),
          ),
          nombre: p.nombre,
          poids: p.poids,
        }))
      : [],
    totals: {
      public: 'Ensemble',
      ...cellules(
        'domaine',
        matrice.colonnes,
        matrice.colonnes.map((d) => compter(d.id)),
      ),
      nombre: liste.length,
      poids: poidsTotal,
    },
    source: `${source(contexte)} Un besoin de plusieurs domaines compte dans chacun ; ${FORMULE_POIDS}.`,
    empty: AUCUN,
  });
}

function matriceFigure(contexte: Contexte): FigureExhibit {
  const { analyse, theme } = contexte;
  const { publicDomaine: matrice, cube, liste } = analyse.besoins;
  const cells = matrice.lignes
    .flatMap((ligne, l) => matrice.colonnes.map((colonne, c) => ({ ligne, colonne, mesure: matrice.valeurs[l]?.[c] })))
    .filter((cell) => (cell.mesure?.poids ?? 0) > 0)
    .sort((a, b) => (b.mesure?.poids ?? 0) - (a.mesure?.poids ?? 0));
  const [top, second] = cells;
  const seul = top && (top.mesure?.poids ?? 0) > (second?.mesure?.poids ?? 0) + 1e-9;
  const data = table({
    name: 'matrice-besoins-donnees',
    title: 'Poids des besoins par public, domaine et fonction',
    sheet: 'Besoins poids croisés',
    columns: [
      { key: 'public', header: 'Public', format: 'texte', width: 1.6 },
      { key: 'domaine', header: 'Domaine', format: 'texte', width: 1.6 },
      { key: 'fonction', header: 'Fonction', format: 'texte', width: 1.8 },
      { key: 'nombre', header: 'Besoins', format: 'entier', width: 0.8 },
      {
        ...POIDS,
        note: `${FORMULE_POIDS} ; le poids d’un besoin se partage à parts égales entre ses domaines et ses fonctions.`,
      },
    ],
    headerColumns: 3,
    rows: cube.map((cell) => ({
      public: cell.public.libelle,
      domaine: cell.domaine.libelle,
      fonction: cell.fonction.libelle,
      nombre: cell.nombre,
      poids: cell.poids,
    })),
    source: source(contexte),
    empty: AUCUN,
  });
  const common = {
    name: 'matrice-besoins',
    title: seul
      ? `Le plus fort poids de besoins : ${top.ligne.libelle}, ${top.colonne.libelle}`
      : 'Poids des besoins par public et par domaine',
    source: source(contexte),
    data,
  };
  if (!liste.length) return figureVide(common);
  const drawn = heatMatrix(
    {
      rows: matrice.lignes.map((e) => e.libelle),
      columns: matrice.colonnes.map((e) => e.libelle),
      values: matrice.valeurs.map((row) => row.map((m) => m.poids)),
      format: nombreFr,
      legend: `Plus la case est foncée, plus les besoins pèsent : ${FORMULE_POIDS}, partagé entre les domaines du besoin.`,
    },
    theme,
  );
  const plus = cells
    .slice(0, 3)
    .map((c) => `${c.ligne.libelle} × ${c.colonne.libelle} : ${nombreFr(c.mesure?.poids ?? 0)}`);
  const vides = matrice.lignes.length * matrice.colonnes.length - cells.length;
  return {
    kind: 'figure',
    ...common,
    ...drawn,
    alt: `Matrice des poids des besoins, ${matrice.lignes.length} publics en lignes et ${matrice.colonnes.length} domaines en colonnes. Plus forts poids : ${plus.join(' ; ')}. ${compte(vides, 'case vide', 'cases vides', 'Aucune case vide')}.`,
  };
}

const rangee = (b: BesoinAnalyse): Row => ({
  libelle: b.libelle,
  public: b.public.libelle,
  domaines: noms(b.domaines),
  fonctions: noms(b.fonctions),
  importance: b.importance,
  mentions: b.mentions,
  poids: b.poids,
  niveau: NIVEAUX[b.couverture.niveau],
  acteurs: b.couverture.acteurs.length,
  outils: b.couverture.outils.length,
  actions: b.couverture.actions.length,
  motif: b.couverture.motif,
});

function couverture(contexte: Contexte): TableExhibit {
  const { niveaux, liste } = contexte.analyse.besoins;
  return table({
    name: 'besoins-couverture',
    title: liste.length
      ? `${compte(niveaux.couvert, 'besoin couvert', 'besoins couverts', 'Aucun besoin couvert')}, ${compte(niveaux.partiel, 'couvert en partie', 'couverts en partie', 'aucun couvert en partie')}, ${compte(niveaux['non-couvert'], 'non couvert', 'non couverts', 'aucun non couvert')}`
      : 'Couverture des besoins',
    sheet: 'Couverture des besoins',
    columns: [
      { key: 'libelle', header: 'Besoin', format: 'texte', width: 3.6 },
      { key: 'public', header: 'Public', format: 'texte', width: 1.3 },
      { ...POIDS, width: 0.6 },
      { key: 'acteurs', header: 'Acteurs', format: 'entier', width: 0.7 },
      { key: 'outils', header: 'Outils', format: 'entier', width: 0.6 },
      { key: 'actions', header: 'Actions', format: 'entier', width: 0.7 },
      { key: 'niveau', header: 'Couverture', format: 'texte', width: 1.3, note: REGLE_COUVERTURE },
    ],
    rows: liste.map(rangee),
    source: source(contexte),
    empty: AUCUN,
  });
}

function nonCouverts(contexte: Contexte): TableExhibit {
  const { nonCouverts: liste } = contexte.analyse.besoins;
  return table({
    name: 'besoins-non-couverts',
    title: 'Besoins auxquels personne ne répond aujourd’hui',
    sheet: 'Besoins non couverts',
    columns: [
      { key: 'libelle', header: 'Besoin', format: 'texte', width: 3 },
      { key: 'public', header: 'Public', format: 'texte', width: 1.2 },
      { key: 'domaines', header: 'Domaines', format: 'texte', width: 1.4 },
      { ...POIDS, width: 0.6 },
      { key: 'motif', header: 'Pourquoi', format: 'texte', width: 2.4 },
    ],
    rows: liste.map(rangee),
    source: source(contexte),
    empty: contexte.analyse.besoins.liste.length
      ? 'Aucun besoin n’est resté sans réponse au sens de la règle de couverture.'
      : AUCUN,
  });
}

function duPublic(contexte: Contexte, p: PublicAnalyse): TableExhibit {
  return table({
    name: `besoins-${p.id}`,
    title: `Besoins du public « ${p.libelle} », du plus au moins pesant`,
    sheet: feuille(`Besoins ${p.libelle}`),
    columns: [
      { key: 'libelle', header: 'Besoin', format: 'texte', width: 3.4 },
      { key: 'domaines', header: 'Domaines', format: 'texte', width: 1.5 },
      { key: 'fonctions', header: 'Fonctions attendues', format: 'texte', width: 1.7 },
      { key: 'importance', header: 'Importance (sur 5)', format: 'entier', width: 0.9 },
      { key: 'mentions', header: 'Citations', format: 'entier', width: 0.8 },
      { key: 'niveau', header: 'Couverture', format: 'texte', width: 1.2, note: REGLE_COUVERTURE },
    ],
    rows: p.besoins.map(rangee),
    source: sourceDe(
      'inventaire des besoins',
      contexte.etude.besoins.filter((b) => b.public === p.id),
    ),
    empty: `Aucun besoin recensé pour le public « ${p.libelle} ».`,
  });
}

function inventaire(contexte: Contexte): TableExhibit {
  const { etude, analyse } = contexte;
  const methodes = METHODES.filter((m) => analyse.besoins.liste.some((b) => b.mentionsParMethode[m.id] !== undefined));
  return table({
    name: 'besoins-inventaire',
    title: 'Inventaire des besoins',
    sheet: 'Inventaire besoins',
    landscape: true,
    groupBy: 'public',
    columns: [
      { key: 'public', header: 'Public', format: 'texte', width: 1.2 },
      { key: 'libelle', header: 'Besoin', format: 'texte', width: 3.2 },
      { key: 'domaines', header: 'Domaines', format: 'texte', width: 1.4 },
      { key: 'fonctions', header: 'Fonctions attendues', format: 'texte', width: 1.6 },
      { key: 'importance', header: 'Importance', format: 'entier', width: 0.9 },
      ...methodes.map(
        (m): Column => ({
          key: cle('citations', m.id),
          header: `Citations : ${m.libelle.toLowerCase()}`,
          format: 'entier',
          width: 0.8,
          workbookOnly: true,
        }),
      ),
      { key: 'mentions', header: 'Citations', format: 'entier', width: 0.8 },
      POIDS,
      { key: 'niveau', header: 'Couverture', format: 'texte', width: 1.1 },
      { key: 'freins', header: 'Freins', format: 'texte', width: 2, workbookOnly: true },
      { key: 'sources', header: 'Sources', format: 'texte', width: 1.6, workbookOnly: true },
      { key: 'fiabilite', header: 'Fiabilité', format: 'texte', width: 1 },
    ],
    headerColumns: 2,
    rows: analyse.besoins.parPublic
      .flatMap((p) => p.besoins)
      .map((b) => {
        const fiche = etude.besoins.find((entry) => entry.id === b.id);
        return {
          ...rangee(b),
          ...Object.fromEntries(methodes.map((m) => [cle('citations', m.id), b.mentionsParMethode[m.id] ?? null])),
          freins: lignes(fiche?.freins),
          sources: titresSources(contexte, fiche?.sources),
          fiabilite: fiche ? fiabilite(fiche) : null,
        };
      }),
    source: `${source(contexte)} Méthodes : ${enumerer(methodes.map((m) => m.libelle.toLowerCase())) || 'aucune citation comptée'}.`,
    empty: AUCUN,
  });
}

export const besoinsExhibits: Fabrique = (contexte) => [
  matriceFigure(contexte),
  parPublicDomaine(contexte),
  couverture(contexte),
  nonCouverts(contexte),
  ...contexte.analyse.besoins.parPublic.map((p) => duPublic(contexte, p)),
];

export const besoinsInventaire: Fabrique = (contexte) => [inventaire(contexte)];
