/** Sentences of the inventories that the readers of sentences find contradicted. */

import { lecteurNomme, type NomDeLecteur, phrasesPour } from '../../ecrits/index.js';
import { citee } from '../../phrases.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const regle = ({
  lecteurs,
  ...rest
}: Pick<RegleCoherence, 'code' | 'titre' | 'explication' | 'livrables'> & {
  lecteurs: readonly NomDeLecteur[];
}): RegleCoherence => ({
  ...rest,
  gravite: 'attention',
  verifier: ({ study }) => {
    const told = new Set<string>();
    return lecteurs.flatMap((nom) => {
      const lire = lecteurNomme(study, nom);
      return phrasesPour(study, nom).flatMap(({ phrase, lu }) =>
        lire(lu, phrase.collection).flatMap(({ dit, contre }): Contradiction[] => {
          const key = `${phrase.chemin} ${contre.join(' ')}`;
          if (told.has(key)) return [];
          told.add(key);
          return [
            {
              chemin: phrase.chemin,
              contre,
              message: `« ${citee(phrase.texte)} » : ${dit}.`,
              issue: 'Corrigez la phrase, ou ce que l’étude inscrit.',
            },
          ];
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
    lecteurs: ['seances'],
  }),
  regle({
    code: 'comparaison-ecrite',
    titre: 'Une phrase compare les coûts de deux scénarios autrement que leurs chiffres.',
    explication: `« La régie coûte plus du double du réseau », « le réseau est le moins cher » : une phrase qui nomme deux scénarios, ou un seul et « le plus » ou « le moins » cher, dit ce que disent leurs coûts annuels, à deux pour cent près (un cinquième pour « le double »). Une phrase qui compare autre chose (« par habitant », « la première année », « hors personnel ») n’est pas lue. ${DE_PHRASES}`,
    livrables: ['scenarios', 'mode-operatoire', 'copil'],
    lecteurs: ['comparaisons'],
  }),
  regle({
    code: 'delai-en-toutes-lettres',
    titre: 'Une phrase promet un autre délai que celui du parcours.',
    explication: `« Visite et fiche de suites dans les vingt jours ouvrés » : une phrase du mode opératoire qui a tous les mots d’un délai promis (« delais_promis.libelle ») ou de ce qu’une étape rend (« parcours.livrable »), deux au moins, et un seul nombre de jours ouvrés, en donne le nombre (« jours », « delai_jours »). ${DE_PHRASES}`,
    livrables: ['mode-operatoire'],
    lecteurs: ['delais'],
  }),
  regle({
    code: 'compte-de-sorte',
    titre: 'Une phrase compte les projets en cours, les conventions payées ou les instances autrement que l’étude.',
    explication: `« Les deux projets en cours », « trois conventions payées », « cinq instances » : une phrase qui les compte tous (l’article le dit, ou le nombre ouvre la phrase) en donne le nombre que l’étude décrit ; un nombre moindre qui ouvre la phrase peut n’en compter qu’une partie. Ce qui change avec le temps (en cours, terminés, signées, payées) n’est comparé que dans l’évaluation, le réalisé et les textes du bilan. ${DE_PHRASES}`,
    livrables: ['mode-operatoire', 'bilan'],
    lecteurs: ['comptes'],
  }),
  regle({
    code: 'rang-ecrit',
    titre: 'Une phrase donne à un scénario un autre rang que celui du classement.',
    explication: `« Le relais arrive en tête », « la régie devance la coopérative », « classé deuxième » : une phrase qui place un scénario, sans dire sur quoi, dit ce que dit la comparaison sur tous les critères, avec les poids de l’étude. Deux scénarios à un demi-point près sont à égalité. Le rang d’un vote, d’une enquête, d’un critère, d’autres poids ou d’un coût n’est pas lu. ${DE_PHRASES}`,
    livrables: ['scenarios', 'mode-operatoire', 'copil'],
    lecteurs: ['rangs'],
  }),
  regle({
    code: 'priorite-ecrite',
    titre: 'Une phrase met à un rang un autre croisement que celui que les priorités y mettent.',
    explication: `« La priorité n° 1 est le vélo pour les salariés », « le croisement Vélo × Salariés arrive en tête » : une phrase qui nomme un domaine et un public de l’étude, et le rang de leur croisement, dit celui que donnent les priorités, à un demi-point près. Une priorité qui n’est pas un croisement n’est pas lue. ${DE_PHRASES}`,
    livrables: ['scenarios'],
    lecteurs: ['priorites'],
  }),
  regle({
    code: 'employeur-ecrit',
    titre: 'Une phrase donne à un poste un autre employeur que le sien.',
    explication: `« L’animateur est salarié du syndicat », « la directrice est recrutée par la commune » : une phrase d’un scénario, ou du mode opératoire pour celui qui est retenu, qui nomme un poste (son profil, ou le mot qui l’ouvre) et un organisme par son nom ou son sigle, en donne l’employeur (« porteur »). Un agent mis à disposition, prêté ou partagé n’est pas lu. ${DE_PHRASES}`,
    livrables: ['scenarios', 'mode-operatoire'],
    lecteurs: ['employeurs'],
  }),
  regle({
    code: 'mois-ecrit',
    titre: 'Une phrase fait commencer, ou finir, une tâche un autre mois que le sien.',
    explication: `« Le recrutement commence en mars », « l’aménagement s’achève en juin 2018 » : une phrase dont le sujet n’a que des mots d’une tâche du mode opératoire, d’une phase de l’étude ou, dans la fiche d’un projet, d’une étape de ce projet, en donne le mois, prévu ou réel. Si plusieurs ont ces mots, il suffit que l’une soit de ce mois. ${DE_PHRASES}`,
    livrables: ['mode-operatoire', 'fiches-projets', 'bilan'],
    lecteurs: ['mois'],
  }),
  regle({
    code: 'lieu-ecrit',
    titre: 'Une phrase met une commune dans une intercommunalité, ou un périmètre, dont elle n’est pas.',
    explication: `« Fontaine est une commune de la vallée », « Fontaine, hors du périmètre du bourg » : une phrase qui nomme une commune, puis une intercommunalité ou un périmètre de territoire.yaml par son nom, dit ce que dit la liste des communes. ${DE_PHRASES}`,
    livrables: ['diagnostic', 'scenarios', 'mode-operatoire'],
    lecteurs: ['lieux'],
  }),
  regle({
    code: 'phrase-chiffree',
    titre: 'Une phrase compte, mesure ou classe autrement que l’étude.',
    explication: `« La moitié des outils existent déjà », « toutes les conventions ont été signées », « les relais demandent six mois », « le réseau emploie moins d’agents que la régie », « le comité technique vote le budget », « l’emploi est créé à l’unanimité », « l’animateur est à mi-temps », « les demandes ont triplé », « trois ateliers se sont tenus », « les courses sont le besoin le plus cité », « Fontaine est la commune la plus peuplée », « l’agence est engagée », « deux animateurs à temps plein font vivre le réseau », « la Région était présente quand le scénario a été choisi » : une phrase dont c’est tout le propos dit ce que l’étude compte. Une part est comparée à sept points près, un coût annuel à trois pour cent près ; une fourchette admet ce qu’elle contient. ${DE_PHRASES}`,
    livrables: ['diagnostic', 'scenarios', 'mode-operatoire', 'bilan'],
    lecteurs: [
      ...['parts', 'evolutions', 'mesures', 'groupes', 'instances', 'durees', 'budgets', 'recueil', 'cites'],
      ...['superlatifs', 'engagements', 'postes', 'presences'],
    ] as const,
  }),
  regle({
    code: 'moyens-comptes',
    titre: 'Une phrase compte plus de partenaires, ou d’outils, que le scénario n’en a.',
    explication: `« Les neuf partenaires du scénario », « un réseau de quatorze partenaires » : une phrase d’un scénario, ou du mode opératoire pour celui qui est retenu, n’en compte pas plus que d’organismes qui le portent, y tiennent un rôle, en sont partenaires ou signent une convention ; « les trois outils du scénario », pas plus que ses outils, et « il emploie deux remorques », la quantité de cet outil. Un nombre plus petit peut n’en désigner qu’une partie. Des partenaires financiers, sollicités ou du territoire ne sont pas comptés. ${DE_PHRASES}`,
    livrables: ['scenarios', 'mode-operatoire'],
    lecteurs: ['moyens'],
  }),
  regle({
    code: 'reunions-comptees',
    titre: 'Une phrase compte d’autres réunions du comité que le journal.',
    explication: `« Le comité de pilotage s’est réuni sept fois » : une phrase qui compte, sans en dire la période, toutes les réunions du comité en donne le nombre que le journal dit tenues (« reunions.etat »), celles de bilan comprises ou non ; ailleurs que dans l’évaluation et le bilan, un nombre plus petit peut être celui d’alors. ${DE_PHRASES}`,
    livrables: ['mode-operatoire', 'copil', 'bilan'],
    lecteurs: ['reunions'],
  }),
  regle({
    code: 'apport-ecrit',
    titre: 'Une phrase dit d’un financeur un autre apport que celui du plan.',
    explication: `« La Région apporte 25 000 € », « le Département finance 30 % du réseau », « l’aide européenne est acquise », « la Région n’a rien versé », « la convention porte sur vingt jours et 4 500 € » : une phrase dont c’est tout le propos, et qui nomme le financeur (son nom, son sigle, ou celui que donne le libellé d’une recette), dit le montant, la part ou l’état du plan de financement (« financements »), des conventions qui l’engagent ou des comptes (« realise.recettes »), à un pour cent près ; de même de la recette d’un projet, et de qui n’en paie rien. Ce qui n’est que demandé n’est pas dit accordé, ni l’inverse ; ce qui a changé depuis le document n’est pas relevé. ${DE_PHRASES}`,
    livrables: ['scenarios', 'mode-operatoire', 'fiches-projets', 'bilan'],
    lecteurs: ['apports', 'aides', 'montantsConvenus'],
  }),
  regle({
    code: 'forme-ecrite',
    titre: 'Une phrase donne à un scénario une autre forme, un autre porteur ou un autre périmètre que les siens.',
    explication: `« Le réseau est porté par une association », « les relais prennent la forme d’une régie », « le réseau ne crée pas de structure », « s’étend à tout le Parc » : une phrase qui nomme un scénario, et dont c’est tout le propos, dit ce que disent « forme_juridique », « porteur », « nouvelle_entite » et « perimetre ». Une forme qui peut aller avec celle du scénario (une convention avec une entente) n’est pas relevée. ${DE_PHRASES}`,
    livrables: ['scenarios', 'mode-operatoire'],
    lecteurs: ['formes'],
  }),
  regle({
    code: 'projet-ecrit',
    titre: 'Une phrase dit d’un projet ce que sa fiche ne dit pas.',
    explication: `« Le jardin partagé est terminé », « le chantier a formé vingt bénévoles », « s’est tenu à Fontaine », « a coûté 18 000 € », « est porté par une commune », « a demandé deux jours de plus que prévu », « l’objectif de vingt foyers est dépassé », « les cinq fermes du groupe ont signé », « aucun toit n’est reporté », « la souscription est close », « la durabilité du jardin est notée 4 » : dans les fiches, l’évaluation et les textes du bilan, une phrase qui nomme un projet (son titre, les mots qui l’ouvrent), et dont c’est tout le propos, dit son état, son lieu, son coût réalisé, la nature de son porteur, ses écarts au prévu, ce que son lieu compte, ce que son suivi dit de chaque chose, la fin de ses étapes et ses notes, et n’en compte pas plus que la plus grande mesure de son indicateur. ${DE_PHRASES}`,
    livrables: ['fiches-projets', 'bilan'],
    lecteurs: ['projets', 'ecarts', 'choses', 'etapes'],
  }),
  regle({
    code: 'fait-date',
    titre: 'Une phrase date une décision, une signature ou une ouverture d’un autre jour que l’étude.',
    explication: `« Le comité du 12 mars a validé le diagnostic », « le réseau a été retenu en juin », « la convention avec l’agence a été signée en août », « la charte a été adoptée en mai », « ouverte depuis janvier 2018 », « le forum s’est tenu avant l’enquête », « la ressourcerie a fermé », « l’appel s’est clos le 25 », « trois conventions ont été signées en retard » : une phrase dont c’est tout le propos donne le jour ou le mois du journal des réunions, du registre des conventions (« signee_le »), des conditions (« remplie_le ») de l’expérimentation, des temps de la participation ou des actions passées ; ce qu’une réunion a renvoyé n’est pas dit validé ce jour-là. Dans l’évaluation et les textes du bilan, une convention sans date de signature n’est pas dite signée. ${DE_PHRASES}`,
    livrables: ['diagnostic', 'mode-operatoire', 'bilan', 'copil'],
    lecteurs: ['decisions', 'conventions', 'ordres', 'actions', 'ouvertures'],
  }),
  regle({
    code: 'seuil-ecrit',
    titre: 'Une phrase donne à une règle de droit une autre valeur que sa référence.',
    explication: `« Le seuil de dispense est de 40 000 € HT » : une phrase qui donne le nom d’une règle de references.yaml (les mots de son titre, presque tous et aucun autre) en donne la valeur (« valeur »), ou un nombre de celles qu’elle remplace ou qui la remplacent. Un seuil dit ancien, futur ou retenu par l’étude n’est pas lu. ${DE_PHRASES}`,
    livrables: ['scenarios', 'mode-operatoire'],
    lecteurs: ['seuils'],
  }),
];
