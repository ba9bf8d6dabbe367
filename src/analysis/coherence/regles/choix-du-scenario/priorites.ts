/** Priorities and perimeters: what was put first, and what the scenarios do; one place under two names. */

import { compte, enumerer } from '../../../../texte/accords.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { analyserPriorites } from '../../../priorites/priorites.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { communesDe } from '../../../territoire.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

export const prioritesNonSuivies: RegleCoherence = {
  code: 'priorites-non-suivies',
  gravite: 'attention',
  titre: 'Un scénario ne suit pas les priorités que l’étude a calculées.',
  explication:
    'Les croisements d’un domaine et d’un public sont classés à partir des besoins. Un scénario qui ne sert pas le premier, ou qui met en tête un domaine dont aucun croisement n’est prioritaire, doit dire pourquoi.',
  livrables: ['scenarios'],
  verifier: ({ study, besoins }) => {
    if (!study.priorites || study.besoins.length === 0) return [];
    const { croisements } = analyserPriorites(study, besoins());
    const [first] = croisements.filter(({ classe }) => classe === 'prioritaire');
    if (!first) return [];
    const prioritaires = new Set(
      croisements.flatMap(({ classe, domaine }) => (classe === 'prioritaire' ? [domaine.id] : [])),
    );
    return study.scenarios.flatMap((scenario): Contradiction[] => {
      const { id, titre, domaines_prioritaires: domaines, publics_prioritaires: publics } = scenario;
      const issue = 'Revoyez ce que le scénario sert d’abord, ou écrivez pourquoi il s’en écarte.';
      const saisie = 'La raison s’écrit dans « motif » de « regles_ecartees » (etude.yaml), avec cette règle.';
      const served = domaines.includes(first.domaine.id) && publics.includes(first.public.id);
      const missed: Contradiction[] = served
        ? []
        : [
            {
              chemin: `scenarios/${id}/${domaines.includes(first.domaine.id) ? 'publics_prioritaires' : 'domaines_prioritaires'}`,
              contre: ['priorites/poids'],
              message: `« ${titre} » ne sert pas d’abord le premier croisement des priorités (${first.domaine.libelle} × ${first.public.libelle}, ${nombreFr(Math.round(first.score ?? 0))} sur 100).`,
              issue,
              saisie,
            },
          ];
      const bare = domaines.filter((domaine) => !prioritaires.has(domaine));
      const labels = bare.map((one) => `« ${study.etude.domaines.find((d) => d.id === one)?.libelle ?? one} »`);
      return [
        ...missed,
        ...(bare.length === 0
          ? []
          : [
              {
                chemin: `scenarios/${id}/domaines_prioritaires/${domaines.indexOf(bare[0] ?? '') + 1}`,
                contre: ['priorites/seuils'] as const,
                message: `« ${titre} » sert d’abord ${enumerer(labels)}, où aucun croisement n’est prioritaire.`,
                issue,
                saisie,
              },
            ]),
      ];
    });
  },
};

/** Share of the pairs over the threshold from which it sorts nothing, and the number of pairs under which that is no surprise. */
const PRESQUE_TOUS = 0.9;
const ASSEZ_POUR_TRIER = 6;

export const seuilSansTri: RegleCoherence = {
  code: 'seuil-sans-tri',
  gravite: 'attention',
  titre: 'Presque tous les croisements sont prioritaires : le seuil n’en trie aucun.',
  explication:
    'Un croisement d’un domaine et d’un public est prioritaire à partir de « seuils.prioritaire » (priorites.yaml). Quand neuf croisements sur dix au moins le passent, tout est prioritaire : rien ne dit plus ce qu’un scénario sert d’abord, ni ce qu’il laisse. La règle compte les croisements où un besoin est recensé, à partir de six.',
  livrables: ['scenarios'],
  verifier: ({ study, besoins }) => {
    if (!study.priorites || study.besoins.length === 0) return [];
    const { croisements, seuils } = analyserPriorites(study, besoins());
    const scored = croisements.filter(({ score }) => score !== null);
    const over = scored.filter(({ classe }) => classe === 'prioritaire');
    if (scored.length < ASSEZ_POUR_TRIER || over.length < PRESQUE_TOUS * scored.length) return [];
    const lowest = Math.round(Math.min(...over.flatMap(({ score }) => score ?? [])));
    return [
      {
        chemin: 'priorites/seuils/prioritaire',
        contre: ['besoins'],
        message: `${over.length === scored.length ? `les ${over.length}` : `${over.length} des ${scored.length}`} croisements d’un domaine et d’un public où un besoin est recensé passent le seuil des priorités (${compte(seuils.prioritaire, 'point')}) ; le plus bas d’entre eux en a ${nombreFr(lowest)}.`,
        issue: 'Relevez le seuil, pour que les priorités se distinguent du reste.',
      },
    ];
  },
};

