import type { Diagnostic } from '../../study/diagnostic.js';
import { compte } from '../../texte/accords.js';
import type { Paint } from '../terminal/colour.js';

/** What a reporter turns into text. Diagnostics come sorted by file, line and column. */
export interface CheckReport {
  diagnostics: readonly Diagnostic[];
  /** Text of each file, for the code frames. */
  texts: ReadonlyMap<string, string>;
  /** Number of files and of entries read. */
  files: number;
  entries: number;
  paint: Paint;
  /** Every fault is told on a terminal too, however many there are. */
  toutes?: boolean;
}

/** A pure function from what was found to what is printed, with its final line break. */
export type CheckReporter = (report: CheckReport) => string;

/** « 2 erreurs, 1 avertissement »: only what there is; null when nothing was found. */
export function fautesComptees(diagnostics: readonly Diagnostic[]): string | null {
  const errors = diagnostics.filter(({ gravite }) => gravite === 'erreur').length;
  const warnings = diagnostics.length - errors;
  const told = [
    ...(errors > 0 ? [compte(errors, 'erreur')] : []),
    ...(warnings > 0 ? [compte(warnings, 'avertissement')] : []),
  ];
  return told.length === 0 ? null : told.join(', ');
}
