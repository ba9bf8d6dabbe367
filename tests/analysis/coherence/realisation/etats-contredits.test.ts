/** States against the facts that they exclude: each rule at its limits, and what it leaves alone. */
import { describe, expect, it } from 'vitest';
import {
  actionContredite,
  lieuDUneAutreCommune,
} from '../../../../src/analysis/coherence/regles/diagnostic/recueil.js';
import {
  demandesAuDela,
  pressentiEtRencontre,
  tacheFinieInachevee,
} from '../../../../src/analysis/coherence/regles/realisation/etats-contredits.js';
import { refuseEtObtenu, termineInacheve } from '../../../../src/analysis/coherence/regles/realisation/projets.js';
import { acteur, action, etude, rencontre } from '../../small-study.js';
import { avec, duMode, modalite, mode, projet, reunion, said, tache, tells, told } from '../told.js';

describe('who has been met', () => {
  const seul = (rest: object, reunions: object[] = [], livrables: object[] = []) => ({
    ...etude(),
    etude: { ...etude().etude, livrables },
    acteurs: [acteur('a', rest as never)],
    reunions,
  });
  const avecA = (date: string, rest: object = {}) =>
    reunion('r', date, { presents: [{ organisme: 'A', acteur: 'a' }], ...rest });
  it('is no longer foreseen: dated, or seated at a meeting held by the diagnostic', () => {
    expect(told(pressentiEtRencontre, seul({ engagement: 'pressenti', engagement_date: '2018' }))).toEqual([
      'acteurs/a/engagement / acteurs/a/engagement_date',
    ]);
    expect(told(pressentiEtRencontre, seul({ engagement: 'pressenti' }, [avecA('2018-02-15')]))).toEqual([
      'acteurs/a/engagement / reunions/r/presents',
    ]);
    const diagnostic = [{ id: 'diagnostic', titre: 'D', date: '2018-01-31' }];
    expect(
      tells(pressentiEtRencontre, [
        seul({ engagement: 'pressenti' }),
        seul({ engagement: 'contacte', engagement_date: '2018' }, [avecA('2018-02-15')]),
        seul({ engagement_date: '2018' }),
        seul({ engagement: 'pressenti' }, [avecA('2018-02-16')]),
        seul({ engagement: 'pressenti' }, [avecA('2018-02-01', { etat: 'prevue' })]),
        seul({ engagement: 'pressenti' }, [avecA('2018-02-01', { presents: [{ organisme: 'A' }] })]),
        seul({ engagement: 'pressenti' }, [avecA('2018-02-01', { presents: undefined })]),
        seul({ engagement: 'pressenti' }, [avecA('2018-02-01')], diagnostic),
        seul({ engagement: 'pressenti' }, [avecA('2018-01-31')], diagnostic),
      ]),
    ).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });
});

