/** A deliverable was asked for by name, and the study cannot give it yet. */
import type { CodeInfo } from './code-info.js';

export const DELIVERABLE_CODES: Readonly<Record<string, CodeInfo>> = {
  'scenario-attendu': {
    gravite: 'erreur',
    titre: 'L’étude ne décrit pas le scénario dont le livrable a besoin.',
    explication:
      'Le document des scénarios compare ceux de « scenarios/ » ; le mode opératoire décrit l’un d’eux. Sans nom de livrable, « atelier build » passe ceux que l’étude ne permet pas encore.',
  },
  'scenario-inconnu': {
    gravite: 'erreur',
    titre: 'Le scénario demandé n’existe pas dans l’étude.',
    explication: 'L’option --scenario prend l’identifiant d’un scénario de « scenarios/ ».',
  },
  'mode-operatoire-attendu': {
    gravite: 'erreur',
    titre: 'Le mode opératoire n’est pas décrit.',
    explication: 'Le livrable est tiré de mode-operatoire.yaml.',
  },
  'decision-attendue': {
    gravite: 'erreur',
    titre: 'Aucune réunion n’a retenu ce scénario à la date de l’étude.',
    explication:
      'Le mode opératoire est celui du scénario qu’une réunion tenue a retenu, à la date de l’étude ou avant elle : une décision de reunions.yaml avec « scenario » et « statut: valide ». Avant elle, « atelier build mode-operatoire --scenario ID --projet » en donne un projet, marqué comme tel.',
    exemple: 'decisions: [{ objet: Choix de l’organisation, texte: …, scenario: mon-scenario, statut: valide }]',
  },
  'projet-attendu': {
    gravite: 'erreur',
    titre: 'L’étude ne décrit aucun projet, ou pas celui qui est demandé.',
    explication: 'Les fiches et le bilan sont tirés de « projets/ ».',
  },
  'reunion-attendue': {
    gravite: 'erreur',
    titre: 'L’étude n’a pas la réunion dont le dossier est demandé.',
    explication:
      'Le dossier « copil » prépare la prochaine réunion prévue, ou celle que nomme --reunion. Les réunions sont dans reunions.yaml.',
  },
};
