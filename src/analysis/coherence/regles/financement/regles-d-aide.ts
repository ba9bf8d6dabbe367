/** What a line copies from a reference against what the reference allows: rates, ceilings, costs, flat rates. */
import { compte } from '../../../../texte/accords.js';
import { commeEcrit, nombreFr, pourcent } from '../../../../texte/nombres.js';
import { euros, montantProbable } from '../../../montants.js';
import { montantEnCroisiere } from '../../../scenarios/depenses-et-charge/activite.js';
import { total } from '../../../scenarios/financement/financement.js';
import { estEligible, nationales } from '../../../scenarios/financement/regles-aides.js';
import { depasse } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';
import { horsSection } from './recettes.js';

export const aideAuDelaDeSaRegle: RegleCoherence = {
  code: 'aide-au-dela-de-sa-regle',
  gravite: 'attention',
  titre: 'Une aide ou un forfait dépasse ce que sa règle permet.',
  explication:
    'La règle que cite une recette ou une dépense (« reference ») peut porter un taux maximal (« taux_maximal ») et un plafond (« plafond ») : le taux, le plafond ou le montant de la recette et le forfait sur les salaires (« taux_personnel ») ne les dépassent pas. Elle peut dire aussi la quotité sous laquelle elle n’admet pas un poste (« part_poste_minimale ») : celle de la recette n’est pas plus basse.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study }) =>
    study.scenarios.flatMap((scenario) => {
      const { id, titre, financements, moyens } = scenario;
      const lines = [
        ...financements.map((one, i) => ({
          chemin: `scenarios/${id}/financements/${one.id ?? i + 1}`,
          nom: one.libelle ?? one.id,
          reference: one.reference,
          taux: one.taux,
          plafond: one.plafond,
          montant: one.taux === undefined ? (montantEnCroisiere(scenario, one)?.mode ?? null) : null,
          montantEcrit: one.tarif === undefined ? 'montant' : 'tarif',
          poste: one.part_poste_minimale,
          champ: 'taux',
        })),
        ...(moyens.fonctionnement ?? []).map((one) => ({
          chemin: `scenarios/${id}/moyens/fonctionnement/${one.id}`,
          nom: one.libelle,
          reference: one.reference,
          taux: one.taux_personnel,
          plafond: undefined,
          montant: null,
          montantEcrit: 'montant',
          poste: undefined,
          champ: 'taux_personnel',
        })),
      ];
      return lines.flatMap(({ chemin, nom, reference, taux, plafond, montant, montantEcrit, poste, champ }) => {
        const rule = study.references.find((one) => one.id === reference);
        const told = (field: string, given: string, allowed: string): Contradiction => ({
          chemin: `${chemin}/${field}`,
          contre: [`references/${reference}`],
          message: `dans « ${titre} », « ${nom} » compte ${given} ; « ${rule?.titre} » n’en permet que ${allowed}.`,
          issue: 'Ramenez la ligne à ce que la règle permet, ou citez la règle qui permet davantage.',
          saisie: 'La règle se cite dans « reference » ou « regles » du financement (scenarios.yaml).',
        });
        return [
          ...(taux !== undefined && rule?.taux_maximal !== undefined && depasse(taux, rule.taux_maximal)
            ? [told(champ, pourcent(taux), pourcent(rule.taux_maximal))]
            : []),
          ...(plafond !== undefined && rule?.plafond !== undefined && plafond > rule.plafond
            ? [told('plafond', euros(plafond), euros(rule.plafond))]
            : []),
          ...(montant !== null && rule?.plafond !== undefined && depasse(montant, rule.plafond)
            ? [told(montantEcrit, `${euros(montant)} par an`, euros(rule.plafond))]
            : []),
          ...(poste !== undefined && rule?.part_poste_minimale !== undefined && depasse(rule.part_poste_minimale, poste)
            ? [
                told(
                  'part_poste_minimale',
                  `tout poste de ${nombreFr(poste)} ETP ou plus`,
                  `ceux de ${nombreFr(rule.part_poste_minimale)} ETP`,
                ),
              ]
            : []),
        ];
      });
    }),
};

