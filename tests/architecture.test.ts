import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');

/** From the top of the program to its base: a layer imports itself and those after it. */
const LAYERS = [
  'launch',
  'cli',
  'echange',
  'edition',
  'build',
  'render',
  'documents',
  'exhibits',
  'analysis',
  'study',
  'texte',
  'fonts',
  'lists',
  'package',
];

/**
 * From what looks at the whole study to what each phase rests on: a room of `src/analysis` imports itself and those after it, then the files that
 * stand beside the rooms.
 */
const PHASES = [
  'coherence',
  'copil',
  'etat',
  'chiffres',
  'cites.ts',
  'contexte.ts',
  'diagnostic-complet.ts',
  'conformite',
  'projets',
  'mode-operatoire',
  'priorites',
  'scenarios',
  'diagnostic',
  'formules',
  'decision',
  'incertitude',
];

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const sources = filesIn(src).filter((file) => file.endsWith('.ts') && !file.includes('.gen.'));
const layerOf = (file: string): string => relative(src, file).split('/')[0] ?? '';

/** Files that a file imports, for its types or for its values. */
const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((match) =>
    join(dirname(file), match[1] ?? '').replace(/\.js$/, '.ts'),
  );

/** Groups of nodes each of which leads to all the others: what Tarjan calls strongly connected components. */
function cyclesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): number => {
    order.set(node, order.size);
    let low = order.size - 1;
    open.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (open.includes(next)) low = Math.min(low, order.get(next) ?? low);
    }
    if (low === order.get(node)) {
      const group = open.splice(open.indexOf(node));
      if (group.length > 1 || graph.get(node)?.includes(node)) found.push(group.sort());
    }
    return low;
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return found;
}

