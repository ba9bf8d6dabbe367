/** The parts of the diagnostic's workbook. */
import type { Exhibits } from '../exhibits/types.js';
import type { Study } from '../study/study.js';
import type { DocumentTree } from './tree.js';
import type { WorkbookModel } from './workbook.js';
import { tablesWorkbook, type WorkbookPart } from './workbook-tables.js';

const PARTS: readonly WorkbookPart[] = [
  { title: 'Ensemble', pattern: /^chiffres-cles$/ },
  { title: 'Inventaires', pattern: /-inventaire$/ },
  {
    title: 'Annexes',
    pattern: /^(references-applicables|conformite-contrat|sources(-des-pages)?|glossaire|comite-pilotage)$/,
  },
  { title: 'Participation', pattern: /^(journal-)?participation|^angles-morts/ },
  { title: 'Territoire', pattern: /^(carte-communes|epci|perimetres|reperes)/ },
  { title: 'Besoins', pattern: /besoins/ },
  { title: 'Actions conduites', pattern: /^actions|^reussites/ },
  { title: 'Acteurs et outils', pattern: /^(acteurs|outils|interet|couverture|engagement)/ },
  { title: 'Expériences comparées', pattern: /experiences/ },
  { title: 'Synthèse', pattern: /./ },
];

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
  tablesWorkbook(study, exhibits, tree, PARTS, ORDER);
