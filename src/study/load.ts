/** Loads a study: files → YAML → schemas → references → rules. Every fault of every file comes out in one run. */
import { type AEchanger, aEchanger } from './a-echanger.js';
import { diagnostic } from './codes/codes.js';
import { COLLECTIONS, type Collection } from './collections.js';
import { contoursDeclares } from './contours/declares.js';
import type { Diagnostic, Plage } from './diagnostic.js';
import { type Discovery, discover } from './files/discover.js';
import { inOwnFiles } from './files/own-files.js';
import { type Entry, entriesOf, type StudyFile } from './files/study-file.js';
import { type Heritage, heriter } from './heritage.js';
import { pathFinder } from './paths.js';
import { isRecord } from './record.js';
import type { Reporter } from './reporter.js';
import { runRules } from './rules/index.js';
import { renvoiInconnu } from './rules/renvois.js';
import { checkReferences } from './schema/references.js';
import { validateFile, wrappedList } from './schema/validate.js';
import { versionFault } from './schema/version.js';
import { SHAPES } from './shapes.gen.js';
import type { Study } from './study.js';
import type { Scenario } from './types.gen.js';
import { valueFaults } from './valeurs/beyond-schema.js';
import { lireYaml } from './yaml/deja-lus.js';
import { type ParsedFile, parseYaml } from './yaml/parse.js';
import { NOWHERE, type Places } from './yaml/ranges.js';

export interface LoadedStudy {
  /** Null when there is an error. */
  study: Study | null;
  /** What a list that is imported or exported rests on. */
  aEchanger(nom: string): AEchanger;
  /** Rules that the study sets aside: known as soon as its own sheet is sound, whatever the other files hold. */
  ecartees: NonNullable<Study['etude']['regles_ecartees']>;
  /** Sorted by file, line and column. */
  diagnostics: Diagnostic[];
  /** Files read, in the order of the study, with their size in bytes. */
  files: { path: string; bytes: number; text: string }[];
  /** Number of entries read; a single document counts as one. */
  entries: number;
  /** Where a path by ids (`acteurs/maison-energie/engagement`) stands. */
  origin(path: string): { fichier: string; ligne: number } | undefined;
  /** The same with the characters to underline. */
  place(path: string): { fichier: string; plage: Plage } | undefined;
  /** Text of each file, for code frames. */
  texts: Map<string, string>;
}

const order = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Order of diagnostics: by file, line and column. */
export const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  order(a.fichier, b.fichier) ||
  order(a.plage.ligne, b.plage.ligne) ||
  order(a.plage.colonne, b.plage.colonne) ||
  order(a.code, b.code) ||
  order(a.message, b.message);

/** A file that a study must have and has not. */
function missingFile(dir: string, { nom, fiche }: Collection): Diagnostic {
  return diagnostic(nom === 'etude' ? 'etude-absente' : 'territoire-absent', {
    fichier: dir === '' ? `${nom}.yaml` : `${dir}/${nom}.yaml`,
    plage: { ligne: 1, colonne: 1, longueur: 1 },
    chemin: '',
    message: `le fichier ${nom}.yaml manque : il décrit ${fiche}.`,
    aide: "Créez-le, ou désignez le dossier de l'étude avec l'option -C.",
  });
}

/** The entries as a `Study`; only called when they all meet their schemas. */
function assemble(entries: ReadonlyMap<string, readonly Entry[]>): Study {
  const values = COLLECTIONS.map(({ nom, cle, liste }) => {
    const list = (entries.get(nom) ?? []).map(({ value }) => value);
    return [cle, liste ? list : (list[0] ?? null)];
  });
  return Object.fromEntries(values) as Study;
}

/** A fault that a scenario takes from the one it is made from is told there alone. */
function sansRepetitions(diagnostics: readonly Diagnostic[], origine: Heritage['origine']): Diagnostic[] {
  const told = new Set(diagnostics.map(({ code, chemin }) => `${code} ${chemin}`));
  return diagnostics.filter(({ code, chemin, gravite }) => {
    const from = gravite === 'erreur' ? origine(chemin) : undefined;
    return from === undefined || !told.has(`${code} ${from}`);
  });
}

/** Told the study as soon as each entry meets its schema: its references and rules are looked at afterwards, and it may yet turn out not to be whole. */
export type OnTyped = (study: Study) => void;

export async function loadStudy(dir: string, options: { cwd?: string } = {}): Promise<LoadedStudy> {
  return studyFrom(await discover(dir, options.cwd ?? process.cwd()));
}

