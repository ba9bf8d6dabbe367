/** The thread of the built program: what it draws is what this one draws. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { buildDeliverables } from '../../src/build/build.js';
import { contenuDe } from '../../src/build/changements/content.js';
import { type Done, draw } from '../../src/build/drawing/drawing.js';
import { PAR_DEFAUT } from '../../src/build/inputs/parameters.js';
import { ahead } from '../../src/build/thread/ahead.js';
import { look } from '../../src/build/thread/look.js';
import { secondThread, threadOf } from '../../src/build/thread/second-thread.js';
import { loadStudy } from '../../src/study/load.js';
import { workbookDrawing } from '../support/drawings.js';
import { temporaryFolder } from '../support/temporary.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('a release of two threads has the bytes of a release of one', async () => {
  // The sources have no thread: what is built in this process is drawn in it.
  expect(secondThread()).toBeNull();
  const folder = await temporaryFolder();
  const study = 'tests/fixtures/base';
  const out = join(folder, 'un');
  const said = { progress: () => undefined, onLoaded: () => undefined, onFile: () => undefined };
  const asked = { dir: join(root, study), out, cwd: root, livrables: [], parametres: PAR_DEFAUT, shownDir: study };
  const { files } = await buildDeliverables({ ...asked, ...said });
  execFileSync('node', [join(root, 'bin/atelier.js'), 'build', '-C', study, '--out', join(folder, 'deux'), '--quiet'], {
    cwd: root,
  });
  const [version = ''] = readdirSync(out);
  expect(files.map(({ name }) => name)).toContain('diagnostic.pdf');
  for (const { name } of files)
    expect(readFileSync(join(folder, 'deux', version, name)).equals(readFileSync(join(out, version, name))), name).toBe(
      true,
    );
});

it('draws what it is given, and says what it could not draw', async () => {
  const thread = threadOf(join(root, 'dist/build/thread.js'));
  try {
    const one = workbookDrawing('un');
    const done = new Promise<(Done | null)[]>((resolve, reject) => {
      const all: (Done | null)[] = [];
      thread.onEnd(() => reject(new Error('the thread ended')));
      thread.onDone((index, answer) => {
        all[index] = answer;
        if (all.length === 2) resolve(all);
      });
    });
    thread.give(0, one);
    thread.give(1, { ...one, shown: {} });
    const [drawn, refused] = await done;
    expect(drawn?.drawn).toEqual((await draw(one)).drawn);
    expect(refused).toBeNull();
    expect([...thread.claims.subarray(0, 2)]).toEqual([1, 1]);
  } finally {
    thread.end();
  }
});

it('finds the contradictions that this one would, says what a release holds as it would, and answers at once when it has ended', async () => {
  const { study } = await loadStudy(join(root, 'modeles/exemple'), { cwd: root });
  if (!study) throw new Error('the model is whole');
  // Fewer answers than people who gave one.
  const torn = { ...study, participation: study.participation.map((one) => ({ ...one, reponses: 12 })) };
  const thread = threadOf(join(root, 'dist/build/thread.js'));
  thread.expectContradictions();
  const found = await thread.contradictions(torn);
  expect(found?.constats).toEqual(look(torn).constats);
  expect(found?.constats.length).toBeGreaterThan(0);
  // In the order in which the manifest is written.
  expect(JSON.stringify(await thread.contents(torn, {}))).toBe(JSON.stringify(contenuDe(torn, {})));
  // The first is composed before an answer could come.
  const { livrable, date, reserves } = ahead(torn, 'bilan');
  thread.expectReserves(['diagnostic', 'bilan']);
  await thread.contents(torn, {});
  expect(thread.reserves?.(livrable, date)).toEqual(reserves);
  expect(thread.reserves?.('diagnostic', ahead(torn, 'diagnostic').date)).toBeNull();
  const ended = new Promise<void>((resolve) => thread.onEnd(resolve));
  thread.end();
  await ended;
  expect(await thread.contradictions(torn)).toBeNull();
  expect(await thread.contents(torn, {})).toBeNull();
});
