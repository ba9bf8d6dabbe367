/** What the command line answers, in this process and on a disk, to what stands beside the inventories and to corrections that write. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { seededRandom } from '../../src/analysis/incertitude/random.js';
import { main } from '../../src/cli/main.js';
import { type Bench, type Contents, ERRORS, MAKERS, type Maker } from './around-cases.js';
import { FALLEN } from './command.js';
import { oneOf } from './draw.js';
import { readStudyFiles, type StudyFiles } from './files.js';
import { idsIn } from './mutant.js';
import { MACHINE } from './oracle.js';

export interface Around {
  seed: number;
  kinds: string[];
  fault: string | null;
}

async function said(cwd: string, args: readonly string[]): Promise<{ code: number; said: string }> {
  let text = '';
  const stream = { write: (more: string) => (text += more) };
  const code = await main([...args], {
    stdout: stream,
    stderr: stream,
    env: { NO_COLOR: '1' },
    cwd,
    isTTY: false,
  } as never);
  return { code, said: text };
}

function write(folder: string, files: Contents | StudyFiles): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A study, with what its commands read beside it. */
export function benchOf(root: string, study: StudyFiles): Bench {
  const deliverables = ['diagnostic', 'scenarios'];
  const texts = readdirSync(join(root, 'data/textes'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readFileSync(join(root, 'data/textes', name), 'utf8'));
  const template = (name: string): string => readFileSync(join(root, 'templates', `${name}.md.hbs`), 'utf8');
  const forms = new Map<string, string>();
  return {
    study,
    ids: idsIn(study),
    deliverables,
    texts,
    templates: new Map(deliverables.map((name) => [name, template(name)])),
    form: async (list) => {
      const known = forms.get(list);
      if (known !== undefined) return known;
      const made = await inFolder(study, async (folder) => {
        await said(folder, ['export', list, '--format', 'csv', '--sortie', 'liste.csv']);
        return readFileSync(join(folder, 'liste.csv'), 'utf8');
      });
      forms.set(list, made);
      return made;
    },
  };
}

/** A folder that holds the study in `data`, as long as it is used. */
async function inFolder<T>(study: StudyFiles, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'atelier-fuzz-'));
  try {
    write(folder, new Map([...study].map(([path, text]) => [`data/${path}`, text])));
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the command says of its own making, whatever it was given. */
export function saidFault(
  args: readonly string[],
  answer: { code: number; said: string },
  given: string,
): string | null {
  const name = args[0] ?? '';
  if (FALLEN.test(answer.said)) return `${name} : trace de la machine`;
  if (answer.said.includes('défaut du programme'))
    return `${name} : ${answer.said.split('\n')[0]?.slice(0, 160) ?? ''}`;
  if (![0, 1, 2].includes(answer.code)) return `${name} : code ${answer.code}`;
  if (answer.code !== 0 && answer.said.trim() === '') return `${name} : code ${answer.code} sans un mot`;
  // A patch names what is not there as such, and JSON says null.
  if (args.includes('--json')) return null;
  const text = answer.said.replaceAll('/dev/null', '');
  const word = [...text.matchAll(new RegExp(MACHINE, 'gu'))].find(([found]) => !given.includes(found));
  return word ? `${name} : ${text.slice(Math.max(0, word.index - 60), word.index + 40)}` : null;
}

/** One case, from its seed alone. */
export async function aroundFault(bench: Bench, seed: number): Promise<Around> {
  const random = seededRandom(seed);
  const maker = oneOf(random, Object.keys(MAKERS));
  const made = await (MAKERS[maker] as Maker)(bench, random, seed);
  const kinds = [maker, ...made.kinds];
  return inFolder(bench.study, async (folder) => {
    write(
      folder,
      new Map([...made.files].map(([path, text]) => [path.startsWith('liste.') ? path : `data/${path}`, text])),
    );
    const given = [...made.files.values()].map((text) => (typeof text === 'string' ? text : ERRORS)).join('\n');
    for (const args of made.commands) {
      const fault = saidFault(args, await said(folder, args), given);
      if (fault) return { seed, kinds, fault };
    }
    return { seed, kinds, fault: null };
  });
}

/** Cases on the small example, one after the other from a seed; of finds that are alike, the first is kept. */
export async function aroundCampaign(
  root: string,
  seed: number,
  goOn: (done: number) => boolean,
): Promise<{ cases: number; finds: Around[] }> {
  const study = await readStudyFiles(join(root, 'modeles/exemple'));
  const bench = benchOf(root, study);
  const finds = new Map<string, Around>();
  let cases = 0;
  for (; goOn(cases); cases++) {
    const found = await aroundFault(bench, seed + cases);
    const kind = found.fault?.slice(0, 60) ?? '';
    if (found.fault && !finds.has(kind)) finds.set(kind, found);
  }
  return { cases, finds: [...finds.values()] };
}
