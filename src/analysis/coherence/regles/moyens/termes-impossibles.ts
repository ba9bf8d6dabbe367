/** Terms of a line that leave nothing of each other: an aid that is never paid, a line of no year, a weight out of its own range. */
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { euros, nombreFr } from '../../../../texte/nombres.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { nomDeLaSource } from '../../../scenarios/financement/regles-aides.js';
import { cheminConvention } from '../../chemins.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

type Scenario = Study['scenarios'][number];

export const plancherAuDelaDuPlafond: RegleCoherence = {
  code: 'plancher-au-dela-du-plafond',
  gravite: 'attention',
  titre: 'Une aide ne peut jamais être versée : son plancher passe son plafond.',
  explication:
    'Une aide sous son « plancher » n’est pas versée, et elle ne passe ni son plafond de l’année (« plafond », quand « plafond_par » est l’année), ni son plafond de toute la durée (« plafond_total ») : un plancher plus haut que l’un d’eux n’en laisse rien, et le scénario y compte zéro.',
  livrables: ['scenarios'],
  verifier: ({ study, nomSeul }) =>
    study.scenarios.flatMap(({ id, titre, financements }) =>
      financements.flatMap((source, i): Contradiction[] => {
        const { plancher = 0, plafond, plafond_par: per = 'annee', plafond_total: whole } = source;
        const [under] = [
          { field: 'plafond', most: per === 'annee' ? plafond : undefined, dit: 'par an' },
          { field: 'plafond_total', most: whole, dit: 'en tout' },
        ].flatMap(({ most, ...one }) => (most !== undefined && plancher > most ? [{ ...one, most }] : []));
        if (!under) return [];
        const path = `scenarios/${id}/financements/${source.id ?? i + 1}`;
        return [
          {
            chemin: `${path}/plancher`,
            contre: [`${path}/${under.field}`],
            message: `dans « ${titre} », « ${nomDeLaSource(source, nomSeul)} » n’est pas versée sous ${euros(plancher)}, et ne passe pas ${euros(under.most)} ${under.dit} : elle ne l’est jamais.`,
            issue: 'Corrigez le plancher, ou le plafond.',
          },
        ];
      }),
    ),
};

/** The lines of a scenario that say their years, with their path. */
const lignesDatees = ({ id, moyens, financements }: Scenario, nommer: (id: string) => string) => [
  ...moyens.humains.map(({ id: line, profil, annees }) => ({
    chemin: `scenarios/${id}/moyens/humains/${line}`,
    nom: profil,
    annees,
  })),
  ...(moyens.fonctionnement ?? []).map(({ id: line, libelle, annees }) => ({
    chemin: `scenarios/${id}/moyens/fonctionnement/${line}`,
    nom: libelle,
    annees,
  })),
  ...financements.map((source, i) => ({
    chemin: `scenarios/${id}/financements/${source.id ?? i + 1}`,
    nom: nomDeLaSource(source, nommer),
    annees: source.annees,
  })),
];

export const ligneHorsDuree: RegleCoherence = {
  code: 'ligne-hors-duree',
  gravite: 'attention',
  titre: 'Un poste, une dépense ou une recette n’est d’aucune année du scénario.',
  explication:
    'Une ligne qui dit ses années (« annees », comptées depuis 1) en a une au moins dans la durée du scénario (« duree_annees », ou celle des hypothèses) : sinon elle n’entre dans aucun budget.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, nomSeul }) =>
    study.scenarios.flatMap((scenario) => {
      const years = scenario.duree_annees ?? study.criteres?.hypotheses?.duree_annees;
      const duration =
        scenario.duree_annees === undefined
          ? 'criteres/hypotheses/duree_annees'
          : `scenarios/${scenario.id}/duree_annees`;
      return lignesDatees(scenario, nomSeul).flatMap(({ chemin, nom, annees = [] }): Contradiction[] =>
        years === undefined || annees.length === 0 || annees.some((year) => year <= years)
          ? []
          : [
              {
                chemin: `${chemin}/annees`,
                contre: [duration],
                message: `« ${nom} » n’est compté qu’à partir de l’année ${Math.min(...annees)} de « ${scenario.titre} », qui dure ${compte(years, 'an')} : il ne l’est jamais.`,
                issue:
                  'Corrigez ses années (la première du scénario est 1), retirez la ligne, ou allongez le scénario.',
              },
            ],
      );
    }),
};

