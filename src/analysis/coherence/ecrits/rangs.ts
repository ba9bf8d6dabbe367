/** « le relais arrive en tête », « la régie devance la coopérative »: the places that a sentence gives to scenarios, against the comparison on all its criteria. */
import { scenariosCompares } from '../../../study/essais.js';
import type { Study } from '../../../study/study.js';
import type { Scenario } from '../../../study/types.gen.js';
import { nu, phraseNue } from '../../../texte/identifiant.js';
import { nombreEnLettres } from '../../../texte/nombres.js';
import { debutDePhrase, finDePhrase } from '../../../texte/propos.js';
import { analyserScenarios } from '../../scenarios/index.js';
import { nomDuScenario } from '../../scenarios/noms.js';
import { once } from '../../une-fois.js';
import { contientUn, type Dementi, type Lecteur } from './lecteur.js';
import { ARTICLE, entiere, nomsDesScenarios } from './noms.js';
import { aSesPoints, EGAUX, ORDINAUX, PLACES } from './places.js';

const PLACE = `(${ORDINAUX}|derniere?)`;
/** What names the whole comparison, and no other. */
const DE_TOUS =
  "(?: (?:du classement|au classement|de la comparaison|de l'analyse multicritere|des scenarios|sur l'ensemble des criteres|sur tous les criteres|au total|au score|en score))";
/** What another ranking is of: those who voted or were asked, one criterion, other weights. */
const AUTRE_CLASSEMENT =
  /\b(?:vot\w*|voix|suffrages?|sondages?|enquetes?|questionnaires?|ateliers?|habitant\w*|usagers?|elus?|criteres?|prefer\w*|avis|publics?|participants?|benefices?|robust\w*|tirages?|simulations?|topsis|promethee|poids|ponder\w*|couts?|prix|chers?|cheres?|viabilite|besoins?|demandes?|delais?|notes?|jurys?|comites?|concours|consultations?|candidatures?)\b/;

/** What a sentence that places a scenario has: the patterns, which are long to make, are made at the first. */
const MOTS = ['tête', 'devance', 'class', 'score', 'arrive', 'derni', 'premi', 'deuxi', 'second', 'troisi'];
const PEUT_ETRE =
  /[Ee]n tête|la tête|devance|meilleur score|mieux class|bien class|(?:arrive|pass[ée]|class[ée]e?|finit|termine|est l?[ea]?) ?(?:en |la |le )?(?:premi|deuxi|second(?!air)|troisi|quatri|cinqui|derni|devant|derrière)/;

interface Classe {
  scenario: Scenario;
  score: number;
  /** First and last place that it may be given, equal scores together. */
  places: readonly [number, number];
}

