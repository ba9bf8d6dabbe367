/** Trials and thresholds that tell nothing apart, and those that do. */
import { describe, expect, it } from 'vitest';
import {
  epreuveSansEffet,
  essentielDispensable,
  seuilSansPrise,
} from '../../../../src/analysis/coherence/regles/choix-du-scenario/epreuves.js';
import { analyserScenarios } from '../../../../src/analysis/scenarios/index.js';
import { etudeAvecScenarios, scenario } from '../../small-scenario.js';
import { etude } from '../../small-study.js';
import { aide, base, mare, said, tells, told } from '../told.js';

/** Own funds that cover any rise of costs. */
const fonds = {
  ...aide,
  financeur: 'cdc',
  nature: 'autofinancement',
  montant: 1e6,
  taux: undefined,
  plafond: undefined,
};
const solide = (id: string) => scenario(id, { financements: [fonds] as never });
const fragile = (id: string) => scenario(id);
const avec = (epreuve: object, scenarios = [fragile('a'), fragile('b')]) =>
  etudeAvecScenarios(scenarios, [], {
    viabilite: { epreuves: [{ id: 'e', libelle: 'Tout monte', type: 'hausse-couts', ...epreuve }] },
  } as never);

describe('a trial', () => {
  const at = 'criteres/viabilite/epreuves/e / scenarios/a / scenarios/b';
  it('that all fail, or all stand, is told; one that parts them, or is kept for a reason, is not', () => {
    expect(told(epreuveSansEffet, avec({ valeur: 0.5 }))).toEqual([at]);
    expect(said(epreuveSansEffet, avec({ valeur: 0.5 }))).toBe(
      'aucun des deux scénarios ne passe l’épreuve « Tout monte » : elle n’en départage aucun.',
    );
    expect(told(epreuveSansEffet, avec({}, [solide('a'), solide('b')]))).toEqual([at]);
    expect(said(epreuveSansEffet, avec({}, [solide('a'), solide('b')]))).toBe(
      'les deux scénarios passent tous l’épreuve « Tout monte » : elle n’en départage aucun.',
    );
    expect(
      tells(epreuveSansEffet, [
        avec({}, [solide('a'), fragile('b')]),
        avec({ motif: 'elle dit combien il manque' }),
        avec({}, [fragile('a')]),
        avec({}, []),
        { ...avec({}), criteres: null },
        etude(),
      ]),
    ).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('that takes nothing from any scenario is told, kept or not, even of one; of some, it parts them', () => {
    const part = { type: 'depart-partenaire', acteur: 'region', motif: 'pour voir' };
    const sansElle = (id: string) => scenario(id, { financements: base.financements.slice(1) });
    expect(tells(epreuveSansEffet, [avec(part, [sansElle('a'), sansElle('b')]), avec(part, [sansElle('a')])])).toEqual([
      1, 1,
    ]);
    expect(said(epreuveSansEffet, avec(part, [sansElle('a')]))).toBe(
      'l’épreuve « Tout monte » n’éprouve aucun scénario : La Région n’est pas de ce scénario.',
    );
    const seul = scenario('b', { partenaires: [] });
    const tous = { type: 'depart-partenaire' };
    expect(tells(epreuveSansEffet, [avec(tous, [fragile('a'), seul]), avec(tous, [seul])])).toEqual([0, 1]);
  });

  it('that a scenario stands without a partner said essential is told, unless it says why it is kept', () => {
    const depart = { type: 'depart-partenaire', acteur: 'mare' };
    // Nothing is asked of the partners, and nobody holds a function.
    const free = (rest: object = {}) =>
      scenario('a', {
        roles: [],
        modalites: [{ ...base.modalites[0], part_partenaires: 0 }],
        partenaires: [{ ...mare, essentiel: true, ...rest }],
      } as never);
    expect(told(essentielDispensable, avec(depart, [free()]))).toEqual([
      'scenarios/a/partenaires/1/essentiel / criteres/viabilite/epreuves/e',
    ]);
    expect(
      tells(essentielDispensable, [
        avec({ ...depart, motif: 'ses terres sont à lui seul' }, [free()]),
        avec(depart, [free({ essentiel: false })]),
        avec({ type: 'depart-partenaire' }, [free()]),
        avec(depart, [fragile('a')]),
      ]),
    ).toEqual([0, 0, 0, 0]);
  });

  it('has no object without the one who would leave: partner, employer or funder', () => {
    const of = (epreuve: object, rest: object = {}) =>
      analyserScenarios(avec(epreuve, [scenario('a', rest)])).scenarios[0]?.viabilite.epreuves[0]?.sansObjet;
    const depart = (acteur?: string) => ({ type: 'depart-partenaire', ...(acteur ? { acteur } : {}) });
    const perte = (acteur?: string) => ({ type: 'perte-premier-financeur', ...(acteur ? { acteur } : {}) });
    expect([of(depart()), of(depart('mare')), of(depart('cdc')), of(depart('region'))]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    const own = base.financements.slice(1);
    expect(of(depart('region'), { financements: own })).toBe(true);
    expect(of(depart('region'), { financements: own, roles: [{ fonction: 'former', acteurs: ['region'] }] })).toBe(
      false,
    );
    expect([of(perte()), of(perte('region')), of(perte('mare'))]).toEqual([false, false, true]);
    expect(of(perte(), { financements: [{ ...aide, financeur: 'cdc', nature: 'autofinancement' }] })).toBe(true);
  });
});

describe('a threshold', () => {
  const of = (viabilite: object, references: object[] = []) => ({
    ...etudeAvecScenarios([scenario('a')], [], { viabilite } as never),
    references,
  });
  it('that no figure can miss is told, and one hundredth under it is not', () => {
    for (const [field, test, vain, fine] of [
      ['seuil_equilibre', 'equilibre', 1, 0.99],
      ['seuil_dependance', 'dependance', 1, 0.99],
      ['seuil_herfindahl', 'concentration', 1, 0.99],
      ['engagement_minimal', 'partenaires', 'pressenti', 'contacte'],
    ] as const) {
      expect(told(seuilSansPrise, of({ [field]: vain })), field).toEqual([
        `criteres/viabilite/${field} / criteres/viabilite`,
      ]);
      expect(told(seuilSansPrise, of({ [field]: vain, poids: {} })), field).toEqual([
        `criteres/viabilite/${field} / criteres/viabilite/poids`,
      ]);
      expect(
        tells(seuilSansPrise, [of({ [field]: fine }), of({ [field]: vain, poids: { [test]: 0 } }), of({})]),
        field,
      ).toEqual([0, 0, 0]);
    }
    expect(told(seuilSansPrise, etude())).toEqual([]);
  });

  it('of own funds is between nothing and all of the receipts, in per cent', () => {
    const part = (valeur: number | string | undefined) =>
      of({ reference_autofinancement: 'r' }, [
        { id: 'autre', titre: 'A', valeur: 0 },
        { id: 'r', titre: 'R', valeur },
      ]);
    expect(tells(seuilSansPrise, [0, 0.2, 20, 100, 100.1, -1, '20', undefined].map(part))).toEqual([
      1, 0, 0, 0, 1, 1, 0, 0,
    ]);
    expect(told(seuilSansPrise, part(0))).toEqual([
      'criteres/viabilite/reference_autofinancement / references/r/valeur',
    ]);
    expect([said(seuilSansPrise, part(101)), said(seuilSansPrise, part(0))]).toEqual([
      '« R » demande 101 % de recettes propres : aucun scénario ne peut les avoir.',
      '« R » demande 0 % de recettes propres : aucun ne peut en manquer.',
    ]);
  });
});
