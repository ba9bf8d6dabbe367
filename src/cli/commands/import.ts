/** `atelier import`: a list kept in a spreadsheet becomes entries of the study, as a patch that is shown before it is written. */

import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { putFile } from '../../build/disk/put-file.js';
import { WriteError } from '../../build/disk/write-error.js';
import { champsALire, champsDe, champsDesCles } from '../../echange/champs.js';
import { attribuerAuContenu, listesEntieres } from '../../echange/contenu.js';
import { type Colonne, type Entete, finDeTableau, trouverEntete } from '../../echange/entete.js';
import { type Import, importer } from '../../echange/importer.js';
import { changementsDe, ciblesDe, inventaireDe, LISTES, pasEnListe } from '../../echange/inventaire.js';
import { lireClasseur } from '../../echange/lire.js';
import { cheminMemoire, ecrireMemoire, lireMemoire } from '../../echange/reglages.js';
import { classeurRejets } from '../../echange/rejets.js';
import { LectureImpossible, type Ligne, type Tableau } from '../../echange/tableau.js';
import { libelleDe } from '../../echange/titres/libelles.js';
import { RetoucheImpossible } from '../../edition/noeuds.js';
import { collectionNamed } from '../../study/collections.js';
import { loadStudy } from '../../study/load.js';
import { accord, compte } from '../../texte/accords.js';
import { vouliezVousDire } from '../../texte/ordre.js';
import { correspondanceDe, defautsDe, Refus, titresConnus } from '../options/import-options.js';
import type { CommonOptions } from '../options/options.js';
import { refuseStudy } from '../reporters/refused.js';
import { proposer } from '../terminal/changements.js';
import { choosePaint } from '../terminal/colour.js';
import { EXIT } from '../terminal/exit-codes.js';
import {
  apresRejets,
  autreTableau,
  fusionsText,
  mappingText,
  nonLues,
  rejectsText,
  resteText,
  sansTitreText,
  summary,
  traductionsText,
} from '../terminal/import-texte.js';
import type { Io } from '../terminal/io.js';

export interface ImportOptions extends Pick<CommonOptions, 'etude' | 'color'> {
  ecrire: boolean;
  feuille?: string;
  colonne: Map<string, string>;
  defaut: Map<string, string>;
  source?: string;
  rejets?: string;
}

function choisir(tableaux: readonly Tableau[], wanted: string | undefined, find: (tableau: Tableau) => Entete | null) {
  if (wanted !== undefined && !tableaux.some(({ feuille }) => feuille === wanted)) {
    const names = tableaux.flatMap(({ feuille }) => (feuille === null ? [] : [feuille]));
    throw new Refus(
      `Aucune feuille visible ne s'appelle « ${wanted} ». Feuilles : ${names.join(', ') || 'aucune (fichier CSV)'}.`,
    );
  }
  const found = tableaux
    .filter(({ feuille }) => wanted === undefined || feuille === wanted)
    .flatMap((tableau) => {
      const entete = find(tableau);
      return entete ? [{ tableau, entete, known: entete.colonnes.filter(({ champ }) => champ !== null).length }] : [];
    })
    .sort((a, b) => b.known - a.known);
  return found[0];
}

export async function runImport(name: string, file: string, options: ImportOptions, io: Io): Promise<number> {
  try {
    return await importFile(name, file, options, io);
  } catch (error) {
    if (error instanceof RetoucheImpossible)
      io.stderr.write(`L'étude ne peut pas recevoir ce changement : ${error.message}\n`);
    else if (error instanceof LectureImpossible || error instanceof Refus) io.stderr.write(`${error.message}\n`);
    else throw error;
    return error instanceof Refus ? EXIT.usage : EXIT.failure;
  }
}

type Champs = ReturnType<typeof champsDe>;
type Cibles = ReturnType<typeof ciblesDe>;

interface Liste {
  /** « contacts.xlsx, feuille « Annuaire » ». */
  where: string;
  lignes: Ligne[];
  columns: Colonne[];
}

/** The table of the file that looks most like the inventory, and what was understood of it, said as it is read. */
async function lireListe(
  file: string,
  collection: string,
  { champs, table, cibles }: { champs: Champs; table: Parameters<typeof trouverEntete>[2]; cibles: Cibles },
  options: ImportOptions,
  io: Io,
): Promise<Liste> {
  const { tableaux, remarques } = await lireClasseur(resolve(io.cwd, file));
  const chosen = choisir(tableaux, options.feuille, ({ lignes }) => trouverEntete(lignes, champs, table));
  for (const remarque of remarques) io.stderr.write(`${remarque}\n`);
  if (!chosen)
    throw new LectureImpossible(
      `« ${file} » : aucune colonne ne ressemble à un champ de « ${collection} ». Champs : ${champs
        .slice(0, 12)
        .map(({ chemin }) => libelleDe(chemin))
        .join(', ')}… « atelier export ${collection} » donne un formulaire.`,
    );
  const { tableau, entete } = chosen;
  titresConnus(options.colonne, entete.colonnes);
  const where = `${basename(file)}${tableau.feuille === null ? '' : `, feuille « ${tableau.feuille} »`}`;
  for (const remarque of nonLues(tableaux, tableau, options.feuille)) io.stderr.write(`${remarque}\n`);
  const below = tableau.lignes.slice(entete.debut);
  const known = LISTES.flatMap((list) => champsDe(list, []));
  const lignes = below.slice(0, finDeTableau(below, known, entete.colonnes));
  const columns = attribuerAuContenu(listesEntieres(entete.colonnes, lignes, collection), lignes, champs, cibles);
  io.stderr.write(
    `${where}, titres à la ligne ${tableau.lignes[entete.debut - 1]?.numero ?? 1} :\n${mappingText(columns, await choosePaint(options.color, io))}`,
  );
  io.stderr.write(sansTitreText(lignes, columns));
  io.stderr.write(autreTableau(below.slice(lignes.length)));
  return { where, lignes, columns };
}

