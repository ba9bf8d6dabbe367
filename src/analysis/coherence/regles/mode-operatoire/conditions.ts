/** What stands in the way, against what went on all the same: conditions that block, or that are met in one place and not in the other. */
import { conditionsDuMode } from '../../../../study/conditions.js';
import { anterieur, leJour, posterieur } from '../../../../texte/dates.js';
import { identifiant } from '../../../../texte/identifiant.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { scenarioRetenu } from '../../../scenarios/retenu.js';
import type { ContexteCoherence } from '../../contexte.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const MODE = 'mode_operatoire';

const sansPoint = (text: string): string => text.replace(/\.$/, '');

/** A scenario retained under a condition that blocks it. */
function retenuBloque({ study, au }: ContexteCoherence): Contradiction[] {
  const choice = scenarioRetenu(study, au);
  if (!choice) return [];
  const { scenario, reunion, rang } = choice;
  const since = conditionsDuMode(study.mode_operatoire?.conditions).filter(
    ({ etat, remplie_le: done }) => etat === 'remplie' || done !== undefined,
  );
  return (scenario.conditions_juridiques ?? []).flatMap(({ libelle, etat, reference }, i): Contradiction[] =>
    etat !== 'bloquante' || (reference !== undefined && since.some((one) => one.reference === reference))
      ? []
      : [
          {
            chemin: `scenarios/${scenario.id}/conditions_juridiques/${i + 1}/etat`,
            contre: [`reunions/${reunion.id}/decisions/${rang}/scenario`],
            message: `« ${scenario.titre} » est retenu ${leJour(reunion.date)}, et sa condition « ${sansPoint(libelle)} » est dite bloquante.`,
            issue: 'Dites ce qui lève l’obstacle, ou ce que la réunion en a décidé.',
            saisie:
              'Un obstacle levé change l’« etat » de la condition ; une décision prise malgré lui se dit dans « motif » de « regles_ecartees » (etude.yaml).',
          },
        ],
  );
}

/** An experimentation that has begun under a condition that blocks it. */
function commenceBloque({ study, au }: ContexteCoherence): Contradiction[] {
  const { mode_operatoire: mode } = study;
  const start = mode?.experimentation?.debut;
  if (start === undefined || !anterieur(start, au)) return [];
  return conditionsDuMode(mode?.conditions).flatMap(({ libelle, etat, remplie_le: done, chemin }): Contradiction[] =>
    etat !== 'bloquante' || done !== undefined
      ? []
      : [
          {
            chemin: `${MODE}/${chemin}/etat`,
            contre: [`${MODE}/experimentation/debut`],
            message: `l’expérimentation a commencé ${leJour(start)}, et la condition « ${sansPoint(libelle)} » est dite bloquante.`,
            issue: 'Datez ce qui l’a levée, ou dites ce qu’elle a empêché.',
            saisie:
              'La date s’écrit dans « remplie_le » ; le reste, dans « motif » de « regles_ecartees » (etude.yaml).',
          },
        ],
  );
}

export const conditionBloquante: RegleCoherence = {
  code: 'condition-bloquante',
  gravite: 'attention',
  titre: 'Une condition bloquante n’a rien bloqué.',
  explication:
    'Une condition de droit « bloquante » empêche le scénario : une réunion ne l’a pas retenu, sauf si le mode opératoire, qui vient après, tient la même règle (« reference ») pour remplie. Une condition du mode opératoire « bloquante », que rien ne date de remplie (« remplie_le »), empêche l’expérimentation de commencer.',
  livrables: ['scenarios', 'mode-operatoire', 'bilan', 'copil'],
  verifier: (contexte) => [...retenuBloque(contexte), ...commenceBloque(contexte)],
};

export const conditionContredite: RegleCoherence = {
  code: 'condition-contredite',
  gravite: 'attention',
  titre: 'Une condition est remplie dans le scénario, et ne l’est pas dans le mode opératoire.',
  explication:
    'La condition de droit d’un scénario (« conditions_juridiques ») et celle du mode opératoire qui citent la même règle (« reference »), et ont un mot en commun, sont la même. Remplie dans le premier, elle l’est encore dans le second, qui vient après : par son état, ou par un jour (« remplie_le »).',
  livrables: ['mode-operatoire'],
  verifier: ({ study }) => {
    const scenario = scenarioDecrit(study);
    const later = conditionsDuMode(study.mode_operatoire?.conditions);
    const mots = (text: string) =>
      identifiant(text)
        .split('-')
        .filter((mot) => mot.length > 3);
    return (scenario?.conditions_juridiques ?? []).flatMap(({ libelle, reference, etat }, i): Contradiction[] => {
      const same = later.filter(
        (one) =>
          reference !== undefined &&
          one.reference === reference &&
          mots(one.libelle).some((mot) => mots(libelle).includes(mot)),
      );
      const [open] = same;
      if (!scenario || etat !== 'remplie' || !open) return [];
      if (same.some((one) => one.etat === 'remplie' || one.remplie_le !== undefined)) return [];
      return [
        {
          chemin: `${MODE}/${open.chemin}/etat`,
          contre: [`scenarios/${scenario.id}/conditions_juridiques/${i + 1}/etat`],
          message: `« ${scenario.titre} » tient « ${sansPoint(libelle)} » pour remplie ; le mode opératoire attend encore « ${sansPoint(open.libelle)} ».`,
          issue: 'Accordez les deux états.',
        },
      ];
    });
  },
};

