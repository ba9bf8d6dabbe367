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
