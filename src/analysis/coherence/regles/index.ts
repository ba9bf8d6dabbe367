/** Every rule of coherence, in the order in which documents print what they find. A new subject is a file in one of these folders and a line below. */
import type { RegleCoherence } from '../regle.js';
import { ENTITES } from './acteurs/entites.js';
import { FICHES_DES_ACTEURS } from './acteurs/fiches-des-acteurs.js';
import { MEMBRES } from './acteurs/membres.js';
import { NOMS_DES_ORGANISMES } from './acteurs/noms-des-organismes.js';
import { PARTENAIRES } from './acteurs/partenaires.js';
import { PERSONNES } from './acteurs/personnes.js';
import { PREUVES } from './acteurs/preuves.js';
import { RETRAITS } from './acteurs/retraits.js';
import { SANS_PERSONNALITE } from './acteurs/sans-personnalite.js';
import { TITRES_ET_LIBELLES } from './acteurs/titres-et-libelles.js';
import { AVANT_TERME } from './calendrier/avant-terme.js';
import { BORNES } from './calendrier/bornes.js';
import { CALENDRIER_REUNIONS } from './calendrier/calendrier-reunions.js';
import { DATES_DES_CONSTATS } from './calendrier/dates-des-constats.js';
import { DATES_DES_SOURCES } from './calendrier/dates-des-sources.js';
import { HEURES } from './calendrier/heures.js';
import { JOURS_FERMES } from './calendrier/jours-fermes.js';
import { VALIDITE } from './calendrier/validite.js';
import { ARGENT_ET_EFFECTIF } from './chiffres/argent-et-effectif.js';
import { AU_DELA_DE_CENT } from './chiffres/au-dela-de-cent.js';
import { CHIFFRES_DU_TERRITOIRE } from './chiffres/chiffres-du-territoire.js';
import { COMMUNES_ECRITES } from './chiffres/communes-ecrites.js';
import { COMMUNES_EN_DOUBLE } from './chiffres/communes-en-double.js';
import { COMPTES_ECRITS } from './chiffres/comptes-ecrits.js';
import { DECOUPAGE } from './chiffres/decoupage.js';
import { ECRITS } from './chiffres/ecrits.js';
import { EFFECTIF_DU_LIEU } from './chiffres/effectif-du-lieu.js';
import { EPCI } from './chiffres/epci.js';
import { LISTES_COUPEES } from './chiffres/listes-coupees.js';
import { MONTANTS_ECRITS } from './chiffres/montants-ecrits.js';
import { ORDRES_DE_GRANDEUR } from './chiffres/ordres-de-grandeur.js';
import { REGLES_PERIMETRES } from './chiffres/perimetres.js';
import { REGLE_ET_REFERENCE } from './chiffres/regle-et-reference.js';
import { VALEURS } from './chiffres/valeurs.js';
import { CADRE } from './choix-du-scenario/cadre.js';
import { CONDITIONS_INEGALES } from './choix-du-scenario/conditions-inegales.js';
import { NOTATION } from './choix-du-scenario/criteres.js';
import { EPREUVES } from './choix-du-scenario/epreuves.js';
import { ESSAIS } from './choix-du-scenario/essais.js';
import { FORMES } from './choix-du-scenario/formes.js';
import { POUR_ET_CONTRE } from './choix-du-scenario/pour-et-contre.js';
import { PRIORITES } from './choix-du-scenario/priorites.js';
import { RANGS_EN_DOUBLE } from './choix-du-scenario/rangs-en-double.js';
import { SEMBLABLES } from './choix-du-scenario/semblables.js';
import { TAILLES_INEGALES } from './choix-du-scenario/tailles-inegales.js';
import { CHOIX_PROJETS } from './decisions/choix-projets.js';
import { COMITE_DU_DISPOSITIF } from './decisions/comite-du-dispositif.js';
import { COMPETENCES } from './decisions/competences.js';
import { DECISIONS } from './decisions/decisions.js';
import { INSTANCES } from './decisions/instances.js';
import { PORTEES } from './decisions/portees.js';
import { REPORTS } from './decisions/reports.js';
import { REGLES_REUNIONS } from './decisions/reunions.js';
import { SEANCES } from './decisions/seances.js';
import { TEXTES_DES_DECISIONS } from './decisions/textes-des-decisions.js';
import { TEXTES_DU_LANCEMENT } from './decisions/textes-du-lancement.js';
import { VOTES } from './decisions/votes.js';
import { ACTIONS_ET_OUTILS } from './diagnostic/actions-et-outils.js';
import { EXPERIENCES } from './diagnostic/experiences.js';
import { INVENTAIRES } from './diagnostic/inventaires.js';
import { MONNAIES } from './diagnostic/monnaies.js';
import { PUBLICS_ENTENDUS } from './diagnostic/publics-entendus.js';
import { RECUEIL } from './diagnostic/recueil.js';
import { RECUEIL_ECRIT } from './diagnostic/recueil-ecrit.js';
import { RENVOIS_CROISES } from './diagnostic/renvois-croises.js';
import { SOURCES_EN_DOUBLE } from './diagnostic/sources-en-double.js';
import { ACQUIS } from './financement/acquis.js';
import { COMPTES } from './financement/comptes.js';
import { CONVENTIONS } from './financement/conventions.js';
import { DONNEURS } from './financement/donneurs.js';
import { EFFET_DES_CONVENTIONS } from './financement/effet-des-conventions.js';
import { EMPRUNTS } from './financement/emprunts.js';
import { FINANCEURS } from './financement/financeurs.js';
import { LIEUX_DES_AIDES } from './financement/lieux-des-aides.js';
import { PROGRAMME } from './financement/programme.js';
import { RECETTES } from './financement/recettes.js';
import { REGIME_DE_TVA } from './financement/regime-de-tva.js';
import { REGLES_D_AIDE } from './financement/regles-d-aide.js';
import { SEUILS_DU_CADRE } from './financement/seuils-du-cadre.js';
import { SORTIE } from './financement/sortie.js';
import { STATUTS } from './financement/statuts.js';
import { TARIFS_FIXES } from './financement/tarifs-fixes.js';
import { TAUX_ET_CONTREPARTIE } from './financement/taux-et-contrepartie.js';
import { TAXES } from './financement/taxes.js';
import { TRESORERIE_ECRITE } from './financement/tresorerie-ecrite.js';
import { VERSEMENTS } from './financement/versements.js';
import { ACTIVITES } from './mode-operatoire/activites.js';
import { CIBLES } from './mode-operatoire/cibles.js';
import { CIBLES_DEMESUREES } from './mode-operatoire/cibles-demesurees.js';
import { CONDITIONS } from './mode-operatoire/conditions.js';
import { DISPOSITIF } from './mode-operatoire/dispositif.js';
import { DONNEES_PERSONNELLES } from './mode-operatoire/donnees-personnelles.js';
import { DUREES_ECRITES } from './mode-operatoire/durees-ecrites.js';
import { DUREES_REPETEES } from './mode-operatoire/durees-repetees.js';
import { ECRITS_DU_MODE } from './mode-operatoire/ecrits-du-mode.js';
import { EXCLUSIONS } from './mode-operatoire/exclusions.js';
import { EXPERIMENTATION } from './mode-operatoire/experimentation.js';
import { MODE_OPERATOIRE } from './mode-operatoire/mode-operatoire.js';
import { PLANNING } from './mode-operatoire/planning.js';
import { PREAVIS } from './mode-operatoire/preavis.js';
import { PREPARATION } from './mode-operatoire/preparation.js';
import { REPLIS } from './mode-operatoire/replis.js';
import { DELAIS } from './moyens/delais.js';
import { LIGNES } from './moyens/lignes.js';
import { MONTEE } from './moyens/montee.js';
import { MOYENS } from './moyens/moyens.js';
import { PAR_UNITE } from './moyens/par-unite.js';
import { POSTES } from './moyens/postes.js';
import { STRUCTURE } from './moyens/structure.js';
import { TEMPS } from './moyens/temps.js';
import { TERMES_IMPOSSIBLES } from './moyens/termes-impossibles.js';
import { APRES_LE_BILAN } from './realisation/apres-le-bilan.js';
import { AVIS_CONTREDITS } from './realisation/avis-contredits.js';
import { CIBLES_ECRITES } from './realisation/cibles-ecrites.js';
import { CUMULS } from './realisation/cumuls.js';
import { DEMANDES_PAR_SORT } from './realisation/demandes-par-sort.js';
import { ECRITS_DES_PROJETS } from './realisation/ecrits-des-projets.js';
import { ETATS_CONTREDITS } from './realisation/etats-contredits.js';
import { EVALUATION } from './realisation/evaluation.js';
import { LIEUX_DES_PROJETS } from './realisation/lieux-des-projets.js';
import { MESURES_ECRITES } from './realisation/mesures-ecrites.js';
import { MILIEUX } from './realisation/milieux.js';
import { MOYENS_DES_PROJETS } from './realisation/moyens-des-projets.js';
import { NOTATION_PROJETS } from './realisation/notation-projets.js';
import { OBJECTIFS_MESURES } from './realisation/objectifs-mesures.js';
import { PAROLES_ET_BILAN } from './realisation/paroles-et-bilan.js';
import { REGLES_PROJETS } from './realisation/projets.js';
import { PROJETS_CLOS } from './realisation/projets-clos.js';
import { REALISE } from './realisation/realise.js';
import { REALISE_ET_CONVENU } from './realisation/realise-et-convenu.js';
import { SOMMES } from './realisation/sommes.js';
import { SUITES_CONTREDITES } from './realisation/suites-contredites.js';
import { SUIVI } from './realisation/suivi.js';

