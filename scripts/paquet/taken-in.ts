/**
 * Packages that `scripts/bundle.ts` copies into `dist/`, with what they bring and their licences. Those made of many small modules open faster so; of
 * `exceljs` a part is asked for. `docx` is whole in one file, but asks to be installed for a package that it has already taken in (`nanoid`) at a version
 * made for a later Node: as a dependency of development, it reaches nobody who installs the program.
 */
export const TAKEN_IN: ReadonlySet<string> = new Set([
  'commander',
  'd3-array',
  'd3-delaunay',
  'd3-scale',
  'docx',
  'exceljs',
  'mdast-util-directive',
  'mdast-util-from-markdown',
  'micromark-extension-directive',
]);
