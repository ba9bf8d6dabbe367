/** Past actions: their order, ties, what is not dated, words cited by several, and empty lists. */
import { describe, expect, it } from 'vitest';
import { etudeAu } from '../../../src/analysis/dates.js';
import { coutConnu } from '../../../src/analysis/diagnostic/actions.js';
import { analyseDiagnostic } from '../../../src/analysis/diagnostic-complet.js';
import type { Action } from '../../../src/study/types.gen.js';
import { acteur, action, DATE, etude } from '../small-study.js';

const undated = (id: string, rest: Partial<Action> = {}): Action => {
  const { debut: _, ...others } = action(id, rest);
  return others;
};
const analysed = (actions: Action[], acteurs = [acteur('x', { nom: 'Zèle' }), acteur('y', { nom: 'Écho' })]) =>
  analyseDiagnostic(etude({ actions, acteurs }), DATE).actions;

describe('past actions', () => {
  it('of which an end to come alone is known are kept', () => {
    const known = etude({ actions: [undated('a', { fin: `${Number(DATE.slice(0, 4)) + 5}-12` })] });
    expect(etudeAu(known, DATE).etude.actions.map(({ id }) => id)).toEqual(['a']);
  });

  it('come by year, then by id, whatever the order of the file; those without a date last', () => {
    const { liste, nonDatees, premiereAnnee, derniereAnnee } = analysed([
      undated('a'),
      action('d', { debut: '2016' }),
      action('c', { debut: '2012-05' }),
      action('b', { debut: '2016-01' }),
      undated('e', { fin: '2014' }),
    ]);
    expect(liste.map(({ id, annee }) => [id, annee])).toEqual([
      ['c', 2012],
      ['e', 2014],
      ['b', 2016],
      ['d', 2016],
      ['a', null],
    ]);
    expect([nonDatees, premiereAnnee, derniereAnnee]).toEqual([1, 2012, 2016]);
  });

  it('tell their period by what is known of it', () => {
    const periods = (one: Action) => analysed([one]).liste[0]?.periode;
    expect(periods(undated('a'))).toBe('non datée');
    expect(periods(undated('a', { fin: '2014' }))).toBe('jusqu’en 2014');
    expect(periods(action('a', { debut: '2014' }))).toBe('2014');
    expect(periods(action('a', { debut: '2014', statut: 'en-cours' }))).toBe('depuis 2014');
    expect(periods(action('a', { debut: '2014-02', fin: '2014-09' }))).toBe('2014');
    expect(periods(action('a', { debut: '2013', fin: '2014' }))).toBe('2013-2014');
  });

  it('say what is unsure of them, unless a remark does', () => {
    const remark = (one: Action) => analysed([one]).liste[0]?.reserve;
    expect(remark(action('a'))).toBeNull();
    expect(remark(undated('a'))).toBe('Date non lue.');
    expect(remark(action('a', { fiabilite_champs: { debut: 'declaratif' } }))).toBe('Date à vérifier.');
    // A whole entry that is told by its bearer has no date less sure than the rest.
    expect(remark(action('a', { fiabilite: 'declaratif' }))).toBeNull();
    expect(remark(undated('a', { echelle: 'plus-large' }))).toBe(
      'Date non lue ; échelle plus large que le territoire.',
    );
    expect(remark(undated('a', { commentaire: 'Vue en réunion.' }))).toBe('Vue en réunion.');
  });

  it('rank bearers by what they did, equal ones as a French index does; one without a sheet keeps its name', () => {
    const { parPorteur, sansPorteur } = analysed([
      action('a', { porteur: 'x' }),
      action('b', { porteur: 'y' }),
      action('c', { porteur_nom: 'Foyer' }),
      action('d', { porteur_nom: 'Foyer', cout: 300 }),
      action('e'),
    ]);
    expect(parPorteur.map(({ id, libelle, nombre, cout }) => [id, libelle, nombre, cout.total, cout.inconnus])).toEqual(
      [
        ['', 'Foyer', 2, 300, 1],
        ['y', 'Écho', 1, 0, 1],
        ['x', 'Zèle', 1, 0, 1],
      ],
    );
    expect(sansPorteur).toBe(1);
  });

  it('share factors: the most cited first, equal ones in order, once for an action that says it twice', () => {
    const { freins, reussites } = analysed([
      action('a', { freins: ['Le temps', 'le temps.', 'Écart de coût'], reussites: ['Un lieu'] }),
      action('b', { freins: ['Zones floues', 'LE TEMPS'], domaines: ['eau', 'air'] }),
      action('c', { freins: ['Zones floues'], fiabilite_champs: { freins: 'illustratif' } }),
      action('d', { freins: ['Départ'] }),
    ]);
    expect(
      freins.map(({ texte, nombre, actions, illustratif }) => [texte, nombre, actions.length, illustratif]),
    ).toEqual([
      ['Le temps', 2, 2, false],
      ['Zones floues', 2, 2, true],
      ['Départ', 1, 1, false],
      ['Écart de coût', 1, 1, false],
    ]);
    expect(freins[0]?.domaines.map(({ id }) => id)).toEqual(['eau', 'air']);
    expect(reussites).toHaveLength(1);
  });

  it('answer an indicative action the best first, and those that are wanting are told apart', () => {
    const indicatives = { actions_indicatives: ['action-01'] };
    const found = analysed([
      action('hors', { ...indicatives, hors_territoire: true, debut: '2010' }),
      undated('floue', indicatives),
      action('large', { ...indicatives, echelle: 'plus-large', debut: '2011' }),
      action('sure', { ...indicatives, debut: '2017' }),
      action('autre', { ...indicatives, debut: '2016' }),
      action('illustree', { ...indicatives, fiabilite: 'illustratif' }),
    ]);
    expect(found.indicatives[0]?.precedents.map(({ action: { id }, qualite }) => [id, qualite])).toEqual([
      ['autre', 'etabli'],
      ['sure', 'etabli'],
      ['large', 'plus-large'],
      ['floue', 'date-a-verifier'],
      ['hors', 'hors-territoire'],
    ]);
    expect([found.avecPrecedent, found.plusLarges, found.precedentFragile]).toEqual([1, 1, []]);
    expect(found.apart.map(({ action: { id }, motif }) => [id, motif])).toEqual([
      ['hors', 'hors-territoire'],
      ['illustree', 'illustrative'],
    ]);
    const quality = (asked: object, own: object) => {
      const study = { ...etude({ actions: [action('x', { ...indicatives, debut: '2016', ...own })] }) };
      const [first] = study.etude.actions_indicatives ?? [];
      const actions_indicatives = first ? [{ ...first, ...asked }] : [];
      const { actions } = analyseDiagnostic({ ...study, etude: { ...study.etude, actions_indicatives } }, DATE);
      return [actions.indicatives[0]?.precedents[0]?.qualite, actions.avecPrecedent];
    };
    // Of another domain, or for others, than the contract says.
    expect(quality({ domaines: ['eau'] }, { domaines: ['eau', 'air'] })).toEqual(['etabli', 1]);
    expect(quality({ domaines: ['eau'] }, { domaines: ['air'] })).toEqual(['autre-domaine', 0]);
    expect(quality({ publics: ['familles'] }, { publics: ['ecoles'] })).toEqual(['autre-public', 0]);
    expect(quality({ publics: ['familles', 'ecoles'] }, { publics: ['ecoles'] })).toEqual(['etabli', 1]);
    const frail = analysed([undated('floue', indicatives)]);
    expect(frail.precedentFragile.map(({ id }) => id)).toEqual(['action-01']);
    expect(frail.sansPrecedent.map(({ id }) => id)).toEqual(['action-02']);
    expect(frail.avecPrecedent).toBe(0);
  });

  it('tell all that keeps a precedent from being established, and not its scale where it is not even on the territory', () => {
    const indicatives = { actions_indicatives: ['action-01'] };
    const large = { ...indicatives, echelle: 'plus-large' as const };
    const found = analysed([
      undated('floue', large),
      action('hors', { ...large, hors_territoire: true, debut: '2010' }),
    ]);
    expect(found.indicatives[0]?.precedents.map(({ qualite, reserves }) => [qualite, reserves])).toEqual([
      ['date-a-verifier', ['date-a-verifier', 'plus-large']],
      ['hors-territoire', ['hors-territoire']],
    ]);
    expect(found.reservesFragiles).toEqual(['hors-territoire', 'date-a-verifier', 'plus-large']);
  });

  it('cross domains and publics, each action in every one that it names', () => {
    const { domainePublic, parDomaine, parPublic, parAnnee } = analysed([
      action('a', { domaines: ['eau', 'air'], publics: ['ecoles'] }),
      action('b', { domaines: ['air'], publics: ['familles'] }),
    ]);
    expect(domainePublic.valeurs).toEqual([
      [1, 0],
      [1, 1],
    ]);
    expect(parDomaine.map(({ id, nombre }) => [id, nombre])).toEqual([
      ['eau', 1],
      ['air', 2],
    ]);
    expect(parPublic.map(({ nombre }) => nombre)).toEqual([1, 1]);
    expect(parAnnee).toEqual([{ annee: 2015, nombre: 2, parDomaine: [1, 2] }]);
  });

  it('are none: zeros, no year, no factor, and no cost taken as known', () => {
    expect(analysed([])).toMatchObject({
      liste: [],
      apart: [],
      parAnnee: [],
      parPorteur: [],
      reussites: [],
      freins: [],
      premiereAnnee: null,
      derniereAnnee: null,
      nonDatees: 0,
      sansPorteur: 0,
    });
    expect(coutConnu([])).toEqual({ total: 0, connus: 0, inconnus: 0 });
    expect(coutConnu([{ cout: 0 }, { cout: null }])).toEqual({ total: 0, connus: 1, inconnus: 1 });
  });
});

