/** Prose checked like data: its typed figures, then each of its sentences. */

import type { Chiffre, Chiffres } from '../../analysis/chiffres/index.js';
import { type Dementi, type Lecteur, lecteurDe } from '../../analysis/coherence/ecrits/index.js';
import { mentionsBesoin } from '../../analysis/diagnostic/besoins.js';
import { analyserGlossaire } from '../../analysis/glossaire.js';
import { once } from '../../analysis/une-fois.js';
import type { Diagnostic } from '../../study/diagnostic.js';
import type { Study } from '../../study/study.js';
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
import { type Phrase, verifierPhrase } from './verifier-phrase.js';

/** Beyond this ratio, a figure that has the same noun is about something else. */
const MEME_ORDRE = 2;

const memeOrdre = (a: number, b: number): boolean => Math.max(a, b) <= MEME_ORDRE * Math.min(a, b);

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
  scenarios: Study['scenarios'];
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
    scenarios: study.scenarios,
    lecteur: once(() => lecteurDe(study)),
  };
}

/** Sentences of a paragraph with their offsets; an abbreviation may cut one, which only makes a check stricter. */
function phrases(text: string): { text: string; offset: number }[] {
  return [...text.matchAll(/[^.!?…\n][^.!?…]*[.!?…]*/g)].map((match) => ({ text: match[0], offset: match.index }));
}

/** The section of a text that is of one scenario: its id follows. */
const DU_SCENARIO = 'scenario-';

const MARQUES = /\*+|(?<!\p{L})_+|_+(?!\p{L})/gu;

/** What a sentence contradicts, read as it is printed: without the marks of bold and italic, its entities in plain letters. */
function dementisDe(text: string, { livrable, section }: Texte, { lecteur, scenarios }: ContexteProse): Dementi[] {
  const bare = sansEntites(/[*_]/.test(text) ? text.replace(MARQUES, '') : text)
    .trim()
    .normalize('NFC');
  const rank = section.startsWith(DU_SCENARIO) ? scenarios.findIndex(({ id }) => section === DU_SCENARIO + id) : -1;
  const own = scenarios[rank];
  // « Ce scénario », in the text of one, is that one.
  if (!own) return lecteur()(bare, livrable);
  const nom = own.titre.replace(/^(?:l[’']|une? |l[ea]s? )/iu, '');
  return lecteur()(bare.replace(/(?<!\p{L})ce scénario(?!\p{L})/giu, `le scénario « ${nom} »`), `scenarios/${rank}`);
}

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

const dans = ({ offset }: NombreTape, phrase: Phrase): boolean =>
  offset >= phrase.offset && offset < phrase.offset + phrase.text.length;

/** Figures of a paragraph that nothing in their own sentence accounts for: neither a calculation on the others, nor a contradiction that tells them. */
function chiffresDouteux(markdown: string, sentences: readonly Phrase[], { chiffres }: ContexteProse): NombreTape[] {
  const tapes = nombresTapes(markdown);
  const deduit = (tape: NombreTape): boolean =>
    sentences.some(
      (phrase) =>
        dans(tape, phrase) &&
        seDeduit(
          tape,
          tapes.filter((other) => dans(other, phrase)),
        ),
    );
  const dit = (tape: NombreTape): boolean =>
    sentences.some(
      (phrase) =>
        dans(tape, phrase) &&
        phrase.dementis.some(({ valeur }) => valeur === tape.valeur || (tape.pourcent && valeur === tape.valeur * 100)),
    );
  return [
    ...tapes.filter((tape) => !deduit(tape)),
    ...comptesEnLettres(markdown).filter((tape) => auDela(tape, chiffres)),
  ].filter((tape) => !dit(tape));
}

/** What is doubtful in the prose of one text. Headings, quotes and sayings are left to their author. */
export function verifierProse(texte: Texte, contexte: ContexteProse): Diagnostic[] {
  const developpes = new Set<string>();
  const all = paragraphes(texte.markdown);
  const ofProse = all.flatMap(({ markdown, offset }) => {
    const end = citedUpTo(markdown);
    const sentences = phrases(prose(markdown)).map(
      ({ text, offset: from }): Phrase => ({
        texte,
        text,
        offset: from,
        raw: markdown.slice(from, from + text.length),
        citee: from < end,
        dementis: dementisDe(text, texte, contexte),
        here: (index, longueur) => ({ offset: offset + from + index, longueur }),
      }),
    );
    const figures = chiffresDouteux(markdown, sentences, contexte).filter((tape) => tape.offset >= end);
    return [
      ...figures.flatMap((tape) => nombre(texte, tape, offset, contexte)),
      ...sentences.flatMap((one) => verifierPhrase(one, contexte, developpes)),
    ];
  });
  return [...formesImprimees(texte, all), ...ofProse];
}
