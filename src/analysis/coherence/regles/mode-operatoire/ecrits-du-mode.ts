/** What the sentences of the mode opératoire say of its own delays and meetings. */
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { enMotif, nu, phraseNue } from '../../../../texte/identifiant.js';
import { CLOS, debutDePhrase } from '../../../../texte/propos.js';
import { quantitesEcrites } from '../../../../texte/quantites-ecrites.js';
import { citee, type Phrase } from '../../phrases.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const MODE = 'mode_operatoire';

/** What a delay, and not a duration, comes after. */
const DANS = /\b(?:en|sous|dans les|d'ici|avant|apres|au bout de)$/;
/** « huit jours » are told of a week, « quinze jours » of two. */
const SEMAINES: Readonly<Record<number, number>> = { 8: 7, 15: 14 };

export const delaiEcrit: RegleCoherence = {
  code: 'delai-ecrit',
  gravite: 'attention',
  titre: 'Un délai promis s’énonce en un autre nombre de jours.',
  explication:
    'Un délai promis à ceux qui demandent (« delais_promis ») qui s’énonce en jours (« Un vélo en cinq jours ») en donne le nombre que « jours » compte : l’un est lu, l’autre est comparé aux étapes. « Huit jours » peut être une semaine, « quinze jours » deux ; des jours ouvrés et une durée (« prêté dix jours ») ne sont pas comparés.',
  livrables: ['mode-operatoire'],
  verifier: ({ study: { mode_operatoire: mode } }) =>
    (mode?.delais_promis ?? []).flatMap(({ libelle, jours }, i): Contradiction[] => {
      const told = quantitesEcrites(libelle).flatMap(({ valeur, suite, avant }) =>
        DANS.test(avant) && /^jours?\b(?! (?:ouvr|par |sur |de |d'))/.test(suite) ? [valeur] : [],
      );
      if (told.length === 0 || told.some((n) => n === jours || SEMAINES[n] === jours)) return [];
      return [
        {
          chemin: `${MODE}/delais_promis/${i + 1}/libelle`,
          contre: [`${MODE}/delais_promis/${i + 1}/jours`],
          message: `le délai « ${libelle} » est compté ${compte(jours, 'jour')}.`,
          issue: 'Accordez l’énoncé et le nombre de jours.',
        },
      ];
    }),
};

/** Meetings a year that an adjective gives. */
const FREQUENCES: Readonly<Record<string, number>> = {
  hebdomadaire: 52,
  mensuel: 12,
  mensuelle: 12,
  bimestriel: 6,
  bimestrielle: 6,
  trimestriel: 4,
  trimestrielle: 4,
  semestriel: 2,
  semestrielle: 2,
  annuel: 1,
  annuelle: 1,
};
const ADJECTIFS = Object.keys(FREQUENCES).join('|');

interface Instance {
  nom: string;
  chemin: string;
  reunions: number | undefined;
  frequence: string | undefined;
}

/** The bodies of the mode opératoire, then those of its scenario that it does not name again. */
function instancesDe({ mode_operatoire: mode, scenarios }: Study): Instance[] {
  const own = (mode?.instances ?? []).map(({ id, nom, reunions_an: reunions, frequence }, i) => ({
    nom,
    reunions,
    frequence,
    chemin: `${MODE}/instances/${id ?? i + 1}`,
  }));
  const scenario = scenarios.find(({ id }) => id === mode?.scenario);
  const others = (scenario?.gouvernance?.instances ?? []).map(({ nom, reunions_an: reunions, frequence }, i) => ({
    nom,
    reunions,
    frequence,
    chemin: `scenarios/${scenario?.id}/gouvernance/instances/${i + 1}`,
  }));
  return [...own, ...others.filter(({ nom }) => !own.some((one) => nu(one.nom) === nu(nom)))];
}

/** « se réunit dix fois par an », of the body itself: what another holds, or what it does otherwise, is not its meetings. */
const REUNIT = /^(?:(?:il|elle) )?(?:se reunit|siege|tient)$/;

/** « comité technique mensuel »: the adjectives that follow the name of a body in a text. */
const adjectifsDe = (texte: string, nom: string): string[] =>
  [
    ...phraseNue(texte).matchAll(
      new RegExp(
        `(?<!(?:pas|sans|aucun|ni) (?:de |d'un |d'une )?)(?<![a-z])${enMotif(nom)} (${ADJECTIFS})(?![a-z]| (?:du|des?(?! (?:partenaires|membres)\\b)|elargi\\w*|de l'|d')\\b)`,
        'g',
      ),
    ),
  ].map(([, word = '']) => word);

/** « Mensuel » is told of ten or twelve meetings a year, not of four. */
const PRES = 1.5;

/** Whether an adjective is another frequency: than the word of the body, else than its meetings of a year. */
function autreFrequence(told: number | undefined, own: number | undefined, reunions: number | undefined): boolean {
  if (told === undefined) return false;
  if (own !== undefined) return told !== own;
  return reunions !== undefined && (told > reunions * PRES || told * PRES < reunions);
}

const PAR_AN = new RegExp(`^(seances|reunions|fois) (?:par an|chaque annee)(?=${CLOS})`);

export const frequenceEcrite: RegleCoherence = {
  code: 'frequence-ecrite',
  gravite: 'attention',
  titre: 'Une phrase réunit une instance plus ou moins souvent que prévu.',
  explication:
    'L’étape qui attend une instance (« instance ») et le rôle de celle-ci écrivent le nombre de réunions par an que l’instance compte (« reunions_an ») : « dix séances par an ». La gouvernance du scénario qui la dit mensuelle, trimestrielle, semestrielle ou annuelle (« un comité technique mensuel ») prend le mot que sa fréquence (« frequence ») prend ; quand cette fréquence n’en est pas un, ses réunions d’une année n’en sont pas loin : douze ou dix pour « mensuel ».',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study }) => {
    const { mode_operatoire: mode, scenarios } = study;
    const instances = instancesDe(study);
    const scenario = scenarios.find(({ id }) => id === mode?.scenario);
    const counted = [
      ...(mode?.parcours ?? []).flatMap(({ id, description, instance }, i) =>
        instance === undefined
          ? []
          : [{ texte: description, nom: instance, chemin: `${MODE}/parcours/${id ?? i + 1}/description` }],
      ),
      ...(mode?.instances ?? []).map(({ id, nom, role }, i) => ({
        texte: role,
        nom,
        chemin: `${MODE}/instances/${id ?? i + 1}/role`,
      })),
    ].flatMap(({ texte, nom, chemin }): Contradiction[] => {
      const body = instances.find((one) => nu(one.nom) === nu(nom));
      const told = quantitesEcrites(texte).flatMap(({ valeur, suite, avant }) => {
        const what = PAR_AN.exec(suite)?.[1];
        const before = debutDePhrase(avant, true);
        return (what !== undefined && what !== 'fois' && before === '') || (what !== undefined && REUNIT.test(before))
          ? [valeur]
          : [];
      });
      if (!body || body.reunions === undefined || told.length === 0 || told.includes(body.reunions)) return [];
      return [
        {
          chemin,
          contre: [`${body.chemin}/reunions_an`],
          message: `« ${citee(texte)} » : « ${body.nom} » se réunit ${compte(body.reunions, 'fois', 'fois')} par an.`,
          issue: 'Accordez la phrase et l’instance.',
        },
      ];
    });
    const named: Phrase[] = [
      ...(scenario?.gouvernance?.resume === undefined
        ? []
        : [{ chemin: `scenarios/${scenario.id}/gouvernance/resume`, texte: scenario.gouvernance.resume }]),
      ...(mode?.resume === undefined ? [] : [{ chemin: `${MODE}/resume`, texte: mode.resume }]),
      ...(mode?.inspirations ?? []).map(({ reprise: texte }, i) => ({
        chemin: `${MODE}/inspirations/${i + 1}/reprise`,
        texte: texte ?? '',
      })),
    ];
    const spoken = named.flatMap(({ chemin, texte }) =>
      instances.flatMap(({ nom, frequence, reunions, chemin: at }): Contradiction[] => {
        const own = FREQUENCES[nu(frequence ?? '')];
        const words = adjectifsDe(texte, nom);
        const other = words.find((word) => autreFrequence(FREQUENCES[word], own, reunions));
        // « mensuel la première année, puis trimestriel »: one of them is its own.
        if (other === undefined || words.some((word) => !autreFrequence(FREQUENCES[word], own, reunions))) return [];
        const fait = own === undefined ? `${compte(Number(reunions), 'réunion')} par an` : frequence;
        return [
          {
            chemin,
            contre: [`${at}/${own === undefined ? 'reunions_an' : 'frequence'}`],
            message: `« ${citee(texte)} » dit « ${nom} » ${other} ; sa fréquence est ${fait}.`,
            issue: 'Accordez la phrase et l’instance.',
          },
        ];
      }),
    );
    return [...counted, ...spoken];
  },
};

export const ECRITS_DU_MODE = [delaiEcrit, frequenceEcrite] as const;
