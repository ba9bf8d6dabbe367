/** `atelier exporter-donnees`: the data of the study as an open package, that its owner can keep and publish. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { releaseName } from '../../build/build.js';
import { writeRelease } from '../../build/release/write.js';
import { paquetDe } from '../../echange/donnees/paquet.js';
import { direDossierLu, dossierLu } from '../../study/files/dossiers-lus.js';
import { loadStudy } from '../../study/load.js';
import { compte } from '../../texte/accords.js';
import type { CommonOptions } from '../options/options.js';
import { refuseStudy } from '../reporters/refused.js';
import { EXIT } from '../terminal/exit-codes.js';
import type { Io } from '../terminal/io.js';

export interface ExporterDonneesOptions extends Pick<CommonOptions, 'etude' | 'color'> {
  out: string;
  interne: boolean;
}

const DESCRIPTION = 'datapackage.json';

/** Files of a former package of the same study; null when the folder holds anything else. */
async function anciens(folder: string, name: string): Promise<string[] | null> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  if (files.length === 0) return [];
  try {
    const told: unknown = JSON.parse(await readFile(join(folder, DESCRIPTION), 'utf8'));
    return typeof told === 'object' && told !== null && 'name' in told && told.name === name ? files : null;
  } catch {
    return null;
  }
}

export async function runExporterDonnees(options: ExporterDonneesOptions, io: Io): Promise<number> {
  const loaded = await loadStudy(resolve(io.cwd, options.etude), { cwd: io.cwd });
  const { study } = loaded;
  if (!study) return refuseStudy(loaded, options.color, io);
  const { fichiers, tables, lignes } = paquetDe(study, options.interne);
  const folder = resolve(io.cwd, options.out, `donnees-${releaseName(study.etude.version, options)}`);
  const shown = relative(io.cwd, folder) || folder;
  const lu = dossierLu(resolve(io.cwd, options.etude), folder);
  if (lu !== null) {
    const { message, aide } = direDossierLu(lu, 'les données exportées');
    io.stderr.write(`${shown} : ${message} ${aide}\n`);
    return EXIT.failure;
  }
  const name = `${study.etude.id}${options.interne ? '-interne' : ''}`;
  const former = await anciens(folder, name);
  if (former === null) {
    io.stderr.write(
      `« ${shown} » contient autre chose que les données de cette étude : rien n’est écrit. Donnez un autre dossier (--out), ou videz celui-ci.\n`,
    );
    return EXIT.failure;
  }
  const names = new Set(fichiers.map((file) => file.name));
  const [first, ...others] = fichiers;
  if (!first) throw new RangeError('a package describes itself');
  await writeRelease(folder, others, async () => ({
    last: first,
    removed: new Set(former.filter((file) => !names.has(file))),
  }));
  io.stdout.write(
    `${shown} : ${compte(tables, 'table')}, ${compte(lignes, 'ligne')}, ${compte(fichiers.length, 'fichier')}.\n`,
  );
  if (!study.etude.licence_donnees)
    io.stderr.write(
      'Aucune licence n’est choisie : « licence_donnees » d’etude.yaml la nomme (code: etalab-2.0, titre: Licence Ouverte 2.0).\n',
    );
  if (options.interne) io.stderr.write('Édition interne : elle ne se diffuse pas.\n');
  return EXIT.ok;
}
