/** Words of a Word file and of the PDF of the same document: what one says, the other says. */
import { strFromU8, unzipSync } from 'fflate';
import { parseXml, type XmlElement } from './tree.js';

/** Words without the signs around them, and without the spaces that hold two together. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .replace(/\u00ad/g, '')
    .replace(/[«»“”"()[\],.;:!?…*\u00a0\u202f]/g, ' ')
    .split(/\s+/)
    .filter(Boolean);

/** The text of a paragraph: its line breaks part words, its runs do not. */
function paragraphs(element: XmlElement): string[] {
  if (element.name !== 'w:p') return element.children.flatMap(paragraphs);
  const textIn = ({ name, text, children }: XmlElement): string =>
    name === 'w:t' ? text : name === 'w:br' || name === 'w:tab' ? ' ' : children.map(textIn).join('');
  return [textIn(element)];
}

/** A word that a line cuts in the PDF is found among its letters put together, hyphens apart. */
const lettersOf = (words: readonly string[]): string => words.join('').replace(/[-‐]/g, '');

const lacking = (words: readonly string[], other: readonly string[]): string[] => {
  const known = new Set(other);
  const letters = lettersOf(other);
  return [...new Set(words)].filter((word) => !known.has(word) && !letters.includes(lettersOf([word])));
};

/** Words of the Word file, its headers and footers included, that the PDF has not, and of the PDF that the Word file has not. */
export function motsPropres(archive: Uint8Array, pdf: string): { word: string[]; pdf: string[] } {
  const parts = Object.entries(unzipSync(archive)).filter(([name]) =>
    /^word\/(?:document|header\d|footer\d)\.xml$/.test(name),
  );
  const texts = parts.flatMap(([, bytes]) => {
    const tree = parseXml(strFromU8(bytes));
    if (typeof tree === 'string') throw new Error(tree);
    return paragraphs(tree);
  });
  const [written, printed] = [wordsOf(texts.join('\n')), wordsOf(pdf.replace(/(?<=\p{L})[-‐]\n/gu, ''))];
  return { word: lacking(written, printed), pdf: lacking(printed, written) };
}
