/** `atelier import`: a list kept in a spreadsheet becomes entries of the study, as a patch that is shown before it is written. */

import { writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { texteDe } from '../../echange/cellules.js';
import { champsDe, RANGS } from '../../echange/champs.js';
import { attribuerAuContenu } from '../../echange/contenu.js';
import { type Colonne, type Entete, finDeTableau, trouverEntete } from '../../echange/entete.js';
import { type Import, importer } from '../../echange/importer.js';
import { changementsDe, ciblesDe, inventaireDe, LISTES } from '../../echange/inventaire.js';
import { libelleDe } from '../../echange/libelles.js';
import { LectureImpossible, type Ligne, lireClasseur, type Tableau } from '../../echange/lire.js';
import { cheminMemoire, ecrireMemoire, lireMemoire } from '../../echange/reglages.js';
import { classeurRejets } from '../../echange/rejets.js';
import { RetoucheImpossible } from '../../edition/noeuds.js';
import { collectionNamed } from '../../study/collections.js';
import { enId } from '../../study/ecritures.js';
import { loadStudy } from '../../study/load.js';
import { compte } from '../../texte/accords.js';
import { vouliezVousDire } from '../../texte/ordre.js';
import { proposer } from '../changements.js';
import { choosePaint, type Paint } from '../colour.js';
import { EXIT } from '../exit-codes.js';
import { correspondanceDe, defautsDe, Refus, titresConnus } from '../import-options.js';
import type { Io } from '../io.js';
import type { CommonOptions } from '../options.js';
import { reportText } from '../reporters/texte.js';

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

const HOW = { table: 'indiquée', nom: '', proche: 'au plus proche', contenu: 'à ce qu’elle contient' } as const;

function mappingText(colonnes: readonly Colonne[], paint: Paint): string {
  const own = (titre: string): string => enId(titre.replace('*', ''));
  if (
    colonnes.every(
      ({ titre, champ }) => champ && [libelleDe(champ.chemin), champ.cle].some((name) => enId(name) === own(titre)),
    )
  )
    return `  ${compte(colonnes.length, 'colonne')}, toutes sous le nom de leur champ.\n`;
  const width = Math.max(...colonnes.map(({ titre }) => titre.length));
  return colonnes
    .map(({ titre, champ, ecartee, par }) => {
      const how = par === null ? '' : HOW[par];
      const where = champ
        ? `${champ.cle}${how === '' ? '' : paint.faint(` (${how})`)}`
        : ecartee
          ? 'laissée de côté'
          : 'aucun champ : gardée en commentaire des fiches nouvelles';
      return `  ${titre.padEnd(width)} → ${where}\n`;
    })
    .join('');
}

function rejectsText({ rejets }: Import, fichier: string, paint: Paint): string {
  return rejets
    .map(({ ligne, colonne, faute, aide }) => {
      const where = `${fichier}, ligne ${ligne}${colonne ? `, « ${colonne} »` : ''}`;
      return `${paint.place(where)} : ${faute}${aide ? `\n  ${aide}` : ''}\n`;
    })
    .join('');
}

/** Visible sheets that hold rows and are not the one that is read, unless it was asked for. */
function nonLues(tableaux: readonly Tableau[], read: Tableau, wanted: string | undefined): string[] {
  const left = tableaux.filter((one) => one !== read && one.lignes.length > 1).map(({ feuille }) => `« ${feuille} »`);
  if (left.length === 0 || wanted !== undefined) return [];
  return [
    `${left.length > 1 ? 'Feuilles non lues' : 'Feuille non lue'} : ${left.join(', ')} (« --feuille NOM » choisit la feuille à lire).`,
  ];
}

/** The rows of another table under the first one, which are left: never without a word. */
function autreTableau(lignes: readonly Ligne[]): string {
  const [first] = lignes;
  const last = lignes.at(-1);
  if (!first || !last) return '';
  const heads = first.cellules.map(texteDe).filter((text) => text !== '');
  return `Un autre tableau commence à la ligne ${first.numero} (« ${heads.slice(0, 3).join(' », « ')} »…) : les lignes ${first.numero} à ${last.numero} ne sont pas lues. Copiez-le sur une feuille à lui pour l’importer.\n`;
}

/** Cells read as another word than the one written, alike ones together. */
function traductionsText({ traductions }: Import): string {
  const groups = new Map<string, number[]>();
  for (const { ligne, colonne, ecrit, lu } of traductions) {
    const key = `« ${colonne} » : « ${ecrit} » est lu « ${lu} »`;
    groups.set(key, [...(groups.get(key) ?? []), ligne]);
  }
  return [...groups]
    .map(
      ([key, rows]) =>
        `${key} (ligne${rows.length > 1 ? 's' : ''} ${rows.slice(0, 6).join(', ')}${rows.length > 6 ? '…' : ''}).\n`,
    )
    .join('');
}

/** What to do of refused rows, when they have been shown alone. */
const apresRejets = (collection: string): string =>
  `« --rejets FICHIER.xlsx » écrit les lignes refusées dans un classeur, à corriger puis à importer. Un mot de votre liste se traduit une fois pour toutes dans .atelier/import/${collection}.yaml : « valeurs: { champ: { mot: valeur } } ».\n`;

function summary(lu: Import): string {
  const refused = new Set(lu.rejets.map(({ ligne }) => ligne)).size;
  const parts = [
    compte(lu.nouvelles.length, 'fiche nouvelle', 'fiches nouvelles'),
    compte(lu.modifiees.length, 'modifiée'),
    compte(lu.identiques, 'inchangée'),
    compte(refused, 'ligne refusée', 'lignes refusées'),
  ];
  const left = lu.laissees.map(({ ligne, pourquoi }) => `ligne ${ligne} (${pourquoi})`).join(', ');
  return `${parts.join(', ')}.${left === '' ? '' : ` Laissé de côté : ${left}.`}\n`;
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

async function importFile(name: string, file: string, options: ImportOptions, io: Io): Promise<number> {
  const collection = collectionNamed(name);
  if (!collection?.liste)
    throw new Refus(
      `« ${name} » n'est pas un inventaire en liste. ${[vouliezVousDire(name, LISTES) ?? [], ''].flat().join(' ')}Inventaires : ${LISTES.join(', ')}.`,
    );
  const dir = resolve(io.cwd, options.etude);
  const paint = await choosePaint(options.color, io);
  const loaded = await loadStudy(dir, { cwd: io.cwd });
  if (!loaded.study) {
    const { diagnostics, texts, files, entries } = loaded;
    const errors = diagnostics.filter(({ gravite }) => gravite === 'erreur');
    io.stderr.write(reportText({ files: files.length, entries, diagnostics: errors, texts, paint }));
    io.stderr.write('Corrigez d’abord ces erreurs : l’import compare la liste à l’étude.\n');
    return EXIT.failure;
  }
  const { tableaux, remarques } = await lireClasseur(resolve(io.cwd, file));
  const inventaire = inventaireDe(collection, loaded, io.cwd);
  const champs = champsDe(collection.nom, inventaire.fiches, RANGS);
  const { texte, memoire } = await lireMemoire(dir, collection.nom);
  const table = correspondanceDe(collection.nom, champs, memoire.colonnes, options.colonne);
  const chosen = choisir(tableaux, options.feuille, ({ lignes }) => trouverEntete(lignes, champs, table));
  for (const remarque of remarques) io.stderr.write(`${remarque}\n`);
  if (!chosen)
    throw new LectureImpossible(
      `« ${file} » : aucune colonne ne ressemble à un champ de « ${collection.nom} ». Champs : ${champs
        .slice(0, 12)
        .map(({ chemin }) => libelleDe(chemin))
        .join(', ')}… « atelier export ${collection.nom} » donne un formulaire.`,
    );
  const { tableau, entete } = chosen;
  titresConnus(options.colonne, entete.colonnes);
  const where = `${basename(file)}${tableau.feuille === null ? '' : `, feuille « ${tableau.feuille} »`}`;
  for (const remarque of nonLues(tableaux, tableau, options.feuille)) io.stderr.write(`${remarque}\n`);
  const cibles = ciblesDe(loaded.study);
  const below = tableau.lignes.slice(entete.debut);
  const lignes = below.slice(
    0,
    finDeTableau(
      below,
      LISTES.flatMap((list) => champsDe(list, [])),
      entete.colonnes,
    ),
  );
  const columns = attribuerAuContenu(entete.colonnes, lignes, champs, cibles);
  io.stderr.write(
    `${where}, titres à la ligne ${tableau.lignes[entete.debut - 1]?.numero ?? 1} :\n${mappingText(columns, paint)}`,
  );
  io.stderr.write(autreTableau(below.slice(lignes.length)));

  if (options.source !== undefined && !cibles('sources').has(options.source))
    throw new Refus(
      `--source ${options.source} : cette source n'existe pas. ${vouliezVousDire(options.source, cibles('sources').keys()) ?? 'Ajoutez-la à sources.yaml.'}`,
    );
  const typed = new Map([...Object.entries(memoire.defauts), ...options.defaut]);
  const defauts = defautsDe(collection.nom, typed, cibles);
  if (options.source !== undefined) defauts.sources = [options.source];
  const colonnes = columns.filter(({ ecartee }) => !ecartee);
  const lu = importer(lignes, colonnes, {
    collection: collection.nom,
    fiches: inventaire.fiches,
    cibles,
    defauts,
    valeurs: memoire.valeurs,
  });

  const changes = changementsDe(inventaire, lu, (ligne) => `Import : ${where}, ligne ${ligne}.`, dir);
  const kept = ecrireMemoire(collection.nom, memoire, columns, Object.fromEntries(options.defaut));
  const code =
    changes.length === 0
      ? EXIT.ok
      : await proposer(
          [...changes, { chemin: cheminMemoire(dir, collection.nom), avant: texte, apres: kept }].filter(
            ({ avant, apres }) => avant !== apres,
          ),
          { ecrire: options.ecrire, paint, io },
        );
  io.stderr.write(traductionsText(lu));
  io.stderr.write(rejectsText(lu, basename(file), paint));
  if (lu.rejets.length > 0 && (options.ecrire || options.rejets !== undefined)) {
    const path = resolve(io.cwd, options.rejets ?? `a-corriger-${collection.nom}.xlsx`);
    const titres: string[] = [];
    for (const { index, titre } of columns) titres[index] = titre;
    await writeFile(
      path,
      await classeurRejets(
        lu.rejets,
        lignes,
        Array.from(titres, (titre) => titre ?? ''),
        new Date(`${loaded.study.etude.date}`.slice(0, 10)),
      ),
    );
    io.stderr.write(`Lignes refusées, à renvoyer ou à corriger puis importer : ${options.rejets ?? basename(path)}\n`);
  }
  if (lu.rejets.length > 0 && !options.ecrire && options.rejets === undefined)
    io.stderr.write(apresRejets(collection.nom));
  io.stdout.write(summary(lu));
  return code === EXIT.ok && lu.rejets.length > 0 ? EXIT.failure : code;
}
