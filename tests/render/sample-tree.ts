import type { Block, DocumentTree, Inline } from '../../src/documents/tree.js';
import type { FigureExhibit, TableExhibit } from '../../src/exhibits/types.js';

export const text = (value: string): Inline[] => [{ type: 'text', value }];
export const paragraph = (value: string): Block => ({ type: 'paragraph', children: text(value) });
const heading = (level: 1 | 2 | 3, value: string, id: string, number?: string): Block => ({
  type: 'heading',
  level,
  id,
  ...(number ? { number } : {}),
  children: text(value),
});

export const table = (name: string, rows: number, rest: Partial<TableExhibit> = {}): TableExhibit => ({
  kind: 'table',
  name,
  title: `Tableau de ${rows} lignes`,
  columns: [
    { key: 'nom', header: 'Nom', format: 'texte', width: 2 },
    { key: 'detail', header: 'Détail', format: 'texte', width: 3 },
    { key: 'nombre', header: 'Nombre', format: 'entier' },
  ],
  rows: Array.from({ length: rows }, (_, i) => ({
    groupe: i < rows / 2 ? 'Premier' : 'Second',
    nom: `Ligne ${i + 1}`,
    detail: i % 7 === 3 ? 'Un point\nUn autre point' : 'Mutualisation intercommunale des équipements socioculturels',
    nombre: i * 1000,
  })),
  source: 'Source : essai.',
  empty: 'Aucune ligne.',
  ...rest,
});

const figure: FigureExhibit = {
  kind: 'figure',
  name: 'figure',
  title: 'Deux barres',
  svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60" width="200" height="60"><rect x="0" y="5" width="120" height="20" fill="#1f5c4d"/><rect x="0" y="32" width="60" height="20" fill="#b8650b"/><text x="130" y="20" font-family="Sans" font-size="10">12 écoles</text></svg>',
  width: 200,
  height: 60,
  alt: 'Deux barres : 12 écoles, 6 communes.',
  data: table('donnees', 2),
};

const long =
  'Le diagnostic porte sur la mutualisation des équipements : douze structures, 1\u202f240\u00a0m², et un taux d’occupation inconnu\u202f; est-ce trop\u202f? ';

/** Every kind of block at least once. */
export const sample: DocumentTree = {
  meta: {
    title: 'Étude d’essai',
    deliverable: 'Diagnostic',
    phase: 'Phase 1',
    shortTitle: 'Essai',
    version: '0.1',
    date: '2018-02-15',
    state: { code: 'projet', label: 'Projet' },
    parties: [['Maître d’ouvrage', 'Communauté <&> Rives']],
    notices: ['Les résultats appartiennent au maître d’ouvrage.'],
    author: 'Bureau & Cie',
    subject: 'Essai',
    keywords: ['eau', 'bois'],
    language: 'fr-FR',
  },
  front: [
    heading(1, 'L’essentiel', 'essentiel'),
    {
      type: 'callout',
      kind: 'retenir',
      title: 'À retenir',
      children: [{ type: 'list', ordered: false, items: [[paragraph('Un.')], [paragraph('Deux.')]] }],
    },
  ],
  body: [
    heading(1, 'Chapitre', 'chapitre', '1'),
    heading(2, 'Une partie', 'partie', '1.1'),
    {
      type: 'paragraph',
      children: [
        ...text(long.repeat(3)),
        { type: 'link', target: 'longue', children: text('tableau 2') },
        ...text(' et '),
        { type: 'link', url: 'https://exemple.fr/page', children: text('un site') },
        ...text(', page '),
        { type: 'pageReference', target: 'longue' },
        { type: 'strong', children: text('. Gras') },
        { type: 'break' },
        { type: 'emphasis', children: text('italique') },
      ],
    },
    {
      type: 'list',
      ordered: true,
      items: [
        [paragraph('Premier')],
        [paragraph('Second'), { type: 'list', ordered: false, items: [[paragraph('Dedans')]] }],
      ],
    },
    { type: 'quote', children: [paragraph('« Une parole. »')] },
    { type: 'definitions', items: [{ term: text('ETP'), children: text('équivalent temps plein') }] },
    {
      type: 'table',
      id: 'courte',
      number: 1,
      exhibit: table('courte', 3, { totals: { nom: 'Ensemble', detail: null, nombre: 3000 } }),
    },
    { type: 'figure', id: 'figure', number: 1, exhibit: figure },
    { type: 'callout', kind: 'question', title: 'Question', children: [paragraph('Valide-t-on ?')] },
    { type: 'callout', kind: 'limite', title: 'Limite', children: [paragraph('On ne sait pas.')] },
    heading(2, 'Une longue table', 'longue-partie', '1.2'),
    {
      type: 'table',
      id: 'longue',
      number: 2,
      exhibit: table('longue', 90, {
        groupBy: 'groupe',
        columns: [{ key: 'groupe', header: 'Groupe', format: 'texte' }, ...table('x', 1).columns],
      }),
    },
    { type: 'table', id: 'vide', number: 3, exhibit: table('vide', 0) },
    heading(2, 'Une table large', 'large-partie', '1.3'),
    paragraph('Elle est en paysage.'),
    { type: 'table', id: 'large', number: 4, exhibit: table('large', 12, { landscape: true }) },
    heading(1, 'Annexe', 'annexe', 'A'),
    heading(2, 'Un détail', 'detail', 'A.1'),
    paragraph('Fin.'),
  ],
  tocDepth: 2,
};

/** A heading and a table: what is quick to make. */
export const short: DocumentTree = {
  ...sample,
  front: [],
  body: ['heading', 'table'].flatMap((type) => sample.body.find((block) => block.type === type) ?? []),
};
