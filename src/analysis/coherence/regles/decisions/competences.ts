/** Who decides: a launch belongs to the body that the contract charges with it, a task that waits for a decision to a meeting that took one. */

import { comiteEnPhrase, type Exigence } from '../../../../study/contrat.js';
import type { Study } from '../../../../study/study.js';
import { anterieur, leJour, posterieur } from '../../../../texte/dates.js';
import { type DecisionPrise, decisionsPrises, lanceAvecCompetence, titreReunion } from '../../../comite.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const lancements = (study: Study, { phase }: Exigence): DecisionPrise[] =>
  phase === undefined ? [] : decisionsPrises(study).filter(({ decision }) => decision.lance === phase);

export const lancementSansCompetence: RegleCoherence = {
  code: 'lancement-sans-competence',
  gravite: 'attention',
  titre: 'Rien ne dit que la réunion qui lance une phase avait compétence pour le faire.',
  explication:
    'Engager une phase du contrat revient au maître d’ouvrage : à son organe délibérant (réunion de type « deliberation »), ou à l’exécutif qui en a reçu délégation. Un comité de pilotage n’a que la compétence que le contrat lui donne : l’exigence (règle « decision-lancement ») nomme alors la sorte de réunion qui lance (« reunion »). La règle compare à l’un et à l’autre les décisions qui lancent la phase ; une seule suffit.',
  exemple: 'regle: decision-lancement, reunion: { type: deliberation }',
  livrables: ['fiches-projets', 'bilan', 'copil'],
  verifier: ({ study }) =>
    (study.contrat?.exigences ?? []).flatMap((exigence): Contradiction[] => {
      const decided = exigence.regle === 'decision-lancement' ? lancements(study, exigence) : [];
      const last = decided.at(-1);
      if (!last || decided.some(({ reunion }) => lanceAvecCompetence(reunion, exigence))) return [];
      return [
        {
          chemin: `reunions/${last.reunion.id}/decisions/${last.rang}`,
          contre: [`contrat/exigences/${exigence.id}${exigence.reunion ? '/reunion' : ''}`],
          message: `« ${titreReunion(last.reunion)} » lance « ${exigence.phase} », ${leJour(last.reunion.date)} ; ${exigence.reunion ? 'le contrat demande pour cela une réunion d’une autre sorte' : 'ni le contrat ni une délibération ne lui en donnent la compétence'}.`,
          issue: 'Inscrivez la délibération qui a lancé la phase, ou dites que la réunion ne fait que la proposer.',
          saisie: 'Un contrat qui donne cette compétence au comité l’écrit dans « reunion » de l’exigence.',
        },
      ];
    }),
};

export const decisionSansSeance: RegleCoherence = {
  code: 'decision-sans-seance',
  gravite: 'attention',
  titre: 'Une tâche qui attend une décision est achevée, et aucune réunion n’a rien décidé alors.',
  explication:
    'Une tâche du mode opératoire qui ouvre sur une décision (« porte: decision ») est achevée (« avancement: 1 », ou « fin_reelle ») le jour où une réunion qui décide l’a prise : une délibération, ou le comité. La règle cherche une réunion tenue, entre le début et la fin de la tâche, dont le relevé porte une décision adoptée.',
  livrables: ['mode-operatoire', 'bilan'],
  verifier: ({ study, au }) =>
    (study.mode_operatoire?.taches ?? []).flatMap((tache): Contradiction[] => {
      const { id, libelle, porte, avancement, debut, fin, debut_reel: begun, fin_reelle: ended } = tache;
      const [from, to] = [begun ?? debut, ended ?? fin];
      if (porte !== 'decision' || (avancement !== 1 && ended === undefined) || posterieur(to, au)) return [];
      const decided = decisionsPrises(study).some(
        ({ reunion: { date } }) => !anterieur(date, from) && !posterieur(date, to),
      );
      if (decided) return [];
      return [
        {
          chemin: `mode_operatoire/taches/${id}`,
          contre: ['reunions'],
          message: `« ${libelle} » est une décision, dite prise ${leJour(to)} au plus tard ; aucune réunion tenue n’en a pris depuis ${leJour(from)}.`,
          issue: 'Inscrivez la réunion qui a décidé, avec sa décision, ou corrigez l’état de la tâche.',
          saisie: 'L’organe délibérant du maître d’ouvrage se réunit par une réunion de type « deliberation ».',
        },
      ];
    }),
};

export const deliberationSansOrgane: RegleCoherence = {
  code: 'deliberation-sans-organe',
  gravite: 'attention',
  titre: 'Une délibération ne dit pas qui délibère.',
  explication:
    'Une réunion sans « organe » est celle de l’instance qui valide les livrables (« comite » de l’étude). Une délibération (« type: deliberation ») est celle d’un autre organe, celui du maître d’ouvrage ou du porteur : sans son nom, les documents diraient que l’instance a décidé ce qu’elle n’a pas voté.',
  exemple: 'type: deliberation, organe: le conseil communautaire',
  livrables: ['mode-operatoire', 'fiches-projets', 'bilan', 'copil'],
  verifier: ({ study }) =>
    study.reunions.flatMap((reunion): Contradiction[] =>
      reunion.type !== 'deliberation' || reunion.organe !== undefined
        ? []
        : [
            {
              chemin: `reunions/${reunion.id}/type`,
              contre: [study.etude.comite ? 'etude/comite' : 'etude/maitre_ouvrage'],
              message: `« ${titreReunion(reunion)} », ${leJour(reunion.date)}, est une délibération, et rien ne nomme l’organe qui délibère : ce serait ${comiteEnPhrase(study)}.`,
              issue: 'Nommez l’organe qui délibère.',
              saisie:
                'Il s’écrit dans « organe » de la réunion (reunions.yaml), avec son article : « le conseil communautaire ».',
            },
          ],
    ),
};

export const COMPETENCES = [lancementSansCompetence, decisionSansSeance, deliberationSansOrgane] as const;
