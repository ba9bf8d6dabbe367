/** Entities of HTML, as lists drawn from web pages and texts pasted from them keep: « &eacute; » for « é ». */

/** Those that French texts hold. */
const ENTITES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  euml: 'ë',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  icirc: 'î',
  iuml: 'ï',
  ocirc: 'ô',
  ouml: 'ö',
  ugrave: 'ù',
  ucirc: 'û',
  uuml: 'ü',
  Eacute: 'É',
  Egrave: 'È',
  Ecirc: 'Ê',
  Agrave: 'À',
  Acirc: 'Â',
  Ccedil: 'Ç',
  Icirc: 'Î',
  Ocirc: 'Ô',
  oelig: 'œ',
  OElig: 'Œ',
  aelig: 'æ',
  laquo: '«',
  raquo: '»',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  euro: '€',
  deg: '°',
  middot: '·',
  times: '×',
  frac12: '½',
  sup2: '²',
  sup3: '³',
  bull: '•',
  minus: '−',
};

const ENTITE = /&(?:#(?<dix>\d{1,7})|#[xX](?<seize>[\da-fA-F]{1,6})|(?<nom>[a-zA-Z]{2,6}\d{0,2}));/g;

/** What one entity stands for; itself where it is none that is known, or a sign that is not seen. */
function signeDe(entite: string, { dix, seize, nom }: Record<string, string | undefined>): string {
  if (nom !== undefined) return ENTITES[nom] ?? entite;
  const code = dix === undefined ? Number.parseInt(seize ?? '', 16) : Number(dix);
  return code >= 0x20 && code <= 0x10ffff && !(code >= 0x7f && code < 0xa0) && !(code >= 0xd800 && code < 0xe000)
    ? String.fromCodePoint(code)
    : entite;
}

/** « é » for « &eacute; » and « &#233; »; what is no known entity, or is a sign that is not seen, stays as it is. */
export const sansEntites = (text: string): string =>
  text.includes('&')
    ? text.replace(ENTITE, (entite: string, ...rest: unknown[]) =>
        signeDe(entite, rest.at(-1) as Record<string, string | undefined>),
      )
    : text;

/** The same, and where each of its signs stands in the text. */
export function signesDe(text: string): { texte: string; place: (index: number) => number } {
  if (!text.includes('&')) return { texte: text, place: (index) => index };
  const shifts: { at: number; by: number }[] = [];
  let by = 0;
  const texte = text.replace(ENTITE, (entite: string, ...rest: unknown[]) => {
    const sign = signeDe(entite, rest.at(-1) as Record<string, string | undefined>);
    const index = Number(rest.at(-3));
    if (sign !== entite) {
      const at = index - by + sign.length;
      by += entite.length - sign.length;
      shifts.push({ at, by });
    }
    return sign;
  });
  return {
    texte,
    place: (index) => {
      const last = shifts.findLast(({ at }) => at <= index);
      return last ? index + last.by : index;
    },
  };
}

/** The first entity of HTML (« &eacute; ») of a text, and the text in plain letters, those that were coded twice too; null when there is none. */
export function entitesHtml(text: string): { entite: string; texte: string } | null {
  if (!text.includes('&')) return null;
  const texte = sansEntites(sansEntites(text));
  if (texte === text) return null;
  const entite = [...text.matchAll(ENTITE)].find(([one]) => sansEntites(one) !== one)?.[0];
  return { entite: entite ?? '', texte };
}
