/** Lines, partners and engagements of a scenario: each rule where it tells and where it does not. */
import { describe, expect, it } from 'vitest';
import {
  engagementContredit,
  essentielHorsPriorites,
  joursAuDela,
  partenaireSansRole,
  porteurPartenaire,
  roleSansPartenaire,
} from '../../../../src/analysis/coherence/regles/acteurs/partenaires.js';
import { engagementSansPreuve } from '../../../../src/analysis/coherence/regles/acteurs/preuves.js';
import {
  achatHorsDuree,
  partsDuGroupe,
  roleSansModalite,
} from '../../../../src/analysis/coherence/regles/moyens/lignes.js';
import type { Acteur } from '../../../../src/study/types.gen.js';
import { acteur } from '../../small-study.js';
import { aide, avec, mare, modalite, poste, said, told } from '../told.js';

describe('the lines of a scenario', () => {
  it('shares of a group make the whole, a hundredth aside', () => {
    const shared = (...parts: (number | undefined)[]) =>
      avec({
        financements: [
          {
            ...aide,
            id: undefined,
            groupe: parts.map((part, i) => ({ acteur: `m${i}`, ...(part === undefined ? {} : { part }) })),
          },
        ],
      });
    for (const fine of [
      shared(0.5, 0.5),
      shared(0.5, 0.51),
      shared(0.5, 0.49),
      shared(0.5, undefined),
      shared(undefined),
      avec(),
    ])
      expect(told(partsDuGroupe, fine)).toEqual([]);
    for (const wrong of [shared(0.5, 0.52), shared(0.5, 0.48)])
      expect(told(partsDuGroupe, wrong)).toEqual(['scenarios/a/financements/1/groupe / scenarios/a/financements/1']);
  });
  it('what is bought is bought before the end', () => {
    const bought = (annee: number | undefined, rest: object = {}, study: object = {}) =>
      avec(
        {
          outils: [
            { outil: 'malle', annee: 1 },
            { outil: 'malle', ...(annee ? { annee } : {}) },
          ],
          moyens: {
            humains: [],
            materiels: [
              { libelle: 'M', annee: 1 },
              { libelle: 'N', ...(annee ? { annee } : {}) },
              { id: 'o', libelle: 'O', ...(annee ? { annee } : {}) },
            ],
          },
          ...rest,
        },
        study,
      );
    for (const fine of [
      bought(2),
      bought(undefined),
      bought(3, { duree_annees: undefined }, { criteres: null }),
      bought(3, { duree_annees: 3 }),
    ])
      expect(told(achatHorsDuree, fine)).toEqual([]);
    expect(told(achatHorsDuree, bought(3))).toEqual([
      'scenarios/a/outils/2 / scenarios/a/duree_annees',
      'scenarios/a/moyens/materiels/2 / scenarios/a/duree_annees',
      'scenarios/a/moyens/materiels/o / scenarios/a/duree_annees',
    ]);
    expect(told(achatHorsDuree, bought(3, { duree_annees: undefined }))[0]).toBe(
      'scenarios/a/outils/2 / criteres/hypotheses/duree_annees',
    );
  });
  it('a role is of a function that a modality serves, where modalities say which', () => {
    const served = (...fonctions: (string[] | undefined)[]) =>
      avec({
        modalites: fonctions.map((own) => ({ ...modalite, ...(own ? { fonctions: own } : {}) })),
        roles: [
          { fonction: 'former', acteurs: [] },
          { fonction: 'conseiller', acteurs: [] },
        ],
      });
    expect(told(roleSansModalite, served(['former'], undefined))).toEqual([
      'scenarios/a/roles/2 / scenarios/a/modalites',
    ]);
    expect(said(roleSansModalite, served(['former'], undefined))).toContain('« Conseiller »');
    for (const fine of [served(undefined), served(['former'], ['conseiller'])])
      expect(told(roleSansModalite, fine)).toEqual([]);
  });
});

