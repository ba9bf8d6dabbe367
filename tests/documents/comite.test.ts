/** The body that validates may be a committee, a commission, an assembly: no sentence takes its gender for granted. */
import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { root } from '../support/cli.js';
import { templatesDuProgramme } from '../support/composed.js';

/** A sentence is read alone: what it takes up must stand in it; the law has exceptions, and an edition is no proof of what is in force. */
it('no sentence takes up what another may not have said, nor states the law as absolute', async () => {
  const conclusion = await readFile(`${root}/src/analysis/scenarios/comparaison/conclusion.ts`, 'utf8');
  expect(conclusion).not.toMatch(/\} (?:la|le|les) (?:perdrait|gagnerait)/);
  const templates = [...(await templatesDuProgramme()).values()].map(({ text }) => text).join('\n');
  expect(templates).not.toMatch(/Seules? (?:des personnes publiques|figurent les règles en vigueur)/);
});

it('no sentence calls it a committee: the study may name it otherwise', async () => {
  const sources = await readdir(`${root}/src`, { recursive: true });
  const lus = sources.filter((file) =>
    /^(?:documents|exhibits|analysis\/(?!coherence|conformite\/explications)).*\.ts$/.test(file),
  );
  const texts = [
    ...(await Promise.all(lus.map(async (file) => [file, await readFile(`${root}/src/${file}`, 'utf8')] as const))),
    ...[...(await templatesDuProgramme())].map(([name, { text }]) => [name, text] as const),
  ];
  const wrong = texts.flatMap(([name, text]) =>
    text
      .split('\n')
      .filter((line) => /\b(?:[Ll]e|du|au) comité\b/.test(line) && !/^\s*(?:\/?\*|\/\/)/.test(line))
      .map((line) => `${name} : ${line.trim()}`),
  );
  expect(wrong).toEqual([]);
});

it('no template takes up the name of the body with « il »', async () => {
  const wrong = [...(await templatesDuProgramme())].flatMap(([name, { text }]) =>
    text
      .split('\n')
      .filter((line) => /\(?comite\)?\}\}[^{}]*(?:-t-il\b|\. Il\b|\bs’il\b|, il\b|\?\*\* Il\b)/.test(line))
      .map((line) => `${name} : ${line}`),
  );
  expect(wrong).toEqual([]);
});
