import { isAbsolute, join, parse, relative, resolve } from 'node:path';
import { type Command, CommanderError } from 'commander';
import { enMot, memeNom, surLeDisque } from '../study/files/named-file.js';
import { failureText, isLoadingFault, usageSentence } from './program/errors.js';
import { createProgram } from './program/program.js';
import { commandeVoulue } from './program/synonymes.js';
import { colourWanted } from './terminal/colour.js';
import { EXIT } from './terminal/exit-codes.js';
import { guarded } from './terminal/guarded.js';
import type { Io } from './terminal/io.js';

/** The line that was meant, when only the place of what was typed is wrong: an option before its command or with one dash, the folder of the study without its option. */
function reecrite(argv: readonly string[], program: Command): string | null {
  const byName = new Map(program.commands.map((one) => [one.name(), one]));
  const rank = argv.findIndex((word) => byName.has(word));
  const command = byName.get(argv[rank] ?? '');
  if (!command) return null;
  const [before, after] = [argv.slice(0, rank), argv.slice(rank + 1)];
  const takes = (word: string): boolean =>
    command.options.some(({ short, long }) => word === short || word.split('=')[0] === long);
  if (before.length > 0)
    return takes(before[0] ?? '') ? ['atelier', command.name(), ...[...before, ...after].map(enMot)].join(' ') : null;
  const dashed = after.map((word) => (/^-[a-z]{2}/.test(word) && takes(`-${word}`) ? `-${word}` : word));
  if (dashed.some((word, i) => word !== after[i])) return ['atelier', command.name(), ...dashed.map(enMot)].join(' ');
  const [folder] = after;
  return after.length === 1 &&
    folder &&
    !folder.startsWith('-') &&
    command.registeredArguments.length === 0 &&
    takes('--etude')
    ? `atelier ${command.name()} -C ${enMot(folder)}`
    : null;
}

/** The help of the command that was typed; of all of them when there is none. */
function aideDe([first = '']: readonly string[], program: Command): string {
  const known = program.commands.some((one) => one.name() === first);
  return known ? `atelier ${first} --help` : 'atelier --help, ou atelier <commande> --help';
}

/** What was typed in the place of a command, when it is none. */
function inconnue([first = '']: readonly string[], program: Command): string | null {
  const known = first === '' || first.startsWith('-') || program.commands.some((one) => one.name() === first);
  return known ? null : first;
}

/** Asked of a command that does not exist, the help would be that of the program, without a word of it. */
const aideDInconnue = (argv: readonly string[], program: Command): boolean =>
  inconnue(argv, program) !== null && argv.some((word) => word === '-h' || word === '--help');

/** A word that names a file or a folder, as the disk writes its accents; any other as it is. */
async function nameOnDisk(word: string, cwd: string): Promise<string> {
  if (/^[\0-\x7f]*$/.test(word)) return word;
  const [, option = '', name = ''] = /^(--[a-z-]+=)?(.*)$/s.exec(word) ?? [];
  const path = resolve(cwd, name);
  const { root } = parse(path);
  const found = await surLeDisque(root, relative(root, path).replaceAll('\\', '/'));
  const real = join(root, found);
  return memeNom(real, path) && real !== path ? option + (isAbsolute(name) ? real : relative(cwd, real)) : word;
}

/** Runs one command line (without `node` and the script's name) and answers its exit code. Never exits, never throws. */
export async function main(typed: readonly string[], outside: Io): Promise<number> {
  const styled = outside.isTTY || colourWanted(true, outside);
  const words = [outside.cwd, ...typed];
  const io: Io = {
    ...outside,
    stdout: guarded(outside.stdout, styled, words),
    stderr: guarded(outside.stderr, styled, words),
    annotations: outside.stdout,
  };
  let exitCode: number = EXIT.ok;
  const argv = await Promise.all(typed.map((word) => nameOnDisk(word, io.cwd)));
  const program = createProgram(io, (code) => {
    exitCode = code;
  });
  try {
    if (argv.length === 0) {
      io.stderr.write(program.helpInformation());
      return EXIT.usage;
    }
    await program.parseAsync(aideDInconnue(argv, program) ? argv.slice(0, 1) : [...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.ok;
      const command = commandeVoulue(
        inconnue(argv, program) ?? '',
        argv.slice(1),
        program.commands.map((one) => one.name()),
      );
      const meant = command ?? reecrite(argv, program);
      const help = meant === null ? `Pour l'aide : ${aideDe(argv, program)}.` : `Vouliez-vous dire « ${meant} » ?`;
      const sentence = usageSentence(error);
      // What a word means is a better guess than what it looks like.
      io.stderr.write(`${command === null ? sentence : sentence.replace(/ Vouliez-vous dire .*$/, '')}\n${help}\n`);
      return EXIT.usage;
    }
    // Told where the program is loaded: what would tell it here may not be there either.
    if (isLoadingFault(error)) throw error;
    const { WriteError } = await import('../build/disk/write-error.js');
    // The disk refused: no fault of the program.
    if (error instanceof WriteError) io.stderr.write(`${error.message}\n`);
    else io.stderr.write(failureText(error, Boolean(io.env.ATELIER_DEBUG)));
    return EXIT.failure;
  }
}
