/** Scenarios that the text does not tell apart. */
import { nu } from '../../../../texte/identifiant.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const plat = (texts: readonly string[]): string => texts.map(nu).sort().join('\n');

export const scenariosSemblables: RegleCoherence = {
  code: 'scenarios-semblables',
  gravite: 'attention',
  titre: 'Deux scénarios se présentent dans les mêmes mots.',
  explication:
    'Un comité choisit entre des organisations : le résumé de chaque scénario (« resume ») dit ce qui n’est qu’à lui, et ses avantages et inconvénients ne sont pas tous ceux d’un autre.',
  livrables: ['scenarios', 'copil'],
  verifier: ({ study: { scenarios } }) =>
    scenarios.flatMap((one, i) =>
      scenarios.slice(0, i).flatMap((other): Contradiction[] => {
        const told = (champ: 'resume' | 'avantages', quoi: string): Contradiction => ({
          chemin: `scenarios/${one.id}/${champ}`,
          contre: [`scenarios/${other.id}/${champ}`],
          message: `« ${one.titre} » et « ${other.titre} » ont ${quoi}.`,
          issue: 'Dites de chacun ce qui le distingue.',
          saisie: 'Ce qui n’est qu’à lui s’écrit dans « resume », « avantages » et « inconvenients ».',
        });
        const traits = ({ avantages = [], inconvenients = [] }: typeof one): string[] => [
          ...avantages,
          ...inconvenients,
        ];
        return [
          ...(plat([one.resume]) === plat([other.resume]) ? [told('resume', 'le même résumé')] : []),
          ...(one.avantages?.length && other.avantages?.length && plat(traits(one)) === plat(traits(other))
            ? [told('avantages', 'les mêmes avantages et les mêmes inconvénients')]
            : []),
        ];
      }),
    ),
};

export const SEMBLABLES = [scenariosSemblables] as const;
