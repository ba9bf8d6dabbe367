/** The communes by EPCI and by perimeter, at the study's own date. */
import { sum } from 'd3-array';
import type { Study } from '../study/study.js';
import { ordre, posterieur } from './dates.js';
import { premierDePlusieurs } from './superlatifs.js';
import type { Etiquette } from './types-communs.js';
import { parObjetEtCle } from './une-fois.js';

/** Kilometres in a degree of latitude (mean of the ellipsoid of WGS 84). */
export const KM_PAR_DEGRE = 111.2;

/** Whether the code of a commune (Insee) is of one overseas. */
export const estOutreMer = (code: string): boolean => /^9[78]/.test(code);

/** The department of a code, by how it begins: three signs overseas, two elsewhere. */
export const departementDuCode = (code: string): string => code.slice(0, estOutreMer(code) ? 3 : 2);

export interface EpciResume {
  siren: string;
  nom: string;
  communes: number;
  /** Of the communes whose population is known. */
  population: number;
  /** Communes without a population. */
  sansPopulation: number;
  superficie: number;
  /** Inhabitants per km² of the communes whose population and area are known; null without any. */
  densite: number | null;
  /** Communes under `SEUIL_PETITE_COMMUNE` inhabitants. */
  petites: number;
}

export interface PerimetreResume extends Etiquette {
  communes: number;
  population: number;
  superficie: number;
  densite: number | null;
  /** Share of the study's inhabitants, 0–1; null when the study has none. */
  part: number | null;
  /** EPCI that have at least one commune inside. */
  epci: number;
  /** Totals that a source gives for the whole perimeter, where the communes described may be a part of it; the latest at the date. */
  officiel: { communes: number | null; population: number | null; date: string | null; sources: string[] } | null;
  /** Label of an earlier perimeter made of the same communes. */
  memeQue: string | null;
}

/** Communes and inhabitants of a whole perimeter: the official total where only a part of its communes is described. */
export const totauxDe = ({
  communes,
  population,
  officiel,
}: Pick<PerimetreResume, 'communes' | 'population' | 'officiel'>): { communes: number; population: number } => ({
  communes: Math.max(communes, officiel?.communes ?? communes),
  population: Math.max(population, officiel?.population ?? population),
});

export interface TerritoireAnalysis {
  millesime: string | null;
  total: Omit<EpciResume, 'siren' | 'nom'>;
  /** By falling population. */
  epci: EpciResume[];
  perimetres: PerimetreResume[];
  /** The most populous commune; null on a tie. */
  premiere: { nom: string; population: number } | null;
}

/** Inhabitants under which a commune is called small: the legal threshold of many rules for communes in France. */
export const SEUIL_PETITE_COMMUNE = 500;

type Commune = Study['territoire']['communes'][number];

function resumer(communes: readonly Commune[]): Omit<EpciResume, 'siren' | 'nom'> {
  // Those that are known: `sansPopulation` counts the others.
  const population = sum(communes, (commune) => commune.population);
  const superficie = sum(communes, (commune) => commune.superficie_km2);
  // Inhabitants of the communes that give both: the land of one whose population is unknown is not empty land.
  const [habitants, terres] = communes.reduce(
    ([people, land], { population: own, superficie_km2: area }) =>
      own === undefined || area === undefined ? [people, land] : [people + own, land + area],
    [0, 0],
  );
  return {
    communes: communes.length,
    population,
    superficie,
    sansPopulation: communes.filter((commune) => commune.population === undefined).length,
    densite: terres > 0 && habitants > 0 ? habitants / terres : null,
    petites: communes.filter((commune) => commune.population !== undefined && commune.population < SEUIL_PETITE_COMMUNE)
      .length,
  };
}

type Perimetre = NonNullable<Study['territoire']['perimetres']>[number];

