/** Mutants of studies: a short run of `npm run fuzz`, and what former runs found, made small. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { basesIn } from '../../scripts/fuzz/bases.js';
import { campaign, faultOf, smallest } from '../../scripts/fuzz/campaign.js';
import { readStudyFiles } from '../../scripts/fuzz/files.js';
import { machineWord } from '../../scripts/fuzz/oracle.js';
import { readTemplates } from '../../src/documents/templates.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fixtures = join(root, 'tests/fixtures/fuzz');
const former = existsSync(fixtures) ? readdirSync(fixtures).sort() : [];

describe('mutants of studies', () => {
  it('cause no exception, and are told in French at their place; what has no error is composed', async () => {
    const bases = (await basesIn(root)).filter(({ name }) => name !== 'data');
    const templates = await readTemplates(root, root);
    const seed = Number(process.env.FUZZ_SEED ?? 1);
    const count = Number(process.env.FUZZ_MUTANTS ?? 50);
    const options = { bases, templates, seed, goOn: (done: number) => done < count, composeOneIn: 20 };
    const { mutants, sound, finds } = await campaign(options);
    expect(finds.map(({ seed: own, fault }) => `${own} ${fault}`)).toEqual([]);
    expect(mutants).toBe(count);
    // Mutants that are all refused would prove little, and so would mutants that change nothing.
    expect(sound).toBeGreaterThan(count / 20);
    expect(sound).toBeLessThan(count / 2);
  });

  it.each(former)('%s, that a former run found', async (name) => {
    const templates = name.startsWith('build-') ? await readTemplates(root, root) : null;
    expect(await faultOf(await readStudyFiles(join(fixtures, name)), templates)).toBeNull();
  });

  it('are seen when they fail: words of the machine are found wherever they stand', async () => {
    expect(machineWord([{ rows: new Map([['a', { title: 'Un coût de NaN €' }]]) }])).toBe(
      '/*/rows/a/title : Un coût de NaN €',
    );
    expect(machineWord({ value: Number.POSITIVE_INFINITY })).toBe('/value : Infinity');
    expect(machineWord({ title: 'La Maison de Nanette', value: 0, nothing: null })).toBeNull();
    const files = new Map([
      ['etude.yaml', 'a: 1\n'],
      ['acteurs.yaml', '- id: x\n- id: y\n'],
    ]);
    const find = { seed: 1, base: 'x', kinds: [], fault: 'autre', files };
    expect((await smallest(find, await readTemplates(root, root))).files).toBe(files);
  });
});
