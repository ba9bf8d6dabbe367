/** The map of the communes: what it draws of the territory, how far its limits can be trusted, and the text for who does not see it. */

import { communesDe, SEUIL_PETITE_COMMUNE } from '../../analysis/territoire.js';
import { itemAt } from '../../lists/at.js';
import type { Study } from '../../study/study.js';
import { compte, compteEnLettres, enumerer } from '../../texte/accords.js';
import { enLettres } from '../../texte/nombres.js';
import { parOrdreFrancais } from '../../texte/ordre.js';
import { type Contexte, figureDessinee, figureVide } from '../cells.js';
import { carteCommunes } from '../charts/carte/carte.js';
import { milieu, type Trace } from '../charts/carte/contours.js';
import type { CarteSpec, CommuneCarte } from '../charts/carte/spec.js';
import { col, tableDe } from '../colonnes.js';
import type { FigureExhibit, TableExhibit } from '../types.js';
import { habitantsConnus } from './habitants.js';

/** A commune is named on the map of a page when it stands among the largest. */
const NOMMEES = 12;
/** Perimeters whose outlines are told apart. */
const CONTOURS = 3;

type Commune = Study['territoire']['communes'][number];
export type CommuneSituee = Commune & { lon: number; lat: number };

/** Where a commune stands: the centre that the study gives, else the middle of its contour. */
function siegeDe({ lon, lat }: Commune, trace: Trace | undefined): { lon: number; lat: number } | null {
  if (lon !== undefined && lat !== undefined) return { lon, lat };
  return trace ? milieu(trace) : null;
}

const parPopulation = (communes: readonly Commune[]): Commune[] =>
  [...communes].sort((a, b) => (b.population ?? 0) - (a.population ?? 0) || (a.code < b.code ? -1 : 1));

/** The communes that a map can place, the most populous first. */
export function communesSituees({ communes, traces = {} }: Study['territoire']): CommuneSituee[] {
  return parPopulation(communes).flatMap((c) => {
    const siege = siegeDe(c, traces[c.code]);
    return siege ? [{ ...c, ...siege }] : [];
  });
}

/** Perimeters whose outline says something: one that holds every commune has no outline of its own, and two alike would hide each other. */
export function perimetresTraces(
  { perimetres = [] }: Study['territoire'],
  places: readonly CommuneSituee[],
): { id: string; libelle: string; codes: ReadonlySet<string> }[] {
  return perimetres
    .map((perimetre) => ({
      id: perimetre.id,
      libelle: perimetre.libelle,
      codes: new Set(communesDe(places, perimetre).map(({ code }) => code)),
    }))
    .filter(({ codes }) => codes.size > 0 && codes.size < places.length)
    .slice(0, CONTOURS);
}

/** The communes as a map draws them: their land, their group among `epci`, the perimeters that hold them. */
export function communesDeCarte(
  { traces = {} }: Study['territoire'],
  places: readonly CommuneSituee[],
  epci: readonly { siren: string }[],
  contours: readonly { codes: ReadonlySet<string> }[],
  ombree: (commune: CommuneSituee) => boolean,
): CommuneCarte[] {
  return places.map((c) => {
    const groupe = epci.findIndex((e) => e.siren === c.epci);
    return {
      nom: c.nom,
      lon: c.lon,
      lat: c.lat,
      superficie: c.superficie_km2 ?? null,
      population: c.population ?? null,
      groupe: groupe < 0 ? null : groupe,
      ombree: ombree(c),
      perimetres: contours.flatMap(({ codes }, i) => (codes.has(c.code) ? [i] : [])),
      ...(traces[c.code] ? { trace: traces[c.code] } : {}),
    };
  });
}

/** Names of the EPCI over their land: the short one where the study gives it. */
export function groupesDeCarte(
  { epci = [] }: Study['territoire'],
  liste: readonly { siren: string; nom: string }[],
): Pick<CarteSpec, 'groupes' | 'limite'> {
  const courts = new Map(epci.map((e) => [e.siren, e.nom_court ?? e.nom]));
  return { groupes: liste.map((e) => courts.get(e.siren) ?? e.nom), limite: 'Limite d’intercommunalité' };
}

/** How far the limits drawn can be trusted. */
export function limitesDe({ territoire, sources }: Study, places: readonly Pick<Commune, 'code'>[]): string {
  const sans = places.filter(({ code }) => !territoire.traces?.[code]).length;
  if (sans === places.length)
    return 'Chaque commune couvre ce qui est le plus proche de son centre : les limites sont approchées.';
  const origine = sources.find(({ id }) => id === territoire.contours_source);
  const fichier = `Limites des communes : ${origine?.titre ?? territoire.contours ?? 'contours de l’étude'}`;
  if (sans === 0) return `${fichier}.`;
  return `${fichier} ; ${compte(sans, 'commune sans contour couvre', 'communes sans contour couvrent chacune', '')} ce qui est le plus proche de son centre.`;
}

