/** A meeting against what it decides, and against the dates of the documents that it has before it. */
import type { Study } from '../../../../study/study.js';
import { comparerDates, duJour, leJour, posterieur } from '../../../../texte/dates.js';
import { type Decision, decisionsPrises, peutValider, porteeDe, titreReunion } from '../../../comite.js';
import { dateDeRemise, examine } from '../../../etat/livrable.js';
import type { ContexteCoherence } from '../../contexte.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const titreLivrable = (study: Study, id: string): string =>
  study.etude.livrables?.find((livrable) => livrable.id === id)?.titre ?? id;

/** What a decision validates, retains or launches, as a sentence says it; null when it binds nothing. */
function effetDe(study: Study, { livrable, scenario, lance }: Decision): string | null {
  const titre = study.scenarios.find(({ id }) => id === scenario)?.titre;
  if (titre !== undefined) return `retient « ${titre} »`;
  if (lance !== undefined) return `lance « ${lance} »`;
  return livrable === undefined ? null : `valide « ${titreLivrable(study, livrable)} »`;
}

function sansComite({ study }: ContexteCoherence): Contradiction[] {
  return study.reunions
    .filter((reunion) => !peutValider(reunion))
    .flatMap((reunion) =>
      (reunion.decisions ?? []).flatMap((decision, i): Contradiction[] => {
        const effet = effetDe(study, decision);
        if (effet === null || decision.statut !== 'valide' || porteeDe(decision) !== 'decide') return [];
        return [
          {
            chemin: `reunions/${reunion.id}/decisions/${i + 1}`,
            contre: [`reunions/${reunion.id}/type`],
            message: `la réunion « ${titreReunion(reunion)} » ${effet}, alors qu’une réunion de ce type prépare ou suit, et ne décide pas.`,
            issue: 'Portez la décision à l’ordre du jour de l’instance qui décide, ou dites que cette réunion propose.',
            saisie: 'Une réunion qui donne un avis écrit « portee: propose ».',
          },
        ];
      }),
    );
}

/** What the dates of a document and of a meeting that has it before it cannot both be; null when they can. */
function datesContraires(
  { date: told, titre }: { date: string; titre: string },
  reunion: Study['reunions'][number],
  validates: boolean,
): { champ: 'date' | 'envoi_documents'; message: string; issue: string; saisie?: string } | null {
  const { date: held, envoi_documents: sent } = reunion;
  const nom = `« ${titreReunion(reunion)} »`;
  if (sent !== undefined && validates && posterieur(told, sent))
    return {
      champ: 'envoi_documents',
      message: `les documents de la réunion ${nom} partent ${leJour(sent)}, et « ${titre} », qu’elle valide, est daté ${duJour(told)}.`,
      issue: 'Datez le document du jour de son envoi au plus tard, ou corrigez l’envoi.',
      saisie: 'Le jour du document s’écrit dans « livrables.date » d’etude.yaml.',
    };
  if (validates && posterieur(told, held))
    return {
      champ: 'date',
      message: `la réunion ${nom} valide « ${titre} » ${leJour(held)}, avant la date du document (${leJour(told)}).`,
      issue: 'Corrigez la date du document, ou celle de la réunion.',
    };
  if (told.length < held.length && comparerDates(told, held) === 0 && sent === undefined)
    return {
      champ: 'date',
      message: `« ${titre} » est daté sans jour (${leJour(told)}), et la réunion ${nom} l’examine ${leJour(held)} : rien ne dit qu’il est remis avant elle.`,
      issue: 'Donnez le jour du document, ou celui où il est envoyé à la réunion.',
      saisie:
        'Le jour du document s’écrit dans « livrables.date » d’etude.yaml, celui de l’envoi dans « envoi_documents » de la réunion (reunions.yaml).',
    };
  return null;
}

function datesDesDocuments({ study }: ContexteCoherence): Contradiction[] {
  return study.reunions.flatMap((reunion) =>
    (study.etude.livrables ?? [])
      .filter(({ id }) => examine(reunion, id))
      .flatMap((livrable): Contradiction[] => {
        const validates = decisionsPrises({ reunions: [reunion] }).some(
          ({ decision }) => decision.livrable === livrable.id,
        );
        const date = reunion.envoi_documents === undefined ? livrable.date : dateDeRemise(study, livrable.id);
        const found = date === undefined ? null : datesContraires({ ...livrable, date }, reunion, validates);
        return found
          ? [
              {
                chemin: `reunions/${reunion.id}/${found.champ}`,
                contre: [`etude/livrables/${livrable.id}/date`],
                message: found.message,
                issue: found.issue,
                ...(found.saisie === undefined ? {} : { saisie: found.saisie }),
              },
            ]
          : [];
      }),
  );
}