/** What stands in the way of a whole study, as its files are read one after the other. */
interface Faults {
  diagnostics: Diagnostic[];
  /** Collections of which something could not be read: what leads there may be right. */
  incomplete: Set<string>;
  /** Whether every entry meets its schema. */
  typed: boolean;
}

const SANS_FORME = {};

/** The files as YAML; what cannot be read as such is told, and left out. */
function readable(found: Discovery, faults: Faults): StudyFile[] {
  return found.files.flatMap(({ fichier, collection, text }): StudyFile[] => {
    const parsed = lireYaml(text, SHAPES[collection.nom] ?? SANS_FORME, collection.liste);
    for (const fault of [...parsed.faults, ...parsed.remarks])
      faults.diagnostics.push(diagnostic(fault.code, { fichier, chemin: '', ...fault }));
    if (!parsed.readable) faults.incomplete.add(collection.nom);
    if (!parsed.readable || parsed.faults.length > 0) faults.typed = false;
    if (!parsed.readable && !parsed.partial) return [];
    const file: StudyFile = { fichier, collection, text, parsed };
    const wrapped = wrappedList(file);
    if (!wrapped) return [file];
    faults.diagnostics.push(wrapped);
    faults.typed = false;
    const inner = sousSaCle(file);
    if (!inner) faults.incomplete.add(collection.nom);
    return inner ? [inner] : [];
  });
}

/** The list that stands under a key named like its file, whose entries are checked all the same; null when it is none. */
function sousSaCle(file: StudyFile): StudyFile | null {
  const { collection, text } = file;
  const shape = { properties: { [collection.nom]: { items: SHAPES[collection.nom] ?? SANS_FORME } } };
  const parsed = parseYaml(text, shape, false);
  const value = isRecord(parsed.value) ? parsed.value[collection.nom] : null;
  if (!parsed.readable || !Array.isArray(value)) return null;
  const places = (): Places => {
    const { root, place } = parsed.places();
    return { root: root.at(collection.nom)?.value ?? NOWHERE, place };
  };
  return { ...file, parsed: { ...parsed, value, places } };
}

/** Files read before, in which nothing was found wrong. */
const sains = new WeakSet<ParsedFile>();

/** What is wrong in a file by itself. */
async function fautesDe(file: StudyFile): Promise<Diagnostic[]> {
  if (sains.has(file.parsed)) return [];
  const schema = await validateFile(file);
  const told = new Set(schema.map(({ code, chemin }) => `${code} ${chemin}`));
  const found = [...schema, ...valueFaults(file).filter(({ code, chemin }) => !told.has(`${code} ${chemin}`))];
  if (found.length === 0) sains.add(file.parsed);
  return found;
}

/** The files in which the schemas find nothing wrong. */
async function soundFiles({ files, enAttente }: Heritage, faults: Faults): Promise<Set<StudyFile>> {
  const sound = new Set<StudyFile>();
  const attend = ({ chemin }: Diagnostic): boolean => enAttente.has(chemin.split('/').slice(0, 2).join('/'));
  for (const file of files) {
    const all = await fautesDe(file);
    const found = enAttente.size === 0 ? all : all.filter((fault) => !attend(fault));
    if (all.some(({ gravite }) => gravite === 'erreur')) faults.typed = false;
    else if (file.parsed.faults.length === 0) sound.add(file);
    if (found.some(({ code }) => code === 'racine-incorrecte')) faults.incomplete.add(file.collection.nom);
    faults.diagnostics.push(...found);
  }
  return sound;
}

/** Collections that a study must have, in a folder that holds one. */
function missingFiles({ dossier, files, unread }: Discovery, faults: Faults): void {
  if (dossier === null) return;
  const present = new Set([...files.map(({ collection }) => collection.nom), ...unread]);
  for (const collection of COLLECTIONS) {
    if (!collection.requis || present.has(collection.nom)) continue;
    faults.diagnostics.push(missingFile(dossier, collection));
    faults.incomplete.add(collection.nom);
  }
}

/** The entries of each collection, in the order of the files. */
function entriesByCollection(files: readonly StudyFile[]): Map<string, Entry[]> {
  const entries = new Map<string, Entry[]>();
  for (const file of files) {
    const { nom } = file.collection;
    const list = entries.get(nom) ?? [];
    for (const entry of entriesOf(file)) list.push(entry);
    entries.set(nom, list);
  }
  return entries;
}

