/** How often functions of the program are called, as V8 counts it: a module that Node imports cannot be spied on. */
import { type Profiler, Session } from 'node:inspector';

/** `file`: the end of its path, without its extension; `name`: of a function of that file. */
export interface Counted {
  file: string;
  name: string;
}

export function callsDuring<Key extends string>(
  counted: Readonly<Record<Key, Counted>>,
  run: () => void,
): Record<Key, number> {
  const session = new Session();
  session.connect();
  let scripts: Profiler.ScriptCoverage[] = [];
  try {
    session.post('Profiler.enable');
    session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    run();
    session.post('Profiler.takePreciseCoverage', (error, { result }) => {
      if (error) throw error;
      scripts = result;
    });
    session.post('Profiler.stopPreciseCoverage');
  } finally {
    session.disconnect();
  }
  const count = ({ file, name }: Counted): number =>
    scripts
      .filter(({ url }) => url.replace(/\.[jt]s$/, '').endsWith(file))
      .flatMap(({ functions }) => functions.filter(({ functionName }) => functionName === name))
      .reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
  const entries = Object.entries(counted) as [Key, Counted][];
  return Object.fromEntries(entries.map(([key, one]) => [key, count(one)])) as Record<Key, number>;
}
