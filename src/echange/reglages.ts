/** What an import of a collection remembers from one time to the next: columns, words and common values, in a file of the study. */
import { join } from 'node:path';
import { bloc } from '../edition/rendu.js';
import { readYaml } from '../study/nesting.js';
import { readIfThere } from '../study/read-text.js';
import { isRecord } from '../study/study-file.js';
import type { Colonne, Correspondance } from './entete.js';
import { LectureImpossible } from './tableau.js';

export interface Memoire {
  /** Heading of a column → field, `#` for a column kept as a comment, `-` for one left aside. */
  colonnes: Correspondance;
  /** Field → word of the list → word of the study. */
  valeurs: Record<string, Record<string, string>>;
  /** Field → value given to new entries that have none. */
  defauts: Record<string, string>;
}

export const cheminMemoire = (dir: string, collection: string): string =>
  join(dir, '.atelier', 'import', `${collection}.yaml`);

const textes = (value: unknown): Record<string, string> =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, String(child ?? '-')])) : {};

/** The file as it is kept, and what it says; throws a `LectureImpossible` when it cannot be understood. */
export async function lireMemoire(
  dir: string,
  collection: string,
): Promise<{ texte: string | null; memoire: Memoire }> {
  const path = cheminMemoire(dir, collection);
  const read = await readIfThere(path, path);
  if (read === null) return { texte: null, memoire: { colonnes: {}, valeurs: {}, defauts: {} } };
  if ('code' in read) throw new LectureImpossible(`La correspondance gardée ne peut pas être lue : ${read.message}`);
  const texte = read.text;
  try {
    const root = readYaml(texte);
    const { colonnes, valeurs, defauts } = isRecord(root) ? root : {};
    const words = isRecord(valeurs) ? Object.entries(valeurs).map(([key, map]) => [key, textes(map)] as const) : [];
    return {
      texte,
      memoire: { colonnes: textes(colonnes), valeurs: Object.fromEntries(words), defauts: textes(defauts) },
    };
  } catch {
    throw new LectureImpossible(
      `« ${path} », la correspondance gardée, n'est pas du YAML lisible : corrigez-le, ou retirez-le.`,
    );
  }
}

/** The file to keep: what was known, and what this table adds. */
export function ecrireMemoire(
  collection: string,
  before: Memoire,
  colonnes: readonly Colonne[],
  defauts: Record<string, string>,
): string {
  const found = Object.fromEntries(
    colonnes.map(({ titre, champ, ecartee }) => [titre, champ?.cle ?? (ecartee ? '-' : '#')]),
  );
  const memoire = {
    colonnes: { ...before.colonnes, ...found },
    valeurs: before.valeurs,
    defauts: { ...before.defauts, ...defauts },
  };
  return `# Correspondance des colonnes pour « atelier import ${collection} » : titre de la colonne, puis champ (« # » : gardée en commentaire, « - » : laissée de côté).
# « valeurs » traduit les mots de la liste, champ par champ : { type: { Asso: association } } ; « defauts » complète les fiches nouvelles.
${bloc(memoire, 0)}
`;
}
