/** What a sentence says of the beginning of the trial, and of the scenario that goes on. */
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { dateEnLettres } from '../../../../texte/dates.js';
import { datesEcrites } from '../../../../texte/dates-ecrites.js';
import { phraseNue } from '../../../../texte/identifiant.js';
import { CLOS, debutDePhrase, sousReserve } from '../../../../texte/propos.js';
import { quantitesEcrites } from '../../../../texte/quantites-ecrites.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { nomDuScenario } from '../../../scenarios/noms.js';
import { nomsDesScenarios } from '../../ecrits/noms.js';
import { citee } from '../../phrases.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** What comes before the month from which something runs, and what says that it is the trial that begins. */
const A_PARTIR_DE = /(?:a partir d[eu']|a compter d[eu']|des(?: le)?) ?$/;
const LANCE = /\b(?:lanc|affermi|commenc|demarr|debut|engag)\w*/;

/** Months in which what a decision launches may begin: that of the trial, those of the phase that it names. */
const debuts = ({ mode_operatoire: mode, etude }: Study, lance: string): string[] => [
  ...(mode?.experimentation ? [mode.experimentation.debut, mode.experimentation.appel_du ?? ''] : []),
  ...(etude.calendrier ?? []).flatMap(({ phase, debut }) =>
    phase.startsWith(lance) || lance.startsWith(phase) ? [debut] : [],
  ),
];

export const lancementEcrit: RegleCoherence = {
  code: 'lancement-ecrit',
  gravite: 'attention',
  titre: 'Une décision lance l’expérimentation un autre mois que le sien.',
  explication:
    'Une décision qui lance une phase (« lance ») et dont la phrase dit à partir de quand elle la lance (« à partir de septembre 2027 », « à compter du 3 mars 2025 ») donne le mois où commence l’expérimentation (« experimentation.debut »), son appel à projets, ou la phase du calendrier.',
  livrables: ['mode-operatoire', 'copil'],
  verifier: ({ study }) => {
    const start = study.mode_operatoire?.experimentation?.debut;
    if (start === undefined) return [];
    return study.reunions.flatMap(({ id, decisions = [] }) =>
      decisions.flatMap(({ texte, lance, statut }, i): Contradiction[] => {
        if (lance === undefined || statut !== 'valide') return [];
        const said = datesEcrites(texte).find(
          ({ avant }) => A_PARTIR_DE.test(avant) && LANCE.test(debutDePhrase(avant)),
        );
        if (!said || debuts(study, lance).some((day) => day.slice(0, 7) === said.date.slice(0, 7))) return [];
        return [
          {
            chemin: `reunions/${id}/decisions/${i + 1}/texte`,
            contre: ['mode_operatoire/experimentation/debut'],
            message: `« ${citee(texte)} » ; l’expérimentation commence en ${dateEnLettres(start.slice(0, 7))}.`,
            issue: 'Corrigez la phrase, ou le début de l’expérimentation.',
          },
        ];
      }),
    );
  },
};

/** « six projets » that are those of the whole trial, as what follows says. */
const PROJETS = new RegExp(String.raw`^projets(?: accompagnes)?(?=${CLOS}| sur\b| selon\b| au plus\b)`);

/** How many projects a launch gives to the trial; null where it counts none, or several. */
function projetsEcrits(texte: string): number | null {
  const told = quantitesEcrites(texte).filter(({ valeur, suite }) => valeur > 1 && /^projets\b/.test(suite));
  const [only] = told;
  return told.length === 1 && only && PROJETS.test(only.suite) && !sousReserve(debutDePhrase(only.avant))
    ? only.valeur
    : null;
}

export const projetsDuLancement: RegleCoherence = {
  code: 'projets-du-lancement',
  gravite: 'attention',
  titre: 'Une décision lance l’expérimentation pour un autre nombre de projets que le sien.',
  explication:
    'Une décision qui lance une phase (« lance ») ou l’article du projet de délibération qui parle de l’expérimentation, et qui compte ses projets (« pour un an et six projets »), en donnent le nombre (« experimentation.nombre_projets »).',
  livrables: ['mode-operatoire', 'copil'],
  verifier: ({ study: { mode_operatoire: mode, reunions } }) => {
    const expected = mode?.experimentation?.nombre_projets;
    if (expected === undefined) return [];
    const said = [
      ...reunions.flatMap(({ id, decisions = [] }) =>
        decisions.flatMap(({ texte, lance, statut }, i) =>
          lance === undefined || statut !== 'valide'
            ? []
            : [{ chemin: `reunions/${id}/decisions/${i + 1}/texte`, texte }],
        ),
      ),
      ...(mode?.deliberation?.articles ?? []).flatMap((texte, i) =>
        /\b(?:experimentation|essai)\b/.test(phraseNue(texte))
          ? [{ chemin: `mode_operatoire/deliberation/articles/${i + 1}`, texte }]
          : [],
      ),
    ];
    return said.flatMap(({ chemin, texte }): Contradiction[] => {
      const told = projetsEcrits(texte);
      return told === null || told === expected
        ? []
        : [
            {
              chemin,
              contre: ['mode_operatoire/experimentation/nombre_projets'],
              message: `« ${citee(texte)} » ; l’expérimentation compte ${compte(expected, 'projet')}.`,
              issue: 'Corrigez la phrase, ou le nombre de projets de l’expérimentation.',
            },
          ];
    });
  },
};

export const suiteDUnAutre: RegleCoherence = {
  code: 'suite-d-un-autre',
  gravite: 'attention',
  titre: 'La suite qui continue nomme un autre scénario que celui que l’on a essayé.',
  explication:
    'La suite « continuer » prolonge ce que décrit le mode opératoire (« scenario ») : si son résumé nomme un scénario de l’étude par son titre, c’est celui-là. Celle qui étend peut en prendre un autre.',
  livrables: ['bilan'],
  verifier: ({ study }) => {
    const tried = scenarioDecrit(study);
    if (!tried || study.scenarios.length < 2) return [];
    return (study.evaluation?.suites ?? []).flatMap(({ option, resume }, i): Contradiction[] => {
      if (option !== 'continuer') return [];
      const names = nomsDesScenarios(study);
      const plain = phraseNue(resume);
      const named = [...plain.matchAll(new RegExp(`\\b${names.motif}`, 'g'))].flatMap(
        ([, nom = '']) => names.de(nom) ?? [],
      );
      const [other] = named;
      if (!other || named.some(({ id }) => id === tried.id) || /\b(?:sans|plutot|au lieu|comme|pas|ni)\b/.test(plain))
        return [];
      return [
        {
          chemin: `evaluation/suites/${i + 1}/resume`,
          contre: ['mode_operatoire/scenario', `scenarios/${other.id}`],
          message: `« ${citee(resume)} » : on a essayé « ${nomDuScenario(tried)} », et cette suite, qui continue, nomme « ${nomDuScenario(other)} ».`,
          issue: 'Corrigez le résumé, ou l’option de la suite.',
        },
      ];
    });
  },
};

export const TEXTES_DU_LANCEMENT = [lancementEcrit, projetsDuLancement, suiteDUnAutre] as const;
