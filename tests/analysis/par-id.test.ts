/** Entries by their id. */
import { expect, it } from 'vitest';
import { parId } from '../../src/analysis/par-id.js';

it('an entry is found by its id, the first of those that share it, and a list is gone over once however many names are asked', () => {
  let reads = 0;
  const fiche = (id: string, rang: number) => ({
    rang,
    get id() {
      reads++;
      return id;
    },
  });
  const fiches = [fiche('a', 1), fiche('b', 2), fiche('a', 3)];
  const found = ['a', 'b', 'c'].map((id) => parId(fiches, id)?.rang);
  expect(found).toEqual([1, 2, undefined]);
  const once = reads;
  for (let i = 0; i < 100; i++) parId(fiches, 'b');
  expect(reads).toBe(once);
});
