import { describe, expect, it } from 'vitest';
import { analyseDiagnostic } from '../../src/analysis/diagnostic-complet.js';
import type { ChartTheme } from '../../src/exhibits/charts/drawing/theme.js';
import { liste } from '../../src/exhibits/diagnostic/acteurs/communs.js';
import { diagnosticExhibits } from '../../src/exhibits/diagnostic/index.js';
import type { TableExhibit } from '../../src/exhibits/types.js';
import type { Acteur } from '../../src/study/types.gen.js';
import { acteur, action, besoin, DATE, etude, experience, outil, rencontre } from '../analysis/small-study.js';

type Note = NonNullable<Acteur['interet']>;

const theme: ChartTheme = {
  ink: '#1d2a30',
  muted: '#5b6a70',
  grid: '#d5dcde',
  accent: '#1f6f5c',
  tint: '#e3f0ec',
  series: ['#1f6f5c', '#c77d1e', '#3c6aa8', '#8a4f7d'],
};

const NOMS = [
  ...[
    'chiffres-cles',
    'epci',
    'perimetres',
    'journal-participation',
    'besoins-par-public-domaine',
    'besoins-couverture',
  ],
  ...['besoins-non-couverts', 'actions-par-domaine', 'actions-par-porteur', 'actions-indicatives', 'reussites-freins'],
  ...[
    'acteurs-fonctions-domaines',
    'acteurs-engagement',
    'acteurs-liens',
    'outils-mobilisables',
    'experiences-comparees',
  ],
  ...[
    'experiences-transferabilite',
    'participation-par-public',
    'angles-morts',
    'synthese-domaines',
    'besoins-inventaire',
  ],
  ...[
    'actions-inventaire',
    'acteurs-inventaire',
    'outils-inventaire',
    'experiences-inventaire',
    'references-applicables',
  ],
  ...[
    'conformite-contrat',
    'sources',
    'glossaire',
    'comite-pilotage',
    'besoins-ecoles',
    'besoins-familles',
    'actions-eau',
    'actions-air',
  ],
];
const FIGURES = [
  ...['carte-communes', 'matrice-besoins', 'actions-par-annee', 'interet-influence', 'couverture-fonctions-domaines'],
  ...['participation-publics', 'comparaison-experiences', 'engagement-acteurs'],
];

const dessiner = (study: ReturnType<typeof etude>) => diagnosticExhibits(study, analyseDiagnostic(study, DATE), theme);

const pleine = etude({
  besoins: [besoin('a', { mentions: { atelier: 3 } }), besoin('b', { public: 'familles', domaines: ['eau', 'air'] })],
  acteurs: [
    acteur('x', {
      sigle: 'XX',
      interet: 5,
      influence: 4,
      engagement: 'engage',
      liens: [{ acteur: 'y', nature: 'convention' }],
    }),
    acteur('y', {
      fiabilite: 'illustratif',
      contacts: [{ nom: 'Camille Secret', courriel: 'secret@exemple.fr', consentement: false }],
    }),
  ],
  actions: [
    action('p', {
      porteur: 'x',
      cout: 100,
      reussites: ['Un lieu'],
      freins: ['Le temps'],
      actions_indicatives: ['action-01'],
    }),
    action('q', { debut: '2017' }),
  ],
  outils: [outil('o', { cout: { investissement: { min: 100, mode: 200, max: 300 } } })],
  experiences: [experience('e', { transferabilite: { note: 4, conditions: ['Un élu'] } }), experience('f')],
  participation: [rencontre('r', { commune: '99001' })],
});

describe.each([
  ['a full study', pleine],
  ['empty inventories', etude()],
])('exhibits of %s', (_, study) => {
  const exhibits = dessiner(study);
  const tables = [...exhibits.values()].map((e): TableExhibit => (e.kind === 'table' ? e : e.data));

  it('are all there', () => {
    for (const name of NOMS) expect(exhibits.get(name)?.kind, name).toBe('table');
    for (const name of FIGURES) expect(exhibits.get(name)?.kind, name).toBe('figure');
  });
  it('have rows made of their columns', () => {
    for (const table of tables) {
      const keys = table.columns.map((column) => column.key);
      expect(new Set(keys).size, table.name).toBe(keys.length);
      for (const row of [...table.rows, ...(table.totals ? [table.totals] : [])])
        for (const key of keys) expect(row, `${table.name} ${key}`).toHaveProperty([key]);
    }
  });
  it('have names of sheets that a workbook accepts', () => {
    const sheets = tables.map((table) => table.sheet ?? table.title);
    for (const sheet of sheets) expect(sheet).toMatch(/^[^[\]:*?/\\]{1,31}$/);
    expect(new Set(sheets).size).toBeLessThanOrEqual(40);
  });
  it('say something when there is nothing to draw', () => {
    for (const e of exhibits.values()) {
      if (e.kind !== 'figure') continue;
      expect(e.alt.length, e.name).toBeGreaterThan(10);
      expect(e.svg === '', e.name).toBe(e.empty !== undefined);
    }
  });
});

