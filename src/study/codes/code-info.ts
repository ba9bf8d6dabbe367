import type { Gravite } from '../diagnostic.js';

/** What `atelier explain CODE` says of a code. */
export interface CodeInfo {
  gravite: Gravite;
  titre: string;
  explication: string;
  exemple?: string;
}
