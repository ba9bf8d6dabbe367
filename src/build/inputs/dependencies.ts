/** The packages that the program runs on, as they are installed: their versions decide on the bytes of its files. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PACKAGE } from '../../package/package.js';

interface PackageFile {
  name?: string;
  version?: string;
  dependencies?: Record<string, string>;
}

function read(folder: string): PackageFile | null {
  const path = join(folder, 'package.json');
  // Most folders asked for are not there: an error for each is what takes the time.
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as PackageFile;
  } catch {
    return null;
  }
}

interface Installed {
  folder: string;
  content: PackageFile;
}

/** The folder of a dependency as Node finds it: in the nearest `node_modules` above the package that asks. `known`: folders already looked at. */
function locate(name: string, from: string, known: Map<string, PackageFile | null>): Installed | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    const content = known.has(candidate) ? known.get(candidate) : read(candidate);
    known.set(candidate, content ?? null);
    if (content) return { folder: candidate, content };
    if (dirname(folder) === folder) return null;
  }
}

/** « name@version » of every package that the one in `root` depends on, near or far, each once, sorted; one that is not installed is left out. `direct`: by way of these alone. */
export function installedDependencies(root: string = PACKAGE, direct?: ReadonlySet<string>): string[] {
  const found = new Map<string, string>();
  const known = new Map<string, PackageFile | null>();
  const dependsOn = (content: PackageFile | null): string[] => Object.keys(content?.dependencies ?? {});
  let next = dependsOn(read(root))
    .filter((name) => direct?.has(name) ?? true)
    .map((name) => locate(name, root, known));
  while (next.length > 0) {
    const wave: Installed[] = [];
    for (const one of next) {
      if (!one || found.has(one.folder)) continue;
      found.set(one.folder, `${one.content.name ?? ''}@${one.content.version ?? ''}`);
      wave.push(one);
    }
    next = wave.flatMap(({ folder, content }) => dependsOn(content).map((name) => locate(name, folder, known)));
  }
  return [...new Set(found.values())].sort();
}
