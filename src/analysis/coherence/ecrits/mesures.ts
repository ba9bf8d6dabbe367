/** « les relais demandent six mois », « le réseau emploie moins d’agents que les relais »: what a sentence measures of scenarios, alone or one against the other, against their indicators. */
import { sum } from 'd3-array';
import type { Study } from '../../../study/study.js';
import type { Scenario } from '../../../study/types.gen.js';
import { compte } from '../../../texte/accords.js';
import { phraseNue } from '../../../texte/identifiant.js';
import { euros, nombreFr } from '../../../texte/nombres.js';
import { EN_LETTRES, quantitesEcrites } from '../../../texte/quantites-ecrites.js';
import { montantProbable } from '../../montants.js';
import { chiffrageDe } from '../../scenarios/chiffrage.js';
import { estEmprunt } from '../../scenarios/depenses-et-charge/emprunts.js';
import type { IdIndicateur } from '../../scenarios/indicateurs/indicateurs.js';
import { nomDuScenario } from '../../scenarios/noms.js';
import { once } from '../../une-fois.js';
import { type Dementi, FIN, type Lecteur } from './lecteur.js';
import { ARTICLE, entiere, nomsDesScenarios } from './noms.js';

interface Mesure {
  /** What its sentences have at least: the patterns of a measure are long to make. */
  mots: RegExp;
  /** What follows the name and gives a number, « # » in its place; nothing where no sentence gives one. */
  valeurs: readonly string[];
  /** What compares, « % » in the place of « plus » or « moins »; whether « plus » is of the greater. */
  compare: readonly (readonly [pattern: string, plus: 'grand' | 'petit'])[];
  /** The least and the most that may be told. */
  de(scenario: Scenario, study: Study): readonly [number, number] | null;
  dire(value: number): string;
  chemin: string;
}

/** How far from an average cost a told one may be, as it is rounded, or where a word says that it is about it. */
const ARRONDI = 0.03;
const ENVIRON = 0.06;
/** Two figures within so much of one another are the same. */
const EGAUX = 0.02;

const un = (value: number | undefined): readonly [number, number] | null =>
  value === undefined ? null : [value, value];
const entre = (value: number | { min: number; max: number } | undefined): readonly [number, number] | null =>
  typeof value === 'object' ? [value.min, value.max] : un(value);
const indicateur = (study: Study, scenario: Scenario, id: IdIndicateur): number | undefined =>
  chiffrageDe(study, scenario).indicateurs.get(id)?.valeur ?? undefined;

