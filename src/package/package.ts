/** The package as it is installed: the one place that knows how deep the code stands in it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Its folder, which holds schemas, templates and models: the same two levels up from `src/package` and from each folder of `dist`. */
export const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));

/** The code that runs: `src`, or `dist` once built. */
export const PROGRAM = fileURLToPath(new URL('../', import.meta.url));

/** Name and version, read from its own `package.json`. */
export function packageName(): { name: string; version: string } {
  const content = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as {
    name?: unknown;
    version?: unknown;
  };
  return { name: String(content.name ?? ''), version: String(content.version ?? 'inconnue') };
}
