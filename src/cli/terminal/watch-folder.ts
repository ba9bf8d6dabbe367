/** Watches a folder and those below it. Each folder is watched, never a file: one that is replaced by a rename, as most editors do, is seen as often as it is saved. */
import { existsSync, type FSWatcher, readdirSync, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { MANIFEST } from '../../build/release/manifest.js';

/** Temporary files of editors, of the system and of the program. */
const isPassing = (name: string): boolean => /^\.|~$|\.(sw[a-z]|tmp|bak|part|crdownload)$|^4913$|^#.*#$/i.test(name);

export interface FolderWatch {
  /** False once the folder is gone, or can no longer be read. */
  readonly alive: boolean;
  close(): void;
}

/** Calls `changed` at each change of a file below `root`, but in `except` (the releases, which may stand in `root` itself) and in the files that `ours` knows (what the process says goes to them). Throws when `root` cannot be read. */
export function watchFolder(
  root: string,
  except: string,
  changed: () => void,
  ours: (path: string) => boolean = () => false,
): FolderWatch {
  /** Releases stand apart, unless they are put in the folder itself. */
  const isReleases = (path: string): boolean =>
    path === except ? except !== root : dirname(path) === except && existsSync(join(path, MANIFEST));
  const watched = new Map<string, FSWatcher>();
  let alive = true;

  const forget = (folder: string): void => {
    for (const [path, watcher] of watched)
      if (path === folder || path.startsWith(join(folder, '/'))) {
        watcher.close();
        watched.delete(path);
      }
  };
  const follow = (folder: string): void => {
    if (isReleases(folder)) return;
    const inside = readdirSync(folder, { withFileTypes: true });
    if (!watched.has(folder)) {
      const watcher = watch(folder, (_, name) => {
        const path = join(folder, name ?? '');
        if (name === null || !(isPassing(basename(name)) || isReleases(path) || ours(path))) react(folder);
      });
      watcher.on('error', () => react(folder));
      watched.set(folder, watcher);
    }
    for (const { name } of inside.filter(
      (one) => one.isDirectory() && !one.name.startsWith('.') && one.name !== 'node_modules',
    ))
      follow(join(folder, name));
  };
  /** A folder may have come or gone: what is watched follows. */
  const react = (folder: string): void => {
    try {
      follow(folder);
    } catch {
      forget(folder);
      if (folder === root) alive = false;
    }
    changed();
  };

  follow(root);
  return {
    get alive() {
      return alive;
    },
    close: () => forget(root),
  };
}
