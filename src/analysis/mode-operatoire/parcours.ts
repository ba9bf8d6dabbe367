/** The path of a request: its ways out, how long each takes, and the delays promised to those who ask. */
import type { ModeOperatoire } from '../../study/types.gen.js';

type Etape = ModeOperatoire['parcours'][number];

export interface Chemin {
  /** Ranks of the steps, from 0. */
  etapes: number[];
  /** Working days, at most. */
  jours: number;
  /** Condition of the way out; null when the last step simply ends. */
  issue: string | null;
  nature: NonNullable<NonNullable<Etape['issues']>[number]['nature']> | null;
}

export interface Promesse {
  libelle: string;
  /** Working days promised. */
  jours: number;
  /** Working days that the steps it covers may take, of those whose time is written; null when none is. */
  necessaires: number | null;
  /** Whether they fit; null while a step without a time may be what does not. */
  tenue: boolean | null;
}

export interface Parcours {
  chemins: Chemin[];
  /** The longest of the ways out, in working days; 0 without delay. */
  plusLong: number;
  /** Whether every step of the ways out has its time: without, the longest takes that time at least. */
  complet: boolean;
  promesses: Promesse[];
  /** Whether a request that is refused or out of scope has a way out. */
  refusPrevu: boolean;
}

const FIN = 'fin';

/** Working days in a month, 251 a year, rounded down. */
const OUVRES_PAR_MOIS = 20;

/**
 * Working days of a step, at most: those that it gives, and at least those between two meetings of the body that it waits for. A body that meets n times a year
 * leaves at best 12 ÷ n months between two, whole ones, since it meets in some months and not in others.
 */
function joursDe({ delai_jours: jours = 0, instance }: Etape, instances: ModeOperatoire['instances'] = []): number {
  const meetings = instances.find(({ nom }) => nom === instance)?.reunions_an;
  return meetings ? Math.max(jours, Math.ceil(12 / meetings) * OUVRES_PAR_MOIS) : jours;
}

/** Whether anything says how long a step takes. */
const aUneDuree = ({ delai_jours: jours, instance }: Etape, instances: ModeOperatoire['instances'] = []): boolean =>
  jours !== undefined || Boolean(instances.find(({ nom }) => nom === instance)?.reunions_an);

/** Ranks of the steps that some request reaches, from the first and by the ways out of each. */
export function etapesAtteintes({ parcours }: Pick<ModeOperatoire, 'parcours'>, depuis = 0): ReadonlySet<number> {
  const reached = new Set<number>();
  const reach = (i: number): void => {
    const etape = parcours[i];
    if (!etape || reached.has(i)) return;
    reached.add(i);
    if (!etape.issues?.length) reach(i + 1);
    for (const { vers } of etape.issues ?? []) reach(parcours.findIndex(({ id }) => id === vers));
  };
  reach(depuis);
  return reached;
}

/** Working days that a request takes to reach a step (its rank), by the shortest of the ways that come to it from each step before it; that step is null at the start. */
export function joursJusqua(mode: ModeOperatoire, rank: number): { depuis: number | null; jours: number }[] {
  const days = new Map<number | null, number>();
  for (const { etapes } of analyserParcours(mode).chemins) {
    const place = etapes.indexOf(rank);
    if (place < 0) continue;
    const before = etapes.slice(0, place);
    const jours = before.reduce((sum, i) => {
      const etape = mode.parcours[i];
      return sum + (etape ? joursDe(etape, mode.instances) : 0);
    }, 0);
    const depuis = before.at(-1) ?? null;
    days.set(depuis, Math.min(jours, days.get(depuis) ?? jours));
  }
  return [...days].map(([depuis, jours]) => ({ depuis, jours }));
}

/** Every way from the first step to an end; a step already passed is not taken again. */
export function analyserParcours({ parcours, instances, delais_promis: promis = [] }: ModeOperatoire): Parcours {
  const rank = new Map(parcours.map(({ id }, i) => [id ?? '', i]));
  const joursDesEtapes = (ranks: readonly number[]): number =>
    ranks.reduce((sum, i) => {
      const etape = parcours[i];
      return sum + (etape ? joursDe(etape, instances) : 0);
    }, 0);
  const dite = (i: number): boolean => parcours[i] !== undefined && aUneDuree(parcours[i], instances);
  const chemins: Chemin[] = [];
  const visit = (i: number, passed: readonly number[]): void => {
    const etape = parcours[i];
    if (!etape || passed.includes(i)) return;
    const etapes = [...passed, i];
    const jours = joursDesEtapes(etapes);
    if (!etape.issues?.length) {
      if (i + 1 < parcours.length) visit(i + 1, etapes);
      else chemins.push({ etapes, jours, issue: null, nature: null });
      return;
    }
    for (const { condition, vers, nature = null } of etape.issues) {
      if (vers === FIN) chemins.push({ etapes, jours, issue: condition, nature });
      else visit(rank.get(vers) ?? -1, etapes);
    }
  };
  visit(0, []);
  return {
    chemins,
    plusLong: Math.max(0, ...chemins.map(({ jours }) => jours)),
    complet: chemins.every(({ etapes }) => etapes.every(dite)),
    promesses: promis.map(({ libelle, jours, etapes }) => {
      const covered = etapes.flatMap((id) => rank.get(id) ?? []);
      const days = joursDesEtapes(covered);
      const tenue = days > jours ? false : covered.every(dite) ? true : null;
      return { libelle, jours, necessaires: covered.some(dite) ? days : null, tenue };
    }),
    refusPrevu: parcours.some(({ issues }) =>
      issues?.some(({ nature }) => nature === 'refus' || nature === 'hors-champ'),
    ),
  };
}
