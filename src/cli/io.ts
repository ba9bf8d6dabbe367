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
}

export interface Output {
  write(text: string): unknown;
}
