/** Running header and footer: artifacts, on every page but the cover. */
import type { DocumentMeta } from '../../documents/tree.js';
import type { Theme } from '../theme.js';
import type { Node } from './definition.js';

type Repeated = (page: number, pages: number) => Node | null;

export function runningHeader({ shortTitle, deliverable }: DocumentMeta, { page, colours, sizes }: Theme): Repeated {
  return (number) =>
    number === 1
      ? null
      : {
          columns: [{ text: shortTitle }, { text: deliverable, alignment: 'right' }],
          fontSize: sizes.small,
          color: colours.muted,
          margin: [page.marginSide, 32, page.marginSide, 0],
        };
}

export function runningFooter({ version, state }: DocumentMeta, { page, colours, sizes }: Theme): Repeated {
  const label = state.code === 'valide' ? 'validé' : 'projet';
  return (number, pages) =>
    number === 1
      ? null
      : {
          columns: [
            { text: `Version ${version} (${label})` },
            { text: `page ${number} / ${pages}`, alignment: 'right' },
          ],
          fontSize: sizes.small,
          color: colours.muted,
          margin: [page.marginSide, 24, page.marginSide, 0],
        };
}

/** « PROJET » across a page that nobody has validated yet: pale enough to be read through, drawn behind the text. */
export function watermark({ width, height }: { width: number; height: number }, { colours }: Theme): Node {
  const [x, y] = [width / 2, height / 2];
  const size = 130;
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Sans"><text x="${x}" y="${y + size / 3}" font-size="${size}" font-weight="bold" text-anchor="middle" fill="${colours.rule}" fill-opacity="0.45" transform="rotate(-54 ${x} ${y})">PROJET</text></svg>`,
    width,
  };
}
