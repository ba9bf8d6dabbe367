import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Argument, Command } from 'commander';
import type { MigrerOptions } from './commands/migrer.js';
import type { RelireOptions } from './commands/relire.js';
import type { TextesOptions } from './commands/textes.js';
import { addEditionCommands } from './edition-commands.js';
import { examples, FRENCH_HELP } from './help.js';
import { addInitCommand } from './init-command.js';
import type { Io } from './io.js';
import {
  type BuildOptions,
  buildFormatOption,
  type CheckOptions,
  type CommonOptions,
  checkFormatOption,
  colorOption,
  dateOption,
  drawsOption,
  gapsOption,
  internalOption,
  jsonOption,
  listOption,
  lookOption,
  measuresOption,
  meetingOption,
  outOption,
  previewOption,
  projectOption,
  quietOption,
  rebuildOption,
  type ScoreOptions,
  type StatusOptions,
  scenarioOption,
  seedOption,
  sinceOption,
  strictOption,
  studyOption,
  type VerifyOptions,
  verboseOption,
  type WatchOptions,
  weightsOption,
  withoutOption,
  writeOption,
} from './options.js';
import { packageVersion } from './package.js';

/** Gives a command the manners shared by all: French help, no exit of its own, errors returned to `main`. */
function polite(command: Command, io: Io): Command {
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

/** The whole command line. Each command's body is imported only when it runs, so that `--help` stays instant. */
export function createProgram(io: Io, finish: (exitCode: number) => void): Command {
  const program = polite(new Command('atelier'), io)
    .description(
      "Compile une étude de faisabilité : vérifie les inventaires d'un dossier, puis construit ses livrables.",
    )
    .usage('<commande> [options]')
    .version(packageVersion(), '-V, --version', 'affiche la version')
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

  command('check', "vérifie l'étude et dit toutes ses fautes en une fois")
    .usage('[options]')
    .addOption(studyOption())
    .addOption(checkFormatOption())
    .addOption(strictOption())
    .addOption(jsonOption())
    .addOption(quietOption())
    .addOption(verboseOption())
    .addOption(colorOption())
    .addHelpText('after', examples('atelier check', 'atelier check --etude data --strict --format github'))
    .action(async (options: CheckOptions) => {
      const { runCheck } = await import('./commands/check.js');
      finish(await runCheck(options, io));
    });

  command('migrer', "montre ce qui amène une étude plus ancienne au modèle de données d'aujourd'hui")
    .usage('[options]')
    .addOption(studyOption())
    .addOption(writeOption())
    .addOption(colorOption())
    .addHelpText('after', examples('atelier migrer', 'atelier migrer --etude data --ecrire'))
    .action(async (options: MigrerOptions) => {
      const { runMigrer } = await import('./commands/migrer.js');
      finish(await runMigrer(options, io));
    });

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
    .addOption(verboseOption())
    .addOption(colorOption())
    .addHelpText('after', examples('atelier build', 'atelier build diagnostic --format pdf --out out'))
    .action(async (livrables: string[], options: BuildOptions) => {
      const { runBuild } = await import('./commands/build.js');
      finish(await runBuild(livrables, options, io));
    });

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
      const { runTextes } = await import('./commands/textes.js');
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
      const { runRelire } = await import('./commands/relire.js');
      finish(await runRelire(names, options, io));
    });

  command('modeles', 'liste les modèles des livrables, ou en copie un dans l’étude pour le changer')
    .usage('[modèle…] [options]')
    .addArgument(new Argument('[modele...]', 'modèles à copier (la liste, sans argument)'))
    .addOption(studyOption())
    .addHelpText('after', examples('atelier modeles', 'atelier modeles commun/annexes'))
    .action(async (names: string[], options: Pick<CommonOptions, 'etude'>) => {
      const { runModeles } = await import('./commands/modeles.js');
      finish(await runModeles(names, options, io));
    });

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
      const { runScore } = await import('./commands/score.js');
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
      const { runStatus } = await import('./commands/status.js');
      finish(await runStatus(options, io));
    });

  command('verify', 'vérifie qu’un dossier de livrables est bien celui que décrit son manifeste')
    .usage('<dossier> [options]')
    .addArgument(new Argument('<dossier>', 'dossier d’une version, par exemple out/1.0'))
    .addOption(studyOption())
    .addOption(rebuildOption())
    .addOption(jsonOption())
    .addOption(colorOption())
    .addHelpText('after', examples('atelier verify out/1.0', 'atelier verify out/1.0 --rebuild'))
    .action(async (folder: string, options: VerifyOptions) => {
      const { runVerify } = await import('./commands/verify.js');
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
      const { runDiff } = await import('./commands/diff.js');
      finish(await runDiff(before, after, options, io));
    });

  command('valider', 'garde l’empreinte de ce que les réunions ont validé, pour dire ce qui change ensuite')
    .usage('[options]')
    .addOption(studyOption())
    .addOption(jsonOption())
    .addOption(colorOption())
    .addHelpText('after', examples('atelier valider', 'atelier valider --etude data --json'))
    .action(async (options: Pick<CommonOptions, 'etude' | 'json' | 'color'>) => {
      const { runValidate } = await import('./commands/valider.js');
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
      const { runWatch } = await import('./commands/watch.js');
      finish(await runWatch(livrables, options, io));
    });

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
      const { runExplain } = await import('./commands/explain.js');
      finish(await runExplain(subject, options, io));
    });

  addEditionCommands(command, io, finish);

  command('completion', 'écrit le script de complétion du terminal')
    .usage('<terminal>')
    .addArgument(new Argument('<terminal>', 'bash, zsh ou fish').choices(['bash', 'zsh', 'fish']))
    .addHelpText(
      'after',
      examples(
        'atelier completion bash >> ~/.bashrc',
        'atelier completion fish > ~/.config/fish/completions/atelier.fish',
      ),
    )
    .action(async (shell: 'bash' | 'zsh' | 'fish') => {
      const { runCompletion } = await import('./commands/completion.js');
      finish(runCompletion(shell, program, io));
    });

  return program;
}
