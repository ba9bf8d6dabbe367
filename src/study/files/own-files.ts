/** Where a message says that something is written: in the files that the study has, a list being kept in one file or in a folder of several. */
import { COLLECTIONS } from '../collections.js';

const LISTE = new RegExp(
  `(?<![\\w/-])(${COLLECTIONS.filter(({ liste }) => liste)
    .map(({ nom }) => nom)
    .join('|')})\\.yaml(?![\\w/])`,
  'g',
);

/** The files of a study, as they are shown, and that of the entry at a path by ids. */
export interface OwnFiles {
  paths: readonly string[];
  fileAt(chemin: string): string | undefined;
}

/**
 * `text`, in which « projets.yaml » stands for the inventory of the projects: where the study keeps it in a folder, the file of the entry that one of `chemins`
 * leads to, « projets/haies.yaml », or the folder when none leads to one.
 */
export function inOwnFiles(text: string, { paths, fileAt }: OwnFiles, chemins: readonly string[]): string {
  return text.replace(LISTE, (written, nom: string) => {
    const alone = paths.some((path) => path === written || path.endsWith(`/${written}`));
    if (alone || !paths.some((path) => path.split('/').at(-2) === nom)) return written;
    const own = chemins.find((chemin) => chemin.startsWith(`${nom}/`));
    const file = own && fileAt(own)?.split('/').at(-1);
    return file ? `${nom}/${file}` : `${nom}/`;
  });
}
