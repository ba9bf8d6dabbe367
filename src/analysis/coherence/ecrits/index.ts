/** Every reader of sentences, as the author's texts and the inventories are held to them. */
import type { Study } from '../../../study/study.js';
import { phraseNue } from '../../../texte/identifiant.js';
import { once, parObjet } from '../../une-fois.js';
import { avecSonNom } from './comparaisons.js';
import { candidats } from './indices.js';
import { type Dementi, type Lecteur, type PhraseDuDispositif, phrasesDuDispositif } from './lecteur.js';
import { LECTEURS, NOMS_DES_LECTEURS, type NomDeLecteur } from './registre.js';

export type { Dementi, Lecteur } from './lecteur.js';
export type { NomDeLecteur } from './registre.js';

/** The readers of a study, each made at the first sentence of which it may say something, and those that may of a sentence. */
const pretsPour = parObjet((study: Study) => ({
  readers: NOMS_DES_LECTEURS.map((nom) => once((): Lecteur => LECTEURS[nom].lire(study))),
  parmi: candidats(NOMS_DES_LECTEURS.map((nom) => LECTEURS[nom].mots(study))),
}));

/** What leaves a conditional a supposition: another's word, a condition, a variant. */
const SUPPOSE =
  /\b(?:si|s'ils?|selon|d'apres|sinon|sans|faute|a condition|au cas|pour que|souhait[a-z]*|propos[a-z]*|variante|etend[a-z]*|imagin[a-z]*|suppos[a-z]*|voudr[a-z]*|pourr[a-z]*|devr[a-z]*|aur(?:ait|aient))\b/;
const CONDITIONNEL = /(?<=[a-zà-öø-ÿœ]{2})er(ait|aient)(?![a-zà-öø-ÿœ])/g;

/** « le groupement coûterait »: what a plan will cost is told as often so as in the present. Null where it is not, or rests on something. */
function auPresent(phrase: string, ou: string): string | null {
  if (!phrase.includes('erai') || !/^(?:scenarios|mode.operatoire)\b/.test(ou)) return null;
  const [first] = phrase.matchAll(CONDITIONNEL);
  if (!first || SUPPOSE.test(phraseNue(phrase))) return null;
  // « Avec deux postes, le réseau coûterait »: of another than the plan.
  if (/,[^.;:]*$/.test(phrase.slice(0, first.index))) return null;
  return phrase.replaceAll(CONDITIONNEL, (_, ending: string) => (ending === 'ait' ? 'e' : 'ent'));
}

/** What a sentence contradicts, whatever it is about. Two readers that see one fact of the study tell it once. */
export function lecteurDe(study: Study): Lecteur {
  const { readers, parmi } = pretsPour(study);
  return (phrase, ou) => {
    const told = new Map<string, Dementi>();
    for (const said of [phrase, auPresent(phrase, ou)])
      for (const rank of said === null ? [] : parmi(said))
        for (const one of readers[rank]?.()(said ?? '', ou) ?? []) {
          const key = one.contre.join(' ');
          if (!told.has(key)) told.set(key, one);
        }
    return [...told.values()];
  };
}

/** A sentence of the inventories, and as a reader has it. */
interface PhraseLue {
  phrase: PhraseDuDispositif;
  lu: string;
}

/** The motive of a decision says « il » of the scenario that it retains: the sentence as if it named it. */
function nommee(study: Study, { chemin, texte }: PhraseDuDispositif): string {
  const [, id, rank] = /^reunions\/([^/]+)\/decisions\/(\d+)\/motif$/.exec(chemin) ?? [];
  if (id === undefined) return texte;
  const named = study.reunions.find((one) => one.id === id)?.decisions?.[Number(rank) - 1]?.scenario;
  const scenario = study.scenarios.find((one) => one.id === named);
  return scenario ? avecSonNom(texte, scenario) : texte;
}

/** The sentences of the inventories, by the readers that may say something of them. The path is long to write: it is asked for where a pronoun wants it. */
const phrasesParLecteur = parObjet((study: Study): ReadonlyMap<NomDeLecteur, readonly PhraseLue[]> => {
  const { parmi } = pretsPour(study);
  const found = new Map<NomDeLecteur, PhraseLue[]>(NOMS_DES_LECTEURS.map((nom) => [nom, []]));
  for (const phrase of phrasesDuDispositif(study)) {
    const lu = /[’']ils? est|[’']elle est/.test(phrase.texte) ? nommee(study, phrase) : phrase.texte;
    for (const rank of parmi(lu)) {
      const nom = NOMS_DES_LECTEURS[rank];
      if (nom !== undefined) found.get(nom)?.push({ phrase, lu });
    }
  }
  return found;
});

export const phrasesPour = (study: Study, nom: NomDeLecteur): readonly PhraseLue[] =>
  phrasesParLecteur(study).get(nom) ?? [];

export const lecteurNomme = (study: Study, nom: NomDeLecteur): Lecteur => {
  const reader = pretsPour(study).readers[NOMS_DES_LECTEURS.indexOf(nom)];
  return (phrase, ou) => reader?.()(phrase, ou) ?? [];
};
