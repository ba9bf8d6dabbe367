/** The command line in this process, through its one entry: what it prints, and its exit code. */

import { main } from '../../src/cli/main.js';
import type { Terminal } from '../../src/cli/terminal/io.js';

export interface Said {
  code: number;
  stdout: string;
  stderr: string;
}

export const runIn = (cwd: string, ...args: string[]): Promise<Said> => runAt(cwd, args);

/** The same, with a terminal where questions may be asked, or variables of the environment. */
export async function runAt(
  cwd: string,
  args: readonly string[],
  { terminal, env }: { terminal?: Terminal | undefined; env?: Readonly<Record<string, string>> } = {},
): Promise<Said> {
  let [stdout, stderr] = ['', ''];
  const code = await main(args, {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
    env: { NO_COLOR: '1', ...env },
    cwd,
    isTTY: false,
    ...(terminal ? { terminal } : {}),
  } as unknown as Parameters<typeof main>[1]);
  return { code, stdout, stderr };
}
