/** What was observed and heard, against the day of the study and its own terms: each rule at its limits. */
import { describe, expect, it } from 'vitest';
import {
  constatAVenir,
  livrableHorsPhase,
} from '../../../../src/analysis/coherence/regles/calendrier/dates-des-constats.js';
import {
  lienAvecSoi,
  referenceRetenue,
  sigleEnDouble,
  sourceDEssai,
  sourcePosterieure,
} from '../../../../src/analysis/coherence/regles/diagnostic/inventaires.js';
import {
  actionContredite,
  citationsParMethode,
  citationsSansRecueil,
  participantsContredits,
} from '../../../../src/analysis/coherence/regles/diagnostic/recueil.js';
import {
  cibleEnRecul,
  echelleIncomplete,
  grilleIncomplete,
} from '../../../../src/analysis/coherence/regles/realisation/notation-projets.js';
import {
  noteAvantTerme,
  releveHorsDuProjet,
  termineInacheve,
} from '../../../../src/analysis/coherence/regles/realisation/projets.js';
import { acteur, action, besoin, etude, experience, petitProjet } from '../../small-study.js';
import { mode, said, tache, told } from '../told.js';

describe('the dates of what is observed', () => {
  it('are those of the study at the latest, wherever they stand', () => {
    const late = { date: '2018-02-16' };
    const done = '2018-02-15';
    const study = (jour: string) => ({
      ...etude(),
      projets: [
        petitProjet('p', {
          suivi: [
            { date: done, constats: 'x', avancement: 0 },
            { date: jour, constats: 'x', avancement: 1 },
          ],
          indicateurs: [
            { libelle: 'I', unite: 'u', cible: 1 },
            { libelle: 'J', unite: 'u', cible: 1, mesures: [{ date: jour, valeur: 1 }] },
          ],
          calendrier: [
            { etape: 'x', debut: '2018', fin: '2030' },
            { etape: 'y', debut: '2018', fin: '2030', debut_reel: jour, fin_reelle: jour },
          ],
          retenu_le: jour,
          financements: [
            { financeur: 'F', prevu: 1 },
            { financeur: 'F', prevu: 1, verse_le: jour },
          ],
          accompagnement: { demande_recue: jour, premiere_reponse: jour },
          evaluation: { notee_le: jour },
        }),
      ],
      mode_operatoire: {
        scenario: 'a',
        parcours: [],
        realise: { au: jour, jusqu_au: jour },
        conditions: {
          techniques: [{ libelle: 'C', remplie_le: jour }],
          juridiques: [{ libelle: 'D' }, { libelle: 'C', remplie_le: jour }],
          financieres: [{ libelle: 'C', remplie_le: jour }],
        },
        conventions: [
          { objet: 'O', signee_le: jour },
          { id: 'c', objet: 'O', signee_le: jour },
        ],
        risques: [{ libelle: 'R' }, { libelle: 'R', survenu_le: jour }],
        indicateurs: [
          {
            id: 'i',
            libelle: 'I',
            mesures: [
              { date: done, valeur: 1 },
              { date: jour, valeur: 1 },
            ],
          },
          { id: 'j', libelle: 'J' },
        ],
        taches: [tache('t', '2018', '2030', { debut_reel: jour, fin_reelle: jour }), tache('u', '2018', '2030')],
      },
    });
    expect(told(constatAVenir, study(done))).toEqual([]);
    expect(told(constatAVenir, study(late.date)).map((text) => text.replace(' / etude/date', ''))).toEqual([
      'projets/p/retenu_le',
      'projets/p/suivi/2/date',
      'projets/p/indicateurs/2/mesures/1/date',
      'projets/p/calendrier/2/debut_reel',
      'projets/p/calendrier/2/fin_reelle',
      'projets/p/financements/2/verse_le',
      'projets/p/accompagnement/demande_recue',
      'projets/p/accompagnement/premiere_reponse',
      'projets/p/evaluation/notee_le',
      'mode_operatoire/realise/au',
      'mode_operatoire/realise/jusqu_au',
      'mode_operatoire/conditions/techniques/1/remplie_le',
      'mode_operatoire/conditions/juridiques/2/remplie_le',
      'mode_operatoire/conditions/financieres/1/remplie_le',
      'mode_operatoire/conventions/1/signee_le',
      'mode_operatoire/conventions/c/signee_le',
      'mode_operatoire/risques/2/survenu_le',
      'mode_operatoire/indicateurs/i/mesures/2/date',
      'mode_operatoire/taches/t/debut_reel',
      'mode_operatoire/taches/t/fin_reelle',
    ]);
    expect(told(constatAVenir, { ...etude(), projets: [petitProjet('p')] })).toEqual([]);
  });

  it('a deliverable is of its phase, first and last days included', () => {
    const one = (date: string, fin: string | undefined = '2018-04') => ({
      ...etude(),
      etude: {
        ...etude().etude,
        livrables: [
          { id: 'autre', titre: 'A', date: '2010' },
          { id: 'd', titre: 'D', date },
        ],
        calendrier: [
          { phase: 'X', debut: '2017' },
          { phase: 'P', debut: '2018-02-10', ...(fin ? { fin } : {}), livrables: ['d', 'inconnu'] },
        ],
      },
    });
    for (const date of ['2018-02-10', '2018-04-30', '2018-02']) expect(told(livrableHorsPhase, one(date))).toEqual([]);
    for (const date of ['2018-02-09', '2018-05-01', '2018-01'])
      expect(told(livrableHorsPhase, one(date))).toEqual(['etude/livrables/d/date / etude/calendrier/2']);
    expect(
      told(livrableHorsPhase, {
        ...one('2030'),
        etude: { ...one('2030').etude, calendrier: [{ phase: 'P', debut: '2018', livrables: ['d'] }] },
      }),
    ).toEqual([]);
    expect(told(livrableHorsPhase, etude())).toEqual([]);
  });
});

