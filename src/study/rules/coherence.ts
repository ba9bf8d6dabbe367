/** Values that contradict each other inside one entry. */

import { anterieur, dateEnLettres } from '../../texte/dates.js';
import { commeEcrit } from '../../texte/nombres.js';
import { type Fields, isRecord } from '../record.js';
import type { Reporter } from '../reporter.js';
import type { Rule } from './rule.js';
import { eachValue, type Visited } from './walk.js';

/** Keys of a beginning and of an end, and what they are called. */
const PERIODS: readonly { start: string; end: string; from?: string; to?: string }[] = [
  { start: 'debut', end: 'fin' },
  { start: 'date', end: 'fin' },
  { start: 'applicable_du', end: 'applicable_au' },
  { start: 'appel_du', end: 'appel_au' },
  { start: 'debut_reel', end: 'fin_reelle' },
  { start: 'demande_recue', end: 'premiere_reponse', from: 'la demande', to: 'la première réponse' },
  { start: 'ouverture', end: 'cloture', from: 'l’ouverture du programme', to: 'la clôture du programme' },
  { start: 'depot', end: 'cloture', from: 'le dépôt de la demande', to: 'la clôture du programme' },
];

function finAvantDebut(at: Visited, value: Fields, report: Reporter): void {
  for (const period of PERIODS) {
    const debut = value[period.start];
    // Most entries have none of these keys.
    if (debut === undefined) continue;
    const { start, end, from = 'le début', to = 'la fin' } = period;
    const fin = value[end];
    if (typeof debut !== 'string' || typeof fin !== 'string' || !anterieur(fin, debut)) continue;
    const { path } = at;
    report(
      'fin-avant-debut',
      `${path}/${end}`,
      `${to} (${dateEnLettres(fin)}) précède ${from} (${dateEnLettres(debut)}) : elle doit lui être égale ou postérieure.`,
      'Vérifiez les deux dates ; un chiffre a peut-être été interverti.',
      { contre: [`${path}/${start}`] },
    );
  }
}

/** The first days of a plan, counted from its opening. */
export const joursInverses: Rule = ({ mode_operatoire: mode }, report) => {
  for (const [i, { du, au }] of (mode?.premiers_jours ?? []).entries())
    if (au < du)
      report(
        'fin-avant-debut',
        `mode-operatoire/premiers_jours/${i + 1}/au`,
        `la fin (jour ${au}) précède le début (jour ${du}) : elle doit lui être égale ou postérieure.`,
        'Vérifiez les deux jours.',
      );
};

function fourchetteIncoherente(at: Visited, value: Fields, report: Reporter): void {
  const { min, mode, max } = value;
  if (typeof min !== 'number' || typeof max !== 'number') return;
  const middle = typeof mode === 'number' ? mode : min;
  if (min <= middle && middle <= max) return;
  const attendu = typeof mode === 'number' ? 'min ≤ mode ≤ max' : 'min ≤ max';
  report(
    'fourchette-incoherente',
    at.path,
    `les bornes ne sont pas dans l’ordre : ${attendu} est attendu, ${[min, ...(typeof mode === 'number' ? [mode] : []), max].map(commeEcrit).join(' ; ')} est écrit.`,
  );
}

/** How many times the most likely value the highest may be: beyond it, a digit was likely typed too many. The lowest may be as low as a free offer. */
const DEMESURE = 5;

function fourchetteDemesuree(at: Visited, value: Fields, report: Reporter): void {
  const { min, mode, max } = value;
  if (typeof min !== 'number' || typeof mode !== 'number' || typeof max !== 'number') return;
  if (min > mode || mode <= 0 || max <= DEMESURE * mode) return;
  report(
    'fourchette-demesuree',
    at.path,
    `la borne haute (${commeEcrit(max)}) vaut plus de ${DEMESURE} fois la valeur la plus probable (${commeEcrit(mode)}).`,
    'Vérifiez les trois montants ; un zéro a peut-être été ajouté ou perdu.',
  );
}

/** All that two values of one object may contradict, in one walk of the study. */
export const valeursContradictoires: Rule = (study, report) => {
  eachValue(study, (at) => {
    const { value } = at;
    if (!isRecord(value)) return;
    finAvantDebut(at, value, report);
    fourchetteIncoherente(at, value, report);
    fourchetteDemesuree(at, value, report);
  });
};

export const effectifIncoherent: Rule = ({ participation }, report) => {
  for (const { id, participants, participants_total: total, envoyes, reponses } of participation) {
    const somme = Object.values(participants ?? {}).reduce((sum, n) => sum + n, 0);
    if (total !== undefined && somme > total)
      report(
        'effectif-incoherent',
        `participation/${id}/participants_total`,
        `le total (${commeEcrit(total)}) est inférieur à la somme des publics (${commeEcrit(somme)}).`,
      );
    if (envoyes !== undefined && reponses !== undefined && reponses > envoyes)
      report(
        'effectif-incoherent',
        `participation/${id}/reponses`,
        `il y a plus de réponses (${commeEcrit(reponses)}) que d’envois (${commeEcrit(envoyes)}).`,
      );
  }
};
