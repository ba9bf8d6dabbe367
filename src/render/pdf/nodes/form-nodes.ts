/** A form that is filled by hand: its fields have as much room as its page lets them, so that it fills one, and no more where it holds on one. */

import { sum } from 'd3-array';
import { textWidth } from '../../../exhibits/charts/drawing/text-width.js';
import type { Row, TableExhibit } from '../../../exhibits/types.js';
import { numberAt } from '../../../lists/at.js';
import type { Context, Node } from '../definition.js';

/** Height of a line to write on, at least and at most, in points. */
const [LEAST, MOST] = [19, 38];
/** Share of the width that the names of the fields take. */
const NAMES = 0.36;
/** Left and right padding of a cell, together; room above and below its text. */
const [SIDES, AROUND] = [8, 4];
/** Lines of a text, in shares of its size. */
const LEADING = 1.5;
/** What stands on the page beside the form: the heading of its part and its caption, with what is left at the foot. */
const BESIDE = 112;

/** Lines that a text takes in so many points. */
function linesOf(text: string, size: number, width: number): number {
  let [lines, at] = [1, 0];
  for (const word of text.split(' ')) {
    const wide = textWidth(word, size);
    if (at > 0 && at + wide > width) [lines, at] = [lines + 1, 0];
    at += wide + textWidth(' ', size);
  }
  return lines;
}

interface Line {
  kind: 'group' | 'note' | 'field';
  name: string;
  /** What stands in the place of the answer: boxes to tick. */
  answer: string;
  /** Lines to write on. */
  lines: number;
  /** Height that its texts ask for, in points. */
  height: number;
}

function linesOfForm({ rows, form = [], columns, groupBy = '' }: TableExhibit, size: number, width: number): Line[] {
  const [name = '', answer = ''] = columns.map(({ key }) => key).filter((key) => key !== groupBy);
  const textHeight = (text: string, room: number): number =>
    linesOf(text, size, room - SIDES) * size * LEADING + 2 * AROUND;
  let group: string | undefined;
  return rows.flatMap((row: Row, i): Line[] => {
    const [own, field, given] = [row[groupBy], row[name], row[answer]].map((cell) => String(cell ?? ''));
    const lines = numberAt(
      form.map((one) => one.lines),
      i,
    );
    const tall = Math.max(
      textHeight(field ?? '', lines === 0 ? width : width * NAMES),
      textHeight(given ?? '', width * (1 - NAMES)),
    );
    const line: Line = {
      kind: lines === 0 ? 'note' : 'field',
      name: field ?? '',
      answer: given ?? '',
      lines,
      height: tall,
    };
    if (groupBy === '' || own === group) return [line];
    group = own;
    return [{ kind: 'group', name: own ?? '', answer: '', lines: 0, height: size * LEADING + 2 * AROUND }, line];
  });
}

const heightsAt = (lines: readonly Line[], step: number): number[] =>
  lines.map(({ height, lines: count }) => Math.max(height, count * step));

/** The widest step at which the form holds on its page; the least where none does. */
function stepOf(lines: readonly Line[], room: number): number {
  let step = MOST;
  while (step > LEAST && sum(heightsAt(lines, step)) > room) step -= 0.5;
  return step;
}

/** The rows of a form, without its caption. */
export function formNode(exhibit: TableExhibit, context: Context): Node {
  const { colours, sizes } = context.theme;
  const size = sizes.table;
  const { width } = context;
  const lines = linesOfForm(exhibit, size, width);
  const room = context.height - BESIDE;
  const step = stepOf(lines, room);
  const heights = heightsAt(lines, step);
  const across = (node: Node): Node[] => [{ ...node, colSpan: 2 }, { text: '' }];
  const body = lines.map(({ kind, name, answer }): Node[] => {
    if (kind === 'group')
      return across({ text: name, bold: true, th: true, color: colours.accent, fillColor: colours.tint });
    if (kind === 'note') return across({ text: name, color: colours.muted });
    return [{ text: name }, { text: answer }];
  });
  return {
    struct: 'none',
    headerCols: 1,
    fontSize: size,
    lineHeight: 1.1,
    whole: sum(heights) <= room,
    table: {
      headerRows: 0,
      heights: heights.map((height) => height - 2 * AROUND),
      widths: [width * NAMES - SIDES, width * (1 - NAMES) - SIDES],
      body,
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: (i: number) => (i === 1 ? 0.5 : 0),
      hLineColor: () => colours.rule,
      vLineColor: () => colours.rule,
      paddingLeft: () => SIDES / 2,
      paddingRight: () => SIDES / 2,
      paddingTop: () => AROUND,
      paddingBottom: () => AROUND,
    },
  };
}
