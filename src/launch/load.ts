/**
 * The files of the built program, each with what V8 made of it when the program was built: it would be made again at each command. `npm run build` keeps it (`keep.ts`); V8 takes only what the same
 * V8 made, with the same flags, of a source as long. Under another V8, Node keeps such code by itself from 22 on, in the folder of temporary files; before, the source is compiled.
 */
import { closeSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import nodeModule, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cachedDataVersionTag, setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

// Only where they were tried: another V8 answers an unknown flag with a line of its own, at each command.
const v8 = Number(process.versions.v8.split('.')[0]);
// A command lasts a second or two: code that V8 optimises at its usual pace, on another core, is hardly used by then. A function must be four times as busy here.
if (v8 === 11) setFlagsFromString('--interrupt-budget=600000');
// What a command ran once at its start would be missing from what is kept at its end.
if (v8 >= 11 && v8 <= 14) setFlagsFromString('--no-flush-bytecode');

const here = createRequire(import.meta.url);
const loaded = new Map<string, { exports: unknown }>();
const scripts = new Map<string, Script>();

/** What V8 made of `path`, beside it: which V8 it was, the sums of the source and of what follows, then that. */
const keptOf = (path: string): string => `${path}.v8`;
const WORD = 4;
const HEAD = 3 * WORD;

/** Nothing where nothing is kept, and where a byte of it, or of the source, is another: V8 looks at lengths alone, and ends the process on what it cannot read. */
function kept(path: string, source: Buffer): Buffer | undefined {
  try {
    const bytes = readFileSync(keptOf(path));
    const code = bytes.subarray(HEAD);
    const head = [cachedDataVersionTag(), crc32(source), crc32(code)];
    return head.every((word, i) => bytes.readUInt32LE(i * WORD) === word) ? code : undefined;
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

/** Whether what is kept of `path` was made by this V8, with these flags. */
function ofThisV8(path: string): boolean {
  const word = Buffer.alloc(WORD);
  try {
    const file = openSync(keptOf(path), 'r');
    try {
      return readSync(file, word) === WORD && word.readUInt32LE() === cachedDataVersionTag();
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}

/** As `loadCompiled`; by Node itself where it keeps what V8 makes, and another V8 made what is beside the program. */
export function load(path: string): unknown {
  const { enableCompileCache } = nodeModule as { enableCompileCache?: () => unknown };
  if (!enableCompileCache || ofThisV8(path)) return loadCompiled(path);
  enableCompileCache();
  return here(path) as unknown;
}

/** Writes beside each file that was loaded what V8 has made of it until now. */
export function keep(): void {
  for (const [path, script] of scripts) {
    const code = script.createCachedData();
    const head = Buffer.alloc(HEAD);
    for (const [i, word] of [cachedDataVersionTag(), crc32(sourceOf(path)), crc32(code)].entries())
      head.writeUInt32LE(word, i * WORD);
    writeFileSync(keptOf(path), Buffer.concat([head, code]));
  }
}
