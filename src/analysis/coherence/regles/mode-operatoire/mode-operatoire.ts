/** The mode opératoire against itself and its scenario: money, law, promises, dates. */

import type { Study } from '../../../../study/study.js';
import type { ModeOperatoire, Scenario } from '../../../../study/types.gen.js';
import { enumerer } from '../../../../texte/accords.js';
import { euros } from '../../../../texte/nombres.js';
import { analyserConventions, type ConventionAnalysee } from '../../../mode-operatoire/conventions.js';
import { exercicesDe, sansChapitreEnClair } from '../../../mode-operatoire/exercices.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { donneurs, nomDeLaSource } from '../../../scenarios/financement/regles-aides.js';
import { depasse } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

interface Cadre {
  mode: ModeOperatoire;
  scenario: Scenario;
  conventions: ConventionAnalysee[];
  lignes: ReturnType<typeof analyserConventions>['lignes'];
}

function cadreDe(study: Study): Cadre | null {
  const { mode_operatoire: mode, scenarios, references, etude } = study;
  const scenario = scenarioDecrit({ scenarios, mode_operatoire: mode });
  if (!mode || !scenario) return null;
  const date = etude.livrables?.find(({ id }) => id === 'mode-operatoire')?.date ?? etude.date;
  const { liste, lignes } = analyserConventions(study, references, mode, scenario, date);
  return { mode, scenario, conventions: liste, lignes };
}

/** Path of a convention: by its id or its rank. */
const cheminDe = ({ conventions }: Cadre, { convention }: ConventionAnalysee): string =>
  `mode_operatoire/conventions/${convention.id ?? conventions.findIndex((one) => one.convention === convention) + 1}`;

/** Ratio above which two prices of a day are no longer of the same order. */
const ECART_DE_PRIX = 2;

export const prixDesConventions: RegleCoherence = {
  code: 'prix-des-conventions',
  gravite: 'attention',
  titre: 'Le jour d’un partenaire est payé plus du double de celui d’un autre.',
  explication:
    'Le prix d’un jour est le montant de la convention divisé par les jours qu’elle paie. Un écart de plus du double se justifie, ou révèle une erreur de jours ou de montant.',
  livrables: ['mode-operatoire'],
  verifier: ({ study, acteur }) => {
    const cadre = cadreDe(study);
    const priced = (cadre?.conventions ?? [])
      .flatMap((one) => (one.prixJour === null ? [] : [{ one, prix: one.prixJour }]))
      .sort((a, b) => a.prix - b.prix);
    const [low, high] = [priced[0], priced.at(-1)];
    if (!cadre || !low || !high || !depasse(high.prix, ECART_DE_PRIX * low.prix)) return [];
    return [
      {
        chemin: cheminDe(cadre, high.one),
        contre: [cheminDe(cadre, low.one)],
        message: `un jour revient à ${euros(Math.round(high.prix))} avec ${acteur(high.one.convention.partenaire)} et à ${euros(Math.round(low.prix))} avec ${acteur(low.one.convention.partenaire)}.`,
        issue: 'Reprenez les jours ou les montants, ou dites ce qui explique l’écart.',
        saisie: 'Un écart qui s’explique s’écarte avec sa raison (« regles_ecartees »).',
      },
    ];
  },
};

export const conventionSansPartenaire: RegleCoherence = {
  code: 'convention-sans-partenaire',
  gravite: 'attention',
  titre: 'Une convention est prévue avec un organisme qui n’est pas du scénario.',
  explication:
    'Le scénario retenu ne compte ni parmi ses partenaires, ni parmi ses financeurs, membres de leurs groupes compris, celui que la convention paie ou qui la paie.',
  livrables: ['mode-operatoire'],
  verifier: ({ study, acteur }) => {
    const cadre = cadreDe(study);
    if (!cadre) return [];
    const { scenario } = cadre;
    const known = new Set([
      ...scenario.partenaires.map((one) => one.acteur),
      ...scenario.financements.flatMap((source) => donneurs(source).map((one) => one.acteur)),
      ...scenario.moyens.humains.map(({ porteur }) => porteur),
    ]);
    const strangers = cadre.conventions.filter(({ convention }) => !known.has(convention.partenaire));
    return strangers.map(
      (one): Contradiction => ({
        chemin: `${cheminDe(cadre, one)}/partenaire`,
        contre: [`scenarios/${scenario.id}/partenaires`],
        message: `la convention « ${one.convention.objet} » est prévue avec ${acteur(one.convention.partenaire)}, que « ${scenario.titre} » ne compte pas parmi ses ${enumerer(['partenaires', 'financeurs'])}.`,
        issue: 'Ajoutez l’organisme au scénario, avec ses jours ou son apport, ou retirez la convention.',
        saisie: 'Il s’ajoute à « partenaires » du scénario (« jours_an »), ou à ses « financements » (scenarios.yaml).',
      }),
    );
  },
};

