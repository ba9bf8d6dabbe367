/** Helpers of the templates about experiences elsewhere, tools and actions: what their sheets say, and what they do not. */
import type { ActionAnalyse } from '../../analysis/diagnostic/index.js';
import type { Experience, Outil } from '../../study/types.gen.js';

export const HELPERS_DES_FICHES = {
  /** Whether one of these experiences says under which conditions it can be taken over. */
  conditionnees: (experiences: { conditions: unknown[] }[]) =>
    experiences.some(({ conditions }) => conditions.length > 0),
  /** Whether each says why it was kept. */
  motivees: (experiences: { source: Experience }[]) => experiences.every(({ source }) => source.motif_choix),
  /** Experiences whose sheet cites no document: how many of how many, and whether all are such. */
  sansSource: (experiences: { source: Experience }[]) => {
    const nombre = experiences.filter(({ source }) => !source.sources?.length).length;
    return { nombre, total: experiences.length, tous: nombre === experiences.length };
  },
  /** Whether one of these tools has an advantage or a drawback written. */
  jugees: (outils: { source: Outil }[]) =>
    outils.some(({ source: { avantages, inconvenients } }) => avantages?.length || inconvenients?.length),
  /** Experiences that say why they are kept, or what they teach. */
  apprennent: (experiences: { source: Experience }[]) => {
    const found = experiences.filter(({ source }) => source.lecon || source.motif_choix);
    return found.length > 0 ? found : null;
  },
  /** Actions for which no obstacle is recorded, out of all. */
  sansFrein: (actions: ActionAnalyse[]) => ({
    sans: actions.filter(({ source }) => !source.freins?.length).length,
    total: actions.length,
  }),
};
