/** What was decided and what was only proposed: a scenario, a phase or a deliverable rests on the first. */
import type { Study } from '../../../../study/study.js';
import { anterieur, duJour, leJour, ordreDates, posterieur } from '../../../../texte/dates.js';
import {
  adoptees,
  type DecisionPrise,
  decisionsPrises,
  porteeDe,
  surLeLancement,
  titreReunion,
} from '../../../comite.js';
import { scenarioPropose, scenarioRetenu } from '../../../scenarios/retenu.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const placeDe = ({ reunion, rang }: DecisionPrise): string => `reunions/${reunion.id}/decisions/${rang}`;

export const scenarioNonDecide: RegleCoherence = {
  code: 'scenario-non-decide',
  gravite: 'attention',
  titre: 'Le mode opératoire repose sur un scénario qui n’est que proposé.',
  explication:
    'Une décision qui propose (« portee: propose ») ne retient pas de scénario : le mode opératoire attend celle qui le décide. Une décision sans « portee » décide.',
  livrables: ['mode-operatoire', 'copil'],
  verifier: ({ study }) => {
    const proposed = scenarioPropose(study);
    if (!study.mode_operatoire || !proposed || scenarioRetenu(study)) return [];
    return [
      {
        chemin: 'mode_operatoire/scenario',
        contre: [`${placeDe(proposed)}/portee`],
        message: `le mode opératoire est écrit, et « ${proposed.scenario.titre} » n’est que proposé, ${leJour(proposed.reunion.date)}.`,
        issue: 'Inscrivez la réunion qui en a décidé, ou gardez le mode opératoire à l’état de projet.',
        saisie: 'Elle s’inscrit dans reunions.yaml ; sa décision nomme le scénario dans « decisions.scenario ».',
      },
    ];
  },
};

/** What the requirements of a phase say that it holds: the choice of projects, the experimentation. */
interface Contenu {
  projets: boolean;
  experimentation: boolean;
  /** The day on which one speaks: what is planned after it waits for its decision. */
  au: string;
}

/** The first dated fact of a phase: a meeting of it that was held, the day its projects were chosen, the first of the experimentation. */
function debutDe({ reunions, projets, mode_operatoire: mode }: Study, phase: string, holds: Contenu) {
  const start = holds.experimentation ? mode?.experimentation?.debut : undefined;
  return [
    ...(start === undefined || posterieur(start, holds.au)
      ? []
      : [{ chemin: 'mode_operatoire/experimentation/debut', quoi: 'l’expérimentation', date: start }]),
    ...reunions
      .filter((one) => one.phase === phase && one.etat === 'tenue' && !surLeLancement(one, phase))
      .map((one) => ({ chemin: `reunions/${one.id}/date`, quoi: `« ${titreReunion(one)} »`, date: one.date })),
    ...(holds.projets ? projets : []).flatMap(({ id, titre, retenu_le: date }) =>
      date === undefined ? [] : [{ chemin: `projets/${id}/retenu_le`, quoi: `le choix de « ${titre} »`, date }],
    ),
  ].sort((a, b) => ordreDates(a.date, b.date))[0];
}

export const phaseSansDecision: RegleCoherence = {
  code: 'phase-sans-decision',
  gravite: 'attention',
  titre: 'Une phase commence avant la décision de la lancer, ou sans elle.',
  explication:
    'Le contrat demande une décision pour lancer une phase (règle « decision-lancement »). Une réunion de cette phase, le choix de ses projets ou l’expérimentation, quand le contrat en fixe la durée dans cette phase, ne la précède pas ; une proposition (« portee: propose ») n’en tient pas lieu. Une réunion qui en délibère, fût-ce pour ajourner, n’est pas un début, et ce qui n’est que prévu attend sa décision.',
  livrables: ['fiches-projets', 'bilan', 'copil'],
  verifier: ({ study, au }) => {
    const { contrat } = study;
    return (contrat?.exigences ?? []).flatMap(({ id, regle, phase }): Contradiction[] => {
      if (regle !== 'decision-lancement' || phase === undefined) return [];
      const asks = (rule: string): boolean =>
        contrat?.exigences.some((one) => one.regle === rule && one.phase === phase) ?? false;
      const begun = debutDe(study, phase, {
        projets: asks('nombre-projets'),
        experimentation: asks('duree-experimentation'),
        au,
      });
      const [decided] = decisionsPrises(study).filter(({ decision }) => decision.lance === phase);
      if (!begun || (decided && !anterieur(begun.date, decided.reunion.date))) return [];
      const proposed = adoptees(study, 'propose').findLast(({ decision }) => decision.lance === phase);
      const lieu = decided ?? proposed;
      const dit = decided
        ? `la décision de la lancer est ${duJour(decided.reunion.date)}`
        : proposed
          ? `la décision ${duJour(proposed.reunion.date)} ne fait que la proposer`
          : 'aucune réunion n’a décidé de la lancer';
      return [
        {
          chemin: begun.chemin,
          contre: [lieu ? placeDe(lieu) : `contrat/exigences/${id}`],
          message: `« ${phase} » commence par ${begun.quoi}, ${leJour(begun.date)}, et ${dit}.`,
          issue: 'Inscrivez la décision qui l’a lancée, à sa date.',
          saisie: 'La réunion de l’organe qui décide est de type « deliberation » ; sa décision porte « lance ».',
        },
      ];
    });
  },
};

/** Whether two decisions are on the same thing. */
const memeObjet = (a: DecisionPrise['decision'], b: DecisionPrise['decision']): boolean =>
  (a.lance !== undefined && a.lance === b.lance) ||
  (a.scenario !== undefined && a.scenario === b.scenario) ||
  (a.lance === undefined && a.scenario === undefined && a.livrable !== undefined && a.livrable === b.livrable);