export const REGLES_COHERENCE: readonly RegleCoherence[] = [
  ...RECUEIL,
  ...RECUEIL_ECRIT,
  ...PUBLICS_ENTENDUS,
  ...INVENTAIRES,
  ...SOURCES_EN_DOUBLE,
  ...EXPERIENCES,
  ...MONNAIES,
  ...ACTIONS_ET_OUTILS,
  ...PERSONNES,
  ...PARTENAIRES,
  ...FICHES_DES_ACTEURS,
  ...MEMBRES,
  ...NOMS_DES_ORGANISMES,
  ...TITRES_ET_LIBELLES,
  ...RETRAITS,
  ...PREUVES,
  ...MOYENS,
  ...LIGNES,
  ...TERMES_IMPOSSIBLES,
  ...POSTES,
  ...SANS_PERSONNALITE,
  ...STRUCTURE,
  ...PAR_UNITE,
  ...REGLES_D_AIDE,
  ...EMPRUNTS,
  ...EFFET_DES_CONVENTIONS,
  ...TAUX_ET_CONTREPARTIE,
  ...FINANCEURS,
  ...DONNEURS,
  ...RECETTES,
  ...COMPTES,
  ...TARIFS_FIXES,
  ...ACQUIS,
  ...STATUTS,
  ...SUITES_CONTREDITES,
  ...SORTIE,
  ...TAXES,
  ...REGIME_DE_TVA,
  ...LIEUX_DES_AIDES,
  ...VERSEMENTS,
  ...TRESORERIE_ECRITE,
  ...TEMPS,
  ...MONTEE,
  ...DELAIS,
  ...PROGRAMME,
  ...PRIORITES,
  ...CADRE,
  ...ESSAIS,
  ...NOTATION,
  ...TAILLES_INEGALES,
  ...EPREUVES,
  ...DECISIONS,
  ...ENTITES,
  ...FORMES,
  ...CONDITIONS_INEGALES,
  ...SEMBLABLES,
  ...RANGS_EN_DOUBLE,
  ...POUR_ET_CONTRE,
  ...MODE_OPERATOIRE,
  ...REPLIS,
  ...EXCLUSIONS,
  ...DISPOSITIF,
  ...ACTIVITES,
  ...DONNEES_PERSONNELLES,
  ...EXPERIMENTATION,
  ...ECRITS_DU_MODE,
  ...DUREES_ECRITES,
  ...PREAVIS,
  ...DUREES_REPETEES,
  ...PLANNING,
  ...ETATS_CONTREDITS,
  ...CONDITIONS,
  ...PREPARATION,
  ...CONVENTIONS,
  ...REGLES_PROJETS,
  ...LIEUX_DES_PROJETS,
  ...MOYENS_DES_PROJETS,
  ...MILIEUX,
  ...EVALUATION,
  ...REALISE,
  ...REALISE_ET_CONVENU,
  ...AVANT_TERME,
  ...NOTATION_PROJETS,
  ...ECRITS_DES_PROJETS,
  ...MESURES_ECRITES,
  ...OBJECTIFS_MESURES,
  ...CIBLES_ECRITES,
  ...AVIS_CONTREDITS,
  ...PAROLES_ET_BILAN,
  ...APRES_LE_BILAN,
  ...CIBLES,
  ...CIBLES_DEMESUREES,
  ...SEUILS_DU_CADRE,
  ...SUIVI,
  ...PROJETS_CLOS,
  ...CUMULS,
  ...DEMANDES_PAR_SORT,
  ...SOMMES,
  ...INSTANCES,
  ...COMITE_DU_DISPOSITIF,
  ...BORNES,
  ...DATES_DES_CONSTATS,
  ...DATES_DES_SOURCES,
  ...VALEURS,
  ...AU_DELA_DE_CENT,
  ...RENVOIS_CROISES,
  ...LISTES_COUPEES,
  ...MONTANTS_ECRITS,
  ...VALIDITE,
  ...REGLES_PERIMETRES,
  ...CHIFFRES_DU_TERRITOIRE,
  ...EFFECTIF_DU_LIEU,
  ...DECOUPAGE,
  ...EPCI,
  ...ORDRES_DE_GRANDEUR,
  ...ARGENT_ET_EFFECTIF,
  ...COMMUNES_ECRITES,
  ...COMMUNES_EN_DOUBLE,
  ...REGLE_ET_REFERENCE,
  ...COMPTES_ECRITS,
  ...ECRITS,
  ...REGLES_REUNIONS,
  ...REPORTS,
  ...PORTEES,
  ...COMPETENCES,
  ...TEXTES_DES_DECISIONS,
  ...TEXTES_DU_LANCEMENT,
  ...CHOIX_PROJETS,
  ...SEANCES,
  ...VOTES,
  ...CALENDRIER_REUNIONS,
  ...JOURS_FERMES,
  ...HEURES,
];

/** What is asked of scenarios because one is to be chosen among them. */
export const REGLES_DU_CHOIX: ReadonlySet<RegleCoherence> = new Set([
  ...CADRE,
  ...CONDITIONS_INEGALES,
  ...NOTATION,
  ...EPREUVES,
  ...FORMES,
  ...POUR_ET_CONTRE,
  ...PRIORITES,
  ...RANGS_EN_DOUBLE,
  ...SEMBLABLES,
  ...TAILLES_INEGALES,
]);
