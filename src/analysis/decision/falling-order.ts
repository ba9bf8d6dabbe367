/** Alternatives by falling score, thousands of times over the same few places. */

/** Alternatives under which an insertion is all that sorting takes. */
const FEW = 24;

/**
 * Sorts `order` by falling score, again and again: scores are spread by their size over as many places as there are alternatives, then each is set right among
 * its neighbours. An order by a comparison that is given takes ten times as long.
 */
export function sorter(scores: Float64Array, order: Uint32Array): () => void {
  const n = order.length;
  const [starts, place] = [new Uint32Array(n + 1), new Uint32Array(n)];
  const insert = (): void => {
    for (let at = 1; at < n; at++) {
      const moved = order[at] as number;
      const own = scores[moved] as number;
      let to = at;
      for (; to > 0 && (scores[order[to - 1] as number] as number) < own; to--) order[to] = order[to - 1] as number;
      order[to] = moved;
    }
  };
  return () => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = 0; i < n; i++) {
      const own = scores[i] as number;
      if (own < low) low = own;
      if (own > high) high = own;
    }
    if (n > FEW && high > low) {
      const scale = (n - 1) / (high - low);
      starts.fill(0);
      for (let i = 0; i < n; i++) {
        const at = Math.floor((high - (scores[i] as number)) * scale);
        place[i] = at;
        starts[at + 1] = (starts[at + 1] as number) + 1;
      }
      for (let at = 1; at < n; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
      for (let i = 0; i < n; i++) {
        const at = place[i] as number;
        const to = starts[at] as number;
        order[to] = i;
        starts[at] = to + 1;
      }
    }
    insert();
  };
}
