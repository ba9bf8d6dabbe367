/**
 * `npm run mutations -- [--echantillon n] [--graine g] [--minutes m] [--dossier src/analysis/…,…] [--tests tests/analysis/…,…] [--reprendre out/mutations.json]`: what the tests of the reasoning would let pass. The program
 * is changed in one place at a time (Stryker's mutators), and its tests run: a change that they do not see survives. Each mutant is tried against
 * the files of tests that go through it, the quickest first, until one fails: analyses are kept with their study, so that which single test
 * computes one says nothing. One that no test kills is then given to the compiler, and counted apart: `npm run check` would refuse it. Survivors go to the screen, all the results to `out/mutations.json`; `--reprendre` tries those of former results again,
 * and them alone: that rate is one of what was mended, not of the tests. `--dossier` names folders or files; `--tests`, the folders, or the files, whose tests are tried, when all take too long to open:
 * what survives them may still be killed by another, which `--reprendre` without it says.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { group, least, sum } from 'd3-array';
import { type Mutant, preparer } from './mutations/bac.js';
import { ouvrirCompilateur } from './mutations/compilateur.js';
import { ouvrir, type Sort as SortAuxTests } from './mutations/essai.js';
import { DOSSIERS } from './mutations/lots.js';
import { intervalle, tirer } from './mutations/tirage.js';

/** `refusé`: no test kills it, and it does not compile. */
type Sort = SortAuxTests | 'refusé';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    echantillon: { type: 'string', default: 'tout' },
    graine: { type: 'string', default: '1' },
    minutes: { type: 'string', default: 'Infinity' },
    dossier: { type: 'string', default: 'src/analysis' },
    tests: { type: 'string', default: DOSSIERS.join() },
    reprendre: { type: 'string' },
  },
});
const wanted = values.echantillon === 'tout' ? Number.POSITIVE_INFINITY : Number(values.echantillon);
const seed = Number(values.graine);
const minutes = Number(values.minutes);
if (!(wanted > 0) || !(minutes > 0) || !Number.isInteger(seed)) {
  console.error(
    'Usage : npm run mutations -- [--echantillon nombre] [--graine entier] [--minutes nombre] [--dossier src/analysis/…,…] [--tests tests/analysis/…,…] [--reprendre résultats.json]',
  );
  process.exit(2);
}

const percent = (share: number): string => `${(share * 100).toFixed(1).replace('.', ',')} %`;

/** Those of `mutants` that former results let live, known by what they change: numbers and lines move. */
function survivants(mutants: readonly Mutant[], before: readonly (Mutant & { sort: Sort })[]): Mutant[] {
  const what = ({ fichier, sorte, avant, apres }: Mutant): string => JSON.stringify([fichier, sorte, avant, apres]);
  const alive = before.filter(({ sort }) => sort === 'survit' || sort === 'aucun test');
  return [...new Set(alive.map(what))].flatMap((one) => {
    const line = alive.find((mutant) => what(mutant) === one)?.ligne ?? 0;
    const same = mutants.filter((mutant) => what(mutant) === one);
    const nearest = least(same, ({ ligne }) => Math.abs(ligne - line));
    if (!nearest) console.log(`N’est plus : ${one}`);
    return nearest ?? [];
  });
}

const out = join(root, 'out');
const bac = join(out, `mutations-${process.pid}`);
await mkdir(out, { recursive: true });
try {
  const mutants = await preparer(root, bac, values.dossier.split(','));
  const parFichier = group(mutants, ({ fichier }) => fichier);
  const sample = values.reprendre
    ? survivants(mutants, JSON.parse(await readFile(values.reprendre, 'utf8')) as (Mutant & { sort: Sort })[])
    : tirer([...parFichier.values()], wanted, seed);
  console.log(
    `${mutants.length} mutants dans ${parFichier.size} fichiers de ${values.dossier}, ${sample.length} essayés (graine ${seed})`,
  );
  const { tests, essayer, fermer } = await ouvrir(
    bac,
    1 + Math.max(...mutants.map(({ id }) => Number(id))),
    values.tests.split(','),
  );
  const total = sum(tests, ({ duree_ms }) => duree_ms) / 1000;
  console.log(`${tests.length} fichiers de tests, ${total.toFixed(0)} s pour tous`);

  const refuse = await ouvrirCompilateur(root, bac);
  const results: (Mutant & { sort: Sort })[] = [];
  const end = performance.now() + minutes * 60_000;
  for (const mutant of sample) {
    if (performance.now() > end) break;
    const aux: SortAuxTests = await essayer(mutant.id);
    const sort: Sort = aux !== 'tué' && aux !== 'trop long' && (await refuse(mutant)) ? 'refusé' : aux;
    results.push({ ...mutant, sort });
    if (results.length % 20 === 0) console.log(`\n${results.length} essayés`);
    await writeFile(join(out, 'mutations.json'), JSON.stringify(results, null, 1));
    if (sort !== 'survit' && sort !== 'aucun test') continue;
    const { fichier, ligne, sorte, avant, apres } = mutant;
    console.log(
      `\n${fichier}:${ligne} ${sort} [${results.length}/${sample.length}] ${sorte}\n  - ${avant}\n  + ${apres}`,
    );
  }

  const count = (sort: Sort): number => results.filter((one) => one.sort === sort).length;
  const rate = (n: number): string => {
    const [low, high] = intervalle(n, results.length);
    const sure = results.length < mutants.length ? `, entre ${percent(low)} et ${percent(high)} à 95 %` : '';
    return `${n} sur ${results.length} : ${percent(n / results.length)}${sure}`;
  };
  const killed = count('tué') + count('trop long');
  console.log(
    `\nTués par les tests (dont ${count('trop long')} trop longs) : ${rate(killed)}\n` +
      `Tués, ou refusés par le compilateur (${count('refusé')}) : ${rate(killed + count('refusé'))}\n` +
      `${count('survit')} survivants, ${count('aucun test')} par où aucun test ne passe`,
  );
  fermer();
} finally {
  await rm(bac, { recursive: true, force: true });
}
