/** What a build was asked to show and that the study does not have: a slip of the keyboard is no wish for less. */
import type { Lack } from '../../documents/deliverable.js';
import type { Study } from '../../study/study.js';
import { vouliezVousDire } from '../../texte/ordre.js';
import type { Parametres } from './parameters.js';

const phrase = (typed: string, ids: readonly string[], titre: string): string =>
  vouliezVousDire(typed, ids) ?? (ids.length > 0 ? `${titre} : ${ids.join(', ')}.` : 'L’étude n’en a aucun.');

/** Scenario, project and meeting that were named and that are not there. */
export function demandesInconnues(study: Study, { scenario, projet, reunion }: Parametres): Lack[] {
  const found: Lack[] = [];
  const look = (
    typed: string | null,
    collection: 'scenarios' | 'projets' | 'reunions',
    lack: Omit<Lack, 'chemin' | 'aide'>,
    titre: string,
  ) => {
    const ids = study[collection].map(({ id }) => id);
    if (typed !== null && !ids.includes(typed))
      found.push({ ...lack, chemin: collection, aide: phrase(typed, ids, titre) });
  };
  look(
    scenario,
    'scenarios',
    { code: 'scenario-inconnu', message: `l’étude n’a pas de scénario « ${scenario} ».` },
    'Scénarios',
  );
  const fiche = typeof projet === 'string' ? projet : null;
  look(fiche, 'projets', { code: 'projet-attendu', message: `aucun projet ne s’appelle « ${fiche} ».` }, 'Projets');
  look(
    reunion,
    'reunions',
    { code: 'reunion-attendue', message: `l’étude n’a pas de réunion « ${reunion} ».` },
    'Réunions',
  );
  return found;
}
