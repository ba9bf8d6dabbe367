/** What writes into a study writes nothing where there is none. */
import { readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
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

it.each(['check', 'build', 'status'])(
  '%s tells a folder that cannot be entered once, and nothing of what it may hold',
  async (command) => {
    const cwd = await temporaryFolder();
    await symlink('boucle', join(cwd, 'boucle'));
    const { code, stdout, stderr } = await runIn(cwd, command, '-C', 'boucle');
    expect(code).toBe(1);
    expect(`${stdout}${stderr}`).toMatch(/^boucle:1:1 {2}erreur {2}etude-introuvable\n/);
    expect(`${stdout}${stderr}`).not.toMatch(/illisibles/);
  },
);
