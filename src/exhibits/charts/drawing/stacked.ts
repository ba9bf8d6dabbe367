/** Rows one under another. */
import { cumsum } from 'd3-array';

/** Where each row begins, the first at `top`, and where the last one ends. */
export function stacked(heights: readonly number[], top: number): { tops: number[]; bottom: number } {
  const ends = Array.from(cumsum(heights), (height) => top + height);
  return { tops: [top, ...ends].slice(0, heights.length), bottom: ends.at(-1) ?? top };
}
