/** Which domains and publics come first: each pair scored from the diagnostic, with the weights of the study. */

import { mean } from 'd3-array';
import type { Study } from '../../study/study.js';
import type { Scenario } from '../../study/types.gen.js';
import { nombreFr } from '../../texte/nombres.js';
import type { BesoinsAnalysis } from '../diagnostic/types-besoins.js';
import type { Etiquette } from '../types-communs.js';
import { nus } from '../vocabulaire.js';

export const CRITERES_PRIORITE = ['importance', 'non_couvert', 'capacite', 'cadre', 'eligibilite'] as const;
export type CriterePriorite = (typeof CRITERES_PRIORITE)[number];

export const LIBELLES_PRIORITE: Readonly<Record<CriterePriorite, string>> = {
  importance: 'Importance des besoins',
  non_couvert: 'Part sans réponse',
  capacite: 'Capacité des acteurs',
  cadre: 'Accord avec le cadre',
  eligibilite: 'Éligibilité',
};

/** How each measure is made, in words: shown beside the scores. */
export const FORMULES_PRIORITE: Readonly<Record<CriterePriorite, string>> = {
  importance: 'moyenne des importances des besoins du croisement : 1 donne 0, et 5 donne 100',
  non_couvert: 'part des besoins du croisement sans réponse ; un besoin couvert en partie compte pour moitié',
  capacite:
    'acteurs volontaires ou engagés qui tiennent le domaine et le public, rapportés au croisement qui en a le plus',
  cadre: 'note des auteurs : 1 donne 0, et 5 donne 100',
  eligibilite: 'note des auteurs : 1 donne 0, et 5 donne 100',
};

export type ClassePriorite = 'prioritaire' | 'secondaire' | 'autre';

export interface Croisement {
  domaine: Etiquette;
  public: Etiquette;
  besoins: number;
  /** Points of 100; null when nothing measures it: its weight then goes to the others. */
  mesures: Record<CriterePriorite, number | null>;
  /** Points of 100 before the consultant's adjustment; null without need. */
  base: number | null;
  ajustement: { points: number; motif: string } | null;
  score: number | null;
  classe: ClassePriorite;
}

export interface PrioritesAnalysis {
  /** Highest first. */
  croisements: Croisement[];
  poids: Record<CriterePriorite, number>;
  seuils: { prioritaire: number; secondaire: number };
  /** Mean score of the pairs that have needs, highest first. */
  domaines: (Etiquette & { score: number | null; prioritaires: number })[];
  publics: (Etiquette & { score: number | null; prioritaires: number })[];
}

const SEUILS = { prioritaire: 60, secondaire: 40 };
const POIDS: Record<CriterePriorite, number> = { importance: 1, non_couvert: 1, capacite: 1, cadre: 1, eligibilite: 1 };

/** Notes of 1 to 5 as points of 100. */
const surCent = (note: number): number => ((note - 1) / 4) * 100;

/** Points without what a sum of weights leaves in the last digits (74.99999999999999): at its threshold, a pair is over it. */
const points = (value: number): number => Math.round(value * 1e12) / 1e12;

