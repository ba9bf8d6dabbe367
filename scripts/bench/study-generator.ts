/** Makes a valid study of any size, to measure how time and memory grow. Every entry is marked as illustrative. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

const domaines = ['eau', 'sols', 'mobilite'] as const;
const publics = ['communes', 'familles', 'artisans'] as const;
const fonctions = ['ecouter', 'conseiller', 'relier'] as const;
const vocabulary = (ids: readonly string[]): { id: string; libelle: string }[] =>
  ids.map((id) => ({ id, libelle: id.charAt(0).toUpperCase() + id.slice(1) }));

function etude(): object {
  return {
    id: 'etude-mesure',
    titre: 'Étude de mesure',
    objet: 'Mesurer le temps de construction',
    version: '1.0',
    date: '2024-03-01',
    schema_version: 2,
    graine: 1,
    maitre_ouvrage: { nom: 'Communauté de mesure' },
    prestataire: { nom: 'Bureau de mesure' },
    publics: vocabulary(publics),
    domaines: vocabulary(domaines).map((entry, i) => ({
      ...entry,
      couleur: pick(['#1f6f54', '#2f5d9a', '#a14f1a'], i),
    })),
    fonctions: vocabulary(fonctions),
    modalites: vocabulary(['conseil']),
    actions_indicatives: vocabulary(['action-01', 'action-02']),
    livrables: [
      { id: 'diagnostic', titre: 'Diagnostic', titre_court: 'Diagnostic', phase: 'Phase 1', date: '2024-03-01' },
    ],
  };
}

/** Writes a study of about `entries` entries into `folder`: 40 % actors, 25 % needs, 25 % past actions, 10 % tools. */
export async function generateStudy(folder: string, entries: number): Promise<void> {
  const count = (share: number): number => Math.max(3, Math.round(entries * share));
  const acteurs = Array.from({ length: count(0.4) }, (_, i) => ({
    id: `acteur-${i}`,
    nom: `Organisme numéro ${i}`,
    type: 'association',
    domaines: [pick(domaines, i)],
    fonctions: [pick(fonctions, i + 1)],
    publics: [pick(publics, i + 2)],
    engagement: pick(['pressenti', 'contacte', 'volontaire', 'engage'], i),
    interet: 1 + (i % 5),
    influence: 1 + ((i * 3) % 5),
    fiabilite: 'illustratif',
  }));
  const besoins = Array.from({ length: count(0.25) }, (_, i) => ({
    id: `besoin-${i}`,
    libelle: `Être aidé pour le sujet numéro ${i}`,
    public: pick(publics, i),
    domaines: [pick(domaines, i)],
    fonctions: [pick(fonctions, i)],
    importance: 1 + (i % 5),
    mentions: { entretien: i % 4 },
    fiabilite: 'illustratif',
  }));
  const actions = Array.from({ length: count(0.25) }, (_, i) => ({
    id: `realisation-${i}`,
    titre: `Réalisation numéro ${i}`,
    debut: String(2005 + (i % 15)),
    statut: 'terminee',
    domaines: [pick(domaines, i)],
    publics: [pick(publics, i)],
    porteur: `acteur-${i % acteurs.length}`,
    description: 'Une réalisation fabriquée pour la mesure.',
    fiabilite: 'illustratif',
  }));
  const outils = Array.from({ length: count(0.1) }, (_, i) => ({
    id: `outil-${i}`,
    nom: `Outil numéro ${i}`,
    domaines: [pick(domaines, i)],
    publics: [pick(publics, i)],
    fonctions: [pick(fonctions, i)],
    avantages: ['Simple'],
    inconvenients: ['Demande du temps'],
    disponibilite: 'existant',
    fiabilite: 'illustratif',
  }));
  const communes = [
    { code: '99001', nom: 'Exemple', epci: '200000000', population: 1000, superficie_km2: 10, lon: 3, lat: 45 },
  ];
  const territoire = {
    millesime: 2024,
    communes,
    epci: [{ siren: '200000000', nom: 'Communauté de mesure' }],
    perimetres: [{ id: 'tout', libelle: 'Tout le territoire', epci: ['200000000'] }],
  };
  await mkdir(folder, { recursive: true });
  const files = { etude: etude(), territoire, acteurs, besoins, actions, outils };
  // JSON is YAML: the loader reads it by the same path.
  for (const [name, value] of Object.entries(files))
    await writeFile(join(folder, `${name}.yaml`), `${JSON.stringify(value, null, 1)}\n`);
}
