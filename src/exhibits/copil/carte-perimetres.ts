/** The map that a meeting looks at when it chooses a territory: the perimeter proposed is shaded, the others are outlined. */
import type { PerimetresAnalysis } from '../../analysis/priorites/perimetres.js';
import { analyserTerritoire, communesDe, totauxDe } from '../../analysis/territoire.js';
import type { Study } from '../../study/study.js';
import { compte } from '../../texte/accords.js';
import { nombreFr } from '../../texte/nombres.js';
import { alternative } from '../alternative.js';
import { carteCommunes } from '../charts/carte/carte.js';
import { PROJETEE } from '../charts/carte/spec.js';
import { mix } from '../charts/drawing/colour.js';
import type { Chart, ChartTheme } from '../charts/drawing/theme.js';
import { communesDeCarte, communesSituees, groupesDeCarte, limitesDe, perimetresTraces } from '../diagnostic/carte.js';

/** Communes named on a slide, the most populous: more of them would hide the land. */
const NOMMEES = 4;

/** Of the accent in what is shaded, the rest being white. */
const OMBRE = 0.35;
/** Of the muted text in what is not. */
const PALE = 0.12;

export interface CartePerimetres extends Chart {
  title: string;
  alt: string;
  /** What of the perimeters the map does not show; null where it shows them whole. */
  reserve: string | null;
}

/** « Parc : 100 communes sur 162 », for each perimeter that the study describes in part. */
function reserveDe(liste: PerimetresAnalysis['liste'], places: ReadonlySet<string>, territoire: Study['territoire']) {
  const partiels = liste.flatMap((perimetre) => {
    const declared = territoire.perimetres?.find(({ id }) => id === perimetre.id);
    const drawn = declared
      ? communesDe(territoire.communes, declared).filter(({ code }) => places.has(code)).length
      : 0;
    const whole = totauxDe(perimetre).communes;
    return drawn < whole
      ? [
          `${perimetre.libelle} : ${drawn === 0 ? 'aucune' : nombreFr(drawn)} de ses ${compte(whole, 'commune', 'communes')}`,
        ]
      : [];
  });
  return partiels.length > 0
    ? `La carte ne montre que les communes décrites par l’étude. ${partiels.join(' ; ')}.`
    : null;
}

/** Null where no commune can be placed. */
export function cartePerimetres(
  etude: Study,
  { liste, proposition }: PerimetresAnalysis,
  theme: ChartTheme,
): CartePerimetres | null {
  const { territoire } = etude;
  const places = communesSituees(territoire);
  if (places.length === 0) return null;
  const { epci } = analyserTerritoire(etude);
  const proposed = territoire.perimetres?.find(({ id }) => id === proposition?.id);
  const shaded = new Set(proposed ? communesDe(places, proposed).map(({ code }) => code) : []);
  const contours = perimetresTraces(territoire, places).filter(({ id }) => id !== proposed?.id);
  const drawn = carteCommunes(
    {
      communes: communesDeCarte(territoire, places, epci, contours, ({ code }) => shaded.has(code)),
      ...groupesDeCarte(territoire, epci),
      perimetres: contours.map(({ libelle }) => libelle),
      ombre: shaded.size > 0 ? 'Périmètre proposé' : null,
      genres: [],
      lieux: [],
      nommees: NOMMEES,
    },
    // What is not proposed is left pale, so that the shade says one thing; an outline is not of its colour.
    {
      ...theme,
      grid: mix('#ffffff', theme.accent, OMBRE),
      tint: mix('#ffffff', theme.muted, PALE),
      series: theme.series.slice(1),
    },
    PROJETEE,
  );
  const title = 'Les périmètres sur la carte';
  return {
    ...drawn,
    title,
    reserve: reserveDe(liste, new Set(places.map(({ code }) => code)), territoire),
    alt: alternative(
      title,
      `Carte de ${compte(places.length, 'commune', 'communes')} par intercommunalité${proposed && shaded.size > 0 ? `, celles du périmètre proposé (« ${proposed.libelle} ») teintées` : ''}`,
      [
        ...(shaded.size > 0 ? [`Périmètre proposé : ${compte(shaded.size, 'commune')} sur ${places.length}`] : []),
        ...contours.map(
          ({ libelle, codes }) =>
            `${libelle} : ${compte(codes.size, 'commune')} sur ${places.length}, dont le contour est tracé`,
        ),
        ...epci.map((e) => `${e.nom} : ${compte(e.communes, 'commune', 'communes', 'aucune commune')}`),
        limitesDe(etude, places),
      ],
    ),
  };
}
