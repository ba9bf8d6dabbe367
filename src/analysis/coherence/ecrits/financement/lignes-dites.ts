/** A line of funding, as a message tells it. */
import type { Study } from '../../../../study/study.js';
import { euros } from '../../../../texte/nombres.js';
import { donneurs, nomDeLaSource } from '../../../scenarios/financement/regles-aides.js';
import { nomDuScenario } from '../../../scenarios/noms.js';
import { type Donneur, type Ligne, montantsDe } from './donneurs-nommes.js';

export function nomDeLaLigne({ acteurs }: Study, { source }: Ligne): string {
  const names = new Map(acteurs.map(({ id, sigle, nom }) => [id, sigle ?? nom]));
  return nomDeLaSource(source, (id) => names.get(id) ?? id);
}

export function uneLigne(study: Study, ligne: Ligne, donneur?: Donneur): string {
  const { source, scenario } = ligne;
  const [first = Number.NaN, ...others] = montantsDe(study, ligne, donneur).annees.map(Math.round);
  const shared = donneur && donneurs(source).some(({ acteur }) => !donneur.acteurs.has(acteur));
  const when = others.every((one) => one === first) ? 'par an' : 'la première année';
  return `« ${nomDeLaLigne(study, ligne)} » donne ${euros(first)}${shared ? ' de sa part' : ''} ${when} dans « ${nomDuScenario(scenario)} »`;
}
