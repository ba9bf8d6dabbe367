/** Working time and delays: the year of a post, the posts that serve the requests, the months before the start. */
import { compte, enumerer, minuscule } from '../../../../texte/accords.js';
import { leJour, moisAbsolu } from '../../../../texte/dates.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { referenceDeLaForme } from '../../../scenarios/formes.js';
import { HEURES_PAR_JOUR, hypothesesDe } from '../../../scenarios/hypotheses.js';
import { scenarioRetenu } from '../../../scenarios/retenu.js';
import { FORMES_JURIDIQUES } from '../../../vocabulaire.js';
import { depasse } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** What days × hours may differ from the hours of the year: a rounded day, no more. */
const TOLERANCE_ANNEE = 0.01;

/** A year of 366 days that begins on a Monday, Saturdays and Sundays out. */
const JOURS_OUVRES = 262;

export const anneeDeTravail: RegleCoherence = {
  code: 'annee-de-travail',
  gravite: 'attention',
  titre: 'Les jours et les heures d’un équivalent temps plein ne font pas son année de travail.',
  explication:
    'Les jours par équivalent temps plein, multipliés par les heures d’un jour (sept heures si l’étude n’en dit rien), redonnent les heures de l’année, à 1 % près. Les heures de l’année sont déjà nettes des congés et des jours fériés : les en retirer encore, dans le nombre de jours, fait perdre à chaque poste des semaines de travail. Les jours, donnés ou déduits, ne dépassent pas les 262 jours d’une année hors fins de semaine. Les heures se comparent aussi à la référence qui les donne, et qui doit avoir une valeur.',
  exemple: 'hypotheses: { heures_par_etp: 1607, heures_par_jour: 7.8, jours_par_etp: 206, reference_heures: m01 }',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study: { criteres, references } }) => {
    const {
      heures_par_etp: hours,
      heures_par_jour: given,
      jours_par_etp: days,
      reference_heures: id,
    } = criteres?.hypotheses ?? {};
    const found: Contradiction[] = [];
    const legal = references.find((one) => one.id === id);
    if (hours !== undefined && typeof legal?.valeur === 'number' && legal.valeur !== hours)
      found.push({
        chemin: 'criteres/hypotheses/heures_par_etp',
        contre: [`references/${legal.id}`],
        message: `une année de travail compte ${compte(hours, 'heure')} dans les hypothèses, et ${nombreFr(legal.valeur)} dans la référence qui les donne (« ${legal.titre} »).`,
        issue: 'Reprenez les heures de la référence, ou nommez celle qui donne les autres.',
        saisie: 'La référence se nomme dans « hypotheses.reference_heures » (criteres.yaml).',
      });
    if (legal && typeof legal.valeur !== 'number')
      found.push({
        chemin: 'criteres/hypotheses/reference_heures',
        contre: [`references/${legal.id}`],
        message: `la référence qui doit donner les heures de l’année (« ${legal.titre} ») n’a pas de valeur.`,
        issue: 'Nommez la référence qui les donne, ou écrivez sa valeur.',
        saisie:
          'La référence se nomme dans « hypotheses.reference_heures » (criteres.yaml) ; sa valeur s’écrit dans « valeur » (references.yaml).',
      });
    const daily = given ?? HEURES_PAR_JOUR;
    const worked = days ?? (hours === undefined ? undefined : hours / daily);
    if (worked !== undefined && depasse(worked - JOURS_OUVRES, 0))
      found.push({
        chemin: `criteres/hypotheses/${days === undefined ? 'heures_par_jour' : 'jours_par_etp'}`,
        contre: [days === undefined ? 'criteres/hypotheses/heures_par_etp' : 'criteres/hypotheses'],
        message: `un équivalent temps plein travaille ${compte(Math.round(worked), 'jour')} par an ; une année n’a que ${JOURS_OUVRES} jours hors fins de semaine.`,
        issue: 'Corrigez les jours, ou la durée d’un jour.',
      });
    if (hours !== undefined && days !== undefined && depasse(Math.abs(days * daily - hours), TOLERANCE_ANNEE * hours))
      found.push({
        chemin: 'criteres/hypotheses/jours_par_etp',
        contre: [given === undefined ? 'criteres/hypotheses/heures_par_etp' : 'criteres/hypotheses/heures_par_jour'],
        message: `${compte(days, 'jour')} de ${compte(daily, 'heure')} font ${compte(Math.round(days * daily), 'heure')} par an, et non les ${compte(hours, 'heure')} d’un équivalent temps plein.`,
        issue: 'Corrigez le nombre de jours, ou la durée d’un jour.',
        saisie: 'Sans « jours_par_etp », les jours sont les heures de l’année divisées par celles d’un jour.',
      });
    return found;
  },
};

