#!/usr/bin/env node
// Checks the Node version before anything else is imported, so that an old Node gets a sentence and not a stack.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `atelier demande Node 20.19 ou plus récent ; cette machine a Node ${process.versions.node}. Installez-le depuis https://nodejs.org.\n`,
  );
  process.exitCode = 2;
} else {
  // A reader that closes the pipe early (`atelier check | head`) is no fault of the program.
  process.stdout.on('error', (error) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const { main } = await import('../dist/cli/main.js');
  process.exitCode = await main(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    isTTY: Boolean(process.stdout.isTTY),
  });
}
