/** What is told of a project or of the accounts is not known before the day of it: a reserve of an older document does not rest on it. */
import { expect, it } from 'vitest';
import { reposeSurLaSuite } from '../../../src/analysis/coherence/faits-posterieurs.js';
import type { Study } from '../../../src/study/study.js';
import { etude, petitProjet } from '../small-study.js';

const study = {
  ...etude(),
  projets: [
    {
      ...petitProjet('p'),
      accompagnement: { demande_recue: '2025-09-02' },
      evaluation: { notee_le: '2026-04-15', efficience: { note: 3, commentaire: 'Dépassé de 340 €.' } },
      suivi: [{ date: '2026-01', constats: 'Douze.' }],
      avis: 'À reconduire.',
    },
  ],
  mode_operatoire: { scenario: 'a', parcours: [], realise: { au: '2026-04-28', depenses: [] } },
} as unknown as Study;

it.each([
  ['projets/p/evaluation/efficience/commentaire', true, false],
  ['projets/p/avis', true, false],
  ['projets/p/suivi/1/constats', true, false],
  ['mode_operatoire/realise/depenses/1/commentaire', true, false],
  ['projets/p/contexte', false, false],
  ['projets/p/evaluation/notee_le', true, false],
])('%s', (path, then, later) => {
  expect(reposeSurLaSuite(study, [path], '2025-12-11')).toBe(then);
  expect(reposeSurLaSuite(study, [path], '2026-05-05')).toBe(later);
});
