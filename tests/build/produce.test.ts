/** What is drawn and has not changed is taken from the release that stands there. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { fingerprintOf, restrict, sha256 } from '../../src/build/inputs/fingerprint.js';
import { PAR_DEFAUT } from '../../src/build/inputs/parameters.js';
import { type DrawnBefore, normalised, type Task } from '../../src/build/prepare.js';
import { produce, type RenderedFile } from '../../src/build/produce.js';
import { loadDeliverable } from '../../src/documents/registry.js';
import type { Templates } from '../../src/documents/template.js';
import { readTemplates } from '../../src/documents/templates/template-files.js';
import { withAttached } from '../../src/render/pdf/tagging/attached.js';
import { loadTheme } from '../../src/render/theme.js';
import { loadStudy } from '../../src/study/load.js';
import type { Study } from '../../src/study/study.js';
import { temporaryFolder } from '../support/temporary.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const theme = await loadTheme();
let folder: string;
let templates: Templates;
let study: Study;
beforeAll(async () => {
  folder = await temporaryFolder();
  templates = await readTemplates(folder, root);
  const loaded = await loadStudy(join(root, 'tests/fixtures/base'), { cwd: root });
  if (!loaded.study) throw new Error('the smallest study is whole');
  const { reads } = await loadDeliverable('diagnostic');
  study = restrict(loaded.study, reads);
});

const build = async (own: Study, before: DrawnBefore, changes: Partial<Task> = {}): Promise<RenderedFile[]> => {
  const task: Task = { name: 'diagnostic', study: own, parametres: PAR_DEFAUT, modifications: {}, theme, ...changes };
  const [product] = await produce([{ task, before }], templates, { progress: () => undefined });
  const { files, diagnostics } = product ?? { files: [], diagnostics: [] };
  expect(diagnostics.filter(({ gravite }) => gravite === 'erreur')).toEqual([]);
  return files;
};
/** A file, its bytes as a print of them: thousands of numbers are long to compare one by one. */
const told = ({ bytes, ...rest }: RenderedFile): object => ({ ...rest, bytes: sha256(bytes) });
const nothing: DrawnBefore = async () => null;
describe('a deliverable whose drawing has not changed', () => {
  it('takes it from before, and carries the study of now', async () => {
    const first = await build(study, nothing);
    const asked: boolean[] = [];
    const before: DrawnBefore = async (wanted) => {
      const found = first.find(({ dessin }) => dessin === wanted);
      asked.push(found !== undefined);
      return found ?? null;
    };
    // Of the study, and of no page.
    const changed = { ...study, etude: { ...study.etude, jamais_montre: 'autre' } } as Study;
    const onTop = await build(changed, before);
    expect(onTop.map(({ name }) => name)).toEqual(['diagnostic.pdf', 'diagnostic.xlsx']);
    expect(asked).toEqual([true, true]);
    const [pdf, workbook] = onTop;
    const [pages, sheets] = first;
    if (!pdf || !pages) throw new Error('two files');
    if (!workbook || !sheets) throw new Error('two files');
    expect(told(workbook)).toEqual({ ...told(sheets), ms: workbook.ms });
    // Equal to what is drawn with it: `tests/render/pdf/attached.test.ts`.
    const carried = withAttached(pages.bytes, normalised(changed, false));
    if (!carried) throw new Error('a PDF carries its study');
    expect(told(pdf)).toEqual({ ...told({ ...pages, bytes: carried }), ms: pdf.ms });
    expect(pdf.bytes.length).not.toBe(pages.bytes.length);

    asked.length = 0;
    const tinted = { ...theme, colours: { ...theme.colours, accent: '#102030' } };
    await build(study, before, { theme: tinted, parametres: { ...PAR_DEFAUT, formats: ['xlsx'] } });
    expect(asked).toEqual([false]);
  });
});

describe('a fingerprint of plain data', () => {
  it('tells maps apart, and is refused for what it would lose', () => {
    expect(fingerprintOf({ cells: new Map([['a', 1]]) })).not.toBe(fingerprintOf({ cells: new Map([['a', 2]]) }));
    expect(fingerprintOf({ a: [1, 'x', null] })).toBe(fingerprintOf({ a: [1, 'x', null] }));
    for (const lost of [new Set(['a']), () => 1, /a/]) expect(() => fingerprintOf([lost])).toThrow(TypeError);
  });
});
