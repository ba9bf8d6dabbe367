/** Writes docs/reference.md; a test fails when it is stale. */
import { writeFile } from 'node:fs/promises';
import { texteDeReference } from './reference/texte.js';

await writeFile(new URL('../docs/reference.md', import.meta.url), await texteDeReference());
