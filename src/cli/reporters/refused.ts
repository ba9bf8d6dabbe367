/** What is told of a study by a command that needs it whole, when it has errors. */
import type { Diagnostic } from '../../study/diagnostic.js';
import type { LoadedStudy } from '../../study/load.js';
import { choosePaint } from '../terminal/colour.js';
import { EXIT } from '../terminal/exit-codes.js';
import type { Io } from '../terminal/io.js';
import { reportText } from './texte.js';

/** Tells its errors, or those of `diagnostics`, and nothing else; answers the exit code. */
export async function refuseStudy(
  loaded: LoadedStudy,
  color: boolean,
  io: Io,
  diagnostics: readonly Diagnostic[] = loaded.diagnostics,
): Promise<number> {
  const { texts, files, entries } = loaded;
  const errors = diagnostics.filter(({ gravite }) => gravite === 'erreur');
  const paint = await choosePaint(color, io);
  io.stderr.write(reportText({ files: files.length, entries, diagnostics: errors, texts, paint }));
  return EXIT.failure;
}
