/** Members of a scenario: each rule at its exact limit, and where it has nothing to compare. */
import { describe, expect, it } from 'vitest';
import {
  acteurHorsScenario,
  assietteSansDepense,
  employeurDifferent,
  financeurSansRecette,
  porteurTraiteDifferemment,
  responsableHorsDispositif,
} from '../../../../src/analysis/coherence/regles/acteurs/membres.js';
import { etudeAvecScenarios, scenario } from '../../small-scenario.js';
import { etude } from '../../small-study.js';
import { aide, avec, duMode, poste, tache, told } from '../told.js';

const rien = etude();

describe('members', () => {
  const depense = (porteur: string | undefined) => ({
    moyens: {
      humains: [poste],
      fonctionnement: [{ id: 'f', libelle: 'F', cout_annuel: 1, ...(porteur ? { porteur } : {}) }],
    },
  });

  it('who pays is the bearer, an employer, the owner of a tool or a partner; who meets may also finance', () => {
    for (const fine of [depense('cdc'), depense('mare'), depense(undefined)])
      expect(told(acteurHorsScenario, avec(fine))).toEqual([]);
    expect(
      told(acteurHorsScenario, avec({ ...depense('region'), outils: [{ outil: 'o', porteur: 'region' }] })),
    ).toEqual([]);
    expect(told(acteurHorsScenario, avec(depense('region')))).toEqual([
      'scenarios/a/moyens/fonctionnement/f/porteur / scenarios/a/partenaires',
    ]);
    const body = (...acteurs: string[]) => avec({ gouvernance: { instances: [{ nom: 'B', acteurs }] } });
    expect(told(acteurHorsScenario, body('cdc', 'mare', 'region'))).toEqual([]);
    expect(told(acteurHorsScenario, body('cdc', 'x'))).toEqual([
      'scenarios/a/gouvernance/instances/1/acteurs / scenarios/a/partenaires',
    ]);

    // The committee of the study has members of its own.
    const comite = (ids: string[], comite_pilotage: object[]) => {
      const study = duMode({ instances: [{ nom: 'C', comite: true, acteurs: ids }] });
      return told(acteurHorsScenario, { ...study, etude: { ...rien.etude, comite_pilotage } } as never);
    };
    expect(comite(['cdc', 'x'], [{ organisme: 'X', acteur: 'x' }])).toEqual([]);
    expect(comite(['cdc', 'y'], [{ organisme: 'X', acteur: 'x' }])).toEqual([
      'mode_operatoire/instances/1/acteurs / scenarios/a/partenaires',
    ]);
  });

  it('a partner who finances has a receipt, alone or in a group', () => {
    const of = (financements: object[]) =>
      told(
        financeurSansRecette,
        avec({
          partenaires: [
            { acteur: 'mare', role: 'operateur' },
            { acteur: 'region', role: 'financeur' },
          ],
          financements,
        }),
      );
    expect([of([aide]), of([{ ...aide, financeur: 'cdc', groupe: [{ acteur: 'region', part: 1 }] }])]).toEqual([
      [],
      [],
    ]);
    expect(of([{ ...aide, financeur: undefined }])).toEqual(['scenarios/a/partenaires/2 / scenarios/a/financements']);
  });

  it('an aid covers those who spend', () => {
    const of = (...ids: string[]) =>
      told(assietteSansDepense, avec({ financements: [{ ...aide, assiette_porteurs: ids }] }));
    expect([of(), of('cdc')]).toEqual([[], []]);
    expect(of('cdc', 'mare')).toEqual(['scenarios/a/financements/aide/assiette_porteurs / scenarios/a/moyens']);
  });

  it('the same bearer has the same rights, unless a legal person is made', () => {
    const of = (a: object, b: object) =>
      told(porteurTraiteDifferemment, etudeAvecScenarios([scenario('a', a), scenario('b', b)]));
    const at = ['scenarios/b/fctva_applicable / scenarios/a/fctva_applicable'];
    expect([
      of({ fctva_applicable: true }, { fctva_applicable: false }),
      of({ fctva_applicable: false }, { fctva_applicable: true }),
    ]).toEqual([at, at]);
    for (const [a, b] of [
      [{ fctva_applicable: true }, { fctva_applicable: true }],
      [{ fctva_applicable: true }, {}],
      [{ fctva_applicable: true }, { fctva_applicable: false, nouvelle_entite: true }],
      [{ fctva_applicable: true }, { fctva_applicable: false, porteur: 'mare' }],
    ] as const)
      expect(of(a, b)).toEqual([]);
    expect(
      of({ autofinancement_minimal_applicable: true }, { autofinancement_minimal_applicable: false }),
    ).toHaveLength(1);
  });

  it('the employer of a sheet is that of its post; who answers for a task is of the scenario', () => {
    const sheet = (rest: object) => told(employeurDifferent, duMode({ fiches_de_poste: [{ profil: 'P', ...rest }] }));
    expect([
      sheet({ poste: 'poste', employeur: 'cdc' }),
      sheet({ poste: 'x', employeur: 'mare' }),
      sheet({ poste: 'poste' }),
      sheet({ employeur: 'mare' }),
    ]).toEqual([[], [], [], []]);
    expect(sheet({ poste: 'poste', employeur: 'mare' })).toEqual([
      'mode_operatoire/fiches_de_poste/1/employeur / scenarios/a/moyens/humains/poste/porteur',
    ]);
    const answers = (responsable: string) =>
      told(responsableHorsDispositif, duMode({ taches: [tache('t', '2018', '2018', { responsable })] }));
    expect([answers('cdc'), answers('mare'), answers('region')]).toEqual([[], [], []]);
    expect(answers('x')).toEqual(['mode_operatoire/taches/t/responsable / scenarios/a/partenaires']);
    expect(told(responsableHorsDispositif, rien)).toEqual([]);
  });
});
