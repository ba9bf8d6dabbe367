/** Small French phrases for motives and evidence: counts that agree, numbers grouped by narrow no-break spaces. */

/** « 12 345 », « 3,5 »; at most one decimal. */
export function nombreFr(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  const [whole = '0', decimal] = String(Math.abs(rounded)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return `${rounded < 0 ? '−' : ''}${decimal ? `${grouped},${decimal}` : grouped}`;
}

/** « 1 acteur », « 3 acteurs », and the sentence for zero: « aucun acteur ». */
export function compte(n: number, un: string, plusieurs: string, aucun: string): string {
  return n === 0 ? aucun : `${nombreFr(n)} ${n < 2 ? un : plusieurs}`;
}

/** « a, b et c ». */
export function enumerer(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} et ${items.at(-1)}`;
}

export const majuscule = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
