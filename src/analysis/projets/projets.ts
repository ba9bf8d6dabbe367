/** The projects of the experimentation: each one's follow-up and evaluation, and what the set lacks. */

import { mean, sum } from 'd3-array';
import { known } from '../../lists/at.js';
import { type Attendu, attenduDe, attenduEnMots, dansAttendu, exigenceDe } from '../../study/contrat.js';
import type { Study } from '../../study/study.js';
import type { Projet } from '../../study/types.gen.js';
import { compteEnLettres, enumerer, quantiteFr } from '../../texte/accords.js';
import { ordreDates, parJour } from '../../texte/dates.js';
import { enLettres, nombreFr } from '../../texte/nombres.js';
import { delaiOuvre } from '../jours-ouvres.js';
import { type Montant, montantProbable } from '../montants.js';
import { CRITERES_EVALUATION, type CritereEvaluation } from './criteres.js';
import { type Ecart, ecartEntre, sensDeLEcart } from './retards.js';

export interface IndicateurSuivi {
  libelle: string;
  unite: string;
  initial: number;
  cible: number;
  sens: 'max' | 'min';
  /** Last measure and its date; null when none was made. */
  valeur: number | null;
  date: string | null;
  /** First measure, of those made twice or more; null of others. */
  premiere: { valeur: number; date: string } | null;
  /** Share of the way from the first value to the target, 0 and above; null without measure. */
  part: number | null;
  atteint: boolean | null;
}

export interface PrevuRealise {
  /** Null of what nobody wrote: it is not planned at zero. */
  prevu: number | null;
  /** Null when nothing was written down. */
  realise: number | null;
}

export interface ProjetAnalyse {
  projet: Projet;
  /** 0 to 1, of the last follow-up; null without. */
  avancement: number | null;
  jours: PrevuRealise;
  joursPartenaires: PrevuRealise;
  seances: PrevuRealise;
  budget: PrevuRealise;
  financement: PrevuRealise;
  /** Working days between the request and the first answer. */
  delaiReponse: number | null;
  /** Received − spent, in euros; null while either is unknown. */
  solde: number | null;
  objectifs: ObjectifSuivi[];
  /** Whole months by which the latest step is late, negative when every step was early; null while no step is finished nor late. */
  retardMois: number | null;
  /** Steps that are late, the latest first. */
  retards: RetardEtape[];
  /** Whether the last of its steps was finished by its date; null while it is open. */
  finATemps: boolean | null;
  indicateurs: IndicateurSuivi[];
  /** Mean of the criteria noted, 1 to 5. */
  note: number | null;
  /** Criteria without note. */
  sansNote: CritereEvaluation[];
}

/** From the planned end to the real one, or to the date of the document while the step is open. */
export interface RetardEtape extends Ecart {
  etape: string;
  /** The date at which an open step is judged; null once it is finished. */
  au: string | null;
}

export interface ObjectifSuivi {
  /** From 1. */
  rang: number;
  texte: string;
  /** From its measures (all reached, some, none) or from what was observed; null when nothing measures it. */
  atteint: 'oui' | 'partiel' | 'non' | null;
  /** What shows it, in French; null when nothing does. */
  preuve: string | null;
}

interface Suivi {
  libelle: string;
  unite: string;
  sens?: 'max' | 'min' | undefined;
  initial?: number | undefined;
  cible: number;
  mesures?: { date: string; valeur: number }[] | undefined;
}

export function suivre({ libelle, unite, sens = 'max', initial = 0, cible, mesures = [] }: Suivi): IndicateurSuivi {
  const inOrder = parJour(mesures);
  const last = inOrder.at(-1) ?? null;
  const valeur = last?.valeur ?? null;
  const way = cible - initial;
  // A measure that must stay low has no way to go: it is compared to its ceiling.
  const share = (value: number): number =>
    sens === 'min' ? (value > 0 ? cible / value : 1) : way === 0 ? (value >= cible ? 1 : 0) : (value - initial) / way;
  return {
    libelle,
    unite,
    initial,
    cible,
    sens,
    valeur,
    date: last?.date ?? null,
    premiere: inOrder.length > 1 ? (inOrder[0] ?? null) : null,
    part: valeur === null ? null : Math.max(0, share(valeur)),
    atteint: valeur === null ? null : sens === 'min' ? valeur <= cible : valeur >= cible,
  };
}

