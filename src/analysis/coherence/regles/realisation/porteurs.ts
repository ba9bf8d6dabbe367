/** Whether the bearer of a project is public, on every side that says it. */
import { nu } from '../../../../texte/identifiant.js';
import { NATURES_JURIDIQUES, natureDe } from '../../../natures.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** Types of a bearer, as they are written, that leave no doubt. */
const PUBLICS =
  /^(?:communes?|communautes?|intercommunalites?|syndicat (?:mixte|intercommunal)|departement|region|etat|etablissement public|mairie|ville|metropole)\b/;
const PRIVES =
  /^(?:associations?|collectifs?|entreprises?|particuliers?|exploitations?|fermes?|gaec|habitants?|groupe(?:ment)? (?:d'|de )(?:agriculteurs|fermes|habitants))\b/;

/** Words that turn the first: « association syndicale autorisée », « ferme du lycée agricole »; « commune libre (association) ». */
const EST_PUBLIC =
  /\b(?:syndicales?|foncieres?|publi\w+|municipal\w*|communal\w*|intercommunal\w*|departemental\w*|lycees?|maires|elus|(?:collectif|groupe) de communes)\b/;
const EST_PRIVE = /\b(?:associations?|societes?|prives?|privees?|libre|habitants|viticoles?|agricoles?)\b/;

export const statutDuPorteur: RegleCoherence = {
  code: 'statut-du-porteur',
  gravite: 'attention',
  titre: 'Le porteur d’un projet est public d’un côté, privé de l’autre.',
  explication:
    'Le statut que le projet donne à son porteur (« porteur.statut ») est celui du type de sa fiche (« porteur.acteur », « type »), et celui du type que la fiche du projet écrit (« porteur.type » : commune, association…). Le contrat compte les porteurs publics et privés, et les aides en dépendent.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets, acteurs }, acteur }) =>
    projets.flatMap(({ id, titre, porteur }): Contradiction[] => {
      const sheet = acteurs.find((one) => one.id === porteur.acteur);
      const nature = sheet ? natureDe(sheet) : null;
      const written = nu(porteur.type ?? '');
      if (
        porteur.statut === 'public'
          ? PRIVES.test(written) && !EST_PUBLIC.test(written)
          : PUBLICS.test(written) && !EST_PRIVE.test(written)
      )
        return [
          {
            chemin: `projets/${id}/porteur/statut`,
            contre: [`projets/${id}/porteur/type`],
            message: `« ${titre} » a un porteur ${porteur.statut === 'public' ? 'public' : 'privé'}, dont le type est « ${porteur.type} ».`,
            issue: 'Corrigez le statut du porteur, ou son type.',
          },
        ];
      // A semi-public company is public by its holders, and private by its form.
      if (!sheet || nature === null || sheet.type === 'sem' || (nature === 'public') === (porteur.statut === 'public'))
        return [];
      return [
        {
          chemin: `projets/${id}/porteur/statut`,
          contre: [`acteurs/${sheet.id}/type`],
          message: `« ${titre} » a un porteur ${porteur.statut === 'public' ? 'public' : 'privé'}, ${acteur(sheet.id)}, dont la fiche est du type « ${NATURES_JURIDIQUES[nature].toLowerCase()} ».`,
          issue: 'Corrigez le statut du porteur, ou le type de l’organisme.',
        },
      ];
    }),
};
