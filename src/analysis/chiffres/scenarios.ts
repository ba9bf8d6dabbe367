/** Figures of the scenarios: each indicator under its own name, then score and rank. */
import { scenariosCompares } from '../../study/essais.js';
import type { Study } from '../../study/study.js';
import type { AnalyseScenarios } from '../scenarios/index.js';
import type { Chiffre, Unite } from './chiffre.js';

/** « €/an » is an amount and « /an » follows it. */
function uniteDe(unite: string): { unite: Unite; suffixe?: string } {
  if (unite === 'part') return { unite: 'part' };
  if (unite.startsWith('€')) return { unite: 'euros', ...(unite.length > 1 ? { suffixe: unite.slice(1) } : {}) };
  return { unite: 'nombre', ...(unite === 'note' || unite === '' ? {} : { suffixe: unite }) };
}

/** How many are compared: no scenario is looked into for it. */
export function nombreDeScenarios({ scenarios }: Study): Chiffre[] {
  const { length: valeur } = scenariosCompares(scenarios);
  return valeur === 0
    ? []
    : [{ nom: 'scenarios.total', libelle: 'Scénarios comparés', valeur, unite: 'nombre', mot: 'scénario' }];
}

/** None of them counts a noun. */
export function chiffresScenarios({ scenarios, evaluation }: AnalyseScenarios): Chiffre[] {
  const scores = evaluation?.scores ?? [];
  const best = Math.max(...scores);
  const winners = scenarios.filter((_, i) => scores[i] === best);
  return [
    ...(winners[0]
      ? [
          {
            nom: 'scenarios.premier',
            libelle: 'Scénario dont la valeur est la plus haute',
            valeur: winners[0].chiffrage.scenario.titre,
            unite: 'texte' as const,
            exAequo: winners.length,
          },
        ]
      : []),
    ...scenarios.flatMap((evalue, i): Chiffre[] => {
      const { chiffrage } = evalue;
      const { id, titre } = chiffrage.scenario;
      const score = evaluation?.scores[i];
      return [
        ...[...chiffrage.indicateurs.values()].map(
          (indicateur): Chiffre => ({
            nom: `scenarios.${id}.${indicateur.id}`,
            libelle: `${indicateur.libelle} : ${titre}`,
            valeur: indicateur.valeur,
            ...uniteDe(indicateur.unite),
          }),
        ),
        {
          nom: `scenarios.${id}.indice_viabilite`,
          libelle: `Indice de viabilité : ${titre}`,
          // Its trials cost more than all the rest: they are made for who reads it.
          get valeur() {
            return evalue.viabilite.indice;
          },
          unite: 'nombre',
          suffixe: 'points',
        },
        ...(score === undefined
          ? []
          : [
              {
                nom: `scenarios.${id}.score`,
                libelle: `Valeur sur 100 : ${titre}`,
                valeur: score,
                unite: 'nombre' as const,
                suffixe: 'points',
              },
              {
                nom: `scenarios.${id}.rang`,
                libelle: `Rang : ${titre}`,
                valeur: evaluation?.ranks[i] ?? null,
                unite: 'nombre' as const,
              },
            ]),
      ];
    }),
  ];
}
