/** The frame of the choice: thresholds, perimeter proposed, notes given to each domain, what a criterion rewards, ways on that are proposed. */
import { compte, enumerer } from '../../../../texte/accords.js';
import { nombreFr } from '../../../../texte/nombres.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';
import { type SorteDUnite, sorteDUnite } from '../../unites.js';

export const seuilsInverses: RegleCoherence = {
  code: 'seuils-inverses',
  gravite: 'attention',
  titre: 'Deux seuils sont dans l’ordre inverse.',
  explication:
    'Un croisement est prioritaire à partir d’un seuil (« seuils.prioritaire »), secondaire à partir d’un autre, plus bas (« seuils.secondaire ») : inversés, aucun croisement n’est secondaire. Un écart sans importance entre deux scénarios (« preference.indifference ») est plus petit qu’un écart décisif (« preference.preference ») : inversés, le surclassement ne distingue plus rien.',
  livrables: ['scenarios'],
  verifier: ({ study }) => {
    const preferences = (study.criteres?.criteres ?? []).flatMap(({ id, libelle, preference: one }): Contradiction[] =>
      one?.indifference === undefined || one.preference === undefined || one.indifference <= one.preference
        ? []
        : [
            {
              chemin: `criteres/criteres/${id}/preference/indifference`,
              contre: [`criteres/criteres/${id}/preference/preference`],
              message: `pour « ${libelle} », un écart de ${nombreFr(one.indifference)} est sans importance, et un écart de ${nombreFr(one.preference)} décide.`,
              issue: 'Mettez l’écart sans importance sous l’écart décisif.',
            },
          ],
    );
    const seuils = study.priorites?.seuils;
    if (!seuils || seuils.prioritaire > seuils.secondaire) return preferences;
    return [
      ...preferences,
      {
        chemin: 'priorites/seuils/prioritaire',
        contre: ['priorites/seuils/secondaire'],
        message: `un croisement est prioritaire à partir de ${compte(seuils.prioritaire, 'point')} et secondaire à partir de ${nombreFr(seuils.secondaire)} : aucun ne peut être secondaire.`,
        issue: 'Mettez le seuil des priorités au-dessus de l’autre.',
      },
    ];
  },
};

export const domaineSansNote: RegleCoherence = {
  code: 'domaine-sans-note',
  gravite: 'attention',
  titre: 'Un domaine n’a pas de note là où les autres en ont une.',
  explication:
    'Les notes du cadre et de l’éligibilité (« cadre », « eligibilite » de priorites.yaml) se donnent à chaque domaine dès que l’axe pèse : celui qui n’en a pas serait classé sur une note que personne n’a donnée.',
  livrables: ['scenarios'],
  verifier: ({ study: { priorites, etude } }) =>
    (['cadre', 'eligibilite'] as const).flatMap((axe): Contradiction[] => {
      const given = priorites?.[axe] ?? [];
      const missing = etude.domaines.filter(({ id }) => !given.some(({ domaine }) => domaine === id));
      if (!priorites || priorites.poids[axe] === 0 || given.length === 0 || missing.length === 0) return [];
      return [
        {
          chemin: `priorites/${axe}`,
          contre: [`priorites/poids/${axe}`],
          message: `${enumerer(missing.map(({ libelle }) => `« ${libelle} »`))} ${missing.length > 1 ? 'n’ont' : 'n’a'} pas de note ${axe === 'cadre' ? 'de cadre' : 'd’éligibilité'}, qui pèse pourtant ${compte(priorites.poids[axe], 'point')} dans les priorités.`,
          issue: 'Donnez une note à chaque domaine, avec son motif.',
          saisie: `Chaque note s’écrit dans « ${axe} » de priorites.yaml : « domaine », « note », « motif ».`,
        },
      ];
    }),
};

export const perimetreNonPropose: RegleCoherence = {
  code: 'perimetre-non-propose',
  gravite: 'attention',
  titre: 'Aucun scénario ne porte sur le périmètre que l’étude propose.',
  explication:
    'Le périmètre proposé (« perimetre.proposition » de priorites.yaml) est celui d’un scénario au moins : sans cela, la proposition n’est chiffrée nulle part.',
  livrables: ['scenarios'],
  verifier: ({ study: { priorites, scenarios, territoire } }) => {
    const proposed = priorites?.perimetre?.proposition;
    const [first] = scenarios;
    if (proposed === undefined || !first || scenarios.some(({ perimetre }) => perimetre === proposed)) return [];
    const nom = territoire.perimetres?.find(({ id }) => id === proposed)?.libelle ?? proposed;
    return [
      {
        chemin: 'priorites/perimetre/proposition',
        contre: [`scenarios/${first.id}/perimetre`],
        message: `l’étude propose le périmètre « ${nom} », et aucun scénario n’y est chiffré.`,
        issue: 'Chiffrez un scénario sur ce périmètre, ou corrigez la proposition.',
        saisie: 'Le périmètre d’un scénario s’écrit dans « perimetre » (scenarios.yaml).',
      },
    ];
  },
};