export const ajustementSansBesoin: RegleCoherence = {
  code: 'ajustement-sans-besoin',
  gravite: 'attention',
  titre: 'Un ajustement porte sur un croisement qui n’a pas de points.',
  explication:
    'Un ajustement (« ajustements » de priorites.yaml) ajoute des points à ceux d’un domaine pour un public ; un croisement où aucun besoin n’est recensé, ou que rien de ce qui pèse ne mesure, n’en a pas, et l’ajustement reste sans effet.',
  livrables: ['scenarios'],
  verifier: ({ study, besoins }) => {
    const { ajustements = [] } = study.priorites ?? {};
    if (ajustements.length === 0 || study.besoins.length === 0) return [];
    const { croisements } = analyserPriorites(study, besoins());
    return ajustements.flatMap(({ domaine, public: cible, points }, i): Contradiction[] => {
      const one = croisements.find((c) => c.domaine.id === domaine && c.public.id === cible);
      if (!one || one.base !== null) return [];
      const own = `l’ajustement de ${compte(points, 'point')} porte sur « ${one.domaine.libelle} » pour « ${one.public.libelle} »`;
      const chemin = `priorites/ajustements/${i + 1}`;
      if (one.besoins > 0)
        return [
          {
            chemin,
            contre: ['priorites/poids'],
            message: `${own}, qu’aucune mesure qui pèse ne classe : il reste sans effet.`,
            issue: 'Donnez du poids à ce qui le mesure, une note à ce qui pèse, ou retirez l’ajustement.',
            saisie:
              'Les poids s’écrivent dans « poids » de priorites.yaml, les notes dans « cadre » et « eligibilite ».',
          },
        ];
      return [
        {
          chemin,
          contre: ['besoins'],
          message: `${own}, où aucun besoin n’est recensé : il reste sans effet.`,
          issue: 'Ajoutez le besoin qui le justifie, ou retirez l’ajustement.',
          saisie: 'Le besoin s’ajoute à besoins.yaml, avec le « public » et le domaine (« domaines ») de l’ajustement.',
        },
      ];
    });
  },
};

export const perimetreEnDouble: RegleCoherence = {
  code: 'perimetre-en-double',
  gravite: 'attention',
  titre: 'Les mêmes communes forment deux périmètres de noms différents.',
  explication:
    'Deux périmètres de mêmes communes se comparent comme s’ils étaient deux choix. L’un des deux noms est de trop, ou l’une des listes de communes est fausse.',
  livrables: ['diagnostic', 'scenarios'],
  verifier: ({ study: { territoire } }) => {
    const known = new Map<string, { id: string; libelle: string }>();
    return (territoire.perimetres ?? []).flatMap((perimetre): Contradiction[] => {
      const communes = communesDe(territoire.communes, perimetre).map(({ code }) => code);
      const key = [...communes].sort().join(' ');
      const twin = known.get(key);
      if (!twin) known.set(key, perimetre);
      return !twin || communes.length === 0
        ? []
        : [
            {
              chemin: `territoire/perimetres/${perimetre.id}`,
              contre: [`territoire/perimetres/${twin.id}`],
              message: `« ${perimetre.libelle} » et « ${twin.libelle} » sont les mêmes ${communes.length} communes.`,
              issue: 'Gardez un seul périmètre, ou corrigez la liste de l’un des deux.',
            },
          ];
    });
  },
};

export const perimetreDifferent: RegleCoherence = {
  code: 'perimetre-different',
  gravite: 'attention',
  titre: 'Le mode opératoire n’a pas le périmètre de son scénario.',
  explication:
    'Les coûts, les aides et les volumes du scénario sont dimensionnés pour son périmètre. Un autre périmètre dans le mode opératoire les rend faux.',
  livrables: ['mode-operatoire'],
  verifier: ({ study: { mode_operatoire: mode, scenarios, territoire } }) => {
    const scenario = scenarioDecrit({ scenarios, mode_operatoire: mode });
    if (!mode?.perimetre || !scenario || mode.perimetre === scenario.perimetre) return [];
    const nom = (id: string): string => territoire.perimetres?.find((one) => one.id === id)?.libelle ?? id;
    return [
      {
        chemin: 'mode_operatoire/perimetre',
        contre: [`scenarios/${scenario.id}/perimetre`],
        message: `le mode opératoire porte sur « ${nom(mode.perimetre)} », le scénario « ${scenario.titre} » sur « ${nom(scenario.perimetre)} ».`,
        issue: 'Reprenez le scénario sur le nouveau périmètre, ou gardez le sien.',
      },
    ];
  },
};

export const PRIORITES = [
  prioritesNonSuivies,
  seuilSansTri,
  ajustementSansBesoin,
  perimetreEnDouble,
  perimetreDifferent,
] as const;
