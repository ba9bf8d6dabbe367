/** The author's texts as a validation remembers them: what is printed of each, and where. */
import { readTemplates } from '../documents/template-files.js';
import { sectionsDe } from '../documents/textes/sections.js';
import type { Texte } from '../documents/textes/texte.js';
import type { Fiche } from './fiches.js';
import type { TextesValides } from './validations.js';

/** What is written for the author alone, and the blank lines around, print nothing. */
const imprime = ({ markdown, place, images }: Texte): Fiche => ({
  markdown: markdown.trim(),
  place,
  images: images.map(({ chemin, base64, alternative, credit }) => ({ chemin, base64, alternative, credit })),
});

/** A text that prints nothing is not there. Named after the heading of its section; after its file where the study gives a part of the heading. */
export async function textesValides(
  textes: readonly Texte[],
  studyFolder: string,
  cwd: string,
): Promise<TextesValides> {
  const written = textes.filter(({ markdown }) => markdown.trim() !== '');
  if (written.length === 0) return {};
  const templates = await readTemplates(studyFolder, cwd);
  const livrables = [...new Set(written.map(({ livrable }) => livrable))];
  return Object.fromEntries(
    livrables.map((livrable) => {
      const titres = new Map(sectionsDe(templates, livrable).map(({ id, titre }) => [id, titre]));
      const own = written
        .filter((texte) => texte.livrable === livrable)
        .map((texte): [string, Fiche] => {
          const titre = titres.get(texte.section);
          const libelle = titre && !titre.includes('…') ? titre : `${texte.section}.md`;
          return [texte.section, { libelle, ...imprime(texte) }];
        });
      return [livrable, { textes: Object.fromEntries(own) }];
    }),
  );
}
