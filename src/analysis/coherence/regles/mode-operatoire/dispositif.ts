/** The mode opératoire against what it rests on: the decision, the posts and the partners of its scenario, its own dates. */

import { scenarioEprouve } from '../../../../study/essais.js';
import { accord, enumerer } from '../../../../texte/accords.js';
import { anterieur, leJour, posterieur } from '../../../../texte/dates.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { etapesAtteintes } from '../../../mode-operatoire/parcours.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { scenarioRetenu } from '../../../scenarios/retenu.js';
import { depasse } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

export const scenarioNonRetenu: RegleCoherence = {
  code: 'scenario-non-retenu',
  gravite: 'attention',
  titre: 'Le mode opératoire décrit un autre scénario que celui qui est retenu.',
  explication:
    'Le scénario du mode opératoire (« scenario ») est celui que nomme la dernière décision valable d’une réunion tenue, ou un essai plus léger de celui-là (« essai_de »).',
  livrables: ['mode-operatoire', 'fiches-projets', 'bilan', 'copil'],
  verifier: ({ study }) => {
    const mode = study.mode_operatoire;
    const retained = scenarioRetenu(study);
    const described = scenarioDecrit(study);
    if (!mode || !retained || !described || scenarioEprouve(study, described.id) === retained.scenario.id) return [];
    return [
      {
        chemin: 'mode_operatoire/scenario',
        contre: [`reunions/${retained.reunion.id}/decisions/${retained.rang}/scenario`],
        message: `le mode opératoire décrit « ${described.titre} » ; la réunion tenue ${leJour(retained.reunion.date)} a retenu « ${retained.scenario.titre} ».`,
        issue:
          'Reprenez le mode opératoire sur le scénario retenu, ou sur un essai de ce scénario, ou corrigez la décision.',
        saisie: `Un essai plus léger est un scénario qui dit « essai_de: ${retained.scenario.id} ».`,
      },
    ];
  },
};

export const decisionSansChoix: RegleCoherence = {
  code: 'decision-sans-choix',
  gravite: 'attention',
  titre: 'Le mode opératoire s’appuie sur une réunion qui n’a pas choisi son scénario.',
  explication:
    'La réunion que le mode opératoire cite (« decision ») a adopté une décision qui nomme son scénario (« decisions.scenario », « statut: valide »).',
  livrables: ['mode-operatoire'],
  verifier: ({ study }) => {
    const { mode_operatoire: mode, reunions, scenarios } = study;
    const retained = scenarioRetenu(study);
    const reunion = reunions.find(({ id }) => id === mode?.decision);
    const described = scenarioDecrit({ scenarios, mode_operatoire: mode });
    if (!reunion || !described) return [];
    const chosen = scenarioEprouve(study, described.id);
    const naming = reunion.decisions?.findIndex(({ scenario }) => scenario === chosen) ?? -1;
    const adopted = reunion.decisions?.some(({ scenario, statut }) => scenario === chosen && statut === 'valide');
    // Where that meeting retained another, the scenario is what is wrong, and `scenario-non-retenu` says so.
    if (adopted || (retained && retained.reunion.id === reunion.id && retained.scenario.id !== described.id)) return [];
    return [
      {
        chemin: 'mode_operatoire/decision',
        contre: [naming < 0 ? `reunions/${reunion.id}` : `reunions/${reunion.id}/decisions/${naming + 1}/statut`],
        message: `le mode opératoire tient « ${described.titre} » de la réunion tenue ${leJour(reunion.date)}, où ${naming < 0 ? 'aucune décision ne le nomme' : 'la décision qui le nomme n’est pas adoptée'}.`,
        issue: 'Citez la réunion qui l’a choisi, ou complétez ses décisions.',
        saisie:
          'La réunion se cite dans « decision » (mode-operatoire.yaml) ; sa décision nomme le scénario dans « decisions.scenario » (reunions.yaml).',
      },
    ];
  },
};

export const choixAvantCandidatures: RegleCoherence = {
  code: 'choix-avant-candidatures',
  gravite: 'attention',
  titre: 'Les projets sont choisis avant la fin de leur appel.',
  explication:
    'Le choix des projets (« choix_le ») ne précède pas la clôture de l’appel (« appel_au ») : des candidatures pourraient encore arriver.',
  livrables: ['mode-operatoire', 'bilan'],
  verifier: ({ study }) => {
    const { appel_au: close, choix_le: choice } = study.mode_operatoire?.experimentation ?? {};
    if (close === undefined || choice === undefined || !anterieur(choice, close)) return [];
    return [
      {
        chemin: 'mode_operatoire/experimentation/choix_le',
        contre: ['mode_operatoire/experimentation/appel_au'],
        message: `les projets sont choisis ${leJour(choice)}, avant la clôture de leur appel (${leJour(close)}).`,
        issue: 'Corrigez une des deux dates.',
      },
    ];
  },
};

export const quotiteDifferente: RegleCoherence = {
  code: 'quotite-differente',
  gravite: 'attention',
  titre: 'Une fiche de poste n’a pas la quotité du poste que le budget paie.',
  explication:
    'La fiche qui nomme un poste du scénario (« poste ») en reprend l’équivalent temps plein (« etp »), à un centième près : le coût et la charge se calculent sur celui du scénario.',
  livrables: ['mode-operatoire'],
  verifier: ({ study }) => {
    const mode = study.mode_operatoire;
    const scenario = scenarioDecrit(study);
    return (mode?.fiches_de_poste ?? []).flatMap(({ poste, profil, etp }, i): Contradiction[] => {
      const post = scenario?.moyens.humains?.find(({ id }) => id === poste);
      if (!scenario || !post || !depasse(Math.abs(post.etp - etp), 0.01)) return [];
      return [
        {
          chemin: `mode_operatoire/fiches_de_poste/${i + 1}/etp`,
          contre: [`scenarios/${scenario.id}/moyens/humains/${poste}/etp`],
          message: `la fiche « ${profil} » compte ${nombreFr(etp)} ETP ; le budget de « ${scenario.titre} » en paie ${nombreFr(post.etp)}.`,
          issue: 'Alignez la fiche de poste et le budget.',
        },
      ];
    });
  },
};

