/** Conventions against the budget, the law and the receipts: each rule at its limits, and where it has nothing to say. */
import { describe, expect, it } from 'vitest';
import {
  aideSansBudget,
  baseDeConvention,
  conventionsHorsBudget,
  recetteSansConvention,
} from '../../../../src/analysis/coherence/regles/financement/conventions.js';
import { accordPossible, type NatureAccord } from '../../../../src/analysis/mode-operatoire/conventions.js';
import type { Nature } from '../../../../src/analysis/natures.js';
import type { Acteur, Scenario } from '../../../../src/study/types.gen.js';
import { etudeAvecScenarios, scenario } from '../../small-scenario.js';
import { acteur } from '../../small-study.js';
import { base, count, found } from '../told.js';

/** A study whose scenario `a` is the one put to work, among two; its mode opératoire holds these conventions. */
const avec = (conventions: object[], rest: Partial<Scenario> = {}, study: object = {}) => ({
  ...etudeAvecScenarios([scenario('z', { financements: [] }), scenario('a', rest)]),
  mode_operatoire: { scenario: 'a', conventions },
  ...study,
});

describe('conventions paid by a line of the budget', () => {
  // The line « frais » foresees 2 000 € a year.
  const paid = (...montants: (number | object | undefined)[]) =>
    avec(montants.map((montant, i) => ({ id: `c${i}`, partenaire: 'mare', ligne: 'frais', montant })));

  it('make its amount, one euro aside on both sides', () => {
    expect([2000, 2001, 1999].map((euros) => count(conventionsHorsBudget, paid(euros)))).toEqual([0, 0, 0]);
    expect([2001.01, 1998.99].map((euros) => count(conventionsHorsBudget, paid(euros)))).toEqual([1, 1]);
  });

  it('are added up, a range for its most likely amount, one without payment for nothing', () => {
    expect(count(conventionsHorsBudget, paid(500, { min: 1, mode: 1500, max: 9000 }, undefined))).toBe(0);
    const [one, ...none] = found(conventionsHorsBudget, paid(500, 700));
    expect(none).toEqual([]);
    expect(one?.chemin).toBe('mode_operatoire/conventions/c0');
    expect(one?.contre).toEqual(['scenarios/a/moyens/fonctionnement/frais']);
    expect(one?.message.replace(/\s/g, ' ')).toBe(
      'les conventions payées par « Frais » font 1 200 € par an ; la ligne en prévoit 2 000 €.',
    );
  });

  it('are told line by line, at the first convention that names it, by its rank where it has no id', () => {
    const line = (id: string, cout_annuel: number) => ({
      id,
      libelle: id,
      porteur: 'cdc',
      nature: 'autre',
      cout_annuel,
    });
    const study = avec(
      [
        { partenaire: 'mare', montant: 9000 },
        { partenaire: 'mare', ligne: 'frais', montant: 10 },
        { partenaire: 'mare', ligne: 'mission', montant: 300 },
        { partenaire: 'mare', ligne: 'accueil', montant: 20 },
      ],
      {
        moyens: {
          humains: [],
          fonctionnement: [line('frais', 50), line('mission', 300), line('accueil', 60)] as never,
        },
      },
    );
    expect(found(conventionsHorsBudget, study).map(({ chemin }) => chemin)).toEqual([
      'mode_operatoire/conventions/2',
      'mode_operatoire/conventions/4',
    ]);
  });

  it('say nothing of a line that the scenario has not, nor without scenario or conventions', () => {
    expect(count(conventionsHorsBudget, avec([{ id: 'c', partenaire: 'mare', ligne: 'autre', montant: 9 }]))).toBe(0);
    expect(count(conventionsHorsBudget, { ...paid(9), mode_operatoire: { scenario: 'x' } })).toBe(0);
    expect(count(conventionsHorsBudget, { ...paid(9), mode_operatoire: null })).toBe(0);
    expect(
      count(
        conventionsHorsBudget,
        avec([{ id: 'c', partenaire: 'mare', ligne: 'frais', montant: 9 }], { moyens: { humains: [] } }),
      ),
    ).toBe(0);
  });
});

