/**
 * The program's templates, compiled by Handlebars here so that a build does not: compiling those of one document takes as long as filling them, and the
 * compiler is half of the library.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { COMPILATION } from '../../src/documents/templates/handlebars.js';
import { textHash } from '../../src/documents/templates/text-hash.js';

const EXTENSION = '.md.hbs';

/** A module that gives, by the hash of its text, what a template was compiled to. Its code is not typed. */
export function templatesSource(folder: string): string {
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(EXTENSION))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  const entries = [...new Set(texts)].map(
    (text) => `  ['${textHash(text)}', ${String(Handlebars.precompile(text, COMPILATION))}],`,
  );
  return `// @ts-nocheck
import type Handlebars from 'handlebars';

export const PRECOMPILED: ReadonlyMap<string, ReturnType<typeof Handlebars.precompile>> = new Map([
${entries.join('\n')}
]);
`;
}
