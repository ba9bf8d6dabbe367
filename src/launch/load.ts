/**
 * The files of the built program, each with what V8 made of it when the program was built: it would be made again at each command. Node keeps such code by itself from 22 on; before, `npm run build` does (`keep.ts`). V8 takes only what the same V8 made, with the same
 * flags, of a source as long; of anything else the source is compiled, as it is where nothing was kept.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import nodeModule, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

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

/** What V8 made of `path`, beside it: the sums of the source and of what follows, then that. */
const keptOf = (path: string): string => `${path}.v8`;
const SUM = 4;

/** Nothing where nothing is kept, and where a byte of it, or of the source, is another: V8 looks at lengths alone, and ends the process on what it cannot read. */
function kept(path: string, source: Buffer): Buffer | undefined {
  try {
    const bytes = readFileSync(keptOf(path));
    const code = bytes.subarray(2 * SUM);
    return bytes.readUInt32LE(0) === crc32(source) && bytes.readUInt32LE(SUM) === crc32(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

function sourceOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw Object.assign(new Error(`${path} is missing`), { code: 'MODULE_NOT_FOUND' });
  }
}

function scriptOf(path: string): Script {
  const source = sourceOf(path);
  const text = `(function (exports, require, module, __filename, __dirname) {${source.toString('utf8')}\n})`;
  return new Script(text, { filename: path, cachedData: kept(path, source) });
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
  for (const [path, script] of scripts) {
    const code = script.createCachedData();
    const sums = Buffer.alloc(2 * SUM);
    sums.writeUInt32LE(crc32(sourceOf(path)), 0);
    sums.writeUInt32LE(crc32(code), SUM);
    writeFileSync(keptOf(path), Buffer.concat([sums, code]));
  }
}
