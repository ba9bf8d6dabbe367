/** The rules that measure the requirements made of the diagnostic. */

import { attenduDe, type RegleExigence } from '../../study/contrat.js';
import { compte, enumerer, majuscule } from '../../texte/accords.js';
import type { Etiquette } from '../diagnostic/types.js';
import { METHODES } from '../vocabulaire.js';
import { manqueAuNombre, parManque, type RegleConformite } from './regles-communes.js';

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

const experiencesComparees: RegleConformite = (_, { experiences }, exigence) => {
  const n = experiences.retenues.length;
  const manques = [
    n > 0 ? manqueAuNombre(n, attenduDe(exigence)) : '',
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
    majuscule(compte(n, 'organisme au comité', 'organismes au comité', 'aucun organisme au comité')),
  );
};

export const REGLES_DIAGNOSTIC = {
  'besoins-par-public': besoinsParPublic,
  'actions-par-domaine': actionsParDomaine,
  'inventaire-mobilisables': inventaireMobilisables,
  'experiences-comparees': experiencesComparees,
  'demarche-participative': demarcheParticipative,
  'comite-pilotage': comitePilotage,
} as const satisfies Partial<Record<RegleExigence, RegleConformite>>;
