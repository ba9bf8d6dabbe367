/** The comparison as cells: notes, weights, values, points, scores, ranks, over the models of the scenarios. */
import { itemAt } from '../../../lists/at.js';
import type { Study } from '../../../study/study.js';
import {
  auPlus,
  type Cle,
  cle,
  depasse,
  divise,
  egal,
  exp,
  type Formule,
  fois,
  joint,
  max,
  min,
  moins,
  moyenne,
  nombre,
  nombreOu,
  plus,
  si,
  somme,
  sous,
  texte,
  UN,
  ZERO,
} from '../../formules/formule.js';
import { type Modele, nouveauModele } from '../../formules/modele.js';
import { commun } from '../cles.js';
import { type Critere, fonctionDeValeur } from '../indicateurs/mesures.js';
import type { Evaluation, ScenarioEvalue } from './evaluation.js';
import type { PoidsCriteres } from './poids.js';

const key = (...parts: string[]): Cle => cle('comparaison', ...parts);
export const clesComparaison = {
  nom: (scenario: string) => key('nom', scenario),
  note: (critere: string, scenario: string, evaluateur: string) => key('note', critere, scenario, evaluateur),
  moyenne: (critere: string, scenario: string) => key('moyenne', critere, scenario),
  critere: (nom: 'poids' | 'part' | 'pire' | 'meilleur', critere: string) => key(nom, critere),
  mesure: (critere: string, scenario: string) => key('mesure', critere, scenario),
  valeur: (critere: string, scenario: string) => key('valeur', critere, scenario),
  points: (critere: string, scenario: string) => key('points', critere, scenario),
  score: (scenario: string) => key('score', scenario),
  rang: (scenario: string) => key('rang', scenario),
  conclusion: key('conclusion'),
};
const k = clesComparaison;

/** Evaluators of the study, then those that only a note names. */
export function evaluateursDe({ criteres }: Study): { id: string; libelle: string }[] {
  const known = criteres?.evaluateurs ?? [];
  const noted = (criteres?.criteres ?? []).flatMap(({ mesure }) =>
    Object.values(mesure.notes ?? {})
      .flat()
      .map(({ evaluateur }) => evaluateur),
  );
  const others = [...new Set(noted)].filter((id) => !known.some((one) => one.id === id));
  return [...known.map(({ id, libelle }) => ({ id, libelle })), ...others.map((id) => ({ id, libelle: id }))];
}

/** The models of the scenarios together, with the notes that the study gives. */
export function modeleNotes(
  study: Study,
  scenarios: readonly ScenarioEvalue[],
  nommer: (one: ScenarioEvalue) => string,
): Modele {
  const m = nouveauModele(scenarios.map(({ chiffrage }) => chiffrage.modele));
  for (const one of scenarios) m.entree(k.nom(one.chiffrage.scenario.id), nommer(one), { libelle: 'scénario' });
  for (const { id: critere, mesure, libelle } of study.criteres?.criteres ?? []) {
    if (!mesure.notes) continue;
    for (const { chiffrage } of scenarios) {
      const { id } = chiffrage.scenario;
      const own = mesure.notes[id] ?? [];
      const notes = evaluateursDe(study).map(({ id: evaluateur }) =>
        m.entree(k.note(critere, id, evaluateur), own.find((note) => note.evaluateur === evaluateur)?.note ?? null, {
          libelle: `note de « ${libelle} »`,
          chemin: `criteres/${critere}`,
        }),
      );
      m.calcul(k.moyenne(critere, id), moyenne(notes, 'notes des évaluateurs'), { libelle: `note de « ${libelle} »` });
    }
  }
  return m;
}

/** Criteria that the evaluation kept, in its order. */
export const criteresRetenus = (study: Study, evaluation: Evaluation): Critere[] =>
  evaluation.criteres.flatMap(({ id }) => study.criteres?.criteres.find((critere) => critere.id === id) ?? []);

