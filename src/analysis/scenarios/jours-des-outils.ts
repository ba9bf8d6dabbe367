/** Days a year that the tools of a scenario ask of the bearer's staff beyond those of its modalities: the load leaves them out. */
import type { Scenario } from '../../study/types.gen.js';
import { fourchette } from '../montants.js';
import type { Charge } from './charge.js';

type Fiches = readonly { id: string; cout?: { jours_an?: Parameters<typeof fourchette>[0] | undefined } | undefined }[];

export interface JoursDesOutils {
  /** Days that the tools ask, by their sheets (« cout.jours_an ») and their number. */
  total: number;
  /** Of them, those of tools that serve no modality, and those beyond what their modality has. */
  horsModalites: number;
  /** Tools that ask days, in the order of the scenario. */
  demandeurs: string[];
  /** Those of which some days are out of the modalities. */
  horsDe: string[];
}

const mode = (quantity: Parameters<typeof fourchette>[0]): number => fourchette(quantity)?.mode ?? 0;

export function joursDesOutils({ outils = [], modalites }: Scenario, fiches: Fiches): JoursDesOutils {
  const known = new Map(
    modalites.flatMap(({ id, volume_annuel, jours_par_unite }) =>
      id === undefined ? [] : [[id, mode(volume_annuel) * mode(jours_par_unite)] as const],
    ),
  );
  const asked = outils
    .map(({ outil, modalite, quantite }) => ({
      outil,
      modalite: modalite !== undefined && known.has(modalite) ? modalite : undefined,
      jours: quantite * mode(fiches.find(({ id }) => id === outil)?.cout?.jours_an),
    }))
    .filter(({ jours }) => jours > 0);
  const sums = new Map<string | undefined, number>();
  for (const { modalite, jours } of asked) sums.set(modalite, (sums.get(modalite) ?? 0) + jours);
  const beyond = (id: string | undefined): number =>
    Math.max(0, (sums.get(id) ?? 0) - (id === undefined ? 0 : (known.get(id) ?? 0)));
  return {
    total: asked.reduce((sum, { jours }) => sum + jours, 0),
    horsModalites: [...sums.keys()].reduce((sum, id) => sum + beyond(id), 0),
    demandeurs: asked.map(({ outil }) => outil),
    horsDe: [...new Set(asked.filter(({ modalite }) => beyond(modalite) > 0).map(({ outil }) => outil))],
  };
}

/** Days that the modalities leave to the bearer's staff, the year when it has fewest; below zero when it lacks some. */
export const libresDuPorteur = ({ annees }: Charge): number =>
  annees.length === 0
    ? 0
    : Math.min(...annees.map(({ capacitePorteur, joursPorteur }) => capacitePorteur - joursPorteur));
