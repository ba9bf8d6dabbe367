/** The legal and financial frame: what applies at a date, and to which partners. */
import type { Study } from '../../study/study.js';
import type { ModeOperatoire, Reference } from '../../study/types.gen.js';
import { concerne, type Nature } from '../natures.js';
import { versionAnnoncee, versionAu } from '../references.js';
import type { ConventionAnalysee } from './conventions.js';

export interface ApplicationCadre {
  texte: string;
  /** The version in force at the date; null when the application cites none, or none is in force. */
  regle: Reference | null;
  /** The version to come, when its text is published. */
  aVenir: Reference | null;
  /** Actors of the conventions to which it applies, by id; null when it applies to the bearer, whoever the partner, or to those whom it helps. */
  partenaires: string[] | null;
  /** Natures of those helped to whom it applies, none when all are; null when it does not apply to them. */
  beneficiaires: readonly Nature[] | null;
}

export interface SujetCadre {
  titre: string;
  constat: string | null;
  resume: string | null;
  applications: ApplicationCadre[];
}

/** `references` are those of the whole study: which version stands is looked up at `date`. */
export function analyserCadre(
  { cadre = [] }: ModeOperatoire,
  { references }: Pick<Study, 'references'>,
  conventions: readonly ConventionAnalysee[],
  date: string,
): SujetCadre[] {
  return cadre.map(({ titre, constat = null, resume = null, applications }) => ({
    titre,
    constat,
    resume,
    applications: applications.map(({ texte, reference, natures, conventions: accords, pour }): ApplicationCadre => {
      const regle = reference ? versionAu(references, reference, date) : null;
      const helped = pour === 'beneficiaires';
      const targeted =
        pour === 'signataires' || (pour === undefined && (natures !== undefined || accords !== undefined));
      return {
        texte,
        regle,
        aVenir: reference ? versionAnnoncee(references, reference, date) : null,
        beneficiaires: helped ? (natures ?? []) : null,
        partenaires: targeted
          ? conventions
              .filter(
                ({ nature, convention }) =>
                  (natures === undefined || (nature !== null && natures.includes(nature))) &&
                  (accords === undefined || (convention.nature !== undefined && accords.includes(convention.nature))) &&
                  (regle === null || concerne(regle, nature)),
              )
              .map(({ convention }) => convention.partenaire)
          : null,
      };
    }),
  }));
}
