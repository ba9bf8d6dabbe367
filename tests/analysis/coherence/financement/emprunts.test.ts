/** What a public bearer may borrow, and out of what it gives the capital back. */
import { describe, expect, it } from 'vitest';
import { EMPRUNTS } from '../../../../src/analysis/coherence/regles/financement/emprunts.js';
import type { Scenario } from '../../../../src/study/types.gen.js';
import type { acteur } from '../../small-study.js';
import { avec, base, count } from '../told.js';

const regle = (code: string) => {
  const found = EMPRUNTS.find((one) => one.code === code);
  if (!found) throw new Error(`${code} expected`);
  return found;
};
type Source = Scenario['financements'][number];
const pret = (montant: number, rest: Partial<Source> = {}): Source => ({
  id: 'pret',
  nature: 'emprunt',
  montant,
  statut: 'acquis',
  remboursement: { taux: 0, duree_annees: 10 },
  ...rest,
});
/** Receipts that cover the running costs of the year with so many euros over. */
const propres = (montant: number): Source => ({ id: 'propres', nature: 'autofinancement', montant, statut: 'a-voter' });
const etude = (financements: Source[], type: Parameters<typeof acteur>[1] = {}) => {
  const study = avec({ financements });
  return { ...study, acteurs: study.acteurs.map((one) => (one.id === base.porteur ? { ...one, ...type } : one)) };
};
const ACHATS = 6000;
const LARGE = propres(1e6);

describe('a loan of a public bearer', () => {
  const beyond = regle('emprunt-au-dela-des-achats');
  const back = regle('capital-rembourse-par-emprunt');

  it('pays for purchases and no more, all its loans together', () => {
    expect(count(beyond, etude([LARGE, pret(ACHATS)]))).toBe(0);
    expect(count(beyond, etude([LARGE, pret(ACHATS + 1)]))).toBe(1);
    expect(count(beyond, etude([LARGE, pret(4000), pret(2001, { id: 'autre' })]))).toBe(1);
    expect(count(beyond, etude([LARGE]))).toBe(0);
  });

  it('is given back out of own resources, not out of what a loan brings that year', () => {
    expect(count(back, etude([LARGE, pret(ACHATS)]))).toBe(0);
    expect(count(back, etude([propres(1), pret(ACHATS)]))).toBe(1);
    // Later, no loan pays for it: what the year lacks is told by its balance.
    const terms = { taux: 0, duree_annees: 10, premiere_annee: 2 };
    expect(count(back, etude([propres(1), pret(ACHATS, { remboursement: terms })]))).toBe(0);
    // An aid for purchases is no own resource.
    const aid: Source = { id: 'aide', nature: 'subvention', montant: 1e6, section: 'investissement', statut: 'acquis' };
    expect(count(back, etude([aid, pret(ACHATS)]))).toBe(1);
  });

  it('may be for its cash where the bearer is an association or a company', () => {
    for (const rule of [beyond, back])
      expect(count(rule, etude([propres(1), pret(90000)], { type: 'association' }))).toBe(0);
  });
});
