/** The load of a scenario leaves out the days of tools that serve no modality: the document says which, beside the days. */
import { expect, it } from 'vitest';
import { joursLibres } from '../../../src/documents/livrables/scenario-view.js';
import { scenarios } from '../../../src/documents/livrables/scenarios.js';
import { loadTheme } from '../../../src/render/theme.js';
import type { Study } from '../../../src/study/study.js';
import { etudeVive, templatesDuProgramme } from '../../support/composed.js';
import { textOf } from '../tree-text.js';

const templates = await templatesDuProgramme();
const { charts: theme } = await loadTheme();
const study = await etudeVive('modeles/exemple');
const says = (change: Partial<Study> = {}): string => {
  const { produced } = scenarios.compose({ study: { ...study, ...change }, theme, templates, options: {} });
  const [first] = produced;
  if (!first) throw new Error('a comparison expected');
  return textOf(first.tree).replace(/[\u00a0\u202f]/g, ' ');
};
const told = /La charge ne compte pas [^.]*\./g;
const first = (text: string): string[] => text.match(told) ?? [];

it('names the tools, their days and what the bearer’s staff keeps for them', () => {
  expect(first(says())[0]).toBe(
    'La charge ne compte pas 5 jours par an que demande « Flotte de vélos » en plus des modalités ; une fois celles-ci servies, l’équipe du porteur en garde 24.',
  );
  const full = study.scenarios.map((one) => ({
    ...one,
    moyens: { ...one.moyens, humains: one.moyens.humains.map((poste) => ({ ...poste, etp: 0.01 })) },
  }));
  expect(first(says({ scenarios: full }))[0]).toContain('il n’en reste aucun à l’équipe du porteur.');
});

it('says nothing when no tool asks days, or when a modality has them', () => {
  expect(first(says({ outils: study.outils.map(({ cout: _, ...one }) => one) }))).toEqual([]);
  const served = study.scenarios.map(({ outils = [], ...one }) => {
    const modalite = one.modalites[0]?.id;
    return { ...one, outils: outils.map((tool) => ({ ...tool, ...(modalite ? { modalite } : {}) })) };
  });
  expect(first(says({ scenarios: served }))).toEqual([]);
});

it('gives the difference of the days that it writes, which a reader finds again', () => {
  const year = {
    joursPorteur: 379.3,
    joursPartenaires: 0,
    capacitePorteur: 463.56,
    capacitePartenaires: 0,
    demandes: 0,
  };
  const charge = { ...year, taux: 0.82, annee: 1, demandesCroisiere: 0, annees: [year] };
  expect(joursLibres(charge)).toBe(464 - 379);
  // The fewest days may be of another year than those written.
  expect(joursLibres({ ...charge, annees: [year, { ...year, capacitePorteur: 400 }] })).toBe(21);
});
