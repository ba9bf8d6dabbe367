/** A threshold of the legal frame at its limit, with and without taxes, and where nothing is to compare. */
import { expect, it } from 'vitest';
import { seuilContredit } from '../../../../src/analysis/coherence/regles/financement/seuils-du-cadre.js';
import { etude } from '../../small-study.js';
import { mode, tells, told } from '../told.js';

const regle = { id: 'r', theme: 't', titre: 'Seuil', regle: 'R', valeur: 1000, unite: '€ TTC' };
const of = (seuil: string | undefined, montants: number[], reference: object = {}, convention: object = {}) => ({
  ...mode({
    conventions: montants.map((montant, i) => ({
      id: `c${i}`,
      partenaire: i === 2 ? 'mare' : `p${i}`,
      objet: 'O',
      nature: 'achat',
      montant,
      ...convention,
    })),
    cadre: [
      {
        titre: 'T',
        themes: [],
        applications: [{ texte: 'X', reference: 'r', conventions: ['achat'], ...(seuil ? { seuil } : {}) }],
      },
    ],
  }),
  references: [{ ...regle, ...reference }],
});
const at = 'mode_operatoire/cadre/1/applications/1/seuil / mode_operatoire/conventions';

it('holds together under it', () => {
  expect([told(seuilContredit, of('sous', [600, 402])), told(seuilContredit, of('sous', [600, 400]))]).toEqual([
    [at],
    [],
  ]);
  // Without taxes, 1 200 € of amounts may be 1 000 €.
  const bare = { unite: '€ HT' };
  expect([
    told(seuilContredit, of('sous', [600, 600], bare)),
    told(seuilContredit, of('sous', [600, 603], bare)),
  ]).toEqual([[], [at]]);
});

it('is passed by one partner at least beyond it', () => {
  expect(told(seuilContredit, of('au-dela', [1000, 900]))).toEqual([at]);
  expect(tells(seuilContredit, [of('au-dela', [1001]), of('au-dela', [])])).toEqual([0, 0]);
});

it('is compared with what it is about, of a rule in euros that is in force', () => {
  expect(
    tells(seuilContredit, [
      of(undefined, [5000]),
      of('sous', [5000], { unite: '%' }),
      of('sous', [5000], { valeur: undefined }),
      of('sous', [5000], { applicable_au: '2000' }),
      of('sous', [5000], {}, { nature: 'cooperation' }),
      of('sous', [5000], {}, { sens: 'recu' }),
      of('sous', [5000], { concerne: ['public'] }),
      etude(),
    ]),
  ).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});
