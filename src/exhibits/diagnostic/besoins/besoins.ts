/** Needs: the matrix, each public's list, coverage, the uncovered, the inventory. */

import { FORMULE_POIDS } from '../../../analysis/diagnostic/besoins.js';
import type { PublicAnalyse } from '../../../analysis/diagnostic/index.js';
import { estPeuEntendu } from '../../../analysis/diagnostic/participation.js';
import { parId } from '../../../analysis/par-id.js';
import { preuvesDe } from '../../../analysis/preuves.js';
import { itemAt } from '../../../lists/at.js';
import { nombreFr } from '../../../texte/nombres.js';
import {
  type Contexte,
  enTete,
  type Fabrique,
  figureDessinee,
  figureVide,
  marquer,
  marquerFigure,
  noms,
  nomsOuTous,
  sourceDe,
} from '../../cells.js';
import { heatMatrix } from '../../charts/matrices.js';
import { cellules, col, comptes, tableDe } from '../../colonnes.js';
import type { FigureExhibit, TableExhibit } from '../../types.js';
import { AUCUN, citations, colPoids, source } from './communs.js';
import { couverture, couvertureParPublic, nonCouverts } from './couverture.js';

function parPublicDomaine(contexte: Contexte): TableExhibit {
  const { publicDomaine: matrice, parPublic, poidsTotal, liste } = contexte.analyse.besoins;
  const compter = (id: string) => liste.filter((b) => b.domaines.some((d) => d.id === id)).length;
  return tableDe(liste.length ? parPublic : [], {
    name: 'besoins-par-public-domaine',
    title: 'Besoins par public et par domaine',
    sheet: 'Besoins en nombres',
    columns: [
      col('public', 'Public', (p) => p.libelle, 'texte', 1.6),
      comptes('domaine', matrice.colonnes, (_, i) => (matrice.valeurs[i] ?? []).map((m) => m.nombre)),
      col('nombre', 'Besoins', (p) => p.nombre, 'entier', {
        width: 0.8,
        note: 'Un besoin de plusieurs domaines compte dans chacun, et une fois ici.',
      }),
      colPoids(),
    ],
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

/** A public of which few were heard is said so where it comes first. */
const peuEntendu = ({ analyse }: Contexte, id: string): string => {
  // Where nobody was heard, none was less than another.
  if (!analyse.participation.participations) return '';
  const heard = analyse.participation.parPublic.find((one) => one.id === id);
  return !heard || heard.participations === 0 || estPeuEntendu(heard) ? ' (public peu entendu)' : '';
};

function matriceFigure(contexte: Contexte): FigureExhibit {
  const { analyse, theme } = contexte;
  const { publicDomaine: matrice, cube, liste } = analyse.besoins;
  const cells = matrice.lignes
    .flatMap((ligne, l) => matrice.colonnes.map((colonne, c) => ({ ligne, colonne, mesure: matrice.valeurs[l]?.[c] })))
    .filter((cell) => (cell.mesure?.poids ?? 0) > 0)
    .sort((a, b) => (b.mesure?.poids ?? 0) - (a.mesure?.poids ?? 0));
  const [top, second] = cells;
  const seul = top && (top.mesure?.poids ?? 0) > (second?.mesure?.poids ?? 0) + 1e-9;
  const data = tableDe(cube, {
    name: 'matrice-besoins-donnees',
    title: 'Poids des besoins par public, domaine et fonction',
    sheet: 'Besoins en nombres',
    columns: [
      col('public', 'Public', (cell) => cell.public.libelle, 'texte', 1.6),
      col('domaine', 'Domaine', (cell) => cell.domaine.libelle, 'texte', 1.6),
      col('fonction', 'Fonction', (cell) => cell.fonction.libelle, 'texte', 1.8),
      col('nombre', 'Besoins', (cell) => cell.nombre, 'entier', 0.8),
      colPoids({
        note: `${FORMULE_POIDS} ; le poids d’un besoin se partage à parts égales entre ses domaines et ses fonctions.`,
      }),
    ],
    headerColumns: 3,
    source: source(contexte),
    empty: AUCUN,
  });
  const common = {
    name: 'matrice-besoins',
    title: seul
      ? `Le plus fort poids de besoins : ${top.ligne.libelle}${peuEntendu(contexte, top.ligne.id)}, ${top.colonne.libelle}`
      : 'Poids des besoins par public et par domaine',
    source: source(contexte),
    data,
  };
  if (!liste.length) return figureVide(common);
  const drawn = heatMatrix(
    {
      rows: matrice.lignes.map((e) => e.libelle),
      columns: matrice.colonnes.map(enTete(contexte.etude.etude.domaines)),
      values: matrice.valeurs.map((row) => row.map((m) => m.poids)),
      legend: `Plus la case est foncée, plus les besoins pèsent : ${FORMULE_POIDS}, partagé entre les domaines du besoin.`,
    },
    theme,
  );
  const poids = matrice.lignes.map((ligne, i) => {
    const lus = matrice.colonnes.map((d, j) => {
      const { nombre, poids: pese } = itemAt(itemAt(matrice.valeurs, i), j);
      return `${d.libelle} ${nombre > 0 ? nombreFr(pese) : 'aucun'}`;
    });
    return `${ligne.libelle} : ${lus.join(', ')}`;
  });
  return figureDessinee(
    common,
    drawn,
    'Matrice teintée : le poids des besoins de chaque public dans chaque domaine',
    poids,
  );
}

function duPublic(contexte: Contexte, p: PublicAnalyse): TableExhibit {
  const freins = (id: string): string[] => parId(contexte.etude.besoins, id)?.freins ?? [];
  return tableDe(p.besoins, {
    name: `besoins-${p.id}`,
    title: `Besoins du public « ${p.libelle} », du plus au moins pesant`,
    sheet: 'Besoins par public',
    columns: [
      col('libelle', 'Besoin', (b) => b.libelle, 'texte', 3.4),
      col('domaines', 'Domaines', (b) => nomsOuTous(b.domaines, contexte.etude.etude.domaines), 'texte', 1.5),
      col('fonctions', 'Fonctions attendues', (b) => noms(b.fonctions), 'texte', 1.7),
      col('importance', 'Importance (sur 5)', (b) => b.importance, 'entier', 0.9),
      col('citations', 'Citations', citations, 'texte', {
        width: 0.9,
        note: 'Citations du besoin, sur les participations de ce public.',
      }),
      col('freins', 'Freins nommés', (b) => freins(b.id).join(' ; ') || null, 'texte', 2),
    ],
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