/** Decisions of one meeting on one document that do not say the same. */
function decisionsContraires({ study }: ContexteCoherence): Contradiction[] {
  return study.reunions.flatMap((reunion) =>
    (reunion.decisions ?? []).flatMap(({ livrable, statut, scenario }, i): Contradiction[] => {
      const first = (reunion.decisions ?? []).findIndex(
        (one) => livrable !== undefined && one.livrable === livrable && one.scenario === scenario,
      );
      if (first < 0 || first === i || reunion.decisions?.[first]?.statut === statut) return [];
      return [
        {
          chemin: `reunions/${reunion.id}/decisions/${i + 1}/statut`,
          contre: [`reunions/${reunion.id}/decisions/${first + 1}/statut`],
          message: `la réunion « ${titreReunion(reunion)} » prend deux décisions contraires sur « ${titreLivrable(study, livrable ?? '')} ».`,
          issue: 'Gardez celle du relevé de décisions.',
        },
      ];
    }),
  );
}

/** A decision on a document that the meeting had not before it. */
function decisionHorsSeance({ study }: ContexteCoherence): Contradiction[] {
  return study.reunions.flatMap((reunion) =>
    (reunion.decisions ?? []).flatMap(({ livrable }, i): Contradiction[] =>
      livrable === undefined || reunion.livrables === undefined || examine(reunion, livrable)
        ? []
        : [
            {
              chemin: `reunions/${reunion.id}/decisions/${i + 1}/livrable`,
              contre: [`reunions/${reunion.id}/livrables`],
              message: `la réunion « ${titreReunion(reunion)} » décide de « ${titreLivrable(study, livrable)} », qui n’est ni parmi ses documents ni à son ordre du jour.`,
              issue: 'Ajoutez le document à la réunion, ou corrigez la décision.',
              saisie: 'Il s’ajoute à « livrables » de la réunion (reunions.yaml).',
            },
          ],
    ),
  );
}

export const REGLES_REUNIONS: readonly RegleCoherence[] = [
  {
    code: 'decisions-contraires',
    gravite: 'attention',
    titre: 'Une réunion décide d’un document une chose et son contraire.',
    explication:
      'Une réunion valide un livrable, l’ajourne ou demande qu’il soit modifié. Deux décisions sur le même livrable, et le même scénario s’il est nommé, ont le même « statut ».',
    livrables: ['copil', 'diagnostic', 'scenarios', 'mode-operatoire', 'fiches-projets', 'bilan'],
    verifier: decisionsContraires,
  },
  {
    code: 'decision-hors-seance',
    gravite: 'attention',
    titre: 'Une réunion décide d’un document qu’elle n’a pas examiné.',
    explication:
      'Une décision porte sur un livrable que la réunion a parmi ses documents (« livrables ») ou à son ordre du jour. La règle ne vaut que si la réunion dit quels documents elle examine.',
    livrables: ['copil'],
    verifier: decisionHorsSeance,
  },
  {
    code: 'validation-sans-comite',
    gravite: 'attention',
    titre: 'Une réunion valide, retient ou lance sans être de celles qui décident.',
    explication:
      'Les réunions de cadrage et les comités techniques préparent et suivent ; l’instance que l’étude nomme valide. Un livrable validé par une autre reste « remis », un scénario ou une phase n’est que proposé : couverture, pied de page et état le disent.',
    livrables: ['scenarios', 'mode-operatoire', 'fiches-projets', 'bilan', 'copil'],
    verifier: sansComite,
  },
  {
    code: 'document-apres-sa-reunion',
    gravite: 'attention',
    titre: 'Un document et la réunion qui l’examine ont des dates qui se contredisent.',
    explication:
      'Un document est remis, puis envoyé à la réunion, qui le valide ensuite. Une réunion qui valide un document daté après elle, ou après l’envoi de ses documents (« envoi_documents »), valide ce qui n’est pas encore écrit. Un document daté du mois seulement prend le jour de son envoi ; sans ce jour, rien ne sépare l’édition remise, qui pose sa question, de l’édition validée, qui rend la décision.',
    livrables: ['copil'],
    verifier: datesDesDocuments,
  },
];
