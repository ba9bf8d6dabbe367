/** « scenarios.mon-scenario.cout_total » as its two ids; undefined for anything else. */
export function indicatorSubject(subject: string): { scenario: string; indicateur: string } | undefined {
  const match = /^scenarios[./]([a-z0-9-]+)[./]([a-z_]+)$/.exec(subject);
  return match?.[1] && match[2] ? { scenario: match[1], indicateur: match[2] } : undefined;
}