describe('an action', () => {
  const of = (rest: Partial<Action>, one = action('a', rest)) => analysed([one]).liste[0];
  it('is told with its remark, else with what its fields say is unsure, a wider scale beside either', () => {
    const declared = { fiabilite_champs: { debut: 'declaratif' } } as Partial<Action>;
    const large = { echelle: 'plus-large' } as Partial<Action>;
    expect(of({})?.reserve).toBeNull();
    expect(of(declared)?.reserve).toBe('Date à vérifier.');
    // The date of an entry that is declared as a whole is no less sure than the rest of it.
    expect(of({ fiabilite: 'declaratif' })?.reserve).toBeNull();
    expect(of({ fiabilite_champs: { debut: 'source' } } as Partial<Action>)?.reserve).toBeNull();
    expect(of({ ...declared, ...large })?.reserve).toBe('Date à vérifier ; échelle plus large que le territoire.');
    expect(of({ ...declared, commentaire: 'À voir.' })?.reserve).toBe('À voir.');
    expect(of({ ...large, commentaire: 'À voir.' })?.reserve).toBe('Échelle plus large que le territoire. À voir.');
    expect(analysed([undated('a')]).liste[0]?.reserve).toBe('Date non lue.');
  });
  it('has the period of its years', () => {
    const periode = (rest: Partial<Action>) => of(rest)?.periode;
    expect(periode({ debut: '2012', fin: '2014', statut: 'abandonnee' })).toBe('2012-2014, abandonnée');
    expect([
      periode({ debut: '2012', fin: '2014' }),
      periode({ debut: '2012-03', fin: '2012-09' }),
      periode({ debut: '2012' }),
      periode({ debut: '2012', statut: 'en-cours' }),
    ]).toEqual(['2012-2014', '2012', '2012', 'depuis 2012']);
    expect([
      analysed([undated('a', { fin: '2014' })]).liste[0]?.periode,
      analysed([undated('a')]).liste[0]?.periode,
    ]).toEqual(['jusqu’en 2014', 'non datée']);
  });
});
