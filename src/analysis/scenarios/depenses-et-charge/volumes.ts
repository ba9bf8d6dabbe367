/**
 * Draws of what is asked and of what can be done: requests received and services rendered in a year at cruising speed, days that each takes, days that partners
 * bring; most of them are only foreseen. Apart from the draws of the costs: a service may be busier than foreseen at the same price.
 */
import { itemAt } from '../../../lists/at.js';
import { type Colonne, type Colonnes, colonnesDe, combiner } from '../../incertitude/colonnes.js';
import { graineDe, seededUniforms } from '../../incertitude/random.js';
import { LOT, type Tireur, tireurDe } from '../../incertitude/tireur.js';
import { fourchette } from '../../montants.js';
import type { Chiffrage } from '../chiffrage.js';
import type { Hypotheses } from '../hypotheses.js';
import { monteeDe } from './charge.js';

const RIEN = { min: 0, mode: 0, max: 0 };

export interface TiragesVolumes {
  /** Requests and services a year of each draw, in the order of the draws. */
  demandes: Float64Array;
  services: Float64Array;
  /** Days asked ÷ days brought, of the side and the year where it is highest; infinite when days are asked of a side that has none. */
  charges: Float64Array;
}

/** The amounts of an item that has one a draw. */
const colonneDe = ({ montants }: Tireur, item: number): Colonne => itemAt(itemAt(montants, item), 0);

const taux = (asked: number, brought: number): number =>
  brought > 0 ? asked / brought : asked > 0 ? Number.POSITIVE_INFINITY : 0;

interface Annee {
  /** Share of the volume that is reached. */
  speed: number;
  /** Days that the bearer's staff brings, and those that the posts of partners do. */
  porteur: number;
  postes: number;
}

/** Years that some draw may make the busiest: of two, the one that is asked no more with no less days never is. */
const pires = (years: readonly Annee[]): Annee[] =>
  years.filter(
    (year, y) =>
      !years.some(
        (other, o) =>
          o !== y &&
          other.speed >= year.speed &&
          other.porteur <= year.porteur &&
          other.postes <= year.postes &&
          // Of two that are the same, the first stays.
          (o < y || other.speed > year.speed || other.porteur < year.porteur || other.postes < year.postes),
      ),
  );

/** A scenario that is asked more than foreseen says nothing of another: its volumes are drawn apart. Same rules as the formulas of the workload: a test holds them equal where nothing is uncertain. */
export function tirerVolumes(
  { scenario, charge }: Chiffrage,
  { distribution }: Hypotheses,
  tirages: number,
  graine: number,
  colonne: Colonnes = colonnesDe(LOT),
  /** Where the loads are written, when the caller has a place for them. */
  charges: Float64Array = new Float64Array(tirages),
): TiragesVolumes {
  const into: TiragesVolumes = {
    demandes: new Float64Array(tirages),
    services: new Float64Array(tirages),
    charges,
  };
  const tirerUnLot = preparer({ scenario, charge }, distribution, graine, colonne, into);
  for (let from = 0; from < tirages; from += LOT) tirerUnLot(from, Math.min(LOT, tirages - from));
  return into;
}

