/**
 * What the parts of an Office file say of one another, where a strict reader takes the file for damaged when it is not so (ECMA-376, part 1): a style, a list, a text or a
 * place that is not there, cells out of order, tables and merged cells one over the other, rows of a table that are not as wide as its grid.
 */
import { all, type XmlElement } from './tree.js';

type Parts = ReadonlyMap<string, XmlElement>;

const value = (element: XmlElement | undefined, attribute: string): string => element?.attributes[attribute] ?? '';
const child = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((one) => one.name === name);

/** Those that come twice. */
const twice = (values: readonly string[]): string[] => [...new Set(values.filter((one, i) => values.indexOf(one) < i))];

const columnOf = (address: string): number =>
  [...address.replace(/[^A-Z]/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
const rowOf = (address: string): number => Number(address.replace(/\D/g, ''));

interface Box {
  ref: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function boxOf(ref: string): Box {
  const [from = '', to = from] = ref.replaceAll('$', '').split(':');
  return { ref, left: columnOf(from), top: rowOf(from), right: columnOf(to), bottom: rowOf(to) };
}

const overlap = (a: Box, b: Box): boolean =>
  a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;

const overlaps = (boxes: readonly Box[]): string[] =>
  boxes.flatMap((one, i) =>
    boxes.slice(i + 1).flatMap((two) => (overlap(one, two) ? [`${one.ref} over ${two.ref}`] : [])),
  );

/** Highest row and widest column of Excel, longest formula, text of a cell and footer. */
const LIMITS = { height: 409.5, width: 255, formula: 8192, footer: 255 };

/** A name of Excel that is no address, of either kind. */
const NAME = /^(?!(?:[A-Z]{1,3}\d+|R\d*C?\d*|C\d*)$)[\p{L}_\\][\p{L}\d_.\\]*$/iu;

function relationsOf(parts: Parts, name: string): Map<string, string> {
  const relations = parts.get(name.replace(/([^/]+)$/, '_rels/$1.rels'));
  const base = name.slice(0, name.lastIndexOf('/') + 1);
  const resolve = (target: string): string =>
    target.startsWith('/') ? target.slice(1) : new URL(target, `file:///${base}`).pathname.slice(1);
  return new Map(
    (relations ? all(relations, 'Relationship') : []).map((one) => [value(one, 'Id'), resolve(value(one, 'Target'))]),
  );
}

function sheetFaults(
  parts: Parts,
  name: string,
  sheet: XmlElement,
  sheets: ReadonlyMap<string, XmlElement>,
  texts: readonly string[],
): string[] {
  const faults: string[] = [];
  const styles = parts.get('xl/styles.xml');
  const formats = styles ? (all(styles, 'cellXfs')[0]?.children.length ?? 0) : 0;
  const differences = styles ? (all(styles, 'dxfs')[0]?.children.length ?? 0) : 0;
  const rows = all(sheet, 'row').map((one) => Number(value(one, 'r')));
  if (rows.some((row, i) => row <= (rows[i - 1] ?? 0))) faults.push('rows out of order');
  const shown = new Map<string, string>();
  for (const row of all(sheet, 'row')) {
    if (Number(value(row, 'ht')) > LIMITS.height) faults.push(`row ${value(row, 'r')} of ${value(row, 'ht')} points`);
    const columns = row.children.map((cell) => columnOf(value(cell, 'r')));
    if (columns.some((column, i) => column <= (columns[i - 1] ?? 0)))
      faults.push(`cells of row ${value(row, 'r')} out of order`);
    for (const cell of row.children) {
      if (value(cell, 's') !== '' && Number(value(cell, 's')) >= formats)
        faults.push(`${value(cell, 'r')}: style ${value(cell, 's')}, absent`);
      const written = child(cell, 'v')?.text ?? '';
      if (value(cell, 't') === 's' && !(Number(written) < texts.length))
        faults.push(`${value(cell, 'r')}: text ${written}, absent`);
      shown.set(value(cell, 'r'), value(cell, 't') === 's' ? (texts[Number(written)] ?? '') : written);
    }
  }
  for (const rule of all(sheet, 'cfRule'))
    if (value(rule, 'dxfId') !== '' && Number(value(rule, 'dxfId')) >= differences)
      faults.push(`difference ${value(rule, 'dxfId')}, absent`);
  for (const column of all(sheet, 'col'))
    if (Number(value(column, 'width')) > LIMITS.width) faults.push(`a column of ${value(column, 'width')}`);
  for (const one of [...all(sheet, 'oddFooter'), ...all(sheet, 'oddHeader')])
    if (one.text.length > LIMITS.footer) faults.push(`a footer of ${one.text.length} characters`);
  const relations = relationsOf(parts, name);
  const tables = all(sheet, 'tablePart').flatMap((one) => parts.get(relations.get(value(one, 'r:id')) ?? '') ?? []);
  const boxes = [
    ...tables.map((one) => boxOf(value(one, 'ref'))),
    ...all(sheet, 'mergeCell').map((one) => boxOf(value(one, 'ref'))),
  ];
  for (const fault of overlaps(boxes)) faults.push(fault);
  for (const table of tables) {
    const { left, top, right, bottom, ref } = boxOf(value(table, 'ref'));
    const columns = all(table, 'tableColumn');
    if (columns.length !== right - left + 1) faults.push(`table ${ref} of ${columns.length} columns`);
    if (bottom <= top) faults.push(`table ${ref} without a row`);
    const headers = [...shown].filter(([at]) => rowOf(at) === top && columnOf(at) >= left && columnOf(at) <= right);
    columns.forEach((column, i) => {
      const header = headers.find(([at]) => columnOf(at) === left + i)?.[1];
      if (header !== value(column, 'name'))
        faults.push(`table ${ref}: « ${value(column, 'name')} » heads « ${header} »`);
    });
  }
  for (const link of all(sheet, 'hyperlink')) {
    const place = value(link, 'location');
    if (place === '') continue;
    const [, target = '', cell = ''] = /^'((?:[^']|'')+)'!([A-Z]+\d+)$/.exec(place) ?? [];
    const led = sheets.get(target.replaceAll("''", "'"));
    const there = led && all(led, 'c').some((one) => value(one, 'r') === cell && one.children.length > 0);
    if (!there) faults.push(`${value(link, 'ref')} leads to ${place}, where nothing is`);
  }
  for (const { text } of all(sheet, 'f')) {
    if (text.length > LIMITS.formula) faults.push(`a formula of ${text.length} characters`);
    for (const [, target = ''] of text.matchAll(/'((?:[^']|'')+)'!/g))
      if (!sheets.has(target.replaceAll("''", "'"))) faults.push(`a formula reads « ${target} », absent`);
  }
  return faults.map((fault) => `${name}: ${fault}`);
}

