/** The templates that were compiled with the program, known by their text: one changed since, or brought by a study, is none of them. */
import type Handlebars from 'handlebars';
import { PRECOMPILED } from './precompiled.gen.js';
import { textHash } from './text-hash.js';

/** What the text of a template was compiled to; null when it was not. */
export const specificationOf = (text: string): ReturnType<typeof Handlebars.precompile> | null =>
  PRECOMPILED.get(textHash(text)) ?? null;
