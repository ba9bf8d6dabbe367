/** Mutations of a whole file: what another tool, another keyboard or a careless copy makes of it. They change how it is written more than what it says. */
import { parseDocument, stringify } from 'yaml';
import type { Random } from '../../src/analysis/incertitude/random.js';
import { enWindows1252 } from '../../src/texte/accents.js';
import { JOUR } from '../../src/texte/dates.js';
import { indexBelow, oneOf } from './draw.js';

export type ToolMutation = (text: string, random: Random) => string;

/** Replaces some of the matches: all of them one time in two. */
const some = (text: string, random: Random, pattern: RegExp, by: (found: string) => string): string => {
  const share = random() < 0.5 ? 1 : random();
  return text.replace(pattern, (found) => (random() < share ? by(found) : found));
};

/** As a spreadsheet or a person writes an amount. */
const AMOUNTS: readonly ((digits: string) => string)[] = [
  (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ' '),
  (digits) => `${digits.replace(/\B(?=(\d{3})+$)/g, '\u202f')}\u00a0€`,
  (digits) => digits.replace(/\B(?=(\d{3})+$)/g, '\u00a0'),
  (digits) => digits.replace(/\B(?=(\d{3})+$)/g, '.'),
  (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','),
  (digits) => `${digits},50 €`,
  (digits) => `${digits}€ TTC`,
  (digits) => `"${digits}"`,
  (digits) => `${digits}.0`,
  (digits) => `+${digits}`,
  (digits) => `0${digits}`,
  (digits) => `${Number(digits) / 1000} k€`,
  (digits) => `(${digits})`,
  (digits) => `~${digits}`,
  (digits) => `env. ${digits} €`,
  (digits) => `${digits} à ${2 * Number(digits)}`,
  (digits) => `${digits} ?`,
  (digits) => `${digits} €/an`,
];

const EN_LETTRES = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'UTC' });

/** What people write where they do not know. */
const INCONNUES = ['n.c.', 'NC', 'n/a', '?', '-', 'à préciser', 'néant', 'x'];

const DATES: readonly ((date: string) => string)[] = [
  (date) => String(Math.round((Date.parse(date) - Date.UTC(1899, 11, 30)) / JOUR)),
  (date) => date.split('-').reverse().join('/'),
  (date) => `${date}T00:00:00.000Z`,
  (date) => `${date} 00:00:00`,
  (date) => date.replaceAll('-', '/'),
  (date) => date.slice(2),
  (date) => EN_LETTRES.format(Date.parse(date)),
  (date) => `vers le ${date.split('-').reverse().join('.')}`,
  (date) => `T${Math.ceil(Number(date.slice(5, 7)) / 3)} ${date.slice(0, 4)}`,
];

/** A value as one cell of a table of text. */
const cellule = (value: unknown): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);

/** Ways in which other programs write the same values. */
const STYLES: readonly object[] = [
  { indent: 4 },
  { indentSeq: false },
  { collectionStyle: 'flow' },
  { defaultStringType: 'QUOTE_DOUBLE' },
  { defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'QUOTE_DOUBLE' },
  { defaultStringType: 'BLOCK_LITERAL' },
  { defaultStringType: 'BLOCK_FOLDED', lineWidth: 20 },
  { lineWidth: 20 },
  { nullStr: '~', trueStr: 'True', falseStr: 'False' },
  { version: '1.1' },
];

/** The values of a text, or null when it is no plain YAML: an earlier mutation may have left anything. */
function valuesOf(text: string): unknown {
  if (/(^|\s)(\?|[&*!][^\s]|<<)/.test(text)) return null;
  try {
    const doc = parseDocument(text, { logLevel: 'silent' });
    return doc.errors.length > 0 ? null : doc.toJS({ maxAliasCount: 0 });
  } catch {
    return null;
  }
}

const written =
  (write: (values: unknown, random: Random) => string): ToolMutation =>
  (text, random) => {
    const values = valuesOf(text);
    return values === null ? text : write(values, random);
  };

