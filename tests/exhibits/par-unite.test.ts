/** What follows the volume of a modality, as a page says it. */
import { describe, expect, it } from 'vitest';
import { montantEnCroisiere } from '../../src/analysis/scenarios/depenses-et-charge/activite.js';
import { coutUnitaireDit, suiventLeVolume, tarifDit } from '../../src/exhibits/scenarios/par-unite.js';
import type { Scenario } from '../../src/study/types.gen.js';
import { scenario } from '../analysis/small-scenario.js';

const base = scenario('a');
const [modalite] = base.modalites;
if (!modalite) throw new Error('a modality expected');
const frais = { id: 'frais', libelle: 'Frais kilométriques', porteur: base.porteur, modalite: 'km' };
const ventes = {
  id: 'ventes',
  libelle: 'Ventes',
  nature: 'recette' as const,
  statut: 'pressenti' as const,
  modalite: 'km',
};
const avec = (cout: unknown, rest: Partial<Scenario> = {}): Scenario =>
  scenario('a', {
    modalites: [{ ...modalite, id: 'km', unite: 'kilomètres', volume_annuel: 12000 }],
    moyens: { humains: [], fonctionnement: [{ ...frais, cout_unitaire: cout } as never] },
    financements: [{ ...ventes, tarif: 8 } as never],
    ...rest,
  });
const plain = (text: string | null): string | undefined => text?.replace(/\s/g, ' ');
const dit = (one: Scenario, years = 3) => plain(suiventLeVolume(one, years, (id) => id));

describe('what follows a volume', () => {
  it('is said with its price by unit, and the share that each year reaches', () => {
    const one = avec({ min: 0.4, mode: 0.45, max: 0.5 }, { montee_en_charge: [0.5, 0.8, 1] });
    expect(dit(one)).toBe(
      'Suivent le volume de l’année (50 %, 80 %, puis 100 % de celui de croisière) : frais kilométriques (0,45 € par kilomètre, de 0,40 à 0,50) et ventes (8 € par kilomètre).',
    );
    expect(dit(one, 1)).toContain('l’année (50 % de celui de croisière) :');
    expect(dit(one, 10)).toContain('l’année (50 %, 80 %, puis 100 % de celui de croisière) :');
  });

  it('says nothing of shares where each year is whole, nor anything where nothing follows', () => {
    const alone = avec(0.636, { financements: [] });
    expect(dit(alone)).toBe('Suit le volume de l’année : frais kilométriques (0,636 € par kilomètre).');
    expect(dit(avec(undefined, { financements: [] }))).toBeUndefined();
  });

  it('keeps the decimals of a price, the same in its range', () => {
    const [line] = avec({ min: 3, mode: 3.2, max: 4 }).moyens.fonctionnement ?? [];
    if (!line) throw new Error('a line expected');
    const one = avec({ min: 3, mode: 3.2, max: 4 });
    expect(plain(coutUnitaireDit(one, line))).toBe('3,20 € (3,00 à 4,00) par kilomètre, 12 000 par an');
    const [source] = one.financements;
    if (!source) throw new Error('a source expected');
    expect(plain(tarifDit(one, { ...source, tarif: 120.5 }))).toBe('120,50 € par kilomètre, 12 000 par an');
    expect(montantEnCroisiere(one, source)?.mode).toBe(96000);
  });
});
