/** The packages that the program runs on, as they are installed: their versions decide on the bytes of its files. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface PackageFile {
  name?: string;
  version?: string;
  dependencies?: Record<string, string>;
}

/** The same two levels up from `src/build` and from `dist/build`. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const read = async (folder: string): Promise<PackageFile | null> => {
  try {
    return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as PackageFile;
  } catch {
    return null;
  }
};

/** The folder of a dependency as Node finds it: in the nearest `node_modules` above the package that asks. */
async function locate(name: string, from: string): Promise<{ folder: string; content: PackageFile } | null> {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    const content = await read(candidate);
    if (content) return { folder: candidate, content };
    if (dirname(folder) === folder) return null;
  }
}

/** « name@version » of every package that the one in `root` depends on, near or far, each once, sorted; one that is not installed is left out. */
export async function installedDependencies(root: string = ROOT): Promise<string[]> {
  const found = new Map<string, string>();
  let wave: { folder: string; content: PackageFile | null }[] = [{ folder: root, content: await read(root) }];
  while (wave.length > 0) {
    const next = await Promise.all(
      wave.flatMap(({ folder, content }) =>
        Object.keys(content?.dependencies ?? {}).map((name) => locate(name, folder)),
      ),
    );
    wave = [];
    for (const one of next) {
      if (!one || found.has(one.folder)) continue;
      found.set(one.folder, `${one.content.name ?? ''}@${one.content.version ?? ''}`);
      wave.push(one);
    }
  }
  return [...new Set(found.values())].sort();
}