function workbookFaults(parts: Parts): string[] {
  const book = parts.get('xl/workbook.xml');
  if (!book) return [];
  const relations = relationsOf(parts, 'xl/workbook.xml');
  const files = all(book, 'sheet').map((one) => [value(one, 'name'), relations.get(value(one, 'r:id')) ?? ''] as const);
  const sheets = new Map(
    files.flatMap(([name, file]) => {
      const tree = parts.get(file);
      return tree ? [[name, tree] as const] : [];
    }),
  );
  const shared = parts.get('xl/sharedStrings.xml');
  const texts = (shared ? all(shared, 'si') : []).map((one) =>
    all(one, 't')
      .map(({ text }) => text)
      .join(''),
  );
  const names = all(book, 'definedName');
  const tables = [...parts].filter(([name]) => /^xl\/tables\//.test(name)).map(([, tree]) => tree);
  const called = [
    ...tables.map((one) => value(one, 'displayName')),
    ...names.filter((one) => value(one, 'localSheetId') === '').map((one) => value(one, 'name')),
  ];
  return [
    ...twice(files.map(([name]) => name.toLowerCase())).map((name) => `two sheets « ${name} »`),
    ...files.flatMap(([name]) => (/[:\\/?*[\]]|^'|'$/.test(name) ? [`a sheet « ${name} »`] : [])),
    ...twice(called.map((name) => name.toLowerCase())).map((name) => `two names « ${name} »`),
    ...called.flatMap((name) => (NAME.test(name) ? [] : [`a name « ${name} »`])),
    ...twice(tables.map((one) => value(one, 'id'))).map((id) => `two tables ${id}`),
    ...names.flatMap((one) =>
      [...one.text.matchAll(/'((?:[^']|'')+)'!/g)].flatMap(([, target = '']) =>
        sheets.has(target.replaceAll("''", "'")) ? [] : [`${value(one, 'name')} is in « ${target} », absent`],
      ),
    ),
    ...files.flatMap(([, file]) => {
      const tree = parts.get(file);
      return tree ? sheetFaults(parts, file, tree, sheets, texts) : [];
    }),
  ];
}

/** Columns of a row of Word, each as many as it spans. */
const spanned = (row: XmlElement): number =>
  row.children
    .filter(({ name }) => name === 'w:tc')
    .reduce((sum, cell) => sum + Number(value(all(cell, 'w:gridSpan')[0], 'w:val') || 1), 0);

