/** A hand-computable scenario in the imaginary territory of `small-study`. */
import type { Study } from '../../src/study/study.js';
import type { Criteres, Scenario } from '../../src/study/types.gen.js';
import { acteur, etude } from './small-study.js';

/** Half a post, a machine, overheads at 10 % of staff; one subsidy of 50 % paid six months late, own funds. */
export const scenario = (id: string, rest: Partial<Scenario> = {}): Scenario => ({
  id,
  titre: `Scénario ${id}`,
  resume: 'Un principe.',
  perimetre: 'haut',
  porteur: 'cdc',
  forme_juridique: 'regie',
  nouvelle_entite: false,
  domaines_prioritaires: ['eau'],
  publics_prioritaires: ['ecoles'],
  duree_annees: 2,
  delai_mise_en_place_mois: 6,
  modalites: [
    {
      id: 'visites',
      modalite: 'visite',
      description: 'Visites',
      volume_annuel: 20,
      unite: 'visite',
      jours_par_unite: 2,
      part_partenaires: 0.25,
      demande_accompagnee: true,
    },
  ],
  roles: [{ fonction: 'conseiller', acteurs: ['cdc'] }],
  partenaires: [{ acteur: 'mare', role: 'operateur', jours_an: 20, essentiel: true }],
  moyens: {
    humains: [{ id: 'poste', profil: 'Animateur', porteur: 'cdc', etp: 0.5, cout_annuel: 40000 }],
    materiels: [{ id: 'machine', libelle: 'Machine', porteur: 'cdc', cout: 6000, annee: 1, amortissement: 3 }],
    fonctionnement: [
      {
        id: 'frais',
        libelle: 'Frais',
        porteur: 'cdc',
        nature: 'frais-indirects',
        taux_personnel: 0.1,
        cout_annuel: 2000,
      },
    ],
  },
  financements: [
    {
      id: 'aide',
      libelle: 'Aide',
      financeur: 'region',
      nature: 'subvention',
      origine: 'region',
      taux: 0.5,
      assiette: ['humain'],
      plafond: 9000,
      statut: 'pressenti',
      probabilite: 0.5,
      delai_versement_mois: 6,
    },
    {
      id: 'fonds',
      financeur: 'cdc',
      nature: 'autofinancement',
      origine: 'porteur',
      montant: 16000,
      statut: 'acquis',
      probabilite: 1,
    },
  ],
  ...rest,
});

type Critere = Criteres['criteres'][number];

export const critere = (id: string, poids: number, rest: Partial<Critere> = {}): Critere => ({
  id,
  libelle: `Critère ${id}`,
  famille: 'f',
  role: 'benefice',
  poids,
  sens: 'max',
  echelle: { min: 0, max: 10, unite: 'note' },
  mesure: { notes: {} },
  ...rest,
});

/** Criteria noted by one evaluator: `notes[criterion][scenario]`. */
export const notees = (notes: Record<string, Record<string, number>>, poids: Record<string, number>): Critere[] =>
  Object.entries(notes).map(([id, own]) =>
    critere(id, poids[id] ?? 1, {
      mesure: {
        notes: Object.fromEntries(
          Object.entries(own).map(([scenarioId, note]) => [scenarioId, [{ evaluateur: 'e', note }]]),
        ),
      },
    }),
  );

export function etudeAvecScenarios(
  scenarios: Scenario[],
  criteres: Critere[] = [],
  rest: Partial<Criteres> = {},
): Study {
  return etude({
    acteurs: [
      acteur('cdc', { nom: 'Communauté des Collines', type: 'collectivite' }),
      acteur('mare', { nom: 'La Mare', engagement: 'volontaire' }),
      acteur('region', { nom: 'La Région', type: 'collectivite' }),
    ],
    scenarios,
    criteres: {
      hypotheses: { duree_annees: 2, jours_par_etp: 200, part_productive: 0.5, tresorerie_initiale: 0, tirages: 500 },
      viabilite: {},
      familles: [{ id: 'f', libelle: 'Famille' }],
      criteres,
      ...rest,
    } as Criteres,
  });
}
