/** What payers of a scenario give one another, then the account of each, below its funding plan: amounts are inputs, balances follow. */
import type { ScenarioEvalue } from '../../../analysis/scenarios/comparaison/evaluation.js';
import { comptesDe } from '../../../analysis/scenarios/financement/comptes.js';
import { acteur } from '../../../exhibits/scenarios/contexte.js';
import type { Study } from '../../../study/study.js';
import { enumerer } from '../../../texte/accords.js';
import { type Feuille, nomDe } from '../grille.js';
import { HAUSSE, MONTANT, PART } from '../regles.js';

function transferts(g: Feuille, top: number, etude: Study, { chiffrage }: ScenarioEvalue): number {
  const { scenario, annees: years, cles: k } = chiffrage;
  const list = scenario.transferts ?? [];
  if (list.length === 0) return top;
  const all = Array.from({ length: years }, (_, y) => y);
  g.texte(top, 1, 'Transferts entre payeurs', 'partie');
  g.texte(top + 1, 1, 'Dépense de qui verse, recette de qui reçoit : ni un coût ni une recette de l’ensemble.', 'note');
  g.entetes(top + 2, [
    'Transfert',
    'De',
    'À',
    'Montant (€)',
    'Hausse annuelle',
    ...all.map((y) => `Versé année\u00a0${y + 1}`),
    ...all.map((y) => `Année\u00a0${y + 1} (€)`),
  ]);
  for (const [t, one] of list.entries()) {
    const row = top + 3 + t;
    g.texte(row, 1, one.libelle);
    g.texte(row, 2, acteur(etude, one.de));
    g.texte(row, 3, acteur(etude, one.a));
    g.saisie(row, 4, k.transfert('montant', t), MONTANT, 'euros', nomDe('transfert', scenario.id, one.id));
    g.saisie(row, 5, k.transfert('evolution', t), HAUSSE, 'pourcent');
    for (const y of all) {
      g.saisie(row, 6 + y, k.transfere(t, y), PART, 'pourcent');
      g.calcul(row, 6 + years + y, k.transfertAn(t, y), 'euros');
    }
  }
  return top + list.length + 5;
}

/** Gives the next free row. */
export function comptes(g: Feuille, start: number, etude: Study, one: ScenarioEvalue): number {
  const top = transferts(g, start, etude, one);
  const { scenario, lignes, cles: k } = one.chiffrage;
  const accounts = comptesDe(scenario, lignes);
  if (accounts.length < 2) return top;
  g.texte(top, 1, 'Compte de chaque payeur', 'partie');
  g.texte(
    top + 1,
    1,
    'Sur toutes les années, transferts compris : le moins bon solde est celui que mesure le test.',
    'note',
  );
  g.entetes(top + 2, ['Compte', 'Dépenses (€)', 'Recettes (€)', 'Recettes, chacune par sa chance (€)']);
  for (const [c, { titulaires }] of accounts.entries()) {
    const row = top + 3 + c;
    g.texte(row, 1, enumerer(titulaires.map((id) => acteur(etude, id))));
    g.calcul(row, 2, k.compte('depenses', c), 'euros');
    g.calcul(row, 3, k.compte('recettes', c), 'euros');
    g.calcul(row, 4, k.compte('probables', c), 'euros');
  }
  return top + accounts.length + 5;
}
