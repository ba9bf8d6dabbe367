/** What changed between two releases: entries by collection, then cost, score, rank and viability of the scenarios. */

import { DECLARATIONS } from '../../documents/declarations.js';
import type { Evolutions } from '../../documents/deliverable.js';
import { isDeliverable } from '../../documents/registry.js';
import type { Collection } from '../../study/collections.js';
import { euros, nombreFr } from '../../texte/nombres.js';
import { type Champs, type ChangementChamp, changementsDeChamps } from './champs.js';
import { changementsDits } from './champs-dits.js';
import type { Contenu, ResultatScenario } from './content.js';

export interface FicheChangee {
  collection: string;
  id: string;
  libelle: string;
  changement: 'ajoutee' | 'retiree' | 'modifiee';
  /** Of one that is modified, when both its states are known. */
  champs?: ChangementChamp[];
  noms?: Champs['noms'];
}

/** The fields of an entry as it was or is, by its hash; null when they were not kept. */
export type Memoire = (collection: string, id: string, sha256: string) => Champs | null;

const OUBLI: Memoire = () => null;

export interface ResultatChange {
  scenario: string;
  titre: string;
  mesure: 'cout_annuel' | 'score' | 'rang' | 'viabilite' | 'tests' | 'scenario';
  avant: number | null;
  apres: number | null;
}

export interface Difference {
  fiches: FicheChangee[];
  resultats: ResultatChange[];
  /** Scenario retained, before and after; null when it did not change. */
  retenu: { avant: string | null; apres: string | null } | null;
}

const MESURES = [
  'cout_annuel',
  'score',
  'rang',
  'viabilite',
  'tests',
] as const satisfies readonly (keyof ResultatScenario)[];
/** Below this, a figure has only been computed again. */
const SAME = 1e-9;

const keysOf = (...records: (object | undefined)[]): string[] =>
  [...new Set(records.flatMap((record) => Object.keys(record ?? {})))].sort();

/** Fields of the study's own sheet that any new version changes: the two versions are named beside the changes. */
const DE_LA_VERSION = new Set(['version', 'date']);

function champsChanges(
  { collection, id, was, is }: { collection: string; id: string; was: string; is: string },
  [avant, apres]: readonly [Memoire, Memoire],
): Pick<FicheChangee, 'champs' | 'noms'> | null {
  const [before, after] = [avant(collection, id, was), apres(collection, id, is)];
  if (!before || !after) return {};
  const champs = changementsDeChamps(before, after);
  const told = collection === 'etude' ? champs.filter(({ chemin }) => !DE_LA_VERSION.has(chemin)) : champs;
  return told.length === 0 && champs.length > 0 ? null : { champs: told, noms: { ...before.noms, ...after.noms } };
}

export function comparer(
  avant: Contenu,
  apres: Contenu,
  memoires: readonly [Memoire, Memoire] = [OUBLI, OUBLI],
): Difference {
  // A record of a former version of the program knew nothing of the texts: none of them is new for that.
  const connues = keysOf(avant.fiches, apres.fiches).filter(
    (collection) => collection !== 'textes' || (avant.fiches.textes && apres.fiches.textes),
  );
  const fiches = connues.flatMap((collection) =>
    keysOf(avant.fiches[collection], apres.fiches[collection]).flatMap((id): FicheChangee[] => {
      const [was, is] = [avant.fiches[collection]?.[id], apres.fiches[collection]?.[id]];
      if (was?.sha256 === is?.sha256) return [];
      const changement = was === undefined ? 'ajoutee' : is === undefined ? 'retiree' : 'modifiee';
      const own = was && is ? champsChanges({ collection, id, was: was.sha256, is: is.sha256 }, memoires) : {};
      return own ? [{ collection, id, libelle: (is ?? was)?.libelle || id, changement, ...own }] : [];
    }),
  );
  const resultats = keysOf(avant.scenarios, apres.scenarios).flatMap((scenario): ResultatChange[] => {
    const [was, is] = [avant.scenarios[scenario], apres.scenarios[scenario]];
    const titre = (is ?? was)?.titre ?? scenario;
    if (!was || !is) return [{ scenario, titre, mesure: 'scenario', avant: was ? 1 : null, apres: is ? 1 : null }];
    return MESURES.flatMap((mesure): ResultatChange[] => {
      const [a, b] = [was[mesure], is[mesure]];
      const same = a === b || (a !== null && b !== null && Math.abs(a - b) <= SAME * Math.max(1, Math.abs(a)));
      return same ? [] : [{ scenario, titre, mesure, avant: a, apres: b }];
    });
  });
  const retenu = avant.retenu === apres.retenu ? null : { avant: avant.retenu, apres: apres.retenu };
  return { fiches, resultats, retenu };
}

