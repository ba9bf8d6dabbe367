/** The mode opératoire, the frame of the choice and the rules of aids: each rule at its limits. */
import { describe, expect, it } from 'vitest';
import { totalOfficiel } from '../../../../src/analysis/coherence/regles/chiffres/perimetres.js';
import {
  domaineSansNote,
  perimetreNonPropose,
  sensContraire,
  seuilsInverses,
  suitesConcurrentes,
} from '../../../../src/analysis/coherence/regles/choix-du-scenario/cadre.js';
import { seuilSansTri } from '../../../../src/analysis/coherence/regles/choix-du-scenario/priorites.js';
import {
  aideApresSaRegle,
  posteSousLaQuotite,
} from '../../../../src/analysis/coherence/regles/financement/programme.js';
import {
  conventionSansPartenaire,
  natureSansChapitre,
  prixDesConventions,
  regleEmprunteeSansCondition,
} from '../../../../src/analysis/coherence/regles/mode-operatoire/mode-operatoire.js';
import { critere, etudeAvecScenarios } from '../../small-scenario.js';
import { besoin, etude } from '../../small-study.js';
import { aide, avec, base, count, poste, said, told } from '../told.js';

describe('the mode opératoire and its scenario', () => {
  const conventions = (...list: object[]) => ({
    ...avec(),
    mode_operatoire: { scenario: 'a', parcours: [], conventions: list },
  });
  it('days have prices up to their double, the highest told against the lowest', () => {
    const paid = (...prix: number[]) =>
      conventions(
        { partenaire: 'mare', jours_an: 5 },
        ...prix.map((n, i) => ({
          ...(i === 0 ? { id: 'c' } : {}),
          partenaire: i === 0 ? 'mare' : 'region',
          montant: 10 * n,
          jours_an: 10,
        })),
      );
    for (const fine of [paid(100, 200), paid(100, 200, 150), paid(100), paid()])
      expect(told(prixDesConventions, fine)).toEqual([]);
    expect(told(prixDesConventions, paid(100, 150, 200.1))).toEqual([
      'mode_operatoire/conventions/4 / mode_operatoire/conventions/c',
    ]);
    expect(said(prixDesConventions, paid(100, 250))).toBe(
      'un jour revient à 250 € avec La Région et à 100 € avec La Mare.',
    );
    expect(told(prixDesConventions, { ...paid(100, 900), mode_operatoire: null })).toEqual([]);
    expect(
      told(prixDesConventions, {
        ...paid(100, 900),
        mode_operatoire: { ...paid(100, 900).mode_operatoire, scenario: 'x' },
      }),
    ).toEqual([]);
  });
  it('a convention is with one whom the scenario counts', () => {
    const one = (partenaire: string) => conventions({ partenaire: 'mare' }, { partenaire });
    expect(told(conventionSansPartenaire, one('inconnu'))).toEqual([
      'mode_operatoire/conventions/2/partenaire / scenarios/a/partenaires',
    ]);
    for (const known of ['mare', 'region', 'cdc']) expect(told(conventionSansPartenaire, one(known))).toEqual([]);
    // Each member of a group pays, whoever is named for it.
    const groupe = (...membres: string[]) => {
      const study = one('voisine');
      const [a, ...rest] = study.scenarios;
      const source = { id: 'g', financeur: 'mare', groupe: membres.map((acteur) => ({ acteur, part: 0.5 })) };
      return { ...study, scenarios: [{ ...a, financements: [source] }, ...rest] };
    };
    expect(told(conventionSansPartenaire, groupe('mare', 'voisine'))).toEqual([]);
    expect(told(conventionSansPartenaire, groupe('mare', 'region'))).toHaveLength(1);
    expect(told(conventionSansPartenaire, etude())).toEqual([]);
  });
  it('each nature has its chapter, where there are chapters', () => {
    const chapitre = (natures: string[], rest: object = {}) => ({ chapitre: '011', libelle: 'C', natures, ...rest });
    const all = [
      chapitre(['humain', 'frais-indirects', 'virement']),
      chapitre(['materiel'], { section: 'investissement' }),
      chapitre(['virement'], { section: 'investissement', sens: 'recette' }),
      chapitre(['subvention', 'autofinancement'], { sens: 'recette' }),
    ];
    const one = (nomenclature: object[] | undefined) => ({
      ...avec(),
      mode_operatoire: { scenario: 'a', parcours: [], nomenclature },
    });
    const lacking = said(natureSansChapitre, one(all.slice(1)));
    expect(told(natureSansChapitre, one(all.slice(1)))).toEqual(['mode_operatoire/nomenclature / scenarios/a/moyens']);
    expect(lacking).toContain('frais indirects (dépense de fonctionnement, 2 000 €)');
    for (const fine of [one(all), one([]), one(undefined), etude()]) expect(said(natureSansChapitre, fine)).toBe('');
  });
  it('a rule that is borrowed is confirmed by a condition, where there are conditions', () => {
    const one = (rest: object, financement?: string, conditions: object | undefined = {}) => ({
      ...avec({ financements: [base.financements[1], { ...aide, ...rest }] }),
      mode_operatoire: {
        scenario: 'a',
        parcours: [],
        conditions: conditions && {
          techniques: [],
          juridiques: [],
          financieres: financement ? [{ libelle: 'C', financement }] : [],
        },
      },
    });
    expect(told(regleEmprunteeSansCondition, one({ regle_empruntee: 'R' }))).toEqual([
      'scenarios/a/financements/aide/regle_empruntee / mode_operatoire/conditions',
    ]);
    expect(told(regleEmprunteeSansCondition, one({ regle_empruntee: 'R', id: undefined }, 'x'))[0]).toContain(
      'financements/2/',
    );
    for (const fine of [
      one({}),
      one({ regle_empruntee: 'R' }, 'aide'),
      { ...one({ regle_empruntee: 'R' }), mode_operatoire: { scenario: 'a', parcours: [] } },
      etude(),
    ])
      expect(told(regleEmprunteeSansCondition, fine)).toEqual([]);
  });
});

