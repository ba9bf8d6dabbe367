/** What every deliverable gives the build: what it needs of the study, and its documents and workbooks. */
import type { Reserve } from '../analysis/coherence/index.js';
import type { ChartTheme } from '../exhibits/charts/drawing/theme.js';
import type { Diagnostic } from '../study/diagnostic.js';
import type { Study } from '../study/study.js';
import type { SlideDeck } from './slides.js';
import type { Templates } from './template.js';
import type { TextesEtude } from './textes/relectures.js';
import type { DocumentTree } from './tree.js';
import type { WorkbookModel } from './workbook.js';

/** What changed between two releases, as a reader is told it. */
export interface Evolutions {
  /** Version and date of the former release. */
  version: string;
  date: string;
  lignes: { partie: string; objet: string; changement: string }[];
}

/** What changed in a deliverable since a meeting validated it. */
export interface Modifications {
  /** Meeting that validated it: title and date. */
  titre: string;
  date: string;
  lignes: Evolutions['lignes'];
}

/** The reserves of a deliverable that speaks of its study at a date, where they are known already; null where they are to be looked for. */
export type FoundReserves = (livrable: string, date: string) => Reserve[] | null;

/** Choices of the command line that change what is composed. */
export interface DeliverableOptions {
  /** Scenario of a draft mode opératoire. */
  scenario?: string;
  /** `true` asks for a draft; an id builds the sheet of one project. */
  projet?: string | true;
  /** Changes since another release, shown in an annex. */
  depuis?: Evolutions;
  /** By deliverable: what changed since its validation. */
  modifications?: Record<string, Modifications>;
  /** What the author has written, to set in its sections. */
  textes?: TextesEtude;
  /** Meeting whose pack is built. */
  reunion?: string;
  /** What was found meanwhile: the same as what would be. */
  reserves?: FoundReserves;
  /** Internal edition, that is not handed over: names stand beside judgements. */
  interne?: boolean;
}

/** Why a study cannot give a deliverable: the code of the message and the place in the study, by ids. */
export interface Lack {
  code: string;
  chemin: string;
  message: string;
  aide?: string;
}

/** What every deliverable reads: the inventories of the diagnostic, the meetings that validate, the references and the contract. */
export const INVENTAIRES = [
  'besoins',
  'acteurs',
  'actions',
  'experiences',
  'outils',
  'participation',
  'reunions',
  'references',
  'contrat',
  'sources',
] as const satisfies readonly (keyof Study)[];

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
  slides?: SlideDeck;
  /** ISO date at which the document speaks. */
  date: string;
}

export interface DeliverableModule {
  defaults: DeliverableDefaults;
  /** Whether it has an internal edition. */
  interne?: true;
  /** Parts of the study that it reads, beside `etude` and `territoire`: it is given no other, and is built again when one changes. */
  reads: readonly (keyof Study)[];
  /** Null when the study can give it. */
  lack(study: Study, options: DeliverableOptions): Lack | null;
  compose(input: DeliverableInput): { produced: Produced[]; diagnostics: Diagnostic[] };
}

export interface DeliverableDefaults {
  /** Id in `etude.livrables`. */
  id: string;
  titre: string;
  /** Phase or lot of the contract; empty when the study names none. */
  phase: string;
}
