/** The dispositif itself, as it ran: money, days, requests, conventions, conditions, risks. */

import { sum } from 'd3-array';
import { cellAt, numberAt } from '../../lists/at.js';
import { conditionsDuMode } from '../../study/conditions.js';
import type { Study } from '../../study/study.js';
import type { Scenario } from '../../study/types.gen.js';
import { ouvresEntre } from '../jours-ouvres.js';
import { lendemain } from '../mode-operatoire/calendrier.js';
import { type ChargeAnnee, type CoteDeCharge, chargeAnnee } from '../mode-operatoire/charge-annee.js';
import type { Condition, Convention } from '../mode-operatoire/etat.js';
import { finDeConvention } from '../mode-operatoire/fin-de-convention.js';
import { montantProbable } from '../montants.js';
import { type Chiffrage, chiffrageDe, recettesInscrites } from '../scenarios/chiffrage.js';
import { scenarioDecrit } from '../scenarios/decrit.js';
import { monteeDe } from '../scenarios/depenses-et-charge/charge.js';
import { NATURES, type Nature } from '../scenarios/depenses-et-charge/depenses.js';
import { nomDeLaLigne } from '../scenarios/financement/regles-aides.js';
import { nomActeur } from '../vocabulaire.js';
import { type ArgentDeLAnnee, aidesDuRealise, argentDeLAnnee } from './aides-du-realise.js';
import { moisDesComptes, partDeLAnnee, partsDesAnnees } from './duree-des-comptes.js';
import { type BaseJours, joursPrevus } from './jours-prevus.js';

export interface LigneDispositif {
  libelle: string;
  prevu: number;
  /** The twelfths of it that accounts shorter than a year cover, purchases and what pays them whole; null where the two are of one time. */
  aProportion: number | null;
  /** Null when nothing was written down. */
  realise: number | null;
  commentaire: string | null;
}

export interface VolumeFait {
  libelle: string;
  unite: string;
  prevu: number;
  aProportion: number | null;
  realise: number;
  /** Days of the bearer's team that what was done asks, by the scenario. */
  jours: number;
}

export interface DispositifAnalysis {
  /** Date at which the accounts were closed; null when nothing is known. */
  au: string | null;
  /** Months that the accounts cover, where they are not the year that the scenario foresees, give or take a month; null where they are, or when it is not known. */
  mois: number | null;
  /** Whether what was foreseen is of those months, beyond the first year, rather than of a year. */
  aLaDuree: boolean;
  depenses: (LigneDispositif & { nature: Nature })[];
  /** `usagers`: what users or customers pay, that nobody grants. */
  recettes: (LigneDispositif & { financement: string; usagers: boolean })[];
  /** Of accounts of a year alone. */
  argent: ArgentDeLAnnee | null;
  /** The bearer of the scenario first, then the partners that a convention or the scenario binds, then those that came besides: the rows make the total of `partenaires`. */
  jours: (LigneDispositif & { acteur: string; porteur: boolean; base: BaseJours })[];
  /** All the partners together, against the load of the first year, as the bearer is. */
  partenaires: Pick<LigneDispositif, 'prevu' | 'aProportion' | 'realise'>;
  /** What was done of each modality, as far as it is known, against the volume of the first year. */
  volumes: VolumeFait[];
  /** Days that the bearer's team had left for these once its days on the projects are taken off, and what they asked; null while either is unknown. */
  resteEquipe: { faits: number; projets: number; reste: number; demandes: number } | null;
  /** Conventions signed whose duration has run out at the date of the document. */
  echues: { convention: Convention; le: string }[];
  demandes: { sort: string; nombre: number }[];
  /** Signed late: working days after the planned date. */
  conventions: {
    signees: Convention[];
    enRetard: { convention: Convention; jours: number }[];
    nonSignees: Convention[];
  };
  /** Met by their date, met late (working days after it), not met. */
  conditions: { aTemps: Condition[]; enRetard: { condition: Condition; jours: number }[]; nonRemplies: Condition[] };
  /** Tasks of the calendar that ended late: working days after the planned end. */
  taches: { tache: NonNullable<NonNullable<Study['mode_operatoire']>['taches']>[number]; jours: number }[];
  risques: NonNullable<NonNullable<Study['mode_operatoire']>['risques']>;
}

