/** The share of a plan of funding that a sentence gives to somebody: of the receipts or of the costs, of one year or of all. */
import { expect, it } from 'vitest';
import { partDite, participe } from '../../../../src/analysis/coherence/ecrits/financement/parts-des-donneurs.js';
import { chiffrageDe } from '../../../../src/analysis/scenarios/chiffrage.js';
import { itemAt } from '../../../../src/lists/at.js';
import type { Study } from '../../../../src/study/study.js';
import { phraseNue } from '../../../../src/texte/identifiant.js';
import { etudeAvecScenarios, scenario } from '../../small-scenario.js';
import { duMode } from '../told.js';

// 9 000 € a year of the Region, of 28 000 € then 22 000 €; 16 000 € a year of the bearer.
const study = etudeAvecScenarios([scenario('a', { titre: 'Réseau animé' }), scenario('b', { titre: 'Relais' })]);
const dit = (phrase: string, of: Study = study, ou = 'scenarios/a') =>
  partDite(of, phraseNue(phrase).replace(/\.$/, ''), ou);

it('is true when it is that of one year, and false when it is that of none', () => {
  const { depensesAnnuelles } = chiffrageDe(study, itemAt(study.scenarios, 0));
  expect(depensesAnnuelles).toEqual([28_000, 22_000]);
  expect(dit('La Région finance 32 % du réseau animé.')).toBeNull();
  expect(dit('La Région finance 41 % du budget du réseau animé.')).toBeNull();
  expect(dit('La Région finance 60 % du réseau animé.')).toMatchObject({
    valeur: 0.6,
    contre: ['scenarios/a/financements/aide'],
  });
  expect(dit('La Région finance 60 % du réseau animé.')?.dit.replace(/\s/g, ' ')).toBe(
    'sa part des recettes de « Réseau animé » est de 36 %',
  );
});

it('« plus de » and « au plus » are held by any of its shares', () => {
  expect(dit('La Région apporte plus de 30 % du réseau animé.')).toBeNull();
  expect(dit('La Région apporte plus de 60 % du réseau animé.')).not.toBeNull();
  expect(dit('La Région apporte au plus 60 % du réseau animé.')).toBeNull();
  expect(dit('La Région apporte au plus 20 % du réseau animé.')).not.toBeNull();
  expect(dit('La Région apporte environ 38 % du réseau animé.')).toBeNull();
  expect(dit('La Région apporte les deux tiers du réseau animé.')).not.toBeNull();
  expect(dit('La Région apporte le tiers du réseau animé.')).toBeNull();
});

it('another thing whose name ends as a budget of the scenario is none of its shares', () => {
  expect(dit('La Région finance 60 % du petit budget du réseau animé.')).toBeNull();
});

it('who gives most is named, by what it is called', () => {
  const said = dit('La Région est le premier financeur du réseau animé.');
  expect(said?.dit.replace(/\s/g, ' ')).toBe(
    'dans « Réseau animé », « Communauté des Collines » apporte 64 % des recettes, et ce financeur 36 %',
  );
  expect(dit('La Communauté des Collines est le principal financeur du réseau animé.')).toBeNull();
});

it('who has one convention of several has a part in what is put to work', () => {
  const avec = duMode({ conventions: [{ partenaire: 'cdc' }, { partenaire: 'tiers' }] }) as unknown as Study;
  const one = itemAt(avec.scenarios, 0);
  expect(participe(avec, one, { acteurs: new Set(['tiers']) })).toBe(true);
  expect(participe(avec, one, { acteurs: new Set(['autre']) })).toBe(false);
  expect(participe(study, one, { acteurs: new Set(['mare']) })).toBe(true);
});

it('nothing is false of who gives nothing: it is said of the plan, or of what the accounts received', () => {
  expect(dit('La Mare finance 30 % du réseau animé.')?.dit).toMatch(/n’a rien de ce financeur/);
  expect(dit('La Région ne finance pas le réseau animé.')?.contre).toEqual(['scenarios/a/financements/aide']);
  expect(dit('La Région n’apporte rien au réseau animé.')?.contre).toEqual(['scenarios/a/financements/aide']);
  expect(dit('La Région n’a rien versé au réseau animé.')).toBeNull();
});
