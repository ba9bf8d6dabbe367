/**
 * What Office refuses or repairs in a package, read from its parts: XML that a strict parser takes, parts declared and there, relationships that lead
 * somewhere, and the orders and identifiers that the schemas ask for. The message of each fault names the part.
 */
import { basename, dirname, join, normalize } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { modelFaults } from './models.js';
import { referenceFaults } from './references.js';
import { all, parseXml, type XmlElement } from './tree.js';

const ORDERS: Readonly<Record<string, readonly string[]>> = {
  worksheet: [
    ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection'],
    ...['protectedRanges', 'scenarios', 'autoFilter', 'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells'],
    ...['phoneticPr', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins'],
    ...['pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks', 'customProperties', 'cellWatches', 'ignoredErrors'],
    ...['smartTags', 'drawing', 'legacyDrawing', 'legacyDrawingHF', 'picture', 'oleObjects', 'controls'],
    ...['webPublishItems', 'tableParts', 'extLst'],
  ],
  'p:presentation': [
    ...['p:sldMasterIdLst', 'p:notesMasterIdLst', 'p:handoutMasterIdLst', 'p:sldIdLst', 'p:sldSz', 'p:notesSz'],
    ...['p:embeddedFontLst', 'p:custShowLst', 'p:defaultTextStyle', 'p:extLst'],
  ],
  'c:barChart': ['c:barDir', 'c:grouping', 'c:varyColors', 'c:ser', 'c:dLbls', 'c:gapWidth', 'c:overlap', 'c:axId'],
  'c:chart': ['c:title', 'c:autoTitleDeleted', 'c:plotArea', 'c:legend', 'c:plotVisOnly', 'c:dispBlanksAs'],
};

function orderFaults(part: string, root: XmlElement): string[] {
  return Object.entries(ORDERS).flatMap(([name, order]) =>
    all(root, name).flatMap(({ children }) => {
      const ranks = children.map((child) => order.indexOf(child.name));
      const unknown = children.filter((_, i) => ranks[i] === -1).map((child) => `${part}: ${child.name} in ${name}`);
      const sorted = ranks.every((rank, i) => i === 0 || rank >= (ranks[i - 1] ?? 0));
      return sorted ? unknown : [...unknown, `${part}: children of ${name} out of order`];
    }),
  );
}

function chartFaults(part: string, root: XmlElement): string[] {
  const axes = ['c:catAx', 'c:valAx', 'c:dateAx', 'c:serAx'].flatMap((name) => all(root, name));
  const declared = axes.map(({ children }) => children.find(({ name }) => name === 'c:axId')?.attributes.val).sort();
  return ['c:barChart', 'c:lineChart']
    .flatMap((name) => all(root, name))
    .flatMap(({ children }) => {
      const used = children.filter(({ name }) => name === 'c:axId').map(({ attributes }) => attributes.val);
      return JSON.stringify([...used].sort()) === JSON.stringify(declared)
        ? []
        : [`${part}: axes ${used} used, ${declared} declared`];
    });
}

/** Attributes that name a thing in its part, and that no two things share. */
const NAMES: readonly (readonly [element: string, attribute: string])[] = [
  ['p:cNvPr', 'id'],
  ['wp:docPr', 'id'],
  ['xdr:cNvPr', 'id'],
  ['w:bookmarkStart', 'w:id'],
  ['w:bookmarkStart', 'w:name'],
];

const repeated = (root: XmlElement): string[] =>
  NAMES.flatMap(([element, attribute]) => {
    const values = all(root, element).map(({ attributes }) => attributes[attribute] ?? '');
    const twice = new Set(values.filter((value, i) => values.indexOf(value) < i));
    return [...twice].map((value) => `two ${element} whose ${attribute} is ${value}`);
  });

/** Characters that Excel takes at most, by element or attribute: more, and the file is repaired. */
const LONGEST: readonly (readonly [element: string, attribute: string, length: number])[] = [
  ['tableColumn', 'name', 255],
  ['dataValidation', 'prompt', 255],
  ['dataValidation', 'promptTitle', 32],
  ['dataValidation', 'error', 255],
  ['dataValidation', 'errorTitle', 32],
  ['hyperlink', 'tooltip', 255],
  ['sheet', 'name', 31],
];

const tooLong = (root: XmlElement): string[] =>
  LONGEST.flatMap(([element, attribute, length]) =>
    all(root, element).flatMap(({ attributes }) => {
      const value = attributes[attribute] ?? '';
      return value.length > length ? [`${attribute} of a ${element} of ${value.length} characters`] : [];
    }),
  );

/** A list in the rule of a cell: Excel takes 255 characters of it, and a quotation mark ends it unless it is written twice. */
const listFaults = (xml: string): string[] =>
  [...xml.matchAll(/<formula1>(?:"|&quot;)(.*?)(?:"|&quot;)<\/formula1>/gs)].flatMap(([, written = '']) => {
    const list = written.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    return list.length <= 255 && !list.replaceAll('""', '').includes('"') ? [] : [`a list that is no list: ${list}`];
  });

/** Relationships that a part names and has not. */
function missingRelations(root: XmlElement, relations: XmlElement | undefined): string[] {
  const has = new Set(relations ? all(relations, 'Relationship').map(({ attributes }) => attributes.Id) : []);
  const named = (element: XmlElement): string[] => [
    ...['r:id', 'r:embed', 'r:link'].flatMap((name) => element.attributes[name] ?? []),
    ...element.children.flatMap(named),
  ];
  return [...new Set(named(root))].flatMap((id) => (id === '' || has.has(id) ? [] : [`names ${id}, absent`]));
}

/** What a library calls the shapes of a slide, its parts and its properties, and a field that it gave nothing. */
const ENGLISH =
  / name="(?:Text|Table|Chart|Shape|Slide|Notes|Header|Footer|Office Theme|DEFAULT)\b|>null<|>(?:Slide \d|Slide Titles|Fonts Used|Theme)\b/;

/** What is no address outside (RFC 3986): a space, a quotation mark, a place in the same file. */
const isAddressOutside = (target: string): boolean => /^[a-z][a-z0-9+.-]*:[^\s"<>^`{|}\\]+$/i.test(target);

/** Faults of the package and of those inside it. */
export function checkPackage(archive: Uint8Array, where = ''): string[] {
  const parts = unzipSync(archive);
  const faults: string[] = [];
  const trees = new Map<string, XmlElement>();
  for (const [name, bytes] of Object.entries(parts)) {
    if (name.endsWith('.xlsx')) faults.push(...checkPackage(bytes, `${where}${name}!`));
    if (!/\.(xml|rels|vml)$/.test(name)) continue;
    const tree = parseXml(strFromU8(bytes));
    if (typeof tree === 'string') faults.push(`${where}${name}: ${tree}`);
    else trees.set(name, tree);
  }
  const types = trees.get('[Content_Types].xml');
  const declared = new Set(
    types ? all(types, 'Override').map(({ attributes }) => attributes.PartName?.slice(1) ?? '') : [],
  );
  const extensions = new Set(types ? all(types, 'Default').map(({ attributes }) => attributes.Extension) : []);
  for (const name of declared) if (!parts[name]) faults.push(`${where}${name}: declared and absent`);
  for (const name of Object.keys(parts))
    if (name !== '[Content_Types].xml' && !declared.has(name) && !extensions.has(name.split('.').at(-1)))
      faults.push(`${where}${name}: no content type`);
  for (const fault of referenceFaults(trees)) faults.push(`${where}${fault}`);
  const blocks: string[] = [];
  for (const [name, tree] of trees) {
    if (name.endsWith('.rels'))
      for (const { attributes } of all(tree, 'Relationship')) {
        if (attributes.TargetMode === 'External') {
          if (!isAddressOutside(attributes.Target ?? '')) faults.push(`${where}${name}: ${attributes.Target} outside`);
          continue;
        }
        const base = dirname(dirname(name));
        const target = attributes.Target ?? '';
        const path = target.startsWith('/') ? target.slice(1) : normalize(join(base, target));
        if (!parts[path]) faults.push(`${where}${name}: leads to ${path}, absent`);
      }
    blocks.push(...all(tree, 'o:idmap').map(({ attributes }) => attributes.data ?? ''));
    for (const shape of all(tree, 'v:shape')) {
      const id = Number(/_s(\d+)$/.exec(shape.attributes.id ?? '')?.[1]);
      const block = all(tree, 'o:idmap')[0]?.attributes.data;
      if (Math.floor(id / 1024) !== Number(block))
        faults.push(`${where}${name}: shape ${id} outside of block ${block}`);
    }
    faults.push(...orderFaults(`${where}${name}`, tree), ...chartFaults(`${where}${name}`, tree));
    faults.push(...modelFaults(tree).map((fault) => `${where}${name}: ${fault}`));
    const relations = trees.get(`${dirname(name)}/_rels/${basename(name)}.rels`);
    for (const fault of [...repeated(tree), ...tooLong(tree), ...missingRelations(tree, relations)])
      faults.push(`${where}${name}: ${fault}`);
    const text = strFromU8(parts[name] ?? new Uint8Array());
    for (const fault of listFaults(text)) faults.push(`${where}${name}: ${fault}`);
    if (/^(ppt|word)\//.test(name) && /lang(?:=|:val=)"en-/.test(text)) faults.push(`${where}${name}: in English`);
    const english = /^ppt\/|^docProps\//.test(name) && ENGLISH.exec(text);
    if (english) faults.push(`${where}${name}: ${english[0]}`);
  }
  if (new Set(blocks).size !== blocks.length) faults.push(`${where}: drawings share a block of numbers`);
  const themes = [...trees].filter(([name]) => /(slideMaster|notesMaster)\d+\.xml\.rels$/.test(name));
  const used = themes.flatMap(([, tree]) =>
    all(tree, 'Relationship').flatMap(({ attributes }) =>
      attributes.Type?.endsWith('/theme') ? [attributes.Target ?? ''] : [],
    ),
  );
  if (new Set(used).size !== used.length) faults.push(`${where}: masters share a theme`);
  return faults;
}
