/** What each project gave, on one line: what who decides looks for before opening the sheets. */

import { CRITERES_EVALUATION } from '../../analysis/projets/criteres.js';
import type { ProjetAnalyse } from '../../analysis/projets/projets.js';
import { dureeDeLEcart } from '../../analysis/projets/retards.js';
import { compte } from '../../texte/accords.js';
import { nombreFr } from '../../texte/nombres.js';
import { col, tableDe } from '../colonnes.js';
import type { TableExhibit } from '../types.js';
import { type ContexteProjets, sourceProjets } from './contexte.js';

/** « 2 sur 3 »; of what nothing measures, no count. */
function objectifsTenus({ objectifs }: ProjetAnalyse): string | null {
  if (objectifs.length === 0) return null;
  if (objectifs.every(({ atteint }) => atteint === null)) return 'non mesurés';
  return `${objectifs.filter(({ atteint }) => atteint === 'oui').length} sur ${objectifs.length}`;
}

/** « 1 mois, rattrapé », « 5 mois, en cours » of a step that is still open. */
function retard({ retards: [first], retardMois, finATemps }: ProjetAnalyse): string | null {
  if (first) return `${dureeDeLEcart(first)}${finATemps ? ', rattrapé' : first.au === null ? '' : ', en cours'}`;
  return retardMois === null ? null : 'aucun';
}

/** « de 3 à 4 », « 4 partout », « 4 » of one note alone. */
function notes({ projet }: ProjetAnalyse): string | null {
  const given = CRITERES_EVALUATION.flatMap(({ id }) => projet.evaluation?.[id]?.note ?? []);
  if (given.length === 0) return null;
  const [low, high] = [Math.min(...given), Math.max(...given)];
  if (low !== high) return `de ${nombreFr(low)} à ${nombreFr(high)}`;
  return given.length > 1 ? `${nombreFr(low)} partout` : nombreFr(low);
}

/** Whether anything of what happened is known. */
const dit = ({ objectifs, jours, budget }: ProjetAnalyse): boolean =>
  jours.realise !== null || budget.realise !== null || objectifs.some(({ atteint }) => atteint !== null);

export function resultatsDesProjets(contexte: ContexteProjets): TableExhibit {
  const { projets } = contexte.bilan;
  const objectifs = projets.flatMap((one) => one.objectifs);
  const reached = objectifs.filter(({ atteint }) => atteint === 'oui').length;
  const blind = objectifs.filter(({ atteint }) => atteint === null).length;
  // What nothing measures is not said to be missed.
  const atteints =
    objectifs.length > 0 && blind === objectifs.length
      ? 'aucun objectif n’est mesuré'
      : `${reached === 0 ? 'aucun objectif atteint' : `${nombreFr(reached)} ${reached > 1 ? 'objectifs atteints' : 'objectif atteint'}`} sur ${nombreFr(objectifs.length)}${blind > 0 ? `, ${compte(blind, 'non mesuré', 'non mesurés')}` : ''}`;
  return tableDe(projets.some(dit) ? projets : [], {
    name: 'projets-resultats',
    // The workbook has it by the figure, foreseen against what happened.
    part: null,
    title: `Ce que ${projets.length === 1 ? 'le projet' : 'chaque projet'} a donné : ${atteints}`,
    columns: [
      col('projet', 'Projet', ({ projet }) => projet.titre, 'texte', 3),
      col('objectifs', 'Objectifs atteints', objectifsTenus, 'texte', 0.9),
      col('budget-prevu', 'Budget prévu (€)', ({ budget }) => budget.prevu, 'euros', 0.8),
      col('budget-realise', 'Dépensé (€)', ({ budget }) => budget.realise, 'euros', 0.8),
      col('jours-prevus', 'Jours d’agent prévus', ({ jours }) => jours.prevu, 'nombre', 0.8),
      col('jours-faits', 'Jours faits', ({ jours }) => jours.realise, 'nombre', 0.6),
      col('retard', 'Plus long retard', retard, 'texte', 1.1),
      col('notes', 'Notes sur 5', notes, 'texte', 0.9),
    ],
    source: sourceProjets(contexte),
    empty: 'Rien n’est écrit de ce que les projets ont donné.',
  });
}
