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

export function fieldText(field: Field, paint: Paint): string {
  const facts: [string, string | undefined][] = [
    ['Type', field.type],
    ['Obligatoire', field.required ? 'oui' : 'non'],
    ['Valeurs', field.values.length > 0 ? field.values.join(', ') : undefined],
    [
      'Renvoie à',
      field.reference === undefined ? undefined : `un identifiant de ${field.reference.replace('#', ', champ ')}`,
    ],
    ['Documentaire', field.documentary],
    ['Jugement', field.internal ? 'oui, dans la seule édition interne' : undefined],
    ['Donnée personnelle', field.personal ? 'oui, jamais publiée sans consentement' : undefined],
    [
      'Champs',
      field.fields.length > 0
        ? `${field.fields.join(', ')}${field.fields.some((name) => name.endsWith('*')) ? ' (* obligatoire)' : ''}`
        : undefined,
    ],
    ['Exemple', field.example],
  ];
  return [
    paint.strong(field.path),
    ...(field.description === '' ? [] : [field.description]),
    '',
    ...facts.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} : ${value}`])),
    '',
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
  const names = fields.map(({ path, required }) => `${path.slice(inventory.name.length + 1)}${required ? ' *' : ''}`);
  const width = Math.max(...names.map((name) => name.length));
  return [
    `${paint.strong(inventory.name)} — ${inventory.description}`,
    '',
    ...fields.map(({ description }, index) => `  ${(names[index] ?? '').padEnd(width)}  ${description}`),
    '',
    `* champ obligatoire. « atelier explain ${fields[0]?.path ?? inventory.name} » en dit plus sur un champ.`,
    '',
  ].join('\n');
}
