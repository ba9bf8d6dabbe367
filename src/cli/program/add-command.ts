/** How a command is added, with the manners shared by all. */
import type { Command } from 'commander';
import type { Io } from '../terminal/io.js';
import { FRENCH_HELP } from './help.js';

export type AddCommand = (name: string, description: string) => Command;

/** Gives a command the manners shared by all: French help, no exit of its own, errors returned to `main`. */
export function polite(command: Command, io: Io): Command {
  return command
    .configureHelp(FRENCH_HELP)
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      // Commander's English errors are said again in French by `main`.
      writeErr: () => undefined,
    })
    .exitOverride()
    .allowExcessArguments(false)
    .helpOption('-h, --help', 'affiche cette aide');
}