function depensesDe(
  { lignes, montants }: Chiffrage,
  realise: Realise,
  { parts, twelfths }: Temps,
): DispositifAnalysis['depenses'] {
  const natures = [
    ...new Set([...lignes.map(({ nature }) => nature), ...(realise?.depenses ?? []).map((d) => d.nature)]),
  ];
  return natures.flatMap((nature) => {
    // What is bought is bought whole, in the first month of its year; the capital of a loan falls due along it.
    const foreseen = (shares: readonly number[]): number =>
      sum(montants, (row, i) => {
        const { nature: own, section } = lignes[i] ?? {};
        const whole = section === 'investissement' && own !== 'capital';
        return own === nature ? sum(shares, (part, y) => (whole ? 1 : part) * numberAt(row, y)) : 0;
      });
    const prevu = foreseen(parts);
    const done = realise?.depenses?.find((d) => d.nature === nature);
    if (prevu === 0 && !done) return [];
    return [
      {
        nature,
        libelle: NATURES[nature],
        prevu,
        aProportion: twelfths === null ? null : foreseen([twelfths]),
        realise: done?.montant ?? null,
        commentaire: done?.commentaire ?? null,
      },
    ];
  });
}

/** What the accounts hold of each year of the plan, and of the first one where they are shorter. */
interface Temps {
  parts: readonly number[];
  twelfths: number | null;
}

type Realise = NonNullable<Study['mode_operatoire']>['realise'] | undefined;

/** Volumes are those that the records give: the requests whose fate is told, and what the study counts of the other modalities. */
function volumesDe({ modalites, ...scenario }: Scenario, realise: Realise, { parts, twelfths }: Temps): VolumeFait[] {
  const asked = (realise?.demandes ?? []).reduce((sum, { nombre }) => sum + nombre, 0);
  const speed = sum(parts, (part, y) => part * monteeDe({ modalites, ...scenario }, y));
  return modalites.flatMap((one) => {
    const counted = realise?.volumes?.find(({ modalite }) => modalite === one.id)?.nombre;
    const done = counted ?? (one.demande_accompagnee && asked > 0 ? asked : null);
    if (done === null) return [];
    const { part_partenaires: shared = 0 } = one;
    const days = montantProbable(one.jours_par_unite) * (1 - shared);
    const prevu = montantProbable(one.volume_annuel) * speed;
    return [
      {
        libelle: one.description,
        unite: one.unite,
        prevu,
        aProportion: twelfths === null ? null : prevu * twelfths,
        realise: done,
        jours: done * days,
      },
    ];
  });
}

/** What a later year enters was not expected of the first. */
function recettesDe(
  study: Study,
  chiffrage: Chiffrage,
  realise: Realise,
  { parts, twelfths }: Temps,
): DispositifAnalysis['recettes'] {
  const entered = recettesInscrites(chiffrage);
  const { financements } = chiffrage.scenario;
  return financements.flatMap((source, i) => {
    const { id, section, nature } = source;
    const done = realise?.recettes?.find(({ financement }) => financement === id);
    const foreseen = (shares: readonly number[]): number =>
      sum(shares, (part, y) => (section === 'investissement' ? 1 : part) * cellAt(entered, i, y));
    const prevu = foreseen(parts);
    if (prevu === 0 && !done) return [];
    return [
      {
        financement: id,
        usagers: nature === 'recette',
        libelle: nomDeLaLigne(source, financements, (actor) => nomActeur(study, actor) ?? actor),
        prevu,
        aProportion: twelfths === null ? null : foreseen([twelfths]),
        realise: done?.montant ?? null,
        commentaire: done?.commentaire ?? null,
      },
    ];
  });
}

function joursDe(
  study: Study,
  scenario: Scenario,
  conventions: readonly Convention[],
  realise: Realise,
  load: Pick<ChargeAnnee, 'cotes'>,
  { parts, twelfths }: Temps,
): DispositifAnalysis['jours'] {
  // The load is already of that time; what a convention or the scenario gives is of a year.
  const foreseen = joursPrevus(scenario, conventions, load).map((one) =>
    one.base === 'charge' ? one : { ...one, prevu: one.prevu * sum(parts) },
  );
  const besides = (realise?.jours ?? [])
    .filter(({ acteur }) => !foreseen.some((one) => one.acteur === acteur))
    .map(({ acteur }) => ({ acteur, prevu: 0, base: 'aucune' as const }));
  return [...foreseen, ...besides].map(({ acteur, prevu, base }, i) => {
    const done = realise?.jours?.find((one) => one.acteur === acteur);
    return {
      base,
      acteur,
      porteur: i === 0,
      libelle: nomActeur(study, acteur) ?? acteur,
      prevu,
      aProportion: twelfths === null ? null : prevu * twelfths,
      realise: done?.jours ?? null,
      commentaire: done?.commentaire ?? null,
    };
  });
}

