/** Trials and thresholds that tell nothing apart: what no scenario stands, or all do, what none can miss, or reach. */
import type { Study } from '../../../../study/study.js';
import { enumerer } from '../../../../texte/accords.js';
import { enLettres, nombreFr, pourcent } from '../../../../texte/nombres.js';
import type { IdTest } from '../../../scenarios/viabilite/definition.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

export const epreuveSansEffet: RegleCoherence = {
  code: 'epreuve-sans-effet',
  gravite: 'attention',
  titre: 'Une épreuve a la même issue pour tous les scénarios.',
  explication:
    'Une épreuve (« viabilite.epreuves ») que tous les scénarios ratent, ou que tous passent, ne les départage pas : son ampleur (« valeur ») est trop forte ou trop faible, ou aucun n’a été préparé à ce qu’elle éprouve. Gardée pour ce qu’elle montre de tous, elle dit pourquoi (« motif »), que les livrables écrivent. Une épreuve sans objet pour tous n’éprouve rien, motif ou non.',
  livrables: ['scenarios'],
  verifier: ({ study, scenarios }) => {
    const list = scenarios().scenarios;
    const [first, ...others] = list.map(({ chiffrage }) => `scenarios/${chiffrage.scenario.id}`);
    if (first === undefined) return [];
    return (study.criteres?.viabilite?.epreuves ?? []).flatMap(({ id, libelle, motif }, rank): Contradiction[] => {
      const issues = list.flatMap(({ viabilite }) => viabilite.epreuves[rank] ?? []);
      const told = (message: string, issue: string, saisie?: string): Contradiction => ({
        chemin: `criteres/viabilite/epreuves/${id}`,
        contre: [first, ...others],
        message,
        issue,
        ...(saisie === undefined ? {} : { saisie }),
      });
      if (issues.every(({ sansObjet }) => sansObjet)) {
        const why = [...new Set(issues.map((one) => one.motif))];
        return [
          told(
            `l’épreuve « ${libelle} » n’éprouve aucun scénario : ${enumerer(why)}.`,
            'Retirez l’épreuve, ou corrigez ce qu’elle prend aux scénarios.',
          ),
        ];
      }
      const [held] = issues.map(({ satisfait }) => satisfait);
      const same = issues.every(({ satisfait, sansObjet }) => !sansObjet && satisfait === held);
      if (list.length < 2 || !same || motif !== undefined) return [];
      return [
        told(
          `${held ? 'les' : 'aucun des'} ${enLettres(list.length)} scénarios ${held ? 'passent tous' : 'ne passe'} l’épreuve « ${libelle} » : elle n’en départage aucun.`,
          'Changez l’ampleur de l’épreuve, préparez un scénario à la passer, ou dites pourquoi elle est gardée.',
          'La raison s’écrit dans « motif » de l’épreuve.',
        ),
      ];
    });
  },
};

export const essentielDispensable: RegleCoherence = {
  code: 'essentiel-dispensable',
  gravite: 'attention',
  titre: 'Un partenaire est dit essentiel, et le scénario passe l’épreuve de son départ.',
  explication:
    'Un partenaire essentiel (« essentiel: true ») est celui sans qui le scénario ne tient pas. Une épreuve qui l’ôte (« type: depart-partenaire », « acteur ») et que le scénario passe dit le contraire : ni ses jours ni son argent ne manquent, et d’autres tiennent ses fonctions. Ce qu’il apporte d’autre (un terrain, un savoir) n’est pas éprouvé : le motif de l’épreuve le dit alors, et rien n’est signalé.',
  livrables: ['scenarios'],
  verifier: ({ study, scenarios, acteur }) =>
    (study.criteres?.viabilite?.epreuves ?? []).flatMap(({ id, libelle, type, acteur: gone, motif }, rank) =>
      type !== 'depart-partenaire' || gone === undefined || motif !== undefined
        ? []
        : scenarios().scenarios.flatMap(({ chiffrage: { scenario }, viabilite }): Contradiction[] => {
            const at = scenario.partenaires.findIndex((one) => one.acteur === gone && one.essentiel);
            const issue = viabilite.epreuves[rank];
            if (at < 0 || !issue?.satisfait || issue.sansObjet) return [];
            return [
              {
                chemin: `scenarios/${scenario.id}/partenaires/${at + 1}/essentiel`,
                contre: [`criteres/viabilite/epreuves/${id}`],
                message: `« ${scenario.titre} » tient ${acteur(gone)} pour essentiel, et passe l’épreuve « ${libelle} » (${issue.motif}).`,
                issue:
                  'Dites que ce partenaire n’est pas essentiel, ce que lui seul apporte, ou pourquoi l’épreuve est gardée.',
                saisie:
                  'Ce que lui seul apporte s’écrit dans « roles », « jours_an » ou « financements » du scénario (scenarios.yaml) ; la raison, dans « motif » de l’épreuve (criteres.yaml).',
              },
            ];
          }),
    ),
};

