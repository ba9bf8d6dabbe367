import { systemCode } from '../../study/files/system-code.js';

/** A file could not be written: who must act is the user (disk, rights), so the message is theirs. */
export class WriteError extends Error {
  readonly path: string;
  /** `elsewhere` is the option by which another place is chosen, when there is one. */
  constructor(path: string, cause: unknown, elsewhere?: string) {
    super(explain(path, cause, elsewhere), { cause });
    this.path = path;
  }
}

const ATTENDRE = 'relancez la commande';

/** Why, then what to do; null where another place would do. */
const REASONS: Readonly<Record<string, readonly [string, string | null]>> = {
  ENOSPC: ['le disque est plein', `Libérez de la place, puis ${ATTENDRE}`],
  EDQUOT: ['votre quota de disque est atteint', `Libérez de la place, puis ${ATTENDRE}`],
  EFBIG: ['un fichier dépasse la taille que le système admet', null],
  EROFS: ['le disque est en lecture seule', null],
  EACCES: ["vous n'avez pas le droit d'y écrire", null],
  EPERM: ["vous n'avez pas le droit d'y écrire", null],
  ENOENT: ['le dossier n’existe pas, ou ne peut pas être créé', null],
  ENOTDIR: ['une partie du chemin est un fichier, pas un dossier', null],
  EEXIST: ['une partie du chemin est un fichier, pas un dossier', null],
  EISDIR: ['un dossier porte déjà ce nom', `Déplacez-le, puis ${ATTENDRE}`],
  EBUSY: ['le fichier est ouvert dans un autre programme', `Fermez-le, puis ${ATTENDRE}`],
  ENAMETOOLONG: [
    'le nom est trop long pour ce disque',
    'Raccourcissez l’identifiant dont il vient, ou le chemin du dossier',
  ],
  EMFILE: ['trop de fichiers sont ouverts', `Fermez d’autres programmes, puis ${ATTENDRE}`],
  ENFILE: ['trop de fichiers sont ouverts', `Fermez d’autres programmes, puis ${ATTENDRE}`],
  EIO: ['le disque ne répond pas comme il devrait', null],
  VERROU: ['une autre construction y écrit depuis trop longtemps', `Attendez sa fin, puis ${ATTENDRE}`],
};

function explain(path: string, cause: unknown, elsewhere: string | undefined): string {
  const code = systemCode(cause);
  const [why, todo] = REASONS[code] ?? [`le système répond « ${code || String(cause)} »`, null];
  const other = elsewhere
    ? `Choisissez un autre dossier avec ${elsewhere}`
    : `Vérifiez ce chemin et vos droits, puis ${ATTENDRE}`;
  return `« ${path} » n'a pas pu être écrit : ${why}. ${todo ?? other}.`;
}
