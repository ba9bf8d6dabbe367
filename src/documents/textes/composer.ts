/** The author's texts of a deliverable, filled, checked and set in their sections, with the list of the sources that they cite. */

import { type Chiffres, chiffresDe } from '../../analysis/chiffres/index.js';
import type { Exhibits } from '../../exhibits/types.js';
import type { Diagnostic } from '../../study/diagnostic.js';
import type { Study } from '../../study/study.js';
import { enumerer } from '../../texte/accords.js';
import { dateEnLettres } from '../../texte/dates.js';
import { vouliezVousDire } from '../../texte/ordre.js';
import { typographie } from '../../texte/typographie.js';
import { nonPriseEnCharge } from '../faults.js';
import { escapeMarkdown } from '../markdown/escape.js';
import { type Draft, type MarkdownFaults, parseMarkdown } from '../markdown/markdown.js';
import type { Templates } from '../template.js';
import { type Block, type Heading, REFERENCES_ID } from '../tree.js';
import { faute, plageDe } from './lieu.js';
import { renumeroter } from './numeroter.js';
import { niveauDe, placer } from './placer.js';
import { type ARelire, aRelire } from './relecture.js';
import type { TextesEtude } from './relectures.js';
import { type Bibliographie, remplir } from './remplir.js';
import { nomsDesCibles, renvoisVers } from './renvois.js';
import type { Image, Texte } from './texte.js';
import { contexteProse, verifierProse } from './verifier.js';

export type { TextesEtude };

export interface ContexteComposition {
  livrable: string;
  /** As known at the date of the deliverable. */
  study: Study;
  date: string;
  exhibits: Exhibits;
  templates: Templates;
  /** A draft shows which paragraphs are to be read again. */
  brouillon: boolean;
  /** An edition that has some of the sections of its deliverable alone: a text of the others is none of its business. */
  partiel?: boolean;
}

/** The place of a fault that Markdown tells by its line. */
function fautesDe(texte: Texte): MarkdownFaults {
  const at = (needle: string, line: number | undefined): { offset: number; longueur: number } => {
    const start = texte.markdown
      .split('\n')
      .slice(0, (line ?? 1) - 1)
      .join('\n').length;
    const found = needle === '' ? -1 : texte.markdown.indexOf(needle, start);
    return { offset: found < 0 ? start + (start > 0 ? 1 : 0) : found, longueur: needle.length };
  };
  return {
    unsupported(what, needle, line) {
      const { message, aide } = nonPriseEnCharge(what);
      return faute(texte, 'forme-non-prise-en-charge', at(needle, line), message, aide);
    },
    unknownExhibit: (name, known, line) =>
      faute(
        texte,
        'element-inconnu',
        at(name, line),
        `« ${name} » n'est aucun des tableaux et figures de ce livrable.`,
        vouliezVousDire(name, known),
      ),
  };
}

const blocDe = ({ mime, base64, largeur, hauteur, alternative, credit }: Image): Extract<Block, { type: 'image' }> => ({
  type: 'image',
  mime,
  base64,
  width: largeur,
  height: hauteur,
  alt: typographie(alternative),
  credit: typographie(credit),
});

/** Headings of the author go below that of the section, the highest of them just below, whatever the number of « # » that it was typed with. */
function abaisser(blocks: readonly Draft[], niveau: number): Draft[] {
  const highest = Math.min(4, ...blocks.flatMap((block) => (block.type === 'heading' ? [block.level] : [])));
  const under = (level: number): Heading['level'] => Math.min(4, niveau + 1 + level - highest) as Heading['level'];
  return blocks.map((block) => (block.type === 'heading' ? { ...block, level: under(block.level) } : block));
}

const alerte = ({ changements }: ARelire): Draft => ({
  type: 'paragraph',
  style: 'small',
  children: [
    {
      type: 'emphasis',
      children: [
        {
          type: 'text',
          value: `À relire : ${enumerer(changements.map(({ nom, avant, apres }) => `« ${nom} » valait ${avant}${apres === null ? ' et n’est plus cité' : ` et vaut ${apres}`}`))}.`,
        },
      ],
    },
  ],
});

/** A reference of the list: author, title, date, its number among the sources of the tables, address. */
function reference({ auteur, titre, date, url }: Study['sources'][number], numero: string | null): string {
  const parts = [
    auteur ? `${escapeMarkdown(auteur)},` : '',
    `*${escapeMarkdown(titre)}*${date ? `, ${escapeMarkdown(dateEnLettres(String(date)))}` : ''}${numero ? ` (${numero})` : ''}.`,
  ];
  return `${parts.filter(Boolean).join(' ')}${url && /^https?:/.test(url) ? ` <${url}>` : ''}`;
}

