/** Costs compared in euros between scenarios that do not serve as many people, where no criterion counts what is served. */
import { greatest, least, sum } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import type { Criteres, Scenario } from '../../../../study/types.gen.js';
import { compte } from '../../../../texte/accords.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { nomDuScenario } from '../../../scenarios/noms.js';
import { communesDe } from '../../../territoire.js';
import { depasse } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** Amounts that grow with what is served. */
const MONTANTS: ReadonlySet<string> = new Set([
  'cout_total',
  'cout_annuel',
  'reste_a_charge_annuel',
  'reste_apres_aides',
]);
/** Measures by which a scenario that serves more people, or for less each, is worth more. */
const SERVICES: ReadonlySet<string> = new Set([
  'demandes_annuelles',
  'demandes_servies',
  'service_rendu_annuel',
  'population_couverte',
  'cout_par_demande',
  'cout_par_service',
  'cout_par_habitant',
]);

/** Part by which the largest population may pass the smallest: below it, the scenarios serve about the same territory. */
const ECART = 0.25;

const mesureParmi = ({ mesure }: Criteres['criteres'][number], wanted: ReadonlySet<string>): boolean =>
  'indicateur' in mesure && typeof mesure.indicateur === 'string' && wanted.has(mesure.indicateur);

/** Inhabitants of the perimeter of a scenario; null when one of its communes has no count, or when it goes beyond what is described. */
function habitantsDe({ territoire }: Study, { perimetre }: Scenario): number | null {
  const found = territoire.perimetres?.find(({ id }) => id === perimetre);
  if (!found || found.departements?.length) return null;
  const communes = communesDe(territoire.communes, found);
  return communes.length === 0 || communes.some(({ population }) => population === undefined)
    ? null
    : sum(communes, ({ population }) => population);
}

const couts: RegleCoherence = {
  code: 'tailles-inegales',
  gravite: 'attention',
  titre: 'Un critère compare les coûts de scénarios qui ne servent pas autant d’habitants.',
  explication:
    'Un coût total, un coût annuel ou un reste à financer grandit avec ce qui est servi : entre deux périmètres dont l’un a plus d’habitants que l’autre (au-delà d’un quart), il fait gagner le plus petit. Rien n’est dit quand un autre critère compte ce qui est servi, ou son coût par demande, par service ou par habitant.',
  livrables: ['scenarios'],
  verifier: ({ study }) => {
    const criteres = study.criteres?.criteres ?? [];
    if (criteres.some((one) => mesureParmi(one, SERVICES))) return [];
    const sized = study.scenarios.flatMap((scenario) => {
      const habitants = habitantsDe(study, scenario);
      return habitants ? [{ scenario, habitants }] : [];
    });
    const small = least(sized, (a, b) => a.habitants - b.habitants);
    const large = greatest(sized, (a, b) => a.habitants - b.habitants);
    if (!small || !large || !depasse(large.habitants - small.habitants, ECART * small.habitants)) return [];
    return criteres.flatMap((critere): Contradiction[] =>
      mesureParmi(critere, MONTANTS)
        ? [
            {
              chemin: `criteres/criteres/${critere.id}/mesure`,
              contre: [`scenarios/${small.scenario.id}/perimetre`, `scenarios/${large.scenario.id}/perimetre`],
              message: `« ${critere.libelle} » compare « ${nomDuScenario(small.scenario)} », pour ${compte(small.habitants, 'habitant')}, et « ${nomDuScenario(large.scenario)} », pour ${nombreFr(large.habitants)} ; aucun indicateur des critères ne compte ce qui est servi.`,
              issue:
                'Mesurez ce coût par habitant ou par service rendu, ajoutez un critère qui compte ce qui est servi, ou donnez le même périmètre aux scénarios.',
              saisie: 'L’indicateur s’écrit dans « criteres.mesure » (criteres.yaml).',
            },
          ]
        : [],
    );
  },
};

export const TAILLES_INEGALES = [couts] as const;
