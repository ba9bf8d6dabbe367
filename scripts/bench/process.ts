/** Processes timed from outside, as their user waits for them. */
import { spawn } from 'node:child_process';

export interface Run {
  seconds: number;
  /** Of the processor, all threads. */
  processor: number;
  megabytes: number;
}

/** What a process gives as its standard output, and what the kernel tells of it. Rejects when it ends in error. */
function timed(
  command: string,
  args: readonly string[],
  { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<{ seconds: number; usage: string }> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
    let usage = '';
    let errors = '';
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      usage += chunk.toString();
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve({ seconds: (performance.now() - start) / 1000, usage });
      else reject(new Error(`${args.join(' ')} : code ${code}\n${errors}`));
    });
  });
}

const PRELOAD = `data:text/javascript,${encodeURIComponent(`import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,JSON.stringify(process.resourceUsage())))`)}`;

/** One `node`; its processor time and its peak resident memory are what the kernel tells it at its end. */
export async function runNode(args: readonly string[], cwd: string, env = process.env): Promise<Run> {
  const { seconds, usage } = await timed(process.execPath, ['--import', PRELOAD, ...args], { cwd, env });
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(usage) as NodeJS.ResourceUsage;
  return { seconds, processor: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 };
}

/** One script of Python, that writes `{ processor, megabytes }` to descriptor 3 at its end. */
export async function runPython(python: string, args: readonly string[], cwd: string): Promise<Run> {
  const { seconds, usage } = await timed(python, args, { cwd, env: process.env });
  return { seconds, ...(JSON.parse(usage) as Omit<Run, 'seconds'>) };
}

/** Middle of so many runs, one after the other, and the most memory of any. */
export async function median(runs: number, one: (i: number) => Promise<Run>): Promise<Run> {
  const all: Run[] = [];
  for (let i = 0; i < runs; i += 1) all.push(await one(i));
  const middle = <K extends keyof Run>(key: K): number =>
    all.map((run) => run[key]).sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
  return {
    seconds: middle('seconds'),
    processor: middle('processor'),
    megabytes: Math.max(...all.map(({ megabytes }) => megabytes)),
  };
}