export const TOOL_MUTATIONS: Readonly<Record<string, ToolMutation>> = {
  'marque d’ordre des octets': (text, random) =>
    oneOf(random, [`\ufeff${text}`, `\ufeff\ufeff${text}`, `${text}\ufeff${text}`]),
  'accents décomposés': (text) => text.normalize('NFD'),
  'accents faussés': (text, random) =>
    some(text, random, /[^\n]*[\u0080-\uffff][^\n]*/g, (line) => enWindows1252(Buffer.from(line))),
  'lettres perdues': (text, random) => some(text, random, /[\u0080-\uffff]/g, () => '\ufffd'),
  'espaces insécables': (text, random) =>
    some(text, random, oneOf(random, [/^ +/gm, / (?=\S+:)/g, /(?<=:) /g, / /g]), (spaces) =>
      '\u00a0'.repeat(spaces.length),
    ),
  'retrait en tabulations': (text, random) =>
    some(text, random, /^(?: {2})+/gm, (spaces) => '\t'.repeat(spaces.length / 2)),
  'clés en capitales': (text, random) =>
    some(text, random, /\b[a-z_]+(?=:)/g, (key) =>
      random() < 0.5 ? key.toUpperCase() : key.charAt(0).toUpperCase() + key.slice(1),
    ),
  'guillemets typographiques': (text, random) => {
    const [open, close] = oneOf(random, [
      ['“', '”'],
      ['« ', ' »'],
      ['„', '“'],
      ["''", "''"],
    ] as const);
    return some(text, random, /"[^"\n]*"/g, (quoted) => `${open}${quoted.slice(1, -1)}${close}`);
  },
  'ponctuation automatique': (text, random) =>
    some(
      text,
      random,
      /'|- |:(?= )|\.\.\./g,
      (mark) => ({ "'": '’', '- ': '– ', ':': '\u00a0:', '...': '…' })[mark] ?? mark,
    ),
  'montants à la française': (text, random) => {
    const form = oneOf(random, AMOUNTS);
    return some(text, random, /(?<=: )\d{2,}(?=\s*(?:$|[,}\]]))/gm, form);
  },
  'dates d’un tableur': (text, random) => {
    const form = oneOf(random, DATES);
    return some(text, random, /(?<![\d-])"?\d{4}-\d{2}-\d{2}"?(?![\d-])/g, (date) => form(date.replaceAll('"', '')));
  },
  'valeur inconnue': (text, random) =>
    some(text, random, /(?<=: )[^\s{[\]},]+(?=[,}\n]|\s*$)/gm, () => oneOf(random, INCONNUES)),
  'liste sans crochets': (text, random) => {
    const between = oneOf(random, [', ', ' ; ', ' / ', ' et ', '\n']);
    return some(text, random, /\[[^\][{}\n]+\]/g, (list) => list.slice(1, -1).replaceAll(', ', between));
  },
  'césures d’un traitement de texte': (text, random) =>
    some(text, random, /(?<=\p{L}{3})(?=\p{L}{3})/gu, () => oneOf(random, ['\u00ad', '\u200b', '\u2060'])),
  'sous une clé': (text, random) =>
    `${oneOf(random, ['acteurs', 'data', 'etude', 'liste'])}:\n${text.replace(/^(?=.)/gm, '  ')}`,
  'dans une liste': (text) => `- ${text.replaceAll('\n', '\n  ')}`,
  'fiches sous leur identifiant': written((values) =>
    stringify(
      Array.isArray(values)
        ? Object.fromEntries(values.map((one: { id?: unknown }, i) => [String(one?.id ?? i), one]))
        : [values],
    ),
  ),
  'écrit par un autre outil': written((values, random) => stringify(values, oneOf(random, STYLES))),
  'en JSON': written((values, random) => JSON.stringify(values, null, oneOf(random, [0, 1, '\t']))),
  'en tableau de texte': written((values) =>
    Array.isArray(values)
      ? values
          .map((one) =>
            Object.values((one ?? {}) as object)
              .map(cellule)
              .join(';'),
          )
          .join('\n')
      : Object.entries((values ?? {}) as object)
          .map((pair) => pair.map(cellule).join(';'))
          .join('\n'),
  ),
  'entre marques de document': (text, random) =>
    oneOf(random, [
      `---\n${text}`,
      `%YAML 1.2\n---\n${text}...\n`,
      `---\n${text}---\n`,
      `# vim: set\n--- # a\n${text}`,
    ]),
  'collé d’un message': (text, random) =>
    oneOf(random, [
      `\`\`\`yaml\n${text}\n\`\`\`\n`,
      text.replace(/^/gm, '> '),
      `Voici le fichier :\n\n${text}`,
      `${text}\n-- \nCordialement`,
    ]),
  'fichier doublé': (text) => text + text,
  'longues espaces': (text, random) =>
    some(text, random, /(?<=: )(?=\S)/g, () => ' '.repeat(10 ** indexBelow(random, 4))),
};
