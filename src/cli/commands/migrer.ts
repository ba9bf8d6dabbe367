/** `atelier migrer`: shows, as a patch, what brings an older study up to the data model of the program; `--ecrire` applies it. */
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { FichierChange } from '../../edition/ecrire.js';
import type { FichierEtude } from '../../edition/migration/fichier.js';
import { fichierEtude, migrer } from '../../edition/migration/index.js';
import { VERSION_DU_MODELE } from '../../study/version.js';
import { proposer } from '../changements.js';
import { choosePaint } from '../colour.js';
import { EXIT } from '../exit-codes.js';
import type { Io } from '../io.js';
import type { CommonOptions } from '../options.js';

export type MigrerOptions = Pick<CommonOptions, 'etude' | 'color'> & { ecrire: boolean };

const isYaml = (name: string): boolean => /\.ya?ml$/i.test(name) && !name.startsWith('.');

/** The YAML files of a study and of its folders, one level down; null when the folder cannot be read. */
async function lire(dir: string): Promise<FichierEtude[] | null> {
  const items = await readdir(dir, { withFileTypes: true }).catch(() => null);
  if (!items) return null;
  const paths: string[] = [];
  for (const item of items) {
    if (item.isFile() && isYaml(item.name)) paths.push(item.name);
    else if (item.isDirectory() && !item.name.startsWith('.'))
      for (const name of await readdir(join(dir, item.name))) if (isYaml(name)) paths.push(`${item.name}/${name}`);
  }
  return Promise.all(
    paths
      .sort()
      .map(async (path) => fichierEtude(path, (await readFile(join(dir, path), 'utf8')).replace('\uFEFF', ''))),
  );
}

export async function runMigrer(options: MigrerOptions, io: Io): Promise<number> {
  const dir = resolve(io.cwd, options.etude);
  const refuse = (sentence: string): number => {
    io.stderr.write(`${sentence}\n`);
    return EXIT.failure;
  };
  const fichiers = await lire(dir);
  if (!fichiers?.some(({ inventaire }) => inventaire === 'etude'))
    return refuse(`« ${options.etude} » n'est pas le dossier d'une étude : il n'a pas de fichier etude.yaml.`);
  const { de, vers, changements } = migrer(fichiers);
  if (de > VERSION_DU_MODELE)
    return refuse(
      `L'étude suit la version ${de} du modèle de données ; ce programme s'arrête à la version ${VERSION_DU_MODELE} : mettez-le à jour.`,
    );
  const pris = changements.find(
    ({ chemin, nouveau }) => nouveau !== chemin && fichiers.some((fichier) => fichier.chemin === nouveau),
  );
  if (pris)
    return refuse(
      `« ${pris.chemin} » doit devenir « ${pris.nouveau} », qui existe déjà : réunissez-les, puis relancez la commande.`,
    );
  if (changements.length === 0) {
    io.stderr.write(`L'étude suit déjà la version ${vers} du modèle de données : rien ne change.\n`);
    return EXIT.ok;
  }
  io.stderr.write(`De la version ${de} du modèle de données à la version ${vers} :\n`);
  const changes = changements.map(
    ({ chemin, nouveau, avant, apres }): FichierChange =>
      nouveau === chemin
        ? { chemin: join(dir, chemin), avant, apres }
        : { chemin: join(dir, nouveau), avant: null, apres, depuis: { chemin: join(dir, chemin), texte: avant } },
  );
  return proposer(changes, { ecrire: options.ecrire, paint: await choosePaint(options.color, io), io });
}
