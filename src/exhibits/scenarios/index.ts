/** All the tables and figures of the scenarios document, by name, in the order in which a workbook shows them. */
import { dansLaPartie } from '../cells.js';
import { annexesExhibits } from '../diagnostic/annexes.js';
import type { Exhibits } from '../types.js';
import { auditExhibits } from './annexes.js';
import { comparaisonExhibits } from './comparaison.js';
import { comptesExhibits } from './comptes.js';
import type { ContexteScenarios } from './contexte.js';
import { coutServiceExhibits } from './cout-service.js';
import { ensembleExhibits } from './ensemble.js';
import { incertitudeExhibits } from './incertitude.js';
import { moyensExhibits } from './moyens.js';
import { moyensCompares } from './moyens-compares.js';
import { organisationExhibits } from './organisation.js';
import { portraitExhibits } from './portrait.js';
import { prioritesExhibits } from './priorites.js';
import { viabiliteExhibits, viabiliteScenario } from './viabilite.js';

export function scenariosExhibits(contexte: ContexteScenarios): Exhibits {
  const { etude, base, theme, analyse } = contexte;
  const list = [
    ...dansLaPartie('Tableaux du document : ensemble', ensembleExhibits(contexte)),
    ...dansLaPartie('Tableaux du document : priorités et périmètre', prioritesExhibits(contexte)),
    ...analyse.scenarios.flatMap((one, i) =>
      dansLaPartie('Tableaux du document : scénarios', [
        ...organisationExhibits(contexte, one, i),
        ...moyensExhibits(contexte, one, i),
        ...portraitExhibits(contexte, one, i),
        ...comptesExhibits(contexte, one),
        ...viabiliteScenario(contexte, one, i),
      ]),
    ),
    ...dansLaPartie('Tableaux du document : comparaison', [
      ...comparaisonExhibits(contexte),
      ...moyensCompares(contexte),
      ...coutServiceExhibits(contexte),
      ...incertitudeExhibits(contexte),
      ...viabiliteExhibits(contexte),
    ]),
    ...dansLaPartie('Annexes', [...auditExhibits(contexte), ...annexesExhibits({ etude, analyse: base, theme })]),
  ];
  return new Map(list.map((exhibit) => [exhibit.name, exhibit]));
}
