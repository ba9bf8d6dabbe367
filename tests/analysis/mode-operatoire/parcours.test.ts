/** Paths, promises, calendars and dates of the mode opératoire: limits, ties, and what is empty. */
import { describe, expect, it } from 'vitest';
import { joursFeries } from '../../../src/analysis/jours-ouvres.js';
import {
  calendrierDe,
  lendemain,
  predecesseurs,
  premierJour,
  sansMarge,
} from '../../../src/analysis/mode-operatoire/calendrier.js';
import { chargeAnnee } from '../../../src/analysis/mode-operatoire/charge-annee.js';
import { sommesConvenues } from '../../../src/analysis/mode-operatoire/conventions.js';
import { modeAu } from '../../../src/analysis/mode-operatoire/etat.js';
import { analyserParcours, etapesAtteintes } from '../../../src/analysis/mode-operatoire/parcours.js';
import type { Charge } from '../../../src/analysis/scenarios/depenses-et-charge/charge.js';
import type { ModeOperatoire } from '../../../src/study/types.gen.js';
import { JOUR } from '../../../src/texte/dates.js';

type Etape = ModeOperatoire['parcours'][number];
const etape = (id: string | undefined, rest: Partial<Etape> = {}): Etape => ({
  ...(id === undefined ? {} : { id }),
  etape: id ?? 'sans nom',
  description: 'x',
  responsable: 'cdc',
  ...rest,
});
const vers = (...ids: string[]): NonNullable<Etape['issues']> =>
  ids.map((id) => ({ condition: `vers ${id}`, vers: id }));
const mode = (parcours: Etape[], rest: object = {}): ModeOperatoire =>
  ({ scenario: 'a', parcours, ...rest }) as ModeOperatoire;

describe('the steps that a request reaches', () => {
  const reached = (...parcours: Etape[]) => [...etapesAtteintes({ parcours })].sort();
  it('follow one another unless they have ways out, whose targets alone are reached', () => {
    expect(reached()).toEqual([]);
    expect(reached(etape('a'), etape('b'), etape('c'))).toEqual([0, 1, 2]);
    expect(reached(etape('a', { issues: vers('c', 'fin') }), etape('b'), etape('c'))).toEqual([0, 2]);
    expect(reached(etape('a', { issues: [] }), etape('b'))).toEqual([0, 1]);
    // A way back, and one to nowhere.
    expect(reached(etape('a'), etape('b', { issues: vers('a', 'inconnue') }), etape('c'))).toEqual([0, 1]);
  });
});

