/** « 0 erreur », « 1 erreur », « 1 204 erreurs »: French counts, singular below two. */
export const count = (n: number, singular: string, plural = `${singular}s`): string =>
  `${String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f')} ${n < 2 ? singular : plural}`;
