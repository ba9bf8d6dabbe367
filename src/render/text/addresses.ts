/** Addresses of pages that a text holds as such, with no mark around them. */

/** Up to the punctuation that closes the sentence around it. */
const ADDRESS = /(https?:\/\/[^\s<>«»"]*[^\s<>«»".,;:!?)\]’'…])/u;

/** Whether the whole text is one address. */
export const isAddress = (text: string): boolean => ADDRESS.exec(text)?.[0] === text;

/** The text in pieces, those that are addresses marked. */
export const splitAddresses = (text: string): { text: string; address: boolean }[] =>
  text
    .split(ADDRESS)
    .map((piece, index) => ({ text: piece, address: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');

/** Links that a document may carry: pages and mail. Others (`javascript:`, `file:`) are kept as text. */
export const isSafeLink = (url: string): boolean => /^(https?:\/\/|mailto:)/i.test(url);

/** Longest address that Excel takes. */
const LONGEST = 2079;

/**
 * The address as a file of Office names it: what no address holds written by its code (RFC 3987, 2.2), for Office takes the file for damaged otherwise. Null for
 * one that leads nowhere, which is kept as text.
 */
export function linkTarget(url: string): string | null {
  const target = url
    .replace(/[\s"<>\\^`{|}]/g, encodeURIComponent)
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/(?<=^[^:]+:\/\/[^/]*\/.*)[[\]]/g, encodeURIComponent);
  return URL.canParse(target) && target.length <= LONGEST ? target : null;
}