/** Days asked of each side by so much of each year. */
function chargeDesAnnees({ charge, scenario }: Chiffrage, parts: readonly number[]): Pick<ChargeAnnee, 'cotes'> {
  const [porteur, partenaires] = chargeAnnee(charge, monteeDe(scenario, 0)).cotes;
  const demandes = { porteur: 'joursPorteur', partenaires: 'joursPartenaires' } as const;
  const surLaDuree = (one: CoteDeCharge): CoteDeCharge => ({
    ...one,
    demandes: sum(parts, (part, y) => part * (y === 0 ? one.demandes : (charge.annees[y]?.[demandes[one.cote]] ?? 0))),
  });
  return { cotes: [surLaDuree(porteur), surLaDuree(partenaires)] };
}

/** Working days from a day to another that comes later; 0 when it does not, or when either is unknown. */
const retardOuvre = (due: string | undefined, done: string | undefined): number =>
  due && done ? Math.max(0, ouvresEntre(lendemain(due), lendemain(done))) : 0;

function conditionsTenues(conditions: Parameters<typeof conditionsDuMode>[0]): DispositifAnalysis['conditions'] {
  const all: Condition[] = conditionsDuMode(conditions);
  const late = ({ echeance, remplie_le: done }: Condition): number => retardOuvre(echeance, done);
  const met = all.filter(({ etat }) => etat === 'remplie');
  return {
    aTemps: met.filter((one) => late(one) === 0),
    enRetard: met.flatMap((condition) => (late(condition) > 0 ? [{ condition, jours: late(condition) }] : [])),
    nonRemplies: all.filter(({ etat }) => etat !== 'remplie'),
  };
}

/** Null without a mode opératoire, or without the scenario that it describes. `study` as it stood at `au`, the date of the document. */
export function analyserDispositif(study: Study, au: string = study.etude.date): DispositifAnalysis | null {
  const mode = study.mode_operatoire;
  const scenario = scenarioDecrit(study);
  if (!mode || !scenario) return null;
  const chiffrage = chiffrageDe(study, scenario);
  const { realise, conventions = [], conditions, taches = [], risques = [] } = mode;
  const mois = moisDesComptes(mode);
  const parts = partsDesAnnees(mois, chiffrage.depensesAnnuelles.length);
  const temps: Temps = { parts, twelfths: partDeLAnnee(mois) };
  const load = chargeDesAnnees(chiffrage, parts);
  const volumes = volumesDe(scenario, realise, temps);
  const depenses = depensesDe(chiffrage, realise, temps);
  const recettes = recettesDe(study, chiffrage, realise, temps);
  const team = realise?.jours?.find(({ acteur }) => acteur === scenario.porteur)?.jours;
  const onProjects = study.projets
    .flatMap(({ accompagnement: a }) => a?.jours_realises ?? [])
    .reduce((sum, jours) => sum + jours, 0);
  const dayLines = (realise?.jours ?? []).filter(({ acteur }) => acteur !== scenario.porteur);
  return {
    volumes,
    resteEquipe:
      team === undefined || volumes.length === 0
        ? null
        : {
            faits: team,
            projets: onProjects,
            reste: team - onProjects,
            demandes: volumes.reduce((sum, { jours }) => sum + jours, 0),
          },
    partenaires: {
      prevu: load.cotes[1].demandes,
      aProportion: temps.twelfths === null ? null : load.cotes[1].demandes * temps.twelfths,
      realise: dayLines.length > 0 ? dayLines.reduce((sum, { jours }) => sum + jours, 0) : null,
    },
    echues: conventions.flatMap((convention) => {
      const le = finDeConvention(convention);
      return le !== null && convention.etat === 'signee' && le < au ? [{ convention, le }] : [];
    }),
    au: realise?.au ?? null,
    mois,
    aLaDuree: parts.length > 1,
    depenses,
    recettes,
    argent: mois === null ? argentDeLAnnee(depenses, recettes, aidesDuRealise(chiffrage, depenses, recettes)) : null,
    jours: joursDe(study, scenario, conventions, realise, load, temps),
    demandes: realise?.demandes ?? [],
    conventions: {
      signees: conventions.filter(({ etat }) => etat === 'signee'),
      enRetard: conventions.flatMap((convention) => {
        const jours = convention.etat === 'signee' ? retardOuvre(convention.signature_prevue, convention.signee_le) : 0;
        return jours > 0 ? [{ convention, jours }] : [];
      }),
      nonSignees: conventions.filter(({ etat }) => etat !== 'signee'),
    },
    conditions: conditionsTenues(conditions),
    taches: taches.flatMap((tache) => {
      const jours = tache.fin_reelle && tache.fin_reelle <= au ? retardOuvre(tache.fin, tache.fin_reelle) : 0;
      return jours > 0 ? [{ tache, jours }] : [];
    }),
    risques: risques.filter(({ survenu_le: date }) => date !== undefined),
  };
}
