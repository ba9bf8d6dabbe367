/** What the templates of the scenarios read: facts of each scenario with their words, so that a template shows no id. */

import { arrondiSelon } from '../analysis/montants.js';
import {
  CRITERES_PRIORITE,
  FORMULES_PRIORITE,
  JUSTE_SOUS,
  justeSousLeSeuil,
  LIBELLES_PRIORITE,
  mesuresConstantes,
  poidsEnClair,
  prioritesDuScenario,
} from '../analysis/priorites/priorites.js';
import { payeursHorsCaisse } from '../analysis/scenarios/caisse-du-porteur.js';
import { type Charge, compteLesDemandes } from '../analysis/scenarios/charge.js';
import { choisirSi, choixSelonPoids } from '../analysis/scenarios/choisir-si.js';
import { viabilitesEnClair } from '../analysis/scenarios/conclusion.js';
import type { Evaluation, ScenarioEvalue } from '../analysis/scenarios/evaluation.js';
import { referenceDeLaForme } from '../analysis/scenarios/formes.js';
import { hypothesesDe, seuilsDe } from '../analysis/scenarios/hypotheses.js';
import { type IdIndicateur, valeurEnClair } from '../analysis/scenarios/indicateurs.js';
import { joursDesOutils, libresDuPorteur } from '../analysis/scenarios/jours-des-outils.js';
import { type EtapePlacee, etapesPlacees } from '../analysis/scenarios/mise-en-place.js';
import { scenarioRetenu } from '../analysis/scenarios/retenu.js';
import { sansChaqueEvaluateur, sansEvaluateursEnClair } from '../analysis/scenarios/sans-evaluateur.js';
import type { EtatTest } from '../analysis/scenarios/viabilite.js';
import { etiquettes, nomActeur } from '../analysis/vocabulaire.js';
import { type ContexteScenarios, court, FORMES, nomsDesPayeurs } from '../exhibits/scenarios/contexte.js';
import { itemAt, numberAt } from '../lists/at.js';
import type { Study } from '../study/study.js';
import type { Scenario } from '../study/types.gen.js';
import { accord, compte, compteEnLettres, enumerer, minuscule, sansPoint } from '../texte/accords.js';
import { entiersDuTotal, euros, nombreFr } from '../texte/nombres.js';
import type { DeliverableDefaults } from './deliverable.js';
import { deliverableOf, nomDuPorteur } from './meta.js';

/** « Ce scénario part de « A » ; 2 éléments viennent de « B » ; 1 élément en est laissé. »; null for one that was written whole. */
function origineEnClair({ scenarios }: Study, { a_partir_de: told }: Scenario): string | null {
  if (!told) return null;
  const titre = (id: string): string => `« ${scenarios.find((one) => one.id === id)?.titre ?? id} »`;
  const { scenario: base, emprunts = [], sans = [] } = told;
  const sources = [...new Set(emprunts.map((path) => path.split('/')[0] ?? ''))];
  return `Ce scénario part de ${[
    titre(base),
    ...sources.map((id) => {
      const count = emprunts.filter((path) => path.startsWith(`${id}/`)).length;
      return `${compte(count, 'élément vient', 'éléments viennent')} de ${titre(id)}`;
    }),
    ...(sans.length > 0 ? [`${compte(sans.length, 'élément en est laissé', 'éléments en sont laissés')}`] : []),
  ].join(' ; ')}.`;
}

/** « aucune des 4 épreuves n’est surmontée », « 2 épreuves sur 4 ne sont pas surmontées »; those without object are not counted. */
function epreuvesDites(epreuves: ScenarioEvalue['viabilite']['epreuves']): string {
  const tried = epreuves.filter(({ sansObjet }) => !sansObjet);
  const lost = tried.filter(({ satisfait }) => !satisfait).length;
  return lost === tried.length && lost > 1
    ? `aucune des ${lost} épreuves n’est surmontée`
    : `${compte(lost, 'épreuve')} sur ${tried.length} ${accord(lost, 'n’est pas surmontée', 'ne sont pas surmontées')}`;
}

