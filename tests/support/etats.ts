/** The small example in another state, and what its deliverables say of it. */
import type { DeliverableOptions } from '../../src/documents/deliverable.js';
import { type Deliverable, loadDeliverable } from '../../src/documents/registry.js';
import type { Slide } from '../../src/documents/slides.js';
import { itemAt } from '../../src/lists/at.js';
import { loadTheme } from '../../src/render/theme.js';
import type { Study } from '../../src/study/study.js';
import { etudeVive, templatesDuProgramme } from './composed.js';
import { lignesDuDocument } from './prose.js';

const templates = await templatesDuProgramme();
const { charts: theme } = await loadTheme();
const exemple = await etudeVive('modeles/exemple');
/** With few draws: of what is drawn, only the words are read here. */
export const study = {
  ...exemple,
  criteres: exemple.criteres && {
    ...exemple.criteres,
    hypotheses: { ...exemple.criteres.hypotheses, tirages: 40 },
  },
} as Study;
if (!exemple.mode_operatoire) throw new Error('a mode opératoire expected');
export const mode = exemple.mode_operatoire;
export type Scenario = Study['scenarios'][number];
export type Projet = Study['projets'][number];

export async function compose(id: Deliverable, change: Partial<Study> = {}, options: DeliverableOptions = {}) {
  const { compose: make } = await loadDeliverable(id);
  return itemAt(make({ study: { ...study, ...change }, theme, templates, options }).produced, 0);
}

export const says = async (id: Deliverable, change?: Partial<Study>, options?: DeliverableOptions): Promise<string> =>
  lignesDuDocument((await compose(id, change, options)).tree)
    .map(({ texte }) => texte)
    .join('\n');

export const slides = async (change: Partial<Study> = {}, reunion = 'commission-b'): Promise<readonly Slide[]> =>
  (await compose('copil', change, { reunion })).slides?.slides ?? [];

export const slide = async (theme: string, change: Partial<Study> = {}, reunion?: string): Promise<Slide | undefined> =>
  (await slides(change, reunion)).find((one) => one.theme === theme);

export const plain = (text = ''): string => text.replace(/[\u00a0\u202f]/g, ' ');

/** Every scenario changed in the same way. */
export const scenarios = (make: (one: Scenario, rank: number) => Partial<Scenario>): Pick<Study, 'scenarios'> => ({
  scenarios: study.scenarios.map((one, i) => ({ ...one, ...make(one, i) })),
});

export const projets = (make: (one: Projet) => Partial<Projet>): Pick<Study, 'projets'> => ({
  projets: study.projets.map((one) => ({ ...one, ...make(one) })),
});
