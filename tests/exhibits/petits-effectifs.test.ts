/** What is handed over counts judged actors only where the count names none of them. */
import { describe, expect, it } from 'vitest';
import { connuAu } from '../../src/analysis/contexte.js';
import { designe } from '../../src/analysis/diagnostic/acteurs.js';
import { interetInfluencePublic } from '../../src/exhibits/diagnostic/acteurs/notes.js';
import { acteur, DATE, etude } from '../analysis/small-study.js';
import { chartTheme } from '../support/chart-theme.js';

/** As many actors as `notes`, each of its interest and influence. */
function figure(notes: readonly (readonly [1 | 2 | 3 | 4 | 5, 1 | 2 | 3 | 4 | 5])[]) {
  const acteurs = notes.map(([interet, influence], i) => acteur(`a${i}`, { interet, influence }));
  const study = etude({ acteurs });
  const analyse = connuAu(study, DATE).diagnostic();
  const domaine = study.etude.domaines[0]?.id ?? '';
  return {
    figure: interetInfluencePublic({ etude: study, analyse, theme: chartTheme }),
    menaces: (analyse.synthese.find(({ id }) => id === domaine)?.menaces ?? []).map(({ texte }) => texte),
  };
}

describe('small numbers', () => {
  it('name someone when they are one, two, or all', () => {
    expect([0, 1, 2, 3, 5].map((n) => designe(n, 5))).toEqual([true, true, true, false, true]);
  });

  it('are not drawn, and make no threat, where one actor alone is influential and little interested', () => {
    const many = Array.from({ length: 4 }, () => [5, 5] as const);
    const alone = figure([...many, [2, 5]]);
    expect(alone.figure.empty).toMatch(/compter dirait qui y est/);
    expect(JSON.stringify(alone.figure.data)).not.toContain('"nombre":1');
    expect(alone.menaces.join()).not.toMatch(/influent/);
    const several = figure([...many, [2, 5], [1, 4], [2, 4]]);
    expect(several.figure.empty).toBeUndefined();
    expect(several.menaces.join()).toMatch(/Acteurs influents et peu intéressés : 3/);
  });
});
