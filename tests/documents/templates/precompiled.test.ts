/** Templates compiled with the program fill as the compiler fills them, and a template of another text is compiled. */
import { expect, it } from 'vitest';
import { DELIVERABLES, loadDeliverable } from '../../../src/documents/registry.js';
import type { Templates } from '../../../src/documents/template.js';
import { specificationOf } from '../../../src/documents/templates/precompiled.js';
import { PACKAGE_TEMPLATES } from '../../../src/documents/templates/template-files.js';
import { loadTheme } from '../../../src/render/theme.js';
import { composee, etudeVive, templatesDuProgramme } from '../../support/composed.js';

const templates = await templatesDuProgramme();

it('knows every template of the program by its text, and no other', () => {
  const unknown = [...templates].filter(([, { text }]) => specificationOf(text) === null).map(([name]) => name);
  expect(templates.size, PACKAGE_TEMPLATES).toBeGreaterThan(30);
  expect(unknown).toEqual([]);
  for (const { text } of templates.values()) expect(specificationOf(`${text} `)).toBeNull();
});

it('composes the same documents as the compiler', async () => {
  const study = await etudeVive('modeles/exemple');
  const theme = (await loadTheme()).charts;
  // One template of another text is enough for all to be compiled.
  const other: Templates = new Map([...templates, ['encart', { fichier: 'encart.md.hbs', text: 'x' }]]);
  let composed = 0;
  for (const name of DELIVERABLES) {
    const ready = await composee('modeles/exemple', name);
    if (!ready) continue;
    expect(ready.diagnostics).toEqual([]);
    const { compose } = await loadDeliverable(name);
    expect(compose({ study, theme, templates: other, options: {} })).toEqual(ready);
    composed++;
  }
  expect(composed).toBeGreaterThan(3);
});