describe('the base of a convention', () => {
  it('depends on who the partner is: what each nature may sign', () => {
    const rows: [Nature, Record<NatureAccord, boolean>][] = [
      ['public', { cooperation: true, subvention: true, achat: true, gratuit: true }],
      ['association', { cooperation: false, subvention: true, achat: true, gratuit: true }],
      ['entreprise', { cooperation: false, subvention: false, achat: true, gratuit: true }],
      ['exploitation', { cooperation: false, subvention: false, achat: true, gratuit: true }],
      ['particulier', { cooperation: false, subvention: false, achat: true, gratuit: true }],
    ];
    for (const [nature, accords] of rows)
      for (const [accord, possible] of Object.entries(accords))
        expect(accordPossible(accord as NatureAccord, nature), `${accord} ${nature}`).toBe(possible);
    // A bearer that is no public body co-operates with none.
    expect(accordPossible('cooperation', 'public', 'collectivite', 'association')).toBe(false);
    expect(accordPossible('cooperation', 'public', 'collectivite', 'public')).toBe(true);
    expect(accordPossible(undefined, 'public')).toBeNull();
    expect(accordPossible('cooperation', null)).toBeNull();
  });

  it('is not known of companies that a law of their own opens, purchases and gifts aside', () => {
    for (const type of ['scic', 'sem', 'spl'] as const) {
      for (const accord of ['cooperation', 'subvention'] as const)
        expect(accordPossible(accord, 'entreprise', type), `${accord} ${type}`).toBeNull();
      for (const accord of ['achat', 'gratuit'] as const)
        expect(accordPossible(accord, 'entreprise', type), `${accord} ${type}`).toBe(true);
    }
    expect(accordPossible('subvention', 'entreprise', 'cooperative')).toBe(false);
  });

  const signed = (type: Acteur['type'], convention: object, concerne?: Nature[]) =>
    found(
      baseDeConvention,
      avec(
        [{ partenaire: 'mare', ...convention }],
        {},
        {
          acteurs: [acteur('cdc'), acteur('mare', { type, nom: 'La Mare' })],
          references: [
            { id: 'autre', theme: 'conventions', titre: 'Autre', regle: 'R.', concerne: [] },
            { id: 'r', theme: 'conventions', titre: 'La règle', regle: 'R.', ...(concerne ? { concerne } : {}) },
          ],
        },
      ),
    );

  it('is told where the law does not permit it, at its nature, by its rank without id', () => {
    const [one, ...none] = signed('association', { id: 'c', nature: 'cooperation' });
    expect(none).toEqual([]);
    expect([one?.chemin, one?.contre]).toEqual(['mode_operatoire/conventions/c/nature', ['acteurs/mare/type']]);
    expect(one?.message).toBe('la convention avec La Mare est dite « coopération » ; ce partenaire est : association.');
    expect(signed('entreprise', { nature: 'subvention' })[0]?.chemin).toBe('mode_operatoire/conventions/1/nature');
  });

  it('is told where its rule is for others, at its reference', () => {
    const [one] = signed('association', { id: 'c', nature: 'achat', reference: 'r' }, ['public', 'entreprise']);
    expect([one?.chemin, one?.contre]).toEqual([
      'mode_operatoire/conventions/c/reference',
      ['acteurs/mare/type', 'references/r'],
    ]);
    expect(one?.message).toBe(
      'la convention avec La Mare (association) cite « La règle », qui ne vaut que pour : personne publique et entreprise ou coopérative.',
    );
    // Both at once: the nature comes first, alone.
    const [both] = signed('association', { id: 'c', nature: 'cooperation', reference: 'r' }, ['public']);
    expect([both?.chemin, both?.contre]).toEqual(['mode_operatoire/conventions/c/nature', ['acteurs/mare/type']]);
  });

  it('is right, or not judged: a rule for all or for this nature, a nature not told, an unknown partner', () => {
    for (const fine of [
      signed('association', { nature: 'achat', reference: 'r' }, ['public', 'association']),
      signed('association', { nature: 'achat', reference: 'r' }),
      signed('association', { nature: 'achat', reference: 'inconnue' }, []),
      signed('association', { reference: 'r' }),
      signed('reseau', { nature: 'cooperation', reference: 'r' }, ['public']),
      signed('association', { partenaire: 'inconnu', nature: 'cooperation' }),
    ])
      expect(fine).toEqual([]);
    expect(count(baseDeConvention, { ...avec([]), mode_operatoire: null })).toBe(0);
  });
});