describe('a path', () => {
  it('ends at its last step, at a way out, and nowhere when it only goes back', () => {
    const found = analyserParcours(
      mode([
        etape('a', { delai_jours: 2, issues: vers('b', 'fin') }),
        etape('b', { delai_jours: 3, issues: vers('a') }),
        etape('c'),
      ]),
    );
    expect(found.chemins).toEqual([{ etapes: [0], jours: 2, issue: 'vers fin', nature: null }]);
    expect(analyserParcours(mode([]))).toEqual({
      chemins: [],
      plusLong: 0,
      complet: true,
      promesses: [],
      refusPrevu: false,
    });
    const simple = analyserParcours(mode([etape(undefined), etape('b', { delai_jours: 4 })]));
    expect(simple.chemins).toEqual([{ etapes: [0, 1], jours: 4, issue: null, nature: null }]);
    expect([simple.plusLong, simple.complet]).toEqual([4, false]);
    expect(analyserParcours(mode([etape('a', { delai_jours: 0 }), etape('b', { delai_jours: 4 })])).complet).toBe(true);
  });

  it('plans for a refusal when one of its ways out is one, or is out of scope', () => {
    const planned = (nature?: string) =>
      analyserParcours(
        mode([
          etape('a'),
          etape('b', { issues: [{ condition: 'x', vers: 'fin', ...(nature ? { nature } : {}) }] as never }),
        ]),
      ).refusPrevu;
    expect([planned('refus'), planned('hors-champ'), planned('close'), planned()]).toEqual([true, true, false, false]);
  });

  it('waits for the body that decides: a whole number of months of twenty working days between two meetings', () => {
    const waits = (reunions_an: number | undefined, delai_jours?: number, nom = 'Bureau') =>
      analyserParcours(
        mode([etape('a', { instance: 'Bureau', ...(delai_jours === undefined ? {} : { delai_jours }) })], {
          instances: [
            { nom: 'Autre', reunions_an: 1 },
            { nom, ...(reunions_an === undefined ? {} : { reunions_an }) },
          ],
        }),
      ).plusLong;
    expect([12, 6, 5, 4, 1].map((n) => waits(n))).toEqual([20, 40, 60, 60, 240]);
    // More often than monthly is a month still: it meets in some months and not in others.
    expect(waits(24)).toBe(20);
    expect([waits(12, 19), waits(12, 20), waits(12, 21)]).toEqual([20, 20, 21]);
    expect([waits(undefined, 7), waits(12, 7, 'Inconnue')]).toEqual([7, 7]);
    expect(analyserParcours(mode([etape('a', { instance: 'Bureau', delai_jours: 3 })])).plusLong).toBe(3);
  });

  it('neither keeps nor breaks a promise while a step that it covers has no time', () => {
    const kept = (jours: number, ...etapes: string[]) =>
      analyserParcours(
        mode([etape('a', { delai_jours: 3 }), etape('b'), etape('c', { instance: 'Bureau' })], {
          instances: [{ nom: 'Bureau', reunions_an: 12 }],
          delais_promis: [{ libelle: 'P', jours, etapes }],
        }),
      ).promesses[0];
    expect(kept(7, 'b')).toEqual({ libelle: 'P', jours: 7, necessaires: null, tenue: null });
    expect(kept(7, 'a', 'b')).toEqual({ libelle: 'P', jours: 7, necessaires: 3, tenue: null });
    // What is written is too long already.
    expect(kept(2, 'a', 'b')).toEqual({ libelle: 'P', jours: 2, necessaires: 3, tenue: false });
    expect(kept(23, 'a', 'c')).toEqual({ libelle: 'P', jours: 23, necessaires: 23, tenue: true });
  });

  it('keeps a promise at its day exactly, and asks nothing of a step that is not there', () => {
    const kept = (jours: number, etapes: string[]) =>
      analyserParcours(
        mode([etape('a', { delai_jours: 3 }), etape('b', { delai_jours: 4 })], {
          delais_promis: [{ libelle: 'P', jours, etapes }],
        }),
      ).promesses[0];
    expect(kept(7, ['a', 'b'])).toEqual({ libelle: 'P', jours: 7, necessaires: 7, tenue: true });
    expect(kept(6, ['a', 'b'])).toEqual({ libelle: 'P', jours: 6, necessaires: 7, tenue: false });
    expect(kept(4, ['b', 'inconnue'])).toEqual({ libelle: 'P', jours: 4, necessaires: 4, tenue: true });
  });
});