describe('the work of a task', () => {
  const faite = (rest: object) => mode({ taches: [tache('t', '2018-01', '2018-03', rest)] });
  const plusTard = (rest: object) => mode({ taches: [tache('t', '2018-02-16', '2018-03', rest)] });
  it('is whole once it has ended, and none before it begins', () => {
    expect(told(tacheFinieInachevee, faite({ fin_reelle: '2018-02', avancement: 0.99 }))).toEqual([
      'mode_operatoire/taches/t/avancement / mode_operatoire/taches/t/fin_reelle',
    ]);
    expect(told(tacheFinieInachevee, plusTard({ avancement: 0.1 }))).toEqual([
      'mode_operatoire/taches/t/avancement / mode_operatoire/taches/t/debut',
    ]);
    expect(
      tells(tacheFinieInachevee, [
        faite({ fin_reelle: '2018-02', avancement: 1 }),
        faite({ fin_reelle: '2018-02' }),
        faite({ avancement: 0.5 }),
        plusTard({ avancement: 0 }),
        plusTard({ avancement: 0.1, debut_reel: '2018-02-01' }),
        plusTard({ avancement: 1, fin_reelle: '2018-02-10' }),
        mode({ taches: [tache('t', '2018-02-15', '2018-03', { avancement: 0.1 })] }),
        mode({ taches: [tache('t', '2018-02', '2018-03', { avancement: 0.1 })] }),
        etude(),
      ]),
    ).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('requests', () => {
  const deux = (rest: object, attendues?: object | number) =>
    avec({
      modalites: [
        { ...modalite, volume_annuel: { min: 30, mode: 40, max: 50 }, ...rest },
        { ...modalite, id: 'autres', volume_annuel: 20, demande_accompagnee: false },
        { ...modalite, id: 'appels', volume_annuel: 10 },
      ],
      demandes_attendues: attendues,
    });
  it('that are received are not more than those that are expected, at the bounds of both', () => {
    expect(
      tells(demandesAuDela, [deux({}, 40), deux({}, { min: 10, mode: 20, max: 40 }), deux({}, undefined)]),
    ).toEqual([0, 0, 0]);
    expect(told(demandesAuDela, deux({}, 39))).toEqual([
      'scenarios/a/demandes_attendues / scenarios/a/modalites/visites/volume_annuel / scenarios/a/modalites/appels/volume_annuel',
    ]);
    expect(
      tells(demandesAuDela, [deux({ demande_accompagnee: false }, 10), deux({}, { min: 1, mode: 2, max: 39 })]),
    ).toEqual([0, 1]);
    expect(told(demandesAuDela, avec({ modalites: [], demandes_attendues: 0 }))).toEqual([]);
  });
  it('that were done are not more than those whose fate is told', () => {
    const fait = (nombre: number, demandes: object[] | undefined, modaliteId = 'visites') =>
      duMode({
        realise: {
          au: '2018-02',
          volumes: [
            { modalite: 'x', nombre: 99 },
            { modalite: modaliteId, nombre },
          ],
          demandes,
        },
      });
    const sorts = [
      { sort: 'Servie', nombre: 4 },
      { sort: 'Refusée', nombre: 2 },
    ];
    expect(tells(demandesAuDela, [fait(6, sorts), fait(99, []), fait(99, undefined), fait(99, sorts, 'y')])).toEqual([
      0, 0, 0, 0,
    ]);
    expect(told(demandesAuDela, fait(7, sorts))).toEqual([
      'mode_operatoire/realise/volumes/2/nombre / mode_operatoire/realise/demandes',
    ]);
    expect(said(demandesAuDela, fait(7, sorts))).toBe('7 demandes ont été traitées ; le sort de 6 seulement est dit.');
    expect(said(demandesAuDela, fait(1, [{ sort: 'Refusée', nombre: 0 }]))).toMatch(/^1 demande/);
    expect(tells(demandesAuDela, [mode({}), etude()])).toEqual([0, 0]);
  });
});

describe('an action', () => {
  const une = (rest: object) => ({ ...etude(), actions: [action('x', rest as never)] });
  it('that is planned has not begun, and that is going on has', () => {
    expect(told(actionContredite, une({ statut: 'en-projet', debut: '2018-02-14' }))).toEqual([
      'actions/x/statut / actions/x/debut',
    ]);
    expect(
      tells(actionContredite, [
        une({ statut: 'en-projet', debut: '2018-02-15' }),
        une({ statut: 'en-projet', debut: '2018' }),
        une({ statut: 'en-projet', debut: undefined }),
        une({ statut: 'abandonnee', debut: '2019' }),
        une({ debut: '2019' }),
        une({ statut: 'en-cours', debut: '2018-02' }),
        une({ statut: 'en-cours', debut: '2018-02-16' }),
        une({ statut: 'terminee', debut: '2018-03' }),
      ]),
    ).toEqual([0, 0, 0, 0, 0, 0, 1, 1]);
    expect(said(actionContredite, une({ statut: 'en-cours', debut: '2019' }))).toBe(
      '« Action x » est dite en cours, et commence en 2019.',
    );
    // One that the diagnostic tells planned may well have begun by the day of the last document.
    const diagnostic = { livrables: [{ id: 'diagnostic', titre: 'D', date: '2017-06-01' }] };
    const study = une({ statut: 'en-projet', debut: '2017-07' });
    expect(told(actionContredite, { ...study, etude: { ...study.etude, ...diagnostic } })).toEqual([]);
  });
});

describe('a project', () => {
  const un = (rest: object) => ({ ...etude(), projets: [projet('p', rest)] });
  const note = { evaluation: { efficacite: { note: 3 } } };
  it('is not evaluated before it begins, and has no step to come once it is ended', () => {
    expect(told(termineInacheve, un({ etat: 'retenu', ...note }))).toEqual(['projets/p/etat / projets/p/evaluation']);
    const etape = (rest: object) => ({ etat: 'termine', calendrier: [{ etape: 'E', debut: '2018-01', ...rest }] });
    expect(told(termineInacheve, un(etape({ fin: '2018-02-16' })))).toEqual([
      'projets/p/etat / projets/p/calendrier/1/fin',
    ]);
    expect(
      tells(termineInacheve, [
        un({ etat: 'pressenti', ...note }),
        un({ etat: 'en-cours', ...note }),
        un({ etat: 'termine', ...note }),
        un(note),
        un(etape({ fin: '2018-02-15' })),
        un(etape({ fin: '2018-02' })),
        un(etape({})),
        un(etape({ fin: '2018-03', fin_reelle: '2018-02-01' })),
        un({ ...etape({ fin: '2018-03' }), etat: 'en-cours' }),
      ]),
    ).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0]);
  });
  it('has received nothing of what it still waits for', () => {
    const recette = (statut: string | undefined, obtenu: number | undefined) =>
      un({ financements: [{ financeur: 'F', origine: 'public', prevu: 10, statut, obtenu }] });
    expect(
      tells(refuseEtObtenu, [
        recette('sollicite', 1),
        recette('pressenti', 1),
        recette('refuse', 1),
        recette('acquis', 0),
        recette('sollicite', 0),
        recette('pressenti', undefined),
        recette('refuse', 0),
        recette('acquis', 1),
        recette('acquis', undefined),
        recette(undefined, 1),
      ]),
    ).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
    expect(said(refuseEtObtenu, recette('sollicite', 5))).toContain('est une recette seulement sollicitée, et 5 €');
    expect(said(refuseEtObtenu, recette('acquis', 0))).toContain('est une recette acquise, et 0 €');
    const abandonne = {
      projets: [projet('p', { etat: 'abandonne', financements: [{ financeur: 'F', statut: 'acquis', obtenu: 0 }] })],
    };
    expect(tells(refuseEtObtenu, [{ ...etude(), ...abandonne }])).toEqual([0]);
  });
});

describe('a place', () => {
  const study = (rest: object) => ({ ...etude(), ...rest });
  const bas = { lieu: 'Bas' };
  it('that bears the name of a commune is that commune, for a meeting, a project or an action', () => {
    const cases = [
      study({ participation: [rencontre('r', { commune: '99001', ...bas })] }),
      study({ projets: [projet('p', { commune: '99001', ...bas })] }),
      study({ actions: [action('x', { communes: ['99001'], ...bas })] }),
    ];
    expect(cases.flatMap((one) => told(lieuDUneAutreCommune, one))).toEqual([
      'participation/r/lieu / participation/r/commune',
      'projets/p/lieu / projets/p/commune',
      'actions/x/lieu / actions/x/communes',
    ]);
    expect(
      tells(lieuDUneAutreCommune, [
        study({ projets: [projet('p', { commune: '99002', ...bas })] }),
        study({ projets: [projet('p', { commune: '99001', lieu: 'La halle' })] }),
        study({ projets: [projet('p', bas)] }),
        study({ actions: [action('x', { communes: ['99001', '99002'], ...bas })] }),
        study({ actions: [action('x', bas)] }),
        study({ actions: [action('x', { communes: ['99001'], hors_territoire: true, ...bas })] }),
      ]),
    ).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
