/** Indicators of cost, funding and cash of a scenario. */
import type { Study } from '../../study/study.js';
import { fourchette } from '../montants.js';
import { nombreFr } from '../phrases.js';
import { analyserTerritoire } from '../territoire.js';
import { nomActeur } from '../vocabulaire.js';
import type { Chiffrage } from './chiffrage.js';
import { total } from './financement.js';
import type { Hypotheses } from './hypotheses.js';
import type { Entree, Indicateur } from './indicateurs.js';

/** The population of the scenario's perimeter: that of its communes. */
export const populationDe = (study: Study, perimetre: string): number =>
  analyserTerritoire(study).perimetres.find(({ id }) => id === perimetre)?.population ?? 0;

export function indicateursCouts(
  study: Study,
  c: Omit<Chiffrage, 'indicateurs'>,
  herfindahl: number,
  hypotheses: Hypotheses,
): Indicateur[] {
  const { scenario, lignes, montants } = c;
  const chemin = `scenarios/${scenario.id}`;
  const years = c.depensesAnnuelles.length;
  const cost = total(c.depensesAnnuelles);
  const annual = years > 0 ? cost / years : null;
  const euros = (value: number): string => `${nombreFr(Math.round(value))}\u00a0€`;
  const spent: Entree[] = lignes.map((ligne, i) => ({
    chemin: ligne.chemin,
    libelle: ligne.libelle,
    valeur: euros(total(montants[i] ?? [])),
  }));
  const funded: Entree[] = scenario.financements.map((source, i) => ({
    chemin: `${chemin}/financements/${source.id}`,
    libelle: source.libelle ?? nomActeur(study, source.financeur) ?? source.financeur,
    valeur: euros(total(c.recettes[i] ?? [])),
  }));
  const own = scenario.financements.reduce(
    (sum, { nature }, i) => sum + (nature === 'autofinancement' ? total(c.recettes[i] ?? []) : 0),
    0,
  );
  const acquired = scenario.financements.reduce(
    (sum, { statut }, i) => sum + (statut === 'acquis' ? total(c.recettes[i] ?? []) : 0),
    0,
  );
  const share = (part: number): number | null => (c.recettesTotales > 0 ? part / c.recettesTotales : null);
  const volumes: Entree[] = scenario.modalites.map((ligne, i) => ({
    chemin: `${chemin}/modalites/${ligne.id ?? i + 1}`,
    libelle: ligne.description,
    valeur: `${nombreFr(fourchette(ligne.volume_annuel)?.mode ?? 0)} ${ligne.unite} par an`,
  }));
  const people = populationDe(study, scenario.perimetre);
  const field = (name: string, libelle: string, valeur: string): Entree => ({
    chemin: `${chemin}/${name}`,
    libelle,
    valeur,
  });
  const amortised = lignes.flatMap((ligne, i) =>
    ligne.amortissement ? [{ ligne, annees: ligne.amortissement, euros: total(montants[i] ?? []) }] : [],
  );
  const growth = `coûts majorés de ${nombreFr(hypotheses.evolution * 100)}\u00a0% par an à partir de la deuxième année`;
  return [
    {
      id: 'cout_total',
      libelle: 'Coût total',
      valeur: cost,
      unite: '€',
      formule: `somme des dépenses sur ${years} ans, aux montants les plus probables ; ${growth}`,
      entrees: spent,
    },
    {
      id: 'cout_annuel',
      libelle: 'Coût annuel moyen',
      valeur: annual,
      unite: '€/an',
      formule: `coût total ÷ ${years} ans`,
      entrees: spent,
    },
    {
      id: 'cout_par_demande',
      libelle: 'Coût par demande accompagnée',
      valeur: annual !== null && c.charge.demandes > 0 ? annual / c.charge.demandes : null,
      unite: '€/demande',
      formule: 'coût annuel moyen ÷ demandes accompagnées par an en rythme de croisière',
      entrees: volumes,
    },
    {
      id: 'cout_par_habitant',
      libelle: 'Coût par habitant',
      valeur: annual !== null && people > 0 ? annual / people : null,
      unite: '€/hab./an',
      formule: `coût annuel moyen ÷ ${nombreFr(people)} habitants du périmètre`,
      entrees: [field('perimetre', 'Périmètre', scenario.perimetre)],
    },
    {
      id: 'reste_a_charge_annuel',
      libelle: 'Reste à financer par an',
      valeur: annual !== null ? annual - (c.recettesTotales - own) / years : null,
      unite: '€/an',
      formule: 'coût annuel moyen − recettes annuelles autres que l’autofinancement',
      entrees: [...spent, ...funded],
    },
    {
      id: 'part_autofinancement',
      libelle: 'Part d’autofinancement',
      valeur: share(own),
      unite: 'part',
      formule: 'autofinancement ÷ total des recettes',
      entrees: funded,
    },
    {
      id: 'part_premier_financeur',
      libelle: 'Part du premier financeur',
      valeur: c.financeurs[0]?.part ?? null,
      unite: 'part',
      formule: 'recettes du premier financeur ÷ total des recettes',
      entrees: funded,
    },
    {
      id: 'concentration_financeurs',
      libelle: 'Concentration des financeurs',
      valeur: c.recettesTotales > 0 ? herfindahl : null,
      unite: 'indice',
      formule: 'somme des carrés des parts des financeurs (Herfindahl) : 1 pour un seul financeur',
      entrees: funded,
    },
    {
      id: 'part_financement_acquis',
      libelle: 'Part de financement acquis',
      valeur: share(acquired),
      unite: 'part',
      formule: 'recettes au statut « acquis » ÷ total des recettes',
      entrees: funded,
    },
    {
      id: 'dotation_amortissement',
      libelle: 'Dotation annuelle aux amortissements',
      valeur: amortised.reduce((sum, { euros: amount, annees }) => sum + amount / annees, 0),
      unite: '€/an',
      formule: 'somme des investissements ÷ leur durée d’amortissement, pour ceux qui en ont une',
      entrees: amortised.map(({ ligne, euros: amount, annees }) => ({
        chemin: ligne.chemin,
        libelle: ligne.libelle,
        valeur: `${euros(amount)} sur ${annees} ans`,
      })),
    },
    {
      id: 'cout_outils',
      libelle: 'Coût des outils',
      valeur: c.parNature.outil ?? 0,
      unite: '€',
      formule: `somme des achats et de l’usage des outils sur ${years} ans`,
      entrees: spent.filter((_, i) => lignes[i]?.nature === 'outil'),
    },
    {
      id: 'besoin_tresorerie',
      libelle: 'Besoin de trésorerie',
      valeur: Math.max(0, -c.tresorerie.minimum.solde),
      unite: '€',
      formule: `solde mensuel le plus bas (mois ${c.tresorerie.minimum.mois}) quand il est négatif ; trésorerie de départ ${euros(hypotheses.tresorerieInitiale)}`,
      entrees: funded,
    },
  ];
}
