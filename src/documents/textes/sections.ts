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

/** Whether one of these names, of which some hold a part that the study gives, is this one. */
export function aSaSection(sections: readonly Pick<Section, 'id' | 'variable'>[], nom: string): boolean {
  return sections.some(({ id, variable }) =>
    variable ? new RegExp(`^${id.replace(/\{\{\{?[^}]*\}?\}\}/g, '[a-z0-9-]+')}$`).test(nom) : id === nom,
  );
}

export interface Element {
  sorte: 'tableau' | 'figure';
  id: string;
  /** Id of the heading that it follows; null before the first. */
  section: string | null;
  variable: boolean;
}

/** Tables and figures that the templates of a deliverable place, in their order: what a text may refer to. */
export function elementsDe(templates: Templates, livrable: string): Element[] {
  const found = new Map<string, Element>();
  for (const name of templatesDe(templates, livrable)) {
    let section: string | null = null;
    for (const match of (templates.get(name)?.text ?? '').matchAll(
      /^#{1,4}\s.*\{#(?<titre>(?:\{\{\{?[^}]*\}?\}\}|[a-z0-9-])+)\s*\}\s*$|::(?<sorte>tableau|figure)\{#(?<id>(?:\{\{\{?[^}]*\}?\}\}|[a-z0-9-])+)\s*\}/gm,
    )) {
      const { titre, sorte, id } = match.groups ?? {};
      if (titre !== undefined) section = titre;
      else if (id !== undefined && (sorte === 'tableau' || sorte === 'figure') && !found.has(id))
        found.set(id, { sorte, id, section, variable: id.includes('{') });
    }
  }
  return [...found.values()];
}
