import type { Readable, Writable } from 'node:stream';

/** All that a command may touch of the outside world, so that a test can stand in for the terminal. */
export interface Io {
  stdout: Output;
  stderr: Output;
  /** Where annotations for an automation go, as they are; standard output in `main`. */
  annotations?: Output;
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  /** Whether standard output is a terminal. */
  isTTY: boolean;
  /** Where questions are asked, when both the input and the output are a terminal. */
  terminal?: Terminal;
}

export interface Terminal {
  input: Readable;
  output: Writable;
}

export interface Output {
  write(text: string): unknown;
}
