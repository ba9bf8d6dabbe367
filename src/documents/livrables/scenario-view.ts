/** What the templates read of one scenario: what it is, its means, its money, its tests. */

import { sum } from 'd3-array';
import { arrondiSelon } from '../../analysis/montants.js';
import { prioritesDuScenario } from '../../analysis/priorites/priorites.js';
import type { Chiffrage } from '../../analysis/scenarios/chiffrage.js';
import type { ScenarioEvalue } from '../../analysis/scenarios/comparaison/evaluation.js';
import { avecSesBenevoles } from '../../analysis/scenarios/depenses-et-charge/benevoles.js';
import {
  type Charge,
  compteLesDemandes,
  motDuService,
  seMesureParDemande,
} from '../../analysis/scenarios/depenses-et-charge/charge.js';
import { joursDesOutils, libresDuPorteur } from '../../analysis/scenarios/depenses-et-charge/jours-des-outils.js';
import { type EtapePlacee, etapesPlacees } from '../../analysis/scenarios/depenses-et-charge/mise-en-place.js';
import {
  lignesPayees,
  payeursHorsCaisse,
  payeursRembourses,
} from '../../analysis/scenarios/financement/caisse-du-porteur.js';
import { comptesDe } from '../../analysis/scenarios/financement/comptes.js';
import { referenceDeLaForme } from '../../analysis/scenarios/formes.js';
import { hypothesesDe, seuilsDe } from '../../analysis/scenarios/hypotheses.js';
import { anneesDeDotation } from '../../analysis/scenarios/indicateurs/couts.js';
import { type IdIndicateur, valeurEnClair } from '../../analysis/scenarios/indicateurs/indicateurs.js';
import { foisSurCent } from '../../analysis/scenarios/tirages/fois-sur-cent.js';
import { epreuvesDites } from '../../analysis/scenarios/viabilite/epreuves-dites.js';
import type { EtatTest } from '../../analysis/scenarios/viabilite/viabilite.js';
import { etiquettes, nomActeur } from '../../analysis/vocabulaire.js';
import { type ContexteScenarios, court, FORMES, nomsDesPayeurs } from '../../exhibits/scenarios/contexte.js';
import { dettesEnClair } from '../../exhibits/scenarios/emprunts.js';
import { seuilsDits, suiventLeVolume } from '../../exhibits/scenarios/par-unite.js';
import { sortieEnClair } from '../../exhibits/scenarios/sortie.js';
import { numberAt } from '../../lists/at.js';
import type { Study } from '../../study/study.js';
import type { Scenario } from '../../study/types.gen.js';
import { accord, compte, enumerer, minuscule, quantiteFr, sansPoint } from '../../texte/accords.js';
import { entiersDuTotal, euros, nombreFr } from '../../texte/nombres.js';
import { nomDuPorteur } from '../names-and-dates.js';

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

/** What a year costs once the subsidies are over; null without one, or when the other receipts pay it. */
const apresAides = ({ financements }: Scenario, reste: number | null): string | null =>
  reste !== null && reste > 0.5 && financements.some(({ nature }) => nature === 'subvention') ? euros(reste) : null;

/** Priority pairs left for later that a scenario names; the figure of the priorities shows the others. */
const MANQUES_DITS = 5;

type Mesures = Pick<Chiffrage, 'indicateurs'>;

/** The words of an indicator; a dash for one that has no value. */
const valeurDe =
  ({ indicateurs }: Mesures) =>
  (id: IdIndicateur): string => {
    const found = indicateurs.get(id);
    return found ? valeurEnClair(found) : '—';
  };

/** What one request or one service costs, with its cents where they count. */
const prixDe = (value: unknown): string => (typeof value === 'number' ? quantiteFr(value, '€') : '—');

const eurosDe = (value: unknown): string => (typeof value === 'number' ? euros(value) : '—');

