/** What a build refuses of an author's text, `check` has told: forms that are not laid out, tables that the deliverable has not. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { copyStudy } from '../support/cli.js';
import { runIn } from '../support/in-process.js';

let cwd = '';
const write = (text: string): Promise<void> =>
  writeFile(join(cwd, 'data/textes/diagnostic/besoins.md'), `Texte.\n\n${text}\n`);
/** « code line », of each error. */
const errors = (printed: string): string[] =>
  [...printed.matchAll(/besoins\.md:(\d+):\d+ {2}erreur {2}(\S+)/g)].map(([, line, code]) => `${code} ${line}`);

beforeAll(async () => {
  cwd = await copyStudy('modeles/exemple');
  await mkdir(join(cwd, 'data/textes/diagnostic'), { recursive: true });
});

const REFUSED: readonly (readonly [string, readonly string[]])[] = [
  ['Un <b>gras</b>.', ['forme-non-prise-en-charge 3', 'forme-non-prise-en-charge 3']],
  ['Voir [le site](javascript:alert(1)).', ['forme-non-prise-en-charge 3']],
  ['Voir [le dossier](../notes.md).', ['forme-non-prise-en-charge 3']],
  ['###### Trop bas', ['forme-non-prise-en-charge 3']],
  ['[site][1]\n\n[1]: http://exemple.fr', ['forme-non-prise-en-charge 3', 'forme-non-prise-en-charge 5']],
  [':::encart\nx\n:::', ['forme-non-prise-en-charge 3']],
  ['{=tableau nulle-part}', ['element-inconnu 3']],
];

describe('a text that a build would refuse', () => {
  it.each(REFUSED)('is told by check: %s', async (text, told) => {
    await write(text);
    const checked = await runIn(cwd, 'check', '-C', 'data');
    expect([checked.code, errors(checked.stdout)]).toEqual([1, told]);
  });

  it('is told as the build tells it', async () => {
    await write(REFUSED.map(([text]) => text).join('\n\n'));
    const [checked, built] = [
      await runIn(cwd, 'check', '-C', 'data'),
      await runIn(cwd, 'build', 'diagnostic', '-C', 'data', '--out', 'out'),
    ];
    expect(errors(checked.stdout)).toHaveLength(REFUSED.flatMap(([, told]) => told).length);
    expect(errors(built.stdout + built.stderr)).toEqual(errors(checked.stdout));
  });

  it('leaves what is laid out', async () => {
    const ad = '<https://exemple.fr> [page](https://exemple.fr)';
    await write(`Si a < b, et ${ad}\n\n:::retenir[Titre]\nx\n:::\n\n{=tableau chiffres-cles}`);
    expect((await runIn(cwd, 'check', '-C', 'data')).code).toBe(0);
  });
});