describe('the partners', () => {
  it('who holds a role is of the scenario', () => {
    const one = (rest: object = {}) =>
      avec({
        roles: [
          { fonction: 'conseiller', acteurs: ['cdc', 'mare'] },
          { fonction: 'former', acteurs: ['region'] },
        ],
        ...rest,
      });
    expect(told(roleSansPartenaire, one())).toEqual(['scenarios/a/roles/2/acteurs / scenarios/a/partenaires']);
    expect(said(roleSansPartenaire, one())).toBe(
      'dans « Scénario a », La Région assure la fonction « Former » sans être partenaire du scénario.',
    );
    for (const fine of [
      { partenaires: [mare, { ...mare, acteur: 'region' }] },
      { moyens: { humains: [{ ...poste, porteur: 'region' }] } },
      { outils: [{ outil: 'x', porteur: 'region' }, { outil: 'y' }] },
      { porteur: 'region', moyens: { humains: [poste] } },
    ])
      expect(told(roleSansPartenaire, one(fine))).toEqual([]);
  });
  it('who brings days holds a role or an activity', () => {
    const one = (rest: object, own: object = {}) => avec({ partenaires: [{ ...mare, ...own }], ...rest });
    expect(told(partenaireSansRole, one({}))).toEqual(['scenarios/a/partenaires/1 / scenarios/a/roles']);
    for (const fine of [
      one({ roles: [{ fonction: 'x', acteurs: ['mare'] }] }),
      one({ raci: [{ realise: ['mare'], approuve: 'cdc' }] }),
      one({ raci: [{ realise: [], approuve: 'mare' }] }),
      one({}, { jours_an: 0 }),
      one({}, { jours_an: undefined }),
      one({}, { role: 'financeur' }),
    ])
      expect(told(partenaireSansRole, fine)).toEqual([]);
  });
  it('the bearer is no partner of itself; days are those that it has', () => {
    const one = (own: object, study: object = {}) => avec({ partenaires: [mare, { ...mare, ...own }] }, study);
    expect([
      told(porteurPartenaire, one({ acteur: 'cdc' })),
      told(porteurPartenaire, one({ acteur: 'cdc', jours_an: 0 })),
      told(porteurPartenaire, one({})),
    ]).toEqual([['scenarios/a/partenaires/2 / scenarios/a/porteur'], [], []]);
    const offered = (jours_an: number | undefined) =>
      told(
        joursAuDela,
        avec({}, { acteurs: [acteur('mare', jours_an === undefined ? {} : ({ moyens: { jours_an } } as never))] }),
      );
    expect([offered(20), offered(19.9), offered(undefined)]).toEqual([
      [],
      ['scenarios/a/partenaires/1/jours_an / acteurs/mare/moyens/jours_an'],
      [],
    ]);
  });
  it('an engagement that is taken for given is taken by the partner', () => {
    const one = (suppose: 'volontaire' | 'engage' | undefined, engagement: Acteur['engagement'] | undefined) =>
      told(
        engagementContredit,
        avec(
          { partenaires: [mare, { ...mare, ...(suppose ? { engagement: suppose } : {}) }] },
          { acteurs: [acteur('mare', engagement ? { engagement } : {})] },
        ),
      );
    const at = ['scenarios/a/partenaires/2/engagement / acteurs/mare/engagement'];
    for (const short of ['pressenti', 'contacte', undefined] as const) expect(one('volontaire', short)).toEqual(at);
    expect([one('engage', 'volontaire'), one('engage', 'engage'), one('volontaire', 'volontaire')]).toEqual([
      at,
      [],
      [],
    ]);
    expect([one('volontaire', 'engage'), one(undefined, 'pressenti')]).toEqual([[], []]);
  });
  it('an essential one serves a priority domain', () => {
    const one = (own: object, rest: object = {}, domaines = ['air']) =>
      avec({ partenaires: [{ ...mare, ...own }], roles: [], ...rest }, { acteurs: [acteur('mare', { domaines })] });
    const at = ['scenarios/a/partenaires/1/essentiel / scenarios/a/domaines_prioritaires'];
    expect([
      told(essentielHorsPriorites, one({})),
      told(essentielHorsPriorites, one({ domaines: ['air'] }, {}, ['eau'])),
    ]).toEqual([at, at]);
    const general = { roles: [{ fonction: 'x', acteurs: ['mare'] }] };
    expect(told(essentielHorsPriorites, one({ domaines: ['air'] }, general))).toEqual(at);
    expect(
      told(essentielHorsPriorites, one({}, { roles: [{ fonction: 'x', acteurs: ['mare'], domaines: ['eau'] }] })),
    ).toEqual(at);
    for (const fine of [
      one({ essentiel: false }),
      one({}, {}, ['eau', 'air']),
      one({}, {}, []),
      one({}, general),
      one({ domaines: ['eau'] }),
    ])
      expect(told(essentielHorsPriorites, fine)).toEqual([]);
  });
});

