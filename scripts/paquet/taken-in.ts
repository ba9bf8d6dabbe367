/**
 * Packages that `scripts/bundle.ts` does not copy into `dist/`: of the first, files are read; the second is for the YAML that the program's own reader leaves
 * to it, which most studies have none of; the user installs the third. All others go there, with their licences.
 */
export const LEFT_OUT: ReadonlySet<string> = new Set(['source-sans', 'yaml', '@etalab/decoupage-administratif']);

/**
 * Copied, and a dependency of development, so that it reaches nobody who installs the program: it is whole in one file, but asks to be installed for a
 * package that it has already taken in (`nanoid`) at a version made for a later Node.
 */
export const COPIED_ONLY: ReadonlySet<string> = new Set(['docx']);
