/** Cells as a French page writes them. */
import { auJour, dateCourte, duJour } from '../texte/dates.js';
import { decimalesDeColonne, INSECABLE, nombreA, nombreFr, prixFr } from '../texte/nombres.js';
import type { Cell, CellFormat, Column, Row } from './types.js';

export { auJour, dateEnLettres as formatDate } from '../texte/dates.js';

const DASH = '—';

/** « 1.0 du 12 décembre 2019 »; of a document changed since a meeting validated it, the version is later than the day at which it tells the facts. */
export const versionEnClair = ({
  version,
  date,
  state,
}: {
  version: string;
  date: string;
  state: { code: string };
}): string =>
  state.code === 'modifie' ? `${version}, pour les faits connus ${auJour(date)}` : `${version} ${duJour(date)}`;

/** What the foot of each page says of a version: a page taken out of a draft is still known for one. */
export function versionAuPied({ version, state }: { version: string; state: { code: string } }): string {
  const labels: Readonly<Record<string, string>> = {
    valide: ' (validé)',
    modifie: ' (modifié depuis sa validation)',
    projet: ' (projet)',
  };
  return `Version ${version}${labels[state.code] ?? ''}`;
}

/** Decimals that the figures of a column share, so that no « 1 900 » stands beside « 2 200,0 » and 0,06 is not printed 0,1. */
export const decimalesDe = ({ key }: Column, rows: readonly Row[]): number =>
  decimalesDeColonne(rows.flatMap((row) => (typeof row[key] === 'number' ? [row[key]] : [])));

/** A share too small or too great for a whole per cent says so: neither none nor all. */
function pourcentCourt(ratio: number): string {
  const shown = Math.round(ratio * 100);
  const sign = ratio > 1e-9 && shown === 0 ? `<${INSECABLE}` : ratio < 1 - 1e-9 && shown === 100 ? `>${INSECABLE}` : '';
  return `${sign}${nombreA(sign.startsWith('<') ? 1 : sign ? 99 : ratio * 100)}${INSECABLE}%`;
}

/** What a cell shows. Units stand in the header; only percentages carry their sign. `decimals`: of a column of format « decimal ». */
export function formatCell(cell: Cell | undefined, format: CellFormat, decimals = 1): string {
  if (cell === null || cell === undefined || cell === '') return DASH;
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non';
  if (typeof cell === 'string') return format === 'date' ? dateCourte(cell) : cell;
  if (!Number.isFinite(cell)) return DASH;
  switch (format) {
    case 'annee':
      return String(cell);
    case 'decimal':
      return nombreA(cell, decimals, true);
    case 'prix':
      return prixFr(cell);
    case 'nombre':
      return nombreFr(cell);
    case 'pourcent':
      return pourcentCourt(cell);
    case 'taux':
      return `${nombreA(cell * 100, 3)}${INSECABLE}%`;
    case 'oui-non':
      return cell ? 'oui' : 'non';
    case 'entier':
    case 'euros':
      return nombreA(cell);
    default:
      return nombreA(cell, 2);
  }
}
