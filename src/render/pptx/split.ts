/** Slides that hold: what is longer than a slide goes on to the next one, and nothing is left out. */
import type { Resolution, Slide } from '../../documents/slides.js';
import { bulletHeight, CAUTION, layoutOf, PAGE, rowHeight } from './measure.js';

/** Resolutions that can be read together. */
const RESOLUTIONS = 4;

/** Items in order, as evenly as their heights allow, none of the groups over the room unless one item alone is. */
function pack<T>(items: readonly T[], height: (item: T) => number, room: number): T[][] {
  const total = items.reduce((sum, item) => sum + height(item), 0);
  const fill = (limit: number): T[][] => {
    const groups: T[][] = [];
    let left = 0;
    for (const item of items) {
      const h = height(item);
      const last = groups.at(-1);
      if (!last || h > left) {
        groups.push([item]);
        left = limit - h;
      } else {
        last.push(item);
        left -= h;
      }
    }
    return groups;
  };
  const least = fill(room);
  // The same number of slides, less uneven: the smallest limit that keeps it.
  const target = total / least.length;
  for (let limit = target; limit < room; limit += room / 40) {
    const groups = fill(limit);
    if (groups.length === least.length) return groups;
  }
  return least;
}

/** What a slide that goes on keeps: its theme, title, caution, the first sentence of its notes, not its figures. */
const suite = ({
  theme,
  caution,
  title,
  notes,
}: Slide): Pick<Slide, 'title' | 'bullets' | 'theme' | 'caution' | 'notes'> => ({
  title,
  bullets: [],
  ...(theme ? { theme } : {}),
  ...(caution ? { caution } : {}),
  ...(notes ? { notes: `Suite. ${/^.*?[.!?](?=\s|$)/su.exec(notes)?.[0] ?? notes}` } : {}),
});

/** By what each takes to be read, where that leaves no more together than can be read. */
function ensemble(resolutions: readonly Resolution[]): Resolution[][] {
  const count = Math.ceil(resolutions.length / RESOLUTIONS);
  const length = ({ title, text }: Resolution): number => title.length + text.length;
  const all = pack(resolutions, length, (1.2 * resolutions.reduce((sum, one) => sum + length(one), 0)) / count);
  return all.length === count && all.every((part) => part.length <= RESOLUTIONS)
    ? all
    : pack(resolutions, () => 1, RESOLUTIONS);
}

function parts(slide: Slide): Slide[] {
  const { resolutions = [], bullets, table, chart, caution } = slide;
  if (resolutions.length > RESOLUTIONS)
    return ensemble(resolutions).map((part, i) => ({
      ...(i === 0 ? slide : suite(slide)),
      resolutions: part,
    }));
  const layout = layoutOf(slide);
  if (layout.holds) return [slide];
  const [head, ...rows] = table ?? [];
  if (head) {
    const { size, widths } = layout.table;
    const room = layout.room - rowHeight(head, widths, size);
    const groups = pack(rows, (row) => rowHeight(row, widths, size), room);
    return groups.map((part, i) => ({ ...(i === 0 ? slide : suite(slide)), table: [head, ...part] }));
  }
  const size = layout.bullets.size;
  const room = PAGE.bottom - PAGE.top - (caution ? CAUTION : 0);
  const groups = pack(bullets, (text) => bulletHeight(text, layout.width, size), room);
  return groups.map((part, i) => ({
    ...(i === 0 ? slide : { ...suite(slide), ...(chart ? { chart } : {}) }),
    bullets: part,
  }));
}

/** What is said of a resolution is in the notes of the slide that shows it. */
function annotee(slide: Slide): Slide {
  const own = (slide.resolutions ?? []).flatMap(({ notes }) => notes ?? []);
  return own.length === 0 ? slide : { ...slide, notes: [slide.notes, ...own].filter(Boolean).join(' ') };
}

export function splitSlides(slides: readonly Slide[]): Slide[] {
  return slides.flatMap((slide) => {
    const all = parts(slide).map(annotee);
    return all.length === 1
      ? all
      : all.map((part, i) => ({ ...part, title: `${part.title} (${i + 1}/${all.length})` }));
  });
}
