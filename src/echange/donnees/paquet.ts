/**
 * The data of a study as an open package: CSV files, their description (Frictionless Data Package v1, Table Schema), a dictionary and a receipt in French.
 * Specifications: https://specs.frictionlessdata.io/data-package/ and /table-schema/.
 */

import { sha256 } from '../../build/inputs/fingerprint.js';
import { itemAt } from '../../lists/at.js';
import { publique } from '../../study/internal.js';
import { masquer } from '../../study/masque.js';
import { enInterne, partiesEnPhrase } from '../../study/parties.js';
import { withoutPersonalData } from '../../study/personal.js';
import type { Study } from '../../study/study.js';
import { compte } from '../../texte/accords.js';
import { dateEnLettres } from '../../texte/dates.js';
import { nombreFr } from '../../texte/nombres.js';
import { protegee } from '../csv.js';
import { libelleDe } from '../titres/libelles.js';
import { CHEMIN_CONTOURS, type ContoursRemis, contoursRemis, PROPRIETES_CONTOURS } from './contours.js';
import { type Colonne, type Table, tablesDe, type Valeur } from './tables.js';

export interface Fichier {
  name: string;
  bytes: Uint8Array;
}

export interface Paquet {
  fichiers: Fichier[];
  tables: number;
  lignes: number;
}

const octets = (text: string): Uint8Array => new TextEncoder().encode(text);

