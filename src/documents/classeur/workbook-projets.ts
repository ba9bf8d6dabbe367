/** The workbooks of the projects: one sheet a project, whose balances and targets are formulas, then the tables. */
import type { ContexteProjets } from '../../exhibits/projets/contexte.js';
import type { Sheet, WorkbookModel, WorkbookPart } from '../workbook.js';
import { feuilleProjet } from './fiche-projet.js';
import { siglesDuClasseur } from './sigles-du-classeur.js';

export const UN_PAR_UN: WorkbookPart = {
  name: 'Projet par projet',
  readers: 'Pour chaque porteur et pour qui l’accompagne : prévu, fait, reste, cibles atteintes.',
};

/** The sheets of the projects, then the tables of the set. */
export function projectsWorkbook(contexte: ContexteProjets, tables: WorkbookModel): WorkbookModel {
  const own = contexte.bilan.projets.map(
    (one, i): Sheet => ({ part: UN_PAR_UN.name, kind: 'grille', grid: feuilleProjet(contexte, one, i + 1).sheet }),
  );
  return siglesDuClasseur({ ...tables, sheets: [...own, ...tables.sheets] });
}
