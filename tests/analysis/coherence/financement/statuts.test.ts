/** An aid that is sure in the plan and awaited elsewhere: only where it is the same one, and counts after the first year. */
import { expect, it } from 'vitest';
import { statutContredit } from '../../../../src/analysis/coherence/regles/financement/statuts.js';
import { aide, count, duMode, projet, told } from '../told.js';

const sure = { ...aide, libelle: 'Aide à l’eau', taux: undefined, montant: 5000, statut: 'acquis' };
const of = (line: object, suite: object, projets: object[] = []) =>
  duMode(
    {},
    { financements: [{ ...sure, ...line }] },
    {
      evaluation: {
        evaluateur: {},
        echelle: [],
        suites: [
          {
            option: 'continuer',
            resume: 'R',
            financement: [{ libelle: 'Aide à l’eau', montant: 5000, statut: 'sollicite', ...suite }],
          },
        ],
      },
      projets,
    },
  );

it('a way on does not ask for what the plan holds for sure', () => {
  expect(told(statutContredit, of({}, {}))).toEqual([
    'evaluation/suites/1/financement/1/statut / scenarios/a/financements/aide/statut',
  ]);
  const told1 = (line: object, suite: object) => count(statutContredit, of(line, suite));
  expect([
    told1({ statut: 'de-droit' }, { statut: 'pressenti' }),
    told1({ annees: [1, 2] }, {}),
    told1({}, { montant: 5001 }),
  ]).toEqual([1, 1, 1]);
  expect([
    told1({}, { statut: 'acquis' }),
    told1({}, { statut: undefined }),
    told1({ statut: 'sollicite' }, {}),
    told1({ annees: [1] }, {}),
    told1({}, { montant: 5002 }),
    told1({}, { libelle: 'Aide à l’eau, nouvelle demande' }),
  ]).toEqual([0, 0, 0, 0, 0, 0]);
});

it('a project was not refused the aid that it says to be that of the plan', () => {
  const refused = (rest: object) =>
    count(
      statutContredit,
      of({}, { statut: 'acquis' }, [
        projet('p', { financements: [{ financeur: 'R', financement: 'aide', prevu: 1, statut: 'refuse', ...rest }] }),
      ]),
    );
  expect([
    refused({}),
    refused({ statut: 'sollicite' }),
    refused({ financement: 'autre' }),
    refused({ financement: undefined }),
  ]).toEqual([1, 0, 0, 0]);
});
