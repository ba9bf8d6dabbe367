/**
 * What the published package pulls in: licences, install scripts, and the packages that nobody maintains any more with what is planned for each.
 * Read from the lock file, so that it says what will be installed. Exits with 1 on a licence that is not allowed, an install script, or a watched
 * package that has changed or gone (its plan must then be read again).
 */
import { readFile } from 'node:fs/promises';
import { COPIED_ONLY } from './paquet/taken-in.js';

interface Locked {
  version?: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
}

const ALLOWED = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  '0BSD',
  // Given to the public domain.
  'Unlicense',
  // Fonts, whose licence lets a document embed them.
  'OFL-1.1',
  // Double licences, of which the permissive one is taken.
  '(MIT OR GPL-3.0-or-later)',
  '(MIT AND Zlib)',
]);

/** Licences that the package states in a file and not in its description. */
const STATED: Readonly<Record<string, string>> = { 'png-js@1.1.0': 'MIT' };

/** Not maintained, or not for long: why it is here and what is planned. */
const WATCHED: Readonly<Record<string, string>> = {
  'exceljs@4.4.0':
    'dernière version en 2023 : gardé pour l’écriture des classeurs ; ses dépendances abandonnées sont remplacées (« overrides ») ; ce que nous en corrigeons tient dans src/render/xlsx, d’où il peut être remplacé.',
  'archiver@5.3.2': 'imposé par exceljs (les versions suivantes cassent son écriture en flux) ; partira avec lui.',
  'fontkit@2.0.4': 'imposé par pdfmake ; dernière version en 2024, stable ; suivre pdfmake.',
  'pptxgenjs@4.0.1': 'un seul mainteneur ; tient derrière src/render/pptx.',
  'pngjs@7.0.0':
    'dernière version en 2023 : le format ne change pas ; ne sert qu’à ouvrir les PNG, derrière src/documents/textes/points.ts.',
  'hyphen@1.14.1': 'motifs de césure, qui ne changent pas ; figé.',
};

const lock = JSON.parse(await readFile(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, Locked>;
};
const production = Object.entries(lock.packages).flatMap(([path, entry]) =>
  path === '' || (entry.dev && !COPIED_ONLY.has(path.replace(/^node_modules\//, '')))
    ? []
    : [{ name: `${path.replace(/^.*node_modules\//, '')}@${entry.version}`, ...entry }],
);
const licenceOf = ({ name, license }: (typeof production)[number]): string => license ?? STATED[name] ?? 'non déclarée';
const names = new Set(production.map(({ name }) => name));
const faults = [
  ...production
    .filter((entry) => !ALLOWED.has(licenceOf(entry)))
    .map((entry) => `${entry.name} : licence « ${licenceOf(entry)} » non admise.`),
  ...production
    .filter(({ hasInstallScript }) => hasInstallScript)
    .map(({ name }) => `${name} : lance un script à son installation.`),
  ...Object.keys(WATCHED)
    .filter((name) => !names.has(name))
    .map((name) => `${name} : suivi ici, mais absent du verrou. Relisez ce qui est prévu pour lui.`),
];

const counts = new Map<string, number>();
for (const entry of production) counts.set(licenceOf(entry), (counts.get(licenceOf(entry)) ?? 0) + 1);
console.log(`${production.length} paquets installés avec le programme.`);
for (const [licence, count] of [...counts].sort(([, a], [, b]) => b - a))
  console.log(`  ${licence.padEnd(28)} ${count}`);
console.log('À suivre :');
for (const [name, plan] of Object.entries(WATCHED)) console.log(`  ${name} : ${plan}`);
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exitCode = 1;
}
