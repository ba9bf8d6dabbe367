/** Draws the pages with marked content, one link annotation a run, and everything else an artifact. */
import { type Drawn, type InlineRun, type LineBox, pdfString, rendererModule } from './internals.js';
import { element, LAYOUT, type Owner, type StructureElement } from './structure.js';

const Base = rendererModule.default;

const linkKey = (run: InlineRun): string | null => {
  if (run.link) return `u:${run.link}`;
  return run.linkToDestination ? `d:${run.linkToDestination}` : null;
};

const same = (a: Owner, b: Owner): boolean =>
  a === b || (a.kind === 'artifact' && b.kind === 'artifact' && a.artifact === b.artifact && a.subtype === b.subtype);

/** The same object with some members replaced: pdfmake's lines and runs keep their prototype. */
const variant = <T extends object>(base: T, changes: Partial<T>): T => Object.assign(Object.create(base) as T, changes);

export class TaggedRenderer extends Base {
  private opened: Owner | null = null;
  private contentsLeft = Number.POSITIVE_INFINITY;

  override renderPages(pages: unknown): void {
    this.opened = null;
    const document = this.pdfDocument;
    document.on('pageAdded', () => {
      this.opened = null;
    });
    const addPage = document.addPage;
    document.addPage = (options) => {
      this.close();
      return addPage.call(document, options);
    };
    super.renderPages(pages);
    this.close();
  }

  /** Goes on in the marked content of `owner`, opening it if need be. */
  private mark(owner: Owner = LAYOUT): void {
    if (this.opened && same(this.opened, owner)) return;
    this.close();
    const document = this.pdfDocument;
    if (owner.kind === 'artifact') {
      const subtype = owner.subtype ? ` /Subtype /${owner.subtype}` : '';
      document.addContent(
        owner.artifact === 'Layout' ? '/Artifact BMC' : `/Artifact <</Type /${owner.artifact}${subtype}>> BDC`,
      );
    } else {
      const parents = document.getStructParentTree().get(document.page.structParentTreeKey);
      const mcid = parents.length;
      owner.ref ??= document.ref({});
      parents.push(owner.ref);
      owner.kids.push({ page: document.page.dictionary, mcid });
      document.addContent(`/${owner.type} <</MCID ${mcid}>> BDC`);
    }
    this.opened = owner;
  }

  private close(): void {
    if (this.opened) this.pdfDocument.addContent('EMC');
    this.opened = null;
  }

  override renderLine(line: LineBox, x: number, y: number): void {
    resolvePageReferences(line);
    const outline = line._outline && (this.outlineMap[line._outline.parentId ?? ''] ?? this.pdfDocument.outline);
    this.renderRuns(line, x, y);
    const { page } = this.pdfDocument;
    // An entry of the outline leads to the line itself rather than to the top of its page.
    const item = outline?.children.at(-1);
    if (item) item.outlineData.Dest = [page.dictionary, 'XYZ', null, page.height - y + 4, null];
  }

  /** A line in runs of the same link: each run is drawn alone, inside its Link element. */
  private renderRuns(line: LineBox, x: number, y: number): void {
    if (!line.inlines.some(linkKey)) {
      this.mark(line.owner);
      super.renderLine(line, x, y);
      return;
    }
    const height = line.getHeight();
    const ascender = line.getAscenderHeight();
    const owner = line.owner ?? LAYOUT;
    for (let start = 0; start < line.inlines.length; ) {
      const first = line.inlines[start];
      if (!first) break;
      const key = linkKey(first);
      let end = start + 1;
      while (end < line.inlines.length && linkKey(line.inlines[end] ?? first) === key) end++;
      const runs = line.inlines
        .slice(start, end)
        .map((run) => variant(run, { link: null, linkToDestination: null, linkToPage: null }));
      const part = variant(line, { inlines: runs, getHeight: () => height, getAscenderHeight: () => ascender });
      if (start > 0) Object.assign(part, { id: undefined, _outline: undefined, _pageNodeRef: undefined });
      if (key === null) {
        this.mark(owner);
        super.renderLine(part, x, y);
      } else {
        const link = linkElement(owner, key);
        this.mark(link ?? owner);
        super.renderLine(part, x, y);
        this.close();
        this.annotate(link, first, runs, x, y, height);
        if (owner.kind === 'element') owner.lastLink = { key, element: link, open: end === line.inlines.length };
      }
      start = end;
    }
  }