describe('a participation expected', () => {
  const source = (rest: object) => ({
    id: 'part',
    libelle: 'Part',
    financeur: 'mare',
    nature: 'participation',
    montant: 500,
    ...rest,
  });
  const expected = (rest: object, ...conventions: object[]) =>
    avec(conventions.length > 0 ? conventions : [{ id: 'c', partenaire: 'mare' }], {
      financements: [...base.financements, source(rest)] as never,
    });
  const received = (montant: number, rest: object = {}) => ({
    id: 'c',
    partenaire: 'mare',
    sens: 'recu',
    financement: 'part',
    montant,
    ...rest,
  });

  it('is secured by its conventions, one euro aside on both sides', () => {
    expect([500, 501, 499].map((n) => count(recetteSansConvention, expected({}, received(n))))).toEqual([0, 0, 0]);
    expect([501.5, 498.5].map((n) => count(recetteSansConvention, expected({}, received(n))))).toEqual([1, 1]);
    expect(count(recetteSansConvention, expected({}, received(200), received(300)))).toBe(0);
  });

  it('is not by what is paid out, nor by what comes for another', () => {
    expect(count(recetteSansConvention, expected({}, received(500, { sens: 'verse' })))).toBe(1);
    expect(count(recetteSansConvention, expected({}, received(500, { financement: 'aide' })))).toBe(1);
    const [one] = found(recetteSansConvention, expected({}));
    expect([one?.chemin, one?.contre]).toEqual(['scenarios/a/financements/part', ['mode_operatoire/conventions']]);
    expect(one?.message.replace(/\s/g, ' ')).toBe(
      '« Part » est attendue pour 500 € ; les conventions en assurent 0 €.',
    );
    // Its rank where it has no id; its id, then a word for all, where it has no label.
    expect(found(recetteSansConvention, expected({ id: undefined }))[0]?.chemin).toBe('scenarios/a/financements/3');
    expect(found(recetteSansConvention, expected({ libelle: undefined }))[0]?.message).toContain('« part »');
    expect(found(recetteSansConvention, expected({ libelle: undefined, id: undefined }))[0]?.message).toContain(
      '« une participation »',
    );
  });

  it('is asked of no other receipt, of no payment of the bearer to itself, and of no study without conventions', () => {
    for (const fine of [{ nature: 'subvention' }, { financeur: 'cdc' }, { montant: undefined }])
      expect(count(recetteSansConvention, expected(fine))).toBe(0);
    expect(count(recetteSansConvention, { ...expected({}), mode_operatoire: { scenario: 'a', conventions: [] } })).toBe(
      0,
    );
    expect(
      count(recetteSansConvention, { ...expected({}), mode_operatoire: { scenario: 'x', conventions: [{}] } }),
    ).toBe(0);
  });
});

describe('a project paid by the bearer of the dispositif', () => {
  const helped = (source: object, fonctionnement: object[] = []) =>
    avec(
      [],
      { moyens: { humains: [], fonctionnement: fonctionnement as never } },
      {
        projets: [
          { id: 'seul', titre: 'Seul' },
          {
            id: 'p',
            titre: 'Le projet',
            financements: [
              { acteur: 'mare', prevu: 9 },
              { acteur: 'cdc', ...source },
            ],
          },
        ],
      },
    );

  it('has a fund in the budget, or is told at its source', () => {
    const [one, ...none] = found(aideSansBudget, helped({ prevu: 100 }));
    expect(none).toEqual([]);
    expect([one?.chemin, one?.contre]).toEqual(['projets/p/financements/2', ['scenarios/a/moyens']]);
    expect(one?.message.replace(/\s/g, ' ')).toContain('« Le projet » reçoit 100 € du porteur du dispositif');
    expect(count(aideSansBudget, helped({ prevu: 100 }, [{ id: 'f', nature: 'fonds' }]))).toBe(0);
    expect(count(aideSansBudget, helped({ prevu: 100 }, [{ id: 'f', nature: 'autre' }]))).toBe(1);
  });

  it('is judged on what it got where that is known, and not at nought, nor on its own funds', () => {
    expect(found(aideSansBudget, helped({ prevu: 100, obtenu: 80 }))[0]?.message).toMatch(/reçoit 80\s€/);
    expect(found(aideSansBudget, helped({ prevu: { min: 1, mode: 60, max: 90 } }))[0]?.message).toMatch(/60\s€/);
    for (const fine of [
      { prevu: 100, obtenu: 0 },
      { prevu: 0 },
      {},
      { prevu: 100, origine: 'autofinancement' },
      { prevu: 100, acteur: 'mare' },
    ])
      expect(count(aideSansBudget, helped(fine)), JSON.stringify(fine)).toBe(0);
    expect(count(aideSansBudget, { ...helped({ prevu: 100 }), mode_operatoire: null })).toBe(0);
  });
});
