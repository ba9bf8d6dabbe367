/** Months and durations that the sentences of a mode opératoire write, against its tasks, its experimentation and its conventions. */
import type { ModeOperatoire } from '../../../../study/types.gen.js';
import { enumerer, quantiteFr } from '../../../../texte/accords.js';
import { moisAbsolu, periode } from '../../../../texte/dates.js';
import { MOIS_NUS } from '../../../../texte/dates-ecrites.js';
import { nu, phraseNue } from '../../../../texte/identifiant.js';
import { CLOS, debutDePhrase, finDePhrase, sousReserve } from '../../../../texte/propos.js';
import { quantitesEcrites } from '../../../../texte/quantites-ecrites.js';
import { citee, type Phrase } from '../../phrases.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const MODE = 'mode_operatoire';

const UN_MOIS = `(${MOIS_NUS.join('|')})(?: (\\d{4}))?`;
const PERIODE = new RegExp(`\\bd(?:e |'|u mois de )${UN_MOIS} (?:a|au mois de|jusqu'en|jusqu'a) ${UN_MOIS}\\b`);

/** What has a period of its own beside a task. */
const AUTRE_SUJET = /\b(?:budgets?|credits?|aides?|exercices?|comptes|ferm\w+|vacances|conges|neige)\b/;

/** « d’octobre 2018 à juin 2019 »: months and years, where they are written. */
function periodeEcrite(texte: string): { mois: [number, number]; annees: [number | null, number | null] } | null {
  const found = PERIODE.exec(phraseNue(texte));
  if (!found) return null;
  const { input, index } = found;
  const [before, after] = [input.slice(0, index), input.slice(index + found[0].length)];
  // What the part between commas says is of the period; another subject may be anywhere in the sentence.
  const whole = `${debutDePhrase(before)} | ${finDePhrase(after)}`;
  // « dans chacune des deux communautés »: each had the whole period.
  const part = `${debutDePhrase(before, true)} | ${finDePhrase(after, true).replace(/^ ?(?:dans|a|pour) (?:chacune?|chaque)\b/, '')}`;
  if (
    sousReserve(part) ||
    /\b(?:ne|pas|sans|aucune?s?|jamais|hors|hormis|sauf|si|aurai\w+|devai\w+)\b|\bn'/.test(whole) ||
    AUTRE_SUJET.test(whole)
  )
    return null;
  const [, from = '', fromYear, to = '', toYear] = found;
  return {
    mois: [MOIS_NUS.indexOf(from), MOIS_NUS.indexOf(to)],
    annees: [fromYear ? Number(fromYear) : null, toYear ? Number(toYear) : null],
  };
}

export const periodeDeTache: RegleCoherence = {
  code: 'periode-de-tache',
  gravite: 'attention',
  titre: 'Une phrase donne à une tâche d’autres mois que les siens.',
  explication:
    'Ce qui répond à une réserve, dans le mode opératoire (« reserves.suite ») ou au journal des réunions (« suites »), et qui écrit une période (« d’octobre 2018 à juin 2019 ») donne celle de la tâche qui y répond (« tache ») : ses dates réelles, à défaut ses dates prévues. Une phrase qui n’écrit pas deux mois, ou qui parle d’une autre période (une série, une fermeture, un exercice), n’est pas comparée.',
  livrables: ['mode-operatoire', 'copil'],
  verifier: ({ study: { mode_operatoire: mode, reunions } }) =>
    (mode?.reserves ?? []).flatMap(({ reserve, suite, tache: id }, i) => {
      const tache = mode?.taches?.find((one) => one.id === id);
      if (!tache) return [];
      const begin = tache.debut_reel ?? tache.debut;
      const end = tache.fin_reelle ?? tache.fin;
      const texts: Phrase[] = [
        { chemin: `${MODE}/reserves/${i + 1}/suite`, texte: suite },
        ...reunions.flatMap(({ id: reunion, decisions = [] }) =>
          decisions.flatMap(({ reserves = [], suites = [] }, d) =>
            suites.flatMap(({ reserve: rank, texte }, s) =>
              rank !== undefined && reserves[rank - 1] === reserve
                ? [{ chemin: `reunions/${reunion}/decisions/${d + 1}/suites/${s + 1}/texte`, texte }]
                : [],
            ),
          ),
        ),
      ];
      return texts.flatMap(({ chemin, texte }): Contradiction[] => {
        const told = periodeEcrite(texte);
        if (!told || begin.length < 7 || end.length < 7) return [];
        const same = [begin, end].every(
          (date, rank) =>
            moisAbsolu(date) % 12 === told.mois[rank] &&
            (told.annees[rank] === null || told.annees[rank] === Number(date.slice(0, 4))),
        );
        if (same) return [];
        return [
          {
            chemin,
            contre: [`${MODE}/taches/${tache.id}`],
            message: `« ${citee(texte)} » : « ${tache.libelle} », qui y répond, dure ${periode(begin, end)}.`,
            issue: 'Accordez la phrase et la tâche.',
          },
        ];
      });
    }),
};

