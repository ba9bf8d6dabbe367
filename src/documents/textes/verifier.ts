/** Prose checked like data: typed figures, words that claim without proof, names that judge, acronyms, percentages on few cases. */

import type { Chiffre, Chiffres } from '../../analysis/chiffres/index.js';
import { type Dementi, type Lecteur, lecteurDe } from '../../analysis/coherence/ecrits/index.js';
import { mentionsBesoin } from '../../analysis/diagnostic/besoins.js';
import { analyserGlossaire } from '../../analysis/glossaire.js';
import { CAS_POUR_UN_TAUX } from '../../analysis/preuves.js';
import { once } from '../../analysis/une-fois.js';
import type { Diagnostic } from '../../study/diagnostic.js';
import type { Study } from '../../study/study.js';
import { minuscule } from '../../texte/accords.js';
import { sansEntites } from '../../texte/entites-html.js';
import { nombreFr } from '../../texte/nombres.js';
import { egal, nombresConnus } from './connus.js';
import { formesImprimees } from './formes.js';
import { faute } from './lieu.js';
import { comptesEnLettres, estUnSeuil, type NombreTape, nombresTapes, prose, toutCompter } from './nombres.js';
import { seDeduit } from './rapports.js';
import { paragraphes } from './relecture.js';
import { CITATION } from './remplir.js';
import type { Texte } from './texte.js';

/** Beyond this ratio, a figure that has the same noun is about something else. */
const MEME_ORDRE = 2;

const memeOrdre = (a: number, b: number): boolean => Math.max(a, b) <= MEME_ORDRE * Math.min(a, b);

/** Words that claim; a sentence that uses one must give a figure or a source. */
const AFFIRMATIONS =
  /(?<!\p{L})(la plupart|massivement|largement|unanim(?:e|es|ement|ité)|majoritairement|majorité|robustes?|incontestables?|indéniables?|évident(?:e|s|es)?|considérables?|clairement|manifestement|assurément|évidemment|incontestablement|indéniablement|très nombreu(?:x|ses)|le plus souvent)(?!\p{L})/giu;
const JUGEMENTS =
  /(?<!\p{L})(à convaincre|réticen\p{L}+|hostiles?|opposée?s?|peu intéressée?s?|défaillan\p{L}+|incompéten\p{L}+|passi(?:f|ve)s?)(?!\p{L})/iu;
