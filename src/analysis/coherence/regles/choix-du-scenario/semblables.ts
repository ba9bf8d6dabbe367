/** Scenarios that the text does not tell apart. */
import type { Study } from '../../../../study/study.js';
import { nu } from '../../../../texte/identifiant.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

type Scenario = Pick<Study['scenarios'][number], 'id' | 'titre' | 'resume' | 'avantages' | 'inconvenients'>;

/** The same texts in another order, another case or other accents are the same words. */
const plat = (texts: readonly string[]): string => texts.map(nu).sort().join('\n');

const resume = (scenario: Scenario): string => plat([scenario.resume]);

/** Null for a scenario that tells no advantage yet. */
const traits = ({ avantages = [], inconvenients = [] }: Scenario): string | null =>
  avantages.length > 0 ? plat([...avantages, ...inconvenients]) : null;

/** Scenarios that have the words of one before them, each told once, with the first that has them. */
function dits(
  scenarios: readonly Scenario[],
  champ: 'resume' | 'avantages',
  motsDe: (scenario: Scenario) => string | null,
  quoi: string,
): Contradiction[] {
  const firsts = new Map<string, Scenario>();
  return scenarios.flatMap((one): Contradiction[] => {
    const mots = motsDe(one);
    if (mots === null) return [];
    const first = firsts.get(mots);
    if (!first) {
      firsts.set(mots, one);
      return [];
    }
    return [
      {
        chemin: `scenarios/${one.id}/${champ}`,
        contre: [`scenarios/${first.id}/${champ}`],
        message: `« ${one.titre} » et « ${first.titre} » ont ${quoi}.`,
        issue: 'Dites de chacun ce qui le distingue.',
        saisie: 'Ce qui n’est qu’à lui s’écrit dans « resume », « avantages » et « inconvenients ».',
      },
    ];
  });
}

export const scenariosSemblables: RegleCoherence = {
  code: 'scenarios-semblables',
  gravite: 'attention',
  titre: 'Deux scénarios se présentent dans les mêmes mots.',
  explication:
    'Un comité choisit entre des organisations : le résumé de chaque scénario (« resume ») dit ce qui n’est qu’à lui, et ses avantages et inconvénients ne sont pas tous ceux d’un autre.',
  livrables: ['scenarios', 'copil'],
  verifier: ({ study: { scenarios } }) => [
    ...dits(scenarios, 'resume', resume, 'le même résumé'),
    ...dits(scenarios, 'avantages', traits, 'les mêmes avantages et les mêmes inconvénients'),
  ],
};

export const SEMBLABLES = [scenariosSemblables] as const;
