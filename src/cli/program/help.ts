import type { Argument, Command, HelpConfiguration, Option } from 'commander';

/** Commander's own headings, in French; every other word of the help is ours. */
const HEADINGS: Readonly<Record<string, string>> = {
  'Usage:': 'Usage :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
};

function describe(asked: Option | Argument): string {
  const facts: string[] = [];
  if (asked.argChoices !== undefined) facts.push(asked.argChoices.join(', '));
  const shown = asked.defaultValueDescription ?? asked.defaultValue;
  if (typeof shown === 'string') facts.push(`par défaut : ${shown}`);
  return facts.length === 0 ? asked.description : `${asked.description} (${facts.join(' ; ')})`;
}

export const FRENCH_HELP: HelpConfiguration = {
  styleTitle: (title) => HEADINGS[title] ?? title,
  commandUsage: (command: Command) => {
    const parents: string[] = [];
    for (let parent = command.parent; parent !== null; parent = parent.parent) parents.unshift(parent.name());
    return [...parents, command.name(), command.usage()].join(' ');
  },
  subcommandTerm: (command: Command) =>
    [
      command.name(),
      ...command.registeredArguments.map((argument) => {
        const name = argument.variadic ? `${argument.name()}…` : argument.name();
        return argument.required ? `<${name}>` : `[${name}]`;
      }),
    ].join(' '),
  optionDescription: describe,
  argumentDescription: describe,
  showGlobalOptions: false,
};

/** Two lines that work as they are on the example study. */
export const examples = (...lines: [string, string]): string =>
  `\nExemples :\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`;
