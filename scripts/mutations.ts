/**
 * `npm run mutations -- [--echantillon n] [--graine g] [--minutes m] [--dossier src/analysis/…]`: what the tests of the reasoning would let pass. The program
 * is changed in one place at a time (Stryker's mutators), and its tests run: a change that they do not see survives. Each mutant is tried against
 * the files of tests that go through it, the quickest first, until one fails: analyses are kept with their study, so that which single test
 * computes one says nothing. Survivors go to the screen, all the results to `out/mutations.json`.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { group, sum } from 'd3-array';
import { type Mutant, preparer } from './mutations/bac.js';
import { ouvrir, type Sort } from './mutations/essai.js';
import { intervalle, tirer } from './mutations/tirage.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    echantillon: { type: 'string', default: 'tout' },
    graine: { type: 'string', default: '1' },
    minutes: { type: 'string', default: 'Infinity' },
    dossier: { type: 'string', default: 'src/analysis' },
  },
});
const wanted = values.echantillon === 'tout' ? Number.POSITIVE_INFINITY : Number(values.echantillon);
const seed = Number(values.graine);
const minutes = Number(values.minutes);
if (!(wanted > 0) || !(minutes > 0) || !Number.isInteger(seed)) {
  console.error(
    'Usage : npm run mutations -- [--echantillon nombre] [--graine entier] [--minutes nombre] [--dossier src/analysis/…]',
  );
  process.exit(2);
}

const percent = (share: number): string => `${(share * 100).toFixed(1).replace('.', ',')} %`;

const out = join(root, 'out');
const bac = join(out, `mutations-${process.pid}`);
await mkdir(out, { recursive: true });
try {
  const mutants = await preparer(root, bac, values.dossier);
  const parFichier = group(mutants, ({ fichier }) => fichier);
  const sample = tirer([...parFichier.values()], wanted, seed);
  console.log(
    `${mutants.length} mutants dans ${parFichier.size} fichiers de ${values.dossier}, ${sample.length} essayés (graine ${seed})`,
  );
  const { tests, essayer, fermer } = await ouvrir(bac, 1 + Math.max(...mutants.map(({ id }) => Number(id))));
  const total = sum(tests, ({ duree_ms }) => duree_ms) / 1000;
  console.log(`${tests.length} fichiers de tests, ${total.toFixed(0)} s pour tous`);

  const results: (Mutant & { sort: Sort })[] = [];
  const end = performance.now() + minutes * 60_000;
  for (const mutant of sample) {
    if (performance.now() > end) break;
    const sort = await essayer(mutant.id);
    results.push({ ...mutant, sort });
    if (results.length % 20 === 0) console.log(`\n${results.length} essayés`);
    await writeFile(join(out, 'mutations.json'), JSON.stringify(results, null, 1));
    if (sort === 'tué' || sort === 'trop long') continue;
    const { fichier, ligne, sorte, avant, apres } = mutant;
    console.log(
      `\n${fichier}:${ligne} ${sort} [${results.length}/${sample.length}] ${sorte}\n  - ${avant}\n  + ${apres}`,
    );
  }

  const count = (sort: Sort): number => results.filter((one) => one.sort === sort).length;
  const killed = count('tué') + count('trop long');
  const [low, high] = intervalle(killed, results.length);
  console.log(
    `\n${killed} tués sur ${results.length} (dont ${count('trop long')} trop longs), ${count('survit')} survivants, ${count('aucun test')} par où aucun test ne passe : ` +
      `${percent(killed / results.length)}${results.length < mutants.length ? `, entre ${percent(low)} et ${percent(high)} à 95 %` : ''}`,
  );
  fermer();
} finally {
  await rm(bac, { recursive: true, force: true });
}
