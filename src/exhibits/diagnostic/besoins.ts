/** Needs: the matrix, each public's list, coverage, the uncovered, the inventory. */

import { FORMULE_POIDS } from '../../analysis/diagnostic/besoins.js';
import type { PublicAnalyse } from '../../analysis/diagnostic/index.js';
import { preuvesDe } from '../../analysis/preuves.js';
import { compte } from '../../texte/accords.js';
import { nombreFr } from '../../texte/nombres.js';
import {
  type Contexte,
  cellules,
  entiers,
  type Fabrique,
  figureVide,
  marquer,
  marquerFigure,
  nomsOuTous,
  sourceDe,
  table,
} from '../cells.js';
import { heatMatrix } from '../charts/matrices.js';
import type { FigureExhibit, TableExhibit } from '../types.js';
import { AUCUN, POIDS, rangee, source } from './besoins-communs.js';
import { couverture, couvertureParPublic, nonCouverts } from './besoins-couverture.js';

function parPublicDomaine(contexte: Contexte): TableExhibit {
  const { publicDomaine: matrice, parPublic, poidsTotal, liste } = contexte.analyse.besoins;
  const compter = (id: string) => liste.filter((b) => b.domaines.some((d) => d.id === id)).length;
  return table({
    name: 'besoins-par-public-domaine',
    title: 'Besoins par public et par domaine',
    sheet: 'Besoins en nombres',
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
    sheet: 'Besoins en nombres',
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
    alt: `Matrice des poids des besoins, ${compte(matrice.lignes.length, 'public', 'publics')} en lignes et ${compte(matrice.colonnes.length, 'domaine', 'domaines')} en colonnes. Plus forts poids : ${plus.join(' ; ')}. ${compte(vides, 'case vide', 'cases vides', 'Aucune case vide')}.`,
  };
}

function duPublic(contexte: Contexte, p: PublicAnalyse): TableExhibit {
  return table({
    name: `besoins-${p.id}`,
    title: `Besoins du public « ${p.libelle} », du plus au moins pesant`,
    sheet: 'Besoins par public',
    columns: [
      { key: 'libelle', header: 'Besoin', format: 'texte', width: 3.4 },
      { key: 'domaines', header: 'Domaines', format: 'texte', width: 1.5 },
      { key: 'fonctions', header: 'Fonctions attendues', format: 'texte', width: 1.7 },
      { key: 'importance', header: 'Importance (sur 5)', format: 'entier', width: 0.9 },
      {
        key: 'citations',
        header: 'Citations',
        format: 'texte',
        width: 0.9,
        note: 'Citations du besoin, sur les participations de ce public.',
      },
      { key: 'freins', header: 'Freins nommés', format: 'texte', width: 2 },
    ],
    rows: p.besoins.map((b) => ({
      ...rangee(b),
      domaines: nomsOuTous(b.domaines, contexte.etude.etude.domaines),
      freins: (contexte.etude.besoins.find(({ id }) => id === b.id)?.freins ?? []).join(' ; ') || null,
    })),
    source: sourceDe(
      'inventaire des besoins',
      contexte.etude.besoins.filter((b) => b.public === p.id),
    ),
    empty: `Aucun besoin recensé pour le public « ${p.libelle} ».`,
  });
}

export const besoinsExhibits: Fabrique = (contexte) => {
  const { besoins: b, couverture: c } = contexte.analyse.preuves;
  return [
    marquerFigure(matriceFigure(contexte), 'besoins', b),
    marquer(parPublicDomaine(contexte), { nombre: b, poids: b }),
    marquer(couverture(contexte), { poids: b, niveau: c }),
    marquer(couvertureParPublic(contexte), {
      participations: contexte.analyse.preuves.participation,
      couverts: c,
      partiels: c,
      sans_reponse: c,
    }),
    marquer(nonCouverts(contexte), { poids: b, motif: c }),
    ...contexte.analyse.besoins.parPublic.map((p) =>
      marquer(duPublic(contexte, p), {
        importance: preuvesDe(
          contexte.etude.besoins.filter((besoin) => besoin.public === p.id),
          ['importance', 'mentions'],
        ),
      }),
    ),
  ];
};
