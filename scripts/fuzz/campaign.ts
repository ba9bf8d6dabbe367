/** Many mutants, judged one after the other. */

import type { Templates } from '../../src/documents/template.js';
import { commandFault } from './command.js';
import type { StudyFiles } from './files.js';
import { minimised } from './minimise.js';
import { idsIn, mutantOf } from './mutant.js';
import { checkFault, studyFault } from './oracle.js';
import { walkFrom } from './walk.js';

export interface Base {
  name: string;
  files: StudyFiles;
  /** Share of the mutants that are made from it, from 0 to 1. */
  share: number;
}

export interface Find {
  seed: number;
  base: string;
  kinds: string[];
  fault: string;
  files: StudyFiles;
}

export interface Campaign {
  mutants: number;
  /** Mutants that `check` finds without error. */
  sound: number;
  composed: number;
  /** Mutants given to the real command too. */
  commands: number;
  /** Studies far from their base that were composed. */
  walks: number;
  finds: Find[];
}

export interface CampaignOptions {
  bases: readonly Base[];
  templates: Templates;
  /** Of the first mutant; each has the next one. */
  seed: number;
  /** Told of each kind of find at once: what stops the campaign afterwards does not take it away. */
  found?(find: Find): void;
  /** Told before each mutant, with the number of those already judged. */
  goOn(done: number): boolean;
  /** One mutant without error in this many is composed. */
  composeOneIn: number;
  /** One mutant in this many is written to a disk and given to the command, in a process of its own. */
  commandOneIn: number;
  /** One mutant in this many is followed by a walk far from its base, which is composed; none without it. */
  walkOneIn?: number;
}

/** Mutations tried on a walk. */
const STEPS = 60;

/** The fault of a study, composed or given to the command only when asked. */
export async function faultOf(
  files: StudyFiles,
  templates: Templates | null,
  byCommand = false,
): Promise<string | null> {
  const { fault, study } = await checkFault(files);
  if (fault) return fault;
  return (
    (study && templates ? await studyFault(study, templates) : null) ??
    (byCommand ? commandFault(files, study !== null) : null)
  );
}

/** Faults that differ only by what a mutant holds are one. */
const kindOf = (fault: string): string => fault.replace(/« [^»]* »|\d+|"[^"]*"/g, '…').slice(0, 90);

/** By the shares of the bases; the same for the same seed. */
function baseOf(bases: readonly Base[], seed: number): Base | undefined {
  const rank = (Math.imul(seed, 0x9e3779b1) >>> 0) / 2 ** 32;
  const upTo = (last: number): number => bases.slice(0, last + 1).reduce((sum, { share }) => sum + share, 0);
  return bases.find((_, i) => rank < upTo(i)) ?? bases[0];
}

export async function campaign(options: CampaignOptions): Promise<Campaign> {
  const { templates } = options;
  const ids = new Map(options.bases.map(({ name, files }) => [name, idsIn(files)]));
  const found: Campaign = { mutants: 0, sound: 0, composed: 0, commands: 0, walks: 0, finds: [] };
  const told = new Set<string>();
  const keep = (find: Find): void => {
    if (told.has(kindOf(find.fault))) return;
    told.add(kindOf(find.fault));
    found.finds.push(find);
    options.found?.(find);
  };
  while (options.goOn(found.mutants)) {
    const seed = options.seed + found.mutants++;
    const base = baseOf(options.bases, seed);
    if (!base) break;
    const { files, kinds } = mutantOf(base.files, ids.get(base.name) ?? [], seed);
    const judged = await checkFault(files);
    let { fault } = judged;
    if (judged.study && found.sound++ % options.composeOneIn === 0) {
      found.composed++;
      fault ??= await studyFault(judged.study, templates);
    }
    if (!fault && found.mutants % options.commandOneIn === 0) {
      found.commands++;
      fault = commandFault(files, judged.study !== null);
    }
    if (fault) keep({ seed, base: base.name, kinds, fault, files });
    if (options.walkOneIn === undefined || found.mutants % options.walkOneIn > 0) continue;
    found.walks++;
    const { study, ...walk } = await walkFrom(base.files, seed, STEPS);
    const wrong = walk.fault ?? (study && (await studyFault(study, templates)));
    if (wrong) keep({ seed, base: base.name, ...walk, fault: wrong });
  }
  return found;
}

/** The find with the smallest study that shows it. */
export async function smallest(find: Find, templates: Templates): Promise<Find> {
  const kind = kindOf(find.fault);
  const files = await minimised(find.files, async (smaller) => {
    const other = await faultOf(
      smaller,
      find.fault.startsWith('build') ? templates : null,
      find.fault.startsWith('commande'),
    );
    return other !== null && kindOf(other) === kind;
  });
  return { ...find, files };
}
