/** The command that begins a study. */
import { Argument, type Command } from 'commander';
import type { InitOptions } from './commands/init.js';
import { examples } from './help.js';
import type { Io } from './io.js';

export function addInitCommand(
  command: (name: string, description: string) => Command,
  io: Io,
  finish: (exitCode: number) => void,
): void {
  command('init', 'crée une étude qui se vérifie, dans un dossier neuf')
    .usage('[dossier] [options]')
    .addArgument(new Argument('[dossier]', 'dossier à créer').default('data', 'data'))
    .option('--titre <titre>', "titre de l'étude", 'Ma première étude')
    .option('--maitre-ouvrage <nom>', "qui commande l'étude", 'Maître d’ouvrage à préciser')
    .option('--prestataire <nom>', 'qui la réalise', 'Prestataire à préciser')
    .option('--exemple', 'une petite étude complète, d’un territoire imaginaire, au lieu du canevas', false)
    .addHelpText(
      'after',
      examples('atelier init mon-etude --titre "Un atelier au pays"', 'atelier init essai --exemple'),
    )
    .action(async (dossier: string, options: InitOptions) => {
      const { runInit } = await import('./commands/init.js');
      finish(await runInit(dossier, options, io));
    });
}
