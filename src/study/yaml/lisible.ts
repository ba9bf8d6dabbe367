/**
 * What can be read of a text that YAML does not read whole. A slip of one entry says nothing of the others: each is read apart, or each field of a file
 * that holds one entry, and those that YAML reads make a value of their own, at the places that they have in the text.
 */
import { itemAt } from '../../lists/at.js';
import type { Shape } from '../shape.js';
import { type ParsedFile, parseYaml } from './parse.js';
import type { SyntaxFault } from './syntax-faults.js';

/** Lines of the text, from the one that begins an entry or a field to the one before the next. */
interface Bloc {
  start: number;
  end: number;
  /** Lines before it. */
  lignes: number;
}

const MARQUE = /^(?:---|\.\.\.)(?:\s|$)/m;
const PREMIERE_LIGNE = /^(?!#|%|---)([ ]*)(?=[^\s#])(- )?.*$/m;

/**
 * Where entries begin, or the fields of the only one, by names that the schema knows: a line that lost its place is then of what stands above, and spoils it
 * alone. None where there is nothing to tell apart.
 */
function blocsDe(text: string, shape: Shape, list: boolean): { blocs: Bloc[]; fiches: boolean } | null {
  const first = PREMIERE_LIGNE.exec(text);
  if (!first) return null;
  const [, indent = '', dash] = first;
  // What follows the mark of another document is not of the first.
  if (MARQUE.test(text.slice(first.index))) return null;
  const known = Object.keys(shape.properties ?? {});
  const fiches = list && dash !== undefined;
  // Of a list whose first dash is lost, nothing says where the first entry ends.
  const perdu = dash === undefined ? list && /^- +\w+:(?:\s|$)/m.test(text) : !fiches;
  if (known.length === 0 || perdu) return null;
  const heads = new RegExp(`^${indent}${fiches ? '- +(?:\\{ *)?' : ''}(${known.join('|')}):(?=\\s|$)`, 'gm');
  const found = Array.from(text.matchAll(heads), ({ index, 1: key = '' }) => ({ index, key }));
  // Entries begin alike: what begins otherwise may be of a list that lost its place.
  const usual = lePlusCourant(found.map(({ key }) => key));
  const starts = found.filter(({ key }) => !fiches || key === usual).map(({ index }) => index);
  let [lignes, counted] = [0, 0];
  const blocs = starts.map((start, rank): Bloc => {
    for (let at = text.indexOf('\n', counted); at >= 0 && at < start; at = text.indexOf('\n', at + 1)) lignes++;
    counted = start;
    return { start, end: starts[rank + 1] ?? text.length, lignes };
  });
  return blocs.length > 0 ? { blocs, fiches } : null;
}

function lePlusCourant(words: readonly string[]): string | undefined {
  const counts = [...new Set(words)].map((word) => ({ word, times: words.filter((other) => other === word).length }));
  return counts.sort((a, b) => b.times - a.times)[0]?.word;
}

/** Lines that become comments: what stands around keeps its place. */
const tue = (text: string): string =>
  text.replace(/^([ \t]*)\S.*$/gm, (line) => `#${' '.repeat(line.replace(/\r$/, '').length - 1)}`);

/** The block that a line (from 1) is in; -1 above the first. */
function rangDe(blocs: readonly Bloc[], ligne: number): number {
  let [low, high] = [-1, blocs.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (itemAt(blocs, middle).lignes < ligne) low = middle;
    else high = middle;
  }
  return low;
}

/** Blocks with a fault that are read again: a file with more has another trouble than a slip of its hand. */
const BEAUCOUP = 200;

const estSyntaxe = ({ code }: SyntaxFault): boolean => code === 'syntaxe-yaml';

/** A value that another stands for, or that stands for another: alone, a block that has one is not what it is in its text. */
const ALIAS = /(?:^|[\s[{,:-])\*[\w-]/m;

/** A field, or an entry between braces, that has its value and that more follows, further right: it lost its own place, under what stands above. */
function egare(source: string): boolean {
  const [, head = '', next = ''] = /^( *(?:- +)?)(?:\{|\w+: *[^\s|>]).*\n\s*?( *)\S/.exec(source) ?? [];
  return next.length > head.length;
}

/** The text of a file, with what can be read of it when not all of it can. */
export function lireCeQuiPeut(text: string, shape: Shape, list: boolean): ParsedFile {
  const whole = parseYaml(text, shape, list);
  const cut = whole.readable || !whole.faults.some(estSyntaxe) ? null : blocsDe(text, shape, list);
  if (!cut) return whole;
  const { blocs, fiches } = cut;
  const dites = whole.faults.filter(estSyntaxe).map(({ plage }) => plage.ligne);
  const enCause = new Set(dites.map((ligne) => rangDe(blocs, ligne)));
  let tried = 0;
  const lus = blocs.map((bloc, rank) => {
    const source = text.slice(bloc.start, bloc.end);
    if (enCause.has(rank) && ++tried > BEAUCOUP) return { ...bloc, source, sain: false, faults: [] };
    const { value, readable, faults } = parseYaml(source, shape, list);
    const sain = readable && (!fiches || (Array.isArray(value) && value.length === 1));
    return { ...bloc, source, sain, faults: readable || ALIAS.test(source) ? [] : faults.filter(estSyntaxe) };
  });
  // What stands above then lacks it.
  for (const [rank, { source, sain }] of lus.entries())
    if (!sain && egare(source)) Object.assign(lus[rank - 1] ?? {}, { sain: false });
  if (lus.every(({ sain }) => !sain)) return whole;
  const reste = text.slice(0, blocs[0]?.start) + lus.map(({ source, sain }) => (sain ? source : tue(source))).join('');
  const lu = parseYaml(reste, shape, list);
  if (!lu.readable) return whole;
  const aliases = ALIAS.test(text);
  return {
    value: lu.value,
    faults: [...fautesDe(whole.faults, lus), ...lu.faults],
    remarks: aliases ? [] : lu.remarks,
    readable: false,
    partial: true,
    places: lu.places,
  };
}

/**
 * The faults of syntax of the text: those that reading it whole found, then those of the blocks where it found none (a quote left open swallowed them). What
 * it found in a block that YAML reads by itself comes of an earlier one, where there is one.
 */
function fautesDe(
  told: readonly SyntaxFault[],
  lus: readonly (Bloc & { sain: boolean; faults: SyntaxFault[] })[],
): SyntaxFault[] {
  const syntax = told.filter(estSyntaxe);
  const premier = lus.findIndex(({ sain, faults }) => !sain && faults.length > 0);
  const kept = syntax.filter((fault) => {
    const rank = rangDe(lus, fault.plage.ligne);
    return !(lus[rank]?.sain && premier >= 0 && premier < rank);
  });
  const dits = new Set(kept.map(({ plage }) => rangDe(lus, plage.ligne)));
  const others = lus.flatMap(({ faults, lignes }, rank) =>
    dits.has(rank)
      ? []
      : faults.map((fault) => ({ ...fault, plage: { ...fault.plage, ligne: fault.plage.ligne + lignes } })),
  );
  return [...kept, ...others];
}
