/** Whether a deliverable answers each requirement made of it: measured by a rule, never declared. */
import type { StudyAt } from '../dates.js';
import type { ConformiteAnalysis, ExigenceAnalyse } from '../diagnostic/types.js';
import type { PartiesConformite } from './parties.js';
import { regleConformite } from './regles.js';

export function analyserConformite(
  etude: StudyAt,
  parties: PartiesConformite,
  livrable = 'diagnostic',
): ConformiteAnalysis {
  const exigences = (etude.contrat?.exigences ?? [])
    .filter((exigence) => exigence.livrable === livrable)
    .map((exigence): ExigenceAnalyse => {
      const regle = exigence.regle ? regleConformite(exigence.regle) : undefined;
      const verdict = regle?.(etude, parties, exigence) ?? {
        etat: 'manquante' as const,
        motif: 'Aucune règle ne mesure cette exigence.',
      };
      return {
        ref: exigence.ref,
        texte: exigence.texte,
        section: exigence.section ?? null,
        regle: exigence.regle ?? null,
        ...verdict,
      };
    });
  const compter = (etat: ExigenceAnalyse['etat']) => exigences.filter((e) => e.etat === etat).length;
  return {
    exigences,
    completes: compter('complete'),
    exemples: compter('exemple'),
    partielles: compter('partielle'),
    manquantes: compter('manquante') + compter('prevue'),
  };
}
