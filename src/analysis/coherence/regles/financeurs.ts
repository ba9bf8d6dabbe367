/** Who finances, against what the receipt says of the money: its origin, and whether it is the bearer's own. */

import type { Acteur, Scenario } from '../../../study/types.gen.js';
import { NATURES_JURIDIQUES, natureDe } from '../../natures.js';
import type { ContexteCoherence } from '../contexte.js';
import type { Contradiction, RegleCoherence } from '../regle.js';

type Financement = Scenario['financements'][number];
type Origine = NonNullable<Financement['origine']>;

/** As a sentence says where money comes from. */
const ORIGINES: Readonly<Record<Origine, string>> = {
  europe: 'européenne',
  etat: 'de l’État',
  region: 'régionale',
  departement: 'départementale',
  'bloc-communal': 'du bloc communal',
  porteur: 'du porteur',
  prive: 'privée',
};

/** Whether an actor may give money of an origin; one without a legal nature of its own (an instance, a network) may carry any. */
function peutVenirDe(origine: Origine, acteur: Acteur): boolean {
  const nature = natureDe(acteur);
  if (nature === null) return true;
  return origine === 'prive' ? nature !== 'public' : nature === 'public';
}

/** What does not agree in one receipt; null when all does. */
function contredit(
  { porteur }: Scenario,
  { financeur, groupe = [], origine, nature }: Financement,
  { study, acteur }: ContexteCoherence,
): { champ: string; contre: string; dit: string } | null {
  if (nature === 'autofinancement' && financeur !== undefined && financeur !== porteur)
    return {
      champ: 'nature',
      contre: `acteurs/${financeur}`,
      dit: `est de l’autofinancement, et c’est ${acteur(financeur)} qui le donne, non le porteur`,
    };
  if (origine === undefined) return null;
  if (origine === 'porteur')
    return financeur === undefined || financeur === porteur
      ? null
      : {
          champ: 'origine',
          contre: `acteurs/${financeur}`,
          dit: `est dit venir du porteur, et c’est ${acteur(financeur)} qui le donne`,
        };
  for (const id of [financeur, ...groupe.map((one) => one.acteur)]) {
    const one = study.acteurs.find((candidate) => candidate.id === id);
    const kind = one && natureDe(one);
    if (!one || !kind || peutVenirDe(origine, one)) continue;
    return {
      champ: 'origine',
      contre: `acteurs/${one.id}/type`,
      dit: `est d’origine ${ORIGINES[origine]}, et ${acteur(one.id)}, qui le donne, est du type « ${NATURES_JURIDIQUES[kind].toLowerCase()} »`,
    };
  }
  return null;
}

export const origineDuFinanceur: RegleCoherence = {
  code: 'origine-du-financeur',
  gravite: 'attention',
  titre: 'L’origine d’une recette n’est pas celle que son financeur permet.',
  explication:
    'Une recette d’origine européenne, d’État, régionale, départementale ou communale est donnée par une personne publique, ou par une instance qui en programme les fonds ; une recette privée ne l’est pas par une personne publique ; l’autofinancement est donné par le porteur. La part publique du plan, et les règles qui en dépendent, en découlent.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: (contexte) =>
    contexte.study.scenarios.flatMap((scenario) =>
      scenario.financements.flatMap((one, i): Contradiction[] => {
        const found = contredit(scenario, one, contexte);
        if (!found) return [];
        return [
          {
            chemin: `scenarios/${scenario.id}/financements/${one.id ?? i + 1}/${found.champ}`,
            contre: [found.contre],
            message: `dans « ${scenario.titre} », « ${one.libelle ?? one.id ?? i + 1} » ${found.dit}.`,
            issue: 'Corrigez le financeur, ou l’origine de la recette.',
          },
        ];
      }),
    ),
};

export const FINANCEURS = [origineDuFinanceur] as const;
