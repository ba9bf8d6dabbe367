/** Experiences of elsewhere: their order, what they share, what an axis says, and empty lists. */
import { describe, expect, it } from 'vitest';
import { analyseDiagnostic } from '../../../src/analysis/diagnostic-complet.js';
import type { Experience } from '../../../src/study/types.gen.js';
import { DATE, etude, experience, outil } from '../small-study.js';

const analysed = (...experiences: Experience[]) =>
  analyseDiagnostic(etude({ experiences, outils: [outil('malle', { nom: 'Malle' })] }), DATE).experiences;
const axis = (id: string, one: Experience) => analysed(one).axes.find((axe) => axe.id === id)?.valeurs[0];

describe('experiences', () => {
  it('come retained first, then by id; only those retained are compared, in that order', () => {
    const { liste, retenues, axes } = analysed(
      experience('d'),
      experience('a', { retenue: false }),
      experience('c', { retenue: false }),
      experience('b', { territoire: { nom: 'Ici', milieu: 'rural', population: 1200 } }),
    );
    expect(liste.map(({ id }) => id)).toEqual(['b', 'd', 'a', 'c']);
    expect(retenues.map(({ id }) => id)).toEqual(['b', 'd']);
    expect(axes.find(({ id }) => id === 'population')?.valeurs).toEqual(['1\u202f200\u00a0hab.', null]);
  });

  it('share what every one of several has; one alone shares nothing', () => {
    const a = experience('a', { domaines: ['eau', 'air'], fonctions: ['former'], modalites: ['visite'] });
    const b = experience('b', { domaines: ['air'], publics: ['familles'], fonctions: ['former'] });
    const { communs } = analysed(a, b);
    expect(Object.values(communs).map((items) => items.map(({ id }) => id))).toEqual([[], ['air'], ['former'], []]);
    expect(analysed(a).communs).toEqual({ publics: [], domaines: [], fonctions: [], modalites: [] });
    expect(analysed(a, experience('c', { retenue: false, domaines: ['eau', 'air'] })).communs.domaines).toEqual([]);
  });

  it('that carry over best are all those of the best note, and none where no note is given', () => {
    const noted = (id: string, note: number, retenue = true) => experience(id, { retenue, transferabilite: { note } });
    const best = (...all: Experience[]) => analysed(...all).plusTransferables.map(({ id }) => id);
    expect(best(noted('c', 4), noted('a', 4), noted('b', 3), noted('d', 5, false))).toEqual(['a', 'c']);
    expect(best(experience('a'), experience('b'))).toEqual([]);
  });

  it('say on each axis what the sheet says, or nothing', () => {
    expect(axis('moyens', experience('a'))).toBeNull();
    expect(axis('moyens', experience('a', { etp: 1.5 }))).toBe('1,5\u00a0ETP');
    expect(axis('moyens', experience('a', { etp: 1.5, moyens_humains: 'Deux animateurs' }))).toBe('Deux animateurs');
    expect(axis('budget', experience('a', { budget_annuel: 1999.6 }))).toBe('2\u202f000\u00a0€');
    expect(axis('budget', experience('a'))).toBeNull();
    expect(axis('creation', experience('a', { creation: '2009-04' }))).toBe('2009');
    expect(axis('financements', experience('a', { financements: [] }))).toBeNull();
    expect(axis('financements', experience('a', { financements: ['Région', 'Dons'] }))).toBe('Région, Dons');
    expect(axis('resultats', experience('a', { resultats: ['Un', 'Deux'] }))).toBe('Un\nDeux');
    expect(axis('points-forts', experience('a', { points_forts: [] }))).toBeNull();
    expect(axis('outils', experience('a', { outils: ['malle', 'inconnu'] }))).toBe('Malle, inconnu');
    expect(axis('transferabilite', experience('a', { transferabilite: { note: 3 } }))).toBe('3 sur 5');
    expect(axis('publics', experience('a', { publics: [] }))).toBeNull();
  });

  it('count an axis as complete where every one retained says something, the illustrative ones marked', () => {
    const full = (id: string, rest: Partial<Experience> = {}) => experience(id, { lecon: 'Aller vite.', ...rest });
    const one = analysed(full('a')).axesComplets;
    expect(analysed(full('a'), full('b')).axesComplets).toBe(one);
    expect(analysed(full('a'), experience('b')).axesComplets).toBe(one - 1);
    const marked = analysed(full('a'), full('b', { fiabilite_champs: { lecon: 'illustratif' } }));
    expect(marked.axes.filter(({ illustratifs }) => illustratifs.includes(true)).map(({ id }) => id)).toEqual([
      'lecon',
    ]);
    expect(marked.axes.find(({ id }) => id === 'lecon')?.illustratifs).toEqual([false, true]);
  });

  it('are none: no axis is complete, nothing is shared or best', () => {
    const unkept = experience('a', { retenue: false, fiabilite: 'illustratif' });
    expect(analysed()).toMatchObject({
      liste: [],
      axesComplets: 0,
      plusTransferables: [],
      milieux: [],
      illustratifs: 0,
    });
    expect(analysed(unkept)).toMatchObject({ retenues: [], axesComplets: 0, milieux: [], illustratifs: 1 });
  });
});
