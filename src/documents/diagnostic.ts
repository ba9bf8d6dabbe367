/** The diagnostic: from the analysis and the exhibits to a document tree and a workbook. */
import { FORMULE_POIDS } from '../analysis/besoins.js';
import { REGLE_COUVERTURE } from '../analysis/couverture.js';
import type { DiagnosticAnalysis } from '../analysis/diagnostic.js';
import { SEUIL_PEU_ENTENDU } from '../analysis/participation.js';
import { SEUIL_PETITE_COMMUNE } from '../analysis/territoire.js';
import type { Exhibits } from '../exhibits/types.js';
import type { Diagnostic } from '../study/diagnostic.js';
import type { Study } from '../study/study.js';
import { parseMarkdown } from './markdown.js';
import { type DeliverableDefaults, deliverableOf, documentMeta } from './meta.js';
import { numberDocument } from './numbering.js';
import { fillTemplate, type Templates } from './templates.js';
import type { DocumentTree } from './tree.js';

export const DIAGNOSTIC: DeliverableDefaults = {
  id: 'diagnostic',
  titre: 'Diagnostic',
  phase: 'Phase 1',
};

export interface DiagnosticInput {
  study: Study;
  analyse: DiagnosticAnalysis;
  exhibits: Exhibits;
  templates: Templates;
}

/** What the templates of the diagnostic read: the study's own words, the analysis, and the rules behind its figures. */
function view({ study, analyse }: DiagnosticInput): object {
  return {
    etude: study.etude,
    territoire: study.territoire,
    livrable: deliverableOf(study, DIAGNOSTIC),
    reunions: study.reunions,
    analyse,
    regles: {
      poids: FORMULE_POIDS,
      couverture: REGLE_COUVERTURE,
      peuEntendu: SEUIL_PEU_ENTENDU,
      petiteCommune: SEUIL_PETITE_COMMUNE,
    },
  };
}

/** The tree, or what is wrong with the templates. */
export function diagnosticDocument(input: DiagnosticInput): { tree: DocumentTree; diagnostics: Diagnostic[] } {
  const { study, exhibits, templates } = input;
  const filled = view(input);
  const [front, body] = ['diagnostic/resume', 'diagnostic'].map((name) => {
    const { markdown, diagnostics } = fillTemplate(templates, name, filled, { study, exhibits });
    const parsed = parseMarkdown(markdown, { exhibits, templates });
    return { blocks: parsed.blocks, diagnostics: [...diagnostics, ...parsed.diagnostics] };
  });
  const numbered = numberDocument(front?.blocks ?? [], body?.blocks ?? [], templates);
  const faults = [...(front?.diagnostics ?? []), ...(body?.diagnostics ?? [])];
  return {
    tree: { meta: documentMeta(study, DIAGNOSTIC), front: numbered.front, body: numbered.body, tocDepth: 2 },
    // A reference to what a faulty template could not place says nothing more.
    diagnostics: faults.length > 0 ? unique(faults) : unique(numbered.diagnostics),
  };
}

/** Both templates are checked with all the partials: each fault once. */
function unique(faults: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}
