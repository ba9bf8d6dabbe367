/** Entries that name each other: a tool and the modality that it serves, a tool and its experiences, a reserve and its meeting, a project and the needs that it answers. */

import { enumerer } from '../../../../texte/accords.js';
import { identifiant } from '../../../../texte/identifiant.js';
import { etiquette } from '../../../vocabulaire.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

export const outilDUneAutreModalite: RegleCoherence = {
  code: 'outil-d-une-autre-modalite',
  gravite: 'attention',
  titre: 'Un outil sert, dans un scénario, une modalité qui n’est pas des siennes.',
  explication:
    'Un outil dit les modalités qu’il sert (« modalites » de outils.yaml). La modalité à laquelle un scénario le rattache (« outils.modalite ») est de l’une d’elles. Un outil qui n’en dit aucune les sert toutes.',
  livrables: ['scenarios'],
  verifier: ({ study }) =>
    study.scenarios.flatMap((scenario) =>
      (scenario.outils ?? []).flatMap(({ outil: id, modalite }, i): Contradiction[] => {
        const tool = study.outils.find((one) => one.id === id);
        const served = scenario.modalites.find((one) => one.id === modalite)?.modalite;
        if (!tool?.modalites?.length || served === undefined || tool.modalites.includes(served)) return [];
        const words = (modality: string): string => `« ${etiquette(study.etude.modalites ?? [], modality).libelle} »`;
        return [
          {
            chemin: `scenarios/${scenario.id}/outils/${i + 1}/modalite`,
            contre: [`outils/${id}/modalites`],
            message: `dans « ${scenario.titre} », « ${tool.nom} » sert ${words(served)} ; l’outil est décrit pour ${enumerer(tool.modalites.map(words))}.`,
            issue: 'Corrigez la modalité que l’outil sert, ou complétez celles pour lesquelles il est décrit.',
            saisie: 'Elles s’écrivent dans « modalites » de la fiche de l’outil (outils.yaml).',
          },
        ];
      }),
    ),
};

export const lienSansRetour: RegleCoherence = {
  code: 'lien-sans-retour',
  gravite: 'attention',
  titre: 'Un outil et une expérience ne se renvoient pas l’un à l’autre.',
  explication:
    'L’inventaire des outils nomme les expériences qui les emploient (« outils.experiences »), celui des expériences les outils qu’elles emploient (« experiences.outils ») : quand les deux sont remplis, ils disent la même chose.',
  livrables: ['diagnostic'],
  verifier: ({ study: { outils, experiences } }) =>
    outils.flatMap((outil) =>
      experiences.flatMap((experience): Contradiction[] => {
        if (!outil.experiences?.length || !experience.outils?.length) return [];
        const named = outil.experiences.includes(experience.id);
        if (named === experience.outils.includes(outil.id)) return [];
        const [chemin, contre] = named
          ? [`outils/${outil.id}/experiences`, `experiences/${experience.id}/outils`]
          : [`experiences/${experience.id}/outils`, `outils/${outil.id}/experiences`];
        return [
          {
            chemin,
            contre: [contre],
            message: named
              ? `« ${outil.nom} » est dit employé par « ${experience.nom} », dont les outils ne le comptent pas.`
              : `« ${experience.nom} » emploie « ${outil.nom} », qui ne la compte pas parmi ses expériences.`,
            issue: 'Complétez la fiche à laquelle il manque, ou retirez le lien de l’autre.',
            saisie:
              'L’outil nomme l’expérience dans « experiences » (outils.yaml) ; elle le nomme dans « outils » (experiences.yaml).',
          },
        ];
      }),
    ),
};

export const reserveDUneAutreReunion: RegleCoherence = {
  code: 'reserve-d-une-autre-reunion',
  gravite: 'attention',
  titre: 'Le mode opératoire attribue une réserve à une réunion qui ne l’a pas émise.',
  explication:
    'Une réserve que le mode opératoire reprend (« reserves ») et qui nomme sa réunion (« reunion ») est, dans les mêmes mots, l’une de celles que les décisions de cette réunion portent, quand une autre réunion les porte.',
  livrables: ['mode-operatoire'],
  verifier: ({ study: { reunions, mode_operatoire: mode } }) =>
    (mode?.reserves ?? []).flatMap(({ reserve, reunion: id }, i): Contradiction[] => {
      const emise = (one: (typeof reunions)[number]): boolean =>
        (one.decisions ?? []).some(({ reserves = [] }) =>
          reserves.some((said) => identifiant(said) === identifiant(reserve)),
        );
      const named = reunions.find((one) => one.id === id);
      const real = reunions.find(emise);
      if (!named || !real || emise(named)) return [];
      return [
        {
          chemin: `mode_operatoire/reserves/${i + 1}/reunion`,
          contre: [`reunions/${real.id}`],
          message: `la réserve « ${reserve} » est attribuée à « ${named.titre} » ; c’est « ${real.titre} » qui l’a émise.`,
          issue: 'Corrigez la réunion de la réserve.',
        },
      ];
    }),
};

export const besoinDUnAutreProjet: RegleCoherence = {
  code: 'besoin-d-un-autre-projet',
  gravite: 'attention',
  titre: 'Un projet dit répondre à un besoin, ou à une action attendue, qui n’est pas de lui.',
  explication:
    'Un besoin auquel un projet répond (« besoins ») est celui d’un de ses publics, ou d’un domaine du projet ; une action indicative de la commande (« actions_indicatives ») se place dans l’un de ses domaines. Sinon le lien est faux, ou la fiche oublie un public ou un domaine.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study }) =>
    study.projets.flatMap((projet) => [
      ...(projet.actions_indicatives ?? []).flatMap((id, i): Contradiction[] => {
        const wanted = study.etude.actions_indicatives?.find((one) => one.id === id);
        if (!wanted?.domaines?.length || wanted.domaines.some((domaine) => projet.domaines.includes(domaine)))
          return [];
        return [
          {
            chemin: `projets/${projet.id}/actions_indicatives/${i + 1}`,
            contre: [`etude/actions_indicatives/${id}/domaines`],
            message: `« ${projet.titre} » dit répondre à l’action attendue « ${wanted.libelle} », qui n’est d’aucun de ses domaines.`,
            issue: 'Corrigez l’action attendue, ou les domaines du projet.',
          },
        ];
      }),
      ...(projet.besoins ?? []).flatMap((id, i): Contradiction[] => {
        const need = study.besoins.find((one) => one.id === id);
        if (!need || projet.publics.includes(need.public)) return [];
        if (need.domaines.some((domaine) => projet.domaines.includes(domaine))) return [];
        return [
          {
            chemin: `projets/${projet.id}/besoins/${i + 1}`,
            contre: [`besoins/${id}`],
            message: `« ${projet.titre} » dit répondre au besoin « ${need.libelle} », qui n’est ni d’un de ses publics ni de son domaine.`,
            issue: 'Corrigez le besoin, ou les publics du projet.',
          },
        ];
      }),
    ]),
};

export const RENVOIS_CROISES = [
  outilDUneAutreModalite,
  lienSansRetour,
  reserveDUneAutreReunion,
  besoinDUnAutreProjet,
] as const;
