/** The evaluation against the records of the study: each rule at its limits, and where it has nothing to say. */
import { describe, expect, it } from 'vitest';
import {
  demandeApresChoix,
  depensesSansRecettes,
  mesureContredite,
  objectifNonMesure,
  recommandationIncomplete,
  uniteContredite,
} from '../../../../src/analysis/coherence/regles/realisation/evaluation.js';
import type { Study } from '../../../../src/study/study.js';
import type { Projet } from '../../../../src/study/types.gen.js';
import { etude, petitProjet } from '../../small-study.js';
import { count, found } from '../told.js';

const plain = (text: string | undefined): string => (text ?? '').replace(/\s/g, ' ');
const mode = (rest: object) => ({ mode_operatoire: { scenario: 'a', ...rest } as never });
const note = (n: 1 | 2 | 3 | 4 | 5) => ({ note: n, commentaire: 'Parce que.' });

describe('a measure that says how it is computed', () => {
  const answered = (id: string, jour: number) =>
    petitProjet(id, { accompagnement: { demande_recue: '2018-09-03', premiere_reponse: `2018-09-0${3 + jour}` } });
  const measured = (valeur: number, rest: object = {}, records: object = {}) =>
    etude({
      projets: [answered('a', 1), answered('b', 2)],
      ...mode({
        indicateurs: [
          {
            id: 'm',
            libelle: 'Mesure',
            unite: 'jours',
            calcul: 'delai-reponse',
            mesures: [{ date: '2019', valeur }],
            ...rest,
          },
        ],
        ...records,
      }),
    });

  it('is that of the records, five hundredths aside on both sides', () => {
    // One day and two: a day and a half.
    expect([1.5, 1.55, 1.45].map((n) => count(mesureContredite, measured(n)))).toEqual([0, 0, 0]);
    expect([1.551, 1.449].map((n) => count(mesureContredite, measured(n)))).toEqual([1, 1]);
  });

  it('is judged by the last of its dates, whatever their order, and told with both figures', () => {
    const at = (date: string, valeur: number) => ({ date, valeur });
    expect(count(mesureContredite, measured(0, { mesures: [at('2019-06', 1.5), at('2019-01', 8)] }))).toBe(0);
    const [one, ...none] = found(mesureContredite, measured(0, { mesures: [at('2019-06', 7), at('2019-01', 1.5)] }));
    expect(none).toEqual([]);
    expect([one?.chemin, one?.contre]).toEqual(['mode_operatoire/indicateurs/m/mesures', ['projets/a']]);
    expect(plain(one?.message)).toBe('« Mesure » est mesuré à 7 jours ; les relevés de l’étude donnent 1,5.');
  });

  it('points to where its records are', () => {
    const where = (calcul: string, records: object) =>
      found(mesureContredite, measured(9, { calcul }, records)).flatMap(({ contre }) => contre);
    expect(where('conventions-signees', {})).toEqual(['mode_operatoire/conventions']);
    expect(where('demandes-recues', { realise: { demandes: [{ sort: 'x', nombre: 2 }] } })).toEqual([
      'mode_operatoire/realise/demandes',
    ]);
    expect(where('projets-termines', {})).toEqual(['projets/a']);
  });

  it('is not judged without measure, calculation, records or projects', () => {
    for (const fine of [{ mesures: [] }, { mesures: undefined }, { calcul: undefined }, { calcul: 'demandes-recues' }])
      expect(count(mesureContredite, measured(9, fine)), JSON.stringify(fine)).toBe(0);
    expect(count(mesureContredite, { ...measured(9), projets: [] })).toBe(0);
    expect(count(mesureContredite, { ...measured(9), mode_operatoire: null })).toBe(0);
    expect(count(mesureContredite, etude({ projets: [petitProjet('a')], ...mode({}) }))).toBe(0);
  });
});

