/** The pack of a meeting: its agenda, the decisions to take with their facts, or the decisions taken once it is held. */

import { contratEnPhrase } from '../../study/contrat.js';
import { scenarioEprouve } from '../../study/essais.js';
import type { Study } from '../../study/study.js';
import type { ModeOperatoire, Scenario } from '../../study/types.gen.js';
import {
  accord,
  accorder,
  compte,
  compteAuFil,
  compteEnLettres,
  compteSur,
  enSi,
  majuscule,
  memeUnite,
  minuscule,
  quantiteFr,
} from '../../texte/accords.js';
import { dateEnLettres } from '../../texte/dates.js';
import { euros, nombreFr } from '../../texte/nombres.js';
import { estFeminin } from '../../texte/pluriel.js';
import { titreReunion } from '../comite.js';
import { resumeReponses } from '../conformite/reponses.js';
import type { Connu } from '../contexte.js';
import type { DiagnosticAnalysis } from '../diagnostic/index.js';
import { type EtatEtude, etatDe, sansAnticiper } from '../etat/etat.js';
import { reservesAnterieures } from '../etat/livrable.js';
import { anneeDe, premierMois } from '../mode-operatoire/annee.js';
import { replisOuverts } from '../mode-operatoire/replis.js';
import { arrondiSelon } from '../montants.js';
import { analyserPerimetres, type PerimetresAnalysis } from '../priorites/perimetres.js';
import { analyserPriorites, type PrioritesAnalysis } from '../priorites/priorites.js';
import { analyserBilan, type BilanAnalysis } from '../projets/bilan.js';
import { ciblesAtteintes } from '../projets/mesures.js';
import { tete } from '../projets/suites.js';
import { chiffrageDe } from '../scenarios/chiffrage.js';
import { scenarioDecrit } from '../scenarios/decrit.js';
import { estEmprunt } from '../scenarios/depenses-et-charge/emprunts.js';
import type { AnalyseScenarios } from '../scenarios/index.js';
import { mesureSure } from '../scenarios/indicateurs/indicateurs.js';
import { scenarioRetenu } from '../scenarios/retenu.js';
import { testsEnClair } from '../scenarios/viabilite/viabilite.js';
import { type GroupeResolutions, resolutionsDe } from './resolutions.js';
import { precedenteDite, type ReunionCopil, type ReunionPrecedente } from './reunion.js';

export interface DecisionAPrendre {
  point: string;
  attendue: string;
  livrable: string | null;
  titreLivrable: string | null;
  /** French sentences with figures, from the data. */
  faits: string[];
}

export interface CopilAnalysis {
  reunion: ReunionCopil;
  titre: string;
  tenue: boolean;
  minutes: number;
  /** Date at which the pack speaks. */
  date: string;
  etat: EtatEtude;
  /** Meeting held before, of any kind that decides. */
  precedente: ReunionPrecedente | null;
  decisionsAPrendre: DecisionAPrendre[];
  scenarios: AnalyseScenarios | null;
  bilan: BilanAnalysis | null;
  diagnostic: DiagnosticAnalysis;
  priorites: PrioritesAnalysis;
  /** Null without scenario. */
  perimetres: PerimetresAnalysis | null;
  /** Reserves of the meetings before, with what became of each by this one. */
  reserves: ReturnType<typeof reservesAnterieures>;
  /** The projects that its decisions retain, once it is held; those that its agenda has before it, until then. */
  projets: Study['projets'];
  /** A group a decision to take; empty once the meeting is held. */
  resolutions: GroupeResolutions[];
}

