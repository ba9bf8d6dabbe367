/** A value that comes out of Markdown as it is, whatever signs it holds. */

/** CommonMark lets any ASCII punctuation be escaped; a value stays on its line, so that it can open no block. */
export function escapeMarkdown(value: unknown): string {
  if (value === null || value === undefined || value === false) return '';
  return String(value)
    .replace(/\s*\r?\n\s*/g, ' ')
    .replace(/[!-/:-@[-`{-~]/g, '\\$&')
    .replace(/^(\d+)(?=\\[.)])/, '\u2060$1');
}
