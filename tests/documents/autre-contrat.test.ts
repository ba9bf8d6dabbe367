/** The packs of a study of another contract: one a meeting, and nothing in it of a day that had not come. */
import { describe, expect, it } from 'vitest';
import { loadDeliverable } from '../../src/documents/registry.js';
import { readTemplates } from '../../src/documents/template-files.js';
import { loadTheme } from '../../src/render/theme.js';
import { loadStudy } from '../../src/study/load.js';
import { root } from '../support/cli.js';
import { lignesDuDocument } from '../support/prose.js';

const templates = await readTemplates(`${root}/inexistant`, root);
const theme = (await loadTheme()).charts;
const { study } = await loadStudy(`${root}/modeles/exemple`, { cwd: root });
if (!study) throw new Error('the example of « init » does not load');

const dossier = async (reunion: string) => {
  const { compose } = await loadDeliverable('copil');
  return compose({ study, theme, templates, options: { reunion } }).produced.map(({ name: file, tree }) => ({
    file,
    texte: [tree.meta.deliverable, tree.meta.phase, ...lignesDuDocument(tree).map(({ texte }) => texte)].join('\n'),
  }));
};

describe('the packs of another contract', () => {
  it('of two meetings are two files, and the first knows nothing of what came after', async () => {
    const [first] = await dossier('commission-a');
    const [second] = await dossier('commission-b');
    expect([first?.file, second?.file]).toEqual(['copil-commission-a', 'copil-commission-b']);
    expect(second?.texte).toMatch(/société coopérative/);
    expect(first?.texte).not.toMatch(/société coopérative|projets? (?:évalué|terminé)|2024-0[3-9]|mars 2024/);
  });
});
