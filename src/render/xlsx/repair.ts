import { editParts, inOrder, type Parts } from '../ooxml/parts.js';

/** Children of a worksheet after its data, in the order of the schema (ECMA-376, part 1, 18.3.1.99). */
const AFTER_DATA = [
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

/** Shapes of a drawing are numbered in a block of 1 024 that no other drawing of the workbook uses. */
const BLOCK = 1024;

const LINK = /<hyperlink ref="([^"]+)" r:id="([^"]+)" location="#([^"]*)"([^>]*)\/>/g;

/** A link to a cell of the workbook is a place in it (ECMA-376, part 1, 18.3.1.47): exceljs makes of it an address outside, which a name of sheet is not. */
function linkInside(parts: Parts): void {
  editParts(parts, /^xl\/worksheets\/[^/]+\.xml$/, (xml, name) => {
    const inside = new Set<string>();
    const linked = xml.replace(LINK, (_, ref: string, id: string, place: string, rest: string) => {
      inside.add(id);
      return `<hyperlink ref="${ref}" location="${place}"${rest}/>`;
    });
    if (inside.size === 0) return xml;
    const relations = name.replace(/([^/]+)$/, '_rels/$1.rels');
    editParts(parts, new RegExp(`^${relations.replaceAll('.', '\\.')}$`), (rels) =>
      rels.replace(/<Relationship Id="([^"]+)"[^>]*\/>/g, (relation, id: string) => (inside.has(id) ? '' : relation)),
    );
    return linked;
  });
}

/** Excel takes a file for damaged when the notes' part stands after the tables', or when the notes of two sheets have the same numbers: exceljs does both. */
export function repairSheets(parts: Parts): void {
  linkInside(parts);
  editParts(parts, /^xl\/worksheets\/[^/]+\.xml$/, (xml) => {
    const end = '</sheetData>';
    const at = xml.indexOf(end) + end.length;
    if (at < end.length) return xml;
    const close = xml.lastIndexOf('</worksheet>');
    return xml.slice(0, at) + inOrder(xml.slice(at, close), AFTER_DATA) + xml.slice(close);
  });
  editParts(parts, /^xl\/drawings\/vmlDrawing\d+\.vml$/, (vml, name) => {
    const sheet = Number(/(\d+)\.vml$/.exec(name)?.[1] ?? 1);
    return vml
      .replace(/(<o:idmap [^>]*data=)"\d+"/g, `$1"${sheet}"`)
      .replace(/_x0000_s(\d+)/g, (_, id: string) => `_x0000_s${sheet * BLOCK + (Number(id) % BLOCK)}`);
  });
}
