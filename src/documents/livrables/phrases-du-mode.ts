/** The sentence that leads to each table of the mode opératoire: what it shows, counted from what it is made of. Empty where there is no table. */

import { sum } from 'd3-array';
import type { ChargeAnnee } from '../../analysis/mode-operatoire/charge-annee.js';
import { type ContexteMode, duScenario } from '../../exhibits/mode-operatoire/contexte.js';
import { itemAt } from '../../lists/at.js';
import { moisDExperimentation } from '../../study/contrat.js';
import type { ModeOperatoire } from '../../study/types.gen.js';
import { accord, compteAuFil, compteEnLettres, enumerer, etendue } from '../../texte/accords.js';
import { MOIS_PAR_AN } from '../../texte/dates.js';
import { enLettres, nombreFr, pourcent } from '../../texte/nombres.js';

type ConditionCitante = Pick<
  NonNullable<NonNullable<ModeOperatoire['conditions']>['techniques']>[number],
  'base' | 'reference' | 'tache'
>;

/** How often the bodies meet in all, when each says it. */
export function surLesInstances(instances: ModeOperatoire['instances'] = []): string {
  const meetings = instances.map(({ reunions_an: n = null }) => n);
  const known = meetings.filter((n) => n !== null);
  if (instances.length === 0) return '';
  const bodies = compteEnLettres(instances.length, 'instance est prévue', 'instances sont prévues');
  if (known.length < instances.length)
    return known.length === 0
      ? `${bodies} ; le nombre de leurs réunions n’est pas écrit.`
      : `${bodies} ; ${compteAuFil(instances.length - known.length, 'ne dit', 'ne disent', undefined, 'f')} pas combien de fois par an ${accord(instances.length - known.length, 'elle se réunit', 'elles se réunissent')}.`;
  const most = Math.max(...known);
  const oftenest = instances.filter(({ reunions_an: n }) => n === most).map(({ nom }) => `« ${nom} »`);
  const all = compteAuFil(sum(known), 'réunion');
  return `${bodies}, pour ${all} par an${oftenest.length === 1 && instances.length > 1 ? `, dont ${enLettres(most, 'f')} pour ${oftenest.join('')}` : ''}.`;
}

/** Who answers of the activities: the bearer, then the others. */
export function surLesRoles(raci: ModeOperatoire['raci'] = [], porteur: string): string {
  if (raci.length === 0) return '';
  const own = raci.filter(({ approuve }) => approuve === porteur).length;
  const others = raci.length - own;
  const partners = new Set(raci.flatMap(({ approuve }) => (approuve === porteur ? [] : [approuve]))).size;
  if (others === 0)
    return `Le porteur répond ${raci.length === 1 ? 'de la seule activité écrite' : 'de toutes les activités'}.`;
  if (own === 0) return 'Le porteur ne répond d’aucune activité.';
  return `Le porteur répond ${own === 1 ? 'd’une activité' : `de ${compteAuFil(own, 'activité', 'activités')}`} sur ${enLettres(raci.length, 'f')} ; ${compteAuFil(partners, 'partenaire répond', 'partenaires répondent')} ${others === 1 ? 'de l’autre' : 'des autres'}.`;
}

/** What the conditions cite: what they rest on, and the task of the calendar that fulfils them. */
export function surLesConditions(conditions: readonly ConditionCitante[]): string {
  const n = conditions.length;
  const founded = conditions.filter(({ base, reference }) => base ?? reference).length;
  const tasked = conditions.filter(({ tache }) => tache).length;
  if (n === 0) return '';
  if (founded === n && tasked === n)
    return `${n === 1 ? 'La' : 'Chaque'} condition cite ce qui la fonde et la tâche du calendrier qui la remplit.`;
  if (founded === 0 && tasked === 0)
    return `${compteEnLettres(n, 'condition est posée, sans le texte', 'conditions sont posées, sans les textes')} qui ${accord(n, 'la fonde', 'les fondent')}.`;
  const cite = (count: number, un: string, plusieurs: string): string =>
    count === 0
      ? `aucune ne cite ${un}`
      : count === n
        ? `toutes citent ${plusieurs}`
        : `${compteAuFil(count, 'cite', 'citent', undefined, 'f')} ${count === 1 ? un : plusieurs}`;
  const [base, task] = [
    cite(founded, 'ce qui la fonde', 'ce qui les fonde'),
    cite(tasked, 'la tâche du calendrier qui la remplit', 'la tâche du calendrier qui les remplit'),
  ];
  return n === 1
    ? `La condition cite ${founded ? 'ce qui la fonde, et aucune tâche du calendrier' : 'la tâche du calendrier qui la remplit, et non ce qui la fonde'}.`
    : `Sur ${enLettres(n, 'f')} conditions, ${base} ; ${task}.`;
}

