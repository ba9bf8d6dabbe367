/** What comes after a meeting: its next steps and, where an organisation is to be chosen, how long each would take to open. */
import { ascending } from 'd3-array';
import type { CopilAnalysis } from '../../analysis/copil/copil.js';
import { court } from '../../exhibits/scenarios/contexte.js';
import { compte, majuscule, minuscule } from '../../texte/accords.js';
import { anterieur, dateEnLettres, leJour } from '../../texte/dates.js';
import type { BarChart, Slide, SlideDeck } from '../slides.js';

interface Etape {
  /** Whether it is a meeting, whose day is known. */
  reunion: boolean;
  date: string;
  quoi: string;
}

/** What comes after the meeting of the pack: that meeting itself is no step after it. */
function etapes({ etat, reunion }: CopilAnalysis): Etape[] {
  const next = etat.reunions.filter(
    ({ id, etat: state, jourConnu, date }) =>
      state === 'prevue' && jourConnu && id !== reunion.id && !anterieur(date, reunion.date),
  );
  const due = etat.livrables.filter(({ etat: state }) => state === 'a-venir');
  return [
    ...next.map(({ titre, date }) => ({ reunion: true, date, quoi: titre })),
    ...due.map(({ titre, date }) => ({ reunion: false, date, quoi: `remise de « ${titre} »` })),
  ].sort((a, b) => ascending(a.date, b.date));
}

/** Months from the choice to the first request, a bar a scenario; where they are compared and each says it. */
function miseEnPlace({ scenarios, reunion }: CopilAnalysis): BarChart | null {
  if (!scenarios || !reunion.ordre_du_jour.some(({ livrable }) => livrable === 'scenarios')) return null;
  const bars = scenarios.scenarios.flatMap((one) => {
    const mois = one.chiffrage.indicateurs.get('delai_mise_en_place')?.valeur;
    return typeof mois === 'number' ? [{ name: court(one), mois }] : [];
  });
  if (bars.length < 2 || bars.length < scenarios.scenarios.length) return null;
  return {
    kind: 'barres',
    title: 'Du choix à la première demande traitée',
    categories: bars.map(({ name }) => name),
    series: [{ name: 'Mois', values: bars.map(({ mois }) => mois) }],
    stacked: false,
    lying: true,
    axis: 'Mois',
    alt: bars.map(({ name, mois }) => `${name} : ${compte(mois, 'mois', 'mois')}`).join(' ; '),
  };
}

function diapositive(copil: CopilAnalysis, rows: readonly Etape[]): Slide {
  const chart = miseEnPlace(copil);
  return {
    theme: 'Calendrier',
    title: `Prochaine étape : ${minuscule(rows[0]?.quoi ?? '')}`,
    bullets: [],
    table: [['Date', 'Étape'], ...rows.map(({ date, quoi }) => [majuscule(dateEnLettres(date)), majuscule(quoi)])],
    ...(chart ? { chart } : {}),
    notes: copil.tenue
      ? ''
      : [
          chart ? 'Dire quand chaque organisation répondrait à sa première demande, si elle était choisie.' : '',
          rows.some(({ reunion }) => reunion) ? '' : 'Arrêter ici la date de la prochaine réunion.',
        ]
          .filter(Boolean)
          .join(' '),
  };
}

/** Slides that a meeting bears, the first one among them. */
const MOST = 12;

/** The next steps in a line of the last slide. */
function enUneLigne(slides: readonly Slide[], next: Etape): Slide[] {
  const line = `Prochaine étape, ${leJour(next.date)} : ${minuscule(next.quoi)}.`;
  return slides.map((slide, i) => (i === slides.length - 1 ? { ...slide, bullets: [...slide.bullets, line] } : slide));
}

/**
 * The next steps on a slide of their own, under the first of the openings with which the deck is not too long: the fullest comes first. In a line of the
 * last slide where none leaves them room. The slides are counted when they are drawn: one that is too full is two.
 */
export function avecCalendrier(
  copil: CopilAnalysis,
  openings: readonly (readonly Slide[])[],
  slides: readonly Slide[],
): Pick<SlideDeck, 'slides' | 'shorter'> {
  const plain = (openings.length > 0 ? openings : [[]]).map((opening) => [...opening, ...slides]);
  const rows = etapes(copil);
  const next = rows[0];
  const dated = next && rows.length >= 2;
  const lined = dated ? plain.map((all) => enUneLigne(all, next)) : plain;
  const [first = [], ...others] = dated ? [...plain.map((all) => [...all, diapositive(copil, rows)]), ...lined] : lined;
  // What none makes short enough is not cut for nothing.
  return { slides: first, shorter: { most: MOST, ways: [...others, ...lined.slice(0, 1)] } };
}