describe('a calendar', () => {
  const tache = (id: string, debut: string, fin: string, apres?: string[], rest: object = {}) => ({
    id,
    libelle: id,
    debut,
    fin,
    responsable: 'cdc',
    ...(apres ? { apres } : {}),
    ...rest,
  });

  it('without task is empty', () => {
    expect(calendrierDe([])).toEqual({ origine: '', duree: 0, taches: [], chevauchements: [], boucle: [] });
  });

  it('is counted in days from its first day, a month and a year whole', () => {
    const found = calendrierDe([tache('b', '2018-02', '2018-02'), tache('a', '2018-01-15', '2018-01-31')]);
    expect([found.origine, found.duree]).toEqual(['2018-01-15', 45]);
    expect(found.taches.map(({ debut, fin }) => [debut, fin])).toEqual([
      [17, 45],
      [0, 17],
    ]);
    expect(new Date(premierJour('2018')).toISOString().slice(0, 10)).toBe('2018-01-01');
    expect(new Date(premierJour('2018-05')).toISOString().slice(0, 10)).toBe('2018-05-01');
    expect(new Date(premierJour('2018-05-09')).toISOString().slice(0, 10)).toBe('2018-05-09');
    expect(new Date(lendemain('2018-12')).toISOString().slice(0, 10)).toBe('2019-01-01');
    expect(new Date(lendemain('2018-12-31')).toISOString().slice(0, 10)).toBe('2019-01-01');
  });

  it('leaves a task the least of the margins of those that wait for it', () => {
    // Monday 8 January: b starts after two working days, c after five, and c has no margin itself.
    const { taches, chevauchements } = calendrierDe([
      tache('a', '2018-01-01', '2018-01-05'),
      tache('b', '2018-01-10', '2018-01-10', ['a']),
      tache('c', '2018-01-15', '2018-01-19', ['a']),
    ]);
    expect(taches.map(({ libre, marge }) => [libre, marge])).toEqual([
      [2, 5],
      [7, 7],
      [0, 0],
    ]);
    expect(chevauchements).toEqual([]);
  });

  it('does not count as an overlap a start on the day after, and keeps a follower that a circle holds out of the margins', () => {
    const { chevauchements, taches, boucle } = calendrierDe([
      tache('a', '2018-01-01', '2018-01-05'),
      tache('b', '2018-01-06', '2018-01-12', ['a', 'c']),
      tache('c', '2018-01-15', '2018-01-19', ['b']),
    ]);
    expect(boucle).toEqual(['b', 'c']);
    expect(chevauchements.map(({ avant, apres }) => [avant.id, apres.id])).toEqual([['c', 'b']]);
    expect(taches.map(({ libre, marge, critique }) => [libre, marge, critique])).toEqual([
      [10, 10, false],
      [null, null, false],
      [null, null, false],
    ]);
  });

  it('knows what each task waits for, through others, and once', () => {
    const before = predecesseurs([
      tache('a', '2018', '2018'),
      tache('b', '2018', '2018', ['a']),
      tache('c', '2018', '2018', ['b', 'a']),
      tache('d', '2018', '2018', ['inconnue']),
      tache('e', '2018', '2018', ['e']),
    ]);
    expect([...before].map(([id, ids]) => [id, [...ids].sort()])).toEqual([
      ['a', []],
      ['b', ['a']],
      ['c', ['a', 'b']],
      ['d', ['inconnue']],
      ['e', ['e']],
    ]);
  });

  it('counts the tasks without margin out of those that take time', () => {
    const found = sansMarge(
      calendrierDe([
        tache('a', '2018-01-01', '2018-01-05'),
        tache('jalon', '2018-01-05', '2018-01-05', [], { jalon: true }),
        tache('b', '2018-01-01', '2018-01-02'),
      ]),
    );
    expect([found.critiques.map(({ id }) => id), found.sur]).toEqual([['a'], 2]);
  });
});

describe('public holidays', () => {
  // Easter Mondays of years that take each branch of the computation, as the calendars give them.
  it.each([
    [2008, '2008-03-24'],
    [2011, '2011-04-25'],
    [2018, '2018-04-02'],
    [2019, '2019-04-22'],
    [2024, '2024-04-01'],
    [2038, '2038-04-26'],
    [2049, '2049-04-19'],
    [2076, '2076-04-20'],
    [1954, '1954-04-19'],
    [2100, '2100-03-29'],
    [2285, '2285-03-23'],
  ])('of %s have Easter Monday on %s', (year, monday) => {
    const days = joursFeries(year);
    expect(days).toContain(monday);
    const jourApres = (n: number) => new Date(Date.parse(monday) + n * JOUR).toISOString().slice(0, 10);
    expect(days).toContain(jourApres(38));
    expect(days).toContain(jourApres(49));
    expect(days).toEqual([...days].sort());
  });
  it('are eleven, eight of which never move', () => {
    expect(joursFeries(2019)).toEqual([
      '2019-01-01',
      '2019-04-22',
      '2019-05-01',
      '2019-05-08',
      '2019-05-30',
      '2019-06-10',
      '2019-07-14',
      '2019-08-15',
      '2019-11-01',
      '2019-11-11',
      '2019-12-25',
    ]);
  });
});

