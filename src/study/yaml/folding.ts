/** Lines of one text, joined as YAML does. */

const SPACE = 32;

/** Without the spaces of its end; other blanks stay. */
export function withoutEnd(line: string): string {
  let last = line.length;
  while (line.charCodeAt(last - 1) === SPACE) last -= 1;
  return line.slice(0, last);
}

/** Lines without the spaces of their ends: a break is a space, each empty line after it a break. */
export function fold(lines: readonly string[]): string {
  let folded = lines[0] ?? '';
  let blank = 0;
  for (const line of lines.slice(1)) {
    if (line === '') blank += 1;
    else {
      folded += (blank > 0 ? '\n'.repeat(blank) : ' ') + line;
      blank = 0;
    }
  }
  return folded;
}

/** The text of several lines that stood between quotes; null when a line stands no further in than `parent`, or when the last is empty. */
export function foldQuoted(source: string, parent: number): string | null {
  const [first = '', ...next] = source.split('\n');
  const last = next.length - 1;
  const lines = next.map((line, rank) => {
    const inner = line.replace(/^ +/, '');
    const text = rank === last ? inner : withoutEnd(inner);
    return text === '' || line.length - inner.length > parent ? text : null;
  });
  if (lines.includes(null) || (lines[last] ?? '').trim() === '') return null;
  return fold([withoutEnd(first), ...lines.filter((line) => line !== null)]);
}
