/** Accents spoiled by a wrong encoding: « SociÃ©tÃ© » is « Société », in UTF-8, read once as Windows-1252. */

/** Characters of Windows-1252 from 0x80 to 0x9f; Node's own decoder takes them for Latin-1 in some versions. */
const HAUTS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export const enWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (mark) => HAUTS[mark.charCodeAt(0) - 0x80] ?? mark);

/** The byte that a character of Windows-1252 stands for. */
function octet(character: string): number {
  const high = HAUTS.indexOf(character);
  return high < 0 ? character.charCodeAt(0) : high + 0x80;
}

/** What the bytes from 0x80 to 0xbf look like in Windows-1252: those that follow in UTF-8. */
const SUITE = `[${HAUTS}\u00a0-\u00bf]`;

/** The letters, signs and punctuation that French texts hold, each as its bytes in UTF-8 read as Windows-1252. */
const ABIMES = new RegExp(`Ã${SUITE}|Â[\u00a1-\u00bf]|(?<=[\\p{Ll}\\d€%)])Â\u00a0|Å[’“¸]|â€${SUITE}|â‚¬`, 'gu');

const reparer = (text: string): string =>
  text.replace(ABIMES, (spoiled) => new TextDecoder().decode(Uint8Array.from(spoiled, octet)));

/** A word of `text` whose accents are spoiled, and the whole text as it was, or null where a letter is lost for good (U+FFFD); null when none is. */
export function accentsAbimes(text: string): { mot: string; texte: string | null } | null {
  if (!/[\ufffdÃÂÅ]|â[€‚]/.test(text)) return null;
  const mot = text.split(/[ \n\r\t]+/).find((word) => word.includes('\ufffd') || word.search(ABIMES) >= 0);
  return mot === undefined ? null : { mot, texte: text.includes('\ufffd') ? null : reparer(text) };
}

/** What is said of such a word of a file of the study. */
export const direAccentsAbimes = (mot: string): string =>
  `« ${mot} » a des accents faussés : ce texte a été lu une fois dans un mauvais encodage.`;

/** Letters that a text in another encoding (MacRoman, the code page of DOS) seems to hold once read as Windows-1252: codes without a letter, marks within words. */
export const nEstPasWindows1252 = (text: string): boolean =>
  /[\u0081\u008d\u008f\u0090\u009d]|\p{L}[‚ƒˆ‰]|[ƒˆ‰]\p{L}|\p{Ll}Ž/u.test(text);