/** Indicators of which more, or less, is better whatever the study; the others depend on what it wants. */
const SENS: Readonly<Record<string, 'max' | 'min'>> = {
  cout_total: 'min',
  cout_annuel: 'min',
  cout_par_demande: 'min',
  cout_par_habitant: 'min',
  cout_par_service: 'min',
  cout_outils: 'min',
  cout_ligne_tresorerie: 'min',
  reste_a_charge_annuel: 'min',
  reste_apres_aides: 'min',
  besoin_tresorerie: 'min',
  part_premier_financeur: 'min',
  concentration_financeurs: 'min',
  risque_moyen: 'min',
  delai_mise_en_place: 'min',
  part_financement_acquis: 'max',
  demandes_servies: 'max',
  service_rendu_annuel: 'max',
  couverture_fonctions_domaines: 'max',
  couverture_besoins: 'max',
  part_partenaires_engages: 'max',
  population_couverte: 'max',
  indice_viabilite: 'max',
};

export const sensContraire: RegleCoherence = {
  code: 'sens-contraire',
  gravite: 'attention',
  titre: 'Un critère récompense le moins bon.',
  explication:
    'Un critère de coût (« role: cout ») se lit dans le sens du moins (« sens: min »), et un indicateur dont le mieux ne se discute pas dans le sien : le moins pour un coût, un délai, un risque ou une dépendance, le plus pour un service, une couverture ou une part acquise.',
  livrables: ['scenarios'],
  verifier: ({ study: { criteres } }) =>
    (criteres?.criteres ?? []).flatMap(({ id, libelle, role, sens, mesure }): Contradiction[] => {
      const better = SENS[('indicateur' in mesure && mesure.indicateur) || ''];
      if (role !== 'cout' && better !== undefined && better !== sens)
        return [
          {
            chemin: `criteres/criteres/${id}/sens`,
            contre: [`criteres/criteres/${id}/mesure/indicateur`],
            message: `« ${libelle} » donne le plus de points au ${sens === 'max' ? 'plus' : 'moins'} élevé, alors que ${better === 'max' ? 'plus' : 'moins'} y vaut mieux.`,
            issue: 'Récompensez le meilleur, ou mesurez ce critère autrement.',
            saisie: `Le sens s’écrit « sens: ${better} ».`,
          },
        ];
      if (role !== 'cout' || sens !== 'max') return [];
      return [
        {
          chemin: `criteres/criteres/${id}/sens`,
          contre: [`criteres/criteres/${id}/role`],
          message: `« ${libelle} » est un coût et donne le plus de points au plus élevé.`,
          issue: 'Récompensez le moins élevé, ou dites que ce critère est un bénéfice.',
          saisie: 'Le sens s’écrit « sens: min », le rôle « role: benefice ».',
        },
      ];
    }),
};

/** What the unit of a criterion counts, by the indicator that measures it. */
const UNITES: readonly { indicateurs: RegExp; sorte: SorteDUnite; dit: string }[] = [
  { indicateurs: /^delai_mise_en_place$/, sorte: 'mois', dit: 'mois' },
  { indicateurs: /^(cout_|reste_|besoin_tresorerie|dotation_)/, sorte: 'euros', dit: 'euros' },
  { indicateurs: /^etp_total$/, sorte: 'etp', dit: 'équivalents temps plein' },
];

export const uniteDuCritere: RegleCoherence = {
  code: 'unite-du-critere',
  gravite: 'attention',
  titre: 'Un critère s’écrit dans une autre unité que l’indicateur qui le mesure.',
  explication:
    'L’unité d’un critère (« echelle.unite ») est celle de son indicateur : des mois pour un délai, des euros pour un coût, des équivalents temps plein pour un effectif. Le lecteur lirait sinon quatre années pour quatre mois. Une unité que le programme ne connaît pas n’est pas comparée.',
  livrables: ['scenarios'],
  verifier: ({ study: { criteres } }) =>
    (criteres?.criteres ?? []).flatMap(({ id, libelle, echelle, mesure }): Contradiction[] => {
      const indicateur = ('indicateur' in mesure && mesure.indicateur) || '';
      const kind = UNITES.find(({ indicateurs }) => indicateurs.test(indicateur));
      const written = sorteDUnite(echelle.unite ?? '');
      if (!kind || written === null || written === kind.sorte) return [];
      return [
        {
          chemin: `criteres/criteres/${id}/echelle/unite`,
          contre: [`criteres/criteres/${id}/mesure/indicateur`],
          message: `« ${libelle} » se mesure en ${kind.dit}, et son unité est « ${echelle.unite} ».`,
          issue: 'Corrigez l’unité du critère, ou ce qui le mesure.',
        },
      ];
    }),
};

export const suitesConcurrentes: RegleCoherence = {
  code: 'suites-concurrentes',
  gravite: 'attention',
  titre: 'Deux suites sont proposées à la fois.',
  explication:
    'L’évaluation propose une suite au plus (« proposee: true ») : c’est elle que la décision reprend, et dont les jours et le financement sont vérifiés.',
  livrables: ['bilan'],
  verifier: ({ study: { evaluation } }) => {
    const proposed = (evaluation?.suites ?? []).flatMap(({ proposee, resume }, i) => (proposee ? [{ i, resume }] : []));
    const [first, second] = proposed;
    if (!first || !second) return [];
    return [
      {
        chemin: `evaluation/suites/${second.i + 1}/proposee`,
        contre: [`evaluation/suites/${first.i + 1}/proposee`],
        message: `deux suites sont proposées : ${enumerer(proposed.map(({ resume }) => `« ${resume.replace(/\.$/, '')} »`))}.`,
        issue: 'Gardez celle que l’évaluation défend ; les autres restent comparées.',
      },
    ];
  },
};

export const CADRE = [
  uniteDuCritere,
  seuilsInverses,
  domaineSansNote,
  perimetreNonPropose,
  sensContraire,
  suitesConcurrentes,
] as const;
