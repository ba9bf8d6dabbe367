/** Builds the logical tree while pdfmake lays the nodes out, which it does in the order of the document. */
import { type LayoutNode, layoutModule, type PdfDocument, type RowArguments } from '../internals.js';
import {
  type Artifact,
  element,
  LAYOUT,
  type StructureElement,
  type StructureOptions,
  type StructureType,
} from '../structure.js';
import { describeCells } from '../tables/table-cells.js';
import type { TaggedWriter } from './tagged-writer.js';

const Base = layoutModule.default;

/** The structure type that a node has by its nature; null for one that only groups others. */
function naturalType(node: LayoutNode, parent: StructureType): StructureType | 'Artifact' | null {
  if (node.svg || node.image) return node.alt ? 'Figure' : 'Artifact';
  if (node.table) return node.tocTable ? 'TOC' : 'Table';
  if (node.ul || node.ol) return 'L';
  const text = node.text !== undefined && !node.leaf;
  return text && parent !== 'Reference' && parent !== 'Caption' ? 'P' : null;
}

export class TaggedLayout extends Base {
  // Set by the first `writer`, which the base class assigns before any of this class's own fields would exist.
  declare tree: StructureElement | undefined;
  declare current: StructureElement;
  declare inArtifact: boolean | undefined;
  /** Rows that hold the node being laid out. */
  declare rowDepth: number | undefined;
  /** Number of tables laid out so far. */
  declare tables: number | undefined;
  declare taggedWriter: TaggedWriter;

  override tryLayoutDocument(content: unknown, document: PdfDocument, ...rest: unknown[]): unknown {
    this.tree = element('Document', null);
    this.current = this.tree;
    document.structureRoot = this.tree;
    return super.tryLayoutDocument(content, document, ...rest);
  }

  set writer(writer: TaggedWriter) {
    this.taggedWriter = writer;
    writer.owner = this.tree ?? LAYOUT;
  }

  get writer(): TaggedWriter {
    return this.taggedWriter;
  }

  private asArtifact(artifact: Artifact, work: () => unknown): unknown {
    const before = { current: this.current, owner: this.writer.owner, inArtifact: this.inArtifact };
    this.inArtifact = true;
    this.writer.owner = artifact;
    const done = work();
    this.inArtifact = before.inArtifact;
    this.current = before.current;
    this.writer.owner = before.owner;
    return done;
  }

  private inside<T>(node: StructureElement, work: () => T): T {
    const before = { current: this.current, owner: this.writer.owner };
    this.current = node;
    this.writer.owner = node;
    try {
      return work();
    } finally {
      this.current = before.current;
      this.writer.owner = before.owner;
    }
  }

  private open<T>(type: StructureType, options: StructureOptions, work: () => T): T {
    return this.inside(element(type, this.current, options), work);
  }

  override addBackground(background: unknown): void {
    this.asArtifact({ kind: 'artifact', artifact: 'Pagination', subtype: 'Background' }, () =>
      super.addBackground(background),
    );
  }

  override addDynamicRepeatable(getter: unknown, size: unknown, name: string): void {
    const subtype = name === 'header' ? 'Header' : 'Footer';
    this.asArtifact({ kind: 'artifact', artifact: 'Pagination', subtype }, () =>
      super.addDynamicRepeatable(getter, size, name),
    );
  }

  override processNode(node: LayoutNode, vertical?: boolean): unknown {
    const go = (): unknown => this.layOut(node, vertical);
    if (this.inArtifact) return go();
    if (node.struct === 'Artifact') return this.asArtifact(LAYOUT, go);
    if (node.listItem) return this.processListItem(node, vertical);
    if (node.cell) {
      const { type, id, attrs } = node.cell;
      node.cell = undefined;
      node.leaf = node.text !== undefined;
      return this.open(type, { id, attrs }, () => this.processNode(node, vertical));
    }
    if (node.struct === 'none') return go();
    const hint = node.struct;
    const type = hint?.type ?? naturalType(node, this.current.type);
    if (type === 'Artifact') return this.asArtifact(LAYOUT, go);
    if (type === null) return go();
    const attrs = type === 'L' ? { O: 'List', ListNumbering: node.ol ? 'Decimal' : 'Disc' } : hint?.attrs;
    return this.open(type, { alt: hint?.alt ?? node.alt, attrs }, go);
  }

