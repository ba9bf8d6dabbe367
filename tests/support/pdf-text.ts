/** The text of a PDF, by `pdftotext`. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const read = new Map<string, string>();

export function pdfText(file: string, ...options: string[]): string {
  const bytes = readFileSync(file);
  // Many tests ask something of the same document.
  const asked = [createHash('sha256').update(bytes).digest('hex'), ...options].join(' ');
  const found = read.get(asked) ?? textOf(bytes, options);
  read.set(asked, found);
  return found;
}

/**
 * `options` as `-layout`, `-bbox`. The file is read without its output intent, which changes no text: `pdftotext` makes a transform of its colour profile for
 * each page, which takes ten times as long as the words do.
 */
function textOf(bytes: Buffer, options: readonly string[]): string {
  const at = bytes.indexOf('/OutputIntents');
  if (at >= 0) bytes.write('/OutputIntent_', at, 'latin1');
  return execFileSync('pdftotext', [...options, '-', '-'], { input: bytes, encoding: 'utf8', maxBuffer: 1 << 28 });
}
