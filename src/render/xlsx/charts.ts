/**
 * Native charts: exceljs draws none, so that a placeholder image is anchored in the sheet and replaced in the archive by a chart part
 * (ECMA-376, DrawingML charts).
 */
import { strFromU8, strToU8 } from 'fflate';
import type { GridChart } from '../../documents/workbook.js';
import { escapeXml } from '../text/legible.js';
import type { Theme } from '../theme.js';

/** A transparent pixel; its medium's name tells where the chart goes. */
export const PLACEHOLDER =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const rich = (text: string, size: number): string =>
  `<c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}" b="1"/></a:pPr><a:r><a:rPr lang="fr-FR" sz="${size}" b="1"/><a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/>`;

function cache(tag: string, range: string, values: readonly (string | number)[], numeric: boolean): string {
  const kind = numeric ? 'num' : 'str';
  const points = values.map((v, i) => `<c:pt idx="${i}"><c:v>${escapeXml(String(v))}</c:v></c:pt>`).join('');
  const format = numeric ? '<c:formatCode>General</c:formatCode>' : '';
  return `<c:${tag}><c:${kind}Ref><c:f>${escapeXml(range)}</c:f><c:${kind}Cache>${format}<c:ptCount val="${values.length}"/>${points}</c:${kind}Cache></c:${kind}Ref></c:${tag}>`;
}

function chartXml({ title, axis, direction, stacked, categories, series }: GridChart, { charts }: Theme): string {
  const drawn = series
    .map(
      (one, i) =>
        `<c:ser><c:idx val="${i}"/><c:order val="${i}"/>${cache('tx', one.nameRef, [one.name], false)}<c:spPr><a:solidFill><a:srgbClr val="${one.colour.replace('#', '').toUpperCase()}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>${cache('cat', categories.range, categories.values, false)}${cache('val', one.range, one.values, true)}</c:ser>`,
    )
    .join('');
  const grid = `<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="${charts.grid.slice(1).toUpperCase()}"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>`;
  const ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>';
  const legend = series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : '';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:lang val="fr-FR"/><c:roundedCorners val="0"/><c:chart><c:title>${rich(title, 1200)}</c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="${direction}"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${drawn}<c:gapWidth val="60"/>${stacked ? '<c:overlap val="100"/>' : ''}<c:axId val="111"/><c:axId val="222"/></c:barChart><c:catAx><c:axId val="111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>${ticks}<c:crossAx val="222"/><c:crosses val="autoZero"/></c:catAx><c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>${grid}<c:title>${rich(axis, 900)}</c:title><c:numFmt formatCode="#,##0" sourceLinked="0"/>${ticks}<c:crossAx val="111"/><c:crosses val="autoZero"/></c:valAx></c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`;
}

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart';
const CHART_NS = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const R_NS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Puts each chart in the place of the image `image<n>.png` (n from 1), in the files of the archive. */
export function placeCharts(files: Record<string, Uint8Array>, charts: readonly GridChart[], theme: Theme): void {
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  charts.forEach((chart, index) => {
    const part = `xl/charts/chart${index + 1}.xml`;
    files[part] = strToU8(chartXml(chart, theme));
    const types = '[Content_Types].xml';
    files[types] = strToU8(
      text(types).replace('</Types>', `<Override PartName="/${part}" ContentType="${CONTENT_TYPE}"/></Types>`),
    );
    const image = new RegExp(`<Relationship Id="(\\w+)"[^>]*Target="\\.\\./media/image${index + 1}\\.png"[^>]*/>`);
    for (const rels of Object.keys(files).filter((name) => /^xl\/drawings\/_rels\/.*\.rels$/.test(name))) {
      const found = image.exec(text(rels));
      if (!found) continue;
      files[rels] = strToU8(
        text(rels).replace(
          found[0],
          `<Relationship Id="${found[1]}" Type="${RELATIONSHIP}" Target="../charts/chart${index + 1}.xml"/>`,
        ),
      );
      const drawing = rels.replace('_rels/', '').replace('.rels', '');
      const frame = `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${1000 + index}" name="Graphique ${index + 1}" descr="${escapeXml(chart.alt)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${CHART_NS}"><c:chart xmlns:c="${CHART_NS}" xmlns:r="${R_NS}" r:id="${found[1]}"/></a:graphicData></a:graphic></xdr:graphicFrame>`;
      files[drawing] = strToU8(
        text(drawing).replace(/<xdr:pic>(?:(?!<\/xdr:pic>)[\s\S])*<\/xdr:pic>/g, (picture) =>
          picture.includes(`r:embed="${found[1]}"`) ? frame : picture,
        ),
      );
    }
    delete files[`xl/media/image${index + 1}.png`];
  });
}
