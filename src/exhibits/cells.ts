/** Small projections shared by the diagnostic's exhibits: labels in a cell, source lines, colours of the domains. */

import type { DiagnosticAnalysis, Etiquette } from '../analysis/diagnostic/index.js';
import type { Study } from '../study/study.js';
import { compte } from '../texte/accords.js';
import { nombreFr } from '../texte/nombres.js';
import type { ChartTheme } from './charts/theme.js';
import type { Column, Exhibit, FigureExhibit, Row, TableExhibit } from './types.js';

/** What every exhibit is drawn from. */
export interface Contexte {
  etude: Study;
  analyse: DiagnosticAnalysis;
  theme: ChartTheme;
}

export type Fabrique = (contexte: Contexte) => Exhibit[];

export const noms = (items: readonly Etiquette[]): string | null =>
  items.map((item) => item.libelle).join(', ') || null;

/** One line a value. */
export const lignes = (items: readonly string[] | undefined): string | null =>
  items?.length ? items.join('\n') : null;

/** Cuts at a word's end, so that a digest stays a digest. */
export function abreger(text: string | null | undefined, max: number): string | null {
  if (!text) return null;
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), max / 2)).replace(/[\s,;:.]+$/, '')}…`;
}

interface Fiche {
  fiabilite?: string | undefined;
  fiabilite_champs?: Record<string, string> | undefined;
}

/** « Source : inventaire des besoins, n = 30, dont 12 illustratifs » — the share of illustrative entries, whole or in part. */
export function sourceDe(origine: string, fiches: readonly Fiche[]): string {
  const entiers = fiches.filter((fiche) => fiche.fiabilite === 'illustratif').length;
  const enPartie = fiches.filter(
    (fiche) => fiche.fiabilite !== 'illustratif' && Object.values(fiche.fiabilite_champs ?? {}).includes('illustratif'),
  ).length;
  const parts = [
    entiers ? `${nombreFr(entiers)} à titre illustratif` : '',
    enPartie ? `${nombreFr(enPartie)} ${enPartie > 1 ? 'illustratives' : 'illustrative'} en partie` : '',
  ].filter(Boolean);
  const total = compte(fiches.length, 'fiche', 'fiches', 'aucune fiche');
  return `Source : ${origine} ; ${total}${parts.length ? `, dont ${parts.join(' et ')}` : ''}.`;
}

/** Fiabilité in words, for inventories. */
export const FIABILITES: Readonly<Record<string, string>> = {
  source: 'Sourcé',
  declaratif: 'Déclaratif',
  estime: 'Estimé',
  illustratif: 'Illustratif',
};

export function fiabilite(fiche: Fiche): string | null {
  const value = fiche.fiabilite ? (FIABILITES[fiche.fiabilite] ?? fiche.fiabilite) : null;
  const partie =
    fiche.fiabilite !== 'illustratif' && Object.values(fiche.fiabilite_champs ?? {}).includes('illustratif');
  return partie ? `${value ?? 'Non renseigné'}, illustratif en partie` : value;
}

/** Titles of the sources that an entry names. */
export function titresSources({ analyse }: Contexte, ids: readonly string[] | undefined): string | null {
  return lignes((ids ?? []).flatMap((id) => analyse.sources.find((source) => source.id === id)?.titre ?? []));
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

export const entiers = (prefixe: string, items: readonly Etiquette[], width = 0.8): Column[] =>
  items.map((item) => ({ key: cle(prefixe, item.id), header: item.libelle, format: 'entier', width }));

export { euros } from '../texte/nombres.js';

/** A row of column values from an axis. */
export const cellules = (prefixe: string, items: readonly Etiquette[], valeurs: readonly number[]): Row =>
  Object.fromEntries(items.map((item, index) => [cle(prefixe, item.id), valeurs[index] ?? 0]));

/** A figure with nothing to draw keeps its table and says so. */
export function figureVide(
  figure: Omit<FigureExhibit, 'kind' | 'svg' | 'width' | 'height' | 'alt' | 'empty'>,
): FigureExhibit {
  return { kind: 'figure', ...figure, svg: '', width: 0, height: 0, alt: figure.data.empty, empty: figure.data.empty };
}

export const table = (spec: Omit<TableExhibit, 'kind'>): TableExhibit => ({ kind: 'table', ...spec });

/** A sheet's name: 31 characters at most, none of those that a workbook forbids. */
export const feuille = (name: string): string =>
  name
    .replace(/[[\]:*?/\\]|\s|\p{Cc}/gu, ' ')
    .slice(0, 31)
    .replace(/^[' ]+|[' ]+$/g, '');
