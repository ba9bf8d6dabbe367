/** The perimeters side by side: what is theirs, what puts one ahead, and what a scenario costs in each. */
import { describe, expect, it } from 'vitest';
import { analyserPerimetres } from '../../../src/analysis/priorites/perimetres.js';
import { chiffrer } from '../../../src/analysis/scenarios/chiffrage.js';
import { hypothesesDe } from '../../../src/analysis/scenarios/hypotheses.js';
import type { Study } from '../../../src/study/study.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';
import { acteur, action } from '../small-study.js';

describe('the perimeters', () => {
  const base = etudeAvecScenarios([scenario('s')]);
  const perimetres = [
    { id: 'haut', libelle: 'Haut seul', communes: ['99001'] },
    { id: 'tout', libelle: 'Tout', epci: ['200000001'] },
  ];
  const analyse = (rest: object = {}, sized: string[] = ['haut'], actions: object[] = []) => {
    const study = { ...base, actions, territoire: { ...base.territoire, perimetres }, ...rest } as unknown as Study;
    return analyserPerimetres(
      study,
      sized.map((perimetre, i) => {
        const one = scenario(`s${i}`, { perimetre });
        return chiffrer(study, one, hypothesesDe(study));
      }),
    );
  };
  const situe = (id: string, ...communes: string[]) => action(id, { communes } as never);

  it('count the actors and the actions that are theirs, and the arguments given', () => {
    const { liste, question } = analyse(
      {
        acteurs: [
          ...base.acteurs,
          acteur('x', { perimetre: 'haut' } as never),
          acteur('y', { perimetre: 'tout' } as never),
        ],
        priorites: { perimetre: { question: 'Où ?', arguments: [{ perimetre: 'tout', pour: ['P'], contre: ['C'] }] } },
      },
      ['haut'],
      [situe('a', '99001'), situe('b', '99001', '99002'), situe('c', '99002'), action('d')],
    );
    expect(
      liste.map(({ id, acteurs, acteursNonSitues, actions, pour, contre }) => [
        id,
        acteurs,
        acteursNonSitues,
        actions,
        pour,
        contre,
      ]),
    ).toEqual([
      // The one whose perimeter lies in the other is in both.
      ['haut', 1, 3, 2, [], []],
      ['tout', 2, 3, 3, ['P'], ['C']],
    ]);
    // No rate of three actions.
    expect(liste.map(({ actionsPour10000 }) => actionsPour10000)).toEqual([null, null]);
    const many = (n: number) =>
      analyse(
        {},
        ['haut'],
        Array.from({ length: n }, (_, i) => situe(`n${i}`, '99002')),
      ).liste.map(({ actionsPour10000 }) => actionsPour10000);
    expect([many(19), many(20)]).toEqual([
      [null, null],
      [null, 200],
    ]);
    expect([question, analyse().question]).toEqual(['Où ?', null]);
  });

  it('count the actions that the diagnostic counts, and no other', () => {
    const of = (...rests: object[]) =>
      analyse(
        {},
        ['haut'],
        rests.map((own, i) => action(`a${i}`, { communes: ['99001'], ...own } as never)),
      ).liste.map(({ actions }) => actions);
    expect(of({}, { fiabilite: 'illustratif' }, { hors_territoire: true }, { statut: 'en-projet' })).toEqual([1, 1]);
    expect(of({ fiabilite: 'illustratif' })).toEqual([0, 0]);
  });

  it('hold no other perimeter that the study describes in part', () => {
    const official = {
      id: 'n',
      libelle: 'N',
      valeur: 9,
      perimetre: 'haut',
      mesure: 'communes',
      territoire: 'Haut',
      date: '2018',
      fiabilite: 'source',
    };
    const acteurs = [acteur('x', { perimetre: 'haut' } as never)];
    const held = (chiffres_cles: object[]) =>
      analyse({ acteurs, territoire: { ...base.territoire, perimetres, chiffres_cles } }).liste.map(
        (one) => one.acteurs,
      );
    expect([held([]), held([official])]).toEqual([
      [1, 1],
      [1, 0],
    ]);
  });

  it('place a grouping by its communes', () => {
    const territoire = { ...base.territoire, perimetres };
    const epci = territoire.epci?.map((one) => ({ ...one, acteur: 'cdc' }));
    expect(
      analyse({ territoire: { ...territoire, epci } }).liste.map((one) => [one.acteurs, one.acteursNonSitues]),
    ).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  it('are proposed by the study, else by the scenarios, with what puts one ahead; a tie proposes none', () => {
    expect(analyse().proposition).toMatchObject({
      id: 'haut',
      duConsultant: false,
      motif: 'le seul scénario est dimensionné pour lui',
    });
    const ahead = analyse({}, ['tout', 'tout', 'haut'], [situe('a', '99002'), situe('b', '99002')]).proposition;
    // On two actions, nor where a rate stands alone, no rate puts one ahead.
    expect(ahead?.motif).toBe(
      'deux scénarios sur trois sont dimensionnés pour lui ; c’est le plus peuplé et il compte le plus d’actions conduites',
    );
    const vingt = (commune: string) => Array.from({ length: 20 }, (_, i) => situe(`${commune}-${i}`, commune));
    const tout = ['tout', 'tout', 'haut'];
    expect(analyse({}, tout, vingt('99002')).proposition?.motif).not.toContain('10 000');
    expect(analyse({}, ['haut', 'haut', 'tout'], vingt('99001')).proposition?.motif).toContain(
      '; il compte le plus d’actions conduites pour 10 000 habitants',
    );
    expect([analyse({}, ['haut', 'tout']).proposition, analyse({}, []).proposition]).toEqual([null, null]);
    const alone = { territoire: { ...base.territoire, perimetres: perimetres.slice(0, 1) } };
    expect(analyse(alone).proposition).toBeNull();
    expect(analyse({ priorites: { perimetre: { proposition: 'tout', arguments: [] } } }).proposition).toMatchObject({
      id: 'tout',
      motif: 'la raison n’en est pas écrite',
      duConsultant: true,
    });
    expect(analyse({ priorites: { perimetre: { proposition: 'inconnu', arguments: [] } } }).proposition?.id).toBe(
      'haut',
    );
  });

  it('share the inhabitants of the usual one, by hand', () => {
    const { liste } = analyse({}, ['haut', 'haut', 'tout']);
    expect(liste.map(({ partCommune }) => partCommune)).toEqual([1, 0.3]);
    expect(analyse({}, ['haut', 'tout']).liste.map(({ partCommune }) => partCommune)).toEqual([null, null]);
    // 20 requests a year, 25 000 €, for 300 inhabitants then 1 000.
    expect(liste.map(({ couts }) => couts[0])).toEqual([
      {
        scenario: 'Scénario s0',
        dimensionne: true,
        coutParHabitant: expect.closeTo(25000 / 300, 9),
        demandesPourMille: expect.closeTo(20 / 0.3, 9),
        coutAServiceEgal: 25000,
        aideEuropeenne: 0,
      },
      {
        scenario: 'Scénario s0',
        dimensionne: false,
        coutParHabitant: 25,
        demandesPourMille: 20,
        coutAServiceEgal: expect.closeTo(250000 / 3, 6),
        aideEuropeenne: 0,
      },
    ]);
  });

  it('are aided by Europe where the one that gives has its territory', () => {
    const own = [...perimetres, { id: 'bas', libelle: 'Bas', communes: ['99002'] }];
    const donneur = (perimetre: string | undefined) => {
      const study = {
        ...base,
        acteurs: [...base.acteurs, acteur('gal', { perimetre } as never)],
        territoire: { ...base.territoire, perimetres: own },
      } as unknown as Study;
      const aide = {
        id: 'e',
        financeur: 'gal',
        nature: 'subvention',
        origine: 'europe',
        montant: 1000,
        statut: 'acquis',
      };
      const one = scenario('s', { perimetre: 'tout', financements: [aide] } as never);
      return analyserPerimetres(study, [chiffrer(study, one, hypothesesDe(study))]).liste.map(({ id, couts }) => [
        id,
        Math.round(couts[0]?.aideEuropeenne ?? -1),
      ]);
    };
    expect(donneur(undefined)).toEqual([
      ['haut', 300],
      ['tout', 1000],
      ['bas', 700],
    ]);
    expect(donneur('haut')).toEqual([
      ['haut', 1000],
      ['tout', 1000],
      ['bas', 0],
    ]);
  });
});
