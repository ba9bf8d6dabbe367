/** Meetings, decisions and the contract: what was decided against what was computed, asked for, or promised. */

import { numberAt } from '../../../../lists/at.js';
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { duJour } from '../../../../texte/dates.js';
import { identifiant } from '../../../../texte/identifiant.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { parleDe, titreReunion } from '../../../comite.js';
import type { StudyAt } from '../../../dates.js';
import { scenarioRetenu } from '../../../scenarios/retenu.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

type Reunion = Study['reunions'][number];

/** Meetings to come, which a study taken at a date keeps apart: a rule that asks whether one is planned reads them too. */
const prevuesDe = (study: Study & Partial<Pick<StudyAt, 'reunionsPrevues'>>): Study['reunions'] =>
  (study.reunionsPrevues ?? []).filter(({ id }) => !study.reunions.some((one) => one.id === id));

/** Letters and digits alone, to compare what was written twice by hand. */
const plain = (text: string): string => identifiant(text, ' ');

export const reserveSansSuite: RegleCoherence = {
  code: 'reserve-sans-suite',
  gravite: 'attention',
  titre: 'Rien ne reprend une réserve qu’une réunion a émise.',
  explication:
    'Une réserve engage qui l’a reçue. Elle se retrouve dans « suites » de la décision, dans « reserves » du mode opératoire, avec la suite qui lui est donnée, ou à l’ordre du jour ou dans une décision d’une réunion suivante.',
  livrables: ['scenarios', 'mode-operatoire', 'bilan', 'copil'],
  verifier: ({ study }) => {
    const { reunions, mode_operatoire: mode } = study;
    const later = (reunion: Reunion): string[] =>
      reunions
        .filter(({ date, id }) => date > reunion.date && id !== reunion.id)
        .flatMap(({ ordre_du_jour: agenda, decisions }) => [
          ...agenda.map(({ point }) => point),
          ...(decisions ?? []).flatMap(({ objet, texte }) => [objet, texte]),
        ]);
    const dernier = reunions.reduce((last, { date, etat }) => (etat === 'tenue' && date > last ? date : last), '');
    return reunions.flatMap((reunion) => {
      // A document of that very day cannot tell what becomes of what the day has asked.
      if ('reunionsPrevues' in study && reunion.date === dernier) return [];
      const texts = [...(mode?.reserves ?? []).map(({ reserve }) => reserve), ...later(reunion)].map(plain);
      return (reunion.decisions ?? []).flatMap(({ reserves, suites }, d) =>
        (reserves ?? []).flatMap((reserve, r): Contradiction[] => {
          const words = plain(reserve);
          // `suites` name a reserve by its rank, from 1.
          const followed = suites?.some((suite) => suite.reserve === r + 1) ?? false;
          if (
            reunion.etat !== 'tenue' ||
            followed ||
            texts.some((text) => text.includes(words) || words.includes(text))
          )
            return [];
          return [
            {
              chemin: `reunions/${reunion.id}/decisions/${d + 1}/reserves/${r + 1}`,
              contre: [mode ? 'mode_operatoire/reserves' : 'reunions'],
              message: `la réserve « ${reserve} », de la réunion ${duJour(reunion.date)}, n’est reprise nulle part.`,
              issue: 'Dites la suite qui lui est donnée, ou inscrivez-la à une réunion.',
              saisie: 'La suite s’écrit dans « suites » de la décision.',
            },
          ];
        }),
      );
    });
  },
};

export const decisionContreClassement: RegleCoherence = {
  code: 'decision-contre-classement',
  gravite: 'attention',
  titre: 'Une décision retient un autre scénario que le premier, sans dire pourquoi.',
  explication:
    'Une instance est libre de s’écarter de la comparaison. Le motif de la décision (« motif ») est alors ce que le lecteur cherche, et ce qui la défend.',
  livrables: ['scenarios', 'mode-operatoire', 'copil'],
  verifier: ({ study, scenarios }) => {
    const retained = scenarioRetenu(study);
    const { evaluation, scenarios: list } = scenarios();
    if (!retained || !evaluation || retained.decision.motif) return [];
    const rank = list.findIndex(({ chiffrage }) => chiffrage.scenario.id === retained.scenario.id);
    const first = list[evaluation.premier]?.chiffrage.scenario;
    if (!first || rank < 0 || evaluation.ranks[rank] === 1) return [];
    return [
      {
        chemin: `reunions/${retained.reunion.id}/decisions/${retained.rang}/scenario`,
        contre: ['criteres/criteres', `scenarios/${first.id}`],
        message: `« ${retained.scenario.titre} » est retenu, et la comparaison place « ${first.titre} » devant (${compte(Math.round(numberAt(evaluation.scores, evaluation.premier)), 'point')} contre ${nombreFr(Math.round(numberAt(evaluation.scores, rank)))}).`,
        issue: 'Dites pourquoi la réunion s’en écarte.',
        saisie: 'La raison s’écrit dans « motif » de la décision.',
      },
    ];
  },
};