describe('the inventories', () => {
  it('an acronym names one actor', () => {
    const one = (...sigles: (string | undefined)[]) => ({
      ...etude(),
      acteurs: sigles.map((sigle, i) => acteur(`a${i}`, sigle === undefined ? {} : { sigle })),
    });
    expect(told(sigleEnDouble, one('É.D.', 'X', 'ed'))).toEqual(['acteurs/a2/sigle / acteurs/a0/sigle']);
    for (const fine of [one('A', 'B'), one(undefined, undefined), one('-', '·')])
      expect(told(sigleEnDouble, fine)).toEqual([]);
  });
  it('a link goes to another, an own reference is not of elsewhere', () => {
    expect(
      told(lienAvecSoi, {
        ...etude(),
        acteurs: [
          acteur('x', {
            liens: [
              { acteur: 'y', nature: 'n' },
              { acteur: 'x', nature: 'n' },
            ],
          } as never),
          acteur('y'),
        ],
      }),
    ).toEqual(['acteurs/x/liens/2/acteur / acteurs/x']);
    const own = (retenue: boolean, reference_interne: boolean) =>
      told(referenceRetenue, { ...etude(), experiences: [experience('e', { retenue, reference_interne } as never)] });
    expect([own(true, true), own(true, false), own(false, true)]).toEqual([
      ['experiences/e/retenue / experiences/e/reference_interne'],
      [],
      [],
    ]);
  });
  it('a source is of the day of the study at the latest, unless what cites it comes later too', () => {
    const one = (date: string | undefined, rest: object) => ({
      ...etude(),
      sources: [{ id: 's', titre: 'S', ...(date ? { date } : {}) }],
      ...rest,
    });
    const cited = { besoins: [besoin('b', { sources: ['s'] } as never)] };
    expect(told(sourcePosterieure, one('2018-02-16', cited))).toEqual([
      'besoins/b/sources/1 / sources/s/date / etude/date',
    ]);
    for (const fine of [one('2018-02-15', cited), one(undefined, cited), one('2019', {})])
      expect(told(sourcePosterieure, fine)).toEqual([]);
    const rule = (applicable_du: string) =>
      one('2019', { references: [{ id: 'r', theme: 'x', titre: 'R', regle: 'R', sources: ['s'], applicable_du }] });
    expect([told(sourcePosterieure, rule('2019')).length, told(sourcePosterieure, rule('2018-02-15')).length]).toEqual([
      0, 1,
    ]);
  });

  it('a source is read where all can read it: at no address of a site on trial', () => {
    const at = (url: string | undefined, rest: object = { besoins: [besoin('b', { sources: ['s'] } as never)] }) => ({
      ...etude(),
      sources: [{ id: 's', type: 'site', titre: 'S', ...(url ? { url } : {}) }],
      ...rest,
    });
    for (const url of [
      'https://www.staging.x.fr/a',
      'http://pre-prod.x.fr',
      'http://localhost:8080/a',
      'https://dev.x.fr/',
    ])
      expect(told(sourceDEssai, at(url)), url).toEqual(['sources/s/url / besoins/b/sources/1']);
    for (const fine of [
      at('https://x.fr/staging/test'),
      at('https://outils.dev/page'),
      at('https://testament.fr'),
      at(undefined),
      at('https://staging.x.fr', {}),
    ])
      expect(told(sourceDEssai, fine)).toEqual([]);
  });
});

