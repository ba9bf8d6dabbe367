import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partBesoin, poidsBesoin } from '../../../src/analysis/diagnostic/besoins.js';
import { analyseDiagnostic } from '../../../src/analysis/diagnostic-complet.js';
import type { Besoin } from '../../../src/study/types.gen.js';
import { acteur, action, besoin, DATE, etude, outil, rencontre } from '../small-study.js';

const besoinQuelconque = (id: string): fc.Arbitrary<Besoin> =>
  fc
    .record({
      public: fc.constantFrom('ecoles', 'familles'),
      domaines: fc.subarray(['eau', 'air'], { minLength: 1 }),
      fonctions: fc.subarray(['conseiller', 'former'], { minLength: 1 }),
      importance: fc.constantFrom(1, 2, 3, 4, 5),
      mentions: fc.record({ atelier: fc.nat(40), enquete: fc.nat(40) }),
    })
    .map((rest) => besoin(id, rest));

const besoinsQuelconques = fc
  .nat(12)
  .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => besoinQuelconque(`b${i}`))));

describe('weight of a need', () => {
  it('is the importance, up to doubled by the share of its public that mentions it', () => {
    expect(poidsBesoin(4, partBesoin(0, 10))).toBe(4);
    expect(poidsBesoin(4, partBesoin(5, 10))).toBe(6);
    expect(poidsBesoin(4, partBesoin(10, 10))).toBe(8);
    expect(partBesoin(12, 10)).toBe(1);
  });
  it('is the importance alone for a public that nobody met', () => {
    expect(poidsBesoin(3, partBesoin(7, 0))).toBe(3);
  });
  it('is the importance alone where mentions were not counted, and no share is told', () => {
    const rencontres = [rencontre('r', { participants: { ecoles: 10 } })];
    const of = (rest: Partial<Besoin>) => {
      const study = etude({ besoins: [besoin('b', { importance: 4, ...rest })], participation: rencontres });
      const { liste, mentionsTotal } = analyseDiagnostic(study, DATE).besoins;
      return { ...liste[0], mentionsTotal };
    };
    const silent = { mentions: null, part: null, poids: 4, base: 10, mentionsTotal: 0 };
    expect(of({})).toMatchObject(silent);
    expect(of({ mentions: {} })).toMatchObject(silent);
    expect(of({ mentions: { atelier: 0 } })).toMatchObject({ ...silent, mentions: 0, part: 0 });
  });
  it('does not give way to the public that was asked the most', () => {
    // Five first needs of equal importance, met out of samples from 16 to 249: by share the order is the reverse of that of the numbers.
    const recueil: [string, number, number][] = [
      ['collectifs', 20, 22],
      ['agriculteurs', 14, 16],
      ['associations', 23, 34],
      ['collectivites', 41, 88],
      ['habitants', 71, 249],
    ];
    const base = etude();
    const study = etude({
      etude: { ...base.etude, publics: recueil.map(([id]) => ({ id, libelle: id })) },
      besoins: recueil.map(([id, mentions]) =>
        besoin(id, { public: id, importance: 5, mentions: { atelier: mentions } }),
      ),
      participation: [rencontre('r', { participants: Object.fromEntries(recueil.map(([id, , met]) => [id, met])) })],
    });
    const { liste, echantillon } = analyseDiagnostic(study, DATE).besoins;
    expect(liste.map(({ id }) => id)).toEqual(recueil.map(([id]) => id));
    expect(echantillon).toMatchObject({ change: true, base: { min: 16, max: 249 } });
    // 71 mentions in 249 participations, 20 in 22: three times as many.
    expect(echantillon.inegales).toMatchObject({
      moins: { publics: [{ id: 'habitants' }], moyenne: expect.closeTo(71 / 249, 9) },
      plus: { publics: [{ id: 'collectifs' }], moyenne: expect.closeTo(20 / 22, 9) },
    });
    expect(echantillon.parNombre.map(({ id }) => id)).toEqual(['habitants']);
  });
});

describe('needs by public × domain × function', () => {
  it('shares each weight so that every matrix and the cube add up to the total', () => {
    fc.assert(
      fc.property(besoinsQuelconques, (besoins) => {
        const a = analyseDiagnostic(etude({ besoins }), DATE).besoins;
        const somme = (values: number[]) => values.reduce((x, y) => x + y, 0);
        for (const matrice of [a.publicDomaine, a.publicFonction, a.domaineFonction])
          expect(somme(matrice.valeurs.flat().map((m) => m.poids))).toBeCloseTo(a.poidsTotal, 6);
        expect(somme(a.cube.map((c) => c.poids))).toBeCloseTo(a.poidsTotal, 6);
        expect(somme(a.parPublic.map((p) => p.nombre))).toBe(besoins.length);
        expect(somme(Object.values(a.niveaux))).toBe(besoins.length);
      }),
    );
  });
  it('does not depend on the order of the entries', () => {
    fc.assert(
      fc.property(
        besoinsQuelconques.chain((b) => fc.tuple(fc.constant(b), fc.shuffledSubarray(b, { minLength: b.length }))),
        ([one, other]) => {
          expect(analyseDiagnostic(etude({ besoins: other }), DATE)).toEqual(
            analyseDiagnostic(etude({ besoins: one }), DATE),
          );
        },
      ),
    );
  });
  it('gives equal weights the same rank', () => {
    const { liste } = analyseDiagnostic(
      etude({ besoins: [besoin('a'), besoin('b'), besoin('c', { importance: 5 })] }),
      DATE,
    ).besoins;
    expect(liste.map((b) => [b.id, b.rang])).toEqual([
      ['c', 1],
      ['a', 2],
      ['b', 2],
    ]);
  });
});

