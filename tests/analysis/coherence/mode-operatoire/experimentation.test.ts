/** The path of a request against the day on which projects are chosen: each way at its limit, and where nothing is to compare. */
import { expect, it } from 'vitest';
import { choixHorsDelai } from '../../../../src/analysis/coherence/regles/mode-operatoire/experimentation.js';
import { etude } from '../../small-study.js';
import { mode, said, told } from '../told.js';

const etape = (id: string, delai_jours: number, ...vers: string[]) => ({
  id,
  etape: id.toUpperCase(),
  delai_jours,
  ...(vers.length > 0 ? { issues: vers.map((to) => ({ condition: to, vers: to })) } : {}),
});
/** From « tri » straight to the choice, or by a visit of so many days; ten working days between the opening and the choice. */
const of = (visite: number, rest: object = {}, tri = 2) =>
  mode({
    experimentation: {
      debut: '2024-06-17',
      fin: '2025-06',
      appel_du: '2024-06-17',
      choix_le: '2024-07-01',
      etape_choix: 'choix',
      ...rest,
    },
    parcours: [etape('tri', tri, 'choix', 'visite'), etape('visite', visite, 'choix', 'fin'), etape('choix', 5)],
  });

it('each way to the choice leads there before it is made', () => {
  expect([of(8), of(0)].map((one) => told(choixHorsDelai, one))).toEqual([[], []]);
  expect(told(choixHorsDelai, of(9))).toEqual([
    'mode_operatoire/parcours/visite / mode_operatoire/experimentation/choix_le',
  ]);
  expect(said(choixHorsDelai, of(9))).toMatch(
    /^« VISITE » mène à « CHOIX » 11 jours ouvrés après la demande ; le choix se fait le 1er juillet 2024, 10 jours ouvrés après l’ouverture/,
  );
  // A request may come before the call, once the experimentation is open.
  expect([
    told(choixHorsDelai, of(9, { debut: '2024-06-14' })),
    told(choixHorsDelai, of(18, { debut: '2024-06' })),
  ]).toEqual([[], []]);
});

it('where none does, the shortest is told, and it alone', () => {
  expect(told(choixHorsDelai, of(9, {}, 10))).toHaveLength(1);
  expect(told(choixHorsDelai, of(9, {}, 11))).toEqual([
    'mode_operatoire/experimentation/choix_le / mode_operatoire/parcours/choix',
  ]);
});

it('a choice without a day, a call or a step is compared with nothing', () => {
  for (const fine of [
    of(90, { choix_le: '2024-07' }),
    of(90, { appel_du: undefined }),
    of(90, { etape_choix: 'x' }),
    of(90, { etape_choix: 'tri' }),
    etude(),
  ])
    expect(told(choixHorsDelai, fine)).toEqual([]);
});
