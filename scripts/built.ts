/** Whether `dist/` is what the sources give, as they are now: by their bytes and by its own, never by dates. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What a build reads: sources and what is generated of them, what builds, the studies that are run to keep its code, the packages as they are installed. */
const READ = ['src', 'schemas', 'templates', 'scripts', 'modeles/exemple', 'data'];
const NAMED = ['package.json', 'package-lock.json', 'node_modules/.package-lock.json'];

const filesOf = (root: string, folder: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)))
        .sort()
    : [];

/** Of the sources, of what runs them, and of what was built. */
function stateOf(root: string): string {
  const files = [...READ.flatMap((folder) => filesOf(root, folder)), ...NAMED, ...filesOf(root, 'dist')];
  const hash = createHash('sha256').update(
    JSON.stringify([root, process.version, process.versions.v8, process.arch, files]),
  );
  for (const file of files) {
    const path = join(root, file);
    const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    hash.update(`${bytes.length} `).update(bytes);
  }
  return hash.digest('hex');
}

const kept = (root: string): string => join(root, 'node_modules/.construit');

export const isBuilt = (root: string): boolean =>
  existsSync(join(root, 'dist')) && existsSync(kept(root)) && readFileSync(kept(root), 'utf8') === stateOf(root);

/** Said at the end of a whole build. Put in place as a new file: several folders of the program may have been copied as links. */
export function markBuilt(root: string): void {
  const part = `${kept(root)}.${process.pid}`;
  writeFileSync(part, stateOf(root));
  renameSync(part, kept(root));
}