export function analyserPriorites(study: Study, besoins: BesoinsAnalysis): PrioritesAnalysis {
  const { priorites, etude, acteurs } = study;
  const poids = priorites?.poids ?? POIDS;
  const seuils = priorites?.seuils ?? SEUILS;
  const noteDe = (list: readonly { domaine: string; public?: string; note: number }[], d: string, p: string) =>
    (
      list.find((entry) => entry.domaine === d && entry.public === p) ??
      list.find((entry) => entry.domaine === d && entry.public === undefined)
    )?.note;
  const forts = (d: string, p: string): number =>
    acteurs.filter(
      ({ domaines, publics, engagement }) =>
        domaines.includes(d) && (publics ?? []).includes(p) && (engagement === 'volontaire' || engagement === 'engage'),
    ).length;
  const most = Math.max(0, ...etude.domaines.flatMap((d) => etude.publics.map((p) => forts(d.id, p.id))));
  const croisements = nus(etude.domaines).flatMap((domaine) =>
    nus(etude.publics).map((cible): Croisement => {
      const own = besoins.liste.filter(
        (b) => b.public.id === cible.id && b.domaines.some(({ id }) => id === domaine.id),
      );
      const open = mean(
        own.map(({ couverture }) =>
          couverture.niveau === 'non-couvert' ? 1 : couverture.niveau === 'partiel' ? 0.5 : 0,
        ),
      );
      const importance = mean(own.map((besoin) => besoin.importance));
      const cadre = noteDe(priorites?.cadre ?? [], domaine.id, cible.id);
      const eligibilite = noteDe(priorites?.eligibilite ?? [], domaine.id, cible.id);
      const mesures: Croisement['mesures'] = {
        importance: importance === undefined ? null : surCent(importance),
        non_couvert: open === undefined ? null : open * 100,
        capacite: most > 0 ? (forts(domaine.id, cible.id) / most) * 100 : null,
        cadre: cadre === undefined ? null : surCent(cadre),
        eligibilite: eligibilite === undefined ? null : surCent(eligibilite),
      };
      const mesurees = CRITERES_PRIORITE.flatMap((critere) => {
        const valeur = mesures[critere];
        return valeur === null ? [] : [{ valeur, poids: poids[critere] }];
      });
      const total = mesurees.reduce((sum, one) => sum + one.poids, 0);
      const base =
        own.length > 0 && total > 0
          ? points(mesurees.reduce((sum, one) => sum + one.poids * one.valeur, 0) / total)
          : null;
      const found = priorites?.ajustements?.find((a) => a.domaine === domaine.id && a.public === cible.id);
      const ajustement = found ? { points: found.points, motif: found.motif } : null;
      const score = base === null ? null : points(Math.min(100, Math.max(0, base + (ajustement?.points ?? 0))));
      const classe: ClassePriorite =
        score === null || score < seuils.secondaire
          ? 'autre'
          : score < seuils.prioritaire
            ? 'secondaire'
            : 'prioritaire';
      return { domaine, public: cible, besoins: own.length, mesures, base, ajustement, score, classe };
    }),
  );
  const side = (axis: 'domaine' | 'public', items: readonly Etiquette[]): PrioritesAnalysis['domaines'] =>
    items
      .map((item) => {
        const own = croisements.filter((c) => c[axis].id === item.id);
        return {
          ...item,
          score: mean(own.flatMap(({ score }) => score ?? [])) ?? null,
          prioritaires: own.filter(({ classe }) => classe === 'prioritaire').length,
        };
      })
      .sort((a, b) => (b.score ?? -1) - (a.score ?? -1));
  return {
    croisements: croisements.sort((a, b) => (b.score ?? -1) - (a.score ?? -1)),
    poids,
    seuils,
    domaines: side('domaine', nus(etude.domaines)),
    publics: side('public', nus(etude.publics)),
  };
}

/** Measures that weigh and are the same in every pair: they separate nothing. */
export function mesuresConstantes({ croisements, poids }: PrioritesAnalysis): { libelle: string; valeur: number }[] {
  const scored = croisements.filter(({ score }) => score !== null);
  if (scored.length < 2) return [];
  return CRITERES_PRIORITE.flatMap((critere) => {
    const values = new Set(scored.map(({ mesures }) => mesures[critere]));
    const [only] = values;
    return values.size === 1 && typeof only === 'number' && poids[critere] > 0
      ? [{ libelle: LIBELLES_PRIORITE[critere], valeur: only }]
      : [];
  });
}

/** The priority pairs, and those of them that a scenario does not serve first: it does when it puts first both the domain and the public. */
export function prioritesDuScenario(
  { croisements }: Pick<PrioritesAnalysis, 'croisements'>,
  {
    domaines_prioritaires: domaines,
    publics_prioritaires: publics,
  }: Pick<Scenario, 'domaines_prioritaires' | 'publics_prioritaires'>,
): { prioritaires: Croisement[]; servis: Croisement[]; manques: Croisement[] } {
  const prioritaires = croisements.filter(({ classe }) => classe === 'prioritaire');
  const first = ({ domaine, public: who }: Croisement): boolean =>
    domaines.includes(domaine.id) && publics.includes(who.id);
  return { prioritaires, servis: prioritaires.filter(first), manques: prioritaires.filter((one) => !first(one)) };
}

/** Points of 100 by which a pair misses the threshold by little: one note of the consultant, or one answer, moves it by as much. */
export const JUSTE_SOUS = 2;

/** Pairs that miss being priority by little, the nearest first. */
export const justeSousLeSeuil = ({
  croisements,
  seuils,
}: Pick<PrioritesAnalysis, 'croisements' | 'seuils'>): Croisement[] =>
  croisements.filter(
    ({ classe, score }) =>
      classe !== 'prioritaire' && score !== null && score >= seuils.prioritaire - JUSTE_SOUS - 1e-9,
  );

/** « importance des besoins 35 %, part sans réponse 25 %, … ». */
export function poidsEnClair({ poids }: PrioritesAnalysis): string {
  const total = CRITERES_PRIORITE.reduce((sum, critere) => sum + poids[critere], 0) || 1;
  return CRITERES_PRIORITE.filter((critere) => poids[critere] > 0)
    .map((critere) => `${LIBELLES_PRIORITE[critere].toLowerCase()} ${nombreFr((100 * poids[critere]) / total)}\u00a0%`)
    .join(', ');
}
