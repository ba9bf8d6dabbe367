/** What an indicator of a project measures, against the goal that it is said to measure. */
import type { Projet } from '../../../../study/types.gen.js';
import { memeMot, motsDe } from '../../../../texte/quantites-ecrites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** Words that any goal has. */
const VAGUES: ReadonlySet<string> = new Set(
  motsDe(
    'nombre total taux part compte personnes jours heures mois années projet objectif mesure avec dans pour par sur les des une aux',
  ),
);
const mots = (texte: string): string[] => [...new Set(motsDe(texte).filter((word) => !VAGUES.has(word)))];

/** How many of some words a goal has. */
const communs = (words: readonly string[], objectif: string): number => {
  const own = mots(objectif);
  return words.filter((word) => own.some((one) => memeMot(one, word))).length;
};

/** The rank of the goal that has two words of an indicator at least, when its own has none; null otherwise. */
function autreObjectif(objectifs: Projet['objectifs'], { libelle, unite, objectif }: Mesure): number | null {
  const own = objectif === undefined ? undefined : objectifs[objectif - 1];
  if (own === undefined || communs(mots(`${libelle} ${unite}`), own) > 0) return null;
  const words = mots(libelle);
  const others = objectifs.flatMap((text, i) => (i + 1 !== objectif && communs(words, text) > 1 ? [i + 1] : []));
  return others.length === 1 ? (others[0] ?? null) : null;
}

type Mesure = Pick<NonNullable<Projet['indicateurs']>[number], 'libelle' | 'unite' | 'objectif'>;

export const indicateurDUnAutreObjectif: RegleCoherence = {
  code: 'indicateur-d-un-autre-objectif',
  gravite: 'attention',
  titre: 'Un indicateur est rattaché à un objectif, et mesure un autre.',
  explication:
    'L’indicateur d’un projet dit quel objectif il mesure (« indicateurs.objectif », son rang). Quand son libellé et son unité n’ont aucun mot de cet objectif, et que le libellé en a deux au moins d’un seul autre (« Vélos réparés », pour « Réparer quarante vélos »), c’est l’autre qu’il mesure. « Réparés » et « réparer » sont un même mot.',
  exemple:
    'objectifs: [Ouvrir un atelier, Réparer quarante vélos]\nindicateurs: [{ libelle: Vélos réparés, objectif: 1 }]',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets } }) =>
    projets.flatMap(({ id, titre, objectifs, indicateurs = [] }) =>
      indicateurs.flatMap((indicateur, i): Contradiction[] => {
        const { objectif: rank, libelle } = indicateur;
        const other = autreObjectif(objectifs, indicateur);
        if (other === null || rank === undefined) return [];
        return [
          {
            chemin: `projets/${id}/indicateurs/${i + 1}/objectif`,
            contre: [`projets/${id}/objectifs/${other}`, `projets/${id}/objectifs/${rank}`],
            message: `dans « ${titre} », « ${libelle} » est dit mesurer « ${objectifs[rank - 1]} », et a les mots de « ${objectifs[other - 1]} ».`,
            issue: 'Rattachez l’indicateur à l’objectif qu’il mesure, ou corrigez son libellé.',
            saisie: 'Le rang de l’objectif s’écrit dans « indicateurs.objectif » du projet (projets.yaml).',
          },
        ];
      }),
    ),
};

export const OBJECTIFS_MESURES = [indicateurDUnAutreObjectif] as const;