function faitsDiagnostic({ effectifs, besoins, participation }: DiagnosticAnalysis): string[] {
  const open = besoins.liste.filter(({ couverture }) => couverture.niveau === 'non-couvert').length;
  const apart = participation.sansPublic.participants;
  return [
    effectifs.besoins === 0
      ? 'Aucun besoin n’est recensé.'
      : `Besoins recensés : ${effectifs.besoins}, dont ${compte(open, 'sans réponse', 'sans réponse', 'aucun sans réponse')}.`,
    participation.participations + apart === 0
      ? 'Personne n’a été entendu.'
      : `Participations : ${nombreFr(participation.participations)}${apart > 0 ? `, et ${compte(apart, 'personne entendue', 'personnes entendues')} sans que leur public soit dit` : ''}.`,
    `Inventaires : ${compte(effectifs.actions, 'action conduite', 'actions conduites', 'aucune action conduite')}, ${compte(effectifs.acteurs, 'acteur', 'acteurs', 'aucun acteur')}, ${compte(effectifs.outils, 'outil', 'outils', 'aucun outil')}.`,
  ];
}

/** What the year of the scenario retained costs and brings, how low the cash goes, and what each failure would leave to find. */
function argentDuMode(study: Study, mode: ModeOperatoire, scenario: Scenario, date: string): string[] {
  const chiffrage = chiffrageDe(study, scenario);
  const { depenses, recettes, minimum } = anneeDe(chiffrage, premierMois(mode, scenario, date));
  if (depenses <= 0) return [];
  const entered = scenario.financements.some(estEmprunt) ? 'recettes et emprunts inscrits' : 'recettes inscrites';
  return [
    `Budget de l’année : ${euros(depenses)} ; ${entered} : ${euros(recettes)} si tout est obtenu ; trésorerie au plus bas : ${euros(minimum.solde)}, en ${dateEnLettres(minimum.mois)}.`,
    ...replisOuverts(mode, chiffrage).flatMap(({ si, reste }) =>
      reste === null ? [] : [`${enSi(si)}, il resterait ${euros(reste)} à trouver malgré le repli.`],
    ),
  ];
}

function faitsMode(study: Study, date: string): string[] {
  const { mode_operatoire: mode } = study;
  if (!mode) return ['Le mode opératoire n’est pas décrit.'];
  const conditions = Object.values(mode.conditions ?? {}).flat();
  const open = conditions.filter(({ etat }) => etat !== 'remplie').length;
  const conventions = mode.conventions ?? [];
  const signed = conventions.filter(({ etat }) => etat === 'signee').length;
  const retained = scenarioRetenu(study);
  const decrit = scenarioDecrit(study);
  return [
    retained ? `Scénario retenu : ${retained.scenario.titre}.` : 'Aucun scénario n’est retenu.',
    ...(retained && decrit && retained.scenario.id === scenarioEprouve(study, decrit.id)
      ? argentDuMode(study, mode, decrit, date)
      : []),
    conditions.length === 0
      ? 'Aucune condition n’est posée.'
      : `${compteEnLettres(conditions.length, 'condition posée', 'conditions posées')}${
          open === 0
            ? ', toutes remplies'
            : open === conditions.length
              ? ', aucune remplie'
              : `, dont ${compteAuFil(open, 'non remplie', 'non remplies', undefined, 'f')}`
        }.`,
    conventions.length === 0
      ? 'Aucune convention n’est prévue.'
      : `${compteEnLettres(conventions.length, 'convention prévue', 'conventions prévues')}, ${compteAuFil(signed, 'signée', 'signées', 'aucune signée', 'f')}.`,
  ];
}

/** A gap under this share of what was foreseen is not told at a meeting. */
const ECART_NOTABLE = 0.1;

/** « Jours d’agent : 67 jours pour 60 prévus. », one sentence a gap that a meeting has to know. */
export const grandsEcarts = ({ ecarts }: BilanAnalysis): string[] =>
  ecarts.flatMap(({ libelle, realise, prevu, unite, ecart }) =>
    ecart === null || realise === null || prevu === null || Math.abs(ecart) <= ECART_NOTABLE
      ? []
      : [
          `${libelle} : ${quantiteFr(realise, unite)} pour ${memeUnite(prevu, unite)} ${accorder('prévu', prevu, estFeminin(unite) ? 'f' : 'm')}.`,
        ],
  );