const contrepartieInsuffisante: RegleCoherence = {
  code: 'contrepartie-insuffisante',
  gravite: 'attention',
  titre: 'Une aide compte plus que ce que les fonds publics nationaux appellent.',
  explication:
    'Une règle que cite une aide (« reference », « regles ») peut demander une part de fonds publics nationaux dans le total formé avec elle (« contrepartie_nationale ») : État, région, département, bloc communal, porteur public. L’aide qui porte elle-même cette part est bornée par le calcul ; celle qui ne la porte pas, ou en porte une plus basse, ne compte pas plus que ce que les fonds nationaux du plan permettent, à un euro près.',
  exemple: '- { id: feader, contrepartie_nationale: 0.2, … }',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, scenarios }) =>
    scenarios().scenarios.flatMap(({ chiffrage: { scenario, recettes } }) => {
      const { id, titre, financements } = scenario;
      const received = (s: number): number => total(recettes[s] ?? []);
      const national = nationales(financements).reduce((sum, s) => sum + received(s), 0);
      return financements.flatMap((source, i): Contradiction[] => {
        const { contrepartie_nationale: own = 0 } = source;
        const [rule] = [source.reference, ...(source.regles ?? [])]
          .flatMap((cited) => study.references.find((one) => one.id === cited) ?? [])
          .filter(({ contrepartie_nationale: part = 0 }) => depasse(part, own));
        const part = rule?.contrepartie_nationale;
        if (!rule || part === undefined || !depasse(part * received(i) - (1 - part) * national, 1)) return [];
        return [
          {
            chemin: `scenarios/${id}/financements/${source.id ?? i + 1}`,
            contre: [`references/${rule.id}`],
            message: `dans « ${titre} », « ${source.libelle ?? source.id} » apporte ${euros(received(i))} pour ${euros(national)} de fonds publics nationaux ; « ${rule.titre} » veut que ceux-ci fassent ${pourcent(part)} du total.`,
            issue: 'Ramenez l’aide à ce que ces fonds appellent, ou trouvez ceux qui manquent.',
            saisie: 'L’aide qui porte « contrepartie_nationale » est bornée par le calcul.',
          },
        ];
      });
    }),
};

export const forfaitContredit: RegleCoherence = {
  code: 'forfait-contredit',
  gravite: 'attention',
  titre: 'Un forfait sur les salaires n’est pas le montant écrit à côté.',
  explication:
    'Une dépense qui est une part des salaires de son porteur (« taux_personnel ») se calcule sur eux, et suit leur évolution. Le montant écrit (« cout_annuel ») est ce qu’elle fait la première année, à un pour cent près : autrement, le lecteur des données et celui du document n’ont pas le même chiffre.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study }) =>
    study.scenarios.flatMap(({ id, titre, moyens }) =>
      (moyens.fonctionnement ?? []).flatMap((one): Contradiction[] => {
        const { taux_personnel: taux } = one;
        const written = montantProbable(one.cout_annuel);
        const posts = (moyens.humains ?? []).filter(({ porteur }) => porteur === one.porteur);
        const wages = posts.reduce((sum, { etp, cout_annuel }) => sum + etp * montantProbable(cout_annuel), 0);
        if (taux === undefined || written === null || posts.length === 0) return [];
        const computed = taux * wages;
        if (!depasse(Math.abs(computed - written), Math.max(1, 0.01 * computed))) return [];
        return [
          {
            chemin: `scenarios/${id}/moyens/fonctionnement/${one.id}/cout_annuel`,
            contre: [`scenarios/${id}/moyens/fonctionnement/${one.id}/taux_personnel`],
            message: `dans « ${titre} », « ${one.libelle} » est écrit à ${euros(written)} ; ${pourcent(taux)} des salaires font ${euros(Math.round(computed))}.`,
            issue: 'Corrigez le montant, ou le taux.',
          },
        ];
      }),
    ),
};

export const coutHorsReference: RegleCoherence = {
  code: 'cout-hors-reference',
  gravite: 'attention',
  titre: 'Le coût d’un poste sort de la fourchette de la référence qu’il cite.',
  explication:
    'Un poste qui cite la référence de son coût (« reference ») en reste dans la fourchette (« valeurs: { min, max } », en euros par ETP et par an), pour sa valeur la plus probable.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study }) =>
    study.scenarios.flatMap(({ id, titre, moyens }) =>
      (moyens.humains ?? []).flatMap(({ id: poste, profil, cout_annuel, reference }): Contradiction[] => {
        const rule = study.references.find((one) => one.id === reference);
        const { min, max } = rule?.valeurs ?? {};
        const cost = montantProbable(cout_annuel);
        if (!rule || typeof min !== 'number' || typeof max !== 'number' || (cost >= min && cost <= max)) return [];
        return [
          {
            chemin: `scenarios/${id}/moyens/humains/${poste}/cout_annuel`,
            contre: [`references/${rule.id}`],
            message: `dans « ${titre} », « ${profil} » coûte ${euros(cost)} par ETP ; « ${rule.titre} » va de ${commeEcrit(min)} à ${commeEcrit(max)}\u00a0€.`,
            issue: 'Corrigez le coût, ou citez une autre référence.',
            saisie: 'La référence se cite dans « reference » du poste (scenarios.yaml).',
          },
        ];
      }),
    ),
};