describe('the frame of the choice', () => {
  it('a threshold that nine pairs of ten pass sorts nothing, from six pairs', () => {
    const ids = Array.from({ length: 10 }, (_, i) => `d${i}`);
    // The importance alone weighs: 5 is 100 points, 1 is 0.
    const study = (high: number, low: number, prioritaire = 50) => {
      const base = etude();
      const domaines = ids.map((id) => ({ id, libelle: id }));
      return {
        ...etude({
          besoins: ids
            .slice(0, high + low)
            .map((id, i) => besoin(id, { domaines: [id], importance: i < high ? 5 : 1 })),
        }),
        etude: { ...base.etude, domaines },
        priorites: {
          poids: { importance: 100, non_couvert: 0, capacite: 0, cadre: 0, eligibilite: 0 },
          seuils: { prioritaire, secondaire: 10 },
        },
      };
    };
    expect(
      [study(9, 1), study(8, 2), study(10, 0), study(6, 0), study(5, 0), study(5, 1)].map((one) =>
        count(seuilSansTri, one),
      ),
    ).toEqual([1, 0, 1, 1, 0, 0]);
    expect(said(seuilSansTri, study(9, 1))).toContain('9 des 10 croisements');
    expect([etude(), { ...study(9, 1), besoins: [] }].map((one) => count(seuilSansTri, one))).toEqual([0, 0]);
  });

  it('thresholds in order, a note for each domain where it weighs', () => {
    const seuils = (prioritaire: number, secondaire: number) =>
      told(seuilsInverses, { ...etude(), priorites: { seuils: { prioritaire, secondaire } } });
    expect([seuils(50, 40), seuils(40, 40), seuils(30, 40), told(seuilsInverses, etude())]).toEqual([
      [],
      ['priorites/seuils/prioritaire / priorites/seuils/secondaire'],
      ['priorites/seuils/prioritaire / priorites/seuils/secondaire'],
      [],
    ]);
    const noted = (axe: 'cadre' | 'eligibilite', domaines: string[], poids = 10) =>
      told(domaineSansNote, {
        ...etude(),
        priorites: {
          poids: { cadre: 0, eligibilite: 0, [axe]: poids },
          [axe]: domaines.map((domaine) => ({ domaine, note: 3 })),
        },
      });
    for (const axe of ['cadre', 'eligibilite'] as const) {
      expect(noted(axe, ['eau'])).toEqual([`priorites/${axe} / priorites/poids/${axe}`]);
      expect([noted(axe, ['eau', 'air']), noted(axe, []), noted(axe, ['eau'], 0)]).toEqual([[], [], []]);
    }
    expect(told(domaineSansNote, etude())).toEqual([]);
  });
  it('a perimeter that is proposed is costed, a cost rewards the least, one way on is proposed', () => {
    const proposed = (proposition: string | undefined, study: object = avec()) =>
      told(perimetreNonPropose, { ...study, priorites: { perimetre: { proposition } } });
    expect([proposed('tout'), proposed('haut'), proposed(undefined), proposed('tout', etude())]).toEqual([
      ['priorites/perimetre/proposition / scenarios/a/perimetre'],
      [],
      [],
      [],
    ]);
    expect(
      said(perimetreNonPropose, { ...avec({ perimetre: 'tout' }), priorites: { perimetre: { proposition: 'haut' } } }),
    ).toContain('« Haut seul »');
    const judged = (role: 'cout' | 'benefice', sens: 'max' | 'min') =>
      told(sensContraire, etudeAvecScenarios([], [critere('x', 1, { role, sens })]));
    expect([judged('cout', 'max'), judged('cout', 'min'), judged('benefice', 'max')]).toEqual([
      ['criteres/criteres/x/sens / criteres/criteres/x/role'],
      [],
      [],
    ]);
    const ways = (...proposees: boolean[]) =>
      told(suitesConcurrentes, {
        ...etude(),
        evaluation: { suites: proposees.map((proposee, i) => ({ option: 'continuer', resume: `S${i}.`, proposee })) },
      });
    expect([ways(true, false, true), ways(true, false), ways(false), told(suitesConcurrentes, etude())]).toEqual([
      ['evaluation/suites/3/proposee / evaluation/suites/1/proposee'],
      [],
      [],
      [],
    ]);
  });
});

