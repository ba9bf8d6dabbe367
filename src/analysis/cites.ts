/** What a part of the study names: the annexes of a deliverable show the references, actors and sources that it uses, and no others. */
import type { StudyAt } from './dates.js';
import type { DiagnosticAnalysis } from './diagnostic/index.js';
import { analyserGlossaire } from './glossaire.js';

/** Every text found in a value: the ids that it names are among them. */
export function textes(value: unknown, into: Set<string>): Set<string> {
  if (typeof value === 'string') into.add(value);
  else if (Array.isArray(value)) for (const item of value) textes(item, into);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) {
      // The keys of some maps are ids.
      into.add(key);
      textes(item, into);
    }
  return into;
}

/** The analysis with the references and sources that `parties` of the study name, directly or through a reference or a tool, and every acronym; `alentours` are other parts whose sources it shows. */
export function annexesDe(
  etude: StudyAt,
  base: DiagnosticAnalysis,
  parties: readonly unknown[],
  alentours: readonly unknown[] = [etude.territoire, etude.contrat],
): DiagnosticAnalysis {
  const named = textes(parties, new Set());
  const references = base.references.filter(({ id }) => named.has(id));
  const outils = etude.outils.filter(({ id }) => named.has(id));
  const through = textes([references, outils, ...alentours], new Set(named));
  return {
    ...base,
    references,
    sources: base.sources.filter(({ id }) => through.has(id)),
    // Of every actor: a page names one by its rank or by a committee too, and shows of the list what it uses.
    glossaire: analyserGlossaire(etude),
  };
}
