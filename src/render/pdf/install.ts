import { installHyphens } from './hyphens.js';
import { documentModule, layoutModule, loadPdfmake, type Pdfmake, rendererModule, writerModule } from './internals.js';
import { TaggedDocument } from './tagged-document.js';
import { TaggedLayout } from './tagged-layout.js';
import { TaggedRenderer } from './tagged-renderer.js';
import { TaggedWriter } from './tagged-writer.js';

let installed: Pdfmake | undefined;

/** pdfmake with tagging and hyphenation; once a process. */
export function taggedPdfmake(): Pdfmake {
  if (installed) return installed;
  installed = loadPdfmake();
  layoutModule.default = TaggedLayout;
  writerModule.default = TaggedWriter;
  rendererModule.default = TaggedRenderer;
  documentModule.default = TaggedDocument;
  installHyphens();
  return installed;
}
