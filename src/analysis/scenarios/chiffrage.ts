/** Everything that is computed on one scenario with its most likely amounts. */
import type { Study } from '../../study/study.js';
import type { Scenario } from '../../study/types.gen.js';
import { fourchette } from '../montants.js';
import { nombreFr } from '../phrases.js';
import { analyserTerritoire } from '../territoire.js';
import { nomActeur } from '../vocabulaire.js';
import { type Charge, chargeDe } from './charge.js';
import { type CouvertureScenario, couvertureBesoins, couvertureFonctions } from './couverture.js';
import { type LigneDepense, lignesDepenses, montantsAnnuels, type Nature } from './depenses.js';
import { concentration, recettesAnnuelles, total } from './financement.js';
import type { Hypotheses } from './hypotheses.js';
import type { Entree, Indicateur } from './indicateurs.js';
import { type Tresorerie, tresorerie } from './tresorerie.js';

export interface Chiffrage {
  scenario: Scenario;
  lignes: LigneDepense[];
  /** Euros by line and year. */
  montants: number[][];
  /** Euros by source and year. */
  recettes: number[][];
  depensesAnnuelles: number[];
  /** Euros over the years, by nature and by bearer (id of actor). */
  parNature: Partial<Record<Nature, number>>;
  parPorteur: Record<string, number>;
  recettesTotales: number;
  tresorerie: Tresorerie;
  charge: Charge;
  couverture: CouvertureScenario;
  /** Funders by falling share. */
  financeurs: { financeur: string; part: number }[];
  indicateurs: ReadonlyMap<string, Indicateur>;
}

const sums = (rows: readonly (readonly number[])[], years: number): number[] =>
  Array.from({ length: years }, (_, year) => rows.reduce((sum, row) => sum + (row[year] ?? 0), 0));

/** Sums by key. */
function groupe<K extends string>(pairs: readonly (readonly [K, number])[]): Record<K, number> {
  const sums = {} as Record<K, number>;
  for (const [key, amount] of pairs) sums[key] = (sums[key] ?? 0) + amount;
  return sums;
}

export function chiffrer(study: Study, scenario: Scenario, hypotheses: Hypotheses): Chiffrage {
  const lignes = lignesDepenses(study, scenario, hypotheses);
  const montants = montantsAnnuels(lignes);
  const recettes = recettesAnnuelles(scenario.financements, lignes, montants);
  const years = montants[0]?.length ?? 0;
  const { parts, herfindahl } = concentration(scenario.financements, recettes);
  const cash = tresorerie(lignes, montants, scenario.financements, recettes, hypotheses.tresorerieInitiale);
  const base = {
    scenario,
    lignes,
    montants,
    recettes,
    depensesAnnuelles: sums(montants, years),
    parNature: groupe(lignes.map(({ nature }, i) => [nature, total(montants[i] ?? [])])),
    parPorteur: groupe(lignes.map(({ porteur }, i) => [porteur, total(montants[i] ?? [])])),
    recettesTotales: recettes.reduce((sum, row) => sum + total(row), 0),
    tresorerie: cash,
    charge: chargeDe(scenario, hypotheses),
    couverture: couvertureFonctions(study, scenario),
    financeurs: parts,
  };
  const list = indicateursDe(study, base, herfindahl, hypotheses);
  return { ...base, indicateurs: new Map(list.map((indicateur) => [indicateur.id, indicateur])) };
}

/** The population of the scenario's perimeter: that of its communes. */
const populationDe = (study: Study, perimetre: string): number =>
  analyserTerritoire(study).perimetres.find(({ id }) => id === perimetre)?.population ?? 0;

