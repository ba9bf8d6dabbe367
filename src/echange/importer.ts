/** From the rows of a table to the changes of a collection: what is new, what differs, and what does not fit, row by row. */

import { isDeepStrictEqual } from 'node:util';
import { adresse } from '../lists/letters.js';
import { enId, idTireDe } from '../study/valeurs/ecritures.js';
import { annoncees, avecAnnonces } from './annonces.js';
import { enCellule, texteDe } from './cellules.js';
import { champsDe, lireChamp } from './champs.js';
import { estUnNom, nomDe, registre } from './doublons.js';
import type { Colonne } from './entete.js';
import { completer, type Fiche, fautesDe, listesVides, ordonner } from './fiche.js';
import {
  dejaDit,
  horsListe,
  type LigneLue,
  lireLigne,
  poser,
  type ReglagesLecture,
  type Rejet,
  type Traduction,
} from './ligne-lue.js';
import type { Ligne } from './tableau.js';

export interface Import {
  nouvelles: { fiche: Fiche; ligne: number; horsChamps: [string, string][] }[];
  /** Fields of an entry of the study that change; `champs` are its first-level keys. */
  modifiees: { id: string; ligne: number; champs: Fiche }[];
  /** Rows that say what the study says already. */
  identiques: number;
  rejets: Rejet[];
  /** Rows that are no entries: totals, headings within the list. */
  laissees: { ligne: number; pourquoi: string }[];
  traductions: Traduction[];
  /** Values of the study that a cell merged over rows replaces, in a row below its own. */
  fusions: Fusion[];
  /** Values under no field, which are kept beside new entries alone. */
  nonGardees: { colonne: string; ligne: number }[];
  /** Entries of the study that a form, whose rows carry their ids, no longer holds: they stay. */
  absentes: string[];
}

/** A merged cell, the one of an entry's row that it covers, and what it replaces there. */
export interface Fusion {
  /** Addresses in the sheet: « B4 », « B5 ». */
  cellule: string;
  couverte: string;
  id: string;
  colonne: string;
  avant: string;
  apres: string;
}

export interface Reglages extends ReglagesLecture {
  collection: string;
  /** Entries of the study. */
  fiches: readonly Fiche[];
  /** Values for the fields that the table does not give, in new entries. */
  defauts: Fiche;
}

/** An id made from a name, that nobody has: cut at a word, numbered when it is taken. */
export function idLibre(name: string, taken: ReadonlySet<string>): string {
  const base = idTireDe(name) || 'fiche';
  let id = base;
  for (let rank = 2; taken.has(id); rank++) id = `${base}-${rank}`;
  return id;
}

/** A list that somebody keeps knows nothing of what else the study says: what it gives is added. A form, whose rows carry their ids, comes back whole. */
const ajoutee = (held: unknown, said: unknown): unknown =>
  Array.isArray(held) && Array.isArray(said)
    ? [...held, ...said.filter((one) => !held.some((known) => isDeepStrictEqual(known, one)))]
    : said;

/** People write a dash in the place of nothing. */
const TIRET = /^\s*[-–—−]\s*$/;

/** A row without its dashes; an entry of which some are the words stays as it is. */
const sansTirets = (ligne: Ligne, known: Fiche | undefined): Ligne =>
  known && /"\s*[-–—−]\s*"/.test(JSON.stringify(known))
    ? ligne
    : {
        ...ligne,
        cellules: ligne.cellules.map((cell) => (typeof cell === 'string' && TIRET.test(cell) ? null : cell)),
      };

/** A list that names by their ids at least this part of what the study has is its form: what is not in it was taken out. */
const FORMULAIRE = 1 / 2;

/** What a row and an entry of the study or of the rows before have in common. */
interface Identite {
  /** The id that the row writes; null when it writes none. */
  donne: string | null;
  nom: string;
  id: string | undefined;
  /** The entry of the study that it is. */
  connue: Fiche | undefined;
}

/** Of a table that brings nothing. */
export const importVide = (): Import => ({
  nouvelles: [],
  modifiees: [],
  identiques: 0,
  rejets: [],
  laissees: [],
  traductions: [],
  fusions: [],
  nonGardees: [],
  absentes: [],
});

/** Faults that the schema finds in an entry made of a row. */
const fautesDeFiche = (collection: string, numero: number, fiche: Fiche): Rejet[] =>
  fautesDe(collection, fiche).map(({ colonne, faute, aide }) => ({
    ligne: numero,
    colonne,
    valeur: '',
    faute,
    aide: aide ?? null,
  }));

