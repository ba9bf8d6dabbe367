import type { Paint } from '../terminal/colour.js';
import type { Field } from './fields.js';
import type { Notion } from './notions.js';
import type { Inventory } from './schemas.js';

export interface CodeExplanation {
  code: string;
  gravite: 'erreur' | 'attention';
  titre: string;
  explication: string;
  exemple?: string | undefined;
}

const indent = (text: string): string =>
  text
    .split('\n')
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');

export function codeText({ code, gravite, titre, explication, exemple }: CodeExplanation, paint: Paint): string {
  const consequence =
    gravite === 'erreur' ? 'erreur : aucun livrable n’est construit' : 'attention : les livrables se construisent';
  return [
    `${paint.strong(code)} (${consequence})`,
    titre,
    '',
    explication,
    ...(exemple === undefined ? [] : ['', 'Exemple :', indent(exemple)]),
    '',
  ].join('\n');
}

/** Names and what each means, one a line, in two columns. */
function colonnes(lignes: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...lignes.map(([name]) => name.length));
  return lignes.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`.trimEnd());
}

const dernierNom = ({ path, required }: Field): string => `${path.split('.').at(-1)}${required ? ' *' : ''}`;

/** A field; `below` are the fields that it holds, `sens` what each of its words means, where that is known. */
export function fieldText(
  field: Field,
  below: readonly Field[],
  sens: ReadonlyMap<string, string>,
  paint: Paint,
): string {
  const words = field.values.flatMap((value) => (sens.has(value) ? [[value, sens.get(value) ?? ''] as const] : []));
  const facts: [string, string | undefined][] = [
    ['Type', field.type],
    ['Obligatoire', field.required ? 'oui' : 'non'],
    ['Valeurs', field.values.length > words.length ? field.values.join(', ') : undefined],
    [
      'Renvoie à',
      field.reference === undefined ? undefined : `un identifiant de ${field.reference.replace('#', ', champ ')}`,
    ],
    ['Documentaire', field.documentary],
    ['Jugement', field.internal ? 'oui, dans la seule édition interne' : undefined],
    ['Donnée personnelle', field.personal ? 'oui, jamais publiée sans consentement' : undefined],
    ['Exemple', field.example],
  ];
  return [
    paint.strong(field.path),
    ...(field.description === '' ? [] : [field.description]),
    '',
    ...facts.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} : ${value}`])),
    '',
    ...(words.length > 0 ? [...colonnes(words), ''] : []),
    ...(below.length > 0
      ? [
          ...colonnes(below.map((one) => [dernierNom(one), one.description])),
          '',
          `${below.some(({ required }) => required) ? '* champ obligatoire. ' : ''}« atelier explain ${below[0]?.path} » en dit plus sur un champ.`,
          '',
        ]
      : []),
  ].join('\n');
}

export const notionText = ({ id, genre, titre, faits }: Notion, paint: Paint): string =>
  [
    `${paint.strong(id)} (${genre})`,
    titre,
    ...(faits.length > 0 ? [''] : []),
    ...faits.map(([label, text]) => `  ${label} : ${text}`),
    '',
  ].join('\n');

/** An inventory and its fields, one a line, the mandatory ones marked by a star. */
export function inventoryText(inventory: Inventory, fields: readonly Field[], paint: Paint): string {
  return [
    `${paint.strong(inventory.name)} — ${inventory.description}`,
    '',
    ...colonnes(fields.map((one) => [dernierNom(one), one.description])),
    '',
    `* champ obligatoire. « atelier explain ${fields[0]?.path ?? inventory.name} » en dit plus sur un champ.`,
    '',
  ].join('\n');
}
