import { join, resolve } from 'node:path';
import { CODES_COHERENCE } from '../../analysis/coherence/codes.js';
import { EXPLICATIONS_EXIGENCES } from '../../analysis/conformite/explications.js';
import { PACKAGE } from '../../package/package.js';
import { CODES } from '../../study/codes/codes.js';
import type { RegleExigence } from '../../study/contrat.js';
import type { LoadedStudy } from '../../study/load.js';
import { proches } from '../../texte/ordre.js';
import { type Field, findField } from '../explain/fields.js';
import { indicatorSubject } from '../explain/indicator-subject.js';
import { readSchemas, type SchemaSet } from '../explain/schemas.js';
import { codeText, fieldText, inventoryText, notionText } from '../explain/text.js';
import type { CommonOptions } from '../options/options.js';
import { choosePaint, type Paint } from '../terminal/colour.js';
import { EXIT } from '../terminal/exit-codes.js';
import type { Io } from '../terminal/io.js';

const GENRE_EXIGENCE = 'règle qui mesure une exigence du contrat';

const EXPLAINED = { ...CODES, ...CODES_COHERENCE };

/** What was found for a subject: a text for the reader and a value for a script, or a sentence that says why not. */
type Answer =
  | { found: true; text: string; value: unknown }
  /** `near` when the sentence proposes a subject that is spelt nearly so. */
  | { found: false; sentence: string; near: boolean };

/** At most three candidates that look like what was typed. */
const nearest = (typed: string, candidates: readonly string[]): string[] => proches(typed, candidates).slice(0, 3);

function suggestion(candidates: readonly string[], otherwise: string): string {
  return candidates.length === 0
    ? otherwise
    : `Vouliez-vous dire ${candidates.map((candidate) => `« ${candidate} »`).join(' ou ')} ?`;
}

/** What the words of a field mean, when each is a notion of its own: the rules of a requirement, the indicators of a criterion. */
async function sensDes({ values }: Field): Promise<Map<string, string>> {
  if (values.length === 0) return new Map();
  const known = new Map((await import('../explain/notions.js')).notions().map(({ id, titre }) => [id, titre]));
  return values.every((value) => known.has(value)) ? known : new Map();
}

async function explainField(subject: string, set: SchemaSet, paint: Paint): Promise<Answer | undefined> {
  const [name = '', ...names] = subject.split(/[./]/);
  const inventory = set.inventories.find((candidate) => candidate.name === name.replaceAll('_', '-'));
  if (inventory === undefined) return undefined;
  const { field, known, reached } = findField(inventory, names, set);
  if (field === undefined) {
    const typed = names[reached.length] ?? '';
    const parent = [inventory.name, ...reached].join('.');
    const proposals = nearest(typed, known).map((candidate) => `${parent}.${candidate}`);
    const otherwise =
      known.length === 0 ? `« ${parent} » n'a pas de champ.` : `Champs de « ${parent} » : ${known.join(', ')}.`;
    return {
      found: false,
      sentence: `« ${parent} » n'a pas de champ « ${typed} ». ${suggestion(proposals, otherwise)}`,
      near: proposals.length > 0,
    };
  }
  const fields = known.flatMap((child): Field[] => {
    const { field: found } = findField(inventory, [...names, child], set);
    return found === undefined ? [] : [found];
  });
  if (names.length > 0)
    return { found: true, text: fieldText(field, fields, await sensDes(field), paint), value: field };
  return {
    found: true,
    text: inventoryText(inventory, fields, paint),
    value: { nom: inventory.name, description: inventory.description, champs: fields },
  };
}

async function explain(subject: string, set: SchemaSet, paint: Paint): Promise<Answer> {
  const entry = Object.entries(EXPLAINED).find(([code]) => code === subject);
  if (entry !== undefined) {
    const explanation = { code: entry[0], ...entry[1] };
    const text = codeText(explanation, paint);
    // A message may bear the name of the rule that measures a requirement: who writes the contract asks for the rule.
    const regle = EXPLICATIONS_EXIGENCES[subject as RegleExigence];
    if (regle === undefined) return { found: true, text, value: explanation };
    const notion = { id: subject, genre: GENRE_EXIGENCE, titre: regle, faits: [] };
    return { found: true, text: `${text}\n${notionText(notion, paint)}`, value: { ...explanation, regle } };
  }
  const answer = await explainField(subject, set, paint);
  if (answer !== undefined) return answer;
  const inventories = set.inventories.map(({ name }) => name);
  const [head = '', ...rest] = subject.split('.');
  const proposals =
    rest.length > 0
      ? nearest(head, inventories).map((name) => [name, ...rest].join('.'))
      : nearest(subject, [...Object.keys(EXPLAINED), ...inventories]);
  const sentence = `« ${subject} » n'est ni un code de message, ni un champ d'inventaire.`;
  return {
    found: false,
    sentence: `${sentence} ${suggestion(proposals, `Inventaires : ${inventories.join(', ')}.`)}`,
    near: proposals.length > 0,
  };
}

