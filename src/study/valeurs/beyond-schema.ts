/** What a schema cannot tell of a value: days that no calendar has, texts of spaces, invisible characters, personal data in an ordinary field, numbers out of all measure. */

import { accentsAbimes, direAccentsAbimes } from '../../texte/accents.js';
import { joursDuMois } from '../../texte/dates.js';
import { entitesHtml } from '../../texte/entites-html.js';
import { virgule } from '../../texte/nombres.js';
import { diagnostic } from '../codes/codes.js';
import type { Diagnostic } from '../diagnostic.js';
import { pathOf, type StudyFile } from '../files/study-file.js';
import { donneesPersonnelles } from '../masque.js';
import { isRecord } from '../record.js';
import type { Shape } from '../shape.js';
import { SHAPES } from '../shapes.gen.js';
import { placeOfValue, type Step } from '../yaml/locate.js';
import { enLigne } from '../yaml/one-line.js';
import { correction } from './corrections.js';

interface ValueFault {
  code: string;
  message: string;
  aide?: string;
  /** What to write instead, where there is no doubt. */
  juste?: string;
  /** Whether it is the name of a person. */
  nom?: true;
}

/** A date in the right form whose day does not exist: 30 February, 29 February of a common year. */
function impossibleDate(text: string): ValueFault | undefined {
  const [, year, month, day] = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const last = joursDuMois(Number(year), Number(month));
  if (Number(day) <= last) return undefined;
  return {
    code: 'date-impossible',
    message: `le jour « ${text} » n'existe pas : ce mois finit le ${last}.`,
    aide: `Écrivez ${year}-${month}-${last}, ou ${year}-${month} si le jour n'est pas connu.`,
  };
}

/** Controls (but the tabulation and the line break), marks that turn the direction of a line, and codes that are no characters. */
export const UNSEEN = /[^\P{Cc}\n\t]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Noncharacter_Code_Point}|\p{Cs}/u;

/** What is said of the first character of a text that is not seen. */
export function invisible(text: string): ValueFault | undefined {
  const [found] = UNSEEN.exec(text) ?? [];
  if (found === undefined) return undefined;
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const what = code === '000B' ? ', retour à la ligne d’un traitement de texte' : '';
  return {
    code: 'caractere-invisible',
    message: `ce texte contient un caractère qui ne se voit pas (U+${code}${what}) ; il ne sera pas imprimé.`,
    aide: 'Effacez-le, ou retapez le texte à cet endroit.',
  };
}

/** Beyond it, what to write is not quoted. */
const CITE = 120;

function spoiled(text: string): ValueFault | undefined {
  const found = accentsAbimes(text);
  if (!found) return undefined;
  const { mot, texte } = found;
  return {
    code: 'accents-abimes',
    message: direAccentsAbimes(mot),
    aide:
      texte === null || texte.length > CITE ? 'Retapez-le, ou repartez du fichier d’origine.' : `Écrivez : ${texte}`,
    ...(texte === null ? {} : { juste: texte }),
  };
}

/** « &eacute; »: typed or pasted as the code of a web page writes it. */
function entites(text: string): ValueFault | undefined {
  const found = entitesHtml(text);
  if (!found) return undefined;
  const { entite, texte } = found;
  return {
    code: 'entite-html',
    message: `« ${entite} » est un code de page web : il serait imprimé tel quel.`,
    aide: 'Écrivez le signe lui-même.',
    juste: texte,
  };
}

/** “Atelier”: a text that a word processor put whole between its quotes; French ones around what somebody said are part of it. */
function quoted(text: string, shape: Shape | undefined): ValueFault | undefined {
  // What is asked for is told by the schema.
  if (shape?.date || shape?.choices || shape?.reference !== undefined) return undefined;
  const [, inside] = /^\s*[“„]([^“”„]*)[“”]\s*$/.exec(text) ?? [];
  if (inside === undefined || inside.trim() === '') return undefined;
  return {
    code: 'guillemets-autour',
    message: `les guillemets font partie du texte : seuls " et ' entourent une valeur.`,
    aide: 'Retirez-les : les documents mettent les leurs où il en faut.',
    juste: inside.trim(),
  };
}

const NOMS = { courriel: 'une adresse de courriel', telephone: 'un numéro de téléphone' } as const;

