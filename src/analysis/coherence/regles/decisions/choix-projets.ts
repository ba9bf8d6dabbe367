/** The projects that a meeting chose, and what their sheets say of it. */
import { group } from 'd3-array';
import { enumerer } from '../../../../texte/accords.js';
import { leJour } from '../../../../texte/dates.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { decisionsPrises, titreReunion } from '../../../comite.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

export const choixSansDecision: RegleCoherence = {
  code: 'choix-sans-decision',
  gravite: 'attention',
  titre: 'Un projet est dit retenu, et la réunion qui choisit ne le nomme pas.',
  explication:
    'Une décision qui choisit des projets les nomme (« projets »), et chacun est retenu le jour de sa réunion (« retenu_le »). La règle rapproche chaque projet retenu des décisions adoptées : celle d’un autre jour, celles qui en nomment d’autres et non lui, celles du jour même qui n’en nomment aucun. Une étude qui ne tient pas le journal de ses choix n’a rien à rapprocher.',
  exemple:
    'decisions: [{ objet: Choix des projets, texte: Deux projets sont retenus., projets: [jardin, four], statut: valide }]',
  livrables: ['fiches-projets', 'bilan', 'copil'],
  verifier: ({ study }) => {
    const decided = decisionsPrises(study);
    const named = decided.filter(({ decision }) => decision.projets !== undefined);
    const chosen = study.projets.flatMap((projet) =>
      projet.retenu_le?.length === 10 ? [{ ...projet, le: projet.retenu_le }] : [],
    );
    const misdated = chosen.flatMap(({ id, titre, le }): Contradiction[] => {
      const own = named.filter(({ decision }) => decision.projets?.includes(id));
      const last = own.at(-1);
      if (!last || own.some(({ reunion }) => reunion.date === le)) return [];
      return [
        {
          chemin: `projets/${id}/retenu_le`,
          contre: [`reunions/${last.reunion.id}/decisions/${last.rang}`],
          message: `« ${titre} » est dit retenu ${leJour(le)} ; « ${titreReunion(last.reunion)} » l’a choisi ${leJour(last.reunion.date)}.`,
          issue: 'Corrigez une des deux dates.',
        },
      ];
    });
    const forgotten = chosen.filter(({ id }) => !named.some(({ decision }) => decision.projets?.includes(id)));
    const unnamed = [...group(forgotten, ({ le }) => le)].flatMap(([le, projets]): Contradiction[] => {
      const there = decided.filter(({ reunion }) => reunion.date === le).at(-1) ?? named.at(-1);
      const [first, ...others] = projets;
      if (!there || !first) return [];
      return [
        {
          chemin: `reunions/${there.reunion.id}/decisions/${there.rang}`,
          contre: [`projets/${first.id}/retenu_le`, ...others.map(({ id }) => `projets/${id}/retenu_le`)],
          message: `${enumerer(projets.map(({ titre }) => `« ${titre} »`))} ${others.length > 0 ? 'sont dits retenus' : 'est dit retenu'} ${leJour(le)} ; aucune décision de « ${titreReunion(there.reunion)} » ne ${others.length > 0 ? 'les' : 'le'} nomme.`,
          issue: 'Nommez les projets que la décision retient, ou corrigez ce que disent leurs fiches.',
          saisie: 'Ils s’écrivent dans « projets » de la décision.',
        },
      ];
    });
    return [...misdated, ...unnamed];
  },
};

const choixHorsOrdreDuJour: RegleCoherence = {
  code: 'choix-hors-ordre-du-jour',
  gravite: 'attention',
  titre: 'Une décision choisit un projet que l’ordre du jour ne proposait pas.',
  explication:
    'L’ordre du jour qui nomme les projets à choisir (« ordre_du_jour.projets ») les nomme tous : une décision adoptée de la même réunion n’en retient pas d’autre (« decisions.projets »), sur lequel les membres n’ont pas été convoqués. Elle peut en retenir moins. Un ordre du jour qui n’en nomme aucun n’est pas comparé.',
  livrables: ['copil'],
  verifier: ({ study }) =>
    decisionsPrises(study).flatMap(({ reunion, decision, rang }): Contradiction[] => {
      const proposed = reunion.ordre_du_jour.flatMap(({ projets = [] }) => projets);
      const added = (decision.projets ?? []).filter((id) => !proposed.includes(id));
      const rank = reunion.ordre_du_jour.findIndex(({ projets = [] }) => projets.length > 0);
      const noms = study.projets.filter(({ id }) => added.includes(id)).map(({ titre }) => `« ${titre} »`);
      if (rank < 0 || noms.length === 0) return [];
      return [
        {
          chemin: `reunions/${reunion.id}/decisions/${rang}`,
          contre: [`reunions/${reunion.id}/ordre_du_jour/${rank + 1}`],
          message: `« ${titreReunion(reunion)} » a retenu ${enumerer(noms)}, que son ordre du jour ne propose pas ; il en propose ${nombreFr(proposed.length)}.`,
          issue: 'Ajoutez à l’ordre du jour ce qui était à choisir, ou retirez-le de la décision.',
          saisie: 'Les projets proposés s’écrivent dans « projets » du point de l’ordre du jour.',
        },
      ];
    }),
};

export const CHOIX_PROJETS = [choixSansDecision, choixHorsOrdreDuJour] as const;