export const aideSansAssiette: RegleCoherence = {
  code: 'aide-sans-assiette',
  gravite: 'attention',
  titre: 'Une aide est une part de dépenses que le scénario n’a pas.',
  explication:
    'Une aide qui se calcule par un taux ne porte que sur les natures de dépense de son « assiette », payées par les porteurs de « assiette_porteurs » (celui du scénario, sinon). Si aucune dépense n’en est, elle vaut 0 € chaque année, sans que rien d’autre le dise.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ scenarios }) =>
    scenarios().scenarios.flatMap(({ chiffrage: { scenario, lignes } }) =>
      scenario.financements.flatMap((source, i): Contradiction[] =>
        source.taux === undefined ||
        // All of another section than its own is told as such (`assiette-hors-section`).
        (source.assiette !== undefined && horsSection(source).length === source.assiette.length) ||
        lignes.some((ligne) => estEligible(source, ligne, scenario.porteur))
          ? []
          : [
              {
                chemin: `scenarios/${scenario.id}/financements/${source.id ?? i + 1}`,
                contre: [`scenarios/${scenario.id}/moyens`],
                message: `dans « ${scenario.titre} », « ${source.libelle ?? source.id} » est une part de dépenses que le scénario n’a pas : elle n’apporte rien.`,
                issue: 'Écrivez les dépenses que l’aide couvre, ou changez ce qu’elle prend en compte.',
                saisie: `Écrivez dans « assiette » les natures des dépenses (ici : ${[...new Set(lignes.map(({ nature }) => nature))].join(', ')}), et dans « assiette_porteurs » qui les paie.`,
              },
            ],
      ),
    ),
};

/** The durations that a reference gives, by kind of good: « 2 », « 5-10 », 5. */
const durees = (valeurs: Record<string, unknown>): number[] =>
  Object.values(valeurs).flatMap((value) => {
    const found = /^(\d+)(?:\s*(?:[-–à]|et)\s*(\d+))?(?:\s*ans?)?$/.exec(String(value).trim());
    return found ? found.slice(1).flatMap((one) => (one === undefined ? [] : [Number(one)])) : [];
  });

export const amortissementHorsReference: RegleCoherence = {
  code: 'amortissement-hors-reference',
  gravite: 'attention',
  titre: 'Un bien s’amortit plus vite, ou moins vite, que ne le permet la référence qu’il cite.',
  explication:
    'Un matériel qui cite une référence (« reference ») de durées d’amortissement, en années (« valeurs » : 5, "2-5") s’amortit (« amortissement ») entre la plus courte et la plus longue d’entre elles, ou en un an, comme un bien de faible valeur. La dotation annuelle, et ce qu’une aide en admet, en dépendent.',
  livrables: ['scenarios'],
  verifier: ({ study }) =>
    study.scenarios.flatMap(({ id, titre, moyens }) =>
      (moyens.materiels ?? []).flatMap(({ id: line, libelle, amortissement: years, reference }, i): Contradiction[] => {
        const rule = study.references.find((one) => one.id === reference);
        const known = rule && /amorti/i.test(`${rule.titre} ${rule.regle ?? ''}`) ? durees(rule.valeurs ?? {}) : [];
        const [low, high] = [Math.min(...known), Math.max(...known)];
        if (!rule || years === undefined || known.length === 0 || years <= 1 || (years >= low && years <= high))
          return [];
        return [
          {
            chemin: `scenarios/${id}/moyens/materiels/${line ?? i + 1}/amortissement`,
            contre: [`references/${rule.id}/valeurs`],
            message: `dans « ${titre} », « ${libelle} » s’amortit en ${compte(years, 'an')} ; « ${rule.titre} » va de ${nombreFr(low)} à ${nombreFr(high)}.`,
            issue: 'Corrigez la durée, ou citez une autre référence.',
            saisie: 'La référence se cite dans « reference » de la ligne (scenarios.yaml).',
          },
        ];
      }),
    ),
};

export const REGLES_D_AIDE = [
  aideAuDelaDeSaRegle,
  aideSansAssiette,
  contrepartieInsuffisante,
  forfaitContredit,
  coutHorsReference,
  amortissementHorsReference,
] as const;
