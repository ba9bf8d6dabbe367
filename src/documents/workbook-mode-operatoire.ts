/** The workbook of the mode opératoire: sheets to be filled during the year, then the tables of the document. */
import type { ContexteMode } from '../exhibits/mode-operatoire/contexte.js';
import type { Exhibits } from '../exhibits/types.js';
import { feuillesDeSuivi } from './classeur/suivi-annee.js';
import type { DocumentTree } from './tree.js';
import type { Sheet, WorkbookModel } from './workbook.js';
import { tablesWorkbook, type WorkbookPart } from './workbook-tables.js';

const PARTS: readonly WorkbookPart[] = [
  { title: 'Annexes', pattern: /^(references-applicables|conformite-contrat|sources|glossaire|etat-)/ },
  { title: 'Année d’expérimentation', pattern: /^(budget|financement|tresorerie|calendrier|indicateurs)/ },
  { title: 'Organisation', pattern: /./ },
];

/** Texts of law, models and forms are read in the document; the state of the whole study is in the meeting's pack. */
const OF_THE_DOCUMENT = /^(cadre-|modele-|fiche-saisine|etat-)/;

const HOW_TO_READ =
  'Les feuilles de suivi sont faites pour l’année : remplissez les cellules jaunes, les restes, les soldes et les écarts se calculent. Les autres feuilles portent les tableaux du document.';

export function modeWorkbook(contexte: ContexteMode, exhibits: Exhibits, tree: DocumentTree): WorkbookModel {
  const order = ['Organisation', 'Année d’expérimentation', 'Annexes'];
  const kept: Exhibits = new Map([...exhibits].filter(([name]) => !OF_THE_DOCUMENT.test(name)));
  const tables = tablesWorkbook(contexte.etude, kept, tree, PARTS, order, HOW_TO_READ);
  const live = feuillesDeSuivi(contexte).map(
    ({ sheet }): Sheet => ({ part: 'Suivi de l’année', kind: 'grille', grid: sheet }),
  );
  return { ...tables, sheets: [...live, ...tables.sheets] };
}
