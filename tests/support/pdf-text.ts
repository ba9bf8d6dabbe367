/** The text of a PDF, by `pdftotext`. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * `options` as `-layout`, `-bbox`. The file is read without its output intent, which changes no text: `pdftotext` makes a transform of its colour profile for
 * each page, which takes ten times as long as the words do.
 */
export function pdfText(file: string, ...options: string[]): string {
  const bytes = readFileSync(file);
  const at = bytes.indexOf('/OutputIntents');
  if (at >= 0) bytes.write('/OutputIntent_', at, 'latin1');
  return execFileSync('pdftotext', [...options, '-', '-'], { input: bytes, encoding: 'utf8', maxBuffer: 1 << 28 });
}
