/** Where a project is and what it uses, and what projects measure together: the limits at which nothing is told. */
import { describe, expect, it } from 'vitest';
import type { RegleCoherence } from '../../../../src/analysis/coherence/regle.js';
import {
  outilPasEncoreLa,
  projetHorsPerimetre,
} from '../../../../src/analysis/coherence/regles/realisation/lieux-des-projets.js';
import { sommeAuDela } from '../../../../src/analysis/coherence/regles/realisation/sommes.js';
import { etude, outil } from '../../small-study.js';
import { base, count as compter } from '../told.js';

const count = (regle: RegleCoherence, more: object): number => compter(regle, { ...etude({}), ...more });

const territoire = {
  communes: [
    { code: '99001', nom: 'Un' },
    { code: '99002', nom: 'Deux' },
  ],
  perimetres: [
    { id: 'un', libelle: 'Un', communes: ['99001'] },
    { id: 'vide', libelle: 'Vide' },
  ],
};
const mode = { scenario: 'a', parcours: [] };

describe('the place of a project', () => {
  const at = (perimetre: string | undefined, commune?: string) =>
    count(projetHorsPerimetre, {
      territoire,
      mode_operatoire: { ...mode, ...(perimetre ? { perimetre } : {}) },
      scenarios: [],
      projets: [{ id: 'p', titre: 'P', ...(commune ? { commune } : {}) }],
    });
  it('is told outside of the perimeter alone, where both are known', () =>
    expect([at('un', '99002'), at('un', '99001'), at('un'), at('vide', '99002'), at(undefined, '99002')]).toEqual([
      1, 0, 0, 0, 0,
    ]));
});

describe('a tool', () => {
  const used = (annee: number, fin: string, disponibilite = 'a-creer', more: object[] = [], nature = 'materiel') =>
    count(outilPasEncoreLa, {
      mode_operatoire: { ...mode, experimentation: { debut: '2027-09', fin } },
      scenarios: [{ ...base, outils: [{ outil: 't', annee, quantite: 1 }, ...more] }],
      outils: [outil('t', { disponibilite, nature } as never)],
      projets: [{ id: 'p', titre: 'P', outils: [{ outil: 't' }] }],
    });
  it('is not there before the year that puts it in service, unless it is there already, or one of its kind is', () =>
    expect([
      used(2, '2028-08'),
      used(1, '2028-08'),
      used(2, '2029-08'),
      used(2, '2028-08', 'existant'),
      used(2, '2028-08', 'a-creer', [{ outil: 't', annee: 1, quantite: 1 }]),
      used(2, '2028-08', 'a-creer', [], 'animation'),
    ]).toEqual([1, 0, 0, 0, 0, 0]));
});

describe('what projects measure together', () => {
  const sommes = (valeurs: number[], { unite = 'kg', own = 10, date = '2028-06', more = {} } = {}) =>
    count(sommeAuDela, {
      mode_operatoire: {
        ...mode,
        indicateurs: [{ id: 'i', libelle: 'I', unite, cible: 1, mesures: [{ date: '2028-08', valeur: own }], ...more }],
      },
      projets: valeurs.map((valeur, k) => ({
        id: `p${k}`,
        titre: `P${k}`,
        indicateurs: [{ libelle: 'J', unite, cible: 1, alimente: 'i', mesures: [{ date, valeur }] }],
      })),
    });
  it('passes the measure of the whole by no unit, and only what is added is compared', () =>
    expect([
      sommes([6, 5]),
      sommes([6, 4]),
      sommes([11], { date: '2028-09' }),
      sommes([60, 50], { unite: '%' }),
      sommes([60, 50], { unite: 'jours' }),
      sommes([6, 5], { more: { sens: 'min' } }),
      sommes([6, 5], { more: { calcul: 'somme-projets' } }),
      sommes([]),
    ]).toEqual([1, 0, 0, 0, 0, 0, 0, 0]));
});
