/** What stands beside the inventories, mutated: texts of the author, theme, own templates, lists to import; and what is asked of the command then. */
import type { Random } from '../../src/analysis/incertitude/random.js';
import { indexBelow, oneOf } from './draw.js';
import type { StudyFiles } from './files.js';
import { mutantOf } from './mutant.js';
import { ODD_CHARACTERS, TEXT_MUTATIONS } from './text-mutations.js';

export type Contents = Map<string, string | Uint8Array>;

/** What is done with files, once mutated; those of a list stand beside the study, the others in it. */
export interface Case {
  kinds: string[];
  files: Contents;
  commands: string[][];
}

export interface Bench {
  study: StudyFiles;
  ids: readonly string[];
  deliverables: readonly string[];
  texts: readonly string[];
  /** Text of the main template of each deliverable. */
  templates: ReadonlyMap<string, string>;
  /** Form of a list, as the program exports it in CSV. */
  form(list: string): Promise<string>;
}

/** Cells that lists hold, and others that no list should. */
const CELLS = [
  '',
  ' ',
  'oui',
  'x',
  'eau ; sols',
  'Association',
  '2018',
  '01/02/2018',
  '31/02/2018',
  '12 000,50 €',
  '-0',
  '1e400',
  '64 %',
  '=1+1',
  '#REF!',
  'NaN',
  '__proto__',
  'a\nb',
  '"',
  '# b',
  "L'an « x »",
  '- a: b',
  'mot '.repeat(300),
];

/** Words of a spreadsheet that a list may hold, in the cells of a workbook. */
export const ERRORS = `${CELLS.join(' ')} #DIV/0! #VALUE! #NAME?`;

/** Lines that a text of the author or a template may hold. */
const LINES = [
  '::tableau{#besoins-couverture}',
  '::figure{#absente}',
  '::tableau',
  ':::retenir',
  ':::',
  ':chiffre[besoins]',
  ':chiffre[]{}',
  '{{besoins}}',
  '{{#each}}',
  '{{/each}}',
  '{{renvoi "x"}}',
  '{{{a}}}',
  '{{lookup . "__proto__"}}',
  '{{> absent}}',
  '{{',
  '}}',
  '---',
  'place: debut',
  '# Titre',
  '###### Titre',
  '| a | b |\n|---|---|\n| 1 |',
  '> a\n>> b',
  '- a\n  - b\n    - c\n      - d',
  '![x](absente.png)',
  '![x](../../../etc/passwd)',
  '[x](javascript:alert(1))',
  '[^1]',
  '[^1]: note',
  '<!-- non fermé',
  '<b>x</b>',
  '```\ncode',
  '*'.repeat(300),
  '['.repeat(300),
  '>'.repeat(200),
  '12 % de 3 cas',
];

const THEME = [
  'couleurs:\n  principale: "#23408e"\n  palette: ["#23408e", "#b5500b"]\n',
  'polices:\n  normal: polices/absente.otf\npolice_bureautique: Arial\n',
  'logos:\n  - { fichier: logos/absent.svg, texte_alternatif: Région }\n',
];

function mutated(text: string, random: Random, lines: readonly string[]): { text: string; kinds: string[] } {
  const kinds: string[] = [];
  let found = text;
  for (let i = 1 + indexBelow(random, 3); i > 0; i--) {
    const draw = random();
    if (draw < 0.4) {
      const all = found.split('\n');
      all.splice(indexBelow(random, all.length + 1), 0, oneOf(random, lines));
      found = all.join('\n');
      kinds.push('ligne posée');
    } else {
      const kind = oneOf(random, Object.keys(TEXT_MUTATIONS));
      found = TEXT_MUTATIONS[kind]?.(found, random) ?? found;
      kinds.push(kind);
    }
  }
  return { text: found, kinds };
}

/** Bytes changed, taken away or put in. */
function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  const out = Uint8Array.from(bytes);
  for (let i = 1 + indexBelow(random, 8); i > 0; i--) out[indexBelow(random, out.length)] = indexBelow(random, 256);
  return random() < 0.2 ? out.slice(0, indexBelow(random, out.length)) : out;
}