/** « Non atteinte : délai de réponse (21 jours pour 15 au plus). », the targets that were measured and missed. */
function ciblesManquees(indicateurs: BilanAnalysis['indicateurs']): string[] {
  const missed = indicateurs.flatMap(({ libelle, atteint, valeur, cible, sens, unite }) =>
    atteint === false && valeur !== null
      ? [
          `${minuscule(libelle)} (${quantiteFr(valeur, unite)} pour ${memeUnite(cible, unite)} ${sens === 'min' ? 'au plus' : 'au moins'})`,
        ]
      : [],
  );
  return missed.length === 0
    ? []
    : [`${accord(missed.length, 'Non atteinte', 'Non atteintes')} : ${missed.join(' ; ')}.`];
}

/** What the year has cost and what was received of it; nothing while the accounts are not known. */
export function comptesEnClair({ dispositif }: BilanAnalysis): string[] {
  const somme = (lignes: readonly { prevu: number; realise: number | null }[]) => ({
    prevu: lignes.reduce((sum, { prevu }) => sum + prevu, 0),
    realise: lignes.reduce((sum, { realise }) => sum + (realise ?? 0), 0),
    connu: lignes.some(({ realise }) => realise !== null),
  });
  const [spent, received] = [somme(dispositif?.depenses ?? []), somme(dispositif?.recettes ?? [])];
  if (!spent.connu) return [];
  // Of other months than the plan, the two do not compare as they are: both say of how many they are.
  const { mois = null, aLaDuree = true } = dispositif ?? {};
  const [enMois, pourUnAn] = [
    mois === null ? '' : ` en ${compte(mois, 'mois', 'mois')}`,
    mois === null || aLaDuree ? '' : ' pour un an',
  ];
  return [
    `Dépensé${enMois} : ${euros(spent.realise)} pour ${euros(spent.prevu)} prévus${pourUnAn}${received.connu ? ` ; reçu : ${euros(received.realise)} pour ${euros(received.prevu)} attendus` : ''}.`,
  ];
}

function faitsProjets(bilan: BilanAnalysis | null): string[] {
  if (!bilan) return ['Aucun projet n’est évalué.'];
  const objectifs = bilan.projets.flatMap((one) => one.objectifs);
  return [
    `${compteSur(bilan.termines.length, bilan.projets.length, 'projet terminé', 'projets terminés', 'Aucun projet terminé')}.`,
    ...(objectifs.some(({ atteint }) => atteint !== null)
      ? [
          `${compteSur(objectifs.filter(({ atteint }) => atteint === 'oui').length, objectifs.length, 'objectif atteint', 'objectifs atteints', 'Aucun objectif atteint')}, tous projets ensemble.`,
        ]
      : []),
    ...grandsEcarts(bilan),
  ];
}

/** Recommendations that a pack names, by what each opens with. */
const RECOMMANDATIONS = 8;

function faitsBilan(bilan: BilanAnalysis | null): string[] {
  if (!bilan) return ['Aucun projet n’est évalué.'];
  const unknown = bilan.indicateurs.filter(({ valeur }) => valeur === null).length;
  const others = bilan.recommandations.length - RECOMMANDATIONS;
  return [
    bilan.indicateurs.length === 0
      ? 'Le dispositif n’a pas d’indicateur.'
      : `${ciblesAtteintes(bilan.indicateurs)}${unknown > 0 && unknown < bilan.indicateurs.length ? ` ; ${compteAuFil(unknown, 'n’a pas été mesurée', 'n’ont pas été mesurées', undefined, 'f')}` : ''}.`,
    ...ciblesManquees(bilan.indicateurs),
    ...comptesEnClair(bilan),
    ...bilan.recommandations
      .slice(0, RECOMMANDATIONS)
      .map(({ texte }, i) => `Recommandation R${i + 1} : ${minuscule(tete(texte))}.`),
    ...(others > 0
      ? [`${compteEnLettres(others, 'autre recommandation', 'autres recommandations')} dans le bilan.`]
      : []),
  ];
}

