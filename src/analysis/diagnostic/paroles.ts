/** Who said what is quoted, and where it was heard: a role, never a name. */
import type { Study } from '../../study/study.js';
import type { Besoin } from '../../study/types.gen.js';
import { minuscule, sansPoint } from '../../texte/accords.js';
import { duJour, periode } from '../../texte/dates.js';
import { SORTES_DE_RENCONTRE } from '../vocabulaire.js';

export interface Parole {
  texte: string;
  /** « une agricultrice, entretien du 12 mars 2024 »; null where the study says nothing of who spoke. */
  qui: string | null;
}

type Dite = NonNullable<Besoin['paroles']>[number];
type Rencontre = Study['participation'][number];

/** « entretien du 12 mars 2024 »; of a campaign of several days without a day for the saying, its period. */
function rencontreEnClair({ type, date, fin }: Rencontre, day: string | undefined): string {
  const kind = minuscule(SORTES_DE_RENCONTRE[type]);
  const when = day ?? (fin === undefined || fin === date ? date : undefined);
  return when === undefined ? `${kind}, ${periode(date, fin)}` : `${kind} ${duJour(when)}`;
}

/** A saying of a meeting that the study does not know yet at its date is not one of its own. */
function attribuee(participation: Study['participation'], { texte, qualite, rencontre, date }: Dite): Parole[] {
  const meeting = participation.find(({ id }) => id === rencontre);
  if (rencontre !== undefined && !meeting) return [];
  const role = minuscule(sansPoint(qualite));
  const when = meeting ? rencontreEnClair(meeting, date) : date === undefined ? null : `parole ${duJour(date)}`;
  return [{ texte, qui: when === null ? role : `${role}, ${when}` }];
}

/** The sayings of a need, those of which one knows who spoke first. */
export const parolesDe = ({ participation }: Pick<Study, 'participation'>, besoin: Besoin): Parole[] => [
  ...(besoin.paroles ?? []).flatMap((parole) => attribuee(participation, parole)),
  ...(besoin.verbatims ?? []).map((texte) => ({ texte, qui: null })),
];
