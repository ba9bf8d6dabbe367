/** What the templates of the mode opératoire read. */

import { decisionsPrises, titreReunion } from '../../analysis/comite.js';
import { type Attendu, attendusAvant } from '../../analysis/mode-operatoire/attendus.js';
import { sansMarge } from '../../analysis/mode-operatoire/calendrier.js';
import { replisOuverts } from '../../analysis/mode-operatoire/replis.js';
import { avecSesBenevoles } from '../../analysis/scenarios/depenses-et-charge/benevoles.js';
import { estEmprunt } from '../../analysis/scenarios/depenses-et-charge/emprunts.js';
import { valeurEnClair } from '../../analysis/scenarios/indicateurs/indicateurs.js';
import type { scenarioRetenu } from '../../analysis/scenarios/retenu.js';
import { acteurCite } from '../../analysis/vocabulaire.js';
import type { ContexteMode } from '../../exhibits/mode-operatoire/contexte.js';
import { FORMES, nomsDesPayeurs } from '../../exhibits/scenarios/contexte.js';
import { cellAt } from '../../lists/at.js';
import { conditionsDuMode } from '../../study/conditions.js';
import { exigenceDe } from '../../study/contrat.js';
import type { Libelles, Study } from '../../study/study.js';
import type { ModeOperatoire, Scenario } from '../../study/types.gen.js';
import { accorder, compte, compteEnLettres, enSi, enumerer, majuscule, sansPoint } from '../../texte/accords.js';
import { anterieur, dateEnLettres, leJour, moisAbsolu, posterieur } from '../../texte/dates.js';
import { phraseNue, sansArticle } from '../../texte/identifiant.js';
import { euros, nombreFr, pourcent } from '../../texte/nombres.js';
import { nomDuPorteur } from '../names-and-dates.js';
import { ecartDuChoix } from './choix-ecarte.js';
import { phrasesDuMode } from './phrases-du-mode.js';

/** Whether what a test says is told above with the figures of this year: the load, the partners, the cash, the conditions; not what the load rests on. */
function ditAilleurs(id: string, etat: string, conditions: number): boolean {
  if (id === 'capacite') return etat !== 'sous condition';
  if (id === 'juridique') return etat === 'sous condition' && conditions > 0;
  return id === 'partenaires' || id === 'tresorerie';
}

/** « Capacité suffisante à condition que… », « Aucun obstacle juridique (test satisfait sous condition) : … ». */
const testEnClair = (libelle: string, etat: string, motif: string): string =>
  motif.startsWith('à condition ')
    ? `${libelle} ${motif}.`
    : `${libelle} (test ${etat === 'non' ? 'non satisfait' : 'satisfait sous condition'}) : ${motif}.`;

/** What is said of what was due and is not done. */
const ATTENDUS: Libelles<Attendu['genre']> = {
  convention: 'convention à signer',
  condition: 'condition à remplir',
  tache: 'tâche à finir',
};

/** « le 20 mai 2024 », « mai 2024 ». */
const depuis = (date: string): string => (date.length > 7 ? leJour(date) : dateEnLettres(date));

/** Conditions that are still to meet and that are due once the experimentation has begun. */
function duesApresLeDebut({ conditions, experimentation }: ModeOperatoire, date: string): string[] {
  const start = experimentation?.debut;
  if (start === undefined) return [];
  const due = conditionsDuMode(conditions).filter(
    ({ etat, echeance }) =>
      etat !== 'remplie' && echeance !== undefined && posterieur(echeance, start) && !anterieur(echeance, date),
  );
  const names = enumerer(
    due.map(({ libelle, echeance = '' }) => `« ${sansPoint(libelle)} » (${dateEnLettres(echeance)})`),
  );
  return due.length === 0
    ? []
    : [
        `${compteEnLettres(due.length, 'condition est due', 'conditions sont dues')} après le début de l’expérimentation, ${leJour(start)} : ${names}.`,
      ];
}

/** Whether nothing of the year depends on a chance: what is lacking then is no average. */
const certaines = ({ recettes, recettesProbables, depenses, depensesProbables }: ContexteMode['annee']): boolean =>
  Math.abs(recettes - recettesProbables) < 0.5 && Math.abs(depenses - depensesProbables) < 0.5;

