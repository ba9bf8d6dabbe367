import { InvalidArgumentError, Option } from 'commander';
import { FORMATS, type Format, isFormat, USUAL_FORMATS } from '../../render/registry.js';
import { dateDe } from '../../study/valeurs/ecritures.js';

export interface CommonOptions {
  /** Folder of the study, as typed. */
  etude: string;
  json: boolean;
  quiet: boolean;
  verbose: boolean;
  /** False under `--no-color`. */
  color: boolean;
}

export type CheckFormat = 'texte' | 'json' | 'github' | 'sarif';

export interface CheckOptions extends CommonOptions {
  format: CheckFormat;
  strict: boolean;
}

export interface BuildOptions extends CommonOptions {
  out: string;
  format: Format[];
  scenario?: string;
  projet?: string | true;
  reunion?: string;
  depuis?: string;
  interne: boolean;
  mesures: boolean;
}

export interface WatchOptions extends Pick<BuildOptions, 'etude' | 'out' | 'format' | 'color'> {
  voir: boolean;
}

export interface ScoreOptions extends Pick<CommonOptions, 'etude' | 'json' | 'color'> {
  poids: Map<string, number>;
  sans: string[];
  tirages?: number;
  graine?: number;
}

export interface StatusOptions extends Pick<CommonOptions, 'etude' | 'json' | 'color'> {
  date?: string;
  lacunes: boolean;
}

export interface VerifyOptions extends Pick<CommonOptions, 'etude' | 'json' | 'color'> {
  rebuild: boolean;
}

export const rebuildOption = (): Option =>
  new Option('--rebuild', 'reconstruit à part, compare, et dit ce qui diffère et pourquoi').default(false);

/** « : 2018-02-15 » for « 15/02/2018 », which leaves no doubt; an example otherwise. */
function ecritureDuJour(typed: string): string {
  const read = dateDe(typed);
  return read?.length === 10 ? ` : ${read}` : ', par exemple 2018-02-15';
}

/** A day of the calendar, as the inventories write it. */
export function parseDay(typed: string): string {
  const date = new Date(typed);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed) || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(typed))
    throw new InvalidArgumentError(`Une date s’écrit AAAA-MM-JJ${ecritureDuJour(typed)}.`);
  return typed;
}

export const dateOption = (): Option =>
  new Option('--date <date>', 'date à laquelle répondre (AAAA-MM-JJ)').argParser(parseDay);
export const listOption = (): Option =>
  new Option('--liste', 'donne les sections du livrable, sans rien créer').default(false);
export const lookOption = (): Option =>
  new Option('--voir', 'dit ce qui est à relire, sans rien garder').default(false);
export const previewOption = (): Option =>
  new Option('--voir', 'montre les fautes et les livrables dans une page locale, qui se recharge seule').default(false);
export const gapsOption = (): Option =>
  new Option('--lacunes', 'montre aussi ce qui manque, fiche par fiche').default(false);

export const studyOption = (): Option =>
  new Option('-C, --etude <dossier>', "dossier de l'étude (le dossier courant, s'il en est une)").default('data');
export const outOption = (): Option =>
  new Option('--out <dossier>', 'dossier où écrire les livrables, pris du dossier courant').default('out');
export const jsonOption = (): Option => new Option('--json', 'compte rendu en JSON, pour un script').default(false);
export const writeOption = (): Option =>
  new Option('--ecrire', 'écrit les changements (sans cette option, ils sont seulement montrés)').default(false);
export const quietOption = (): Option => new Option('-q, --quiet', 'ne montre que les erreurs').default(false);
export const verboseOption = (shows: string): Option => new Option('-v, --verbose', shows).default(false);
export const colorOption = (): Option => new Option('--no-color', 'sans couleur (comme la variable NO_COLOR)');
export const strictOption = (): Option => new Option('--strict', 'traite les avertissements en erreurs').default(false);

export const checkFormatOption = (): Option =>
  new Option('--format <format>', 'forme du compte rendu')
    .choices(['texte', 'json', 'github', 'sarif'] satisfies CheckFormat[])
    .default('texte');

function parseFormats(typed: string): Format[] {
  const values = typed.split(',').map((value) => value.trim());
  const formats = values.filter(isFormat);
  if (formats.length < values.length) {
    throw new InvalidArgumentError(`Formats possibles : ${FORMATS.join(', ')}, séparés par une virgule.`);
  }
  return [...new Set(formats)];
}

export const buildFormatOption = (): Option =>
  new Option('--format <formats>', `formats à construire (${FORMATS.join(', ')}), séparés par une virgule`)
    .argParser(parseFormats)
    .default([...USUAL_FORMATS], USUAL_FORMATS.join(','));

export const scenarioOption = (): Option =>
  new Option('--scenario <scénario>', 'scénario d’un mode opératoire en projet');
export const projectOption = (): Option =>
  new Option('--projet [fiche]', 'mode opératoire en projet, avant toute décision ; ou fiche d’un seul projet');

export const meetingOption = (): Option =>
  new Option(
    '--reunion <réunion>',
    'réunion dont le dossier « copil » est construit (la prochaine, sans cette option)',
  );
export const internalOption = (): Option =>
  new Option(
    '--interne',
    'édition interne, qui nomme des organismes à côté de ce qu’on pense d’eux ; écrite dans un dossier à part',
  ).default(false);
export const measuresOption = (): Option =>
  new Option('--mesures', 'dit à la fin le temps que chaque étape a pris').default(false);
export const sinceOption = (): Option =>
  new Option('--depuis <dossier>', 'ajoute l’annexe des évolutions depuis une version, par exemple out/0.9');

function parseWeight(typed: string, before: Map<string, number> | undefined): Map<string, number> {
  const [id = '', value = ''] = typed.split('=').map((part) => part.trim());
  const weight = Number(value.replace(',', '.'));
  if (id === '' || value === '' || !Number.isFinite(weight) || weight < 0)
    throw new InvalidArgumentError('Un poids s’écrit critère=valeur, avec un nombre positif ou nul : cout-annuel=30.');
  return new Map(before ?? []).set(id, weight);
}

/** A whole number of at least `min`. */
const wholeNumber =
  (min: number) =>
  (typed: string): number => {
    const value = Number(typed);
    if (!Number.isSafeInteger(value) || value < min)
      throw new InvalidArgumentError(`Un nombre entier d’au moins ${min} est attendu.`);
    return value;
  };

/** Draws above this number say nothing more and only cost time. */
const MOST_DRAWS = 1_000_000;

export const weightsOption = (): Option =>
  new Option('--poids <critère=valeur...>', 'essaie d’autres poids que ceux de l’étude')
    .argParser(parseWeight)
    .default(new Map(), 'ceux de l’étude');
export const withoutOption = (): Option =>
  new Option('--sans <scénario...>', 'compare sans ces scénarios').default([], 'tous');
export const drawsOption = (): Option =>
  new Option('--tirages <nombre>', 'nombre de tirages de la simulation').argParser((typed) => {
    const draws = wholeNumber(100)(typed);
    if (draws > MOST_DRAWS) throw new InvalidArgumentError('Un million de tirages au plus.');
    return draws;
  });
export const seedOption = (): Option =>
  new Option('--graine <nombre>', 'graine de la simulation : la même donne les mêmes tirages').argParser(
    wholeNumber(0),
  );
