/** What the sentences of a project say of its targets and of its dates, against its measures and its calendar. */
import type { Projet } from '../../../../study/types.gen.js';
import { memeUnite, quantiteFr } from '../../../../texte/accords.js';
import { duJour, leJour, parJour, posterieur } from '../../../../texte/dates.js';
import { datesEcrites, MOIS_NUS } from '../../../../texte/dates-ecrites.js';
import { phraseNue } from '../../../../texte/identifiant.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { CLOS, debutDePhrase, finDePhrase } from '../../../../texte/propos.js';
import { motsDe, quantitesEcrites } from '../../../../texte/quantites-ecrites.js';
import { citee, type Phrase } from '../../phrases.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';
import { exacte, jugements } from './phrases-des-projets.js';

type Indicateur = NonNullable<Projet['indicateurs']>[number];
interface Ecart {
  contre: string;
  dit: string;
}

const mesure = ({ mesures = [] }: Indicateur): number | null => parJour(mesures).at(-1)?.valeur ?? null;
const depassee = ({ sens = 'max', cible }: Indicateur, valeur: number): boolean =>
  sens === 'max' ? valeur > cible : valeur < cible;
const NIE = /\b(?:ne|pas|ni|sans|presque|sauf|si|aurait)\b|\bn'/;
/** What was before, or came after. */
const ALORS = new RegExp(
  `[a-z](?:ait|aient)\\b|\\b(?:longtemps|encore|puis|ensuite|jusqu|avant|mi-parcours|(?:19|20)\\d\\d|${MOIS_NUS.join('|')})\\b`,
);

const COTE_DE_LA_CIBLE = new RegExp(
  String.raw`\b(?:(au-dela|au-dessus)|(en deca|au-dessous|en dessous)) de (?:la|sa) cible(?=${CLOS}| et\b)`,
  'g',
);

/** « Haies plantées au-delà de la cible » : of the one indicator whose first word its part of the sentence has. */
function sensDeLaCible({ id, indicateurs = [] }: Projet, texte: string): Ecart | null {
  if (!/cible/.test(texte)) return null;
  const plain = phraseNue(texte);
  for (const match of plain.matchAll(COTE_DE_LA_CIBLE)) {
    const before = debutDePhrase(plain.slice(0, match.index), true);
    const words = motsDe(before);
    const named = indicateurs.filter(({ libelle }) => words.includes(motsDe(libelle)[0] ?? '-'));
    const [only] = named;
    const valeur = only ? mesure(only) : null;
    if (!only || named.length > 1 || valeur === null || NIE.test(before) || valeur === only.cible) continue;
    if (
      ALORS.test(debutDePhrase(plain.slice(0, match.index))) ||
      ALORS.test(finDePhrase(plain.slice(match.index + match[0].length)))
    )
      continue;
    if (depassee(only, valeur) !== ((match[1] !== undefined) === ((only.sens ?? 'max') === 'max')))
      return {
        contre: `projets/${id}/indicateurs/${indicateurs.indexOf(only) + 1}`,
        dit: `« ${only.libelle} » est mesuré à ${quantiteFr(valeur, only.unite)}, pour une cible de ${memeUnite(only.cible, only.unite)}`,
      };
  }
  return null;
}

const CIBLES = new RegExp(`^cibles (depassees|atteintes|manquees)(?=${CLOS})`);

/** « Trois cibles dépassées ». */
function ciblesComptees({ id, indicateurs = [] }: Projet, texte: string): Ecart | null {
  for (const one of quantitesEcrites(texte)) {
    const word = CIBLES.exec(one.suite)?.[1];
    if (word === undefined || one.valeur < 2 || debutDePhrase(one.avant, true) !== '') continue;
    const measured = indicateurs.flatMap((indicateur) => {
      const valeur = mesure(indicateur);
      return valeur === null ? [] : [{ indicateur, valeur }];
    });
    const over = measured.filter(({ indicateur, valeur }) => depassee(indicateur, valeur)).length;
    const met = measured.filter(
      ({ indicateur, valeur }) => depassee(indicateur, valeur) || valeur === indicateur.cible,
    ).length;
    const real = word === 'depassees' ? over : word === 'atteintes' ? met : measured.length - met;
    // A target that is passed is reached: « trois cibles atteintes » may leave those aside.
    if (real === one.valeur || (word === 'atteintes' && met - over === one.valeur)) continue;
    return {
      contre: `projets/${id}/indicateurs`,
      dit: `ses indicateurs en comptent ${nombreFr(real)} (${word === 'depassees' ? 'dépassées' : word === 'atteintes' ? 'atteintes' : 'manquées'})`,
    };
  }
  return null;
}

const PERDU = /^(?:abandonn|manqu|perdu|refus|report|supprim|oubli)/;

const SUR_LE_TOUT = new RegExp(String.raw`^([a-z]+)s? (?:([a-z]+) )?sur (\d+|[a-z-]+)(?: ([a-z]+))?(?=${CLOS}| et\b)`);