/** What the first year takes of the days of each side. */
export function surLaCharge({ cotes }: Pick<ChargeAnnee, 'cotes'>): string {
  const parts = cotes.flatMap(({ cote, taux }) =>
    taux === null
      ? []
      : [
          `${taux === 0 ? 'aucun' : pourcent(taux)} des jours ${cote === 'porteur' ? 'de l’équipe du porteur' : 'des partenaires'}`,
        ],
  );
  return parts.length === 0
    ? 'Le scénario n’apporte aucun jour au dispositif.'
    : `La première année prend ${enumerer(parts)}.`;
}

export function surLesReseaux(reseaux: ModeOperatoire['inspirations'] = []): string {
  if (reseaux.length === 0) return '';
  const taken = reseaux.filter(({ reprise }) => reprise !== undefined).length;
  const found = compteEnLettres(reseaux.length, 'réseau a été étudié', 'réseaux ont été étudiés');
  if (reseaux.length === 1)
    return `${found} ; le dispositif ${taken === 0 ? 'n’en reprend rien d’écrit' : 'en reprend quelque chose'}.`;
  if (taken === reseaux.length) return `${found} ; le dispositif reprend quelque chose de chacun.`;
  return `${found} ; le dispositif ${taken === 0 ? 'n’en reprend rien d’écrit' : `reprend quelque chose ${taken === 1 ? 'd’un seul' : `de ${enLettres(taken, 'm')}`}`}.`;
}

/** On what the processings rest, and how long the data are kept. */
export function surLesDonnees(traitements: ModeOperatoire['donnees_personnelles'] = []): string {
  if (traitements.length === 0) return '';
  const kept = traitements.flatMap(({ duree_mois: months }) => months ?? []);
  const bases = [...new Set(traitements.flatMap(({ base }) => base ?? []))];
  // Of one processing there is nothing to count.
  const counted = bases.map((base) =>
    traitements.length === 1 ? `« ${base} »` : `« ${base} » (${traitements.filter((one) => one.base === base).length})`,
  );
  return [
    compteEnLettres(traitements.length, 'traitement est prévu', 'traitements sont prévus'),
    bases.length === 0 ? '' : `, ${accord(bases.length, 'sur cette base', 'sur ces bases')} : ${enumerer(counted)}`,
    kept.length === 0
      ? ''
      : ` ; les données sont gardées ${etendue(nombreFr(Math.min(...kept)), nombreFr(Math.max(...kept)))} mois`,
    '.',
  ].join('');
}

export function surLesIndicateurs(indicateurs: ModeOperatoire['indicateurs'] = []): string {
  if (indicateurs.length === 0) return '';
  const blind = indicateurs.filter(({ initial }) => initial === undefined).length;
  const all = compteEnLettres(indicateurs.length, 'indicateur a', 'indicateurs ont');
  const targets = indicateurs.length === 1 ? 'une cible' : 'chacun une cible';
  return `${all} ${targets}${blind === 0 ? '' : blind === indicateurs.length ? ', sans valeur de départ' : ` ; ${compteAuFil(blind, 'n’a', 'n’ont', undefined, 'm')} pas de valeur de départ`}.`;
}

