/** Keys of the cells of a study's scenarios: the program and the workbook name the same ones. Ranks count from 0, years and months too. */
import { type Cle, cle } from '../formules/formule.js';

/** Assumptions common to the scenarios, thresholds of the tests, weights of the tests. */
export const commun = {
  hypothese: (nom: 'evolution' | 'jours_par_etp' | 'part_productive' | 'tresorerie' | 'taux_ligne') =>
    cle('hypothese', nom),
  seuil: (nom: string) => cle('seuil', nom),
  poidsTest: (test: string) => cle('poids-test', test),
};

export type Cles = ReturnType<typeof clesDe>;

export function clesDe(scenario: string) {
  const own = cle('scenario', scenario);
  // A key is asked for again by each of those who read its cell: made once, it is found at once.
  const parRang = (nom: string): ((rang: number) => Cle) => {
    const keys: (Cle | undefined)[] = [];
    return (rang) => {
      const key = keys[rang] ?? cle(own, nom, rang);
      keys[rang] = key;
      return key;
    };
  };
  const parRangs = (nom: string): ((a: number, b: number) => Cle) => {
    const rows: ((b: number) => Cle)[] = [];
    return (a, b) => {
      const row = rows[a] ?? parRang(`${nom}/${a}`);
      rows[a] = row;
      return row(b);
    };
  };
  const parNom = <N extends string>(groupe: string): ((nom: N) => Cle) => {
    const keys = new Map<string, Cle>();
    return (nom) => {
      const key = keys.get(nom) ?? cle(own, groupe, nom);
      keys.set(nom, key);
      return key;
    };
  };
  const parNomEtRang = <N extends string>(groupe: string): ((nom: N, rang: number) => Cle) => {
    const rows = new Map<string, (rang: number) => Cle>();
    return (nom, rang) => {
      const row = rows.get(nom) ?? parRang(`${groupe}/${nom}`);
      rows.set(nom, row);
      return row(rang);
    };
  };
  return {
    ligne: parNomEtRang<'quantite' | 'unitaire' | 'tva' | 'taux' | 'indexee' | 'total'>('ligne'),
    presence: parRangs('presence'),
    montant: parRangs('montant'),
    eligible: parRangs('eligible'),
    depenses: parRang('depenses'),
    source: parNomEtRang<
      | 'taux'
      | 'fixe'
      | 'tarif'
      | 'evolution'
      | 'plafond'
      | 'plafond_total'
      | 'plancher'
      | 'delai'
      | 'periode'
      | 'acompte'
      | 'statut'
      | 'chance'
      | 'total'
      | 'taux_interet'
      | 'duree'
      | 'premiere'
      | 'profil'
    >('source'),
    versee: parRangs('versee'),
    base: parRangs('base'),
    achats: parRangs('achats'),
    recette: parRangs('recette'),
    /** Of a loan, by its rank among the sources and by year. */
    dette: (nom: 'du' | 'interets' | 'capital' | 'restant', s: number, y: number): Cle => cle(own, 'dette', nom, s, y),
    sortie: parRang('sortie'),
    /** Of a transfer between payers, by its rank; then by year too: 1 where it is paid, and what is paid. */
    transfert: parNomEtRang<'montant' | 'evolution'>('transfert'),
    transfere: parRangs('transfere'),
    transfertAn: parRangs('transfert-an'),
    /** Of an account, the bearer's first: only where there are several. */
    compte: parNomEtRang<'depenses' | 'recettes' | 'probables'>('compte'),
    recettes: parRang('recettes'),
    soldeAnnuel: parRang('solde-annuel'),
    financeur: parNom('part-financeur'),
    mois: parNomEtRang<'depenses' | 'recettes' | 'solde'>('mois'),
    modalite: parNomEtRang<
      'volume' | 'jours' | 'part' | 'accompagnee' | 'rendu' | 'porteur' | 'partenaires' | 'demandes' | 'services'
    >('modalite'),
    montee: parRang('montee'),
    joursPartenaire: parRang('jours-partenaire'),
    charge: parNomEtRang<'demandes' | 'porteur' | 'partenaires' | CapaciteOuTaux>('charge'),
    engagement: parRang('engagement'),
    essentiel: parRang('essentiel'),
    couple: parRang('couple'),
    condition: parRang('condition'),
    risque: parNomEtRang<'probabilite' | 'gravite'>('risque'),
    /** One figure of the scenario. */
    total: parNom<TotalScenario>('total'),
    indicateur: parNom('indicateur'),
    mesureTest: parNom('mesure-test'),
    verdict: parNom('verdict'),
  };
}

type CapaciteOuTaux = 'capacite_porteur' | 'capacite_partenaires' | 'taux_porteur' | 'taux_partenaires';

export type TotalScenario =
  | 'depenses'
  | 'recettes'
  | 'recettes_probables'
  | 'solde'
  | 'autofinancement'
  | 'capital_rembourse'
  | 'annuites_sans_emprunt'
  | 'annuite_maximale'
  | 'dette_restante'
  | 'sortie'
  | 'coefficient_tva'
  | 'acquis'
  | 'solde_minimum'
  | 'tresorerie_depart'
  | 'decouverts'
  | 'demandes_croisiere'
  | 'service_rendu'
  | 'services_periode'
  | 'demandes_attendues'
  | 'etp'
  | 'sans_capacite'
  | 'population'
  | 'besoins_servis'
  | 'besoins'
  | 'delai'
  | 'nouvelle_entite'
  | 'tests_satisfaits'
  | 'indice_viabilite';
