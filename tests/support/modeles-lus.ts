/** What the templates read: each path with the name of what holds it (`{{#each mode.missions}}{{texte}}` reads `mode.missions`, then `missions.texte`). */
import { readdirSync, readFileSync } from 'node:fs';
import Handlebars from 'handlebars';

/** Pairs `holder.field`. */
export function cheminsDesModeles(folder: string): Set<string> {
  const pairs = new Set<string>();
  const read = (path: hbs.AST.Expression, holder: string): string => {
    if (path.type !== 'PathExpression') return holder;
    const { parts } = path as hbs.AST.PathExpression;
    const names = [holder, ...parts];
    for (const [i, name] of names.slice(1).entries()) pairs.add(`${names[i]}.${name}`);
    return names.at(-1) ?? holder;
  };
  const call = (
    node: hbs.AST.SubExpression | hbs.AST.MustacheStatement | hbs.AST.BlockStatement,
    holder: string,
  ): string => {
    read(node.path, holder);
    let last = holder;
    for (const one of [...node.params, ...(node.hash?.pairs ?? []).map(({ value }) => value)])
      last = one.type === 'SubExpression' ? call(one as hbs.AST.SubExpression, holder) : read(one, holder);
    return last;
  };
  const walk = ({ body }: hbs.AST.Program, holder: string): void => {
    for (const node of body) {
      if (node.type === 'MustacheStatement') call(node as hbs.AST.MustacheStatement, holder);
      if (node.type !== 'BlockStatement') continue;
      const block = node as hbs.AST.BlockStatement;
      const last = call(block, holder);
      const opens = ['each', 'with'].includes((block.path as hbs.AST.PathExpression).original);
      walk(block.program, opens ? last : holder);
      if (block.inverse) walk(block.inverse, holder);
    }
  };
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.hbs')) walk(Handlebars.parse(readFileSync(`${folder}/${name}`, 'utf8')), '');
  return pairs;
}
