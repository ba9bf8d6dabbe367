/** The commands that make releases, and those that read them back. */
import { Argument } from 'commander';
import {
  type BuildOptions,
  buildFormatOption,
  type CommonOptions,
  colorOption,
  internalOption,
  jsonOption,
  measuresOption,
  meetingOption,
  outOption,
  previewOption,
  projectOption,
  quietOption,
  rebuildOption,
  scenarioOption,
  sinceOption,
  studyOption,
  type VerifyOptions,
  verboseOption,
  type WatchOptions,
} from '../options/options.js';
import type { Io } from '../terminal/io.js';
import type { AddCommand } from './add-command.js';
import { examples } from './help.js';

export function addBuildCommand(command: AddCommand, io: Io, finish: (exitCode: number) => void): void {
  command('build', "construit les livrables de l'étude")
    .usage('[livrable…] [options]')
    .addArgument(new Argument('[livrable...]', "livrables à construire (tous ceux que l'étude permet, sans argument)"))
    .addOption(studyOption())
    .addOption(outOption())
    .addOption(buildFormatOption())
    .addOption(scenarioOption())
    .addOption(projectOption())
    .addOption(meetingOption())
    .addOption(sinceOption())
    .addOption(internalOption())
    .addOption(measuresOption())
    .addOption(jsonOption())
    .addOption(quietOption())
    .addOption(verboseOption('montre les avertissements en entier'))
    .addOption(colorOption())
    .addHelpText('after', examples('atelier build', 'atelier build diagnostic --format pdf --out out'))
    .action(async (livrables: string[], options: BuildOptions) => {
      const { runBuild } = await import('../commands/build.js');
      finish(await runBuild(livrables, options, io));
    });
}

/** What became of a release: whole, compared, validated, kept up to date. */
export function addReleaseCommands(command: AddCommand, io: Io, finish: (exitCode: number) => void): void {
  command('verify', 'vérifie qu’un dossier de livrables est bien celui que décrit son manifeste')
    .usage('<dossier> [options]')
    .addArgument(new Argument('<dossier>', 'dossier d’une version, par exemple out/1.0'))
    .addOption(studyOption())
    .addOption(rebuildOption())
    .addOption(jsonOption())
    .addOption(colorOption())
    .addHelpText('after', examples('atelier verify out/1.0', 'atelier verify out/1.0 --rebuild'))
    .action(async (folder: string, options: VerifyOptions) => {
      const { runVerify } = await import('../commands/verify.js');
      finish(await runVerify(folder, options, io));
    });

  command('diff', 'compare deux versions : fiches, coûts, scores, rangs, viabilité')
    .usage('<avant> <après> [options]')
    .addArgument(new Argument('<avant>', 'dossier ou manifeste de la version de départ'))
    .addArgument(new Argument('<après>', 'dossier ou manifeste de la version d’arrivée'))
    .addOption(jsonOption())
    .addOption(colorOption())
    .addHelpText('after', examples('atelier diff out/0.9 out/1.0', 'atelier diff avant/manifest.json out/1.0 --json'))
    .action(async (before: string, after: string, options: Pick<CommonOptions, 'json' | 'color'>) => {
      const { runDiff } = await import('../commands/diff.js');
      finish(await runDiff(before, after, options, io));
    });

  command('valider', 'garde l’empreinte de ce que les réunions ont validé, pour dire ce qui change ensuite')
    .usage('[options]')
    .addOption(studyOption())
    .addOption(jsonOption())
    .addOption(colorOption())
    .addHelpText('after', examples('atelier valider', 'atelier valider --etude data --json'))
    .action(async (options: Pick<CommonOptions, 'etude' | 'json' | 'color'>) => {
      const { runValidate } = await import('../commands/valider.js');
      finish(await runValidate(options, io));
    });

  command('watch', 'surveille l’étude et reconstruit ce qui change')
    .usage('[livrable…] [options]')
    .addArgument(
      new Argument('[livrable...]', "livrables à tenir à jour (tous ceux que l'étude permet, sans argument)"),
    )
    .addOption(studyOption())
    .addOption(outOption())
    .addOption(buildFormatOption())
    .addOption(previewOption())
    .addOption(colorOption())
    .addHelpText('after', examples('atelier watch --voir', 'atelier watch diagnostic --format pdf'))
    .action(async (livrables: string[], options: WatchOptions) => {
      const { runWatch } = await import('../commands/watch.js');
      finish(await runWatch(livrables, options, io));
    });
}