/** Priority pairs left for later that a scenario names; the figure of the priorities shows the others. */
const MANQUES_DITS = 5;

function scenarioView(
  { etude, analyse, perimetres, priorites }: ContexteScenarios,
  one: ScenarioEvalue,
  i: number,
): object {
  const { chiffrage, viabilite, simulation } = one;
  const { scenario, charge, couverture, tresorerie } = chiffrage;
  const valeur = (id: IdIndicateur): string => {
    const found = chiffrage.indicateurs.get(id);
    return found ? valeurEnClair(found) : '—';
  };
  const { p10, p90 } = simulation.coutAnnuel;
  const servies = prioritesDuScenario(priorites, scenario);
  // One more takes no more room than saying that there is one.
  const dits = servies.manques.length <= MANQUES_DITS + 1 ? servies.manques.length : MANQUES_DITS;
  const lu = (value: number | null | undefined): string =>
    typeof value === 'number' ? euros(arrondiSelon(value, p10, p90)) : '—';
  const mesure = (id: IdIndicateur) => chiffrage.indicateurs.get(id)?.valeur;
  const enEuros = (id: IdIndicateur): string => {
    const found = mesure(id);
    return typeof found === 'number' ? euros(found) : '—';
  };
  const dAvis = (wanted: EtatTest) => viabilite.tests.filter(({ etat }) => etat === wanted);
  const fallen = viabilite.epreuves.filter(({ satisfait }) => !satisfait);
  const { evaluation } = analyse;
  return {
    id: scenario.id,
    titre: scenario.titre,
    court: court(one),
    resume: scenario.resume,
    origine: origineEnClair(etude, scenario),
    porteur: nomDuPorteur(etude, scenario.porteur),
    forme: FORMES[scenario.forme_juridique],
    delai: delaiEnClair(etude, scenario),
    nouvelleEntite: scenario.nouvelle_entite,
    payeurs: nomsDesPayeurs(etude, chiffrage),
    perimetre: perimetres.liste.find(({ id }) => id === scenario.perimetre)?.libelle ?? scenario.perimetre,
    domaines: etiquettes(etude.etude.domaines, scenario.domaines_prioritaires),
    publics: etiquettes(etude.etude.publics, scenario.publics_prioritaires),
    ...servies,
    manquesDits: servies.manques.slice(0, dits),
    manquesTus: servies.manques.length - dits,
    gouvernance: scenario.gouvernance?.resume ?? null,
    inspirations: (scenario.inspirations ?? []).flatMap((id) => {
      const nom = etude.experiences.find((e) => e.id === id)?.nom ?? etude.acteurs.find((a) => a.id === id)?.nom;
      return nom ? [{ nom }] : [];
    }),
    partenaires: scenario.partenaires.length,
    essentiels: scenario.partenaires.filter(({ essentiel }) => essentiel).length,
    conditions: scenario.conditions_juridiques?.length ?? 0,
    risques: scenario.risques?.length ?? 0,
    postes: scenario.moyens.humains.map(({ profil, etp, porteur }) => ({
      nom: `${minuscule(profil)} (${nombreFr(etp)} ETP, ${nomActeur(etude, porteur) ?? porteur})`,
    })),
    outils: (scenario.outils ?? []).map(({ outil, quantite }) => {
      const nom = etude.outils.find(({ id }) => id === outil)?.nom ?? outil;
      return { nom: quantite > 1 ? `${nom} (${nombreFr(quantite)})` : nom };
    }),
    coutAnnuel: valeur('cout_annuel'),
    coutTotal: valeur('cout_total'),
    coutParDemande: enEuros('cout_par_demande'),
    coutParService: enEuros('cout_par_service'),
    coutParHabitant: valeur('cout_par_habitant'),
    dotation: valeur('dotation_amortissement'),
    amorti: mesure('dotation_amortissement') !== 0,
    coutArrondi: lu(mesure('cout_annuel')),
    autofinancement: valeur('part_autofinancement'),
    acquis: mesure('part_financement_acquis') === 0 ? null : valeur('part_financement_acquis'),
    etp: scenario.moyens.humains.length > 0 ? valeur('etp_total') : 'sans poste',
    sansPoste: scenario.moyens.humains.length === 0,
    couvertureBesoins: valeur('couverture_besoins'),
    annees: chiffrage.depensesAnnuelles.length,
    demandes: compteLesDemandes(scenario) ? charge.demandesCroisiere : null,
    services: mesure('service_rendu_annuel') ?? null,
    joursDemandes: Math.round(charge.joursPorteur),
    joursPorteur: nombreFr(Math.round(charge.capacitePorteur)),
    joursParPoste: joursParPoste(etude, scenario, charge.capacitePorteur),
    joursDesPartenaires: charge.joursPartenaires > 0 || charge.capacitePartenaires > 0,
    joursPartenairesDemandes: nombreFr(Math.round(charge.joursPartenaires)),
    joursPartenaires: nombreFr(Math.round(charge.capacitePartenaires)),
    horsCharge: horsCharge(etude, scenario, charge),
    fonctionsCouvertes: couverture.couverts,
    fonctionsAttendues: couverture.attendus,
    tresorerieMin: tresorerie.minimum,
    avance: tresorerie.depart > 0 ? euros(tresorerie.depart) : null,
    paientAPart: [...payeursHorsCaisse(scenario)].map((id) => ({ nom: nomActeur(etude, id) ?? id })),
    coutLigne:
      Number(chiffrage.indicateurs.get('cout_ligne_tresorerie')?.valeur) > 0.5 ? valeur('cout_ligne_tresorerie') : null,
    p10: lu(p10),
    p90: lu(p90),
    deficit: Math.round(simulation.probabiliteDeficit * 100),
    caisseVide: Math.round(simulation.probabiliteTresorerieNegative * 100),
    testsSatisfaits: dAvis('oui').length,
    tests: viabilite.tests.length,
    sousCondition: dAvis('sous condition'),
    echecs: dAvis('non'),
    epreuvesPerdues: fallen,
    epreuvesDites: epreuvesDites(viabilite.epreuves),
    indice: viabilite.indice,
    score: evaluation?.scores[i] ?? null,
    rang: evaluation?.ranks[i] ?? null,
  };
}

