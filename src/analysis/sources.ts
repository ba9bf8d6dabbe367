/** The sources that the diagnostic cites. */
import type { Study } from '../study/study.js';
import type { Source } from '../study/types.gen.js';
import { ordre, parOrdreFrancais } from '../texte/ordre.js';

/** Sources named by the diagnostic's entries or by the territory, none later than the date, by title as French sorts it: their rank is the number by which a claim cites them. */
export function sourcesCitees(etude: Study): Source[] {
  const cited = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) {
        if (key === 'sources' && Array.isArray(item)) for (const id of item) cited.add(String(id));
        else if (key === 'source' && typeof item === 'string') cited.add(item);
        else visit(item);
      }
  };
  const { besoins, acteurs, actions, experiences, outils, participation, references, territoire, contrat } = etude;
  visit([etude.etude, territoire, besoins, acteurs, actions, experiences, outils, participation, references, contrat]);
  return etude.sources
    .filter((source) => cited.has(source.id))
    .sort((a, b) => parOrdreFrancais(a.titre, b.titre) || ordre(a.id, b.id));
}