/** « Mme Jeanne Martin », « M. DUPONT »; neither « Madame la Maire » nor « Mme B. », which name nobody. */
const PERSONNE_NOMMEE =
  /(?<![\p{L}’'-])(M\.|MM\.|Mmes?|Mlles?|Monsieur|Madame|Mademoiselle)[ \u00a0\u202f](?:\p{Lu}\p{Ll}[\p{L}’'-]*|\p{Lu}{3}[\p{Lu}’'-]*)(?!\p{L})/u;

/** What it begins by: most texts have none of it. */
const CIVILITE = /(?:M\.|Mmes?|Mlles?|Monsieur|Madame|Mademoiselle)[ \u00a0\u202f]/;

/** What is said of personal data in what will be published: a field that is not made for them, a text of the author. */
export function personal(text: string, shape?: Shape, ou = 'un champ qui sera publié'): ValueFault | undefined {
  if (shape?.personal) return undefined;
  const kinds = donneesPersonnelles(text);
  const [, title] = CIVILITE.test(text) ? (PERSONNE_NOMMEE.exec(text) ?? []) : [];
  if (kinds.length === 0 && title !== undefined)
    return {
      code: 'donnee-personnelle',
      nom: true,
      message: `ce texte nomme une personne (« ${title} … »), dans ${ou}.`,
      aide: 'Dites sa fonction ou son organisme ; son nom va dans les contacts de l’acteur, avec son consentement.',
    };
  if (kinds.length === 0) return undefined;
  return {
    code: 'donnee-personnelle',
    message: `ce texte contient ${kinds.map((kind) => NOMS[kind]).join(' et ')}, dans ${ou}.`,
    aide: 'Déplacez-le dans les contacts de l’acteur, avec son consentement, ou retirez-le.',
  };
}

/** Texts in these letters alone hold nothing that is not seen, spoiled or between quotes of a word processor, and no address of e-mail. */
const USUAL = /^[\n\t\u0020-?A-~\u00a0-\u00c1\u00c4\u00c6-\u017f\u2010-\u2019\u2020-\u2026\u202f]*$/;
/** Without one of these, they hold neither a telephone number nor the name of a person. */
const MAY_BE_PERSONAL =
  /0[1-9](?:[ .\u00a0\u202f-]?\d\d){4}|\+33|M(?:M?\.|mes?|lles?|onsieur|adame|ademoiselle)[ \u00a0\u202f]/;
const NONE: readonly ValueFault[] = [];

/** Most texts of a study are told apart at once. */
const beyondDoubt = (text: string): boolean =>
  USUAL.test(text) && !MAY_BE_PERSONAL.test(text) && !text.includes('&') && text.trimStart() !== '';

function faultsOf(text: string, shape: Shape | undefined): readonly ValueFault[] {
  if (beyondDoubt(text) && !(shape?.date && impossibleDate(text))) return NONE;
  if (text !== '' && text.trim() === '')
    return [
      {
        code: 'texte-vide',
        message: 'le texte ne contient que des espaces.',
        aide: 'Écrivez-le, ou retirez la ligne.',
      },
    ];
  return [
    shape?.date ? impossibleDate(text) : undefined,
    invisible(text),
    spoiled(text),
    entites(text),
    quoted(text, shape),
    personal(text, shape),
  ].filter((fault) => fault !== undefined);
}

/**
 * Largest magnitude of a number of a study: a thousand billion, beyond any amount, count or weight that one may write. Sums and products of
 * what is below stay finite, and keep their euros.
 */
const LARGEST = 1e12;

function outsized(value: number): readonly ValueFault[] {
  if (!Number.isFinite(value) || Math.abs(value) <= LARGEST) return NONE;
  return [
    {
      code: 'valeur-hors-bornes',
      message: `${virgule(value)} est hors des bornes : aucun nombre d’une étude ne dépasse mille milliards.`,
      aide: 'Vérifiez le nombre de zéros, et l’exposant s’il y en a un.',
    },
  ];
}

interface PlacedFault extends ValueFault {
  steps: readonly Step[];
  /** The text or number at fault. */
  texte: unknown;
}

/** The faults of all the texts and numbers of a value, in their order, each with its place in it. */
export function valueFaultsIn(value: unknown, shape: Shape | undefined): PlacedFault[] {
  const found: PlacedFault[] = [];
  // Where the visit stands: one list for all, copied where something is told.
  const steps: Step[] = [];
  const tell = (faults: readonly ValueFault[], texte: unknown): void => {
    for (const fault of faults) found.push({ ...fault, steps: [...steps], texte });
  };
  const visitAt = (step: Step, value: unknown, shape: Shape | undefined): void => {
    steps.push(step);
    visit(value, shape);
    steps.pop();
  };
  const visit = (value: unknown, shape: Shape | undefined): void => {
    if (typeof value === 'string') tell(faultsOf(value, shape), value);
    else if (typeof value === 'number') tell(outsized(value), value);
    else if (Array.isArray(value))
      for (let index = 0; index < value.length; index++) visitAt(index, value[index], shape?.items);
    else if (isRecord(value))
      for (const key of Object.keys(value)) visitAt(key, value[key], shape?.properties?.[key] ?? shape?.values);
  };
  visit(value, shape);
  return found;
}

/** Entries that bear the name of an author, of a law or of a case. */
const SIGNEES: ReadonlySet<string> = new Set(['sources', 'references', 'contrat']);

/** The faults of all the texts and numbers of a file, in their order. */
export function valueFaults(file: StudyFile): Diagnostic[] {
  const { value } = file.parsed;
  const entry = SHAPES[file.collection.nom];
  const shape = file.collection.liste && Array.isArray(value) && entry ? { items: entry } : entry;
  const told = valueFaultsIn(value, shape).filter(({ nom }) => nom !== true || !SIGNEES.has(file.collection.nom));
  return told.map(({ steps, texte, juste, nom: _, ...fault }) => {
    const plage = placeOfValue(file.parsed, steps);
    const sure = juste === undefined ? undefined : correction(file.text, plage, texte, enLigne(juste));
    return diagnostic(fault.code, {
      fichier: file.fichier,
      plage,
      chemin: pathOf(file, steps),
      ...fault,
      correction: sure,
    });
  });
}
