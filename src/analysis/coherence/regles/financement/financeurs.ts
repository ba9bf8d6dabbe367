/** Who finances, against what the receipt says of the money: its origin, and whether it is the bearer's own. */

import { group } from 'd3-array';
import type { Acteur, Scenario } from '../../../../study/types.gen.js';
import { euros, pourcent } from '../../../../texte/nombres.js';
import { NATURES_JURIDIQUES, natureDe } from '../../../natures.js';
import { nomDeLaSource } from '../../../scenarios/financement/regles-aides.js';
import type { ContexteCoherence } from '../../contexte.js';
import { quantite } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';
import { cleDeLAide } from '../moyens/delais.js';

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
  // A local action group may be an association, which programmes European funds.
  if (origine === 'europe' && nature === 'association') return true;
  // A semi-public company is a private one that public bodies hold.
  if (acteur.type === 'sem') return true;
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
  // What users pay goes through the bearer that takes it: the money is theirs.
  if (nature === 'recette' && financeur === porteur && origine === 'prive') return null;
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

/** What a project says of the money of an actor: public or private. */
const originesDesProjets = ({ study, acteur }: ContexteCoherence): Contradiction[] =>
  study.projets.flatMap(({ id, titre, financements = [] }) =>
    financements.flatMap(({ acteur: giver, financeur, origine }, i): Contradiction[] => {
      const sheet = study.acteurs.find((one) => one.id === giver);
      const nature = sheet ? natureDe(sheet) : null;
      if (!sheet || nature === null || sheet.type === 'sem' || (origine !== 'public' && origine !== 'prive')) return [];
      if ((nature === 'public') === (origine === 'public')) return [];
      return [
        {
          chemin: `projets/${id}/financements/${i + 1}/origine`,
          contre: [`acteurs/${sheet.id}/type`],
          message: `dans « ${titre} », « ${financeur} » est d’origine ${origine === 'public' ? 'publique' : 'privée'}, et ${acteur(sheet.id)}, qui le donne, est du type « ${NATURES_JURIDIQUES[nature].toLowerCase()} ».`,
          issue: 'Corrigez le financeur, ou l’origine de la recette.',
        },
      ];
    }),
  );

