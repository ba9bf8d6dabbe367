/** `atelier build`: says what it does, where each file went and what is worth knowing. */

import { join, relative, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { BuildResult } from '../../build/build.js';
import { WriteError } from '../../build/disk/write-error.js';
import { horodatageDe } from '../../build/inputs/parameters.js';
import { readRelease } from '../../build/release/read-manifest.js';
import { throughSeal } from '../../build/release/seal.js';
import type { BuildRequest, BuiltFile } from '../../build/request.js';
import { type Mesure, parEtape } from '../../build/timing.js';
import { DECLARATIONS } from '../../documents/declarations.js';
import { isDeliverable } from '../../documents/registry.js';
import { enMot } from '../../study/files/named-file.js';
import { compte } from '../../texte/accords.js';
import { nombreA, pourcent } from '../../texte/nombres.js';
import { commandeDe, nomsInconnus } from '../options/livrables.js';
import type { BuildOptions } from '../options/options.js';
import { pasUneVersion } from '../options/versions.js';
import { choosePaint } from '../terminal/colour.js';
import { EXIT } from '../terminal/exit-codes.js';
import type { Io } from '../terminal/io.js';

const kilobytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1000))} Ko`;
const seconds = (ms: number): string => `${nombreA(ms / 1000, 1, true)} s`;

/** The longest names are those of a form of a deliverable, and of its internal edition. */
const NAMES = Math.max(
  ...Object.entries(DECLARATIONS).map(([name, { interne }]) => `${name}${interne ? '-interne' : ''}.xlsx`.length),
);
/** « 12 diapositives » */
const COUNTS = 15;

function describe(file: BuiltFile): string {
  const size =
    file.pages !== undefined
      ? compte(file.pages, 'page')
      : file.sheets !== undefined
        ? compte(file.sheets, 'feuille')
        : file.slides !== undefined
          ? compte(file.slides, 'diapositive')
          : '';
  return `  ${file.name.padEnd(NAMES)}  ${size.padEnd(COUNTS)}  ${kilobytes(file.bytes.length).padStart(8)}  ${seconds(file.ms).padStart(7)}`;
}

/** The same account for a script. */
const summary = (result: BuildResult, cwd: string, mesures: readonly Mesure[] | null): object => ({
  reussi: !result.diagnostics.some((d) => d.gravite === 'erreur'),
  version: result.version,
  dossier: relative(cwd, result.folder).split('\\').join('/') || '.',
  fichiers: result.files.map((file) => ({
    livrable: file.livrable,
    fichier: file.path,
    octets: file.bytes.length,
    pages: file.pages ?? null,
    feuilles: file.sheets ?? null,
    diapositives: file.slides ?? null,
    duree_ms: Math.round(file.ms),
  })),
  repris: result.reused,
  modifies_depuis_validation: result.modified,
  gardes: result.kept,
  retires: result.removed,
  anterieurs: result.older,
  non_construits: result.skipped,
  diagnostics: result.diagnostics,
  ...(mesures ? { mesures: mesures.map(({ etape, ms }) => ({ etape, duree_ms: Math.round(ms) })) } : {}),
});

/** Each step with its time and its share of the whole. */
function tableMesures(mesures: readonly Mesure[], total: number): string {
  // Two threads draw: what they took each is added, and may be more than the time that passed.
  const steps = mesures.reduce((all, { ms }) => all + ms, 0);
  const base = Math.max(steps, total);
  const rows = [
    ...mesures,
    ...(steps > total ? [{ etape: 'Somme des étapes', ms: steps }] : []),
    { etape: 'Total', ms: total },
  ];
  const width = Math.max(...rows.map(({ etape }) => etape.length));
  return rows
    .map(
      ({ etape, ms }) =>
        `  ${etape.padEnd(width)}  ${`${nombreA(ms / 1000, 2, true)} s`.padStart(8)}  ${etape === 'Total' && steps > total ? '(deux fils à la fois)' : pourcent(ms / base).padStart(6)}`,
    )
    .join('\n');
}

/** What is wrong with what was asked, said on the terminal; whether there is something. */
function refuse(livrables: readonly string[], { interne }: BuildOptions, io: Io): boolean {
  const unknown = nomsInconnus(livrables, 'build');
  for (const phrase of unknown) io.stderr.write(`${phrase}\n`);
  if (unknown.length > 0) return true;
  for (const name of interne ? livrables : []) {
    if (!isDeliverable(name) || DECLARATIONS[name].interne) continue;
    io.stderr.write(
      `« ${name} » n'a pas d'édition interne : « atelier build diagnostic --interne » construit celle du diagnostic.\n`,
    );
    return true;
  }
  return false;
}

/** The terminal of a build: what is under way on a line that is taken back, what is done on lines that stay. */
function terminal({ quiet, json }: BuildOptions, io: Io) {
  const moving = io.isTTY && !quiet && !json;
  const clear = (): void => {
    if (moving) io.stderr.write('\r\u001b[2K');
  };
  return {
    clear,
    say(text: string): void {
      if (!quiet && !json) io.stderr.write(`${text}\n`);
    },
    progress(text: string): void {
      if (moving) io.stderr.write(`\r\u001b[2K  ${text}…`);
    },
  };
}

type Terminal = ReturnType<typeof terminal>;

function requestOf(
  livrables: string[],
  options: BuildOptions,
  depuis: Awaited<ReturnType<typeof readRelease>>,
  io: Io,
): Omit<BuildRequest, 'progress' | 'onLoaded' | 'onStep' | 'onFile'> {
  return {
    dir: resolve(io.cwd, options.etude),
    out: resolve(io.cwd, options.out),
    cwd: io.cwd,
    livrables,
    parametres: {
      formats: options.format,
      scenario: options.scenario ?? null,
      projet: options.projet ?? null,
      reunion: options.reunion ?? null,
      interne: options.interne === true,
      horodatage: horodatageDe(io.env.SOURCE_DATE_EPOCH),
      depuis: null,
    },
    shownDir: options.etude,
    ...(depuis ? { depuis } : {}),
  };
}

/** Whether what is written in the usual folder is far from the study, which the command names: somebody may look for it there. */
function ailleursQueLEtude({ etude, out }: BuildOptions, cwd: string): boolean {
  return out === 'out' && relative(cwd, resolve(cwd, etude)) !== '' && relative(cwd, resolve(cwd, etude)) !== 'data';
}

/** What was built, kept, removed, skipped, and how long it took. */
async function tell(
  result: BuildResult,
  { mesures, total }: { mesures: readonly Mesure[] | null; total: number },
  options: BuildOptions,
  say: Terminal['say'],
  io: Io,
): Promise<void> {
  const { diagnostics, texts, files } = result;
  const report = async (): Promise<string> =>
    (await import('../reporters/texte.js')).reportText({
      ...result.read,
      diagnostics,
      texts,
      paint: await choosePaint(options.color, io),
    });
  if (diagnostics.some((d) => d.gravite === 'erreur')) {
    io.stderr.write(await report());
    io.stderr.write("Rien n'a été construit : corrigez les erreurs, puis relancez la commande.\n");
    return;
  }
  if (diagnostics.length > 0 && options.verbose) say((await report()).trimEnd());
  if (!options.quiet) io.stdout.write(`→ ${relative(io.cwd, result.folder) || '.'}/\n`);
  if (ailleursQueLEtude(options, io.cwd))
    say(
      `  dans le dossier courant, non dans « ${options.etude} » ; --out ${enMot(join(options.etude, 'out'))} les y met`,
    );
  if (result.reused.length > 0) say(`  inchangés, repris tels quels : ${result.reused.join(', ')}`);
  if (result.modified.length > 0)
    say(`  modifiés depuis leur validation : ${result.modified.join(', ')} (« atelier status » dit ce qui a changé)`);
  for (const { fichier, sous } of result.kept)
    io.stderr.write(
      `  ${fichier} avait été modifié depuis sa construction : votre version est gardée sous « ${sous} »\n`,
    );
  for (const { fichier, message } of result.removed) say(`  ${fichier} : retiré ; ${message}`);
  for (const { livrable, fichier } of result.older)
    say(
      `  ${fichier} : d’une construction antérieure, faite d’autre chose ; « atelier build ${commandeDe(livrable)} » le refait`,
    );
  for (const { livrable, message } of result.skipped) say(`  ${livrable} : pas construit ; ${message}`);
  say(`${compte(files.length, 'fichier')} en ${seconds(total)}.`);
  if (mesures) say(tableMesures(mesures, total));
  if (diagnostics.length > 0 && !options.verbose)
    say(`${compte(diagnostics.length, 'avertissement')} : « atelier check » en dit plus.`);
}

/** Builds the deliverables named (none = all that the study can give); returns the exit code. */
export async function runBuild(livrables: string[], options: BuildOptions, io: Io): Promise<number> {
  if (refuse(livrables, options, io)) return EXIT.usage;
  const started = performance.now();
  const depuis = options.depuis === undefined ? null : await readRelease(resolve(io.cwd, options.depuis));
  if (options.depuis !== undefined && !depuis) {
    io.stderr.write(`${await pasUneVersion(options.depuis, io.cwd)}\n`);
    return EXIT.usage;
  }
  const { clear, say, progress } = terminal(options, io);
  const epoch = io.env.SOURCE_DATE_EPOCH;
  if (epoch !== undefined && epoch.trim() !== '' && horodatageDe(epoch) === null)
    io.stderr.write(
      `SOURCE_DATE_EPOCH n'est pas pris en compte : « ${epoch} » n'est pas un nombre entier de secondes. Les fichiers portent la date de l'étude.\n`,
    );
  const steps: Mesure[] = [];
  const told = (text: string): void => {
    clear();
    say(text);
  };
  let muet = false;
  try {
    const request: BuildRequest = {
      ...requestOf(livrables, options, depuis, io),
      progress,
      onLoaded: told,
      onStep: (mesure) => steps.push(mesure),
      onFile: (file) => told(describe(file)),
      onSilentGit: () => {
        if (muet) return;
        muet = true;
        clear();
        io.stderr.write("git ne répond pas : le manifeste ne dira pas de quel commit vient l'étude.\n");
      },
    };
    const result = await throughSeal(request, options.mesures || options.verbose, async (asked) =>
      (await import('../../build/build.js')).buildDeliverables(asked),
    );
    clear();
    const total = performance.now() - started;
    const mesures = options.mesures ? parEtape(steps, total) : null;
    if (options.json) io.stdout.write(`${JSON.stringify(summary(result, io.cwd, mesures), null, 2)}\n`);
    else await tell(result, { mesures, total }, options, say, io);
    return result.diagnostics.some((d) => d.gravite === 'erreur') ? EXIT.failure : EXIT.ok;
  } catch (error) {
    clear();
    if (!(error instanceof WriteError)) throw error;
    io.stderr.write(`${error.message}\n`);
    return EXIT.failure;
  }
}
