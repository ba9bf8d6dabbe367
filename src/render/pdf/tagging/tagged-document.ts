/** Writes the structure tree at the end of the file. */
import { facesInForce, STYLES } from '../../../fonts/faces.js';
import { escapeXml } from '../../text/legible.js';
import { documentModule, pdfString } from '../internals.js';
import { isElement, isEmpty, type StructureElement } from '../structure.js';
import { gathered, type PdfReference } from './reference.js';

const Base = documentModule.default;

export class TaggedDocument extends Base {
  constructor(...args: never[]) {
    super(...args);
    const faces = facesInForce();
    for (const style of STYLES) {
      const bytes = faces.bytes(style);
      if (bytes) this.registerFont(faces.source(style), bytes);
    }
    // pdfkit sorts the names of destinations by locale; the format asks for the order of bytes (ISO 32000-1, 7.9.6).
    this._root.data.Names.data.Dests._compareKeys = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  }

  /** pdfkit puts the document's properties in its XMP without escaping them. */
  override _addInfo(): void {
    const { info } = this;
    this.info = Object.fromEntries(
      Object.entries(info).map(([key, value]) => [key, typeof value === 'string' ? escapeXml(value) : value]),
    );
    super._addInfo();
    this.info = info;
  }

  /** pdfkit measures what it has drawn, to go on from there: here each text is told its place. */
  override _line(text: string, options?: object, wrapper?: unknown): void {
    if (wrapper) super._line(text, options, wrapper);
    else this._fragment(text, this.x, this.y, options);
  }

  override addPage(options?: unknown): unknown {
    const added = super.addPage(options);
    gathered(this.page.content);
    return added;
  }

  override end(): unknown {
    if (this.structureRoot && this.options.tagged) this.writeStructure(this.structureRoot);
    return super.end();
  }

  private writeStructure(structure: StructureElement): void {
    const root = this.getStructTreeRoot();
    root.data.RoleMap = { Title: 'H1' };
    const names: [string, PdfReference][] = [];
    root.data.K = [this.writeElement(structure, root, names)];
    if (names.length === 0) return;
    // In the order of bytes, as a tree of names must be; no two headers of a table have the same name.
    names.sort(([a], [b]) => (a < b ? -1 : 1));
    root.data.IDTree = { Names: names.flatMap(([name, ref]): unknown[] => [pdfString(name), ref]) };
  }

  private writeElement(node: StructureElement, parent: PdfReference, names: [string, PdfReference][]): PdfReference {
    node.ref ??= this.ref({});
    const { ref } = node;
    const { data } = ref;
    const { alt, actualText, id, attrs } = node.options;
    Object.assign(data, { Type: 'StructElem', S: node.type, P: parent });
    if (alt) data.Alt = pdfString(alt);
    if (actualText) data.ActualText = pdfString(actualText);
    if (attrs) data.A = attrs;
    if (id) {
      data.ID = pdfString(id);
      names.push([id, ref]);
    }
    const kids: unknown[] = [];
    for (const kid of node.kids) {
      if (isElement(kid)) {
        if (!isEmpty(kid)) kids.push(this.writeElement(kid, ref, names));
        continue;
      }
      data.Pg ??= kid.page;
      if ('objr' in kid) kids.push({ Type: 'OBJR', Pg: kid.page, Obj: kid.objr });
      else kids.push(kid.page === data.Pg ? kid.mcid : { Type: 'MCR', Pg: kid.page, MCID: kid.mcid });
    }
    data.K = kids.length === 1 ? kids[0] : kids;
    ref.end();
    return ref;
  }
}
