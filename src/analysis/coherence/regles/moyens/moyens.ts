/** Means against each other: days of one side and of the other, price of a day, tools, duration, money of others. */
import { scenariosCompares } from '../../../../study/essais.js';
import type { Scenario } from '../../../../study/types.gen.js';
import { accord, compte, enumerer } from '../../../../texte/accords.js';
import { euros, nombreFr, pourcent } from '../../../../texte/nombres.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { coutEnCroisiere } from '../../../scenarios/depenses-et-charge/activite.js';
import { joursDesOutils, libresDuPorteur } from '../../../scenarios/depenses-et-charge/jours-des-outils.js';
import { nomDeLaSource } from '../../../scenarios/financement/regles-aides.js';
import { etiquette } from '../../../vocabulaire.js';
import { depasse, quantite } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** Share of the staff's days under which they are idle while partners are short. */
const OISIF = 0.8;

export const joursMalRepartis: RegleCoherence = {
  code: 'jours-mal-repartis',
  gravite: 'attention',
  titre: 'Les partenaires manquent de jours pendant que l’équipe du porteur en a de libres.',
  explication:
    'Les volumes et la part confiée aux partenaires demandent à ceux-ci plus de jours qu’ils n’en apportent, alors que moins de 80 % des jours de l’équipe sont employés et que l’ensemble suffirait. La part des partenaires n’a pas été réglée.',
  livrables: ['scenarios'],
  verifier: ({ scenarios }) =>
    scenarios().scenarios.flatMap(({ chiffrage: { scenario, charge } }): Contradiction[] => {
      const { joursPorteur, joursPartenaires, capacitePorteur, capacitePartenaires } = charge;
      const short = depasse(joursPartenaires - capacitePartenaires, 0.5);
      const idle = depasse(OISIF * capacitePorteur, joursPorteur);
      if (!short || !idle || depasse(joursPorteur + joursPartenaires, capacitePorteur + capacitePartenaires)) return [];
      return [
        {
          chemin: `scenarios/${scenario.id}/modalites`,
          contre: [`scenarios/${scenario.id}/moyens/humains`, `scenarios/${scenario.id}/partenaires`],
          message: `« ${scenario.titre} » demande ${compte(Math.round(joursPartenaires), 'jour')} aux partenaires, qui en apportent ${nombreFr(Math.round(capacitePartenaires))}, et n’emploie que ${nombreFr(Math.round(joursPorteur))} des ${compte(Math.round(capacitePorteur), 'jour')} de l’équipe du porteur.`,
          issue: 'Réglez la part des partenaires dans chaque modalité, ou les jours de chacun.',
        },
      ];
    }),
};

/** Days that a modality asks of everyone in a year at cruising speed. */
const joursDe = ({ volume_annuel, jours_par_unite }: Scenario['modalites'][number]): number =>
  quantite(volume_annuel) * quantite(jours_par_unite);

