/** The dispositif as it ran: money, days, risks and trends, each with what was foreseen; and the findings that it makes. */
import { describe, expect, it } from 'vitest';
import { analyserBilan } from '../../../src/analysis/projets/bilan.js';
import { analyserDispositif } from '../../../src/analysis/projets/dispositif.js';
import { partsDesAnnees } from '../../../src/analysis/projets/duree-des-comptes.js';
import { joursDeSuite } from '../../../src/analysis/projets/suites.js';
import type { ModeOperatoire } from '../../../src/study/types.gen.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';
import { etude, petitProjet } from '../small-study.js';

const plain = (text: string): string => text.replace(/\s/g, ' ');
const study = (mode: object, rest: object = {}) => ({
  ...etudeAvecScenarios([scenario('z', { financements: [] }), scenario('a')]),
  ...rest,
  mode_operatoire: { scenario: 'a', parcours: [], ...mode } as unknown as ModeOperatoire,
});
const of = (mode: object, au?: string) => analyserDispositif(study(mode), au);
const realise = (rest: object) => ({ realise: { au: '2019-08-31', ...rest } });

describe('the dispositif', () => {
  it('is none without a mode opératoire, or without its scenario', () => {
    expect(analyserDispositif({ ...study({}), mode_operatoire: null })).toBeNull();
    expect(of({ scenario: 'x' })).toBeNull();
    expect(of({})).toMatchObject({
      au: null,
      resteEquipe: null,
      echues: [],
      demandes: [],
      risques: [],
      volumes: [],
      conventions: { signees: [], nonSignees: [] },
      conditions: { aTemps: [], enRetard: [], nonRemplies: [] },
    });
  });

  it('foresees as many months as accounts longer than a year: the first year, its share of the next, purchases whole', () => {
    const accounts = (au: string) =>
      of({
        ...realise({ au, jours: [{ acteur: 'mare', jours: 1 }], depenses: [{ nature: 'humain', montant: 1 }] }),
        experimentation: { debut: '2018-09', fin: '2020-12' },
        conventions: [{ partenaire: 'mare', objet: 'O', duree_mois: 18, jours_an: 20 }],
      });
    const [year, longer, beyond] = [accounts('2019-08-31'), accounts('2020-02-29'), accounts('2040-02-29')];
    const days = (one: typeof year) => one?.jours.find(({ acteur }) => acteur === 'mare')?.prevu;
    const spent = (one: typeof year, nature: string) => one?.depenses.find((d) => d.nature === nature)?.prevu ?? 0;
    expect([year, longer, beyond].map((one) => [one?.aLaDuree, days(one)])).toEqual([
      [false, 20],
      [true, 30],
      [false, 20],
    ]);
    expect(spent(longer, 'humain') / spent(year, 'humain')).toBeCloseTo(1.5, 1);
    expect(partsDesAnnees(18, 3)).toEqual([1, 0.5]);
    expect([partsDesAnnees(null, 3), partsDesAnnees(6, 3), partsDesAnnees(37, 3)]).toEqual([[1], [1], [1]]);
  });

  it('gives accounts shorter than a year their twelfths of it, purchases whole', () => {
    const accounts = (au: string) =>
      of({
        ...realise({ au, jours: [{ acteur: 'mare', jours: 1 }], depenses: [{ nature: 'humain', montant: 1 }] }),
        experimentation: { debut: '2018-07-01', fin: '2019-03-31' },
        conventions: [{ partenaire: 'mare', objet: 'O', duree_mois: 9, jours_an: 20 }],
      });
    const [nine, year] = [accounts('2019-03-31'), accounts('2019-06-30')];
    expect(nine?.mois).toBe(9);
    expect(nine?.jours.find(({ acteur }) => acteur === 'mare')).toMatchObject({ prevu: 20, aProportion: 15 });
    const shares = nine?.depenses.map(({ nature, prevu, aProportion }) => [nature, (aProportion ?? 0) / prevu]);
    expect(shares).toContainEqual(['humain', 0.75]);
    expect(shares?.find(([nature]) => nature === 'materiel')?.[1]).toBe(1);
    // The capital of a loan is paid along the year, and is no purchase.
    const owes = analyserDispositif({
      ...study({ ...realise({ au: '2019-03-31' }), experimentation: { debut: '2018-07-01', fin: '2019-03-31' } }),
      ...etudeAvecScenarios([
        scenario('a', {
          financements: [
            {
              id: 'p',
              nature: 'emprunt',
              montant: 6000,
              statut: 'acquis',
              remboursement: { taux: 0, duree_annees: 3 },
            },
          ],
        }),
      ]),
      mode_operatoire: study({
        ...realise({ au: '2019-03-31' }),
        experimentation: { debut: '2018-07-01', fin: '2019-03-31' },
      }).mode_operatoire,
    });
    expect(owes?.depenses.find(({ nature }) => nature === 'capital')).toMatchObject({ prevu: 2000, aProportion: 1500 });
    for (const one of [...(year?.depenses ?? []), ...(year?.jours ?? []), ...(year?.volumes ?? [])])
      expect(one.aProportion).toBeNull();
  });

  it('measures an indicator that says how it is computed, when nobody wrote its measure', () => {
    const indicateurs = (mesures: object[]) =>
      analyserBilan(
        study({
          ...realise({}),
          conventions: [{ partenaire: 'mare', objet: 'O', duree_mois: 12, etat: 'signee' }],
          indicateurs: [
            { id: 'c', libelle: 'C', unite: 'conventions', cible: 2, calcul: 'conventions-signees', mesures },
          ],
        }),
      ).indicateurs.map(({ valeur, methode }) => [valeur, methode]);
    expect(indicateurs([])).toEqual([[1, 'Conventions signées, d’après leur registre']]);
    expect(indicateurs([{ date: '2019-06-30', valeur: 3 }])).toEqual([[3, null]]);
  });

  it('says how many months its accounts cover, where they are not the year that was foreseen', () => {
    const mois = (debut: string | null, au: string) =>
      of({ ...realise({ au }), ...(debut ? { experimentation: { debut, fin: '2020-12' } } : {}) })?.mois;
    expect([mois('2018-09', '2019-08-31'), mois('2018-09-01', '2019-07-31'), mois('2018-09', '2019-09-30')]).toEqual([
      null,
      null,
      null,
    ]);
    expect([mois('2019-04-01', '2019-08-31'), mois('2018-03', '2019-08-31'), mois(null, '2019-08-31')]).toEqual([
      5,
      18,
      null,
    ]);
    // Closed two months later, to receive the last bills of the year.
    const closed = { au: '2019-10-31', jusqu_au: '2019-08' };
    expect(of({ ...realise(closed), experimentation: { debut: '2018-09', fin: '2019-08' } })?.mois).toBeNull();
  });

  it('spends by nature: what was foreseen the first year, what was not, nothing that is neither', () => {
    const found = of(
      realise({
        depenses: [
          { nature: 'humain', montant: 21000, commentaire: 'Remplacement.' },
          { nature: 'prestation', montant: 0 },
        ],
      }),
    )?.depenses;
    expect(found?.map(({ nature, prevu, realise: done, commentaire }) => [nature, prevu, done, commentaire])).toEqual([
      ['humain', 20000, 21000, 'Remplacement.'],
      ['materiel', 6000, null, null],
      ['frais-indirects', 2000, null, null],
      ['prestation', 0, 0, null],
    ]);
    expect(found?.[0]?.libelle).toBe('Personnel');
  });

  it('receives by source, by its label or its id', () => {
    const found = of(
      realise({
        recettes: [
          { financement: 'fonds', montant: 15000, commentaire: 'Moins.' },
          { financement: 'x', montant: 1 },
        ],
      }),
    )?.recettes;
    expect(found?.map(({ libelle, prevu, realise: done, commentaire }) => [libelle, prevu, done, commentaire])).toEqual(
      [
        ['Aide', 9000, null, null],
        [expect.any(String), 16000, 15000, 'Moins.'],
      ],
    );
  });

  it('works the days of its bearer, then of the conventions, then of the partners whom the scenario alone binds', () => {
    const found = of({
      conventions: [
        { partenaire: 'region', objet: 'O', duree_mois: 12, jours_an: 7 },
        { partenaire: 'mare', objet: 'P', duree_mois: 12 },
      ],
      ...realise({
        jours: [
          { acteur: 'mare', jours: 4, commentaire: 'Peu.' },
          { acteur: 'region', jours: 9 },
          { acteur: 'venue', jours: 5 },
        ],
      }),
    });
    expect(
      found?.jours.map(({ acteur, prevu, realise: done, base, porteur, libelle, commentaire }) => [
        acteur,
        prevu,
        done,
        base,
        porteur,
        libelle,
        commentaire,
      ]),
    ).toEqual([
      ['cdc', 30, null, 'charge', true, 'Communauté des Collines', null],
      ['region', 7, 9, 'convention', false, 'La Région', null],
      ['mare', 20, 4, 'scenario', false, 'La Mare', 'Peu.'],
      ['venue', 0, 5, 'aucune', false, 'venue', null],
    ]);
    // The total of the partners is that of their rows.
    expect(found?.partenaires).toEqual({ prevu: 10, aProportion: null, realise: 18 });
    const bound = of({
      conventions: [{ partenaire: 'mare', objet: 'P', duree_mois: 12, jours_an: 3 }],
      ...realise({ jours: [{ acteur: 'cdc', jours: 40 }] }),
    });
    expect([bound?.jours.map(({ acteur, prevu }) => [acteur, prevu]), bound?.partenaires.realise]).toEqual([
      [
        ['cdc', 30],
        ['mare', 3],
      ],
      null,
    ]);
  });

  it('adds up the conventions of a partner, whose days are counted once', () => {
    const found = of({
      conventions: [
        { partenaire: 'mare', objet: 'O', duree_mois: 12, jours_an: 3 },
        { partenaire: 'mare', objet: 'P', duree_mois: 12, jours_an: 5 },
      ],
      ...realise({ jours: [{ acteur: 'mare', jours: 6 }] }),
    });
    const own = found?.jours.filter(({ acteur }) => acteur === 'mare');
    expect(own?.map(({ prevu, realise: done, base }) => [prevu, done, base])).toEqual([[8, 6, 'convention']]);
  });

  it('leaves its team what its projects do not take, once both are known', () => {
    const projets = [
      petitProjet('p', { accompagnement: { jours_realises: 12 } }),
      petitProjet('q'),
      petitProjet('r', { accompagnement: { jours_realises: 3 } }),
    ];
    const rest = (records: object) => analyserDispositif(study(realise(records), { projets }))?.resteEquipe;
    const demandes = [{ sort: 'x', nombre: 10 }];
    expect(
      rest({
        demandes,
        jours: [
          { acteur: 'mare', jours: 1 },
          { acteur: 'cdc', jours: 40 },
        ],
      }),
    ).toEqual({ faits: 40, projets: 15, reste: 25, demandes: 15 });
    expect([rest({ demandes }), rest({ jours: [{ acteur: 'cdc', jours: 40 }] })]).toEqual([null, null]);
  });

  it('holds its conventions, signed or not, and those that have run out', () => {
    const convention = (rest: object) => ({ partenaire: 'mare', objet: 'O', ...rest });
    const found = of(
      {
        conventions: [
          convention({ etat: 'signee', signee_le: '2018-01-31', duree_mois: 1 }),
          convention({ etat: 'signee', signee_le: '2018', duree_mois: 6 }),
          convention({ etat: 'signee', duree_mois: 6 }),
          convention({ etat: 'signee', signee_le: '2018-01-01' }),
          convention({ signee_le: '2010-01-01', duree_mois: 1 }),
        ],
      },
      '2018-07-02',
    );
    expect(found?.echues.map(({ le }) => le)).toEqual(['2018-03-01', '2018-07-01']);
    expect([found?.conventions.signees.length, found?.conventions.nonSignees.length]).toEqual([4, 1]);
    expect(
      of({ conventions: [convention({ etat: 'signee', signee_le: '2018-01-01', duree_mois: 6 })] }, '2018-07-01')
        ?.echues,
    ).toEqual([]);
  });

  it('meets its conditions in time, on the day itself, late, or not', () => {
    const condition = (libelle: string, rest: object) => ({ libelle, etat: 'remplie', ...rest });
    const found = of({
      conditions: {
        techniques: [
          condition('jour', { echeance: '2018-09-14', remplie_le: '2018-09-14' }),
          condition('retard', { echeance: '2018-09-14', remplie_le: '2018-09-17' }),
        ],
        juridiques: [condition('sans', {}), condition('samedi', { echeance: '2018-09-14', remplie_le: '2018-09-15' })],
        financieres: [condition('non', { etat: 'en-cours' }), condition('sans date', { echeance: '2018-09-14' })],
      },
    })?.conditions;
    expect(found?.aTemps.map(({ libelle }) => libelle)).toEqual(['jour', 'sans', 'samedi', 'sans date']);
    expect(found?.enRetard.map(({ condition: { libelle }, jours }) => [libelle, jours])).toEqual([['retard', 1]]);
    expect(found?.nonRemplies.map(({ libelle }) => libelle)).toEqual(['non']);
  });

  it('tells the risks that came', () => {
    const risque = { libelle: 'R', probabilite: 1, gravite: 1, parade: 'P' };
    const found = of({ risques: [risque, { ...risque, libelle: 'S', survenu_le: '2018-10' }] });
    expect(found?.risques.map(({ libelle }) => libelle)).toEqual(['S']);
  });

  it('signs a convention late after its planned date, in working days', () => {
    const convention = (objet: string, rest: object) => ({
      partenaire: 'mare',
      objet,
      etat: 'signee',
      signature_prevue: '2018-08-31',
      ...rest,
    });
    const found = of({
      conventions: [
        convention('à temps', { signee_le: '2018-08-31' }),
        convention('tard', { signee_le: '2018-09-12' }),
        convention('au fil du mois', { signature_prevue: '2018-08', signee_le: '2018-08-31' }),
        convention('non signée', { etat: 'a-rediger', signee_le: '2018-09-12' }),
        convention('sans date', {}),
      ],
    });
    expect(found?.conventions.enRetard.map(({ convention: { objet }, jours }) => [objet, jours])).toEqual([
      ['tard', 8],
    ]);
  });

  it('opens an aid by what was spent, up to what was planned, where whole natures make its base and are told', () => {
    // Half of the wages, up to 9 000 €: 20 000 € planned.
    const argent = (humain: number | null, recettes: object[], rest: object = {}) =>
      of(
        realise({
          depenses: humain === null ? [{ nature: 'outil', montant: 1000 }] : [{ nature: 'humain', montant: humain }],
          recettes,
          ...rest,
        }),
      )?.argent;
    const own = [{ financement: 'fonds', montant: 16000 }];
    const aide = { libelle: 'Aide', taux: 0.5, admisesPrevues: 20000, prevu: 9000, recu: null };
    expect(argent(17000, own)).toEqual({
      avance: 1000,
      solde: 7500,
      aides: [{ ...aide, admisesFaites: 17000, ouvert: 8500, reste: 8500 }],
    });
    expect(argent(30000, own)).toMatchObject({ avance: 14000, solde: -5000, aides: [{ ouvert: 9000 }] });
    expect(argent(17000, [...own, { financement: 'aide', montant: 5000 }])).toMatchObject({
      avance: -4000,
      solde: 7500,
      aides: [{ recu: 5000, reste: 3500 }],
    });
    expect([argent(null, own)?.aides, argent(17000, [])]).toEqual([[], null]);
    // Of another length than the year, they compare with no plan.
    const long = {
      ...realise({ au: '2019-12-31', recettes: own }),
      experimentation: { debut: '2018-09', fin: '2019-12' },
    };
    expect(of(long)?.argent).toBeNull();
  });
});

