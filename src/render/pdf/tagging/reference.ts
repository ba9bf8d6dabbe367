/** An object of the PDF file. */

export interface PdfReference {
  data: Record<string, unknown>;
  end(): void;
}
