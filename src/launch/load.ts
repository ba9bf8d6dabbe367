/**
 * The files of the built program, each with what V8 made of it when the program was built: to make it again took a fifth of the time of `check`, a tenth of
 * that of a build. Node keeps such code by itself from 22 on; before, `npm run build` does (`keep.ts`). V8 takes only what the same V8 made, with the same
 * flags, of a source as long; of anything else the source is compiled, as it is where nothing was kept.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import nodeModule, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

// Only where they were tried: another V8 answers an unknown flag with a line of its own, at each command.
if (process.versions.v8.startsWith('11.')) {
  // A command lasts a second or two: code that V8 optimises at its usual pace, on another core, is hardly used by then. A function must be four times as busy here.
  setFlagsFromString('--interrupt-budget=600000');
  // What a command ran once at its start would be missing from what is kept at its end.
  setFlagsFromString('--no-flush-bytecode');
}

const here = createRequire(import.meta.url);
const loaded = new Map<string, { exports: unknown }>();
const scripts = new Map<string, Script>();

/** What V8 made of `path`, beside it. */
const keptOf = (path: string): string => `${path}.v8`;

function kept(path: string): Buffer | undefined {
  try {
    return readFileSync(keptOf(path));
  } catch {
    return undefined;
  }
}

function source(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw Object.assign(new Error(`${path} is missing`), { code: 'MODULE_NOT_FOUND' });
  }
}

function scriptOf(path: string): Script {
  const text = `(function (exports, require, module, __filename, __dirname) {${source(path)}\n})`;
  return new Script(text, { filename: path, cachedData: kept(path) });
}

/** What the file of the program at `path` exports. Throws what its code throws, `MODULE_NOT_FOUND` when it is not there. */
export function loadCompiled(path: string): unknown {
  const known = loaded.get(path);
  if (known) return known.exports;
  const script = scriptOf(path);
  const module = { exports: {} as unknown };
  loaded.set(path, module);
  scripts.set(path, script);
  const folder = dirname(path);
  const require = (name: string): unknown =>
    name.startsWith('.') ? loadCompiled(join(folder, name)) : (here(name) as unknown);
  try {
    script.runInThisContext()(module.exports, Object.assign(require, { resolve: here.resolve }), module, path, folder);
  } catch (error) {
    loaded.delete(path);
    throw error;
  }
  return module.exports;
}

/** As `loadCompiled`, by Node itself where it keeps what V8 makes. */
export function load(path: string): unknown {
  const { enableCompileCache } = nodeModule as { enableCompileCache?: () => unknown };
  if (!enableCompileCache) return loadCompiled(path);
  enableCompileCache();
  return here(path) as unknown;
}

/** Writes beside each file that was loaded what V8 has made of it until now. */
export function keep(): void {
  for (const [path, script] of scripts) writeFileSync(keptOf(path), script.createCachedData());
}