/** The cells of a list otherwise: a workbook as people fill it. */
async function workbook(titles: readonly string[], random: Random): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  for (let s = 1 + indexBelow(random, 2); s > 0; s--) {
    const sheet = book.addWorksheet(oneOf(random, ['Liste', 'Feuil1', "L'an 1", 'é'.repeat(30)]) + s);
    if (random() < 0.3) sheet.addRow(['Titre du tableau']);
    sheet.addRow(titles.filter(() => random() < 0.9));
    for (let r = indexBelow(random, 12); r > 0; r--)
      sheet.addRow(
        titles.map(() =>
          random() < 0.6
            ? oneOf(random, CELLS)
            : oneOf<unknown>(random, [
                null,
                0,
                -1.5,
                1e300,
                true,
                new Date(Date.UTC(2018, 1, 28)),
                new Date(Number.NaN),
                { error: '#REF!' },
                { formula: '1/0', result: { error: '#DIV/0!' } },
                { formula: 'A1' },
                { richText: [{ text: 'a' }, { text: oneOf(random, ODD_CHARACTERS) }] },
                { text: 'x', hyperlink: 'mailto:a@b.fr' },
              ]),
        ),
      );
    if (random() < 0.3) sheet.mergeCells(1, 1, 1 + indexBelow(random, 4), 1 + indexBelow(random, 4));
    if (random() < 0.2) sheet.state = 'hidden';
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function titlesOf(csv: string): string[] {
  return (csv.split(/\r?\n/)[0] ?? '').replace('\ufeff', '').split(/[;,]/);
}

const LISTS = ['acteurs', 'besoins', 'actions', 'outils', 'experiences', 'sources', 'references'];

/** The bytes of a text as another program saves it. */
const ENCODAGES: Readonly<Record<string, (text: string, random: Random) => Uint8Array>> = {
  latin1: (text) => Buffer.from(text, 'latin1'),
  utf16: (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf16 inversé': (text) => Buffer.from(text, 'utf16le').swap16(),
  'utf16 sans marque': (text) => Buffer.from(text, 'utf16le'),
  'deux encodages': (text) => {
    const half = Math.floor(text.length / 2);
    return Buffer.concat([Buffer.from(text.slice(0, half)), Buffer.from(text.slice(half), 'latin1')]);
  },
  'page de code': (text) => Buffer.from(text, 'latin1').map((byte) => (byte > 0xbf ? byte - 0x60 : byte)),
  'octets changés': (text, random) => damaged(Buffer.from(text), random),
  zéros: (text) => Buffer.concat([Buffer.from(text), Buffer.alloc(512)]),
};

/** A list otherwise parted, quoted or ended, as another program exports it. */
const EXPORTS: Readonly<Record<string, (csv: string, random: Random) => string>> = {
  virgules: (csv) => csv.replaceAll(';', ','),
  tabulations: (csv) => csv.replaceAll(';', '\t'),
  barres: (csv) => csv.replaceAll(';', '|'),
  'sep=': (csv) => `sep=;\n${csv}`,
  'tout entre guillemets': (csv) => csv.replace(/[^;\r\n]+/g, (cell) => `"${cell}"`),
  'un guillemet en trop': (csv, random) => {
    const at = indexBelow(random, csv.length + 1);
    return `${csv.slice(0, at)}"${csv.slice(at)}`;
  },
  apostrophes: (csv) => csv.replace(/[^;\r\n]+/g, (cell) => `'${cell}'`),
  'retours seuls': (csv) => csv.replace(/\r?\n/g, '\r'),
  insécables: (csv) => csv.replaceAll(' ', '\u00a0'),
  décomposés: (csv) => csv.normalize('NFD'),
  'colonnes en trop': (csv) => csv.replace(/(\r?\n)/g, ';;x$1'),
  'colonnes vides': (csv) => csv.replace(/(\r?\n)/g, `${';'.repeat(200)}$1`),
  'lignes vides': (csv) => csv + ';;;\n'.repeat(2000),
  'lignes doublées': (csv) => csv + csv,
  'titres en capitales': (csv) => csv.replace(/^.*/, (titles) => titles.toUpperCase()),
  'sans titres': (csv) => csv.replace(/^.*\r?\n/, ''),
  transposé: (csv) => {
    const rows = csv.split(/\r?\n/).map((row) => row.split(';'));
    return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? '').join(';')).join('\n');
  },
};

