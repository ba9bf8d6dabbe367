/** The dispositif itself, as it ran: money, days, requests, conventions, conditions, risks, trend of its indicators. */
import type { Study } from '../../study/study.js';
import { ouvresEntre } from '../jours-ouvres.js';
import { lendemain } from '../mode-operatoire/calendrier.js';
import { chargeAnnee } from '../mode-operatoire/charge-annee.js';
import type { Condition, Convention } from '../mode-operatoire/etat.js';
import { fourchette } from '../montants.js';
import { monteeDe } from '../scenarios/charge.js';
import { type Chiffrage, chiffrer } from '../scenarios/chiffrage.js';
import { NATURES, type Nature } from '../scenarios/depenses.js';
import { hypothesesDe } from '../scenarios/hypotheses.js';
import { nomActeur } from '../vocabulaire.js';

export interface LigneDispositif {
  libelle: string;
  prevu: number;
  /** Null when nothing was written down. */
  realise: number | null;
  commentaire: string | null;
}

export interface Tendance {
  libelle: string;
  unite: string;
  cible: number;
  sens: 'max' | 'min';
  mesures: { date: string; valeur: number }[];
}

export interface DispositifAnalysis {
  /** Date at which the accounts were closed; null when nothing is known. */
  au: string | null;
  depenses: (LigneDispositif & { nature: Nature })[];
  recettes: LigneDispositif[];
  /** The bearer of the scenario first, then the partners whose convention gives days. */
  jours: (LigneDispositif & { acteur: string; porteur: boolean })[];
  demandes: { sort: string; nombre: number }[];
  conventions: { signees: Convention[]; nonSignees: Convention[] };
  /** Met by their date, met late (working days after it), not met. */
  conditions: { aTemps: Condition[]; enRetard: { condition: Condition; jours: number }[]; nonRemplies: Condition[] };
  risques: NonNullable<NonNullable<Study['mode_operatoire']>['risques']>;
  tendances: Tendance[];
}

const total = (rows: readonly (readonly number[])[], year: number): number =>
  rows.reduce((sum, row) => sum + (row[year] ?? 0), 0);

function depensesDe({ lignes, montants }: Chiffrage, realise: Realise): DispositifAnalysis['depenses'] {
  const natures = [
    ...new Set([...lignes.map(({ nature }) => nature), ...(realise?.depenses ?? []).map((d) => d.nature)]),
  ];
  return natures.flatMap((nature) => {
    const prevu = total(
      montants.filter((_, i) => lignes[i]?.nature === nature),
      0,
    );
    const done = realise?.depenses?.find((d) => d.nature === nature);
    if (prevu === 0 && !done) return [];
    return [
      {
        nature,
        libelle: NATURES[nature],
        prevu,
        realise: done?.montant ?? null,
        commentaire: done?.commentaire ?? null,
      },
    ];
  });
}

type Realise = NonNullable<Study['mode_operatoire']>['realise'] | undefined;

/** Null without a mode opératoire, or without the scenario that it describes. `study` as it stood at the date of the document. */
export function analyserDispositif(study: Study): DispositifAnalysis | null {
  const mode = study.mode_operatoire;
  const scenario = study.scenarios.find(({ id }) => id === mode?.scenario);
  if (!mode || !scenario) return null;
  const chiffrage = chiffrer(study, scenario, hypothesesDe(study));
  const { realise, conventions = [], conditions, risques = [], indicateurs = [] } = mode;
  const all = conditions ? [...conditions.techniques, ...conditions.juridiques, ...conditions.financieres] : [];
  const late = ({ echeance, remplie_le: done }: Condition): number =>
    echeance && done ? Math.max(0, ouvresEntre(lendemain(echeance), lendemain(done))) : 0;
  const met = all.filter(({ etat }) => etat === 'remplie');
  const load = chargeAnnee(chiffrage.charge, monteeDe(scenario, 0));
  const agreed = conventions.filter(({ jours_an: jours }) => jours);
  // A partner without a convention is bound by the scenario alone.
  const others = scenario.partenaires.filter(
    ({ acteur, jours_an: jours }) =>
      jours !== undefined && acteur !== scenario.porteur && !agreed.some(({ partenaire }) => partenaire === acteur),
  );
  return {
    au: realise?.au ?? null,
    depenses: depensesDe(chiffrage, realise),
    recettes: chiffrage.scenario.financements.map(({ id, libelle, financeur }, i) => {
      const done = realise?.recettes?.find(({ financement }) => financement === id);
      return {
        libelle: libelle ?? financeur ?? id ?? '',
        prevu: chiffrage.recettes[i]?.[0] ?? 0,
        realise: done?.montant ?? null,
        commentaire: done?.commentaire ?? null,
      };
    }),
    jours: [
      { acteur: scenario.porteur, prevu: load.cotes[0]?.demandes ?? 0 },
      ...agreed.map(({ partenaire, jours_an: jours = 0 }) => ({ acteur: partenaire, prevu: jours })),
      ...others.map(({ acteur, jours_an: jours }) => ({ acteur, prevu: fourchette(jours)?.mode ?? 0 })),
    ].map(({ acteur, prevu }, i) => ({
      acteur,
      porteur: i === 0,
      libelle: nomActeur(study, acteur) ?? acteur,
      prevu,
      realise: realise?.jours?.find((one) => one.acteur === acteur)?.jours ?? null,
      commentaire: realise?.jours?.find((one) => one.acteur === acteur)?.commentaire ?? null,
    })),
    demandes: realise?.demandes ?? [],
    conventions: {
      signees: conventions.filter(({ etat }) => etat === 'signee'),
      nonSignees: conventions.filter(({ etat }) => etat !== 'signee'),
    },
    conditions: {
      aTemps: met.filter((one) => late(one) === 0),
      enRetard: met.flatMap((condition) => (late(condition) > 0 ? [{ condition, jours: late(condition) }] : [])),
      nonRemplies: all.filter(({ etat }) => etat !== 'remplie'),
    },
    risques: risques.filter(({ survenu_le: date }) => date !== undefined),
    tendances: indicateurs.flatMap(({ libelle, unite, cible, sens = 'max', mesures = [] }) =>
      mesures.length > 1
        ? [{ libelle, unite, cible, sens, mesures: [...mesures].sort((a, b) => (a.date < b.date ? -1 : 1)) }]
        : [],
    ),
  };
}
