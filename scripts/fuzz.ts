/**
 * `npm run fuzz [secondes] [graine]`: mutants of studies, judged in this process. Each kind of find is made small and kept in
 * `tests/fixtures/fuzz/`, whose studies a test judges again. `npm run fuzz [secondes] [graine] autour` mutates what stands beside the inventories (texts,
 * theme, templates, lists to import) and corrects mutants. Exits with 1 when something is found.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTemplates } from '../src/documents/templates/template-files.js';
import { aroundCampaign } from './fuzz/around.js';
import { basesIn } from './fuzz/bases.js';
import { campaign, smallest } from './fuzz/campaign.js';
import { lostSeeds, openJournal } from './fuzz/journal.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const seconds = Number(process.argv[2] ?? 60);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000_000);
if (!(seconds > 0) || !Number.isInteger(seed)) {
  console.error('Usage : npm run fuzz [secondes] [graine] [autour]');
  process.exit(2);
}
const journals = join(root, 'node_modules/.cache/atelier-fuzz');
for (const lost of lostSeeds(journals))
  console.log(
    `Une campagne s'est arrêtée pendant la graine ${lost} (mémoire, interruption) : « npm run fuzz 5 ${lost} » la rejoue.`,
  );
const journal = openJournal(journals);
console.log(`graine ${seed}, ${seconds} s`);
const start = performance.now();
const passed = (): number => (performance.now() - start) / 1000;
const templates = await readTemplates(root, root);
const goOn = (done: number): boolean => {
  journal.keep(seed + done);
  return passed() < seconds;
};
process.exitCode = (await (process.argv[4] === 'autour' ? around() : mutants())) > 0 ? 1 : 0;
journal.close();

/** The number of kinds of faults that it found, as `mutants`. */
async function around(): Promise<number> {
  const { cases, finds } = await aroundCampaign(root, seed, goOn);
  console.log(`${cases} cas autour d'une étude en ${Math.round(passed())} s, ${finds.length} sortes de défauts`);
  for (const { fault, kinds, seed: own } of finds)
    console.log(`\n${fault}\n  ${kinds.join(' ; ')}\n  « npm run fuzz 1 ${own} autour » le rejoue d'abord`);
  return finds.length;
}

async function mutants(): Promise<number> {
  const {
    mutants: made,
    sound,
    composed,
    commands,
    walks,
    finds,
  } = await campaign({
    bases: await basesIn(root),
    templates,
    seed,
    goOn,
    composeOneIn: 20,
    commandOneIn: 250,
    walkOneIn: 500,
    found: ({ seed: own, fault }) => console.log(`graine ${own} : ${fault}`),
  });
  console.log(
    `${made} études mutantes en ${Math.round(passed())} s (${Math.round(made / passed())} par seconde), ` +
      `${sound} sans erreur, ${composed} composées et ${walks} loin de leur base, ${commands} par la commande, ${finds.length} sortes de défauts`,
  );
  for (const find of finds) {
    journal.keep(find.seed);
    const { seed: own, base, kinds, fault, files } = await smallest(find, templates);
    // A test composes only what a build showed wrong.
    const name = `${fault.split(' ')[0]}-${own}`;
    const folder = join(root, 'tests/fixtures/fuzz', name);
    console.log(
      `\n${fault}\n  graine ${own}, étude ${base} ; ${kinds.join(' ; ')}\n  gardée dans tests/fixtures/fuzz/${name}`,
    );
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  }
  return finds.length;
}
