/** The numbers that a sentence may state: those of the study, and those that its figures and analyses come to. */

import { calculsDe } from '../../analysis/chiffres/calcules.js';
import type { Chiffres } from '../../analysis/chiffres/index.js';
import { ecartsDe } from '../../analysis/coherence/ecrits/ecarts.js';
import { once } from '../../analysis/une-fois.js';
import type { Study } from '../../study/study.js';
import { nombresEcrits } from '../../texte/nombres-ecrits.js';
import type { NombreTape } from './nombres.js';
import { demiDernierChiffre } from './rapports.js';

const PROCHE = 1e-9;

/** The sums of the amounts and of the minutes that the study lists: what was spent, what was received, how long a meeting is. */
function sommesDe(value: unknown, into: number[] = []): number[] {
  if (typeof value !== 'object' || value === null) return into;
  for (const key of Array.isArray(value) ? ['montant', 'minutes'] : []) {
    const amounts = (value as unknown[]).flatMap((one) => {
      const amount: unknown = typeof one === 'object' && one !== null ? Reflect.get(one, key) : null;
      return typeof amount === 'number' ? [amount] : [];
    });
    if (amounts.length > 1) into.push(amounts.reduce((sum, one) => sum + one, 0));
  }
  for (const item of Object.values(value)) sommesDe(item, into);
  return into;
}

/** Every number of the study: what a sentence may state without computing it. */
export function nombresDe(value: unknown, into = new Set<number>()): Set<number> {
  if (typeof value === 'number') into.add(value).add(Math.abs(value));
  else if (typeof value === 'string') {
    for (const found of value.match(/\d+(?:[.,]\d+)?/g) ?? []) into.add(Number(found.replace(',', '.')));
    for (const { valeur } of /\d[ \u00a0\u202f]\d{3}/.test(value) ? nombresEcrits(value) : []) into.add(valeur);
  } else if (typeof value === 'object' && value !== null)
    for (const item of Object.values(value)) nombresDe(item, into);
  return into;
}

/** Whether two numbers are one. */
export const egal = (a: number, b: number): boolean => Math.abs(a - b) <= PROCHE * Math.max(1, Math.abs(a));

function contient(connus: ReadonlySet<number>, value: number): boolean {
  if (connus.has(value)) return true;
  for (const one of connus) if (egal(one, value)) return true;
  return false;
}

/** The value as a sentence may round it: to the unit, the ten, the hundred, the thousand. */
const arrondis = (value: number): number[] => [
  value,
  ...[1, 10, 100, 1000].map((step) => Math.round(value / step) * step),
];

/** Whether the study holds a number; else whether a computed figure is worth it, as a sentence may round it; else whether any calculation comes to it. */
export function nombresConnus(study: Study, chiffres: Chiffres, date: string): (tape: NombreTape) => boolean {
  const ecrits = once(
    () => new Set([...nombresDe(study), ...sommesDe(study), ...ecartsDe([study.projets, study.mode_operatoire])]),
  );
  const calcules = once(
    () =>
      new Set(
        chiffres
          .values()
          .flatMap(({ valeur, unite }) =>
            typeof valeur === 'number'
              ? [...arrondis(valeur), ...(unite === 'part' ? [Math.round(valeur * 100) / 100] : [])]
              : [],
          ),
      ),
  );
  const atteint = once(() => calculsDe(study, date));
  return ({ valeur, texte, pourcent, mot, suite }) => {
    if (
      [valeur, ...(pourcent ? [valeur * 100] : [])].some((one) => contient(ecrits(), one) || contient(calcules(), one))
    )
      return true;
    const pres = demiDernierChiffre(texte) + PROCHE;
    // « 95 chances sur 100 », « 61 points »: a share, or a value from 0 to 1.
    const part = pourcent || /^points?$/.test(mot ?? '') || /^\s*sur (?:100|cent)(?!\d)/.test(suite);
    return (
      atteint()(valeur, pourcent ? pres / 100 : pres) ||
      (part && atteint()(pourcent ? valeur * 100 : valeur / 100, pourcent ? pres : pres / 100))
    );
  };
}
