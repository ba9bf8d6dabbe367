/** Sentences of the inventories that the readers of sentences find contradicted. */

import type { Study } from '../../../../study/study.js';
import { avecSonNom, comparaisonsEcrites } from '../../ecrits/comparaisons.js';
import { comptesDeSorte } from '../../ecrits/comptes.js';
import { delaisEcrits } from '../../ecrits/delais.js';
import { type Lecteur, phrasesDuDispositif } from '../../ecrits/lecteur.js';
import { seancesEcrites } from '../../ecrits/seances.js';
import { citee } from '../../phrases.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** The motive of a decision says « il » of the scenario that it retains. */
function nommee(study: Study, chemin: string, texte: string): string {
  const [, id, rank] = /^reunions\/([^/]+)\/decisions\/(\d+)\/motif$/.exec(chemin) ?? [];
  if (id === undefined) return texte;
  const named = study.reunions.find((one) => one.id === id)?.decisions?.[Number(rank) - 1]?.scenario;
  const scenario = study.scenarios.find((one) => one.id === named);
  return scenario ? avecSonNom(texte, scenario) : texte;
}

const regle = ({
  lire,
  ...rest
}: Pick<RegleCoherence, 'code' | 'titre' | 'explication' | 'livrables'> & {
  lire: (study: Study) => Lecteur;
}): RegleCoherence => ({
  ...rest,
  gravite: 'attention',
  verifier: ({ study }) => {
    const lecteur = lire(study);
    return phrasesDuDispositif(study).flatMap((phrase) => {
      const { texte } = phrase;
      // The path is long to write: it is asked for by those who read.
      const found = lecteur(
        /[’']ils? est|[’']elle est/.test(texte) ? nommee(study, phrase.chemin, texte) : texte,
        phrase.collection,
      );
      return found.map(
        ({ dit, contre }): Contradiction => ({
          chemin: phrase.chemin,
          contre,
          message: `« ${citee(texte)} » : ${dit}.`,
          issue: 'Corrigez la phrase, ou ce que l’étude inscrit.',
        }),
      );
    });
  },
});

const DE_PHRASES = 'Ce qu’une phrase nie, suppose, rapporte d’un autre ou ne dit que d’une partie n’est pas comparé.';

export const ECRITS: readonly RegleCoherence[] = [
  regle({
    code: 'seance-ecrite',
    titre: 'Une phrase date une réunion du comité d’un jour où il ne s’est pas réuni.',
    explication: `« Le comité de pilotage du 12 mars 2018 » : une phrase des inventaires ou d’un texte qui date une réunion du comité lui donne le jour d’une réunion du journal (« reunions.date »). Une date d’avant la première ou d’après la dernière n’est pas comparée, ni celle d’une réunion dite annulée, déplacée ou par écrit, ni celle d’un autre comité (« du programme », « de la commune »). ${DE_PHRASES}`,
    livrables: ['mode-operatoire', 'copil', 'bilan'],
    lire: seancesEcrites,
  }),
  regle({
    code: 'comparaison-ecrite',
    titre: 'Une phrase compare les coûts de deux scénarios autrement que leurs chiffres.',
    explication: `« La régie coûte plus du double du réseau », « le réseau est le moins cher » : une phrase qui nomme deux scénarios, ou un seul et « le plus » ou « le moins » cher, dit ce que disent leurs coûts annuels, à deux pour cent près (un cinquième pour « le double »). Une phrase qui compare autre chose (« par habitant », « la première année », « hors personnel ») n’est pas lue. ${DE_PHRASES}`,
    livrables: ['scenarios', 'mode-operatoire', 'copil'],
    lire: comparaisonsEcrites,
  }),
  regle({
    code: 'delai-en-toutes-lettres',
    titre: 'Une phrase promet un autre délai que celui du parcours.',
    explication: `« Visite et fiche de suites dans les vingt jours ouvrés » : une phrase du mode opératoire qui a tous les mots d’un délai promis (« delais_promis.libelle ») ou de ce qu’une étape rend (« parcours.livrable »), deux au moins, et un seul nombre de jours ouvrés, en donne le nombre (« jours », « delai_jours »). ${DE_PHRASES}`,
    livrables: ['mode-operatoire'],
    lire: delaisEcrits,
  }),
  regle({
    code: 'compte-de-sorte',
    titre: 'Une phrase compte les projets en cours, les conventions payées ou les instances autrement que l’étude.',
    explication: `« Les deux projets en cours », « trois conventions payées », « cinq instances » : une phrase qui les compte tous (l’article le dit, ou le nombre ouvre la phrase) en donne le nombre que l’étude décrit ; un nombre moindre qui ouvre la phrase peut n’en compter qu’une partie. Ce qui change avec le temps (en cours, terminés, signées, payées) n’est comparé que dans l’évaluation, le réalisé et les textes du bilan. ${DE_PHRASES}`,
    livrables: ['mode-operatoire', 'bilan'],
    lire: comptesDeSorte,
  }),
];
