/**
 * Measures the words of a text as pdfmake does, but looks the styles up once a text rather than once a word, and cuts a word longer than a line so that
 * breaking it is not quadratic.
 */

import type { ClassModule, InlineRun, TextMeasure } from '../internals.js';
import type { Font } from './font.js';

const SOFT = '\u00ad';
export const HYPHEN = '\u2010';

/** What draws the hyphen: many fonts have but one, that of compound words. */
export const hyphenIn = ({ font }: Font): string =>
  font && font.glyphForCodePoint(HYPHEN.charCodeAt(0)).id === 0 ? '-' : HYPHEN;

/** A word longer than this is cut in pieces, in characters. */
const LONGEST = 60;
const PIECE = 24;

/** The styles that pdfmake reads of a word, with what it takes where nothing is said. */
const UNSAID = {
  font: 'Roboto',
  bold: false,
  italics: false,
  fontSize: 12,
  lineHeight: 1,
  alignment: 'left',
  fontFeatures: null as unknown,
  characterSpacing: 0,
  color: 'black' as unknown,
  decoration: null as unknown,
  decorationColor: null as unknown,
  decorationStyle: null as unknown,
  decorationThickness: null as unknown,
  background: null as unknown,
  link: null as string | null,
  linkToPage: null as number | null,
  linkToDestination: null as string | null,
  noWrap: null as unknown,
  opacity: 1,
  sup: false,
  sub: false,
};

type Styles = typeof UNSAID;

/** What a run says itself. */
type Said = { readonly [Name in keyof Styles]?: Styles[Name] | null };

/** What a text stands in: the document, then from the farthest node to itself. A style that has a name is not used here. */
interface StyleStack {
  defaultStyle: object;
  styleOverrides: (object | string)[];
}

/** What is said around a text; the nearest counts. */
function inheritedIn({ defaultStyle, styleOverrides }: StyleStack): Styles {
  const found: Record<string, unknown> = { ...UNSAID };
  for (const node of [defaultStyle, ...styleOverrides] as Record<string, unknown>[])
    for (const key in node) if (key in UNSAID && node[key] !== null && node[key] !== undefined) found[key] = node[key];
  return found as Styles;
}

function pieces(run: InlineRun): InlineRun[] {
  if (run.text.length <= LONGEST || run.noWrap === true) return [run];
  const characters = Array.from(run.text);
  const count = Math.ceil(characters.length / PIECE);
  return Array.from({ length: count }, (_, i) => ({
    ...run,
    text: characters.slice(i * PIECE, (i + 1) * PIECE).join(''),
    lineEnd: i === count - 1 ? (run.lineEnd ?? false) : false,
  }));
}

/**
 * A word with its styles. One literal first, then what else the run holds: a word filled key by key is kept by the engine as a hash table, six times as
 * large, and one begun from a copy of the run has a shape for each kind of run.
 */
function dressed(run: InlineRun, said: Said, text: string, font: Font, around: Styles): InlineRun {
  const sup = said.sup ?? around.sup;
  const sub = said.sub ?? around.sub;
  const size = said.fontSize ?? around.fontSize;
  const word: InlineRun = {
    text,
    font,
    x: 0,
    width: 0,
    height: 0,
    leadingCut: 0,
    trailingCut: 0,
    alignment: said.alignment ?? around.alignment,
    fontSize: sup || sub ? size * 0.58 : size,
    fontFeatures: said.fontFeatures ?? around.fontFeatures,
    characterSpacing: said.characterSpacing ?? around.characterSpacing,
    color: said.color ?? around.color,
    decoration: said.decoration ?? around.decoration,
    decorationColor: said.decorationColor ?? around.decorationColor,
    decorationStyle: said.decorationStyle ?? around.decorationStyle,
    decorationThickness: said.decorationThickness ?? around.decorationThickness,
    background: said.background ?? around.background,
    link: said.link ?? around.link,
    linkToPage: said.linkToPage ?? around.linkToPage,
    linkToDestination: said.linkToDestination ?? around.linkToDestination,
    noWrap: said.noWrap ?? around.noWrap,
    opacity: said.opacity ?? around.opacity,
    sup,
    sub,
  };
  for (const key of Object.keys(run)) if (!Object.hasOwn(word, key)) word[key] = run[key];
  return word;
}

export function measuring(Base: ClassModule<TextMeasure>['default']): ClassModule<TextMeasure>['default'] {
  return class extends Base {
    override measure(items: InlineRun[], stack: StyleStack): InlineRun[] {
      const around = inheritedIn(stack);
      let face: { font: string; bold: boolean; italics: boolean; opened: Font } | undefined;
      return items.flatMap(pieces).map((given) => {
        const shy = given.text.endsWith(SOFT);
        const text = shy ? given.text.slice(0, -1) : given.text;
        const said = given as unknown as Said;
        const font = said.font ?? around.font;
        const bold = said.bold ?? around.bold;
        const italics = said.italics ?? around.italics;
        if (!face || face.font !== font || face.bold !== bold || face.italics !== italics)
          face = { font, bold, italics, opened: this.pdfDocument.provideFont(font, bold, italics) };
        const run = dressed(given, said, text, face.opened, around);
        run.width = this.widthOfText(text, run);
        run.height = face.opened.lineHeight(run.fontSize) * (said.lineHeight ?? around.lineHeight);
        if (/^\s/.test(text))
          run.leadingCut = this.widthOfText(text.slice(0, text.length - text.trimStart().length), run);
        if (/\s$/.test(text)) run.trailingCut = this.widthOfText(text.slice(text.trimEnd().length), run);
        if (shy) Object.assign(run, { shy, shyWidth: this.widthOfText(hyphenIn(face.opened), run) });
        return run;
      });
    }
  };
}
