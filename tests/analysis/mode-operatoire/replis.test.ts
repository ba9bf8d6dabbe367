/** A fallback that gives up expenses gives up the aid that paid a part of them. */
import { expect, it } from 'vitest';
import { analyserReplis, replisOuverts } from '../../../src/analysis/mode-operatoire/replis.js';
import { chiffrer } from '../../../src/analysis/scenarios/chiffrage.js';
import { hypothesesDe } from '../../../src/analysis/scenarios/hypotheses.js';
import { itemAt } from '../../../src/lists/at.js';
import type { ModeOperatoire } from '../../../src/study/types.gen.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';

// Half a post at 40 000 €, of which the aid pays half, at most 9 000 €: 1 000 € of its base are above the ceiling.
const one = scenario('a');
const study = etudeAvecScenarios([one]);
const replis = (montant: number, financement: string) =>
  analyserReplis(
    {
      repli: [
        { si: 'Une recette manque', alors: 'On réduit.', montant, financement, evite: [{ nature: 'humain', montant }] },
      ],
    } as ModeOperatoire,
    chiffrer(study, one, hypothesesDe(study)),
  )[0];

it('counts the aid lost on the expenses given up, once what stood above its ceiling is gone', () => {
  // The year already lacked 3 000 €: 28 000 € of expenses for 25 000 €.
  expect(replis(6000, 'fonds')).toMatchObject({
    perdu: 16_000,
    aidesPerdues: 2000,
    manqueDeLAnnee: 3000,
    reste: 15_000,
  });
  expect(replis(1000, 'fonds')).toMatchObject({ aidesPerdues: 0, reste: 18_000 });
});

it('loses an aid once when it is the one that fails', () => {
  expect(replis(6000, 'aide')).toMatchObject({ perdu: 9000, aidesPerdues: 0, reste: 6000 });
});

it('says no more what to do if a receipt fails, once it is acquired', () => {
  const repli = one.financements.map(({ id }) => ({ si: 'Elle manque', alors: 'On réduit.', financement: id }));
  const open = (statut: 'acquis' | 'sollicite') => {
    const of = scenario('a', { financements: one.financements.map((source) => ({ ...source, statut })) });
    return replisOuverts({ repli } as ModeOperatoire, chiffrer(study, of, hypothesesDe(study))).length;
  };
  expect([open('sollicite'), open('acquis')]).toEqual([one.financements.length, 0]);
});

it('takes what the year receives beyond its expenses before it looks for money', () => {
  const more = { ...itemAt(one.financements, 1), id: 'don', montant: 10_000 };
  const rich = scenario('a', { financements: [...one.financements, more] });
  const study = etudeAvecScenarios([rich]);
  const repli = [{ si: 'L’aide manque', alors: 'On attend.', montant: 1000, financement: 'aide' }];
  const [found] = analyserReplis({ repli } as ModeOperatoire, chiffrer(study, rich, hypothesesDe(study)));
  expect(found).toMatchObject({ perdu: 9000, manqueDeLAnnee: -7000, reste: 1000 });
});

it('loses too what is given back of purchases that are given up, where it is bound to purchases', () => {
  const [poste] = one.moyens.humains;
  const achat = { id: 'four', libelle: 'Four', porteur: one.porteur, cout: 10_000, annee: 1, amortissement: 5 };
  const back = {
    ...itemAt(one.financements, 0),
    id: 'achats',
    assiette: ['materiel'],
    section: 'investissement',
    taux: 0.4,
    plafond: undefined,
  };
  const buys = scenario('a', {
    moyens: { humains: poste ? [poste] : [], materiels: [achat] },
    financements: [...one.financements, back],
  } as never);
  const study = etudeAvecScenarios([buys]);
  const repli = [
    {
      si: 'Le fonds manque',
      alors: 'On attend.',
      montant: 5000,
      financement: 'fonds',
      evite: [{ nature: 'materiel', montant: 5000 }],
    },
  ];
  const [found] = analyserReplis({ repli } as ModeOperatoire, chiffrer(study, buys, hypothesesDe(study)));
  expect(found).toMatchObject({ aidesPerdues: 2000 });
});

it('draws on no loan: what it brings beyond the purchases is owed', () => {
  const more = { ...itemAt(one.financements, 1), id: 'don', montant: 10_000 };
  const loan = (montant: number) => ({
    id: 'pret',
    nature: 'emprunt' as const,
    montant,
    statut: 'acquis' as const,
    remboursement: { taux: 0, duree_annees: 5, premiere_annee: 3 },
  });
  const lacking = (...loans: ReturnType<typeof loan>[]) => {
    const rich = scenario('a', { financements: [...one.financements, more, ...loans] });
    const own = etudeAvecScenarios([rich]);
    return analyserReplis(
      {
        repli: [{ si: 'Une recette manque', alors: 'On réduit.', montant: 1000, financement: 'aide' }],
      } as ModeOperatoire,
      chiffrer(own, rich, hypothesesDe(own)),
    )[0]?.manqueDeLAnnee;
  };
  // 7 000 € over; purchases of 6 000 € that a loan pays leave as much more of the other receipts, and no more than that.
  expect(lacking()).toBe(-7000);
  expect(lacking(loan(6000))).toBe(-13_000);
  expect(lacking(loan(30_000))).toBe(-13_000);
});