const UNITE = new RegExp(String.raw`^(mois|ans?)(?=${CLOS}| (?:a compter|a partir|et (?:\d+|[a-z]+) projets)\b)`);

/** « un an », « dix-huit mois », in months, where a text writes one after what `avant` reads. */
const dureesEcrites = (texte: string, avant: RegExp): number[] =>
  quantitesEcrites(texte).flatMap((one) => {
    const unit = UNITE.exec(one.suite)?.[1];
    return unit === undefined || !avant.test(debutDePhrase(one.avant)) ? [] : [one.valeur * (unit === 'mois' ? 1 : 12)];
  });

/** What is decided is the experimentation, and not a post, a credit or a convention that it makes. */
const POUR =
  /^(?!.*,)(?!.*\b(?:emplois?|postes?|conventions?|lignes?|scenarios?|baux?|bail|marches?|prets?)\b).*\b(?:decidee?|affermie?|lancee?|conduite?|votee?|ouverte?|menee?)s? pour$/;

/** Months of the experimentation, both ends counted; a part of a month where they are given to the day. */
function moisDeLExperimentation({ experimentation }: ModeOperatoire): number | null {
  if (!experimentation) return null;
  const { debut, fin } = experimentation;
  const before = debut.length === 10 ? (Number(debut.slice(8)) - 1) / 30 : 0;
  const after = fin.length === 10 ? Math.max(0, 30 - Number(fin.slice(8))) / 30 : 0;
  return moisAbsolu(fin) - moisAbsolu(debut) + 1 - before - after;
}

/** Months below which a duration told in whole months is that of the dates. */
const PRES = 0.75;

export const dureeEcrite: RegleCoherence = {
  code: 'duree-ecrite',
  gravite: 'attention',
  titre: 'Une phrase donne à l’expérimentation, ou aux conventions, une autre durée que la leur.',
  explication:
    'Le projet de délibération et les décisions qui lancent une phase écrivent la durée de l’expérimentation (« décidée pour un an ») : celle qui va de son premier mois à son dernier. L’article d’un modèle de convention qui donne la durée (« Un an, sans reconduction », sous un titre qui parle de durée) donne celle d’une convention au moins de cette nature (« duree_mois »).',
  livrables: ['mode-operatoire'],
  verifier: ({ study: { mode_operatoire: mode, reunions } }) => {
    if (!mode) return [];
    const months = moisDeLExperimentation(mode);
    const votes: Phrase[] = [
      ...(mode.deliberation?.articles ?? []).map((texte, i) => ({
        chemin: `${MODE}/deliberation/articles/${i + 1}`,
        texte,
      })),
      ...reunions.flatMap(({ id, decisions = [] }) =>
        decisions.flatMap(({ texte, lance }, i) =>
          lance === undefined ? [] : [{ chemin: `reunions/${id}/decisions/${i + 1}/texte`, texte }],
        ),
      ),
    ];
    const essai = votes.flatMap(({ chemin, texte }): Contradiction[] => {
      const [told] = dureesEcrites(texte, POUR);
      if (months === null || told === undefined || Math.abs(told - months) <= PRES) return [];
      if (chemin.startsWith(MODE) && !/experimentation|essai/.test(nu(texte))) return [];
      return [
        {
          chemin,
          contre: [`${MODE}/experimentation`],
          message: `« ${citee(texte)} » ; l’expérimentation dure ${quantiteFr(Math.round(months), 'mois')}.`,
          issue: 'Accordez la phrase et les dates de l’expérimentation.',
        },
      ];
    });
    const modeles = (mode.modeles_conventions ?? []).flatMap(({ nature, articles }, m) =>
      articles.flatMap(({ titre, texte }, a): Contradiction[] => {
        if (!/\bduree\b/.test(nu(titre))) return [];
        const [told] = dureesEcrites(
          texte,
          /^$|^(?:(?:elle|la (?:presente )?convention) )?(?:dure|est conclue pour|conclue pour|sa duree est de|duree de)$/,
        );
        const own = (mode.conventions ?? []).flatMap((one, i) =>
          one.nature === nature ? [{ mois: one.duree_mois, chemin: `${MODE}/conventions/${one.id ?? i + 1}` }] : [],
        );
        const [first] = own;
        if (told === undefined || !first || own.some(({ mois }) => mois === told)) return [];
        return [
          {
            chemin: `${MODE}/modeles_conventions/${m + 1}/articles/${a + 1}/texte`,
            contre: [`${first.chemin}/duree_mois`],
            message: `le modèle de convention dit « ${citee(texte)} » ; les conventions de cette nature durent ${enumerer([...new Set(own.map(({ mois }) => quantiteFr(mois, 'mois')))])}.`,
            issue: 'Accordez le modèle et les conventions.',
          },
        ];
      }),
    );
    return [...essai, ...modeles];
  },
};

export const DUREES_ECRITES = [periodeDeTache, dureeEcrite] as const;
