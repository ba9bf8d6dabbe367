/** « le recrutement commence en mars »: the month that a sentence gives to a task, a step or a phase, against its dates. */
import type { Study } from '../../../../study/study.js';
import { periode } from '../../../../texte/dates.js';
import { MOIS_NUS } from '../../../../texte/dates-ecrites.js';
import { phraseNue, sansArticle } from '../../../../texte/identifiant.js';
import { debutDePhrase, finDePhrase } from '../../../../texte/propos.js';
import { memeMot, motsDe } from '../../../../texte/quantites-ecrites.js';
import type { Dementi, Lecteur } from '../lecteur.js';

const DEBUT =
  'commence(?:nt|ra|ront)?|demarre(?:nt|ra|ront)?|debute(?:nt|ra|ront)?|(?:est|sont|sera|seront) lancee?s?|(?:a|ont) (?:commence|demarre|debute)';
const FIN =
  "finit|finissent|finira|s'acheve|s'achevent|s'achevera|se termine|se terminent|se terminera|prend fin|prendra fin|a pris fin|s'est (?:achevee?|terminee?)|est achevee?|est terminee?";
const QUAND = new RegExp(
  `\\b(?:(${DEBUT})|(${FIN})),? (?:(?:en|au mois de|debut|fin|mi|au debut de|a la fin de|a la mi)[ -]d?[e']? ?|le (?:lundi |mardi |mercredi |jeudi |vendredi )?\\d{1,2}(?:er)? )(${MOIS_NUS.join('|')})(?: (\\d{4}))?(?! ?(?:a|et|ou|-|ou en) )`,
  'g',
);
const MOIS = /janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre/;
/** What is denied, supposed, moved, or of another. */
const AUTRE =
  /\b(?:ne|pas|sans|aucune?s?|jamais|si|sauf|hors|devai\w+|aurai\w+|pourr\w+|prevue?s?|initial\w*|report\w*|retard\w*|decal\w*|au lieu|chaque|tous|toutes|autres?|voisin\w*|ailleurs|avant|apres|depuis|jusqu\w*|tot|tard|plutot|parfois|souvent|selon|propose\w*|souhait\w*|demand\w*)\b|\bn'|[a-z](?:ait|aient)\b/;
/** Words that name no task among others. */
const VAGUES = new Set(motsDe('la le les des une aux par pour sur dans phase tranche etape tache travail projet'));

interface Etape {
  libelle: string;
  mots: string[];
  chemin: string;
  debuts: string[];
  fins: string[];
}

/** Its words, and the numbers that tell one from the next. */
const motsDeLEtape = (texte: string): string[] => [
  ...motsDe(texte).filter((word) => !VAGUES.has(word)),
  ...(phraseNue(texte).match(/\b\d+\b/g) ?? []).filter((n) => n.length < 3),
];

const dates = (...some: (string | undefined)[]): string[] =>
  some.flatMap((one) => (one !== undefined && one.length >= 7 ? [one] : []));

function etapesDe({ mode_operatoire: mode, etude, projets }: Study, ou: string): Etape[] {
  const rank = /^projets\/(\d+)/.exec(ou)?.[1];
  const projet = rank === undefined ? undefined : projets[Number(rank)];
  const steps: Omit<Etape, 'mots'>[] = projet
    ? (projet.calendrier ?? []).map(({ etape: libelle, debut, fin, debut_reel, fin_reelle }, i) => ({
        libelle,
        chemin: `projets/${projet.id}/calendrier/${i + 1}`,
        debuts: dates(debut, debut_reel),
        fins: dates(fin, fin_reelle),
      }))
    : [
        ...(/^(?:mode.operatoire|evaluation|bilan)\b/.test(ou) ? (mode?.taches ?? []) : []).map(
          ({ id, libelle, debut, fin, debut_reel, fin_reelle }) => ({
            libelle,
            chemin: `mode_operatoire/taches/${id}`,
            debuts: dates(debut, debut_reel),
            fins: dates(fin, fin_reelle),
          }),
        ),
        ...(/^(?:mode.operatoire|evaluation|bilan)\b/.test(ou) && mode?.experimentation
          ? [
              {
                ...{ libelle: 'Expérimentation', chemin: 'mode_operatoire/experimentation' },
                ...{ debuts: dates(mode.experimentation.debut), fins: dates(mode.experimentation.fin) },
              },
            ]
          : []),
        ...(etude.calendrier ?? []).map(({ phase: libelle, debut, fin }, i) => ({
          libelle,
          chemin: `etude/calendrier/${i + 1}`,
          debuts: dates(debut),
          fins: dates(fin),
        })),
      ];
  return steps.map((one) => ({ ...one, mots: motsDeLEtape(one.libelle) }));
}

export function moisEcrits(study: Study): Lecteur {
  return (phrase, ou) => {
    if (!MOIS.test(phrase) || !/commenc|démarr|début|lancé|fini|ach[eè]v|termin|pr(?:end|is) fin/.test(phrase))
      return [];
    const plain = phraseNue(phrase);
    return [...plain.matchAll(QUAND)].flatMap(({ 0: whole, 1: begins, 3: month = '', 4: year, index }): Dementi[] => {
      const before = plain.slice(0, index);
      const subject = debutDePhrase(before, true);
      if (AUTRE.test(`${debutDePhrase(before)} | ${finDePhrase(plain.slice(index + whole.length), true)}`)) return [];
      // The subject alone comes before the verb, with its article.
      if (!/^(?:(?:et|puis|enfin|mais) )?(?:l'|la |le |les )/.test(subject)) return [];
      const words = motsDeLEtape(sansArticle(subject.replace(/^(?:et|puis|enfin|mais) /, '')));
      if (words.length === 0) return [];
      const named = etapesDe(study, ou).filter(({ mots }) =>
        words.every((word) => mots.some((one) => memeMot(word, one))),
      );
      const same = ({ debuts, fins }: Etape): boolean =>
        (begins === undefined ? fins : debuts).some(
          (date) =>
            Number(date.slice(5, 7)) === MOIS_NUS.indexOf(month) + 1 && (year === undefined || date.startsWith(year)),
        );
      const [first] = named;
      if (!first || named.some((one) => same(one) || (begins === undefined ? one.fins : one.debuts).length === 0))
        return [];
      const [from = '', to = ''] = [first.debuts.at(-1), first.fins.at(-1)];
      return [{ dit: `« ${first.libelle} » va ${periode(from, to)}`, contre: [first.chemin] }];
    });
  };
}
