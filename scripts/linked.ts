/**
 * A file of the program as esbuild parts it, a module, with what binds it to the other files written as CommonJS. esbuild's own way reads each imported
 * name through two accessors at each use, which V8 makes cheap in code that is often run: a command runs most of its code once or twice.
 */

/** `a, b as c` as what CommonJS takes apart, or gives. */
const renamed = (names: string, to: (from: string, as: string) => string): string =>
  names.replace(/(\S+) as ([^\s,]+)/g, (_, from: string, as: string) => to(from, as));

/** Throws on what cannot be bound once: a name that has its value only after the file that exports it has run. */
export function linked(file: string, text: string): string {
  if (/\b__esm\(/.test(text)) throw new Error(`${file}: a module that is required gets its names late`);
  const given: string[] = [];
  const code = text
    .replace(
      /^import \{([^}]*)\} from ("\.[^"]+");$/gm,
      (_, names: string, from: string) =>
        `const {${renamed(names, (name, as) => `${name}: ${as}`)}} = require(${from});`,
    )
    .replace(/^import ("\.[^"]+");$/gm, 'require($1);')
    .replace(/^export \{([^}]*)\};$/gm, (_, names: string) => {
      given.push(
        renamed(names, (name, as) => `${as}: ${name}`)
          .trim()
          .replace(/,$/, ''),
      );
      return '';
    });
  // What a library gives as a whole stands alone in its file, and is esbuild's to write.
  const left = (
    given.length === 0 ? /^(?:import [^"]*"\.|export (?!default ))/m : /^(?:import [^"]*"\.|export )/m
  ).exec(code);
  if (left)
    throw new Error(`${file}: « ${code.slice(left.index, left.index + 60)} » is bound in a way that is not known`);
  return given.length === 0
    ? code
    : `${code}\nmodule.exports = Object.defineProperty({ ${given.join(', ')} }, '__esModule', { value: true });\n`;
}

/** The files of a circle of imports, where one would be read before it has run; null when there is none. `imports` are those that are not lazy. */
export function circle(imports: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of imports.get(file) ?? []) {
      const found = visit(next, [...path, file]);
      if (found) return found;
    }
    done.add(file);
    return null;
  };
  for (const file of imports.keys()) {
    const found = visit(file, []);
    if (found) return found;
  }
  return null;
}
