import { expect, it } from 'vitest';
import { nomDeLaLigne } from '../../../src/analysis/scenarios/financement/regles-aides.js';
import type { Scenario } from '../../../src/study/types.gen.js';

type Ligne = Scenario['financements'][number];

it('a receipt that has the name of another is told by its years; alone, or in all years, by its name', () => {
  const ligne = (id: string, rest: Partial<Ligne> = {}): Ligne => ({
    id,
    libelle: 'Repas',
    nature: 'recette',
    statut: 'pressenti',
    ...rest,
  });
  const toutes = [
    ligne('a', { annees: [1] }),
    ligne('b', { annees: [2, 3] }),
    ligne('c', { libelle: 'Aide', annees: [1] }),
  ];
  const nommer = (lignes: Ligne[]) => lignes.map((one) => nomDeLaLigne(one, lignes, String));
  expect(nommer(toutes)).toEqual(['Repas, année 1', 'Repas, années 2 et 3', 'Aide']);
  expect(nommer([ligne('a'), ligne('b', { annees: [1] })])).toEqual(['Repas', 'Repas, année 1']);
});
