/** Files read before in this process: under `watch`, and from one command to the next, most have the text that they had. */
import type { Shape } from '../shape.js';
import { lireCeQuiPeut } from './lisible.js';
import type { ParsedFile } from './parse.js';

/** Signs that the texts kept may add up to; those that were asked for the longest ago go first. */
const SIGNES = 4_000_000;

interface Lu {
  shape: Shape;
  list: boolean;
  parsed: ParsedFile;
}

const lus = new Map<string, Lu>();
let signes = 0;

function oublier(text: string): void {
  if (lus.delete(text)) signes -= text.length;
}

/** `lireCeQuiPeut`, whose values nobody changes, made once for a text as long as it is kept. */
export function lireYaml(text: string, shape: Shape, list: boolean): ParsedFile {
  const known = lus.get(text);
  const parsed = known?.shape === shape && known.list === list ? known.parsed : lireCeQuiPeut(text, shape, list);
  oublier(text);
  if (text.length > SIGNES) return parsed;
  lus.set(text, { shape, list, parsed });
  signes += text.length;
  for (const oldest of lus.keys()) {
    if (signes <= SIGNES) break;
    oublier(oldest);
  }
  return parsed;
}