/** « recruter (mois 2 à 4) »; the months alone of a step that does not begin or end with one. */
function etapeEnClair({ etape: { etape, mois, motif }, debut, fin }: EtapePlacee): string {
  const whole = Number.isInteger(debut) && Number.isInteger(fin) && fin > debut;
  const first = nombreFr(debut + 1);
  const when = !whole
    ? compte(mois, 'mois', 'mois')
    : mois === 1
      ? `mois ${first}`
      : `mois ${first} ${fin - debut === 2 ? 'et' : 'à'} ${nombreFr(fin)}`;
  return `${minuscule(etape)} (${when}${motif ? ` : ${minuscule(sansPoint(motif))}` : ''})`;
}

/** The months before the start beside those that the legal form asks for, when a reference says them, and their steps; null without a delay. */
function delaiEnClair(
  etude: Study,
  { forme_juridique: forme, delai_mise_en_place_mois: mois, mise_en_place: steps }: Scenario,
): string | null {
  if (mois === undefined) return null;
  const range = referenceDeLaForme(etude, forme)?.delai_mois;
  const usual = range ? ` ; cette forme en demande de ${nombreFr(range.min)} à ${nombreFr(range.max)}` : '';
  const how = steps?.length ? ` Étapes : ${enumerer(etapesPlacees(steps).map(etapeEnClair))}.` : '';
  return `Mise en place : ${compte(mois, 'mois', 'mois')} à partir du choix${usual}.${how}`;
}

/** « (déjà en poste, appui) »; nothing of a post to fill that serves the requests. */
function precisionDe(already: boolean | undefined, appui: boolean | undefined): string {
  const told = [already && 'déjà en poste', appui && 'poste d’appui, qui ne répond pas aux demandes'].filter(Boolean);
  return told.length > 0 ? ` (${told.join(', ')})` : '';
}

