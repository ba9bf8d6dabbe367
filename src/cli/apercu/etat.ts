/** What the page of `atelier watch --voir` shows: the faults of the study, and the files of its release. */
import { readManifest } from '../../build/release/read-manifest.js';
import type { Diagnostic } from '../../study/diagnostic.js';

export interface FichierApercu {
  /** Name in the release. */
  fichier: string;
  /** Changes when the file does. */
  empreinte: string;
}

export interface Apercu {
  titre: string;
  /** What the last build gave, in a sentence. */
  phrase: string;
  diagnostics: readonly Diagnostic[];
  /** Texts of the study's files, for code frames. */
  textes: ReadonlyMap<string, string>;
  /** Absolute folder of the release. */
  dossier: string;
  fichiers: FichierApercu[];
}

/** The files that a release says it holds; none while there is no release. */
export async function fichiersDe(dossier: string): Promise<FichierApercu[]> {
  const read = await readManifest(dossier);
  const livrables = read?.livrables ?? [];
  const files = livrables.flatMap(({ sorties }) =>
    sorties.map(({ fichier, sha256 }) => ({ fichier, empreinte: sha256 })),
  );
  return [...new Map(files.map((file) => [file.fichier, file])).values()];
}

/** Before the first build. */
export const apercuVide = (etude: string): Apercu => ({
  titre: `Étude de ${etude}`,
  phrase: 'Construction en cours…',
  diagnostics: [],
  textes: new Map(),
  dossier: '',
  fichiers: [],
});