export function rangsEcrits(study: Study): Lecteur {
  const { length: compares } = scenariosCompares(study.scenarios);
  if (compares < 2 || !study.criteres) return () => [];
  const noms = once(() => nomsDesScenarios(study));
  const patterns = once(() => {
    const N = noms().motif;
    const UN = `${ARTICLE}(?:scenario )?(?:« )?${N}`;
    const count = nu(nombreEnLettres(compares) ?? '');
    const tous = `(?:${DE_TOUS}| des ${count}(?: scenarios)?)?`;
    const devant = `,? (?:juste |loin |nettement )?devant ${UN}`;
    const FIN = `(?![^.;:!]*\\?)(?=(?:,? avec [\\d,]+ points?(?: sur (?:100|cent))?)? *(?:[.;:!)]|$|,(?! (?:hors|sauf|par|a|en|au|aux|pour|sans|si|avec|sur|selon|ex)\\b))| (?:mais|car)\\b)`;
    return {
      tete: new RegExp(
        `\\b${N} (?:(?:arrive|vient|sort|est|reste|se place|est classee?|se classe) en tete|prend la tete|est l[ea] mieux classee?|a le meilleur score|obtient le meilleur score)${tous}(?:${devant})?${FIN}`,
        'g',
      ),
      place: new RegExp(
        `\\b${N} (?:(?:arrive|est classee?|se classe|finit|termine) (?:l[ea] |en )?${PLACE}(?: position| place)?${tous}|est (?:l[ea] )?${PLACE}(?: scenario)?(?:${DE_TOUS}|(?= des ${count}))${tous})${FIN}`,
        'g',
      ),
      devant: new RegExp(
        `\\b${N} (devance|passe devant|arrive devant|arrive derriere|est classee? devant|est classee? derriere|est mieux classee? que|est moins bien classee? que|a un meilleur score que|est devance par)(?: d[eu'][^,.;:]{0,20} points?)? ?${UN}${tous}${FIN}`,
        'g',
      ),
      suivi: new RegExp(`\\ben tete${DE_TOUS}?,? (?:est |vient |arrive |se trouve |: )?${UN}${FIN}`, 'g'),
    };
  });
  const classes = once((): Classe[] => {
    const { scenarios, evaluation } = analyserScenarios(study);
    const scores = evaluation?.scores ?? [];
    return scenarios.flatMap(({ chiffrage: { scenario } }, i): Classe[] => {
      const score = scores[i];
      if (score === undefined) return [];
      const above = scores.filter((one) => one > score + EGAUX).length;
      const near = scores.filter((one) => Math.abs(one - score) <= EGAUX).length;
      return [{ scenario, score, places: [above + 1, above + near] }];
    });
  });
  const de = (nom: string): Classe | undefined => classes().find(({ scenario }) => scenario.id === noms().de(nom)?.id);
  const points = ({ scenario, score }: Classe): string => aSesPoints(nomDuScenario(scenario), score);
  const dementi = (own: Classe, other: Classe): Dementi => ({
    dit: `${points(own)} au classement, et ${points(other)}`,
    contre: [`scenarios/${own.scenario.id}`, `scenarios/${other.scenario.id}`, 'criteres/criteres'],
  });
  /** Another that stands where the sentence puts one: the first for the first place, the last for the last, else the one nearest in score. */
  const alaPlace = (own: Classe, place: number): Classe | null =>
    classes().find((one) => one !== own && one.places[0] <= place && one.places[1] >= place) ?? null;
  const place = (nom: string, told: number | null): Dementi | null => {
    const own = de(nom);
    const rank = told ?? classes().length;
    if (!own || rank > classes().length || (own.places[0] <= rank && own.places[1] >= rank)) return null;
    const other = alaPlace(own, rank);
    return other && dementi(own, other);
  };
  return (phrase, ou) => {
    if (!contientUn(phrase, MOTS) || !PEUT_ETRE.test(phrase) || /^(?:projets|fiches-projets)\b/.test(ou)) return [];
    const plain = phraseNue(phrase);
    const found: Dementi[] = [];
    const each = (pattern: RegExp, read: (groups: string[]) => Dementi | null, prelude = ''): void => {
      for (const match of plain.matchAll(pattern)) {
        const before = plain.slice(0, match.index);
        const after = plain.slice(match.index + match[0].length);
        const frame = `${debutDePhrase(before)} | ${finDePhrase(after)}`.replace(
          /sur (?:l'ensemble d|tous l)es criteres/g,
          '',
        );
        if (
          !entiere(before + prelude) ||
          AUTRE_CLASSEMENT.test(frame) ||
          /\b(?:vot\w*|voix|suffrages?|sondages?)\b/.test(before)
        )
          continue;
        const one = read(match.slice(1).map((group) => group ?? ''));
        if (one) found.push(one);
      }
    };
    each(patterns().tete, ([a = '', b = '']) => place(a, 1) ?? (b === '' ? null : avant(a, b)));
    each(patterns().place, ([a = '', one = '', two = '']) => {
      const word = one || two;
      return place(a, PLACES[word] ?? null);
    });
    each(patterns().suivi, ([a = '']) => place(a, 1));
    each(patterns().devant, ([a = '', how = '', b = '']) =>
      /derriere|moins|devance par/.test(how) ? avant(b, a) : avant(a, b),
    );
    return found;
  };

  /** The first is said before the second. */
  function avant(first: string, second: string): Dementi | null {
    const [a, b] = [de(first), de(second)];
    return !a || !b || a === b || a.score >= b.score - EGAUX ? null : dementi(a, b);
  }
}
