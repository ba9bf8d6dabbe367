/** What a typographer would send back, read from where the words of a PDF stand (`pdftotext -bbox`). */
import { pdfText } from './pdf-text.js';

interface Word {
  left: number;
  top: number;
  right: number;
  bottom: number;
  text: string;
}

interface Page {
  width: number;
  height: number;
  /** Between the running header and the footer, in the order of the page. */
  words: Word[];
}

/** Margins of the theme, in points. */
const [TOP, BOTTOM] = [68, 62];

/** Heights of words, in points: those of headings. */
const HEADING = 14;
const CHAPTER = 24;

function pagesOf(file: string): Page[] {
  const xml = pdfText(file, '-bbox');
  const number = (text: string | undefined): number => Number(text);
  return [...xml.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([\s\S]*?)<\/page>/g)].map(
    ([, w, h, content = '']) => {
      const words = [
        ...content.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g),
      ].map(([, left, top, right, bottom, text = '']) => ({
        left: number(left),
        top: number(top),
        right: number(right),
        bottom: number(bottom),
        text,
      }));
      const height = number(h);
      return {
        width: number(w),
        height,
        // Without the word across a draft.
        words: words.filter(
          ({ top, bottom }) => top > TOP - 8 && bottom < height - BOTTOM + 6 && bottom - top < 2 * CHAPTER,
        ),
      };
    },
  );
}

/** Words of the lowest line. */
function lastLine(words: readonly Word[]): Word[] {
  const lowest = Math.max(...words.map(({ bottom }) => bottom));
  return words.filter(({ bottom }) => bottom > lowest - 3).sort((a, b) => a.left - b.left);
}

const opensChapter = ({ words }: Page): boolean =>
  words.some(({ top, bottom }) => top < TOP + 12 && bottom - top > CHAPTER);

/** Least share of a page that is filled in the middle of a chapter; words are measured without what stands around them, leading and the space below a paragraph: two hundredths less. */
const FILLED = 0.73;

/** The same, where the next page opens with a section that would not have held in what stays empty: a table that is read as a whole, and its heading. */
const BEFORE_WHOLE = 0.55;

const opensSection = ({ words }: Page): boolean =>
  words.some(({ top, bottom }) => top < TOP + 12 && bottom - top > HEADING);

const filledOf = ({ words, height }: Page): number =>
  (Math.max(...words.map(({ bottom }) => bottom)) - TOP) / (height - TOP - BOTTOM);

/** Faults by page: one less than three quarters full in the middle of a chapter, a heading or a caption last on its page. */
export function compositionFaults(file: string): string[] {
  const pages = pagesOf(file);
  return pages.flatMap((page, index) => {
    const next = pages[index + 1];
    if (index === 0 || page.words.length === 0) return [];
    const faults: string[] = [];
    const line = lastLine(page.words);
    const text = line.map((word) => word.text).join(' ');
    const filled = filledOf(page);
    const least = next && opensSection(next) && filledOf(next) >= FILLED ? BEFORE_WHOLE : FILLED;
    if (next && !opensChapter(next) && next.width === page.width && filled < least)
      faults.push(`page ${index + 1}: ${Math.round(filled * 100)} % full`);
    if (line.some(({ top, bottom }) => bottom - top > HEADING)) faults.push(`page ${index + 1}: ends on « ${text} »`);
    if (/^(Tableau|Figure)\u00a0?\s?\d/.test(text)) faults.push(`page ${index + 1}: ends on a caption, « ${text} »`);
    return faults;
  });
}
