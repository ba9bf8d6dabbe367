/** Excel refuses a sheet name above this length. */
const LIMIT = 31;

/** Excel takes a file for damaged when the header of a table is longer. */
const LONGEST_HEADER = 255;

/** Cuts between words, with an ellipsis; never in the middle of a character. */
function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit).replace(/[\ud800-\udbff]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > limit / 2 ? space : cut.length - 1).replace(/[\s,;:.–—-]+$/, '')}…`;
}

/** Without the characters that Excel forbids in the name of a sheet, nor the apostrophe that exceljs leaves single where a definition names the sheet. */
const allowed = (name: string): string =>
  name
    .replace(/[:\\/?*[\]]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'+|'+$/g, '')
    .replaceAll("'", '’') || 'Feuille';

/** Names of the sheets, in order: valid for Excel, and all different whatever their case. `taken` are already in use. */
export function sheetNames(wanted: readonly string[], taken: readonly string[] = []): string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return wanted.map((name) => {
    const base = allowed(name);
    for (let rank = 1; ; rank++) {
      const suffix = rank === 1 ? '' : ` (${rank})`;
      const candidate = shorten(base, LIMIT - suffix.length - (base.length > LIMIT - suffix.length ? 1 : 0)) + suffix;
      if (used.has(candidate.toLowerCase())) continue;
      used.add(candidate.toLowerCase());
      return candidate;
    }
  });
}

/** Headers of an Excel table: on one line, not empty, not too long, and all different. */
export function tableHeaders(wanted: readonly string[]): string[] {
  const used = new Set<string>();
  return wanted.map((header) => {
    const base = header.replace(/\s+/g, ' ').trim() || 'Colonne';
    const named = (suffix: string): string => shorten(base, LONGEST_HEADER - 1 - suffix.length) + suffix;
    let name = named('');
    for (let rank = 2; used.has(name.toLowerCase()); rank++) name = named(` (${rank})`);
    used.add(name.toLowerCase());
    return name;
  });
}
