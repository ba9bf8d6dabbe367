/** The structure tree: standard types, their order, headings, figures, tables. Numbers are those of the Matterhorn Protocol 1.1. */
import { type Dictionary, isDictionary, type PdfFile, text, type Value } from './document.js';

const STANDARD = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form'.split(
    ' ',
  ),
);

const PARENTS: Record<string, string[]> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  LI: ['L'],
  LBody: ['LI'],
  TOCI: ['TOC'],
};

const CHILDREN: Record<string, string[]> = {
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TR: ['TH', 'TD'],
  L: ['LI', 'L', 'Caption'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOCI', 'TOC', 'Caption'],
};

export interface Structure {
  faults: string[];
  /** Number of elements of each type. */
  counts: Map<string, number>;
  /** Element that owns each marked-content sequence, by « page#mcid ». */
  contents: Map<string, string>;
  /** Element that owns each annotation. */
  annotations: Map<string, { element: string; type: string }>;
  /** Words that a line cuts in a cell of a table. */
  cutInCells: string[];
}

export function readStructure(pdf: PdfFile): Structure {
  const { dictionary, elements, resolve } = pdf;
  const catalogue = dictionary(pdf.trailer['/Root']);
  const rootReference = catalogue['/StructTreeRoot'];
  const root = dictionary(rootReference);
  const roles = dictionary(root['/RoleMap']);
  const found: Structure = {
    faults: [],
    counts: new Map(),
    contents: new Map(),
    annotations: new Map(),
    cutInCells: [],
  };
  const fault = (id: string, message: string): void => {
    found.faults.push(`${id} ${message}`);
  };
  let lastHeading = 0;
  const named = new Set<string>();
  const pointed: { to: string; from: string }[] = [];

  const attributes = (element: Dictionary): Dictionary[] => elements(element['/A']).map(dictionary);

  function standardType(element: Dictionary): string {
    const type = text(element['/S']).slice(1);
    if (STANDARD.has(type)) return type;
    const mapped = text(roles[`/${type}`]).slice(1);
    if (!mapped) fault('02-001', `type ${type} without role`);
    return mapped || type;
  }

  function walk(reference: string, parent: string, parentType: string, cell = false): void {
    const element = dictionary(reference);
    const type = standardType(element);
    found.counts.set(type, (found.counts.get(type) ?? 0) + 1);
    if (element['/P'] !== parent) fault('structure', `${type} ${reference} does not know its parent`);
    if (PARENTS[type] && !PARENTS[type].includes(parentType)) fault('09-004', `${type} in ${parentType}`);
    if (CHILDREN[parentType] && !CHILDREN[parentType].includes(type)) fault('09-004', `${parentType} contains ${type}`);
    if (type === 'Figure') {
      if (!text(element['/Alt'])) fault('13-004', `figure ${reference} without alternative text`);
      if (!attributes(element).some((a) => a['/BBox'])) fault('UA 7.3', `figure ${reference} without box`);
    }
    const heading = /^H([1-6])$/.exec(type);
    if (heading) {
      const level = Number(heading[1]);
      if (level > lastHeading + 1) fault('14-003', `H${level} after H${lastHeading}`);
      lastHeading = level;
    }
    const inCell = cell || type === 'TD' || type === 'TH';
    if (inCell && element['/ActualText'] !== undefined) found.cutInCells.push(text(element['/ActualText']).trim());
    if (element['/ID'] !== undefined) {
      if (named.has(text(element['/ID']))) fault('structure', `two elements named ${text(element['/ID'])}`);
      named.add(text(element['/ID']));
    }
    for (const attribute of attributes(element))
      for (const header of elements(attribute['/Headers'])) pointed.push({ to: text(header), from: reference });
    if (type === 'TH' && !attributes(element).some((a) => a['/Scope']))
      fault('15-003', `TH ${reference} without scope`);
    if (type === 'Table') checkTable(reference);
    const kids = elements(element['/K']);
    if (kids.length === 0 && type !== 'TD' && type !== 'TH') fault('structure', `${type} ${reference} is empty`);
    for (const kid of kids) visitKid(kid, reference, element, type, inCell);
  }

  function visitKid(kid: Value, reference: string, element: Dictionary, type: string, cell: boolean): void {
    const target = resolve(kid);
    if (typeof target === 'number') register(element['/Pg'], target, reference);
    else if (!isDictionary(target)) fault('structure', `${type} ${reference} holds what is no element`);
    else if (target['/Type'] === '/MCR') register(target['/Pg'] ?? element['/Pg'], target['/MCID'], reference);
    else if (target['/Type'] === '/OBJR') found.annotations.set(text(target['/Obj']), { element: reference, type });
    else walk(text(kid), reference, type, cell);
  }

  function register(page: Value | undefined, mcid: Value | undefined, element: string): void {
    const key = `${text(page)}#${String(mcid)}`;
    if (found.contents.has(key)) fault('structure', `marked content ${key} has two owners`);
    found.contents.set(key, element);
  }

  /** Every row of a table has the same number of cells, spans included, and the table has a header. */
  function checkTable(reference: string): void {
    const rows: Dictionary[] = [];
    const collect = (value: Value): void => {
      for (const kid of elements(dictionary(value)['/K'])) {
        const element = dictionary(kid);
        if (element['/S'] === '/TR') rows.push(element);
        else if (element['/S'] && element['/S'] !== '/Caption') collect(kid);
      }
    };
    collect(reference);
    const grid: boolean[][] = rows.map(() => []);
    let headers = 0;
    for (const [y, row] of rows.entries()) {
      let x = 0;
      for (const kid of elements(row['/K'])) {
        const cell = dictionary(kid);
        if (cell['/S'] === '/TH') headers++;
        const spans = attributes(cell).find((a) => a['/O'] === '/Table') ?? {};
        while (grid[y]?.[x]) x++;
        for (let i = 0; i < Number(spans['/RowSpan'] ?? 1); i++)
          for (let j = 0; j < Number(spans['/ColSpan'] ?? 1); j++) {
            const line = grid[y + i];
            if (line) line[x + j] = true;
          }
      }
    }
    const widths = new Set(grid.map((line) => line.filter(Boolean).length));
    if (widths.size > 1) fault('15-001', `table ${reference} has rows of ${[...widths].join(', ')} cells`);
    if (headers === 0) fault('15-002', `table ${reference} has no header`);
  }

  if (!root['/K']) fault('01-005', 'no structure tree');
  for (const kid of elements(root['/K'])) walk(text(kid), text(rootReference), 'StructTreeRoot');
  for (const { to, from } of pointed) if (!named.has(to)) fault('15-004', `${from} names a header ${to}, absent`);
  const inTree = elements(dictionary(root['/IDTree'])['/Names'])
    .filter((_, i) => i % 2 === 0)
    .map(text);
  if (inTree.join() !== [...named].sort().join())
    fault('structure', 'the tree of names is not that of the elements, in order');
  return found;
}
