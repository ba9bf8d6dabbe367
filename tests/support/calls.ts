/** How often functions of the program are called, as V8 counts it: a module that Node imports cannot be spied on. */
import { type Profiler, Session } from 'node:inspector';
import { setTimeout } from 'node:timers/promises';

/** `file`: the end of its path, without its extension; `name`: of a function of that file. */
export interface Counted {
  file: string;
  name: string;
}

/** In milliseconds: what V8 was optimising when the count began is done by then. */
const OPTIMISED = 100;

const count = (session: Session): void =>
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });

export async function callsDuring<Key extends string>(
  counted: Readonly<Record<Key, Counted>>,
  run: () => void,
): Promise<Record<Key, number>> {
  const session = new Session();
  session.connect();
  let scripts: Profiler.ScriptCoverage[] = [];
  try {
    session.post('Profiler.enable');
    // Code that is optimised counts nothing. A count throws it away and has no more made, but what was being made elsewhere arrives after it: counted again.
    count(session);
    await setTimeout(OPTIMISED);
    session.post('Profiler.stopPreciseCoverage');
    count(session);
    run();
    session.post('Profiler.takePreciseCoverage', (error, { result }) => {
      if (error) throw error;
      scripts = result;
    });
    session.post('Profiler.stopPreciseCoverage');
  } finally {
    session.disconnect();
  }
  const calls = ({ file, name }: Counted): number =>
    scripts
      .filter(({ url }) => url.replace(/\.[jt]s$/, '').endsWith(file))
      .flatMap(({ functions }) => functions.filter(({ functionName }) => functionName === name))
      .reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
  const entries = Object.entries(counted) as [Key, Counted][];
  return Object.fromEntries(entries.map(([key, one]) => [key, calls(one)])) as Record<Key, number>;
}
