/** Reads the text of a file; what stands in the way is a diagnostic, never a wait nor an exception. */

import { isUtf8 } from 'node:buffer';
import { access, constants, lstat, readFile, stat } from 'node:fs/promises';
import { diagnostic } from '../codes/codes.js';
import type { Diagnostic } from '../diagnostic.js';
import { systemCode } from './system-code.js';

/** In bytes; the largest inventories known are a hundred times smaller. */
const LARGEST = 20_000_000;

/** Files read at the same time: systems open a thousand, some only 256. */
const AT_ONCE = 64;

const START = { ligne: 1, colonne: 1, longueur: 1 } as const;

/** Why the system, or the nature of what is there, refuses the reading: [what, what to do]. */
const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  EACCES: ["le système n'en donne pas le droit", 'Donnez-vous le droit de lecture sur ce fichier ou ce dossier.'],
  EPERM: ["le système n'en donne pas le droit", 'Donnez-vous le droit de lecture sur ce fichier ou ce dossier.'],
  ENOENT: ["c'est un lien qui ne mène nulle part", 'Remettez en place ce qu’il désigne, ou supprimez le lien.'],
  disparu: ['il vient de disparaître', 'Relancez la commande ; s’il est sur un partage, vérifiez la connexion.'],
  ELOOP: ["c'est un lien qui tourne en rond", 'Supprimez le lien, ou mettez le fichier à sa place.'],
  contenant: ["c'est un lien vers un dossier qui le contient", 'Supprimez le lien, ou mettez le dossier à sa place.'],
  EMFILE: ['trop de fichiers sont ouverts', 'Fermez d’autres programmes, puis relancez la commande.'],
  ENFILE: ['trop de fichiers sont ouverts', 'Fermez d’autres programmes, puis relancez la commande.'],
  EIO: ['le disque ne répond pas comme il devrait', 'Vérifiez le disque, ou la connexion au partage.'],
  special: ["ce n'est pas un fichier ordinaire", 'Mettez un fichier à cette place.'],
  trop: [
    'il mène à plus de fichiers qu’une étude n’en a',
    'C’est sans doute un lien vers un autre dossier : supprimez-le.',
  ],
};

/** What a reader of ours found, or what the system answered. */
const codeOf = (cause: unknown): string => (typeof cause === 'string' ? cause : systemCode(cause));

/** A file or folder of the study that exists and that could not be read. */
export function unreadable(fichier: string, cause: unknown): Diagnostic {
  const code = codeOf(cause);
  const [why, aide] = REASONS[code] ?? [
    `le système répond « ${code || 'erreur'} »`,
    'Vérifiez le fichier et le disque.',
  ];
  return diagnostic('fichier-illisible', {
    fichier,
    plage: START,
    chemin: '',
    message: `« ${fichier} » n'a pas pu être lu : ${why}.`,
    aide,
  });
}

/** A link to what is read under another name. */
export const lienDejaLu = (fichier: string, autre: string): Diagnostic =>
  diagnostic('fichier-illisible', {
    fichier,
    plage: START,
    chemin: '',
    message: `« ${fichier} » n'a pas été lu : c'est un lien vers ce qui est déjà lu sous le nom « ${autre} ».`,
    aide: 'Supprimez le lien, ou mettez à sa place ce qu’il devait désigner.',
  });

const REENREGISTRER =
  'Enregistrez-le de nouveau en UTF-8 (Bloc-notes : « Enregistrer sous », puis « Encodage » ; VS Code : le nom de l’encodage, en bas à droite).';

/** Which encoding a file that is not in UTF-8 has, as far as its bytes tell, and where its first wrong letter stands. */
function otherEncoding(bytes: Buffer): Pick<Diagnostic, 'plage' | 'message' | 'aide'> {
  if (enUtf32(bytes))
    return { plage: START, message: "le fichier n'est pas en UTF-8, mais en UTF-32.", aide: REENREGISTRER };
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const utf16 = marked || bytes.includes(0);
  const before = utf16 ? '' : (new TextDecoder('utf-8').decode(bytes).split('\ufffd')[0] ?? '');
  const lines = before.split('\n');
  return {
    plage: { ligne: lines.length, colonne: (lines.at(-1) ?? '').length + 1, longueur: 1 },
    message:
      utf16 && !marked
        ? "le fichier n'est pas en UTF-8 : il est en UTF-16, ou ce n'est pas un texte."
        : `le fichier n'est pas en UTF-8, mais ${utf16 ? 'en UTF-16' : 'sans doute en Windows-1252 (« ANSI »)'} ; ses accents seraient faussés.`,
    aide: REENREGISTRER,
  };
}