describe('the load of the first year', () => {
  it('is that of each side against what it brings, without share where it brings nothing', () => {
    const year = (
      joursPorteur: number,
      capacitePorteur: number,
      joursPartenaires: number,
      capacitePartenaires: number,
    ) => ({ joursPorteur, capacitePorteur, joursPartenaires, capacitePartenaires });
    const whole = {
      ...year(9, 9, 9, 9),
      annees: [year(30, 40, 5, 0), year(1, 1, 1, 1), year(60, 40, 10, 20)],
    } as unknown as Charge;
    expect(chargeAnnee(whole, 0.5)).toEqual({
      montee: 0.5,
      cotes: [
        { cote: 'porteur', demandes: 30, capacite: 40, croisiere: 60, taux: 0.75 },
        { cote: 'partenaires', demandes: 5, capacite: 0, croisiere: 10, taux: null },
      ],
    });
    const flat = chargeAnnee({ ...year(10, 20, 3, 6), annees: [] } as unknown as Charge, 1);
    expect(flat.cotes.map(({ demandes, croisiere, taux }) => [demandes, croisiere, taux])).toEqual([
      [10, 10, 0.5],
      [3, 3, 0.5],
    ]);
  });
});

describe('sums agreed', () => {
  it('say a side that pays, both, or neither', () => {
    const said = (totalVerse: number, totalRecu: number) =>
      sommesConvenues({ totalVerse, totalRecu }).replace(/\s/g, ' ');
    expect([said(0, 0), said(1100, 0), said(0, 50), said(1, 2)]).toEqual([
      'sans paiement',
      '1 100 € versés par an',
      '50 € reçus par an',
      '1 € versés et 2 € reçus par an',
    ]);
  });
});

