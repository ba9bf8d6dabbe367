/** A study as JSON, each of its parts written once: the deliverables read the same ones, several times each. */
import { parObjet } from '../../analysis/une-fois.js';
import type { Study } from '../../study/study.js';

const writtenOf = parObjet((part: object): string => JSON.stringify(part));

/** Below the braces of the study. No text holds a line feed there: it is written as `\n`. */
const indentedOf = parObjet((part: object): string => JSON.stringify(part, null, 2).replaceAll('\n', '\n  '));

const partsOf = (study: Study, write: (part: object) => string): [string, string][] =>
  Object.entries(study).flatMap(([key, part]: [string, unknown]): [string, string][] => {
    const text: string | undefined = typeof part === 'object' && part !== null ? write(part) : JSON.stringify(part);
    return text === undefined ? [] : [[JSON.stringify(key), text]];
  });

/** What `JSON.stringify(study)` gives. */
export const written = (study: Study): string =>
  `{${partsOf(study, writtenOf)
    .map((part) => part.join(':'))
    .join()}}`;

/** What `JSON.stringify(study, null, 2)` gives. */
export const indented = (study: Study): string =>
  `{\n  ${partsOf(study, indentedOf)
    .map((part) => part.join(': '))
    .join(',\n  ')}\n}`;