/** Who and what a scenario is, and whom it serves. */
function portrait({ etude, perimetres, priorites }: ContexteScenarios, { scenario }: Chiffrage): object {
  const servies = prioritesDuScenario(priorites, scenario);
  // One more takes no more room than saying that there is one.
  const dits = servies.manques.length <= MANQUES_DITS + 1 ? servies.manques.length : MANQUES_DITS;
  return {
    id: scenario.id,
    titre: scenario.titre,
    resume: scenario.resume,
    origine: origineEnClair(etude, scenario),
    porteur: nomDuPorteur(etude, scenario.porteur),
    forme: FORMES[scenario.forme_juridique],
    delai: delaiEnClair(etude, scenario),
    nouvelleEntite: scenario.nouvelle_entite,
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
  };
}

/** Its posts, its tools, and the days that they give against those that are asked. */
function moyens({ etude }: ContexteScenarios, chiffrage: Chiffrage): object {
  const { scenario, charge, couverture, indicateurs } = chiffrage;
  const valeur = valeurDe(chiffrage);
  const { humains } = scenario.moyens;
  return {
    postes: humains.map(({ profil, etp, porteur }) => ({
      nom: `${minuscule(profil)} (${nombreFr(etp)} ETP, ${nomActeur(etude, porteur) ?? porteur})`,
    })),
    outils: (scenario.outils ?? []).map(({ outil, quantite }) => {
      const nom = etude.outils.find(({ id }) => id === outil)?.nom ?? outil;
      return { nom: quantite > 1 ? `${nom} (${nombreFr(quantite)})` : nom };
    }),
    etp: humains.length > 0 ? avecSesBenevoles(valeur('etp_total'), scenario) : 'sans poste',
    sansPoste: humains.length === 0,
    couvertureBesoins: valeur('couverture_besoins'),
    demandes: compteLesDemandes(scenario) ? charge.demandesCroisiere : null,
    parDemande: seMesureParDemande(scenario),
    motDuService: motDuService(scenario),
    services: indicateurs.get('service_rendu_annuel')?.valeur ?? null,
    servicesEnTout: chiffrage.modele.nombre(chiffrage.cles.total('services_periode')),
    demandesEnTout: sum(charge.annees, ({ demandes }) => demandes),
    joursDemandes: Math.round(charge.joursPorteur),
    joursPorteur: nombreFr(Math.round(charge.capacitePorteur)),
    joursParPoste: joursParPoste(etude, scenario, charge.capacitePorteur),
    joursDesPartenaires: charge.joursPartenaires > 0 || charge.capacitePartenaires > 0,
    joursPartenairesDemandes: nombreFr(Math.round(charge.joursPartenaires)),
    joursPartenaires: nombreFr(Math.round(charge.capacitePartenaires)),
    horsCharge: horsCharge(etude, scenario, charge),
    fonctionsCouvertes: couverture.couverts,
    fonctionsAttendues: couverture.attendus,
  };
}

