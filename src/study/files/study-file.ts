import { type Collection, elementName } from '../collections.js';
import { isRecord } from '../record.js';
import type { Step } from '../yaml/locate.js';
import type { ParsedFile } from '../yaml/parse.js';

/** A file of a study that was read. */
export interface StudyFile {
  /** Path as shown to the user. */
  fichier: string;
  collection: Collection;
  text: string;
  parsed: ParsedFile;
}

/** One entry of a list collection, or a whole document, and where it is. */
export interface Entry {
  file: StudyFile;
  /** Steps from the root of the file. */
  steps: Step[];
  value: unknown;
  /** Its id or, failing that, its rank in the file. */
  name: string;
}

export function entriesOf(file: StudyFile): Entry[] {
  const { value } = file.parsed;
  if (!file.collection.liste) return isRecord(value) ? [{ file, steps: [], value, name: file.collection.nom }] : [];
  if (!Array.isArray(value)) return isRecord(value) ? [{ file, steps: [], value, name: elementName(value, 0) }] : [];
  return value.map((element, index) => ({ file, steps: [index], value: element, name: elementName(element, index) }));
}

/** The path by ids of the value at `steps` from the root of a file: `acteurs/maison-energie/liens/2/acteur`. */
export function pathOf(file: StudyFile, steps: readonly Step[]): string {
  const names: string[] = [file.collection.nom];
  let value: unknown = file.parsed.value;
  if (file.collection.liste && isRecord(value)) names.push(elementName(value, 0));
  for (const step of steps) {
    if (Array.isArray(value) && typeof step === 'number') {
      const element: unknown = value[step];
      names.push(elementName(element, step));
      value = element;
    } else {
      names.push(String(step));
      value = isRecord(value) ? value[String(step)] : undefined;
    }
  }
  return names.join('/');
}
