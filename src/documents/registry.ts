/** The deliverables that the program builds, by the name that the command line takes; each is loaded only when it is built. */
import type { DeliverableModule } from './deliverable.js';

const LOADERS = {
  diagnostic: async () => (await import('./livrables/diagnostic.js')).diagnostic,
  scenarios: async () => (await import('./livrables/scenarios.js')).scenarios,
  'mode-operatoire': async () => (await import('./livrables/mode-operatoire.js')).modeOperatoire,
  'fiches-projets': async () => (await import('./livrables/fiches-projets.js')).fichesProjets,
  bilan: async () => (await import('./livrables/bilan.js')).bilan,
  copil: async () => (await import('./livrables/copil.js')).copil,
} as const satisfies Record<string, () => Promise<DeliverableModule>>;

export type Deliverable = keyof typeof LOADERS;

/** In the order of the phases. */
export const DELIVERABLES = Object.keys(LOADERS) as Deliverable[];

export const isDeliverable = (name: string): name is Deliverable => (DELIVERABLES as string[]).includes(name);

export const loadDeliverable = (name: Deliverable): Promise<DeliverableModule> => LOADERS[name]();
