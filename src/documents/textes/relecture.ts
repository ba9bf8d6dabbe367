/** What each paragraph relied on when its author last read it, and what has changed since. */
import { createHash } from 'node:crypto';

/** By text (`diagnostic/besoins`), then by paragraph: the figures as they were shown. */
export type Relectures = Readonly<
  Record<string, readonly { empreinte: string; chiffres: Readonly<Record<string, string>> }[]>
>;

export interface Paragraphe {
  markdown: string;
  /** Offset in the text. */
  offset: number;
  /** Hash of the paragraph as it is written, spaces apart; made when it is read. */
  readonly empreinte: string;
}

export interface ARelire {
  paragraphe: Paragraphe;
  changements: { nom: string; avant: string; apres: string | null }[];
}

/** Blocks of the Markdown, parted by empty lines. */
export function paragraphes(markdown: string): Paragraphe[] {
  return [...markdown.matchAll(/[^\n]+(?:\n[^\n]+)*/g)].flatMap((match): Paragraphe[] => {
    const [text] = match;
    if (text.trim() === '') return [];
    return [
      {
        markdown: text,
        offset: match.index,
        get empreinte() {
          return createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 16);
        },
      },
    ];
  });
}

/** The paragraphs whose figures are no longer those that their author read. One that was never read is not among them. */
export function aRelire(
  markdown: string,
  lues: Relectures[string] | undefined,
  chiffresDe: (markdown: string) => ReadonlyMap<string, string>,
): ARelire[] {
  return paragraphes(markdown).flatMap((paragraphe) => {
    const known = lues?.find(({ empreinte }) => empreinte === paragraphe.empreinte);
    if (!known) return [];
    const now = chiffresDe(paragraphe.markdown);
    const changements = Object.entries(known.chiffres).flatMap(([nom, avant]) => {
      const apres = now.get(nom) ?? null;
      return apres === avant ? [] : [{ nom, avant, apres }];
    });
    return changements.length > 0 ? [{ paragraphe, changements }] : [];
  });
}

/** What to keep of a text that its author has just read. */
export const lecture = (
  markdown: string,
  chiffresDe: (markdown: string) => ReadonlyMap<string, string>,
): Relectures[string] =>
  paragraphes(markdown).map(({ markdown: own, empreinte }) => ({
    empreinte,
    chiffres: Object.fromEntries([...chiffresDe(own)].sort(([a], [b]) => (a < b ? -1 : 1))),
  }));