/** The sum of what is known; null when nothing is. */
function connuDe(values: readonly (number | null | undefined)[]): number | null {
  const known = values.filter((value): value is number => value !== null && value !== undefined);
  return known.length > 0 ? sum(known) : null;
}

/** What shows that an objective is reached: its own measures first, else what was observed. */
function objectifsDe({ objectifs, constats_objectifs: constats = [], indicateurs = [] }: Projet): ObjectifSuivi[] {
  return objectifs.map((texte, index) => {
    const rang = index + 1;
    const own = indicateurs.filter(({ objectif }) => objectif === rang).map(suivre);
    const measured = own.filter(({ valeur }) => valeur !== null);
    const constat = constats.find(({ objectif }) => objectif === rang);
    if (measured.length > 0) {
      const reached = measured.filter(({ atteint }) => atteint).length;
      return {
        rang,
        texte,
        atteint: reached === measured.length ? 'oui' : reached > 0 ? 'partiel' : 'non',
        preuve: measured
          .map(
            ({ libelle, valeur, cible, unite, sens }) =>
              `${libelle} : ${quantiteFr(known(valeur, 'valeur'), unite)}, cible ${sens === 'min' ? 'au plus ' : ''}${nombreFr(cible)}`,
          )
          .join(' ; '),
      };
    }
    return { rang, texte, atteint: constat?.atteint ?? null, preuve: constat?.constat ?? null };
  });
}

/**
 * By how much each step that is finished, or open past its planned end, is late at a date; a project that is finished or given up waits
 * for no step any more.
 * Steps that are open and not due yet are left out.
 */
function ecartsDesEtapes({ calendrier = [], etat }: Projet, au: string | undefined): RetardEtape[] {
  return calendrier.flatMap(({ etape, fin, fin_reelle: reelle }): RetardEtape[] => {
    if (reelle) return [{ etape, ...ecartEntre(fin, reelle), au: null }];
    if (au === undefined || etat === 'abandonne' || etat === 'termine') return [];
    const late = ecartEntre(fin, au);
    return sensDeLEcart(late) > 0 ? [{ etape, ...late, au }] : [];
  });
}

/** Of a list that is written, a line without amount counts for nothing; of no list there is no total. */
const prevusDe = (lines: readonly { prevu: Montant }[]): number | null =>
  lines.length === 0 ? null : sum(lines.map(({ prevu }) => montantProbable(prevu) ?? 0));

/** `au`: date at which its open steps are judged; without it, none is late. */
export function analyserProjet(projet: Projet, au?: string): ProjetAnalyse {
  const {
    accompagnement: a = {},
    partenaires = [],
    budget = [],
    financements = [],
    calendrier = [],
    suivi = [],
  } = projet;
  const late = ecartsDesEtapes(projet, au);
  const last = [...calendrier].sort((x, y) => (x.fin < y.fin ? -1 : 1)).at(-1);
  const notes = CRITERES_EVALUATION.map(({ id }) => ({ id, note: projet.evaluation?.[id]?.note ?? null }));
  const noted = notes.flatMap(({ note }) => note ?? []);
  const realise = connuDe(budget.map((poste) => poste.realise));
  const obtenu = connuDe(financements.map((source) => source.obtenu));
  return {
    projet,
    avancement: [...suivi].sort((x, y) => ordreDates(x.date, y.date)).at(-1)?.avancement ?? null,
    jours: { prevu: a.jours_prevus ?? null, realise: a.jours_realises ?? null },
    joursPartenaires: {
      prevu: connuDe(partenaires.map(({ jours_prevus: jours }) => jours)),
      realise: connuDe(partenaires.map(({ jours_realises: jours }) => jours)),
    },
    seances: { prevu: a.seances_prevues ?? null, realise: a.seances_realisees ?? null },
    budget: {
      prevu: prevusDe(budget),
      realise,
    },
    financement: {
      prevu: prevusDe(financements),
      realise: obtenu,
    },
    delaiReponse: delaiOuvre(a.demande_recue, a.premiere_reponse),
    solde: realise === null || obtenu === null ? null : obtenu - realise,
    objectifs: objectifsDe(projet),
    retardMois: late.length > 0 ? Math.max(...late.map(({ mois: n }) => n)) : null,
    retards: late
      .filter((one) => sensDeLEcart(one) > 0)
      .sort((x, y) => y.mois - x.mois || (y.jours ?? 0) - (x.jours ?? 0)),
    finATemps: last?.fin_reelle ? sensDeLEcart(ecartEntre(last.fin, last.fin_reelle)) <= 0 : null,
    indicateurs: (projet.indicateurs ?? []).map(suivre),
    note: mean(noted) ?? null,
    sansNote: notes.flatMap(({ id, note }) => (note === null ? [id] : [])),
  };
}