describe('an indicator that feeds another', () => {
  const feeding = (unite: string, alimente?: string) =>
    etude({
      projets: [
        petitProjet('p', {
          indicateurs: [
            { libelle: 'Autre', unite: 'arbres', cible: 1 },
            { libelle: 'Foyers aidés', unite, cible: 1, ...(alimente ? { alimente } : {}) },
          ],
        }),
        petitProjet('q'),
      ],
      ...mode({
        indicateurs: [
          { id: 'autre', libelle: 'Autre', unite: 'arbres' },
          { id: 'm', libelle: 'Habitants', unite: 'personnes' },
        ],
      }),
    });
  it('counts in its unit', () => {
    const [one, ...none] = found(uniteContredite, feeding('foyers', 'm'));
    expect(none).toEqual([]);
    expect([one?.chemin, one?.contre]).toEqual([
      'projets/p/indicateurs/2/unite',
      ['mode_operatoire/indicateurs/m/unite'],
    ]);
    for (const fine of [feeding('personnes', 'm'), feeding('foyers'), feeding('foyers', 'inconnu')])
      expect(count(uniteContredite, fine)).toBe(0);
    expect(count(uniteContredite, { ...feeding('foyers', 'm'), mode_operatoire: null })).toBe(0);
  });
});

describe('an objective that nothing measures', () => {
  const judged = (n: 1 | 2 | 3 | 4 | 5 | null, rest: Partial<Projet> = {}) =>
    etude({
      projets: [
        petitProjet('p', {
          objectifs: ['Planter', 'Signer', 'Compter'],
          constats_objectifs: [{ objectif: 1, atteint: 'oui', constat: 'Fait.' }],
          ...(n === null ? {} : { evaluation: { efficacite: note(n) } }),
          ...rest,
        }),
      ],
    });
  it('is told of a project at the top mark alone, at the first of them', () => {
    const [one, ...none] = found(objectifNonMesure, judged(5));
    expect(none).toEqual([]);
    expect([one?.chemin, one?.contre]).toEqual(['projets/p/objectifs/2', ['projets/p/evaluation/efficacite']]);
    expect(one?.message).toBe(
      '« Projet p » a 5 sur 5 en efficacité, et rien ne mesure 2 de ses objectifs (« Signer »).',
    );
    expect(found(objectifNonMesure, judged(5, { objectifs: ['Planter', 'Signer'] }))[0]?.message).toContain(
      'rien ne mesure un de ses objectifs',
    );
    expect([4, null].map((n) => count(objectifNonMesure, judged(n as 4 | null)))).toEqual([0, 0]);
    expect(count(objectifNonMesure, judged(5, { objectifs: ['Planter'] }))).toBe(0);
  });
});

describe('a project that spent', () => {
  const money = (obtenu: number | undefined, realise: number | undefined = 1000) =>
    etude({
      projets: [
        petitProjet('p', {
          budget: [{ poste: 'x', prevu: 1, ...(realise === undefined ? {} : { realise }) }],
          financements: [{ financeur: 'y', prevu: 1, ...(obtenu === undefined ? {} : { obtenu }) }],
        }),
      ],
    });
  it('received as much, one euro aside; more, or unknown, is no fault', () => {
    expect([1000, 999, 1500, undefined].map((n) => count(depensesSansRecettes, money(n)))).toEqual([0, 0, 0, 0]);
    const [one] = found(depensesSansRecettes, money(998));
    expect([one?.chemin, one?.contre]).toEqual(['projets/p/budget', ['projets/p/financements']]);
    expect(plain(one?.message)).toBe('« Projet p » a dépensé 1 000 € et reçu 998 € : il manque 2 €.');
  });
});

