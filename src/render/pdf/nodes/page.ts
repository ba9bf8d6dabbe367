/** Running header and footer: artifacts, on every page but the cover. */
import type { DocumentMeta } from '../../../documents/tree.js';
import { versionAuPied } from '../../../exhibits/format.js';
import type { Theme } from '../../theme.js';
import type { Node } from '../definition.js';

type Repeated = (page: number, pages: number) => Node | null;

/** Least and most of a line that one of its two ends has, whatever it says. */
const [LEAST, MOST] = [0.2, 0.8];

/** Each end has its share of the line by what it says: halves broke a long one where the other left room. */
export function runningHeader({ shortTitle, deliverable }: DocumentMeta, { page, colours, sizes }: Theme): Repeated {
  const left = Math.min(MOST, Math.max(LEAST, shortTitle.length / (shortTitle.length + deliverable.length || 1)));
  return (number) =>
    number === 1
      ? null
      : {
          columns: [
            { text: shortTitle, width: `${left * 100}%` },
            { text: deliverable, alignment: 'right', width: '*' },
          ],
          fontSize: sizes.small,
          color: colours.muted,
          margin: [page.marginSide, 32, page.marginSide, 0],
        };
}

export function runningFooter(meta: DocumentMeta, { page, colours, sizes }: Theme): Repeated {
  return (number, pages) =>
    number === 1
      ? null
      : {
          columns: [{ text: versionAuPied(meta) }, { text: `page ${number} / ${pages}`, alignment: 'right' }],
          fontSize: sizes.small,
          color: colours.muted,
          margin: [page.marginSide, 24, page.marginSide, 0],
        };
}

const svgPage = ({ width, height }: { width: number; height: number }, content: string): Node => ({
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Sans">${content}</svg>`,
  width,
});

/** Behind the text: « PROJET » across a page that nobody has validated, and what the margin says of one that changed since. */
export function behind(
  { state, margin }: DocumentMeta,
  size: { width: number; height: number },
  { colours }: Theme,
): Node | null {
  const [x, y] = [size.width / 2, size.height / 2];
  const parts: string[] = [];
  const type = 130;
  if (state.code === 'projet')
    parts.push(
      `<text x="${x}" y="${y + type / 3}" font-size="${type}" font-weight="bold" text-anchor="middle" fill="${colours.rule}" fill-opacity="0.45" transform="rotate(-54 ${x} ${y})">PROJET</text>`,
    );
  if (margin) {
    const bar = `<rect x="30" y="70" width="3" height="${size.height - 140}" fill="${colours.accent}"/>`;
    parts.push(
      bar,
      `<text x="24" y="${y}" font-size="8.5" font-weight="bold" text-anchor="middle" fill="${colours.accent}" transform="rotate(-90 24 ${y})">${margin}</text>`,
    );
  }
  return parts.length > 0 ? svgPage(size, parts.join('')) : null;
}
