/** An object of the PDF file, and what is written in it. */

export interface PdfReference {
  data: Record<string, unknown>;
  write(text: string): void;
  end(): void;
}

/** What is written in it is kept until its end: pdfkit would make bytes of each of the operators of a page, which are those of one text. */
export function gathered(content: PdfReference): void {
  const { write, end } = content;
  const texts: string[] = [];
  content.write = (text) => {
    texts.push(text);
  };
  content.end = () => {
    if (texts.length > 0) write.call(content, texts.join('\n'));
    end.call(content);
  };
}
