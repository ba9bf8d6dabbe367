/** The mode opératoire against what it rests on, and the rules that a study sets aside: each where it tells and where it does not. */
import { describe, expect, it } from 'vitest';
import { rangDeLEcart } from '../../../../src/analysis/coherence/ecarts.js';
import { contradictionsDe, reserves } from '../../../../src/analysis/coherence/index.js';
import {
  acheveeAvantTerme,
  choixAvantCandidatures,
  etapeSansAcces,
  horsDuDispositif,
  scenarioNonRetenu,
} from '../../../../src/analysis/coherence/regles/mode-operatoire/dispositif.js';
import { dureeDifferente, porteurFinanceur } from '../../../../src/analysis/coherence/regles/moyens/moyens.js';
import type { Study } from '../../../../src/study/study.js';
import { etudeAvecScenarios, scenario } from '../../small-scenario.js';
import { acteur, etude } from '../../small-study.js';
import { aide, avec, mode, said, tache, told } from '../told.js';

describe('the mode opératoire', () => {
  it('is of the scenario that was retained', () => {
    const of = (decrit: string, retenu: string | null) => ({
      ...etudeAvecScenarios([scenario('a'), scenario('b')]),
      mode_operatoire: { scenario: decrit, parcours: [] },
      reunions:
        retenu === null
          ? []
          : [
              {
                id: 'r',
                titre: 'R',
                type: 'copil',
                phase: 'P',
                date: '2018-01-10',
                etat: 'tenue',
                ordre_du_jour: [],
                decisions: [
                  { objet: 'X', texte: 'T', statut: 'valide' },
                  { objet: 'C', texte: 'T', scenario: retenu, statut: 'valide' },
                ],
              },
            ],
    });
    expect(told(scenarioNonRetenu, of('a', 'b'))).toEqual([
      'mode_operatoire/scenario / reunions/r/decisions/2/scenario',
    ]);
    for (const fine of [of('a', 'a'), of('a', null), of('x', 'b'), { ...of('a', 'b'), mode_operatoire: null }])
      expect(told(scenarioNonRetenu, fine)).toEqual([]);
  });

  it('chooses its projects once their call is closed', () => {
    const of = (appel_au: string | undefined, choix_le: string | undefined) =>
      told(
        choixAvantCandidatures,
        mode({ experimentation: { ...(appel_au ? { appel_au } : {}), ...(choix_le ? { choix_le } : {}) } }),
      );
    expect([
      of('2018-09-15', '2018-09-14'),
      of('2018-09-15', '2018-09-15'),
      of('2018-09', '2018-09-14'),
      of(undefined, '2018'),
      of('2018', undefined),
    ]).toEqual([
      ['mode_operatoire/experimentation/choix_le / mode_operatoire/experimentation/appel_au'],
      [],
      [],
      [],
      [],
    ]);
    expect([told(choixAvantCandidatures, mode({})), told(choixAvantCandidatures, etude())]).toEqual([[], []]);
  });

  it('has no step that nothing leads to', () => {
    const issues = [{ condition: 'x', vers: 'c' }];
    const of = (...parcours: object[]) => told(etapeSansAcces, mode({ parcours }));
    expect(of({ id: 'a', etape: 'A', issues }, { etape: 'B' }, { id: 'c', etape: 'C' })).toEqual([
      'mode_operatoire/parcours/2 / mode_operatoire/parcours',
    ]);
    expect(of({ id: 'a', etape: 'A', issues }, { id: 'b', etape: 'B' }, { id: 'c', etape: 'C' })).toEqual([
      'mode_operatoire/parcours/b / mode_operatoire/parcours',
    ]);
    // What follows a step that nothing leads to is not told again.
    expect(
      of({ id: 'a', etape: 'A', issues: [{ condition: 'x', vers: 'fin' }] }, { etape: 'B' }, { etape: 'C' }),
    ).toEqual(['mode_operatoire/parcours/2 / mode_operatoire/parcours']);
    expect([of({ etape: 'A' }, { etape: 'B' }), told(etapeSansAcces, etude())]).toEqual([[], []]);
  });

  it('counts on those of its scenario alone for a step or an activity', () => {
    const study = (parcours: object[], raci: object[] = [], scenarioId = 'a') => ({
      ...avec(
        { roles: [{ fonction: 'x', acteurs: ['tenu'] }] },
        { acteurs: [acteur('x', { nom: 'Un' }), acteur('y', { nom: 'Deux' })] },
      ),
      mode_operatoire: { scenario: scenarioId, parcours, raci },
    });
    const etape = (rest: object) => ({ id: 's', etape: 'Trier', responsable: 'cdc', ...rest });
    const at = ['mode_operatoire/parcours/s / scenarios/a/partenaires'];
    for (const wrong of [
      { responsable: 'x' },
      { contributeurs: ['mare', 'x'] },
      { par_domaine: [{ domaine: 'eau', acteur: 'x' }] },
    ])
      expect(told(horsDuDispositif, study([etape(wrong)]))).toEqual(at);
    expect(told(horsDuDispositif, study([etape({ id: undefined, responsable: 'x' })]))[0]).toContain('parcours/1 ');
    expect(said(horsDuDispositif, study([etape({ responsable: 'x' })]))).toBe(
      'l’étape « Trier » compte sur « Un », qui n’est ni le porteur ni un partenaire de « Scénario a ».',
    );
    expect(said(horsDuDispositif, study([etape({ responsable: 'x', contributeurs: ['y', 'x'] })]))).toBe(
      'l’étape « Trier » compte sur « Un » et « Deux », qui ne sont ni porteurs ni partenaires de « Scénario a ».',
    );
    expect(
      told(
        horsDuDispositif,
        study(
          [],
          [
            { activite: 'A', realise: ['cdc'], approuve: 'mare' },
            { activite: 'B', realise: ['x'], approuve: 'cdc' },
          ],
        ),
      ),
    ).toEqual(['mode_operatoire/raci/2 / scenarios/a/partenaires']);
    expect(told(horsDuDispositif, study([], [{ activite: 'B', realise: [], approuve: 'x' }]))).toHaveLength(1);
    for (const fine of [
      study([etape({ contributeurs: ['mare', 'tenu'] })]),
      study([etape({ responsable: 'x' })], [], 'z'),
      etude(),
    ])
      expect(told(horsDuDispositif, fine)).toEqual([]);
  });

  it('ends a task by the day of the study, or says when it ended', () => {
    const of = (fin: string, rest: object) =>
      told(acheveeAvantTerme, mode({ taches: [tache('t', '2018-01', fin, rest)] }));
    expect([
      of('2018-02-16', { avancement: 1 }),
      of('2018-02-15', { avancement: 1 }),
      of('2018-02', { avancement: 1 }),
      of('2018-03', { avancement: 0.9 }),
      of('2018-03', {}),
      of('2018-03', { avancement: 1, fin_reelle: '2018-02-10' }),
    ]).toEqual([['mode_operatoire/taches/t/avancement / etude/date'], [], [], [], [], []]);
    expect(told(acheveeAvantTerme, etude())).toEqual([]);
  });
});

