/** What the templates of the scenarios read: facts of each scenario with their words, so that a template shows no id. */

import {
  CRITERES_PRIORITE,
  FORMULES_PRIORITE,
  JUSTE_SOUS,
  justeSousLeSeuil,
  LIBELLES_PRIORITE,
  mesuresConstantes,
  poidsEnClair,
} from '../../analysis/priorites/priorites.js';
import { choisirSi, choixSelonPoids } from '../../analysis/scenarios/comparaison/choisir-si.js';
import { viabilitesEnClair } from '../../analysis/scenarios/comparaison/conclusion.js';
import { decouvertsAdmis, decouvertsEnClair } from '../../analysis/scenarios/comparaison/decouverts.js';
import type { Evaluation, ScenarioEvalue } from '../../analysis/scenarios/comparaison/evaluation.js';
import {
  avisEnClair,
  sansChaqueEvaluateur,
  sansEvaluateursEnClair,
} from '../../analysis/scenarios/comparaison/sans-evaluateur.js';
import {
  frequences,
  memesPremiers,
  methodesContraires,
  premiersDe,
} from '../../analysis/scenarios/comparaison/solidite.js';
import { payeursHorsCaisse } from '../../analysis/scenarios/financement/caisse-du-porteur.js';
import { demandeDesAchats } from '../../analysis/scenarios/financement/rythmes.js';
import { seuilsDe } from '../../analysis/scenarios/hypotheses.js';
import { scenarioRetenu } from '../../analysis/scenarios/retenu.js';
import { ECART_TU } from '../../analysis/scenarios/tirages/simulation.js';
import type { Epreuve } from '../../analysis/scenarios/viabilite/motifs.js';
import { type ContexteScenarios, court } from '../../exhibits/scenarios/contexte.js';
import { departages } from '../../exhibits/scenarios/viabilite.js';
import { itemAt } from '../../lists/at.js';
import { exigenceDe, scenariosComptes } from '../../study/contrat.js';
import type { Study } from '../../study/study.js';
import { accord, compteEnLettres, enumerer } from '../../texte/accords.js';
import { pourcentPrecis } from '../../texte/nombres.js';
import { scenarioView } from './scenario-view.js';

/** Whom the other methods put first: they are not said to confirm a result that one of them does not give. */
function recoupementsEnClair(evaluation: Evaluation, scenarios: readonly ScenarioEvalue[]): string {
  const { recoupements } = evaluation;
  const [count, name] = [
    compteEnLettres(recoupements.length, 'autre méthode', 'autres méthodes'),
    (i: number): string => `« ${court(itemAt(scenarios, i))} »`,
  ];
  if (methodesContraires(evaluation).length === 0)
    return `${count} ${accord(recoupements.length, 'raisonne autrement et place', 'raisonnent autrement et placent')} ${memesPremiers(evaluation)}.`;
  const each = recoupements.map(({ methode, ranks }) => {
    const first = premiersDe(ranks).map(name);
    return `par ${methode}, ${enumerer(first)} ${first.length > 1 ? 'viennent en premier, à égalité' : 'vient en premier'}`;
  });
  return `${count} ${accord(recoupements.length, 'raisonne', 'raisonnent')} autrement : ${each.join(' ; ')}.`;
}

/** What each kind of trial supposes, in the order in which a sentence tells them. */
const SUPPOSE: Readonly<Record<Epreuve['type'], string>> = {
  'perte-premier-financeur': 'si un financeur se retire',
  'retard-versements': 'si l’argent tarde',
  'depart-partenaire': 'si un partenaire part',
  'hausse-demande': 'si la demande augmente',
  'hausse-couts': 'si les coûts montent',
};

/** The trials that the study makes, and no other. */
function epreuvesTentees(criteres: Study['criteres']): { epreuvesTentees: number; epreuvesEnClair: string } {
  const tried = criteres?.viabilite?.epreuves ?? [];
  const kinds = new Set(tried.map(({ type }) => type));
  const said = Object.entries(SUPPOSE).flatMap(([type, words]) => (kinds.has(type as Epreuve['type']) ? [words] : []));
  return { epreuvesTentees: tried.length, epreuvesEnClair: said.join(', ') };
}

