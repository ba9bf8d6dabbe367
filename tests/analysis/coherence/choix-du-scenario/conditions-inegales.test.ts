/** An employer who creates a post in two scenarios, and the law told of one of them. */
import { expect, it } from 'vitest';
import { emploiSansCondition } from '../../../../src/analysis/coherence/regles/choix-du-scenario/conditions-inegales.js';
import { etudeAvecScenarios, scenario } from '../../small-scenario.js';
import { poste, told } from '../told.js';

const references = [
  { id: 'e1', theme: 'Emploi', titre: 'Création', regle: 'Le comité crée.' },
  { id: 'f1', theme: 'financement', titre: 'Aide', regle: 'Un taux.' },
];
const law = (reference?: string) => [{ libelle: 'Emploi créé', reference, etat: 'a-remplir' }];
const posts = (...rest: object[]) => ({ moyens: { humains: rest.map((one) => ({ ...poste, ...one })) } });
const study = (a: object, b: object) => ({
  ...etudeAvecScenarios([scenario('a', a as never), scenario('b', b as never)]),
  references,
});
const tells = (a: object, b: object): string[] => told(emploiSansCondition, study(a, b));

it('is told of the scenario that lacks it, wherever its post stands', () => {
  const citing = { ...posts({}), conditions_juridiques: law('e1') };
  const [first] = tells(citing, { ...posts({ id: 'tenu', deja_en_poste: true }, { id: 'vide' }) });
  expect(first).toBe('scenarios/b/moyens/humains/vide / scenarios/a/conditions_juridiques/1');
  expect(tells(posts({}), citing)).toHaveLength(1);
});

it('is not told of posts that are held, of other employers, of a rule of another theme, nor where both or none cite it', () => {
  const citing = { ...posts({}), conditions_juridiques: law('e1') };
  expect(tells(citing, posts({ deja_en_poste: true }))).toEqual([]);
  expect(tells(citing, posts({ porteur: 'autre' }))).toEqual([]);
  expect(tells({ ...citing, ...posts({ deja_en_poste: true }) }, posts({}))).toEqual([]);
  expect(tells({ ...citing, conditions_juridiques: law('f1') }, posts({}))).toEqual([]);
  expect(tells({ ...citing, conditions_juridiques: law() }, posts({}))).toEqual([]);
  expect(tells(citing, citing)).toEqual([]);
});
