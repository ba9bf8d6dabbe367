/** A PDF's objects, read through `qpdf --json`. */
import { execFileSync } from 'node:child_process';

export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };
export type Dictionary = Record<string, Value>;

interface QpdfObject {
  value?: Value;
  stream?: { dict: Dictionary; data: string };
}

export interface PdfFile {
  pages: { object: string }[];
  objects: Record<string, QpdfObject>;
  trailer: Dictionary;
  /** The object behind a reference « 12 0 R », or the value itself. */
  resolve(value: Value | undefined): Value | undefined;
  dictionary(value: Value | undefined): Dictionary;
  /** Elements of an array, direct or behind a reference; a value alone is a list of one, its reference kept. */
  elements(value: Value | undefined): Value[];
  stream(reference: Value | undefined): Buffer;
}

export const isDictionary = (value: Value | undefined): value is Dictionary =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isReference = (value: Value | undefined): value is string =>
  typeof value === 'string' && /^\d+ \d+ R$/.test(value);

/** Text of a PDF string: qpdf marks Unicode with `u:` and bytes with `b:`. */
export const text = (value: Value | undefined): string =>
  typeof value === 'string' ? value.replace(/^[ub]:/, '') : '';

export const list = (value: Value | undefined): Value[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

export function readPdf(path: string): PdfFile {
  const args = ['--json=2', '--json-stream-data=inline', '--decode-level=generalized', path];
  const json = JSON.parse(execFileSync('qpdf', args, { maxBuffer: 1 << 30, encoding: 'utf8' })) as {
    pages: { object: string }[];
    qpdf: [unknown, Record<string, QpdfObject>];
  };
  const objects = json.qpdf[1];
  const resolve = (value: Value | undefined): Value | undefined => {
    if (!isReference(value)) return value;
    const found = objects[`obj:${value}`];
    return found?.stream ? found.stream.dict : found?.value;
  };
  return {
    pages: json.pages,
    objects,
    trailer: objects.trailer?.value as Dictionary,
    resolve,
    dictionary: (value) => {
      const found = resolve(value);
      return isDictionary(found) ? found : {};
    },
    elements: (value) => {
      const found = resolve(value);
      return list(Array.isArray(found) ? found : value);
    },
    stream: (reference) => Buffer.from(objects[`obj:${String(reference)}`]?.stream?.data ?? '', 'base64'),
  };
}
