import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');

/** From the top of the program to its base: a layer imports itself and those after it. */
const LAYERS = ['cli', 'echange', 'edition', 'build', 'render', 'documents', 'exhibits', 'analysis', 'study', 'texte'];

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const sources = filesIn(src).filter((file) => file.endsWith('.ts') && !file.includes('.gen.'));
const layerOf = (file: string): string => relative(src, file).split('/')[0] ?? '';

describe('architecture', () => {
  it('finds the sources of every layer', () => {
    expect([...new Set(sources.map(layerOf))].sort()).toEqual([...LAYERS].sort());
  });

  it('imports run downwards only', () => {
    const upward = sources.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)]
        .map((match) => join(dirname(file), match[1] ?? ''))
        .filter((target) => target.startsWith(src) && LAYERS.indexOf(layerOf(target)) < LAYERS.indexOf(layerOf(file)))
        .map((target) => `${relative(root, file)} → ${relative(root, target)}`),
    );
    expect(upward).toEqual([]);
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

  it('keeps files short enough to hold one idea', () => {
    const long = sources.filter((file) => readFileSync(file, 'utf8').split('\n').length > 300);
    expect(long.map((file) => relative(root, file))).toEqual([]);
  });
});
