/** What is doubtful in a sentence of prose, beside its figures: words that claim without proof, what the study denies, names that judge, acronyms, percentages on few cases. */
import type { Dementi } from '../../analysis/coherence/ecrits/index.js';
import { CAS_POUR_UN_TAUX } from '../../analysis/preuves.js';
import type { Diagnostic } from '../../study/diagnostic.js';
import { minuscule } from '../../texte/accords.js';
import { faute } from './lieu.js';
import type { Texte } from './texte.js';

/** Words that claim; a sentence that uses one must give a figure or a source. */
const AFFIRMENT =
  'la plupart|massivement|largement|unanim(?:e|es|ement|ité)|majoritairement|majorité|robustes?|incontestables?|indéniables?|évident(?:e|s|es)?|considérables?|clairement|manifestement|assurément|évidemment|incontestablement|indéniablement|très nombreu(?:x|ses)|le plus souvent';
/** Words that judge those of whom they are said. */
const JUGENT =
  'à convaincre|réticen\\p{L}+|hostiles?|opposée?s?|peu intéressée?s?|défaillan\\p{L}+|incompéten\\p{L}+|passi(?:f|ve)s?';

/** Finds these as whole words. Their letters alone are looked for first: that takes little, and most sentences have none. */
function motsEntiers(mots: string): (text: string) => RegExpExecArray[] {
  const lettres = new RegExp(mots.replaceAll('\\p{L}+', ''), 'i');
  const entiers = new RegExp(`(?<!\\p{L})(${mots})(?!\\p{L})`, 'giu');
  return (text) => (lettres.test(text) ? [...text.matchAll(entiers)] : []);
}
const affirmations = motsEntiers(AFFIRMENT);
const jugements = motsEntiers(JUGENT);
const SIGLE = /(?<![\p{L}\d’'-])(\p{Lu}[\p{Lu}\d]{1,7})(?![\p{L}\d])/gu;
const ROMAIN = /^[IVXLC]+$/;

/** A sentence of a text, as it is read. */
export interface Phrase {
  texte: Texte;
  text: string;
  /** From the start of its paragraph. */
  offset: number;
  /** As its author typed it. */
  raw: string;
  /** A source that the paragraph cites vouches for it. */
  citee: boolean;
  dementis: readonly Dementi[];
  /** A place of the sentence, in its text. */
  here(index: number, longueur: number): { offset: number; longueur: number };
}

/** What the study spells out, and whom it names. */
interface Connus {
  sigles: ReadonlySet<string>;
  noms: readonly string[];
}

function sansPreuve({ texte, text, raw, citee, here }: Phrase): Diagnostic[] {
  if (citee || /\d|\{/.test(raw)) return [];
  return affirmations(text).map((match) =>
    faute(
      texte,
      'mot-sans-preuve',
      here(match.index, match[0].length),
      `« ${match[0]} » affirme sans chiffre ni source dans la phrase.`,
      'Donnez le compte, citez la source, ou retirez le mot.',
    ),
  );
}

const contredite = ({ texte, text, dementis, here }: Phrase): Diagnostic[] =>
  dementis.map(({ dit }) =>
    faute(
      texte,
      'phrase-contredite',
      here(text.search(/\S/), text.trim().length),
      `cette phrase et l’étude se contredisent : ${dit}.`,
      'Corrigez la phrase, ou ce que l’étude inscrit.',
    ),
  );

/** Whether a sentence names an organisation: in its own letters, or without the capital that the words before it take away (« la quincaillerie du Port »). */
const nomme = (phrase: string, nom: string): boolean =>
  phrase.includes(nom) || (nom.includes(' ') && phrase.includes(minuscule(nom)));

function quiJuge({ texte, text, here }: Phrase, noms: readonly string[]): Diagnostic[] {
  const [judged] = jugements(text);
  const named = judged ? noms.find((nom) => nomme(text, nom)) : undefined;
  if (!judged || !named) return [];
  return [
    faute(
      texte,
      'nom-qui-juge',
      here(judged.index, judged[0].length),
      `« ${named} » est nommé à côté de « ${judged[0]} » dans un document remis.`,
      'Parlez d’un ensemble d’acteurs, ou gardez la phrase pour l’édition interne.',
    ),
  ];
}

function surPeuDeCas({ texte, text, here }: Phrase): Diagnostic[] {
  const base = Number(/\bsur (\d+)\b/.exec(text)?.[1] ?? Number.POSITIVE_INFINITY);
  const percent = /\d\s*%/.exec(text);
  if (!percent || base >= CAS_POUR_UN_TAUX) return [];
  return [
    faute(
      texte,
      'pourcentage-petit-effectif',
      here(percent.index, percent[0].length),
      `un pourcentage sur ${base} cas fait croire à une mesure.`,
      `Au-dessous de ${CAS_POUR_UN_TAUX} cas, donnez les comptes.`,
    ),
  ];
}

/** Each acronym is told once a text: `dits` holds those that were, and is added to. */
function nonDeveloppes({ texte, text, here }: Phrase, { sigles, noms }: Connus, dits: Set<string>): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { 0: sigle, index } of text.matchAll(SIGLE)) {
    const spelled = texte.markdown.includes(`(${sigle})`) || texte.markdown.includes(`${sigle} (`);
    if (ROMAIN.test(sigle) || sigles.has(sigle) || spelled || dits.has(sigle)) continue;
    if (noms.some((nom) => nom.includes(sigle))) continue;
    dits.add(sigle);
    found.push(
      faute(
        texte,
        'sigle-non-developpe',
        here(index, sigle.length),
        `« ${sigle} » n'est développé nulle part.`,
        'Écrivez-le en toutes lettres une fois, ou ajoutez-le au glossaire de etude.yaml.',
      ),
    );
  }
  return found;
}

export const verifierPhrase = (phrase: Phrase, connus: Connus, dits: Set<string>): Diagnostic[] => [
  ...sansPreuve(phrase),
  ...contredite(phrase),
  ...quiJuge(phrase, connus.noms),
  ...surPeuDeCas(phrase),
  ...nonDeveloppes(phrase, connus, dits),
];
