/** The generated prose of the diagnostic, on both studies and with nothing in the inventories. */
import { describe, expect, it } from 'vitest';
import { diagnostic } from '../../src/documents/diagnostic.js';
import { readTemplates } from '../../src/documents/templates.js';
import { loadTheme } from '../../src/render/theme.js';
import { loadStudy } from '../../src/study/load.js';
import type { Study } from '../../src/study/study.js';
import { root } from '../support/cli.js';
import { outlineOf } from './tree-text.js';

const templates = await readTemplates(`${root}/inexistant`, root);
const theme = (await loadTheme()).charts;

async function charger(dossier: string): Promise<Study> {
  const { study } = await loadStudy(`${root}/${dossier}`, { cwd: root });
  if (!study) throw new Error(`${dossier} ne se charge pas`);
  return study;
}

/** Lines of prose, without bullets, frames nor numbers of headings. */
function prose(study: Study): string[] {
  const { produced, diagnostics } = diagnostic.compose({ study, theme, templates, options: {} });
  expect(diagnostics).toEqual([]);
  return produced.flatMap(({ tree }) =>
    outlineOf([...tree.front, ...tree.body])
      .map((line) => line.replace(/^(?:[|>-] )+/, '').replace(/^#+ (?:(?:[A-Z]|\d+(?:\.\d+)*) )?/, ''))
      .filter((line) => line !== '' && !line.startsWith('<')),
  );
}

const rempli = await charger('data');
const autre = await charger('tests/fixtures/autre-etude');
const vide: Study = {
  ...autre,
  ...{ besoins: [], acteurs: [], actions: [], outils: [], experiences: [], participation: [] },
};

describe.each([
  ['the example', rempli],
  ['another study', autre],
  ['empty inventories', vide],
])('prose of the diagnostic, %s', (_, study) => {
  const lines = prose(study);
  it('opens no heading, bullet or sentence with a digit', () => {
    expect(lines.filter((line) => /^\d/.test(line))).toEqual([]);
    expect(lines.flatMap((line) => line.match(/(?<!art|n°|p)[.!?]\s\d[^.]*/g) ?? [])).toEqual([]);
  });
  it('agrees, and leaves no stray punctuation', () => {
    const faute = /\b[01] (?:\p{L}+s) |\.\.|;\s*$|,\s*[.;]|\b(\p{L}{3,}) \1\b|:\s*\.|\(\s*\)| {2}|« »/u;
    expect(lines.filter((line) => faute.test(line.replace(/\u00a0|\u202f/g, ' ')))).toEqual([]);
  });
});