/** `atelier explain SUJET`: what a code or a field of an inventory means. */
export async function runExplain(
  subject: string,
  options: Pick<CommonOptions, 'etude' | 'json' | 'color'>,
  io: Io,
): Promise<number> {
  const set = readSchemas(join(PACKAGE, 'schemas'));
  const answer = await explain(subject, set, await choosePaint(options.color, io));
  const indicator = answer.found ? undefined : indicatorSubject(subject);
  if (indicator) return runIndicator(indicator, options, io);
  if (!answer.found) {
    const figure = await figureOf(subject, answer, options, io);
    if (figure !== null) return figure;
    const notion = (await import('../explain/notions.js')).notions().find(({ id }) => id === subject);
    if (notion) {
      const paint = await choosePaint(options.color, io);
      io.stdout.write(options.json ? `${JSON.stringify(notion, null, 2)}\n` : notionText(notion, paint));
      return EXIT.ok;
    }
    io.stderr.write(`${answer.sentence}\n`);
    return EXIT.usage;
  }
  io.stdout.write(options.json ? `${JSON.stringify(answer.value, null, 2)}\n` : answer.text);
  return EXIT.ok;
}

const SANS_ETUDE =
  'Les chiffres qu’un texte peut nommer sont ceux d’une étude, et aucune ne se lit ici : allez dans son dossier, ou désignez-le par -C.';
const EN_ERREUR = 'L’étude a des erreurs, et ses chiffres ne se lisent pas : « atelier check » les dit.';

/** Told where a figure is asked of a study that cannot be read; answers the exit code. */
function sansChiffres({ files }: LoadedStudy, io: Io): number {
  io.stderr.write(`${files.length === 0 ? SANS_ETUDE : EN_ERREUR}\n`);
  return files.length === 0 ? EXIT.usage : EXIT.failure;
}

/** A figure needs the study; null when the subject is none, looks like no other or more like a field, and no error of the study hides it. */
async function figureOf(
  subject: string,
  { near, sentence }: Extract<Answer, { found: false }>,
  options: Pick<CommonOptions, 'etude' | 'json' | 'color'>,
  io: Io,
): Promise<number | null> {
  if (subject !== 'chiffres' && !subject.includes('.')) return null;
  const [{ loadStudy }, { withoutPersonalData }, { explainFigure }] = await Promise.all([
    import('../../study/load.js'),
    import('../../study/personal.js'),
    import('../explain/chiffres.js'),
  ]);
  const loaded = await loadStudy(resolve(io.cwd, options.etude), { cwd: io.cwd });
  const { study } = loaded;
  if (!study) {
    if (subject === 'chiffres') return sansChiffres(loaded, io);
    if (near || loaded.files.length === 0) return null;
    io.stderr.write(`${sentence}\n`);
    return sansChiffres(loaded, io);
  }
  const answer = explainFigure(subject, withoutPersonalData(study), await choosePaint(options.color, io));
  if (answer.found) {
    io.stdout.write(options.json ? `${JSON.stringify(answer.value, null, 2)}\n` : answer.text);
    return EXIT.ok;
  }
  if (near || answer.proche === undefined) return null;
  io.stderr.write(`« ${subject} » n’est ni un champ, ni un chiffre de l’étude. ${answer.proche}\n`);
  return EXIT.usage;
}

/** An indicator needs the study; the module that computes it is loaded only then. */
async function runIndicator(
  indicator: { scenario: string; indicateur: string },
  options: Pick<CommonOptions, 'etude' | 'json' | 'color'>,
  io: Io,
): Promise<number> {
  const [{ loadStudy }, { explainIndicator }] = await Promise.all([
    import('../../study/load.js'),
    import('../explain/indicateur.js'),
  ]);
  const loaded = await loadStudy(resolve(io.cwd, options.etude), { cwd: io.cwd });
  const { study } = loaded;
  if (!study) return sansChiffres(loaded, io);
  const answer = explainIndicator(indicator, { ...loaded, study }, await choosePaint(options.color, io));
  if (!answer.found) {
    io.stderr.write(`${answer.text}\n`);
    return EXIT.usage;
  }
  io.stdout.write(options.json ? `${JSON.stringify(answer.value, null, 2)}\n` : answer.text);
  return EXIT.ok;
}
