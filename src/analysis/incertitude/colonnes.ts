/**
 * One figure over a run of draws, one draw a place: what is done on it place by place. Columns of one calculation have one length, which a loop keeps to: that
 * a place exists is told to the compiler, not asked again at each of millions of draws.
 */
export type Colonne = Float64Array;

export const colonne = (lot: number, valeur = 0): Colonne => new Float64Array(lot).fill(valeur);

/** into + x. */
export function ajouter(into: Colonne, x: Colonne): void {
  for (let d = 0; d < into.length; d++) into[d] = (into[d] as number) + (x[d] as number);
}

/** into − x. */
export function oter(into: Colonne, x: Colonne): void {
  for (let d = 0; d < into.length; d++) into[d] = (into[d] as number) - (x[d] as number);
}

/** into + x × part. */
export function ajouterPart(into: Colonne, x: Colonne, part: number): void {
  for (let d = 0; d < into.length; d++) into[d] = (into[d] as number) + (x[d] as number) * part;
}

/** The same for two columns, which read x once. */
export function ajouterPartADeux(into: Colonne, also: Colonne, x: Colonne, part: number): void {
  for (let d = 0; d < into.length; d++) {
    const amount = (x[d] as number) * part;
    into[d] = (into[d] as number) + amount;
    also[d] = (also[d] as number) + amount;
  }
}

/** x × a × b, in this order. */
export function multiplier(into: Colonne, x: Colonne, a: number, b = 1): void {
  for (let d = 0; d < into.length; d++) into[d] = (x[d] as number) * a * b;
}

/** x × a × b ÷ by, in this order. */
export function repartir(into: Colonne, x: Colonne, by: number, a = 1, b = 1): void {
  for (let d = 0; d < into.length; d++) into[d] = ((x[d] as number) * a * b) / by;
}

/** x × y. */
export function produit(into: Colonne, x: Colonne, y: Colonne): void {
  for (let d = 0; d < into.length; d++) into[d] = (x[d] as number) * (y[d] as number);
}
