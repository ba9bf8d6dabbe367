/** The contradictions of a study, looked for elsewhere while it is loaded: what is told is what this thread would tell. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { toldOf } from '../../scripts/fuzz/told.js';
import { type Looking, search } from '../../src/build/thread/contradictions.js';
import { type Found, look } from '../../src/build/thread/look.js';
import { discover } from '../../src/study/files/discover.js';
import { type LoadedStudy, loadStudy, studyFrom } from '../../src/study/load.js';
import type { Study } from '../../src/study/study.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fixture = join(root, 'modeles/exemple');
let loaded: LoadedStudy;
let torn: LoadedStudy;
beforeAll(async () => {
  loaded = await loadStudy(fixture, { cwd: root });
  const { study } = loaded;
  if (!study) throw new Error('the model is whole');
  const ecartees = [{ regle: 'regle-qui-n-existe-pas', motif: 'Pour voir.' }];
  const participation = study.participation.map((one) => ({ ...one, reponses: 12 }));
  torn = {
    ...loaded,
    ecartees,
    study: { ...study, participation, etude: { ...study.etude, regles_ecartees: ecartees } },
  };
});

/** What another thread would give: a copy. */
const copied = (study: Study): Found => structuredClone(look(structuredClone(study)));

/** What is told at the end of a search by `elsewhere`, and how many studies it was asked of. */
async function told(elsewhere: Looking | null): Promise<unknown> {
  const rules = search(elsewhere);
  if (torn.study) rules.begin(torn.study);
  return (await rules.end(torn)).diagnostics;
}

describe('contradictions looked for elsewhere', () => {
  it('are those that are found here, and so is what is set aside for nothing', async () => {
    const here = toldOf(torn);
    expect(here.map(({ code }) => code)).toContain('regle-ecartee-inconnue');
    expect(here.length).toBeGreaterThan(1);
    expect(await told({ contradictions: async (study) => copied(study) })).toEqual(here);
  });

  it('are looked for here without another thread, and where it gives no answer', async () => {
    expect(await told(null)).toEqual(toldOf(torn));
    expect(await told({ contradictions: async () => null })).toEqual(toldOf(torn));
  });

  it('are not waited for when the study turns out not to be whole', async () => {
    const rules = search({ contradictions: () => new Promise(() => undefined) });
    if (loaded.study) rules.begin(loaded.study);
    expect((await rules.end({ ...loaded, study: null })).diagnostics).toEqual(loaded.diagnostics);
  });
});

describe('a study that is being loaded', () => {
  it('is told once each entry meets its schema, as it will be', async () => {
    const seen: Study[] = [];
    const { study } = await studyFrom(await discover(fixture, root), (typed) => seen.push(structuredClone(typed)));
    expect(seen).toHaveLength(1);
    const [typed] = seen;
    // The outlines of the territory, which no rule reads, are found afterwards.
    expect({ ...typed, territoire: null }).toEqual({ ...study, territoire: null });
  });

  it('is not told when an entry does not', async () => {
    const seen: Study[] = [];
    const bad = join(root, 'tests/fixtures/bad/fichier-racine');
    await studyFrom(await discover(bad, root), (typed) => seen.push(typed));
    expect(seen).toEqual([]);
  });
});
