/** `atelier territoire`: communes, populations and groupings from the official lists, as a patch that is shown before it is written. */
import { resolve } from 'node:path';
import { choisir, type Demande } from '../../echange/territoire/choix.js';
import { mettreTerritoireAJour } from '../../echange/territoire/fichiers.js';
import { chargerListes, ListesAbsentes } from '../../echange/territoire/listes.js';
import { RetoucheImpossible } from '../../edition/noeuds.js';
import { PACKAGE } from '../../package/package.js';
import { loadStudy } from '../../study/load.js';
import type { CommonOptions } from '../options/options.js';
import { refuseStudy } from '../reporters/refused.js';
import { proposer } from '../terminal/changements.js';
import { choosePaint } from '../terminal/colour.js';
import { EXIT } from '../terminal/exit-codes.js';
import type { Io } from '../terminal/io.js';

export interface TerritoireOptions extends Pick<CommonOptions, 'etude' | 'color'> {
  epci: string[];
  communes: string[];
  departement: string[];
  listes?: string;
  ecrire: boolean;
}

/** Codes as people paste them: one argument each, or separated by commas. */
const codes = (typed: readonly string[]): string[] => [
  ...new Set(typed.flatMap((one) => one.split(/[,;]/).map((code) => code.trim())).filter(Boolean)),
];

export async function runTerritoire(options: TerritoireOptions, io: Io): Promise<number> {
  try {
    return await suivre(options, io);
  } catch (error) {
    if (error instanceof RetoucheImpossible)
      io.stderr.write(`territoire.yaml ne peut pas recevoir ce changement : ${error.message}\n`);
    else if (error instanceof ListesAbsentes) io.stderr.write(`${error.message}\n`);
    else throw error;
    return EXIT.failure;
  }
}

async function suivre(options: TerritoireOptions, io: Io): Promise<number> {
  const dir = resolve(io.cwd, options.etude);
  const paint = await choosePaint(options.color, io);
  const loaded = await loadStudy(dir, { cwd: io.cwd });
  if (!loaded.files.some(({ path }) => /(^|\/)territoire\.yaml$/.test(path)))
    return refuseStudy(loaded, options.color, io);
  const places = options.listes === undefined ? [dir, io.cwd, PACKAGE] : [resolve(io.cwd, options.listes)];
  const listes = await chargerListes(places);
  const { epci, communes, departement } = options;
  const demande: Demande = { epci: codes(epci), communes: codes(communes), departements: codes(departement) };
  const choix = choisir(demande, listes);
  for (const line of choix.fautes) io.stderr.write(`${line}\n`);
  if (choix.fautes.length > 0) return EXIT.usage;
  const { fichiers, remarques } = mettreTerritoireAJour(loaded, listes, choix.communes, { dir, cwd: io.cwd });
  for (const line of [...choix.remarques, ...remarques]) io.stderr.write(`${line}\n`);
  if (fichiers.length > 0) return proposer(fichiers, { ecrire: options.ecrire, paint, io });
  io.stdout.write(`Rien à changer : le territoire suit les listes de ${listes.millesime}.\n`);
  return EXIT.ok;
}
