/** Names of a study's files that another system does not keep apart, or does not open: who receives the study has less than who sends it. */
import { diagnostic } from '../codes/codes.js';
import type { Diagnostic } from '../diagnostic.js';
import type { Item } from './read-below.js';
import { START } from './unknown-file.js';

const RESERVES = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])$/i;

/** Why Windows does not take a name; undefined for one that it takes. */
function refusDeWindows(name: string): string | undefined {
  const [sign] = /[<>:"|?*\\]/.exec(name) ?? [];
  if (RESERVES.test(name.split('.')[0] ?? ''))
    return 'Windows garde ce nom pour un appareil : il n’ouvre pas ce fichier.';
  if (sign !== undefined) return `Windows n’admet pas « ${sign} » dans un nom de fichier.`;
  return /[. ]$/.test(name) ? 'Windows n’admet ni point ni espace à la fin d’un nom de fichier.' : undefined;
}

/** What parts two names that a system may take for one. */
function difference(one: string, other: string): string {
  if (one.toLowerCase() === other.toLowerCase()) return 'par les majuscules';
  const accents = 'par la façon dont leurs accents sont enregistrés';
  return one.normalize('NFC') === other.normalize('NFC') ? accents : `par les majuscules et ${accents}`;
}

const fault = (fichier: string, message: string, aide: string): Diagnostic =>
  diagnostic('nom-de-fichier', { fichier, plage: START, chemin: '', message, aide });

export function nomsFragiles(items: readonly Item[], shown: (path: string) => string): Diagnostic[] {
  const alike = new Map<string, Item[]>();
  for (const item of items) {
    const key = `${item.folder}/${item.name.normalize('NFC').toLowerCase()}`;
    alike.set(key, [...(alike.get(key) ?? []), item]);
  }
  const pairs = [...alike.values()].flatMap((held) => {
    const [first, ...others] = held.sort((a, b) => (a.name < b.name ? -1 : 1));
    return others.map((other) =>
      fault(
        shown(first?.path ?? other.path),
        `ce nom et « ${shown(other.path)} » ne diffèrent que ${difference(first?.name ?? '', other.name)}.`,
        'Sous Windows et sur un Mac, l’un écraserait l’autre : renommez l’un des deux.',
      ),
    );
  });
  const refused = items.flatMap(({ name, path }) => {
    const why = refusDeWindows(name);
    return why === undefined ? [] : [fault(shown(path), why, 'Renommez-le : l’étude pourra être ouverte partout.')];
  });
  return [...pairs, ...refused];
}
