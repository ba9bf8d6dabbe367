/** Mutations of the values of a file: they mostly stay YAML, and often a study. */

import type { Random } from '../../src/analysis/incertitude/random.js';
import { isRecord } from '../../src/study/record.js';
import type { Shape } from '../../src/study/shape.js';
import { indexBelow, oneOf } from './draw.js';
import { type ValueContext, valueFor } from './legal-values.js';
import { ODD_CHARACTERS } from './text-mutations.js';

type Fields = Record<string, unknown>;

/** A place in the values of a file: what holds it, under which key, and what the schema says of it. */
interface Site {
  holder: Fields | unknown[];
  key: string | number;
  value: unknown;
  shape: Shape | undefined;
}

/** Changes the values in place. */
export type ValueMutation = (sites: readonly Site[], random: Random, context: ValueContext) => void;

/** Every place below a value, the whole first. */
export function sitesOf(holder: Fields | unknown[], key: string | number, shape: Shape | undefined): Site[] {
  const value = (holder as Fields)[key];
  const site = { holder, key, value, shape };
  if (Array.isArray(value)) return [site, ...value.flatMap((_, i) => sitesOf(value, i, shape?.items))];
  // What `!!binary` holds has bytes that nothing takes out.
  if (!isRecord(value) || value instanceof Uint8Array) return [site];
  return [
    site,
    ...Object.keys(value).flatMap((name) => sitesOf(value, name, shape?.properties?.[name] ?? shape?.values)),
  ];
}

/** Ids under which anything may be named. */
export const idsOf = (sites: readonly Site[]): string[] =>
  sites.flatMap(({ key, value }) =>
    ['id', 'code', 'siren'].includes(String(key)) && typeof value === 'string' ? [value] : [],
  );

const put = ({ holder, key }: Site, value: unknown): void => {
  // Defined, not assigned: a key may be `__proto__`.
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
};

const NUMBERS = [
  0,
  -0,
  1,
  2,
  -1,
  0.5,
  1e-9,
  0.1 + 0.2,
  99,
  100,
  101,
  366,
  9999,
  1e6,
  1e9,
  2 ** 31,
  2 ** 53,
  1e21,
  1e100,
  1e307,
  1.7e308,
  -1e9,
];
const DATES = [
  '1899-12-31',
  '1900-02-29',
  '2000-02-29',
  '2019-02-29',
  '2020-02-29',
  '2020-02-30',
  '2020-12-31',
  '0001-01-01',
  '9999-12-31',
  '10000-01-01',
  '2020',
  '2020-02',
  '2020-13',
  '2020-00-10',
  '02/03/2020',
  '2020-3-1',
  '2020-W05',
  '2020-01-01T00:00',
  'hier',
  '2020-01/2020-06',
];
const TEXTS = [
  '',
  ' ',
  '\u00a0',
  '-',
  '0',
  '=1+1',
  '+33',
  '@x',
  'Les "Amis"',
  "L'an",
  'Parc")+HYPERLINK("http://x.fr","y',
  '<b>gras</b>',
  '{{titre}}',
  '{{#if x}}',
  '**gras**',
  '_',
  '# Titre',
  '| a | b |',
  '::: retenir',
  '[lien](javascript:alert(1))',
  '![x](y)',
  '&amp;',
  '\u000b',
  'a\nb',
  'a\n\nb',
  'a\n\n# b\n\n- c\n',
  '1. un',
  '- un',
  '/',
  '..',
  '../../x',
  'con',
  'x'.repeat(60),
  'x'.repeat(300),
  'mot '.repeat(200),
  'é'.repeat(70),
  'https://exemple.fr',
  'javascript:x',
  'x@exemple.fr',
  '06 12 34 56 78',
  'toString',
  '__proto__',
];

const where =
  (keep: (site: Site) => boolean, change: (site: Site, random: Random, context: ValueContext) => void): ValueMutation =>
  (sites, random, context) => {
    const found = sites.filter(keep);
    if (found.length > 0) change(oneOf(random, found), random, context);
  };

const isList = ({ value }: Site): boolean => Array.isArray(value);
const isText = ({ value }: Site): boolean => typeof value === 'string';
const inFields = ({ holder }: Site): boolean => !Array.isArray(holder);
const listOf = ({ value }: Site): unknown[] => value as unknown[];

