/** What every deliverable gives the build: what it needs of the study, and its documents and workbooks. */
import type { ChartTheme } from '../exhibits/charts/theme.js';
import type { Diagnostic } from '../study/diagnostic.js';
import type { Study } from '../study/study.js';
import type { DeliverableDefaults } from './meta.js';
import type { Templates } from './templates.js';
import type { DocumentTree } from './tree.js';
import type { WorkbookModel } from './workbook.js';

/** Choices of the command line that change what is composed. */
export interface DeliverableOptions {
  /** Scenario of a draft mode opératoire. */
  scenario?: string;
  /** `true` asks for a draft; an id builds the sheet of one project. */
  projet?: string | true;
}

/** Why a study cannot give a deliverable: the code of the message and the place in the study, by ids. */
export interface Lack {
  code: string;
  chemin: string;
  message: string;
  aide?: string;
}

export interface DeliverableInput {
  study: Study;
  theme: ChartTheme;
  templates: Templates;
  options: DeliverableOptions;
}

export interface Produced {
  /** Name of the files, without extension. */
  name: string;
  tree: DocumentTree;
  workbook: WorkbookModel | null;
  /** ISO date at which the document speaks. */
  date: string;
}

export interface DeliverableModule {
  defaults: DeliverableDefaults;
  /** Null when the study can give it. */
  lack(study: Study, options: DeliverableOptions): Lack | null;
  compose(input: DeliverableInput): { produced: Produced[]; diagnostics: Diagnostic[] };
}
