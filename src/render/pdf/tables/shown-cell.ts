/** What a cell of a table shows in a PDF. A figure is given its signs here, after the texts of the tree were written in what the font draws. */
import { formatCell } from '../../../exhibits/format.js';
import type { Column, Row } from '../../../exhibits/types.js';
import { drawable } from '../../text/glyphs.js';

export const shownCell = (row: Row, { key, format, decimals }: Column): string =>
  drawable(formatCell(row[key], format, decimals));
