import { describe, expect, it } from 'vitest';
import { analyseDiagnostic } from '../../../src/analysis/diagnostic-complet.js';
import { stripPersonal } from '../../../src/study/personal.js';
import { anterieur, posterieur } from '../../../src/texte/dates.js';
import { acteur, action, besoin, DATE, etude, experience, outil, rencontre } from '../small-study.js';

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
  it('does not know yet the end of what goes on', () => {
    const { liste } = analyseDiagnostic(
      etude({ actions: [action('a', { debut: '2015', fin: '2020' })] }),
      DATE,
    ).actions;
    expect(liste.map(({ periode, source }) => [periode, source.fin])).toEqual([['depuis 2015', undefined]]);
  });
  it('keeps an action of which only the end is known, whenever it ends', () => {
    const only = (id: string, fields: Parameters<typeof action>[1]) => {
      const { debut: _, ...rest } = action(id, { fin: '2031', ...fields });
      return rest;
    };
    const { actions } = analyseDiagnostic(
      etude({ actions: [only('a', {}), only('b', { statut: 'en-projet' }), only('c', { fin: '2012' })] }),
      DATE,
    );
    expect(actions.ecartees).toEqual([]);
    const all = [...actions.liste, ...actions.apart.map(({ action: one }) => one)];
    expect(all.map(({ id, annee, source }) => [id, annee, source.statut])).toEqual(
      expect.arrayContaining([
        ['a', null, 'en-cours'],
        ['b', null, 'en-projet'],
        ['c', 2012, undefined],
      ]),
    );
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

describe('what counts as a past action', () => {
  const sansDate = (id: string, rest: Parameters<typeof action>[1]) => {
    const { debut: _, ...others } = action(id, rest);
    return others;
  };
  const { actions } = analyseDiagnostic(
    etude({
      actions: [
        action('etablie', { actions_indicatives: ['action-01'] }),
        action('inventee', { fiabilite: 'illustratif', actions_indicatives: ['action-01'] }),
        action('voisine', { hors_territoire: true, actions_indicatives: ['action-02'] }),
        action('promise', { statut: 'en-projet', actions_indicatives: ['action-02'] }),
        action('large', { echelle: 'plus-large', actions_indicatives: ['action-02'] }),
        sansDate('sans-date', { commentaire: 'À vérifier avant diffusion.', actions_indicatives: ['action-02'] }),
      ],
    }),
    DATE,
  );
  it('is conducted on the territory and not illustrative; the others are told apart, each with its reason', () => {
    expect(actions.liste.map(({ id }) => id)).toEqual(['etablie', 'large', 'sans-date']);
    expect(actions.apart.map(({ action: { id }, motif }) => [id, motif])).toEqual([
      ['inventee', 'illustrative'],
      ['promise', 'en-projet'],
      ['voisine', 'hors-territoire'],
    ]);
    expect(actions.plusLarges).toBe(1);
  });
  it('is a precedent of a stated worth, and an illustrative one is none', () => {
    expect(
      actions.indicatives.map(({ precedents }) => precedents.map(({ action: { id }, qualite }) => [id, qualite])),
    ).toEqual([
      [['etablie', 'etabli']],
      [
        ['large', 'plus-large'],
        ['sans-date', 'date-a-verifier'],
        ['voisine', 'hors-territoire'],
      ],
    ]);
    expect([actions.avecPrecedent, actions.precedentFragile.map(({ id }) => id), actions.sansPrecedent]).toEqual([
      1,
      ['action-02'],
      [],
    ]);
  });
  it('keeps the remark that asks to verify it', () => {
    expect(actions.liste.find(({ id }) => id === 'sans-date')?.reserve).toBe('À vérifier avant diffusion.');
  });
});

describe('the finding that joins the inventories', () => {
  const study = (outils: ReturnType<typeof outil>[]) =>
    etude({
      besoins: [
        besoin('a', { importance: 5 }),
        besoin('b', { public: 'familles', importance: 5, domaines: ['air'] }),
        besoin('c', { fonctions: ['former'], importance: 2 }),
      ],
      acteurs: [acteur('x', { fonctions: ['former'] }), acteur('y', { fonctions: ['former'] }), acteur('z')],
      outils,
      participation: [
        rencontre('f', { type: 'forum', alertes: [{ texte: 'ouvrir un guichet', fonctions: ['conseiller'] }] }),
        rencontre('h', { alertes: [{ texte: 'Ne pas fermer un lieu', fonctions: ['conseiller'] }] }),
        rencontre('g', { alertes: [{ texte: 'multiplier les stages', fonctions: ['former'] }] }),
      ],
    });
  const { croise } = analyseDiagnostic(
    study([
      outil('cree', { disponibilite: 'a-creer' }),
      outil('adapte', { disponibilite: 'a-adapter', detenteur: 'z' }),
    ]),
    DATE,
  );
  it('says what is asked first by whom, who can do it, with which tool, and what was warned against', () => {
    expect(croise).toMatchObject({
      fonction: { id: 'conseiller' },
      publics: [{ id: 'ecoles' }, { id: 'familles' }],
      acteurs: 1,
      acteursTotal: 3,
      moinsServie: true,
      outil: { id: 'adapte' },
    });
    expect(croise?.alertes.map(({ texte }) => texte)).toEqual(['ne pas ouvrir un guichet', 'ne pas fermer un lieu']);
  });
  it('names no tool that is still to be created', () => {
    expect(analyseDiagnostic(study([outil('o', { disponibilite: 'a-creer' })]), DATE).croise?.outil).toBeNull();
  });
});

describe('stakes of the domains', () => {
  const couvert = { acteurs: [acteur('x')], outils: [outil('o')], actions: [action('p')] };
  it('say what lacks and which domain is the least covered, so that two domains do not read alike', () => {
    const { synthese } = analyseDiagnostic(
      etude({ ...couvert, besoins: [besoin('a'), besoin('b', { domaines: ['air'] })] }),
      DATE,
    );
    expect(synthese.map(({ id, enjeu, place }) => [id, enjeu, place])).toEqual([
      ['eau', 'valoriser', 'plus-couvert'],
      ['air', 'combler', 'moins-couvert'],
    ]);
    expect(synthese[0]?.manques).toEqual([]);
  });
  it('count what exists apart from what is still to be created', () => {
    const outils = [outil('o'), outil('p', { disponibilite: 'a-creer' })];
    const [eau] = analyseDiagnostic(etude({ outils }), DATE).synthese;
    expect([eau?.chiffres.outils, eau?.chiffres.outilsACreer]).toEqual([1, 1]);
  });
  it('do not hold the client for its own strength, nor a name beside a judgement', () => {
    const acteurs = [
      acteur('cdc', { nom: 'Communauté des Collines', sigle: 'CDC', engagement: 'engage', interet: 5, influence: 5 }),
      ...['muet', 'sourd', 'absent'].map((id) => acteur(id, { nom: `Le Muet ${id}`, interet: 1, influence: 5 })),
    ];
    const [eau] = analyseDiagnostic(etude({ acteurs }), DATE).synthese;
    expect(eau?.forces).toEqual([]);
    expect(eau?.menaces.map(({ texte }) => texte)).toEqual(['Acteurs influents et peu intéressés : 3']);
    expect(JSON.stringify(eau)).not.toMatch(/Muet|CDC/);
  });
});

describe('perimeters', () => {
  it('take their official total, the latest at the date, and tell one made of the same communes', () => {
    const base = etude();
    const total = (id: string, valeur: number, date: string) =>
      ({ id, libelle: 'Habitants', valeur, date, perimetre: 'haut', mesure: 'population' }) as const;
    const { perimetres } = analyseDiagnostic(
      etude({
        territoire: {
          ...base.territoire,
          perimetres: [
            { id: 'haut', libelle: 'Haut seul', communes: ['99001'] },
            { id: 'sommet', libelle: 'Sommet', communes: ['99001'] },
          ],
          chiffres_cles: [total('a', 900, '2013'), total('b', 950, '2015'), total('c', 1200, '2021')],
        },
      }),
      DATE,
    ).territoire;
    expect(perimetres.map(({ officiel, memeQue }) => [officiel?.population, memeQue])).toEqual([
      [950, null],
      [undefined, 'Haut seul'],
    ]);
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
    expect(eau?.faiblesses.map(({ texte, preuve }) => [texte, preuve])).toContainEqual([
      'Besoin sans réponse : 1',
      '« Un point d’eau »',
    ]);
    // What was done on another territory is no opportunity of this one.
    expect(JSON.stringify(synthese)).not.toContain('un animateur');
    expect(eau?.enjeu).toBe('combler');
    expect(air?.enjeu).toBe('explorer');
  });

  it('counts the actors nobody contacted, and those much interested without naming them', () => {
    const textes = (acteurs: ReturnType<typeof acteur>[]) => {
      const [eau] = analyseDiagnostic(etude({ acteurs }), DATE).synthese;
      return [...(eau?.faiblesses ?? []), ...(eau?.opportunites ?? [])].map(({ texte }) => texte).join(' ; ');
    };
    const tous = (rest: Parameters<typeof acteur>[1]) => Array.from({ length: 8 }, (_, i) => acteur(`x${i}`, rest));
    const pressentis = [...tous({ engagement: 'pressenti' }), acteur('y', { engagement: 'engage' })];
    expect(textes(pressentis)).toContain('Acteurs pressentis, sans contact connu : 8 sur 9');
    expect(textes(tous({ engagement: 'contacte' }))).not.toContain('sans contact connu');
    expect(
      textes([...tous({ interet: 4 }), ...tous({ interet: 3 }).map((one) => ({ ...one, id: `${one.id}-b` }))]),
    ).toMatch(/très intéressés et pas encore engagés : 8/);
    expect(textes(tous({ interet: 3 }))).not.toContain('très intéress');
  });
});

describe('the engagement of an actor', () => {
  const reunion = (rest: object) => ({
    id: 'r',
    type: 'copil',
    date: '2018-01-10',
    etat: 'tenue',
    ordre_du_jour: [{ point: 'P' }],
    presents: [{ organisme: 'X', acteur: 'x' }],
    ...rest,
  });
  const analyse = (rest: Parameters<typeof acteur>[1], reunions: object[] = []) =>
    analyseDiagnostic(etude({ acteurs: [acteur('x', rest)], reunions: reunions as never }), DATE).acteurs;
  it('is presumed where no date, and no meeting really held, establishes it', () => {
    expect(analyse({ engagement: 'contacte' }).presumes).toEqual({ nombre: 1, total: 1 });
    expect(analyse({ engagement: 'pressenti' }).presumes).toEqual({ nombre: 0, total: 0 });
    expect(analyse({ engagement: 'engage', engagement_date: '2017-11' }).presumes).toEqual({ nombre: 0, total: 1 });
    expect(analyse({ engagement: 'contacte', contact_date: '2017-11' }).presumes).toEqual({ nombre: 0, total: 1 });
    expect(analyse({ engagement: 'contacte', contact_date: '2018-03' }).liste[0]?.engagement).toBe('pressenti');
    expect(analyse({ engagement: 'engage', contact_date: '2017-11' }).presumes).toEqual({ nombre: 1, total: 1 });
    expect(analyse({ engagement: 'contacte' }, [reunion({})]).liste[0]?.engagementDate).toBe('2018-01-10');
    for (const rest of [{ fiabilite: 'illustratif' }, { etat: 'prevue' }, { date: '2018-06-01' }])
      expect(analyse({ engagement: 'contacte' }, [reunion(rest)]).presumes.nombre).toBe(1);
  });
  it('is told so by the finding that counts it', () => {
    const { constats } = analyseDiagnostic(etude({ acteurs: [acteur('x', { engagement: 'engage' })] }), DATE);
    expect(constats.acteurs.find(({ code }) => code === 'acteurs-volume')).toMatchObject({ engages: 1, presumes: 1 });
  });
  it('tells the client, whose own engagement is no mobilisation, from the others', () => {
    const client = acteur('c', { nom: 'Communauté des Collines', engagement: 'engage' });
    const maitre = (...list: ReturnType<typeof acteur>[]) =>
      analyseDiagnostic(etude({ acteurs: list }), DATE).constats.acteurs.find(({ code }) => code === 'acteurs-volume');
    expect(maitre(client)).toMatchObject({ maitre: 'seul' });
    expect(maitre(client, acteur('x', { engagement: 'volontaire' }))).toMatchObject({ maitre: 'parmi' });
    expect(maitre(acteur('x', { engagement: 'engage' }), { ...client, engagement: 'pressenti' })).toMatchObject({
      maitre: null,
    });
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
    const decrite = {
      ...{
        porteur: 'P',
        forme_juridique: 'Association',
        creation: '2010',
        moyens_humains: 'Un poste',
        financements: ['X'],
      },
      ...{ gouvernance: 'Un bureau', lecon: 'Une leçon', points_forts: ['Fort'] },
    };
    expect(
      etat({
        besoins: [besoin('a'), besoin('b', { public: 'familles' })],
        experiences: [experience('e', note), experience('f', note)].map((e) => ({ ...e, ...decrite })),
      }),
    ).toEqual(['complete', 'complete', 'manquante']);
  });
  it('names the publics heard too little apart from those not heard at all', () => {
    const participative = { exigences: [exigence('1', 'demarche-participative')] };
    const motif = (participants: Record<string, number>) =>
      analyseDiagnostic(
        etude({ participation: [rencontre('r', { participants })], contrat: participative as never }),
        DATE,
      ).conformite.exigences[0]?.motif;
    expect(motif({ ecoles: 60, familles: 1 })).toMatch(/publics peu entendus : «\sFamilles\s»/u);
    expect(motif({ ecoles: 60, familles: 1 })).not.toContain('non entendus');
    expect(motif({ ecoles: 60 })).toMatch(/publics non entendus : «\sFamilles\s»/u);
    expect(motif({ ecoles: 60 })).not.toContain('peu entendus');
    expect(motif({ ecoles: 60, familles: 60 })).not.toMatch(/entendus/);
  });

  it('is complete on data of example only where the entries that answer are illustrative', () => {
    const verdicts = (
      regles: readonly Record<string, unknown>[],
      rest: Parameters<typeof etude>[0],
    ): { etat: string; motif: string }[] =>
      analyseDiagnostic(
        etude({ ...rest, contrat: { exigences: regles.map((r, i) => ({ ...exigence(`${i}`, ''), ...r })) } as never }),
        DATE,
      ).conformite.exigences;
    const deux = [besoin('a'), besoin('b', { public: 'familles' })];
    const besoins = [{ regle: 'besoins-par-public' }];
    expect(verdicts(besoins, { besoins: deux })[0]?.etat).toBe('complete');
    const [montre] = verdicts(besoins, { besoins: deux.map((b) => ({ ...b, fiabilite: 'illustratif' as const })) });
    expect(montre?.etat).toBe('exemple');
    expect(montre?.motif).toContain('2 fiches, toutes illustratives');

    const reunion = (id: string, fiabilite?: 'illustratif') => ({
      id,
      type: 'copil' as const,
      date: '2018-01-10',
      etat: 'tenue' as const,
      ordre_du_jour: [{ point: 'Le diagnostic' }],
      livrables: ['diagnostic'],
      decisions: [{ objet: 'D', texte: 'Validé.', livrable: 'diagnostic', statut: 'valide' as const }],
      ...(fiabilite ? { fiabilite } : {}),
    });
    const reunions = ['reunion-tenue', 'reunion-validation'].map((regle) => ({ regle, reunion: { type: 'copil' } }));
    const etats = (list: ReturnType<typeof reunion>[]): string[] =>
      verdicts(reunions, { reunions: list as never }).map(({ etat }) => etat);
    expect(etats([reunion('r', 'illustratif')])).toEqual(['exemple', 'exemple']);
    expect(etats([reunion('r', 'illustratif'), reunion('s')])).toEqual(['complete', 'complete']);
    expect(verdicts(reunions, { reunions: [reunion('r', 'illustratif')] as never })[0]?.motif).toContain(
      '; réunion illustrative.',
    );
  });
  it('has no committee before its members have named who sits on it', () => {
    const comite = (...designes: (boolean | undefined)[]): string | undefined =>
      analyseDiagnostic(
        etude({
          etude: {
            ...etude().etude,
            comite_pilotage: designes.map((one, i) => ({
              organisme: `O${i}`,
              ...(one === undefined ? {} : { designes: one }),
            })),
          },
          contrat: { exigences: [exigence('1', 'comite-pilotage')] } as never,
        }),
        DATE,
      ).conformite.exigences[0]?.etat;
    expect(comite(true, true)).toBe('complete');
    expect(comite(true, undefined)).toBe('partielle');
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
