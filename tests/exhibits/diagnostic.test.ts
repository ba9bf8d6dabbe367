import { describe, expect, it } from 'vitest';
import { analyseDiagnostic } from '../../src/analysis/diagnostic/index.js';
import type { ChartTheme } from '../../src/exhibits/charts/theme.js';
import { diagnosticExhibits } from '../../src/exhibits/diagnostic/index.js';
import type { TableExhibit } from '../../src/exhibits/types.js';
import { acteur, action, besoin, DATE, etude, experience, outil, rencontre } from '../analysis/small-study.js';

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
    expect(new Set(sheets).size).toBe(sheets.length);
  });
  it('say something when there is nothing to draw', () => {
    for (const e of exhibits.values()) {
      if (e.kind !== 'figure') continue;
      expect(e.alt.length, e.name).toBeGreaterThan(10);
      expect(e.svg === '', e.name).toBe(e.empty !== undefined);
    }
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
  it('state the finding in the title where one stands out', () => {
    expect(dessiner(pleine).get('engagement-acteurs')?.title).toBe('1 acteur volontaire ou engagé sur 2');
    expect(dessiner(pleine).get('acteurs-inventaire')?.source).toBe(
      'Source : inventaire des acteurs ; 2 fiches, dont 1 à titre illustratif.',
    );
  });
});
