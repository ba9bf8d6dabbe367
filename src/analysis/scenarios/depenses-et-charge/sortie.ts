/** What it would cost to leave a scenario: the end of a lease, a dismissal, an aid to give back. It is in no budget. */
import type { Scenario } from '../../../study/types.gen.js';
import { somme } from '../../formules/formule.js';
import type { Modele } from '../../formules/modele.js';
import { montantProbable } from '../../montants.js';
import type { Cles } from '../cles.js';

export type LigneSortie = NonNullable<Scenario['cout_de_sortie']>[number];

export const NATURES_SORTIE: Readonly<Record<LigneSortie['nature'], string>> = {
  bail: 'Fin de bail',
  personnel: 'Départ du personnel',
  aide: 'Aide à rendre',
  contrat: 'Rupture de contrat',
  emprunt: 'Remboursement anticipé',
  materiel: 'Remise en état ou revente',
  autre: 'Autre',
};

/** Its lines and their sum: only where the scenario tells some. */
export function poserSortie(m: Modele, k: Cles, { id, cout_de_sortie: lines }: Scenario): void {
  if (!lines?.length) return;
  const each = lines.map((line, i) =>
    m.entree(k.sortie(i), montantProbable(line.montant), {
      libelle: `sortie : « ${line.libelle} »`,
      unite: '€',
      chemin: `scenarios/${id}/cout_de_sortie/${line.id}`,
    }),
  );
  m.calcul(k.total('sortie'), somme(each, 'ce que coûterait d’en sortir'), { libelle: 'coût de sortie', unite: '€' });
}

/** Euros that leaving would cost at the most likely; null where the scenario tells nothing of it. */
export const coutDeSortie = ({ modele, cles }: { modele: Modele; cles: Cles }): number | null =>
  modele.contient(cles.total('sortie')) ? modele.nombre(cles.total('sortie')) : null;
