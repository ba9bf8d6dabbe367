/**
 * One figure over a run of draws, one draw a place: what is done on it place by place. Columns of one calculation have one length, which a loop keeps to: that
 * a place exists is told to the compiler, not asked again at each of millions of draws.
 */
export type Colonne = Float64Array;

/** A new column of a calculation, which holds this value, or zeros. */
export type Colonnes = (valeur?: number) => Colonne;

/** Columns cut from one block of memory: asked for one at a time, memory costs more than what is written there. */
const PAR_BLOC = 64;

/** Columns of `lot` draws. */
export function colonnesDe(lot: number): Colonnes {
  let bloc = new Float64Array(0);
  let pris = 0;
  return (valeur = 0) => {
    if (pris === bloc.length) {
      bloc = new Float64Array(PAR_BLOC * lot);
      pris = 0;
    }
    const own = bloc.subarray(pris, pris + lot);
    pris += lot;
    return valeur === 0 ? own : own.fill(valeur);
  };
}

/** Columns of `lot` draws for calculations that come one after the other: each takes again those of the one before, whose figures it has copied. */
export function colonnesReprises(lot: number): () => Colonnes {
  const neuve = colonnesDe(lot);
  const gardees: Colonne[] = [];
  return () => {
    let prises = 0;
    return (valeur = 0) => {
      const own = gardees[prises] ?? neuve();
      gardees[prises] = own;
      prises++;
      return own.fill(valeur);
    };
  };
}

/** A column, so many times. */
export interface Terme {
  de: Colonne;
  fois: number;
}

const RIEN: Terme = { de: new Float64Array(0), fois: 0 };

/** into = Σ columns × their parts: four in a pass, for to go over a column costs more than what is added on the way. */
export function combiner(into: Colonne, termes: readonly Terme[]): void {
  const rest = termes.length % 4;
  const [a = RIEN, b = RIEN, c = RIEN] = termes;
  if (rest === 0) into.fill(0);
  else if (rest === 1) multiplier(into, a.de, a.fois);
  else if (rest === 2) combinerDeux(into, a, b);
  else combinerTrois(into, a, b, c);
  for (let i = rest; i < termes.length; i += 4)
    ajouterQuatre(into, termes[i] ?? RIEN, termes[i + 1] ?? RIEN, termes[i + 2] ?? RIEN, termes[i + 3] ?? RIEN);
}

function combinerDeux(into: Colonne, { de: x, fois: a }: Terme, { de: y, fois: b }: Terme): void {
  for (let d = 0; d < into.length; d++) into[d] = (x[d] as number) * a + (y[d] as number) * b;
}

function combinerTrois(into: Colonne, { de: x, fois: a }: Terme, { de: y, fois: b }: Terme, last: Terme): void {
  const { de: z, fois: c } = last;
  for (let d = 0; d < into.length; d++) into[d] = (x[d] as number) * a + (y[d] as number) * b + (z[d] as number) * c;
}

function ajouterQuatre(into: Colonne, one: Terme, two: Terme, three: Terme, four: Terme): void {
  const [{ de: w, fois: a }, { de: x, fois: b }, { de: y, fois: c }, { de: z, fois: e }] = [one, two, three, four];
  for (let d = 0; d < into.length; d++)
    into[d] =
      (into[d] as number) + (w[d] as number) * a + (x[d] as number) * b + (y[d] as number) * c + (z[d] as number) * e;
}

/** x × a. */
function multiplier(into: Colonne, x: Colonne, a: number): void {
  for (let d = 0; d < into.length; d++) into[d] = (x[d] as number) * a;
}
