/** What every finding is made of: its code and sentence, and the threshold that a foreseen figure passes. */

export interface ConstatBilan {
  code: string;
  /** French sentence with its figures. */
  texte: string;
}

/** A foreseen figure passed by more than this share is a finding. */
export const SEUIL_DEPASSEMENT = 0.1;
/** Whether a gap, as a share of what was foreseen, is a finding: 11 for 10 is a tenth more, whatever its last digits, and is none. */
export const passeLeSeuil = (ecart: number): boolean => ecart > SEUIL_DEPASSEMENT + 1e-9;
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
    return passeLeSeuil(cotes === 'plus' ? ecart : Math.abs(ecart)) ? [{ ...ligne, realise }] : [];
  });
