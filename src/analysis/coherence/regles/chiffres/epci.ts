/** Intercommunalities that hold no commune of the study, and how many of them a sentence counts. */
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { CLOS } from '../../../../texte/propos.js';
import { quantitesEcrites } from '../../../../texte/quantites-ecrites.js';
import { citee, type Phrase } from '../../phrases.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const epciSansCommune: RegleCoherence = {
  code: 'epci-sans-commune',
  gravite: 'attention',
  titre: 'Une intercommunalité de l’étude n’a aucune commune.',
  explication:
    'Chaque intercommunalité de territoire.yaml (« epci ») est celle d’une commune au moins (« communes.epci ») : sans commune, elle compte pour rien dans les totaux, et les périmètres qui la nomment sont plus petits qu’on ne le croit.',
  livrables: ['diagnostic'],
  verifier: ({ study: { territoire } }) =>
    (territoire.epci ?? []).flatMap(({ siren, nom }): Contradiction[] =>
      territoire.communes.length === 0 || territoire.communes.some(({ epci }) => epci === siren)
        ? []
        : [
            {
              chemin: `territoire/epci/${siren}`,
              contre: ['territoire/communes'],
              message: `« ${nom} » est une intercommunalité de l’étude, et aucune de ses communes n’y est.`,
              issue: 'Ajoutez ses communes, ou retirez-la.',
              saisie: 'Une commune dit la sienne dans « communes.epci » (territoire.yaml).',
            },
          ],
    ),
};

/** Whole ones, or all of them: « quatre intercommunalités entières », « aux quatre intercommunalités, »; « les deux communautés qui participent » are some. */
const INTERCOMMUNALITES = new RegExp(
  String.raw`^(?:intercommunalites|communautes de communes|epci)(?:( entieres)\b|(?=${CLOS}))`,
);
const TOUTES = /\b(?:les|des|ces|ses|aux)$/;

/** The counts of all the intercommunalities, of a perimeter or of the territory, that a text gives. */
const intercommunalitesEcrites = (texte: string): number[] =>
  quantitesEcrites(texte).flatMap(({ valeur, avant, suite }) => {
    const found = INTERCOMMUNALITES.exec(suite);
    return found && valeur > 1 && (found[1] || TOUTES.test(avant.trimEnd())) ? [valeur] : [];
  });

/** The sentences that speak of all of them, with their places; that a perimeter gives speak of its own. */
function phrasesDe({ etude, territoire, participation }: Study): (Phrase & { de?: string })[] {
  return [
    { chemin: 'etude/titre', texte: etude.titre },
    { chemin: 'etude/objet', texte: etude.objet },
    ...(territoire.perimetres ?? []).map(({ id, libelle }) => ({
      chemin: `territoire/perimetres/${id}/libelle`,
      texte: libelle,
      de: id,
    })),
    ...participation.flatMap(({ id, type, commentaire }) =>
      type === 'enquete' && commentaire !== undefined
        ? [{ chemin: `participation/${id}/commentaire`, texte: commentaire }]
        : [],
    ),
  ];
}

const intercommunalitesContraires: RegleCoherence = {
  code: 'intercommunalites-ecrites',
  gravite: 'attention',
  titre: 'Une phrase compte d’autres intercommunalités que celles de l’étude.',
  explication:
    'Le nom d’un périmètre qui compte des intercommunalités entières (« quatre intercommunalités entières ») en donne le nombre que liste son « epci ». Le titre et l’objet de l’étude, le commentaire d’une enquête qui les comptent toutes (« aux quatre intercommunalités, ») donnent le nombre de celles de territoire.yaml, ou d’un périmètre. « Les deux communautés de communes qui participent » sont quelques-unes : rien n’en est dit.',
  livrables: ['diagnostic', 'scenarios'],
  verifier: ({ study }) => {
    const { epci = [], perimetres = [] } = study.territoire;
    if (epci.length === 0) return [];
    const known = new Set([epci, ...perimetres.map((one) => one.epci)].map((list) => list?.length));
    return phrasesDe(study).flatMap(({ chemin, texte, de }) => {
      const own = perimetres.find(({ id }) => id === de)?.epci?.length;
      return intercommunalitesEcrites(texte)
        .filter((n) => (own === undefined ? !known.has(n) : n !== own))
        .map(
          (n): Contradiction => ({
            chemin,
            contre: [own === undefined ? 'territoire/epci' : `territoire/perimetres/${de}/epci`],
            message: `« ${citee(texte)} » parle de ${compte(n, 'intercommunalité')} ; ${own === undefined ? `l’étude en décrit ${nombreFr(epci.length)}` : `le périmètre en liste ${nombreFr(own)}`}.`,
            issue: 'Corrigez la phrase, ou complétez la liste.',
            saisie:
              'Elles s’écrivent dans « epci » de territoire.yaml ; celles d’un périmètre, dans « perimetres.epci ».',
          }),
        );
    });
  },
};

export const EPCI = [epciSansCommune, intercommunalitesContraires] as const;