export const joursDesOutilsIgnores: RegleCoherence = {
  code: 'jours-des-outils-ignores',
  gravite: 'attention',
  titre: 'Les jours que demandent les outils ne tiennent pas dans ceux de l’équipe du porteur.',
  explication:
    'La fiche de chaque outil dit les jours par an qu’il demande (« cout.jours_an »). Un outil qui sert une modalité (« modalite ») prend ses jours sur ceux de cette modalité, s’ils y suffisent ; les autres, et ce qui dépasse, sont des jours d’agent du porteur : ils doivent tenir dans ce que les modalités laissent libre à son équipe, l’année où elle en a le moins. Ceux que les partenaires ont de reste n’y servent pas.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, scenarios }) =>
    scenarios().scenarios.flatMap(({ chiffrage: { scenario, charge } }): Contradiction[] => {
      const { total, horsModalites: apart, demandeurs } = joursDesOutils(scenario, study.outils);
      const free = libresDuPorteur(charge);
      const [first, ...others] = demandeurs.map((outil) => `outils/${outil}/cout/jours_an`);
      if (first === undefined || !depasse(apart - Math.max(0, free), 0.5)) return [];
      const left = Math.max(0, Math.round(free));
      const team = scenario.moyens.humains.some(({ porteur }) => porteur === scenario.porteur);
      const room = team
        ? `il n’en reste ${left > 0 ? `que ${nombreFr(left)}` : 'aucun'} à l’équipe du porteur une fois les modalités servies`
        : 'le porteur n’a pas de poste';
      const served = apart < total - 0.5 ? `, dont ${nombreFr(Math.round(apart))} hors des modalités` : '';
      return [
        {
          chemin: `scenarios/${scenario.id}/outils`,
          contre: [first, ...others],
          message: `les outils de « ${scenario.titre} » demandent ${compte(Math.round(total), 'jour')} par an d’après leurs fiches${served} ; ${room}.`,
          issue: 'Comptez ces jours dans les postes, ou dites de quelle modalité ils sont.',
          saisie: 'La modalité s’écrit dans « outils.modalite » du scénario (scenarios.yaml).',
        },
      ];
    }),
};

/** Both sides are estimates: days of tools over those of their modality, under which they are the same days. */
const TOLERANCE_OUTILS = 1.1;

export const outilAuDelaDeSaModalite: RegleCoherence = {
  code: 'outil-au-dela-de-sa-modalite',
  gravite: 'attention',
  titre: 'Les outils d’une modalité demandent plus de jours que la modalité n’en compte.',
  explication:
    'Les jours qu’un outil demande (« cout.jours_an », par sa quantité) se prennent sur ceux de la modalité qu’il sert (« modalite »). Au-delà, à dix pour cent près, la charge du scénario est comptée trop bas, même quand l’équipe a des jours libres. La règle ne vaut que pour le scénario que le mode opératoire décrit.',
  livrables: ['mode-operatoire'],
  verifier: ({ study }) => {
    const scenario = scenarioDecrit(study);
    return (scenario?.modalites ?? []).flatMap((modalite): Contradiction[] => {
      const asked = (scenario?.outils ?? []).flatMap(({ outil, modalite: id, quantite: n }, i) => {
        const fiche = study.outils.find((one) => one.id === outil);
        const jours = n * quantite(fiche?.cout?.jours_an);
        return fiche && id !== undefined && id === modalite.id && jours > 0 ? [{ i, fiche, jours }] : [];
      });
      const total = asked.reduce((sum, { jours }) => sum + jours, 0);
      const [first] = asked;
      if (!scenario || !first || !depasse(total, TOLERANCE_OUTILS * joursDe(modalite))) return [];
      const label = etiquette(study.etude.modalites, modalite.modalite).libelle;
      return [
        {
          chemin: `scenarios/${scenario.id}/outils/${first.i + 1}`,
          contre: [
            `scenarios/${scenario.id}/modalites/${modalite.id}/jours_par_unite`,
            ...asked.map(({ fiche }) => `outils/${fiche.id}/cout/jours_an`),
          ],
          message: `dans « ${scenario.titre} », ${enumerer(asked.map(({ fiche }) => `« ${fiche.nom} »`))} ${accord(asked.length, 'demande', 'demandent')} ${compte(Math.round(total), 'jour')} par an ; la modalité « ${label} » n’en compte que ${nombreFr(Math.round(joursDe(modalite)))}.`,
          issue: 'Comptez ces jours dans la modalité, ou réduisez ce que les outils demandent.',
          saisie:
            'Les jours d’une modalité s’écrivent dans « modalites.jours_par_unite » (scenarios.yaml), ceux d’un outil dans « cout.jours_an » (outils.yaml).',
        },
      ];
    });
  },
};

/** Ratio above which two prices of the same day are no longer the same price. */
const ECART_DE_PRIX = 2;