function tableDesCommunes({ etude, analyse }: Contexte, source: string): TableExhibit {
  const nomEpci = new Map(analyse.territoire.epci.map((e) => [e.siren, e.nom]));
  return tableDe(parPopulation(etude.territoire.communes), {
    name: 'carte-communes-donnees',
    title: 'Communes de l’étude',
    sheet: 'Communes',
    columns: [
      col('code', 'Code Insee', (c) => c.code, 'texte', 0.9),
      col('nom', 'Commune', (c) => c.nom, 'texte', 2),
      col('epci', 'Intercommunalité', (c) => (c.epci ? (nomEpci.get(c.epci) ?? null) : null), 'texte', 2),
      col('population', 'Habitants', (c) => c.population ?? null, 'entier', 0.9),
      col('superficie', 'Superficie (km²)', (c) => c.superficie_km2 ?? null, 'decimal', 0.9),
    ],
    headerColumns: 2,
    source,
    empty: 'Aucune commune renseignée.',
  });
}

/** What the map shows, group by group, then its marks: the values of its alternative text. */
function valeurs(
  { analyse }: Contexte,
  places: readonly CommuneSituee[],
  contours: ReturnType<typeof perimetresTraces>,
  rencontres: readonly { commune: number }[],
): string[] {
  const { epci, premiere } = analyse.territoire;
  const tenues = [...new Set(rencontres.map(({ commune }) => itemAt(places, commune).nom))].sort(parOrdreFrancais);
  return [
    ...epci.map(
      (e) => `${e.nom} : ${compte(e.communes, 'commune', 'communes', 'aucune commune')}, ${habitantsConnus(e)}`,
    ),
    ...(premiere ? [`la plus peuplée est ${premiere.nom} (${compte(premiere.population, 'habitant')})`] : []),
    ...contours.map(
      ({ libelle, codes }) =>
        `${libelle} : ${compte(codes.size, 'commune', 'communes', '')} sur ${places.length}, dont le contour est tracé`,
    ),
    ...(tenues.length > 0 ? [`rencontres tenues dans ${compte(tenues.length, 'commune')} : ${enumerer(tenues)}`] : []),
  ];
}

/** `source`: where the communes come from. */
export function carte(contexte: Contexte, source: string): FigureExhibit {
  const { etude, analyse, theme } = contexte;
  const { territoire } = etude;
  const { epci, total } = analyse.territoire;
  const data = tableDesCommunes(contexte, source);
  const petites = `moins de ${SEUIL_PETITE_COMMUNE} habitants`;
  const common = {
    name: 'carte-communes',
    title: total.communes
      ? `${compteEnLettres(total.communes, 'commune', 'communes')}${total.petites > 0 ? `, ${total.petites === total.communes ? (total.communes === 1 ? '' : 'toutes ') : `dont ${enLettres(total.petites, 'f')} `}de ${petites}` : ''}`
      : 'Les communes de l’étude',
    source,
    data,
  };
  const places = communesSituees(territoire);
  if (!places.length)
    return figureVide({
      ...common,
      data: { ...data, empty: 'La carte n’est pas dessinée : aucune commune n’a de coordonnées.' },
    });
  const rang = new Map(places.map(({ code }, i) => [code, i]));
  const contours = perimetresTraces(territoire, places);
  const rencontres = analyse.participation.rencontres.flatMap(({ commune }) => {
    const at = commune === undefined ? undefined : rang.get(commune);
    return at === undefined ? [] : [{ commune: at, genre: 0 }];
  });
  const drawn = carteCommunes(
    {
      communes: communesDeCarte(
        territoire,
        places,
        epci,
        contours,
        ({ population }) => (population ?? Number.POSITIVE_INFINITY) < SEUIL_PETITE_COMMUNE,
      ),
      ...groupesDeCarte(territoire, epci),
      perimetres: contours.map(({ libelle }) => libelle),
      ombre: total.petites > 0 ? `Moins de ${SEUIL_PETITE_COMMUNE} habitants` : null,
      genres: rencontres.length > 0 ? ['Rencontre de la démarche participative'] : [],
      lieux: rencontres,
      nommees: NOMMEES,
    },
    theme,
  );
  return figureDessinee(
    { ...common, source: `${source} ${limitesDe(etude, places)}` },
    drawn,
    `Carte des communes par intercommunalité${total.petites > 0 ? `, celles de ${petites} grisées` : ''}`,
    valeurs(contexte, places, contours, rencontres),
  );
}
