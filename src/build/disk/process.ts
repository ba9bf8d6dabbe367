/** Which process this is, among those that may write to the same disk: other processes, and other containers with process numbers of their own. */

import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { systemCode } from '../../study/files/system-code.js';

export interface Owner {
  pid: number;
  /** Machine, or container: process numbers mean something within it alone. */
  host: string;
  /** When the process started, by the kernel's clock; empty where the system does not tell. */
  start: string;
  /** Two uses of the disk by one process. */
  token: string;
}

const attempt = (read: () => string): string => {
  try {
    return read();
  } catch {
    return '';
  }
};

/** The 22nd field of /proc/PID/stat, counted after the name, which may hold spaces. */
const startOf = (pid: number): string =>
  attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '');

/** Machines of one name on a shared disk have other boots, and number their first container alike. */
const BOOT = attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'));

const HOST = createHash('sha256')
  .update(`${hostname()} ${attempt(() => readlinkSync('/proc/self/ns/pid'))} ${BOOT}`)
  .digest('hex')
  .slice(0, 12);

export const thisProcess = (): Owner => ({
  pid: process.pid,
  host: HOST,
  start: startOf(process.pid),
  token: randomBytes(6).toString('hex'),
});

const refused = (error: unknown): boolean => systemCode(error) === 'EPERM';

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return refused(error);
  }
}

/**
 * Whether a process lives; null when it is of another machine, which only time can tell. A number taken again by another process is a dead one; one
 * whose start cannot be read (the process of another user, no descriptor left) is held to live: a lock broken under its owner loses more than a wait.
 */
export function lives({ pid, host, start }: Owner, startNow: (pid: number) => string = startOf): boolean | null {
  if (host !== HOST) return null;
  if (!runs(pid)) return false;
  const now = startNow(pid);
  return start === '' || now === '' || now === start;
}

/** An owner as part of a file name, and back. */
export const nameOf = ({ host, pid, start, token }: Owner): string => `${host}-${pid}-${start}-${token}`;

export function ownerNamed(name: string): Owner | null {
  const [, host, pid, start, token] = /^([0-9a-f]{12})-(\d+)-(\d*)-([0-9a-f]{12})$/.exec(name) ?? [];
  if (host === undefined || token === undefined) return null;
  return { host, pid: Number(pid), start: start ?? '', token };
}