interface Seuil {
  test: IdTest;
  chemin: string;
  contre: string;
  message: string;
}

/** The thresholds of the study that no figure misses, or that none reaches. */
function seuilsVains({ criteres, references }: Study): Seuil[] {
  const {
    seuil_equilibre: equilibre = 0,
    seuil_dependance: dependance = 0,
    seuil_herfindahl: herfindahl = 0,
    engagement_minimal: engagement,
    reference_autofinancement: rule,
    poids,
  } = criteres?.viabilite ?? {};
  const at = 'criteres/viabilite';
  const always = (test: IdTest, field: string, message: string, vain: boolean): Seuil[] =>
    vain ? [{ test, chemin: `${at}/${field}`, contre: poids === undefined ? at : `${at}/poids`, message }] : [];
  const given = references.find(({ id }) => id === rule);
  const least = typeof given?.valeur === 'number' ? given.valeur : null;
  return [
    ...always(
      'equilibre',
      'seuil_equilibre',
      `un budget est dit équilibré jusqu’à ${pourcent(equilibre)} de ses dépenses sans recette : aucun ne peut ne pas l’être.`,
      equilibre >= 1,
    ),
    ...always(
      'dependance',
      'seuil_dependance',
      `un premier financeur peut donner jusqu’à ${pourcent(dependance)} des recettes : aucun ne peut donner plus.`,
      dependance >= 1,
    ),
    ...always(
      'concentration',
      'seuil_herfindahl',
      `la concentration des financeurs est admise jusqu’à ${nombreFr(herfindahl)}, celle d’un financeur seul : aucune ne peut être plus forte.`,
      herfindahl >= 1,
    ),
    ...always(
      'partenaires',
      'engagement_minimal',
      'un partenaire essentiel est tenu pour acquis dès qu’il est pressenti : aucun ne peut l’être moins.',
      engagement === 'pressenti',
    ),
    ...(given && least !== null && (least <= 0 || least > 100)
      ? [
          {
            test: 'autofinancement' as const,
            chemin: `${at}/reference_autofinancement`,
            contre: `references/${given.id}/valeur`,
            message: `« ${given.titre} » demande ${nombreFr(least)} % de recettes propres : ${least > 100 ? 'aucun scénario ne peut les avoir' : 'aucun ne peut en manquer'}.`,
          },
        ]
      : []),
  ];
}

export const seuilSansPrise: RegleCoherence = {
  code: 'seuil-sans-prise',
  gravite: 'attention',
  titre: 'Un seuil de viabilité est tel qu’aucun chiffre ne le manque, ou que nul ne l’atteint.',
  explication:
    'Un écart admis, une part du premier financeur ou une concentration de 1, un engagement minimal « pressenti », une part propre de 0 % ou de plus de 100 % : le test a le même verdict quel que soit le scénario, et compte pourtant dans l’indice de viabilité. Un test de poids nul (« viabilite.poids ») n’est pas concerné.',
  livrables: ['scenarios'],
  verifier: ({ study }) =>
    seuilsVains(study).flatMap(({ test, chemin, contre, message }): Contradiction[] =>
      study.criteres?.viabilite?.poids?.[test] === 0
        ? []
        : [
            {
              chemin,
              contre: [contre],
              message,
              issue: 'Reprenez le seuil, ou retirez le test de l’indice.',
              saisie: `Un test ne compte pas quand son poids est nul : « poids: { ${test}: 0 } ».`,
            },
          ],
    ),
};

export const EPREUVES = [epreuveSansEffet, essentielDispensable, seuilSansPrise] as const;