/** What an entry has that the list does not say: the defaults of the command over those that are kept, and the source named. */
function defautsDits(
  collection: string,
  kept: Readonly<Record<string, string>>,
  { defaut, source }: ImportOptions,
  cibles: Cibles,
): ReturnType<typeof defautsDe> {
  if (source !== undefined && !cibles('sources').has(source))
    throw new Refus(
      `--source ${source} : cette source n'existe pas. ${vouliezVousDire(source, cibles('sources').keys()) ?? 'Ajoutez-la à sources.yaml.'}`,
    );
  const defauts = defautsDe(collection, new Map([...Object.entries(kept), ...defaut]), cibles);
  if (source !== undefined) defauts.sources = [source];
  return defauts;
}

/**
 * Name of the workbook of the rows refused: one that is not there, or the one that was just read. Another of that name may be half corrected by
 * somebody, and is left.
 */
async function nomDesRejets(collection: string, bytes: Uint8Array, read: string, cwd: string): Promise<string> {
  for (let rank = 1; ; rank++) {
    const name = `a-corriger-${collection}${rank > 1 ? `-${rank}` : ''}.xlsx`;
    const path = resolve(cwd, name);
    const there = path === resolve(cwd, read) ? null : await readFile(path).catch(() => null);
    if (there === null || Buffer.compare(there, bytes) === 0) return name;
  }
}

/** The rows refused, in a workbook to correct, where it is asked for; else what to do of them. */
async function rendreRejets(
  { rejets }: Import,
  { lignes, columns }: Liste,
  collection: string,
  { auteur, date, file }: { auteur: string; date: string; file: string },
  options: ImportOptions,
  io: Io,
): Promise<void> {
  if (rejets.length === 0) return;
  if (!options.ecrire && options.rejets === undefined) {
    io.stderr.write(apresRejets(collection));
    return;
  }
  const titres: string[] = [];
  for (const { index, titre } of columns) titres[index] = titre;
  const whole = Array.from(titres, (titre) => titre ?? '');
  const classeur = await classeurRejets(rejets, lignes, whole, {
    titre: `À corriger : ${collection}`,
    auteur,
    date: new Date(date.slice(0, 10)),
  });
  const name = options.rejets ?? (await nomDesRejets(collection, classeur, file, io.cwd));
  await putFile(resolve(io.cwd, name), classeur).catch((error: unknown) => {
    throw new WriteError(name, error, '--rejets');
  });
  io.stderr.write(`Lignes refusées, à renvoyer ou à corriger puis importer : ${name}\n`);
}

async function importFile(name: string, file: string, options: ImportOptions, io: Io): Promise<number> {
  const collection = collectionNamed(name);
  if (!collection?.liste) throw new Refus(pasEnListe(name));
  const { nom } = collection;
  const dir = resolve(io.cwd, options.etude);
  const paint = await choosePaint(options.color, io);
  const loaded = await loadStudy(dir, { cwd: io.cwd });
  const { etude, lus, genent, ailleurs } = loaded.aEchanger(nom);
  if (!etude || genent.length > 0) {
    const code = await refuseStudy(loaded, options.color, io, genent);
    io.stderr.write('Corrigez d’abord ces erreurs : l’import compare la liste à l’étude.\n');
    return code;
  }
  if (ailleurs > 0)
    io.stderr.write(
      `${compte(ailleurs, 'erreur')} ailleurs dans l’étude, qui ne ${accord(ailleurs, 'touche', 'touchent')} pas cette liste : « atelier check » les dit.\n`,
    );
  const inventaire = inventaireDe(collection, loaded, io.cwd);
  const { texte, memoire } = await lireMemoire(dir, nom);
  const cibles = ciblesDe(lus);
  const champs = [...champsALire(nom, inventaire.fiches), ...champsDesCles(nom, cibles)];
  const table = correspondanceDe(nom, champs, memoire.colonnes, options.colonne);
  const liste = await lireListe(file, nom, { champs, table, cibles }, options, io);
  const { where, lignes, columns } = liste;
  const lu = importer(
    lignes,
    columns.filter(({ ecartee }) => !ecartee),
    {
      collection: nom,
      fiches: inventaire.fiches,
      cibles,
      defauts: defautsDits(nom, memoire.defauts, options, cibles),
      valeurs: memoire.valeurs,
    },
  );
  const changes = changementsDe(inventaire, lu, (ligne) => `Import : ${where}, ligne ${ligne}.`, dir);
  const kept = ecrireMemoire(nom, memoire, columns, Object.fromEntries(options.defaut));
  const whole = [...changes, { chemin: cheminMemoire(dir, nom), avant: texte, apres: kept }];
  const code =
    changes.length === 0
      ? EXIT.ok
      : await proposer(
          whole.filter(({ avant, apres }) => avant !== apres),
          { ecrire: options.ecrire, paint, io },
        );
  io.stderr.write(traductionsText(lu));
  io.stderr.write(fusionsText(lu));
  io.stderr.write(resteText(lu, nom));
  io.stderr.write(rejectsText(lu, basename(file), paint));
  const { date, prestataire } = etude;
  await rendreRejets(lu, liste, nom, { auteur: prestataire.nom, date: String(date), file }, options, io);
  io.stdout.write(summary(lu));
  return code === EXIT.ok && lu.rejets.length > 0 ? EXIT.failure : code;
}
