/** How many communes a sentence gives to the territory, against those that the study describes. */
import type { Study } from '../../../../study/study.js';
import { COMMUNE_EN_ATTENTE } from '../../../../study/valeurs/douteuses.js';
import { compte } from '../../../../texte/accords.js';
import { nombreEnLettres, nombreFr } from '../../../../texte/nombres.js';
import { communesDe } from '../../../territoire.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const EN_LETTRES = new Map(
  (['m', 'f'] as const).flatMap((genre) =>
    Array.from({ length: 100 }, (_, n): [string, number] => [nombreEnLettres(n, genre) ?? '', n]),
  ),
);

/** The number that a word or digits write; nothing for a word that is no number. */
export const nombreLu = (word: string): number | undefined =>
  /^\d/.test(word) ? Number(word) : EN_LETTRES.get(word.toLowerCase().replace(/[\s-]et[\s-]/, ' et '));

/** « les dix communes », « des 12 communes de la vallée »: all of them, as the article says; « dix communes » may be some. */
const TOUTES =
  /(?<![\p{L}\p{N}])(?:[LlDdCcSs]es|[Aa]ux)\s+(\p{L}+(?:[-\s]et[-\s]\p{L}+|-\p{L}+)*|\d{1,3})\s+communes(?!\p{L})/gu;

/** The counts of all the communes that a text gives; words that are no number are passed over. */
export const communesEcrites = (text: string): number[] =>
  [...text.matchAll(TOUTES)].flatMap(([, word = '']) => {
    const n = nombreLu(word);
    return n === undefined || n < 2 ? [] : [n];
  });

/** Counts that the study gives of the whole, of an intercommunality, of a perimeter or of a source; null when a perimeter goes beyond what is described, or while the communes of a new study are not known. */
function comptesConnus({ territoire }: Study): Set<number> | null {
  const { communes, epci = [], perimetres = [], chiffres_cles: figures = [] } = territoire;
  if (communes.some(({ code }) => code === COMMUNE_EN_ATTENTE)) return null;
  if (perimetres.some(({ departements }) => departements?.length)) return null;
  return new Set([
    communes.length,
    ...epci.map(({ siren }) => communes.filter((one) => one.epci === siren).length),
    ...perimetres.map((one) => communesDe(communes, one).length),
    ...figures.flatMap(({ mesure, valeur }) => (mesure === 'communes' && typeof valeur === 'number' ? [valeur] : [])),
  ]);
}

/** The sentences that speak of the whole territory, with their places. */
const phrasesDe = ({ etude, scenarios, territoire }: Study): [string, string][] => [
  ['etude/titre', etude.titre],
  ['etude/objet', etude.objet],
  ...(territoire.perimetres ?? []).map(({ id, libelle }): [string, string] => [
    `territoire/perimetres/${id}/libelle`,
    libelle,
  ]),
  // A summary speaks of some of them too: « les deux communes voisines ».
  ...scenarios.map(({ id, titre }): [string, string] => [`scenarios/${id}/titre`, titre]),
];

const communesContraires: RegleCoherence = {
  code: 'communes-ecrites',
  gravite: 'attention',
  titre: 'Une phrase donne au territoire un nombre de communes qu’il n’a pas.',
  explication:
    'Le titre et l’objet de l’étude, le nom d’un périmètre, le titre d’un scénario qui parlent de toutes les communes (« les dix communes », « des 12 communes ») en donnent le nombre que territoire.yaml décrit : celui du territoire, d’une intercommunalité, d’un périmètre ou d’un chiffre clé qui les compte. Rien n’est dit quand un périmètre s’étend au-delà des communes décrites.',
  livrables: ['diagnostic', 'scenarios'],
  verifier: ({ study }) => {
    const known = comptesConnus(study);
    if (known === null) return [];
    return phrasesDe(study).flatMap(([chemin, text]) =>
      communesEcrites(text)
        .filter((n) => !known.has(n))
        .map(
          (n): Contradiction => ({
            chemin,
            contre: ['territoire/communes'],
            message: `« ${text} » parle de ${compte(n, 'commune')} ; l’étude en décrit ${nombreFr(study.territoire.communes.length)}.`,
            issue: 'Corrigez la phrase, ou complétez la liste des communes.',
            saisie: 'Elles s’écrivent dans « communes » de territoire.yaml.',
          }),
        ),
    );
  },
};

export const COMMUNES_ECRITES = [communesContraires] as const;
