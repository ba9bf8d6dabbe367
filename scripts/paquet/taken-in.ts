/**
 * Copied, and a dependency of development, so that it reaches nobody who installs the program: it is whole in one file, but asks to be installed for a
 * package that it has already taken in (`nanoid`) at a version made for a later Node.
 */
export const COPIED_ONLY: ReadonlySet<string> = new Set(['docx']);