function cellule(value: Valeur | undefined, liste: boolean): string {
  if (value === null || value === undefined) return '';
  const plain = typeof value === 'string' ? masquer(value) : String(value);
  const text = typeof value === 'string' && !liste ? protegee(plain) : plain;
  return /[",\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const enCsv = ({ colonnes, lignes }: Table): string =>
  `${[
    colonnes.map(({ nom }) => nom).join(','),
    ...lignes.map((ligne) => colonnes.map(({ nom, liste }) => cellule(ligne.get(nom), liste)).join(',')),
  ].join('\r\n')}\r\n`;

type TypeChamp = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'any';

/** The type of the schema, unless values of several are there. */
function typeDe({ nom, shape, liste }: Colonne, { lignes }: Table): TypeChamp {
  if (liste) return 'array';
  const values = lignes.flatMap((ligne) => ligne.get(nom) ?? []);
  const seen = new Set(values.map((value) => typeof value));
  const [only] = seen;
  if (seen.size !== 1) return shape.types?.includes('string') ? 'string' : 'any';
  if (only === 'number') return values.every((value) => Number.isInteger(value)) ? 'integer' : 'number';
  return only === 'boolean' ? 'boolean' : 'string';
}

const MOTS: Readonly<Record<TypeChamp, string>> = {
  string: 'texte',
  number: 'nombre',
  integer: 'nombre entier',
  boolean: 'vrai ou faux',
  array: 'liste de mots (JSON)',
  any: 'nombre ou texte',
};

const titreDe = ({ nom }: Colonne): string => libelleDe(nom.split('.'));

function champDe(colonne: Colonne, table: Table): object {
  const { nom, shape, cle, obligatoire } = colonne;
  const type = typeDe(colonne, table);
  const constraints = {
    ...(obligatoire || cle ? { required: true } : {}),
    ...(shape.choices && type === 'string' ? { enum: shape.choices } : {}),
    ...(shape.date && type === 'string' ? { pattern: '[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?' } : {}),
  };
  return {
    name: nom,
    title: titreDe(colonne),
    ...(shape.description ? { description: shape.description } : {}),
    type,
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}

function ressourceDe(table: Table, tables: readonly Table[], { name, bytes }: Fichier): object {
  const keys = table.colonnes.filter(({ cle }) => cle).map(({ nom }) => nom);
  const foreign = table.colonnes.flatMap(({ nom, renvoi }) => {
    const target = tables.find((one) => one.nom === renvoi?.table);
    if (!renvoi || !target?.colonnes.some((one) => one.nom === renvoi.colonne)) return [];
    return [{ fields: nom, reference: { resource: target === table ? '' : target.nom, fields: renvoi.colonne } }];
  });
  return {
    profile: 'tabular-data-resource',
    name: table.nom,
    path: name,
    title: table.nom,
    description: table.description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: bytes.length,
    hash: `sha256:${sha256(bytes)}`,
    schema: {
      fields: table.colonnes.map((colonne) => champDe(colonne, table)),
      ...(keys.length > 0 ? { primaryKey: keys } : {}),
      ...(foreign.length > 0 ? { foreignKeys: foreign } : {}),
      missingValues: [''],
    },
  };
}

const DESCRIPTION_CONTOURS = 'Contours des communes tels que l’étude les dessine, en longitude et latitude (WGS 84).';

function ressourceContours({ source }: ContoursRemis, { name, bytes }: Fichier): object {
  return {
    profile: 'data-resource',
    name: 'contours_communes',
    path: name,
    title: 'contours_communes',
    description: DESCRIPTION_CONTOURS,
    format: 'geojson',
    mediatype: 'application/geo+json',
    encoding: 'utf-8',
    bytes: bytes.length,
    hash: `sha256:${sha256(bytes)}`,
    ...(source ? { sources: [{ title: source.titre, ...(source.url ? { path: source.url } : {}) }] } : {}),
  };
}

/** Where the contours come from, and what may be done with them: their licence is their owner's, not the study's. */
const origineContours = ({ source }: ContoursRemis): string =>
  source
    ? `Source : ${[source.titre, source.auteur, source.date].filter(Boolean).join(', ')}. ${source.licence ? `Licence : ${source.licence}.` : 'Sa licence n’est pas écrite dans l’étude : à vérifier avant de rediffuser.'}`
    : 'Leur source n’est pas écrite dans l’étude (« contours_source » de territoire.yaml) : à vérifier avant de rediffuser.';

const dictionnaireContours = (contours: ContoursRemis): string =>
  [
    '## contours_communes',
    '',
    `${DESCRIPTION_CONTOURS} GeoJSON (RFC 7946), ${compte(contours.nombre, 'contour')}. ${origineContours(contours)}`,
    '',
    '| propriété | libellé | type | sens |',
    '| --- | --- | --- | --- |',
    ...PROPRIETES_CONTOURS.map(({ nom, titre, sens }) => `| ${nom} | ${titre} | texte | ${sens} |`),
    '',
  ].join('\n');

function dictionnaire(tables: readonly Table[], contours: ContoursRemis | null): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  const parts = tables.map((table) => {
    const rows = table.colonnes.map((colonne) => {
      const { nom, shape, cle, obligatoire, renvoi } = colonne;
      const words = [
        shape.description ?? '',
        shape.choices ? `Valeurs : ${shape.choices.join(', ')}.` : '',
        renvoi ? `Renvoie à ${renvoi.table}.${renvoi.colonne}.` : '',
      ].filter(Boolean);
      return `| ${nom} | ${titreDe(colonne)} | ${MOTS[typeDe(colonne, table)]} | ${cle ? 'clé' : obligatoire ? 'oui' : ''} | ${cell(words.join(' '))} |`;
    });
    return [
      `## ${table.nom}`,
      '',
      `${table.description} ${compte(table.lignes.length, 'ligne')}.`,
      '',
      '| colonne | libellé | type | obligatoire | sens |',
      '| --- | --- | --- | --- | --- |',
      ...rows,
      '',
    ].join('\n');
  });
  return `# Dictionnaire des données\n\nUne date est AAAA, AAAA-MM ou AAAA-MM-JJ. Une cellule vide dit que la donnée manque.\n\n${[...parts, ...(contours ? [dictionnaireContours(contours)] : [])].join('\n')}`;
}

function lisezMoi(
  { etude, sources }: Study,
  tables: readonly Table[],
  contours: ContoursRemis | null,
  interne: boolean,
): string {
  const { licence_donnees: licence, marche } = etude;
  return [
    `# Données de l’étude « ${etude.titre} »`,
    '',
    `Version ${etude.version}, ${dateEnLettres(etude.date)}. ${partiesEnPhrase(etude)}`,
    '',
    ...(interne
      ? [
          '**Édition interne** : elle dit ce qu’on pense d’organismes nommés, et contient les inventaires que l’étude garde pour elle. Elle ne se diffuse pas.',
          '',
        ]
      : []),
    marche?.propriete ?? 'Aucune clause de propriété n’est écrite dans l’étude.',
    '',
    licence
      ? `Licence : ${licence.titre}${licence.adresse ? ` (${licence.adresse})` : ''}.`
      : 'Licence : aucune n’est choisie. Sans licence écrite, ces données ne sont pas ouvertes à la réutilisation.',
    '',
    '## Ce que contient le paquet',
    '',
    '- `datapackage.json` : la description des tables, lue par les outils du format Frictionless Data Package ;',
    `- \`donnees/\` : ${compte(tables.length, 'table')} en CSV (virgules, point décimal, UTF-8) ;`,
    ...(contours
      ? [
          `- \`${CHEMIN_CONTOURS}\` : ${compte(contours.nombre, 'contour')} de communes, en GeoJSON. ${origineContours(contours)}`,
        ]
      : []),
    '- `DICTIONNAIRE.md` : le sens de chaque colonne ;',
    '- `BORDEREAU.md` : les fichiers remis, leur taille et leur empreinte.',
    '',
    'Une table porte les fiches d’un inventaire ; les listes que ces fiches contiennent sont des tables à part (`acteurs_liens`), qui nomment la fiche et le rang. Aucune donnée personnelle n’y figure, sauf les contacts qui y ont consenti. Un texte qui commence par un signe de formule (=, +, -, @) est précédé d’une apostrophe, pour qu’aucun tableur ne l’exécute.',
    '',
    etude.avertissement ? `> ${etude.avertissement.trim().replaceAll('\n', ' ')}` : '',
    '',
    '## Sources',
    '',
    ...sources.map(
      ({ titre, auteur, date, url, licence: own }) => `- ${[titre, auteur, date, own, url].filter(Boolean).join(', ')}`,
    ),
    '',
  ].join('\n');
}

const bordereau = ({ etude }: Study, fichiers: readonly Fichier[], tables: readonly Table[]): string =>
  [
    '# Bordereau de remise',
    '',
    `Étude « ${etude.titre} », version ${etude.version}, ${dateEnLettres(etude.date)}. ${enInterne(etude) ? `Établi par ${etude.maitre_ouvrage.nom}` : `Remis par ${etude.prestataire.nom} à ${etude.maitre_ouvrage.nom}`}.`,
    '',
    '| fichier | contenu | octets | empreinte SHA-256 |',
    '| --- | --- | ---: | --- |',
    ...fichiers.map(({ name, bytes }) => {
      const table = tables.find(({ nom }) => name === cheminDe(nom));
      return `| ${name} | ${table ? compte(table.lignes.length, 'ligne') : name === CHEMIN_CONTOURS ? 'contours' : 'texte'} | ${nombreFr(bytes.length)} | ${sha256(bytes)} |`;
    }),
    '',
    'Remis le : ……………………   Reçu par : ……………………',
    '',
  ].join('\n');

const cheminDe = (table: string): string => `donnees/${table}.csv`;

/** `interne`: with judgements and internal inventories. Never any personal data that was not consented to. */
export function paquetDe(study: Study, interne: boolean): Paquet {
  const shown = withoutPersonalData(interne ? study : publique(study));
  const { etude } = shown;
  const tables = tablesDe(shown);
  const donnees = tables.map((table): Fichier => ({ name: cheminDe(table.nom), bytes: octets(enCsv(table)) }));
  const licence = etude.licence_donnees;
  const contours = contoursRemis(shown);
  const traces = contours ? [{ name: CHEMIN_CONTOURS, bytes: octets(contours.json) }] : [];
  const description = {
    profile: contours ? 'data-package' : 'tabular-data-package',
    name: `${etude.id}${interne ? '-interne' : ''}`,
    title: etude.titre,
    description: `Données de l’étude, version ${etude.version}${interne ? ', édition interne' : ''}.`,
    version: etude.version,
    ...(etude.date.length === 10 ? { created: `${etude.date}T00:00:00Z` } : {}),
    ...(licence
      ? {
          licenses: [
            { name: licence.code, title: licence.titre, ...(licence.adresse ? { path: licence.adresse } : {}) },
          ],
        }
      : {}),
    contributors: [
      { title: etude.maitre_ouvrage.nom, role: 'publisher' },
      { title: etude.prestataire.nom, role: 'author' },
    ],
    ...(shown.sources.length > 0
      ? { sources: shown.sources.map(({ titre, url }) => ({ title: titre, ...(url ? { path: url } : {}) })) }
      : {}),
    resources: [
      ...tables.map((table, i) => ressourceDe(table, tables, itemAt(donnees, i))),
      ...(contours ? traces.map((file) => ressourceContours(contours, file)) : []),
    ],
  };
  const textes: Fichier[] = [
    { name: 'datapackage.json', bytes: octets(`${JSON.stringify(description, null, 2)}\n`) },
    { name: 'LISEZMOI.md', bytes: octets(masquer(lisezMoi(shown, tables, contours, interne))) },
    { name: 'DICTIONNAIRE.md', bytes: octets(dictionnaire(tables, contours)) },
  ];
  const before = [...textes, ...donnees, ...traces];
  return {
    fichiers: [...before, { name: 'BORDEREAU.md', bytes: octets(bordereau(shown, before, tables)) }],
    tables: tables.length,
    lignes: tables.reduce((sum, { lignes }) => sum + lignes.length, 0),
  };
}