/** What draws the `count` draws that come from one on. Laid out apart from the loop: see `simuler`. */
function preparer(
  { scenario, charge }: Pick<Chiffrage, 'scenario' | 'charge'>,
  distribution: Hypotheses['distribution'],
  graine: number,
  colonne: Colonnes,
  into: TiragesVolumes,
): (from: number, count: number) => void {
  const { modalites } = scenario;
  // Days that come from a post are counted with the post.
  const partenaires = scenario.partenaires.filter(({ poste }) => poste === undefined);
  const tireur = (quantities: readonly Parameters<typeof fourchette>[0][]) =>
    tireurDe(
      quantities.map((quantity) => ({ type: distribution, ...(fourchette(quantity) ?? RIEN) })),
      1,
      false,
      [],
      colonne,
    );
  const volumes = tireur(modalites.map(({ volume_annuel: volume }) => volume));
  const jours = tireur([
    ...modalites.map(({ jours_par_unite: jours }) => jours),
    ...partenaires.map(({ jours_an: jours }) => jours),
  ]);
  const brought = partenaires.reduce((sum, { jours_an: jours }) => sum + (fourchette(jours)?.mode ?? 0), 0);
  const years = pires(
    charge.annees.map(({ capacitePorteur, capacitePartenaires }, year) => ({
      speed: monteeDe(scenario, year),
      porteur: capacitePorteur,
      postes: capacitePartenaires - brought,
    })),
  );
  const own = graineDe(graine, scenario.id);
  const [random, others] = [seededUniforms(own + 1), seededUniforms(own + 2)];
  const volumePlaces = new Float64Array(LOT * volumes.nombres);
  const dayPlaces = new Float64Array(LOT * jours.nombres);
  const sum = { demandes: colonne(), services: colonne(), porteur: colonne(), partenaires: colonne() };
  const asked = modalites.map(
    ({ demande_accompagnee: request = false, service_rendu: service = false, part_partenaires: part = 0 }, i) => ({
      volume: colonneDe(volumes, i),
      jours: colonneDe(jours, i),
      request,
      service,
      part,
    }),
  );
  const given = colonne();
  const brings = partenaires.map((_, p) => ({ de: colonneDe(jours, modalites.length + p), fois: 1 }));
  const [received, rendered] = [asked.filter(({ request }) => request), asked.filter(({ service }) => service)].map(
    (own) => own.map(({ volume }) => ({ de: volume, fois: 1 })),
  );
  // The bearer's days do not vary: the year that asks the most of each is the same in all the draws.
  const porteur = years.reduce((most, { speed, porteur: days }) => Math.max(most, taux(speed, days)), 0);
  return (from, count) => {
    random(volumePlaces.subarray(0, count * volumes.nombres));
    others(dayPlaces.subarray(0, count * jours.nombres));
    volumes.tirer(volumePlaces, volumes.nombres);
    jours.tirer(dayPlaces, jours.nombres);
    combiner(sum.demandes, received ?? []);
    combiner(sum.services, rendered ?? []);
    combiner(given, brings);
    sum.porteur.fill(0);
    sum.partenaires.fill(0);
    for (const { volume, jours: each, part } of asked) partager(sum.porteur, sum.partenaires, volume, each, part);
    into.demandes.set(sum.demandes.subarray(0, count), from);
    into.services.set(sum.services.subarray(0, count), from);
    const loads = into.charges.subarray(from, from + count);
    chargerPorteur(loads, sum.porteur, porteur);
    for (const { speed, postes } of years) chargerPartenaires(loads, sum.partenaires, given, speed, postes);
  };
}

/** Days that a modality asks of each side: volume × days by unit, of which partners take their part. */
function partager(own: Colonne, shared: Colonne, volume: Colonne, each: Colonne, part: number): void {
  const rest = 1 - part;
  for (let d = 0; d < own.length; d++) {
    const days = (volume[d] as number) * (each[d] as number);
    own[d] = (own[d] as number) + days * rest;
    shared[d] = (shared[d] as number) + days * part;
  }
}

/** The load of the bearer where it is highest: `rate` a day that is asked. Nothing asked of who has no day is no load. */
function chargerPorteur(loads: Colonne, asked: Colonne, rate: number): void {
  for (let d = 0; d < loads.length; d++) {
    const days = asked[d] as number;
    loads[d] = days > 0 ? days * rate : 0;
  }
}

/** That of the partners in a year, where it is higher: the days `posts` do not vary, those that partners bring do. */
function chargerPartenaires(loads: Colonne, asked: Colonne, given: Colonne, speed: number, posts: number): void {
  for (let d = 0; d < loads.length; d++) {
    const load = taux(speed * (asked[d] as number), posts + (given[d] as number));
    if (load > (loads[d] as number)) loads[d] = load;
  }
}
