/** Whole studies drawn at random: what `check` finds without error builds, says nothing of the machine, and is whole in every format. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { asDiscovery, readStudyFiles, type StudyFiles } from '../../scripts/fuzz/files.js';
import { studyFault } from '../../scripts/fuzz/oracle.js';
import { walkFrom } from '../../scripts/fuzz/walk.js';
import { restrict } from '../../src/build/inputs/fingerprint.js';
import { PAR_DEFAUT, type Parametres } from '../../src/build/inputs/parameters.js';
import { produce, type RenderedFile, type Work } from '../../src/build/produce.js';
import { DELIVERABLES, loadDeliverable } from '../../src/documents/registry.js';
import type { Templates } from '../../src/documents/template.js';
import { readTemplates } from '../../src/documents/templates/template-files.js';
import { loadTheme } from '../../src/render/theme.js';
import { studyFrom } from '../../src/study/load.js';
import type { Study } from '../../src/study/study.js';
import { differences } from '../support/formulas.js';
import { checkPackage } from '../support/office/package.js';
import { pdfText } from '../support/pdf-text.js';
import { checkPdf } from '../support/pdfua/index.js';
import { fichiersAleatoires } from '../support/random-study.js';
import { hasSoffice, recalculateAll } from '../support/soffice.js';
import { temporaryFolder } from '../support/temporary.js';

/**
 * `RANDOM_STUDIES=50 npx vitest run tests/e2e/random-studies.test.ts` tries more, as many that walked far from the small example (projects, meetings, texts of
 * a contract, taken away, multiplied, renamed), and recomputes their workbooks by LibreOffice.
 */
const COUNT = Number(process.env.RANDOM_STUDIES ?? 1);
const SEED = Number(process.env.RANDOM_SEED ?? 5);
const WALKS = COUNT > 2 ? COUNT : 0;
const STEPS = 60;

/** Word too, which is made only when it is asked for. */
const EVERY_FORM: Parametres = { ...PAR_DEFAUT, formats: [...PAR_DEFAUT.formats, 'docx'] };

const theme = await loadTheme();

let folder: string;
let templates: Templates;
beforeAll(async () => {
  folder = await temporaryFolder();
  templates = await readTemplates(folder, fileURLToPath(new URL('../..', import.meta.url)));
});

/** Files of every deliverable that the study can give. */
async function built(study: Study): Promise<RenderedFile[]> {
  const works: Work[] = [];
  for (const name of DELIVERABLES) {
    const module = await loadDeliverable(name);
    const read = restrict(study, module.reads);
    if (module.lack(read, {})) continue;
    const task = { name, study: read, parametres: EVERY_FORM, modifications: {}, theme };
    works.push({ task, before: async () => null });
  }
  const products = await produce(works, templates, { progress: () => undefined });
  expect(products.flatMap(({ diagnostics }) => diagnostics).filter(({ gravite }) => gravite === 'erreur')).toEqual([]);
  return products.flatMap(({ files }) => files);
}

const isWorkbook = ({ name }: RenderedFile): boolean => name.endsWith('.xlsx');

async function fileFaults({ name, bytes }: RenderedFile): Promise<string[]> {
  if (!name.endsWith('.pdf')) return checkPackage(bytes);
  const path = join(folder, name);
  await writeFile(path, bytes);
  const text = pdfText(path);
  const signs = /NaN|undefined|\[object|\ufffd|\0/.exec(text);
  return [...checkPdf(path).faults, ...(signs ? [`holds « ${signs[0]} »`] : [])];
}

const open = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  return workbook;
};

it(`${COUNT} random studies build whole`, { timeout: 180_000 + 80_000 * COUNT }, async () => {
  const drawn: StudyFiles[] = fc.sample(fichiersAleatoires, { numRuns: COUNT, seed: SEED });
  const example = await readStudyFiles(fileURLToPath(new URL('../../modeles/exemple', import.meta.url)));
  for (let i = 0; i < WALKS; i++) drawn.push((await walkFrom(example, SEED + i, STEPS)).files);
  const workbooks: RenderedFile[] = [];
  const faults: string[] = [];
  let made = 0;
  for (const [i, files] of drawn.entries()) {
    const { study, diagnostics } = await studyFrom(asDiscovery(files));
    const errors = diagnostics.filter(({ gravite }) => gravite === 'erreur');
    expect(errors.map(({ chemin, message }) => `${i} ${chemin} ${message}`)).toEqual([]);
    if (!study) continue;
    const word = await studyFault(study, templates);
    if (word) faults.push(`${i} ${word}`);
    for (const file of await built(study)) {
      made++;
      for (const fault of await fileFaults(file)) faults.push(`${i} ${file.name} ${fault}`);
      if (isWorkbook(file)) workbooks.push(file);
    }
  }
  expect(faults).toEqual([]);
  expect(made).toBeGreaterThanOrEqual(2 * COUNT);
  if (COUNT <= 2 || !hasSoffice()) return;
  const computed = await recalculateAll(workbooks.map(({ bytes }) => bytes));
  for (const [i, { name, bytes }] of workbooks.entries()) {
    const again = computed[i];
    if (again) faults.push(...differences(await open(bytes), again).faults.map((fault) => `${name} ${i} ${fault}`));
  }
  expect(faults.slice(0, 20)).toEqual([]);
});