function faitsScenarios(scenarios: AnalyseScenarios | null): string[] {
  if (!scenarios) return ['Aucun scénario n’est décrit.'];
  return [
    ...scenarios.conclusion.slice(0, 3),
    ...scenarios.scenarios.map(
      ({ chiffrage, viabilite, simulation: { coutAnnuel } }) =>
        // No more digits than the interval of the cost allows, as in the document.
        `${chiffrage.scenario.titre} : ${euros(arrondiSelon(mesureSure(chiffrage, 'cout_annuel'), coutAnnuel.p10, coutAnnuel.p90))} par an, tests de viabilité satisfaits : ${testsEnClair(viabilite.tests)}.`,
    ),
  ];
}

const projetsDe = (study: Study, { etat, decisions = [], ordre_du_jour: points }: ReunionCopil): Study['projets'] => {
  const named = new Set((etat === 'tenue' ? decisions : points).flatMap(({ projets = [] }) => projets));
  return study.projets
    .filter(({ id }) => named.has(id))
    .sort((a, b) => (a.ordre ?? 99) - (b.ordre ?? 99) || (a.id < b.id ? -1 : 1));
};

/** `connu`: at the date of the pack, the day of the meeting when it was held, that of the study else; its study has the meetings to come too. */
export function analyserCopil(connu: Connu, reunion: ReunionCopil): CopilAnalysis {
  const { study, date } = connu;
  const scenarios = study.scenarios.length > 0 ? connu.scenarios() : null;
  const bilan = study.projets.some(({ evaluation }) => evaluation) ? analyserBilan(study, date) : null;
  // A pack is no deliverable that a meeting validates: it has no row of its own among them.
  const { livrables, ...rest } = etatDe(study, date, connu);
  const examines = new Set([
    ...(reunion.livrables ?? []),
    ...reunion.ordre_du_jour.flatMap(({ livrable }) => livrable ?? []),
  ]);
  const etat = sansAnticiper({ ...rest, livrables: livrables.filter(({ id }) => id !== 'copil') }, examines);
  const diagnostic = connu.diagnostic();
  const before = [...study.reunions]
    .filter(({ id, etat: held, date: jour }) => id !== reunion.id && held === 'tenue' && jour < reunion.date)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .at(-1);
  const faits = (livrable: string | null): string[] => {
    switch (livrable) {
      case 'diagnostic':
        return faitsDiagnostic(diagnostic);
      case 'scenarios':
        return faitsScenarios(scenarios);
      case 'mode-operatoire':
        return faitsMode(study, date);
      case 'fiches-projets':
        return faitsProjets(bilan);
      case 'bilan':
        return faitsBilan(bilan);
      default:
        return [`${majuscule(contratEnPhrase(study))} : ${resumeReponses(etat.exigences)}.`];
    }
  };
  const named = (id: string | null): string | null => study.etude.livrables?.find((l) => l.id === id)?.titre ?? null;
  return {
    reunion,
    titre: titreReunion(reunion),
    tenue: reunion.etat === 'tenue',
    minutes: reunion.ordre_du_jour.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    date,
    etat,
    precedente: before ? precedenteDite(before) : null,
    decisionsAPrendre: reunion.ordre_du_jour.flatMap(({ point, decision_attendue: attendue, livrable = null }) =>
      attendue ? [{ point, attendue, livrable, titreLivrable: named(livrable), faits: faits(livrable) }] : [],
    ),
    scenarios,
    bilan,
    diagnostic,
    priorites: analyserPriorites(study, diagnostic.besoins),
    perimetres: scenarios
      ? analyserPerimetres(
          study,
          scenarios.scenarios.map(({ chiffrage }) => chiffrage),
        )
      : null,
    reserves: reservesAnterieures(study, reunion.date, reunion.date),
    projets: projetsDe(study, reunion),
    resolutions: reunion.etat === 'tenue' ? [] : resolutionsDe(study, reunion, scenarios),
  };
}