function wordFaults(parts: Parts): string[] {
  const document = parts.get('word/document.xml');
  if (!document) return [];
  const faults: string[] = [];
  const [styles, numbering] = [parts.get('word/styles.xml'), parts.get('word/numbering.xml')];
  const known = new Set((styles ? all(styles, 'w:style') : []).map((one) => value(one, 'w:styleId')));
  const lists = new Set((numbering ? all(numbering, 'w:num') : []).map((one) => value(one, 'w:numId')));
  const models = new Set(
    (numbering ? all(numbering, 'w:abstractNum') : []).map((one) => value(one, 'w:abstractNumId')),
  );
  for (const num of numbering ? all(numbering, 'w:num') : [])
    if (!models.has(value(child(num, 'w:abstractNumId'), 'w:val')))
      faults.push(`list ${value(num, 'w:numId')} without a model`);
  for (const [name, tree] of parts) {
    if (!name.startsWith('word/')) continue;
    const absent = ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next', 'w:link'].flatMap((kind) =>
      all(tree, kind)
        .map((one) => value(one, 'w:val'))
        .filter((style) => !known.has(style)),
    );
    for (const style of new Set(absent)) faults.push(`${name}: style ${style}, absent`);
    for (const one of all(tree, 'w:numId'))
      if (name === 'word/document.xml' && !lists.has(value(one, 'w:val')))
        faults.push(`list ${value(one, 'w:val')}, absent`);
    const spaces = [...all(tree, 'w:t'), ...all(tree, 'w:instrText')].filter(
      (one) => one.text !== one.text.trim() && value(one, 'xml:space') !== 'preserve',
    );
    if (spaces.length > 0) faults.push(`${name}: spaces of « ${spaces[0]?.text} » are lost`);
  }
  for (const table of all(document, 'w:tbl')) {
    const wide = child(table, 'w:tblGrid')?.children.length ?? 0;
    for (const row of table.children.filter(({ name }) => name === 'w:tr'))
      if (spanned(row) !== wide) faults.push(`a row of ${spanned(row)} columns in a grid of ${wide}`);
  }
  if (all(document, 'w:tc').some(({ children }) => children.at(-1)?.name !== 'w:p'))
    faults.push('a cell that ends on no paragraph');
  const marks = new Set(all(document, 'w:bookmarkStart').map((one) => value(one, 'w:name')));
  const ends = new Set(all(document, 'w:bookmarkEnd').map((one) => value(one, 'w:id')));
  for (const one of all(document, 'w:bookmarkStart'))
    if (!ends.has(value(one, 'w:id'))) faults.push(`bookmark ${value(one, 'w:name')} without an end`);
  for (const one of all(document, 'w:hyperlink'))
    if (value(one, 'w:anchor') !== '' && !marks.has(value(one, 'w:anchor')))
      faults.push(`a link to ${value(one, 'w:anchor')}, absent`);
  for (const { text } of all(document, 'w:instrText')) {
    const place = /PAGEREF (\S+)/.exec(text)?.[1];
    if (place && !marks.has(place)) faults.push(`the page of ${place}, absent`);
  }
  const fields = all(document, 'w:fldChar').map((one) => value(one, 'w:fldCharType'));
  for (const kind of ['separate', 'end'])
    if (fields.filter((one) => one === kind).length > fields.filter((one) => one === 'begin').length)
      faults.push('a field that does not begin');
  if (fields.filter((one) => one === 'begin').length !== fields.filter((one) => one === 'end').length)
    faults.push('a field that does not end');
  return faults;
}

function slidesFaults(parts: Parts): string[] {
  const show = parts.get('ppt/presentation.xml');
  if (!show) return [];
  const ids = all(show, 'p:sldId').map((one) => value(one, 'id'));
  const masters = [
    ...all(show, 'p:sldMasterId'),
    ...[...parts.values()].flatMap((tree) => all(tree, 'p:sldLayoutId')),
  ].map((one) => value(one, 'id'));
  return [
    ...[...twice(ids), ...twice(masters)].map((id) => `two slides or models ${id}`),
    ...ids.filter((id) => Number(id) < 256).map((id) => `slide ${id}`),
    ...masters.filter((id) => Number(id) < 2 ** 31).map((id) => `model ${id}`),
    ...[...parts].flatMap(([name, tree]) => {
      if (!/^ppt\/slides\/slide/.test(name)) return [];
      const places = [...relationsOf(parts, name).values()];
      const tables = all(tree, 'a:tbl').flatMap((table) => {
        const wide = child(table, 'a:tblGrid')?.children.length ?? 0;
        return table.children
          .filter((row) => row.name === 'a:tr')
          .flatMap((row) =>
            row.children.filter((one) => one.name === 'a:tc').length === wide
              ? []
              : [`${name}: a row that is not of ${wide} columns`],
          );
      });
      return [
        ...(places.filter((place) => place.includes('slideLayouts/')).length === 1 ? [] : [`${name}: no layout`]),
        ...tables,
      ];
    }),
  ];
}

/** Two relationships of one part under one name. */
const relationFaults = (parts: Parts): string[] =>
  [...parts].flatMap(([name, tree]) =>
    name.endsWith('.rels')
      ? twice(all(tree, 'Relationship').map((one) => value(one, 'Id'))).map((id) => `${name}: two ${id}`)
      : [],
  );

export const referenceFaults = (parts: Parts): string[] => [
  ...relationFaults(parts),
  ...workbookFaults(parts),
  ...wordFaults(parts),
  ...slidesFaults(parts),
];