export const propositionSansDecision: RegleCoherence = {
  code: 'proposition-sans-decision',
  gravite: 'attention',
  titre: 'Une proposition est restée sans décision.',
  explication:
    'Une réunion a proposé (« portee: propose ») de valider un livrable, de retenir un scénario ou de lancer une phase. Son échéance est passée, et rien ne dit ce qui en a été décidé : ni une décision qui porte sur le même objet, ni une suite.',
  livrables: ['scenarios', 'mode-operatoire', 'bilan', 'copil'],
  verifier: ({ study, au }) => {
    const decided = decisionsPrises(study);
    return adoptees(study, 'propose').flatMap((one): Contradiction[] => {
      const { reunion, decision } = one;
      const { echeance, suites = [], objet } = decision;
      if (echeance === undefined || !posterieur(au, echeance) || suites.length > 0) return [];
      if (decided.some((other) => other.reunion.date >= reunion.date && memeObjet(decision, other.decision))) return [];
      return [
        {
          chemin: `${placeDe(one)}/echeance`,
          contre: ['etude/date'],
          message: `« ${titreReunion(reunion)} » a proposé (« ${objet} ») ce qui devait être décidé ${leJour(echeance)} au plus tard, et rien ne dit que ce le soit.`,
          issue: 'Inscrivez la réunion qui en a décidé, ou la suite de la proposition.',
          saisie:
            'Elle s’inscrit dans reunions.yaml, avec ses « decisions » ; la suite s’écrit dans « suites » de la proposition.',
        },
      ];
    });
  },
};

export const decisionAuDela: RegleCoherence = {
  code: 'decision-au-dela',
  gravite: 'attention',
  titre: 'Une réunion décide là où son ordre du jour ne lui demandait que de proposer.',
  explication:
    'Un point de l’ordre du jour qui n’attend qu’une proposition, ou une prise d’acte (« portee »), n’aboutit pas à une décision du même objet (« lance » ou « livrable ») : elle appartient à un autre organe.',
  livrables: ['copil'],
  verifier: ({ study }) =>
    decisionsPrises(study).flatMap((one): Contradiction[] => {
      const { reunion, decision } = one;
      const points = reunion.ordre_du_jour;
      const point = points.findIndex(
        (asked) =>
          asked.decision_attendue !== undefined &&
          porteeDe(asked) !== 'decide' &&
          (asked.lance === undefined
            ? asked.livrable !== undefined && asked.livrable === decision.livrable && decision.lance === undefined
            : asked.lance === decision.lance),
      );
      const asked = points[point];
      if (!asked) return [];
      return [
        {
          chemin: placeDe(one),
          contre: [`reunions/${reunion.id}/ordre_du_jour/${point + 1}/portee`],
          message: `« ${titreReunion(reunion)} » décide (« ${decision.objet} »), et son ordre du jour ne lui demandait que de ${porteeDe(asked) === 'propose' ? 'proposer' : 'prendre acte'}.`,
          issue: 'Dites que la réunion propose, ou corrigez ce que l’ordre du jour attend.',
          saisie:
            'Une décision qui propose s’écrit « portee: propose » ; ce que l’ordre du jour attend, dans « ordre_du_jour.portee » (reunions.yaml).',
        },
      ];
    }),
};

type Point = Study['reunions'][number]['ordre_du_jour'][number];

/** Whether a decision speaks of what a point asked, put off or not; one that names neither phase nor document may be on anything. */
function repond({ lance, livrable }: Point, decision: DecisionPrise['decision']): boolean {
  if (decision.lance === undefined && decision.livrable === undefined) return true;
  return lance === undefined ? livrable === decision.livrable : lance === decision.lance;
}

const pointSansDecision: RegleCoherence = {
  code: 'point-sans-decision',
  gravite: 'attention',
  titre: 'Une réunion tenue n’écrit rien de ce que son ordre du jour lui demandait de décider.',
  explication:
    'Un point de l’ordre du jour d’une réunion tenue qui attend une décision (« decision_attendue ») sur un livrable ou sur une phase (« lance ») a la sienne dans « decisions » : adoptée, à modifier, ou ajournée si le quorum manquait. Sans elle, les documents disent le livrable « non validé », et rien ne dit si c’est un oubli du relevé. Une décision qui ne nomme ni livrable ni phase peut y répondre, et n’est pas comparée.',
  livrables: ['copil'],
  verifier: ({ study }) =>
    study.reunions.flatMap((reunion) => {
      const { etat, ordre_du_jour: agenda, decisions = [] } = reunion;
      if (etat !== 'tenue') return [];
      return agenda.flatMap((point, rank): Contradiction[] => {
        const { decision_attendue: asked, livrable, lance, projets } = point;
        if (asked === undefined || projets !== undefined || (livrable === undefined && lance === undefined)) return [];
        if (decisions.some((decision) => repond(point, decision))) return [];
        return [
          {
            chemin: `reunions/${reunion.id}/ordre_du_jour/${rank + 1}/decision_attendue`,
            contre: [`reunions/${reunion.id}/etat`],
            message: `« ${titreReunion(reunion)} », tenue ${leJour(reunion.date)}, avait à décider (« ${asked.replace(/[.]$/, '')} »), et son relevé n’en dit rien.`,
            issue: 'Écrivez la décision prise, ou le report, ou retirez ce que le point attendait.',
            saisie:
              'Elle s’inscrit dans « decisions » (reunions.yaml), avec le « livrable » ou la phase (« lance ») du point ; un report porte « statut: ajourne ».',
          },
        ];
      });
    }),
};

export const PORTEES = [
  scenarioNonDecide,
  phaseSansDecision,
  propositionSansDecision,
  decisionAuDela,
  pointSansDecision,
] as const;
