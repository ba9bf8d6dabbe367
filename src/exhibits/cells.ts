/** Small projections shared by the diagnostic's exhibits: labels in a cell, source lines, colours of the domains. */

import type { DiagnosticAnalysis, Etiquette } from '../analysis/diagnostic/index.js';
import { fourchette } from '../analysis/montants.js';
import { type Fiche, type Preuves, type Solidite, soliditeFiche } from '../analysis/preuves.js';
import type { Libelles, Study } from '../study/study.js';
import { accord, compte, enumerer, juxtaposer, minuscule } from '../texte/accords.js';
import { couper } from '../texte/couper.js';
import { decimalesDesPrix, euros, INSECABLE, nombreFr, prixFr, sommeFr } from '../texte/nombres.js';
import { alternative } from './alternative.js';
import type { Chart, ChartTheme } from './charts/drawing/theme.js';
import type { Exhibit, FigureExhibit, TableExhibit } from './types.js';

/** What every exhibit is drawn from. */
export interface Contexte {
  etude: Study;
  analyse: DiagnosticAnalysis;
  theme: ChartTheme;
  /** Internal edition: it alone names actors beside what is thought of them. */
  interne?: boolean;
}

export type Fabrique = (contexte: Contexte) => Exhibit[];

/** What heads a column or stands on an axis: the short label of an entry where the study gives one. */
export const enTete =
  (vocabulaire: readonly { id: string; libelle_court?: string }[]) =>
  ({ id, libelle }: Etiquette): string =>
    vocabulaire.find((one) => one.id === id)?.libelle_court ?? libelle;

export const noms = (items: readonly Etiquette[]): string | null =>
  juxtaposer(items.map((item) => item.libelle)) || null;

/** « Tous » stands for the whole of a vocabulary of several words. */
export const nomsOuTous = (items: readonly Etiquette[], all: readonly unknown[]): string | null =>
  all.length > 1 && items.length === all.length ? 'Tous' : noms(items);

/** One line a value. */
export const lignes = (items: readonly string[] | undefined): string | null =>
  items?.length ? items.join('\n') : null;

/** « 400 € (300 à 600) »; one amount when it is certain. */
export function montantEnClair(value: Parameters<typeof fourchette>[0]): string | null {
  const range = fourchette(value);
  if (!range) return null;
  return range.min === range.max
    ? euros(range.mode)
    : `${euros(range.mode)} (${sommeFr(range.min)} à ${sommeFr(range.max)})`;
}

/** « 3,20 € (2,80 à 4,00) »: the price of a unit, whose cents count. */
export function prixEnClair(value: NonNullable<Parameters<typeof fourchette>[0]>): string {
  const { min, mode, max } = fourchette(value);
  const decimales = decimalesDesPrix([min, mode, max]);
  const told = `${prixFr(mode, decimales)}${INSECABLE}€`;
  return min === max ? told : `${told} (${prixFr(min, decimales)} à ${prixFr(max, decimales)})`;
}

/** Cuts at a word's end, so that a digest stays a digest. */
export const abreger = (text: string | null | undefined, max: number): string | null =>
  text ? couper(text, max) : null;

/** « Source : inventaire des besoins ; 30 fiches, dont 12 illustratives » — how many of the entries are illustrative, whole or in part. */
export function sourceDe(origine: string, fiches: readonly Fiche[]): string {
  const compter = (niveau: Solidite): number => fiches.filter((fiche) => soliditeFiche(fiche) === niveau).length;
  const [entiers, enPartie] = [compter('illustratif'), compter('en-partie')];
  const total = compte(fiches.length, 'fiche', 'fiches', 'aucune fiche');
  const parts = [
    entiers ? compte(entiers, 'illustrative', 'illustratives', '') : '',
    enPartie ? `${compte(enPartie, 'illustrative', 'illustratives', '')} en partie` : '',
  ].filter(Boolean);
  const toutes = Math.max(entiers, enPartie) === fiches.length;
  const dont = toutes
    ? `${accord(fiches.length, 'illustrative', 'toutes illustratives')}${enPartie ? ' en partie' : ''}`
    : `dont ${parts.join(' et ')}`;
  return `Source : ${origine} ; ${total}${parts.length ? `, ${dont}` : ''}.`;
}

/** The sign of a figure that rests on illustrative data, wholly or in part. */
export const SIGNE_ILLUSTRATIF = '*';

/** The text with the sign after it. */
export const signe = (text: string): string => `${text}${SIGNE_ILLUSTRATIF}`;

/** What the sign means, after the source of a table that bears one; nothing for a table that bears none. */
export const legende = (marquee: boolean): string =>
  marquee ? ` ${SIGNE_ILLUSTRATIF} Repose en tout ou en partie sur des données illustratives.` : '';

/** « 12 sur 30 », « en totalité »; « 97 des 126 fiches de besoins, acteurs et outils » where a figure comes from several inventories. */
export function partEnClair({ illustratif, total, de }: Pick<Preuves, 'illustratif' | 'total' | 'de'>): string {
  if (illustratif === total) return 'en totalité';
  return de === undefined
    ? `${nombreFr(illustratif)} sur ${nombreFr(total)}`
    : `${nombreFr(illustratif)} des ${nombreFr(total)} fiches de ${de}`;
}

/** How the note on what is illustrative begins. */
export const NOTE_ILLUSTRATIFS = `${SIGNE_ILLUSTRATIF} Données illustratives : `;

/** A column without its unit: « Importance (sur 5) » is « importance ». */
const sansUnite = (header: string): string => header.replace(/\s*\([^)]*\)/g, '');

