/** Stamps every item put on a page with the element that owns it. */
import { type Drawn, type InlineRun, type LineBox, writerModule } from '../internals.js';
import { LAYOUT, type Owner, REPEATED } from '../structure.js';

const Base = writerModule.default;

/** What a header says only where it is repeated (« (suite) ») is not drawn the first time. */
function withoutAgain(line: { inlines?: InlineRun[] }): void {
  if (line.inlines?.some(({ again }) => again)) line.inlines = line.inlines.filter(({ again }) => !again);
}

export class TaggedWriter extends Base {
  owner: Owner = LAYOUT;
  /** Owner of a list item's marker. */
  markerOwner: (() => Owner) | null = null;

  override addLine(line: LineBox, isMarker?: boolean, index?: number): unknown {
    line.owner = isMarker && this.markerOwner ? this.markerOwner() : this.owner;
    if (this.transactionLevel === 0) withoutAgain(line);
    return super.addLine(line, isMarker, index);
  }

  override addSVG(node: Drawn, index?: number): unknown {
    node.owner = this.owner;
    return super.addSVG(node, index);
  }

  override addImage(node: Drawn, index?: number): unknown {
    node.owner = this.owner;
    return super.addImage(node, index);
  }

  /** The header rows that a page break repeats are no content the second time. */
  override addFragment(fragment: { items: unknown[]; insertedOnPages?: unknown }, ...rest: unknown[]): boolean {
    const { items } = this.context().getCurrentPage();
    const from = items.length;
    const added = super.addFragment(fragment, ...rest);
    if (!added) return added;
    // The page may have turned before it.
    const laid = this.context().getCurrentPage().items;
    for (const { item } of laid === items ? laid.slice(from) : laid.slice(-fragment.items.length)) {
      if (item && fragment.insertedOnPages) item.owner = REPEATED;
      else if (item) withoutAgain(item);
    }
    return added;
  }
}
