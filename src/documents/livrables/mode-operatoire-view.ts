/** What the templates of the mode opératoire read. */

import { decisionsPrises, titreReunion } from '../../analysis/comite.js';
import { sansMarge } from '../../analysis/mode-operatoire/calendrier.js';
import { replisOuverts } from '../../analysis/mode-operatoire/replis.js';
import { avecSesBenevoles } from '../../analysis/scenarios/depenses-et-charge/benevoles.js';
import { estEmprunt } from '../../analysis/scenarios/depenses-et-charge/emprunts.js';
import { valeurEnClair } from '../../analysis/scenarios/indicateurs/indicateurs.js';
import type { scenarioRetenu } from '../../analysis/scenarios/retenu.js';
import type { ContexteMode } from '../../exhibits/mode-operatoire/contexte.js';
import { FORMES, nomsDesPayeurs } from '../../exhibits/scenarios/contexte.js';
import { exigenceDe } from '../../study/contrat.js';
import type { Study } from '../../study/study.js';
import type { ModeOperatoire, Scenario } from '../../study/types.gen.js';
import { enSi, enumerer, majuscule } from '../../texte/accords.js';
import { moisAbsolu } from '../../texte/dates.js';
import { phraseNue, sansArticle } from '../../texte/identifiant.js';
import { euros } from '../../texte/nombres.js';
import { nomDuPorteur } from '../names-and-dates.js';
import { ecartDuChoix } from './choix-ecarte.js';
import { certaines, fragilites } from './fragilites-du-mode.js';
import { phrasesDuMode } from './phrases-du-mode.js';

/** Share of the tasks from which almost any delay is one of the whole. */
const PRESQUE_TOUT = 0.8;

/** Within a month of a year. */
const dureUnAn = ({ debut, fin }: { debut: string; fin: string }): boolean =>
  Math.abs(moisAbsolu(fin) - moisAbsolu(debut) - 11.5) <= 1;

/** Whether the phase that the contract submits to a decision, or any when it names none, is launched: what is decided is no more asked for. */
function estLancee(etude: Parameters<typeof decisionsPrises>[0] & Parameters<typeof exigenceDe>[0]): boolean {
  const phase = exigenceDe(etude, 'decision-lancement')?.phase;
  return decisionsPrises(etude).some(
    ({ decision: { lance } }) => lance !== undefined && (phase === undefined || lance === phase),
  );
}

/** Publics that its modalities serve, in the order of the study; where one serves whoever comes, those that the scenario serves first. */
function publicsServis(
  { etude }: Study,
  { modalites, publics_prioritaires: premiers }: Scenario,
): { publics: Study['etude']['publics']; publicsDAbord: boolean } {
  const told = modalites.length > 0 && modalites.every(({ publics }) => publics?.length);
  const served = new Set(told ? modalites.flatMap(({ publics = [] }) => publics) : premiers);
  const publics = etude.publics.filter(({ id }) => served.has(id));
  return { publics, publicsDAbord: !told && publics.length < etude.publics.length };
}

/** Titles of the annexes that something is written for; null for one that would only say that nothing is. `status --lacunes` lists what is not. */
function annexesEcrites({
  premiers_jours,
  dossier_aide,
  experimentation,
  fiche_saisine,
  deliberation,
}: ModeOperatoire): {
  outils: string | null;
  actes: string | null;
} {
  const tools = [
    premiers_jours?.length ? 'premiers jours' : '',
    dossier_aide?.length ? 'dossier d’aide' : '',
    experimentation?.grille?.length ? 'grille de choix' : '',
  ].filter(Boolean);
  const acts = [fiche_saisine?.length ? 'fiche de saisine' : '', deliberation ? 'projet de délibération' : ''];
  return {
    outils: premiers_jours?.length ? 'Pour les premiers jours' : tools.length > 0 ? majuscule(enumerer(tools)) : null,
    actes: acts.some(Boolean) ? majuscule(enumerer(acts.filter(Boolean))) : null,
  };
}

/** The decision that retains what the mode opératoire puts to work; null for a draft, or where it puts another scenario to work. */
function decisionDite(
  { etude, one }: ContexteMode,
  retenu: ReturnType<typeof scenarioRetenu>,
  draft: boolean,
): object | null {
  const { scenario } = one.chiffrage;
  if (!retenu || draft || retenu.scenario.id !== (scenario.essai_de ?? scenario.id)) return null;
  const { decision, reunion } = retenu;
  return {
    texte: decision.texte,
    nomme: phraseNue(decision.texte).includes(sansArticle(retenu.scenario.titre)),
    retenu: retenu.scenario.titre,
    date: reunion.date,
    titre: titreReunion(reunion),
    illustratif: reunion.fiabilite === 'illustratif',
    ecart: ecartDuChoix(etude, retenu),
  };
}

function scenarioDit({ etude, mode, one: { chiffrage } }: ContexteMode): object {
  const { scenario, indicateurs } = chiffrage;
  const perimetre = etude.territoire.perimetres?.find(({ id }) => id === (mode.perimetre ?? scenario.perimetre));
  const etp = valeurEnClair(indicateurs.get('etp_total') ?? { valeur: null, unite: '' });
  return {
    titre: scenario.titre,
    resume: scenario.resume,
    forme: FORMES[scenario.forme_juridique],
    nouvelleEntite: scenario.nouvelle_entite,
    payeurs: nomsDesPayeurs(etude, chiffrage),
    porteur: nomDuPorteur(etude, scenario.porteur),
    perimetre: perimetre?.libelle ?? null,
    etp: scenario.moyens.humains.length > 0 ? avecSesBenevoles(etp, scenario) : 'aucun poste',
  };
}

