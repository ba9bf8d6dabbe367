/** A decision that did not follow what had been proposed. */
import { organeDe } from '../../analysis/etat/livrable.js';
import { propositionEcartee, type ScenarioRetenu } from '../../analysis/scenarios/retenu.js';
import type { Study } from '../../study/study.js';
import { majuscule, minuscule, sansPoint } from '../../texte/accords.js';
import { leJour } from '../../texte/dates.js';

/** « Le comité avait proposé « Régie », le 22 janvier 2026 ; la décision s’en écarte : … »; null where it was followed, or where nobody had proposed. */
export function ecartDuChoix(etude: Study, retenu: ScenarioRetenu): string | null {
  const proposed = propositionEcartee(etude, retenu);
  if (!proposed) return null;
  const { scenario, reunion } = proposed;
  const motif = retenu.decision.motif;
  const why =
    motif === undefined
      ? ' ; la raison de l’écart n’est pas écrite'
      : ` ; la décision s’en écarte : ${minuscule(sansPoint(motif))}`;
  return `${majuscule(organeDe(etude, reunion))} avait proposé « ${scenario.titre_court ?? scenario.titre} », ${leJour(reunion.date)}${why}.`;
}
