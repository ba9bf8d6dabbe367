/**
 * What each rule wants before it says that a requirement is answered in full; short of it the answer is partial, with nothing it is missing, and with
 * illustrative entries it is complete on data of example.
 */
import type { RegleExigence } from '../../study/contrat.js';

export const EXPLICATIONS_EXIGENCES: Readonly<Record<RegleExigence, string>> = {
  'besoins-par-public': 'Chaque public a au moins un besoin, et aucune fiche n’est seulement illustrative.',
  'actions-par-domaine':
    'Chaque domaine a au moins une action sourcée sur le territoire ; réussites, freins, enseignements et coûts sont relevés pour plus de la moitié.',
  'inventaire-mobilisables':
    'Des acteurs et des outils sont inventoriés, chaque besoin a un acteur, chaque acteur a été contacté, et aucun engagement n’est illustratif.',
  'experiences-comparees':
    'Le nombre demandé d’expériences est retenu, chacune a une note de transférabilité, et la moitié au moins des axes de comparaison est renseignée pour toutes.',
  'demarche-participative':
    'Chaque public a été entendu en nombre suffisant, par plus d’une méthode, et aucune rencontre n’est illustrative.',
  'comite-pilotage':
    'La composition du comité est écrite, et chaque organisme a désigné ses représentants (« designes: true »).',
  'priorites-definies':
    'priorites.yaml classe domaines et publics, et chaque domaine a une note d’accord avec le cadre.',
  'territoire-pertinent':
    'Deux périmètres au moins (ou le nombre demandé) sont comparés, avec des arguments, et l’un est proposé ou porte un scénario.',
  'nombre-scenarios':
    'Le nombre de scénarios est celui que demande « attendu » ; « statu_quo: true » y compte celui de ne rien faire.',
  'modalites-confirmees': 'Chaque scénario a des modalités et leurs volumes.',
  'partenaires-listes': 'Chaque scénario a des partenaires et des rôles.',
  'outils-chiffres': 'Chaque outil que les scénarios emploient a ses avantages, ses inconvénients et son coût.',
  'moyens-recenses': 'Chaque scénario a des moyens humains (des postes, ou les jours de partenaires) et matériels.',
  'viabilite-mesuree':
    'criteres.yaml existe, et chaque scénario a des moyens humains (des postes, ou les jours de partenaires) et un plan de financement à éprouver ; la mesure dit lesquels satisfont à tous les tests.',
  'mode-operatoire-complet':
    'Une réunion a retenu le scénario du mode opératoire ; celui-ci a un parcours et des conditions techniques, juridiques et financières.',
  'nouvelle-entite':
    'Le scénario du mode opératoire, à défaut celui qu’une réunion a retenu, crée ou ne crée pas de personne morale, selon « nouvelle_entite ».',
  'reseaux-inspirants': 'Des réseaux sont étudiés, et ce qui en est repris est écrit pour chacun.',
  'decision-lancement':
    'Une réunion tenue, de celles qui valident, a décidé de lancer la phase de l’exigence (« lance »). Une proposition (« portee: propose ») n’y répond qu’en partie : celui à qui elle est faite n’a pas décidé.',
  'duree-experimentation':
    'Du premier mois de l’expérimentation à son dernier (« experimentation.debut », « fin »), il y a autant de mois que l’exigence en demande.',
  'nombre-projets': 'Le nombre de projets, et la nature de leurs porteurs, sont ceux que demande l’exigence.',
  'fiche-par-projet': 'Chaque projet a une analyse, un suivi et une évaluation.',
  'outils-ajustes': 'Chaque projet emploie des outils.',
  'accompagnement-terrain': 'Chaque projet a des jours faits, des séances tenues, et des jours du prestataire.',
  'bilan-evaluatif': 'Chaque projet est évalué, et au moins un témoignage est recueilli.',
  'reunion-tenue': 'Des réunions de la sorte et de la phase demandées sont tenues, dans le nombre demandé.',
  'reunion-validation': 'La réunion de la sorte demandée est tenue et a validé le livrable.',
  'clause-ecrite': 'Un mot de « mots » figure dans la clause de propriété de l’étude ou du mode opératoire.',
};
