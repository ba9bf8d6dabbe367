/** The gaps that a sentence tells of records: what was done less what was planned, a measure less its target or its start. */

/** Keys of what was planned and of what was done. */
const PREVU_FAIT: readonly (readonly [string, string])[] = [
  ['prevu', 'realise'],
  ['prevu', 'obtenu'],
  ['jours_prevus', 'jours_realises'],
  ['seances_prevues', 'seances_realisees'],
];

type Fiche = Readonly<Record<string, unknown>>;
const estFiche = (value: unknown): value is Fiche =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A figure, or the most likely of a range. */
function nombreDe(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return estFiche(value) && typeof value.mode === 'number' ? value.mode : null;
}

/** Planned and done of one record, for each pair that it holds. */
const paires = (fiche: Fiche): [planned: number, done: number][] =>
  PREVU_FAIT.flatMap(([planned, done]) => {
    const [before, after] = [nombreDe(fiche[planned]), nombreDe(fiche[done])];
    return before === null || after === null ? [] : [[before, after] as [number, number]];
  });

function mesures({ cible, initial, mesures: list }: Fiche): number[] {
  const values = (Array.isArray(list) ? list : []).flatMap((one: unknown) => {
    const value = estFiche(one) ? nombreDe(one.valeur) : null;
    return value === null ? [] : [value];
  });
  const marks = [nombreDe(cible), nombreDe(initial), ...values.slice(0, 1)].filter((mark) => mark !== null);
  return values.flatMap((value) => marks.map((mark) => value - mark));
}

/** All of them, without their signs; the lines of a list are told one by one and together. */
export function ecartsDe(value: unknown, into: number[] = []): number[] {
  if (Array.isArray(value)) {
    const all = value.flatMap((one: unknown) => (estFiche(one) ? paires(one) : []));
    if (all.length > 1) into.push(Math.abs(all.reduce((sum, [planned, done]) => sum + done - planned, 0)));
  } else if (estFiche(value))
    into.push(...[...paires(value).map(([planned, done]) => done - planned), ...mesures(value)].map(Math.abs));
  if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) ecartsDe(one, into);
  return into;
}
