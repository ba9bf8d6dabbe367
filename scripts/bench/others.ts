/** The same content given to WeasyPrint and XlsxWriter, where this machine has them: what they take of the processor beside a cold build. */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DELIVERABLES, loadDeliverable } from '../../src/documents/registry.js';
import { readTemplates } from '../../src/documents/templates/template-files.js';
import { loadTheme } from '../../src/render/theme.js';
import { loadStudy } from '../../src/study/load.js';
import { pageOf } from './page.js';
import { median, runPython } from './process.js';
import { sheetsOf } from './sheets.js';

const SCRIPT = fileURLToPath(new URL('others.py', import.meta.url));

/** A Python that has both libraries, null where there is none: a distribution's are seen by its own Python only. */
async function pythonWithBoth(): Promise<string | null> {
  for (const python of ['python3', '/usr/bin/python3']) {
    const has = await promisify(execFile)(python, ['-c', 'import weasyprint, xlsxwriter']).then(
      () => true,
      () => false,
    );
    if (has) return python;
  }
  return null;
}

/** What the deliverables of a study show, written in a folder as the script reads it. */
async function writeContent(study: string, folder: string): Promise<void> {
  const { study: read } = await loadStudy(study, { cwd: study });
  if (!read) throw new Error('the example study has errors');
  const [theme, templates] = await Promise.all([loadTheme(), readTemplates(study, study)]);
  await mkdir(folder);
  for (const name of DELIVERABLES) {
    const module = await loadDeliverable(name);
    if (module.lack(read, {}) !== null) continue;
    const { produced } = module.compose({ study: read, theme: theme.charts, templates, options: {} });
    for (const { name: file, tree, workbook } of produced) {
      await writeFile(join(folder, `${file}.html`), pageOf(tree, theme));
      if (workbook) await writeFile(join(folder, `${file}.json`), JSON.stringify(sheetsOf(workbook)));
    }
  }
}

/** `processor`: what a cold build of the same study takes, in seconds. */
export async function benchOthers(study: string, work: string, processor: number): Promise<void> {
  const name = 'WeasyPrint + XlsxWriter, même contenu';
  const python = await pythonWithBoth();
  if (python === null) {
    console.log(`${name} : non mesuré (apt-get install weasyprint python3-xlsxwriter)`);
    return;
  }
  const folder = join(work, 'autres');
  await writeContent(study, folder);
  const theirs = await median(3, () => runPython(python, [SCRIPT, folder], work));
  console.log(
    `${name} : ${theirs.seconds.toFixed(2)} s   processeur ${theirs.processor.toFixed(2)} s   ${theirs.megabytes.toFixed(0)} Mo ; la construction à froid en prend ${(processor / theirs.processor).toFixed(2)}   visé ≤ 0,35`,
  );
}
