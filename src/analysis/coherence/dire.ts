/** What the rules found as diagnostics, both sides with their place in the files, among what the loading told. The rules themselves are not read here. */

import { printable } from '../../study/codes/codes.js';
import { cheminDit } from '../../study/collections.js';
import type { Diagnostic, Lieu } from '../../study/diagnostic.js';
import { inOwnFiles } from '../../study/files/own-files.js';
import { byPlace, type LoadedStudy } from '../../study/load.js';
import { rangDeLEcart } from './ecarts.js';
import type { Constat } from './index.js';
import type { RegleCoherence } from './regle.js';

type Places = Pick<LoadedStudy, 'place'>;
type Lus = Pick<LoadedStudy, 'place' | 'files'>;

/** What a rule found, as plain data. */
export type ConstatDit = Omit<Constat, 'regle'> & { regle: Pick<RegleCoherence, 'code' | 'gravite'> };

/** A path of a rule always leads somewhere: at worst to the file of its collection, else to the sheet of the study. */
export function lieuDe({ place }: Places, chemin: string): Lieu {
  const found = place(chemin) ?? place('etude');
  if (!found) throw new Error(`"${chemin}" is in no file`);
  return { ...found, chemin: cheminDit(chemin) };
}

/** What to do about a finding, and where it is written. */
export function aideDe({ files, place }: Lus, { issue, saisie, chemin, contre }: Omit<ConstatDit, 'regle'>): string {
  const own = { paths: files.map(({ path }) => path), fileAt: (path: string) => place(path)?.fichier };
  return inOwnFiles(saisie === undefined ? issue : `${issue} ${saisie}`, own, [chemin, ...contre]);
}

const diagnosticDe = (lus: Lus, found: ConstatDit): Diagnostic => ({
  code: found.regle.code,
  gravite: found.regle.gravite,
  ...lieuDe(lus, found.chemin),
  message: found.message,
  aide: aideDe(lus, found),
  lies: found.contre.map((path) => lieuDe(lus, path)),
});

export interface Dits {
  /** Sorted by file, line and column. */
  diagnostics: Diagnostic[];
  /** Ranks, in what the study sets aside, of what silences nothing. */
  sansEffet: number[];
}

/**
 * All that is to be told of a study that was loaded, but for the rules that it sets aside for nothing: the diagnostics of its loading and `constats`, what the rules
 * found in it. A study that did not load has none: they wait for its errors to be mended; what it sets aside stays silent.
 */
export function dire(loaded: LoadedStudy, constats: readonly ConstatDit[]): Dits {
  const { study, diagnostics, ecartees } = loaded;
  const used = new Set<number>();
  const stands = (rank: number): boolean => {
    used.add(rank);
    return rank < 0;
  };
  const own = diagnostics.filter(
    ({ code, chemin, gravite }) => gravite === 'erreur' || stands(rangDeLEcart(ecartees, code, [chemin])),
  );
  if (!study) return { diagnostics: own, sansEffet: [] };
  const contradictions = constats
    .filter(({ ecart }) => stands(ecart))
    .map((constat) => printable(diagnosticDe(loaded, constat)));
  const sansEffet = [...(study.etude.regles_ecartees ?? []).keys()].filter((rank) => !used.has(rank));
  return { diagnostics: [...own, ...contradictions].sort(byPlace), sansEffet };
}
