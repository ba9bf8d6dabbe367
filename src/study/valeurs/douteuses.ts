/** What to write in place of what leaves a doubt: « env. 40 », « n.c. », « 30 à 40 », « début 2024 ». What leaves none is corrected (`corrections.ts`). */
import { nu, sansAccents } from '../../texte/identifiant.js';
import { quantitesEcrites } from '../../texte/quantites-ecrites.js';
import type { Shape } from '../shape.js';
import { dateDe, nombreDe } from './ecritures.js';

const INCONNUE =
  /^(?:n[./ ]?\s?[acdrs]\.?|ns[pq]?|[-–—?x…]+|\.{2,3}|neant|aucune?|vide|inconnue?s?|a (?:preciser|definir|completer|confirmer|voir|venir|renseigner|chiffrer)|non (?:communique|connu|renseigne|disponible|defini|precise|chiffre|determine)e?|pas de donnees?)$/;

/** Whether a text says that the value is not known: « n/a », « à préciser », « ? ». */
export const ditInconnue = (text: string): boolean => INCONNUE.test(nu(text));

/** Code of the commune that stands in a new study until its own are known. */
export const COMMUNE_EN_ATTENTE = '00000';

/** What is written where a value is not known; undefined for any other text. */
function aideDeLInconnue(text: string): string | undefined {
  if (!ditInconnue(text)) return undefined;
  return `« ${text.trim()} » dit que la valeur n’est pas connue : retirez la clé, si elle n’est pas obligatoire, plutôt que d’y écrire un mot.`;
}

