/** Helpers of the templates. They format and choose words; the analysis computes. */

import type { ElementCite, Etiquette, PublicAnalyse } from '../../analysis/diagnostic/index.js';
import { ETATS_RESERVE, type EtatReserve } from '../../analysis/etat/livrable.js';
import { type ConventionsAnalysis, sommesConvenues } from '../../analysis/mode-operatoire/conventions.js';
import { type Fiche, fiabiliteDe, type Preuves, type Solidite, solidite } from '../../analysis/preuves.js';
import { premiersDe } from '../../analysis/superlatifs.js';
import { SIGNE_ILLUSTRATIF } from '../../exhibits/cells.js';
import type { Exhibits } from '../../exhibits/types.js';
import { comiteEnPhrase, contratEnPhrase, nomDuComite } from '../../study/contrat.js';
import type { Study } from '../../study/study.js';
import {
  avecPoint,
  contracter,
  enumerer,
  enumererPremiers,
  majuscule,
  minuscule,
  nomsDuGroupe,
  sansPoint,
} from '../../texte/accords.js';
import { auJour, dateEnLettres, duJour, leJour, periode } from '../../texte/dates.js';
import { enLettres, euros, nombreFr } from '../../texte/nombres.js';
import { markdownOfField } from '../markdown/markdown-field.js';
import { type Engine, markdownBrut } from './handlebars.js';
import { HELPERS_DES_COMPTES, nombre, type Options, values } from './helpers-comptes.js';
import { HELPERS_DES_FICHES } from './helpers-experiences.js';
import { avecArticle, type Vocabulaire } from './labels.js';

const texteDe = (item: unknown): string => {
  if (typeof item !== 'object' || item === null) return String(item ?? '');
  if ('libelle' in item) return String(item.libelle);
  if ('texte' in item) return String(item.texte);
  if ('court' in item) return String(item.court);
  return 'nom' in item ? String(item.nom) : '';
};

/** « a, b et c »; beyond `max`, « a, b, c, d et 3 autres ». */
function listeDe(items: unknown, { hash }: Options, bas: (text: string) => string): string {
  const all = (Array.isArray(items) ? items : [])
    .map(texteDe)
    .map(sansPoint)
    .map(hash.minuscule ? bas : String);
  const max = typeof hash.max === 'number' ? hash.max : all.length;
  // « a et b et c », « a et b : c » would not say where one ends.
  if (
    all.length > 1 &&
    all.length <= max &&
    all.some((one) => / et | ou |, |\u00a0?: /.test(one.replace(/\([^)]*\)/g, '')))
  )
    return all.join(' ; ');
  // One more takes no more room than saying that there is one.
  return enumererPremiers(all, all.length === max + 1 ? all.length : max);
}

/** A text within a sentence, whose first letter loses its capital unless the provider of the study or a commune opens it. */
function enPhrase({ etude, territoire }: Study): (text: string) => string {
  const names = [etude.prestataire.nom, ...territoire.communes.map(({ nom }) => nom)];
  const named = (text: string): boolean =>
    names.some((name) => text.startsWith(name) && !/^[\p{L}\p{N}-]/u.test(text.slice(name.length)));
  return (text) => (named(text) ? text : minuscule(text));
}

/** Reservations of which the date is that of what was done. */
const FAITES: ReadonlySet<EtatReserve> = new Set(['levee', 'hors-delai', 'ecartee']);

const ditLeJour = (texte: unknown, date: string): boolean => {
  const plain = (text: string): string => text.replace(/\s/g, ' ');
  return plain(String(texte ?? '')).includes(plain(dateEnLettres(date)));
};