describe('a request', () => {
  const asked = (demande: string | undefined, chosen?: string, until?: string) =>
    found(
      demandeApresChoix,
      etude({
        projets: [
          petitProjet('p', {
            ...(chosen ? { retenu_le: chosen } : {}),
            ...(demande ? { accompagnement: { demande_recue: demande } } : {}),
          }),
        ],
        ...mode(until ? { experimentation: { appel_au: until } } : {}),
      }),
    ).map(({ chemin, contre }) => [chemin, ...contre]);
  const at = 'projets/p/accompagnement/demande_recue';
  const CHOIX = [[at, 'projets/p/retenu_le']];
  const APPEL = [[at, 'mode_operatoire/experimentation/appel_au']];

  it.each([
    ['2018-09-12', '2018-09-12', []],
    ['2018-09-13', '2018-09-12', CHOIX],
    ['2018-09-30', '2018-09', []],
    ['2018-10-01', '2018-09', CHOIX],
    ['2018-10', '2018-09-30', CHOIX],
    // A request known to the month may be of its first day.
    ['2018-09', '2018-09-01', []],
    ['2019', '2018', CHOIX],
    ['2018', '2018', []],
  ])('of %s for a choice of %s', (demande, chosen, expected) => {
    expect(asked(demande, chosen)).toEqual(expected);
    // The end of the call is read in the same way, and the choice comes first.
    expect(asked(demande, undefined, chosen)).toEqual(expected.length > 0 ? APPEL : []);
    expect(asked(demande, chosen, chosen)).toEqual(expected);
  });

  it('that is not known, or that nothing follows, says nothing', () => {
    expect(asked(undefined, '2018-01-01', '2018-01-01')).toEqual([]);
    expect(asked('2018-09-12')).toEqual([]);
    expect(asked('2018-09-12', '2018-10-01', '2018-09-01')).toEqual(APPEL);
  });
});

describe('a recommendation', () => {
  const whole = {
    id: 'r',
    texte: 'Compter mieux.',
    responsable: 'cdc',
    echeance: '2020',
    constats: ['projets-inacheves'],
  };
  const given = (recommandation: object, rest: Partial<Study> = {}) =>
    found(
      recommandationIncomplete,
      etude({
        projets: [petitProjet('p', { evaluation: { pertinence: note(4) } })],
        evaluation: { evaluateur: { designation: 'X' }, echelle: [], recommandations: [recommandation] } as never,
        ...rest,
      }),
    );

  it('has someone, a date, and a finding that the report makes; each that lacks is named', () => {
    expect(given(whole)).toEqual([]);
    // One that the report could make, and does not today, is no fault; one that no report makes is.
    expect(given({ ...whole, constats: ['solde-negatif', 'projets-inacheves'] })).toEqual([]);
    expect(given({ ...whole, constats: ['projets-inacheves', 'inconnu'] }).map(({ chemin }) => chemin)).toEqual([
      'evaluation/recommandations/r/constats/2',
    ]);
    const missing = (recommandation: object) =>
      /il manque : (.+)\.$/.exec(given(recommandation)[0]?.message ?? '')?.[1];
    expect(missing({ ...whole, responsable: undefined })).toBe('responsable');
    expect(missing({ ...whole, echeance: undefined })).toBe('échéance');
    expect(missing({ ...whole, constats: ['inconnu'] })).toBe('un constat que les mesures établissent');
    expect(missing({ id: 'r', texte: 'Compter mieux.' })).toBe(
      'responsable, échéance, un constat que les mesures établissent',
    );
    const [one] = given({ ...whole, responsable: undefined });
    expect([one?.chemin, one?.contre]).toEqual(['evaluation/recommandations/r', ['projets/p/evaluation']]);
    expect(one?.message).toMatch(/^à la recommandation « Compter mieux » il manque/);
    // A document prints what would settle it; the codes are for who writes the file.
    expect(one?.issue).not.toContain('projets-inacheves');
    expect(one?.saisie).toContain('projets-inacheves');
  });

  it('is not judged before a project is evaluated', () => {
    expect(given({ id: 'r', texte: 'T.' }, { projets: [petitProjet('p')] })).toEqual([]);
    expect(given({ id: 'r', texte: 'T.' }, { evaluation: null })).toEqual([]);
    expect(given({}, { evaluation: { evaluateur: { designation: 'X' }, echelle: [] } as never })).toEqual([]);
  });
});
