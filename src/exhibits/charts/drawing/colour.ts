/** Colour arithmetic on `#rrggbb`, by WCAG 2.1's definitions. */
import { numberAt } from '../../../lists/at.js';

const channels = (hex: string): number[] => [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));

/** Relative luminance, 0 (black) to 1 (white). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = channels(hex).map((channel) => {
    const c = channel / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** The more legible of the theme's ink and white on a fill. */
export const inkOn = (fill: string, ink: string): string =>
  contrast(fill, ink) >= contrast(fill, '#ffffff') ? ink : '#ffffff';

/** Mixes `from` (t = 0) with `to` (t = 1). */
export function mix(from: string, to: string, t: number): string {
  const end = channels(to);
  return `#${channels(from)
    .map((value, index) =>
      Math.round(value * (1 - t) + numberAt(end, index) * t)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
