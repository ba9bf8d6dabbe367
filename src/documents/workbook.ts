/** What a workbook holds, before a back end writes it. */
import type { TableExhibit } from '../exhibits/types.js';

export interface WorkbookModel {
  title: string;
  subject: string;
  author: string;
  version: string;
  /** ISO date at which the deliverable speaks. */
  date: string;
  /** Lines of the first sheet: what this is, version, state, how to read. */
  intro: string[];
  /** One sheet a table, in reading order; `part` groups them in the contents of the first sheet. */
  sheets: { part: string; table: TableExhibit }[];
}
