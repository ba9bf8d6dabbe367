/** A file to draw, as small as can be. */
import type { Drawing } from '../../src/build/drawing/drawing.js';
import type { WorkbookModel } from '../../src/documents/workbook.js';
import { loadTheme } from '../../src/render/theme.js';

const theme = await loadTheme();

export function workbookDrawing(title: string): Drawing {
  const workbook: WorkbookModel = {
    title,
    subject: 'Essai',
    author: 'Bureau d’étude',
    version: '1.0',
    date: '2018-02-15',
    intro: [title],
    parts: [],
    sheets: [],
  };
  return {
    name: `${title}.xlsx`,
    extension: 'xlsx',
    shown: { workbook },
    theme,
    options: { date: '2018-02-15', attachments: [] },
  };
}
