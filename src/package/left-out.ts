/**
 * Packages that stand beside the built program, which holds all the others: of the first, files are read; the second is for the YAML that the program's own reader leaves
 * to it, which most studies have none of; the user installs the third.
 */
export const LEFT_OUT: ReadonlySet<string> = new Set(['source-sans', 'yaml', '@etalab/decoupage-administratif']);
