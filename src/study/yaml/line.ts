/** Lines of a text by their number. */
let last: { text: string; lines: readonly string[] } = { text: '', lines: [''] };

/** A line, from 1. The lines of the last text are kept: the faults of a file are told one after the other. */
export function lineAt(text: string, ligne: number): string {
  if (last.text !== text) last = { text, lines: text.split('\n') };
  return last.lines[ligne - 1] ?? '';
}
