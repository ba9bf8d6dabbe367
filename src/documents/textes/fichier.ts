/** A file that the study names by its path in its own folder: nothing else is read. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { surLeDisque } from '../../study/files/named-file.js';
import { vouliezVousDire } from '../../texte/ordre.js';

/** What is wrong with a file, and how to mend it. */
export interface Refus {
  message: string;
  aide: string;
}

export const refus = (message: string, aide: string): { refus: Refus } => ({ refus: { message, aide } });

interface Attendu {
  /** As a sentence names it: « l'image ». */
  nom: string;
  /** In bytes, at most. */
  most: number;
  /** A path that would do. */
  exemple: string;
  /** How to make it lighter. */
  alleger: string;
}

/** The bytes of a file of the study's folder, or why they are not taken. */
export async function lireFichier(
  chemin: string,
  studyFolder: string,
  { nom, most, exemple, alleger }: Attendu,
): Promise<{ bytes: Buffer } | { refus: Refus }> {
  const path = join(studyFolder, chemin);
  if (isAbsolute(chemin) || relative(studyFolder, path).startsWith('..') || /^[a-z]+:/i.test(chemin))
    return refus(
      `« ${chemin} » n'est pas dans le dossier de l'étude.`,
      `Copiez ${nom} dans le dossier de l’étude et nommez-la par son chemin : ${exemple}.`,
    );
  const found = join(studyFolder, await surLeDisque(studyFolder, chemin));
  const size = await stat(found).catch(() => null);
  if (!size?.isFile()) {
    const near = vouliezVousDire(basename(path), await readdir(dirname(path)).catch(() => []));
    return refus(`${nom} « ${chemin} » n'existe pas dans l'étude.`, near ?? 'Vérifiez le nom, majuscules comprises.');
  }
  if (size.size > most) return refus(`${nom} « ${chemin} » pèse plus de ${most / 1_000_000} Mo.`, alleger);
  return { bytes: await readFile(found) };
}
