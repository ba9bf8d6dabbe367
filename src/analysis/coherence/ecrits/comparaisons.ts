/** « la régie coûte plus du double du réseau », « le réseau est le moins cher »: scenarios that a sentence compares, against their costs. */
import type { Study } from '../../../study/study.js';
import type { Scenario } from '../../../study/types.gen.js';
import { nu, phraseNue, sansArticle } from '../../../texte/identifiant.js';
import { euros, nombreEnLettres, nombreFr } from '../../../texte/nombres.js';
import { chiffrageDe } from '../../scenarios/chiffrage.js';
import { nomDuScenario } from '../../scenarios/noms.js';
import { once } from '../../une-fois.js';
import { contientUn, type Dementi, type Lecteur } from './lecteur.js';
import { ARTICLE, entiere, nomsDesScenarios } from './noms.js';
import { valeurDe } from './propositions.js';

const DU = "(?:du |de la |de l'|des |de )";
/** Nothing that would compare something else: « par habitant », « à ouvrir », « la première année », « , aides déduites »; and no question. */
const RESTRICTION =
  "(?:hors|sauf|par|rapport\\w+|une fois|a|en|au|aux|pour|sans|si|avec|sur|selon|aides?|deduction|deduite?s?|nette?|compte)\\b|d'apres";
/** « le moins cher des trois » is told of all of them when they are three. */
const fin = (nombre: number): string => {
  const count = nu(nombreEnLettres(nombre) ?? '');
  return `(?! *\\?|[^.;:!]*\\?)(?= *[.;:!)]| *,(?! (?:${RESTRICTION}))| (?:mais|car)\\b| des (?:(?:(?:${count}|autres|differents) )?scenarios|${count}) *(?:[.,;:!)]|$)|$)`;
};
const FOIS: Readonly<Record<string, number>> = { double: 2, triple: 3, quadruple: 4, deux: 2, trois: 3, quatre: 4 };
/** Two costs within so much of one another: neither is the dearer. */
const EGAUX = 0.02;
/** A gap in euros is told within so much of it. */
const ECART = 0.1;
/** « le double » is told of a ratio near it. */
const PRES = 0.2;

/** What a comparison has at least. */
const DEGRES = ['plus', 'moins', 'double', 'triple', 'quadruple'];

/** What follows a name in each pattern: those that have the names of the study are long to make. */
const COMPARE =
  /(?:coute(?:nt)?|revien(?:nen)?t|est|sont)(?: annuellement| donc)? (?:plus|moins|du |le |la |les |deux|trois|quatre|\d[\d ]* ?(?:€|euros) )/;

interface Chiffre {
  scenario: Scenario;
  parAn: number;
}

/** The patterns that compare two costs, or one with all, by the names of `combien` scenarios. */
function motifsDe(N: string, combien: number) {
  const UN = `${ARTICLE}(?:scenario )?(?:« )?${N}`;
  // « que le relais et le réseau réunis » adds two.
  const FIN = fin(combien);
  const DEUX = `(?:${FIN}|(?= et (?!(?:l'|le |la |les ))))`;
  return {
    que: new RegExp(
      `\\b${N} (?:coute(?:nt)?(?: annuellement)?|revien(?:nen)?t|est|sont) (plus|moins)(?: cheres?| chers?| couteu\\w+)? que ${UN}${DEUX}`,
      'g',
    ),
    fois: new RegExp(
      `\\b${N} coute(?:nt)? (plus |moins |)(?:du |le )(double|triple|quadruple) ${DU}(?:scenario )?(?:« )?${N}${DEUX}`,
      'g',
    ),
    foisPlus: new RegExp(
      `\\b${N} coute(?:nt)? (plus de |)(deux|trois|quatre) fois plus(?: cher)? que ${UN}${DEUX}`,
      'g',
    ),
    foisMoins: new RegExp(`\\b${N} coute(?:nt)? ()(deux|trois|quatre) fois moins(?: cher)? que ${UN}${DEUX}`, 'g'),
    ecart: new RegExp(
      `\\b${N} (?:coute(?:nt)?|revien(?:nen)?t a) (?<n>\\d[\\d ]*(?:,\\d+)?) ?(?:€|euros) (?:(?:par an|chaque annee) )?de (plus|moins)(?: par an| chaque annee)? que ${UN}${FIN}`,
      'g',
    ),
    seul: new RegExp(
      `\\b${N} (?:est|sont) (?:donc )?(?:le scenario )?l[ea]s? (plus|moins) (?:cheres?|chers?|couteu\\w+)(?:${FIN}|(?= (?:et|que) ))`,
      'g',
    ),
  };
}

const euro = ({ scenario, parAn }: Chiffre): string => `« ${nomDuScenario(scenario)} » coûte ${euros(parAn)} par an`;

