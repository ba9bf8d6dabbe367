/** Templates compiled with the program fill as the compiler fills them, and a template of another text is compiled. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { restrict } from '../../src/build/fingerprint.js';
import { specificationOf } from '../../src/documents/precompiled.js';
import { DELIVERABLES, loadDeliverable } from '../../src/documents/registry.js';
import type { Templates } from '../../src/documents/template.js';
import { PACKAGE_TEMPLATES, readTemplates } from '../../src/documents/template-files.js';
import { loadTheme } from '../../src/render/theme.js';
import { etudeDe } from '../support/composed.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const templates = await readTemplates(join(root, 'nulle-part'), root);

it('knows every template of the program by its text, and no other', () => {
  const unknown = [...templates].filter(([, { text }]) => specificationOf(text) === null).map(([name]) => name);
  expect(templates.size, PACKAGE_TEMPLATES).toBeGreaterThan(30);
  expect(unknown).toEqual([]);
  for (const { text } of templates.values()) expect(specificationOf(`${text} `)).toBeNull();
});

it('composes the same documents as the compiler', async () => {
  const study = await etudeDe('modeles/exemple');
  const theme = (await loadTheme()).charts;
  // One template of another text is enough for all to be compiled.
  const other: Templates = new Map([...templates, ['encart', { fichier: 'encart.md.hbs', text: 'x' }]]);
  let composed = 0;
  for (const name of DELIVERABLES) {
    const module = await loadDeliverable(name);
    const read = restrict(study, module.reads);
    if (module.lack(read, {})) continue;
    const [ready, compiled] = [templates, other].map((own) =>
      module.compose({ study: read, theme, templates: own, options: {} }),
    );
    expect(ready?.diagnostics).toEqual([]);
    expect(compiled).toEqual(ready);
    composed++;
  }
  expect(composed).toBeGreaterThan(3);
});