export const voteDUnAutre: RegleCoherence = {
  code: 'vote-d-un-autre',
  gravite: 'attention',
  titre: 'Une recette est à voter par le porteur, et c’est un autre qui la donne.',
  explication:
    'Une recette « a-voter » (« statut ») est celle dont le porteur décide lui-même : il en est le financeur, ou l’un de ceux du groupe. Ce qu’un autre doit décider est pressenti ou sollicité.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, nomSeul, acteur }) =>
    study.scenarios.flatMap(({ id, titre, porteur, financements }) =>
      financements.flatMap((source, i): Contradiction[] => {
        const { statut, financeur, groupe = [] } = source;
        const own = [financeur, ...groupe.map((one) => one.acteur)].includes(porteur);
        if (statut !== 'a-voter' || financeur === undefined || own) return [];
        const path = `scenarios/${id}/financements/${source.id ?? i + 1}`;
        return [
          {
            chemin: `${path}/statut`,
            contre: [`${path}/financeur`],
            message: `dans « ${titre} », « ${nomDeLaSource(source, nomSeul)} » est à voter par le porteur, ${acteur(porteur)}, et c’est ${acteur(financeur)} qui le donne.`,
            issue: 'Corrigez l’état de la recette, ou son financeur.',
          },
        ];
      }),
    ),
};

export const poidsHorsDeSaPlage: RegleCoherence = {
  code: 'poids-hors-de-sa-plage',
  gravite: 'attention',
  titre: 'Le poids d’un critère n’est pas entre ceux que l’étude tient pour plausibles.',
  explication:
    'Le poids d’un critère (« poids ») est entre le plus bas et le plus haut que l’étude lui admet (« poids_min », « poids_max ») : c’est autour de lui que l’on éprouve le classement.',
  livrables: ['scenarios'],
  verifier: ({ study: { criteres } }) =>
    (criteres?.criteres ?? []).flatMap(({ id, libelle, poids, poids_min: low, poids_max: high }): Contradiction[] => {
      const at = `criteres/criteres/${id}`;
      const [beyond] = [
        ...(low !== undefined && poids < low ? [{ field: 'poids_min', dit: `${nombreFr(low)} au moins` }] : []),
        ...(high !== undefined && poids > high ? [{ field: 'poids_max', dit: `${nombreFr(high)} au plus` }] : []),
      ];
      if (!beyond) return [];
      return [
        {
          chemin: `${at}/poids`,
          contre: [`${at}/${beyond.field}`],
          message: `« ${libelle} » pèse ${compte(poids, 'point')}, et en pèserait ${beyond.dit}.`,
          issue: 'Corrigez le poids, ou ses bornes.',
        },
      ];
    }),
};

export const sensDeLaConvention: RegleCoherence = {
  code: 'sens-de-la-convention',
  gravite: 'attention',
  titre: 'Une convention promet une recette et nomme ce qui la paie, ou l’inverse.',
  explication:
    'Une convention qui apporte une recette (« sens: recu ») nomme le financement qu’elle assure (« financement »), et non une ligne de dépense (« ligne ») ; celle qui verse au partenaire (« sens: verse », ou rien), l’inverse.',
  livrables: ['mode-operatoire'],
  verifier: ({ study, acteur, nomSeul }) => {
    const scenario = scenarioDecrit(study);
    const recette = (one: string): string => {
      const source = scenario?.financements.find(({ id }) => id === one);
      return source ? `, « ${nomDeLaSource(source, nomSeul)} »` : '';
    };
    const depense = (one: string): string => {
      const line = scenario?.moyens.fonctionnement?.find(({ id }) => id === one);
      return line ? `, « ${line.libelle} »` : '';
    };
    return (study.mode_operatoire?.conventions ?? []).flatMap((one, i): Contradiction[] => {
      const { id, partenaire, sens = 'verse', ligne, financement } = one;
      const path = cheminConvention(id, i);
      const told = (champ: 'ligne' | 'financement', message: string): Contradiction => ({
        chemin: `${path}/${champ}`,
        contre: [one.sens === undefined ? path : `${path}/sens`],
        message: `la convention avec ${acteur(partenaire)} ${message}.`,
        issue: 'Corrigez le sens de la convention, ou ce qu’elle nomme.',
        saisie: 'Une recette s’écrit « sens: recu » et « financement » ; une dépense, « ligne ».',
      });
      if (sens === 'recu')
        return ligne === undefined
          ? []
          : [told('ligne', `apporte une recette, et nomme une dépense qui la paierait${depense(ligne)}`)];
      return financement === undefined
        ? []
        : [
            told(
              'financement',
              `verse à ce partenaire, et nomme une recette qu’elle apporterait${recette(financement)}`,
            ),
          ];
    });
  },
};

export const TERMES_IMPOSSIBLES = [
  plancherAuDelaDuPlafond,
  ligneHorsDuree,
  voteDUnAutre,
  poidsHorsDeSaPlage,
  sensDeLaConvention,
] as const;