/** Values of an entry that a cell merged over rows replaces, below its own row. */
const fusionsDe = ({ numero, fusionnees }: Ligne, colonnes: readonly Colonne[], before: Fiche, full: Fiche): Fusion[] =>
  colonnes.flatMap(({ champ, index, titre }) => {
    const cellule = fusionnees?.get(index);
    if (!champ || cellule === undefined) return [];
    const [avant, apres] = [before, full].map((fiche) => lireChamp(fiche, champ.chemin));
    if (avant === undefined || isDeepStrictEqual(avant, apres)) return [];
    const [held, put] = [avant, apres].map((value) => texteDe(enCellule(value, champ)));
    if (held === undefined || put === undefined || held === '') return [];
    const couverte = adresse(numero, index + 1);
    return [{ cellule, couverte, id: String(before.id), colonne: titre, avant: held, apres: put }];
  });

/** What to do for a row without a name: where no column gives one, it is the column that is to be named, once for all the rows. */
function commentNommer(collection: string, colonnes: readonly Colonne[]): string {
  const column = champsDe(collection, []).find(({ cle }) => estUnNom(cle))?.cle;
  const free = colonnes.find(({ champ, ecartee }) => champ === null && !ecartee)?.titre;
  if (
    column &&
    free !== undefined &&
    !colonnes.some(({ champ }) => champ && (estUnNom(champ.cle) || champ.cle === 'id'))
  )
    return `Aucune colonne ne donne le nom : dites laquelle, par exemple « --colonne "${free}=${column}" ».`;
  return `Donnez-lui ${column ? `un nom (colonne « ${column} ») ou ` : ''}un identifiant (colonne « id »), ou retirez-la.`;
}

/** Reads the rows below the headings. Nothing is changed: the answer says what would be. A row may name an entry that another one brings, unless that one is refused. */
export function importer(lignes: readonly Ligne[], colonnes: readonly Colonne[], reglages: Reglages): Import {
  const { collection, fiches, cibles } = reglages;
  const ids = new Set(fiches.map(({ id }) => String(id)));
  const noms = new Set(fiches.map((fiche) => enId(nomDe(fiche))));
  const annonces = annoncees(lignes, colonnes, (id, nom) => ids.has(id) || (nom !== '' && noms.has(enId(nom))));
  for (;;) {
    const lu = lireLignes(lignes, colonnes, { ...reglages, cibles: avecAnnonces(cibles, collection, annonces) });
    const brought = new Set(lu.nouvelles.map(({ fiche }) => fiche.id));
    const refused = [...annonces.keys()].filter((id) => !brought.has(id));
    if (refused.length === 0) return lu;
    for (const id of refused) annonces.delete(id);
  }
}