const MESURES: readonly Mesure[] = [
  {
    mots: /coute|revien/,
    valeurs: [
      '(?:coute(?:nt)?|revien(?:t|nent) a) (?:(?<environ>environ|pres de|autour de|quelque) )?# (?:€|euros)(?: toutes taxes)? (?:par an|chaque annee|l.an)',
    ],
    compare: [],
    de: (scenario, study) => {
      const { coutTotal, annees } = chiffrageDe(study, scenario);
      return un(coutTotal / annees);
    },
    dire: (value) => `coûte ${euros(value)} par an`,
    chemin: 'moyens',
  },
  {
    mots: /mois|rapide|long|vite/,
    valeurs: [
      '(?:demande(?:nt)?|exige(?:nt)?|prend|prennent) # mois(?: de mise en place| de preparation| pour ouvrir| pour se mettre en place| avant d.ouvrir)?',
      "(?:se met(?:tent)? en place|s'ouvre(?:nt)?) en # mois",
    ],
    compare: [
      ['est % rapide a (?:mettre en place|ouvrir)', 'petit'],
      ['est % long(?:ue)? a (?:mettre en place|ouvrir)', 'grand'],
      ["(?:s'ouvre|se met en place) % vite", 'petit'],
    ],
    de: ({ delai_mise_en_place_mois: months }) => un(months),
    dire: (value) => `demande ${nombreFr(value)} mois de mise en place`,
    chemin: 'delai_mise_en_place_mois',
  },
  {
    mots: /projets/,
    valeurs: ['accompagne(?:nt|ra|ront)? # projets (?:par an|chaque annee)'],
    compare: [['accompagne(?:nt)? % de projets', 'grand']],
    de: ({ modalites }) => {
      const counted = modalites.filter(({ modalite, unite }) => modalite === 'accompagnement' && unite === 'projet');
      return counted.length === 1 ? entre(counted[0]?.volume_annuel) : null;
    },
    dire: (value) => `accompagne ${compte(value, 'projet')} par an`,
    chemin: 'modalites',
  },
  {
    mots: /demandes/,
    valeurs: ['(?:recoi(?:t|vent)|attend(?:ent)?) # demandes (?:par an|chaque annee)'],
    compare: [['(?:recoi(?:t|vent)|attend(?:ent)?) % de demandes', 'grand']],
    de: ({ demandes_attendues: asked }) => entre(asked),
    dire: (value) => `attend ${compte(value, 'demande')} par an`,
    chemin: 'demandes_attendues',
  },
  {
    mots: /etp|equivalent|agents|personnel/,
    valeurs: [
      '(?:emploie(?:nt)?|occupe(?:nt)?|mobilise(?:nt)?|demande(?:nt)?) # (?:etp|equivalents? temps plein)(?<demi> et demi)?',
    ],
    compare: [["(?:emploie(?:nt)?|occupe(?:nt)?|mobilise(?:nt)?) % (?:d'agents|de personnel|d'etp)", 'grand']],
    de: (scenario, study) => un(indicateur(study, scenario, 'etp_total')),
    dire: (value) => `emploie ${nombreFr(Math.round(value * 100) / 100)} ETP`,
    chemin: 'moyens/humains',
  },
  {
    mots: /emprunt/,
    valeurs: ['emprunte(?:nt|ra|ront|rait|raient)? # (?:€|euros)'],
    compare: [],
    de: ({ financements }) =>
      un(sum(financements.filter(estEmprunt), ({ montant }) => montantProbable(montant)) || undefined),
    dire: (value) => `emprunte ${euros(value)}`,
    chemin: 'financements',
  },
  {
    mots: /essentiels/,
    valeurs: ['(?:compte(?:nt)?|a|ont) # partenaires essentiels'],
    compare: [],
    de: ({ partenaires = [] }) => un(partenaires.filter(({ essentiel }) => essentiel === true).length),
    dire: (value) => `a ${compte(value, 'partenaire essentiel', 'partenaires essentiels')}`,
    chemin: 'partenaires',
  },
  {
    mots: /risqu/,
    valeurs: [],
    compare: [
      ['est % risquee?', 'grand'],
      ['(?:court|courent|presente(?:nt)?) % de risques', 'grand'],
    ],
    de: (scenario, study) => un(indicateur(study, scenario, 'risque_moyen')),
    dire: (value) => `a un risque moyen de ${compte(Math.round(value * 10) / 10, 'point')}`,
    chemin: 'risques',
  },
  {
    mots: /financeur/,
    valeurs: [],
    compare: [['(?:est|depend(?:ent)?) % (?:dependante? )?(?:de|du) (?:son |leur )?premier financeur', 'grand']],
    de: (scenario, study) => un(indicateur(study, scenario, 'part_premier_financeur')),
    dire: (value) => `tient ${nombreFr(Math.round(value * 100))} % de ses recettes de son premier financeur`,
    chemin: 'financements',
  },
];

/** A verb is told of one scenario or of the several things that its name says. */
const souple = (pattern: string): string =>
  pattern.replaceAll(/\best %/g, '(?:est|sont) %').replace(/(risquee\?|long\(\?:ue\)\?|rapide)/, '$1s?');

/** What follows a name in the sentences of a measure. */
interface Suites {
  valeurs: readonly string[];
  /** With another name after it, or alone. */
  compare: readonly { plus: 'grand' | 'petit'; seul: boolean; suite: string }[];
}

const suitesDe = ({ valeurs, compare }: Mesure): Suites => ({
  valeurs: valeurs.map((one) => one.replace('#', `(?<n>\\d[\\d ]*(?:,\\d+)?|${EN_LETTRES})`)),
  compare: compare.flatMap(([one, plus]) => [
    { plus, seul: false, suite: souple(one).replace('%', '(plus|moins)') },
    {
      ...{ plus, seul: true },
      suite: `(?:(?:est|sont) (?:celui qui|celle qui|le scenario qui|le scenario) )?${souple(one)
        .replace(/^\(\?:est\|sont\) %/, '(?:(?:est|sont) )?l[ea]s? %')
        .replace(' %', one.startsWith('est') ? ' %' : ' le %')
        .replace('%', '(plus|moins)')}(?: des (?:trois|quatre|scenarios)[a-z ]*)?`,
    },
  ]),
});

/** The measures, what follows a name in their sentences, and one pattern of all that without a name: those that have the names of the study are long to make. */
const SUITES = MESURES.map((mesure) => {
  const suites = suitesDe(mesure);
  const all = [...suites.valeurs, ...suites.compare.map(({ suite }) => suite)];
  return {
    mesure,
    suites,
    dite: once(() => new RegExp(all.map((one) => one.replaceAll(/\?<[a-z]+>/g, '?:')).join('|'))),
  };
});

/** What nearly every sentence lacks. */
const PEUT_ETRE =
  /mois|projets|demandes|agents|personnel|équivalent|ETP|essentiels|risqu|financeur|rapide|long|vite|€|euros/;

/** What the study has of one scenario: the least and the most that may be told. */
interface Mesuree {
  scenario: Scenario;
  range: readonly [number, number];
}