/** « * Données illustratives : besoins (en totalité), acteurs (12 sur 55). » */
function note(parts: readonly { quoi: string; preuves: Preuves }[]): string {
  const said = parts.map(({ quoi, preuves }) => `${quoi} (${partEnClair(preuves)})`);
  return `${NOTE_ILLUSTRATIFS}${said.join(', ')}.`;
}

/** Whether a column shows something: one that is empty is not printed. */
const montree = ({ rows }: TableExhibit, key: string): boolean =>
  rows.some((row) => row[key] !== undefined && row[key] !== null && row[key] !== '');

/** A table whose columns carry the sign where their figures rest on illustrative inputs, with a note that counts these. */
export function marquer(exhibit: TableExhibit, preuves: Readonly<Record<string, Preuves>>): TableExhibit {
  const marked = exhibit.columns.filter(({ key }) => (preuves[key]?.illustratif ?? 0) > 0 && montree(exhibit, key));
  if (marked.length === 0) return exhibit;
  const groups = new Map<Preuves, string[]>();
  for (const { key, header } of marked) {
    const own = preuves[key];
    if (own) groups.set(own, [...(groups.get(own) ?? []), minuscule(sansUnite(header))]);
  }
  const said = note([...groups].map(([own, headers]) => ({ quoi: enumerer(headers), preuves: own })));
  return {
    ...exhibit,
    columns: exhibit.columns.map((column) =>
      marked.includes(column) ? { ...column, header: signe(column.header) } : column,
    ),
    source: [exhibit.source, said].filter(Boolean).join(' '),
  };
}

/** A figure whose title carries the sign when it rests on illustrative inputs, with its note; the table behind it says the same. */
export function marquerFigure(figure: FigureExhibit, quoi: string, preuves: Preuves): FigureExhibit {
  if (preuves.illustratif === 0 || figure.empty !== undefined) return figure;
  const source = [figure.source, note([{ quoi, preuves }])].filter(Boolean).join(' ');
  return { ...figure, title: signe(figure.title), source, data: { ...figure.data, source } };
}

/** Fiabilité in words, for inventories. */
export const FIABILITES: Libelles<Study['acteurs'][number]['fiabilite']> = {
  source: 'Sourcé',
  declaratif: 'Déclaratif',
  estime: 'Estimé',
  illustratif: 'Illustratif',
};

/** Null for an entry that is not there. */
export function fiabilite(fiche: (Fiche & Pick<Study['acteurs'][number], 'fiabilite'>) | undefined): string | null {
  if (!fiche) return null;
  const value = fiche.fiabilite ? FIABILITES[fiche.fiabilite] : null;
  return soliditeFiche(fiche) === 'en-partie' ? `${value ?? 'Non renseigné'}, illustratif en partie` : value;
}

/** Titles of the sources that an entry names. */
export function titresSources({ analyse }: Contexte, ids: readonly string[] | undefined): string | null {
  return lignes((ids ?? []).flatMap((id) => analyse.sources.find((source) => source.id === id)?.titre ?? []));
}

/** « S12 »: the number of a source in the list of the document, told from the numbers of the author's own references. */
export const numeroSource = (rang: number): string => `S${rang + 1}`;

/** Numbers of the sources in the list of the document: « S3, S12 ». */
export function renvoisSources({ analyse }: Contexte, ids: readonly string[] | undefined): string | null {
  const found = (ids ?? []).map((id) => analyse.sources.findIndex((source) => source.id === id)).filter((i) => i >= 0);
  return (
    found
      .sort((a, b) => a - b)
      .map(numeroSource)
      .join(', ') || null
  );
}

/** The domain's own colour, else the theme's. */
export function couleurDomaine({ etude, theme }: Contexte, id: string): string {
  const index = etude.etude.domaines.findIndex((domaine) => domaine.id === id);
  return (
    etude.etude.domaines[index]?.couleur ??
    theme.series[Math.max(0, index) % Math.max(1, theme.series.length)] ??
    theme.accent
  );
}

/** A key of column or row safe in a workbook: the vocabulary's id with a prefix. */
export const cle = (prefixe: string, id: string): string => `${prefixe}_${id.replaceAll('-', '_')}`;

/** A figure as it was drawn, with the text for who does not see it: its finding, what kind of drawing shows it, its values. */
export const figureDessinee = (
  figure: Omit<FigureExhibit, 'kind' | 'svg' | 'width' | 'height' | 'alt' | 'empty'>,
  drawn: Chart,
  genre: string,
  valeurs: readonly string[],
): FigureExhibit => ({ kind: 'figure', ...figure, ...drawn, alt: alternative(figure.title, genre, valeurs) });

/** A figure with nothing to draw keeps its table and says so. */
export function figureVide(
  figure: Omit<FigureExhibit, 'kind' | 'svg' | 'width' | 'height' | 'alt' | 'empty'>,
): FigureExhibit {
  return { kind: 'figure', ...figure, svg: '', width: 0, height: 0, alt: figure.data.empty, empty: figure.data.empty };
}

/** The exhibits of a room, in its part of the workbook but for those that name another. */
export const dansLaPartie = (part: string, exhibits: readonly Exhibit[]): Exhibit[] =>
  exhibits.map((exhibit) => (exhibit.part === undefined ? { ...exhibit, part } : exhibit));

/** A sheet's name: 31 characters at most, none of those that a workbook forbids; its apostrophes are those of print, for exceljs does not double the others where it names the sheet. */
export const feuille = (name: string): string =>
  name
    .replace(/(?:[[\]:*?/\\]|\s|\p{Cc})+/gu, ' ')
    .slice(0, 31)
    .replace(/^[' ]+|[' ]+$/g, '')
    .replaceAll("'", '’');
