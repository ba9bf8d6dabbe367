/** « Les dix communes » of a study that describes three: told of what speaks of all, of no other number. */
import { expect, it } from 'vitest';
import {
  COMMUNES_ECRITES,
  communesEcrites,
} from '../../../../src/analysis/coherence/regles/chiffres/communes-ecrites.js';
import { etude } from '../../small-study.js';
import { told } from '../told.js';

const [regle] = COMMUNES_ECRITES;
const commune = (code: string) => ({ code, nom: code, epci: 'e' });
const study = (objet: string, territoire: object = {}) => {
  const base = etude();
  return {
    ...base,
    etude: { ...base.etude, objet },
    territoire: { millesime: 2019, communes: ['a', 'b', 'c'].map(commune), ...territoire },
  };
};

it('reads the number that a sentence gives to all the communes, in words or in figures', () => {
  expect(communesEcrites('Servir les vingt et une communes, aux 12 communes et à deux communes voisines')).toEqual([
    21, 12,
  ]);
  expect(communesEcrites('les petites communes, les communes, toutes les dix-sept communes')).toEqual([17]);
});

it('tells the one that is neither of the territory, of a part of it, nor of a source', () => {
  expect(told(regle, study('Pour les dix communes'))).toEqual(['etude/objet / territoire/communes']);
  const part = { perimetres: [{ id: 'p', libelle: 'Les deux communes', communes: ['a', 'b'] }] };
  const official = { chiffres_cles: [{ id: 'n', libelle: 'N', valeur: 10, mesure: 'communes' }] };
  const beyond = { perimetres: [{ id: 'p', libelle: 'P', departements: [{ code: '01', nom: 'Ain' }] }] };
  for (const [text, territoire] of [
    ['Pour les trois communes', {}],
    ['Pour les deux communes', part],
    ['Pour les dix communes', official],
    ['Pour les dix communes', beyond],
    ['Pour les dix communes', { communes: [{ code: '00000', nom: 'À venir' }] }],
    ['Pour dix communes', {}],
  ] as const)
    expect(told(regle, study(text, territoire))).toEqual([]);
  const named = { perimetres: [{ id: 'p', libelle: 'Les quatre communes', communes: ['a', 'b'] }] };
  expect(told(regle, study('Objet', named))).toEqual(['territoire/perimetres/p/libelle / territoire/communes']);
});
