/** Works on water, and what the sheet says of the rules that they meet. */
import type { Projet } from '../../../../study/types.gen.js';
import { phraseNue } from '../../../../texte/identifiant.js';
import type { Phrase } from '../../phrases.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const EAU = String.raw`(?:mares?|zones? humides?|cours d'eau|ruisseaux?|rivieres?|etangs?|berges?|tourbieres?|prairies? humides?|roselieres?)\b`;
const TRAVAUX = String.raw`\b(?:restaur|creer|creation|creus|cur(?:er|age)|amenag|combl|drain|reprofil|renatur|busag|debus|plant)[a-z]*(?: (?:et|ou|puis) [a-z]+)?`;
/** Words between the works and the water that they touch; others say works beside it, or papers about it: « créer un livret sur les mares ». */
const ENTRE = String.raw`(?:,? ?(?:l'|d'|(?:la|le|les|de|du|des|une?|ses|leurs?|\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|petite?s?|grande?s?|ancien(?:ne)?s?|vieilles?|abords|bords|rives|fond|lit)\b))*`;
const SUR_L_EAU = new RegExp(`${TRAVAUX} ?${ENTRE} ?\\b${EAU}`);
/** A street, a school or a training has no works on water. */
const AUTRE_OBJET =
  /\b(?:rue|ecole|lotissement|quartier|form(?:er|ation)|sensibilis\w*|apprendre|exposition|livret|inventaire)\b/;
/** What shows that the question was asked. */
const REPONSE = /\b(?:eaux?|humides?|especes?|mares?|rivieres?|ruisseaux?|berges?|etangs?|aquatiques?)\b/;

/** The sentence that says the works. */
const travauxSurLEau = ({ id, titre, demande = '', objectifs }: Projet): Phrase | undefined =>
  [
    ...objectifs.map((texte, i) => ({ chemin: `projets/${id}/objectifs/${i + 1}`, texte })),
    { chemin: `projets/${id}/demande`, texte: demande },
    { chemin: `projets/${id}/titre`, texte: titre },
  ].find(({ texte }) => {
    const plain = phraseNue(texte);
    return (
      /mare|humide|d'eau|iviere|isseau|etang|berge|tourbiere|roseliere/.test(plain) &&
      SUR_L_EAU.test(plain) &&
      !AUTRE_OBJET.test(plain)
    );
  });

export const eauSansRegle: RegleCoherence = {
  code: 'eau-sans-regle',
  gravite: 'attention',
  titre: 'Un projet fait des travaux sur l’eau, et sa fiche ne dit rien des règles qui les attendent.',
  explication:
    'Restaurer une mare, curer un fossé, aménager une berge peut demander une déclaration au service de police de l’eau, et rencontrer des espèces protégées. Un projet dont un objectif, la demande ou le titre annonce de tels travaux le dit dans son analyse : une règle (« analyse.reglementation »), une vigilance (« analyse.vigilances ») ou la faisabilité parle de l’eau, du milieu ou des espèces. Le programme ne dit pas quelle règle s’applique : le service compétent le dit.',
  livrables: ['fiches-projets'],
  verifier: ({ study: { projets } }) =>
    projets.flatMap((projet): Contradiction[] => {
      const { id, titre, analyse } = projet;
      if (!analyse) return [];
      const works = travauxSurLEau(projet);
      if (!works) return [];
      const { reglementation = [], vigilances = [], faisabilite = '' } = analyse;
      const told = [...reglementation.map(({ regle }) => regle), ...vigilances, faisabilite];
      if (told.some((texte) => REPONSE.test(phraseNue(texte)))) return [];
      return [
        {
          chemin: works.chemin,
          contre: [`projets/${id}/analyse`],
          message: `« ${titre} » fait des travaux sur l’eau (« ${works.texte} »), et son analyse ne dit rien des règles de l’eau, ni des espèces.`,
          issue: 'Interrogez le service de police de l’eau avant les travaux, et dites ce qu’il en est.',
          saisie: 'Cela s’écrit dans « analyse.reglementation » ou « analyse.vigilances » du projet (projets.yaml).',
        },
      ];
    }),
};

export const MILIEUX = [eauSansRegle] as const;