/** What the first page must say that is not assured: what the scenario fails (capacity, partners, cash), receipts, delays. French sentences. */
function fragilites(
  { etude, mode, one, annee, conventions, parcours, calendrier, charge }: ContexteMode,
  ecartProbable: number,
  date: string,
): string[] {
  const signed = new Set(
    conventions.liste.flatMap(({ convention: { etat, partenaire } }) => (etat === 'signee' ? [partenaire] : [])),
  );
  const essential = one.chiffrage.scenario.partenaires.flatMap(({ essentiel, acteur }) =>
    essentiel && !signed.has(acteur) ? [acteurCite(etude, acteur)] : [],
  );
  const over = conventions.lignes.filter(({ ecart }) => ecart > 0.5);
  const promised = parcours.promesses.filter(({ tenue }) => tenue === false).length;
  const replis = replisOuverts(mode, one.chiffrage);
  return [
    ...charge.cotes.flatMap(({ cote, demandes, croisiere, capacite }) =>
      croisiere > capacite
        ? [
            `${cote === 'porteur' ? 'Équipe du porteur' : 'Partenaires'} : ${compte(Math.round(demandes), 'jour demandé', 'jours demandés')} la première année pour ${Math.round(capacite) === 0 ? 'aucun apporté' : `${nombreFr(Math.round(capacite))} ${accorder('apporté', Math.round(capacite))}`}, et ${nombreFr(Math.round(croisiere))} en croisière.`,
          ]
        : [],
    ),
    ...(essential.length > 0
      ? [
          `${compteEnLettres(essential.length, 'partenaire essentiel n’a', 'partenaires essentiels n’ont')} pas encore signé : ${enumerer(essential)}.`,
        ]
      : []),
    ...attendusAvant(mode, date).map(
      ({ genre, libelle, date: due }) => `« ${libelle} » : ${ATTENDUS[genre]} depuis ${depuis(due)}.`,
    ),
    ...duesApresLeDebut(mode, date),
    ...one.viabilite.tests.flatMap(({ id, satisfait, etat, libelle, motif }) =>
      satisfait || ditAilleurs(id, etat, Object.values(mode.conditions ?? {}).flat().length)
        ? []
        : [testEnClair(libelle, etat, motif)],
    ),
    ...one.chiffrage.scenario.financements.flatMap((source, i) => {
      const amount = cellAt(one.chiffrage.recettes, i, 0);
      return source.regle_empruntee && amount > 0
        ? [
            `« ${source.libelle ?? source.id} », ${euros(amount)}, soit ${pourcent(amount / annee.recettes)} des recettes${one.chiffrage.scenario.financements.some(estEmprunt) ? ' et des emprunts' : ''} de l’année : montant calculé sur une règle empruntée (${source.regle_empruntee}), à confirmer avant tout engagement de dépense.`,
          ]
        : [];
    }),
    ...(ecartProbable > 0
      ? [
          `${certaines(annee) ? 'Toutes recettes obtenues, il manque' : 'Recettes pesées par leur chance : il manquerait en moyenne'} ${euros(ecartProbable)} la première année${replis.length > 0 ? '' : ', sans repli écrit'}.`,
        ]
      : []),
    ...replis.flatMap(({ si, reste, manqueDeLAnnee: lacking }) =>
      reste !== null
        ? [
            `${enSi(si)}, il resterait ${euros(reste)} à trouver malgré le repli${lacking > 0.5 ? `, dont les ${euros(lacking)} que l’année laisse à couvrir` : ''}.`,
          ]
        : [],
    ),
    ...over.map(({ libelle, ecart }) => `Les conventions dépassent de ${euros(ecart)} la ligne « ${libelle} ».`),
    ...(promised > 0
      ? [`${compteEnLettres(promised, 'délai annoncé n’est pas tenable', 'délais annoncés ne sont pas tenables')}.`]
      : []),
    ...(calendrier.chevauchements.length > 0
      ? [
          `${compteEnLettres(calendrier.chevauchements.length, 'tâche commence avant la fin de celle qu’elle attend', 'tâches commencent avant la fin de celles qu’elles attendent')}.`,
        ]
      : []),
  ];
}

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

