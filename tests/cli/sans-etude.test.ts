/** What writes into a study writes nothing where there is none. */
import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { runIn } from '../support/in-process.js';
import { temporaryFolder } from '../support/temporary.js';

it.each([['textes', 'diagnostic'], ['modeles', 'diagnostic'], ['corriger'], ['corriger', '--ecrire'], ['migrer']])(
  '%s %s',
  async (...args) => {
    const cwd = await temporaryFolder();
    const said = await runIn(cwd, ...args, '-C', 'rien');
    expect(said).toMatchObject({ code: 1, stdout: '' });
    expect(said.stderr).toMatch(/^« rien » n'est pas le dossier d'une étude : il n'a pas de fichier etude\.yaml\./);
    expect(await readdir(cwd)).toEqual([]);
  },
);