describe('the findings of the dispositif', () => {
  const told = (mode: object, au?: string) =>
    Object.fromEntries(analyserBilan(study(mode), au).constats.map(({ code, texte }) => [code, plain(texte)]));
  it('are the conventions that have run out and the risks that came', () => {
    const signed = (signee_le: string) => ({
      partenaire: 'mare',
      objet: 'O',
      etat: 'signee',
      signee_le,
      duree_mois: 12,
    });
    const found = told(
      {
        conventions: [signed('2018-03-01'), signed('2018-05-01'), signed('2018-04-01')],
        risques: [{ libelle: 'Un départ', probabilite: 1, gravite: 1, parade: 'P', survenu_le: '2018-10' }],
        ...realise({}),
      },
      '2020-01-01',
    );
    expect(found['convention-echue']).toBe(
      'Trois conventions signées sont échues à la date de ce document, la dernière depuis le 1er mai 2019.',
    );
    expect(found['risque-survenu']).toBe('Un risque est survenu : « Un départ ».');
    // What is dated stands without accounts.
    const without = told({ conventions: [signed('2018-03-01')] }, '2020-01-01');
    expect(without['convention-echue']).toMatch(/^Une convention signée est échue .* depuis le 1er mars 2019\.$/);
    expect(without['risque-survenu']).toBeUndefined();
  });
  it('are the conventions signed late, the latest told', () => {
    const signed = (objet: string, signee_le: string) => ({
      partenaire: 'mare',
      objet,
      etat: 'signee',
      signature_prevue: '2018-08-31',
      signee_le,
      duree_mois: 12,
    });
    const of = (...conventions: object[]) => told({ conventions, ...realise({}) })['convention-tardive'];
    expect(of(signed('A', '2018-09-03'))).toBe(
      'Une convention a été signée après sa date prévue, 1 jour ouvré plus tard : « A ».',
    );
    expect(
      of(signed('A', '2018-09-12'), signed('B', '2018-09-28'), signed('B', '2018-09-03'), signed('C', '2018-08-31')),
    ).toBe(
      'Trois conventions ont été signées après leur date prévue, 20 jours ouvrés au plus : « A » et « B » (2 conventions).',
    );
    expect(of(signed('A', '2018-08-01'))).toBeUndefined();
    // A day of signature is known without accounts; that nothing is signed is not.
    expect(told({ conventions: [signed('A', '2018-09-12')] })['convention-tardive']).toMatch(/^Une convention a été/);
    const open = { partenaire: 'mare', objet: 'O', etat: 'a-rediger', duree_mois: 12 };
    expect(told({ conventions: [open] })['convention-non-signee']).toBeUndefined();
  });
  it('part from the plan by the whole days that are told', () => {
    // 13.5 and 4.5 days foreseen are told as 14 and 5.
    const own = etudeAvecScenarios([scenario('a', { montee_en_charge: [0.45, 1, 1] })]);
    const jours = [
      { acteur: 'cdc', jours: 50 },
      { acteur: 'mare', jours: 9 },
    ];
    const { constats } = analyserBilan({
      ...own,
      mode_operatoire: { scenario: 'a', parcours: [], ...realise({ jours }) } as unknown as ModeOperatoire,
    });
    const texts = constats.filter(({ code }) => code.startsWith('jours-p')).map(({ texte }) => plain(texte));
    expect(texts[0]).toContain('50 jours faits pour 14 prévus au plan de charge.');
    expect(texts[1]).toContain('9 jours faits pour 5 prévus au plan de charge');
  });
  it('finds no days missing in accounts of six months, and those that pass the whole year', () => {
    const six = (jours: number) =>
      told({
        experimentation: { debut: '2018-09', fin: '2019-02' },
        conventions: [{ partenaire: 'mare', objet: 'O', duree_mois: 6, jours_an: 20 }],
        realise: { au: '2019-02-28', jours: [{ acteur: 'mare', jours }] },
      });
    expect(Object.keys(six(9)).filter((code) => code.startsWith('jours-'))).toEqual([]);
    expect(six(30)['jours-partenaires']).toMatch(/30 pour 20 prévus/);
  });

  it('are none where everything went as foreseen', () => {
    expect(
      told(
        realise({
          jours: [
            { acteur: 'cdc', jours: 30 },
            { acteur: 'mare', jours: 10 },
          ],
          depenses: [{ nature: 'humain', montant: 20000 }],
        }),
      ),
    ).not.toHaveProperty('jours-porteur');
    expect(told(realise({ jours: [{ acteur: 'cdc', jours: 40 }] }))['jours-porteur']).toContain(
      '40 jours faits pour 30 prévus',
    );
  });
});

describe('the days of a way on', () => {
  it('are those of its volumes, its own or those of the modality; none without scenario', () => {
    const jours = (volumes: object[] | undefined, rest: object = {}) =>
      joursDeSuite(
        study({}, rest) as never,
        { option: 'etendre', resume: 'S', ...(volumes ? { volumes } : {}) } as never,
      );
    // Two days for each, three quarters of them for the team; 50 days brought by the post.
    expect(jours([{ modalite: 'visites', volume: 10 }])).toEqual({ demandes: 15, apportes: 50 });
    expect(
      jours([
        { modalite: 'visites', volume: 10, jours_equipe: 0.5 },
        { modalite: 'inconnue', volume: 99 },
        { modalite: 'autre', volume: 4, jours_equipe: 2 },
      ]),
    ).toEqual({ demandes: 13, apportes: 50 });
    expect(jours([])).toEqual({ demandes: 0, apportes: 50 });
    expect([jours(undefined), joursDeSuite(etude(), { option: 'etendre', resume: 'S', volumes: [] } as never)]).toEqual(
      [null, null],
    );
  });
});
