/** « le comité de pilotage du 12 mars 2018 »: a meeting that a sentence dates, against those that were held. */
import type { Study } from '../../../../study/study.js';
import { dateEnLettres, leJour, ordreDates } from '../../../../texte/dates.js';
import { MOIS_NUS } from '../../../../texte/dates-ecrites.js';
import { enMotif, phraseNue } from '../../../../texte/identifiant.js';
import { debutDePhrase, finDePhrase } from '../../../../texte/propos.js';
import { titreReunion } from '../../../comite.js';
import type { Lecteur } from '../lecteur.js';

const MOIS = MOIS_NUS.join('|');
/** What may follow a date without naming another committee: « (plan climat) », « de la Région », « celui du contrat », « , charte du pays » do. */
const SUITE =
  /^(?:$| ?[.;:!?)]|, ?(?:(?:qui|que|ou|et|dont|mais|puis|l[ea]s?|un|une|ils?|elles?|on|ce|cette|ces|nul|tous|aucune?|apres|avant|avec|sans|sous|sur|pour|par|en|a|y|se)\b|[lnscj]'|(?!(?:celui|celle|du|de|des)\b|d')[^.;:!?]*\b(?:est|sont|ont|sera|seront|ne)\b)| (?:a|y a|en a|l'a|les a|lui a|n'a|avait|qui|que|ou|et|dont|est|etait|fut|ne|sera|valide|adopte|retient|[a-z]+(?:ra|ront))\b)/;
/** What did not take place, was moved, or was asked in writing. */
const NON_TENUE =
  /\b(?:annul|report|prev(?:u|oi|oy)|decal|deplac|repouss|reconvoqu|rempla|ajourn|initial|quorum|empech|ecrit|electroni|correspondance|prochain|defaut|organis|celui)\w*\b/;
const NIEE_AVANT = /\b(?:aucune?|aurait|devait|au lieu|ni|pas)\b/;
const NIEE_APRES = /^,? (?:qui )?(?:ne |n'|devait|aurait)/;

/** What a meeting does not do before it is held. */
const A_DECIDE =
  /^ (?:a|ont) (?:deja |bien |donc )?(?:valide|adopte|approuve|retenu|choisi|decide|examine|affermi|vote|pris acte)\b/;

/** Names of the committee, whose meetings the journal has: those of other bodies are not all there. */
function instances({ etude }: Study): string {
  return ['comite de pilotage', 'copil', etude.comite?.nom, etude.comite?.sigle]
    .flatMap((nom) => (nom === undefined ? [] : [enMotif(nom)]))
    .join('|');
}

export function seancesEcrites(study: Study): Lecteur {
  const held = study.reunions
    .filter(({ etat, date }) => etat === 'tenue' && date.length === 10)
    .sort((a, b) => ordreDates(a.date, b.date));
  const [first, last] = [held[0], held.at(-1)];
  if (!first || !last) return () => [];
  const days = new Set(study.reunions.map(({ date }) => date));
  const pattern = new RegExp(
    `\\b(${instances(study)}|reunion|seance) du (?:(?:lundi|mardi|mercredi|jeudi|vendredi) )?(\\d{1,2})(?:er)? (${MOIS})(?: (\\d{4}))?\\b`,
    'g',
  );
  return (phrase) => {
    if (!/\d/.test(phrase)) return [];
    const plain = phraseNue(phrase);
    return [...plain.matchAll(pattern)].flatMap(
      ({ 0: whole, 1: nom = '', 2: day = '', 3: month = '', 4: year, index }) => {
        const end = `-${String(MOIS_NUS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
        const known = year === undefined ? [...days].some((one) => one.endsWith(end)) : days.has(`${year}${end}`);
        const date = `${year ?? first.date.slice(0, 4)}${end}`;
        const [before, after] = [plain.slice(0, index), plain.slice(index + whole.length)];
        const planned = study.reunions.filter((one) => one.date.endsWith(year === undefined ? end : date));
        const [next] = planned;
        if (next && planned.every(({ etat }) => etat === 'prevue') && A_DECIDE.test(after))
          return [
            {
              dit: `« ${titreReunion(next)} », prévue ${leJour(next.date)}, n’a encore rien décidé`,
              contre: [`reunions/${next.id}/etat`],
            },
          ];
        // Any body has meetings: those of the committee alone are all in the journal.
        if (/^(?:reunion|seance)$/.test(nom)) return [];
        // Before the first and after the last, the journal says nothing.
        const within = year === undefined || (date > first.date && date < last.date);
        if (
          known ||
          !within ||
          !SUITE.test(after) ||
          NON_TENUE.test(`${debutDePhrase(before)} | ${finDePhrase(after)}`) ||
          NIEE_AVANT.test(before.slice(-40)) ||
          NIEE_APRES.test(after) ||
          // « Le comité du 5 mars en jugera » is of a year to come.
          (year === undefined && /[a-z](?:ra|ront)\b/.test(finDePhrase(after)))
        )
          return [];
        // Without a year, the day of each year is near.
        const away = (one: { date: string }): number =>
          Math.abs(Date.parse(one.date) - Date.parse(`${year ?? one.date.slice(0, 4)}${end}`));
        const near = held.reduce((best, one) => (away(one) < away(best) ? one : best), first);
        return [
          {
            dit: `aucune réunion n’est de ce jour ; la plus proche, « ${titreReunion(near)} », est du ${dateEnLettres(near.date)}`,
            contre: [`reunions/${near.id}/date`],
          },
        ];
      },
    );
  };
}
