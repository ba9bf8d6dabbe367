/** The first page of the evaluation: what is asked of who decides, and what it would cost. */
import { expect, it } from 'vitest';
import type { Suite } from '../../../src/analysis/projets/suites.js';
import { bilan } from '../../../src/documents/livrables/bilan.js';
import { loadTheme } from '../../../src/render/theme.js';
import type { Study } from '../../../src/study/study.js';
import { etudeVive, templatesDuProgramme } from '../../support/composed.js';
import { textOf } from '../tree-text.js';

type Ligne = NonNullable<Suite['financement']>[number];

const templates = await templatesDuProgramme();
const { charts: theme } = await loadTheme();
const study = await etudeVive('data');
const says = (change: Partial<Study> = {}): string => {
  const { produced } = bilan.compose({ study: { ...study, ...change }, theme, templates, options: {} });
  const [first] = produced;
  if (!first) throw new Error('an evaluation expected');
  return textOf(first.tree).replace(/[\u00a0\u202f]/g, ' ');
};

it('tells what the way on that it proposes would cost, and the money of the year', () => {
  const page = says();
  expect(page).toContain(
    'L’évaluateur propose de le continuer, pour 98 000 € (90 000 à 106 000) par an, dont rien n’est acquis ; 5 000 € de recommandations s’y ajoutent.',
  );
  // What the proposed one asks, and what the others cost: a choice that a summary must hold.
  expect(page).toContain('À ces conditions : aide versée ou avance votée');
  expect(page).toContain(
    'Étendre coûterait 158 000 € (140 000 à 176 000) par an, sans plan de financement ; arrêter, 12 000 €, une fois, sans plan de financement.',
  );
  expect(page).toMatch(
    /Budget du dispositif : 93 190 € dépensés pour 97 915 € prévus ; 48 690 € n’étaient pas encore reçus/,
  );
  const { evaluation } = study;
  if (!evaluation) throw new Error('a frame of the evaluation expected');
  const plan = (change: (line: Ligne) => Ligne): string =>
    says({
      evaluation: {
        ...evaluation,
        suites: (evaluation.suites ?? []).map(({ financement = [], ...suite }) => ({
          ...suite,
          financement: financement.map(change),
        })),
      },
    });
  const voted = (line: Ligne): Ligne => (line.statut === 'a-voter' ? { ...line, statut: 'acquis' } : line);
  expect(plan(voted)).toContain('106 000) par an, dont 32 500 € acquis ; 5 000 € de recommandations s’y ajoutent.');
  expect(plan(({ statut: _, ...line }) => line)).toContain('106 000) par an ; 5 000 € de recommandations');
  const suites = (evaluation.suites ?? []).map(({ cout: _, ...suite }) => suite);
  expect(says({ evaluation: { ...evaluation, suites } })).toContain('L’évaluateur propose de le continuer.');
});

it('counts the recommendations that answer a finding, and no other', () => {
  const { evaluation } = study;
  if (!evaluation) throw new Error('a frame of the evaluation expected');
  const [first, ...others] = evaluation.recommandations ?? [];
  if (!first) throw new Error('recommendations expected');
  const alone = [first, ...others.map(({ constats: _, ...one }) => one)];
  expect(says({ evaluation: { ...evaluation, recommandations: alone } })).toContain(
    'une réponse, et une recommandation répond à',
  );
});
