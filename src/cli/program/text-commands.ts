/** The commands of who writes: texts, what they rely on, templates. */
import { Argument } from 'commander';
import type { RelireOptions } from '../commands/relire.js';
import type { TextesOptions } from '../commands/textes.js';
import { type CommonOptions, colorOption, listOption, lookOption, studyOption } from '../options/options.js';
import type { Io } from '../terminal/io.js';
import type { AddCommand } from './add-command.js';
import { examples } from './help.js';

export function addTextCommands(command: AddCommand, io: Io, finish: (exitCode: number) => void): void {
  command(
    'textes',
    'crée les textes de l’auteur qui manquent à un livrable, avec les questions auxquelles ils répondent',
  )
    .usage('<livrable> [section…] [options]')
    .addArgument(new Argument('<livrable>', 'livrable dont on écrit les textes'))
    .addArgument(new Argument('[section...]', 'sections (tous les chapitres, sans argument)'))
    .addOption(studyOption())
    .addOption(listOption())
    .addHelpText('after', examples('atelier textes diagnostic --liste', 'atelier textes diagnostic besoins'))
    .action(async (livrable: string, sections: string[], options: TextesOptions) => {
      const { runTextes } = await import('../commands/textes.js');
      finish(await runTextes(livrable, sections, options, io));
    });

  command('relire', 'garde les chiffres sur lesquels reposent les textes que l’auteur vient de relire')
    .usage('[livrable ou texte…] [options]')
    .addArgument(new Argument('[texte...]', '« diagnostic », « diagnostic/besoins » (tous, sans argument)'))
    .addOption(studyOption())
    .addOption(lookOption())
    .addOption(colorOption())
    .addHelpText('after', examples('atelier relire --voir', 'atelier relire diagnostic/besoins'))
    .action(async (names: string[], options: RelireOptions) => {
      const { runRelire } = await import('../commands/relire.js');
      finish(await runRelire(names, options, io));
    });

  command('modeles', 'liste les modèles des livrables, ou en copie un dans l’étude pour le changer')
    .usage('[modèle…] [options]')
    .addArgument(new Argument('[modèle...]', 'modèles à copier (la liste, sans argument)'))
    .addOption(studyOption())
    .addHelpText('after', examples('atelier modeles', 'atelier modeles commun/annexes'))
    .action(async (names: string[], options: Pick<CommonOptions, 'etude'>) => {
      const { runModeles } = await import('../commands/modeles.js');
      finish(await runModeles(names, options, io));
    });
}
