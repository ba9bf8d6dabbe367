/** The projects that a meeting chose, and what their sheets say of it. */
import { group } from 'd3-array';
import { enumerer } from '../../../../texte/accords.js';
import { leJour } from '../../../../texte/dates.js';
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

export const CHOIX_PROJETS = [choixSansDecision] as const;
