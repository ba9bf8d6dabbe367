/** A study that does not follow the data model of this program: what `atelier migrer` mends, and what it cannot. */

import { diagnostic } from '../codes/codes.js';
import type { Diagnostic } from '../diagnostic.js';
import type { Entry } from '../files/study-file.js';
import type { Place } from '../paths.js';
import { isRecord } from '../record.js';

/** Version of the data model that this program reads; that of a study without `schema_version` is 1. */
export const VERSION_DU_MODELE = 2;

/** Undefined when the study is of the version of the program, or says nothing that can be read as a version. */
export function versionFault(
  etude: Entry | undefined,
  find: (path: string) => Place | undefined,
): Diagnostic | undefined {
  if (!etude || !isRecord(etude.value)) return undefined;
  // Left unread, it may be any.
  if (etude.file.parsed.partial && !('schema_version' in etude.value)) return undefined;
  const version = etude.value.schema_version ?? 1;
  if (typeof version !== 'number' || version === VERSION_DU_MODELE) return undefined;
  const place = find('etude/schema_version') ?? find('etude');
  if (!place) return undefined;
  const at = { fichier: place.file.fichier, plage: place.plage, chemin: 'etude/schema_version' };
  return version < VERSION_DU_MODELE
    ? diagnostic('etude-ancienne', {
        ...at,
        message: `l’étude suit la version ${version} du modèle de données, le programme la version ${VERSION_DU_MODELE}.`,
        aide: `« atelier migrer » montre ce qui change. S’il ne change rien, écrivez « schema_version: ${VERSION_DU_MODELE} ».`,
      })
    : diagnostic('etude-trop-recente', {
        ...at,
        message: `l’étude suit la version ${version} du modèle de données ; le programme s’arrête à la version ${VERSION_DU_MODELE}.`,
        aide: 'Mettez le programme à jour.',
      });
}
