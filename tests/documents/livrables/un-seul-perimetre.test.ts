/** A study of one perimeter offers no choice between perimeters, and one inter-municipal body has no total. */
import { expect, it } from 'vitest';
import { diagnostic } from '../../../src/documents/livrables/diagnostic.js';
import { scenarios } from '../../../src/documents/livrables/scenarios.js';
import { loadTheme } from '../../../src/render/theme.js';
import type { Study } from '../../../src/study/study.js';
import { etudeVive, templatesDuProgramme } from '../../support/composed.js';
import { textOf } from '../tree-text.js';

const templates = await templatesDuProgramme();
const { charts: theme } = await loadTheme();
const several = await etudeVive('modeles/exemple');
const one: Study = {
  ...several,
  territoire: {
    ...several.territoire,
    perimetres: (several.territoire.perimetres ?? []).filter(({ id }) => id === 'val'),
  },
  scenarios: several.scenarios.filter(({ perimetre }) => perimetre === 'val'),
};
const page = (of: typeof diagnostic, study: Study): string => {
  const [first] = of.compose({ study, theme, templates, options: {} }).produced;
  if (!first) throw new Error('a document expected');
  return textOf(first.tree).replace(/\s/g, ' ');
};

it('says of one perimeter that it is the only one', () => {
  expect(page(diagnostic, one)).toContain('Un seul périmètre est à l’étude.');
  expect(page(diagnostic, one)).not.toMatch(/il ne tranche pas|Les périmètres à l’étude|Ensemble des communes/);
  expect(page(diagnostic, several)).toContain('il ne tranche pas');
  expect(page(scenarios, one)).toContain('Aucun autre périmètre n’est décrit');
  expect(page(scenarios, one)).not.toMatch(/ne départagent pas les périmètres|ses moyens donnent ailleurs/);
  expect(page(scenarios, several)).toContain('ne départagent pas les périmètres');
});
