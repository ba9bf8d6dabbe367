/** The recipes of the guide: well formed, with commands and options that exist, and a hook that refuses a broken study. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, copyFile, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { copyStudy, edit, root } from '../support/cli.js';
import { runIn } from '../support/in-process.js';

const folder = join(root, 'docs', 'recettes');

const help = async (command: string): Promise<string> => (await runIn(root, command, '--help')).stdout;

describe('recipes', () => {
  it('are YAML that the services read', async () => {
    const github = parse(await readFile(join(folder, 'github-actions.yml'), 'utf8')) as {
      jobs: { livrables: { steps: object[] } };
    };
    expect(github.jobs.livrables.steps.length).toBeGreaterThan(4);
    const gitlab = parse(await readFile(join(folder, 'gitlab-ci.yml'), 'utf8')) as {
      livrables: { script: string[]; artifacts: { paths: string[] } };
    };
    expect(gitlab.livrables.artifacts.paths).toContain('out/');
  });

  it('call commands and options that exist', async () => {
    for (const name of await readdir(folder)) {
      const text = await readFile(join(folder, name), 'utf8');
      const calls = [...text.matchAll(/\batelier (\w+)((?: (?:--?[\w-]+))*)/g)];
      expect(calls.length, name).toBeGreaterThan(0);
      for (const [, command = '', options = ''] of calls) {
        const known = await help(command);
        expect(known, `${name} : ${command}`).toMatch(new RegExp(`atelier ${command}`));
        for (const option of options.trim().split(/\s+/).filter(Boolean))
          expect(known, `${name} : ${command} ${option}`).toContain(option);
      }
    }
  });

  it('are for the installed command: in the folder of a study, npx would ask a registry for a package of that name', async () => {
    for (const name of await readdir(folder))
      expect(await readFile(join(folder, name), 'utf8'), name).not.toMatch(/npx|npm ci/);
  });

  it('a hook that lets a sound study pass and refuses a broken one', async () => {
    const work = await copyStudy('tests/fixtures/base');
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=essai', '-c', 'user.email=essai@exemple.invalid', ...args], {
        cwd: work,
        encoding: 'utf8',
        env: { ...process.env, PATH: [join(work, 'bin'), process.env.PATH].join(delimiter) },
      });
    execFileSync('git', ['init', '-q'], { cwd: work });
    await mkdir(join(work, 'bin'));
    await symlink(join(root, 'bin', 'atelier.js'), join(work, 'bin', 'atelier'));
    await mkdir(join(work, '.git', 'hooks'), { recursive: true });
    const hook = join(work, '.git', 'hooks', 'pre-commit');
    await copyFile(join(folder, 'pre-commit.sh'), hook);
    await chmod(hook, 0o755);
    git('add', 'data');
    expect(git('commit', '-qm', 'sain').status).toBe(0);
    await edit(join(work, 'data', 'acteurs.yaml'), 'engagement:', 'engagment:');
    git('add', 'data');
    const refused = git('commit', '-qm', 'faux');
    expect(refused.status).not.toBe(0);
    expect(refused.stderr + refused.stdout).toMatch(/engagment[\s\S]*L'étude a des erreurs/);
  });
});
