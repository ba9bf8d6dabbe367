import type { Node } from './definition.js';

/**
 * `leading` never stands alone at the foot of a page: it reserves `room` points below itself, in an unbreakable block, and `following`
 * then takes that room back by a negative margin. pdfmake has no « keep with next », and its `pageBreakBefore` is quadratic.
 */
export function keepRoom(leading: readonly Node[], following: Node[], room: number): Node[] {
  const last = leading.at(-1);
  if (!last) return following;
  const [left, top, right, bottom] = last.margin ?? [0, 0, 0, 0];
  const reserving: Node = { ...last, margin: [left, top, right, bottom + room] };
  return [
    { unbreakable: true, stack: [...leading.slice(0, -1), reserving] },
    { stack: following, margin: [0, -room, 0, 0] },
  ];
}
