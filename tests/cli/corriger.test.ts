/** What the program mends by itself: shown first, written on demand, comments kept, nothing doubtful. */
import { spawnSync } from 'node:child_process';
import { appendFile, chmod, lstat, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { copyStudy, edit, root } from '../support/cli.js';
import { runIn } from '../support/in-process.js';
import { temporaryFolder } from '../support/temporary.js';

let cwd: string;
const file = (name: string): string => join(cwd, 'data', name);
beforeEach(async () => {
  cwd = await copyStudy('tests/fixtures/base');
});

const natural = async (): Promise<void> => {
  await edit(file('actions.yaml'), 'cout: { min: 1000, mode: 2000, max: 3000 }', 'cout: 12 500 € # devis');
  await edit(file('actions.yaml'), 'debut: "2018"', 'debut: 15/02/2018');
  await edit(file('actions.yaml'), 'porteur: club', 'porteur: Club de Peche');
  await edit(file('acteurs.yaml'), 'type: entreprise', 'Type: Entreprise');
  await edit(file('acteurs.yaml'), 'engagement:', 'engagment:');
  await edit(file('experiences.yaml'), 'retenue: true', 'retenue: oui');
  await edit(file('etude.yaml'), 'date: "2020-03-01"', 'date: 1er mars 2020');
};

describe('atelier corriger', () => {
  it('shows every certain correction and writes nothing', async () => {
    await natural();
    const before = await readFile(file('actions.yaml'), 'utf8');
    const { code, stdout, stderr } = await runIn(cwd, 'corriger');
    expect(code).toBe(0);
    for (const line of [
      '+  cout: 12500 # devis',
      '+  debut: 2018-02-15',
      '+  porteur: club',
      '+  type: entreprise',
      '+  engagement: volontaire',
      '+  retenue: true',
      '+date: 2020-03-01',
    ])
      expect(stdout).toContain(line);
    expect(stderr).toMatch(/Rien n'est écrit : relancez avec --ecrire pour changer 4 fichiers/);
    expect(await readFile(file('actions.yaml'), 'utf8')).toBe(before);
  });

  it('writes on demand, and has nothing to do the second time', async () => {
    await natural();
    const first = await runIn(cwd, 'corriger', '--ecrire');
    expect(first.stderr).toMatch(/Il ne reste aucune erreur/);
    expect((await runIn(cwd, 'check')).code).toBe(0);
    expect((await runIn(cwd, 'corriger')).stdout).toMatch(/Aucune correction certaine/);
  });

  it('follows links, and says that an error is left where a file cannot be read', async () => {
    const away = await temporaryFolder();
    await natural();
    await rename(file('actions.yaml'), join(away, 'actions.yaml'));
    await symlink(join(away, 'actions.yaml'), file('actions.yaml'));
    expect((await runIn(cwd, 'corriger')).stdout).toContain('+  cout: 12500 # devis');
    expect((await runIn(cwd, 'corriger', '--ecrire')).stderr).toMatch(/Il ne reste aucune erreur/);
    expect(await readFile(join(away, 'actions.yaml'), 'utf8')).toContain('cout: 12500 # devis');
    expect((await lstat(file('actions.yaml'))).isSymbolicLink()).toBe(true);
    await rm(join(away, 'actions.yaml'));
    expect(await runIn(cwd, 'corriger')).toMatchObject({ code: 1, stdout: expect.stringMatching(/Reste/) });
  });

  it('counts a link to what holds it, or to what is read already, as check does', async () => {
    await symlink('.', file('projets'));
    expect((await runIn(cwd, 'corriger')).stdout).toMatch(/Reste 1 erreur :/);
    await rm(file('projets'));
    await symlink('acteurs.yaml', file('projets.yaml'));
    expect((await runIn(cwd, 'corriger')).stdout).toMatch(/Reste 1 erreur :/);
  });

  it('reads what the commas of a line part', async () => {
    await edit(
      file('actions.yaml'),
      'cout: { min: 1000, mode: 2000, max: 3000 }',
      'cout: { min: 1000,50, mode: 2 000,5 €, max: 3000 }',
    );
    await edit(file('actions.yaml'), 'domaines: [eau, bois]', 'domaines: Eau; bois');
    await edit(file('experiences.yaml'), 'domaines: [eau]', 'domaines: Eau, Bois');
    const { stdout } = await runIn(cwd, 'corriger');
    expect(stdout).toContain('cout: { min: 1000.5, mode: 2000.5, max: 3000 }');
    expect(stdout).toMatch(/(domaines: \[eau, bois\][\s\S]*){2}/);
  });

  it('leaves what is doubtful to its author', async () => {
    await edit(file('actions.yaml'), 'debut: "2018"', 'debut: bientôt');
    await edit(file('actions.yaml'), 'fin: "2019"', 'fin: 30/02/2019');
    await edit(file('actions.yaml'), 'cout: { min: 1000, mode: 2000, max: 3000 }', 'cout: "18.000"');
    await edit(file('actions.yaml'), 'porteur: club', 'porteur: clu');
    const { code, stdout } = await runIn(cwd, 'corriger');
    expect(code).toBe(1);
    expect(stdout).toMatch(/Aucune correction certaine à faire\. Restent 4 erreurs/);
    await edit(file('actions.yaml'), 'debut: bientôt', 'debut: "2018"');
    await edit(file('actions.yaml'), 'fin: 30/02/2019', 'fin: "2019"');
    await edit(file('actions.yaml'), 'cout: "18.000"', 'cout: 18000');
    expect((await runIn(cwd, 'corriger')).stdout).toMatch(/Reste 1 erreur :/);
  });

  it('is told by check, with the spelling to copy', async () => {
    await edit(file('actions.yaml'), 'debut: "2018"', 'debut: 15/02/2018');
    expect((await runIn(cwd, 'check')).stdout).toMatch(/Écrivez : 2018-02-15 \(« atelier corriger » le fait\)/);
  });

  it('follows a correction that uncovers another: an id with accents, and those that name it', async () => {
    const text = await readFile(file('etude.yaml'), 'utf8');
    await writeFile(file('etude.yaml'), text.replace('id: eau,', 'id: Eau,'));
    for (const name of ['acteurs', 'actions', 'besoins', 'experiences'])
      await edit(file(`${name}.yaml`), '[eau', '[Eau');
    await runIn(cwd, 'corriger', '--ecrire');
    expect((await runIn(cwd, 'check')).code).toBe(0);
  });

  it('tells what would be left until it writes, and nothing of what it could not write', async () => {
    await natural();
    expect((await runIn(cwd, 'corriger')).stderr).toMatch(/Il ne resterait aucune erreur/);
  });

  it('writes nothing of the study where the temporary disk takes no more, and says so', async () => {
    await natural();
    await appendFile(file('actions.yaml'), `# ${'long '.repeat(2000)}\n`);
    const before = await readFile(file('actions.yaml'), 'utf8');
    const told = spawnSync(
      'bash',
      ['-c', `ulimit -f 4; ${process.execPath} ${join(root, 'bin/atelier.js')} corriger`],
      {
        cwd,
        encoding: 'utf8',
      },
    );
    expect(await readFile(file('actions.yaml'), 'utf8')).toBe(before);
    expect(told).toMatchObject({ status: 1, stdout: '' });
    expect(told.stderr).toMatch(/n'a pas pu être écrit : un fichier dépasse la taille .* TMPDIR\.\n$/);
  });

  it.skipIf(process.getuid?.() === 0)('mends a study whose files are for reading only', async () => {
    await natural();
    await chmod(file('actions.yaml'), 0o444);
    expect((await runIn(cwd, 'corriger')).stdout).toContain('+  cout: 12500 # devis');
  });
});
