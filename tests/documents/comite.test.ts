/** The body that validates may be a committee, a commission, an assembly: no sentence takes its gender for granted. */
import { expect, it } from 'vitest';
import { readTemplates } from '../../src/documents/template-files.js';
import { root } from '../support/cli.js';

it('no template takes up the name of the body with « il »', async () => {
  const wrong = [...(await readTemplates(`${root}/inexistant`, root))].flatMap(([name, { text }]) =>
    text
      .split('\n')
      .filter((line) => /\(?comite\)?\}\}[^{}]*(?:-t-il\b|\. Il\b|\bs’il\b|, il\b|\?\*\* Il\b)/.test(line))
      .map((line) => `${name} : ${line}`),
  );
  expect(wrong).toEqual([]);
});
