/** Communes of one name, whose department is written or told by their code. */
import { expect, it } from 'vitest';
import { communeEnDouble } from '../../../../src/analysis/coherence/regles/chiffres/communes-en-double.js';
import { etude } from '../../small-study.js';
import { count, said } from '../told.js';

const communes = (...all: { code: string; departement?: string }[]) => ({
  ...etude(),
  territoire: { millesime: '2019', communes: all.map((one) => ({ nom: 'Haute-Rive', ...one })) },
});

it('are told of one department, which the code gives where nothing else does', () => {
  expect(said(communeEnDouble, communes({ code: '01001' }, { code: '01002' }))).toBe(
    '« Haute-Rive » est le nom de deux communes du département 01 (01001 et 01002).',
  );
  expect(said(communeEnDouble, communes({ code: '97401' }, { code: '97402', departement: '974' }))).toContain(
    'du département 974',
  );
  expect(count(communeEnDouble, communes({ code: '01001' }, { code: '02001' }))).toBe(0);
  expect(count(communeEnDouble, communes({ code: '97101' }, { code: '97401' }))).toBe(0);
});