export const origineDuFinanceur: RegleCoherence = {
  code: 'origine-du-financeur',
  gravite: 'attention',
  titre: 'L’origine d’une recette n’est pas celle que son financeur permet.',
  explication:
    'Une recette d’origine européenne, d’État, régionale, départementale ou communale est donnée par une personne publique, ou par une instance qui en programme les fonds ; une recette privée ne l’est pas par une personne publique ; l’autofinancement est donné par le porteur. Il en est de même des recettes d’un projet dont le financeur a une fiche (« acteur »). La part publique du plan, et les règles qui en dépendent, en découlent.',
  livrables: ['scenarios', 'mode-operatoire', 'fiches-projets', 'bilan'],
  verifier: (contexte) => [
    ...originesDesProjets(contexte),
    ...contexte.study.scenarios.flatMap((scenario) =>
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
  ],
};

/** Under it, a receipt is not held for sure. */
const SUR = 0.9;

/** The VAT that is given back, due by law unless the study says otherwise. */
function tvaImprobable({ criteres }: ContexteCoherence['study']): Contradiction[] {
  const { statut = 'de-droit', probabilite = 1 } = criteres?.hypotheses?.fctva ?? {};
  if ((statut !== 'acquis' && statut !== 'de-droit') || probabilite >= SUR) return [];
  const path = 'criteres/hypotheses/fctva';
  return [
    {
      chemin: `${path}/probabilite`,
      contre: [`${path}/statut`],
      message: `la TVA rendue est ${statut === 'acquis' ? 'acquise' : 'due par la loi'}, et probable à ${pourcent(probabilite)}.`,
      issue: 'Corrigez l’état de la recette, ou sa probabilité.',
    },
  ];
}

export const acquisImprobable: RegleCoherence = {
  code: 'acquis-improbable',
  gravite: 'attention',
  titre: 'Une recette est dite acquise, et peu probable.',
  explication:
    'Une recette acquise, ou due par la loi (« statut »), est obtenue : sa probabilité est de 90 % au moins, TVA rendue comprise (« hypotheses.fctva »). En deçà, la part de financement acquis et les tirages disent deux choses.',
  livrables: ['scenarios'],
  verifier: ({ study, nomSeul }) => [
    ...tvaImprobable(study),
    ...study.scenarios.flatMap(({ id, titre, financements }) =>
      financements.flatMap((one, i): Contradiction[] => {
        const { statut, probabilite = 1 } = one;
        if ((statut !== 'acquis' && statut !== 'de-droit') || probabilite >= SUR) return [];
        const path = `scenarios/${id}/financements/${one.id ?? i + 1}`;
        return [
          {
            chemin: `${path}/probabilite`,
            contre: [`${path}/statut`],
            message: `dans « ${titre} », « ${nomDeLaSource(one, nomSeul)} » est ${statut === 'acquis' ? 'acquise' : 'due par la loi'}, et probable à ${pourcent(probabilite)}.`,
            issue: 'Corrigez l’état de la recette, ou sa probabilité.',
          },
        ];
      }),
    ),
  ],
};

/** What is only hoped for, as its reader is told. */
const ESPEREES: Readonly<Partial<Record<Financement['statut'], string>>> = {
  pressenti: 'pressentie',
  sollicite: 'demandée',
  'a-voter': 'à voter',
};

export const espereeEtSure: RegleCoherence = {
  code: 'esperee-et-sure',
  gravite: 'attention',
  titre: 'Une recette qui n’est qu’espérée est comptée à coup sûr.',
  explication:
    'Une recette pressentie, demandée ou à voter peut manquer : sa probabilité (« probabilite ») est inférieure à 1. Sans elle, les recettes pesées par leur chance, les tirages et le besoin à trouver la tiennent pour sûre. Ce que le porteur vote lui-même (« nature: autofinancement »), et ce qui est à voter avec une probabilité donnée, sont laissés à l’étude.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, nomSeul }) =>
    study.scenarios.flatMap(({ id, titre, financements }) =>
      financements.flatMap((one, i): Contradiction[] => {
        const { statut, probabilite, nature } = one;
        const hoped = ESPEREES[statut];
        const sure = probabilite === undefined || (probabilite >= 1 && statut !== 'a-voter');
        if (hoped === undefined || !sure || nature === 'autofinancement') return [];
        const path = `scenarios/${id}/financements/${one.id ?? i + 1}`;
        return [
          {
            chemin: probabilite === undefined ? path : `${path}/probabilite`,
            contre: [`${path}/statut`],
            message: `dans « ${titre} », « ${nomDeLaSource(one, nomSeul)} » est ${hoped}, et comptée à coup sûr${probabilite === undefined ? ', faute d’une probabilité' : ''}.`,
            issue: 'Donnez sa chance de venir, ou l’état qui la rend sûre.',
            saisie: 'La chance s’écrit dans « probabilite », de 0 à 1.',
          },
        ];
      }),
    ),
};

/** The terms of an aid that its rule gives, each with its name. */
const TERMES = [
  { cle: 'taux', dit: (one: Financement) => (one.taux === undefined ? null : `${pourcent(one.taux)} de son assiette`) },
  {
    cle: 'plafond',
    dit: (one: Financement) =>
      typeof one.plafond === 'number'
        ? `${euros(one.plafond)} au plus${one.plafond_par === 'programme' ? '' : one.plafond_par === 'dossier' ? ' par dossier' : ' par an'}`
        : null,
  },
] as const;

/** The aids that rest on the same rule, from the same givers, to bearers of one nature, for the same expenses; a scenario that has two of them says by itself that they are not one. */
function memesAides({ scenarios, acteurs }: ContexteCoherence['study']) {
  const natures = new Map(acteurs.map((one) => [one.id, natureDe(one)]));
  const all = scenarios.flatMap((scenario) =>
    scenario.financements.flatMap((source, i) =>
      source.nature === 'subvention' && source.reference !== undefined
        ? [{ scenario, source, chemin: `scenarios/${scenario.id}/financements/${source.id ?? i + 1}` }]
        : [],
    ),
  );
  const key = ({ scenario, source }: (typeof all)[number]): string =>
    [
      cleDeLAide(source),
      natures.get(scenario.porteur),
      source.section,
      source.assiette === undefined ? 'toutes' : [...source.assiette].sort().join('+'),
    ].join(' ');
  return [...group(all, key).values()].filter(
    (same) => new Set(same.map(({ scenario }) => scenario.id)).size === same.length,
  );
}

export const aideInegale: RegleCoherence = {
  code: 'aide-inegale',
  gravite: 'attention',
  titre: 'La même aide n’a pas le même taux, ou le même plafond, d’un scénario à l’autre.',
  explication:
    'Une aide de même règle (« reference »), des mêmes financeurs, pour les mêmes dépenses (« assiette », « section ») et à des porteurs de même nature (publics, associations) se calcule de la même façon (« taux », « plafond ») quel que soit le scénario. Une différence avantage un scénario par une hypothèse que personne n’a choisie ; si la règle la veut, l’étude écarte cet avertissement en disant pourquoi.',
  livrables: ['scenarios'],
  verifier: ({ study, nomSeul }) =>
    memesAides(study).flatMap((same) =>
      TERMES.flatMap(({ cle, dit }): Contradiction[] => {
        const known = same.flatMap((one) => {
          const term = dit(one.source);
          return term === null ? [] : [{ ...one, term }];
        });
        const [first] = known;
        const other = known.find(({ term }) => term !== first?.term);
        if (!first || !other) return [];
        return [
          {
            chemin: `${other.chemin}/${cle}`,
            contre: [`${first.chemin}/${cle}`],
            message: `« ${nomDeLaSource(other.source, nomSeul)} » donne ${other.term} dans « ${other.scenario.titre} », et ${first.term} dans « ${first.scenario.titre} ».`,
            issue: 'Donnez-lui les mêmes termes, ou citez la règle qui les distingue.',
            saisie: 'La règle se cite dans « reference » du financement (scenarios.yaml).',
          },
        ];
      }),
    ),
};

export const montantEtTaux: RegleCoherence = {
  code: 'montant-et-taux',
  gravite: 'attention',
  titre: 'Une recette a un montant et un taux.',
  explication:
    'Une recette est une somme (« montant ») ou une part de dépenses (« taux ») : quand elle dit les deux, le plan de financement n’en compte qu’une, et le lecteur ne sait pas laquelle.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, nomSeul }) =>
    study.scenarios.flatMap(({ id, titre, financements }) =>
      financements.flatMap((one, i): Contradiction[] => {
        if (one.taux === undefined || one.montant === undefined) return [];
        const path = `scenarios/${id}/financements/${one.id ?? i + 1}`;
        return [
          {
            chemin: `${path}/montant`,
            contre: [`${path}/taux`],
            message: `dans « ${titre} », « ${nomDeLaSource(one, nomSeul)} » est de ${euros(quantite(one.montant))}, et de ${pourcent(one.taux)} de son assiette.`,
            issue: 'Gardez le montant, ou le taux.',
          },
        ];
      }),
    ),
};

export const FINANCEURS = [montantEtTaux, origineDuFinanceur, acquisImprobable, espereeEtSure, aideInegale] as const;
