/** The findings of an evaluation at their thresholds: what is told at the limit, beyond it, and of nothing. */
import { describe, expect, it } from 'vitest';
import { analyserBilan } from '../../../src/analysis/projets/bilan.js';
import { reunirCriteres } from '../../../src/analysis/projets/constats.js';
import { soit } from '../../../src/analysis/projets/ecarts-en-clair.js';
import { projetAu } from '../../../src/analysis/projets/etat.js';
import { suivre } from '../../../src/analysis/projets/projets.js';
import type { Study } from '../../../src/study/study.js';
import type { ModeOperatoire, Projet } from '../../../src/study/types.gen.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';
import { etude, petitProjet } from '../small-study.js';

const projet = (id: string, rest: Partial<Projet> = {}): Projet => petitProjet(id, { etat: 'termine', ...rest });
const told = (study: Study): Record<string, string> =>
  Object.fromEntries(
    analyserBilan(study).constats.map(({ code, texte }) => [code, texte.replace(/[\u202f\u00a0]/g, ' ')]),
  );
const ofProjects = (...projets: Projet[]) => told(etude({ projets }));
const ofMode = (mode: Partial<ModeOperatoire>) =>
  told({ ...etudeAvecScenarios([scenario('a')]), mode_operatoire: { scenario: 'a', parcours: [], ...mode } });

describe('a criterion', () => {
  const noted = (...notes: (1 | 2 | 3 | 4 | 5)[]) =>
    ofProjects(...notes.map((note, i) => projet(`p${i}`, { evaluation: { pertinence: { note, commentaire: 'x' } } })))[
      'critere-pertinence'
    ];
  it('is a finding from a low note, or when more than half of them are under a good one', () => {
    expect(noted(4, 5)).toBeUndefined();
    // One of two is half, no more.
    expect(noted(3, 4)).toBeUndefined();
    expect(noted(3, 3, 4)).toMatch(/: note de 3 pour « Projet p0 » et « Projet p1 »\.$/);
    expect(noted(2, 1, 2, 5)).toMatch(
      /: note de 1 pour « Projet p1 » et note de 2 pour « Projet p0 » et « Projet p2 »\.$/,
    );
    // The low note alone is named, whatever stands beside it.
    expect(noted(2, 3, 5)).toMatch(/: note de 2 pour « Projet p0 »\.$/);
    expect(noted(3)).toMatch(/note de 3/);
    expect(noted()).toBeUndefined();
  });
});

describe('a project', () => {
  const days = (jours_realises: number) =>
    ofProjects(projet('a', { accompagnement: { jours_prevus: 10, jours_realises } }));
  it('passes what was foreseen beyond a tenth, not at a tenth', () => {
    for (const found of [days(11), days(8)]) {
      expect(found['ecart-jours-agent']).toBeUndefined();
      expect(found['depassement-projets']).toBeUndefined();
    }
    expect(days(11.1)['depassement-projets']).toMatch(/^Un projet passe ce qui lui était prévu de plus de 10 %/);
    // Under twenty days, the two counts say more than a share.
    expect(days(11.1)['ecart-jours-agent']).toMatch(/11,1 jours pour 10 prévus\.$/);
    expect(days(11.1)['depassement-projets']).not.toContain('soit');
    expect(
      ofProjects(projet('a', { accompagnement: { jours_prevus: 20, jours_realises: 25 } }))['ecart-jours-agent'],
    ).toMatch(/25 jours pour 20 prévus, soit 25 % de plus\.$/);
  });

  it('is open unless it is finished or given up, and is counted in one state', () => {
    const etats = ['termine', 'abandonne', 'en-cours', 'retenu', 'pressenti', undefined] as const;
    const study = etude({
      projets: etats.map((etat, i) => {
        const { etat: _, ...one } = projet(`p${i}`);
        return etat === undefined ? one : { ...one, etat };
      }),
    });
    const { termines, abandonnes, enCours, aVenir } = analyserBilan(study);
    expect([termines, abandonnes, enCours, aVenir].map((list) => list.length)).toEqual([1, 1, 1, 3]);
    expect(told(study)['projets-inacheves']).toMatch(/^Quatre projets ne sont pas terminés/);
    expect(ofProjects(projet('a'))['projets-inacheves']).toBeUndefined();
    expect(told(study)['projets-abandonnes']).toBe(
      'Un projet est abandonné : « Projet p1 » (la raison n’est pas écrite).',
    );
    expect(ofProjects(projet('a'))['projets-abandonnes']).toBeUndefined();
    expect(
      ofProjects(
        projet('a', { etat: 'abandonne', motif_abandon: 'Le terrain a été vendu.' }),
        projet('b', { etat: 'abandonne' }),
      )['projets-abandonnes'],
    ).toBe(
      'Deux projets sont abandonnés : « Projet a » (le terrain a été vendu) et « Projet b » (la raison n’est pas écrite).',
    );
    expect(analyserBilan(study).sansReponse.map(({ code }) => code)).toContain('projets-abandonnes');
  });

  it('lacks money from half a euro', () => {
    const money = (obtenu: number) =>
      ofProjects(
        projet('a', {
          budget: [{ poste: 'x', prevu: 100, realise: 100 }],
          financements: [{ financeur: 'y', prevu: 100, obtenu }],
        }),
      )['solde-negatif'];
    expect(money(99.5)).toBeUndefined();
    expect(money(99.4)).toMatch(/^« Projet a » a dépensé 1 € de plus/);
  });
});