describe('what is held as won', () => {
  const study = (own: object, rest: object = {}, scenarioRest: object = {}) =>
    avec(
      { financements: [], ...scenarioRest },
      {
        acteurs: [acteur('cdc', { type: 'collectivite' }), acteur('mare', own), acteur('region')],
        ...rest,
      },
    );
  it('an engagement on which a scenario counts has a date: of a letter, of a meeting held, of a signed convention', () => {
    const at = ['acteurs/mare/engagement / scenarios/a/partenaires/1'];
    for (const engagement of ['volontaire', 'engage'])
      expect(told(engagementSansPreuve, study({ engagement }))).toEqual(at);
    for (const engagement of ['pressenti', 'contacte', undefined])
      expect(told(engagementSansPreuve, study({ engagement }))).toEqual([]);
    const won = { engagement: 'engage' };
    expect(told(engagementSansPreuve, study({ ...won, engagement_date: '2018-01' }))).toEqual([]);
    expect(told(engagementSansPreuve, study(won, {}, { partenaires: [] }))).toEqual([]);
    const signed = (rest: object) =>
      study(won, {
        mode_operatoire: { scenario: 'a', parcours: [], conventions: [{ partenaire: 'mare', objet: 'O', ...rest }] },
      });
    expect([
      told(engagementSansPreuve, signed({ signee_le: '2018-01' })),
      told(engagementSansPreuve, signed({ partenaire: 'cdc', signee_le: '2018-01' })),
      told(engagementSansPreuve, signed({})),
    ]).toEqual([[], at, at]);
  });
  it('a receipt that is acquired has a date, or a giver committed by one', () => {
    const one = (rest: object, own: object = {}) =>
      told(
        engagementSansPreuve,
        avec(
          { partenaires: [], financements: [{ ...aide, statut: 'acquis', ...rest }] },
          { acteurs: [acteur('cdc'), acteur('mare'), acteur('region', own)] },
        ),
      );
    const at = ['scenarios/a/financements/aide/statut / acteurs/region'];
    expect([
      one({}),
      one({ acquis_le: '2018-01' }),
      one({ statut: 'pressenti' }),
      one({}, { engagement: 'engage', engagement_date: '2018-01' }),
    ]).toEqual([at, [], [], []]);
    expect([
      one({}, { engagement: 'volontaire', engagement_date: '2018-01' }),
      one({}, { engagement: 'engage' }),
    ]).toEqual([at, at]);
    expect(one({ groupe: [{ acteur: 'region' }, { acteur: 'mare' }] })).toEqual([
      'scenarios/a/financements/aide/statut / acteurs/region / acteurs/mare',
    ]);
  });
  it('a signature has its date', () => {
    const one = (convention: object, scenarioId: string | undefined = 'a') =>
      told(
        engagementSansPreuve,
        study(
          {},
          {
            mode_operatoire: {
              scenario: scenarioId,
              parcours: [],
              conventions: [{ partenaire: 'autre', objet: 'O', etat: 'signee', ...convention }],
            },
          },
        ),
      );
    expect([one({}), one({ id: 'c', partenaire: 'mare' })]).toEqual([
      ['mode_operatoire/conventions/1/etat / scenarios/a'],
      ['mode_operatoire/conventions/c/etat / scenarios/a/partenaires/1'],
    ]);
    expect([one({ signee_le: '2018-01' }), one({ etat: 'a-rediger' }), one({ etat: undefined })]).toEqual([[], [], []]);
  });
});