/** The communes of a perimeter: those that it names, and those of the EPCI that it names. */
export const communesDe = (communes: readonly Commune[], perimetre: Perimetre): Commune[] =>
  communes.filter(
    ({ code, epci }) =>
      (perimetre.communes ?? []).includes(code) || (epci !== undefined && (perimetre.epci ?? []).includes(epci)),
  );

/** Their INSEE codes, of the perimeter that has this id; none of an id that no perimeter has. */
export function codesDuPerimetre(
  { communes, perimetres = [] }: Study['territoire'],
  id: string | undefined,
): ReadonlySet<string> {
  const found = perimetres.find((one) => one.id === id);
  return new Set(found ? communesDe(communes, found).map(({ code }) => code) : []);
}

type Chiffre = NonNullable<Study['territoire']['chiffres_cles']>[number];

/** Official totals of a perimeter: for each measure, the figure of the latest date that is not after `date`. */
function officielDe(chiffres: readonly Chiffre[], perimetre: string, date: string): PerimetreResume['officiel'] {
  const own = chiffres
    .filter((chiffre) => chiffre.perimetre === perimetre && !posterieur(chiffre.date, date))
    .sort((a, b) => ordre(a.date ?? '', b.date ?? ''));
  const last = (mesure: Chiffre['mesure']) =>
    own.filter((chiffre) => chiffre.mesure === mesure && typeof chiffre.valeur === 'number').at(-1);
  const [communes, population] = [last('communes'), last('population')];
  if (!communes && !population) return null;
  return {
    communes: communes ? Number(communes.valeur) : null,
    population: population ? Number(population.valeur) : null,
    date: population?.date ?? communes?.date ?? null,
    sources: [...new Set([...(communes?.sources ?? []), ...(population?.sources ?? [])])],
  };
}

/** The label of the first perimeter, before this one, that holds exactly the same communes. */
function memeQue(communes: readonly Commune[], perimetres: readonly Perimetre[], perimetre: Perimetre): string | null {
  const codes = (one: Perimetre): string =>
    communesDe(communes, one)
      .map(({ code }) => code)
      .join();
  const own = codes(perimetre);
  const before = perimetres.slice(0, perimetres.indexOf(perimetre));
  return own === '' ? null : (before.find((other) => codes(other) === own)?.libelle ?? null);
}

/** `date`: official totals dated later are left out. */
export const analyserTerritoire = (etude: Study, date = etude.etude.date): TerritoireAnalysis =>
  analyserAu(etude.territoire, date);

/** Once for a territory and a date: every cost a head asks for it. */
const analyserAu = parObjetEtCle((territoire: Study['territoire'], date: string): TerritoireAnalysis => {
  const communes = [...territoire.communes].sort((a, b) => ordre(a.code, b.code));
  const total = resumer(communes);
  const epci = (territoire.epci ?? [])
    .map(
      (entry): EpciResume => ({
        siren: entry.siren,
        nom: entry.nom,
        ...resumer(communes.filter((commune) => commune.epci === entry.siren)),
      }),
    )
    .sort((a, b) => b.population - a.population || ordre(a.siren, b.siren));
  const perimetres = (territoire.perimetres ?? []).map((entry): PerimetreResume => {
    const dedans = communesDe(communes, entry);
    const { petites: _petites, sansPopulation: _sans, ...resume } = resumer(dedans);
    return {
      id: entry.id,
      libelle: entry.libelle,
      ...resume,
      part: total.population > 0 ? resume.population / total.population : null,
      epci: new Set(dedans.map((commune) => commune.epci).filter(Boolean)).size,
      officiel: officielDe(territoire.chiffres_cles ?? [], entry.id, date),
      memeQue: memeQue(communes, territoire.perimetres ?? [], entry),
    };
  });
  const first = premierDePlusieurs(communes, (commune) => commune.population ?? 0);
  return {
    millesime: territoire.millesime === undefined ? null : String(territoire.millesime),
    total,
    epci,
    perimetres,
    premiere: first ? { nom: first.nom, population: first.population ?? 0 } : null,
  };
});
