#!/usr/bin/env node
// Checks the Node version before anything else is imported, so that an old Node gets a sentence and not a stack.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `atelier demande Node 20.19 ou plus récent ; cette machine a Node ${process.versions.node}. Installez-le depuis https://nodejs.org.\n`,
  );
  process.exitCode = 2;
} else {
  // A reader that closes the pipe early (`atelier check | head`) is no fault of the program: the command goes on, and its exit code stays its own.
  let lost = false;
  const onError = (error) => {
    if (error.code === 'EPIPE' || lost) return;
    lost = true;
    process.stderr.write(`Le compte rendu n'a pas pu être écrit (${error.code ?? error.message}).\n`);
  };
  process.stdout.on('error', onError);
  process.stderr.on('error', onError);
  process.on('exit', () => {
    if (lost) process.exitCode ||= 1;
  });
  const here = () => {
    try {
      return process.cwd();
    } catch {
      return null;
    }
  };
  const cwd = here();
  if (cwd === null) {
    process.stderr.write("Le dossier courant n'existe plus. Allez dans un autre dossier, puis relancez la commande.\n");
    process.exitCode = 2;
  } else {
    const run = async () => {
      const { load } = require('../dist/launch/load.js');
      const { main } = load(require.resolve('../dist/cli/main.js'));
      process.exitCode = await main(process.argv.slice(2), {
        stdout: process.stdout,
        stderr: process.stderr,
        env: process.env,
        cwd,
        isTTY: Boolean(process.stdout.isTTY),
        ...(process.stdin.isTTY && process.stdout.isTTY
          ? { terminal: { input: process.stdin, output: process.stdout } }
          : {}),
      });
    };
    run().catch((error) => {
      // What `main` tells is told; what reaches here is a part of the program that could not be loaded.
      const code = String(error?.code ?? error?.message ?? error);
      // Some versions of Node tell it of a package.json that they could not open, in their own words alone.
      const tooMany = /^E[MN]FILE$/.test(code) || /too many open files|E[MN]FILE/.test(String(error?.message));
      process.stderr.write(
        tooMany
          ? "atelier n'a pas pu se charger : trop de fichiers sont ouverts. Fermez d'autres programmes, ou élevez la limite (« ulimit -n 1024 »), puis relancez la commande.\n"
          : `atelier n'est pas installé en entier : une partie du programme ne se charge pas (${code}). Dans le dossier du programme, lancez « npm ci », puis relancez la commande.\n`,
      );
      process.exitCode = 1;
    });
  }
}
