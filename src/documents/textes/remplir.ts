/** Live figures, exhibits and references of a text, put in their place: what goes out is plain Markdown. */

import { type Chiffres, nomsPossibles, trouver } from '../../analysis/chiffres/index.js';
import type { Diagnostic } from '../../study/diagnostic.js';
import type { Study } from '../../study/study.js';
import { majuscule } from '../../texte/accords.js';
import { vouliezVousDire } from '../../texte/ordre.js';
import { escapeMarkdown } from '../markdown/escape.js';
import { REFERENCES_ID } from '../tree.js';
import { ecrire } from './ecrire.js';
import { faute } from './lieu.js';
import type { Texte } from './texte.js';

/** `{nom forme}`; `{#id}` names a heading, `\{` is a brace. */
export const MARQUE = /(?<!\\)\{(=|voir )?\s*([^{}#=\n][^{}\n]*)\}/g;
/** `[@source]`, `[@source, p. 12]`. */
export const CITATION = /\[@([a-z0-9][a-z0-9-]*)(?:,\s*([^\]\n]*))?\]/g;

/** Sources that these texts cite, each once. */
export const sourcesCitees = (textes: readonly Pick<Texte, 'markdown'>[]): Set<string> =>
  new Set(textes.flatMap(({ markdown }) => [...markdown.matchAll(CITATION)].flatMap(([, id]) => id ?? [])));

/** Sources that a document cites, in the order of their first citation. */
export interface Bibliographie {
  readonly ids: string[];
}

export interface Remplissage {
  markdown: string;
  diagnostics: Diagnostic[];
  /** Names that the text relies on, with the value shown. */
  chiffres: ReadonlyMap<string, string>;
}

export interface ContexteTexte {
  study: Study;
  chiffres: Chiffres;
  bibliographie: Bibliographie;
}

/** An exhibit is a block: only spaces may stand beside it. */
function seulSurSaLigne(markdown: string, offset: number, longueur: number): boolean {
  const before = markdown.slice(markdown.lastIndexOf('\n', offset - 1) + 1, offset);
  const after = /^[^\n]*/.exec(markdown.slice(offset + longueur))?.[0] ?? '';
  return before.trim() === '' && after.trim() === '';
}

/** What stands before the first word of a sentence: nothing, a blank line, the dash or the number of a list, or the end of the sentence before. */
const AVANT_UNE_PHRASE =
  /(?:^|\n[ \t]*\n)\s*$|(?:^|\n)[ \t]*(?:[-*>]|\d+[.)])[ \t]+$|(?<!(?<!\p{L})(?:art|cf|env|ex|no?|p))[.!?…]\s+$/u;
/** Signs before a place that are enough to tell. */
const AVANT = 80;

const debutDePhrase = (markdown: string, offset: number): boolean =>
  AVANT_UNE_PHRASE.test(offset > AVANT ? `…x${markdown.slice(offset - AVANT, offset)}` : markdown.slice(0, offset));

type Dire = (code: Parameters<typeof faute>[1], offset: number, whole: string, message: string, aide?: string) => void;

/** A figure named in a text, as it is written; « — » where the study has no value of it. */
function chiffreEcrit(
  { study, chiffres }: ContexteTexte,
  body: string,
  say: (code: Parameters<typeof faute>[1], message: string, aide?: string) => void,
  shown: Map<string, string>,
): string {
  const [nom = '', ...rest] = body.trim().split(/\s+/);
  const chiffre = trouver(study, chiffres, nom);
  if (!chiffre) {
    const near = vouliezVousDire(nom, nomsPossibles(study, chiffres, nom));
    say(
      'chiffre-inconnu',
      `« ${nom} » n'est ni un chiffre calculé, ni un champ de l'étude que ce livrable lise.`,
      near ?? '« atelier explain chiffres » en donne la liste.',
    );
    return '';
  }
  const value = ecrire(chiffre, rest.join(' '));
  if (value === null) {
    say('chiffre-absent', `« ${nom} » n'a pas de valeur dans cette étude : la phrase ne peut pas s'appuyer dessus.`);
    return '—';
  }
  if ((chiffre.exAequo ?? 1) > 1)
    say(
      'superlatif-exaequo',
      `« ${nom} » n'est pas seul : ${chiffre.exAequo} sont à égalité.`,
      'Dites l’égalité, ou citez-les tous.',
    );
  shown.set(nom, value);
  return escapeMarkdown(value);
}

/** Sources cited become numbers of the bibliography, in the order in which they are met; one that the study has not is told. */
function citer(texte: Texte, markdown: string, { study, bibliographie }: ContexteTexte, say: Dire): string {
  const known = new Set(study.sources.map(({ id }) => id));
  for (const match of texte.markdown.matchAll(CITATION)) {
    const [whole, id = ''] = match;
    if (!known.has(id))
      say(
        'source-inconnue',
        match.index,
        whole,
        `aucune source « ${id} » à la date de ce livrable.`,
        vouliezVousDire(id, known) ?? 'Les sources sont dans sources.yaml ; « [@id-de-la-source, p. 12] » en cite une.',
      );
  }
  return markdown.replace(CITATION, (_, id: string, precision: string | undefined) => {
    if (!known.has(id)) return '';
    if (!bibliographie.ids.includes(id)) bibliographie.ids.push(id);
    const number = bibliographie.ids.indexOf(id) + 1;
    return `[\\[${number}${precision ? `, ${escapeMarkdown(precision.trim())}` : ''}\\]](#${REFERENCES_ID})`;
  });
}

/** The marks of a text: a link to a section, a figure, a table or a drawing alone on its line. */
function marques(texte: Texte, contexte: ContexteTexte, say: Dire, shown: Map<string, string>): string {
  return texte.markdown
    .replace(MARQUE, (whole: string, kind: string | undefined, body: string, offset: number) => {
      if (kind === 'voir ') return `[](#${body.trim()})`;
      if (kind === undefined) {
        const ecrit = chiffreEcrit(
          contexte,
          body,
          (code, message, aide) => say(code, offset, whole, message, aide),
          shown,
        );
        return debutDePhrase(texte.markdown, offset) ? majuscule(ecrit) : ecrit;
      }
      const [, sort, id] = /^(tableau|figure)\s+([a-z0-9-]+)$/.exec(body.trim()) ?? [];
      if (sort && id && seulSurSaLigne(texte.markdown, offset, whole.length)) return `::${sort}{#${id}}`;
      say(
        'texte-incorrect',
        offset,
        whole,
        sort && id
          ? `« ${whole} » n'est pas seul sur sa ligne : l'élément s'y écrirait en toutes lettres.`
          : `« ${whole} » ne place rien.`,
        'Écrivez, seul sur sa ligne, « {=tableau nom-du-tableau} » ou « {=figure nom-de-la-figure} ».',
      );
      return '';
    })
    .replaceAll('\\{', '{')
    .replaceAll('\\}', '}');
}

export function remplir(texte: Texte, contexte: ContexteTexte): Remplissage {
  const diagnostics: Diagnostic[] = [];
  const shown = new Map<string, string>();
  const say: Dire = (code, offset, whole, message, aide) => {
    diagnostics.push(faute(texte, code, { offset, longueur: whole.length }, message, aide));
  };
  const markdown = citer(texte, marques(texte, contexte, say, shown), contexte, say);
  return { markdown, diagnostics, chiffres: shown };
}
