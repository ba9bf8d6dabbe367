import { lstat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readValidations } from '../../build/changements/validations-file.js';
import { type Search, search } from '../../build/thread/contradictions.js';
import type { SecondThread } from '../../build/thread/second-thread.js';
import type { Family } from '../../fonts/faces.js';
import type { Diagnostic } from '../../study/diagnostic.js';
import { discover } from '../../study/files/discover.js';
import { type LoadedStudy, studyFrom } from '../../study/load.js';
import { compte } from '../../texte/accords.js';
import type { CheckFormat, CheckOptions } from '../options/options.js';
import type { CheckReporter } from '../reporters/report.js';
import { choosePaint } from '../terminal/colour.js';
import { EXIT } from '../terminal/exit-codes.js';
import type { Io } from '../terminal/io.js';

/** Each reporter is loaded only when it is the one asked for. */
const REPORTERS: Record<CheckFormat, () => Promise<CheckReporter>> = {
  texte: async () => (await import('../reporters/texte.js')).reportText,
  json: async () => (await import('../reporters/json.js')).reportJson,
  github: async () => (await import('../reporters/github.js')).reportGithub,
  sarif: async () => (await import('../reporters/sarif.js')).reportSarif,
};

const asError = (diagnostic: Diagnostic): Diagnostic => ({ ...diagnostic, gravite: 'erreur' });

/** What is wrong with the entries and the author's texts, which are read together; what checks the texts is loaded only when there are some. */
async function diagnosticsDesFiches(
  loaded: LoadedStudy,
  rules: Search,
  { etude }: CheckOptions,
  io: Io,
  family: Family | undefined,
): Promise<Diagnostic[]> {
  const { study } = loaded;
  const dir = resolve(io.cwd, etude);
  if (!(await lstat(join(dir, 'textes')).catch(() => null))) return (await rules.end(loaded)).diagnostics;
  const [{ avecLesTextes, ecritsDe }, { verifierTextes }, { readTemplates }, { withoutPersonalData }] =
    await Promise.all([
      import('../../build/changements/ecrits.js'),
      import('../../build/textes.js'),
      import('../../documents/templates/template-files.js'),
      import('../../study/personal.js'),
    ]);
  const ecrits = await ecritsDe(dir, io.cwd);
  const ofTexts = study
    ? await verifierTextes(withoutPersonalData(study), ecrits, await readTemplates(dir, io.cwd), family)
    : [];
  const { diagnostics } = await rules.end(loaded);
  return [...avecLesTextes(diagnostics, ecrits), ...ecrits.diagnostics, ...ofTexts];
}

/** What is wrong with the templates that the study brings, as a build would tell it: what reads them is loaded only when there are some. */
async function diagnosticsDesModeles(dir: string, cwd: string): Promise<Diagnostic[]> {
  if (!(await lstat(join(dir, 'templates')).catch(() => null))) return [];
  const [{ ownTemplateFaults }, { readTemplates }, { ownSyntaxFaults }] = await Promise.all([
    import('../../documents/templates/own-templates.js'),
    import('../../documents/templates/template-files.js'),
    import('../../documents/templates/templates.js'),
  ]);
  const templates = await readTemplates(dir, cwd);
  return [...(await ownTemplateFaults(templates, dir, cwd)), ...ownSyntaxFaults(templates)];
}

/** The study's own theme: what reads it is loaded only when there is one. */
async function charteDeLEtude(
  loaded: LoadedStudy,
  dir: string,
): Promise<{ family?: Family | undefined; diagnostics: Diagnostic[] }> {
  if (!loaded.study?.theme) return { diagnostics: [] };
  const { charteDe } = await import('../../build/theme/charte.js');
  const { theme, diagnostics } = await charteDe(loaded, dir);
  return { family: theme.fonts, diagnostics };
}

/** All that is wrong with the study: the rules, which are most of the work, are asked in the second thread, which gets ready while the files are read. */
async function faultsOf(
  options: CheckOptions,
  io: Io,
  thread: SecondThread | null,
): Promise<{ loaded: LoadedStudy; faults: Diagnostic[] }> {
  const dir = resolve(io.cwd, options.etude);
  const rules = search(thread);
  const loaded = await studyFrom(await discover(dir, io.cwd), rules.begin);
  const validated = await readValidations(dir, io.cwd);
  const charte = await charteDeLEtude(loaded, dir);
  const faults = [
    ...(await diagnosticsDesFiches(loaded, rules, options, io, charte.family)),
    ...(await diagnosticsDesModeles(dir, io.cwd)),
    ...charte.diagnostics,
    ...('faute' in validated ? [validated.faute] : []),
  ];
  return { loaded, faults };
}

/** `atelier check`: reads the whole study and prints every fault. `thread`, where the rules are asked, is the caller's to end. */
export async function runCheck(options: CheckOptions, io: Io, thread: SecondThread | null): Promise<number> {
  const { loaded, faults } = await faultsOf(options, io, thread);
  const all = options.strict ? faults.map(asError) : faults;
  const errors = all.filter(({ gravite }) => gravite === 'erreur');
  const diagnostics = options.quiet ? errors : all;

  if (options.verbose) {
    for (const file of loaded.files) io.stderr.write(`lu : ${file.path} (${compte(file.bytes, 'octet')})\n`);
  }
  const format = options.json ? 'json' : options.format;
  if (format !== 'texte' || !options.quiet || errors.length > 0) {
    const report = await REPORTERS[format]();
    const paint = await choosePaint(options.color, io);
    const out = format === 'github' ? (io.annotations ?? io.stdout) : io.stdout;
    const { texts, files, entries } = loaded;
    out.write(report({ diagnostics, texts, files: files.length, entries, paint, toutes: options.verbose }));
  }
  return errors.length > 0 ? EXIT.failure : EXIT.ok;
}
