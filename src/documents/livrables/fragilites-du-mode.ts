/** What the first page of the mode opératoire must say that is not assured. */

import { type Attendu, attendusAvant } from '../../analysis/mode-operatoire/attendus.js';
import { replisOuverts } from '../../analysis/mode-operatoire/replis.js';
import { estEmprunt } from '../../analysis/scenarios/depenses-et-charge/emprunts.js';
import { acteurCite } from '../../analysis/vocabulaire.js';
import type { ContexteMode } from '../../exhibits/mode-operatoire/contexte.js';
import { cellAt } from '../../lists/at.js';
import { conditionsDuMode } from '../../study/conditions.js';
import type { Libelles } from '../../study/study.js';
import type { ModeOperatoire } from '../../study/types.gen.js';
import { accorder, compte, compteEnLettres, enSi, enumerer, sansPoint } from '../../texte/accords.js';
import { anterieur, dateEnLettres, leJour, posterieur } from '../../texte/dates.js';
import { euros, nombreFr, pourcent } from '../../texte/nombres.js';

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
export const certaines = ({
  recettes,
  recettesProbables,
  depenses,
  depensesProbables,
}: ContexteMode['annee']): boolean =>
  Math.abs(recettes - recettesProbables) < 0.5 && Math.abs(depenses - depensesProbables) < 0.5;

/** What the first page must say that is not assured: what the scenario fails (capacity, partners, cash), receipts, delays. French sentences. */
export function fragilites(
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
