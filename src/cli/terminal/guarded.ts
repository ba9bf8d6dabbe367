/** What data, file names and arguments may hold never commands the terminal nor the log that shows them. */
import type { Output } from './io.js';

/** The styles of `colour.ts` and the line that moves are the only sequences that the program writes, and only where colours are wanted or to a terminal: data may hide nothing by one of theirs. */
const ESCAPE = String.fromCharCode(27);
const OWN = new RegExp(`${ESCAPE}\\[(?:1|2|22|31|33|36|39)m|\\r${ESCAPE}\\[2K`, 'g');

/** Controls but the tabulation and the line break, the marks that turn the direction of a line, and what is no character. */
const FOREIGN = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069\p{Noncharacter_Code_Point}\p{Surrogate}]/gu;

/** For what comes from a file that nothing has checked, as a manifest: its colours are signs too. */
export const visible = (text: string): string =>
  text.replace(FOREIGN, (sign) => (sign < ' ' ? String.fromCharCode(0x2400 + sign.charCodeAt(0)) : '�'));

function cleaned(text: string): string {
  let [clean, from] = ['', 0];
  for (const { index, 0: own } of text.matchAll(OWN)) {
    clean += visible(text.slice(from, index)) + own;
    from = index + own.length;
  }
  return clean + visible(text.slice(from));
}

/** A line that an automation would obey (`::error::`, `##[group]`) gets a sign before it. */
const COMMAND = /^(\s*)(::|##\[)(?=[a-z])/gim;

/** Names of folders and files among `words` that break a line: shown as they are, they would forge one. */
const brokenNames = (words: readonly string[]): string[] =>
  words
    .flatMap((word) => word.replace(/^--[a-z-]+=/, '').split('/'))
    .filter((name) => /\S[^\S\r\n]*[\r\n]+[^\S\r\n]*\S/.test(name));

/** An output that shows everything and obeys nothing; `styled` where the program may write sequences of its own, `words` those that were typed and the folder where. */
export function guarded(output: Output, styled: boolean, words: readonly string[] = []): Output {
  const clean = styled ? cleaned : visible;
  const names = brokenNames(words);
  const whole = (text: string): string =>
    names.reduce((said, name) => said.replaceAll(name, name.replace(/[\r\n]+/g, ' ⏎ ')), text);
  return { write: (text) => output.write(clean(whole(text)).replace(COMMAND, '$1· $2')) };
}