export const etapeSansAcces: RegleCoherence = {
  code: 'etape-sans-acces',
  gravite: 'attention',
  titre: 'Une étape du parcours n’est atteinte par aucune demande.',
  explication:
    'Une demande part de la première étape et suit les issues de chacune (« issues »), ou passe à la suivante quand une étape n’en a pas. Une étape à laquelle aucun de ces chemins ne mène ne sert personne.',
  livrables: ['mode-operatoire'],
  verifier: ({ study: { mode_operatoire: mode } }) => {
    if (!mode) return [];
    const reached = new Set(etapesAtteintes(mode));
    return mode.parcours.flatMap(({ etape, id }, i): Contradiction[] => {
      if (reached.has(i)) return [];
      // Those that follow it would be reached with it: they are not told again.
      for (const after of etapesAtteintes(mode, i)) reached.add(after);
      return [
        {
          chemin: `mode_operatoire/parcours/${id ?? i + 1}`,
          contre: ['mode_operatoire/parcours'],
          message: `aucune issue du parcours ne mène à « ${etape} ».`,
          issue: 'Dites quelle étape y mène, ou retirez-la.',
          saisie: 'Une issue s’écrit « { condition: …, vers: … } » dans « issues » de l’étape d’avant.',
        },
      ];
    });
  },
};

export const horsDuDispositif: RegleCoherence = {
  code: 'hors-du-dispositif',
  gravite: 'attention',
  titre: 'Un organisme fait une part du parcours sans être du scénario.',
  explication:
    'Qui tient une étape, y contribue, réalise ou approuve une activité est le porteur du scénario, l’un de ses partenaires ou de ceux qui y tiennent un rôle. Qui est seulement consulté ou informé peut ne pas l’être.',
  livrables: ['mode-operatoire'],
  verifier: ({ study, acteur }) => {
    const mode = study.mode_operatoire;
    const scenario = scenarioDecrit(study);
    if (!mode || !scenario) return [];
    const inside = new Set([
      scenario.porteur,
      ...scenario.partenaires.map((one) => one.acteur),
      ...(scenario.roles ?? []).flatMap(({ acteurs }) => acteurs),
    ]);
    const named = [
      ...mode.parcours.map(({ id, etape, responsable, contributeurs = [], par_domaine: by = [] }, i) => ({
        chemin: `mode_operatoire/parcours/${id ?? i + 1}`,
        quoi: `l’étape « ${etape} »`,
        acteurs: [responsable, ...contributeurs, ...by.map((one) => one.acteur)],
      })),
      ...(mode.raci ?? []).map(({ activite, realise, approuve }, i) => ({
        chemin: `mode_operatoire/raci/${i + 1}`,
        quoi: `l’activité « ${activite} »`,
        acteurs: [...realise, approuve],
      })),
    ];
    return named.flatMap(({ chemin, quoi, acteurs }): Contradiction[] => {
      const outside = [...new Set(acteurs)].filter((id) => !inside.has(id));
      if (outside.length === 0) return [];
      return [
        {
          chemin,
          contre: [`scenarios/${scenario.id}/partenaires`],
          message: `${quoi} compte sur ${enumerer(outside.map(acteur))}, qui ${accord(outside.length, 'n’est ni le porteur ni un partenaire', 'ne sont ni porteurs ni partenaires')} de « ${scenario.titre} ».`,
          issue: 'Ajoutez l’organisme aux partenaires du scénario, ou confiez cette part à un autre.',
          saisie: 'Il s’ajoute à « partenaires » du scénario (scenarios.yaml) : « acteur », « role », « jours_an ».',
        },
      ];
    });
  },
};

export const acheveeAvantTerme: RegleCoherence = {
  code: 'achevee-avant-terme',
  gravite: 'attention',
  titre: 'Une tâche est dite achevée alors qu’elle finit après la date de l’étude.',
  explication:
    'Une tâche achevée (« avancement: 1 ») a fini : sa fin prévue n’est pas postérieure à la date de l’étude, ou sa fin réelle (« fin_reelle ») le dit.',
  livrables: ['mode-operatoire', 'bilan'],
  verifier: ({ study }) =>
    (study.mode_operatoire?.taches ?? []).flatMap(({ id, libelle, avancement, fin, fin_reelle }): Contradiction[] =>
      avancement !== 1 || fin_reelle !== undefined || !posterieur(fin, study.etude.date)
        ? []
        : [
            {
              chemin: `mode_operatoire/taches/${id}/avancement`,
              contre: ['etude/date'],
              message: `« ${libelle} » est dite achevée et finit ${leJour(fin)}, après la date de l’étude (${leJour(study.etude.date)}).`,
              issue: 'Corrigez son avancement, ou dites quand elle a fini.',
              saisie: 'Le jour où elle a fini s’écrit dans « fin_reelle » de la tâche (mode-operatoire.yaml).',
            },
          ],
    ),
};

export const DISPOSITIF = [
  scenarioNonRetenu,
  decisionSansChoix,
  choixAvantCandidatures,
  quotiteDifferente,
  etapeSansAcces,
  horsDuDispositif,
  acheveeAvantTerme,
] as const;