describe('a target', () => {
  it('is reached at its value, on the side that it says', () => {
    const at = (valeur: number, sens?: 'min') =>
      suivre({ libelle: 'x', unite: 'u', cible: 5, mesures: [{ date: '2019', valeur }], ...(sens ? { sens } : {}) });
    expect([at(5).atteint, at(4.9).atteint, at(5, 'min').atteint, at(5.1, 'min').atteint]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect([at(0, 'min').part, at(10, 'min').part, at(-1).part]).toEqual([1, 0.5, 0]);
    const still = (valeur: number) =>
      suivre({ libelle: 'x', unite: 'u', initial: 5, cible: 5, mesures: [{ date: '2019', valeur }] }).part;
    expect([still(5), still(4)]).toEqual([1, 0]);
  });

  it('missed, or never measured, is a finding each; reached, it is none', () => {
    const indicateur = (id: string, mesures: { date: string; valeur: number }[]) => ({
      id,
      libelle: id.toUpperCase(),
      unite: 'actes',
      cible: 10,
      mesures,
    });
    const found = ofMode({
      indicateurs: [
        indicateur('a', [{ date: '2019', valeur: 10 }]),
        indicateur('b', [{ date: '2019', valeur: 9 }]),
        indicateur('c', []),
      ] as ModeOperatoire['indicateurs'] & object,
    });
    expect(found['indicateur-a']).toBeUndefined();
    expect(found['indicateur-b']).toBe('B : 9 actes pour une cible de 10.');
    expect(found['indicateur-c']).toBeUndefined();
    expect(found['non-mesure']).toBe('Un indicateur du dispositif n’a jamais été mesuré : « C ».');
    expect(ofMode({})['non-mesure']).toBeUndefined();
  });
});

describe('the dispositif', () => {
  it('lacks the signatures of its conventions once its accounts are known, not before', () => {
    const convention = (objet: string, etat?: 'signee') => ({
      partenaire: 'mare',
      objet,
      duree_mois: 12,
      ...(etat ? { etat } : {}),
    });
    const conventions = [convention('Conseil'), convention('Accueil', 'signee')];
    const realise = { au: '2019-08-31' };
    expect(ofMode({ conventions, realise })['convention-non-signee']).toBe(
      'Une convention n’a pas été signée : « Conseil ».',
    );
    const same = [convention('Apport'), convention('Apport'), convention('Conseil')];
    expect(ofMode({ conventions: same, realise })['convention-non-signee']).toBe(
      'Trois conventions n’ont pas été signées : « Apport » (2 conventions) et « Conseil ».',
    );
    expect(ofMode({ conventions })['convention-non-signee']).toBeUndefined();
    expect(ofMode({ conventions: conventions.slice(1), realise })['convention-non-signee']).toBeUndefined();
  });

  it('counts as done of a modality what was counted, else the requests where it is the one that answers them', () => {
    const [modalite] = scenario('a').modalites;
    if (!modalite) throw new Error('a modality expected');
    const { demande_accompagnee: _, ...other } = modalite;
    const s = scenario('a', { modalites: [modalite, { ...other, id: 'ateliers' }] });
    const volumes = (realise: object) =>
      analyserBilan({
        ...etudeAvecScenarios([s]),
        mode_operatoire: { scenario: 'a', parcours: [], realise: { au: '2019-08-31', ...realise } } as ModeOperatoire,
      }).dispositif?.volumes.map((one) => [one.realise, one.jours]);
    const demandes = [
      { sort: 'suite', nombre: 4 },
      { sort: 'refus', nombre: 2 },
    ];
    // A day and a half of the team for each.
    expect(volumes({ demandes })).toEqual([[6, 9]]);
    expect(volumes({ demandes, volumes: [{ modalite: 'visites', nombre: 5 }] })).toEqual([[5, 7.5]]);
    expect(volumes({ demandes, volumes: [{ modalite: 'ateliers', nombre: 0 }] })).toEqual([
      [6, 9],
      [0, 0],
    ]);
    expect(volumes({})).toEqual([]);
    expect(volumes({ demandes: [] })).toEqual([]);
  });
});

describe('a project at a date', () => {
  const whole = projet('a', {
    suivi: [
      { date: '2019-01', constats: 'x', avancement: 0.5 },
      { date: '2019-06', constats: 'y', avancement: 1 },
    ],
    indicateurs: [
      {
        libelle: 'I',
        unite: 'u',
        cible: 1,
        mesures: [
          { date: '2019-02-01', valeur: 1 },
          { date: '2019-02-02', valeur: 2 },
        ],
      },
    ],
    calendrier: [
      { etape: 'x', debut: '2018-11', fin: '2019-01', debut_reel: '2018-12', fin_reelle: '2019-05' },
      { etape: 'y', debut: '2019-03', fin: '2019-06' },
    ],
    evaluation: { notee_le: '2019-07-01' },
  });
  it('knows what came by that day, and nothing of what came later', () => {
    const then = projetAu(whole, '2019-02-01');
    expect(then.suivi?.map(({ date }) => date)).toEqual(['2019-01']);
    expect(then.indicateurs?.[0]?.mesures?.map(({ valeur }) => valeur)).toEqual([1]);
    expect(then.calendrier).toEqual([
      { etape: 'x', debut: '2018-11', fin: '2019-01', debut_reel: '2018-12' },
      { etape: 'y', debut: '2019-03', fin: '2019-06' },
    ]);
    expect(then.evaluation).toBeUndefined();
    expect(projetAu(whole, '2018-11-30').calendrier?.[0]).not.toHaveProperty('debut_reel');
  });
  it('knows nothing, before the last date of its sheet, of what the sheet tells without a date', () => {
    const ended = {
      ...whole,
      etat: 'termine',
      accompagnement: {
        jours_prevus: 4,
        jours_realises: 9,
        jours_prestataire: 2,
        seances_prevues: 1,
        seances_realisees: 3,
      },
      partenaires: [{ acteur: 'a', apport: 'x', jours_prevus: 2, jours_realises: 5 }],
      budget: [{ poste: 'p', prevu: 100, realise: 140 }],
      financements: [{ financeur: 'f', prevu: 100, obtenu: 140 }],
      avis: 'À refaire.',
      enseignements: ['Signer tôt'],
    } as Projet;
    const then = projetAu(ended, '2019-02-01');
    expect(then.etat).toBe('en-cours');
    expect(then.accompagnement).toEqual({ jours_prevus: 4, seances_prevues: 1 });
    expect(then.partenaires).toEqual([{ acteur: 'a', apport: 'x', jours_prevus: 2 }]);
    expect(then.budget).toEqual([{ poste: 'p', prevu: 100 }]);
    expect(then.financements).toEqual([{ financeur: 'f', prevu: 100 }]);
    expect(then).not.toHaveProperty('avis');
    expect(then).not.toHaveProperty('enseignements');
    expect(projetAu(ended, '2019-07-01')).toEqual(ended);
  });
  it('is itself once all has come, and gains nothing that it has not', () => {
    expect(projetAu(whole, '2019-07-01')).toEqual(whole);
    expect(projetAu(projet('b'), '2019')).toEqual(projet('b'));
  });
});

it('the criteria of which the same is found make one finding of a first page', () => {
  const one = (code: string, texte: string) => ({ code, texte });
  expect(
    reunirCriteres([
      one('critere-pertinence', 'Pertinence : note de 2 pour « A ».'),
      one('solde-negatif', 'Solde : −3 €.'),
      one('critere-effets', 'Effets : note de 2 pour « A ».'),
      one('critere-durabilite', 'Durabilité : note de 1 pour « A ».'),
    ]).map(({ texte }) => texte),
  ).toEqual(['Pertinence et effets : note de 2 pour « A ».', 'Solde : −3 €.', 'Durabilité : note de 1 pour « A ».']);
});

describe('a share told beside the threshold', () => {
  it('that passes it does not read as the threshold itself', () => {
    const said = (prevu: number, realise: number) => soit(prevu, realise).replace(/[\u202f\u00a0]/g, ' ');
    expect(said(1620, 1790)).toBe('soit 10,49 % de plus');
    expect(said(10_000, 8998)).toBe('soit 10,02 % de moins');
    // At the threshold, nothing is passed; further, whole percents do.
    expect(said(10, 11)).toBe('soit 10 % de plus');
    expect(said(81, 95)).toBe('soit 17 % de plus');
  });
});