const CHANGEMENTS = { ajoutee: 'ajoutée', retiree: 'retirée', modifiee: 'modifiée' } as const;
const DU_TEXTE = { ajoutee: 'ajouté', retiree: 'retiré', modifiee: 'modifié' } as const;
const LIBELLES: Readonly<Record<ResultatChange['mesure'], string>> = {
  cout_annuel: 'coût annuel',
  score: 'score',
  rang: 'rang',
  viabilite: 'indice de viabilité',
  tests: 'tests de viabilité satisfaits',
  scenario: 'scénario',
};

const PARTIES: Readonly<Record<Collection['cle'] | 'textes', string>> = {
  etude: 'Étude',
  territoire: 'Territoire',
  besoins: 'Besoins',
  acteurs: 'Acteurs',
  actions: 'Actions conduites',
  experiences: 'Expériences',
  outils: 'Outils',
  participation: 'Participation',
  scenarios: 'Scénarios',
  criteres: 'Modèle de décision',
  priorites: 'Modèle de priorités',
  mode_operatoire: 'Mode opératoire',
  projets: 'Projets',
  evaluation: 'Cadre d’évaluation',
  reunions: 'Réunions',
  references: 'Références',
  contrat: 'Contrat',
  theme: 'Charte graphique',
  textes: 'Textes de l’auteur',
  sources: 'Sources',
};

const parties: Readonly<Record<string, string>> = PARTIES;

/** A collection that only another program knows keeps its key. */
const partieDe = (collection: string): string => parties[collection] ?? collection;

const valeur = (mesure: ResultatChange['mesure'], value: number | null): string =>
  value === null ? '—' : mesure === 'cout_annuel' ? euros(value) : nombreFr(value);

/** The deliverable of a text: several have a section of the same name. */
function livrableDe(id: string): string {
  const [livrable = ''] = id.split('/');
  return isDeliverable(livrable) ? `« ${DECLARATIONS[livrable].defaults.titre} »` : livrable;
}

/** The same as lines of a table in a document. */
export function lignesDe({ fiches, resultats, retenu }: Difference, titres: Contenu): Evolutions['lignes'] {
  const titre = (id: string | null): string => (id === null ? 'aucun' : (titres.scenarios[id]?.titre ?? id));
  return [
    ...(retenu
      ? [
          {
            partie: 'Décision',
            objet: 'Scénario retenu',
            changement: `${titre(retenu.avant)} → ${titre(retenu.apres)}`,
          },
        ]
      : []),
    ...resultats.map(({ titre: objet, mesure, avant, apres }) => ({
      partie: 'Résultats',
      objet,
      changement:
        mesure === 'scenario'
          ? avant === null
            ? 'scénario ajouté'
            : 'scénario retiré'
          : `${LIBELLES[mesure]} : ${valeur(mesure, avant)} → ${valeur(mesure, apres)}`,
    })),
    ...fiches.map(({ collection, id, libelle, changement, champs = [], noms = {} }) => ({
      partie: partieDe(collection),
      objet:
        collection === 'textes'
          ? `${libelle}, ${livrableDe(id)}`
          : libelle === collection
            ? partieDe(collection)
            : libelle,
      changement: [
        collection === 'textes' ? `texte ${DU_TEXTE[changement]}` : `fiche ${CHANGEMENTS[changement]}`,
        ...(champs.length > 0 ? [changementsDits(champs, noms)] : []),
      ].join(' : '),
    })),
  ];
}
