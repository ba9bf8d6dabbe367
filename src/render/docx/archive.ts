import { unzipSync } from 'fflate';
import { nameMetafiles } from '../ooxml/metafiles.js';
import { editParts, packed, stamped } from '../ooxml/parts.js';

/** What the library numbers by process or at random, numbered in the order of the file. */
function numbering(pattern: RegExp, start: string): (xml: string) => string {
  const names = new Map<string, string>();
  return (xml) =>
    xml.replace(pattern, (found) => {
      const known = names.get(found) ?? `${start}${names.size + 1}`;
      names.set(found, known);
      return known;
    });
}

const CONTENTS =
  /<w:sdt><w:sdtPr>(?:(?!<\/w:sdtPr>).)*Table of Contents.*?<w:sdtContent>(.*?)<\/w:sdtContent><\/w:sdt>/s;
const TOC =
  /<w:r><w:fldChar w:fldCharType="begin"[^>]*\/><w:instrText[^>]*>TOC [^<]*<\/w:instrText><w:fldChar w:fldCharType="separate"\/><\/w:r>/;
const TOC_END = /<w:p>(?:<w:pPr>(?:(?!<\/w:pPr>).)*<\/w:pPr>)?<w:r><w:fldChar w:fldCharType="end"\/><\/w:r><\/w:p>$/;
const PAGE_OF =
  /<w:r>(<w:fldChar w:fldCharType="begin"[^>]*\/>)(<w:instrText[^>]*>PAGEREF [^<]*<\/w:instrText>)(<w:fldChar w:fldCharType="separate"\/>)(<w:fldChar w:fldCharType="end"\/>)<\/w:r>/g;

/**
 * The lines of the contents as lines that each refer to the page of a heading. A reference is worked out by LibreOffice when it opens the file, where a contents shows
 * the numbers that it was written with, and none was known; Word shows both once they are brought up to date. Headings added later are not added to the lines.
 */
const contentsByReference = (xml: string): string =>
  xml.replace(CONTENTS, (all, lines: string) =>
    TOC.test(lines) && TOC_END.test(lines)
      ? lines
          .replace(TOC, '')
          .replace(TOC_END, '')
          .replace(PAGE_OF, (_, ...parts: string[]) =>
            parts
              .slice(0, 4)
              .map((part) => `<w:r>${part}</w:r>`)
              .join(''),
          )
      : all,
  );

const CAPTIONED =
  /<w:p><w:pPr><w:pStyle w:val="Caption"\/>((?:(?!<\/w:p>).)*)<\/w:p><w:tbl><w:tblPr>((?:(?!<\/w:tblPr>).)*)/gs;

/** Each table has for its title the words of its caption, which a screen reader says as it enters it. */
const titledTables = (xml: string): string =>
  xml.replace(CAPTIONED, (all, caption: string) => {
    const words = [...caption.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, text]) => text).join('');
    const title = words.replace(/\s+/g, ' ').trim().replaceAll('"', '&quot;');
    return title === '' ? all : `${all}<w:tblCaption w:val="${title}"/>`;
  });

/** What the library's styles of characters are based on, and which it leaves out. */
const BASE_FONT =
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>';

const withBaseFont = (xml: string): string =>
  xml.includes('w:styleId="DefaultParagraphFont"') ? xml : xml.replace('</w:styles>', `${BASE_FONT}</w:styles>`);

/** The same document as the same bytes: dates of the deliverable, relationships and bookmarks named in their order. */
export function deterministicDocx(archive: Uint8Array, date: string): Uint8Array {
  const parts = unzipSync(archive);
  nameMetafiles(parts, 'word');
  const stamp = `${`${date}-01-01`.slice(0, 10)}T00:00:00Z`;
  editParts(parts, /^docProps\/core\.xml$/, (xml) => stamped(xml, stamp));
  editParts(parts, /^word\/styles\.xml$/, withBaseFont);
  const renamed = numbering(/rId[\w-]{12,}/g, 'rIdL');
  const bookmark = numbering(/(?<=<w:bookmark(?:Start|End)\b[^>]*w:id=")\d+/g, '');
  const drawing = numbering(/(?<=<wp:docPr id=")\d+/g, '');
  const entry = numbering(/_Toc\d+/g, '_Toc');
  editParts(parts, /^word\/document\.xml$/, (xml) =>
    titledTables(contentsByReference(entry(drawing(bookmark(renamed(xml)))))),
  );
  editParts(parts, /^word\/.*\.(xml|rels)$/, renamed);
  return packed(parts);
}
