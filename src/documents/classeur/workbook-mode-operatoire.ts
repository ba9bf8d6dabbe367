/** The workbook of the mode opératoire: sheets to be filled during the year, then the tables of the document. */
import type { ContexteMode } from '../../exhibits/mode-operatoire/contexte.js';
import { avecPrecisions } from '../../exhibits/precisions.js';
import type { Exhibits } from '../../exhibits/types.js';
import type { DocumentTree } from '../tree.js';
import type { Sheet, WorkbookModel } from '../workbook.js';
import { siglesDuClasseur } from './sigles-du-classeur.js';
import { feuillesDeSuivi } from './suivi-annee.js';
import { tablesWorkbook } from './workbook-tables.js';

const SUIVI = 'Suivi de l’année';

const PARTS = [
  {
    name: SUIVI,
    readers: 'Pour l’équipe et le service financier, toute l’année : les cellules jaunes se remplissent.',
  },
  {
    name: 'Organisation',
    readers: 'Pour les partenaires : qui fait quoi, à quelles conditions, avec quelles conventions.',
  },
  { name: 'Année d’expérimentation', readers: 'Pour le service financier et qui décide : argent, calendrier, cibles.' },
  { name: 'Annexes', readers: 'Pour qui contrôle : exigences du contrat, références, sources.' },
];

const HOW_TO_READ =
  'Les feuilles de suivi sont faites pour l’année : remplissez les cellules jaunes, les restes, les soldes et les écarts se calculent. Les autres feuilles portent les tableaux du document : des valeurs, dont seuls les totaux et les écarts se recalculent.';

export function modeWorkbook(contexte: ContexteMode, exhibits: Exhibits, tree: DocumentTree): WorkbookModel {
  const { etude } = contexte;
  const own = avecPrecisions(exhibits, etude, { date: tree.meta.date, inventaires: ['mode-operatoire'] });
  const tables = tablesWorkbook(etude, own, tree, PARTS, HOW_TO_READ);
  const live = feuillesDeSuivi(contexte).map(({ sheet }): Sheet => ({ part: SUIVI, kind: 'grille', grid: sheet }));
  return siglesDuClasseur({ ...tables, sheets: [...live, ...tables.sheets] });
}
