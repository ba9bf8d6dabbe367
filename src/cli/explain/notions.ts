/** What a word of the field is when no study is needed to say it: a deliverable, an indicator, a viability test, a rule that measures a requirement. */
import { EXPLICATIONS_EXIGENCES } from '../../analysis/conformite/explications.js';
import { DEFINITIONS_INDICATEURS } from '../../analysis/scenarios/chiffrage.js';
import { seuilsDe } from '../../analysis/scenarios/hypotheses.js';
import type { IdIndicateur } from '../../analysis/scenarios/indicateurs/indicateurs.js';
import { TESTS } from '../../analysis/scenarios/viabilite/tests-viabilite.js';
import { DECLARATIONS } from '../../documents/declarations.js';
import { LACKS } from '../../documents/lacks.js';
import { DELIVERABLES } from '../../documents/registry.js';
import { COLLECTIONS } from '../../study/collections.js';
import type { Study } from '../../study/study.js';

export interface Notion {
  id: string;
  /** « indicateur », « test de viabilité »… */
  genre: string;
  titre: string;
  /** Facts as label and text. */
  faits: [string, string][];
}

/** A study that says nothing: what a deliverable answers to it is what it cannot do without. */
const VIDE = Object.fromEntries(
  COLLECTIONS.map(({ cle, liste }) => [cle, liste ? [] : cle === 'etude' ? {} : null]),
) as unknown as Study;

/** Values that a measure may take: by its unit, but for those that say otherwise. */
const BORNES: Partial<Record<IdIndicateur, string>> = {
  reste_a_charge_annuel: 'négatif quand les recettes dépassent les dépenses',
  reste_apres_aides: 'négatif quand les autres recettes dépassent les dépenses',
  charge_sur_capacite: '0 ou plus ; 1 quand tous les jours sont pris',
  indice_viabilite: 'de 0 à 100',
};
const BORNES_PAR_UNITE: Readonly<Record<string, string>> = {
  part: 'de 0 à 1',
  indice: 'de 0 à 1',
  'points sur 25': 'de 1 à 25',
};

const indicateurs = (): Notion[] =>
  (Object.entries(DEFINITIONS_INDICATEURS) as [IdIndicateur, { libelle: string; unite: string }][]).map(
    ([id, { libelle, unite }]) => ({
      id,
      genre: 'indicateur d’un scénario',
      titre: libelle,
      faits: [
        ['Unité', unite === '' ? 'sans unité' : unite],
        ['Bornes', BORNES[id] ?? BORNES_PAR_UNITE[unite] ?? '0 ou plus'],
        ['Calcul', `atelier explain scenarios.ID.${id}`],
      ],
    }),
  );

function tests(): Notion[] {
  const seuils = seuilsDe(VIDE);
  return Object.entries(TESTS).map(([id, { libelle, seuil, origine, applicable }]) => {
    const place = origine({ seuils, scenario: { id: 'ID' } });
    return {
      id,
      genre: 'test de viabilité d’un scénario',
      titre: libelle,
      faits: [
        [
          'Seuil',
          applicable?.(seuils) === false
            ? 'celui que l’étude donne ; sans lui, le test n’est pas fait'
            : seuil({ seuils }),
        ],
        ...(place?.startsWith('criteres/') ? ([['Réglage', place.replaceAll('/', '.')]] as [string, string][]) : []),
      ],
    };
  });
}

const exigences = (): Notion[] =>
  Object.entries(EXPLICATIONS_EXIGENCES).map(([id, explication]) => ({
    id,
    genre: 'règle qui mesure une exigence du contrat',
    titre: explication,
    faits: [],
  }));

/** What each deliverable asks of the study, said as a need: the message of an empty study says what lacks, once it does. */
const IL_FAUT: Readonly<Record<(typeof DELIVERABLES)[number], string>> = {
  diagnostic: 'etude.yaml et territoire.yaml ; chaque inventaire présent y ajoute son chapitre.',
  scenarios:
    'au moins un scénario, dans scenarios.yaml ou scenarios/*.yaml ; criteres.yaml les compare, priorites.yaml les fonde.',
  'mode-operatoire':
    'mode-operatoire.yaml, et une réunion tenue qui retient le scénario (ou « --scenario ID --projet », pour un projet).',
  'fiches-projets': 'au moins un projet, dans projets.yaml ou projets/*.yaml.',
  bilan: 'des projets dont « evaluation » est remplie ; evaluation.yaml en dit l’échelle et les suites.',
  copil: 'une réunion, prévue ou tenue, dans reunions.yaml.',
};

function livrables(): Notion[] {
  return DELIVERABLES.map((id): Notion => {
    const { defaults, reads, interne } = DECLARATIONS[id];
    const needed = LACKS[id](VIDE, {});
    const names = COLLECTIONS.filter(({ cle }) => reads.includes(cle)).map(({ nom }) => nom);
    return {
      id,
      genre: 'livrable',
      titre: defaults.titre,
      faits: [
        ['Il faut', IL_FAUT[id]],
        ...(needed
          ? ([['Sans cela', [needed.message, needed.aide].filter(Boolean).join(' ')]] as [string, string][])
          : []),
        ['Il lit', ['etude', 'territoire', ...names].join(', ')],
        ...(interne ? ([['Édition interne', `atelier build ${id} --interne`]] as [string, string][]) : []),
        ['Construire', `atelier build ${id}`],
      ],
    };
  });
}

/** In the order of a guide: deliverables, indicators, tests, rules of requirements. */
export function notions(): Notion[] {
  return [...livrables(), ...indicateurs(), ...tests(), ...exigences()];
}
