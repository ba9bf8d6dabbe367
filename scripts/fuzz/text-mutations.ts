/** Mutations of the text of a file: what a slip of the keyboard, a bad merge or a hostile hand writes. */
import type { Random } from '../../src/analysis/incertitude/random.js';
import { indexBelow, oneOf } from './draw.js';

export type TextMutation = (text: string, random: Random) => string;

const splice = (text: string, at: number, length: number, by: string): string =>
  text.slice(0, at) + by + text.slice(at + length);

/** Characters that formats, terminals or spreadsheets read in a way of their own. */
export const ODD_CHARACTERS = [
  '\u0000',
  '\u0007',
  '\u000b',
  '\u000c',
  '\u001b[31m',
  '\u0085',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u202e',
  '\u2028',
  '\ufeff',
  '\ufffe',
  '\uffff',
  '\ud800',
  '\udc00',
  '😀',
  '漢',
  'ש',
  'e\u0301',
  '★',
  '\t',
  '\r',
  '"',
  "'",
  '`',
  '{{',
  '}}',
  '{{{x}}}',
  '<b>',
  '&',
  '%s',
  '\\',
  '=',
  '|',
  '::error::',
];

/** Lines that YAML reads otherwise than they look. */
const TRICKS = [
  '---',
  '...',
  '--- # suite',
  '? [a, b]',
  '? ',
  '<<: *x',
  '<<: {a: 1}',
  '- &a [*a]',
  'x: &a {y: *a}',
  'x: *absent',
  '!!binary aGVsbG8=',
  'x: !!set {a, b}',
  'x: !!js/function "f"',
  '%YAML 1.1',
  '%TAG ! tag:x,2000:',
  '__proto__: {a: 1}',
  'constructor: x',
  'toString: x',
  'hasOwnProperty: 1',
  '- - - - -',
  'x: |',
  'x: >-',
  'x: "',
  "x: '",
  'x: [',
  'x: {',
  '\t- x',
  ': x',
  '@x',
  '`x',
  'x: yes',
  'x: ~',
  '- ',
  '-',
  '#',
  '<<<<<<< HEAD',
  '=======',
  '>>>>>>> autre',
  'a: &a [x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c, *c, *c]',
];

const linesOf = (text: string): string[] => text.split('\n');

const onLine =
  (change: (line: string, random: Random) => string[]): TextMutation =>
  (text, random) => {
    const lines = linesOf(text);
    const at = indexBelow(random, lines.length);
    return [...lines.slice(0, at), ...change(lines[at] ?? '', random), ...lines.slice(at + 1)].join('\n');
  };

export const TEXT_MUTATIONS: Readonly<Record<string, TextMutation>> = {
  'caractère changé': (text, random) =>
    splice(
      text,
      indexBelow(random, text.length),
      1,
      String.fromCharCode(indexBelow(random, random() < 0.9 ? 256 : 65536)),
    ),
  'caractère ôté': (text, random) => splice(text, indexBelow(random, text.length), 1, ''),
  'caractère étrange': (text, random) =>
    splice(text, indexBelow(random, text.length), 0, oneOf(random, ODD_CHARACTERS)),
  'bloc ôté': (text, random) => splice(text, indexBelow(random, text.length), indexBelow(random, 400), ''),
  'fin coupée': (text, random) => text.slice(0, indexBelow(random, text.length)),
  'bloc répété': (text, random) => {
    const from = indexBelow(random, text.length);
    return splice(text, indexBelow(random, text.length), 0, text.slice(from, from + indexBelow(random, 200)));
  },
  'ligne ôtée': onLine(() => []),
  'ligne doublée': onLine((line) => [line, line]),
  'ligne décalée': onLine((line, random) => [random() < 0.5 ? ` ${line}` : line.replace(/^ /, '')]),
  'piège YAML': onLine((line, random) => [
    line,
    `${/^[ -]*/.exec(line)?.[0].replaceAll('-', ' ') ?? ''}${oneOf(random, TRICKS)}`,
  ]),
  'piège YAML à la marge': onLine((line, random) => [line, oneOf(random, TRICKS)]),
  'valeur remplacée par un piège': onLine((line, random) => [line.replace(/:.*$/, `: ${oneOf(random, TRICKS)}`)]),
  'valeur ôtée': onLine((line) => [line.replace(/:.*$/, ':')]),
  'valeur énorme': onLine((line, random) => [line.replace(/:.*$/, `: ${'long '.repeat(10 ** indexBelow(random, 5))}`)]),
  'commentaire ouvert': onLine((line) => [line.replace(/(\S) (\S+)$/, '$1 # $2')]),
  'fins de ligne': (text, random) => text.replaceAll('\n', random() < 0.5 ? '\r' : '\r\n'),
  'texte vide': (_, random) => oneOf(random, ['', '\n', '# rien\n', '[]\n', '{}\n', 'null\n', '- \n', '0\n', '"x"\n']),
  'imbrication profonde': (text, random) =>
    `${text}\n${oneOf(random, ['[', '{a: ', '- ', '? ']).repeat(10 ** (1 + indexBelow(random, 3)))}`,
};