function lireLignes(lignes: readonly Ligne[], colonnes: readonly Colonne[], reglages: Reglages): Import {
  const { collection, fiches, defauts } = reglages;
  const result = importVide();
  const byId = new Map(fiches.map((fiche) => [String(fiche.id), fiche]));
  const taken = new Set(byId.keys());
  const seen = new Map<string, number>();
  const connus = registre();
  for (const fiche of fiches) connus.noter(fiche, { id: String(fiche.id), ou: 'l’inventaire' });
  const lus = registre();
  const idCell = colonnes.find(({ champ }) => champ?.cle === 'id');

  const identiteDe = (valeurs: Fiche): Identite => {
    const donne = typeof valeurs.id === 'string' ? valeurs.id : null;
    const met = donne === null ? connus.memeNom(valeurs) : undefined;
    const id = donne === null ? met?.id : byId.has(donne) ? donne : enId(donne);
    return { donne, nom: nomDe(valeurs), id, connue: id === undefined ? undefined : byId.get(id) };
  };

  /** Why a row cannot be the entry that it seems to be: another row is, it has no name, or it is near one that it may be. */
  const doutes = (valeurs: Fiche, { donne, nom, id, connue }: Identite): Omit<Rejet, 'ligne' | 'colonne'>[] => {
    const doute = (faute: string, aide: string, valeur = nom) => ({ valeur, faute, aide });
    const nameless =
      !connue && enId(nom) === '' && donne === null
        ? [doute('la ligne n’a ni nom ni identifiant.', commentNommer(collection, colonnes), '')]
        : [];
    const twin = !connue && donne === null && nom !== '' ? lus.memeNom(valeurs) : undefined;
    if (twin)
      return [
        ...nameless,
        doute(`« ${nom} » est déjà à ${twin.ou}.`, 'Réunissez les deux lignes, ou distinguez les noms.'),
      ];
    const again = id === undefined ? undefined : seen.get(id);
    if (again !== undefined)
      return [...nameless, doute(`la fiche « ${id} » est déjà à la ligne ${again}.`, 'Réunissez les deux lignes.')];
    const near = !connue && donne === null ? (connus.proche(valeurs) ?? lus.proche(valeurs)) : undefined;
    return near
      ? [
          ...nameless,
          doute(
            `« ${nom} » est peut-être « ${near.id} », de ${near.ou}, par ${near.par}.`,
            'Dites-le par une colonne « id » : le même identifiant, ou un nouveau.',
          ),
        ]
      : nameless;
  };

  const creer = (numero: number, { valeurs, horsChamps }: LigneLue, { donne, nom, id }: Identite): Rejet[] => {
    const fresh = id !== undefined && id !== '' && !taken.has(id) ? id : idLibre(nom || donne || '', taken);
    const fiche = ordonner(collection, {
      ...listesVides(collection),
      ...structuredClone(defauts),
      ...completer(collection, valeurs),
      id: fresh,
    });
    const fautes = fautesDeFiche(collection, numero, fiche);
    if (fautes.length === 0) {
      taken.add(fresh);
      seen.set(fresh, numero);
      result.nouvelles.push({ fiche, ligne: numero, horsChamps });
      lus.noter(fiche, { id: fresh, ou: `la ligne ${numero}` });
    }
    return fautes;
  };

  /** An entry that the study has: only the cells that say something else change it. */
  const suivre = (ligne: Ligne, lue: LigneLue, before: Fiche): Rejet[] => {
    const { numero } = ligne;
    seen.set(String(before.id), numero);
    result.nonGardees.push(...lue.horsChamps.map(([colonne]) => ({ colonne, ligne: numero })));
    const full = ordonner(collection, completer(collection, suite(before, lue)));
    const champs = Object.fromEntries(
      Object.entries(full).filter(([key, value]) => !isDeepStrictEqual(value, before[key])),
    );
    if (Object.keys(champs).length === 0) {
      result.identiques++;
      return [];
    }
    const fautes = fautesDeFiche(collection, numero, full);
    if (fautes.length > 0) return fautes;
    result.modifiees.push({ id: String(before.id), ligne: numero, champs });
    result.fusions.push(...fusionsDe(ligne, colonnes, before, full));
    return fautes;
  };

  const nommees = new Set<string>();
  for (const brute of lignes) {
    const { numero } = brute;
    const named = idCell ? byId.get(texteDe(brute.cellules[idCell.index] ?? null)) : undefined;
    const ligne = sansTirets(brute, named);
    const left = horsListe(ligne, colonnes);
    if (left !== null) {
      if (left !== 'vide') result.laissees.push({ ligne: numero, pourquoi: left });
      continue;
    }
    if (named) nommees.add(String(named.id));
    const lue = lireLigne(ligne, colonnes, reglages, named);
    result.traductions.push(...lue.traductions);
    const identite = identiteDe(lue.valeurs);
    const rejets = [
      ...lue.rejets,
      ...doutes(lue.valeurs, identite).map((doute) => ({ ligne: numero, colonne: null, ...doute })),
    ];
    if (rejets.length === 0)
      rejets.push(...(identite.connue ? suivre(ligne, lue, identite.connue) : creer(numero, lue, identite)));
    result.rejets.push(...rejets);
  }
  if (nommees.size >= fiches.length * FORMULAIRE)
    result.absentes = [...byId.keys()].filter((id) => !nommees.has(id) && !seen.has(id));
  return result;
}

/** The entry once the row is heard. */
function suite(before: Fiche, { cellules, valeurs }: LigneLue): Fiche {
  const after = structuredClone(before);
  for (const [champ, cell] of cellules) {
    if (champ.cle === 'id' || dejaDit(before, champ, cell)) continue;
    // Found by its name, an entry keeps it: capitals and accents of a list are no better than those of the study.
    const itsName = estUnNom(champ.cle) && enId(texteDe(cell)) === enId(nomDe(before));
    if (itsName && valeurs.id === undefined) continue;
    const said = lireChamp(valeurs, champ.chemin);
    const held = lireChamp(before, champ.chemin);
    poser(after, champ.chemin, valeurs.id === undefined ? ajoutee(held, said) : said);
  }
  return after;
}
