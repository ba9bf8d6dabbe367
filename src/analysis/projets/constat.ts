/** What every finding is made of: its code and sentence, and the threshold that a foreseen figure passes. */

export interface ConstatBilan {
  code: string;
  /** French sentence with its figures. */
  texte: string;
}

/** A foreseen figure passed by more than this share is a finding. */
export const SEUIL_DEPASSEMENT = 0.1;
/** 11 for 10 is a tenth more, and passes no threshold of a tenth. */
export const TOLERANCE = 1e-9;
export const guillemets = (text: string): string => `« ${text} »`;
/** Lines that part from what was foreseen by more than the threshold, on the sides that count: above alone, or both. */
export const ecartees = <T extends { prevu: number; realise: number | null }>(
  lignes: readonly T[],
  cotes: 'plus' | 'deux',
): (T & { realise: number })[] =>
  lignes.flatMap((ligne) => {
    const { prevu, realise } = ligne;
    if (realise === null || prevu <= 0) return [];
    const ecart = realise / prevu - 1;
    return (cotes === 'plus' ? ecart : Math.abs(ecart)) > SEUIL_DEPASSEMENT + TOLERANCE ? [{ ...ligne, realise }] : [];
  });
