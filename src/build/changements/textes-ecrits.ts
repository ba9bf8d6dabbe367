/** The author's texts as a release and a validation remember them: what is printed of each, and where. */
import { readTemplates } from '../../documents/templates/template-files.js';
import { type Section, sectionsDe } from '../../documents/textes/sections.js';
import type { Texte } from '../../documents/textes/texte.js';
import type { Fiche } from './fiches.js';

/** What is written for the author alone, and the blank lines around, print nothing. */
const imprime = ({ markdown, place, images }: Texte): Fiche => ({
  markdown: markdown.trim(),
  place,
  images: images.map(({ chemin, base64, alternative, credit }) => ({ chemin, base64, alternative, credit })),
});

/** What the author wrote, by `livrable/section`. */
export type TextesEcrits = Readonly<Record<string, Fiche>>;

/** A text that prints nothing is not there. Named after the heading of its section; after its file where the study gives a part of the heading. */
export async function textesEcrits(textes: readonly Texte[], studyFolder: string, cwd: string): Promise<TextesEcrits> {
  const written = textes.filter(({ markdown }) => markdown.trim() !== '');
  if (written.length === 0) return {};
  const templates = await readTemplates(studyFolder, cwd);
  const sections = new Map<string, Section[]>();
  const titreDe = ({ livrable, section }: Texte): string => {
    const known = sections.get(livrable) ?? sectionsDe(templates, livrable);
    sections.set(livrable, known);
    const titre = known.find(({ id }) => id === section)?.titre;
    return titre && !titre.includes('…') ? titre : `${section}.md`;
  };
  return Object.fromEntries(
    written.map((texte) => [`${texte.livrable}/${texte.section}`, { libelle: titreDe(texte), ...imprime(texte) }]),
  );
}
