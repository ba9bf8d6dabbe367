/** What stands on top of a former build equals a build from nothing, by command and under `watch`. */
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDeliverables } from '../../src/build/build.js';
import { PAR_DEFAUT } from '../../src/build/inputs/parameters.js';
import { main } from '../../src/cli/main.js';
import { copyStudy, root } from '../support/cli.js';
import { manifestIn, outputs } from '../support/release.js';

describe('nothing is ever stale', () => {
  it('a build on top of a former one equals a full build, whatever field was changed', async () => {
    const folder = await copyStudy('tests/fixtures/autre-etude');
    const data = join(folder, 'data');
    const build = (out: string, livrables: string[] = []) =>
      buildDeliverables({
        dir: data,
        out,
        cwd: folder,
        livrables,
        parametres: { ...PAR_DEFAUT, formats: ['xlsx'] },
        shownDir: 'data',
        progress: () => undefined,
        onLoaded: () => undefined,
        onFile: () => undefined,
      });
    const built = async (result: Awaited<ReturnType<typeof build>>): Promise<string[]> => {
      expect(result.diagnostics.filter(({ gravite }) => gravite === 'erreur')).toEqual([]);
      return outputs(await manifestIn(result.folder));
    };
    // Values that may change without making the study wrong: quantities, and texts that nothing refers to.
    const FIELD =
      /(importance|etp|taux|montant|poids|superficie_km2|population|libelle|resume|profil|parade|texte|nom): ?("?)([^,"}\]\n]+)\2/g;
    const files = ['acteurs', 'besoins', 'scenarios', 'criteres', 'territoire', 'etude', 'outils'].map((name) =>
      join(data, `${name}.yaml`),
    );
    let compared = 0;
    const kept = join(folder, 'out');
    await built(await build(kept));
    await fc.assert(
      fc.asyncProperty(fc.nat(files.length - 1), fc.nat(10_000), async (index, pick) => {
        const file = files[index] ?? '';
        const text = await readFile(file, 'utf8');
        const fields = [...text.matchAll(FIELD)];
        const field = fields[pick % Math.max(1, fields.length)];
        if (!field) return;
        const value = field[3] ?? '';
        const number = Number(value);
        const next = Number.isFinite(number)
          ? number > 1
            ? String(Math.max(1, number - 1))
            : String(number / 2)
          : `${value} bis`;
        const at = field.index;
        await writeFile(file, text.slice(0, at) + field[0].replace(value, next) + text.slice(at + field[0].length));
        const checked = await build(kept);
        if (checked.diagnostics.some(({ gravite }) => gravite === 'erreur')) {
          // An edit that makes the study wrong changes nothing.
          await writeFile(file, text);
          return;
        }
        const onTop = await built(checked);
        const fresh = join(folder, 'neuf');
        await rm(fresh, { recursive: true, force: true });
        // Those that were built again may hold what was drawn before.
        expect(onTop).toEqual(await built(await build(fresh)));
        compared++;
      }),
      { numRuns: 4, seed: 54 },
    );
    expect(compared).toBeGreaterThan(1);
  });

  it('nor made again for the folder from which it is asked', async () => {
    const folder = await copyStudy('tests/fixtures/autre-etude');
    const text = join(folder, 'data', 'textes', 'diagnostic', 'synthese.md');
    await mkdir(dirname(text), { recursive: true });
    await writeFile(text, 'Ce diagnostic a été lu par les habitants.\n');
    const from = (cwd: string) =>
      buildDeliverables({
        ...{ dir: join(folder, 'data'), out: join(folder, 'out'), cwd, livrables: ['diagnostic'], shownDir: 'data' },
        parametres: { ...PAR_DEFAUT, formats: ['xlsx'] },
        ...{ progress: () => undefined, onLoaded: () => undefined, onFile: () => undefined },
      });
    expect((await from(folder)).reused).toEqual([]);
    expect((await from(join(folder, 'data'))).reused).toEqual(['diagnostic']);
    await writeFile(text, 'Ce diagnostic a été relu par les habitants.\n');
    expect((await from(folder)).reused).toEqual([]);
  });
});

describe('atelier watch', () => {
  it('builds at once, tells of broken YAML in the middle of an edit, and goes on', async () => {
    const folder = await copyStudy('tests/fixtures/autre-etude');
    const child = spawn(
      process.execPath,
      [join(root, 'bin/atelier.js'), 'watch', 'diagnostic', '--format', 'xlsx', '--voir'],
      {
        cwd: folder,
        env: { ...process.env, NO_COLOR: '1' },
      },
    );
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const hears = async (pattern: RegExp): Promise<string> => {
      for (let waited = 0; !pattern.test(said); waited += 50) {
        if (waited > 15_000) throw new Error(`not heard: ${pattern}\n${said}`);
        await new Promise((done) => setTimeout(done, 50));
      }
      const heard = said;
      said = '';
      return heard;
    };
    try {
      const heard = await hears(/diagnostic\.xlsx[\s\S]*À jour/);
      const page = async (): Promise<string> => (await fetch(/http:\S+/.exec(heard)?.[0] ?? '')).text();
      expect(await page()).toContain('href="/livrables/diagnostic.xlsx"');
      const file = join(folder, 'data', 'besoins.yaml');
      const text = await readFile(file, 'utf8');
      await writeFile(file, `${text}\n- id: [`);
      await hears(/data\/besoins\.yaml:\d+:\d+ {2}erreur[\s\S]*En attente d'une correction/);
      expect(await page()).toMatch(/livrables\/diagnostic\.xlsx[\s\S]*data\/besoins\.yaml:\d+/);
      await writeFile(file, text.replace('importance: 4', 'importance: 2'));
      await hears(/diagnostic\.xlsx[\s\S]*À jour/);
    } finally {
      child.kill('SIGINT');
    }
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  });

  it('hears the request to stop while it waits; while it builds, the signal ends it at once, as it does a build', async () => {
    const cwd = await copyStudy('tests/fixtures/autre-etude');
    const before = process.listeners('SIGTERM');
    const heard: [string, number][] = [];
    const write = (text: string): void => {
      const own = process.listeners('SIGTERM').filter((one) => !before.includes(one));
      heard.push([text.trim(), own.length]);
      if (text.startsWith('À jour')) setImmediate(() => own[0]?.('SIGTERM'));
    };
    const io = { stdout: { write }, stderr: { write: () => undefined }, env: {}, cwd, isTTY: false };
    expect(await main(['watch', 'diagnostic', '--format', 'xlsx'], io)).toBe(0);
    expect(heard).toEqual([
      [expect.stringMatching(/diagnostic\.xlsx$/), 0],
      [expect.stringMatching(/etude\.json$/), 0],
      [expect.stringMatching(/^À jour/), 1],
    ]);
    expect(process.listeners('SIGTERM')).toEqual(before);
  });
});
