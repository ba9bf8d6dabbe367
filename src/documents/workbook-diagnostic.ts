/** The parts of the diagnostic's workbook. */
import type { Exhibits } from '../exhibits/types.js';
import type { Study } from '../study/study.js';
import type { DocumentTree } from './tree.js';
import type { WorkbookModel } from './workbook.js';
import { tablesWorkbook } from './workbook-tables.js';

const ORDER = [
  'Ensemble',
  'Participation',
  'Territoire',
  'Besoins',
  'Actions conduites',
  'Acteurs et outils',
  'Expériences comparées',
  'Synthèse',
  'Inventaires',
  'Annexes',
];

export const diagnosticWorkbook = (study: Study, exhibits: Exhibits, tree: DocumentTree): WorkbookModel =>
  tablesWorkbook(study, exhibits, tree, ORDER);