describe('aids and their rules', () => {
  const references = (rest: object) => [
    { id: 'autre', theme: 'x', titre: 'X', regle: 'X', part_poste_minimale: 1 },
    { id: 'r', theme: 'x', titre: 'Règle', regle: 'R', ...rest },
  ];
  it('an aid is counted to the last month of its rule at the latest', () => {
    const one = (applicable_au: string | undefined, rest: object = {}, scenarioRest: object = {}) =>
      told(
        aideApresSaRegle,
        avec(
          { demarrage: '2019-03', financements: [{ ...aide, reference: 'r', ...rest }], ...scenarioRest },
          { references: references(applicable_au ? { applicable_au, fin_annoncee: applicable_au } : {}) },
        ),
      );
    const at = ['scenarios/a/financements/aide / references/r'];
    // 9 000 € a year: two months of the second year are after December 2020.
    expect(
      said(
        aideApresSaRegle,
        avec(
          {
            demarrage: '2019-03',
            financements: [{ ...aide, plafond: undefined, taux: undefined, montant: 9000, reference: 'r' }],
          },
          { references: references({ applicable_au: '2020-12', fin_annoncee: '2020-12' }) },
        ),
      ),
    ).toMatch(/décembre 2020 : 1 500 € sont comptés après \(2\smois\)\.$/);
    // Under a ceiling of 9 000 € that ten months at 833 € do not reach: not two twelfths of it.
    expect(
      said(
        aideApresSaRegle,
        avec(
          { demarrage: '2019-03', financements: [{ ...aide, reference: 'r' }] },
          { references: references({ applicable_au: '2020-12', fin_annoncee: '2020-12' }) },
        ),
      ),
    ).toMatch(/comptés après \(2\smois, ce que laisse le plafond de 9\s000\s€ par an\)\.$/);
    // Two years from March 2019: to February 2021.
    expect([one('2021-02'), one('2021-02-28'), one('2021-01-31'), one('2020')]).toEqual([[], [], at, at]);
    // Paid the first year alone: to February 2020, and no later than the years costed.
    expect([one('2020-02', { annees: [1] }), one('2020-01-31', { annees: [1] })]).toEqual([[], at]);
    expect(one('2021-02', { annees: [1, 9] })).toEqual([]);
    expect([
      one(undefined),
      one('2020', { cloture: '2020-12' }),
      one('2020', { reference: 'x' }),
      one('2020', {}, { demarrage: undefined }),
      one('2020', {}, { demarrage: '2019' }),
    ]).toEqual([[], [], [], [], []]);
    expect([one('2020-12', {}, { demarrage: '2019-01' }), one('2020-11', {}, { demarrage: '2019-01' })]).toEqual([
      [],
      at,
    ]);
  });
  it('a post that it pays is as long as its rule asks', () => {
    const one = (rest: object = {}, own: object = {}, least: number | undefined = 0.8) =>
      told(
        posteSousLaQuotite,
        avec(
          {
            moyens: {
              humains: [
                { ...poste, etp: 0.8 },
                { ...poste, id: 'court', ...own },
              ],
            },
            financements: [{ ...aide, plafond: undefined, reference: 'r', ...rest }],
          },
          { references: references(least === undefined ? {} : { part_poste_minimale: least }) },
        ),
      );
    const at = ['scenarios/a/moyens/humains/court / references/r'];
    expect([
      one(),
      one({}, { etp: 0.79 }),
      one({}, { etp: 0.8 }),
      one({}, { etp: 0 }),
      one({}, { porteur: 'mare' }),
    ]).toEqual([at, at, [], [], []]);
    expect(one({ reference: undefined, regles: ['r'] })).toEqual(at);
    expect(one({ assiette_porteurs: ['cdc', 'mare'] }, { porteur: 'mare' })).toEqual(at);
    expect([
      one({ reference: undefined }),
      one({ part_poste_minimale: 0.5 }),
      one({ taux: undefined }),
      one({ assiette: ['materiel'] }),
      one({ lignes_exclues: ['court'] }),
    ]).toEqual([[], [], [], [], []]);
    // Half of 40 000 € for half a post, over two years; under a ceiling, what it lets through.
    const dit = (plafond: number | undefined, humains: object[] = [poste]) =>
      said(
        posteSousLaQuotite,
        avec(
          { moyens: { humains }, financements: [{ ...aide, plafond, reference: 'r' }] },
          { references: references({ part_poste_minimale: 0.8 }) },
        ),
      );
    expect(dit(undefined)).toContain('20 000 € d’aide sur 2 ans');
    expect(dit(9000)).toContain('18 000 € d’aide sur 2 ans');
    // A long post reaches the ceiling alone: nothing depends on the short one.
    expect(
      dit(9000, [
        { ...poste, etp: 0.8 },
        { ...poste, id: 'court' },
      ]),
    ).toBe('');
  });
});