const AVANT =
  /^(?:env(?:iron|\.)?|approx(?:imativement|\.)?|~|≈|±|vers|autour de|pres de|de l’ordre de|plus de|moins de|au (?:moins|plus)|jusqu[’']a|max(?:imum|i|\.)?|min(?:imum|i|\.)?|[<>≤≥]=?)\s*/i;
const APRES = /\s*(?:\?|environ|env\.?|\([^)]*\))$/i;

const FOURCHETTE = /^(?:entre |de )?(.*\d[^\d]*?)(?:\s+(?:a|et)\s+|\s*[-–—]\s*|\.\.+)(\d.*)$/i;

/** A number before a unit that the inventories do not write; « 40 k » and « 2 millions » are other numbers. */
const UNITE =
  /^(-?\d[\d\s\u00a0\u202f.,]*?)\s*(?:€\s*)?(?:\/\s*|par\s+)?(?![km](?!\p{L})|mill|mds?\b)\p{L}[\p{L}\s./%²]*$/iu;

const unite = (shape: Shape | undefined): string =>
  shape?.description
    ? `, dans l’unité de ce champ (${shape.description.replace(/\.$/, '')})`
    : ', dans l’unité de ce champ';

/** « 2 h 30 », « 45 min »: hours and minutes. */
const DUREE = /^(?:(\d+)\s*h(?:eures?)?\s*(?:(\d{1,2})\s*(?:m(?:in|n)?(?:utes?)?)?)?|(\d+)\s*(?:min|mn|minutes?))\.?$/;

/** What to write where a duration stands for a number; undefined for any other text. */
function aideDeLaDuree(text: string, shape: Shape | undefined, ecrire: (value: number) => string): string | undefined {
  const [whole, hours = '0', minutes = '0', alone = minutes] = DUREE.exec(nu(text)) ?? [];
  if (whole === undefined) return undefined;
  const value = Math.round((Number(hours) + Number(alone) / 60) * 100) / 100;
  return `« ${text.trim()} » est une durée (${ecrire(value)} heure${value < 2 ? '' : 's'}) : écrivez un nombre seul${unite(shape)}.`;
}

/** « 1/2 », « 1 1/3 », « ⅓ »: what a fraction is worth, to the hundredth; null for any other text. */
function fractionDe(text: string): number | null {
  const [, whole = '0', over, under] = /^(?:(\d+)\s+)?(\d+)\s*[/⁄]\s*(\d+)$/.exec(text.trim().normalize('NFKC')) ?? [];
  return over === undefined || Number(under) < 2
    ? null
    : Number(whole) + Math.round((100 * Number(over)) / Number(under)) / 100;
}

/** An amount in the money of another country. */
const AUTRE_MONNAIE =
  /^[\d\s.,'’]*\d[\d\s.,'’]*\s*k?(?:£|\$|¥|gbp|usd|cad|chf|xpf|fcfp|f cfp|nok|sek|dkk|jpy|livres?(?: sterling)?|dollars?|couronnes?|francs?)(?!\p{L})|^(?:£|\$|gbp|usd|cad|chf|xpf)\s*\d/iu;

/** « douze », « vingt-cinq »: a number in words. */
function nombreEnMots(text: string): number | null {
  const [one, ...others] = quantitesEcrites(text);
  return one && others.length === 0 && one.ecrit === text.trim() ? one.valeur : null;
}

/** What to write where a number is expected; `ecrire` says how a number is written there. */
export function aideDuNombre(
  text: string,
  shape: Shape | undefined,
  ecrire: (value: number) => string = String,
): string | undefined {
  const unknown = aideDeLInconnue(text);
  if (unknown !== undefined) return unknown;
  const t = sansAccents(text).trim();
  const duration = aideDeLaDuree(text, shape, ecrire);
  if (duration !== undefined) return duration;
  if (AUTRE_MONNAIE.test(t))
    return `« ${text.trim()} » n’est pas en euros : écrivez le montant converti, et gardez dans un texte de la fiche le montant d’origine, le cours et sa date.`;
  const mots = nombreEnMots(text);
  if (mots !== null && !/\d/.test(text)) return `Écrivez le nombre en chiffres : ${ecrire(mots)}.`;
  const nombre = (one: string): number | null => nombreDe(one, shape);
  if (nombre(t) !== null) return undefined;
  const [, low = '', high = ''] = FOURCHETTE.exec(t) ?? [];
  const bounds = [nombre(low), nombre(high)];
  if (bounds[0] !== null && bounds[1] !== null && Number(bounds[0]) < Number(bounds[1]))
    return shape?.properties?.mode
      ? `Écrivez la fourchette { min: ${bounds[0]}, mode: …, max: ${bounds[1]} }, avec le plus probable en « mode ».`
      : `Ce champ ne prend qu’un nombre : écrivez celui que vous retenez, entre ${ecrire(Number(bounds[0]))} et ${ecrire(Number(bounds[1]))}.`;
  const fraction = fractionDe(text);
  if (fraction !== null) return `Écrivez la fraction en décimales : ${ecrire(fraction)}.`;
  const bare = t.replace(AVANT, '').replace(APRES, '');
  const value = bare === t ? null : nombre(bare);
  if (value !== null)
    return `Écrivez le nombre seul, ${ecrire(value)} : le doute se dit dans un autre champ, ou dans un texte.`;
  const counted = nombre(UNITE.exec(t)?.[1] ?? '');
  return counted === null ? undefined : `Écrivez le nombre seul, ${ecrire(counted)}${unite(shape)}.`;
}

const TRIMESTRE =
  /^(?:t\s?([1-4])|([1-4])(?:er|e|eme)? trim(?:estre|\.)?|(premier|deuxieme|troisieme|quatrieme) trimestre)(?: de)?\s+(\d{4})$/;
const RANGS = ['premier', 'deuxieme', 'troisieme', 'quatrieme'];

/** What to write where a date is expected: « T1 2024 », « fin janvier 2024 », « courant 2024 ». */
export function aideDeLaDate(text: string): string | undefined {
  const unknown = aideDeLInconnue(text);
  if (unknown !== undefined) return unknown;
  const t = nu(text);
  if (dateDe(text) !== null) return undefined;
  const [, short, long, word, year] = TRIMESTRE.exec(t) ?? [];
  const rank = Number(short ?? long ?? RANGS.indexOf(word ?? '') + 1);
  if (year !== undefined)
    return `Une date dit un jour, un mois ou une année : ${year}-${String(3 * rank - 2).padStart(2, '0')} pour le début de ce trimestre, ou ${year}.`;
  const rest = t.replace(
    /^(?:(?:vers|courant|debut|mi|fin|avant|apres|depuis|a partir d[eu]|d[eu]s?|en|au|le|l[’']annee|automne|hiver|printemps|ete)[\s-]+)+/,
    '',
  );
  const date = rest === t ? null : dateDe(rest);
  return date === null
    ? undefined
    : `Écrivez ${date} : ce qui est moins précis qu’un jour se dit par le mois (AAAA-MM) ou par l’année (AAAA).`;
}

/** « [eau, sols] » for « eau, sols », « eau ; sols », « eau / sols », « eau et sols »; undefined for what may be a sentence. */
export function listeDe(text: string): string | undefined {
  const parts = text
    .split(/\s*[,;/\n]\s*|\s+et\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const words = parts.every((part) => /^[\p{L}\p{N}_’' -]{1,40}$/u.test(part) && part.split(' ').length <= 3);
  return parts.length > 1 && words ? `[${parts.join(', ')}]` : undefined;
}
