/** The loans of a scenario, below its funding plan: their terms are inputs, the annuities and what is owed follow. */
import type { ScenarioEvalue } from '../../../analysis/scenarios/comparaison/evaluation.js';
import { estEmprunt, PROFILS } from '../../../analysis/scenarios/depenses-et-charge/emprunts.js';
import { nomDeLaSource } from '../../../analysis/scenarios/financement/regles-aides.js';
import { acteur } from '../../../exhibits/scenarios/contexte.js';
import type { Study } from '../../../study/study.js';
import { type Feuille, nomDe } from '../grille.js';
import { ANNEES, TAUX } from '../regles.js';

/** Gives the next free row. */
export function emprunts(g: Feuille, top: number, etude: Study, one: ScenarioEvalue): number {
  const { scenario, annees: years, cles: k } = one.chiffrage;
  const loans = scenario.financements.flatMap((source, s) => (estEmprunt(source) ? [{ source, s }] : []));
  if (loans.length === 0) return top;
  const all = Array.from({ length: years }, (_, y) => y);
  const year = (y: number): string => `Année\u00a0${y + 1} (€)`;
  g.texte(top, 1, 'Emprunts', 'partie');
  g.texte(
    top + 1,
    1,
    'Tiré au premier mois de son année ; intérêts sur le capital dû, dès cette année ; capital rendu à partir de la première échéance.',
    'note',
  );
  let row = top + 2;
  for (const { source, s } of loans) {
    const name = nomDeLaSource(source, (id) => acteur(etude, id));
    g.entetes(row, ['Emprunt', 'Taux annuel', 'Échéances (ans)', 'Première échéance (année)', 'Profil']);
    g.texte(row + 1, 1, name);
    g.saisie(row + 1, 2, k.source('taux_interet', s), TAUX, 'pourcent', nomDe('taux_interet', scenario.id, source.id));
    g.saisie(row + 1, 3, k.source('duree', s), ANNEES, 'entier');
    g.saisie(row + 1, 4, k.source('premiere', s), ANNEES, 'entier');
    g.saisie(row + 1, 5, k.source('profil', s), { type: 'liste', values: Object.values(PROFILS) }, 'texte');
    g.entetes(row + 2, ['', ...all.map(year)]);
    const lines = [
      ['Capital dû', 'du'],
      ['Intérêts', 'interets'],
      ['Capital remboursé', 'capital'],
      ['Capital restant dû', 'restant'],
    ] as const;
    for (const [i, [label, nom]] of lines.entries()) {
      g.texte(row + 3 + i, 1, label);
      for (const y of all) g.calcul(row + 3 + i, 2 + y, k.dette(nom, s, y), 'euros');
    }
    row += 8;
  }
  return row + 1;
}
