/** The commands that read a study and say what they see in it. */
import { resolve } from 'node:path';
import { Argument } from 'commander';
import type { MigrerOptions } from '../commands/migrer.js';
import {
  type CheckOptions,
  type CommonOptions,
  checkFormatOption,
  colorOption,
  dateOption,
  drawsOption,
  gapsOption,
  jsonOption,
  quietOption,
  type ScoreOptions,
  type StatusOptions,
  seedOption,
  strictOption,
  studyOption,
  verboseOption,
  weightsOption,
  withoutOption,
  writeOption,
} from '../options/options.js';
import type { Io } from '../terminal/io.js';
import type { AddCommand } from './add-command.js';
import { examples } from './help.js';

/** Is it whole, and of today’s model? */
export function addCheckCommands(command: AddCommand, io: Io, finish: (exitCode: number) => void): void {
  command('check', "vérifie l'étude et dit toutes ses fautes en une fois")
    .usage('[options]')
    .addOption(studyOption())
    .addOption(checkFormatOption())
    .addOption(strictOption())
    .addOption(jsonOption())
    .addOption(quietOption())
    .addOption(verboseOption('montre aussi les fichiers lus, et toutes les fautes quand il y en a des centaines'))
    .addOption(colorOption())
    .addHelpText('after', examples('atelier check', 'atelier check --etude data --strict --format github'))
    .action(async (options: CheckOptions) => {
      // Started first: it gets ready while the command is loaded and the files are read.
      const { threadFor } = await import('../../build/thread/early.js');
      const thread = threadFor(resolve(io.cwd, options.etude));
      thread?.expectContradictions();
      try {
        const { runCheck } = await import('../commands/check.js');
        finish(await runCheck(options, io, thread));
      } finally {
        thread?.end();
      }
    });

  command('migrer', "montre ce qui amène une étude plus ancienne au modèle de données d'aujourd'hui")
    .usage('[options]')
    .addOption(studyOption())
    .addOption(writeOption())
    .addOption(colorOption())
    .addHelpText('after', examples('atelier migrer', 'atelier migrer --etude data --ecrire'))
    .action(async (options: MigrerOptions) => {
      const { runMigrer } = await import('../commands/migrer.js');
      finish(await runMigrer(options, io));
    });
}

/** Where it stands: its scenarios, its state. */
export function addReadingCommands(command: AddCommand, io: Io, finish: (exitCode: number) => void): void {
  command('score', 'compare les scénarios : coût, viabilité, valeur, robustesse')
    .usage('[options]')
    .addOption(studyOption())
    .addOption(weightsOption())
    .addOption(withoutOption())
    .addOption(drawsOption())
    .addOption(seedOption())
    .addOption(jsonOption())
    .addOption(colorOption())
    .addHelpText('after', examples('atelier score', 'atelier score --poids cout-annuel=30 proximite=5'))
    .action(async (options: ScoreOptions) => {
      const { runScore } = await import('../commands/score.js');
      finish(await runScore(options, io));
    });

  command('status', 'dit où en est l’étude et ce qui bloque la prochaine réunion')
    .usage('[options]')
    .addOption(studyOption())
    .addOption(dateOption())
    .addOption(gapsOption())
    .addOption(jsonOption())
    .addOption(colorOption())
    .addHelpText('after', examples('atelier status', 'atelier status --lacunes --date 2018-02-15'))
    .action(async (options: StatusOptions) => {
      const { runStatus } = await import('../commands/status.js');
      finish(await runStatus(options, io));
    });
}

export function addExplainCommand(command: AddCommand, io: Io, finish: (exitCode: number) => void): void {
  command('explain', "explique un code de message ou un champ d'inventaire")
    .usage('<sujet> [options]')
    .addArgument(
      new Argument(
        '<sujet>',
        'un code (fin-avant-debut), un inventaire (acteurs), un champ (acteurs.engagement) ou un calcul (scenarios.ID.cout_annuel)',
      ),
    )
    .addOption(studyOption())
    .addOption(jsonOption())
    .addOption(colorOption())
    .addHelpText('after', examples('atelier explain acteurs.engagement', 'atelier explain experiences-retenues'))
    .action(async (subject: string, options: Pick<CommonOptions, 'etude' | 'json' | 'color'>) => {
      const { runExplain } = await import('../commands/explain.js');
      finish(await runExplain(subject, options, io));
    });
}