export function modeView(
  contexte: ContexteMode,
  retenu: ReturnType<typeof scenarioRetenu>,
  draft: boolean,
  date: string,
): object {
  const { etude, mode, one, annee, versements, calendrier, base, conventions, parcours } = contexte;
  const { scenario } = one.chiffrage;
  const all = Object.values(mode.conditions ?? {}).flat();
  const count = (etat: string): number => all.filter((c) => c.etat === etat).length;
  const perimetre = etude.territoire.perimetres?.find(({ id }) => id === (mode.perimetre ?? scenario.perimetre));
  const gap = annee.depensesProbables - annee.recettesProbables;
  const ecartProbable = gap > 0.5 ? gap : 0;
  const { critiques, sur } = sansMarge(calendrier);
  return {
    etude: etude.etude,
    analyse: base,
    phrases: phrasesDuMode(contexte),
    mode,
    decision:
      retenu && retenu.scenario.id === (scenario.essai_de ?? scenario.id) && !draft
        ? {
            texte: retenu.decision.texte,
            nomme: phraseNue(retenu.decision.texte).includes(sansArticle(retenu.scenario.titre)),
            retenu: retenu.scenario.titre,
            date: retenu.reunion.date,
            titre: titreReunion(retenu.reunion),
            illustratif: retenu.reunion.fiabilite === 'illustratif',
            ecart: ecartDuChoix(etude, retenu),
          }
        : null,
    scenario: {
      titre: scenario.titre,
      resume: scenario.resume,
      forme: FORMES[scenario.forme_juridique],
      nouvelleEntite: scenario.nouvelle_entite,
      payeurs: nomsDesPayeurs(etude, one.chiffrage),
      porteur: nomDuPorteur(etude, scenario.porteur),
      perimetre: perimetre?.libelle ?? null,
      etp:
        scenario.moyens.humains.length > 0
          ? avecSesBenevoles(
              valeurEnClair(one.chiffrage.indicateurs.get('etp_total') ?? { valeur: null, unite: '' }),
              scenario,
            )
          : 'aucun poste',
    },
    annee,
    versements: {
      ...versements,
      siAnnuelleSousSeuil: versements.siAnnuelle !== null && versements.siAnnuelle < versements.seuil,
      ligne: Math.abs(versements.seuil),
    },
    lance: estLancee(etude),
    ecartProbable,
    certain: certaines(annee),
    toutesAcquises: scenario.financements.every(({ statut }) => statut === 'acquis'),
    emprunte: scenario.financements.some(estEmprunt),
    annuitesIncertaines: annee.depensesProbables < annee.depenses - 0.5,
    fragilites: fragilites(contexte, ecartProbable, date),
    depart:
      one.chiffrage.scenario.tresorerie_initiale?.motif ??
      etude.criteres?.hypotheses?.motifs?.tresorerie_initiale ??
      'hypothèse de l’étude, à confirmer',
    annexes: annexesEcrites(mode),
    autresReseaux:
      (mode.inspirations ?? []).length > 0 ||
      (etude.contrat?.exigences ?? []).some(({ regle }) => regle === 'reseaux-inspirants'),
    conditionsFondees: all.some(({ base: texte, reference, tache }) => texte ?? reference ?? tache),
    experimentationUnAn: mode.experimentation !== undefined && dureUnAn(mode.experimentation),
    critiques,
    jalons: calendrier.taches.some(({ tache }) => tache.jalon),
    tachesSuivies: sur,
    sansJeu: critiques.length >= PRESQUE_TOUT * sur,
    // Told one by one while they are few; named by those that are not when they are most.
    tendu: critiques.length * 2 > sur,
    avecMarge: calendrier.taches.flatMap(({ tache, critique }) => (critique || tache.jalon ? [] : [tache])),
    replis: replisOuverts(mode, one.chiffrage).map((repli) => ({
      ...repli,
      si: enSi(repli.si),
      pour: `${enumerer([
        ...(repli.perdu === null ? [] : [`${euros(repli.perdu)} de recette perdue`]),
        ...(repli.aidesPerdues > 0.5 ? [`${euros(repli.aidesPerdues)} d’aide de moins sur ces dépenses`] : []),
        ...(repli.manqueDeLAnnee > 0.5 ? [`${euros(repli.manqueDeLAnnee)} que l’année laisse à couvrir`] : []),
      ])}${repli.manqueDeLAnnee < -0.5 ? `, moins ${euros(-repli.manqueDeLAnnee)} que l’année reçoit de trop` : ''}`,
    })),
    chevauchements: calendrier.chevauchements,
    boucle: calendrier.taches.filter(({ tache }) => calendrier.boucle.includes(tache.id)).map(({ tache }) => tache),
    conditions: {
      total: all.length,
      remplies: count('remplie'),
      enCours: count('en-cours'),
      aEngager: count('a-engager'),
      bloquantes: count('bloquante'),
    },
    conventions,
    conventionsFondees:
      conventions.liste.length > 0 &&
      conventions.liste.every(({ regle, possible }) => regle !== null && possible !== false),
    // Lines that pay what the conventions cost, to the euro, are one sentence and not a table of gaps of zero.
    auBudget: conventions.lignes.every(({ ecart }) => Math.abs(ecart) < 0.5) ? conventions.lignes : [],
    conventionsImpossibles: conventions.liste.filter(({ possible }) => possible === false).length,
    avecUneAssociation: conventions.liste.some(({ nature }) => nature === 'association'),
    signees: conventions.liste.filter(({ convention }) => convention.etat === 'signee').length,
    cadre: contexte.cadre.map(({ titre, constat, resume }, i) => ({ titre, constat, resume, rang: i + 1 })),
    refusPrevu: parcours.refusPrevu,
    promessesNonTenues: parcours.promesses.filter(({ tenue }) => tenue === false).length,
    ...publicsServis(etude, scenario),
  };
}
