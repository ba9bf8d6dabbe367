/** Sheet of one scenario's people, law, functions and risks: what the tests and the criteria read of the inventories. */

import type { ScenarioEvalue } from '../../analysis/scenarios/comparaison/evaluation.js';
import { couplesAttendus } from '../../analysis/scenarios/indicateurs/couverture.js';
import { ETATS_CONDITIONS } from '../../analysis/scenarios/indicateurs/inventaires.js';
import { feuille } from '../../exhibits/cells.js';
import { acteur, court } from '../../exhibits/scenarios/contexte.js';
import type { Study } from '../../study/study.js';
import type { Classeur, Feuille } from './grille.js';
import { NIVEAUX_ENGAGEMENT } from './hypotheses.js';
import { DELAI, NOTE5, OUI_NON, QUANTITE } from './regles.js';

export function feuilleCadre(classeur: Classeur, etude: Study, one: ScenarioEvalue, rang: number): Feuille {
  const { scenario, cles: k } = one.chiffrage;
  const g = classeur.feuille(
    feuille(`Cadre ${rang} ${court(one)}`),
    `${scenario.titre} : partenaires, fonctions, droit et risques`,
    [60, 24, 18],
    3,
  );
  g.texte(2, 1, 'Ce que les tests lisent des inventaires ; les cellules jaunes se changent.', 'note');
  let row = 4;
  const partie = (title: string, heads: string[]): void => {
    g.texte(row++, 1, title, 'partie');
    g.entetes(row++, heads);
  };
  partie('Partenaires', ['Partenaire', 'Engagement', 'Essentiel']);
  scenario.partenaires.forEach((p, i) => {
    g.texte(row, 1, acteur(etude, p.acteur));
    g.saisie(row, 2, k.engagement(i), { type: 'liste', values: [...NIVEAUX_ENGAGEMENT, 'Non renseigné'] }, 'texte');
    g.saisie(row++, 3, k.essentiel(i), OUI_NON, 'texte');
  });
  row++;
  partie('Fonctions dans les domaines prioritaires', ['Fonction et domaine', 'Un rôle l’assure']);
  couplesAttendus(etude, scenario).forEach(({ fonction, domaine }, c) => {
    g.texte(row, 1, `${fonction.libelle} (${domaine.libelle})`);
    g.saisie(row++, 2, k.couple(c), OUI_NON, 'texte');
  });
  row++;
  partie('Conditions juridiques', ['Condition', 'État']);
  (scenario.conditions_juridiques ?? []).forEach(({ libelle }, c) => {
    g.texte(row, 1, libelle);
    g.saisie(row++, 2, k.condition(c), { type: 'liste', values: Object.values(ETATS_CONDITIONS) }, 'texte');
  });
  row++;
  partie('Risques', ['Risque', 'Probabilité', 'Gravité']);
  (scenario.risques ?? []).forEach(({ libelle }, r) => {
    g.texte(row, 1, libelle);
    g.saisie(row, 2, k.risque('probabilite', r), NOTE5, 'entier');
    g.saisie(row++, 3, k.risque('gravite', r), NOTE5, 'entier');
  });
  row++;
  partie('Autres données', ['Donnée', 'Valeur']);
  g.texte(row, 1, 'Une personne morale est créée');
  g.saisie(row++, 2, k.total('nouvelle_entite'), OUI_NON, 'texte');
  g.texte(row, 1, 'Délai de mise en place (mois)');
  g.saisie(row++, 2, k.total('delai'), DELAI, 'decimal');
  g.texte(row, 1, 'Demandes attendues par an');
  g.saisie(row++, 2, k.total('demandes_attendues'), QUANTITE, 'decimal');
  g.texte(row, 1, 'Habitants du périmètre');
  g.saisie(row++, 2, k.total('population'), { type: 'nombre', min: 0, max: 1e9 }, 'entier');
  g.texte(row, 1, 'Importance des besoins des publics et domaines prioritaires');
  g.saisie(row++, 2, k.total('besoins_servis'), QUANTITE, 'decimal');
  g.texte(row, 1, 'Importance de tous les besoins');
  g.saisie(row, 2, k.total('besoins'), QUANTITE, 'decimal');
  return g;
}
