/** A formula as the text that a spreadsheet computes. */
import { adresseFixe } from '../../lists/letters.js';
import type { Cle, Condition, Formule } from './formule.js';

/** Rows and columns from 1. */
export interface Place {
  feuille: string;
  ligne: number;
  colonne: number;
}

export interface Disposition {
  /** Sheet in which the formula stands: its own cells are named without it. */
  feuille: string;
  /** Where a cell was laid; undefined for one that has no place. */
  place: (cle: Cle) => Place | undefined;
  /** What stands for a cell without place: its own formula, or its value. */
  contenu: (cle: Cle) => Formule;
}

const chaine = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const decimal = (value: number): string => (value < 0 ? `(${value})` : String(value)).replace('e', 'E');

/** Neighbouring cells, in one column or in one row. */
interface Plage {
  first: Place;
  last: Place;
}

/** The cells of a list as the fewest ranges, and what has no place in a sheet. */
function enPlages(list: readonly Formule[], place: Disposition['place']): { plages: Plage[]; autres: Formule[] } {
  const plages: Plage[] = [];
  const autres: Formule[] = [];
  for (const f of list) {
    const here = f.op === 'cellule' ? place(f.cle) : undefined;
    const run = plages.at(-1);
    if (!here) autres.push(f);
    else if (run && follows(run, here)) run.last = here;
    else plages.push({ first: here, last: here });
  }
  return { plages, autres };
}

/** Whether a cell comes right below or right after a run, in one column or in one row. */
function follows({ first, last }: Plage, next: Place): boolean {
  if (next.feuille !== last.feuille) return false;
  const below = next.colonne === last.colonne && next.ligne === last.ligne + 1 && first.colonne === last.colonne;
  const right = next.ligne === last.ligne && next.colonne === last.colonne + 1 && first.ligne === last.ligne;
  return below || right;
}

export function excel(formule: Formule, disposition: Disposition): string {
  const { place, contenu, feuille } = disposition;
  const prefix = (sheet: string): string => (sheet === feuille ? '' : `'${sheet.replaceAll("'", "''")}'!`);

  const range = ({ first, last }: Plage): string => {
    const start = prefix(first.feuille) + adresseFixe(first.ligne, first.colonne);
    return first.ligne === last.ligne && first.colonne === last.colonne
      ? start
      : `${start}:${adresseFixe(last.ligne, last.colonne)}`;
  };
  const arguments_ = (list: readonly Formule[]): string[] => {
    const { plages, autres } = enPlages(list, place);
    return [...plages.map(range), ...autres.map(text)];
  };
  const call = (name: string, list: readonly Formule[], empty: string): string =>
    list.length === 0 ? empty : `${name}(${arguments_(list).join(',')})`;
  const inside = (f: Formule): string =>
    f.op === 'plus' || f.op === 'fois' || f.op === 'moins' || f.op === 'puissance' || f.op === 'joint'
      ? `(${text(f)})`
      : text(f);
  const joined = (list: readonly Formule[], sign: string, empty: string): string =>
    list.length === 0 ? empty : list.map(inside).join(sign);

  function test(c: Condition): string {
    if ('termes' in c) return `${c.op === 'et' ? 'AND' : 'OR'}(${c.termes.map(test).join(',')})`;
    return c.op === 'vide' ? `ISBLANK(${text(c.a)})` : `${inside(c.a)}${c.op}${inside(c.b)}`;
  }

  function text(f: Formule): string {
    switch (f.op) {
      case 'nombre':
        return decimal(f.valeur);
      case 'texte':
        return chaine(f.valeur);
      case 'cellule': {
        const here = place(f.cle);
        return here ? prefix(here.feuille) + adresseFixe(here.ligne, here.colonne) : `(${text(contenu(f.cle))})`;
      }
      case 'plus':
        return joined(f.termes, '+', '0');
      case 'fois':
        return joined(f.termes, '*', '1');
      case 'joint':
        return joined(f.termes, '&', '""');
      case 'moins':
        return `${inside(f.a)}-${inside(f.b)}`;
      case 'puissance':
        return `${inside(f.a)}^${inside(f.b)}`;
      case 'divise': {
        const quotient = `${inside(f.a)}/${inside(f.b)}`;
        return f.b.op === 'nombre' && f.b.valeur !== 0
          ? `(${quotient})`
          : `IF(${inside(f.b)}=0,${text(f.sinon)},${quotient})`;
      }
      case 'somme':
        return call('SUM', f.liste, '0');
      case 'min':
        return call('MIN', f.liste, '0');
      case 'max':
        return call('MAX', f.liste, '0');
      case 'moyenne': {
        const list = arguments_(f.liste).join(',');
        return list === '' ? '0' : `IF(COUNT(${list})=0,0,AVERAGE(${list}))`;
      }
      case 'sommeProduits': {
        const [a, b] = [arguments_(f.a), arguments_(f.b)];
        if (f.a.length === 0) return '0';
        // Ranges of one shape multiply whole; else term by term.
        return a.length === 1 && b.length === 1 && f.a.length > 1
          ? `SUMPRODUCT(${a[0]},${b[0]})`
          : `(${f.a.map((x, i) => `${inside(x)}*${inside(f.b[i] ?? x)}`).join('+')})`;
      }
      case 'si':
        return `IF(${test(f.condition)},${text(f.alors)},${text(f.sinon)})`;
      case 'indice': {
        const list = arguments_(f.liste);
        return list.length === 1 && f.liste.length > 1
          ? `INDEX(${list[0]},${text(f.rang)})`
          : `CHOOSE(${text(f.rang)},${f.liste.map(text).join(',')})`;
      }
      case 'entier':
        return `INT(${text(f.a)})`;
      case 'exp':
        return `EXP(${text(f.a)})`;
      case 'nombreOu':
        return `IF(ISNUMBER(${text(f.a)}),${text(f.a)},${text(f.sinon)})`;
    }
  }
  return text(formule);
}
