/** What goes too deep for the parser is told at its place before it is parsed; what only looks deep is read. */
import { describe, expect, it } from 'vitest';
import { readYaml, tooDeep } from '../../../src/study/yaml/nesting.js';
import { parseWhole } from '../../../src/study/yaml/parse.js';
import { processorTime } from '../../support/processor.js';

const MANY = 200_000;

describe('levels within levels', () => {
  it.each(['[', '{', '{a: ', '[[{', '- ', '? ', '- ? ', '- &a ', '!a - ', '- - a: ', 'a: ', '? a: '])(
    '%s again and again: told at once, the text not parsed',
    (level) => {
      const text = `- id: a\n- ${level.repeat(MANY)}`;
      const { faults, readable } = parseWhole(text, {}, true);
      expect(readable).toBe(false);
      expect(faults).toMatchObject([{ code: 'syntaxe-yaml', plage: { ligne: 2, longueur: 1 } }]);
      expect(faults[0]?.plage.colonne).toBeLessThan(2000);
      expect(faults[0]?.message).toMatch(/^le fichier est imbriqué trop profondément/);
      expect(() => readYaml(text)).toThrow(RangeError);
    },
  );

  it('which one fault opens: hundreds of thousands of faults on a line are told as one', () => {
    const { faults } = parseWhole('*a '.repeat(150_000), {}, true);
    expect(faults).toHaveLength(1);
  });

  it('nor do empty lines by tens of thousands keep the search of slips busy', () => {
    const taken = processorTime(() => {
      const { faults } = parseWhole(`- nom: |${'\n'.repeat(150_000)}x`, {}, true);
      expect(faults[0]).toMatchObject({ code: 'syntaxe-yaml', plage: { ligne: 150_001 } });
    });
    expect(taken).toBeLessThan(5_000);
  });

  it('one to a line, each further to the right', () => {
    const text = Array.from({ length: 3000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
    expect(parseWhole(text, {}, false).faults).toMatchObject([{ plage: { ligne: 202, colonne: 202 } }]);
  });

  it('are not those of a text: quoted, in a block, in a comment, in many lists one after the other', () => {
    const marks = '[{'.repeat(300);
    for (const text of [
      `- "${marks}"`,
      `- '${marks}'`,
      `- |\n  ${marks}\n  ${' '.repeat(400)}x\n- b`,
      `# ${marks}\n- a`,
      `- a\n${' '.repeat(400)}# loin`,
      `- a ${marks}`,
      `- "${'a: - '.repeat(300)}"`,
      `- {${Array.from({ length: 300 }, (_, n) => `a${n}: ${n}`).join(', ')}}`,
      `# ${'- a: '.repeat(300)}\n- b`,
      `${'- [a, {b: [c]}]\n'.repeat(300)}`,
      `- ${'un deux '.repeat(30)}\n${' '.repeat(300)}suite`,
    ]) {
      expect(tooDeep(text)).toBeNull();
      expect(parseWhole(text, {}, true).readable).toBe(true);
    }
    expect(readYaml('{ a: [1] }')).toEqual({ a: [1] });
    expect(() => readYaml('- &a 1\n- *a', 0)).toThrow();
  });
});
