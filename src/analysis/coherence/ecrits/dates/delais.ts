/** « sous dix jours ouvrés »: the delay that a sentence gives to what is promised, or to a step, against theirs. */
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { debutDePhrase } from '../../../../texte/propos.js';
import { memeMot, motsDe, quantitesEcrites } from '../../../../texte/quantites-ecrites.js';
import type { Lecteur } from '../lecteur.js';

const VIDES = new Set(motsDe('les des une aux ses par pour sur dans sous son leur est sont avec'));
const mots = (texte: string): string[] => motsDe(texte).filter((word) => !VIDES.has(word));
/** Words beside those of the promise that leave it whole: another one (« après », « urgent », « relue ») makes another delay of it. */
const NEUTRE =
  /^(?:remet|remis|remise|rend|rendu|donn|recev|recu|part|envo|tout|demande|visite|livr|puis|annonc|repond|repons)[a-z]*$/;
const DANS = /\b(?:en|sous|dans les|sous les|d'ici|au bout de)$/;

interface Delai {
  nom: string;
  mots: string[];
  jours: number;
  contre: string;
}

export function delaisEcrits({ mode_operatoire: mode }: Study): Lecteur {
  const known: Delai[] = [
    ...(mode?.delais_promis ?? []).map(({ libelle, jours }, i) => ({
      nom: libelle,
      mots: mots(libelle),
      jours,
      contre: `mode_operatoire/delais_promis/${i + 1}/jours`,
    })),
    ...(mode?.parcours ?? []).flatMap(({ id, etape, livrable, delai_jours: jours }, i) =>
      livrable === undefined || jours === undefined
        ? []
        : [{ nom: etape, mots: mots(livrable), jours, contre: `mode_operatoire/parcours/${id ?? i + 1}/delai_jours` }],
    ),
  ].filter((one) => one.mots.length > 1);
  if (known.length === 0) return () => [];
  return (phrase, ou) => {
    if (!/^mode.operatoire/.test(ou) || !/jours ouvr/.test(phrase)) return [];
    const told = quantitesEcrites(phrase).filter(({ suite, avant }) => /^jours ouvr/.test(suite) && DANS.test(avant));
    const [only] = told;
    if (!only || told.length > 1 || /\b(?:ne|pas|sans|au plus tard|moins|plus)\b|\bn'/.test(debutDePhrase(only.avant)))
      return [];
    // What is promised comes before its delay; what sets it off may come after.
    const words = mots(only.avant);
    const about = known.filter((one) => one.mots.every((word) => words.some((said) => memeMot(word, said))));
    const [best] = [...about].sort((a, b) => b.mots.length - a.mots.length);
    if (!best || words.some((said) => !NEUTRE.test(said) && !best.mots.some((word) => memeMot(word, said)))) return [];
    if (about.some(({ jours }) => jours === only.valeur)) return [];
    return [
      {
        dit: `« ${best.nom} » est compté en ${compte(best.jours, 'jour ouvré', 'jours ouvrés')}`,
        contre: [best.contre],
      },
    ];
  };
}