describe('a rule that is set aside', () => {
  it('is so everywhere, or at a place and under it, not beside', () => {
    const ecartees = [
      { regle: 'r', chemin: 'acteurs/a', motif: 'M' },
      { regle: 's', motif: 'N' },
    ] as never;
    expect([
      rangDeLEcart(ecartees, 'r', ['acteurs/a']),
      rangDeLEcart(ecartees, 'r', ['x', 'acteurs/a/nom']),
      rangDeLEcart(ecartees, 'r', ['acteurs/ab']),
      rangDeLEcart(ecartees, 'r', ['acteurs']),
    ]).toEqual([0, 0, -1, -1]);
    expect([
      rangDeLEcart(ecartees, 's', ['x']),
      rangDeLEcart(ecartees, 's', []),
      rangDeLEcart(ecartees, 't', ['x']),
    ]).toEqual([1, -1, -1]);
  });

  const wrong = (regles_ecartees?: object[]): Study => {
    const study = etudeAvecScenarios([
      scenario('a', { duree_annees: 3, financements: [{ ...aide, financeur: 'cdc' }] }),
      scenario('b', { duree_annees: 3 }),
    ]);
    return {
      ...study,
      mode_operatoire: { scenario: 'a', parcours: [] },
      etude: { ...study.etude, ...(regles_ecartees ? { regles_ecartees } : {}) },
    } as unknown as Study;
  };
  it('keeps its finding with the reason, in the order of the rules', () => {
    const found = (ecartees?: object[]) =>
      contradictionsDe(wrong(ecartees), [porteurFinanceur, dureeDifferente]).map(({ regle, chemin, ecart, motif }) => [
        regle.code,
        chemin,
        ecart,
        motif,
      ]);
    expect(found()).toEqual([
      ['porteur-financeur', 'scenarios/a/financements/aide/nature', -1, null],
      ['duree-differente', 'scenarios/a/duree_annees', -1, null],
      ['duree-differente', 'scenarios/b/duree_annees', -1, null],
    ]);
    expect(
      found([
        { regle: 'autre', motif: 'X' },
        { regle: 'duree-differente', chemin: 'scenarios/b', motif: 'Voulu.' },
      ]).map(([, , ecart, motif]) => [ecart, motif]),
    ).toEqual([
      [-1, null],
      [-1, null],
      [1, 'Voulu.'],
    ]);
  });

  it('prints its reserves by rule, those set aside last, of the scenario of which the document speaks', () => {
    const titre = dureeDifferente.titre;
    const of = (ecartees?: object[], livrable = 'scenarios', seul?: string) =>
      reserves(wrong(ecartees), livrable, undefined, seul)
        .filter((one) => one.titre === titre)
        .map(({ messages, motif }) => [messages.length, motif]);
    expect(of()).toEqual([[2, null]]);
    expect(of([{ regle: 'duree-differente', chemin: 'scenarios/a', motif: 'Voulu.' }])).toEqual([
      [1, null],
      [1, 'Voulu.'],
    ]);
    expect([of(undefined, 'scenarios', 'b'), of(undefined, 'scenarios', 'z')]).toEqual([[[1, null]], []]);
    const all = reserves(wrong([{ regle: 'porteur-financeur', motif: 'M' }]), 'scenarios').map(
      ({ motif }) => motif !== null,
    );
    expect(all).toEqual([...all].sort());
  });
});
