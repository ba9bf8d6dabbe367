/** The targets of the indicators of the dispositif, against the most that the study can count. */
import type { Study } from '../../../../study/study.js';
import { moisAbsolu } from '../../../../texte/dates.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { fourchette } from '../../../montants.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { enDemandes, toutesLesDemandes } from '../../mesures.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** The most requests that the scenario expects of a year, for an experimentation that lasts no longer. */
function demandesDeLAnnee({ mode_operatoire: mode, scenarios }: Pick<Study, 'mode_operatoire' | 'scenarios'>) {
  const scenario = scenarioDecrit({ scenarios, mode_operatoire: mode });
  const { debut, fin } = mode?.experimentation ?? {};
  const most = fourchette(scenario?.demandes_attendues)?.max;
  if (!scenario || most === undefined || debut === undefined || fin === undefined) return undefined;
  return moisAbsolu(fin) - moisAbsolu(debut) > 12
    ? undefined
    : {
        most,
        contre: `scenarios/${scenario.id}/demandes_attendues`,
        dit: 'demandes attendues par an, au plus',
        ecrit: '« demandes_attendues » du scénario (scenarios.yaml)',
      };
}

/** How many of a thing the study has at most, for the counts that it bounds, and where it says so. */
function plafondDe(calcul: string | undefined, { etude, projets, scenarios, mode_operatoire: mode }: Study) {
  const asked = mode?.experimentation?.nombre_projets;
  const bounds: Readonly<Record<string, { most: number; contre: string; dit: string; ecrit: string } | undefined>> = {
    'publics-servis': {
      most: etude.publics.length,
      contre: 'etude/publics',
      dit: 'publics dans l’étude',
      ecrit: '« publics » d’etude.yaml',
    },
    'projets-termines':
      asked !== undefined && asked >= projets.length
        ? {
            most: asked,
            contre: 'mode_operatoire/experimentation/nombre_projets',
            dit: 'projets dans l’expérimentation',
            ecrit: '« experimentation.nombre_projets » (mode-operatoire.yaml)',
          }
        : undefined,
    'demandes-recues': demandesDeLAnnee({ mode_operatoire: mode, scenarios }),
  };
  return bounds[calcul ?? ''];
}

export const cibleHorsDePortee: RegleCoherence = {
  code: 'cible-hors-de-portee',
  gravite: 'attention',
  titre: 'La cible d’un indicateur dépasse ce que l’étude peut compter.',
  explication:
    'Un indicateur du dispositif qui compte les publics servis ou les projets terminés (« calcul ») ne peut viser plus de publics que l’étude n’en a, ni plus de projets que l’expérimentation n’en prévoit (« nombre_projets ») ; celui qui compte les demandes d’un an au plus (« Demandes reçues », sans « calcul » aussi), pas plus que le scénario n’en attend (« demandes_attendues »).',
  livrables: ['mode-operatoire', 'bilan'],
  verifier: ({ study }) =>
    (study.mode_operatoire?.indicateurs ?? []).flatMap(
      ({ id, libelle, unite, calcul, cible, sens = 'max' }, i): Contradiction[] => {
        const requests = calcul === undefined && enDemandes(unite) && toutesLesDemandes(libelle);
        const bound = plafondDe(requests ? 'demandes-recues' : calcul, study);
        if (!bound || sens === 'min' || cible <= bound.most) return [];
        return [
          {
            chemin: `mode_operatoire/indicateurs/${id ?? i + 1}/cible`,
            contre: [bound.contre],
            message: `« ${libelle} » vise ${nombreFr(cible)} ; il n’y a que ${nombreFr(bound.most)} ${bound.dit}.`,
            issue: 'Corrigez la cible, ou complétez ce qu’elle compte.',
            saisie: `Ce qu’elle compte s’écrit dans ${bound.ecrit}.`,
          },
        ];
      },
    ),
};

/** Computed measures whose better sense is beyond discussion. */
const SENS: Readonly<Record<string, 'max' | 'min'>> = {
  'delai-reponse': 'min',
  'publics-servis': 'max',
  'projets-termines': 'max',
  'conventions-signees': 'max',
};

export const sensDeLIndicateur: RegleCoherence = {
  code: 'sens-de-l-indicateur',
  gravite: 'attention',
  titre: 'Un indicateur du dispositif récompense le moins bon.',
  explication:
    'Le sens d’un indicateur (« sens: max » par défaut) dit si le plus ou le moins vaut mieux : sa cible est tenue ou manquée selon lui. Celui qui se calcule (« calcul ») sur le délai de réponse va vers le moins ; celui qui compte les publics servis, les projets terminés ou les conventions signées, vers le plus.',
  livrables: ['mode-operatoire', 'bilan'],
  verifier: ({ study: { mode_operatoire: mode } }) =>
    (mode?.indicateurs ?? []).flatMap(({ id, libelle, calcul, sens = 'max' }, i): Contradiction[] => {
      const own = SENS[calcul ?? ''];
      if (own === undefined || own === sens) return [];
      const at = `mode_operatoire/indicateurs/${id ?? i + 1}`;
      return [
        {
          chemin: `${at}/sens`,
          contre: [`${at}/calcul`],
          message: `« ${libelle} » dit que le ${sens === 'max' ? 'plus' : 'moins'} vaut mieux ; ce qu’il compte va vers le ${own === 'max' ? 'plus' : 'moins'}.`,
          issue: 'Corrigez le sens de l’indicateur, ou ce qu’il compte.',
          saisie: 'Le sens s’écrit « sens: min » ou « sens: max » de l’indicateur (mode-operatoire.yaml).',
        },
      ];
    }),
};

export const CIBLES = [cibleHorsDePortee, sensDeLIndicateur] as const;
