/** « le Conseil régional était présent quand le scénario a été choisi »: who sat at a meeting, against its record. */
import type { Study } from '../../../../study/study.js';
import { leJour } from '../../../../texte/dates.js';
import { sansArticle } from '../../../../texte/identifiant.js';
import { titreReunion } from '../../../comite.js';
import { nomCite } from '../../../vocabulaire.js';
import { donneursNommes } from '../financement/donneurs-nommes.js';
import type { Dementi, Lecteur } from '../lecteur.js';
import { memeDate, nomNu, propositions, QUAND, quandDe } from '../propositions.js';

type Reunion = Study['reunions'][number];

const LA_REUNION =
  "(?:(?:a|au|lors de|lors du|pendant) (?:la |l'|le )?(?:reunion|comite de pilotage|comite|copil|seance)(?: de pilotage)?)";
const PRESENT = new RegExp(
  `^(?<qui>.+?) (?<ne>n')?(?:etait|etaient|a ete|ont ete)(?<pas> pas)? (?:presente?s?|represente?e?s?)(?: ${LA_REUNION})? (?:${QUAND}|(?:quand|lorsque) (?:le|la|les) (?<objet>scenario|diagnostic|organisation|projets|mode operatoire) (?:a|ont) ete (?<verbe>[a-z]+))$`,
);
const ABSENT = new RegExp(
  `^(?<qui>.+?) (?:etait|etaient) absente?s?(?: ${LA_REUNION})? (?:${QUAND}|(?:quand|lorsque) (?:le|la|les) (?<objet>scenario|diagnostic|organisation|projets|mode operatoire) (?:a|ont) ete (?<verbe>[a-z]+))$`,
);
/** What each of these words was decided by. */
const OBJETS: Readonly<Record<string, (decision: NonNullable<Reunion['decisions']>[number]) => boolean>> = {
  scenario: ({ scenario }) => scenario !== undefined,
  organisation: ({ scenario }) => scenario !== undefined,
  diagnostic: ({ livrable }) => livrable === 'diagnostic',
  projets: ({ projets = [] }) => projets.length > 0,
  'mode operatoire': ({ livrable }) => livrable === 'mode-operatoire',
};

export function presencesDites(study: Study): Lecteur {
  const { acteurs } = study;
  const held = study.reunions.filter(({ etat, presents = [] }) => etat === 'tenue' && presents.length > 0);
  return (phrase) =>
    held.length === 0 || !/présent|absent/.test(phrase)
      ? []
      : propositions(phrase).flatMap((part): Dementi[] => {
          const one = presence(part);
          return one ? [one] : [];
        });

  /** By the name that the record of a meeting gives it. */
  function nommes(nom: string): Set<string> {
    const all = held.flatMap(({ presents = [] }) => presents.filter(({ organisme }) => sansArticle(organisme) === nom));
    return new Set(all.flatMap(({ acteur }) => acteur ?? []));
  }

  function presence(part: string): Dementi | null {
    const away = part.includes(' absent') ? ABSENT.exec(part)?.groups : undefined;
    const groups = away ?? (/ (?:present|represent)/.test(part) ? PRESENT.exec(part)?.groups : undefined);
    if (!groups || (groups.ne === undefined) !== (groups.pas === undefined)) return null;
    const nom = nomNu(groups.qui ?? '');
    const [id, ...others] = donneursNommes(study).get(nom)?.acteurs ?? nommes(nom);
    const quand = quandDe(groups);
    const about = OBJETS[groups.objet ?? ''];
    const [meeting, ...more] = held.filter(({ date, decisions = [] }) =>
      quand ? memeDate(date, quand) : about !== undefined && decisions.some(about),
    );
    if (id === undefined || others.length > 0 || !meeting || more.length > 0) return null;
    // A line of the list that names no actor may be anyone’s.
    const { presents = [] } = meeting;
    if (presents.some(({ acteur }) => acteur === undefined)) return null;
    const there = presents.some(({ acteur }) => acteur === id);
    if (there === (away === undefined && groups.ne === undefined)) return null;
    const own = acteurs.find((one) => one.id === id);
    return {
      dit: `${nomCite(own?.sigle ?? own?.nom ?? id)} ${there ? 'est' : 'n’est pas'} parmi les présents de « ${titreReunion(meeting)} », ${leJour(meeting.date)}`,
      contre: [`reunions/${meeting.id}/presents`],
    };
  }
}
