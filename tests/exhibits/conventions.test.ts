/** The days of the register and those that the scenario counts differ by the partners whom no convention binds: it says who they are. */

import { expect, it } from 'vitest';
import { manqueDe, sansConvention } from '../../src/exhibits/mode-operatoire/conventions.js';
import { scenario } from '../analysis/small-scenario.js';
import { acteur, etude } from '../analysis/small-study.js';

type Contexte = Parameters<typeof sansConvention>[0];

const dit = (bound: string[]): string =>
  sansConvention({
    etude: { ...etude(), acteurs: [acteur('mare'), acteur('bois')] },
    one: {
      chiffrage: {
        scenario: scenario('a', {
          partenaires: [
            { acteur: 'mare', role: 'operateur', jours_an: 20 },
            { acteur: 'bois', role: 'relais', jours_an: { min: 3, mode: 4, max: 6 } },
            { acteur: 'cdc', role: 'financeur' },
          ],
        }),
      },
    },
    conventions: { liste: bound.map((partenaire) => ({ convention: { partenaire } })) },
  } as unknown as Contexte);

it('names the partners without convention and their days, beside a register that holds some', () => {
  expect(dit(['mare'])).toMatch(/^ Sans convention, .*bois.* apporte 4 jours de plus, que le scénario compte\.$/i);
  expect(dit(['mare', 'bois'])).toBe('');
  expect(dit([])).toBe('');
});

it('what a year lacks is that of both sections; a public bearer does not run on what purchases leave', () => {
  const both = (running: number, purchases: number) => [true, false].map((one) => manqueDe(running, purchases, one));
  expect(both(-26_060, -26_500)).toEqual([52_560, 52_560]);
  expect(both(-26_060, 0)).toEqual([26_060, 26_060]);
  expect(both(1000, -400)).toEqual([0, 0]);
  expect(both(1000, -1400)).toEqual([400, 400]);
  expect(both(-500, 800)).toEqual([500, 0]);
});
