/** The author's texts: `textes/<livrable>/<section>.md` in the study, each with what it says of its place. */
import { join, relative, sep } from 'node:path';
import { diagnostic } from '../../study/codes/codes.js';
import type { Diagnostic } from '../../study/diagnostic.js';
import { filesBelow } from '../../study/files/files-below.js';
import { inTurn, readText, unreadable } from '../../study/files/read-text.js';
import { readYaml } from '../../study/yaml/nesting.js';
import { simpleValue } from '../../study/yaml/simple-yaml.js';
import { lireImages } from './images.js';
import { faute } from './lieu.js';
import { PLACES, type Place, type Texte, type Textes } from './texte.js';

export const DOSSIER = 'textes';
const EXTENSION = '.md';
/** What an author may have written a text with, and which is not read. */
const AUTRES = /\.(?:docx?|odt|rtf|txt|markdown|pages|mdx?)$/i;
/** A text is a few pages: beyond this it is another document, in characters. */
const LONGUEUR_MAX = 200_000;

/** Lines in a row, without a blank one, in characters: what reads Markdown takes a time that grows as the square of a paragraph full of opened signs. */
const PARAGRAPHE_MAX = 10_000;

/** Quotations and lists one within another, opened on one line: what lays them out goes down into each. */
const IMBRIQUE = /^[ \t]*(?:(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))[ \t]*){101}/m;

const START = { ligne: 1, colonne: 1, longueur: 1 };

/** `---`, keys, `---` at the head of the file. */
function entete(
  brut: string,
  fichier: string,
): { place: Place; markdown: string; decalage: number; diagnostics: Diagnostic[] } {
  const match = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(brut);
  if (!match) return { place: 'fin', markdown: brut, decalage: 0, diagnostics: [] };
  const rest = { markdown: brut.slice(match[0].length), decalage: match[0].split('\n').length - 1 };
  const fault = (message: string): Diagnostic =>
    diagnostic('texte-incorrect', {
      fichier,
      plage: { ...START, ligne: 2 },
      chemin: '',
      message,
      aide: `Seule clé admise : « place », qui vaut ${PLACES.map((place) => `« ${place} »`).join(', ')}.`,
    });
  let keys: unknown;
  try {
    const head = match[1] ?? '';
    keys = (simpleValue(head, {}, false) ?? { value: readYaml(head, 0) }).value;
  } catch {
    return { place: 'fin', ...rest, diagnostics: [fault("l'en-tête n'est pas du YAML correct.")] };
  }
  if (keys === null || keys === undefined) return { place: 'fin', ...rest, diagnostics: [] };
  const entries = typeof keys === 'object' && !Array.isArray(keys) ? Object.entries(keys) : undefined;
  const unknown = entries?.find(([key]) => key !== 'place')?.[0];
  if (!entries || unknown !== undefined)
    return {
      place: 'fin',
      ...rest,
      diagnostics: [fault(`l'en-tête porte « ${unknown ?? 'autre chose que des clés'} ».`)],
    };
  const given = entries[0]?.[1];
  const place = PLACES.find((one) => one === given);
  return place
    ? { place, ...rest, diagnostics: [] }
    : { place: 'fin', ...rest, diagnostics: [fault(`${valeurDite(given)} n'est aucune des places d'un texte.`)] };
}

/** What a key holds, as its author reads it. */
function valeurDite(value: unknown): string {
  if (value === null || value === undefined || value === '') return '« place » est vide, ce qui';
  return typeof value === 'object' ? '« place » est une liste ou un groupe de clés, ce qui' : `« ${String(value)} »`;
}

/** Comments are for the author alone; blanked, they leave every place where it was. */
const blanchir = (markdown: string, commentaires: RegExp): string =>
  markdown.replace(commentaires, (comment) => comment.replace(/[^\n]/g, ' '));

const sansCommentaires = (markdown: string): string => blanchir(markdown, /<!--[\s\S]*?(?:-->|$)/g);

/** Where a comment begins that nothing closes, and that hides another paragraph than its own; null when there is none. */
const commentaireOuvert = (markdown: string): number | null => {
  const index = blanchir(markdown, /<!--[\s\S]*?-->/g).indexOf('<!--');
  return index >= 0 && /\n[ \t\r]*\n\s*\S/.test(markdown.slice(index)) ? index : null;
};

const sansFin = (texte: Texte, offset: number): Diagnostic =>
  faute(
    texte,
    'texte-incorrect',
    { offset, longueur: 4 },
    'le commentaire ouvert par « <!-- » n’est pas fermé : rien de ce qui suit ne s’imprimerait.',
    'Fermez-le par « --> », là où la remarque finit.',
  );

