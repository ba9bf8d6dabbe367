/** Stamps every item put on a page with the element that owns it. */
import { type Drawn, type LineBox, writerModule } from '../internals.js';
import { LAYOUT, type Owner, REPEATED } from '../structure.js';

const Base = writerModule.default;

export class TaggedWriter extends Base {
  owner: Owner = LAYOUT;
  /** Owner of a list item's marker. */
  markerOwner: (() => Owner) | null = null;

  override addLine(line: LineBox, isMarker?: boolean, index?: number): unknown {
    line.owner = isMarker && this.markerOwner ? this.markerOwner() : this.owner;
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
    const added = super.addFragment(fragment, ...rest);
    if (added && fragment.insertedOnPages) {
      const { items } = this.context().getCurrentPage();
      for (const { item } of items.slice(-fragment.items.length)) if (item) item.owner = REPEATED;
    }
    return added;
  }
}
