/** « le comité de pilotage du 12 mars 2018 »: a meeting that a sentence dates, against those that were held. */
import type { Study } from '../../../study/study.js';
import { dateEnLettres, ordreDates } from '../../../texte/dates.js';
import { MOIS_NUS } from '../../../texte/dates-ecrites.js';
import { phraseNue } from '../../../texte/identifiant.js';
import type { Lecteur } from './lecteur.js';

const MOIS = MOIS_NUS.join('|');
/** Who else may meet that day; what did not take place, or is only foreseen. */
const AUTRE = /^,? (?:du|de la|de l'|des|d') ?[a-z]|^,? (?:est |a ete )?(?:annule|reporte|prevu|n'a)/;
const NON_TENUE = /\b(?:aucune?|annul\w+|report\w+|prevue?s?|aurait|devait|au lieu|ni|pas)\b/;

/** Names of the committee, whose meetings the journal has: those of other bodies are not all there. */
function instances({ etude }: Study): string {
  const own = [etude.comite?.nom, etude.comite?.sigle].flatMap((nom) => (nom === undefined ? [] : [phraseNue(nom)]));
  return ['comite de pilotage', 'copil', ...own].map((nom) => nom.replace(/[^a-z0-9' -]/g, '.')).join('|');
}

export function seancesEcrites(study: Study): Lecteur {
  const held = study.reunions
    .filter(({ etat, date }) => etat === 'tenue' && date.length === 10)
    .sort((a, b) => ordreDates(a.date, b.date));
  const [first, last] = [held[0], held.at(-1)];
  if (!first || !last) return () => [];
  const days = new Set(study.reunions.map(({ date }) => date));
  const pattern = new RegExp(
    `\\b(${instances(study)}) du (?:(?:lundi|mardi|mercredi|jeudi|vendredi) )?(\\d{1,2})(?:er)? (${MOIS})(?: (\\d{4}))?\\b`,
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
        // Before the first and after the last, the journal says nothing.
        const within = year === undefined || (date > first.date && date < last.date);
        if (
          known ||
          !within ||
          AUTRE.test(plain.slice(index + whole.length)) ||
          NON_TENUE.test(plain.slice(Math.max(0, index - 40), index))
        )
          return [];
        const near = [...held].sort(
          (a, b) => Math.abs(Date.parse(a.date) - Date.parse(date)) - Math.abs(Date.parse(b.date) - Date.parse(date)),
        )[0];
        return [
          {
            dit: `aucune réunion (« ${nom} ») n’est de ce jour ; la plus proche est du ${dateEnLettres(near?.date ?? first.date)}`,
            contre: `reunions/${(near ?? first).id}/date`,
          },
        ];
      },
    );
  };
}
