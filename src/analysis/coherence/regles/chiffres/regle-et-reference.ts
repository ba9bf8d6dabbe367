/** Amounts that a rule applied to a project or to the dispositif writes, against the reference that it cites. */
import type { Study } from '../../../../study/study.js';
import { euros } from '../../../../texte/nombres.js';
import { nombresEcrits } from '../../../../texte/nombres-ecrits.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';
import { nombresDe, versionsDe } from '../../versions.js';

interface Application {
  chemin: string;
  texte: string;
  reference: string;
}

const applicationsDe = ({ projets, mode_operatoire: mode }: Study): Application[] => [
  ...projets.flatMap(({ id, analyse }) =>
    (analyse?.reglementation ?? []).flatMap(({ regle: texte, reference }, i) =>
      reference === undefined
        ? []
        : [{ chemin: `projets/${id}/analyse/reglementation/${i + 1}/regle`, texte, reference }],
    ),
  ),
  ...(mode?.cadre ?? []).flatMap(({ applications = [] }, c) =>
    applications.flatMap(({ texte, reference }, i) =>
      reference === undefined
        ? []
        : [{ chemin: `mode_operatoire/cadre/${c + 1}/applications/${i + 1}/texte`, texte, reference }],
    ),
  ),
];

const EN_EUROS = /^[\s\u00a0\u202f]*(?:€|euros?(?!\p{L}))/u;

/** « plafond d’aides de chaque ferme (15 000 €, 20 000 € depuis mars) »: what is between the parentheses that follow a ceiling. */
const entreParentheses = (texte: string, debut: number): boolean => {
  const open = texte.lastIndexOf('(', debut);
  return (
    open >= 0 &&
    !texte.slice(open, debut).includes(')') &&
    /\b(?:plafond|seuil|barème)s?(?!\p{L})[^.;:,()]*$/iu.test(texte.slice(0, open)) &&
    !/\b(?:soit|dont|ici|projet)\b/i.test(texte.slice(open, debut))
  );
};

/** An amount that a rule sets, and not one of the project to which it applies: « sous 200 000 € », « 20 000 € au plus ». */
const estUneBorne = (texte: string, debut: number, fin: number): boolean =>
  entreParentheses(texte, debut) ||
  /\b(?:sous|plafond(?:né|née|nés|nées|s)? (?:de|à)|au plus|maximum(?: de)?|seuil de|jusqu[’']à|(?:dans la )?limite de|au-delà de|à partir de|moins de|plus de|forfait de|barème de|minimum de|au moins)\s*$/i.test(
    texte.slice(0, debut),
  ) ||
  /^\s*(?:€|euros?)\s+(?:au (?:plus|moins|maximum)|maximum|minimum)\b/i.test(texte.slice(fin));

export const regleEtReference: RegleCoherence = {
  code: 'regle-et-reference',
  gravite: 'attention',
  titre: 'Une règle appliquée écrit un montant que sa référence ne donne pas.',
  explication:
    'La règle qu’un projet doit suivre (« analyse.reglementation ») et ce que le cadre du mode opératoire en applique (« cadre.applications ») citent une référence (« reference »). Une borne en euros qu’ils écrivent (« sous 200 000 € », « 20 000 € au plus ») est l’un de ceux de la référence, de celle qu’elle remplace ou de celle qui la remplace, en valeur ou dans ses mots. Le montant du projet (« soit 6 000 € d’aide ») n’est pas comparé.',
  livrables: ['mode-operatoire', 'fiches-projets'],
  verifier: ({ study }) =>
    applicationsDe(study).flatMap(({ chemin, texte, reference }) => {
      const versions = versionsDe(reference, study.references);
      const [first] = versions;
      // At the date of an edition, a version that is no longer in force is not at hand: what it gave is not known.
      const lost = versions.some(({ remplace }) => remplace && !versions.some(({ id }) => id === remplace));
      if (!first || lost) return [];
      const known = new Set(versions.flatMap(nombresDe));
      return nombresEcrits(texte)
        .filter(
          ({ valeur, debut, fin }) =>
            EN_EUROS.test(texte.slice(fin)) && estUneBorne(texte, debut, fin) && !known.has(valeur),
        )
        .map(
          ({ valeur }): Contradiction => ({
            chemin,
            contre: [`references/${first.id}`],
            message: `« ${texte} » écrit ${euros(valeur)}, que « ${first.titre} » ne donne pas.`,
            issue: 'Corrigez le montant, ou citez la référence qui le donne.',
            saisie: 'La référence se cite dans « reference » de la même ligne.',
          }),
        );
    }),
};

export const REGLE_ET_REFERENCE = [regleEtReference] as const;
