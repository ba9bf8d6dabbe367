/** Sentences of the inventories that the readers of sentences find contradicted. */

import type { Study } from '../../../../study/study.js';
import { avecSonNom, comparaisonsEcrites } from '../../ecrits/comparaisons.js';
import { comptesDeSorte } from '../../ecrits/comptes.js';
import { delaisEcrits } from '../../ecrits/delais.js';
import { employeursDits } from '../../ecrits/employeurs.js';
import { chiffresEcrits } from '../../ecrits/index.js';
import { type Lecteur, phrasesDuDispositif } from '../../ecrits/lecteur.js';
import { lieuxEcrits } from '../../ecrits/lieux.js';
import { moisEcrits } from '../../ecrits/mois.js';
import { moyensComptes } from '../../ecrits/moyens-comptes.js';
import { prioritesEcrites } from '../../ecrits/priorites.js';
import { rangsEcrits } from '../../ecrits/rangs.js';
import { reunionsComptees } from '../../ecrits/reunions.js';
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
  regle({
    code: 'rang-ecrit',
    titre: 'Une phrase donne à un scénario un autre rang que celui du classement.',
    explication: `« Le relais arrive en tête », « la régie devance la coopérative », « classé deuxième » : une phrase qui place un scénario, sans dire sur quoi, dit ce que dit la comparaison sur tous les critères, avec les poids de l’étude. Deux scénarios à un demi-point près sont à égalité. Le rang d’un vote, d’une enquête, d’un critère, d’autres poids ou d’un coût n’est pas lu. ${DE_PHRASES}`,
    livrables: ['scenarios', 'mode-operatoire', 'copil'],
    lire: rangsEcrits,
  }),
  regle({
    code: 'priorite-ecrite',
    titre: 'Une phrase met à un rang un autre croisement que celui que les priorités y mettent.',
    explication: `« La priorité n° 1 est le vélo pour les salariés », « le croisement Vélo × Salariés arrive en tête » : une phrase qui nomme un domaine et un public de l’étude, et le rang de leur croisement, dit celui que donnent les priorités, à un demi-point près. Une priorité qui n’est pas un croisement n’est pas lue. ${DE_PHRASES}`,
    livrables: ['scenarios'],
    lire: prioritesEcrites,
  }),
  regle({
    code: 'employeur-ecrit',
    titre: 'Une phrase donne à un poste un autre employeur que le sien.',
    explication: `« L’animateur est salarié du syndicat », « la directrice est recrutée par la commune » : une phrase d’un scénario, ou du mode opératoire pour celui qui est retenu, qui nomme un poste (son profil, ou le mot qui l’ouvre) et un organisme par son nom ou son sigle, en donne l’employeur (« porteur »). Un agent mis à disposition, prêté ou partagé n’est pas lu. ${DE_PHRASES}`,
    livrables: ['scenarios', 'mode-operatoire'],
    lire: employeursDits,
  }),
  regle({
    code: 'mois-ecrit',
    titre: 'Une phrase fait commencer, ou finir, une tâche un autre mois que le sien.',
    explication: `« Le recrutement commence en mars », « l’aménagement s’achève en juin 2018 » : une phrase dont le sujet n’a que des mots d’une tâche du mode opératoire, d’une phase de l’étude ou, dans la fiche d’un projet, d’une étape de ce projet, en donne le mois, prévu ou réel. Si plusieurs ont ces mots, il suffit que l’une soit de ce mois. ${DE_PHRASES}`,
    livrables: ['mode-operatoire', 'fiches-projets', 'bilan'],
    lire: moisEcrits,
  }),
  regle({
    code: 'lieu-ecrit',
    titre: 'Une phrase met une commune dans une intercommunalité, ou un périmètre, dont elle n’est pas.',
    explication: `« Fontaine est une commune de la vallée », « Fontaine, hors du périmètre du bourg » : une phrase qui nomme une commune, puis une intercommunalité ou un périmètre de territoire.yaml par son nom, dit ce que dit la liste des communes. ${DE_PHRASES}`,
    livrables: ['diagnostic', 'scenarios', 'mode-operatoire'],
    lire: lieuxEcrits,
  }),
  regle({
    code: 'phrase-chiffree',
    titre: 'Une phrase compte, mesure ou classe autrement que l’étude.',
    explication: `« La moitié des outils existent déjà », « toutes les conventions ont été signées », « les relais demandent six mois », « le réseau emploie moins d’agents que la régie », « le comité technique vote le budget », « l’emploi est créé à l’unanimité », « l’animateur est à mi-temps », « les demandes ont triplé » : une phrase dont c’est tout le propos dit ce que l’étude compte. Une part est comparée à sept points près, un coût annuel à trois pour cent près ; une fourchette admet ce qu’elle contient. ${DE_PHRASES}`,
    livrables: ['diagnostic', 'scenarios', 'mode-operatoire', 'bilan'],
    lire: chiffresEcrits,
  }),
  regle({
    code: 'moyens-comptes',
    titre: 'Une phrase compte plus de partenaires, ou d’outils, que le scénario n’en a.',
    explication: `« Les neuf partenaires du scénario », « un réseau de quatorze partenaires » : une phrase d’un scénario, ou du mode opératoire pour celui qui est retenu, n’en compte pas plus que d’organismes qui le portent, y tiennent un rôle, en sont partenaires ou signent une convention ; « les trois outils du scénario », pas plus que ses outils. Un nombre plus petit peut n’en désigner qu’une partie. Des partenaires financiers, sollicités ou du territoire ne sont pas comptés. ${DE_PHRASES}`,
    livrables: ['scenarios', 'mode-operatoire'],
    lire: moyensComptes,
  }),
  regle({
    code: 'reunions-comptees',
    titre: 'Une phrase compte d’autres réunions du comité que le journal.',
    explication: `« Le comité de pilotage s’est réuni sept fois » : une phrase qui compte, sans en dire la période, toutes les réunions du comité en donne le nombre que le journal dit tenues (« reunions.etat »), celles de bilan comprises ou non ; ailleurs que dans l’évaluation et le bilan, un nombre plus petit peut être celui d’alors. ${DE_PHRASES}`,
    livrables: ['mode-operatoire', 'copil', 'bilan'],
    lire: reunionsComptees,
  }),
];
