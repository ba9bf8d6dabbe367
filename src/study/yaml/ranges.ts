/** Where the values of a text stand: a tree of ranges, made by who read the text. */
import type { Plage } from '../diagnostic.js';

export type Step = string | number;

/** From and to, in characters from the start of the text. */
export type Range = readonly [number, number];

/** Range of a node as [start, end of value], or null for a value made up by the parser. */
export function rangeOf(node: unknown): Range | null {
  if (typeof node !== 'object' || node === null || !('range' in node)) return null;
  const range = node.range as [number, number, number] | null | undefined;
  return range ? [range[0], range[1]] : null;
}

export interface Located {
  /** Null for a value that no text stands for. */
  range: Range | null;
  /** What the value holds at a key or at a rank; undefined when it holds nothing there. */
  at(step: Step): Held | undefined;
}

export interface Held {
  value: Located;
  /** The key, in a map. */
  key: Range | null;
}

export interface Places {
  root: Located;
  place(start: number, end: number): Plage;
}

export const NOWHERE: Located = { range: null, at: () => undefined };

/** Told of the values of a text as they are read. */
export interface Trace {
  /** A map or a list begins: what is told next is in it, until it ends. */
  enter(start: number): void;
  /** Before a value of a map or of a list. */
  step(step: Step, key: Range | null): void;
  /** A value that holds no other. */
  leaf(start: number, end: number): void;
  /** Where it ends, if not with the last that it holds. */
  leave(end?: number): void;
}

const nothing = (): void => undefined;

export const UNTRACED: Trace = { enter: nothing, step: nothing, leaf: nothing, leave: nothing };

interface Building {
  start: number;
  end: number;
  list: boolean;
  held: Map<string, Held>;
  /** Of the value that is read. */
  step: string;
  key: Range | null;
}

/** A trace, and the tree of what it was told. */
export function tracing(): { trace: Trace; root(): Located } {
  const open: Building[] = [];
  let root = NOWHERE;
  const put = (value: Located): void => {
    const holder = open.at(-1);
    if (!holder) root = value;
    else {
      holder.held.set(holder.step, { value, key: holder.key });
      holder.end = Math.max(holder.end, value.range?.[1] ?? 0);
    }
  };
  const trace: Trace = {
    enter: (start) => open.push({ start, end: start, list: false, held: new Map(), step: '', key: null }),
    step: (step, key) => {
      const holder = open.at(-1);
      if (holder) Object.assign(holder, { step: String(step), key, list: typeof step === 'number' });
    },
    leaf: (start, end) => put({ range: [start, end], at: () => undefined }),
    leave: (end) => {
      const closed = open.pop();
      if (!closed) return;
      const { start, list, held } = closed;
      put({
        range: [start, end ?? closed.end],
        at: (step) => (list && typeof step !== 'number' ? undefined : held.get(String(step))),
      });
    },
  };
  return { trace, root: () => root };
}

/** Line, column and length on its line of a range of `text`, lines being looked for once. */
export function placing(text: string): Places['place'] {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  return (start, end) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= start) low = middle;
      else high = middle;
    }
    const eol = text.indexOf('\n', start);
    const first = text.slice(start, Math.min(Math.max(end, start), eol < 0 ? text.length : eol)).trimEnd();
    return { ligne: low + 1, colonne: start - (starts[low] ?? 0) + 1, longueur: Math.max(1, first.length) };
  };
}
