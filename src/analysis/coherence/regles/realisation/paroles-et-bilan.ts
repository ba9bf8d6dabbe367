/** What the evaluation writes of the projects and of their dates, and when people were heard. */
import { group } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import { compte, enumerer } from '../../../../texte/accords.js';
import {
  anterieur,
  comparerDates,
  dateEnLettres,
  leJour,
  ordreDates,
  periode,
  posterieur,
} from '../../../../texte/dates.js';
import { datesEcrites } from '../../../../texte/dates-ecrites.js';
import { phraseNue } from '../../../../texte/identifiant.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { CLOS, debutDePhrase, sousReserve } from '../../../../texte/propos.js';
import { quantitesEcrites } from '../../../../texte/quantites-ecrites.js';
import { quantiteProbable } from '../../../montants.js';
import { citee, type Phrase } from '../../phrases.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** The day when words were heard: one alone, of a meeting or an interview; a bulletin quotes what was said before it. */
const quandRecueilli = (recueil: string): string[] => {
  const dates = datesEcrites(recueil).map(({ date }) => date);
  return dates.length === 1 &&
    !/\b(?:bulletin|publi|paru|parution|presse|article|journal|à propos|au sujet)/i.test(recueil)
    ? dates
    : [];
};

export const paroleHorsDuProjet: RegleCoherence = {
  code: 'parole-hors-du-projet',
  gravite: 'attention',
  titre: 'Une parole est recueillie avant le projet dont elle parle, ou après l’étude.',
  explication:
    'Le recueil d’un témoignage (« temoignages.recueil ») qui écrit un mois et une année (« Entretien, août 2019 ») n’est ni d’avant la demande du projet ou son choix, ni d’après la date de l’étude. Deux dates, ou une parole reprise d’une publication, ne sont pas comparées.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets, etude } }) =>
    projets.flatMap(({ id, titre, retenu_le: chosen, accompagnement, temoignages = [] }) => {
      const [first] = [
        { date: chosen, chemin: `projets/${id}/retenu_le`, quoi: 'retenu' },
        { date: accompagnement?.demande_recue, chemin: `projets/${id}/accompagnement/demande_recue`, quoi: 'demandé' },
      ]
        .flatMap(({ date, ...rest }) => (date === undefined ? [] : [{ date, ...rest }]))
        .sort((a, b) => ordreDates(a.date, b.date));
      return temoignages.flatMap(({ recueil = '' }, i): Contradiction[] =>
        quandRecueilli(recueil).flatMap((date): Contradiction[] => {
          const chemin = `projets/${id}/temoignages/${i + 1}/recueil`;
          const issue = 'Corrigez une des deux dates.';
          if (posterieur(date, etude.date))
            return [
              {
                chemin,
                contre: ['etude/date'],
                message: `une parole de « ${titre} » est recueillie ${leJour(date)} ; l’étude est arrêtée ${leJour(etude.date)}.`,
                issue,
              },
            ];
          if (!first || !anterieur(date, first.date)) return [];
          return [
            {
              chemin,
              contre: [first.chemin],
              message: `une parole de « ${titre} » est recueillie ${leJour(date)}, avant que le projet ne soit ${first.quoi} (${dateEnLettres(first.date)}).`,
              issue,
            },
          ];
        }),
      );
    }),
};

/** The sentences of the evaluation, with their places. */
const phrasesDe = ({ evaluation }: Study): Phrase[] => [
  ...(evaluation?.recommandations ?? []).map(({ id, texte }) => ({
    chemin: `evaluation/recommandations/${id}/texte`,
    texte,
  })),
  ...(evaluation?.suites ?? []).flatMap(({ resume, pour = [], contre = [] }, s) => [
    { chemin: `evaluation/suites/${s + 1}/resume`, texte: resume },
    ...pour.map((texte, i) => ({ chemin: `evaluation/suites/${s + 1}/pour/${i + 1}`, texte })),
    ...contre.map((texte, i) => ({ chemin: `evaluation/suites/${s + 1}/contre/${i + 1}`, texte })),
  ]),
  ...(evaluation?.limites ?? []).map((texte, i) => ({ chemin: `evaluation/limites/${i + 1}`, texte })),
];

