import { describe, expect, it } from 'vitest';
import { anterieur, posterieur } from '../../src/analysis/dates.js';
import { analyseDiagnostic } from '../../src/analysis/diagnostic/index.js';
import { stripPersonal } from '../../src/study/personal.js';
import { acteur, action, besoin, DATE, etude, experience, outil, rencontre } from './small-study.js';

describe('dates', () => {
  it('holds a fact for later only when its known part proves it', () => {
    expect(posterieur('2018', DATE)).toBe(false);
    expect(posterieur('2018-02', DATE)).toBe(false);
    expect(posterieur('2018-03', DATE)).toBe(true);
    expect(posterieur('2018-02-16', DATE)).toBe(true);
    expect(posterieur(undefined, DATE)).toBe(false);
    expect(anterieur('2017-12-31', DATE)).toBe(true);
    expect(anterieur('2018', DATE)).toBe(false);
  });
  it('leaves out what is later and tells which', () => {
    const study = etude({
      actions: [action('avant'), action('apres', { debut: '2019-01' })],
      experiences: [experience('e1'), experience('e2', { creation: '2021' })],
      participation: [rencontre('r1'), rencontre('r2', { date: '2018-06-01' })],
    });
    const a = analyseDiagnostic(study, DATE);
    expect([a.actions.ecartees, a.experiences.ecartees, a.participation.ecartees]).toEqual([['apres'], ['e2'], ['r2']]);
    expect([a.effectifs.actions, a.effectifs.experiences, a.effectifs.rencontres]).toEqual([1, 1, 1]);
  });
});

describe('past actions', () => {
  const study = etude({
    actions: [
      action('a1', {
        debut: '2012',
        fin: '2014',
        cout: 1000,
        porteur: 'x',
        reussites: ['Un animateur présent'],
        actions_indicatives: ['action-01'],
      }),
      action('a2', {
        debut: '2015',
        cout: { min: 1, mode: 500, max: 900 },
        domaines: ['eau', 'air'],
        reussites: ['un animateur présent.'],
      }),
      action('a3', { debut: '2015', freins: ['Le coût'] }),
    ],
    acteurs: [acteur('x', { sigle: 'XX' })],
  });
  const { actions } = analyseDiagnostic(study, DATE);
  it('adds known costs only and counts the unknown', () => {
    expect(actions.cout).toEqual({ total: 1500, connus: 2, inconnus: 1 });
  });
  it('fills the years between the first and the last', () => {
    expect(actions.parAnnee.map((y) => [y.annee, y.nombre])).toEqual([
      [2012, 1],
      [2013, 0],
      [2014, 0],
      [2015, 2],
    ]);
  });
  it('names bearers and counts those without', () => {
    expect(actions.parPorteur.map((p) => [p.libelle, p.nombre])).toEqual([['XX', 1]]);
    expect(actions.sansPorteur).toBe(2);
  });
  it('says which indicative actions have precedents', () => {
    expect(actions.avecPrecedent).toBe(1);
    expect(actions.sansPrecedent.map((i) => i.id)).toEqual(['action-02']);
  });
  it('joins the same success factor of several actions', () => {
    expect(actions.reussites.map((e) => [e.texte, e.nombre])).toEqual([['Un animateur présent', 2]]);
  });
});

describe('actors', () => {
  const lien = (id: string) => ({ acteur: id, nature: 'convention' });
  const { acteurs } = analyseDiagnostic(
    etude({
      acteurs: [
        acteur('a', { liens: [lien('b'), lien('b'), lien('a')], interet: 5, influence: 5, engagement: 'engage' }),
        acteur('b', { liens: [lien('a')], interet: 2, influence: 4 }),
        acteur('c', { interet: 3 }),
      ],
    }),
    DATE,
  );
  it('counts each neighbour once and finds the isolated', () => {
    expect(acteurs.liste.map((a) => [a.id, a.degre])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 0],
    ]);
    expect(acteurs.isoles.map((a) => a.id)).toEqual(['c']);
  });
  it('places them by interest and influence', () => {
    expect(acteurs.liste.map((a) => a.quadrant)).toEqual(['associer', 'convaincre', null]);
    expect(acteurs.sansNote).toBe(1);
  });
  it('finds the empty crossings', () => {
    expect(acteurs.vides).toHaveLength(3);
  });
});

