import type { CodeInfo } from './code-info.js';

/** What `atelier explain` says of the rules: faults that no single file shows. */
export const RULE_CODES: Readonly<Record<string, CodeInfo>> = {
  'fin-avant-debut': {
    gravite: 'erreur',
    titre: 'Une période finit avant de commencer.',
    explication:
      'La date de fin doit être égale ou postérieure à la date de début. Deux dates de précision différente se comparent sur ce qu’elles ont en commun : « 2017 » et « 2017-05 » ne se contredisent pas.',
  },
  'fourchette-incoherente': {
    gravite: 'erreur',
    titre: 'Une fourchette n’est pas dans l’ordre.',
    explication: 'Un montant ou une quantité incertaine s’écrit { min, mode, max }, du plus petit au plus grand.',
    exemple: 'cout: { min: 8000, mode: 10000, max: 15000 }',
  },
  'fourchette-demesuree': {
    gravite: 'attention',
    titre: 'La borne haute d’une fourchette est loin de la valeur la plus probable.',
    explication:
      'Au-delà de cinq fois la valeur la plus probable, la borne haute porte le plus souvent un chiffre de trop. Si l’incertitude est bien celle-là, « regles_ecartees » dit pourquoi.',
    exemple: 'cout_annuel: { min: 36000, mode: 38000, max: 42000 }',
  },
  'emprunt-incomplet': {
    gravite: 'erreur',
    titre: 'Un emprunt ne dit pas comment il se rembourse.',
    explication:
      'Un emprunt (« nature: emprunt ») est une ressource que le porteur rend : « remboursement » en donne le taux et la durée, d’où viennent les intérêts et le capital de chaque année du plan. Ce qui se rembourse n’a pas d’autre nature.',
    exemple: 'nature: emprunt\nmontant: 60000\nannees: [1]\nremboursement: { taux: 0.035, duree_annees: 10 }',
  },
  'emprunt-compte-en-aide': {
    gravite: 'erreur',
    titre: 'Un emprunt est calculé comme une aide.',
    explication:
      'Un taux, une assiette, un plafond, une contrepartie, une règle citée sont ceux d’une aide. Un emprunt n’entre dans aucun taux d’aide publique ni dans aucun plafond de cofinancement : il est de l’argent du porteur, qui le rend.',
    exemple: 'nature: emprunt\nmontant: 60000\nremboursement: { taux: 0.035, duree_annees: 10 }',
  },
  'remboursement-avant-tirage': {
    gravite: 'erreur',
    titre: 'Un emprunt se rembourse avant d’être tiré.',
    explication:
      'L’emprunt est tiré au premier mois de ses « annees » (la première, si elles ne sont pas écrites) ; « premiere_annee » est l’année de la première échéance de capital, la même ou une suivante.',
    exemple: 'annees: [2]\nremboursement: { taux: 0.03, duree_annees: 7, premiere_annee: 3 }',
  },
  'parole-hors-de-sa-rencontre': {
    gravite: 'erreur',
    titre: 'Une parole n’est pas de la rencontre où elle est dite.',
    explication:
      'Une parole d’un besoin (« paroles ») qui nomme sa rencontre (« rencontre », un temps de participation.yaml) a été dite pendant celle-ci, par une personne d’un public qu’elle compte parmi ses « participants » : celui du besoin, ou celui que « public » écrit. Une rencontre qui n’a que son total n’est pas confrontée.',
    exemple:
      'paroles:\n  - { texte: « Quatre appels avant la bonne porte. », qualite: une agricultrice, rencontre: entretiens-2024, date: "2024-03-12" }',
  },
  'effectif-incoherent': {
    gravite: 'erreur',
    titre: 'Les effectifs d’un temps de participation se contredisent.',
    explication:
      'Le total ne peut être inférieur à la somme des publics, ni les réponses plus nombreuses que les envois.',
  },
  'commune-hors-territoire': {
    gravite: 'erreur',
    titre: 'Une fiche désigne une commune qui n’est pas du territoire de l’étude.',
    explication:
      'Les communes se désignent par leur code Insee, et doivent figurer dans territoire.yaml. Une action conduite ailleurs s’écrit avec « lieu » et « hors_territoire: true ».',
  },
  'nom-en-double': {
    gravite: 'attention',
    titre: 'Deux fiches d’un même inventaire portent le même nom.',
    explication: 'La même chose a sans doute été saisie deux fois : elle serait comptée deux fois.',
  },
  'caractere-sans-dessin': {
    gravite: 'attention',
    titre: 'La police des documents ne dessine pas ce caractère.',
    explication:
      'Les PDF l’écrivent en lettres latines : « * » pour une étoile, « :warning: » pour un pictogramme, la prononciation pour une autre écriture ; « [?] » quand rien n’en est connu. Les classeurs et les diapositives, composés par le logiciel du lecteur, le gardent tel quel.',
  },
  'acteur-isole': {
    gravite: 'attention',
    titre: 'Un acteur que rien d’autre dans l’étude ne nomme.',
    explication:
      'Un acteur qui n’a ni lien, ni action, ni outil, ni rôle dans un scénario ou une réunion n’apporte rien au diagnostic. Un acteur que le contrat cite (« cite_au_contrat: true ») n’est pas concerné.',
  },
  'contact-sans-consentement': {
    gravite: 'attention',
    titre: 'Un contact n’a pas donné son accord pour être publié.',
    explication:
      'Ses coordonnées restent dans l’inventaire et ne paraissent dans aucun livrable. Ne gardez que les contacts dont l’étude a besoin.',
  },
  'source-manquante': {
    gravite: 'attention',
    titre: 'Une fiche se dit sourcée sans citer de source.',
    explication: 'Un chiffre que l’on dit sourcé doit pouvoir être retrouvé par le lecteur.',
  },
  'source-inutilisee': {
    gravite: 'attention',
    titre: 'Une source n’est citée par aucune fiche.',
    explication: 'Les livrables ne listent que les sources citées : celle-ci n’y paraîtra pas.',
  },
  'fait-posterieur': {
    gravite: 'attention',
    titre: 'Un fait est postérieur au livrable qui le citerait.',
    explication:
      'Chaque livrable parle à sa date, donnée par « livrables » d’etude.yaml. Ce qui est venu après en est écarté. Une rencontre tenue après le diagnostic n’est pas signalée quand un livrable suivant parle à sa date ou plus tard ; une expérience, quand un scénario s’en inspire.',
  },
  'reference-perimee': {
    gravite: 'attention',
    titre: 'Une fiche s’appuie sur une règle qui n’est pas en vigueur à la date de l’étude.',
    explication:
      '« applicable_du » et « applicable_au » disent quand une référence vaut. Un seuil ou un taux périmé fausserait un calcul ou une conclusion.',
  },
  'decision-sans-reunion': {
    gravite: 'attention',
    titre: 'Une décision ne peut pas avoir été prise comme l’étude le dit.',
    explication: 'Une décision suppose une réunion tenue, au plus tard à la date de l’étude.',
  },
  'experiences-retenues': {
    gravite: 'attention',
    titre: 'Le nombre d’expériences retenues n’est pas celui que demande le contrat.',
    explication:
      'Le nombre est celui de l’exigence que mesure la règle « experiences-comparees » (« attendu » de contrat.yaml). Une expérience du territoire même (« reference_interne: true ») ne compte pas.',
  },
  'public-sans-besoin': {
    gravite: 'attention',
    titre: 'Un public n’a aucun besoin recensé.',
    explication: 'etude.yaml nomme ce public parmi ceux que l’étude vise ; le diagnostic n’en dirait rien.',
  },
  'domaine-sans-action': {
    gravite: 'attention',
    titre: 'Un domaine n’a aucune action conduite.',
    explication: 'etude.yaml nomme ce domaine parmi ceux de l’étude ; le diagnostic n’en dirait rien.',
  },
  'nombre-scenarios': {
    gravite: 'attention',
    titre: 'Le nombre de scénarios n’est pas celui que demande le contrat.',
    explication:
      'Le nombre est celui de l’exigence que mesure la règle « nombre-scenarios » (« attendu » de contrat.yaml). Sans elle, rien n’est demandé.',
  },
  'nombre-projets': {
    gravite: 'attention',
    titre: 'Le nombre de projets n’est pas celui de l’expérimentation.',
    explication:
      'Le nombre est celui que le mode opératoire fixe (« experimentation.nombre_projets ») ou, à défaut, celui de l’exigence que mesure la règle « nombre-projets » (« attendu » de contrat.yaml).',
  },
  'duree-experimentation': {
    gravite: 'attention',
    titre: 'L’expérimentation ne dure pas ce que demande le contrat.',
    explication:
      'Les mois vont du premier au dernier (« experimentation.debut », « fin »), l’un et l’autre compris. Le nombre est celui de l’exigence que mesure la règle « duree-experimentation » (« attendu » de contrat.yaml, en mois). Sans elle, rien n’est demandé.',
  },
  'porteurs-projets': {
    gravite: 'attention',
    titre: 'Les projets ne sont pas assez différents.',
    explication:
      'L’exigence que mesure la règle « nombre-projets » dit quels porteurs doivent être représentés (« porteurs: [public, prive] »). Des projets tous du même domaine ne se complètent pas.',
  },
  'poids-criteres': {
    gravite: 'attention',
    titre: 'Les poids des critères ne font pas 100.',
    explication:
      'Ils seront ramenés à 100 en proportion. Un autre total vient souvent d’un critère ajouté ou retiré sans revoir les autres.',
  },
  'poids-priorites': {
    gravite: 'attention',
    titre: 'Les poids des priorités ne font pas 100.',
    explication:
      'Ils seront ramenés à 100 en proportion. Un autre total vient souvent d’un poids changé sans revoir les autres. De petits poids (2, 1, 1, tous sous 10) ne sont pas des parts de 100 : rien n’en est dit.',
  },
  'livrable-sans-date': {
    gravite: 'attention',
    titre: "L'étude ne date pas ce livrable.",
    explication:
      "Chaque livrable parle à sa date, que « livrables » d'etude.yaml donne. Sans elle, il parle à la date de l'étude. Les livrables que la commande construit se nomment diagnostic, scenarios, mode-operatoire, fiches-projets et bilan ; une étude peut en lister d'autres, tenus à part.",
  },
};
