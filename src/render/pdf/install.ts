import {
  documentModule,
  layoutModule,
  loadPdfmake,
  type Pdfmake,
  rendererModule,
  tableModule,
  writerModule,
} from './internals.js';
import { announcing, composing } from './pages/composed-layout.js';
import { installSvgSizes } from './svg-size.js';
import { TaggedDocument } from './tagging/tagged-document.js';
import { TaggedLayout } from './tagging/tagged-layout.js';
import { TaggedRenderer } from './tagging/tagged-renderer.js';
import { TaggedWriter } from './tagging/tagged-writer.js';
import { installHyphens } from './words/hyphens.js';

let installed: Pdfmake | undefined;

/** pdfmake with tagging, hyphenation and the plan of the pages; once a process. */
export function taggedPdfmake(): Pdfmake {
  if (installed) return installed;
  installed = loadPdfmake();
  layoutModule.default = TaggedLayout;
  tableModule.default = announcing(tableModule.default);
  writerModule.default = TaggedWriter;
  rendererModule.default = TaggedRenderer;
  documentModule.default = TaggedDocument;
  installHyphens();
  installSvgSizes();
  layoutModule.default = composing(layoutModule.default as typeof TaggedLayout);
  return installed;
}