/** Euros for a paid day of partner; null when no line pays any, or no day is paid. */
function prixDuJour(scenario: Scenario): number | null {
  const { partenaires, moyens } = scenario;
  // The days of a post are paid as a salary.
  const paid = partenaires.reduce(
    (sum, one) => sum + (one.poste ? 0 : quantite(one.jours_an) * (one.jours_finances ?? 0)),
    0,
  );
  const lines = (moyens.fonctionnement ?? []).filter(({ nature }) => nature === 'prestation');
  const amount = lines.reduce((sum, line) => sum + coutEnCroisiere(scenario, line), 0);
  return paid > 0 && amount > 0 ? amount / paid : null;
}

export const prixDuJourDifferent: RegleCoherence = {
  code: 'prix-du-jour-different',
  gravite: 'attention',
  titre: 'Le même jour de partenaire n’a pas le même prix d’un scénario à l’autre.',
  explication:
    'Le prix d’un jour est ce que le scénario paie en prestations, divisé par les jours de partenaires qu’il finance (« jours_an » × « jours_finances »). Plus du double d’un scénario à l’autre fausse leur comparaison.',
  livrables: ['scenarios'],
  verifier: ({ study }) => {
    const prices = study.scenarios
      .flatMap((scenario) => {
        const prix = prixDuJour(scenario);
        return prix === null ? [] : [{ scenario, prix }];
      })
      .sort((a, b) => a.prix - b.prix);
    const [low, high] = [prices[0], prices.at(-1)];
    if (!low || !high || !depasse(high.prix, ECART_DE_PRIX * low.prix)) return [];
    return [
      {
        chemin: `scenarios/${high.scenario.id}/moyens/fonctionnement`,
        contre: [`scenarios/${low.scenario.id}/moyens/fonctionnement`],
        message: `un jour de partenaire revient à ${euros(Math.round(high.prix))} dans « ${high.scenario.titre} » et à ${euros(Math.round(low.prix))} dans « ${low.scenario.titre} ».`,
        issue: 'Reprenez les prestations, les jours ou la part financée de l’un des deux.',
      },
    ];
  },
};

export const dureeDifferente: RegleCoherence = {
  code: 'duree-differente',
  gravite: 'attention',
  titre: 'Un scénario ne dure pas ce que disent les hypothèses communes.',
  explication:
    'Les scénarios se comparent sur la même durée, celle de « hypotheses.duree_annees ». Une autre durée écrite dans un scénario n’y change rien et trompe le lecteur.',
  livrables: ['scenarios'],
  verifier: ({ study: { scenarios, criteres } }) => {
    const commune = criteres?.hypotheses?.duree_annees;
    // A trial lasts what it lasts.
    return scenariosCompares(scenarios).flatMap(({ id, titre, duree_annees: duree }): Contradiction[] =>
      commune === undefined || duree === undefined || duree === commune
        ? []
        : [
            {
              chemin: `scenarios/${id}/duree_annees`,
              contre: ['criteres/hypotheses/duree_annees'],
              message: `« ${titre} » est écrit pour ${compte(duree, 'an')} ; les hypothèses communes en comptent ${nombreFr(commune)}.`,
              issue: 'Donnez la même durée aux deux.',
              saisie:
                'Elle s’écrit dans « duree_annees » du scénario (scenarios.yaml) et dans « hypotheses.duree_annees » (criteres.yaml).',
            },
          ],
    );
  },
};

