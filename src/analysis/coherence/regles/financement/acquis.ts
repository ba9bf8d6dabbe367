/** Money of the bearer that is sure before anyone decided. */
import { anterieur, leJour, posterieur } from '../../../../texte/dates.js';
import { decisionsPrises, titreReunion } from '../../../comite.js';
import { dateDeRemise } from '../../../etat/livrable.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { cheminConvention } from '../../chemins.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** Money that was there whatever would be chosen. */
const PERMANENTE = /statutaire|permanent|budget primitif|annuel|depuis/i;

export const acquisAvantDecision: RegleCoherence = {
  code: 'acquis-avant-decision',
  gravite: 'attention',
  titre: 'Le porteur a voté sa part avant que le scénario ne soit retenu.',
  explication:
    'La part du porteur (« nature: autofinancement », donnée par le porteur) est acquise (« acquis_le ») quand son organe la vote : pas avant la réunion tenue qui retient le scénario (« decisions.scenario ») sans seulement le proposer, car elle n’aurait pas su quoi payer. Les crédits d’une ligne permanente se disent, dans « libelle » (« Contribution statutaire ») ou parmi les règles écartées.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study }) => {
    const scenario = scenarioDecrit(study);
    const choice = decisionsPrises(study).find(({ decision }) => decision.scenario === scenario?.id)?.reunion;
    if (!scenario || !choice) return [];
    return scenario.financements.flatMap(
      ({ id, libelle, nature, financeur, statut, acquis_le: since }): Contradiction[] =>
        nature !== 'autofinancement' ||
        financeur !== scenario.porteur ||
        statut !== 'acquis' ||
        since === undefined ||
        !anterieur(since, choice.date) ||
        PERMANENTE.test(libelle ?? '')
          ? []
          : [
              {
                chemin: `scenarios/${scenario.id}/financements/${id}/acquis_le`,
                contre: [`reunions/${choice.id}/date`],
                message: `la recette « ${libelle} » est acquise ${leJour(since)}, avant que « ${titreReunion(choice)} » ne retienne « ${scenario.titre} » (${leJour(choice.date)}).`,
                issue: 'Corrigez une des deux dates, ou dites que les crédits étaient déjà là.',
                saisie: 'La raison s’écrit dans « motif » de « regles_ecartees » (etude.yaml), avec cette règle.',
              },
            ],
    );
  },
};

/** Levels below which a body has promised nothing, as a sentence says them. */
const SANS_PROMESSE: Readonly<Record<string, string | undefined>> = {
  pressenti: 'pressenti, et pas encore rencontré',
  contacte: 'seulement contacté',
};

export const acquisSansEngagement: RegleCoherence = {
  code: 'acquis-sans-engagement',
  gravite: 'attention',
  titre: 'Une recette est acquise, et celui qui la donne n’a rien promis.',
  explication:
    'Une recette acquise (« statut: acquis ») a été votée ou notifiée : la fiche de son financeur (« engagement »), si elle dit où il en est, le dit volontaire ou engagé. Une recette due par la loi n’en demande pas, ni la part du porteur.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study: { scenarios, acteurs }, acteur }) =>
    acteurs.flatMap(({ id: giver, engagement = '' }): Contradiction[] => {
      const said = SANS_PROMESSE[engagement];
      if (said === undefined) return [];
      const [first, ...others] = scenarios.flatMap(({ id, titre, porteur, financements }) =>
        financements.flatMap(({ id: line, libelle, financeur, statut }) =>
          statut === 'acquis' && financeur === giver && porteur !== giver
            ? [{ chemin: `scenarios/${id}/financements/${line}/statut`, titre, libelle }]
            : [],
        ),
      );
      if (!first) return [];
      return [
        {
          chemin: first.chemin,
          contre: [`acteurs/${giver}/engagement`, ...others.map(({ chemin }) => chemin)],
          message: `« ${first.titre} » compte ${first.libelle === undefined ? 'une recette' : `« ${first.libelle} »`} pour acquise, et la fiche de ${acteur(giver)} le dit ${said}.`,
          issue: 'Mettez à jour la fiche de l’organisme, ou le statut de la recette.',
        },
      ];
    }),
};

const ESPEREES: Readonly<Record<string, string>> = {
  pressenti: 'pressentie',
  sollicite: 'demandée',
  'a-voter': 'à voter',
};

const acquisSansStatut: RegleCoherence = {
  code: 'acquis-sans-statut',
  gravite: 'attention',
  titre: 'Une recette a la date à laquelle elle fut acquise, et n’est qu’espérée.',
  explication:
    'La date de la notification, de la délibération ou de la convention qui rend une recette acquise (« acquis_le ») ne s’écrit que d’une recette acquise ou due par la loi (« statut ») : sinon la part acquise du plan l’oublie, ou compte sur ce qui n’est pas venu.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study: { scenarios } }) =>
    scenarios.flatMap(({ id, titre, financements }) =>
      financements.flatMap(({ id: line, libelle, statut, acquis_le: since }, i): Contradiction[] => {
        const hoped = ESPEREES[statut];
        const at = `scenarios/${id}/financements/${line ?? i + 1}`;
        return since === undefined || hoped === undefined
          ? []
          : [
              {
                chemin: `${at}/acquis_le`,
                contre: [`${at}/statut`],
                message: `dans « ${titre} », ${libelle === undefined ? 'une recette' : `« ${libelle} »`} est acquise ${leJour(since)}, et dite ${hoped}.`,
                issue: 'Corrigez l’état de la recette, ou ôtez cette date.',
              },
            ];
      }),
    ),
};

const espereeEtSignee: RegleCoherence = {
  code: 'esperee-et-signee',
  gravite: 'attention',
  titre: 'Une recette n’est qu’espérée, et les conventions qui la promettent étaient signées.',
  explication:
    'Quand toutes les conventions par lesquelles une recette du scénario retenu est promise (« sens: recu », « financement ») sont signées (« signee_le ») au jour où le document des scénarios est remis, elle y est acquise (« statut ») ; celles qui ont été signées depuis n’y changent rien.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study }) => {
    const scenario = scenarioDecrit(study);
    const date = dateDeRemise(study, 'scenarios');
    return (scenario?.financements ?? []).flatMap(({ id: line, libelle, statut }): Contradiction[] => {
      const hoped = ESPEREES[statut];
      const promised = [...(study.mode_operatoire?.conventions ?? []).entries()].filter(
        ([, one]) => one.sens === 'recu' && one.financement !== undefined && one.financement === line,
      );
      const signed = promised.filter(([, { signee_le: on }]) => on !== undefined && !posterieur(on, date));
      const [first, ...others] = signed;
      if (!scenario || hoped === undefined || !first || signed.length < promised.length) return [];
      const at = ([rank, { id }]: (typeof signed)[number]): string => cheminConvention(id, rank);
      return [
        {
          chemin: `scenarios/${scenario.id}/financements/${line}/statut`,
          contre: [at(first), ...others.map(at)],
          message: `dans « ${scenario.titre} », ${libelle === undefined ? 'une recette' : `« ${libelle} »`} est ${hoped}, et ${signed.length > 1 ? 'les conventions qui la promettent étaient signées' : `la convention qui la promet était signée ${leJour(first[1].signee_le ?? date)}`}.`,
          issue: 'Corrigez l’état de la recette, ou la date de la signature.',
        },
      ];
    });
  },
};

export const ACQUIS = [acquisAvantDecision, acquisSansEngagement, acquisSansStatut, espereeEtSignee] as const;