describe('a perimeter and its official totals', () => {
  it('name the figure that is compared, and both measures where both differ', () => {
    const figure = (id: string, valeur: number, mesure: string, rest: object = {}) => ({
      id,
      libelle: id,
      valeur,
      perimetre: 'tout',
      mesure,
      ...rest,
    });
    const of = (chiffres_cles: object[], communes = ['99001', '99002']) => {
      const study = etude();
      return {
        ...study,
        territoire: { ...study.territoire, perimetres: [{ id: 'tout', libelle: 'Tout', communes }], chiffres_cles },
      };
    };
    const both = of([
      figure('a', 2, 'communes', { perimetre: 'haut' }),
      figure('n', 3, 'communes'),
      figure('h', 2000, 'population'),
    ]);
    expect(told(totalOfficiel, both)).toEqual([
      'territoire/perimetres/tout / territoire/chiffres_cles/n / territoire/chiffres_cles/h',
    ]);
    expect(said(totalOfficiel, both)).toBe(
      'le périmètre « Tout » compte, par ses communes décrites, 2 communes au lieu de 3 et 1 000 habitants au lieu de 2 000.',
    );
    expect(said(totalOfficiel, of([figure('n', 3, 'communes')], ['99001']))).toContain(
      'communes décrites, 1 commune au lieu de 3.',
    );
    expect(told(totalOfficiel, of([figure('n', 2, 'communes'), figure('h', 1000, 'population')]))).toEqual([]);
    expect([told(totalOfficiel, of([])), told(totalOfficiel, etude())]).toEqual([[], []]);
  });
});