export const assietteDAutrui: RegleCoherence = {
  code: 'assiette-d-autrui',
  gravite: 'attention',
  titre: 'Une aide au porteur compte les salaires d’un autre employeur.',
  explication:
    'Une aide est assise sur les dépenses de qui la demande. Sans « assiette_porteurs », toutes les dépenses de personnel du scénario entrent dans l’assiette, y compris celles d’un partenaire : l’aide est surévaluée.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, acteur, nomSeul }) =>
    study.scenarios.flatMap(({ id, titre, porteur, moyens, financements }) => {
      const posts = moyens.humains.filter((poste) => poste.porteur !== porteur && poste.etp > 0);
      const [first, ...others] = posts.map((poste) => `scenarios/${id}/moyens/humains/${poste.id}`);
      const employers = [...new Set(posts.map((poste) => acteur(poste.porteur)))];
      return financements.flatMap((one): Contradiction[] =>
        first === undefined || one.nature !== 'subvention' || !one.assiette?.includes('humain') || one.assiette_porteurs
          ? []
          : [
              {
                chemin: `scenarios/${id}/financements/${one.id}/assiette`,
                contre: [first, ...others],
                message: `dans « ${titre} », l’assiette de « ${nomDeLaSource(one, nomSeul)} » comprend les salaires d’un autre employeur que le porteur (${enumerer(employers)}).`,
                issue: 'Dites de qui l’aide prend les dépenses.',
                saisie: 'Ce sont les acteurs d’« assiette_porteurs ».',
              },
            ],
      );
    }),
};

export const porteurFinanceur: RegleCoherence = {
  code: 'porteur-financeur',
  gravite: 'attention',
  titre: 'Le porteur figure parmi ceux qui le financent.',
  explication:
    'Ce que le porteur met lui-même est de l’autofinancement. Compté comme une aide ou une participation, il grossit la part des autres financeurs, et il peut passer pour un financeur qui se retire.',
  livrables: ['scenarios'],
  verifier: ({ study, acteur, nomSeul }) =>
    study.scenarios.flatMap(({ id, titre, porteur, financements }) =>
      financements.flatMap((one): Contradiction[] =>
        one.financeur !== porteur || one.nature === 'autofinancement' || one.nature === 'recette'
          ? []
          : [
              {
                chemin: `scenarios/${id}/financements/${one.id}/nature`,
                contre: [`scenarios/${id}/porteur`],
                message: `dans « ${titre} », ${acteur(porteur)} porte le dispositif et lui apporte « ${nomDeLaSource(one, nomSeul)} » comme ${one.nature === 'subvention' ? 'une subvention' : 'une participation'}.`,
                issue: 'Comptez-le en autofinancement, ou nommez le vrai financeur.',
                saisie: 'L’autofinancement s’écrit « nature: autofinancement ».',
              },
            ],
      ),
    ),
};

export const monteeInegale: RegleCoherence = {
  code: 'montee-inegale',
  gravite: 'attention',
  titre: 'Un scénario monte en charge, et un autre rend tout son service dès la première année.',
  explication:
    'La montée en charge (« montee_en_charge ») réduit les volumes, les jours et les recettes des premières années. Un scénario qui n’en écrit pas est compté en rythme de croisière dès le premier jour, et se compare mal à ceux qui en ont une. S’il le rend vraiment, il écrit « montee_en_charge: [1] ».',
  livrables: ['scenarios'],
  verifier: ({ study: { scenarios } }) => {
    const first = scenarios.find(({ montee_en_charge: [share = 1] = [] }) => share < 1);
    if (!first) return [];
    return scenarios.flatMap((scenario): Contradiction[] =>
      scenario.montee_en_charge !== undefined
        ? []
        : [
            {
              chemin: `scenarios/${scenario.id}/modalites`,
              contre: [`scenarios/${first.id}/montee_en_charge`],
              message: `« ${scenario.titre} » rend tout son service dès la première année ; « ${first.titre} » n’en rend alors que ${pourcent(first.montee_en_charge?.[0] ?? 1)}.`,
              issue: 'Donnez-lui une montée en charge, ou écrivez qu’il n’en a pas.',
              saisie: 'Sans montée en charge : « montee_en_charge: [1] ».',
            },
          ],
    );
  },
};

export const MOYENS = [
  joursMalRepartis,
  joursDesOutilsIgnores,
  outilAuDelaDeSaModalite,
  monteeInegale,
  prixDuJourDifferent,
  dureeDifferente,
  assietteDAutrui,
  porteurFinanceur,
] as const;