/** Of which posts the bearer's days are, when there are several: a capacity that holds by those of a support is seen to. */
function joursParPoste(etude: Study, { moyens, porteur }: Scenario, capacite: number): { libelle: string }[] {
  const { joursParEtp, partProductive } = hypothesesDe(etude);
  const own = moyens.humains.filter((poste) => poste.porteur === porteur);
  const days = entiersDuTotal(
    own.map(({ etp }) => etp * joursParEtp * partProductive),
    capacite,
  );
  return own.length < 2
    ? []
    : own.map(({ profil, deja_en_poste: already, appui }, i) => ({
        libelle: `${nombreFr(numberAt(days, i))} pour « ${minuscule(profil)} »${precisionDe(already, appui)}`,
      }));
}

/** Days of tools that the load leaves out, and what the bearer's staff has for them; null when there are none. */
function horsCharge(etude: Study, scenario: Scenario, charge: Charge): string | null {
  const { horsModalites, horsDe } = joursDesOutils(scenario, etude.outils);
  const days = Math.round(horsModalites);
  if (days === 0) return null;
  const names = horsDe.map((id) => `« ${etude.outils.find((one) => one.id === id)?.nom ?? id} »`);
  const free = Math.round(libresDuPorteur(charge));
  const left =
    free > 0 ? `l’équipe du porteur en garde ${nombreFr(free)}` : 'il n’en reste aucun à l’équipe du porteur';
  return `La charge ne compte pas ${compte(days, 'jour')} par an que ${accord(names.length, 'demande', 'demandent')} ${enumerer(names)} en plus des modalités ; une fois celles-ci servies, ${left}.`;
}

/** Whom the other methods put first: they are not said to confirm a result that one of them does not give. */
function recoupementsEnClair({ premier, recoupements }: Evaluation, scenarios: readonly ScenarioEvalue[]): string {
  const [count, name] = [
    compteEnLettres(recoupements.length, 'autre méthode', 'autres méthodes'),
    (i: number): string => `« ${court(itemAt(scenarios, i))} »`,
  ];
  if (recoupements.every((one) => one.premier === premier))
    return `${count} ${accord(recoupements.length, 'raisonne autrement et place', 'raisonnent autrement et placent')} le même scénario en premier.`;
  const each = recoupements.map((one) => `par ${one.methode}, ${name(one.premier)} vient en premier`);
  return `${count} ${accord(recoupements.length, 'raisonne', 'raisonnent')} autrement : ${each.join(' ; ')}.`;
}

export function scenariosView(contexte: ContexteScenarios, defaults: DeliverableDefaults): object {
  const { etude, analyse, base, priorites, perimetres } = contexte;
  const { evaluation } = analyse;
  const scored = priorites.croisements.filter(({ score }) => score !== null);
  return {
    etude: etude.etude,
    livrable: deliverableOf(etude, defaults),
    analyse: base,
    conclusion: analyse.conclusion,
    viabilites: viabilitesEnClair(analyse.scenarios),
    scenarios: analyse.scenarios.map((one, i) => scenarioView(contexte, one, i)),
    comparable: evaluation !== null && analyse.scenarios.length > 1,
    caisseDuPorteurSeul: analyse.scenarios.some(({ chiffrage }) => payeursHorsCaisse(chiffrage.scenario).size > 0),
    premier: evaluation
      ? scenarioView(contexte, itemAt(analyse.scenarios, evaluation.premier), evaluation.premier)
      : null,
    avertissement: analyse.ponderation?.avertissement ?? null,
    criteres: evaluation?.criteres.length ?? 0,
    ecartes: evaluation?.ecartes ?? [],
    recoupements: evaluation ? recoupementsEnClair(evaluation, analyse.scenarios) : null,
    sansEvaluateurs: evaluation
      ? sansEvaluateursEnClair(
          sansChaqueEvaluateur(etude.criteres?.criteres ?? [], analyse.scenarios, evaluation),
          evaluation.premier,
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
    perimetreRetenu:
      perimetres.liste.find(({ id }) => id === scenarioRetenu(etude)?.scenario.perimetre)?.libelle ?? null,
    benefices: (evaluation?.benefices ?? []).map((score, i) => ({ titre: court(itemAt(analyse.scenarios, i)), score })),
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