export interface ProjetsAnalysis {
  projets: ProjetAnalyse[];
  /** Number asked for; null when neither the contract nor the mode opératoire gives one. */
  attendu: Attendu | null;
  publics: number;
  prives: number;
  /** Domains and publics that no project serves. */
  domainesAbsents: { id: string; libelle: string }[];
  publicsAbsents: { id: string; libelle: string }[];
  /** What the set lacks of what the contract asks, in French sentences. */
  manquesAuContrat: string[];
  /** The same, and the domains and publics that no project serves, whether the contract asks for them or not. */
  manques: string[];
}

/** « Deux projets manquent : cinq sont attendus. », « Un projet est en trop : cinq sont attendus. », or nothing. */
function ecartAuNombre(n: number, attendu: Attendu | null): string[] {
  if (!attendu || dansAttendu(n, attendu)) return [];
  const suite =
    attendu.max === 0
      ? 'aucun n’est attendu'
      : attendu.max === 1
        ? 'un seul est attendu'
        : attendu.max === null && attendu.min === 1
          ? 'un au moins est attendu'
          : `${attenduEnMots(attendu, enLettres)} sont attendus`;
  return n < attendu.min
    ? [`${compteEnLettres(attendu.min - n, 'projet manque', 'projets manquent')} : ${suite}.`]
    : [`${compteEnLettres(n - (attendu.max ?? n), 'projet est', 'projets sont')} en trop : ${suite}.`];
}

/** `au`: date of the document. */
export function analyserProjets(study: Study, au: string = study.etude.date): ProjetsAnalysis {
  const { etude, projets, mode_operatoire: mode } = study;
  const exigence = exigenceDe(study, 'nombre-projets');
  const list = [...projets]
    .sort((a, b) => (a.ordre ?? 99) - (b.ordre ?? 99) || (a.id < b.id ? -1 : 1))
    .map((projet) => analyserProjet(projet, au));
  const exact = mode?.experimentation?.nombre_projets;
  const attendu = exact === undefined ? attenduDe(exigence) : { min: exact, max: exact };
  const of = (statut: string): number => projets.filter(({ porteur }) => porteur.statut === statut).length;
  const served = new Set(projets.flatMap(({ domaines }) => domaines));
  const reached = new Set(projets.flatMap(({ publics }) => publics));
  const domainesAbsents = etude.domaines.filter(({ id }) => !served.has(id));
  const publicsAbsents = etude.publics.filter(({ id }) => !reached.has(id));
  const noms = (items: readonly { libelle: string }[]): string =>
    enumerer(
      items.map(({ libelle }) => `« ${libelle} »`),
      'ni',
    );
  const domaines = domainesAbsents.length > 0 ? [`Aucun projet ne sert ${noms(domainesAbsents)}.`] : [];
  const publics = publicsAbsents.length > 0 ? [`Aucun projet ne touche ${noms(publicsAbsents)}.`] : [];
  const exiges = [
    ...ecartAuNombre(projets.length, attendu),
    ...(exigence?.porteurs ?? []).flatMap((statut) =>
      projets.length > 0 && of(statut) === 0
        ? [`Aucun projet n’a de porteur ${statut === 'public' ? 'public' : 'privé'}.`]
        : [],
    ),
  ];
  const asked = exigence?.differents ?? [];
  return {
    projets: list,
    attendu,
    publics: of('public'),
    prives: of('prive'),
    domainesAbsents,
    publicsAbsents,
    manquesAuContrat: [
      ...exiges,
      ...(asked.includes('domaines') ? domaines : []),
      ...(asked.includes('publics') ? publics : []),
    ],
    manques: [...exiges, ...domaines, ...publics],
  };
}
