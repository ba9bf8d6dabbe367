/** The command that begins a study. */
import { Argument, type Command, Option } from 'commander';
import { REPONSES_USUELLES } from '../../edition/init.js';
import type { InitOptions } from '../commands/init.js';
import { parseDay } from '../options/options.js';
import type { Io } from '../terminal/io.js';
import { examples } from './help.js';

export function addInitCommand(
  command: (name: string, description: string) => Command,
  io: Io,
  finish: (exitCode: number) => void,
): void {
  const { titre, maitreOuvrage, prestataire } = REPONSES_USUELLES;
  command('init', 'crée une étude qui se vérifie, dans un dossier neuf ; pose ses questions si rien n’est précisé')
    .usage('[dossier] [options]')
    .addArgument(new Argument('[dossier]', 'dossier à créer (« data », sans argument)'))
    .option('--titre <titre>', `titre de l'étude (« ${titre} », sans cette option)`)
    .option('--maitre-ouvrage <nom>', `qui commande l'étude (« ${maitreOuvrage} »)`)
    .option('--prestataire <nom>', `qui la réalise (« ${prestataire} »)`)
    .option('--territoire <nom>', 'nom du territoire étudié')
    .option('--id <identifiant>', 'nom court de l’étude, dans ses fichiers (tiré du titre)')
    .addOption(
      new Option('--date <date>', 'date du premier livrable, AAAA-MM-JJ (dans trois mois)').argParser(parseDay),
    )
    .option('--exemple', 'une petite étude complète, d’un territoire imaginaire, au lieu du canevas')
    .addHelpText(
      'after',
      examples('atelier init mon-etude --titre "Un atelier au pays"', 'atelier init essai --exemple'),
    )
    .action(async (dossier: string | undefined, options: InitOptions) => {
      const { runInit } = await import('../commands/init.js');
      finish(await runInit(dossier, options, io));
    });
}
