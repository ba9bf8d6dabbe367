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
  /** Whether it concerns the bearer as one of those who sign: an association that a rule on associations names, the one whom a convention pays. */
  porteur: boolean;
  /** Natures of those helped to whom it applies, none when all are; null when it does not apply to them. */
  beneficiaires: readonly Nature[] | null;
}

export interface SujetCadre {
  titre: string;
  constat: string | null;
  resume: string | null;
  applications: ApplicationCadre[];
}

/** A public bearer is named by the rules that are for it alone: those on public signatories speak of its partners. */
function duPorteur(
  porteur: Nature | null,
  regle: Reference | null,
  natures: readonly Nature[] | undefined,
  conventions: readonly ConventionAnalysee['convention'][],
): boolean {
  if (porteur === null || porteur === 'public' || (regle !== null && !concerne(regle, porteur))) return false;
  if (natures !== undefined && !natures.includes(porteur)) return false;
  return natures !== undefined || conventions.some(({ sens }) => sens === 'recu');
}

/** `references` are those of the whole study: which version stands is looked up at `date`. */
export function analyserCadre(
  { cadre = [] }: ModeOperatoire,
  { references }: Pick<Study, 'references'>,
  conventions: readonly ConventionAnalysee[],
  date: string,
  porteur: Nature | null = null,
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
      const signed = conventions.filter(
        ({ convention }) =>
          accords === undefined || (convention.nature !== undefined && accords.includes(convention.nature)),
      );
      return {
        texte,
        regle,
        porteur:
          targeted &&
          signed.length > 0 &&
          duPorteur(
            porteur,
            regle,
            natures,
            signed.map(({ convention }) => convention),
          ),
        aVenir: reference ? versionAnnoncee(references, reference, date) : null,
        beneficiaires: helped ? (natures ?? []) : null,
        partenaires: targeted
          ? signed
              .filter(
                ({ nature }) =>
                  (natures === undefined || (nature !== null && natures.includes(nature))) &&
                  (regle === null || concerne(regle, nature)),
              )
              .map(({ convention }) => convention.partenaire)
          : null,
      };
    }),
  }));
}