/** Rules tell paths by ids: this gives them their places. */
const reporterTo =
  (diagnostics: Diagnostic[], find: ReturnType<typeof pathFinder>, files: readonly StudyFile[]): Reporter =>
  (code, path, message, aide, { onKey = false, contre = [] } = {}) => {
    const place = find(path, onKey) ?? find('etude');
    if (!place) throw new Error(`a rule reports on "${path}", which is in no file`);
    const at = { fichier: place.file.fichier, plage: place.plage, chemin: path };
    const own = { paths: files.map(({ fichier }) => fichier), fileAt: (chemin: string) => find(chemin)?.file.fichier };
    const help = aide && inOwnFiles(aide, own, [path, ...contre]);
    const lies = contre.flatMap((chemin) => {
      const other = find(chemin);
      return other ? [{ fichier: other.file.fichier, plage: other.plage, chemin }] : [];
    });
    diagnostics.push(diagnostic(code, { ...at, message, aide: help, ...(lies.length > 0 ? { lies } : {}) }));
  };

/** The study that files already read hold: nothing is read here. */
export async function studyFrom(found: Discovery, onTyped?: OnTyped): Promise<LoadedStudy> {
  const faults: Faults = {
    diagnostics: [...found.diagnostics],
    incomplete: new Set(found.unread),
    typed: found.unread.size === 0,
  };
  const { diagnostics, incomplete } = faults;
  const lus = readable(found, faults);
  const heritage = heriter(lus, !incomplete.has('scenarios'));
  const { files } = heritage;
  diagnostics.push(...heritage.diagnostics);
  const sound = await soundFiles(heritage, faults);
  missingFiles(found, faults);
  const entries = entriesByCollection(files);
  const ready = faults.typed && entries.has('etude') && entries.has('territoire');
  const study = ready ? assemble(entries) : null;
  if (study) onTyped?.(study);
  diagnostics.push(...checkReferences(entries, incomplete));

  const find = pathFinder(entries, files, heritage.origine);
  const outdated = versionFault(entries.get('etude')?.[0], find);
  if (outdated) diagnostics.push(outdated);
  const report = reporterTo(diagnostics, find, files);
  const soundOf = (nom: string): Entry[] => (entries.get(nom) ?? []).filter(({ file }) => sound.has(file));
  // What a scenario names within itself does not wait for the faults of other files to be mended.
  renvoiInconnu({ scenarios: soundOf('scenarios').map(({ value }) => value as Scenario) }, report);
  if (study) runRules(study, report);
  // Nor do the contours, which the territory alone names.
  const [territoire] = soundOf('territoire');
  const cartes = territoire
    ? contoursDeclares({ territoire: territoire.value as Study['territoire'] }, found.cartes, report)
    : null;
  if (study && cartes?.traces) study.territoire = { ...study.territoire, traces: cartes.traces };
  diagnostics.push(...(cartes?.diagnostics ?? []));
  const [etude] = soundOf('etude');
  const inputs = [...found.files, ...(cartes?.fichier ? [{ ...cartes.fichier, text: cartes.fichier.text ?? '' }] : [])];
  const placeOf = (path: string): { fichier: string; plage: Plage } | undefined => {
    const place = find(path);
    return place && { fichier: place.file.fichier, plage: place.plage };
  };

  const errors = diagnostics.filter(({ gravite }) => gravite === 'erreur');

  return {
    study: errors.length > 0 ? null : study,
    aEchanger: (nom) =>
      aEchanger(nom, {
        etude: (etude?.value as Study['etude'] | undefined) ?? null,
        lus: study ?? assemble(entries),
        diagnostics,
        collectionOf: (fichier) => found.files.find((file) => file.fichier === fichier)?.collection.nom,
        incomplete,
      }),
    ecartees: (etude?.value as Study['etude'] | undefined)?.regles_ecartees ?? [],
    diagnostics: sansRepetitions(diagnostics, heritage.origine).sort(byPlace),
    files: inputs.map(({ fichier, bytes, text }) => ({ path: fichier, bytes, text })),
    entries: [...entries.values()].reduce((sum, list) => sum + list.length, 0),
    origin: (path) => {
      const place = placeOf(path);
      return place && { fichier: place.fichier, ligne: place.plage.ligne };
    },
    place: placeOf,
    texts: new Map(found.files.map(({ fichier, text }) => [fichier, text])),
  };
}