export const reunionDUnAutreType: RegleCoherence = {
  code: 'reunion-d-un-autre-type',
  gravite: 'attention',
  titre: 'Les réunions d’une phase ne sont pas de la sorte que le contrat demande.',
  explication:
    'Une exigence demande une sorte de réunion pour une phase ou un livrable. L’étude n’en a aucune, tenue ou prévue, et en a d’une autre sorte à sa place : elles ne répondent pas à l’exigence.',
  livrables: ['copil', 'bilan'],
  verifier: ({ study }) => {
    const toutes = [...study.reunions, ...prevuesDe(study)];
    return (study.contrat?.exigences ?? []).flatMap(({ id, ref, reunion, livrable, regle }): Contradiction[] => {
      if (!reunion || (regle !== 'reunion-tenue' && regle !== 'reunion-validation')) return [];
      const about = reunion.livrable ?? (regle === 'reunion-validation' ? livrable : undefined);
      const there = toutes.filter(
        (one) =>
          one.etat !== 'annulee' &&
          (reunion.phase === undefined || one.phase === reunion.phase) &&
          (about === undefined || parleDe(one, about)),
      );
      const named = reunion.phase !== undefined || about !== undefined;
      const [first, ...others] = there.map((one) => `reunions/${one.id}/type`);
      if (!named || first === undefined || there.some(({ type }) => type === reunion.type)) return [];
      return [
        {
          chemin: `contrat/exigences/${id}/reunion/type`,
          contre: [first, ...others],
          message: `l’exigence ${ref} demande une réunion d’une autre sorte que ${there.map((one) => `« ${titreReunion(one)} »`).join(', ')} : de type « ${reunion.type} », et non « ${[...new Set(there.map(({ type }) => type))].join(' », « ')} ».`,
          issue: 'Réunissez l’instance que le contrat nomme, ou corrigez le type de la réunion.',
        },
      ];
    });
  },
};

export const lancementInconnu: RegleCoherence = {
  code: 'lancement-inconnu',
  gravite: 'attention',
  titre: 'Une décision lance une phase que le contrat ne connaît pas.',
  explication:
    '« lance » nomme la phase d’une exigence de contrat.yaml. Écrite autrement, la décision ne répond à aucune exigence.',
  livrables: ['copil'],
  verifier: ({ study: { contrat, reunions } }) => {
    const phases = new Set(contrat?.exigences.map(({ phase }) => phase));
    return reunions.flatMap(({ id, decisions = [], ordre_du_jour: points }) =>
      [
        ...decisions.map(({ lance }, d) => ({ lance, chemin: `reunions/${id}/decisions/${d + 1}/lance` })),
        ...points.map(({ lance }, p) => ({ lance, chemin: `reunions/${id}/ordre_du_jour/${p + 1}/lance` })),
      ].flatMap(({ lance, chemin }): Contradiction[] =>
        !contrat || lance === undefined || phases.has(lance)
          ? []
          : [
              {
                chemin,
                contre: ['contrat/exigences'],
                message: `une décision, prise ou attendue, lance « ${lance} » ; aucune exigence du contrat n’est de cette phase.`,
                issue: `Écrivez le nom d’une phase du contrat (${[...phases].map((phase) => `« ${phase} »`).join(', ')}).`,
                saisie:
                  'La phase d’une exigence s’écrit dans « exigences.phase » de contrat.yaml ; celle que la décision lance, dans « lance ».',
              },
            ],
      ),
    );
  },
};

export const DECISIONS = [reserveSansSuite, decisionContreClassement, reunionDUnAutreType, lancementInconnu] as const;
