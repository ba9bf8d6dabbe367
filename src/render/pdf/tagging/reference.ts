/** An object of the PDF file, and what is written in it. */

export interface PdfReference {
  data: Record<string, unknown>;
  write(text: string): void;
  end(): void;
}

/** Texts gathered before they are made bytes: few enough that a document of thousands of pages does not hold all of its own. */
const RUN = 500;

/** What is written in it is gathered: pdfkit would make bytes of each of the operators of a page, which are those of one text. */
export function gathered(content: PdfReference): void {
  const { write, end } = content;
  let texts: string[] = [];
  const flush = (): void => {
    if (texts.length > 0) write.call(content, texts.join('\n'));
    texts = [];
  };
  content.write = (text) => {
    if (texts.push(text) === RUN) flush();
  };
  content.end = () => {
    flush();
    end.call(content);
  };
}