/** The heaviest of the risks, by probability × severity. */
export function surLesRisques(risques: ModeOperatoire['risques'] = []): string {
  if (risques.length === 0) return '';
  const [un] = risques;
  if (risques.length === 1 && un)
    return `Un seul risque est écrit : ${nombreFr(un.probabilite * un.gravite)} sur 25, probabilité × gravité.`;
  const weights = risques.map(({ probabilite, gravite }) => probabilite * gravite);
  const most = Math.max(...weights);
  const heaviest = risques.flatMap(({ libelle }, i) => (itemAt(weights, i) === most ? [`« ${libelle} »`] : []));
  return `${compteEnLettres(risques.length, 'risque est suivi', 'risques sont suivis')}. ${accord(heaviest.length, 'Le plus lourd', 'Les plus lourds')}, probabilité × gravité : ${enumerer(heaviest)} (${nombreFr(most)} sur 25).`;
}

/** The pieces of the annex of tools, counted: first days, file of the aid, grid. */
export function surLesOutils({
  premiers_jours: days = [],
  dossier_aide: pieces = [],
  experimentation,
}: ModeOperatoire): string {
  const grid = experimentation?.grille ?? [];
  const roles = new Set(days.map(({ role }) => role)).size;
  const last = Math.max(...days.map(({ au }) => au));
  const ready = pieces.filter(({ etat }) => etat === 'prete').length;
  const parts = [
    ...(days.length > 0
      ? [
          `ce que ${accord(roles, 'fait', 'font')} ${compteAuFil(roles, 'rôle')} pendant ${last === 1 ? 'le premier jour ouvré' : `les ${nombreFr(last)} premiers jours ouvrés`}`,
        ]
      : []),
    ...(pieces.length > 0
      ? [
          `${compteAuFil(pieces.length, 'pièce du dossier d’aide', 'pièces du dossier d’aide', undefined, 'f')}, ${ready === pieces.length ? accord(ready, 'prête', 'toutes prêtes') : compteAuFil(ready, 'prête', 'prêtes', 'aucune prête', 'f')}`,
        ]
      : []),
    ...(grid.length > 0
      ? [compteAuFil(grid.length, 'critère de choix des projets', 'critères de choix des projets')]
      : []),
  ];
  return parts.length === 0 ? '' : `Cette annexe donne${parts.length > 1 ? '\u00a0:' : ''} ${parts.join(' ; ')}.`;
}

/** What the form asks, part by part. */
function surLaSaisine(parties: ModeOperatoire['fiche_saisine'] = []): string {
  const fields = sum(parties, ({ champs }) => champs.length);
  return fields === 0
    ? ''
    : `La fiche de saisine tient en ${compteAuFil(fields, 'champ')}${parties.length > 1 ? ` et ${compteAuFil(parties.length, 'partie')}` : ''}.`;
}

/** What the budget of a year leaves out of an experimentation that is longer, or counts beyond a shorter one. */
function surLAnnee(mode: ModeOperatoire, whose: string): string {
  const mois = moisDExperimentation(mode);
  if (mois === null || mois === MOIS_PAR_AN) return '';
  return mois < MOIS_PAR_AN
    ? 'L’expérimentation est plus courte : ce budget compte l’année entière.'
    : `L’expérimentation dure ${nombreFr(mois)} mois : ceux qui suivent la première année relèvent des années suivantes ${whose}, et ne sont pas dans ce budget${(mode.nomenclature ?? []).length > 0 ? ' ; ils sont dans ce que donne chaque exercice, plus bas' : ''}.`;
}

/** All of them, by the table that each leads to. */
export const phrasesDuMode = ({ mode, one, charge }: Pick<ContexteMode, 'mode' | 'one' | 'charge'>) => ({
  instances: surLesInstances(mode.instances),
  roles: surLesRoles(mode.raci, one.chiffrage.scenario.porteur),
  charge: surLaCharge(charge),
  conditions: surLesConditions(Object.values(mode.conditions ?? {}).flat()),
  reseaux: surLesReseaux(mode.inspirations),
  donnees: surLesDonnees(mode.donnees_personnelles),
  indicateurs: surLesIndicateurs(mode.indicateurs),
  risques: surLesRisques(mode.risques),
  duScenario: duScenario({ one }),
  annee: surLAnnee(mode, duScenario({ one })),
  outils: surLesOutils(mode),
  saisine: surLaSaisine(mode.fiche_saisine),
});