/** Both costs, and how many times the dearer is the other. */
const deux = (a: Chiffre, b: Chiffre): Dementi => ({
  dit: `${euro(a)}, et ${euro(b)}${b.parAn > 0 && a.parAn > b.parAn ? ` (${nombreFr(Math.round((10 * a.parAn) / b.parAn) / 10)} fois)` : ''}`,
  contre: [`scenarios/${a.scenario.id}/moyens`, `scenarios/${b.scenario.id}/moyens`],
});

const egaux = (a: Chiffre, b: Chiffre): boolean => Math.abs(a.parAn - b.parAn) <= EGAUX * Math.max(a.parAn, b.parAn);

/** « plus du double », « moins du triple », « le double »: whether the ratio of two costs is so. */
function rapportVrai(real: number, times: number, more: string): boolean {
  if (more.startsWith('plus')) return real > times * (1 - EGAUX);
  if (more.startsWith('moins')) return real < times * (1 + EGAUX);
  return Math.abs(real / times - 1) <= PRES;
}

export function comparaisonsEcrites(study: Study): Lecteur {
  const { scenarios } = study;
  if (scenarios.length < 2) return () => [];
  const noms = once(() => nomsDesScenarios(study));
  const costs = once((): Chiffre[] =>
    scenarios.map((scenario) => {
      const { coutTotal, annees } = chiffrageDe(study, scenario);
      return { scenario, parAn: coutTotal / annees };
    }),
  );
  const coutDe = (nom: string): Chiffre | undefined => costs().find(({ scenario }) => scenario === noms().de(nom));
  const patterns = once(() => motifsDe(noms().motif, scenarios.length));
  const ordre = ([a = '', sense, b = '']: string[]): Dementi | null => {
    const [left, right] = [coutDe(a), coutDe(b)];
    if (!left || !right || left === right || egaux(left, right)) return null;
    return (sense === 'plus') === left.parAn > right.parAn ? null : deux(left, right);
  };
  const rapport = ([a = '', more = '', word = '', b = '']: string[]): Dementi | null => {
    const [left, right] = [coutDe(a), coutDe(b)];
    const times = FOIS[word];
    if (!left || !right || left === right || times === undefined || right.parAn <= 0) return null;
    return rapportVrai(left.parAn / right.parAn, times, more) ? null : deux(left, right);
  };
  /** « 4 000 € de plus par an »: the gap of two costs, by year or over the plan, as it is rounded. */
  const ecart = ([a = '', amount = '', sense, b = '']: string[]): Dementi | null => {
    const [left, right, told] = [coutDe(a), coutDe(b), valeurDe(amount)];
    if (!left || !right || left === right || told === undefined) return null;
    const gap = (left.parAn - right.parAn) * (sense === 'plus' ? 1 : -1);
    const years = chiffrageDe(study, left.scenario).annees;
    return [gap, gap * years].some((one) => Math.abs(one - told) <= ECART * told) ? null : deux(left, right);
  };
  const premier = ([a = '', sense]: string[]): Dementi | null => {
    const own = coutDe(a);
    const best = [...costs()].sort((x, y) => (sense === 'plus' ? y.parAn - x.parAn : x.parAn - y.parAn))[0];
    return !own || !best || best === own || egaux(best, own) ? null : deux(own, best);
  };
  return (phrase) => {
    if (!contientUn(phrase, DEGRES) || !/co[uû]te|\bchers?\b|\bchère|revien/i.test(phrase)) return [];
    const plain = phraseNue(phrase);
    if (!COMPARE.test(plain)) return [];
    /** What a pattern reads, where the sentence has words of it: those that have the names of the study are long to try. */
    const each = (mots: RegExp, pattern: RegExp, read: (groups: string[]) => Dementi | null): Dementi[] =>
      (mots.test(plain) ? [...plain.matchAll(pattern)] : []).flatMap((match) =>
        entiere(plain.slice(0, match.index)) ? (read(match.slice(1).map((group) => group ?? '')) ?? []) : [],
      );
    const { que, fois, foisPlus, foisMoins, ecart: gap, seul } = patterns();
    return [
      ...each(/ (?:plus|moins)(?: \w+)? que /, que, ordre),
      ...each(/ de (?:plus|moins) /, gap, ecart),
      ...each(/double|triple|quadruple/, fois, rapport),
      ...each(/ fois plus /, foisPlus, rapport),
      ...each(/ fois moins /, foisMoins, ([a = '', more = '', word = '', b = '']) => rapport([b, more, word, a])),
      ...each(/ l[ea]s? (?:plus|moins) /, seul, premier),
    ];
  };
}

/** « il est le plus cher », of the scenario that a decision retains: the sentence as if it named it. */
export const avecSonNom = (phrase: string, { titre }: Scenario): string =>
  phrase.replace(
    /(parce qu[’']|car |puisqu[’'])(?:il|elle) est l/gi,
    (_, link: string) => `${link.replace(/[’']$/, 'e ')}, ${sansArticle(titre)} est l`,
  );