/** What it costs and who pays, and its cash. */
function argent({ etude }: ContexteScenarios, { chiffrage, simulation }: ScenarioEvalue): object {
  const { scenario, tresorerie, indicateurs } = chiffrage;
  const { p10, p90 } = simulation.coutAnnuel;
  const { tresorerie: plancher } = seuilsDe(etude);
  const valeur = valeurDe(chiffrage);
  const mesure = (id: IdIndicateur) => indicateurs.get(id)?.valeur;
  // No more digits than the interval of the draws allows.
  const lu = (value: number | null | undefined): string =>
    eurosDe(typeof value === 'number' ? arrondiSelon(value, p10, p90) : null);
  return {
    payeurs: nomsDesPayeurs(etude, chiffrage),
    coutAnnuel: valeur('cout_annuel'),
    coutTotal: valeur('cout_total'),
    coutParDemande: prixDe(mesure('cout_par_demande')),
    coutParService: prixDe(mesure('cout_par_service')),
    // Of inhabitants that are not known, there is no cost of each.
    coutParHabitant: mesure('cout_par_habitant') == null ? null : valeur('cout_par_habitant'),
    dotation: valeur('dotation_amortissement'),
    amorti: mesure('dotation_amortissement') !== 0,
    dotationVarie: anneesDeDotation(chiffrage.lignes).length > 1,
    coutArrondi: lu(mesure('cout_annuel')),
    p10: lu(p10),
    p90: lu(p90),
    autofinancement: valeur('part_autofinancement'),
    apresAides: apresAides(scenario, mesure('reste_apres_aides') ?? null),
    recettes: chiffrage.recettesTotales > 0,
    acquis: mesure('part_financement_acquis') === 0 ? null : valeur('part_financement_acquis'),
    toutAcquis: mesure('part_financement_acquis') === 1,
    seuils: seuilsDits(etude, chiffrage),
    suivent: suiventLeVolume(scenario, chiffrage.annees, (id) => nomActeur(etude, id) ?? id),
    dettes: dettesEnClair(chiffrage),
    sortie: sortieEnClair(etude, chiffrage),
    annees: chiffrage.depensesAnnuelles.length,
    tresorerieMin: tresorerie.minimum,
    avance: tresorerie.depart > 0 ? euros(tresorerie.depart) : null,
    comptesSepares: comptesDe(scenario, chiffrage.lignes).length > 1,
    transferts: enumerer(
      (scenario.transferts ?? []).map(
        ({ libelle, de, a }) =>
          `${minuscule(libelle)} (de ${nomActeur(etude, de) ?? de} à ${nomActeur(etude, a) ?? a})`,
      ),
    ),
    paientAPart: [...payeursHorsCaisse(scenario)].map((id) => ({ nom: nomActeur(etude, id) ?? id })),
    rembourses: enumerer(
      payeursRembourses(scenario, lignesPayees(chiffrage.lignes, chiffrage.montants)).map(
        (id) => nomActeur(etude, id) ?? id,
      ),
    ),
    coutLigne: Number(mesure('cout_ligne_tresorerie')) > 0.5 ? valeur('cout_ligne_tresorerie') : null,
    deficit: foisSurCent(simulation.probabiliteDeficit),
    caisseBasse: foisSurCent(simulation.probabiliteTresorerieInsuffisante),
    plancher: plancher === 0 ? null : euros(plancher),
  };
}

/** What its tests and trials say. */
function viabilite({ viabilite: { tests, epreuves, indice } }: ScenarioEvalue): object {
  const dAvis = (wanted: EtatTest) => tests.filter(({ etat }) => etat === wanted);
  return {
    testsSatisfaits: dAvis('oui').length,
    tests: tests.length,
    sousCondition: dAvis('sous condition'),
    echecs: dAvis('non'),
    epreuvesPerdues: epreuves.filter(({ satisfait }) => !satisfait),
    epreuvesDites: epreuvesDites(epreuves),
    indice,
  };
}

export function scenarioView(contexte: ContexteScenarios, one: ScenarioEvalue, i: number): object {
  const { evaluation } = contexte.analyse;
  return {
    ...portrait(contexte, one.chiffrage),
    court: court(one),
    ...moyens(contexte, one.chiffrage),
    ...argent(contexte, one),
    ...viabilite(one),
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

/** Whole days that the modalities leave to the bearer's staff: the difference of those that are written, which a reader finds again, where they are of that year. */
export function joursLibres(charge: Charge): number {
  const free = libresDuPorteur(charge);
  const { capacitePorteur: had, joursPorteur: asked } = charge;
  return Math.abs(had - asked - free) < 1e-6 ? Math.round(had) - Math.round(asked) : Math.round(free);
}

/** Days of tools that the load leaves out, and what the bearer's staff has for them; null when there are none. */
function horsCharge(etude: Study, scenario: Scenario, charge: Charge): string | null {
  const { horsModalites, horsDe } = joursDesOutils(scenario, etude.outils);
  const days = Math.round(horsModalites);
  if (days === 0) return null;
  const names = horsDe.map((id) => `« ${etude.outils.find((one) => one.id === id)?.nom ?? id} »`);
  const free = joursLibres(charge);
  const told = `La charge ne compte pas ${compte(days, 'jour')} par an que ${accord(names.length, 'demande', 'demandent')} ${enumerer(names)} en plus des modalités`;
  if (!scenario.moyens.humains.some(({ porteur }) => porteur === scenario.porteur))
    return `${told}, et le porteur n’a pas de poste.`;
  const left =
    free > 0 ? `l’équipe du porteur en garde ${nombreFr(free)}` : 'il n’en reste aucun à l’équipe du porteur';
  return `${told} ; une fois celles-ci servies, ${left}.`;
}
