/** What is already built is not built again before the tests, and what a change reaches is. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isBuilt, markBuilt } from '../../scripts/built.js';
import { temporaryFolder } from '../support/temporary.js';

it('a build stands for the sources and the packages that it read, and for the files that it wrote', async () => {
  const root = await temporaryFolder();
  const files = ['src/un', 'templates/a.hbs', 'node_modules/.package-lock.json', 'package.json', 'dist/cli/main.js'];
  for (const file of files) {
    await mkdir(join(root, file, '..'), { recursive: true });
    await writeFile(join(root, file), file);
  }
  expect(isBuilt(root)).toBe(false);
  markBuilt(root);
  expect(isBuilt(root)).toBe(true);
  for (const file of [...files, 'src/deux', 'dist/left.js']) {
    await writeFile(join(root, file), 'changed');
    expect(isBuilt(root), file).toBe(false);
    markBuilt(root);
    expect(isBuilt(root), file).toBe(true);
  }
  await rm(join(root, 'src/deux'));
  expect(isBuilt(root)).toBe(false);
  markBuilt(root);
  await rm(join(root, 'dist'), { recursive: true });
  expect(isBuilt(root)).toBe(false);
});
