/** An organisation that withdraws: what each document knows of it, and what still counts on it. */
import { describe, expect, it } from 'vitest';
import { partenaireRetire, retraitAvantEngagement } from '../../src/analysis/coherence/regles/acteurs/retraits.js';
import { etudeAu } from '../../src/analysis/dates.js';
import { engagementTenu, retraitEcrit } from '../../src/analysis/retrait.js';
import { analyserScenarios } from '../../src/analysis/scenarios/index.js';
import { engagementTient } from '../../src/analysis/scenarios/viabilite/conditions.js';
import type { Study } from '../../src/study/study.js';
import { avec, base, mare, said, tells, told } from './coherence/told.js';
import { etude } from './small-study.js';

const acteur = (rest: object = {}) => ({
  id: 'mare',
  nom: 'La Mare',
  type: 'association',
  domaines: [],
  fonctions: [],
  publics: [],
  engagement: 'volontaire',
  ...rest,
});
const retrait = { date: '2018-03-12', motif: 'Son bureau a voté contre.' };

describe('who withdraws', () => {
  it('was met, and is counted for no more, from that day on', () => {
    const study = { ...etude(), acteurs: [acteur({ retrait })] } as Study;
    const at = (date: string) => etudeAu(study, date).etude.acteurs[0];
    expect(at('2018-03-11')).toStrictEqual(acteur());
    expect(at('2018-03-12')).toStrictEqual(acteur({ retrait, engagement: 'contacte' }));
    expect(engagementTenu(acteur({ retrait, engagement: 'pressenti' }) as never)).toBe('pressenti');
    expect(retraitEcrit({ retrait })?.replace(/\s/g, ' ')).toBe('retiré le 12 mars 2018');
    const seuils = { engagement: 'volontaire' } as never;
    expect(engagementTient({ study, seuils }, 'mare')).toBe(false);
    expect(engagementTient({ study: { ...study, acteurs: [acteur()] } as Study, seuils }, 'mare')).toBe(true);
  });
});

it('does not leave the trials of a study that is of an earlier day', () => {
  const one = avec(
    { partenaires: [{ ...mare, acteur: 'mare', essentiel: true }] },
    { acteurs: [acteur({ retrait: { date: '2018-03-12' } })] },
  );
  const gone = (date: string) =>
    analyserScenarios({ ...one, etude: { ...one.etude, date } } as Study).scenarios[0]?.viabilite.tests.some(
      ({ motif }) => /s’est retiré/.test(motif),
    );
  expect([gone('2018-03-11'), gone('2018-03-12')]).toEqual([false, true]);
});

describe('what counts on who withdrew', () => {
  const study = (rest: object = {}, own: object = {}, more: object = {}) => {
    const one = avec(
      { partenaires: [{ ...mare, acteur: 'mare' }], roles: [], financements: [], ...own },
      { acteurs: [acteur({ retrait, ...rest })], ...more },
    );
    return {
      ...one,
      etude: {
        ...one.etude,
        date: '2018-12-01',
        livrables: [
          { id: 'scenarios', titre: 'S', date: '2018-04-15' },
          { id: 'mode-operatoire', titre: 'M', date: '2018-07-01' },
        ],
      },
    };
  };
  it('is told once a scenario, with each place and the reason', () => {
    const all = study({}, { roles: [{ fonction: 'f', acteurs: ['mare'] }] });
    expect(told(partenaireRetire, all)).toEqual([
      'scenarios/a/partenaires/1/acteur / acteurs/mare/retrait / scenarios/a/roles/1/acteurs',
    ]);
    expect(said(partenaireRetire, all)).toBe(
      `« ${base.titre} » compte La Mare parmi ses partenaires et pour assurer une fonction ; cet organisme s’est retiré le 12 mars 2018 (Son bureau a voté contre).`,
    );
  });
  it('is not told of a document older than the withdrawal, nor of a convention signed before', () => {
    const mode = (convention: object) => ({
      mode_operatoire: { scenario: 'a', parcours: [], conventions: [{ id: 'c', partenaire: 'mare', ...convention }] },
    });
    const alone = { partenaires: [] };
    expect(
      tells(partenaireRetire, [
        study({ retrait: { date: '2018-04-16' } }),
        study({ retrait: { date: '2018-04-15' } }),
        study({}, alone),
        study({}, alone, mode({})),
        study({}, alone, mode({ signee_le: '2018-03-01' })),
        study({}, alone, mode({ signee_le: '2018-05-01' })),
        study({ retrait: { date: '2018-07-02' } }, alone, mode({})),
        study({}, { partenaires: [], financements: [{ id: 'f', groupe: [{ acteur: 'mare', part: 1 }] }] }),
      ]),
    ).toEqual([0, 1, 0, 1, 0, 1, 0, 1]);
  });
  it('does not come before what engaged it', () => {
    const of = (engagement_date: string | undefined) => study({ engagement_date });
    expect(tells(retraitAvantEngagement, [of('2018-03-13'), of('2018-03'), of('2018-02-01'), of(undefined)])).toEqual([
      1, 0, 0, 0,
    ]);
    const dates = (contact_date: string, rest: object = {}) => study({ contact_date, ...rest });
    const early = { engagement_date: '2018-02-01' };
    expect(
      tells(retraitAvantEngagement, [
        ...[dates('2018-02-02', early), dates('2018-02-01', early), dates('2018-02', early)],
        ...[dates('2018-03-13'), dates('2018-03-12'), dates('2018-03-14', { engagement_date: '2018-03-13' })],
      ]),
    ).toEqual([1, 0, 0, 1, 0, 2]);
  });
});