/** The money of the year, what is sure of it, and what is done when a part of it lacks. */
function argentDit({ etude, mode, one, annee, versements }: ContexteMode, ecartProbable: number): object {
  const { scenario } = one.chiffrage;
  return {
    annee,
    versements: {
      ...versements,
      siAnnuelleSousSeuil: versements.siAnnuelle !== null && versements.siAnnuelle < versements.seuil,
      ligne: Math.abs(versements.seuil),
    },
    ecartProbable,
    certain: certaines(annee),
    toutesAcquises: scenario.financements.every(({ statut }) => statut === 'acquis'),
    emprunte: scenario.financements.some(estEmprunt),
    annuitesIncertaines: annee.depensesProbables < annee.depenses - 0.5,
    depart:
      scenario.tresorerie_initiale?.motif ??
      etude.criteres?.hypotheses?.motifs?.tresorerie_initiale ??
      'hypothèse de l’étude, à confirmer',
    replis: replisOuverts(mode, one.chiffrage).map((repli) => ({
      ...repli,
      si: enSi(repli.si),
      pour: `${enumerer([
        ...(repli.perdu === null ? [] : [`${euros(repli.perdu)} de recette perdue`]),
        ...(repli.aidesPerdues > 0.5 ? [`${euros(repli.aidesPerdues)} d’aide de moins sur ces dépenses`] : []),
        ...(repli.manqueDeLAnnee > 0.5 ? [`${euros(repli.manqueDeLAnnee)} que l’année laisse à couvrir`] : []),
      ])}${repli.manqueDeLAnnee < -0.5 ? `, moins ${euros(-repli.manqueDeLAnnee)} que l’année reçoit de trop` : ''}`,
    })),
  };
}

function calendrierDit({ calendrier }: ContexteMode): object {
  const { critiques, sur } = sansMarge(calendrier);
  return {
    critiques,
    jalons: calendrier.taches.some(({ tache }) => tache.jalon),
    tachesSuivies: sur,
    sansJeu: critiques.length >= PRESQUE_TOUT * sur,
    // Told one by one while they are few; named by those that are not when they are most.
    tendu: critiques.length * 2 > sur,
    avecMarge: calendrier.taches.flatMap(({ tache, critique }) => (critique || tache.jalon ? [] : [tache])),
    chevauchements: calendrier.chevauchements,
    boucle: calendrier.taches.filter(({ tache }) => calendrier.boucle.includes(tache.id)).map(({ tache }) => tache),
  };
}

function conditionsDites({ mode }: ContexteMode): object {
  const all = Object.values(mode.conditions ?? {}).flat();
  const count = (etat: string): number => all.filter((c) => c.etat === etat).length;
  return {
    conditionsFondees: all.some(({ base: texte, reference, tache }) => texte ?? reference ?? tache),
    conditions: {
      total: all.length,
      remplies: count('remplie'),
      enCours: count('en-cours'),
      aEngager: count('a-engager'),
      bloquantes: count('bloquante'),
    },
  };
}

function conventionsDites({ conventions }: ContexteMode): object {
  const { liste, lignes } = conventions;
  return {
    conventions,
    conventionsFondees: liste.length > 0 && liste.every(({ regle, possible }) => regle !== null && possible !== false),
    // Lines that pay what the conventions cost, to the euro, are one sentence and not a table of gaps of zero.
    auBudget: lignes.every(({ ecart }) => Math.abs(ecart) < 0.5) ? lignes : [],
    conventionsImpossibles: liste.filter(({ possible }) => possible === false).length,
    avecUneAssociation: liste.some(({ nature }) => nature === 'association'),
    signees: liste.filter(({ convention }) => convention.etat === 'signee').length,
  };
}

export function modeView(
  contexte: ContexteMode,
  retenu: ReturnType<typeof scenarioRetenu>,
  draft: boolean,
  date: string,
): object {
  const { etude, mode, one, annee, base, cadre, parcours } = contexte;
  const gap = annee.depensesProbables - annee.recettesProbables;
  const ecartProbable = gap > 0.5 ? gap : 0;
  return {
    etude: etude.etude,
    analyse: base,
    phrases: phrasesDuMode(contexte),
    mode,
    lance: estLancee(etude),
    decision: decisionDite(contexte, retenu, draft),
    scenario: scenarioDit(contexte),
    ...publicsServis(etude, one.chiffrage.scenario),
    ...argentDit(contexte, ecartProbable),
    ...calendrierDit(contexte),
    ...conditionsDites(contexte),
    ...conventionsDites(contexte),
    fragilites: fragilites(contexte, ecartProbable, date),
    annexes: annexesEcrites(mode),
    autresReseaux:
      (mode.inspirations ?? []).length > 0 ||
      (etude.contrat?.exigences ?? []).some(({ regle }) => regle === 'reseaux-inspirants'),
    experimentationUnAn: mode.experimentation !== undefined && dureUnAn(mode.experimentation),
    cadre: cadre.map(({ titre, constat, resume }, i) => ({ titre, constat, resume, rang: i + 1 })),
    refusPrevu: parcours.refusPrevu,
    promessesNonTenues: parcours.promesses.filter(({ tenue }) => tenue === false).length,
  };
}
