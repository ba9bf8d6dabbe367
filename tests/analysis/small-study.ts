/** A small study of an imaginary territory, for the tests of the analysis. */
import type { Study } from '../../src/study/study.js';
import type { Acteur, Action, Besoin, Experience, Outil, Participation, Projet } from '../../src/study/types.gen.js';

export const DATE = '2018-02-15';

export const besoin = (id: string, rest: Partial<Besoin> = {}): Besoin => ({
  id,
  libelle: `Besoin ${id}`,
  public: 'ecoles',
  domaines: ['eau'],
  fonctions: ['conseiller'],
  importance: 3,
  fiabilite: 'source',
  ...rest,
});

export const acteur = (id: string, rest: Partial<Acteur> = {}): Acteur => ({
  id,
  nom: `Acteur ${id}`,
  type: 'association',
  domaines: ['eau'],
  fonctions: ['conseiller'],
  publics: ['ecoles'],
  ...rest,
});

export const action = (id: string, rest: Partial<Action> = {}): Action => ({
  id,
  titre: `Action ${id}`,
  debut: '2015',
  fiabilite: 'source',
  domaines: ['eau'],
  publics: ['ecoles'],
  ...rest,
});

export const outil = (id: string, rest: Partial<Outil> = {}): Outil => ({
  id,
  nom: `Outil ${id}`,
  domaines: ['eau'],
  publics: ['ecoles'],
  fonctions: ['conseiller'],
  disponibilite: 'existant',
  ...rest,
});

export const experience = (id: string, rest: Partial<Experience> = {}): Experience => ({
  id,
  nom: `Expérience ${id}`,
  retenue: true,
  territoire: { nom: 'Ailleurs', milieu: 'rural' },
  publics: ['ecoles'],
  domaines: ['eau'],
  ...rest,
});

export const rencontre = (id: string, rest: Partial<Participation> = {}): Participation => ({
  id,
  type: 'atelier',
  date: '2017-11-20',
  participants: { ecoles: 12 },
  ...rest,
});

/** Two publics (« écoles », « familles »), two domains (« eau », « air »), two functions. */
export function etude(rest: Partial<Study> = {}): Study {
  return {
    etude: {
      id: 'demo',
      titre: 'Étude de démonstration',
      objet: 'Un objet',
      version: '0.1',
      date: DATE,
      graine: 1,
      maitre_ouvrage: { nom: 'Communauté des Collines', sigle: 'CDC' },
      prestataire: { nom: 'Bureau' },
      publics: [
        { id: 'ecoles', libelle: 'Écoles' },
        { id: 'familles', libelle: 'Familles' },
      ],
      domaines: [
        { id: 'eau', libelle: 'Eau' },
        { id: 'air', libelle: 'Air' },
      ],
      fonctions: [
        { id: 'conseiller', libelle: 'Conseiller' },
        { id: 'former', libelle: 'Former' },
      ],
      modalites: [{ id: 'visite', libelle: 'Visite' }],
      actions_indicatives: [
        { id: 'action-01', libelle: 'Ouvrir une mare' },
        { id: 'action-02', libelle: 'Mesurer l’air' },
      ],
      comite_pilotage: [],
      livrables: [],
    },
    territoire: {
      millesime: '2018',
      epci: [{ siren: '200000001', nom: 'Collines' }],
      communes: [
        {
          code: '99001',
          nom: 'Haut',
          epci: '200000001',
          departement: '99',
          population: 300,
          superficie_km2: 10,
          lon: 1,
          lat: 45,
        },
        {
          code: '99002',
          nom: 'Bas',
          epci: '200000001',
          departement: '99',
          population: 700,
          superficie_km2: 10,
          lon: 1.1,
          lat: 45.1,
        },
      ],
      perimetres: [{ id: 'haut', libelle: 'Haut seul', communes: ['99001'] }],
    },
    besoins: [],
    acteurs: [],
    actions: [],
    experiences: [],
    outils: [],
    participation: [],
    scenarios: [],
    criteres: null,
    priorites: null,
    mode_operatoire: null,
    projets: [],
    evaluation: null,
    reunions: [],
    references: [],
    theme: null,
    contrat: null,
    sources: [],
    ...rest,
  } as Study;
}

/** A project of which nothing is known but what a sheet must say. */
export const petitProjet = (id: string, rest: Partial<Projet> = {}): Projet => ({
  id,
  titre: `Projet ${id}`,
  porteur: { designation: 'Une commune', statut: 'public' },
  domaines: ['eau'],
  publics: ['ecoles'],
  contexte: 'Contexte.',
  objectifs: ['Objectif'],
  ...rest,
});
