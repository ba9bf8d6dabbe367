/** The cells that every scenario reads: assumptions, thresholds, weights of the tests. */
import type { Study } from '../../study/study.js';
import { type Modele, nouveauModele } from '../formules/modele.js';
import { commun } from './cles.js';
import type { Hypotheses, Seuils } from './hypotheses.js';
import { libelleEngagement } from './indicateurs/inventaires.js';
import { TESTS, testsApplicables } from './viabilite/tests-viabilite.js';

export function modeleCommun({ criteres }: Study, hypotheses: Hypotheses, seuils: Seuils): Modele {
  const m = nouveauModele();
  const h = 'criteres/hypotheses';
  const v = 'criteres/viabilite';
  m.entree(commun.hypothese('evolution'), hypotheses.evolution, {
    libelle: 'hausse annuelle des coûts',
    unite: 'part',
    chemin: `${h}/evolution_annuelle`,
  });
  m.entree(commun.hypothese('jours_par_etp'), hypotheses.joursParEtp, {
    libelle: 'jours par équivalent temps plein',
    unite: 'jours',
    chemin: `${h}/${criteres?.hypotheses?.jours_par_etp === undefined ? 'heures_par_etp' : 'jours_par_etp'}`,
  });
  m.entree(commun.hypothese('part_productive'), hypotheses.partProductive, {
    libelle: 'part des jours disponible pour les modalités',
    unite: 'part',
    chemin: `${h}/part_productive`,
  });
  m.entree(commun.hypothese('tresorerie'), hypotheses.tresorerieInitiale, {
    libelle: 'trésorerie de départ',
    unite: '€',
    chemin: `${h}/tresorerie_initiale`,
  });
  m.entree(commun.hypothese('taux_ligne'), hypotheses.tauxLigne, {
    libelle: 'taux de la ligne de trésorerie',
    unite: 'part',
    chemin: `${h}/taux_ligne_tresorerie`,
  });
  const seuil = (nom: string, valeur: number, unite: string, libelle: string, chemin: string): void => {
    m.entree(commun.seuil(nom), valeur, { libelle, unite, chemin });
  };
  seuil('equilibre', seuils.equilibre, 'part', 'déséquilibre toléré', `${v}/seuil_equilibre`);
  if (seuils.autofinancement)
    seuil(
      'autofinancement',
      seuils.autofinancement.part,
      'part',
      'autofinancement minimal',
      `references/${seuils.autofinancement.reference.id}`,
    );
  seuil('charge', seuils.charge, 'part', 'charge maximale', `${v}/seuil_charge`);
  seuil('dependance', seuils.dependance, 'part', 'part maximale du premier financeur', `${v}/seuil_dependance`);
  if (seuils.herfindahl !== null)
    seuil('herfindahl', seuils.herfindahl, 'indice', 'concentration maximale', `${v}/seuil_herfindahl`);
  seuil('tresorerie', seuils.tresorerie, '€', 'trésorerie minimale', `${v}/seuil_tresorerie`);
  seuil('ecart', seuils.ecart, 'points', 'écart minimal', `${v}/seuil_ecart`);
  m.entree(commun.seuil('engagement'), libelleEngagement(seuils.engagement), {
    libelle: 'engagement minimal des partenaires essentiels',
    chemin: `${v}/engagement_minimal`,
  });
  for (const id of testsApplicables(seuils))
    m.entree(commun.poidsTest(id), criteres?.viabilite?.poids?.[id] ?? 1, {
      libelle: `poids du test « ${TESTS[id].libelle.toLowerCase()} »`,
      chemin: `${v}/poids/${id}`,
    });
  return m;
}
