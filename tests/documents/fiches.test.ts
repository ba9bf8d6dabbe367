/** The sheets of the projects: two pages that superimpose, or one where no sheet has anything to say on the second. */
import { describe, expect, it } from 'vitest';
import { fichesProjets } from '../../src/documents/fiches-projets.js';
import { readTemplates } from '../../src/documents/template-files.js';
import { loadTheme } from '../../src/render/theme.js';
import type { Study } from '../../src/study/study.js';
import { root } from '../support/cli.js';
import { etudeDe } from '../support/composed.js';

const templates = await readTemplates(`${root}/inexistant`, root);
const { charts: theme } = await loadTheme();
const loaded = async (folder: string): Promise<Study> => {
  const study = await etudeDe(folder);
  return study;
};
const breaks = (study: Study): number =>
  fichesProjets
    .compose({ study, theme, templates, options: {} })
    .produced[0]?.tree.body.filter(({ type }) => type === 'pageBreak').length ?? -1;

describe('the sheets of the projects', () => {
  it('turn the page before their results, all of them or none', async () => {
    const full = await loaded('data');
    expect(breaks(full)).toBe(full.projets.length);
    const short = await loaded('modeles/exemple');
    expect(breaks(short)).toBe(0);
    const [first, ...others] = short.projets;
    if (!first) throw new Error('a project expected');
    const suivi = [{ date: '2024-08', avancement: 0.5, constats: 'Douze vélos prêtés.' }];
    expect(breaks({ ...short, projets: [{ ...first, suivi }, ...others] })).toBe(short.projets.length);
  });
});
