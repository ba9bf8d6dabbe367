/** Dates of the study are AAAA, AAAA-MM or AAAA-MM-JJ: compared on the part that both give. */

/** Whether `a` surely comes before `b`. */
export function anterieure(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}