const remove = ({ holder, key }: Site): void => {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
};

export const VALUE_MUTATIONS: Readonly<Record<string, ValueMutation>> = {
  'clé ôtée': where(inFields, remove),
  'élément ôté': where((site) => !inFields(site), remove),
  'clé renommée': where(inFields, (site, random) => {
    const name = String(site.key);
    const at = indexBelow(random, name.length);
    remove(site);
    put(
      {
        ...site,
        key: oneOf(random, [name.slice(0, at) + name.slice(at + 1), `${name}s`, name.toUpperCase(), '__proto__', '']),
      },
      site.value,
    );
  }),
  'liste vidée': where(isList, (site) => put(site, [])),
  'élément doublé': where(isList, (site, random) => {
    if (listOf(site).length > 0) put(site, [...listOf(site), structuredClone(oneOf(random, listOf(site)))]);
  }),
  'éléments multipliés': where(isList, (site, random) => {
    const times = oneOf(random, [3, 10, 40]);
    const list = listOf(site).flatMap((element, i) =>
      Array.from({ length: times }, (_, n) =>
        isRecord(element) && typeof element.id === 'string' && n > 0
          ? { ...element, id: `${element.id}-${i}-${n}` }
          : element,
      ),
    );
    if (list.length <= 400) put(site, list);
  }),
  'ordre inversé': where(isList, (site) => put(site, [...listOf(site)].reverse())),
  'type changé': where(
    () => true,
    (site, random) =>
      put(
        site,
        oneOf(random, [
          null,
          true,
          0,
          'x',
          [],
          {},
          [site.value],
          { id: site.value },
          typeof site.value === 'object' ? 'x' : String(site.value),
          [[]],
          [null],
        ]),
      ),
  ),
  'nombre extrême': where(
    ({ value }) => typeof value === 'number',
    (site, random) => put(site, oneOf(random, NUMBERS)),
  ),
  'nombre voisin': where(
    ({ value }) => typeof value === 'number',
    (site, random) => {
      const value = Number(site.value);
      put(
        site,
        oneOf(random, [
          0,
          value + 1,
          value - 1,
          -value,
          value * 10,
          value / 10,
          value / 3,
          value * 1000,
          Math.round(value),
        ]),
      );
    },
  ),
  'date étrange': where(
    (site) => site.shape?.date === true || (isText(site) && /^\d{4}/.test(String(site.value))),
    (site, random) => put(site, oneOf(random, DATES)),
  ),
  'texte étrange': where(isText, (site, random) => put(site, oneOf(random, TEXTS))),
  'signe étrange': where(isText, (site, random) => {
    const text = String(site.value);
    const at = indexBelow(random, text.length + 1);
    put(site, text.slice(0, at) + oneOf(random, ODD_CHARACTERS) + text.slice(at));
  }),
  'renvoi ailleurs': where(
    ({ shape }) => shape?.reference !== undefined,
    (site, random, { ids }) => put(site, ids.length > 0 ? oneOf(random, ids) : 'absent'),
  ),
  'identifiant changé': where(
    ({ key }) => key === 'id',
    (site, random, { ids }) =>
      put(site, oneOf(random, ['x', 'X', '1', 'a'.repeat(300), 'tout', 'constructor', ...ids])),
  ),
  'autre mot de la liste': where(
    ({ shape }) => (shape?.choices?.length ?? 0) > 1,
    (site, random) => put(site, oneOf(random, site.shape?.choices ?? [])),
  ),
  'valeur refaite': where(
    ({ shape }) => shape !== undefined,
    (site, random, context) => put(site, valueFor(site.shape, random, context)),
  ),
  'champ ajouté': where(
    (site) => isRecord(site.value) && site.shape?.properties !== undefined,
    (site, random, context) => {
      const absent = Object.entries(site.shape?.properties ?? {}).filter(([name]) => !(name in (site.value as Fields)));
      if (absent.length === 0) return;
      const [name, shape] = oneOf(random, absent);
      put({ ...site, holder: site.value as Fields, key: name }, valueFor(shape, random, context));
    },
  ),
  'échange de deux valeurs': (sites, random) => {
    if (sites.length < 2) return;
    const [one, other] = [oneOf(random, sites), oneOf(random, sites)];
    put(one, structuredClone(other.value));
  },
};
