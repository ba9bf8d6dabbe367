/** `atelier migrer`: shows, as a patch, what brings an older study up to the data model of the program; `--ecrire` applies it. */

import { join, relative, resolve, sep } from 'node:path';
import type { FichierChange } from '../../edition/ecrire.js';
import type { FichierEtude } from '../../edition/migration/fichier.js';
import { fichierEtude, migrer } from '../../edition/migration/index.js';
import type { Diagnostic } from '../../study/diagnostic.js';
import { filesBelow } from '../../study/files/files-below.js';
import { inTurn, readText, unreadable } from '../../study/files/read-text.js';
import { isYaml } from '../../study/files/unknown-file.js';
import { VERSION_DU_MODELE } from '../../study/schema/version.js';
import type { CommonOptions } from '../options/options.js';
import { proposer } from '../terminal/changements.js';
import { choosePaint } from '../terminal/colour.js';
import { EXIT } from '../terminal/exit-codes.js';
import type { Io } from '../terminal/io.js';
import { pasUneEtude } from './sans-etude.js';

export type MigrerOptions = Pick<CommonOptions, 'etude' | 'color'> & { ecrire: boolean };

/** The YAML files of a study and of its folders, one level down, links followed; or why one of them cannot be read. */
async function lire(dir: string, cwd: string): Promise<FichierEtude[] | Diagnostic> {
  const { files, unread } = await filesBelow(dir, isYaml);
  const shown = (path: string): string => relative(cwd, path).split(sep).join('/');
  const inside = (path: string): string => relative(dir, path).split(sep).join('/');
  const near = (path: string): boolean => inside(path).split('/').length <= 2;
  const [fault] = unread.filter(({ path }) => near(path));
  if (fault) return unreadable(shown(fault.path), fault.cause);
  const read = await inTurn(files.filter(near), async (path) => ({ path, content: await readText(path, shown(path)) }));
  const found: FichierEtude[] = [];
  for (const { path, content } of read) {
    if ('code' in content) return content;
    found.push(fichierEtude(inside(path), content.text));
  }
  return found;
}

export async function runMigrer(options: MigrerOptions, io: Io): Promise<number> {
  const dir = resolve(io.cwd, options.etude);
  const refuse = (sentence: string): number => {
    io.stderr.write(`${sentence}\n`);
    return EXIT.failure;
  };
  const fichiers = await lire(dir, io.cwd);
  if ('code' in fichiers) return refuse(`${fichiers.message} ${fichiers.aide ?? ''}`.trim());
  if (!fichiers.some(({ inventaire }) => inventaire === 'etude')) return refuse(pasUneEtude(options.etude));
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
