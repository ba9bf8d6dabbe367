/** `atelier export`: a collection as a form for a spreadsheet, that `atelier import` takes back. */

import { resolve } from 'node:path';
import { createFile, putFile } from '../../build/disk/put-file.js';
import { WriteError } from '../../build/disk/write-error.js';
import { enClasseur, enCsv, formulaireDe } from '../../echange/exporter.js';
import { ciblesDe, inventaireDe, pasEnListe } from '../../echange/inventaire.js';
import { collectionNamed } from '../../study/collections.js';
import { systemCode } from '../../study/files/system-code.js';
import { loadStudy } from '../../study/load.js';
import { compte } from '../../texte/accords.js';
import type { CommonOptions } from '../options/options.js';
import { refuseStudy } from '../reporters/refused.js';
import { EXIT } from '../terminal/exit-codes.js';
import type { Io } from '../terminal/io.js';

export interface ExportOptions extends Pick<CommonOptions, 'etude' | 'color'> {
  format: 'xlsx' | 'csv';
  sortie?: string;
  remplacer: boolean;
}

export async function runExport(name: string, options: ExportOptions, io: Io): Promise<number> {
  const collection = collectionNamed(name);
  if (!collection?.liste) {
    io.stderr.write(`${pasEnListe(name)}\n`);
    return EXIT.usage;
  }
  const loaded = await loadStudy(resolve(io.cwd, options.etude), { cwd: io.cwd });
  const { etude, lus, genent } = loaded.aEchanger(collection.nom);
  if (!etude || genent.length > 0) return refuseStudy(loaded, options.color, io, genent);
  const { fiches } = inventaireDe(collection, loaded, io.cwd);
  const cibles = ciblesDe(lus);
  const form = formulaireDe(collection.nom, fiches, cibles);
  const file = options.sortie ?? `${collection.nom}.${options.format}`;
  // The properties of the file carry the study's date: equal studies give equal forms.
  const date = new Date(etude.date);
  const bytes =
    options.format === 'csv' ? enCsv(form) : await enClasseur(form, cibles, { auteur: etude.prestataire.nom, date });
  const path = resolve(io.cwd, file);
  try {
    await (options.remplacer ? putFile : createFile)(path, bytes);
  } catch (error) {
    if (systemCode(error) === 'EEXIST') {
      io.stderr.write(
        `« ${file} » existe déjà, et peut avoir été rempli : donnez un autre nom (--sortie), ou --remplacer.\n`,
      );
      return EXIT.failure;
    }
    throw new WriteError(file, error, '--sortie');
  }
  io.stdout.write(`${file} : ${compte(fiches.length, 'fiche')}, ${compte(form.champs.length, 'colonne')}.\n`);
  io.stderr.write(`Une fois rempli : atelier import ${collection.nom} ${file}\n`);
  return EXIT.ok;
}
