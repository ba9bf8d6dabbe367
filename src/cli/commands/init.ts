/** `atelier init`: a study that validates, in a folder that was empty. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fichiersInit } from '../../edition/init.js';
import { EXIT } from '../exit-codes.js';
import type { Io } from '../io.js';

export interface InitOptions {
  titre: string;
  maitreOuvrage: string;
  prestataire: string;
  exemple: boolean;
}

/** Files that a folder may hold and still be called empty. */
const DISCRETS = new Set(['.git', '.DS_Store', 'Thumbs.db']);

export async function runInit(dossier: string, options: InitOptions, io: Io): Promise<number> {
  const folder = resolve(io.cwd, dossier);
  const shown = relative(io.cwd, folder) || '.';
  const present = await readdir(folder).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [] : null));
  if (present === null) {
    io.stderr.write(`« ${shown} » ne peut pas être lu comme un dossier. Donnez le nom d'un dossier à créer.\n`);
    return EXIT.failure;
  }
  const inside = present.filter((name) => !DISCRETS.has(name));
  if (inside.length > 0) {
    io.stderr.write(
      `« ${shown} » n'est pas vide (${inside.slice(0, 3).join(', ')}${inside.length > 3 ? '…' : ''}) : rien n'y a été écrit. Donnez le nom d'un dossier neuf.\n`,
    );
    return EXIT.usage;
  }
  const date = new Date().toISOString().slice(0, 10);
  const { titre, maitreOuvrage, prestataire, exemple } = options;
  try {
    for (const { nom, texte } of await fichiersInit({ titre, maitreOuvrage, prestataire, date }, exemple)) {
      const path = join(folder, nom);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, texte, { flag: 'wx' });
    }
  } catch (error) {
    io.stderr.write(
      `« ${shown} » n'a pas pu être écrit (${(error as NodeJS.ErrnoException).code ?? 'cause inconnue'}). Vérifiez vos droits et la place sur le disque.\n`,
    );
    return EXIT.failure;
  }
  const at = shown === '.' ? '' : `cd ${shown}\n  `;
  io.stdout.write(
    `${exemple ? 'Étude d’exemple' : 'Nouvelle étude'} dans ${shown}/. Ensuite :\n  ${at}atelier check\n  atelier build${exemple ? '' : ' diagnostic'}\n`,
  );
  return EXIT.ok;
}
