import type { Theme } from '../theme.js';
import { editParts, type Parts } from './parts.js';

const ACCENTS = 6;

const solid = (name: string, hex: string): string =>
  `<a:${name}><a:srgbClr val="${hex.slice(1).toUpperCase()}"/></a:${name}>`;

/** The colours that Excel and PowerPoint propose are those of the theme (ECMA-376, part 1, 20.1.6.2): what a reader adds matches what is there. */
export function withScheme(parts: Parts, { colours, charts, workbook }: Theme): void {
  const accents = Array.from({ length: ACCENTS }, (_, i) =>
    solid(`accent${i + 1}`, charts.series[i % charts.series.length] ?? charts.accent),
  );
  const scheme = [
    solid('dk1', colours.ink),
    solid('lt1', colours.paper),
    solid('dk2', colours.accent),
    solid('lt2', colours.tint),
    ...accents,
    solid('hlink', workbook.link),
    solid('folHlink', colours.muted),
  ].join('');
  editParts(parts, /^(?:xl|ppt)\/theme\/theme\d+\.xml$/, (xml) =>
    xml.replace(/<a:clrScheme\b[\s\S]*?<\/a:clrScheme>/, `<a:clrScheme name="Étude">${scheme}</a:clrScheme>`),
  );
}
