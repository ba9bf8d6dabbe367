/** A document tree as the page that WeasyPrint is given: the same texts, tables and figures, in the same fonts, on pages of the same size. */
import { type Block, type DocumentTree, firstAnnex, type Heading, type Inline } from '../../src/documents/tree.js';
import { formatCell } from '../../src/exhibits/format.js';
import { estChiffre, type Row, type TableExhibit } from '../../src/exhibits/types.js';
import { facesInForce, STYLES } from '../../src/fonts/faces.js';
import { segments } from '../../src/render/pdf/pages/flow.js';
import { totalsOf } from '../../src/render/pdf/tables/table-kinds.js';
import { escapeXml } from '../../src/render/text/legible.js';
import type { Theme } from '../../src/render/theme.js';

const inline = (one: Inline): string => {
  switch (one.type) {
    case 'text':
      return escapeXml(one.value);
    case 'strong':
      return `<strong>${inlines(one.children)}</strong>`;
    case 'emphasis':
      return `<em>${inlines(one.children)}</em>`;
    case 'link':
      return `<a href="${escapeXml(one.url ?? `#${one.target ?? ''}`)}">${inlines(one.children)}</a>`;
    case 'pageReference':
      return `<a class="page" href="#${escapeXml(one.target)}"></a>`;
    default:
      return '<br>';
  }
};

const inlines = (all: readonly Inline[]): string => all.map(inline).join('');

const cellOf = (row: Row, { key, format, decimals }: TableExhibit['columns'][number]): string =>
  escapeXml(formatCell(row[key], format, decimals));

function table({ exhibit, number, id }: Extract<Block, { type: 'table' }>): string {
  const caption = `<p class="caption" id="${escapeXml(id)}">Tableau ${number} – ${escapeXml(exhibit.title)}</p>`;
  const columns = exhibit.columns.filter(({ key }) => key !== exhibit.groupBy);
  if (exhibit.rows.length === 0) return `${caption}<p><em>${escapeXml(exhibit.empty)}</em></p>`;
  const cells = (row: Row, tag = 'td'): string =>
    columns
      .map((column) => `<${tag}${estChiffre(column) ? ' class="figure"' : ''}>${cellOf(row, column)}</${tag}>`)
      .join('');
  let group: string | undefined;
  const rows = exhibit.rows.map((row) => {
    const own = exhibit.groupBy === undefined ? undefined : String(row[exhibit.groupBy] ?? '—');
    const heading =
      own === undefined || own === group
        ? ''
        : `<tr><th class="group" colspan="${columns.length}">${escapeXml(own)}</th></tr>`;
    group = own;
    return `${heading}<tr>${cells(row)}</tr>`;
  });
  const totals = totalsOf(exhibit);
  const head = columns.map(({ header }) => `<th>${escapeXml(header)}</th>`).join('');
  const source = exhibit.source ? `<p class="source">${escapeXml(exhibit.source)}</p>` : '';
  return `${caption}<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}${totals ? `<tr>${cells(totals, 'th')}</tr>` : ''}</tbody></table>${source}`;
}

const heading = ({ level, id, number, children }: Heading): string =>
  `<h${level} id="${escapeXml(id)}">${number === undefined ? '' : `${number} `}${inlines(children)}</h${level}>`;

function block(one: Block): string {
  switch (one.type) {
    case 'heading':
      return firstAnnex(one) ? `<hr>${heading(one)}` : heading(one);
    case 'paragraph':
      return `<p class="${one.style ?? 'body'}">${inlines(one.children)}</p>`;
    case 'list':
      return `<${one.ordered ? 'ol' : 'ul'}>${one.items.map((item) => `<li>${blocks(item)}</li>`).join('')}</${one.ordered ? 'ol' : 'ul'}>`;
    case 'quote':
      return `<blockquote>${blocks(one.children)}</blockquote>`;
    case 'callout':
      return `<aside class="${one.kind}"><p class="title">${escapeXml(one.title)}</p>${blocks(one.children)}</aside>`;
    case 'definitions':
      return `<dl>${one.items.map(({ term, children }) => `<dt>${inlines(term)}</dt><dd>${inlines(children)}</dd>`).join('')}</dl>`;
    case 'table':
      return table(one);
    case 'figure': {
      const { title, svg, width, source, empty } = one.exhibit;
      const drawn = empty === undefined ? svg.replaceAll('"Sans"', '"Corps"') : `<p><em>${escapeXml(empty)}</em></p>`;
      return `<figure style="width:${width}pt">${drawn}</figure><p class="caption" id="${escapeXml(one.id)}">Figure ${one.number} – ${escapeXml(title)}</p>${source ? `<p class="source">${escapeXml(source)}</p>` : ''}`;
    }
    case 'image':
      return `<img alt="${escapeXml(one.alt)}" width="${one.width}" src="data:${one.mime};base64,${one.base64}">`;
    default:
      return '<hr>';
  }
}

