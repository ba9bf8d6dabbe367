/** All the figures that a text of the study may name, at the date at which its deliverable speaks. */
import type { Study } from '../../study/study.js';
import { analyseDiagnostic } from '../diagnostic-complet.js';
import { analyserScenarios } from '../scenarios/index.js';
import { champDe, suites } from './chemins.js';
import { type Chiffre, type Chiffres, parFamille } from './chiffre.js';
import { chiffresDiagnostic, MOTS } from './diagnostic.js';
import { chiffresScenarios, nombreDeScenarios } from './scenarios.js';

export type { Chiffre, Chiffres } from './chiffre.js';

/** A text that names no figure of the diagnostic, nor counts what it counts, does not have it computed; nor the scenarios, which cost more than all the others. */
export const chiffresDe = (study: Study, date: string): Chiffres =>
  parFamille([
    { mots: MOTS, chiffres: () => chiffresDiagnostic(analyseDiagnostic(study, date)) },
    {
      mots: ['acteur'],
      chiffres: () =>
        study.etude.fonctions.map(
          ({ id, libelle }): Chiffre => ({
            nom: `fonctions.${id}.acteurs`,
            libelle: `Acteurs qui peuvent tenir la fonction : ${libelle}`,
            valeur: study.acteurs.filter(({ fonctions }) => fonctions.includes(id)).length,
            unite: 'nombre',
            mot: 'acteur',
          }),
        ),
    },
    { mots: ['scénario'], chiffres: () => nombreDeScenarios(study) },
    {
      prefixe: 'scenarios.',
      mots: [],
      chiffres: () => (study.scenarios.length > 0 ? chiffresScenarios(analyserScenarios(study)) : []),
    },
  ]);

/** The figure of this name, computed or read in the study. */
export const trouver = (study: Study, chiffres: Chiffres, nom: string): Chiffre | undefined =>
  chiffres.get(nom) ?? champDe(study, nom);

/** Names near to one that is not known. */
export const nomsPossibles = (study: Study, chiffres: Chiffres, nom: string): string[] => [
  ...chiffres.keys(),
  ...suites(study, nom),
];
