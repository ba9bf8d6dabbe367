import type { CommanderError } from 'commander';

/** Commander's usage errors, each with the French sentence that replaces it. `$1`, `$2`… are the quoted parts. */
const SENTENCES: readonly [RegExp, string][] = [
  [/^unknown option '([^']*)'/, "L'option « $1 » n'existe pas."],
  [/^unknown command '([^']*)'/, "La commande « $1 » n'existe pas."],
  [/^missing required argument '([^']*)'/, 'Il manque « $1 » à la commande.'],
  [/^option '([^']*)' argument missing/, "L'option « $1 » attend une valeur."],
  [/^required option '([^']*)' not specified/, "L'option « $1 » est obligatoire."],
  [/^option '([^']*)' argument '([^']*)' is invalid\./, "La valeur « $2 » n'est pas acceptée par l'option « $1 »."],
  [
    /^command-argument value '([^']*)' is invalid for argument '([^']*)'\./,
    "La valeur « $1 » n'est pas acceptée pour « $2 ».",
  ],
  [
    /^too many arguments.* Expected (\d+) arguments? but got (\d+)\.$/,
    "Il y a trop d'arguments : $2 au lieu de $1 au plus.",
  ],
];

const expand = (sentence: string, match: RegExpExecArray): string =>
  sentence.replace(/\$(\d)/g, (_, index: string) => match[Number(index)] ?? '');

/** The usage error in French, with what Commander proposes instead. */
export function usageSentence(error: CommanderError): string {
  const text = error.message.replace(/^error: /, '');
  const suggested = /\(Did you mean (?:one of )?(.*)\?\)$/.exec(text)?.[1];
  const choices = /Allowed choices are (.*)\.$/.exec(text)?.[1];
  const own = /is invalid\. ((?!Allowed choices).+)$/.exec(text)?.[1];
  for (const [pattern, sentence] of SENTENCES) {
    const match = pattern.exec(text.split('\n')[0] ?? '');
    if (match === null) continue;
    return [
      expand(sentence, match),
      suggested === undefined
        ? undefined
        : `Vouliez-vous dire ${suggested
            .split(', ')
            .map((word) => `« ${word} »`)
            .join(' ou ')} ?`,
      choices === undefined ? undefined : `Valeurs possibles : ${choices}.`,
      own,
    ]
      .filter((part) => part !== undefined)
      .join(' ');
  }
  return `La ligne de commande n'a pas été comprise : ${text}`;
}

/** What the user reads when the program itself is at fault; the stack only on demand. */
export function failureText(error: unknown, debug: boolean): string {
  const detail = error instanceof Error ? error.message : String(error);
  const lines = [
    `atelier s'est arrêté sur un défaut du programme : ${detail}`,
    'Vos fichiers ne sont pas en cause. Merci de le signaler en joignant cette ligne et la commande tapée.',
  ];
  if (debug && error instanceof Error && error.stack !== undefined) lines.push(error.stack);
  else lines.push('Pour le détail technique : relancez avec ATELIER_DEBUG=1.');
  return `${lines.join('\n')}\n`;
}

/** A part of the program is not there, or no more files can be opened to read it. */
export const isLoadingFault = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'EMFILE', 'ENFILE'].includes(String(error.code));
