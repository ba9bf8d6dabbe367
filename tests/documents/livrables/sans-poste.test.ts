/** A scenario that creates no post and buys all of its work, and scenarios that count no request: nothing is said of what there is not. */
import { expect, it } from 'vitest';
import { scenarios } from '../../../src/documents/livrables/scenarios.js';
import { loadTheme } from '../../../src/render/theme.js';
import type { Study } from '../../../src/study/study.js';
import { etudeVive, templatesDuProgramme } from '../../support/composed.js';
import { textOf } from '../tree-text.js';

const templates = await templatesDuProgramme();
const { charts: theme } = await loadTheme();
const study = await etudeVive('modeles/exemple');
type Scenario = Study['scenarios'][number];
const says = (change: (one: Scenario) => Partial<Scenario>, tables = false): string => {
  const changed = { ...study, scenarios: study.scenarios.map((one) => ({ ...one, ...change(one) })) };
  const { produced } = scenarios.compose({ study: changed, theme, templates, options: {} });
  const [first] = produced;
  if (!first) throw new Error('a comparison expected');
  return (tables ? JSON.stringify(first.tree) : textOf(first.tree)).replace(/[\u00a0\u202f]/g, ' ');
};

it('says that there is no post, and whose days are asked', () => {
  const text = says(({ moyens, modalites }) => ({
    moyens: { ...moyens, humains: [] },
    modalites: modalites.map((line) => ({ ...line, part_partenaires: 1 })),
  }));
  expect(text).toContain('en rythme de croisière, sans poste ;');
  expect(text).toMatch(
    /Les modalités ne demandent aucun jour au porteur, qui n’a pas de poste, et \d+ par an aux partenaires/,
  );
  expect(text).not.toMatch(/qui en a 0\b/);
  expect(text).toMatch(/La charge ne compte pas \d+ jours? par an [^.]*, et le porteur n’a pas de poste\./);
});

it('counts no request where no modality is one', () => {
  const none = ({ modalites }: Scenario): Partial<Scenario> => ({
    modalites: modalites.map(({ demande_accompagnee: _, ...line }) => ({ ...line, service_rendu: true })),
  });
  expect(says(none)).toMatch(/services rendus par an, en rythme de croisière/);
  expect(says(none)).not.toMatch(/demandes? reçues?/i);
  const column = 'Demandes par an, pour 1 000 habitants';
  expect(says(() => ({}), true)).toContain(column);
  expect(says(none, true)).not.toContain(column);
});
