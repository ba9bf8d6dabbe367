/** Sections of a deliverable, read in its templates: what a text may be named after. Some are named by the study (`public-habitants`). */
import type { Templates } from '../template.js';

/** Templates of a deliverable: its own, those of its folder, and those that they call. */
function templatesDe(templates: Templates, livrable: string): string[] {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const template = templates.get(name);
    if (!template || seen.has(name)) return;
    seen.add(name);
    for (const [, partial = ''] of template.text.matchAll(/\{\{~?#?>\s*([\w/-]+)/g)) visit(partial);
  };
  visit(`${livrable}/resume`);
  visit(livrable);
  return [...seen];
}

export interface Section {
  id: string;
  /** The heading as the template writes it, without its expressions. */
  titre: string;
  niveau: number;
  /** Whether the id holds a part that the study gives. */
  variable: boolean;
}

/** In the order of the document. */
export function sectionsDe(templates: Templates, livrable: string): Section[] {
  const found = new Map<string, Section>();
  for (const name of templatesDe(templates, livrable))
    for (const [, marks = '', titre = '', id = ''] of (templates.get(name)?.text ?? '').matchAll(
      /^(#{1,4})\s+(.*?)\s*\{#((?:\{\{\{?[^}]*\}?\}\}|[a-z0-9-])+)\s*\}\s*$/gm,
    ))
      if (!found.has(id))
        found.set(id, {
          id,
          titre: titre
            .replace(/\{\{[^}]*\}\}\}?/g, '…')
            .replace(/(?:…\s*)+/g, '… ')
            .trim(),
          niveau: marks.length,
          variable: id.includes('{'),
        });
  return [...found.values()];
}

/** Whether a text of this name has a section to stand in. */
export function aSaSection(sections: readonly Section[], nom: string): boolean {
  return sections.some(({ id, variable }) =>
    variable ? new RegExp(`^${id.replace(/\{\{\{?[^}]*\}?\}\}/g, '[a-z0-9-]+')}$`).test(nom) : id === nom,
  );
}
