/** Structure costs: who has to count them, and who has not. */
import { expect, it } from 'vitest';
import { structureInegale } from '../../../../src/analysis/coherence/regles/moyens/structure.js';
import type { Scenario } from '../../../../src/study/types.gen.js';
import { etudeAvecScenarios, scenario } from '../../small-scenario.js';
import { avec, poste, said, tells, told } from '../told.js';

const forfait = (porteur: string) => ({
  id: `structure-${porteur}`,
  libelle: 'Structure',
  porteur,
  nature: 'frais-indirects',
  cout_annuel: 0,
  taux_personnel: 0.1,
});
const moyens = (humains: object[], fonctionnement: object[]) => ({ moyens: { humains, fonctionnement } });
const autre = { ...poste, id: 'halte', porteur: 'asso', etp: 0.5 };

it('each employer has them, or none has', () => {
  expect(
    tells(structureInegale, [
      avec(moyens([poste, autre], [])),
      avec(moyens([poste, autre], [forfait('cdc'), forfait('asso')])),
      avec(moyens([poste, { ...autre, categorie: 'benevole' }], [forfait('cdc')])),
      avec(moyens([poste, { ...autre, etp: 0.02 }], [forfait('cdc')])),
      // A lump sum has another reason than the wages.
      avec(moyens([poste, autre], [{ ...forfait('cdc'), taux_personnel: undefined }])),
      avec(moyens([poste, autre], [forfait('cdc')])),
    ]),
  ).toEqual([0, 0, 0, 0, 0, 1]);
});

it('tells whose wages are left, and what they would add', () => {
  const study = avec(moyens([poste, autre], [forfait('cdc')]));
  expect(told(structureInegale, study)).toEqual([
    'scenarios/a/moyens/humains/halte / scenarios/a/moyens/fonctionnement/structure-cdc',
  ]);
  expect(said(structureInegale, study)).toMatch(
    /sur les salaires de .+ ; à 10 %, comme sur ceux de .+, ils feraient 2 000 € par an/,
  );
});

it('is the same from one scenario to the other', () => {
  const study = etudeAvecScenarios([
    scenario('a', moyens([poste], [forfait('cdc')]) as unknown as Partial<Scenario>),
    scenario('b', moyens([poste], []) as unknown as Partial<Scenario>),
  ]);
  expect(told(structureInegale, study)).toEqual([
    'scenarios/b/moyens/humains/poste / scenarios/a/moyens/fonctionnement/structure-cdc',
  ]);
});
