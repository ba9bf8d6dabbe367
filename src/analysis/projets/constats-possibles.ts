/** The findings that an evaluation may establish, whatever its data: what a recommendation may rest on. */

/** The findings that do not name what they are about; the others begin with one of `FAMILLES`. */
const SEULS: ReadonlySet<string> = new Set([
  'condition-tardive',
  'convention-echue',
  'convention-non-signee',
  'convention-tardive',
  'depassement-projets',
  'depenses-dispositif',
  'jours-partenaires',
  'jours-partenaires-ensemble',
  'jours-porteur',
  'jours-restants',
  'non-mesure',
  'objectif-non-mesure',
  'projets-abandonnes',
  'projets-inacheves',
  'recettes-usagers',
  'retard-projets',
  'risque-survenu',
  'solde-negatif',
  'tache-tardive',
]);
const FAMILLES = /^(critere|ecart|indicateur)-/;

/** Whether some evaluation could establish a finding of this code: that of an indicator names one of those of the study. */
export const constatPossible = (code: string, indicateurs: readonly { id: string }[]): boolean =>
  SEULS.has(code) ||
  (code.startsWith('indicateur-') ? indicateurs.some(({ id }) => code === `indicateur-${id}`) : FAMILLES.test(code));