/** Rows below the headings, of cells that lists hold. */
const rowsUnder = (csv: string, random: Random): string =>
  Array.from({ length: indexBelow(random, 8) }, () =>
    titlesOf(csv)
      .map(() => (random() < 0.5 ? '' : oneOf(random, CELLS).replace(/[;\n"]/g, ' ')))
      .join(';'),
  ).join('\n');

export type Maker = (at: Bench, random: Random, seed: number) => Case | Promise<Case>;

export const MAKERS: Readonly<Record<string, Maker>> = {
  texte: ({ deliverables, texts }, random) => {
    const livrable = oneOf(random, deliverables);
    const { text, kinds } = mutated(oneOf(random, texts), random, LINES);
    const path = `textes/${livrable}/${oneOf(random, ['essentiel', 'acteurs', 'conclusion', 'absente', 'a/b'])}.md`;
    const build = random() < 0.2 ? [['build', livrable, '--format', 'docx']] : [];
    return { kinds, files: new Map([[path, text]]), commands: [['check'], ['textes', livrable], ['relire'], ...build] };
  },
  theme: (_, random) => {
    const { text, kinds } = mutated(oneOf(random, THEME), random, THEME.join('').split('\n'));
    return { kinds, files: new Map([['theme.yaml', text]]), commands: [['check']] };
  },
  modele: ({ deliverables, templates }, random) => {
    const livrable = oneOf(random, deliverables);
    const { text, kinds } = mutated(templates.get(livrable) ?? '', random, LINES);
    return {
      kinds,
      files: new Map([[`templates/${livrable}.md.hbs`, text]]),
      commands: [['check'], ...(random() < 0.5 ? [['build', livrable, '--format', 'docx']] : [])],
    };
  },
  csv: async ({ form }, random) => {
    const list = oneOf(random, LISTS);
    const given = await form(list);
    const { text, kinds } = mutated(given, random, [...CELLS, CELLS.join(';'), titlesOf(given).join(';')]);
    return {
      kinds: [list, ...kinds],
      files: new Map([['liste.csv', text]]),
      commands: taken(list, 'liste.csv', random),
    };
  },
  'csv d’un autre outil': async ({ form }, random) => {
    const list = oneOf(random, LISTS);
    const given = await form(list);
    const kinds = [oneOf(random, Object.keys(EXPORTS)), oneOf(random, Object.keys(EXPORTS))];
    const whole = `${given.trimEnd()}\n${rowsUnder(given, random)}\n`;
    const text = kinds.reduce((csv, kind) => EXPORTS[kind]?.(csv, random) ?? csv, whole);
    const saved = random() < 0.4 ? oneOf(random, Object.keys(ENCODAGES)) : null;
    return {
      kinds: [list, ...kinds, ...(saved ? [saved] : [])],
      files: new Map([['liste.csv', saved ? (ENCODAGES[saved]?.(text, random) ?? text) : text]]),
      commands: taken(list, 'liste.csv', random),
    };
  },
  octets: ({ study }, random) => {
    const path = oneOf(random, [...study.keys()]);
    const kind = oneOf(random, Object.keys(ENCODAGES));
    const bytes = ENCODAGES[kind]?.(study.get(path) ?? '', random) ?? '';
    const name =
      random() < 0.8
        ? path
        : oneOf(random, [path.toUpperCase(), `${path}.txt`, path.normalize('NFD'), `e\u0301 ${path}`]);
    return {
      kinds: [path, kind],
      files: new Map([[name, bytes]]),
      commands: [['check'], ['corriger'], ['migrer'], ['score', '--json'], ['status']],
    };
  },
  xlsx: async ({ form }, random) => {
    const list = oneOf(random, LISTS);
    const bytes = await workbook(titlesOf(await form(list)), random);
    const broken = random() < 0.3;
    return {
      kinds: [list, broken ? 'octets changés' : 'cellules'],
      files: new Map([['liste.xlsx', broken ? damaged(bytes, random) : bytes]]),
      commands: taken(list, 'liste.xlsx', random),
    };
  },
  corriger: ({ study, ids }, random, seed) => {
    const { files, kinds } = mutantOf(study, ids, seed);
    return {
      kinds,
      files: new Map([...[...study.keys()].map((path) => [path, ''] as const), ...files]),
      commands: [
        ['corriger'],
        ['migrer'],
        ['score', '--json'],
        ...(random() < 0.5 ? [['corriger', '--ecrire'], ['migrer', '--ecrire'], ['corriger']] : []),
      ],
    };
  },
};

const taken = (list: string, file: string, random: Random): string[][] => [
  ['import', list, file],
  ...(random() < 0.5 ? [['import', list, file, '--ecrire'], ['check'], ['import', list, file]] : []),
];
