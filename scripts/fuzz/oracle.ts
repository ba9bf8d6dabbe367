/** What no study may cause, however it is written: the first thing that goes wrong, as one line, or null. */

import { CODES_COHERENCE } from '../../src/analysis/coherence/codes.js';
import { restrict } from '../../src/build/inputs/fingerprint.js';
import { reportGithub } from '../../src/cli/reporters/github.js';
import { reportJson } from '../../src/cli/reporters/json.js';
import { reportSarif } from '../../src/cli/reporters/sarif.js';
import { reportText } from '../../src/cli/reporters/texte.js';
import { PLAIN } from '../../src/cli/terminal/colour.js';
import { DELIVERABLES, type Deliverable, loadDeliverable } from '../../src/documents/registry.js';
import type { Templates } from '../../src/documents/template.js';
import { loadTheme } from '../../src/render/theme.js';
import { CODES } from '../../src/study/codes/codes.js';
import type { Diagnostic } from '../../src/study/diagnostic.js';
import { type LoadedStudy, studyFrom } from '../../src/study/load.js';
import { withoutPersonalData } from '../../src/study/personal.js';
import type { Study } from '../../src/study/study.js';
import { correctionFault } from './corrections.js';
import { asDiscovery, FOLDER, type StudyFiles } from './files.js';
import { toldOf } from './told.js';

const REPORTERS = { texte: reportText, json: reportJson, github: reportGithub, sarif: reportSarif };

/** No check of a study of this size takes longer, in milliseconds of processor time. */
const SLOW = 4000;

/** Words of the machine, that a text for people never holds: « nul » and « nulle » are French, « null » is not. */
export const MACHINE =
  /(?<![\p{L}\d_-])(?:NaN|undefined|null|Infinity)(?![\p{L}\d_-])|\[object |#REF|#NAME\?|#DIV\/0|#VALUE/u;

/** The exception and where it was thrown, without what changes from one mutant to another. */
function thrown(stage: string, error: unknown): string {
  if (!(error instanceof Error)) return `${stage} : exception ${String(error)}`;
  const frame = /\/(src\/[^:)]+:\d+)/.exec(error.stack ?? '')?.[1] ?? '';
  return `${stage} : ${error.name} ${error.message.split('\n')[0]?.slice(0, 80)} (${frame})`;
}

function placeFault(
  { code, fichier, plage, message, aide = '' }: Diagnostic,
  texts: LoadedStudy['texts'],
): string | null {
  if (!CODES[code] && !(code in CODES_COHERENCE)) return `code inconnu ${code}`;
  const lines = texts.get(fichier)?.split(/\r?\n/);
  if (!lines && !fichier.startsWith(FOLDER)) return `${code} : dans aucun fichier`;
  const { ligne, colonne, longueur } = plage;
  if (![ligne, colonne, longueur].every((value) => Number.isInteger(value) && value >= 1))
    return `${code} : place impossible`;
  if (lines && ligne > lines.length + 1) return `${code} : après la fin du fichier`;
  if (lines && colonne > (lines[ligne - 1] ?? '').length + 1) return `${code} : après la fin de la ligne`;
  if (/[\p{Cc}\p{Noncharacter_Code_Point}\p{Surrogate}]/u.test(message + aide))
    return `${code} : signe de commande dans le message`;
  if (message.trim().length < 10) return `${code} : sans message`;
  return MACHINE.test(message + aide) || /\bmust (be|NOT|have|match)\b/.test(message)
    ? `${code} : message de machine`
    : null;
}

/** What `check` finds and prints, in every format. */
export async function checkFault(files: StudyFiles): Promise<{ fault: string | null; study: Study | null }> {
  let loaded: LoadedStudy;
  const before = process.cpuUsage();
  try {
    loaded = await studyFrom(asDiscovery(files));
    const diagnostics = toldOf(loaded);
    const report = {
      diagnostics,
      texts: loaded.texts,
      files: loaded.files.length,
      entries: loaded.entries,
      paint: PLAIN,
    };
    for (const [name, reporter] of Object.entries(REPORTERS))
      if (!/^$|\n$/.test(reporter(report))) return { fault: `rapport ${name} : sans fin de ligne`, study: null };
    for (const one of diagnostics) {
      const fault = placeFault(one, loaded.texts);
      if (fault) return { fault: `check : ${fault}`, study: null };
    }
    const uncorrected = await correctionFault(loaded);
    if (uncorrected) return { fault: uncorrected, study: null };
  } catch (error) {
    return { fault: thrown('check', error), study: null };
  }
  const { user, system } = process.cpuUsage(before);
  if ((user + system) / 1000 > SLOW) return { fault: 'check : trop long', study: null };
  return { fault: null, study: loaded.study };
}

/** Words of the machine that the study's own texts and ids hold: what it prints of them is its own. */
export function ownWords(value: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const read = (one: unknown): void => {
    if (typeof one === 'string') for (const [word] of one.matchAll(new RegExp(MACHINE, 'gu'))) found.add(word);
    if (typeof one !== 'object' || one === null) return;
    for (const [key, below] of Object.entries(one)) {
      read(key);
      read(below);
    }
  };
  read(value);
  return found;
}

/** The place of the first text or number that the machine wrote, below `value`, but for the words of `own`. */
export function machineWord(value: unknown, own: ReadonlySet<string> = new Set(), path = ''): string | null {
  if (typeof value === 'string') {
    const found = [...value.matchAll(new RegExp(MACHINE, 'gu'))].find(([word]) => !own.has(word));
    return found ? `${path} : ${value.slice(Math.max(0, found.index - 40), found.index + 40)}` : null;
  }
  if (typeof value === 'number') return Number.isFinite(value) ? null : `${path} : ${value}`;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return null;
  const entries = value instanceof Map ? value.entries() : Object.entries(value);
  for (const [key, below] of entries) {
    const found = machineWord(below, own, `${path}/${/^\d+$/.test(String(key)) ? '*' : String(key)}`);
    if (found) return found;
  }
  return null;
}

/** What a deliverable of a study without error says that it should not. */
async function composeFault(
  name: Deliverable,
  study: Study,
  templates: Templates,
  interne: boolean,
): Promise<string | null> {
  const stage = `build ${name}${interne ? ' --interne' : ''}`;
  try {
    const [module, { charts }] = await Promise.all([loadDeliverable(name), loadTheme()]);
    if (interne && !module.interne) return null;
    const read = restrict(withoutPersonalData(study), module.reads);
    const options = interne ? { interne } : {};
    if (module.lack(read, options)) return null;
    const { produced, diagnostics } = module.compose({ study: read, theme: charts, templates, options });
    const [refused] = diagnostics.filter(({ gravite }) => gravite === 'erreur');
    if (refused) return `${stage} : refusé après un check sans erreur, ${refused.code} ${refused.message.slice(0, 80)}`;
    const word = machineWord(produced, ownWords(study));
    return word ? `${stage} : ${word}` : null;
  } catch (error) {
    return thrown(stage, error);
  }
}

export async function studyFault(study: Study, templates: Templates): Promise<string | null> {
  for (const name of DELIVERABLES)
    for (const interne of [false, true]) {
      const fault = await composeFault(name, study, templates, interne);
      if (fault) return fault;
    }
  return null;
}