describe('coverage of a need', () => {
  const niveau = (rest: Parameters<typeof etude>[0], b = besoin('a')) =>
    analyseDiagnostic(etude({ ...rest, besoins: [b] }), DATE).besoins.liste[0]?.couverture;

  it('is full with an actor for every expected pair, a tool and a past action', () => {
    expect(niveau({ acteurs: [acteur('x')], outils: [outil('o')], actions: [action('p')] })?.niveau).toBe('couvert');
  });
  it('is partial when a pair, a tool or an action lacks', () => {
    expect(niveau({ acteurs: [acteur('x')], actions: [action('p')] })?.niveau).toBe('partiel');
    expect(niveau({ acteurs: [acteur('x')], outils: [outil('o')] })?.niveau).toBe('partiel');
    const deux = niveau(
      { acteurs: [acteur('x')], outils: [outil('o')], actions: [action('p')] },
      besoin('a', { fonctions: ['conseiller', 'former'] }),
    );
    expect(deux?.niveau).toBe('partiel');
    expect(deux?.manques).toHaveLength(1);
  });
  it('is none without an actor that shares a public, a domain and a function', () => {
    const autres = [
      acteur('x', { publics: ['familles'] }),
      acteur('y', { domaines: ['air'] }),
      acteur('z', { fonctions: ['former'] }),
    ];
    const c = niveau({ acteurs: autres, outils: [outil('o')], actions: [action('p')] });
    expect(c?.niveau).toBe('non-couvert');
    expect(c?.motif).toBe('Aucun acteur, 1 outil, 1 action conduite.');
  });
  it('asks a tool, like an actor, to serve the function and the domain of the same pair', () => {
    const large = besoin('a', { domaines: ['eau', 'air'], fonctions: ['conseiller', 'former'] });
    const partout = acteur('x', { domaines: ['eau', 'air'], fonctions: ['conseiller', 'former'] });
    const actions = [action('p', { domaines: ['eau', 'air'] })];
    const ailleurs = niveau({ acteurs: [partout], actions, outils: [outil('o')] }, large);
    expect(ailleurs).toMatchObject({ niveau: 'partiel', sansOutil: 3, attendus: 4 });
    const complet = outil('o', { domaines: ['eau', 'air'], fonctions: ['conseiller', 'former'] });
    expect(niveau({ acteurs: [partout], actions, outils: [complet] }, large)?.niveau).toBe('couvert');
  });
  it('says which of its two reasons leaves a need without an answer', () => {
    const tout = { acteurs: [acteur('x')], outils: [outil('o')], actions: [action('p')] };
    expect(niveau(tout, besoin('a', { reponse_actuelle: 'nulle' }))?.cause).toBe('jugee-nulle');
    expect(niveau({ outils: [outil('o')] })?.cause).toBe('sans-acteur');
  });
  it('counts no action that is illustrative or was conducted elsewhere', () => {
    const autres = [action('p', { fiabilite: 'illustratif' }), action('q', { hors_territoire: true })];
    expect(niveau({ acteurs: [acteur('x')], outils: [outil('o')], actions: autres })?.actions).toEqual([]);
  });
  it('counts neither a tool to be created nor a later action', () => {
    const c = niveau({
      acteurs: [acteur('x')],
      outils: [outil('o', { disponibilite: 'a-creer' })],
      actions: [action('p', { debut: '2019' })],
    });
    expect(c?.outils).toEqual([]);
    expect(c?.actions).toEqual([]);
  });
  it('is the own level of each need, and of none but itself, among needs that expect the same', () => {
    fc.assert(
      fc.property(besoinsQuelconques, (liste) => {
        const base = etude({ acteurs: [acteur('a')], outils: [outil('o')], actions: [action('r')] });
        const levels = (besoins: Besoin[]): object[] =>
          analyseDiagnostic({ ...base, besoins }, DATE).besoins.liste.map(({ id, couverture }) => ({ id, couverture }));
        const together = levels(liste.map((one, i) => (i % 2 ? { ...one, reponse_actuelle: 'nulle' } : one)));
        const alone = liste.flatMap((one, i) => levels([i % 2 ? { ...one, reponse_actuelle: 'nulle' } : one]));
        expect(together).toHaveLength(alone.length);
        expect(alone).toEqual(expect.arrayContaining(together));
      }),
      { numRuns: 40 },
    );
  });
  it('is never better than what the analysis says of it', () => {
    const tout = { acteurs: [acteur('x')], outils: [outil('o')], actions: [action('p')] };
    expect(niveau(tout, besoin('a', { reponse_actuelle: 'faible' }))?.niveau).toBe('partiel');
    expect(niveau(tout, besoin('a', { reponse_actuelle: 'nulle' }))?.niveau).toBe('non-couvert');
  });
});
