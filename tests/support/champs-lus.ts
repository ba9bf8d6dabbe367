/** Which fields of a study the program reads, by the compiler's own account of `src/` and by the paths of the templates. */
import { relative } from 'node:path';
import { type Node, SyntaxKind } from 'typescript/unstable/ast';
import {
  isCallExpression,
  isElementAccessExpression,
  isIdentifier,
  isInterfaceDeclaration,
  isObjectBindingPattern,
  isPropertyAccessExpression,
  isPropertySignatureDeclaration,
  isStringLiteral,
  isTypeAliasDeclaration,
} from 'typescript/unstable/ast/is';
import { API, type Project, type Symbol as Sym, type Type } from 'typescript/unstable/sync';

/** Stages that carry any field without a look at what it means, and those that speak of the schemas: what they alone read, nobody reads. */
const SANS_LECTURE = /^src\/(echange\/(?!donnees\/paquet)|edition|cli)\/|^src\/study\/shape\.ts$|\.gen\.ts$/;

interface Declare {
  /** `Acteur.contacts.nom`: the type of the entry, then the keys. */
  chemin: string;
  nom: string;
  /** The node of the object type that holds it. */
  porteur: Node;
}

const children = (node: Node): Node[] => {
  const found: Node[] = [];
  node.forEachChild((child) => {
    found.push(child);
    return undefined;
  });
  return found;
};

/** Every property of the generated types, by its place in their file. */
function declares(file: Node): Map<number, Declare> {
  const found = new Map<number, Declare>();
  const walk = (node: Node, chemin: string): void => {
    for (const child of children(node)) {
      if (isInterfaceDeclaration(child) || isTypeAliasDeclaration(child)) walk(child, child.name.text);
      else if (isPropertySignatureDeclaration(child) && isIdentifier(child.name)) {
        const nom = child.name.text;
        found.set(child.pos, { chemin: `${chemin}.${nom}`, nom, porteur: node });
        walk(child, `${chemin}.${nom}`);
      } else walk(child, chemin);
    }
  };
  walk(file, '');
  return found;
}

/** What one file reads: `a.b`, `a['b']`, `{ b }`, `a[key]` where the type of the key says which, `Object.entries(a)`. */
function lectures({ checker }: Project, file: Node): Sym[] {
  const names: Node[] = [];
  const patterns: Node[] = [];
  const computed: { of: Node; key: Node }[] = [];
  const walked: Node[] = [];
  const walk = (node: Node): void => {
    for (const child of children(node)) {
      if (isPropertyAccessExpression(child)) names.push(child.name);
      else if (isElementAccessExpression(child)) {
        const key = child.argumentExpression;
        if (isStringLiteral(key)) names.push(key);
        else computed.push({ of: child.expression, key });
      } else if (isObjectBindingPattern(child)) patterns.push(child);
      else if (
        isCallExpression(child) &&
        isPropertyAccessExpression(child.expression) &&
        isIdentifier(child.expression.expression) &&
        child.expression.expression.text === 'Object' &&
        ['entries', 'values', 'keys'].includes(child.expression.name.text) &&
        child.arguments[0]
      )
        walked.push(child.arguments[0]);
      walk(child);
    }
  };
  walk(file);
  const typesOf = (nodes: readonly Node[]): (Type | undefined)[] => checker.getTypeAtLocation(nodes);
  const found: (Sym | undefined)[] = checker.getSymbolAtLocation(names);
  const destructured = typesOf(patterns);
  for (const [i, pattern] of patterns.entries()) {
    const type = destructured[i];
    if (!type || !isObjectBindingPattern(pattern)) continue;
    for (const { dotDotDotToken, propertyName, name } of pattern.elements) {
      const key = propertyName ?? name;
      if (!name || !key) continue;
      // `{ fin: _ }` leaves it out.
      const left = isIdentifier(name) && /^_+$/.test(name.text);
      if (!dotDotDotToken && !left && isIdentifier(key)) found.push(checker.getPropertyOfType(type, key.text));
    }
  }
  const [objects, keys] = [typesOf(computed.map(({ of }) => of)), typesOf(computed.map(({ key }) => key))];
  for (const [i, of] of objects.entries()) {
    const key = keys[i];
    if (!of || !key) continue;
    const bound = (key.isTypeParameter() ? checker.getBaseConstraintOfType(key) : undefined) ?? key;
    for (const one of bound.isUnionType() ? bound.getTypes() : [bound])
      if (one.isStringLiteralType())
        found.push(checker.getPropertyOfType(checker.getNonNullableType(of) ?? of, one.value));
  }
  for (const type of typesOf(walked))
    if (type) found.push(...checker.getPropertiesOfType(checker.getNonNullableType(type) ?? type));
  return found.filter((symbol) => symbol !== undefined);
}

export interface Lecture {
  /** Every field of the generated types. */
  tous: string[];
  lus: Set<string>;
}

/**
 * A field read through a narrower type (`{ nom: string }`) counts as read by the fields whose holder is assignable to that type, and one whose
 * holder is that of another field of the same entry as that field.
 */
export function champsLus(root: string): Lecture {
  const api = new API({ cwd: root });
  try {
    const snapshot = api.updateSnapshot({ openProjects: [`${root}/tests/support/sources.tsconfig.json`] });
    const [project] = snapshot.getProjects();
    const generated = project?.program.getSourceFile(`${root}/src/study/types.gen.ts`);
    if (!project || !generated) throw new Error('types.gen.ts is not in the project');
    const { checker } = project;
    const fields = declares(generated);
    const lus = new Set<string>();
    const shapes = new Map<string, Set<Node>>();
    const seen = new Set<number>();
    for (const name of project.program.getSourceFileNames()) {
      const shown = relative(root, name);
      if (!shown.startsWith('src/') || SANS_LECTURE.test(shown)) continue;
      const file: Node | undefined = project.program.getSourceFile(name);
      if (!file) continue;
      for (const symbol of lectures(project, file)) {
        if (seen.has(symbol.id)) continue;
        seen.add(symbol.id);
        for (const handle of symbol.declarations) {
          if (handle.kind !== SyntaxKind.PropertySignature) continue;
          const node = handle.resolve(project);
          if (!node) continue;
          const from = relative(root, node.getSourceFile().fileName);
          const field = from === 'src/study/types.gen.ts' ? fields.get(node.pos) : undefined;
          if (field) lus.add(field.chemin);
          if (from.startsWith('src/') && (field || !SANS_LECTURE.test(from)) && node.parent)
            shapes.set(symbol.name, (shapes.get(symbol.name) ?? new Set()).add(node.parent));
        }
      }
    }
    const typeOf = (node: Node): Type | undefined => {
      if (!isInterfaceDeclaration(node)) return checker.getTypeAtLocation(node);
      const symbol = checker.getSymbolAtLocation(node.name);
      return symbol && checker.getDeclaredTypeOfSymbol(symbol);
    };
    const entryOf = new Map([...fields.values()].map(({ porteur, chemin }) => [porteur, chemin.split('.')[0]]));
    for (const { chemin, nom, porteur } of fields.values()) {
      if (lus.has(chemin)) continue;
      const own = typeOf(porteur);
      for (const shape of shapes.get(nom) ?? []) {
        const entry = entryOf.get(shape);
        if (entry !== undefined && entry !== chemin.split('.')[0]) continue;
        const other = typeOf(shape);
        if (own && other && checker.isTypeAssignableTo(own, other)) lus.add(chemin);
      }
    }
    return { tous: [...fields.values()].map(({ chemin }) => chemin), lus };
  } finally {
    api.close();
  }
}
