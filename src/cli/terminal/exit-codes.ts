/** What the process answers to its caller; documented in the README. */
export const EXIT = {
  /** Done, perhaps with warnings. */
  ok: 0,
  /** The study has errors, a deliverable could not be built, or the program failed. */
  failure: 1,
  /** The command line was not understood. */
  usage: 2,
} as const;