describe('architecture', () => {
  it('finds the sources of every layer', () => {
    expect([...new Set(sources.map(layerOf))].sort()).toEqual([...LAYERS].sort());
  });

  it('imports run downwards only', () => {
    const upward = sources.flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith(src) && LAYERS.indexOf(layerOf(target)) < LAYERS.indexOf(layerOf(file)))
        .map((target) => `${relative(root, file)} → ${relative(root, target)}`),
    );
    expect(upward).toEqual([]);
  });

  it('the phases of the reasoning know those before them, not those that come after', () => {
    const analysis = join(src, 'analysis');
    const phaseOf = (file: string): number => {
      const room = relative(analysis, file).split('/')[0] ?? '';
      const at = PHASES.indexOf(room);
      return at < 0 && room.endsWith('.ts') ? PHASES.length : at;
    };
    const inside = sources.filter((file) => file.startsWith(analysis));
    expect(inside.filter((file) => phaseOf(file) < 0)).toEqual([]);
    const backwards = inside.flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith(analysis) && phaseOf(target) < phaseOf(file))
        .map((target) => `${relative(analysis, file)} → ${relative(analysis, target)}`),
    );
    expect(backwards).toEqual([]);
  });

  it('finds the groups of files that import each other', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['a']],
      ['d', ['e', 'd']],
      ['e', []],
    ]);
    expect(cyclesOf(graph)).toEqual([['d'], ['a', 'b', 'c']]);
  });

  it('no file imports, by way of others, itself: not even for a type', () => {
    const groups = cyclesOf(new Map(sources.map((file) => [file, importsOf(file)])));
    expect(groups.map((group) => group.map((file) => relative(root, file)).join(' ↔ '))).toEqual([]);
  });

  it('rooms that stand side by side import one another one way, wherever they stand', () => {
    const rooms = new Map<string, string[]>();
    for (const file of sources)
      for (const target of importsOf(file)) {
        const [from, to] = [relative(src, file).split('/'), relative(src, target).split('/')];
        const parted = from.findIndex((step, at) => step !== to[at]);
        if (parted < 0 || parted >= from.length - 1 || parted >= to.length - 1) continue;
        const [room, other] = [from, to].map((steps) => steps.slice(0, parted + 1).join('/'));
        if (room !== undefined && other !== undefined) rooms.set(room, [...(rooms.get(room) ?? []), other]);
      }
    expect(cyclesOf(rooms)).toEqual([]);
  });

  it('a folder holds no more files than one takes in at a glance: beyond, it has rooms', () => {
    const files = ['src', 'tests', 'scripts'].flatMap((name) => filesIn(join(root, name)));
    const counts = new Map<string, number>();
    for (const file of files.filter((one) => one.endsWith('.ts') && !one.includes('.gen.')))
      counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    const full = [...counts].filter(([, count]) => count > 25);
    expect(full.map(([folder, count]) => `${relative(root, folder)}: ${count}`)).toEqual([]);
  });

  it('back ends know no study: render imports only types and the exhibits’ format from above', () => {
    const offending = sources
      .filter((file) => layerOf(file) === 'render')
      .filter((file) => /from '[^']*\/(study|analysis)\//.test(readFileSync(file, 'utf8')))
      .map((file) => relative(root, file));
    expect(offending).toEqual([]);
  });

  /** Words of a territory, of a contract, of its phases and numbers: they come from the study. */
  const WORDS_OF_A_STUDY = [
    /livradois|cap.?actif|\bthiers\b|\bambert\b/i,
    /\bcctp\b|cahier des clauses/i,
    /\btranche (?:ferme|optionnelle|conditionnelle)\b|optionnel\|conditionnel/i,
    /\bphase [1-3]\b|phase_[1-3]/i,
    /\b(?:trois|3) scénarios\b|\b(?:cinq|5) projets\b|\bdeux ou trois expériences\b/i,
    /\bPNR\b|\bLEADER\b/,
    /\bl[’']atelier\b(?! (?:s'est|build|check|explain))/,
  ];

  it('the program, its schemas and its templates hold no word of one territory or of one contract', () => {
    // Bringing an older study up takes the words that it holds.
    const files = [...sources, ...filesIn(join(root, 'templates')), ...filesIn(join(root, 'schemas'))].filter(
      (file) => !file.startsWith(join(src, 'edition', 'migration')),
    );
    const found = files.flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      return WORDS_OF_A_STUDY.flatMap((word) => {
        const match = word.exec(text);
        return match ? [`${relative(root, file)}: ${match[0]}`] : [];
      });
    });
    expect(found).toEqual([]);
  });

  it('each source file that the code or the documentation names stands where they say', () => {
    const known = ['src', 'tests', 'scripts']
      .flatMap((name) => filesIn(join(root, name)))
      .map((file) => `/${relative(root, file)}`);
    const texts = [
      ...['src', 'tests', 'scripts']
        .flatMap((name) => filesIn(join(root, name)))
        .filter((file) => file.endsWith('.ts')),
      join(root, 'README.md'),
      join(root, 'docs/developpement.md'),
    ].filter((file) => !file.includes('.gen.'));
    const lost = texts.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/(?<![\w.*>-])(?:[\w-]+\/)+[\w.-]+\.ts\b/g)]
        .map(([path]) => path)
        .filter((path) => !known.some((one) => one.endsWith(`/${path}`)))
        .map((path) => `${relative(root, file)}: ${path}`),
    );
    expect(lost).toEqual([]);
  });

  it('what a file exports is taken by another one: the rest is its own, or is dead', () => {
    const texts = ['src', 'tests', 'scripts']
      .flatMap((name) => filesIn(join(root, name)))
      .filter((file) => file.endsWith('.ts'))
      .map((file) => ({ file, words: new Set(readFileSync(file, 'utf8').match(/[\p{L}_$][\p{L}\p{N}_$]*/gu)) }));
    const holders = new Map<string, number>();
    for (const { words } of texts) for (const word of words) holders.set(word, (holders.get(word) ?? 0) + 1);
    const alone = sources.flatMap((file) =>
      [
        ...readFileSync(file, 'utf8').matchAll(
          /^export (?:async )?(?:const|function|class|let)\*? ([\p{L}_$][\p{L}\p{N}_$]*)/gmu,
        ),
      ]
        .map(([, name = '']) => name)
        .filter((name) => (holders.get(name) ?? 0) < 2)
        .map((name) => `${relative(root, file)}: ${name}`),
    );
    expect(alone).toEqual([]);
  });

  it('no file keeps the marks of a merge that was not settled', () => {
    const folders = ['templates', 'schemas', 'data', 'modeles', 'docs', 'scripts'].map((name) => join(root, name));
    const files = [...sources, ...folders.flatMap(filesIn), join(root, 'CHANGELOG.md'), join(root, 'README.md')];
    expect(files.filter((file) => /^(?:<{7}|>{7}) /m.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  // « ?? 0 » says that nothing counts as zero: true of an optional field, false of an index that must exist, where a fault becomes a figure.
  // Only a default of the first kind may be added, in place of one of the second; the ceiling goes down, never up.
  it('writes no more « ?? 0 » than it did', () => {
    const counts = sources.map((file) => readFileSync(file, 'utf8').match(/\?\? 0\b/g)?.length ?? 0);
    expect(counts.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(182);
  });

  it('tests make their temporary folders in the one place that is cleaned after them', () => {
    const making = filesIn(join(root, 'tests'))
      .filter((file) => file.endsWith('.ts') && /\bmkdtemp(?:Sync)?\(/.test(readFileSync(file, 'utf8')))
      .map((file) => relative(root, file));
    expect(making.sort()).toEqual(['tests/support/global.ts', 'tests/support/temporary.ts']);
  });

  it('keeps files short enough to hold one idea', () => {
    const long = sources.filter((file) => readFileSync(file, 'utf8').split('\n').length > 300);
    expect(long.map((file) => relative(root, file))).toEqual([]);
  });
});
