/** The rules that measure the requirements made of the mode opératoire, of the projects and of their evaluation. */

import {
  attenduDe,
  attenduEnMots,
  dansAttendu,
  entiteConforme,
  moisDExperimentation,
  type RegleExigence,
} from '../../study/contrat.js';
import { scenarioEprouve, scenariosCompares } from '../../study/essais.js';
import { conducteur } from '../../study/parties.js';
import type { Study } from '../../study/study.js';
import { compte, enumerer, majuscule, minuscule } from '../../texte/accords.js';
import { nomDuProjet } from '../projets/noms.js';
import { analyserProjets } from '../projets/projets.js';
import { scenarioRetenu } from '../scenarios/retenu.js';
import { auxquels, parManque, type RegleConformite } from './regles-communes.js';

/** « sur 5 » after a count of projects; of one, the count says all. */
const surTous = ({ length }: { length: number }): string => (length > 1 ? ` sur ${length}` : '');

/** Evaluated, or given up for a reason that is written: what stopped is not noted, it is explained. */
const jugee = ({ etat, motif_abandon: why, evaluation }: Study['projets'][number]): boolean =>
  evaluation !== undefined || (etat === 'abandonne' && why !== undefined);

export const REGLES_EXPERIMENTATION = {
  'mode-operatoire-complet': (etude) => {
    const mode = etude.mode_operatoire;
    if (!mode) return { etat: 'manquante', motif: 'Aucun mode opératoire n’est décrit.' };
    const { techniques = [], juridiques = [], financieres = [] } = mode.conditions ?? {};
    const manques = [
      scenarioRetenu(etude)?.scenario.id === scenarioEprouve(etude, mode.scenario)
        ? ''
        : 'aucune réunion n’a retenu ce scénario',
      mode.parcours.length ? '' : 'parcours absent',
      techniques.length ? '' : 'conditions techniques absentes',
      juridiques.length ? '' : 'conditions juridiques absentes',
      financieres.length ? '' : 'conditions financières absentes',
    ].filter(Boolean);
    const n = techniques.length + juridiques.length + financieres.length;
    return parManque(
      1,
      manques.join(' ; '),
      `Parcours ${mode.parcours.length > 0 ? `en ${compte(mode.parcours.length, 'étape', 'étapes')}` : 'sans étape'}, ${compte(n, 'condition', 'conditions', 'aucune condition')}`,
    );
  },
  'nouvelle-entite': (etude) => {
    const { scenarios, mode_operatoire: mode } = etude;
    const voulu = etude.contrat?.nouvelle_entite ?? 'admise';
    const scenario = scenarios.find(({ id }) => id === mode?.scenario) ?? scenarioRetenu(etude)?.scenario;
    if (!scenario) {
      const conformes = scenariosCompares(scenarios).filter((one) => entiteConforme(voulu, one.nouvelle_entite)).length;
      return parManque(
        conformes,
        'aucune réunion n’en a retenu',
        `${majuscule(compte(conformes, 'scénario répond', 'scénarios répondent', 'aucun scénario ne répond'))} à cette attente, ${compte(scenariosCompares(scenarios).length, 'scénario décrit', 'scénarios décrits', 'aucun n’est décrit')}`,
      );
    }
    const motif = scenario.nouvelle_entite
      ? 'Le scénario crée une personne morale.'
      : 'Le scénario ne crée aucune personne morale.';
    return { etat: entiteConforme(voulu, scenario.nouvelle_entite) ? 'complete' : 'manquante', motif };
  },
  'reseaux-inspirants': ({ mode_operatoire: mode }) => {
    const list = mode?.inspirations ?? [];
    const bare = list.filter(({ reprise }) => !reprise);
    return parManque(
      list.length,
      bare.length ? compte(bare.length, 'enseignement non repris', 'enseignements non repris', '') : '',
      majuscule(compte(list.length, 'réseau étudié', 'réseaux étudiés', 'aucun réseau étudié')),
    );
  },
  'duree-experimentation': ({ mode_operatoire: mode }, _, exigence) => {
    const attendu = attenduDe(exigence);
    const mois = moisDExperimentation(mode);
    return parManque(
      mois ?? 0,
      mois === null || !attendu || dansAttendu(mois, attendu) ? '' : `${attenduEnMots(attendu)} mois demandés`,
      mois === null ? 'Aucune expérimentation n’a ses dates' : `L’expérimentation dure ${compte(mois, 'mois', 'mois')}`,
    );
  },
  'nombre-projets': (etude, _, { porteurs = [] }) => {
    const { projets, manquesAuContrat: manques, publics, prives } = analyserProjets(etude);
    const abandonnes = projets.filter(({ projet }) => projet.etat === 'abandonne').length;
    return parManque(
      projets.length,
      manques.map((m) => minuscule(m.replace(/\.$/, ''))).join(' ; '),
      [
        majuscule(compte(projets.length, 'projet', 'projets', 'aucun projet')),
        // Whether one given up answers the contract is for its reader to say.
        ...(abandonnes > 0
          ? [
              abandonnes === projets.length
                ? abandonnes > 1
                  ? 'tous abandonnés'
                  : 'abandonné'
                : `dont ${compte(abandonnes, 'abandonné')}`,
            ]
          : []),
        ...(porteurs.length > 0
          ? [
              compte(publics, 'porteur public', 'porteurs publics', 'aucun porteur public'),
              compte(prives, 'porteur privé', 'porteurs privés', 'aucun porteur privé'),
            ]
          : []),
      ].join(', '),
    );
  },
  'fiche-par-projet': ({ projets }) => {
    const lackOf = (one: Study['projets'][number]): string =>
      enumerer(
        [one.analyse ? '' : 'analyse', one.suivi?.length ? '' : 'suivi', jugee(one) ? '' : 'évaluation'].filter(
          Boolean,
        ),
        'ni',
      );
    const bare = projets.filter((projet) => lackOf(projet) !== '');
    const lacks = [...new Set(bare.map(lackOf))];
    return parManque(
      projets.length - bare.length,
      lacks
        .map((lack) => auxquels(`sans ${lack}`, bare.filter((one) => lackOf(one) === lack).map(nomDuProjet)))
        .join(' ; '),
      `${majuscule(compte(projets.length - bare.length, 'fiche complète', 'fiches complètes', 'aucune fiche complète'))}${surTous(projets)}`,
    );
  },
  'outils-ajustes': ({ projets }) => {
    const bare = projets.filter(({ outils }) => !outils?.length);
    const used = projets.length - bare.length;
    const changed = projets.flatMap(({ outils }) => outils ?? []).filter(({ ajustement }) => ajustement).length;
    return parManque(
      used,
      auxquels('sans outil', bare.map(nomDuProjet)),
      `${majuscule(compte(used, 'projet emploie des outils', 'projets emploient des outils', 'aucun projet n’emploie d’outil'))} ; ${compte(changed, 'ajustement écrit', 'ajustements écrits', 'aucun ajustement écrit')}`,
    );
  },
  'accompagnement-terrain': ({ projets, etude }) => {
    const qui = conducteur(etude);
    const done = projets.filter(
      ({ accompagnement: a }) => (a?.jours_realises ?? 0) > 0 && (a?.seances_realisees ?? 0) > 0,
    );
    // The requirement is made of who carries the study out: the days of the bearer's team do not answer it.
    const own = projets.flatMap(({ accompagnement: a }) => (a?.jours_prestataire ? [a.jours_prestataire] : []));
    const days = own.reduce((sum, jours) => sum + jours, 0);
    return parManque(
      done.length,
      [
        auxquels('sans jour ni rencontre écrits', projets.filter((one) => !done.includes(one)).map(nomDuProjet)),
        own.length < projets.length ? `jours du ${qui} écrits pour ${own.length} sur ${projets.length}` : '',
      ]
        .filter(Boolean)
        .join(' ; '),
      // What is not written is not what was not done.
      `${done.length === 0 ? 'Jours et rencontres d’accompagnement écrits pour aucun projet' : compte(done.length, 'projet accompagné', 'projets accompagnés')}${surTous(projets)}${days > 0 ? `, avec ${compte(days, 'jour', 'jours')} du ${qui}` : ''}`,
    );
  },
  'bilan-evaluatif': ({ projets }) => {
    const left = projets.filter((one) => !jugee(one));
    const noted = projets.filter(({ evaluation }) => evaluation).length;
    const told = projets.length - left.length - noted;
    const quoted = projets.some(({ temoignages }) => temoignages?.length);
    return parManque(
      noted,
      [auxquels('sans évaluation', left.map(nomDuProjet)), quoted ? '' : 'aucun témoignage']
        .filter(Boolean)
        .join(' ; '),
      `${majuscule(compte(noted, 'projet évalué', 'projets évalués', 'aucun projet évalué'))}${surTous(projets)}${told > 0 ? `, et ${compte(told, 'abandonné, dont la raison est dite', 'abandonnés, dont la raison est dite')}` : ''}`,
    );
  },
} as const satisfies Partial<Record<RegleExigence, RegleConformite>>;