const ABOUTIS = new RegExp(
  String.raw`^projets sur ([a-z-]+|\d+) (?:ont abouti|sont (?:aboutis|termines|acheves)|ont ete (?:termines|acheves))(?=${CLOS}| (?:et|mais)\b)`,
);
interface Ecart {
  contre: string;
  dit: string;
}

/** « Trois projets sur cinq ont abouti »: the states that the sheets give; those that are counted without the whole are read with what else is (`comptesDeSorte`). */
function etatsEcrits(texte: string, projets: Study['projets']): Ecart | null {
  const [first] = projets;
  if (!first || projets.every(({ etat }) => etat === undefined)) return null;
  const de = (state: string) => projets.filter(({ etat }) => etat === state).length;
  const contre = `projets/${first.id}/etat`;
  for (const { valeur, suite, avant } of quantitesEcrites(texte)) {
    if (sousReserve(debutDePhrase(avant))) continue;
    const [whole, total = ''] = ABOUTIS.exec(suite) ?? [];
    if (whole !== undefined) {
      const [all] = quantitesEcrites(total);
      if (valeur !== de('termine') || all?.valeur !== projets.length)
        return {
          contre,
          dit: `${compte(de('termine'), 'projet est terminé', 'projets sont terminés')} sur ${nombreFr(projets.length)}`,
        };
    }
  }
  return null;
}