export function scenariosView(contexte: ContexteScenarios): object {
  const { etude, analyse, base, priorites, perimetres } = contexte;
  const { evaluation } = analyse;
  // What follows the result: how often it holds, told at the head of the comparison; then what it rests on, told in the conclusion.
  const often = evaluation && analyse.scenarios.length > 1 ? frequences(evaluation, String).length : 0;
  const scored = priorites.croisements.filter(({ score }) => score !== null);
  return {
    etude: etude.etude,
    analyse: base,
    conclusion: analyse.conclusion,
    resultat: analyse.conclusion.slice(0, 1 + often),
    portee: [...analyse.conclusion.slice(0, 1), ...analyse.conclusion.slice(1 + often)],
    viabilites: viabilitesEnClair(analyse.scenarios),
    scenarios: analyse.scenarios.map((one, i) => scenarioView(contexte, one, i)),
    comparable: evaluation !== null && analyse.scenarios.length > 1,
    caisseDuPorteurSeul: analyse.scenarios.some(({ chiffrage }) => payeursHorsCaisse(chiffrage.scenario).size > 0),
    premier: evaluation
      ? scenarioView(contexte, itemAt(analyse.scenarios, evaluation.premier), evaluation.premier)
      : null,
    avertissement: analyse.ponderation?.avertissement ?? null,
    ...epreuvesTentees(etude.criteres),
    criteres: evaluation?.criteres.length ?? 0,
    ecartes: evaluation?.ecartes ?? [],
    recoupements: evaluation ? recoupementsEnClair(evaluation, analyse.scenarios) : null,
    aideDesAchats: analyse.scenarios.some(({ chiffrage }) => demandeDesAchats(chiffrage)),
    avis: avisEnClair(etude.criteres?.criteres ?? []),
    sansEvaluateurs: evaluation
      ? sansEvaluateursEnClair(
          sansChaqueEvaluateur(etude.criteres?.criteres ?? [], analyse.scenarios, evaluation),
          premiersDe(evaluation.ranks),
          {
            evaluateur: (id) => etude.criteres?.evaluateurs?.find((one) => one.id === id)?.libelle ?? id,
            scenario: (i) => court(itemAt(analyse.scenarios, i)),
          },
          seuilsDe(etude).ecart,
        )
      : null,
    choisirSi: evaluation ? choisirSi(choixSelonPoids(evaluation), (i) => court(itemAt(analyse.scenarios, i))) : null,
    rienAcquis: analyse.scenarios.every(
      ({ chiffrage }) => !chiffrage.indicateurs.get('part_financement_acquis')?.valeur,
    ),
    toutAcquis: analyse.scenarios.every(
      ({ chiffrage }) => chiffrage.indicateurs.get('part_financement_acquis')?.valeur === 1,
    ),
    deDroit: analyse.scenarios.some(({ chiffrage }) =>
      chiffrage.scenario.financements.some(({ statut }) => statut === 'de-droit'),
    ),
    decouverts: decouvertsEnClair(
      decouvertsAdmis(
        analyse.scenarios.map(({ chiffrage }) => chiffrage),
        seuilsDe(etude).equilibre,
      ),
    ),
    equilibreAdmis: pourcentPrecis(seuilsDe(etude).equilibre),
    ecartTu: pourcentPrecis(ECART_TU),
    departages: departages(contexte),
    perimetreRetenu:
      perimetres.liste.find(({ id }) => id === scenarioRetenu(etude)?.scenario.perimetre)?.libelle ?? null,
    benefices: (evaluation?.benefices ?? []).map((score, i) => ({ titre: court(itemAt(analyse.scenarios, i)), score })),
    rienFaireCompte: scenariosComptes(etude, exigenceDe(etude, 'nombre-scenarios')) > analyse.scenarios.length,
    illustratifs: analyse.scenarios.filter(({ chiffrage }) => chiffrage.scenario.fiabilite === 'illustratif').length,
    tirages: analyse.tirages,
    graine: analyse.graine,
    priorites: {
      ...priorites,
      modele: etude.priorites !== null,
      poidsEnClair: poidsEnClair(priorites),
      formules: CRITERES_PRIORITE.filter((id) => priorites.poids[id] > 0).map((id) => ({
        libelle: LIBELLES_PRIORITE[id],
        formule: FORMULES_PRIORITE[id],
      })),
      constantes: mesuresConstantes(priorites),
      justeSous: justeSousLeSeuil(priorites),
      marge: JUSTE_SOUS,
      domainesEnTete: priorites.domaines.filter(({ prioritaires }) => prioritaires > 0),
      publicsEnTete: priorites.publics.filter(({ prioritaires }) => prioritaires > 0),
      nombre: scored.length,
      prioritaires: scored.filter(({ classe }) => classe === 'prioritaire'),
      secondaires: scored.filter(({ classe }) => classe === 'secondaire'),
      ajustes: scored.filter(({ ajustement }) => ajustement !== null).length,
    },
    perimetres,
  };
}