function indicateursDe(
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
  const etp = scenario.moyens.humains.reduce((sum, poste) => sum + poste.etp, 0);
  const posts: Entree[] = scenario.moyens.humains.map((poste) => ({
    chemin: `${chemin}/moyens/humains/${poste.id}`,
    libelle: poste.profil,
    valeur: `${nombreFr(poste.etp)} ETP`,
  }));
  const risks = (scenario.risques ?? []).map(({ probabilite, gravite }) => probabilite * gravite);
  const partners = scenario.partenaires.filter(({ role }) => role !== 'financeur');
  const committed = partners.filter(({ acteur }) => {
    const level = study.acteurs.find(({ id }) => id === acteur)?.engagement;
    return level === 'volontaire' || level === 'engage';
  });
  const field = (name: string, libelle: string, valeur: string): Entree => ({
    chemin: `${chemin}/${name}`,
    libelle,
    valeur,
  });
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
      id: 'etp_total',
      libelle: 'Équivalents temps plein',
      valeur: etp,
      unite: 'ETP',
      formule: 'somme des postes',
      entrees: posts,
    },
    {
      id: 'demandes_annuelles',
      libelle: 'Demandes accompagnées par an',
      valeur: c.charge.demandes,
      unite: 'demandes/an',
      formule: 'volumes annuels des modalités « demande accompagnée », les plus probables',
      entrees: volumes,
    },
    {
      id: 'charge_sur_capacite',
      libelle: 'Charge sur capacité',
      valeur: c.charge.taux,
      unite: 'part',
      formule: 'jours demandés ÷ jours disponibles, du porteur ou des partenaires, le plus élevé des deux',
      entrees: [...volumes, ...posts],
    },
    {
      id: 'couverture_fonctions_domaines',
      libelle: 'Fonctions couvertes dans les domaines prioritaires',
      valeur: c.couverture.attendus > 0 ? c.couverture.couverts / c.couverture.attendus : null,
      unite: 'part',
      formule: `couples fonction × domaine prioritaire qu’un rôle assure (${c.couverture.couverts} sur ${c.couverture.attendus})`,
      entrees: scenario.roles.map((role, i) => field(`roles/${i + 1}`, role.fonction, role.acteurs.join(', '))),
    },
    {
      id: 'couverture_besoins',
      libelle: 'Besoins touchés',
      valeur: couvertureBesoins(study, scenario),
      unite: 'part',
      formule: 'importance des besoins des publics et domaines prioritaires ÷ importance de tous les besoins',
      entrees: [
        field('domaines_prioritaires', 'Domaines', scenario.domaines_prioritaires.join(', ')),
        field('publics_prioritaires', 'Publics', scenario.publics_prioritaires.join(', ')),
      ],
    },
    {
      id: 'besoin_tresorerie',
      libelle: 'Besoin de trésorerie',
      valeur: Math.max(0, -c.tresorerie.minimum.solde),
      unite: '€',
      formule: `solde mensuel le plus bas (mois ${c.tresorerie.minimum.mois}) quand il est négatif ; trésorerie de départ ${euros(hypotheses.tresorerieInitiale)}`,
      entrees: funded,
    },
    {
      id: 'risque_moyen',
      libelle: 'Risque moyen',
      valeur: risks.length > 0 ? total(risks) / risks.length : null,
      unite: 'points sur 25',
      formule: 'moyenne de probabilité × gravité',
      entrees: (scenario.risques ?? []).map((risque, i) =>
        field(`risques/${i + 1}`, risque.libelle, `${risque.probabilite} × ${risque.gravite}`),
      ),
    },
    {
      id: 'delai_mise_en_place',
      libelle: 'Délai de mise en place',
      valeur: scenario.delai_mise_en_place_mois ?? null,
      unite: 'mois',
      formule: 'délai posé par le scénario',
      entrees: [field('delai_mise_en_place_mois', 'Délai', `${scenario.delai_mise_en_place_mois ?? '—'} mois`)],
    },
    {
      id: 'part_partenaires_engages',
      libelle: 'Partenaires volontaires ou engagés',
      valeur: partners.length > 0 ? committed.length / partners.length : null,
      unite: 'part',
      formule: `partenaires volontaires ou engagés ÷ partenaires, hors financeurs (${committed.length} sur ${partners.length})`,
      entrees: partners.map(({ acteur }) => ({
        chemin: `acteurs/${acteur}/engagement`,
        libelle: nomActeur(study, acteur) ?? acteur,
        valeur: study.acteurs.find(({ id }) => id === acteur)?.engagement ?? 'non renseigné',
      })),
    },
    {
      id: 'population_couverte',
      libelle: 'Population couverte',
      valeur: people,
      unite: 'hab.',
      formule: 'population des communes du périmètre',
      entrees: [field('perimetre', 'Périmètre', scenario.perimetre)],
    },
  ];
}
