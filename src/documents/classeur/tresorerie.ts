/** Cash month by month, below a scenario's funding plan. */

import type { ScenarioEvalue } from '../../analysis/scenarios/comparaison/evaluation.js';
import {
  encaissee,
  payeursHorsCaisse,
  payeursRembourses,
} from '../../analysis/scenarios/financement/caisse-du-porteur.js';
import { nomDeLaSource } from '../../analysis/scenarios/financement/regles-aides.js';
import { acteur } from '../../exhibits/scenarios/contexte.js';
import type { Study } from '../../study/study.js';
import { accord, enumerer } from '../../texte/accords.js';
import type { Feuille } from './grille.js';
import { SOLDE } from './regles.js';

/** Who pays aside and what is not paid to the bearer, then who is taken to be refunded; null where the bearer pays all. */
function horsCaisse(etude: Study, { chiffrage: { scenario, lignes } }: ScenarioEvalue): string | null {
  const nom = (id: string): string => acteur(etude, id);
  const payers = [...payeursHorsCaisse(scenario)].map(nom);
  const refunded = payeursRembourses(scenario, lignes).map(nom);
  const back =
    refunded.length > 0
      ? `La caisse compte ce que paie ${enumerer(refunded)}, comme si le porteur le remboursait.`
      : null;
  if (payers.length === 0) return back;
  const sources = scenario.financements.filter((source) => !encaissee(source, scenario.porteur));
  const theirs = sources.map((source) => `« ${nomDeLaSource(source, nom)} »`);
  return `Caisse de ${nom(scenario.porteur)} : ${enumerer(payers)} ${accord(payers.length, 'paie ses', 'paient leurs')} propres dépenses, qui n’y entrent pas, ni ${enumerer(theirs)}.${back === null ? '' : ` ${back}`}`;
}

export function tresorerieParMois(g: Feuille, start: number, etude: Study, one: ScenarioEvalue): void {
  const { cles: k, tresorerie } = one.chiffrage;
  g.texte(start, 1, 'Trésorerie mois par mois', 'partie');
  const note = horsCaisse(etude, one);
  const noted = note === null ? start : start + 1;
  if (note !== null) g.texte(noted, 1, note, 'note');
  const own = one.chiffrage.scenario.tresorerie_initiale;
  const top = own === undefined ? noted : noted + 1;
  if (own !== undefined) {
    // A note spans its row, and would take the cell with it.
    g.texte(top, 1, `Trésorerie de départ du porteur : ${own.motif} (€)`);
    g.saisie(top, 4, k.total('tresorerie_depart'), SOLDE, 'euros');
  }
  g.entetes(top + 1, ['Mois', 'Dépenses (€)', 'Recettes (€)', 'Solde (€)']);
  let row = top + 2;
  for (const month of tresorerie.soldes.keys()) {
    g.constante(row, 1, month + 1, 'entier');
    g.calcul(row, 2, k.mois('depenses', month), 'euros');
    g.calcul(row, 3, k.mois('recettes', month), 'euros');
    g.calcul(row, 4, k.mois('solde', month), 'euros');
    row++;
  }
  g.signaler([top + 2, 4, row, 4], (cell) => `${cell}<0`);
  g.texte(row, 1, 'Solde le plus bas', 'total');
  g.calcul(row, 4, k.total('solde_minimum'), 'euros', { total: true });
  g.texte(row + 1, 1, 'Somme des découverts', 'total');
  g.calcul(row + 1, 4, k.total('decouverts'), 'euros', { total: true });
}
