/** What the diagnostic says is what its sheets show: no « il manque » of nothing, no « que » of all, no first among equals, no document that no sheet cites. */
import { expect, it } from 'vitest';
import { diagnostic } from '../../../src/documents/livrables/diagnostic.js';
import { loadTheme } from '../../../src/render/theme.js';
import type { Study } from '../../../src/study/study.js';
import { etudeVive, templatesDuProgramme } from '../../support/composed.js';
import { textOf } from '../tree-text.js';

const templates = await templatesDuProgramme();
const { charts: theme } = await loadTheme();
const study = await etudeVive('modeles/exemple');
const says = (change: Partial<Study>): string => {
  const { produced } = diagnostic.compose({ study: { ...study, ...change }, theme, templates, options: {} });
  const [first] = produced;
  if (!first) throw new Error('a diagnostic expected');
  return textOf(first.tree).replace(/[\u00a0\u202f]/g, ' ');
};
const sure = { fiabilite: 'declaratif' } as const;
const [besoin] = study.besoins;
const [action] = study.actions;
if (!besoin || !action) throw new Error('an example expected');

it('says nothing of what a domain lacks when its needs lack nothing', () => {
  const actions = study.actions.map((one) => ({ ...one, ...sure }));
  const outils = study.outils.map((one) => ({
    ...one,
    domaines: ['velo', 'covoiturage'],
    fonctions: ['informer', 'preter'],
  }));
  const text = says({ actions, outils, besoins: [{ ...besoin, domaines: ['velo'], fonctions: ['preter'] }] });
  expect(text).toContain('son seul besoin est couvert');
  expect(text).not.toMatch(/il manque\s*\./);
});

it('says of the costs of actions whether all are known', () => {
  const actions = (...costs: (number | undefined)[]) =>
    costs.map((cout, i) => ({ ...action, ...sure, id: `a${i}`, ...(cout === undefined ? {} : { cout }) }));
  expect(says({ actions: actions(1000, 2000) })).toContain('Leur coût est connu : 3 000 € en tout.');
  expect(says({ actions: actions(1000) })).toContain('Son coût est connu : 1 000 €.');
  expect(says({ actions: actions(1000, undefined) })).toContain('Leur coût n’est connu que pour 1 (1 000 €).');
});

it('calls a function the most awaited where more needs call for it than for any other', () => {
  const needs = (...fonctions: string[][]) =>
    fonctions.map((list, i) => ({ ...besoin, id: `b${i}`, fonctions: list, importance: 5 - i }));
  expect(says({ besoins: needs(['preter'], ['preter'], ['informer']) })).toContain('La fonction la plus attendue est');
  const tie = says({ besoins: needs(['preter'], ['informer']) });
  expect(tie).not.toContain('La fonction la plus attendue est');
  expect(tie).toMatch(/Par leur poids, les besoins appellent d’abord .* : un besoin sur deux l’appelle/);
});

it('says that experiences are known by documents where their sheets cite one', () => {
  const known = (...sources: string[][]) =>
    says({
      experiences: sources.flatMap((list, i) =>
        study.experiences.map((one) => ({ ...one, id: `e${i}`, sources: list })),
      ),
    });
  expect(known(['a'])).toContain('Cette expérience est connue par les documents que sa fiche cite.');
  expect(known([])).toContain('Cette expérience est connue par sa seule fiche, qui ne cite aucun document.');
  expect(known([], [])).toContain('par leurs seules fiches, qui ne citent aucun document.');
  expect(known(['a'], [])).toContain('par les documents que leurs fiches citent ; une fiche n’en cite aucun.');
});

it('says that the mobilisation is to be made where half of the actors at least have no contact', () => {
  const with_ = (...levels: ('pressenti' | 'engage')[]) =>
    says({
      acteurs: levels.map((engagement, i) => ({
        ...(study.acteurs[0] as Study['acteurs'][number]),
        id: `x${i}`,
        engagement,
        engagement_date: '2024-01-05',
      })),
      etude: { ...study.etude, comite_pilotage: [] },
    });
  expect(with_('pressenti', 'pressenti', 'engage')).toContain('la mobilisation reste à faire');
  expect(with_('pressenti', 'engage', 'engage')).toContain('la mobilisation est à achever');
});
