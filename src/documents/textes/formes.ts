/** What an author writes for a form that Markdown has, or that the texts have, and that would be printed as it is typed. */
import type { Diagnostic } from '../../study/diagnostic.js';
import { faute } from './lieu.js';
import type { Texte } from './texte.js';

/** A container opens, is named and may be titled; `:::` alone closes it. */
const BIEN_OUVERT = /^:{3,}\s?[a-z][\w-]*(?:\[[^\]\n]*\])?(?:\{[^}\n]*\})?\s*$/i;
const ENCADRES =
  '« :::retenir », « :::question », « :::limite » ou « :::exemple », un titre entre crochets : « :::retenir[Mon titre] »';

interface Forme {
  signe: RegExp;
  message: (ecrit: string) => string;
  aide: string;
}

const FORMES: readonly Forme[] = [
  {
    signe: /^ {0,3}\|?[^|\n]*\|[^\n]*(?=\r?\n {0,3}\|?[ \t]*:?-+:?[ \t]*\|[-:| \t]*$)/gm,
    message: () => 'un tableau écrit avec des barres « | » s’imprime en une ligne, barres comprises.',
    aide: 'Placez un tableau de l’étude par son nom (« {=tableau nom} », seul sur sa ligne ; « atelier textes LIVRABLE --liste » les donne), ou dites-le en liste à tirets.',
  },
  {
    signe: /\[\^[^\]\n]+\]/g,
    message: (ecrit) =>
      `la note « ${ecrit} » s’imprime telle quelle : les livrables n’ont pas de notes de bas de page.`,
    aide: 'Citez une source (« [@id-de-la-source, p. 12] »), ou mettez la remarque dans la phrase.',
  },
  {
    signe: /\[[^\]\n^@]+\]\((?:https?:|mailto:|www\.|#)[^)\s]*(?=[ \t]+[^\s"'()]|[ \t]*$)/gm,
    message: (ecrit) => `le lien « ${ecrit} » n’est pas fermé : ses crochets et son adresse s’impriment.`,
    aide: 'Fermez l’adresse par une parenthèse.',
  },
];

/** Stars of a paragraph that open bold and never close it. */
function grasOuvert(markdown: string, offset: number, texte: Texte): Diagnostic[] {
  const stars = [...markdown.matchAll(/(?<![\\*])\*\*(?!\*)/g)];
  const last = stars.at(-1);
  if (!last || stars.length % 2 === 0) return [];
  return [
    faute(
      texte,
      'forme-imprimee',
      { offset: offset + last.index, longueur: 2 },
      'ces étoiles n’ont pas leur pareille dans le paragraphe : elles s’impriment.',
      'Fermez le gras par « ** » contre le dernier mot, ou ôtez-les.',
    ),
  ];
}

/** Containers that no line closes, or that are opened in a way that is not theirs. */
function encadres(texte: Texte): Diagnostic[] {
  const found: Diagnostic[] = [];
  const open: { index: number; ecrit: string }[] = [];
  for (const { 0: line, index } of texte.markdown.matchAll(/^:{3,}[^\r\n]*/gm)) {
    const at = { offset: index, longueur: line.length };
    if (/^:+\s*$/.test(line)) open.pop();
    else if (BIEN_OUVERT.test(line)) open.push({ index, ecrit: line.trim() });
    else
      found.push(
        faute(
          texte,
          'forme-imprimee',
          at,
          `« ${line.trim()} » n’ouvre pas d’encadré, et s’imprime tel quel.`,
          `Écrivez ${ENCADRES}.`,
        ),
      );
  }
  return [
    ...found,
    ...open.map(({ index, ecrit }) =>
      faute(
        texte,
        'forme-imprimee',
        { offset: index, longueur: ecrit.length },
        `« ${ecrit} » n’est fermé par aucune ligne : tout ce qui suit est dans l’encadré.`,
        'Fermez-le par une ligne « ::: ».',
      ),
    ),
  ];
}

/** Forms that are printed as they are typed. */
export function formesImprimees(
  texte: Texte,
  paragraphes: readonly { markdown: string; offset: number }[],
): Diagnostic[] {
  return [
    ...FORMES.flatMap(({ signe, message, aide }) =>
      [...texte.markdown.matchAll(signe)].map(({ 0: ecrit, index }) =>
        faute(texte, 'forme-imprimee', { offset: index, longueur: ecrit.length }, message(ecrit.trim()), aide),
      ),
    ),
    ...encadres(texte),
    ...paragraphes.flatMap(({ markdown, offset }) => grasOuvert(markdown, offset, texte)),
  ];
}
