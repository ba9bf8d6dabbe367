/** How the documents tell what it would cost to leave a scenario. */
import type { Chiffrage } from '../../analysis/scenarios/chiffrage.js';
import { coutDeSortie } from '../../analysis/scenarios/depenses-et-charge/sortie.js';
import type { Study } from '../../study/study.js';
import { enumerer, minuscule, sansPoint } from '../../texte/accords.js';
import { euros } from '../../texte/nombres.js';
import { montantEnClair } from '../cells.js';
import { acteur } from './contexte.js';

/** « En sortir coûterait 12 000 €, hors de ce budget : fin du bail (4 000 €)… »; null where nothing is told. */
export function sortieEnClair(etude: Study, chiffrage: Chiffrage): string | null {
  const { cout_de_sortie: lines = [], porteur } = chiffrage.scenario;
  const total = coutDeSortie(chiffrage);
  if (total === null) return null;
  const source = ({ reference, sources = [] }: (typeof lines)[number]): string => {
    const title =
      etude.references.find(({ id }) => id === reference)?.titre ??
      etude.sources.find(({ id }) => id === sources[0])?.titre;
    return title === undefined ? '' : `, selon « ${title} »`;
  };
  const each = lines.map((line) => {
    const payer = line.porteur === undefined || line.porteur === porteur ? '' : `, à ${acteur(etude, line.porteur)}`;
    const when = line.condition === undefined ? '' : `, ${minuscule(sansPoint(line.condition))}`;
    return `${minuscule(sansPoint(line.libelle))} (${montantEnClair(line.montant)}${payer}${when}${source(line)})`;
  });
  return `En sortir coûterait ${euros(total)}, qui ne sont pas dans ce budget : ${enumerer(each)}.`;
}
