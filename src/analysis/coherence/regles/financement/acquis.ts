/** Money of the bearer that is sure before anyone decided. */
import { anterieur, leJour } from '../../../../texte/dates.js';
import { decisionsPrises, titreReunion } from '../../../comite.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** Money that was there whatever would be chosen. */
const PERMANENTE = /statutaire|permanent|budget primitif|annuel|depuis/iu;

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

export const ACQUIS = [acquisAvantDecision, acquisSansEngagement] as const;
