import { CommanderError } from 'commander';
import { failureText, usageSentence } from './errors.js';
import { EXIT } from './exit-codes.js';
import { guarded } from './guarded.js';
import type { Io } from './io.js';
import { createProgram } from './program.js';

/** Runs one command line (without `node` and the script's name) and answers its exit code. Never exits, never throws. */
export async function main(argv: readonly string[], outside: Io): Promise<number> {
  const io: Io = {
    ...outside,
    stdout: guarded(outside.stdout),
    stderr: guarded(outside.stderr),
    annotations: outside.stdout,
  };
  let exitCode: number = EXIT.ok;
  try {
    const program = createProgram(io, (code) => {
      exitCode = code;
    });
    if (argv.length === 0) {
      io.stderr.write(program.helpInformation());
      return EXIT.usage;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.ok;
      io.stderr.write(`${usageSentence(error)}\nPour l'aide : atelier --help, ou atelier <commande> --help.\n`);
      return EXIT.usage;
    }
    io.stderr.write(failureText(error, Boolean(io.env.ATELIER_DEBUG)));
    return EXIT.failure;
  }
}
