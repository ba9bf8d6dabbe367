import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Argument, Command } from 'commander';
import { packageName } from '../../package/package.js';
import type { Io } from '../terminal/io.js';
import { polite } from './add-command.js';
import { addEditionCommands } from './edition-commands.js';
import { examples } from './help.js';
import { addInitCommand } from './init-command.js';
import { addBuildCommand, addReleaseCommands } from './release-commands.js';
import { addCheckCommands, addExplainCommand, addReadingCommands } from './study-commands.js';
import { addTextCommands } from './text-commands.js';

/** The whole command line. Each command's body is imported only when it runs, so that `--help` stays instant. */
export function createProgram(io: Io, finish: (exitCode: number) => void): Command {
  const program = polite(new Command('atelier'), io)
    .description(
      "Compile une étude de faisabilité : vérifie les inventaires d'un dossier, puis construit ses livrables.",
    )
    .usage('<commande> [options]')
    .version(packageName().version, '-V, --version', 'affiche la version')
    .helpCommand(false)
    .addHelpText('after', examples('atelier check', 'atelier build diagnostic'));

  // Within a study's own folder, that study is meant: another one below it is not taken in its place.
  program.hook('preAction', (_, action) => {
    if (action.getOptionValueSource('etude') === 'default' && existsSync(join(io.cwd, 'etude.yaml')))
      action.setOptionValue('etude', '.');
  });

  const command = (name: string, description: string): Command => {
    const added = polite(new Command(name), io).description(description);
    program.addCommand(added);
    return added;
  };

  addInitCommand(command, io, finish);
  addCheckCommands(command, io, finish);
  addBuildCommand(command, io, finish);
  addTextCommands(command, io, finish);
  addReadingCommands(command, io, finish);
  addReleaseCommands(command, io, finish);
  addExplainCommand(command, io, finish);
  addEditionCommands(command, io, finish);

  command('completion', 'écrit le script de complétion du terminal')
    .usage('<terminal>')
    .addArgument(new Argument('<terminal>', 'terminal qui complétera').choices(['bash', 'zsh', 'fish']))
    .addHelpText(
      'after',
      examples(
        'atelier completion bash >> ~/.bashrc',
        'atelier completion fish > ~/.config/fish/completions/atelier.fish',
      ),
    )
    .action(async (shell: 'bash' | 'zsh' | 'fish') => {
      const { runCompletion } = await import('../commands/completion.js');
      finish(runCompletion(shell, program, io));
    });

  return program;
}