describe('participation', () => {
  it('finds the publics nobody heard and the methods nobody used', () => {
    const { participation } = analyseDiagnostic(
      etude({ participation: [rencontre('r', { commune: '99001', participants: { ecoles: 4 } })] }),
      DATE,
    );
    expect(participation.anglesMorts.map((a) => [a.type, a.sujet.id])).toEqual([
      ['public-peu-entendu', 'ecoles'],
      ['public-absent', 'familles'],
      ['methode-absente', 'entretien'],
      ['methode-absente', 'enquete'],
      ['methode-absente', 'forum'],
      ['methode-absente', 'visite'],
    ]);
  });
});

describe('synthesis', () => {
  it('draws each item from the data and says where', () => {
    const { synthese } = analyseDiagnostic(
      etude({
        besoins: [besoin('n', { libelle: 'Un point d’eau' })],
        actions: [action('a', { freins: ['le coût'] })],
        experiences: [experience('e', { points_forts: ['un animateur'] })],
      }),
      DATE,
    );
    const [eau, air] = synthese;
    expect(eau?.faiblesses.map((f) => f.texte)).toContain('Le coût');
    expect(eau?.faiblesses.map((f) => f.texte)).toContain('Besoin non couvert : Un point d’eau');
    expect(eau?.opportunites[0]?.preuve).toBe('Expérience « Expérience e »');
    expect(eau?.enjeu).toBe('combler');
    expect(air?.enjeu).toBe('explorer');
  });
});

describe('compliance', () => {
  const exigence = (ref: string, regle: string) => ({
    ref,
    texte: `Exigence ${ref}`,
    phase: '1',
    livrable: 'diagnostic',
    regle,
  });
  const contrat = {
    exigences: [exigence('1', 'besoins-par-public'), exigence('2', 'experiences-comparees'), exigence('3', 'inconnue')],
  };
  it('measures, never believes', () => {
    const etat = (rest: Parameters<typeof etude>[0]) =>
      analyseDiagnostic(etude({ ...rest, contrat: contrat as never }), DATE).conformite.exigences.map((e) => e.etat);
    expect(etat({})).toEqual(['manquante', 'manquante', 'manquante']);
    expect(etat({ besoins: [besoin('a')], experiences: [experience('e')] })).toEqual([
      'partielle',
      'partielle',
      'manquante',
    ]);
    const note = { transferabilite: { note: 4 as const } };
    expect(
      etat({
        besoins: [besoin('a'), besoin('b', { public: 'familles' })],
        experiences: [experience('e', note), experience('f', note)],
      }),
    ).toEqual(['complete', 'complete', 'manquante']);
  });
});

describe('empty inventories', () => {
  it('yield an analysis with zeros and no invented finding', () => {
    const a = analyseDiagnostic(etude(), DATE);
    expect(a.effectifs.besoins).toBe(0);
    expect(a.constats.besoins).toEqual([]);
    expect(a.constats.actions.map((c) => c.code)).toEqual(['actions-volume', 'precedents']);
    expect(a.actions.parAnnee).toEqual([]);
    expect(a.experiences.axes.every((axe) => axe.valeurs.length === 0)).toBe(true);
  });
});

describe('personal data', () => {
  const text = { types: ['string' as const] };
  const personne = {
    types: ['object' as const],
    properties: {
      nom: { ...text, personal: true as const },
      courriel: { ...text, personal: true as const },
      consentement: { types: ['boolean' as const] },
    },
  };
  const shape = { properties: { nom: text, contacts: { items: personne } } };
  it('leaves only the contacts that consent', () => {
    const value = {
      nom: 'X',
      contacts: [
        { nom: 'A', courriel: 'a@x.fr', consentement: false },
        { nom: 'B', courriel: 'b@x.fr', consentement: true },
        { nom: 'C' },
      ],
    };
    expect(stripPersonal(value, shape)).toEqual({
      nom: 'X',
      contacts: [{ nom: 'B', courriel: 'b@x.fr', consentement: true }],
    });
  });
  it('drops by person from a list that is personal as a whole', () => {
    const whole = { properties: { contacts: { personal: true as const, items: personne } } };
    expect(
      stripPersonal(
        {
          contacts: [
            { nom: 'A', consentement: false },
            { nom: 'B', consentement: true },
          ],
        },
        whole,
      ),
    ).toEqual({
      contacts: [{ nom: 'B', consentement: true }],
    });
  });
  it('keeps tools and other entries as they are', () => {
    const entry = outil('o');
    expect(stripPersonal(entry, { properties: { id: text } })).toBe(entry);
  });
});
