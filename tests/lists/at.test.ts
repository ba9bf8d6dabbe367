import { describe, expect, it } from 'vitest';
import { cellAt, itemAt, itemOf, known, numberAt } from '../../src/lists/at.js';

describe('places that must exist', () => {
  it('give what is there, zero and the empty included', () => {
    expect(numberAt([4, 0], 1)).toBe(0);
    expect(numberAt(Float64Array.of(2, 5), 1)).toBe(5);
    expect(cellAt([[1], [2, 3]], 1, 1)).toBe(3);
    expect(itemAt(['', 'b'], 0)).toBe('');
    expect(itemOf([{ id: 'a', n: 1 }], 'a').n).toBe(1);
    expect(known(0, 'count')).toBe(0);
  });

  it('throw where nothing is, rather than count it as zero', () => {
    expect(() => numberAt([1], 1)).toThrow('nothing at 1 of 1');
    expect(() => numberAt([1], -1)).toThrow(RangeError);
    expect(() => cellAt([[1]], 1, 0)).toThrow('nothing at row 1 of 1');
    expect(() => cellAt([[1]], 0, 1)).toThrow('nothing at 1 of 1');
    expect(() => itemAt([], 0)).toThrow(RangeError);
    expect(() => itemOf([{ id: 'a' }], 'b')).toThrow('nothing at b of 1');
    expect(() => known(null, 'cost')).toThrow('no cost');
  });
});