describe('what projects are measured by', () => {
  it.each([
    [undefined, 5, undefined, false],
    [5, 5, undefined, false],
    [5, 4.9, undefined, true],
    [5, 5.1, 'min', true],
    [5, 5, 'min', false],
    [5, 4, 'min', false],
  ] as const)('from %s to %s, the %s: %s', (initial, cible, sens, wrong) => {
    const one = {
      libelle: 'I',
      unite: 'u',
      cible,
      ...(initial === undefined ? {} : { initial }),
      ...(sens ? { sens } : {}),
    };
    const study = {
      ...mode({ indicateurs: [{ ...one, id: 'i' }] }),
      projets: [petitProjet('p', { indicateurs: [{ libelle: 'J', unite: 'u', cible: 1 }, one] })],
    };
    expect(told(cibleEnRecul, study)).toEqual(
      wrong
        ? [
            'mode_operatoire/indicateurs/i/cible / mode_operatoire/indicateurs/i/initial',
            'projets/p/indicateurs/2/cible / projets/p/indicateurs/2/initial',
          ]
        : [],
    );
  });
  it('the grid is noted whole, the scale says each note', () => {
    const graded = (notes: object | undefined) => ({
      ...mode({
        experimentation: {
          grille: [
            { id: 'x', libelle: 'X' },
            { id: 'y', libelle: 'Y' },
          ],
        },
      }),
      projets: [petitProjet('p', { analyse: notes ? { notes } : {} } as never)],
    });
    expect([
      told(grilleIncomplete, graded({ x: 1 })),
      told(grilleIncomplete, graded({ x: 0, y: 1 })),
      told(grilleIncomplete, graded(undefined)),
    ]).toEqual([['projets/p/analyse/notes / mode_operatoire/experimentation/grille'], [], []]);
    const noted = (echelle: number[] | null) => ({
      ...etude(),
      evaluation: echelle ? { echelle: echelle.map((note) => ({ note, sens: 'S' })) } : null,
      projets: [petitProjet('p', { evaluation: { notee_le: '2018', effets: { note: 3, commentaire: 'x' } } })],
    });
    expect([
      told(echelleIncomplete, noted([1, 2])),
      told(echelleIncomplete, noted([3])),
      told(echelleIncomplete, noted(null)),
    ]).toEqual([['projets/p/evaluation/effets/note / evaluation/echelle'], [], []]);
  });
  it('records follow the choice, an end is at a hundred per cent, notes follow the last step', () => {
    const recorded = (date: string, retenu_le?: string) => ({
      ...etude(),
      projets: [
        petitProjet('p', { suivi: [{ date, constats: 'x', avancement: 0 }], ...(retenu_le ? { retenu_le } : {}) }),
      ],
    });
    expect([
      told(releveHorsDuProjet, recorded('2018-02-01', '2018-02-02')),
      told(releveHorsDuProjet, recorded('2018-02-02', '2018-02-02')),
      told(releveHorsDuProjet, recorded('2018')),
    ]).toEqual([['projets/p/suivi/1/date / projets/p/retenu_le'], [], []]);
    const ended = (etat: string, ...suivi: [string, number | undefined][]) => ({
      ...etude(),
      projets: [
        petitProjet('p', {
          etat,
          suivi: suivi.map(([date, avancement]) => ({
            date,
            constats: 'x',
            ...(avancement === undefined ? {} : { avancement }),
          })),
        } as never),
      ],
    });
    expect(told(termineInacheve, ended('termine', ['2018-03', 0.9], ['2018-01', 1]))).toEqual([
      'projets/p/etat / projets/p/suivi/1/avancement',
    ]);
    // The later of two of one date is the last written.
    expect(told(termineInacheve, ended('termine', ['2018-03', 1], ['2018-03', 0.9]))).toEqual([
      'projets/p/etat / projets/p/suivi/2/avancement',
    ]);
    for (const fine of [
      ended('termine', ['2018-01', 0.5], ['2018-03', 1]),
      ended('en-cours', ['2018-03', 0.5]),
      ended('termine'),
      ended('termine', ['2018-03', undefined]),
    ])
      expect(told(termineInacheve, fine)).toEqual([]);
    const noted = (notee_le: string | undefined, fin_reelle?: string, etat = 'termine') => ({
      ...etude(),
      projets: [
        petitProjet('p', {
          etat,
          calendrier: [
            { etape: 'x', debut: '2017', fin: '2017' },
            { etape: 'y', debut: '2018', fin: '2018-06', ...(fin_reelle ? { fin_reelle } : {}) },
          ],
          evaluation: notee_le ? { notee_le } : {},
        } as never),
      ],
    });
    expect(told(noteAvantTerme, noted('2018-05-31'))).toEqual([
      'projets/p/evaluation/notee_le / projets/p/calendrier/2/fin',
    ]);
    expect(told(noteAvantTerme, noted('2018-06-30', '2018-07-01'))).toEqual([
      'projets/p/evaluation/notee_le / projets/p/calendrier/2/fin_reelle',
    ]);
    for (const fine of [
      noted('2018-06-01'),
      noted('2018-05-31', '2018-05-31'),
      noted(undefined),
      noted('2018-01', undefined, 'en-cours'),
    ])
      expect(told(noteAvantTerme, fine)).toEqual([]);
  });
});