/** Adds the comparison to the model of the notes. */
export function poserComparaison(
  m: Modele,
  study: Study,
  scenarios: readonly ScenarioEvalue[],
  evaluation: Evaluation,
  methode: PoidsCriteres['methode'],
): void {
  const kept = criteresRetenus(study, evaluation);
  const ids = scenarios.map(({ chiffrage }) => chiffrage.scenario.id);
  for (const [j, critere] of kept.entries()) {
    const { id, libelle, echelle, sens, poids } = critere;
    const chemin = `criteres/${id}`;
    const own = methode === 'direct' ? poids : itemAt(evaluation.criteres, j).poids;
    const [worst, best] = sens === 'max' ? [echelle.min, echelle.max] : [echelle.max, echelle.min];
    m.entree(k.critere('poids', id), own, { libelle: `poids de « ${libelle} »`, chemin });
    m.entree(k.critere('pire', id), worst, { libelle: `niveau de « ${libelle} » qui vaut 0`, chemin });
    m.entree(k.critere('meilleur', id), best, { libelle: `niveau de « ${libelle} » qui vaut 1`, chemin });
  }
  const weights = somme(
    kept.map(({ id }) => m.lire(k.critere('poids', id))),
    'poids',
  );
  for (const critere of kept) {
    const { id: c, libelle, mesure } = critere;
    m.calcul(
      k.critere('part', c),
      si(depasse(weights, ZERO), divise(m.lire(k.critere('poids', c)), weights, ZERO), nombre(1 / kept.length)),
      { libelle: `part du poids de « ${libelle} »`, unite: 'part' },
    );
    for (const { chiffrage } of scenarios) {
      const s = chiffrage.scenario.id;
      const source = mesure.indicateur ? m.lire(chiffrage.cles.indicateur(mesure.indicateur)) : m.lire(k.moyenne(c, s));
      const measure = m.calcul(k.mesure(c, s), source, { libelle: `mesure de « ${libelle} »` });
      const worst = m.lire(k.critere('pire', c));
      const value = m.calcul(
        k.valeur(c, s),
        formuleValeur(critere, nombreOu(measure, worst), worst, m.lire(k.critere('meilleur', c))),
        { libelle: `valeur de « ${libelle} »`, unite: 'part' },
      );
      m.calcul(k.points(c, s), fois(m.lire(k.critere('part', c)), value, nombre(100)), {
        libelle: `points de « ${libelle} »`,
        unite: 'points',
      });
    }
  }
  for (const id of ids)
    m.calcul(
      k.score(id),
      somme(
        kept.map(({ id: c }) => m.lire(k.points(c, id))),
        'points des critères',
      ),
      { libelle: 'score', unite: 'points' },
    );
  const scores = ids.map((id) => m.lire(k.score(id)));
  for (const [i, id] of ids.entries()) {
    const own = scores[i] ?? ZERO;
    m.calcul(
      k.rang(id),
      plus(
        UN,
        ...scores.flatMap((other, j) => (j === i ? [] : [si(depasse(other, plus(own, nombre(1e-7))), UN, ZERO)])),
      ),
      { libelle: 'rang' },
    );
  }
  m.calcul(k.conclusion, conclusionDe(m, ids, scores), { libelle: 'ce que dit le score' });
}

/** The first two, or that nothing separates them. */
function conclusionDe(m: Modele, ids: readonly string[], scores: readonly Formule[]): Formule {
  if (ids.length < 2) return texte('Un seul scénario : il n’y a rien à comparer.');
  const ranks = ids.map((id) => m.lire(k.rang(id)));
  const named = (rank: number): Formule =>
    ids.reduceRight<Formule>(
      (rest, id, i) => si(egal(ranks[i] ?? ZERO, nombre(rank)), m.lire(k.nom(id)), rest),
      texte('—'),
    );
  const firsts = plus(...ranks.map((rank) => si(egal(rank, UN), UN, ZERO)));
  const second = max(scores.map((score, i) => si(depasse(ranks[i] ?? ZERO, UN), score, nombre(-1e9))));
  const lead = si(depasse(firsts, UN), ZERO, moins(max(scores), second));
  return si(
    sous(lead, m.lire(commun.seuil('ecart'))),
    texte('Rien ne départage les deux premiers.'),
    joint(named(1), texte(' vient en premier, devant '), named(2), texte('.')),
  );
}

const borne = (x: Formule): Formule => max([ZERO, min([UN, x])]);

/** The value function of a criterion over a measure, its worst and best levels in cells. */
function formuleValeur(critere: Critere, x: Formule, worst: Formule, best: Formule): Formule {
  const f = fonctionDeValeur(critere);
  const linear = borne(divise(moins(x, worst), moins(best, worst), ZERO));
  switch (f.type) {
    case 'piecewise-linear': {
      const { points } = f;
      const [first, last] = [points[0] ?? ([0, 0] as const), points.at(-1) ?? ([0, 0] as const)];
      const inner = points.slice(1).reduceRight<Formule>((rest, [b, v], i) => {
        const [a, u] = points[i] ?? [0, 0];
        const segment = plus(nombre(u), divise(fois(nombre(v - u), moins(x, nombre(a))), nombre(b - a), nombre(v - u)));
        return si(auPlus(x, nombre(b)), segment, rest);
      }, nombre(last[1]));
      return borne(si(auPlus(x, nombre(first[0])), nombre(first[1]), inner));
    }
    case 'table':
      return Object.entries(f.values).reduceRight<Formule>(
        (rest, [level, v]) => si(egal(x, nombre(Number(level))), nombre(v), rest),
        ZERO,
      );
    case 'exponential': {
      const { c } = f;
      if (Math.abs(c) < 1e-12) return linear;
      return divise(moins(UN, exp(fois(nombre(-c), linear))), nombre(1 - Math.exp(-c)), ZERO);
    }
    case 'linear':
      return linear;
  }
}
