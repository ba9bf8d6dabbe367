/** What an import of a collection remembers from one time to the next: columns, words and common values, in a file of the study. */
import { join } from 'node:path';
import { bloc } from '../edition/rendu.js';
import { readIfThere } from '../study/files/read-text.js';
import { isRecord } from '../study/record.js';
import { readYaml } from '../study/yaml/nesting.js';
import { vouliezVousDire } from '../texte/ordre.js';
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

/** What a mapping is made of, in the order of the file. */
const PARTIES = ['colonnes', 'valeurs', 'defauts'] as const;

/** A map of texts, or why it is none, after the place that it has in the file. */
function textes(value: unknown, place: string): Record<string, string> {
  if (value === null || value === undefined) return {};
  if (!isRecord(value)) throw new FormeInattendue(`« ${place} » s’écrit { mot: valeur }.`);
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => {
      // Several words of the study for one of the table are written as a cell has them.
      if (place.startsWith('valeurs') && Array.isArray(child) && child.every((one) => typeof one === 'string'))
        return [key, child.join(', ')];
      if (typeof child === 'object' && child !== null)
        throw new FormeInattendue(`« ${place} » : « ${key} » attend un mot.`);
      return [key, String(child ?? '-')];
    }),
  );
}

/** What is left of a mapping that was written by hand must not be lost at the next import: anything else than its form is refused. */
class FormeInattendue extends Error {}

function memoireDe(root: unknown): Memoire {
  if (root !== null && !isRecord(root))
    throw new FormeInattendue(`le fichier s’écrit « ${PARTIES.join(': …, ')}: … ».`);
  const unknown = Object.keys(root ?? {}).find((key) => !PARTIES.some((part) => part === key));
  if (unknown !== undefined)
    throw new FormeInattendue(
      `« ${unknown} » n’y est pas attendu. ${vouliezVousDire(unknown, PARTIES) ?? `Parties : ${PARTIES.join(', ')}.`}`,
    );
  const { colonnes, valeurs, defauts } = root ?? {};
  if (valeurs !== null && valeurs !== undefined && !isRecord(valeurs))
    throw new FormeInattendue('« valeurs » s’écrit { champ: { mot: valeur } }.');
  return {
    colonnes: textes(colonnes, 'colonnes'),
    valeurs: Object.fromEntries(
      Object.entries(valeurs ?? {}).map(([key, map]) => [key, textes(map, `valeurs, ${key}`)]),
    ),
    defauts: textes(defauts, 'defauts'),
  };
}

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
    return { texte, memoire: memoireDe(readYaml(texte)) };
  } catch (error) {
    const why = error instanceof FormeInattendue ? error.message : "ce n'est pas du YAML lisible.";
    throw new LectureImpossible(`« ${path} », la correspondance gardée : ${why} Corrigez-le, ou retirez-le.`);
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