/** Line, from 1, of the first paragraph that is too long; null when none is. */
function paragrapheSansFin(text: string): number | null {
  let start = 1;
  let length = 0;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') length = 0;
    else {
      if (length === 0) start = index + 1;
      length += line.length + 1;
      if (length > PARAGRAPHE_MAX) return start;
    }
  }
  return null;
}

async function un(
  path: string,
  name: string,
  fichier: string,
  studyFolder: string,
): Promise<{ texte?: Texte; diagnostics: Diagnostic[] }> {
  const [livrable = '', ...rest] = name.slice(0, -EXTENSION.length).split('/');
  const fault = (message: string, aide: string): { diagnostics: Diagnostic[] } => ({
    diagnostics: [diagnostic('texte-incorrect', { fichier, plage: START, chemin: '', message, aide })],
  });
  if (rest.length !== 1)
    return fault("le texte n'est rattaché à aucune section.", `Rangez-le en « ${DOSSIER}/<livrable>/<section>.md ».`);
  const read = await readText(path, fichier);
  if ('code' in read) return { diagnostics: [read] };
  const brut = read.text;
  if (brut.length > LONGUEUR_MAX)
    return fault(`le texte a plus de ${LONGUEUR_MAX} signes.`, 'Répartissez-le entre plusieurs sections.');
  const long = paragrapheSansFin(brut);
  if (long !== null)
    return {
      diagnostics: [
        diagnostic('texte-incorrect', {
          fichier,
          plage: { ...START, ligne: long },
          chemin: '',
          message: `un paragraphe a plus de ${PARAGRAPHE_MAX} signes.`,
          aide: 'Séparez ses idées par des lignes vides.',
        }),
      ],
    };
  const deep = IMBRIQUE.exec(brut);
  if (deep)
    return {
      diagnostics: [
        diagnostic('texte-incorrect', {
          fichier,
          plage: { ...START, ligne: brut.slice(0, deep.index).split('\n').length },
          chemin: '',
          message: 'plus de cent citations ou listes sont ouvertes l’une dans l’autre.',
          aide: 'Retirez les signes « > » ou « - » de trop au début de la ligne.',
        }),
      ],
    };
  const { diagnostics, markdown, ...head } = entete(brut, fichier);
  const texte: Texte = {
    livrable,
    section: rest[0] ?? '',
    fichier,
    brut,
    markdown: sansCommentaires(markdown),
    images: [],
    ...head,
  };
  const ouvert = commentaireOuvert(markdown);
  if (ouvert !== null) diagnostics.push(sansFin(texte, ouvert));
  const pictures = await lireImages(texte, studyFolder);
  return { texte: { ...texte, images: pictures.images }, diagnostics: [...diagnostics, ...pictures.diagnostics] };
}

/** A document of a word processor in the place of a text. */
const nonLu = (fichier: string): Diagnostic =>
  diagnostic('fichier-inconnu', {
    fichier,
    plage: START,
    chemin: '',
    message: 'ce fichier n’est pas lu : un texte de l’auteur s’écrit en Markdown, dans un fichier « .md ».',
    aide: 'Copiez-en le texte dans le fichier de sa section (« atelier textes LIVRABLE » les crée), et rangez celui-ci hors du dossier « textes ».',
  });

/** In the order of their names. A folder that cannot be read is a fault, its absence is none. */
export async function lireTextes(
  studyFolder: string,
  cwd: string,
): Promise<{ textes: Textes; diagnostics: Diagnostic[] }> {
  const folder = join(studyFolder, DOSSIER);
  const shown = (path: string): string => relative(cwd, path).split(sep).join('/');
  const { files, unread } = await filesBelow(folder, (name) => AUTRES.test(name));
  const [texts, others] = [
    files.filter((path) => path.endsWith(EXTENSION)),
    files.filter((path) => !path.endsWith(EXTENSION)),
  ];
  const read = await inTurn(texts, async (path) => {
    try {
      return await un(path, relative(folder, path).split(sep).join('/'), shown(path), studyFolder);
    } catch (cause) {
      return { diagnostics: [unreadable(shown(path), cause)] };
    }
  });
  return {
    textes: read.flatMap((one) => ('texte' in one && one.texte ? [one.texte] : [])),
    diagnostics: [
      ...unread.map(({ path, cause }) => unreadable(shown(path), cause)),
      ...others.map((path) => nonLu(shown(path))),
      ...read.flatMap(({ diagnostics }) => diagnostics),
    ],
  };
}
