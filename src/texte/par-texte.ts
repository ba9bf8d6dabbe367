/** A pure function of a text whose results are kept: the same words, names and sentences come back by the hundred. */

/** Signs of the texts that are kept at once, some of a small study. Beyond, they are forgotten together. */
const MOST = 300_000;
/** A text counts for as much as an entry of the index at least. */
const LEAST = 50;

/** What it gives is shared: nobody changes it. */
export function parTexte<T>(compute: (texte: string) => T): (texte: string) => T {
  const kept = new Map<string, { value: T }>();
  let size = 0;
  return (texte) => {
    const known = kept.get(texte);
    if (known) return known.value;
    const value = compute(texte);
    const own = Math.max(LEAST, texte.length);
    if (size + own > MOST) {
      kept.clear();
      size = 0;
    }
    kept.set(texte, { value });
    size += own;
    return value;
  };
}