  /**
   * The base class turns the page where the space below a node does not hold, which leaves a blank page before a chapter: outside of a table
   * the space that does not hold is given up.
   */
  private layOut(node: LayoutNode, vertical?: boolean): unknown {
    const margin = node._margin;
    const detached = node.absolutePosition || node.relativePosition;
    if (!margin || !(margin[3] > 0) || this.rowDepth || detached || node.pageBreak === 'after')
      return super.processNode(node, vertical);
    node._margin = [margin[0], margin[1], margin[2], 0];
    const done = super.processNode(node, vertical);
    node._margin = margin;
    const context = this.writer.context();
    const { availableHeight } = context;
    // An unbreakable block is laid out on a page without end, of no known height.
    const room = Number.isFinite(availableHeight) ? Math.max(0, availableHeight) : margin[3];
    context.moveDown(Math.min(margin[3], room));
    return done;
  }

  /** LI holds the marker (Lbl) and the body; a cell or body that is a mere text has no paragraph inside. */
  private processListItem(node: LayoutNode, vertical?: boolean): unknown {
    node.listItem = false;
    const item = element('LI', this.current);
    const label = element('Lbl', item);
    const before = this.writer.markerOwner;
    this.writer.markerOwner = () => label;
    node.leaf = node.text !== undefined;
    const done = this.inside(element('LBody', item), () => this.processNode(node, vertical));
    this.writer.markerOwner = before;
    return done;
  }

  override processList(ordered: boolean, node: LayoutNode): unknown {
    if (!this.inArtifact)
      for (const item of (ordered ? node.ol : node.ul) ?? []) if (!item.ul && !item.ol) item.listItem = true;
    return super.processList(ordered, node);
  }

  override processToc(node: LayoutNode): unknown {
    if (!this.inArtifact && node.toc?._table) {
      const { x, availableWidth } = this.writer.context();
      Object.assign(node.toc._table, { tocTable: true, tocRight: x + availableWidth });
    }
    return super.processToc(node);
  }

  override processRow(row: RowArguments): unknown {
    const { tableNode: table } = row;
    const go = (): unknown => {
      this.rowDepth = (this.rowDepth ?? 0) + 1;
      try {
        return super.processRow(row);
      } finally {
        this.rowDepth--;
      }
    };
    if (this.inArtifact || !table || table.struct === 'Artifact') return go();
    if (table.tocTable) {
      const [name, number] = row.cells;
      for (const run of name?._inlines ?? [])
        Object.assign(run, { entry: number?._tocItemRef, entryRight: table.tocRight });
      for (const run of number?._inlines ?? []) run.entryNumber = true;
      // Read and copied apart from its page, whose number is drawn far from it.
      const last = name?._inlines?.at(-1);
      if (last && !last.text.endsWith(' ')) last.text += ' ';
      return this.open('TOCI', {}, () => this.open('Reference', {}, go));
    }
    // A table that only lays things out: its cells' content stands in the element around it.
    if (typeof table.struct === 'object' && table.struct.type !== 'Table') return go();
    const header = row.rowIndex < (table.headRows ?? table.table?.headerRows ?? 0);
    const parent = rowGroup(this.current, header);
    this.tables ??= 0;
    if (row.rowIndex === 0) this.tables++;
    describeCells(row, table, header, this.tables);
    return this.inside(element('TR', parent), go);
  }
}

/** THead or TBody of a table, made when its first row comes. */
function rowGroup(table: StructureElement, header: boolean): StructureElement {
  table.groups ??= {};
  const { groups } = table;
  if (header) {
    groups.head ??= element('THead', table);
    return groups.head;
  }
  groups.body ??= element('TBody', table);
  return groups.body;
}
