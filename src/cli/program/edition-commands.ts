/** The commands that write in a study, or take from it what people work on elsewhere. */
import { Argument } from 'commander';
import type { CorrigerOptions } from '../commands/corriger.js';
import type { ExportOptions } from '../commands/export.js';
import type { ExporterDonneesOptions } from '../commands/exporter-donnees.js';
import type { ImportOptions } from '../commands/import.js';
import type { TerritoireOptions } from '../commands/territoire.js';
import { colorOption, internalOption, outOption, studyOption, writeOption } from '../options/options.js';
import {
  codesOption,
  columnsOption,
  defaultsOption,
  listsOption,
  outputOption,
  rejectsOption,
  replaceOption,
  sheetOption,
  sourceOption,
  tableFormatOption,
} from '../options/table-options.js';
import type { Io } from '../terminal/io.js';
import type { AddCommand } from './add-command.js';
import { examples } from './help.js';

export function addEditionCommands(command: AddCommand, io: Io, finish: (exitCode: number) => void): void {
  command('import', 'reprend une liste tenue dans un tableur (.xlsx, .ods, .csv), et montre d’abord ce qui changerait')
    .usage('<inventaire> <fichier> [options]')
    .addArgument(new Argument('<inventaire>', 'acteurs, besoins, actions, outils…'))
    .addArgument(new Argument('<fichier>', 'liste à reprendre, .xlsx, .ods ou .csv'))
    .addOption(studyOption())
    .addOption(sheetOption())
    .addOption(columnsOption())
    .addOption(defaultsOption())
    .addOption(sourceOption())
    .addOption(rejectsOption())
    .addOption(writeOption())
    .addOption(colorOption())
    .addHelpText(
      'after',
      examples(
        'atelier import acteurs contacts.xlsx',
        'atelier import acteurs contacts.csv --colonne "Intitulé=nom" Notes=- --defaut type=association',
      ),
    )
    .action(async (collection: string, file: string, options: ImportOptions) => {
      const { runImport } = await import('../commands/import.js');
      finish(await runImport(collection, file, options, io));
    });

  command('export', 'donne un inventaire en formulaire à remplir dans un tableur, que « import » reprend')
    .usage('<inventaire> [options]')
    .addArgument(new Argument('<inventaire>', 'acteurs, besoins, actions, outils…'))
    .addOption(studyOption())
    .addOption(tableFormatOption())
    .addOption(outputOption())
    .addOption(replaceOption())
    .addOption(colorOption())
    .addHelpText(
      'after',
      examples('atelier export acteurs', 'atelier export besoins --format csv --sortie besoins.csv'),
    )
    .action(async (collection: string, options: ExportOptions) => {
      const { runExport } = await import('../commands/export.js');
      finish(await runExport(collection, options, io));
    });

  command(
    'corriger',
    'corrige ce qui est certain (date, montant, mot mal accentué), et montre d’abord ce qui changerait',
  )
    .usage('[options]')
    .addOption(studyOption())
    .addOption(writeOption())
    .addOption(colorOption())
    .addHelpText('after', examples('atelier corriger', 'atelier corriger --ecrire'))
    .action(async (options: CorrigerOptions) => {
      const { runCorriger } = await import('../commands/corriger.js');
      finish(await runCorriger(options, io));
    });

  command('territoire', 'met le territoire à jour depuis les listes officielles, et montre d’abord ce qui changerait')
    .usage('[options]')
    .addOption(codesOption('--epci <siren...>', 'intercommunalités entières à ajouter, par leur SIREN'))
    .addOption(codesOption('--communes <code...>', 'communes à ajouter, par leur code Insee'))
    .addOption(codesOption('--departement <code...>', 'départements entiers à ajouter'))
    .addOption(listsOption())
    .addOption(studyOption())
    .addOption(writeOption())
    .addOption(colorOption())
    .addHelpText(
      'after',
      examples('atelier territoire --epci 200070761 200070712', 'atelier territoire --communes 63003 --ecrire'),
    )
    .action(async (options: TerritoireOptions) => {
      const { runTerritoire } = await import('../commands/territoire.js');
      finish(await runTerritoire(options, io));
    });
  command('exporter-donnees', 'remet les données de l’étude en paquet ouvert (CSV décrits, dictionnaire, bordereau)')
    .usage('[options]')
    .addOption(studyOption())
    .addOption(outOption())
    .addOption(internalOption())
    .addOption(colorOption())
    .addHelpText('after', examples('atelier exporter-donnees', 'atelier exporter-donnees --out remise'))
    .action(async (options: ExporterDonneesOptions) => {
      const { runExporterDonnees } = await import('../commands/exporter-donnees.js');
      finish(await runExporterDonnees(options, io));
    });
}
