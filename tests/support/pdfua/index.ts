/**
 * The part of the Matterhorn Protocol 1.1 (PDF/UA-1) and of PDF/A-3 that a script can check. It does not replace veraPDF, nor a
 * person's judgement of alternative texts and reading order.
 */
import { checkContent } from './content.js';
import { readPdf } from './document.js';
import { checkMetadata } from './metadata.js';
import { readStructure } from './structure.js';

export interface PdfReport {
  faults: string[];
  pages: number;
  /** Number of structure elements of each type. */
  counts: ReadonlyMap<string, number>;
  /** Words that a line cuts in a cell of a table. */
  cutInCells: readonly string[];
}

export function checkPdf(path: string): PdfReport {
  const pdf = readPdf(path);
  const structure = readStructure(pdf);
  return {
    faults: [...structure.faults, ...checkContent(pdf, structure), ...checkMetadata(pdf)],
    pages: pdf.pages.length,
    counts: structure.counts,
    cutInCells: structure.cutInCells,
  };
}
