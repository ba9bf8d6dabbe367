/** What binds the files of the built program to one another: each name once, and nothing read before it has its value. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { circle, linked } from '../../scripts/linked.js';

/** What `files` give when the first is run, each written as CommonJS. */
function given(files: Record<string, string>): unknown {
  const load = (name: string): unknown => {
    const module = { exports: {} as unknown };
    runInNewContext(linked(name, files[name] ?? ''), { module, require: load, Object });
    return module.exports;
  };
  return load(Object.keys(files)[0] ?? '');
}

describe('a file of the program, written as CommonJS', () => {
  it('takes what another gives under the name that each has for it', () => {
    const main =
      'import {\n  un,\n  deux as second\n} from "./b.js";\nimport "./c.js";\nvar somme = un + second();\nexport {\n  somme as total\n};\n';
    const b = 'var un = 1;\nfunction two() { return 2; }\nexport {\n  two as deux,\n  un\n};\n';
    expect(given({ './a.js': main, './b.js': b, './c.js': 'var rien;\n' })).toEqual({ total: 3 });
  });

  it('says to who imports it as a whole that it was a module', () => {
    expect(given({ './a.js': 'var un = 1;\nexport { un };\n' })).toHaveProperty('__esModule', true);
  });

  it('refuses what has its value later, and what it cannot bind', () => {
    expect(() => linked('a.js', 'var x;\nvar init = __esm({});\nexport { x, init };\n')).toThrow('a.js');
    expect(() => linked('a.js', 'import * as b from "./b.js";\n')).toThrow('a.js');
    expect(() => linked('a.js', 'export default 1;\nexport { b };\n')).toThrow('a.js');
  });

  it('leaves to esbuild what comes from Node, and what a library gives as a whole', () => {
    const code = 'import { join } from "node:path";\nexport default join;\n';
    expect(linked('a.js', code)).toBe(code);
  });
});

describe('a circle of imports', () => {
  it('is found wherever it begins, and none where files only share one', () => {
    const graph = (pairs: Record<string, string[]>) => new Map(Object.entries(pairs));
    expect(circle(graph({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }))).toBeNull();
    expect(circle(graph({ a: ['b'], b: ['c'], c: ['b'] }))).toEqual(['b', 'c', 'b']);
    expect(circle(graph({ a: ['a'] }))).toEqual(['a', 'a']);
  });
});

it('no source gives a name that changes: what reads it was bound once', () => {
  const src = fileURLToPath(new URL('../../src', import.meta.url));
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(400);
  const changing = files.filter((name) => /^export (?:let|var) /m.test(readFileSync(join(src, name), 'utf8')));
  expect(changing).toEqual([]);
});
