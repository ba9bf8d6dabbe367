/** `atelier init`: what it makes is checked, whatever the names given, and it never writes over anything. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { runAt, runIn, type Said } from '../support/in-process.js';
import { temporaryFolder } from '../support/temporary.js';

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
});

describe('atelier init', () => {
  it('makes a study that has no error, with what an editor needs', async () => {
    const made = await runIn(
      cwd,
      'init',
      'essai',
      '--titre',
      'L’« atelier »: "un" essai #1',
      '--maitre-ouvrage',
      'Pays: des {collines}',
    );
    expect(made).toMatchObject({ code: 0, stderr: '' });
    const check = await runIn(cwd, 'check', '-C', 'essai', '--strict', '--json');
    expect(check.code, check.stdout).toBe(0);
    const etude = await readFile(join(cwd, 'essai/etude.yaml'), 'utf8');
    expect(etude).not.toContain('{{');
    const schema = /\$schema=(\S+)/.exec(etude)?.[1] ?? '';
    expect(JSON.parse(await readFile(join(cwd, 'essai', schema), 'utf8'))).toHaveProperty('title');
    expect(await readFile(join(cwd, 'essai/.gitignore'), 'utf8')).toContain('out/');
  });

  it('takes an id that the study holds from a title as long as titles are', async () => {
    const titre = 'Une ressourcerie et un atelier de réparation pour les huit communes de la vallée';
    expect((await runIn(cwd, 'init', 'essai', '--titre', titre)).code).toBe(0);
    const check = await runIn(cwd, 'check', '-C', 'essai', '--strict');
    expect(check.code, check.stdout).toBe(0);
    const long = await runIn(cwd, 'init', 'autre', '--id', 'a'.repeat(61));
    expect(long).toMatchObject({ code: 2, stderr: expect.stringContaining('60 signes au plus') });
  });

  it('gives a contract and meetings whose example holds once its marks are taken away', async () => {
    await runIn(cwd, 'init', 'essai');
    for (const name of ['contrat', 'reunions']) {
      const path = join(cwd, 'essai', `${name}.yaml`);
      const text = await readFile(path, 'utf8');
      const example = text.search(/^# {1,3}- id/m);
      expect(example, name).toBeGreaterThan(0);
      const bare = text
        .slice(example)
        .replace(/^# ?/gm, '')
        .replace(/^ *\[\]$/m, '');
      await writeFile(path, text.slice(0, example) + bare);
    }
    const check = await runIn(cwd, 'check', '-C', 'essai', '--strict');
    expect(check.code, check.stdout).toBe(0);
  });

  it('begins with nothing handed over, and takes a list at once', async () => {
    expect((await runIn(cwd, 'init', 'essai')).code).toBe(0);
    expect((await runIn(cwd, 'status', '-C', 'essai')).stdout).toMatch(/Diagnostic .*à venir/);
    await writeFile(
      join(cwd, 'contacts.csv'),
      'Structure;Type;Publics\nÎle;association;habitants\nForge;entreprise;communes\n',
    );
    const taken = await runIn(cwd, 'import', 'acteurs', 'contacts.csv', '-C', 'essai', '--ecrire');
    expect(taken.code, taken.stderr).toBe(0);
    expect(await readFile(join(cwd, 'essai/acteurs.yaml'), 'utf8')).toMatch(
      /^# Un organisme[\s\S]*id: ile[\s\S]*id: forge/m,
    );
    expect((await runIn(cwd, 'check', '-C', 'essai')).code).toBe(0);
  });

  it('takes a list that brings what the study names already, and gives its form', async () => {
    await runIn(cwd, 'init', 'essai');
    const etude = join(cwd, 'essai/etude.yaml');
    const named = 'comite_pilotage:\n  - { organisme: Forge, acteur: forge }\n';
    await writeFile(etude, `${await readFile(etude, 'utf8')}${named}`);
    expect((await runIn(cwd, 'export', 'acteurs', '-C', 'essai', '--format', 'csv')).code).toBe(0);
    await writeFile(join(cwd, 'contacts.csv'), 'Structure;Type;Publics\nForge;entreprise;communes\n');
    const taken = await runIn(cwd, 'import', 'acteurs', 'contacts.csv', '-C', 'essai', '--ecrire');
    expect(taken.code, taken.stderr).toBe(0);
    expect((await runIn(cwd, 'check', '-C', 'essai')).code).toBe(0);
  });

  it('has nothing validated and nothing to read again, and says so', async () => {
    await runIn(cwd, 'init', 'essai');
    expect((await runIn(cwd, 'valider', '-C', 'essai')).stdout).toMatch(
      /^Aucune réunion n’a encore validé de livrable/,
    );
    expect(await runIn(cwd, 'relire', '-C', 'essai')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^L’étude n’a aucun texte de l’auteur/),
    });
  });

  it('makes an example without a warning', async () => {
    expect((await runIn(cwd, 'init', 'essai', '--exemple')).code).toBe(0);
    expect(await runIn(cwd, 'check', '-C', 'essai', '--strict')).toMatchObject({ code: 0 });
    const lines = await Promise.all(
      (await readdir(join(cwd, 'essai')))
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => readFile(join(cwd, 'essai', name), 'utf8')),
    );
    expect(lines.join('').split('\n').length).toBeLessThan(500);
  });

  it('refuses a folder that holds something, and leaves it as it was', async () => {
    await mkdir(join(cwd, 'plein'));
    await writeFile(join(cwd, 'plein/notes.txt'), 'à moi');
    expect(await runIn(cwd, 'init', 'plein')).toMatchObject({ code: 2, stderr: expect.stringContaining('notes.txt') });
    expect(await readdir(join(cwd, 'plein'))).toEqual(['notes.txt']);
    expect((await runIn(cwd, 'init', 'plein/notes.txt')).code).toBe(1);
  });

  it('says what an option must be, and writes nothing', async () => {
    expect(await runIn(cwd, 'init', 'x', '--id', 'Été 2024')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('ete-2024'),
    });
    expect((await runIn(cwd, 'init', 'x', '--date', '2024-02-30')).code).toBe(2);
    expect(await readdir(cwd)).toEqual([]);
  });
});

/** Answers the questions of `atelier init`, each once it is asked. */
async function answering(args: readonly string[], answers: readonly string[]): Promise<Said & { asked: string }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const left = [...answers];
  let [asked, fresh] = ['', ''];
  output.on('data', (chunk: Buffer) => {
    asked += chunk.toString();
    fresh += chunk.toString();
    if (!fresh.includes('?')) return;
    const answer = left.shift();
    fresh = '';
    if (answer === undefined) return;
    // One key after the other, as a hand does.
    setImmediate(() => {
      for (const key of answer) input.write(key);
    });
  });
  const said = await runAt(cwd, ['init', ...args], { terminal: { input, output } });
  return { ...said, asked };
}

