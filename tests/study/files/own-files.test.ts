/** A message names the files that the study has. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dire } from '../../../src/analysis/coherence/dire.js';
import { contradictionsDe } from '../../../src/analysis/coherence/index.js';
import { inOwnFiles } from '../../../src/study/files/own-files.js';
import { loadStudy } from '../../../src/study/load.js';
import { temporaryFolder } from '../../support/temporary.js';

describe('the inventory that a message names', () => {
  const fileAt = (chemin: string) => (chemin.startsWith('projets/haies') ? 'etude/projets/haies.yaml' : undefined);
  const paths = ['etude/etude.yaml', 'etude/projets/haies.yaml', 'etude/besoins.yaml'];

  it('is the file of the entry, or the folder, where it is kept in several files', () => {
    expect(inOwnFiles('Dans (projets.yaml).', { paths, fileAt }, ['etude', 'projets/haies/budget'])).toBe(
      'Dans (projets/haies.yaml).',
    );
    expect(inOwnFiles('À projets.yaml, puis.', { paths, fileAt }, ['etude'])).toBe('À projets/, puis.');
  });

  it('is as it was written where it is one file, or is not there yet', () => {
    for (const text of ['À besoins.yaml.', 'À actions.yaml.', 'mes-projets.yaml, autre/projets.yaml, criteres.yaml'])
      expect(inOwnFiles(text, { paths, fileAt }, ['projets/haies'])).toBe(text);
  });
});

it('a contradiction sends to the file of its entry', async () => {
  const folder = await temporaryFolder();
  await cp('data', folder, { recursive: true });
  const sheet = join(folder, 'projets', 'haies-mares.yaml');
  await writeFile(sheet, (await readFile(sheet, 'utf8')).replace('realise: 14900', 'realise: 14950'));
  const loaded = await loadStudy(folder, { cwd: folder });
  const constats = loaded.study ? contradictionsDe(loaded.study) : [];
  const [told] = dire(loaded, constats).diagnostics;
  expect(told?.aide).toContain('(projets/haies-mares.yaml)');
});
