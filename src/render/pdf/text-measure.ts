/**
 * Measures the words of a text as pdfmake does, but looks each style up once a text rather than once a word, and cuts a word longer than a line so that
 * breaking it is not quadratic.
 */
import type { ClassModule, Font, InlineRun, TextMeasure } from './internals.js';

export const SOFT = '\u00ad';
export const HYPHEN = '\u2010';

/** What draws the hyphen: many fonts have but one, that of compound words. */
export const hyphenIn = ({ font }: Font): string =>
  font && font.glyphForCodePoint(HYPHEN.charCodeAt(0)).id === 0 ? '-' : HYPHEN;

/** A word longer than this is cut in pieces, in characters. */
const LONGEST = 60;
const PIECE = 24;

interface StyleStack {
  getProperty(name: string): unknown;
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

/** What is said of a style by the run itself, else by what it stands in, else by default. */
type StyleOf = <T>(run: InlineRun, name: string, otherwise: T) => T;

/**
 * The styles that pdfmake reads of a word, with what it takes where nothing is said. One literal first, then what else the run holds: a word filled key by
 * key is kept by the engine as a hash table, six times as large, and one begun from a copy of the run has a shape for each kind of run.
 */
function dressed(run: InlineRun, text: string, font: Font, styleOf: StyleOf): InlineRun {
  const sup = styleOf(run, 'sup', false);
  const sub = styleOf(run, 'sub', false);
  const size = styleOf(run, 'fontSize', 12);
  const word: InlineRun = {
    text,
    font,
    x: 0,
    width: 0,
    height: 0,
    leadingCut: 0,
    trailingCut: 0,
    alignment: styleOf(run, 'alignment', 'left'),
    fontSize: sup || sub ? size * 0.58 : size,
    fontFeatures: styleOf(run, 'fontFeatures', null),
    characterSpacing: styleOf(run, 'characterSpacing', 0),
    color: styleOf(run, 'color', 'black'),
    decoration: styleOf(run, 'decoration', null),
    decorationColor: styleOf(run, 'decorationColor', null),
    decorationStyle: styleOf(run, 'decorationStyle', null),
    decorationThickness: styleOf(run, 'decorationThickness', null),
    background: styleOf(run, 'background', null),
    link: styleOf(run, 'link', null),
    linkToPage: styleOf(run, 'linkToPage', null),
    linkToDestination: styleOf(run, 'linkToDestination', null),
    noWrap: styleOf(run, 'noWrap', null),
    opacity: styleOf(run, 'opacity', 1),
    sup,
    sub,
  };
  for (const key of Object.keys(run)) if (!Object.hasOwn(word, key)) word[key] = run[key];
  return word;
}

export function measuring(Base: ClassModule<TextMeasure>['default']): ClassModule<TextMeasure>['default'] {
  return class extends Base {
    override measure(items: InlineRun[], stack: StyleStack): InlineRun[] {
      const inherited = new Map<string, unknown>();
      const styleOf: StyleOf = <T>(run: InlineRun, name: string, otherwise: T): T => {
        const own = run[name];
        if (own !== undefined && own !== null) return own as T;
        if (!inherited.has(name)) inherited.set(name, stack.getProperty(name) ?? otherwise);
        return inherited.get(name) as T;
      };
      const fonts = new Map<string, Font>();
      return items.flatMap(pieces).map((given) => {
        const shy = given.text.endsWith(SOFT);
        const text = shy ? given.text.slice(0, -1) : given.text;
        const face = [
          styleOf(given, 'font', 'Roboto'),
          styleOf(given, 'bold', false),
          styleOf(given, 'italics', false),
        ] as const;
        const key = face.join();
        const font = fonts.get(key) ?? this.pdfDocument.provideFont(...face);
        fonts.set(key, font);
        const run = dressed(given, text, font, styleOf);
        run.width = this.widthOfText(text, run);
        run.height = font.lineHeight(run.fontSize) * Number(styleOf(given, 'lineHeight', 1));
        if (/^\s/.test(text))
          run.leadingCut = this.widthOfText(text.slice(0, text.length - text.trimStart().length), run);
        if (/\s$/.test(text)) run.trailingCut = this.widthOfText(text.slice(text.trimEnd().length), run);
        if (shy) Object.assign(run, { shy, shyWidth: this.widthOfText(hyphenIn(font), run) });
        return run;
      });
    }
  };
}