export const conditionDeTacheFinie: RegleCoherence = {
  code: 'condition-de-tache-finie',
  gravite: 'attention',
  titre: 'La tâche qui remplit une condition est finie, et la condition est dite à remplir.',
  explication:
    'Une condition du mode opératoire nomme la tâche du calendrier qui la remplit (« tache »). Celle-ci finie (« fin_reelle », ou « avancement: 1 »), la condition est remplie (« remplie_le »), ou la tâche n’y suffit pas : cela se voit d’une convention de cette tâche qui n’est pas signée. Sans cela, le bilan la compte parmi celles qui ne sont pas remplies.',
  livrables: ['mode-operatoire', 'bilan'],
  verifier: ({ study: { mode_operatoire: mode } }) =>
    conditionsDuMode(mode?.conditions).flatMap(
      ({ libelle, etat, remplie_le: done, tache, chemin }): Contradiction[] => {
        const open = done === undefined && (etat === 'en-cours' || etat === 'a-engager');
        const task = open ? mode?.taches?.find(({ id }) => id === tache) : undefined;
        if (!task || (task.fin_reelle === undefined && task.avancement !== 1)) return [];
        // The task of the signatures may end with one that was never put: the condition is then open indeed.
        const unsigned = mode?.conventions?.some((one) => one.tache === task.id && one.signee_le === undefined);
        if (unsigned) return [];
        const fini = task.fin_reelle === undefined ? 'finie' : `finie depuis ${leJour(task.fin_reelle)}`;
        return [
          {
            chemin: `${MODE}/${chemin}/etat`,
            contre: [`${MODE}/taches/${task.id}/${task.fin_reelle === undefined ? 'avancement' : 'fin_reelle'}`],
            message: `la condition « ${sansPoint(libelle)} » est dite ${etat === 'en-cours' ? 'en cours' : 'à engager'} ; la tâche qui la remplit, « ${task.libelle} », est ${fini}.`,
            issue: 'Dites quand elle a été remplie, ou quelle tâche la remplira.',
            saisie: 'Le jour s’écrit dans « remplie_le » de la condition, avec « etat: remplie ».',
          },
        ];
      },
    ),
};

export const leveeHorsDelai: RegleCoherence = {
  code: 'levee-hors-delai',
  gravite: 'attention',
  titre: 'Ce qu’une décision demandait est levé après son échéance, sans que l’on le dise.',
  explication:
    'La suite d’une décision (« suites ») est « levee » à l’échéance au plus tard (« echeance »), « hors-delai » après elle.',
  livrables: ['copil', 'bilan'],
  verifier: ({ study: { reunions } }) =>
    reunions.flatMap(({ id, decisions = [] }) =>
      decisions.flatMap(({ objet, echeance, suites = [] }, d) =>
        suites.flatMap(({ etat, date }, s): Contradiction[] =>
          etat !== 'levee' || echeance === undefined || !posterieur(date, echeance)
            ? []
            : [
                {
                  chemin: `reunions/${id}/decisions/${d + 1}/suites/${s + 1}/etat`,
                  contre: [`reunions/${id}/decisions/${d + 1}/echeance`],
                  message: `ce que demandait la décision « ${sansPoint(objet)} » est dit levé ${leJour(date)}, après son échéance (${leJour(echeance)}).`,
                  issue: 'Dites que c’est hors délai, ou corrigez une des deux dates.',
                  saisie: 'Cela s’écrit « etat: hors-delai ».',
                },
              ],
        ),
      ),
    ),
};

export const reserveADeuxEtats: RegleCoherence = {
  code: 'reserve-a-deux-etats',
  gravite: 'attention',
  titre: 'Une réserve est levée d’un côté, et ne l’est pas de l’autre.',
  explication:
    'Une réserve que le mode opératoire dit levée ou écartée (« reserves.etat ») l’est aussi dans la dernière suite que la réunion lui connaît (« suites »), faite hors délai ou non. Une réserve encore ouverte au mode opératoire peut avoir été levée depuis.',
  livrables: ['mode-operatoire', 'copil'],
  verifier: ({ study: { reunions, mode_operatoire: mode } }) =>
    (mode?.reserves ?? []).flatMap(({ reserve, etat }, i): Contradiction[] => {
      if (etat !== 'levee' && etat !== 'ecartee') return [];
      const closed: readonly string[] = etat === 'levee' ? ['levee', 'hors-delai'] : ['ecartee'];
      return reunions.flatMap(({ id, decisions = [] }) =>
        decisions.flatMap(({ reserves = [], suites = [] }, d): Contradiction[] => {
          const rank = reserves.indexOf(reserve) + 1;
          const own = suites.flatMap((one, s) => (rank > 0 && one.reserve === rank ? [{ ...one, s }] : []));
          const last = own.reduce<(typeof own)[number] | undefined>(
            (latest, one) => (latest && posterieur(latest.date, one.date) ? latest : one),
            undefined,
          );
          if (!last || closed.includes(last.etat)) return [];
          return [
            {
              chemin: `${MODE}/reserves/${i + 1}/etat`,
              contre: [`reunions/${id}/decisions/${d + 1}/suites/${last.s + 1}/etat`],
              message: `la réserve « ${sansPoint(reserve)} » est dite ${etat === 'levee' ? 'levée' : 'écartée'} au mode opératoire ; la dernière suite que lui connaît la réunion, ${leJour(last.date)}, la dit ${DIT[last.etat]}.`,
              issue: 'Accordez les deux états.',
            },
          ];
        }),
      );
    }),
};

/** The state of what a meeting asked for, as a sentence says it. */
const DIT: Readonly<Record<string, string>> = {
  'en-cours': 'en cours',
  levee: 'levée',
  'hors-delai': 'levée hors délai',
  ecartee: 'écartée',
};

export const CONDITIONS = [
  conditionBloquante,
  conditionContredite,
  conditionDeTacheFinie,
  leveeHorsDelai,
  reserveADeuxEtats,
] as const;
