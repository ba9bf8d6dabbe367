/**
 * Draws of what is asked and of what can be done: requests received and services rendered in a year at cruising speed, days that each takes, days that partners
 * bring; most of them are only foreseen. Apart from the draws of the costs: a service may be busier than foreseen at the same price.
 */
import { numberAt } from '../../lists/at.js';
import { graineDe, seededUniforms } from '../incertitude/random.js';
import { tireurDe } from '../incertitude/tireur.js';
import { fourchette } from '../montants.js';
import { monteeDe } from './charge.js';
import type { Chiffrage } from './chiffrage.js';
import type { Hypotheses } from './hypotheses.js';

const RIEN = { min: 0, mode: 0, max: 0 };

export interface TiragesVolumes {
  /** Requests and services a year of each draw, in the order of the draws. */
  demandes: Float64Array;
  services: Float64Array;
  /** Days asked ÷ days brought, of the side and the year where it is highest; infinite when days are asked of a side that has none. */
  charges: Float64Array;
}

const taux = (asked: number, brought: number): number =>
  brought > 0 ? asked / brought : asked > 0 ? Number.POSITIVE_INFINITY : 0;

/** A scenario that is asked more than foreseen says nothing of another: its volumes are drawn apart. Same rules as the formulas of the workload: a test holds them equal where nothing is uncertain. */
export function tirerVolumes(
  { scenario, charge }: Chiffrage,
  { distribution }: Hypotheses,
  tirages: number,
  graine: number,
): TiragesVolumes {
  const { modalites } = scenario;
  // Days that come from a post are counted with the post.
  const partenaires = scenario.partenaires.filter(({ poste }) => poste === undefined);
  const tireur = (quantities: readonly Parameters<typeof fourchette>[0][]) =>
    tireurDe(
      quantities.map((quantity) => ({ type: distribution, ...(fourchette(quantity) ?? RIEN) })),
      1,
      false,
    );
  const tirer = tireur(modalites.map(({ volume_annuel: volume }) => volume));
  const tirerJours = tireur([
    ...modalites.map(({ jours_par_unite: jours }) => jours),
    ...partenaires.map(({ jours_an: jours }) => jours),
  ]);
  const brought = partenaires.reduce((sum, { jours_an: jours }) => sum + (fourchette(jours)?.mode ?? 0), 0);
  const years = charge.annees.map(({ capacitePorteur, capacitePartenaires }, year) => ({
    speed: monteeDe(scenario, year),
    porteur: capacitePorteur,
    postes: capacitePartenaires - brought,
  }));
  const own = graineDe(graine, scenario.id);
  const [random, others] = [seededUniforms(own + 1), seededUniforms(own + 2)];
  const volumes = new Float64Array(modalites.length);
  const jours = new Float64Array(modalites.length + partenaires.length);
  const into: TiragesVolumes = {
    demandes: new Float64Array(tirages),
    services: new Float64Array(tirages),
    charges: new Float64Array(tirages),
  };
  const asked = modalites.map(
    ({ demande_accompagnee: request = false, service_rendu: service = false, part_partenaires: part = 0 }) => ({
      request,
      service,
      part,
    }),
  );
  for (let draw = 0; draw < tirages; draw++) {
    tirer(random, volumes);
    tirerJours(others, jours);
    let [received, served, own, shared, given] = [0, 0, 0, 0, 0];
    let at = 0;
    for (const { request, service, part } of asked) {
      const volume = numberAt(volumes, at);
      if (request) received += volume;
      if (service) served += volume;
      const days = volume * numberAt(jours, at++);
      own += days * (1 - part);
      shared += days * part;
    }
    for (let p = volumes.length; p < jours.length; p++) given += numberAt(jours, p);
    let highest = 0;
    for (const { speed, porteur, postes } of years)
      highest = Math.max(highest, taux(speed * own, porteur), taux(speed * shared, postes + given));
    into.demandes[draw] = received;
    into.services[draw] = served;
    into.charges[draw] = highest;
  }
  return into;
}
