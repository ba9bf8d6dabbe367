import type { Io } from './io.js';

/** The few styles that the terminal uses. Colour says nothing that the words don't. */
export interface Paint {
  strong(text: string): string;
  faint(text: string): string;
  error(text: string): string;
  warning(text: string): string;
  place(text: string): string;
}

const same = (text: string): string => text;

export const PLAIN: Paint = { strong: same, faint: same, error: same, warning: same, place: same };

/** Whether the option, the environment and the terminal allow colours. */
export function colourWanted(asked: boolean, io: Io): boolean {
  if (!asked || io.env.NO_COLOR) return false;
  if (io.env.FORCE_COLOR !== undefined) return io.env.FORCE_COLOR !== '0';
  return io.isTTY && io.env.TERM !== 'dumb';
}

/** Colours where the terminal, the environment and the options allow them; chalk is loaded only then. */
export async function choosePaint(asked: boolean, io: Io): Promise<Paint> {
  if (!colourWanted(asked, io)) return PLAIN;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    strong: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
    error: (text) => chalk.red.bold(text),
    warning: (text) => chalk.yellow.bold(text),
    place: (text) => chalk.cyan(text),
  };
}