/** Of each four bytes of UTF-32, the two that say nothing of a French text are zeros. */
function enUtf32(bytes: Buffer): boolean {
  if (bytes.length < 8 || bytes.length % 4 !== 0) return false;
  const all = (rank: number): boolean => {
    for (let at = rank; at < bytes.length; at += 4) if (bytes[at] !== 0) return false;
    return true;
  };
  return all(3) ? all(2) || (bytes[0] === 0xff && bytes[1] === 0xfe) : all(0) && all(1);
}

/** What UTF-7 hides: letters with an accent, signs of French texts and of YAML. */
const CACHES = /^[À-ÿŒœ«»’“”–—… €°{}[\]#=@&*!|<>"'\\^~`$%;]+$/;

/** The first letter that a text in UTF-7 hides (« +AOk- » for « é »); null for another text. One alone may be a chance. */
function enUtf7(text: string): Pick<Diagnostic, 'plage' | 'message' | 'aide'> | null {
  if (!text.includes('+A') && !text.includes('+I')) return null;
  const hidden = [...text.matchAll(/\+([A-Za-z0-9+/]{3,})-/g)].filter(({ 1: coded = '' }) => {
    const bytes = Buffer.from(coded, 'base64');
    return (
      bytes.length >= 2 &&
      CACHES.test(
        bytes
          .subarray(0, bytes.length & ~1)
          .swap16()
          .toString('utf16le'),
      )
    );
  });
  const [first] = hidden;
  if (!first || hidden.length < 2) return null;
  const lines = text.slice(0, first.index).split('\n');
  return {
    plage: { ligne: lines.length, colonne: (lines.at(-1) ?? '').length + 1, longueur: first[0].length },
    message: `le fichier n'est pas en UTF-8, mais en UTF-7 : « ${first[0]} » y tient la place d'une lettre ou d'un signe.`,
    aide: REENREGISTRER,
  };
}

/** A line may end with a carriage return alone, as files of old Macintosh do: it counts as a line for whoever reads the text. */
export const withLineFeeds = (text: string): string => text.replace(/\r(?!\n)/g, '\n');

export async function readText(path: string, fichier: string): Promise<{ text: string; bytes: number } | Diagnostic> {
  const at = { fichier, plage: START, chemin: '' };
  try {
    const found = await stat(path);
    // A pipe or a device never ends.
    if (!found.isFile()) return unreadable(fichier, 'special');
    if (found.size > LARGEST)
      return diagnostic('fichier-trop-gros', {
        ...at,
        message: `le fichier pèse ${Math.round(found.size / 1_000_000)} Mo ; un inventaire en pèse 20 au plus.`,
        aide: 'Vérifiez que c’est le bon fichier, ou répartissez ses fiches dans un dossier.',
      });
    const bytes = await readFile(path);
    // UTF-16 without accents is made of zeros, which UTF-8 takes.
    if (!isUtf8(bytes) || bytes.includes(0))
      return diagnostic('encodage-incorrect', { ...at, ...otherEncoding(bytes) });
    // The decoder also drops a byte order mark.
    const text = withLineFeeds(new TextDecoder('utf-8').decode(bytes));
    const utf7 = bytes.length === text.length ? enUtf7(text) : null;
    return utf7 ? diagnostic('encodage-incorrect', { ...at, ...utf7 }) : { text, bytes: bytes.length };
  } catch (error) {
    const gone = systemCode(error) === 'ENOENT' && (await lstat(path).catch(() => null)) === null;
    return unreadable(fichier, gone ? 'disparu' : error);
  }
}

/** The same for a file that may be missing: null when nothing is there, and when the folder of the study (`dir`) cannot be entered, which is told of it. */
export async function readIfThere(
  path: string,
  fichier: string,
  dir?: string,
): Promise<{ text: string; bytes: number } | Diagnostic | null> {
  const there = await lstat(path).catch((error: unknown) =>
    ['ENOENT', 'ENOTDIR'].includes(systemCode(error)) ? null : error,
  );
  const closed =
    there instanceof Error &&
    dir !== undefined &&
    (await access(dir, constants.X_OK).then(
      () => false,
      () => true,
    ));
  return there === null || closed ? null : readText(path, fichier);
}

/** Runs `work` on each item, a few at a time; results in the order of the items. */
export async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE)
    done.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(work))));
  return done;
}
