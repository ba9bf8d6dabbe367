/** Drawings shared by two threads: each is made once, and none is lost with the thread that had taken it. */
import { describe, expect, it } from 'vitest';
import { type Claims, claimsFor, take } from '../../src/build/drawing/claims.js';
import { openDesk, type Thread } from '../../src/build/drawing/desk.js';
import { type Done, type Drawing, draw } from '../../src/build/drawing/drawing.js';
import { workbookDrawing } from '../support/drawings.js';

const four = ['un', 'deux', 'trois', 'quatre'].map(workbookDrawing);

/** A thread that does at once with each drawing what `work` does, or nothing. */
function threadThat(work: (claims: Claims, index: number, drawing: Drawing) => Promise<Done | null> | null) {
  const seen = { end: (): void => undefined };
  const claims = claimsFor(four.length);
  let told: (index: number, done: Done | null) => void = () => undefined;
  const thread: Thread = {
    claims,
    give: (index, one) => void work(claims, index, one)?.then((done) => told(index, done)),
    onDone: (listen) => {
      told = listen;
    },
    onEnd: (listen) => {
      seen.end = listen;
    },
  };
  return { thread, seen };
}

/** Names drawn here, and whether all are what one thread would draw. */
async function shared(thread: Thread | null, meanwhile: () => void = () => undefined) {
  const desk = openDesk(thread);
  const here: string[] = [];
  for (const one of four) desk.give(one);
  const finished = desk.finish(({ name }) => {
    here.push(name);
  });
  meanwhile();
  const all = await finished;
  for (const one of four) expect(all.get(one)?.drawn).toEqual((await draw(one)).drawn);
  return here;
}

describe('a desk', () => {
  it('draws all here without a second thread, from the last given', async () => {
    expect(await shared(null)).toEqual(['quatre.xlsx', 'trois.xlsx', 'deux.xlsx', 'un.xlsx']);
  });

  it('draws here what the second thread has not taken', async () => {
    const { thread } = threadThat((claims, index, one) => (index < 2 && take(claims, index) ? draw(one) : null));
    expect(await shared(thread)).toEqual(['quatre.xlsx', 'trois.xlsx']);
  });

  it('draws here what the second thread could not', async () => {
    const { thread } = threadThat(async (claims, index, one) =>
      take(claims, index) ? (index === 1 ? null : draw(one)) : null,
    );
    // « deux » is not told as begun here: it was taken; what it gives is checked in `shared`.
    expect(await shared(thread)).toEqual([]);
  });

  it('draws here what a thread that dies had taken', async () => {
    const { thread, seen } = threadThat((claims, index) => {
      take(claims, index);
      return null;
    });
    expect(await shared(thread, () => seen.end())).toEqual([]);
  });

  it('lets the error of a drawing that nobody can make be heard here', async () => {
    const { thread } = threadThat(async (claims, index) => {
      take(claims, index);
      return null;
    });
    const desk = openDesk(thread);
    desk.give({ ...workbookDrawing('rien'), shown: {} });
    await expect(desk.finish(() => undefined)).rejects.toThrow('nothing to draw as xlsx');
  });
});

it('a desk draws the pages first, the longest work, in whatever order they were given', async () => {
  const begun: string[] = [];
  const desk = openDesk(null);
  const pages = { ...workbookDrawing('rien'), name: 'pages.pdf', extension: 'pdf' as const };
  for (const one of [pages, ...four]) desk.give(one);
  await expect(desk.finish(({ name }) => void begun.push(name))).rejects.toThrow('nothing to draw as pdf');
  expect(begun).toEqual(['pages.pdf']);
});

describe('claims', () => {
  it('give a drawing to one thread only', () => {
    const claims = claimsFor(2);
    expect([take(claims, 1), take(claims, 1), take(claims, 0)]).toEqual([true, false, true]);
  });
});