describe('what was heard', () => {
  const temps = (id: string, type: string, rest: object = {}) => ({ id, type, date: '2017-11-20', ...rest });
  it('has as many people as answers at the most, as interviews at the least', () => {
    const one = (type: string, rest: object) =>
      told(participantsContredits, { ...etude(), participation: [temps('t', type, rest)] });
    const [answers, interviews] = [
      ['participation/t/reponses / participation/t/participants'],
      ['participation/t/nombre / participation/t/participants'],
    ];
    expect([
      one('enquete', { participants: { a: 3, b: 2 }, reponses: 5 }),
      one('enquete', { participants: { a: 3, b: 2 }, reponses: 4 }),
    ]).toEqual([[], answers]);
    expect(one('enquete', { participants_total: 6, reponses: 5 })).toEqual([
      'participation/t/reponses / participation/t/participants_total',
    ]);
    expect(one('enquete', { participants: { a: 1 }, participants_total: 6, reponses: 5 })).toEqual(answers);
    expect([
      one('entretien', { participants: { a: 4 }, nombre: 4 }),
      one('entretien', { participants: { a: 4 }, nombre: 5 }),
      one('entretien', { nombre: 5 }),
      one('entretien', { participants: { a: 4 } }),
      one('atelier', { participants: { a: 4 }, nombre: 5 }),
    ]).toEqual([[], interviews, [], [], []]);
  });
  it('holds the citations, method by method, for all and for each public', () => {
    const study = (mentions: object, ...participation: object[]) => ({
      ...etude(),
      besoins: [besoin('b', { mentions } as never)],
      participation,
    });
    const atelier = temps('x', 'atelier', { participants: { ecoles: 3, familles: 4 } });
    expect(told(citationsSansRecueil, study({ atelier: 7 }, atelier))).toEqual([]);
    expect(told(citationsSansRecueil, study({ atelier: 8 }, atelier))).toEqual([
      'besoins/b/mentions/atelier / participation/x',
    ]);
    expect(told(citationsSansRecueil, study({ enquete: 1 }, atelier))).toEqual([
      'besoins/b/mentions/enquete / participation',
    ]);
    expect(said(citationsSansRecueil, study({ enquete: 1 }, atelier))).toContain('ne garde trace d’aucun temps');
    expect(told(citationsSansRecueil, study({ enquete: 1 }))).toEqual([]);
    expect(
      told(
        citationsSansRecueil,
        study(
          { entretien: 9, enquete: 8 },
          temps('e', 'entretien', { nombre: 9 }),
          temps('q', 'enquete', { reponses: 8 }),
        ),
      ),
    ).toEqual([]);
    const two = [atelier, temps('f', 'forum', { participants: { ecoles: 9 } })];
    expect(told(citationsParMethode, study({ atelier: 3, forum: 9 }, ...two))).toEqual([]);
    expect(told(citationsParMethode, study({ atelier: 4 }, ...two))).toEqual([
      'besoins/b/mentions/atelier / participation/x/participants',
    ]);
    // All of its public together, or all who were there, are told by other rules.
    for (const fine of [
      study({ atelier: 13 }, ...two),
      study({ atelier: 8 }, ...two),
      study(
        { atelier: 4 },
        atelier,
        temps('y', 'atelier', { participants_total: 9 }),
        temps('f', 'forum', { participants: { ecoles: 9 } }),
      ),
      study({}, ...two),
    ])
      expect(told(citationsParMethode, fine)).toEqual([]);
  });
  it.each([
    ['en-cours', '2018-02-14', true],
    ['en-cours', '2018-02-15', false],
    ['en-projet', '2017', true],
    ['terminee', '2018-02-16', true],
    ['terminee', '2018-02-15', false],
    ['terminee', '2017', false],
    ['abandonnee', '2019', false],
    ['en-cours', undefined, false],
  ] as const)('an action %s that ends on %s: %s', (statut, fin, wrong) => {
    expect(
      told(actionContredite, { ...etude(), actions: [action('x', { statut, ...(fin ? { fin } : {}) } as never)] }),
    ).toEqual(wrong ? ['actions/x/statut / actions/x/fin'] : []);
  });
});