const blocks = (all: readonly Block[]): string => all.map(block).join('\n');

const FACES: Readonly<Record<(typeof STYLES)[number], string>> = {
  normal: 'font-weight:400',
  bold: 'font-weight:600',
  italics: 'font-weight:400;font-style:italic',
  bolditalics: 'font-weight:600;font-style:italic',
};

function sheet({ page, sizes, colours, callouts }: Theme, footer: string): string {
  const faces = STYLES.map(
    (style) => `@font-face{font-family:Corps;src:url("file://${facesInForce().source(style)}");${FACES[style]}}`,
  );
  const headings = ([1, 2, 3, 4] as const).map((level) => `h${level}{font-size:${sizes[`h${level}`]}pt}`);
  const bars = Object.entries(callouts).map(
    ([kind, { bar, fill }]) => `aside.${kind}{border-left:3pt solid ${bar};background:${fill};padding:6pt}`,
  );
  return `${faces.join('')}
@page{size:A4;margin:${page.marginTop}pt ${page.marginSide}pt ${page.marginBottom}pt;
@top-left{content:string(chapitre);font-size:${sizes.small}pt}@bottom-left{content:"${footer.replace(/["\\]/g, '')}";font-size:${sizes.small}pt}@bottom-right{content:counter(page) " / " counter(pages);font-size:${sizes.small}pt}}
@page large{size:A4 landscape}
body{font:${sizes.body}pt/1.35 Corps;color:${colours.ink};hyphens:auto}
h1,h2,h3,h4{font-weight:600;color:${colours.accent};break-after:avoid;line-height:1.15}h1{break-before:page;string-set:chapitre content()}
${headings.join('')}${bars.join('')}
p{orphans:2;widows:2}.lead{font-size:${sizes.lead}pt}.small,.source{font-size:${sizes.small}pt}.caption{font-size:${sizes.caption}pt;font-weight:600;break-after:avoid}
strong,th,dt,.title{font-weight:600}a{color:inherit;text-decoration:none}a.page::after,nav a::after{content:target-counter(attr(href),page)}nav a::after{float:right}
table{width:100%;border-collapse:collapse;font-size:${sizes.table}pt}th,td{padding:3pt;text-align:left;vertical-align:top;border-bottom:.4pt solid ${colours.rule}}.figure{text-align:right}.group{background:${colours.tint}}tr{break-inside:avoid}
figure{margin:0;break-inside:avoid}figure svg{width:100%}aside{break-inside:avoid}hr{break-after:page;border:0}.large{page:large}`;
}

/** Contents of its headings, down to the depth of the document. */
const contents = ({ body, tocDepth }: DocumentTree): string =>
  body
    .flatMap((one) =>
      one.type === 'heading' && one.level <= tocDepth
        ? [
            `<p><a href="#${escapeXml(one.id)}">${one.number === undefined ? '' : `${one.number} `}${inlines(one.children)}</a></p>`,
          ]
        : [],
    )
    .join('');

export function pageOf(tree: DocumentTree, theme: Theme): string {
  const { meta } = tree;
  const cover = [meta.deliverable, meta.title, meta.state.label, ...meta.parties.flat(), ...meta.notices];
  const body = segments(tree.body).map(
    ({ landscape, blocks: own }) => `<section${landscape ? ' class="large"' : ''}>${blocks(own)}</section>`,
  );
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${escapeXml(meta.deliverable)}</title><meta name="author" content="${escapeXml(meta.author)}"><style>${sheet(theme, `Version ${meta.version}`)}</style></head><body>${cover.map((text) => `<p class="lead">${escapeXml(text)}</p>`).join('')}<hr>${blocks(tree.front)}<nav><h1>Sommaire</h1>${contents(tree)}</nav>${body.join('')}</body></html>`;
}