export const capaciteParLAppui: RegleCoherence = {
  code: 'capacite-par-l-appui',
  gravite: 'attention',
  titre: 'L’équipe ne suffit à la charge qu’avec les jours d’un poste d’appui.',
  explication:
    'Les jours demandés au porteur dépassent ceux des postes qui servent les demandes, et ne tiennent qu’en y ajoutant ceux d’un poste d’appui (« appui: true ») : il fait tourner le dispositif, et ne répond pas aux demandes.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, scenarios }) =>
    scenarios().scenarios.flatMap(({ chiffrage: { scenario, charge } }): Contradiction[] => {
      const { joursParEtp, partProductive } = hypothesesDe(study);
      const own = scenario.moyens.humains.filter(({ porteur, etp }) => porteur === scenario.porteur && etp > 0);
      const [first, ...others] = own.filter(({ appui }) => appui === true);
      if (!first) return [];
      const support = [first, ...others];
      const days = support.reduce((sum, { etp }) => sum + etp, 0) * joursParEtp * partProductive;
      const { joursPorteur: asked, capacitePorteur: all } = charge;
      if (depasse(asked - all, 0.5) || !depasse(asked - (all - days), 0.5)) return [];
      return [
        {
          chemin: `scenarios/${scenario.id}/moyens/humains/${first.id}`,
          contre: [
            `scenarios/${scenario.id}/modalites`,
            ...others.map(({ id }) => `scenarios/${scenario.id}/moyens/humains/${id}`),
          ],
          message: `« ${scenario.titre} » demande ${compte(Math.round(asked), 'jour')} à l’équipe du porteur ; sans ${enumerer(support.map(({ profil }) => `« ${minuscule(profil)} »`))} (${compte(Math.round(days), 'jour')}), elle en a ${nombreFr(Math.round(all - days))}.`,
          issue: 'Dites ce que ce poste fait pour les demandes, renforcez les autres, ou réduisez les volumes.',
          saisie: 'Un poste qui répond aussi aux demandes n’est pas d’appui : retirez « appui ».',
        },
      ];
    }),
};

export const delaiDeLaForme: RegleCoherence = {
  code: 'delai-de-la-forme',
  gravite: 'attention',
  titre: 'Le délai annoncé par un scénario n’est pas celui de sa forme juridique.',
  explication:
    'Une référence dit les mois que demande une forme juridique (« forme_juridique » et « delai_mois » de la référence). Un scénario de cette forme qui s’annonce plus court que le plus court, ou plus long que le plus long, est mieux ou moins bien noté qu’il ne devrait. Un délai plus long que ses étapes écrites (« mise_en_place ») expliquent, recruter ou acheter, est admis : la forme n’en est alors qu’une partie.',
  livrables: ['scenarios'],
  verifier: ({ study }) =>
    study.scenarios.flatMap(
      ({ id, titre, forme_juridique: forme, delai_mise_en_place_mois: months, mise_en_place: steps }) => {
        const reference = referenceDeLaForme(study, forme);
        const range = reference?.delai_mois;
        if (
          !reference ||
          !range ||
          months === undefined ||
          (months >= range.min && (months <= range.max || (steps?.length ?? 0) > 1))
        )
          return [];
        return [
          {
            chemin: `scenarios/${id}/delai_mise_en_place_mois`,
            contre: [`references/${reference.id}`],
            message: `« ${titre} » s’annonce en ${compte(months, 'mois', 'mois')} ; sa forme (${FORMES_JURIDIQUES[forme]}) en demande de ${nombreFr(range.min)} à ${nombreFr(range.max)}.`,
            issue: 'Reprenez le délai du scénario, ou celui de la forme, avec sa source.',
          } satisfies Contradiction,
        ];
      },
    ),
};

export const demarrageTropTot: RegleCoherence = {
  code: 'demarrage-trop-tot',
  gravite: 'attention',
  titre: 'Un scénario démarre avant la fin du délai qu’il annonce.',
  explication:
    'Le choix se fait à la réunion qui retient un scénario, et à la remise des scénarios tant qu’aucune ne l’a fait ; un scénario démarre au plus tôt après les mois de mise en place qu’il annonce. Les dates se comparent au mois près.',
  livrables: ['scenarios'],
  verifier: ({ study }) => {
    const choice =
      scenarioRetenu(study)?.reunion.date ?? study.etude.livrables?.find(({ id }) => id === 'scenarios')?.date;
    if (choice === undefined || choice.length < 7) return [];
    return study.scenarios.flatMap(({ id, titre, demarrage, delai_mise_en_place_mois: months }): Contradiction[] =>
      demarrage === undefined ||
      demarrage.length < 7 ||
      months === undefined ||
      moisAbsolu(choice) + months <= moisAbsolu(demarrage)
        ? []
        : [
            {
              chemin: `scenarios/${id}/demarrage`,
              contre: [`scenarios/${id}/delai_mise_en_place_mois`],
              message: `« ${titre} » démarre ${leJour(demarrage.slice(0, 7))}, et demande ${compte(months, 'mois', 'mois')} à partir du choix (${leJour(choice)}).`,
              issue: 'Reculez le démarrage, ou dites ce qui raccourcit la mise en place.',
              saisie:
                'Une mise en place plus courte s’écrit dans « delai_mise_en_place_mois » ou « mise_en_place » ; un démarrage gardé, dans « regles_ecartees » (etude.yaml).',
            },
          ],
    );
  },
};

export const TEMPS = [anneeDeTravail, capaciteParLAppui, delaiDeLaForme, demarrageTropTot] as const;
