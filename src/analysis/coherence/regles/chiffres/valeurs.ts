/** The values of a reference, which calculations read, against its rule, which readers read. */
import type { Reference } from '../../../../study/types.gen.js';
import { enumerer } from '../../../../texte/accords.js';
import { commeEcrit } from '../../../../texte/nombres.js';
import { fourchettesEcrites, nombresEcrits } from '../../../../texte/nombres-ecrits.js';
import { depasse } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** A share may be written as a part of one (0.8) or of a hundred (80). */
const MESURES = [1, 100];

const egal = (a: number, b: number): boolean => !depasse(Math.abs(a - b), 0);

const valeursDe = ({ valeur, valeurs = {}, plafond, taux_maximal }: Reference): [chemin: string, valeur: number][] =>
  [
    ['valeur', valeur] as const,
    ['plafond', plafond] as const,
    ['taux_maximal', taux_maximal] as const,
    ...Object.entries(valeurs).map(([key, value]) => [`valeurs/${key}`, value] as const),
  ].flatMap(([path, value]): [string, number][] => (typeof value === 'number' && value !== 0 ? [[path, value]] : []));

export const valeurHorsDuTexte: RegleCoherence = {
  code: 'valeur-hors-du-texte',
  gravite: 'attention',
  titre: 'Une valeur que les calculs lisent n’est pas dans la règle que les lecteurs lisent.',
  explication:
    'Une référence écrit ses taux et ses seuils deux fois : en toutes lettres (« regle », « commentaire », « titre ») et en nombres (« valeur », « valeurs », « plafond », « taux_maximal »). Chaque nombre se retrouve dans le texte, tel quel, en pour cent, ou dans une fourchette (« de 600 à 900 € »). Un texte qui n’écrit aucun nombre en chiffres n’est pas comparé.',
  exemple: 'regle: La part propre est d’au moins 20 %.\nvaleur: 20',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study: { references } }) =>
    references.flatMap((reference): Contradiction[] => {
      const { id, titre, regle, commentaire } = reference;
      const text = [titre, regle, commentaire].join('\n');
      const written = nombresEcrits(text);
      const spans = fourchettesEcrites(text);
      if (nombresEcrits(regle ?? '').length === 0) return [];
      const absent = valeursDe(reference).filter(
        ([, value]) =>
          !written.some((one) => MESURES.some((factor) => egal(one.valeur, value * factor))) &&
          !spans.some(([low, high]) => value >= low && value <= high),
      );
      const [first, ...others] = absent;
      if (!first) return [];
      return [
        {
          chemin: `references/${id}/${first[0]}`,
          contre: [`references/${id}/regle`, ...others.map(([path]) => `references/${id}/${path}`)],
          message: `« ${titre} » vaut ${enumerer(absent.map(([, value]) => commeEcrit(value)))} dans les calculs ; son texte ne l’écrit pas.`,
          issue: 'Corrigez la valeur, ou le texte qui la dit.',
        },
      ];
    }),
};

export const VALEURS = [valeurHorsDuTexte] as const;
