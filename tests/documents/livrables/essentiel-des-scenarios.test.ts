/** The summary of the scenarios answers the first two questions of its phase too: for whom and for what first, and on which territory. */
import { expect, it } from 'vitest';
import { scenarios } from '../../../src/documents/livrables/scenarios.js';
import { loadTheme } from '../../../src/render/theme.js';
import type { Study } from '../../../src/study/study.js';
import { etudeVive, templatesDuProgramme } from '../../support/composed.js';
import { textOf } from '../tree-text.js';

const templates = await templatesDuProgramme();
const { charts: theme } = await loadTheme();
const study = await etudeVive('modeles/exemple');
const summary = (change: Partial<Study> = {}): string => {
  const [first] = scenarios.compose({ study: { ...study, ...change }, theme, templates, options: {} }).produced;
  if (!first) throw new Error('a comparison expected');
  const [chapeau = ''] = /sont comparés.*/.exec(textOf(first.tree)) ?? [];
  return chapeau.replace(/[\u00a0\u202f]/g, ' ');
};

it('names the domains and the publics that come first, and the territory that is proposed', () => {
  expect(summary()).toMatch(/Domaines? prioritaires?, pour un public au moins : .+ ; publics? : .+\./);
  expect(summary()).toContain(`Territoire proposé : « `);
});

it('names none where no pair reaches the points that it asks for', () => {
  const { priorites } = study;
  if (!priorites) throw new Error('priorities expected');
  const seuils = { prioritaire: 100, secondaire: 90 };
  expect(summary({ priorites: { ...priorites, seuils } })).not.toContain('prioritaire');
});

it('says that they are compared with doing nothing too, where the contract counts it among them', () => {
  const { contrat, criteres } = study;
  const asked = contrat?.exigences.find(({ regle }) => regle === 'nombre-scenarios');
  if (!contrat || !criteres || !asked) throw new Error('a number of scenarios expected');
  const decrit = { ...criteres, statu_quo: { resume: 'Rien ne change.' } };
  const compte = (statu_quo: boolean) => ({ ...contrat, exigences: [{ ...asked, statu_quo }] });
  expect(summary({ criteres: decrit, contrat: compte(true) })).toMatch(
    /^sont comparés entre eux et à celui de ne rien faire, au /,
  );
  expect(summary({ criteres: decrit, contrat: compte(false) })).toMatch(/^sont comparés, au /);
});