describe('the mode opératoire at a date', () => {
  const JOUR = '2018-09-01';
  const at = (rest: object) => modeAu(mode([], rest), JOUR) as unknown as Record<string, unknown>;

  it('holds no key for what the study does not write', () => {
    expect(modeAu(mode([]), JOUR)).toStrictEqual(mode([]));
  });

  it('knows a reserve lifted by a task once the task has ended', () => {
    const found = (fin_reelle: string, rest: object = { tache: 't' }) => {
      const reserves = [{ reserve: 'R', suite: 'S', etat: 'levee', ...rest }];
      const taches = [{ id: 't', libelle: 'T', debut: '2018-08', fin: '2018-09', responsable: 'a', fin_reelle }];
      return (at({ reserves, taches }).reserves as { etat?: string; suite: string }[]).map((one) => [
        one.etat,
        one.suite,
      ]);
    };
    expect(found(JOUR)).toEqual([['levee', 'S']]);
    expect(found('2018-09-02', {})).toEqual([['levee', 'S']]);
    // What was written once it was lifted tells what had not happened yet.
    expect(found('2018-09-02')).toEqual([[undefined, '« T », d’août à septembre 2018.']]);
  });

  it('knows a condition met, a convention signed, on the day itself', () => {
    const condition = (remplie_le?: string) => ({
      libelle: 'L',
      etat: 'en-cours',
      ...(remplie_le ? { remplie_le } : {}),
    });
    const groups = { techniques: [condition(JOUR)], juridiques: [condition('2018-09-02')], financieres: [condition()] };
    expect(at({ conditions: groups }).conditions).toStrictEqual({
      techniques: [{ libelle: 'L', etat: 'remplie', remplie_le: JOUR }],
      juridiques: [{ libelle: 'L', etat: 'en-cours' }],
      financieres: [{ libelle: 'L', etat: 'en-cours' }],
    });
    const convention = (rest: object) => ({ partenaire: 'a', objet: 'x', etat: 'a-rediger', motif: 'M', ...rest });
    const found = (rest: object) => (at({ conventions: [convention(rest)] }).conventions as object[])[0];
    expect(found({ signee_le: JOUR })).toStrictEqual(convention({ signee_le: JOUR, etat: 'signee' }));
    // Not signed: why is known from the day when it should have been.
    const { motif: _, ...silent } = convention({ signature_prevue: '2018-09-02' }) as Record<string, unknown>;
    expect(found({ signature_prevue: '2018-09-02', signee_le: '2018-10' })).toStrictEqual(silent);
    expect(found({ signature_prevue: JOUR, signee_le: '2018-10' })).toStrictEqual(
      convention({ signature_prevue: JOUR }),
    );
    expect(found({})).not.toHaveProperty('motif');
    // No day was planned for it: the end of the experimentation is that day.
    const until = (fin: string) =>
      (at({ conventions: [convention({})], experimentation: { debut: '2018-01', fin } }).conventions as object[])[0];
    expect([until('2018-09-02'), until(JOUR)].map((one) => 'motif' in (one ?? {}))).toEqual([false, true]);
    // The file tells how it stands now: signed later, it was not yet; met later, it was still to meet.
    expect(found({ etat: 'signee', signee_le: '2018-10' })).not.toHaveProperty('etat');
    const met = {
      techniques: [{ libelle: 'L', etat: 'remplie', remplie_le: '2018-10' }],
      juridiques: [],
      financieres: [],
    };
    expect(at({ conditions: met }).conditions).toMatchObject({ techniques: [{ libelle: 'L', etat: 'a-engager' }] });
  });

  it('knows the measures, the real days of tasks and the risks that have come', () => {
    const mesures = [
      { date: JOUR, valeur: 1 },
      { date: '2018-09-02', valeur: 2 },
    ];
    expect(at({ indicateurs: [{ id: 'i', mesures }, { id: 'j' }] }).indicateurs).toStrictEqual([
      { id: 'i', mesures: [{ date: JOUR, valeur: 1 }] },
      { id: 'j' },
    ]);
    const tache = (rest: object) => (at({ taches: [{ id: 't', fin: '2018-08', ...rest }] }).taches as object[])[0];
    expect(tache({ debut_reel: JOUR, fin_reelle: JOUR, avancement: 1 })).toStrictEqual({
      id: 't',
      fin: '2018-08',
      debut_reel: JOUR,
      fin_reelle: JOUR,
      avancement: 1,
    });
    expect(tache({ debut_reel: '2018-09-02', fin_reelle: '2018-09-03', avancement: 1 })).toStrictEqual({
      id: 't',
      fin: '2018-08',
      avancement: 1,
    });
    expect(tache({ debut_reel: JOUR, fin_reelle: '2018-09-03' })).toStrictEqual({
      id: 't',
      fin: '2018-08',
      debut_reel: JOUR,
    });
    // How far it is would be told of a task that is not due.
    expect(tache({ fin: JOUR, avancement: 0.5 })).toHaveProperty('avancement', 0.5);
    expect(tache({ fin: '2018-09-02', avancement: 0.5 })).not.toHaveProperty('avancement');
    const risque = (survenu_le?: string) =>
      (
        at({ risques: [{ libelle: 'r', consequence: 'c', ...(survenu_le ? { survenu_le } : {}) }] }).risques as object[]
      )[0];
    expect(risque(JOUR)).toStrictEqual({ libelle: 'r', consequence: 'c', survenu_le: JOUR });
    expect(risque('2018-09-02')).toStrictEqual({ libelle: 'r' });
    expect(risque()).toStrictEqual({ libelle: 'r' });
  });

  it('tells the accounts from the day of their closing', () => {
    expect(at({ realise: { au: JOUR } })).toHaveProperty('realise');
    expect(at({ realise: { au: '2018-09-02' } })).not.toHaveProperty('realise');
  });
});