/** Helpers that need nothing of the study. */
const HELPERS = {
  /** « 12 345 ». */
  n: (value: unknown) => nombreFr(nombre(value)),
  /** A figure whose decimals say nothing: points of a scale of 100. */
  arrondi: (value: unknown) => nombreFr(Math.round(nombre(value))),
  /** 1, 2, 3… from an index of `each`. */
  depuisUn: (index: unknown) => nombre(index) + 1,
  /** « trois » up to sixteen, then figures. */
  lettres: (n: unknown) => enLettres(nombre(n)),
  euros: (n: unknown) => euros(nombre(n)),
  /** « au 15 février 2018 », « en avril 2018 ». */
  auJour: (value: unknown) => (typeof value === 'string' ? auJour(value) : ''),
  /** « le 15 février 2018 », « en avril 2018 ». */
  leJour: (value: unknown) => (typeof value === 'string' ? leJour(value) : ''),
  /** « levée le 28 juin 2019 », « en cours au 12 avril 2018 » within a sentence; without the day where `texte` says it. `ecrit`: it is that of the writing. */
  etatReserve: (etat: EtatReserve, date: unknown, texte: unknown, ecrit: unknown) => {
    const state = minuscule(ETATS_RESERVE[etat]);
    if (typeof date !== 'string' || ditLeJour(texte, date)) return state;
    return `${state} ${ecrit !== true && FAITES.has(etat) ? leJour(date) : auJour(date)}`;
  },
  date: (value: unknown) => (typeof value === 'string' ? dateEnLettres(value) : ''),
  /** « fait le 15 février 2018, » before what was done that day, unless the text says the day itself. */
  faitLeJour: (value: unknown, texte: unknown) =>
    typeof value !== 'string' || ditLeJour(texte, value) ? '' : `fait ${leJour(value)}, `,
  /** « du 15 février 2018 », « d’avril 2018 ». */
  duJour: (value: unknown) => (typeof value === 'string' ? duJour(value) : ''),
  /** « du 6 juillet au 8 août 2017 », « d’octobre 2017 à février 2018 », « le 6 juillet 2017 », « en 2016 ». */
  periode: (debut: unknown, fin: unknown) => periode(String(debut ?? ''), typeof fin === 'string' ? fin : undefined),
  majuscule: (text: unknown) => majuscule(String(text ?? '')),
  /** Without its final full stop, to go on with a sentence. */
  sansPoint: (text: unknown) => sansPoint(String(text ?? '')),
  /** A sentence of the study followed by another: with its full stop, which its author may have left out. */
  avecPoint: (text: unknown) => avecPoint(String(text ?? '')),
  /** `{{citations items max=4}}`: « « a », « b » et « c » ». */
  citations: (items: unknown, { hash }: Options) => {
    const all = (Array.isArray(items) ? items : []).map((item) => `« ${texteDe(item)} »`);
    return enumerer(typeof hash.max === 'number' ? all.slice(0, hash.max) : all);
  },
  /** « A ; b ; c », for items that are phrases. */
  enumeration: (items: unknown) =>
    (Array.isArray(items) ? items.map(texteDe).map(sansPoint) : [])
      .map((item, i) => (i === 0 ? majuscule(item) : minuscule(item)))
      .join(' ; '),
  /** Markdown that a field of the study carries on purpose. */
  markdown: (text: unknown) => markdownBrut(markdownOfField(String(text ?? ''))),
  /** Handlebars would write on the standard output. */
  log: () => {
    throw new Error('Missing helper: "log"');
  },
  egal: (a: unknown, b: unknown) => a === b,
  plusDe: (n: unknown, seuil: number) => nombre(n) > seuil,
  et: (...args: unknown[]) => values(args).every(Boolean),
  ou: (...args: unknown[]) => values(args).some(Boolean),
  premier: (items: unknown) => (Array.isArray(items) ? items[0] : undefined),
  /** Up to the first full stop. */
  premierePhrase: (text: unknown) => /^.*?[.!?](?=\s|$)/su.exec(String(text ?? ''))?.[0] ?? String(text ?? ''),
  /** At most `max` sayings about the needs of a public, one a need, the heaviest needs first. */
  verbatims: (groupe: PublicAnalyse, max: number) =>
    groupe.besoins
      .flatMap(({ libelle, paroles: [said], illustratif }) => (said ? [{ ...said, besoin: libelle, illustratif }] : []))
      .slice(0, max),
  /** Whether a description opens with the label that it explains. */
  commencePar: (texte: unknown, debut: string) =>
    String(texte ?? '')
      .toLowerCase()
      .startsWith(debut.toLowerCase()),
  /** What follows that label, with its full stop. */
  apres: (texte: unknown, debut: string) =>
    `${String(texte ?? '')
      .slice(debut.length)
      .replace(/\.\s*$/, '')}.`,
  /** Whether an entry of the list is illustrative. */
  illustrees: (list: unknown) =>
    (Array.isArray(list) ? list : []).some((one: { fiabilite?: string }) => one.fiabilite === 'illustratif'),
  /** The sign after a figure that rests on illustrative data, wholly or in part; nothing after one that does not. */
  signe: (of: unknown) => {
    const niveau = typeof of === 'object' && of !== null ? solidite(of as Preuves) : of;
    return niveau === 'illustratif' || niveau === 'en-partie' ? SIGNE_ILLUSTRATIF : '';
  },
  /** The sign after what one field of an entry says, where that field is illustrative. */
  signeChamp: (fiche: Fiche, champ: string) => (fiabiliteDe(fiche, [champ]) === 'illustratif' ? SIGNE_ILLUSTRATIF : ''),
  signeSeul: () => SIGNE_ILLUSTRATIF,
  /** Whether a finding of the list rests on illustrative data. */
  illustratif: (constats: unknown) =>
    (Array.isArray(constats) ? constats : []).some((constat: { solidite?: Solidite }) => constat.solidite !== 'fonde'),
  /** The heaviest needs of a public: several on a tie. */
  premiersBesoins: ({ besoins }: PublicAnalyse) => premiersDe(besoins, ({ poids }) => poids),
  /** The elements cited by the most actions: several on a tie. */
  premiersElements: (elements: unknown) =>
    premiersDe((Array.isArray(elements) ? elements : []) as ElementCite[], ({ nombre }) => nombre),
  /** Whether those that come first on a tie stand out of nothing: several with none below them, or more than a sentence quotes. */
  aucunNeDomine: (premiers: unknown, tous: unknown) =>
    nombre(premiers) > 3 || (nombre(premiers) > 1 && nombre(premiers) === nombre(tous)),
  sommesConvenues: (conventions: ConventionsAnalysis) => sommesConvenues(conventions),
  ...HELPERS_DES_COMPTES,
  ...HELPERS_DES_FICHES,
  cas(this: unknown, ...args: unknown[]): string {
    const [value, ...accepted] = values(args);
    const options = args.at(-1) as Options;
    return accepted.includes(value) ? options.fn(this) : options.inverse(this);
  },
};

