import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folder of the installed package: the same two levels up from `src/cli` and from `dist/cli`. */
export const packageFolder = (): string => fileURLToPath(new URL('../../', import.meta.url));

/** Version of the package, read from its own `package.json`. */
export function packageVersion(): string {
  const content: unknown = JSON.parse(readFileSync(`${packageFolder()}package.json`, 'utf8'));
  const version = typeof content === 'object' && content !== null && 'version' in content ? content.version : undefined;
  return String(version ?? 'inconnue');
}
