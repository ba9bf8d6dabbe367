/** Every rule of coherence, in the order in which documents print what they find. A new subject is a file here and a line below. */
import type { RegleCoherence } from '../regle.js';
import { ACTIONS_ET_OUTILS } from './actions-et-outils.js';
import { AU_DELA_DE_CENT } from './au-dela-de-cent.js';
import { AVANT_TERME } from './avant-terme.js';
import { BORNES } from './bornes.js';
import { CADRE } from './cadre.js';
import { CALENDRIER_REUNIONS } from './calendrier-reunions.js';
import { CHIFFRES_DU_TERRITOIRE } from './chiffres-du-territoire.js';
import { CHOIX_PROJETS } from './choix-projets.js';
import { CIBLES } from './cibles.js';
import { COMITE_DU_DISPOSITIF } from './comite-du-dispositif.js';
import { COMMUNES_ECRITES } from './communes-ecrites.js';
import { COMPETENCES } from './competences.js';
import { COMPTES_ECRITS } from './comptes-ecrits.js';
import { CONDITIONS } from './conditions.js';
import { CONVENTIONS } from './conventions.js';
import { NOTATION } from './criteres.js';
import { DATES_DES_CONSTATS } from './dates-des-constats.js';
import { DECISIONS } from './decisions.js';
import { DELAIS } from './delais.js';
import { DISPOSITIF } from './dispositif.js';
import { DONNEURS } from './donneurs.js';
import { ENTITES } from './entites.js';
import { EPREUVES } from './epreuves.js';
import { ETATS_CONTREDITS } from './etats-contredits.js';
import { EVALUATION } from './evaluation.js';
import { EXPERIMENTATION } from './experimentation.js';
import { FICHES_DES_ACTEURS } from './fiches-des-acteurs.js';
import { FINANCEURS } from './financeurs.js';
import { INSTANCES } from './instances.js';
import { INVENTAIRES } from './inventaires.js';
import { LIGNES } from './lignes.js';
import { MEMBRES } from './membres.js';
import { MODE_OPERATOIRE } from './mode-operatoire.js';
import { MONTANTS_ECRITS } from './montants-ecrits.js';
import { MOYENS } from './moyens.js';
import { NOTATION_PROJETS } from './notation-projets.js';
import { ORDRES_DE_GRANDEUR } from './ordres-de-grandeur.js';
import { PARTENAIRES } from './partenaires.js';
import { REGLES_PERIMETRES } from './perimetres.js';
import { PERSONNES } from './personnes.js';
import { PLANNING } from './planning.js';
import { PORTEES } from './portees.js';
import { POSTES } from './postes.js';
import { PREPARATION } from './preparation.js';
import { PREUVES } from './preuves.js';
import { PRIORITES } from './priorites.js';
import { PROGRAMME } from './programme.js';
import { REGLES_PROJETS } from './projets.js';
import { PUBLICS_ENTENDUS } from './publics-entendus.js';
import { REALISE } from './realise.js';
import { REALISE_ET_CONVENU } from './realise-et-convenu.js';
import { RECETTES } from './recettes.js';
import { RECUEIL } from './recueil.js';
import { REGLES_D_AIDE } from './regles-d-aide.js';
import { RENVOIS_CROISES } from './renvois-croises.js';
import { REPLIS } from './replis.js';
import { RETRAITS } from './retraits.js';
import { REGLES_REUNIONS } from './reunions.js';
import { SANS_PERSONNALITE } from './sans-personnalite.js';
import { SEMBLABLES } from './semblables.js';
import { SEUILS_DU_CADRE } from './seuils-du-cadre.js';
import { STRUCTURE } from './structure.js';
import { SUIVI } from './suivi.js';
import { TAILLES_INEGALES } from './tailles-inegales.js';
import { TAXES } from './taxes.js';
import { TEMPS } from './temps.js';
import { TERMES_IMPOSSIBLES } from './termes-impossibles.js';
import { VALEURS } from './valeurs.js';
import { VALIDITE } from './validite.js';
import { VERSEMENTS } from './versements.js';

export const REGLES_COHERENCE: readonly RegleCoherence[] = [
  ...RECUEIL,
  ...PUBLICS_ENTENDUS,
  ...INVENTAIRES,
  ...ACTIONS_ET_OUTILS,
  ...PERSONNES,
  ...PARTENAIRES,
  ...FICHES_DES_ACTEURS,
  ...MEMBRES,
  ...RETRAITS,
  ...PREUVES,
  ...MOYENS,
  ...LIGNES,
  ...TERMES_IMPOSSIBLES,
  ...POSTES,
  ...SANS_PERSONNALITE,
  ...STRUCTURE,
  ...REGLES_D_AIDE,
  ...FINANCEURS,
  ...DONNEURS,
  ...RECETTES,
  ...TAXES,
  ...VERSEMENTS,
  ...TEMPS,
  ...DELAIS,
  ...PROGRAMME,
  ...PRIORITES,
  ...CADRE,
  ...NOTATION,
  ...TAILLES_INEGALES,
  ...EPREUVES,
  ...DECISIONS,
  ...ENTITES,
  ...SEMBLABLES,
  ...MODE_OPERATOIRE,
  ...REPLIS,
  ...DISPOSITIF,
  ...EXPERIMENTATION,
  ...PLANNING,
  ...ETATS_CONTREDITS,
  ...CONDITIONS,
  ...PREPARATION,
  ...CONVENTIONS,
  ...REGLES_PROJETS,
  ...EVALUATION,
  ...REALISE,
  ...REALISE_ET_CONVENU,
  ...AVANT_TERME,
  ...NOTATION_PROJETS,
  ...CIBLES,
  ...SEUILS_DU_CADRE,
  ...SUIVI,
  ...INSTANCES,
  ...COMITE_DU_DISPOSITIF,
  ...BORNES,
  ...DATES_DES_CONSTATS,
  ...VALEURS,
  ...AU_DELA_DE_CENT,
  ...RENVOIS_CROISES,
  ...MONTANTS_ECRITS,
  ...VALIDITE,
  ...REGLES_PERIMETRES,
  ...CHIFFRES_DU_TERRITOIRE,
  ...ORDRES_DE_GRANDEUR,
  ...COMMUNES_ECRITES,
  ...COMPTES_ECRITS,
  ...REGLES_REUNIONS,
  ...PORTEES,
  ...COMPETENCES,
  ...CHOIX_PROJETS,
  ...CALENDRIER_REUNIONS,
];
