/** The command line in this process, through its one entry: what it prints, and its exit code. */
import { main } from '../../src/cli/main.js';

export interface Said {
  code: number;
  stdout: string;
  stderr: string;
}

export async function runIn(cwd: string, ...args: string[]): Promise<Said> {
  let [stdout, stderr] = ['', ''];
  const code = await main(args, {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
    env: { NO_COLOR: '1' },
    cwd,
    isTTY: false,
  } as unknown as Parameters<typeof main>[1]);
  return { code, stdout, stderr };
}
