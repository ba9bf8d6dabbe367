/** Draws of the volumes: requests received and services rendered in a year at cruising speed, most of which are only foreseen. */
import { seededRandom } from '../incertitude/random.js';
import { tireurDe } from '../incertitude/tireur.js';
import { fourchette } from '../montants.js';
import type { Chiffrage } from './chiffrage.js';
import type { Hypotheses } from './hypotheses.js';

const RIEN = { min: 0, mode: 0, max: 0 };

/** Measures of each draw, in the order of the draws. Apart from the draws of the costs: a service may be busier than foreseen at the same price. */
export function tirerVolumes(
  { scenario }: Chiffrage,
  { distribution }: Hypotheses,
  tirages: number,
  graine: number,
): { demandes: Float64Array; services: Float64Array } {
  const { modalites } = scenario;
  const tirer = tireurDe(
    modalites.map(({ volume_annuel: volume }) => ({ type: distribution, ...(fourchette(volume) ?? RIEN) })),
    1,
    false,
  );
  const random = seededRandom(graine + 1);
  const volumes = new Float64Array(modalites.length);
  const [demandes, services] = [new Float64Array(tirages), new Float64Array(tirages)];
  for (let draw = 0; draw < tirages; draw++) {
    tirer(random, volumes);
    let [received, served] = [0, 0];
    for (const [i, { demande_accompagnee: request, service_rendu: service }] of modalites.entries()) {
      const volume = volumes[i] ?? 0;
      if (request) received += volume;
      if (service) served += volume;
    }
    demandes[draw] = received;
    services[draw] = served;
  }
  return { demandes, services };
}
