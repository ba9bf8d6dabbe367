/** Days a year that the tools of a scenario ask of the bearer's staff beyond those of its modalities: the load leaves them out. */
import { group, sum } from 'd3-array';
import type { Scenario } from '../../../study/types.gen.js';
import { quantiteProbable } from '../../montants.js';
import type { Charge } from './charge.js';

type Fiches = readonly {
  id: string;
  cout?: { jours_an?: Parameters<typeof quantiteProbable>[0] | undefined } | undefined;
}[];

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

export function joursDesOutils({ outils = [], modalites }: Scenario, fiches: Fiches): JoursDesOutils {
  const asked = outils
    .map(({ outil, modalite, quantite }) => ({
      outil,
      modalite: modalites.find(({ id }) => id !== undefined && id === modalite),
      jours: quantite * quantiteProbable(fiches.find(({ id }) => id === outil)?.cout?.jours_an),
    }))
    .filter(({ jours }) => jours > 0);
  const beyond = [...group(asked, ({ modalite }) => modalite)].map(([modalite, tools]) => ({
    tools,
    jours: Math.max(
      0,
      sum(tools, ({ jours }) => jours) -
        (modalite ? quantiteProbable(modalite.volume_annuel) * quantiteProbable(modalite.jours_par_unite) : 0),
    ),
  }));
  const apart = new Set(beyond.flatMap(({ tools, jours }) => (jours > 0 ? tools : [])));
  return {
    total: sum(asked, ({ jours }) => jours),
    horsModalites: sum(beyond, ({ jours }) => jours),
    demandeurs: asked.map(({ outil }) => outil),
    horsDe: [...new Set(asked.filter((one) => apart.has(one)).map(({ outil }) => outil))],
  };
}

/** Days that the modalities leave to the bearer's staff, the year when it has fewest; below zero when it lacks some. */
export const libresDuPorteur = ({ annees }: Charge): number =>
  annees.length === 0
    ? 0
    : Math.min(...annees.map(({ capacitePorteur, joursPorteur }) => capacitePorteur - joursPorteur));