  private annotate(
    link: StructureElement | null,
    source: InlineRun,
    runs: InlineRun[],
    x: number,
    y: number,
    height: number,
  ): void {
    // A line of the contents is one link, its page number included.
    if (source.entryNumber) return;
    const document = this.pdfDocument;
    const left = runs[0]?.x ?? 0;
    const last = runs.at(-1);
    const page = source.entry?.positions?.[0]?.pageNumber;
    const written = x + (last ? last.x + last.width - (last.trailingCut ?? 0) : left);
    const end = page === undefined ? written : this.contentsEdge(x + left);
    const width = end - x - left;
    const text = runs
      .map((run) => run.text)
      .join('')
      .trim();
    const options: Record<string, unknown> = {
      Subtype: 'Link',
      Contents: pdfString(
        source.link ? `${text} (${source.link})` : page === undefined ? text : `${text}, page ${page}`,
      ),
      F: 4,
    };
    if (source.link) options.A = { S: 'URI', URI: pdfString(source.link) };
    else if (source.linkToDestination) options.Dest = pdfString(source.linkToDestination);
    if (!link) {
      document.annotate(x + left, y, width, height, options);
      return;
    }
    // pdfkit ends the annotation at once: its key in the parent tree must be set before.
    const key = document.createStructParentTreeNextKey();
    link.ref ??= document.ref({});
    document.getStructParentTree().add(key, link.ref);
    options.StructParent = key;
    document.annotate(x + left, y, width, height, options);
    const annotation = document.page.annotations.at(-1);
    if (annotation) link.kids.push({ page: document.page.dictionary, objr: annotation });
  }

  /** Where the numbers of the contents end: its margins are equal, and its first line begins at the left one. */
  private contentsEdge(left: number): number {
    this.contentsLeft = Math.min(this.contentsLeft, left);
    return this.pdfDocument.page.width - this.contentsLeft;
  }

  override renderVector(vector: { owner?: Owner }): void {
    this.mark(vector.owner);
    super.renderVector(vector);
  }

  override renderSVG(node: Drawn): void {
    this.mark(node.owner);
    this.setBox(node);
    super.renderSVG(node);
    this.close();
  }

  override renderImage(node: Drawn): void {
    this.mark(node.owner);
    this.setBox(node);
    super.renderImage(node);
    this.close();
  }

  /** A figure says where it stands (PDF/UA-1, 7.3). */
  private setBox({ owner, x, y, _width, _height }: Drawn): void {
    if (owner?.kind !== 'element' || owner.type !== 'Figure') return;
    const { height } = this.pdfDocument.page;
    const BBox = [x, height - y - _height, x + _width, height - y];
    owner.options.attrs = { O: 'Layout', Placement: 'Block', BBox };
  }

  override beginClip(rect: unknown): void {
    this.close();
    super.beginClip(rect);
  }

  override endClip(): void {
    this.close();
    super.endClip();
  }

  override beginVerticalAlignment(item: unknown): void {
    this.close();
    super.beginVerticalAlignment(item);
  }

  override endVerticalAlignment(item: unknown): void {
    this.close();
    super.endVerticalAlignment(item);
  }
}

function linkElement(owner: Owner, key: string): StructureElement | null {
  if (owner.kind === 'artifact') return null;
  const { lastLink } = owner;
  return lastLink?.open && lastLink.key === key ? lastLink.element : element('Link', owner);
}

/** pdfmake resolves page references on the first line of a paragraph only, and keeps the width of « 00000 » for each. */
function resolvePageReferences(line: LineBox): void {
  for (const [index, run] of line.inlines.entries()) {
    const reference = run._pageRef?._nodeRef;
    if (!reference || (line._pageNodeRef === reference && line.inlines.length === 1)) continue;
    run.text = String(reference.positions?.[0]?.pageNumber ?? '?');
    const width = run.font.widthOfString(run.text, run.fontSize, run.fontFeatures);
    const excess = run.width - width;
    run.width = width;
    run._pageNodeRef = undefined;
    run._pageRef = undefined;
    if (line._pageNodeRef === reference) line._pageNodeRef = undefined;
    for (const next of line.inlines.slice(index + 1)) next.x -= excess;
  }
}
