/** What the evaluation says of the money of the year once its accounts are closed. */
import { expect, it } from 'vitest';
import type { AideDuRealise } from '../../../src/analysis/projets/aides-du-realise.js';
import { argentEnBref, argentEnClair } from '../../../src/documents/livrables/argent-realise.js';

const aide = (rest: Partial<AideDuRealise> = {}): AideDuRealise => ({
  libelle: 'Aide',
  taux: 0.6,
  admisesPrevues: 10000,
  admisesFaites: 9000,
  prevu: 6000,
  ouvert: 5400,
  recu: null,
  reste: 5400,
  ...rest,
});
const said = (avance: number, solde: number, ...aides: AideDuRealise[]): string =>
  argentEnClair({ au: '2019-10-31', argent: { avance, solde, aides } }).replace(/[\u00a0\u202f]/g, ' ');

it('tells what is advanced, what the expenses open, and what would be left', () => {
  expect(said(5000, 400, aide())).toBe(
    'Au 31 octobre 2019, 5 000 € étaient dépensés et n’étaient pas encore reçus. Au taux du plan, les dépenses faites ouvrent au plus 5 400 € de « Aide » (60 % de 9 000 € admissibles ; 6 000 € étaient attendus) ; cette aide versée, les recettes passeraient les dépenses de 400 €.',
  );
  expect(said(5000, -200, aide({ ouvert: 6000, reste: 4800, recu: 1200 }))).toMatch(
    /ouvrent au plus 6 000 € de « Aide » \(60 %\) ; cette aide versée, il manquerait encore 200 €\.$/,
  );
  // What no aid will cover is not on its way.
  expect(said(5000, -200, aide())).toMatch(
    /^Au 31 octobre 2019, les dépenses faites passaient de 5 000 € ce qui était reçu\. /,
  );
  expect(said(9000, 0.4, aide(), aide({ libelle: 'Autre' }))).toMatch(
    /; ces aides versées, la dépense serait couverte\.$/,
  );
});

it('says no more than the accounts do', () => {
  const advanced = 'Au 31 octobre 2019, les dépenses faites passaient de 5 000 € ce qui était reçu.';
  expect([said(5000, -5000), said(5000, -5000, aide({ reste: 0, recu: 5400 }))]).toEqual([advanced, advanced]);
  expect([said(0.5, 0), said(-10, 10, aide()), argentEnClair({ au: null, argent: null })]).toEqual(['', '', '']);
});

it('is told in a line on the first page', () => {
  const of = (avance: number, ...done: (number | null)[]) => bref([], avance, ...done);
  const bref = (aides: AideDuRealise[], avance: number, ...done: (number | null)[]) =>
    inBrief(0, aides, avance, ...done);
  const inBrief = (solde: number, aides: AideDuRealise[], avance: number, ...done: (number | null)[]) =>
    argentEnBref({
      au: '2019-10-31',
      argent: { avance, solde, aides },
      depenses: done.map((realise) => ({
        nature: 'humain',
        libelle: 'Personnel',
        prevu: 1000,
        aProportion: null,
        realise,
        commentaire: null,
      })),
    }).replace(/[\u00a0\u202f]/g, ' ');
  expect(bref([aide()], 400, 900, null)).toBe(
    'Budget du dispositif : 900 € dépensés pour 2 000 € prévus ; 400 € n’étaient pas encore reçus au 31 octobre 2019',
  );
  expect(of(400, 900, null)).toBe(
    'Budget du dispositif : 900 € dépensés pour 2 000 € prévus ; 400 € de plus que ce qui était reçu au 31 octobre 2019',
  );
  expect(inBrief(-300, [aide()], 400, 900)).toMatch(/ ; 400 € de plus que ce qui était reçu au 31 octobre 2019$/);
  expect(of(0, 900)).toBe('Budget du dispositif : 900 € dépensés pour 1 000 € prévus');
  expect(argentEnBref({ au: null, argent: null, depenses: [] })).toBe('');
});
