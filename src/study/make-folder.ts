/** A folder to write in. */
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** Whether the folder is there in the end: another command may have made it meanwhile. */
async function made(path: string): Promise<'made' | 'no parent'> {
  try {
    await mkdir(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'no parent';
    // A root, a mount that is read only or a folder that stands already answer otherwise from one system to another.
    if (!(await stat(path).catch(() => null))?.isDirectory()) throw error;
  }
  return 'made';
}

/**
 * Makes a folder and those above it that are missing. Node's own way (`recursive`) never ends where a folder stands that takes none, as `/proc` does (seen
 * with Node 20), and tells a full disk as a folder that is missing (nodejs/node#42808): each folder is asked for twice at most here. Throws what the
 * system answers.
 */
export async function makeFolder(path: string): Promise<void> {
  if ((await made(path)) === 'made') return;
  const parent = dirname(path);
  if (parent !== path) await makeFolder(parent);
  await mkdir(path).catch(async (error: unknown) => {
    if (!(await stat(path).catch(() => null))?.isDirectory()) throw error;
  });
}