const SIGLE = /(?<![\p{L}\d’'-])(\p{Lu}[\p{Lu}\d]{1,7})(?![\p{L}\d])/gu;
const ROMAIN = /^[IVXLC]+$/;

export interface ContexteProse {
  chiffres: Chiffres;
  /** Whether the study holds a number; else whether a computed figure is worth it, as a sentence may round it; else whether any calculation comes to it. */
  estConnu(tape: NombreTape): boolean;
  /** How many times each need was mentioned. */
  citations: ReadonlySet<number>;
  /** Acronyms that the study spells out. */
  sigles: ReadonlySet<string>;
  /** Names and acronyms of the actors. */
  noms: readonly string[];
  /** What sentences are held to, beside the figures. */
  lecteur: () => Lecteur;
}

export function contexteProse(study: Study, chiffres: Chiffres, date: string): ContexteProse {
  const sigles = new Set(analyserGlossaire(study).map(({ sigle }) => sigle));
  const noms = study.acteurs.flatMap(({ nom, sigle }) => (sigle ? [nom, sigle] : [nom]));
  return {
    chiffres,
    estConnu: nombresConnus(study, chiffres, date),
    citations: new Set(study.besoins.flatMap((besoin) => mentionsBesoin(besoin) ?? [])),
    sigles,
    noms,
    lecteur: once(() => lecteurDe(study)),
  };
}

/** Sentences of a paragraph with their offsets; an abbreviation may cut one, which only makes a check stricter. */
function phrases(text: string): { text: string; offset: number }[] {
  return [...text.matchAll(/[^.!?…\n][^.!?…]*[.!?…]*/g)].map((match) => ({ text: match[0], offset: match.index }));
}

const MARQUES = /\*+|(?<!\p{L})_+|_+(?!\p{L})/gu;

/** What a sentence contradicts, read as it is printed: without the marks of bold and italic, its entities in plain letters. */
function dementisDe(text: string, { livrable }: Texte, { lecteur }: ContexteProse): Dementi[] {
  const bare = /[*_]/.test(text) ? text.replace(MARQUES, '') : text;
  return lecteur()(sansEntites(bare).trim().normalize('NFC'), livrable);
}

/** Whether a sentence names an organisation: in its own letters, or without the capital that the words before it take away (« la quincaillerie du Port »). */
const nomme = (phrase: string, nom: string): boolean =>
  phrase.includes(nom) || (nom.includes(' ') && phrase.includes(minuscule(nom)));

/** What a mention of a need is counted in. */
const CITEE = /^(?:participations?|citations?|réponses?|personnes?)$/u;

function nombre(
  texte: Texte,
  tape: NombreTape,
  offset: number,
  { chiffres, estConnu, citations }: ContexteProse,
): Diagnostic[] {
  const at = { offset: offset + tape.offset, longueur: tape.texte.length };
  if (tape.mot !== null && CITEE.test(tape.mot) && citations.has(tape.valeur)) return [];
  const same: Chiffre[] = tape.mot ? chiffres.comptesDe(tape.mot) : [];
  if (same.length > 0 && !tape.pourcent) {
    const matching = same.find(({ valeur }) => typeof valeur === 'number' && egal(valeur, tape.valeur));
    // Some of them, a part of the territory, a threshold: another count than theirs.
    if (matching || estUnSeuil(tape) || (!toutCompter(tape) && estConnu(tape))) return [];
    const [nearest] = [...same].sort(
      (a, b) => Math.abs(Number(a.valeur) - tape.valeur) - Math.abs(Number(b.valeur) - tape.valeur),
    );
    return [
      faute(
        texte,
        'chiffre-perime',
        at,
        `« ${tape.texte} ${tape.mot} » ne correspond à aucun calcul de l'étude.`,
        nearest && memeOrdre(Number(nearest.valeur), tape.valeur)
          ? `Le plus proche : « ${nearest.libelle} » vaut ${nombreFr(Number(nearest.valeur))} ; écrivez « {${nearest.nom} ${nearest.mot}} » et le chiffre suivra.`
          : `Si le chiffre vient d'ailleurs, citez sa source dans la phrase (« [@id-de-la-source] ») ; sinon, prenez-le par son nom : « atelier explain chiffres ».`,
      ),
    ];
  }
  if (estConnu(tape) || (tape.mot === 'hab' && estUnSeuil(tape))) return [];
  return [
    faute(
      texte,
      'chiffre-sans-origine',
      at,
      `« ${tape.texte}${tape.pourcent ? ' %' : ''} » n'est ni dans les données de l'étude, ni dans ses calculs.`,
      'Citez sa source dans la phrase (« [@id-de-la-source] »), ou prenez un chiffre calculé par son nom.',
    ),
  ];
}

/** Whether a count in letters passes all that the study counts under that name: a smaller one may be some of them. */
function auDela({ mot, valeur }: NombreTape, chiffres: Chiffres): boolean {
  const same = mot === null ? [] : chiffres.comptesDe(mot);
  return same.length > 0 && same.every((one) => typeof one.valeur !== 'number' || one.valeur < valeur);
}

/** Where what the citations of a paragraph vouch for ends: with the sentence of the last of them, as a note bears on what precedes it. */
function citedUpTo(markdown: string): number {
  const last = [...markdown.matchAll(CITATION)].at(-1);
  if (!last) return 0;
  const after = last.index + last[0].length;
  const rest = /^[^.!?…]*/.exec(prose(markdown).slice(after))?.[0] ?? '';
  return after + rest.length;
}

/** What is doubtful in the prose of one text. Headings, quotes and sayings are left to their author. */
export function verifierProse(texte: Texte, contexte: ContexteProse): Diagnostic[] {
  const { sigles, noms } = contexte;
  const developpes = new Set<string>();
  const all = paragraphes(texte.markdown);
  const ofProse = all.flatMap(({ markdown, offset }) => {
    const text = prose(markdown);
    const end = citedUpTo(markdown);
    const sentences = phrases(text).map((phrase) => ({ phrase, dementis: dementisDe(phrase.text, texte, contexte) }));
    // A number that a sentence gives wrong of something is told with that.
    const told = ({ offset: at, valeur, pourcent }: NombreTape): boolean =>
      sentences.some(
        ({ phrase, dementis }) =>
          at >= phrase.offset &&
          at < phrase.offset + phrase.text.length &&
          dementis.some((one) => one.valeur === valeur || (pourcent && one.valeur === valeur * 100)),
      );
    const tapes = nombresTapes(markdown);
    const dites = phrases(text).map(({ offset: from, text: { length } }) =>
      tapes.filter(({ offset: at }) => at >= from && at < from + length),
    );
    const found: Diagnostic[] = [
      ...tapes.filter((tape) => !dites.some((others) => others.includes(tape) && seDeduit(tape, others))),
      ...comptesEnLettres(markdown).filter((tape) => auDela(tape, contexte.chiffres)),
    ].flatMap((tape) => (tape.offset < end || told(tape) ? [] : nombre(texte, tape, offset, contexte)));
    for (const { phrase, dementis } of sentences) {
      const raw = markdown.slice(phrase.offset, phrase.offset + phrase.text.length);
      const here = (index: number, longueur: number) => ({ offset: offset + phrase.offset + index, longueur });
      if (phrase.offset >= end && !/\d|\{/.test(raw))
        for (const match of phrase.text.matchAll(AFFIRMATIONS))
          found.push(
            faute(
              texte,
              'mot-sans-preuve',
              here(match.index, match[0].length),
              `« ${match[0]} » affirme sans chiffre ni source dans la phrase.`,
              'Donnez le compte, citez la source, ou retirez le mot.',
            ),
          );
      for (const { dit } of dementis)
        found.push(
          faute(
            texte,
            'phrase-contredite',
            here(phrase.text.search(/\S/), phrase.text.trim().length),
            `cette phrase et l’étude se contredisent : ${dit}.`,
            'Corrigez la phrase, ou ce que l’étude inscrit.',
          ),
        );
      const judged = JUGEMENTS.exec(phrase.text);
      const named = judged ? noms.find((nom) => nomme(phrase.text, nom)) : undefined;
      if (judged && named)
        found.push(
          faute(
            texte,
            'nom-qui-juge',
            here(judged.index, judged[0].length),
            `« ${named} » est nommé à côté de « ${judged[0]} » dans un document remis.`,
            'Parlez d’un ensemble d’acteurs, ou gardez la phrase pour l’édition interne.',
          ),
        );
      const base = Number(/\bsur (\d+)\b/.exec(phrase.text)?.[1] ?? Number.POSITIVE_INFINITY);
      const percent = /\d\s*%/.exec(phrase.text);
      if (percent && base < CAS_POUR_UN_TAUX)
        found.push(
          faute(
            texte,
            'pourcentage-petit-effectif',
            here(percent.index, percent[0].length),
            `un pourcentage sur ${base} cas fait croire à une mesure.`,
            `Au-dessous de ${CAS_POUR_UN_TAUX} cas, donnez les comptes.`,
          ),
        );
      for (const match of phrase.text.matchAll(SIGLE)) {
        const [sigle] = match;
        const spelled = texte.markdown.includes(`(${sigle})`) || texte.markdown.includes(`${sigle} (`);
        if (
          ROMAIN.test(sigle) ||
          sigles.has(sigle) ||
          spelled ||
          developpes.has(sigle) ||
          noms.some((nom) => nom.includes(sigle))
        )
          continue;
        developpes.add(sigle);
        found.push(
          faute(
            texte,
            'sigle-non-developpe',
            here(match.index, sigle.length),
            `« ${sigle} » n'est développé nulle part.`,
            'Écrivez-le en toutes lettres une fois, ou ajoutez-le au glossaire de etude.yaml.',
          ),
        );
      }
    }
    return found;
  });
  return [...formesImprimees(texte, all), ...ofProse];
}
