import { InvalidArgumentError, Option } from 'commander';

export const sheetOption = (): Option =>
  new Option('--feuille <feuille>', 'feuille du classeur (celle qui répond le mieux, sans cette option)');

/** Reads `key=value`; the key may hold no « = ». */
const parsePair =
  (said: string) =>
  (typed: string, before: Map<string, string> | undefined): Map<string, string> => {
    const [key = '', ...rest] = typed.split('=');
    if (key.trim() === '' || rest.join('=').trim() === '') throw new InvalidArgumentError(said);
    return new Map(before ?? []).set(key.trim(), rest.join('=').trim());
  };

export const defaultsOption = (): Option =>
  new Option('--defaut <champ=valeur...>', 'valeur des fiches nouvelles, quand la liste ne la donne pas')
    .argParser(parsePair('Une valeur commune s’écrit champ=valeur : type=association.'))
    .default(new Map(), 'aucune');
export const columnsOption = (): Option =>
  new Option(
    '--colonne <titre=champ...>',
    'champ d’une colonne (« # » : gardée en commentaire ; « - » : laissée de côté)',
  )
    .argParser(parsePair('Le champ d’une colonne s’écrit titre=champ : "Intitulé=nom".'))
    .default(new Map(), 'au plus proche');
export const sourceOption = (): Option => new Option('--source <source>', 'source citée par les fiches nouvelles');
export const rejectsOption = (): Option =>
  new Option('--rejets <fichier>', 'classeur où écrire les lignes refusées (a-corriger-….xlsx, avec --ecrire)');
export const tableFormatOption = (): Option =>
  new Option('--format <format>', 'forme du formulaire').choices(['xlsx', 'csv']).default('xlsx');
export const outputOption = (): Option =>
  new Option('--sortie <fichier>', 'fichier à écrire (le nom de l’inventaire, sans cette option)');
export const replaceOption = (): Option => new Option('--remplacer', 'remplace un fichier existant').default(false);
export const codesOption = (flags: string, description: string): Option =>
  new Option(flags, description).default([], 'aucun');
export const listsOption = (): Option =>
  new Option(
    '--listes <dossier>',
    'dossier où les listes officielles sont installées (celui de l’étude, ou le dossier courant)',
  );
