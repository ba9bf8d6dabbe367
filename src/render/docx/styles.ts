import { AlignmentType, type INumberingOptions, type IStylesOptions, LevelFormat, LineRuleType } from 'docx';
import type { Theme } from '../theme.js';
import { colour, halfPoints, twips } from './context.js';

/** Word's own names of styles where it has one, so that a client's template restyles the document. */
export function stylesOf({ sizes, colours, officeFont }: Theme): IStylesOptions {
  const heading = (size: number, ink: string, before: number, after: number) => ({
    run: { font: officeFont, size: halfPoints(size), bold: true, color: colour(ink) },
    paragraph: { spacing: { before: twips(before), after: twips(after) }, keepNext: true, keepLines: true },
  });
  const own = (
    id: string,
    name: string,
    size: number,
    rest: { color?: string; italics?: boolean; before?: number; after?: number; keepLines?: true } = {},
  ) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run: {
      size: halfPoints(size),
      ...(rest.color ? { color: colour(rest.color) } : {}),
      ...(rest.italics ? { italics: true } : {}),
    },
    paragraph: {
      ...(rest.keepLines ? { keepLines: true } : {}),
      spacing: { ...(rest.before ? { before: twips(rest.before) } : {}), after: twips(rest.after ?? 0) },
    },
  });
  return {
    default: {
      document: {
        run: {
          font: officeFont,
          size: halfPoints(sizes.body),
          color: colour(colours.ink),
          language: { value: 'fr-FR', eastAsia: 'fr-FR', bidirectional: 'fr-FR' },
        },
        paragraph: { spacing: { after: twips(6), line: 264, lineRule: LineRuleType.AUTO } },
      },
      title: heading(30, colours.accent, 160, 8),
      heading1: heading(sizes.h1, colours.accent, 0, 12),
      heading2: heading(sizes.h2, colours.ink, 14, 5),
      heading3: heading(sizes.h3, colours.ink, 10, 4),
      heading4: heading(sizes.h4, colours.ink, 8, 3),
    },
    paragraphStyles: [
      { ...own('Caption', 'caption', sizes.caption, { color: colours.accent, after: 3 }), next: 'Normal' },
      {
        id: 'TOCHeading',
        name: 'TOC Heading',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        ...heading(sizes.h1, colours.accent, 0, 12),
      },
      own('Source', 'Source', sizes.small, { color: colours.muted, before: 3, after: 8, keepLines: true }),
      own('Chapeau', 'Chapeau', sizes.lead, { after: 8 }),
      own('Cellule', 'Cellule de tableau', sizes.table),
      own('Quote', 'Quote', sizes.body, { color: colours.muted, italics: true, after: 4 }),
    ],
  };
}

/** Of a list in its list, in points. */
export const INDENT = 18;

const level = (depth: number, ordered: boolean) => ({
  level: depth,
  format: ordered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
  text: ordered ? `%${depth + 1}.` : (['•', '–', '•', '–'][depth] ?? '•'),
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: twips(INDENT * (depth + 1)), hanging: twips(INDENT) } } },
});

export const NUMBERING: INumberingOptions = {
  config: [
    { reference: 'puces', levels: [0, 1, 2, 3].map((depth) => level(depth, false)) },
    { reference: 'numeros', levels: [0, 1, 2, 3].map((depth) => level(depth, true)) },
  ],
};