/** The table of sources that the pages show, and the number that it gives to one; the same document has then one name in both lists. */
function sourcesDesTableaux(blocks: readonly Draft[]): {
  tableau: string | null;
  numero(source: Study['sources'][number]): string | null;
} {
  const [shown] = blocks.flatMap((block) =>
    block.type === 'table' && block.exhibit.kind === 'table' && /^sources-/.test(block.exhibit.name)
      ? [block.exhibit]
      : [],
  );
  // Cells are set as French sets them.
  const said = (value: unknown): string => (typeof value === 'string' ? typographie(value) : '');
  return {
    tableau: shown?.name ?? null,
    numero: ({ titre, auteur }) => {
      const row = shown?.rows.find((one) => {
        const text = said(one.titre) || said(one.reference);
        return one.titre === undefined
          ? text === said(titre) || text.startsWith(`${said(titre)}, `)
          : text === said(titre) && said(one.auteur) === said(auteur);
      });
      return row === undefined ? null : said(row.numero) || null;
    },
  };
}

export interface Compose {
  front: Draft[];
  body: Draft[];
  diagnostics: Diagnostic[];
  /** What tells of a reference that a text makes to what the document does not show; null when no text makes it. */
  renvoiInconnu(cible: string): Diagnostic | null;
}

/** `front` and `body` with the texts in their sections. The figures are computed only when there is a text to fill. */
export function composerTextes(
  { textes, relectures }: TextesEtude,
  { front, body }: { front: readonly Draft[]; body: readonly Draft[] },
  { livrable, study, date, exhibits, templates, brouillon, partiel = false }: ContexteComposition,
): Compose {
  const own = textes.filter((texte) => texte.livrable === livrable);
  if (own.length === 0) return { front: [...front], body: [...body], diagnostics: [], renvoiInconnu: () => null };
  const chiffres: Chiffres = chiffresDe(study, date);
  const prose = contexteProse(study, chiffres, date);
  const bibliographie: Bibliographie = { ids: [] };
  const diagnostics: Diagnostic[] = [];
  const sections = [...front, ...body].flatMap((block) => (block.type === 'heading' ? [block.id] : []));
  let [placedFront, placedBody]: [readonly Draft[], readonly Draft[]] = [front, body];

  for (const texte of own) {
    if (partiel && !sections.includes(texte.section)) continue;
    const filled = remplir(texte, { study, chiffres, bibliographie });
    const parsed = parseMarkdown(filled.markdown, {
      exhibits,
      templates,
      faults: fautesDe(texte),
      images: new Map(texte.images.map((image) => [image.chemin, blocDe(image)])),
    });
    diagnostics.push(...filled.diagnostics, ...parsed.diagnostics, ...verifierProse(texte, prose));
    const shown = (markdown: string): ReadonlyMap<string, string> =>
      remplir({ ...texte, markdown }, { study, chiffres, bibliographie: { ids: [] } }).chiffres;
    const stale = brouillon ? aRelire(texte.markdown, relectures[`${livrable}/${texte.section}`], shown) : [];
    const blocks = [...parsed.blocks, ...stale.map(alerte)];
    const whole = [...placedFront, ...placedBody];
    const level = niveauDe(whole, texte.section);
    const set = { section: texte.section, place: texte.place, blocks: abaisser(blocks, level) };
    const inFront = placer(placedFront, set);
    const inBody = inFront ? null : placer(placedBody, set);
    if (inFront) placedFront = inFront;
    else if (inBody) placedBody = inBody;
    else diagnostics.push(sansSection(texte, sections));
  }
  const { parts, ordre } = renumeroter([placedFront, placedBody]);
  [placedFront = [], placedBody = []] = parts;
  const cited = ordre.flatMap(
    (number) => study.sources.find((source) => source.id === bibliographie.ids[number - 1]) ?? [],
  );
  if (cited.length > 0) {
    const annexed = placedBody.some(({ type }) => type === 'annexes');
    const { tableau, numero } = sourcesDesTableaux(placedBody);
    const both = tableau !== null && cited.some((source) => numero(source) !== null);
    const list = cited.map((source, i) => `${i + 1}. ${reference(source, numero(source))}`).join('\n');
    const lead = both ? `Entre parenthèses, le numéro que le [](#${tableau}) donne à la même source.\n\n` : '';
    const { blocks } = parseMarkdown(
      `${annexed ? '' : '::annexes\n\n'}# Références citées {#${REFERENCES_ID}}\n\n${lead}${list}`,
      { exhibits, templates },
    );
    placedBody = [...placedBody, ...blocks];
  }
  return {
    front: [...placedFront],
    body: [...placedBody],
    diagnostics,
    renvoiInconnu: (cible) =>
      own.flatMap((texte) => renvoisVers(texte, cible, nomsDesCibles([...placedFront, ...placedBody])))[0] ?? null,
  };
}

function sansSection(texte: Texte, sections: readonly string[]): Diagnostic {
  return {
    ...faute(
      texte,
      'texte-sans-section',
      { offset: 0, longueur: 1 },
      `« ${texte.livrable} » n'a pas de section « ${texte.section} ».`,
      vouliezVousDire(texte.section, sections) ?? `Sections : ${sections.join(', ')}.`,
    ),
    plage: { ...plageDe(texte, 0, 1), ligne: 1 },
  };
}
