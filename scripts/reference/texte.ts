/** The reference of the guide, in French: what each deliverable needs, the fields, the messages, the indicators, the tests, the rules. Made from the schemas and the code. */
import { CODES_COHERENCE } from '../../src/analysis/coherence/codes.js';
import { type Notion, notions } from '../../src/cli/explain/notions.js';
import type { CodeInfo } from '../../src/study/codes/code-info.js';
import { CODES } from '../../src/study/codes/codes.js';
import { COLLECTIONS } from '../../src/study/collections.js';
import type { JsonType, Shape } from '../../src/study/shape.js';
import { SHAPES } from '../../src/study/shapes.gen.js';

const TYPES: Readonly<Record<JsonType, string>> = {
  string: 'texte',
  number: 'nombre',
  integer: 'entier',
  boolean: 'oui ou non',
  object: 'champs',
  array: 'liste',
  null: 'rien',
};

const cellule = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
const tableau = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows.map((row) => row.map(cellule))]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

function valeurs({ choices, reference, example }: Shape): string {
  if (choices) return choices.join(', ');
  if (reference) return `renvoie à ${reference.replace('#', ', champ ')}`;
  return example === undefined ? '' : `exemple : ${example}`;
}

/** One row a field, those of lists and of records below it. */
function champs(shape: Shape, prefix: string): string[][] {
  return Object.entries(shape.properties ?? {}).flatMap(([key, child]) => {
    const { items, types = [] } = child;
    const path = `${prefix}${key}`;
    const type = child.date ? 'date' : types.map((one) => TYPES[one]).join(' ou ');
    const row = [
      `\`${path}\``,
      type,
      shape.required?.includes(key) ? 'oui' : '',
      valeurs(items && !items.properties ? items : child),
      [child.description, child.documentary && `*Documentaire : ${child.documentary}*`].filter(Boolean).join(' '),
    ];
    const range = child.properties?.mode && child.properties.min;
    const below = range ? [] : [...champs(child, `${path}.`), ...(items ? champs(items, `${path}[].`) : [])];
    return [row, ...below];
  });
}

const codes = (all: Readonly<Record<string, CodeInfo>>): string =>
  tableau(
    ['code', 'gravité', 'ce qu’il dit', 'comment y répondre'],
    Object.entries(all).map(([code, { gravite, titre, explication }]) => [`\`${code}\``, gravite, titre, explication]),
  );

function notionsTable(all: readonly Notion[], genre: RegExp, labels: readonly string[]): string {
  const own = all.filter((one) => genre.test(one.genre));
  return tableau(
    ['nom', 'ce que c’est', ...labels.map((label) => label.toLowerCase())],
    own.map(({ id, titre, faits }) => {
      const facts = new Map(faits);
      return [`\`${id}\``, titre, ...labels.map((label) => facts.get(label) ?? '')];
    }),
  );
}

export async function texteDeReference(): Promise<string> {
  const all = notions();
  const inventaires = COLLECTIONS.map(({ nom, liste }) => {
    const shape = SHAPES[nom] ?? {};
    return [
      `### ${nom}`,
      '',
      `${shape.description ?? ''}${liste ? ' Le fichier en est une liste ; un dossier de ce nom en tient plusieurs.' : ''}`.trim(),
      '',
      tableau(['champ', 'type', 'obligatoire', 'valeurs', 'sens'], champs(shape, '')),
      '',
    ].join('\n');
  });
  return [
    '# Référence',
    '',
    'Page faite par `npm run reference`, à partir des schémas et du code : elle ne se corrige pas à la main. `atelier explain NOM` en dit autant dans le terminal.',
    '',
    '## Pour construire un livrable, il faut',
    '',
    notionsTable(all, /^livrable/, ['Il faut', 'Il lit']),
    '',
    '## Les indicateurs d’un scénario',
    '',
    'Un critère se mesure par l’un d’eux (`mesure.indicateur`). `atelier explain scenarios.ID.NOM` montre le calcul, chaque entrée avec son fichier et sa ligne.',
    '',
    notionsTable(all, /^indicateur/, ['Unité', 'Bornes']),
    '',
    '## Les tests de viabilité',
    '',
    'Le seuil écrit ici est celui qui vaut sans réglage.',
    '',
    notionsTable(all, /^test/, ['Seuil', 'Réglage']),
    '',
    '## Les règles qui mesurent une exigence du contrat',
    '',
    'Ce que chacune veut pour dire la réponse complète ; en deçà elle est partielle, et manquante quand rien n’est là. Quand tout est là mais sur des fiches illustratives, elle est « complète, sur données d’exemple ».',
    '',
    notionsTable(all, /^règle/, []),
    '',
    '## Les messages',
    '',
    '### Fautes et remarques sur les fichiers et les textes',
    '',
    codes(CODES),
    '',
    '### Ce qui se contredit',
    '',
    codes(CODES_COHERENCE),
    '',
    '## Les champs de chaque inventaire',
    '',
    '`a.b` est un champ de `a` ; `a[].b`, un champ de chaque élément de la liste `a`. Un champ documentaire n’entre dans aucun calcul ni dans aucune page : la feuille « Précisions » des classeurs le montre, et la raison en est donnée.',
    '',
    ...inventaires,
  ].join('\n');
}
