/** Which of many faults are told on a terminal: the first of each kind, errors before warnings. What tools read has them all. */
import type { Diagnostic } from '../../study/diagnostic.js';
import { compte } from '../../texte/accords.js';
import { nombreFr } from '../../texte/nombres.js';

/** Faults that are all told, whatever they are. */
const FEW = 200;
/** Faults told of one kind in one file, beyond. */
const OF_A_KIND = 10;
/** Faults told in all. */
const MOST = 500;

export interface Shown {
  diagnostics: Diagnostic[];
  /** What is said of the others: a line a kind and a file. */
  others: string[];
}

const kindOf = ({ fichier, code, gravite }: Diagnostic): string => `${fichier}\n${code}\n${gravite}`;

export function shownOf(all: readonly Diagnostic[]): Shown {
  if (all.length <= FEW) return { diagnostics: [...all], others: [] };
  const kinds = new Map<string, Diagnostic[]>();
  for (const one of all) {
    const same = kinds.get(kindOf(one));
    if (same) same.push(one);
    else kinds.set(kindOf(one), [one]);
  }
  const first = [...kinds.values()].flatMap((same) => same.slice(0, OF_A_KIND));
  const errors = first.filter(({ gravite }) => gravite === 'erreur');
  const warnings = first.filter(({ gravite }) => gravite !== 'erreur');
  const kept = new Set([...errors, ...warnings].slice(0, MOST));
  const lines = [...kinds.values()].flatMap((same) => {
    const left = same.filter((one) => !kept.has(one));
    const last = left.at(-1);
    if (last === undefined) return [];
    const what = compte(left.length, last.gravite === 'erreur' ? 'autre erreur' : 'autre avertissement');
    return [`… et ${what} « ${last.code} » dans ${last.fichier}, jusqu’à la ligne ${nombreFr(last.plage.ligne)}.`];
  });
  const told = lines.slice(0, MOST);
  const more =
    lines.length > told.length ? [`… et d’autres encore dans ${compte(lines.length - told.length, 'cas')}.`] : [];
  return {
    diagnostics: all.filter((one) => kept.has(one)),
    others: [...told, ...more, '« atelier check --verbose » les montre toutes ; « --format json » aussi.'],
  };
}