/** « deux mares restaurées sur trois », « une mare sur trois abandonnée », `au` being the date of the record. */
function surLeTout({ id, indicateurs = [] }: Projet, texte: string, au: string | null): Ecart | null {
  for (const one of quantitesEcrites(texte)) {
    const [, noun = '', first = '', whole = '', then = ''] = SUR_LE_TOUT.exec(one.suite) ?? [];
    const total = quantitesEcrites(whole)[0]?.valeur;
    const state = first === '' ? then : first;
    if (total === undefined || state === '' || !exacte(one) || NIE.test(debutDePhrase(one.avant))) continue;
    const [word = '-'] = motsDe(noun);
    const named = indicateurs.filter(({ unite, cible }) => motsDe(unite)[0] === word && cible === total);
    const [only] = named;
    if (!only || named.length > 1) continue;
    const known = parJour(only.mesures)
      .filter(({ date }) => au === null || date === au)
      .at(-1)?.valeur;
    if (known === undefined) continue;
    const lost = PERDU.test(state);
    if (!lost && !motsDe(only.libelle).includes(motsDe(state)[0] ?? '-')) continue;
    if (lost ? one.valeur <= total - known : one.valeur === known) continue;
    return {
      contre: `projets/${id}/indicateurs/${indicateurs.indexOf(only) + 1}`,
      dit: `« ${only.libelle} » est mesuré à ${quantiteFr(known, only.unite)}, pour une cible de ${memeUnite(only.cible, only.unite)}`,
    };
  }
  return null;
}

export const cibleEcrite: RegleCoherence = {
  code: 'cible-ecrite',
  gravite: 'attention',
  titre: 'Une phrase dit une cible passée, ou manquée, autrement que ses mesures.',
  explication:
    'L’avis d’un projet, le commentaire d’une note et un constat de suivi disent de ses cibles ce que disent ses indicateurs : « Haies plantées au-delà de la cible » (l’indicateur dont la phrase a le premier mot), « Trois cibles dépassées », « deux mares restaurées sur trois », « une mare sur trois abandonnée » (l’indicateur de cette unité et de cette cible, à la date du constat). Une phrase qui nie, qui parle d’avant (« étaient en deçà », « en mars ») ou qui peut parler de deux indicateurs n’est pas comparée.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets } }) =>
    projets.flatMap((projet) => {
      const { id, titre, suivi = [], indicateurs = [] } = projet;
      if (indicateurs.length === 0) return [];
      const phrases: (Phrase & { au: string | null })[] = [
        ...jugements(projet).map((one) => ({ ...one, au: null })),
        ...suivi.map(({ constats: texte, date }, i) => ({
          texte,
          au: date,
          chemin: `projets/${id}/suivi/${i + 1}/constats`,
        })),
      ];
      return phrases.flatMap(({ texte, chemin, au }): Contradiction[] => {
        const found =
          (au === null ? (sensDeLaCible(projet, texte) ?? ciblesComptees(projet, texte)) : null) ??
          surLeTout(projet, texte, au);
        return found
          ? [
              {
                chemin,
                contre: [found.contre],
                message: `« ${titre} » écrit « ${citee(texte)} » ; ${found.dit}.`,
                issue: 'Corrigez la phrase ou la mesure.',
              },
            ]
          : [];
      });
    }),
};

/** « ont été entendus le », « est signée le »: told as done that day. What is fixed, put off or announced that day is to come; so is what a « que » or a « pour » leads to. */
const FAIT =
  /\b(?:(?:a|ont) ete (?!(?:fixe|prevu|programm|annonc|repouss|report|planifi|inscri|conven|propos|convi|reserv|loue|sollicit|mobilis|invit|convoqu|demand|cale|decal|avanc)[a-z]*)[a-z]+|(?:est|sont) (?:signe|vote|ouvert|livre|tenu|pose|plante|installe|adopte)[a-z]*)(?: (?!(?:que|qu'|pour|jusqu|sous|avec|d'ici|avant|apres|dont|et)\b)[a-z'-]+){0,5}? le(?: (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))?$/;

export const faitApresSonConstat: RegleCoherence = {
  code: 'fait-apres-son-constat',
  gravite: 'attention',
  titre: 'Un fait est raconté avant d’être arrivé.',
  explication:
    'La suite donnée à une décision (« suites.date ») et un point de suivi (« suivi.date ») racontent ce qui est fait à leur date : un jour écrit dans la phrase (« ont été entendus le 12 juin 2018 ») ne vient pas après. Une phrase qui annonce (« seront entendus », « a été fixée au 12 juin ») n’est pas comparée.',
  livrables: ['copil', 'fiches-projets', 'bilan'],
  verifier: ({ study: { reunions, projets } }) =>
    [
      ...reunions.flatMap(({ id, decisions = [] }) =>
        decisions.flatMap(({ suites = [] }, d) =>
          suites.map(({ texte, date }, s) => ({
            texte,
            date,
            at: `reunions/${id}/decisions/${d + 1}/suites/${s + 1}`,
            champ: 'texte',
          })),
        ),
      ),
      ...projets.flatMap(({ id, suivi = [] }) =>
        suivi.map(({ constats: texte, date }, s) => ({
          texte,
          date,
          at: `projets/${id}/suivi/${s + 1}`,
          champ: 'constats',
        })),
      ),
    ].flatMap(({ texte, date, at, champ }): Contradiction[] => {
      // Most sentences write no year.
      if (!/(?:19|20)\d\d/.test(texte)) return [];
      const late = datesEcrites(texte).find(
        (one) => one.date.length === 10 && posterieur(one.date, date) && FAIT.test(debutDePhrase(one.avant, true)),
      );
      return late === undefined
        ? []
        : [
            {
              chemin: `${at}/${champ}`,
              contre: [`${at}/date`],
              message: `« ${citee(texte)} » raconte un fait ${duJour(late.date)} ; ce constat est daté d’avant (${leJour(date)}).`,
              issue: 'Corrigez une des deux dates.',
            },
          ];
    }),
};

export const CIBLES_ECRITES = [cibleEcrite, faitApresSonConstat] as const;
