/** The rules that measure the requirements of phase 3, of the experimentation and of the whole contract. */
import { compte, enumerer, majuscule } from '../../texte/accords.js';
import { scenarioRetenu } from '../mode-operatoire/retenu.js';
import { analyserProjets } from '../projets/projets.js';
import { parManque, type RegleConformite, reunion } from './regles-communes.js';

/** What the mode opératoire says of one subject of the contract's article V. */
const article =
  (subject: RegExp, quoi: string): RegleConformite =>
  ({ mode_operatoire: mode, etude }) => {
    const said = [...(mode?.propriete_donnees ?? []), etude.marche?.propriete ?? ''].filter((text) =>
      subject.test(text),
    );
    return parManque(said.length, '', said.length ? `${quoi} : écrit dans l’étude` : `${quoi} : rien n’est écrit`);
  };

export const REGLES_PHASE_3: Readonly<Record<string, RegleConformite>> = {
  'mode-operatoire-complet': (etude) => {
    const mode = etude.mode_operatoire;
    if (!mode) return { etat: 'manquante', motif: 'Aucun mode opératoire n’est décrit.' };
    const { techniques = [], juridiques = [], financieres = [] } = mode.conditions ?? {};
    const manques = [
      scenarioRetenu(etude)?.scenario.id === mode.scenario ? '' : 'aucune réunion n’a retenu ce scénario',
      mode.parcours.length ? '' : 'parcours absent',
      techniques.length ? '' : 'conditions techniques absentes',
      juridiques.length ? '' : 'conditions juridiques absentes',
      financieres.length ? '' : 'conditions financières absentes',
    ].filter(Boolean);
    const n = techniques.length + juridiques.length + financieres.length;
    return parManque(
      1,
      manques.join(' ; '),
      `Parcours en ${compte(mode.parcours.length, 'étape', 'étapes', 'aucune étape')}, ${compte(n, 'condition', 'conditions', 'aucune condition')}`,
    );
  },
  'sans-nouvelle-entite': (etude) => {
    const id = etude.mode_operatoire?.scenario;
    const scenario = etude.scenarios.find((one) => one.id === id);
    if (!scenario) return { etat: 'manquante', motif: 'Aucun scénario n’est décrit par le mode opératoire.' };
    return scenario.nouvelle_entite
      ? { etat: 'manquante', motif: 'Le scénario crée une personne morale.' }
      : { etat: 'complete', motif: 'Le scénario ne crée aucune personne morale.' };
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
  'reunion-copil-mode-operatoire': reunion(
    'copil',
    'Réunion du comité de pilotage sur le mode opératoire',
    'mode-operatoire',
  ),
  'decision-option': ({ reunions, projets, mode_operatoire: mode }) => {
    const found = reunions.some(
      ({ etat, decisions }) =>
        etat === 'tenue' &&
        decisions?.some(({ objet, statut }) => /tranche|optionnel|conditionnel/i.test(objet) && statut === 'valide'),
    );
    if (found) return { etat: 'complete', motif: 'Une réunion a décidé de la tranche optionnelle.' };
    return projets.length > 0 || mode?.experimentation
      ? { etat: 'partielle', motif: 'L’expérimentation est décrite ; aucune réunion n’en a décidé.' }
      : { etat: 'manquante', motif: 'Aucune réunion n’a décidé de la tranche optionnelle.' };
  },
  'reunion-cadrage-option': ({ reunions }) => {
    const held = reunions.some(
      ({ type, etat, phase }) => type === 'cadrage' && etat === 'tenue' && /optionnel|conditionnel/i.test(phase),
    );
    return held
      ? { etat: 'complete', motif: 'Réunion de cadrage de l’expérimentation : tenue.' }
      : { etat: 'manquante', motif: 'Réunion de cadrage de l’expérimentation : pas encore tenue.' };
  },
  'cinq-projets': (etude) => {
    const { projets, manques, publics, prives } = analyserProjets(etude);
    return parManque(
      projets.length,
      manques.map((m) => m.replace(/\.$/, '')).join(' ; '),
      `${majuscule(compte(projets.length, 'projet', 'projets', 'aucun projet'))}, ${compte(publics, 'porteur public', 'porteurs publics', 'aucun porteur public')}, ${compte(prives, 'porteur privé', 'porteurs privés', 'aucun porteur privé')}`,
    );
  },
  'fiche-par-projet': ({ projets }) => {
    const bare = projets.filter(({ analyse, suivi, evaluation }) => !analyse || !suivi?.length || !evaluation);
    return parManque(
      projets.length - bare.length,
      bare.length ? `sans analyse, suivi ou évaluation : ${enumerer(bare.map(({ titre }) => `« ${titre} »`))}` : '',
      `${majuscule(compte(projets.length - bare.length, 'fiche complète', 'fiches complètes', 'aucune fiche complète'))} sur ${projets.length}`,
    );
  },
  'outils-ajustes': ({ projets }) => {
    const used = projets.filter(({ outils }) => outils?.length).length;
    const changed = projets.flatMap(({ outils }) => outils ?? []).filter(({ ajustement }) => ajustement).length;
    return parManque(
      used,
      used < projets.length ? 'des projets sans outil' : '',
      `${majuscule(compte(used, 'projet emploie', 'projets emploient', 'aucun projet n’emploie'))} des outils ; ${compte(changed, 'ajustement écrit', 'ajustements écrits', 'aucun ajustement écrit')}`,
    );
  },
  'accompagnement-terrain': ({ projets }) => {
    const done = projets.filter(
      ({ accompagnement: a }) => (a?.jours_realises ?? 0) > 0 && (a?.seances_realisees ?? 0) > 0,
    );
    return parManque(
      done.length,
      done.length < projets.length ? 'des projets sans jour ni rencontre écrits' : '',
      `${majuscule(compte(done.length, 'projet accompagné', 'projets accompagnés', 'aucun projet accompagné'))} sur ${projets.length}`,
    );
  },
  'bilan-evaluatif': ({ projets }) => {
    const noted = projets.filter(({ evaluation }) => evaluation).length;
    const quoted = projets.some(({ temoignages }) => temoignages?.length);
    return parManque(
      noted,
      [noted < projets.length ? 'des projets non évalués' : '', quoted ? '' : 'aucun témoignage']
        .filter(Boolean)
        .join(' ; '),
      `${majuscule(compte(noted, 'projet évalué', 'projets évalués', 'aucun projet évalué'))} sur ${projets.length}`,
    );
  },
  'reunions-avant-bilan': ({ reunions }) => {
    const held = reunions.filter(
      ({ type, etat, phase }) =>
        type === 'comite-technique' && etat === 'tenue' && /optionnel|conditionnel/i.test(phase),
    ).length;
    return parManque(
      held,
      '',
      majuscule(compte(held, 'réunion d’échange tenue', 'réunions d’échange tenues', 'aucune réunion d’échange tenue')),
    );
  },
  'presentation-bilan': reunion('bilan', 'Réunion de présentation du bilan', 'bilan'),
  'usage-donnees': article(/fins|usage|emploie/i, 'Usage des données'),
  'propriete-donnees': article(/données/i, 'Propriété des données'),
  'propriete-resultats': article(/résultats/i, 'Propriété des résultats'),
};
