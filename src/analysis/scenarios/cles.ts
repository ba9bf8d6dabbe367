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
  const key = (...parts: (string | number)[]): Cle => cle(own, ...parts);
  return {
    ligne: (nom: 'quantite' | 'unitaire' | 'taux' | 'indexee' | 'total', i: number) => key('ligne', nom, i),
    presence: (i: number, annee: number) => key('presence', i, annee),
    montant: (i: number, annee: number) => key('montant', i, annee),
    eligible: (source: number, i: number) => key('eligible', source, i),
    depenses: (annee: number) => key('depenses', annee),
    source: (
      nom:
        | 'taux'
        | 'fixe'
        | 'plafond'
        | 'plafond_total'
        | 'plancher'
        | 'delai'
        | 'periode'
        | 'acompte'
        | 'statut'
        | 'chance'
        | 'total',
      s: number,
    ) => key('source', nom, s),
    versee: (s: number, annee: number) => key('versee', s, annee),
    base: (s: number, annee: number) => key('base', s, annee),
    recette: (s: number, annee: number) => key('recette', s, annee),
    recettes: (annee: number) => key('recettes', annee),
    soldeAnnuel: (annee: number) => key('solde-annuel', annee),
    financeur: (id: string) => key('part-financeur', id),
    mois: (nom: 'depenses' | 'recettes' | 'solde', mois: number) => key('mois', nom, mois),
    modalite: (
      nom: 'volume' | 'jours' | 'part' | 'accompagnee' | 'rendu' | 'porteur' | 'partenaires' | 'demandes' | 'services',
      m: number,
    ) => key('modalite', nom, m),
    montee: (annee: number) => key('montee', annee),
    joursPartenaire: (p: number) => key('jours-partenaire', p),
    charge: (nom: 'demandes' | 'porteur' | 'partenaires' | CapaciteOuTaux, annee: number) => key('charge', nom, annee),
    engagement: (p: number) => key('engagement', p),
    essentiel: (p: number) => key('essentiel', p),
    couple: (c: number) => key('couple', c),
    condition: (c: number) => key('condition', c),
    risque: (nom: 'probabilite' | 'gravite', r: number) => key('risque', nom, r),
    /** One figure of the scenario. */
    total: (nom: TotalScenario) => key('total', nom),
    indicateur: (id: string) => key('indicateur', id),
    mesureTest: (id: string) => key('mesure-test', id),
    verdict: (id: string) => key('verdict', id),
  };
}

type CapaciteOuTaux = 'capacite_porteur' | 'capacite_partenaires' | 'taux_porteur' | 'taux_partenaires';

export type TotalScenario =
  | 'depenses'
  | 'recettes'
  | 'recettes_probables'
  | 'solde'
  | 'autofinancement'
  | 'acquis'
  | 'solde_minimum'
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
