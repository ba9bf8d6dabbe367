/** The part of the posts of a scenario that nobody is paid for: an equivalent of full time of volunteers is no employment. */
import { sum } from 'd3-array';
import type { Scenario } from '../../../study/types.gen.js';
import { nombreFr } from '../../../texte/nombres.js';

const etpDesBenevoles = ({ moyens }: Pick<Scenario, 'moyens'>): number =>
  sum(moyens.humains, ({ categorie, etp }) => (categorie === 'benevole' ? etp : 0));

/** « dont 3,4 de bénévoles », « tous de bénévoles »; null without any. */
export function dontBenevoles(scenario: Pick<Scenario, 'moyens'>): string | null {
  const volunteers = etpDesBenevoles(scenario);
  if (volunteers === 0) return null;
  return scenario.moyens.humains.every(({ categorie, etp }) => categorie === 'benevole' || etp === 0)
    ? 'tous de bénévoles'
    : `dont ${nombreFr(volunteers)} de bénévoles`;
}

/** What a count of posts says, with the volunteers that it holds. */
export const avecSesBenevoles = (etp: string, scenario: Pick<Scenario, 'moyens'>): string =>
  [etp, dontBenevoles(scenario)].filter((part) => part !== null).join(', ');
