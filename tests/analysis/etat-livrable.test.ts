import { describe, expect, it } from 'vitest';
import { etatLivrable, reservesAnterieures } from '../../src/analysis/etat/livrable.js';
import type { Study } from '../../src/study/study.js';
import { etude } from './small-study.js';

type Reunion = Study['reunions'][number];
const reunion = (date: string, type: Reunion['type'], rest: Partial<Reunion> = {}): Reunion => ({
  id: `r-${date}`,
  type,
  phase: 'Phase 1',
  date,
  etat: 'tenue',
  ordre_du_jour: [{ point: 'Un point' }],
  decisions: [
    {
      objet: 'Diagnostic',
      texte: 'Il est validé.',
      livrable: 'diagnostic',
      statut: 'valide',
      reserves: ['Entendre les écoles'],
    },
  ],
  ...rest,
});
const study = (...reunions: Reunion[]): Study => {
  const base = etude({ reunions });
  return {
    ...base,
    etude: {
      ...base.etude,
      date: '2018-12-01',
      livrables: [{ id: 'diagnostic', titre: 'Diagnostic', date: '2018-02-15' }],
    },
  };
};

describe('state of a deliverable', () => {
  it('is to come before its date, handed over after', () => {
    expect(etatLivrable(study(), 'diagnostic', '2018-01-31')).toEqual({ code: 'a-venir', date: '2018-02-15' });
    expect(etatLivrable(study(), 'diagnostic', '2018-02-15')).toEqual({ code: 'remis', date: '2018-02-15' });
  });

  it('is validated by a meeting of the committee, from its day on, and dated by it', () => {
    const one = study(reunion('2018-02-22', 'copil'));
    expect(etatLivrable(one, 'diagnostic', '2018-02-21').code).toBe('remis');
    expect(etatLivrable(one, 'diagnostic', '2018-02-22')).toMatchObject({
      code: 'valide',
      date: '2018-02-22',
      remise: '2018-02-15',
      validation: { texte: 'Il est validé.' },
    });
    expect(etatLivrable(one, 'scenarios').code).toBe('remis');
  });

  it.each(['cadrage', 'comite-technique'] as const)(
    'is not validated by a meeting of type %s, nor by one that is only planned',
    (type) => {
      expect(etatLivrable(study(reunion('2018-02-22', type)), 'diagnostic').code).toBe('remis');
      expect(etatLivrable(study(reunion('2018-02-22', 'copil', { etat: 'prevue' })), 'diagnostic').code).toBe('remis');
    },
  );

  it('tells what became of a reserve, but nothing later than the edition', () => {
    const held = reunion('2018-02-22', 'copil');
    const [decision] = held.decisions ?? [];
    const followed = study({
      ...held,
      decisions: decision
        ? [{ ...decision, suites: [{ reserve: 1, etat: 'levee', texte: 'Dix entretiens.', date: '2018-04-02' }] }]
        : [],
    });
    const state = etatLivrable(followed, 'diagnostic');
    expect(state.code === 'valide' && state.validation.reserves).toEqual([
      { reserve: 'Entendre les écoles', etat: null, texte: null, date: null },
    ]);
    expect(reservesAnterieures(followed, '2018-04-19', '2018-04-19')).toMatchObject([
      { etat: 'levee', texte: 'Dix entretiens.', le: '2018-02-22' },
    ]);
    expect(reservesAnterieures(followed, '2018-02-22', '2018-04-19')).toEqual([]);
  });
});
