/** What the file says of itself: title, language, profiles, fonts, attachments. */

import { nameTree } from './content.js';
import { isDictionary, type PdfFile, text } from './document.js';

export function checkMetadata(pdf: PdfFile): string[] {
  const faults: string[] = [];
  const { dictionary } = pdf;
  const catalogue = dictionary(pdf.trailer['/Root']);
  const xmp = pdf.stream(catalogue['/Metadata']).toString('utf8');
  const expect = (condition: unknown, fault: string): void => {
    if (!condition) faults.push(fault);
  };
  expect(/pdfuaid:part>1</.test(xmp), '06-002 no PDF/UA identifier');
  expect(/pdfaid:part>3</.test(xmp), 'PDF/A no PDF/A-3 identifier');
  expect(/<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]+</.test(xmp), '06-003 no title');
  expect(dictionary(catalogue['/ViewerPreferences'])['/DisplayDocTitle'], '07-001 the title is not displayed');
  expect(text(catalogue['/Lang']), '11-001 no language');
  expect(dictionary(catalogue['/MarkInfo'])['/Marked'], 'UA 7.1 not marked as tagged');
  expect(catalogue['/Outlines'], 'UA no outline');
  expect(catalogue['/OutputIntents'], 'PDF/A 6.2.3 no output intent');
  expect(pdf.trailer['/ID'], 'PDF/A 6.1.3 no identifier of the file');
  expect(!pdf.trailer['/Encrypt'], '26-001 encrypted');
  return [...faults, ...checkFonts(pdf), ...checkPictures(pdf), ...checkAttachments(pdf)];
}

function checkFonts(pdf: PdfFile): string[] {
  return Object.entries(pdf.objects).flatMap(([name, object]) => {
    const font = object.value ?? object.stream?.dict;
    if (!isDictionary(font) || font['/Type'] !== '/Font' || font['/Subtype'] === '/CIDFontType2') return [];
    if (font['/Subtype'] !== '/Type0') {
      if (pdf.dictionary(font['/FontDescriptor'])['/FontFile2']) return [];
      return font['/Subtype'] === '/CIDFontType0' ? [] : [`31-009 ${name} is not embedded`];
    }
    const descendant = pdf.dictionary(pdf.elements(font['/DescendantFonts'])[0]);
    const descriptor = pdf.dictionary(descendant['/FontDescriptor']);
    return [
      ...(font['/ToUnicode'] ? [] : [`31-027 ${name} has no characters`]),
      ...(descriptor['/FontFile2'] || descriptor['/FontFile3'] ? [] : [`31-009 ${name} is not embedded`]),
    ];
  });
}

/** Colour spaces that the output intent describes, by their number of components. */
const COMPONENTS: Readonly<Record<string, number>> = { '/DeviceGray': 1, '/DeviceRGB': 3 };

/** Pictures in colours that the output intent describes, drawn as they are; pages read their mask by one range a component. */
function checkPictures(pdf: PdfFile): string[] {
  return Object.entries(pdf.objects).flatMap(([name, { stream }]) => {
    if (stream?.dict['/Subtype'] !== '/Image') return [];
    const space = pdf.resolve(stream.dict['/ColorSpace']);
    const indexed = Array.isArray(space) && pdf.resolve(space[0]) === '/Indexed';
    const base = text(Array.isArray(space) ? pdf.resolve(space[1]) : space);
    const components = COMPONENTS[base];
    const mask = pdf.resolve(stream.dict['/Mask']);
    return [
      ...(components ? [] : [`PDF/A 6.2.4.3 ${name} is in ${base}`]),
      ...(stream.dict['/Interpolate'] === true ? [`PDF/A 6.2.8 ${name} is interpolated`] : []),
      ...(Array.isArray(mask) && mask.length !== 2 * (indexed ? 1 : (components ?? 0))
        ? [`ISO 32000 8.9.6.4 ${name} has a mask of ${mask.length} bounds`]
        : []),
    ];
  });
}

function checkAttachments(pdf: PdfFile): string[] {
  const catalogue = pdf.dictionary(pdf.trailer['/Root']);
  const associated = pdf.elements(catalogue['/AF']);
  const files = nameTree(pdf, pdf.dictionary(catalogue['/Names'])['/EmbeddedFiles']);
  return files.flatMap(([name, reference]) => {
    const file = pdf.dictionary(reference);
    const stream = pdf.dictionary(pdf.dictionary(file['/EF'])['/F']);
    return [
      ...(file['/F'] && file['/UF'] ? [] : [`21-001 ${name} has no name`]),
      ...(file['/AFRelationship'] ? [] : [`PDF/A-3 6.8 ${name} has no relationship`]),
      ...(associated.includes(reference) ? [] : [`PDF/A-3 6.8 ${name} is not associated`]),
      ...(stream['/Subtype'] ? [] : [`PDF/A-3 6.8 ${name} has no type`]),
      ...(pdf.dictionary(stream['/Params'])['/ModDate'] ? [] : [`PDF/A-3 6.8 ${name} has no date`]),
    ];
  });
}