/** The sentence begins by it: what is due at the end, or comes a year after it, has a date of its own. */
const BORNE = /^(?:(?:des |depuis |jusqu'a |a )?(?:la |le )?)(fin|debut) de l'experimentation,? (?:le|en|au|a)$/;

/** « la fin de l’expérimentation, le 31 août 2019 ». */
function bornesEcrites(texte: string, mode: Study['mode_operatoire']): Ecart | null {
  const dates = mode?.experimentation;
  if (!dates) return null;
  for (const { date, avant } of datesEcrites(texte)) {
    const [, bout] = BORNE.exec(debutDePhrase(avant)) ?? [];
    const own = bout === 'fin' ? dates.fin : dates.debut;
    if (bout !== undefined && comparerDates(date, own) !== 0)
      return {
        contre: `mode_operatoire/experimentation/${bout}`,
        dit: `l’expérimentation va ${periode(dates.debut, dates.fin)}`,
      };
  }
  return null;
}

export const bilanEcrit: RegleCoherence = {
  code: 'bilan-ecrit',
  gravite: 'attention',
  titre: 'Une phrase de l’évaluation ne compte pas les projets, ou ne date pas l’expérimentation, comme leurs fiches.',
  explication:
    'Une recommandation, une suite ou une limite de l’évaluation qui compte les projets aboutis sur tous (« trois projets sur cinq ont abouti »), ou date le début ou la fin de l’expérimentation, dit ce que disent l’état des projets (« etat ») et le mode opératoire (« experimentation »).',
  livrables: ['bilan'],
  verifier: ({ study }) =>
    phrasesDe(study).flatMap(({ chemin, texte }): Contradiction[] => {
      const found = [etatsEcrits(texte, study.projets), bornesEcrites(texte, study.mode_operatoire)].filter(
        (one) => one !== null,
      );
      const [first, ...others] = found;
      if (!first) return [];
      return [
        {
          chemin,
          contre: [first.contre, ...others.map(({ contre }) => contre)],
          message: `l’évaluation écrit « ${citee(texte)} » ; ${enumerer(found.map(({ dit }) => dit))}.`,
          issue: 'Corrigez la phrase, ou ce qu’elle contredit.',
        },
      ];
    }),
};

/** By how much the means must pass what was planned before the highest grade is no longer theirs. */
const DEPASSEMENT = 1.2;
const [PIRE, MEILLEURE] = [1, 5];

export const efficienceContredite: RegleCoherence = {
  code: 'efficience-contredite',
  gravite: 'attention',
  titre: 'La note d’efficience d’un projet dit le contraire de ses moyens.',
  explication:
    'La note d’efficience la plus haute (5) dit que les moyens prévus ont suffi : les jours d’agent ne les dépassent pas de plus d’un cinquième, ni de plus d’un jour. La plus basse (1) dit que rien n’est tenu : les jours et le budget ne sont pas alors tous deux en deçà de ce qui était prévu. Un projet sans jours prévus et réalisés n’est pas comparé.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets } }) =>
    projets.flatMap(({ id, titre, evaluation, accompagnement, budget = [] }): Contradiction[] => {
      const note = evaluation?.efficience?.note;
      const { jours_prevus: planned, jours_realises: done } = accompagnement ?? {};
      if (planned === undefined || done === undefined || (note !== MEILLEURE && note !== PIRE)) return [];
      const held = budget.every(({ prevu, realise }) => realise !== undefined && realise <= quantiteProbable(prevu));
      if (
        note === MEILLEURE
          ? done <= Math.max(planned * DEPASSEMENT, planned + 1)
          : done > planned || !held || budget.length === 0
      )
        return [];
      return [
        {
          chemin: `projets/${id}/evaluation/efficience/note`,
          contre: [`projets/${id}/accompagnement/jours_realises`],
          message: `« ${titre} » a ${note} sur ${MEILLEURE} en efficience, pour ${compte(planned, 'jour d’agent prévu', 'jours d’agent prévus')} et ${compte(done, 'fait')}${note === PIRE ? ', dans le budget prévu' : ''}.`,
          issue: 'Revoyez la note, ou les jours.',
        },
      ];
    }),
};

/** Words of a saying under which two people may well say the same. */
const MOTS = 5;

export const paroleRepetee: RegleCoherence = {
  code: 'parole-repetee',
  gravite: 'attention',
  titre: 'La même parole est prêtée à plusieurs personnes.',
  explication:
    'Un témoignage d’un projet (« temoignages ») ou une parole d’un besoin (« verbatims », « paroles ») de cinq mots au moins n’est écrit qu’une fois : deux personnes ne disent pas la même phrase mot pour mot, et le lecteur y voit une copie. Une phrase plus courte n’est pas comparée.',
  livrables: ['diagnostic', 'fiches-projets', 'bilan'],
  verifier: ({ study: { projets, besoins } }) => {
    const said = [
      ...besoins.flatMap(({ id, libelle, verbatims = [], paroles = [] }) => [
        ...verbatims.map((texte, i) => ({ texte, chemin: `besoins/${id}/verbatims/${i + 1}`, de: libelle })),
        ...paroles.map(({ texte }, i) => ({ texte, chemin: `besoins/${id}/paroles/${i + 1}/texte`, de: libelle })),
      ]),
      ...projets.flatMap(({ id, titre, temoignages = [] }) =>
        temoignages.map(({ texte }, i) => ({ texte, chemin: `projets/${id}/temoignages/${i + 1}/texte`, de: titre })),
      ),
    ].filter(({ texte }) => texte.split(/\s+/).filter((mot) => /\p{L}/u.test(mot)).length >= MOTS);
    return [
      ...group(said, ({ texte }) =>
        phraseNue(texte)
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim(),
      ).values(),
    ].flatMap(([first, ...others]): Contradiction[] => {
      const [next] = others;
      if (!first || !next) return [];
      const names = [...new Set([first, ...others].map(({ de }) => `« ${de} »`))];
      return [
        {
          chemin: next.chemin,
          contre: [first.chemin],
          message: `la parole « ${first.texte.replace(/^«\s*|\s*»$/g, '')} » est écrite ${compte(others.length + 1, 'fois', 'fois')}, pour ${enumerer(names)}.`,
          issue: 'Gardez-la à qui l’a dite ; des autres, ce qu’ils ont dit, ou rien.',
        },
      ];
    });
  },
};

export const PAROLES_ET_BILAN = [paroleHorsDuProjet, bilanEcrit, efficienceContredite, paroleRepetee] as const;