export const natureSansChapitre: RegleCoherence = {
  code: 'nature-sans-chapitre',
  gravite: 'attention',
  titre: 'La nomenclature du porteur ne reçoit pas tout le budget.',
  explication:
    'Chaque dépense et chaque recette de la première année (des mois de l’expérimentation, si elle est plus longue) va dans un chapitre de sa section : fonctionnement, ou investissement pour un achat et pour la recette qu’il ouvre. Ce qu’aucun chapitre ne reçoit manque au budget par exercice. La règle ne vaut que si une nomenclature est donnée.',
  livrables: ['mode-operatoire'],
  verifier: ({ study, scenarios }) => {
    const mode = study.mode_operatoire;
    const one = scenarios().scenarios.find(({ chiffrage }) => chiffrage.scenario.id === mode?.scenario);
    if (!mode?.nomenclature?.length || !one) return [];
    // Where the year falls among the exercises changes nothing to what has no chapter.
    const lost = sansChapitreEnClair(
      exercicesDe(mode, one.chiffrage, study.acteurs, `${study.etude.date.slice(0, 4)}-01`),
    );
    return lost.length === 0
      ? []
      : [
          {
            chemin: 'mode_operatoire/nomenclature',
            contre: [`scenarios/${one.chiffrage.scenario.id}/moyens`],
            message: `rien, dans la nomenclature du porteur, ne reçoit : ${enumerer(lost)}.`,
            issue: 'Ajoutez à la nomenclature le chapitre, ou le compte, qui reçoit cette nature.',
            saisie:
              'Il s’écrit dans « nomenclature » (mode-operatoire.yaml) : « section: investissement » pour un achat, « sens: recette » pour une recette.',
          },
        ];
  },
};

export const regleEmprunteeSansCondition: RegleCoherence = {
  code: 'regle-empruntee-sans-condition',
  gravite: 'attention',
  titre: 'Une recette compte sur une règle empruntée, et aucune condition ne demande qu’elle soit confirmée.',
  explication:
    'Une recette dont la règle vient d’un autre territoire (« regle_empruntee ») n’est sûre qu’une fois cette règle confirmée par celui qui paie. Le mode opératoire en fait une condition, avec un responsable et une date : sa clé « financement » nomme la recette. La règle ne vaut que si des conditions sont écrites.',
  livrables: ['mode-operatoire'],
  verifier: ({ study, nomSeul }) => {
    const mode = study.mode_operatoire;
    const scenario = scenarioDecrit(study);
    if (!scenario || !mode?.conditions) return [];
    const conditions = Object.values(mode.conditions).flat();
    return scenario.financements.flatMap((source, index): Contradiction[] =>
      source.regle_empruntee === undefined || conditions.some(({ financement }) => financement === source.id)
        ? []
        : [
            {
              chemin: `scenarios/${scenario.id}/financements/${source.id ?? index + 1}/regle_empruntee`,
              contre: ['mode_operatoire/conditions'],
              message: `« ${nomDeLaSource(source, nomSeul)} » est calculée sur une règle empruntée (${source.regle_empruntee}), et aucune condition du mode opératoire ne demande qu’elle soit confirmée.`,
              issue: 'Faites de sa confirmation une condition, avec un responsable et une date.',
              saisie: 'La condition nomme la recette dans « financement ».',
            },
          ],
    );
  },
};

export const MODE_OPERATOIRE = [
  prixDesConventions,
  conventionSansPartenaire,
  natureSansChapitre,
  regleEmprunteeSansCondition,
] as const;
