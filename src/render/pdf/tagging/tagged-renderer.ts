/** Draws the pages with marked content, one link annotation a run, and everything else an artifact. */

import { type Drawn, type InlineRun, type LineBox, pdfString, rendererModule } from '../internals.js';
import { type CutWord, element, LAYOUT, type Owner, type StructureElement } from '../structure.js';
import { utf16 } from '../words/cut-words.js';

const Base = rendererModule.default;

const linkKey = (run: InlineRun): string | null => {
  if (run.link) return `u:${run.link}`;
  return run.linkToDestination ? `d:${run.linkToDestination}` : null;
};

const same = (a: Owner, b: Owner): boolean =>
  a === b || (a.kind === 'artifact' && b.kind === 'artifact' && a.artifact === b.artifact && a.subtype === b.subtype);

/** Beginnings and ends of the stretches of runs of which `of` says the same. */
function stretches(runs: readonly InlineRun[], of: (run: InlineRun) => unknown): [number, number][] {
  const starts = runs.flatMap((run, i) => (i === 0 || of(run) !== of(runs[i - 1] ?? run) ? [i] : []));
  return starts.map((start, i) => [start, starts[i + 1] ?? runs.length]);
}

/** The same object with some members replaced: pdfmake's lines and runs keep their prototype. */
const variant = <T extends object>(base: T, changes: Partial<T>): T => Object.assign(Object.create(base) as T, changes);

export class TaggedRenderer extends Base {
  private opened: Owner | null = null;

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

  /** Draws a part of a line; where it is a part of a word that is cut, the first says the word and the others nothing. */
  private drawPart(part: LineBox, x: number, y: number, owner: Owner, cut: CutWord | undefined): void {
    if (!cut || owner.kind === 'artifact') {
      this.mark(owner);
      super.renderLine(part, x, y);
      return;
    }
    let said = cut.element ? '' : cut.text;
    cut.element ??= element('Span', owner, { actualText: cut.text });
    this.mark(cut.element);
    const document = this.pdfDocument;
    const add = document.addContent;
    // Inside of the text object: poppler places what is said by the state in which the marked content ends.
    document.addContent = (content) => {
      if (content === 'ET') add.call(document, 'EMC');
      add.call(document, content);
      if (content !== 'BT') return;
      add.call(document, `/Span <</ActualText ${utf16(said.trimEnd())}>> BDC`);
      said = '';
    };
    super.renderLine(part, x, y);
    document.addContent = add;
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

  /** A line in runs of the same link, inside its Link element, and those in parts of the same word. */
  private renderRuns(line: LineBox, x: number, y: number): void {
    if (!line.inlines.some((run) => linkKey(run) || run.cut)) {
      this.mark(line.owner);
      super.renderLine(line, x, y);
      return;
    }
    const height = line.getHeight();
    const ascender = line.getAscenderHeight();
    const owner = line.owner ?? LAYOUT;
    const runs = line.inlines.map((run) => variant(run, { link: null, linkToDestination: null, linkToPage: null }));
    for (const [start, end] of stretches(line.inlines, linkKey)) {
      const first = line.inlines[start];
      if (!first) continue;
      const key = linkKey(first);
      const link = key === null ? null : linkElement(owner, key);
      for (const [from, to] of stretches(runs.slice(start, end), ({ cut }) => cut)) {
        const inlines = runs.slice(start + from, start + to);
        const part = variant(line, { inlines, getHeight: () => height, getAscenderHeight: () => ascender });
        if (start + from > 0) Object.assign(part, { id: undefined, _outline: undefined, _pageNodeRef: undefined });
        this.drawPart(part, x, y, link ?? owner, inlines[0]?.cut);
      }
      if (key === null) continue;
      this.close();
      this.annotate(link, first, runs.slice(start, end), x, y, height);
      if (owner.kind === 'element') owner.lastLink = { key, element: link, open: end === line.inlines.length };
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
    const end = page === undefined ? written : (source.entryRight ?? written);
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