describe('the questions of atelier init', () => {
  const ENTER = '\r';

  it('give the study what the options would', async () => {
    const made = await answering(
      [],
      [
        `mien${ENTER}`,
        `Un atelier${ENTER}`,
        `Le Pays${ENTER}`,
        ENTER,
        `Val d'Ici${ENTER}`,
        ENTER,
        `14/03/2024${ENTER}`,
      ],
    );
    expect(made, made.asked).toMatchObject({ code: 0, stderr: '' });
    const options = [
      ['--titre', 'Un atelier'],
      ['--maitre-ouvrage', 'Le Pays'],
      ['--territoire', "Val d'Ici"],
      ['--date', '2024-03-14'],
    ].flat();
    expect((await runIn(cwd, 'init', 'temoin', ...options)).code).toBe(0);
    for (const file of ['etude.yaml', 'territoire.yaml', 'LISEZMOI.md'])
      expect(await readFile(join(cwd, 'mien', file), 'utf8')).toBe(await readFile(join(cwd, 'temoin', file), 'utf8'));
    expect(await readFile(join(cwd, 'mien/etude.yaml'), 'utf8')).toContain('id: un-atelier\n');
  });

  it('are given up by Ctrl-C, and nothing is left', async () => {
    const made = await answering(['mien'], [`Un atelier${ENTER}`, '\u0003']);
    expect(made).toMatchObject({ code: 1, stderr: expect.stringContaining("rien n'a été écrit") });
    expect(await readdir(cwd)).toEqual([]);
  });

  it('are not asked where the folder cannot take a study, nor when an option answers', async () => {
    await writeFile(join(cwd, 'notes.txt'), 'à moi');
    expect(await answering(['.'], [])).toMatchObject({ code: 2, asked: '' });
    expect(await answering(['neuf', '--titre', 'Un'], [])).toMatchObject({ code: 0, asked: '' });
  });
});
