/** A file could not be written: who must act is the user (disk, rights), so the message is theirs. */
export class WriteError extends Error {
  readonly path: string;
  /** `option` is what gives the place on the command line. */
  constructor(path: string, cause: unknown, option = '--out') {
    super(explain(path, cause).replace('--out', option), { cause });
    this.path = path;
  }
}

export const codeOf = (cause: unknown): string => (cause instanceof Error && 'code' in cause ? String(cause.code) : '');

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'le disque est plein. Libérez de la place, puis relancez la commande',
  EDQUOT: 'votre quota de disque est atteint. Libérez de la place, puis relancez la commande',
  EROFS: 'le disque est en lecture seule. Choisissez un autre dossier avec --out',
  EACCES: "vous n'avez pas le droit d'y écrire. Choisissez un autre dossier avec --out",
  EPERM: "vous n'avez pas le droit d'y écrire. Choisissez un autre dossier avec --out",
  ENOTDIR: 'une partie du chemin est un fichier, pas un dossier. Choisissez un autre dossier avec --out',
  EEXIST: 'une partie du chemin est un fichier, pas un dossier. Choisissez un autre dossier avec --out',
  ENOENT: 'le dossier n’existe pas, ou ne peut pas être créé. Choisissez un autre dossier avec --out',
  EISDIR: 'un dossier porte déjà ce nom. Déplacez-le, puis relancez la commande',
  EBUSY: 'le fichier est ouvert dans un autre programme. Fermez-le, puis relancez la commande',
  ENAMETOOLONG: 'le nom est trop long pour ce disque. Raccourcissez l’identifiant dont il vient, ou le dossier --out',
  EMFILE: 'trop de fichiers sont ouverts. Fermez d’autres programmes, puis relancez la commande',
  ENFILE: 'trop de fichiers sont ouverts. Fermez d’autres programmes, puis relancez la commande',
  EIO: 'le disque ne répond pas comme il devrait. Vérifiez-le, ou choisissez un autre dossier avec --out',
  VERROU: 'une autre construction y écrit depuis trop longtemps. Attendez sa fin, puis relancez la commande',
};

function explain(path: string, cause: unknown): string {
  const code = codeOf(cause);
  return `« ${path} » n'a pas pu être écrit : ${REASONS[code] ?? `le système répond « ${code || String(cause)} »`}.`;
}
