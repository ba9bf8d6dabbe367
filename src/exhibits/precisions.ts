/** What the entries say beside what is computed and printed: every documentary field (`x-documentaire` of the schemas), one row each. */

import { collectionNamed } from '../study/collections.js';
import { isRecord } from '../study/record.js';
import type { Shape } from '../study/shape.js';
import { SHAPES } from '../study/shapes.gen.js';
import type { Study } from '../study/study.js';
import { majuscule } from '../texte/accords.js';
import { dateCourte, posterieur } from '../texte/dates.js';
import { nombreFr } from '../texte/nombres.js';
import { col, tableDe } from './colonnes.js';
import type { Exhibits, TableExhibit } from './types.js';

/** Of which inventories (names of files), at which date (ISO), for which edition. */
export interface Demande {
  date: string;
  inventaires: readonly string[];
  interne?: boolean | undefined;
}

interface Precision {
  inventaire: string;
  fiche: string | null;
  precision: string;
  valeur: string;
}

const NOMS = ['nom', 'titre', 'libelle'] as const;

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const labelOf = (value: Record<string, unknown>): string | undefined =>
  NOMS.map((key) => textOf(value[key])).find((text) => text !== undefined);

/** What an id stands for: `acteurs`, `etude.modalites`, `territoire.communes#code`; the id itself when nothing bears it. */
function nomme(study: Study, reference: string, id: string): string {
  const [path = '', key = 'id'] = reference.split('#');
  const [name = '', field] = path.split('.');
  const collection = collectionNamed(name);
  const whole: unknown = collection && study[collection.cle];
  const list = field === undefined ? whole : isRecord(whole) ? whole[field] : undefined;
  const found = Array.isArray(list) ? list.filter(isRecord).find((one) => one[key] === id) : undefined;
  return (found && labelOf(found)) ?? id;
}

/** The value in words: one line an item of a list, the fields of a record after one another. */
function enClair(study: Study, value: unknown, shape: Shape): string {
  if (typeof value === 'string')
    return shape.reference ? nomme(study, shape.reference, value) : shape.date ? dateCourte(value) : value;
  if (typeof value === 'number') return nombreFr(value);
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (Array.isArray(value)) return value.map((item) => enClair(study, item, shape.items ?? {})).join('\n');
  if (!isRecord(value)) return '';
  const texts = Object.entries(value).flatMap(([key, item]) => {
    if (typeof item === 'boolean') return [];
    const known = shape.properties?.[key];
    const text = enClair(study, item, known ?? shape.values ?? {}).replaceAll('\n', ', ');
    return known ? text : `${key}\u00a0: ${text}`;
  });
  return texts.join(texts.length === 2 ? '\u00a0: ' : '\u00a0; ');
}

/** « Un acteur » without its article. */
const titreDe = (fiche: string): string => majuscule(fiche.replace(/^(?:une?|les?|la) |^l['’]/, ''));

/** The description up to its first remark. */
const precisionDe = ({ description = '' }: Shape): string =>
  description
    .replace(/ \(.*|[.,;:].*/s, '')
    .replaceAll("'", '’')
    .trimEnd();

/**
 * The documentary fields of `inventaires` (names of files). What is dated after `date` is left out, as are the inventories that the study keeps
 * internal unless `interne`.
 */
export function precisions(study: Study, { date, inventaires, interne = false }: Demande): TableExhibit {
  const rows: Precision[] = [];
  const visit = (value: unknown, shape: Shape, inventaire: string, names: readonly string[]): void => {
    if (Array.isArray(value)) {
      for (const item of value)
        if (!(isRecord(item) && posterieur(textOf(item.date), date)))
          visit(item, shape.items ?? {}, inventaire, nommes(item, shape.items ?? {}, names));
      return;
    }
    if (!isRecord(value)) return;
    for (const [key, item] of Object.entries(value)) {
      const child = shape.properties?.[key] ?? shape.values;
      if (!child) continue;
      if (child.documentary === undefined) visit(item, child, inventaire, names);
      else {
        const known = Array.isArray(item)
          ? item.filter((one) => !(isRecord(one) && posterieur(textOf(one.date), date)))
          : item;
        const valeur = enClair(study, known, child);
        if (valeur !== '')
          rows.push({ inventaire, fiche: names.join(', ') || null, precision: precisionDe(child), valeur });
      }
    }
  };
  const nommes = (item: unknown, shape: Shape, names: readonly string[]): readonly string[] => {
    if (!isRecord(item)) return names;
    const [first] = Object.keys(shape.properties ?? {}).filter(
      (key) => key !== 'id' && textOf(item[key]) !== undefined,
    );
    const own = labelOf(item) ?? (first && enClair(study, item[first], shape.properties?.[first] ?? {}));
    return own ? [...names, own] : names;
  };
  const internes = new Set<string>(interne ? [] : (study.etude.inventaires_internes ?? []));
  for (const nom of inventaires) {
    const [collection, shape] = [collectionNamed(nom), SHAPES[nom]];
    if (!collection || !shape || internes.has(nom)) continue;
    const value: unknown = study[collection.cle];
    visit(value, collection.liste ? { items: shape } : shape, titreDe(collection.fiche), []);
  }
  return tableDe(rows, {
    name: 'precisions',
    title: 'Précisions des fiches qui n’entrent dans aucun calcul',
    sheet: 'Précisions',
    headerColumns: 2,
    columns: [
      col('inventaire', 'Inventaire', (one) => one.inventaire, 'texte', 1.2),
      col('fiche', 'Fiche', (one) => one.fiche, 'texte', 2.4),
      col('precision', 'Précision', (one) => one.precision, 'texte', 2),
      col('valeur', 'Ce qui est écrit', (one) => one.valeur, 'texte', 4),
    ],
    source: 'Source : fiches de l’étude.',
    empty: 'Aucune précision de ce genre n’est écrite.',
  });
}

/** The exhibits of a workbook, and the documentary fields of its inventories when there are any. */
export function avecPrecisions(exhibits: Exhibits, study: Study, demande: Demande): Exhibits {
  const own = precisions(study, demande);
  return own.rows.length === 0 ? exhibits : new Map([...exhibits, [own.name, own]]);
}
