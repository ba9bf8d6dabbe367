/** Volunteers are no employment: a count of posts that holds some says how many. */
import { expect, it } from 'vitest';
import { avecSesBenevoles, dontBenevoles } from '../../../src/analysis/scenarios/depenses-et-charge/benevoles.js';
import { scenario } from '../small-scenario.js';

const avec = (...postes: [etp: number, categorie?: 'B' | 'benevole'][]) =>
  scenario('a', {
    moyens: {
      humains: postes.map(([etp, categorie], i) => ({
        id: `p${i}`,
        profil: 'P',
        porteur: 'cdc',
        etp,
        cout_annuel: 1,
        ...(categorie ? { categorie } : {}),
      })),
    },
  });

it('says how many of the posts are of volunteers', () => {
  expect(avecSesBenevoles('4,4 ETP', avec([0.8, 'B'], [0.15], [3.4, 'benevole']))).toBe(
    '4,4 ETP, dont 3,4 de bénévoles',
  );
  expect(avecSesBenevoles('3,4 ETP', avec([3.4, 'benevole']))).toBe('3,4 ETP, tous de bénévoles');
  expect(avecSesBenevoles('0,8 ETP', avec([0.8, 'B']))).toBe('0,8 ETP');
  expect(dontBenevoles(avec())).toBeNull();
});
