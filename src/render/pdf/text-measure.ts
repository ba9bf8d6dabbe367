/**
 * Measures the words of a text as pdfmake does, but looks each style up once a text rather than once a word, and cuts a word longer than a line so that
 * breaking it is not quadratic.
 */
import type { ClassModule, Font, InlineRun, TextMeasure } from './internals.js';

export const SOFT = '\u00ad';
export const HYPHEN = '\u2010';

/** Styles of a run, with what pdfmake takes where nothing is said. */
const DEFAULTS = {
  alignment: 'left',
  fontSize: 12,
  fontFeatures: null,
  characterSpacing: 0,
  color: 'black',
  decoration: null,
  decorationColor: null,
  decorationStyle: null,
  decorationThickness: null,
  background: null,
  link: null,
  linkToPage: null,
  linkToDestination: null,
  noWrap: null,
  opacity: 1,
  sup: false,
  sub: false,
} as const;

const OWN = Object.entries(DEFAULTS);

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

export function measuring(Base: ClassModule<TextMeasure>['default']): ClassModule<TextMeasure>['default'] {
  return class extends Base {
    override measure(items: InlineRun[], stack: StyleStack): InlineRun[] {
      const inherited = new Map<string, unknown>();
      const styleOf = (run: InlineRun, name: string, otherwise: unknown): unknown => {
        const own = run[name];
        if (own !== undefined && own !== null) return own;
        if (!inherited.has(name)) inherited.set(name, stack.getProperty(name) ?? otherwise);
        return inherited.get(name);
      };
      const fonts = new Map<string, Font>();
      const runs = items.flatMap(pieces);
      for (const run of runs) {
        if (run.text.endsWith(SOFT)) {
          run.text = run.text.slice(0, -1);
          run.shy = true;
        }
        const face = ['font', 'bold', 'italics'].map((name) => styleOf(run, name, name === 'font' ? 'Roboto' : false));
        const key = face.join();
        const font = fonts.get(key) ?? this.pdfDocument.provideFont(...face);
        fonts.set(key, font);
        run.font = font;
        for (const [name, otherwise] of OWN) run[name] = styleOf(run, name, otherwise);
        if (run.sup || run.sub) run.fontSize *= 0.58;
        run.width = this.widthOfText(run.text, run);
        run.height = font.lineHeight(run.fontSize) * Number(styleOf(run, 'lineHeight', 1));
        const { text } = run;
        run.leadingCut = /^\s/.test(text)
          ? this.widthOfText(text.slice(0, text.length - text.trimStart().length), run)
          : 0;
        run.trailingCut = /\s$/.test(text) ? this.widthOfText(text.slice(text.trimEnd().length), run) : 0;
        if (run.shy) run.shyWidth = this.widthOfText(HYPHEN, run);
      }
      return runs;
    }
  };
}