const milieu = ({ range: [low, high] }: Mesuree): number => (low + high) / 2;
const lieu = ({ chemin }: Mesure, { scenario }: Mesuree): string => `scenarios/${scenario.id}/${chemin}`;

/** « « Relais » demande de 4 à 6 mois ». */
function enPhrase({ dire }: Mesure, { scenario, range: [low, high] }: Mesuree): string {
  const measure = low === high ? dire(low) : dire(high).replace(/(\d[\d\u202f]*)/, `de ${nombreFr(low)} à $1`);
  return `« ${nomDuScenario(scenario)} » ${measure}`;
}

/** A number told of one scenario that is not its own. */
function valeurFausse(mesure: Mesure, own: Mesuree, { groups }: RegExpMatchArray): Dementi | null {
  const whole = quantitesEcrites(groups?.n ?? '')[0]?.valeur;
  if (whole === undefined) return null;
  const value = whole + (groups?.demi === undefined ? 0 : 0.5);
  const slack = mesure.chemin === 'moyens' ? (groups?.environ ? ENVIRON : ARRONDI) : EGAUX;
  if (value >= own.range[0] * (1 - slack) && value <= own.range[1] * (1 + slack)) return null;
  return { valeur: value, dit: enPhrase(mesure, own), contre: [lieu(mesure, own)] };
}

/** The first of the others that denies that `own` has the most of them, or the least. */
const devance = (own: Mesuree, others: readonly Mesuree[], sens: 'grand' | 'petit'): Mesuree | undefined =>
  others.find((other) => {
    const [a, b] = [milieu(own), milieu(other)];
    return Math.abs(a - b) > EGAUX * Math.max(a, b) && (sens === 'grand' ? b > a : b < a);
  });

function comparaisonFausse(mesure: Mesure, own: Mesuree, against: Mesuree | undefined): Dementi | null {
  if (!against) return null;
  return {
    dit: `${enPhrase(mesure, own)}, et ${enPhrase(mesure, against)}`,
    contre: [lieu(mesure, own), lieu(mesure, against)],
  };
}

/** The patterns of what follows a name, with the names of the study. */
const motifsDe = (N: string, { valeurs, compare }: Suites) => ({
  valeurs: valeurs.map((one) => new RegExp(`\\b${N} ${one}${FIN}`, 'g')),
  compare: compare.map(({ plus, seul, suite }) => {
    const autre = seul ? '' : ` qu(?:e |')${ARTICLE}(?:scenario )?(?:« )?${N}`;
    return { plus, seul, pattern: new RegExp(`\\b${N} ${suite}${autre}${FIN}`, 'g') };
  }),
});

export function mesuresEcrites(study: Study): Lecteur {
  const { scenarios } = study;
  if (scenarios.length < 2) return () => [];
  const noms = once(() => nomsDesScenarios(study));
  const nomme = once(() => new RegExp(noms().motif));
  const patterns = SUITES.map(({ mesure, suites, dite }) => ({
    mesure,
    dite,
    motifs: once(() => motifsDe(noms().motif, suites)),
  }));
  const mesuree = (mesure: Mesure, scenario: Scenario | undefined): Mesuree[] => {
    const range = scenario && mesure.de(scenario, study);
    return scenario && range ? [{ scenario, range }] : [];
  };
  return (phrase) => {
    if (!PEUT_ETRE.test(phrase)) return [];
    const plain = phraseNue(phrase);
    /** What `read` finds false of the scenarios that a pattern names first. */
    const faux = (
      mesure: Mesure,
      pattern: RegExp,
      read: (own: Mesuree, match: RegExpMatchArray) => Dementi | null,
    ): Dementi[] =>
      [...plain.matchAll(pattern)].flatMap((match) => {
        if (!entiere(plain.slice(0, match.index))) return [];
        return mesuree(mesure, noms().de(match[1] ?? '')).flatMap((own) => read(own, match) ?? []);
      });
    return patterns.flatMap(({ mesure, dite, motifs }) => {
      if (!mesure.mots.test(plain) || !nomme().test(plain) || !dite().test(plain)) return [];
      const { valeurs, compare } = motifs();
      const lues = valeurs.flatMap((pattern) =>
        faux(mesure, pattern, (own, match) => valeurFausse(mesure, own, match)),
      );
      const comparees = compare.flatMap(({ pattern, plus, seul }) =>
        faux(mesure, pattern, (own, match) => {
          const named = seul ? scenarios : [noms().de(match[3] ?? '')];
          const others = named.flatMap((one) => (one === own.scenario ? [] : mesuree(mesure, one)));
          const sens = (match[2] === 'plus') === (plus === 'grand') ? 'grand' : 'petit';
          return comparaisonFausse(mesure, own, devance(own, others, sens));
        }),
      );
      return [...lues, ...comparees];
    });
  };
}
