import { compte } from '../../texte/accords.js';
import { dropAbsentTypes, editParts, inOrder, type Parts } from '../ooxml/parts.js';
import { drawMetafiles } from './drawings.js';
import { kindInFrench, nameTitles, sayInFrench } from './french.js';

/** Children of a presentation, in the order of the schema (ECMA-376, part 1, 19.2.1.26). */
const PRESENTATION = [
  'p:sldMasterIdLst',
  'p:notesMasterIdLst',
  'p:handoutMasterIdLst',
  'p:sldIdLst',
  'p:sldSz',
  'p:notesSz',
];

const THEME = 'application/vnd.openxmlformats-officedocument.theme+xml';

/**
 * What pptxgenjs writes that PowerPoint repairs or refuses: masters that are absent, lists out of order, a third axis that no chart has, notes on
 * the theme of the slides; and the French text that it says is English.
 */
export function repairDeck(parts: Parts): void {
  renumberCharts(parts);
  drawMetafiles(parts);
  editParts(parts, /^ppt\/presentation\.xml$/, (xml) => {
    const start = xml.indexOf('<p:sldMasterIdLst');
    const close = xml.lastIndexOf('</p:presentation>');
    const ordered = xml.slice(0, start) + inOrder(xml.slice(start, close), PRESENTATION) + xml.slice(close);
    // The page of the notes is that on which their master has its places, not one as long as a slide is wide.
    return ordered.replace(/<p:notesSz [^>]*\/>/, '<p:notesSz cx="6858000" cy="9144000"/>');
  });
  editParts(parts, /^ppt\/charts\/chart\d+\.xml$/, repairChart);
  editParts(parts, /^ppt\/(?:slides|slideLayouts|slideMasters|notesSlides|notesMasters)\/[^/]+\.xml$/, nameShapes);
  sayInFrench(parts);
  const theme = parts['ppt/theme/theme1.xml'];
  if (theme && parts['ppt/notesMasters/notesMaster1.xml']) {
    parts['ppt/theme/theme2.xml'] = theme;
    editParts(parts, /^ppt\/notesMasters\/_rels\/.*\.rels$/, (xml) => xml.replace('theme1.xml', 'theme2.xml'));
    editParts(parts, /^\[Content_Types\]\.xml$/, (xml) =>
      xml.replace('</Types>', `<Override PartName="/ppt/theme/theme2.xml" ContentType="${THEME}"/></Types>`),
    );
  }
  dropAbsentTypes(parts);
  editParts(parts, /^ppt\/.*\.xml$/, (xml) =>
    xml
      .replaceAll('lang="en-US"', 'lang="fr-FR"')
      // The first row of a table heads its columns, the first column its rows.
      .replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1" firstCol="1"/>'),
  );
}

/**
 * Of a slide, numbers and names that no two shapes share, which the library does not see to; and the description of a table, which it cannot be given: its
 * rows and its columns.
 */
function nameShapes(xml: string): string {
  const kinds: string[] = [];
  const numbered = xml.replace(/<p:cNvPr id="\d+" name="([^"]*)"/g, (_, name: string) => {
    const kind = kindInFrench(name.replace(/ \d+$/, ''));
    kinds.push(kind);
    const rank = kinds.filter((one) => one === kind).length;
    return `<p:cNvPr id="${kinds.length}" name="${name === '' ? '' : `${kind} ${rank}`}"`;
  });
  return nameTitles(numbered).replace(/<p:graphicFrame>[\s\S]*?<\/p:graphicFrame>/g, (frame) => {
    const rows = frame.match(/<a:tr\b[\s\S]*?<\/a:tr>/g);
    if (!rows) return frame;
    const heads = [...(rows[0] ?? '').matchAll(/<a:tc>[\s\S]*?<\/a:tc>/g)].map(([cell]) =>
      [...cell.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text).join(' '),
    );
    const descr = `Tableau de ${compte(rows.length - 1, 'ligne')} : ${heads.join(', ')}.`;
    return frame.replace(/(<p:cNvPr id="\d+" name="[^"]*")/, `$1 descr="${descr.replaceAll('"', '&quot;')}"`);
  });
}

function repairChart(xml: string): string {
  const axes = new Set([...xml.matchAll(/<c:(?:cat|val|date|ser)Ax>\s*<c:axId val="(\d+)"/g)].map(([, id]) => id));
  return (
    xml
      .replace(/<c:axId val="(\d+)"\/>/g, (axis, id: string) => (axes.has(id) ? axis : ''))
      // Says nothing of a chart that has no labels, and the first edition of the schema has it not.
      .replace(/<c:showDLblsOverMax[^>]*\/>/g, '')
      // Those of an axis of names, which an axis of values has not (21.2.2.226).
      .replace(/<c:valAx>[\s\S]*?<\/c:valAx>/g, (axis) =>
        axis.replace(/<c:(?:auto|lblAlgn|lblOffset|noMultiLvlLbl)\b[^>]*\/>/g, ''),
      )
      // A point that has no value is left out.
      .replace(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, '')
      .replace('<c:roundedCorners val="1"/>', '<c:lang val="fr-FR"/><c:roundedCorners val="0"/>')
  );
}

/** The library numbers the charts of a process, not those of a file: from 1 here, so that the same deck gives the same bytes. */
function renumberCharts(parts: Parts): void {
  const numbers = Object.keys(parts)
    .flatMap((name) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? [])
    .sort((a, b) => Number(a) - Number(b));
  const renamed = (text: string): string =>
    text.replace(
      /(charts\/(?:_rels\/)?chart|Microsoft_Excel_Worksheet)(\d+)\.(xml|xlsx)/g,
      (_, start: string, number: string, end: string) => `${start}${numbers.indexOf(number) + 1}.${end}`,
    );
  editParts(parts, /^(\[Content_Types\]\.xml|.*\.rels)$/, renamed);
  const moved = Object.entries(parts).filter(([name]) => renamed(name) !== name);
  for (const [name] of moved) delete parts[name];
  for (const [name, bytes] of moved) parts[renamed(name)] = bytes;
}
