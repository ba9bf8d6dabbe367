/** The rules that measure the requirements, those of phase 1 here, by the slug that `cctp.yaml` names in `regle`. */

import type { Etiquette } from '../diagnostic/types.js';
import { compte, enumerer, majuscule } from '../phrases.js';
import { METHODES } from '../vocabulaire.js';
import { parManque, type RegleConformite, reunion } from './regles-communes.js';
import { REGLES_PHASE_2 } from './regles-phase-2.js';
import { REGLES_PHASE_3 } from './regles-phase-3.js';

const guillemets = (items: Etiquette[]): string => enumerer(items.map((item) => `« ${item.libelle} »`));

const besoinsParPublic: RegleConformite = (_, { besoins }) => {
  const sans = besoins.parPublic.filter((p) => p.nombre === 0);
  const motif = `${majuscule(compte(besoins.liste.length, 'besoin recensé', 'besoins recensés', 'aucun besoin recensé'))} pour ${compte(besoins.parPublic.length - sans.length, 'public', 'publics', 'aucun public')} sur ${besoins.parPublic.length}`;
  return parManque(besoins.liste.length, sans.length ? `sans besoin : ${guillemets(sans)}` : '', motif);
};

const actionsParDomaine: RegleConformite = (_, { actions }) => {
  const sans = actions.parDomaine.filter((d) => d.nombre === 0);
  const analyse = actions.reussites.length + actions.freins.length > 0;
  const manques = [
    sans.length ? `sans action : ${guillemets(sans)}` : '',
    analyse ? '' : 'ni facteur de réussite ni frein relevé',
  ].filter(Boolean);
  const motif = `${majuscule(compte(actions.liste.length, 'action recensée', 'actions recensées', 'aucune action recensée'))} dans ${compte(actions.parDomaine.length - sans.length, 'domaine', 'domaines', 'aucun domaine')} sur ${actions.parDomaine.length}`;
  return parManque(actions.liste.length, manques.join(' ; '), motif);
};

const inventaireMobilisables: RegleConformite = (_, { acteurs, outils, besoins }) => {
  const sansActeur = besoins.liste.filter((b) => b.couverture.acteurs.length === 0).length;
  const manques = [
    outils.liste.length ? '' : 'aucun outil',
    acteurs.liste.length ? '' : 'aucun acteur',
    sansActeur ? compte(sansActeur, 'besoin sans acteur identifié', 'besoins sans acteur identifié', '') : '',
  ].filter(Boolean);
  const motif = `${majuscule(compte(acteurs.liste.length, 'acteur', 'acteurs', 'aucun acteur'))} et ${compte(outils.liste.length, 'outil inventorié', 'outils inventoriés', 'aucun outil inventorié')}`;
  return parManque(acteurs.liste.length + outils.liste.length, manques.join(' ; '), motif);
};

const experiencesComparees: RegleConformite = (_, { experiences }) => {
  const n = experiences.retenues.length;
  const manques = [
    n === 1 ? 'deux au moins sont demandées' : n > 3 ? 'trois au plus sont demandées' : '',
    experiences.retenues.some((e) => e.transferabilite === null) ? 'transférabilité non notée pour toutes' : '',
  ].filter(Boolean);
  return parManque(
    n,
    manques.join(' ; '),
    `${majuscule(compte(n, 'expérience retenue', 'expériences retenues', 'aucune expérience retenue'))} sur ${experiences.liste.length} étudiées`,
  );
};

const demarcheParticipative: RegleConformite = (_, { participation }) => {
  const absents = participation.parPublic.filter((p) => p.participants === 0);
  const employees = participation.methodes.filter((m) => m.rencontres > 0);
  const manques = [
    absents.length ? `publics non entendus : ${guillemets(absents)}` : '',
    employees.length === 1 ? 'une seule méthode employée' : '',
  ].filter(Boolean);
  const motif = `${majuscule(compte(participation.participants, 'personne entendue', 'personnes entendues', 'aucune personne entendue'))} par ${compte(employees.length, 'méthode', 'méthodes', 'aucune méthode')} sur ${METHODES.length}`;
  return parManque(participation.participants, manques.join(' ; '), motif);
};

const comitePilotage: RegleConformite = (etude) => {
  const n = etude.etude.comite_pilotage?.length ?? 0;
  return parManque(
    n,
    '',
    majuscule(
      compte(
        n,
        'organisme au comité de pilotage',
        'organismes au comité de pilotage',
        'aucun organisme au comité de pilotage',
      ),
    ),
  );
};

/** Every slug that this program can measure. */
export const REGLES_CONFORMITE: Readonly<Record<string, RegleConformite | undefined>> = {
  'besoins-par-public': besoinsParPublic,
  'actions-par-domaine': actionsParDomaine,
  'inventaire-mobilisables': inventaireMobilisables,
  'experiences-comparees': experiencesComparees,
  'demarche-participative': demarcheParticipative,
  'reunion-cadrage': reunion('cadrage', 'Réunion de cadrage'),
  'reunion-copil-diagnostic': reunion('copil', 'Réunion du comité de pilotage', 'diagnostic'),
  'comite-pilotage': comitePilotage,
  ...REGLES_PHASE_2,
  ...REGLES_PHASE_3,
};