describe('the text of a figure', () => {
  const alt = (name: string): string => {
    const found = dessiner(pleine).get(name);
    return found?.kind === 'figure' ? found.alt : '';
  };

  it('tells the parts of stacked bars, not their totals alone', () => {
    expect(alt('participation-publics')).toMatch(/\. Barres empilées : .+ : \d+ \((?:\S+ )+\d+/);
    expect(alt('engagement-acteurs')).toMatch(/\. Barres empilées : .+ : \p{Ll}[^;]* \d+/u);
  });

  it('keeps the trace of what was called off, with its reason, and nothing where nothing was', () => {
    const study = etude({
      participation: [
        rencontre('r'),
        rencontre('n', { titre: 'Atelier du nord', etat: 'annulee', motif_annulation: 'Quatre inscrits.' }),
      ],
    });
    const found = dessiner(study).get('participation-annulee');
    expect(found?.kind === 'table' && found.rows.map(({ nom, motif }) => [nom, motif])).toEqual([
      ['Atelier du nord', 'Quatre inscrits.'],
    ]);
    expect(dessiner(etude({ participation: [rencontre('r')] })).get('participation-annulee')).toBeUndefined();
  });

  it('puts those who were met together, before what was filled in alone, in shades of one hue', () => {
    const study = etude({
      participation: [rencontre('e', { type: 'enquete' }), rencontre('a'), rencontre('f', { type: 'forum' })],
    });
    const found = dessiner(study).get('participation-publics');
    const svg = found?.kind === 'figure' ? found.svg : '';
    const legend = ['Ateliers', 'Forums', 'Enquêtes'].map((one) => svg.indexOf(`>${one} (`));
    expect(legend).toEqual([...legend].sort((a, b) => a - b));
    expect(Math.min(...legend)).toBeGreaterThan(0);
    for (const hue of theme.series.filter((one) => one !== theme.accent)) expect(svg).not.toContain(hue);
    const mobilise = dessiner(pleine).get('engagement-acteurs');
    const bars = mobilise?.kind === 'figure' ? mobilise.svg : '';
    for (const hue of theme.series.filter((one) => one !== theme.accent)) expect(bars).not.toContain(hue);
    // Nobody is willing: no key says so.
    expect(bars).toContain('>Engagé<');
    expect(bars).not.toContain('>Volontaire<');
  });

  it('opens on what a grid shows: its extremes, before its cells', () => {
    expect(alt('couverture-fonctions-domaines')).toMatch(/ Grille de cercles : .+ Le plus pourvu : .+ × .+ \(\d+\)/);
  });
});

/** What a reader of the public edition is given: titles, texts, drawings and rows. */
const publics = (study: ReturnType<typeof etude>): string => JSON.stringify([...dessiner(study).values()]);

describe('public edition', () => {
  const note = (interet: Note, influence: Note, note_interne: string) => ({ interet, influence, note_interne });
  const deux = (un: Partial<Acteur>, autre: Partial<Acteur>) =>
    etude({ acteurs: [acteur('x', { sigle: 'XX', ...un }), acteur('y', { sigle: 'YY', ...autre })] });
  const [fort, faible] = [note(5, 5, 'Allié sûr'), note(1, 4, 'À travailler au corps')];

  it('does not change when two actors exchange what is thought of them: counts say it, and no name', () => {
    expect(publics(deux(fort, faible))).toBe(publics(deux(faible, fort)));
  });
  it('leaves names beside judgements to the internal edition', () => {
    const study = deux(fort, faible);
    const interne = diagnosticExhibits(study, analyseDiagnostic(study, DATE), theme, true);
    expect(JSON.stringify([...interne.values()])).toContain('À travailler au corps');
    expect(publics(study)).not.toContain('À travailler au corps');
  });
  it('leaves out the inventories that the study keeps internal', () => {
    const base = etude();
    const study = etude({ etude: { ...base.etude, inventaires_internes: ['acteurs'] }, acteurs: [acteur('x')] });
    expect(dessiner(study).has('acteurs-inventaire')).toBe(false);
    expect(dessiner(study).has('outils-inventaire')).toBe(true);
  });
});

it('what is told of several subjects in the same words is told once', () => {
  const found = dessiner(etude()).get('angles-morts');
  const rows = found?.kind === 'table' ? found.rows : [];
  const methodes = rows.filter(({ type }) => String(type).startsWith('Méthode'));
  expect(methodes).toEqual([
    { type: 'Méthodes non employées', sujet: expect.stringContaining(', '), texte: 'Rien au journal des rencontres.' },
  ]);
  const peu = (...publics: string[]) => {
    const heard = publics.map((id) => rencontre(id, { participants: { [id]: 4 } }));
    const t = dessiner(etude({ participation: heard })).get('angles-morts');
    return (t?.kind === 'table' ? t.rows : []).filter(({ type }) => /peu entendu/.test(String(type)));
  };
  // Four of two publics would read as four in all.
  expect(peu('ecoles', 'familles')).toEqual([
    {
      type: 'Publics peu entendus',
      sujet: expect.stringContaining(', '),
      texte: '4 participations pour chacun, moins de 20.',
    },
  ]);
  expect(peu('ecoles')).toMatchObject([{ texte: '4 participations, moins de 20.' }]);
});

it('names of a cell are parted so that one that holds a comma is told from two', () => {
  const conseil = acteur('c', { nom: 'Conseil d’architecture, d’urbanisme' });
  const study = etude({
    acteurs: [conseil, acteur('x', { nom: 'Commune' })],
    actions: [action('a', { partenaires: ['c', 'x'] })],
  });
  const found = dessiner(study).get('actions-inventaire');
  expect(found?.kind === 'table' && found.rows[0]?.partenaires).toBe('Conseil d’architecture, d’urbanisme ; Commune');
});

it('a count that several subjects share is told of each, whatever is counted', () => {
  const constats = (publics: string[], changes: object = {}): unknown[] => {
    const base = etude();
    const counted = base.etude.publics.map((one) => ({ ...one, ...changes }));
    const study = etude({
      etude: { ...base.etude, publics: counted } as never,
      besoins: publics.map((id) => ({ ...besoin(id), public: id, mentions: {} })) as never,
      participation: publics.map((id) => rencontre(id, { participants: { [id]: 4 } })),
    });
    const t = dessiner(study).get('angles-morts');
    return (t?.kind === 'table' ? t.rows : []).flatMap(({ type, texte }) =>
      /entendu|Besoins/.test(String(type)) ? [texte] : [],
    );
  };
  const douze = { effectif: 12, effectif_compte: 'organismes' };
  expect(constats(['ecoles', 'familles'])).toEqual([
    '4 participations pour chacun, moins de 20.',
    '1 besoin recensé sans citation comptée, pour chacun.',
  ]);
  expect(constats(['ecoles', 'familles'], douze)[0]).toBe(
    '4 participations pour chacun, moins de 12, ce que chacun compte sur le territoire.',
  );
  expect(constats(['ecoles'], douze)[0]).toBe(
    '4 participations, moins de 12, ce que ce public compte sur le territoire.',
  );
});

describe('evidence', () => {
  const titres = (study: ReturnType<typeof etude>) => {
    const t = dessiner(study).get('couverture-par-public');
    return t?.kind === 'table' ? t.columns.map(({ header }) => header) : [];
  };
  it('marks the figures that rest on illustrative data, and no others', () => {
    const fonde = etude({ besoins: [besoin('a')], acteurs: [acteur('x', { fiabilite: 'source' })] });
    expect(titres(fonde).some((header) => header.includes('*'))).toBe(false);
    const suppose = etude({
      besoins: [besoin('a')],
      acteurs: [acteur('x', { fiabilite: 'source', fiabilite_champs: { fonctions: 'illustratif' } })],
    });
    expect(titres(suppose)).toContain('Couverts*');
    expect(titres(suppose)).toContain('Besoins');
    expect(dessiner(suppose).get('couverture-par-public')?.source).toMatch(
      /Données illustratives : .*1 des 2 fiches de besoins, acteurs, outils et actions/,
    );
  });
});

describe('exhibits', () => {
  it('show labels, not ids, and no contact without consent', () => {
    const text = JSON.stringify(
      [...dessiner(pleine).values()]
        .map((e) => (e.kind === 'table' ? e : { ...e, svg: '' }))
        .map((e) => ('rows' in e ? e.rows : e.data.rows)),
    );
    expect(text).not.toMatch(/"(ecoles|familles|eau|conseiller|action-01)"/);
    expect(text).not.toContain('Secret');
  });
  it('head columns with the short labels of the study, and name the publics that a page has no columns for', () => {
    const base = etude();
    const study = (n: number, court?: string) => {
      const publics = Array.from({ length: n }, (_, i) => ({
        id: `p${i}`,
        libelle: `Personnes de la classe ${i}`,
        ...(court ? { libelle_court: `${court} ${i}` } : {}),
      }));
      return etude({
        etude: {
          ...base.etude,
          publics,
          domaines: [{ id: 'eau', libelle: 'Eau et assainissement', libelle_court: 'Eau' }],
        },
        besoins: [besoin('b', { public: 'p0' })],
        actions: [action('a', { publics: ['p0', 'p2'] }), action('c', { publics: ['p2'] })],
      });
    };
    const columns = (n: number, court?: string) => {
      const table = dessiner(study(n, court)).get('actions-par-domaine') as TableExhibit;
      const shown = table.columns.filter(({ workbookOnly }) => !workbookOnly).map(({ header }) => header);
      return { shown, atteints: table.rows[0]?.atteints };
    };
    expect(columns(3).shown).toContain('Personnes de la classe 2');
    expect(columns(12, 'Âge').shown).toContain('Âge 11');
    const { shown, atteints } = columns(12);
    expect(shown.filter((header) => header.startsWith('Personnes'))).toEqual([]);
    expect(atteints).toBe('Personnes de la classe 0\u00a0(1) ; Personnes de la classe 2\u00a0(2)');
    const matrice = dessiner(study(3)).get('matrice-besoins');
    expect(JSON.stringify(matrice)).toContain('>Eau<');
  });

  it('give pages a source as a reference, under its number and with its address, all of it', () => {
    const cited = dessiner(
      etude({
        sources: [
          { id: 'a', titre: 'Bilan', auteur: 'Le Parc', date: '2017-07-06', type: 'document', url: 'https://ex.fr/a' },
          { id: 'b', titre: 'Carte', type: 'site' },
        ],
        actions: [action('p', { fiabilite: 'source', sources: ['a', 'b'] })],
      }),
    ).get('sources-references');
    expect(cited?.kind === 'table' && cited.rows.map(({ numero, ...row }) => [typeof numero, row])).toEqual([
      ['string', { reference: 'Bilan, Le Parc, 06/07/2017', url: 'https://ex.fr/a' }],
      ['string', { reference: 'Carte', url: null }],
    ]);
  });
  it('state the finding in the title where one stands out', () => {
    expect(dessiner(pleine).get('engagement-acteurs')?.title).toBe('Volontaires ou engagés : 1 acteur sur 2*');
    expect(dessiner(pleine).get('acteurs-inventaire')?.source).toBe(
      'Source : inventaire des acteurs ; 2 fiches, dont 1 illustrative. * Données illustratives : fonctions (1 sur 2), engagement (1 sur 2).',
    );
  });
});

describe('what is not known of a territory', () => {
  it('is no zero', () => {
    const study = etude({
      territoire: {
        millesime: '2020',
        communes: [{ code: '99001', nom: 'Une' }],
        perimetres: [{ id: 'p', libelle: 'P', communes: ['99001'] }],
      },
    });
    const table = dessiner(study).get('perimetres');
    expect(table?.kind === 'table' && table.rows).toMatchObject([
      { communes_total: 1, population_total: null, superficie: null },
    ]);
  });

  it('is said under a density that leaves it out', () => {
    const connue = { code: '99001', nom: 'Une', population: 200, superficie_km2: 10 };
    const dite = (communes: object[]): string => {
      const territoire = { millesime: '2020', communes, perimetres: [{ id: 'p', libelle: 'P', communes: ['99001'] }] };
      return dessiner(etude({ territoire } as never)).get('perimetres')?.source ?? '';
    };
    expect(dite([connue])).not.toMatch(/densité/);
    expect(dite([connue, { code: '99002', nom: 'Deux', superficie_km2: 5 }])).toMatch(
      /La densité laisse de côté 1 commune dont la population ou la superficie n’est pas connue\./,
    );
  });
});

describe('actors of one cell', () => {
  const noms = (...courts: string[]) => courts.map((court) => ({ court }));
  it('are told apart by commas, alike in every cell, and are counted beyond a few', () => {
    expect(liste(noms('Val', 'Bois et Eau', 'Mare'), 8)).toBe('Val, Bois et Eau, Mare');
    expect(liste(noms('Val', 'Mare'), 8)).toBe('Val, Mare');
    expect(liste(noms('Val', 'Bois et Eau', 'Mare'), 2)).toBe('Val, Bois et Eau et 1 autre');
    expect(liste([], 8)).toBeNull();
  });
});

it('themes of references are printed to be read, once whatever their spelling, in the order of the dictionary', () => {
  const reference = (id: string, nom: string) => ({ id, theme: nom, titre: id, regle: 'R.' });
  const study = etude({
    references: [
      reference('a', 'donnees-personnelles'),
      reference('b', 'données personnelles'),
      reference('c', 'TVA'),
      reference('d', 'énergie'),
      reference('e', 'forme-juridique'),
      reference('f', 'sous-traitance'),
    ],
  });
  const table = dessiner(study).get('references-applicables');
  expect(table?.kind === 'table' ? table.rows.map((row) => row.theme) : []).toEqual([
    ...['Données personnelles', 'Données personnelles', 'Énergie', 'Forme juridique', 'Sous-traitance', 'TVA'],
  ]);
});