/** Throws for a name that no exhibit of the deliverable has. */
function nomDeFeuille(exhibits: Exhibits, name: string): string {
  const exhibit = exhibits.get(name);
  if (!exhibit) throw new Error(`« ${name} » n’est dans aucune feuille du classeur`);
  const { sheet, title } = exhibit.kind === 'table' ? exhibit : exhibit.data;
  return sheet ?? title;
}

/** Whether the study has this exhibit and it has rows. */
function rempli(exhibits: Exhibits, name: string): boolean {
  const exhibit = exhibits.get(name);
  return exhibit?.kind === 'table' ? exhibit.rows.length > 0 : exhibit !== undefined && exhibit.empty === undefined;
}

const avecPreposition = (preposition: unknown, groupe: string): string =>
  preposition === 'de' || preposition === 'a' ? contracter(preposition, groupe) : groupe;

export interface HelperContext {
  study: Study;
  exhibits: Exhibits;
}

export function registerHelpers(handlebars: Engine, { study, exhibits }: HelperContext): void {
  for (const [name, helper] of Object.entries(HELPERS)) handlebars.registerHelper(name, helper);
  const noms = (vocabulaire: string, items: unknown): string[] =>
    (Array.isArray(items) ? items : [items])
      .filter((item): item is Etiquette => typeof item === 'object' && item !== null && 'id' in item)
      .flatMap((item) => nomsDuGroupe(avecArticle(study, vocabulaire as Vocabulaire, item)));
  const bas = enPhrase(study);
  handlebars.registerHelper({
    minuscule: (text: unknown) => bas(String(text ?? '')),
    /** `{{liste items max=4}}`; `minuscule=true` within a sentence. */
    liste: (items: unknown, options: Options) => listeDe(items, options, bas),
    /** `{{le "publics" public}}`: « les habitants », or several: « les habitants et les agriculteurs ». */
    le: (vocabulaire: string, items: unknown, options?: Options) =>
      enumerer(noms(vocabulaire, items), options?.hash?.mot === 'ni' ? 'ni' : 'et'),
    /** « des habitants », « du patrimoine bâti ». */
    de: (vocabulaire: string, items: unknown) => enumerer(noms(vocabulaire, items).map((nom) => contracter('de', nom))),
    /** « aux habitants ». */
    a: (vocabulaire: string, items: unknown) => enumerer(noms(vocabulaire, items).map((nom) => contracter('a', nom))),
    /** `{{comite}}`: « le comité de pilotage », as the study names it; `{{comite "de"}}`: « du comité de pilotage »; `{{comite "a"}}`: « au ». */
    comite: (preposition: unknown) => avecPreposition(preposition, comiteEnPhrase(study)),
    nomComite: () => nomDuComite(study),
    /** `{{contrat}}`: « le cahier des charges », as the study names it; with a preposition as above. */
    contrat: (preposition: unknown) => avecPreposition(preposition, contratEnPhrase(study)),
    /** `{{renvoi "besoins-couverture"}}`: a link « tableau 4 » or « figure 2 » to an exhibit that this document shows. */
    renvoi: (...args: unknown[]) => markdownBrut(`[](#${values(args).join('')})`),
    /** `{{renvois exhibits}}`: « (tableau 14 et tableau 15) » after a space, of those that the study has and that have rows; nothing where none has. */
    renvois: (names: unknown) => {
      const shown = (Array.isArray(names) ? names : []).filter((name) => rempli(exhibits, String(name)));
      return shown.length > 0 ? markdownBrut(` (${enumerer(shown.map((name) => `[](#${name})`))})`) : '';
    },
    /** `la {{feuille "scenario-a-raci"}}`: « feuille « Rôles » du classeur », where the workbook keeps the rows of an exhibit. */
    feuille: (...args: unknown[]) => `feuille « ${nomDeFeuille(exhibits, values(args).join(''))} » du classeur`,
    nomFeuille: (...args: unknown[]) => nomDeFeuille(exhibits, values(args).join('')),
    /** Block: the finding of this code, if it is in the list. */
    constat(this: unknown, constats: unknown, code: string, options: Options): string {
      const found = (Array.isArray(constats) ? constats : []).find(
        (constat: { code?: unknown }) => constat.code === code,
      );
      return found ? options.fn(found) : options.inverse(this);
    },
    /** Block: the study has this exhibit and it has rows. */
    sirempli(this: unknown, ...args: unknown[]): string {
      const options = args.at(-1) as Options;
      return rempli(exhibits, values(args).join('')) ? options.fn(this) : options.inverse(this);
    },
  });
}
