/** The rules that measure the requirements made of the diagnostic. */

import { attenduDe, type RegleExigence } from '../../study/contrat.js';
import { compte, enumerer, majuscule, partDe } from '../../texte/accords.js';
import { represente } from '../comite.js';
import { estPeuEntendu } from '../diagnostic/participation.js';
import type { ActionAnalyse, Etiquette } from '../diagnostic/types.js';
import type { Preuves } from '../preuves.js';
import { METHODES } from '../vocabulaire.js';
import { manqueAuNombre, parManque, type RegleConformite, type Verdict } from './regles-communes.js';

const guillemets = (items: Etiquette[]): string => enumerer(items.map((item) => `« ${item.libelle} »`));

/** « 30 fiches, toutes illustratives »: what is only there to show the method answers no requirement in full. */
const illustrative = ({ illustratif, total }: Preuves): string =>
  illustratif === 0
    ? ''
    : `${partDe(illustratif, total, 'fiche', 'illustrative')}, à remplacer par des données recueillies`;

const verdict = (
  presents: number,
  manques: readonly string[],
  motif: string,
  exemples: readonly string[] = [],
): Verdict => parManque(presents, manques.filter(Boolean).join(' ; '), motif, exemples.filter(Boolean).join(' ; '));

const besoinsParPublic: RegleConformite = (_, { besoins, preuves }) => {
  const sans = besoins.parPublic.filter((p) => p.nombre === 0);
  const motif = `${majuscule(compte(besoins.liste.length, 'besoin recensé', 'besoins recensés', 'aucun besoin recensé'))} pour ${compte(besoins.parPublic.length - sans.length, 'public', 'publics', 'aucun public')} sur ${besoins.parPublic.length}`;
  return verdict(besoins.liste.length, [sans.length ? `sans besoin : ${guillemets(sans)}` : ''], motif, [
    illustrative(preuves.besoins),
  ]);
};

/** A census and an analysis: what made the actions succeed, what held them back and what is learnt, for more than half of them. */
const actionsParDomaine: RegleConformite = (_, { actions }) => {
  const sans = actions.parDomaine.filter((d) => d.nombre === 0);
  const total = actions.liste.length;
  const peu = (lire: (action: ActionAnalyse) => unknown[], quoi: string): string => {
    const n = actions.liste.filter((action) => lire(action).length > 0).length;
    if (n === 0) return `${quoi} pour aucune`;
    return n * 2 > total ? '' : `${quoi} pour ${n} sur ${total} seulement`;
  };
  const analyse = [
    peu(({ source }) => source.reussites ?? [], 'facteurs de réussite relevés'),
    peu(({ source }) => source.freins ?? [], 'freins relevés'),
    peu(({ source }) => [source.enseignements ?? []].flat(), 'enseignements tirés'),
    peu(({ cout }) => (cout === null ? [] : [cout]), 'coûts connus'),
  ];
  const motif = `${majuscule(compte(total, 'action recensée', 'actions recensées', 'aucune action recensée'))} sur le territoire, dans ${compte(actions.parDomaine.length - sans.length, 'domaine', 'domaines', 'aucun domaine')} sur ${actions.parDomaine.length}`;
  return verdict(total, [sans.length ? `sans action : ${guillemets(sans)}` : '', ...(total > 0 ? analyse : [])], motif);
};

const inventaireMobilisables: RegleConformite = (_, { acteurs, outils, besoins, oublis, preuves }) => {
  const sansActeur = besoins.liste.filter((b) => b.couverture.acteurs.length === 0).length;
  const total = acteurs.liste.length;
  const nommes = acteurs.auContrat.sansContact.length;
  const motif = `${majuscule(compte(total, 'acteur', 'acteurs', 'aucun acteur'))} et ${compte(outils.liste.length, 'outil inventorié', 'outils inventoriés', 'aucun outil inventorié')}`;
  return verdict(
    total + outils.liste.length,
    [
      outils.liste.length ? '' : 'aucun outil',
      total ? '' : 'aucun acteur',
      sansActeur ? compte(sansActeur, 'besoin sans acteur identifié', 'besoins sans acteur identifié', '') : '',
      oublis.jamaisContactes > 0
        ? `acteurs sans contact connu : ${oublis.jamaisContactes} sur ${total}${nommes > 0 ? `, dont ${nommes} des ${acteurs.auContrat.total} que le contrat nomme` : ''}`
        : '',
    ],
    motif,
    [
      preuves.engagement.illustratif > 0
        ? `engagement illustratif pour ${compte(preuves.engagement.illustratif, 'acteur', 'acteurs', '')}`
        : '',
    ],
  );
};

/** Axes of the comparison on which every retained experience is documented: half of them at least make an analysis. */
const experiencesComparees: RegleConformite = (_, { experiences, preuves }, exigence) => {
  const n = experiences.retenues.length;
  const { axes, axesComplets } = experiences;
  return verdict(
    n,
    [
      n > 0 ? manqueAuNombre(n, attenduDe(exigence)) : '',
      experiences.retenues.some((e) => e.transferabilite === null) ? 'transférabilité non notée pour toutes' : '',
      n > 0 && axesComplets * 2 < axes.length ? `comparées sur ${axesComplets} axes sur ${axes.length} seulement` : '',
    ],
    `${majuscule(compte(n, 'expérience retenue', 'expériences retenues', 'aucune expérience retenue'))}${experiences.liste.length > n ? ` sur ${compte(experiences.liste.length, 'étudiée', 'étudiées')}` : ''}`,
    [
      preuves.transferabilite.illustratif > 0
        ? `analyse de ce qui se transpose illustrative pour ${preuves.transferabilite.illustratif} sur ${n}`
        : '',
      illustrative(preuves.experiences),
    ],
  );
};

const demarcheParticipative: RegleConformite = (_, { participation, preuves }) => {
  const absents = participation.parPublic.filter((p) => p.participations === 0);
  const peu = participation.parPublic.filter(estPeuEntendu);
  const employees = participation.methodes.filter((m) => m.rencontres > 0);
  const motif = `${majuscule(compte(participation.participations, 'participation', 'participations', 'aucune participation'))} par ${compte(employees.length, 'méthode', 'méthodes', 'aucune méthode')} sur ${METHODES.length}`;
  return verdict(
    participation.participations,
    [
      absents.length ? `publics non entendus : ${guillemets(absents)}` : '',
      peu.length ? `publics peu entendus : ${guillemets(peu)}` : '',
      employees.length === 1 ? 'une seule méthode employée' : '',
    ],
    motif,
    [illustrative(preuves.participation)],
  );
};

/** A committee is there when its members have named who sits on it, or have sat: a list of bodies is only its make-up. */
const comitePilotage: RegleConformite = (etude) => {
  const membres = etude.etude.comite_pilotage ?? [];
  const n = membres.length;
  const attendus = membres.filter((membre) => !represente(etude, membre)).length;
  return parManque(
    n,
    attendus > 0 ? `représentants à désigner pour ${attendus} sur ${n}` : '',
    majuscule(compte(n, 'organisme membre', 'organismes membres', 'aucun organisme membre')),
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
