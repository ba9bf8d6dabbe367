/** `atelier init`: what it makes is checked, whatever the names given, and it never writes over anything. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runIn } from '../support/in-process.js';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'atelier-init-'));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

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
    const check = await runIn(cwd, 'check', '-C', 'essai', '--json');
    expect(check.code, check.stdout).toBe(0);
    const etude = await readFile(join(cwd, 'essai/etude.yaml'), 'utf8');
    expect(etude).not.toContain('{{');
    const schema = /\$schema=(\S+)/.exec(etude)?.[1] ?? '';
    expect(JSON.parse(await readFile(join(cwd, 'essai', schema), 'utf8'))).toHaveProperty('title');
    expect(await readFile(join(cwd, 'essai/.gitignore'), 'utf8')).toContain('out/');
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
});
