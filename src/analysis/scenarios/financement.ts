/** Funding of a scenario: each source by year, rate × eligible base under its ceilings, or a fixed amount. */
import type { Scenario } from '../../study/types.gen.js';
import {
  divise,
  egal,
  type Formule,
  fois,
  max,
  min,
  moins,
  nombre,
  SANS_VALEUR,
  si,
  somme,
  sommeProduits,
  sous,
  texte,
  vide,
  ZERO,
} from '../formules/formule.js';
import type { Modele } from '../formules/modele.js';
import { montantProbable } from '../montants.js';
import type { Cles } from './cles.js';
import type { LigneDepense } from './depenses.js';

export type LigneFinancement = Scenario['financements'][number];
export type Statut = LigneFinancement['statut'];

/** As a reader of the workbook picks them. */
export const STATUTS: Readonly<Record<Statut, string>> = {
  acquis: 'Acquis',
  sollicite: 'Sollicité',
  pressenti: 'Pressenti',
};

/** More than any budget: stands for a ceiling that is not there. */
const SANS_PLAFOND = nombre(1e15);

/** Whether a source takes an expense into its eligible base. */
export const estEligible = (
  source: LigneFinancement,
  { id, nature, porteur }: Pick<LigneDepense, 'id' | 'nature' | 'porteur'>,
): boolean =>
  (source.assiette?.includes(nature) ?? nature !== 'fonds') &&
  (source.assiette_porteurs?.includes(porteur) ?? true) &&
  !source.lignes_exclues?.includes(id);

/** Lays down the receipts by source and year, their sums, the balance, and the share of each funder. */
export function poserFinancement(
  m: Modele,
  k: Cles,
  { financements, id }: Pick<Scenario, 'financements' | 'id'>,
  lignes: readonly LigneDepense[],
  years: number,
  nommer: (acteur: string) => string,
): void {
  const all = Array.from({ length: years }, (_, year) => year);
  for (const [s, source] of financements.entries())
    poserSource(m, k, s, source, lignes, all, {
      nom: source.libelle ?? nommer(source.financeur),
      chemin: `scenarios/${id}/financements/${source.id}`,
    });
  const received = (list: readonly number[]): Formule[] => list.map((s) => m.lire(k.source('total', s)));
  const sources = financements.map((_, s) => s);
  for (const y of all) {
    m.calcul(
      k.recettes(y),
      somme(
        sources.map((s) => m.lire(k.recette(s, y))),
        'toutes les recettes',
      ),
      { libelle: `recettes de l’année ${y + 1}`, unite: '€' },
    );
    m.calcul(k.soldeAnnuel(y), moins(m.lire(k.recettes(y)), m.lire(k.depenses(y))), {
      libelle: `solde de l’année ${y + 1}`,
      unite: '€',
    });
  }
  m.calcul(k.total('recettes'), somme(received(sources), 'recettes des années'), {
    libelle: 'total des recettes',
    unite: '€',
  });
  m.calcul(k.total('solde'), moins(m.lire(k.total('recettes')), m.lire(k.total('depenses'))), {
    libelle: 'solde',
    unite: '€',
  });
  m.calcul(
    k.total('autofinancement'),
    somme(received(sources.filter((s) => financements[s]?.nature === 'autofinancement')), 'autofinancement'),
    { libelle: 'autofinancement', unite: '€' },
  );
  m.calcul(
    k.total('acquis'),
    somme(
      sources.map((s) =>
        si(egal(m.lire(k.source('statut', s)), texte(STATUTS.acquis)), m.lire(k.source('total', s)), ZERO),
      ),
      'recettes au statut « acquis »',
    ),
    { libelle: 'recettes acquises', unite: '€' },
  );
  for (const financeur of financeursDe(financements))
    m.calcul(
      k.financeur(financeur),
      divise(
        somme(received(sources.filter((s) => financements[s]?.financeur === financeur)), nommer(financeur)),
        m.lire(k.total('recettes')),
        ZERO,
      ),
      { libelle: `part de ${nommer(financeur)}`, unite: 'part' },
    );
}

/** Each funder once, in the order of the plan. */
export const financeursDe = (financements: readonly LigneFinancement[]): string[] => [
  ...new Set(financements.map(({ financeur }) => financeur)),
];

function poserSource(
  m: Modele,
  k: Cles,
  s: number,
  source: LigneFinancement,
  lignes: readonly LigneDepense[],
  years: readonly number[],
  { nom, chemin }: { nom: string; chemin: string },
): void {
  const money = (libelle: string) => ({ libelle: `${libelle} de « ${nom} »`, unite: '€', chemin });
  const rule = source.taux !== undefined;
  m.entree(k.source('statut', s), STATUTS[source.statut], { libelle: `statut de « ${nom} »`, chemin });
  if (rule) m.entree(k.source('taux', s), source.taux ?? 0, { libelle: `taux de « ${nom} »`, unite: 'part', chemin });
  else m.entree(k.source('fixe', s), montantProbable(source.montant) ?? 0, money('montant'));
  m.entree(k.source('plafond', s), source.plafond ?? null, money('plafond annuel'));
  m.entree(k.source('plafond_total', s), source.plafond_total ?? null, money('plafond total'));
  m.entree(k.source('plancher', s), source.plancher ?? 0, money('plancher'));
  m.entree(k.source('delai', s), Math.round(source.delai_versement_mois ?? 0), {
    libelle: `délai de versement de « ${nom} »`,
    unite: 'mois',
    chemin,
  });
  m.entree(k.source('acompte', s), source.acompte ?? 0, { libelle: `acompte de « ${nom} »`, unite: 'part', chemin });
  for (const [i, ligne] of lignes.entries())
    m.entree(k.eligible(s, i), estEligible(source, ligne) ? 1 : 0, {
      libelle: `« ${ligne.libelle} » éligible à « ${nom} »`,
      chemin,
    });
  const ceiling = (cell: Formule): Formule => si(vide(cell), SANS_PLAFOND, cell);
  for (const y of years) {
    const paid = m.entree(k.versee(s, y), !source.annees || source.annees.includes(y + 1) ? 1 : 0, {
      libelle: `« ${nom} » versée l’année ${y + 1}`,
      chemin,
    });
    const base = m.calcul(
      k.base(s, y),
      sommeProduits(
        lignes.map((_, i) => m.lire(k.eligible(s, i))),
        lignes.map((_, i) => m.lire(k.montant(i, y))),
        'dépenses éligibles',
      ),
      { libelle: `base de « ${nom} » l’année ${y + 1}`, unite: '€' },
    );
    const raw = rule ? fois(m.lire(k.source('taux', s)), base) : m.lire(k.source('fixe', s));
    const before = somme(
      years.slice(0, y).map((earlier) => m.lire(k.recette(s, earlier))),
      'années précédentes',
    );
    // A lowered ceiling may stand under what the years before have brought.
    const capped = max([
      ZERO,
      min([raw, ceiling(m.lire(k.source('plafond', s))), moins(ceiling(m.lire(k.source('plafond_total', s))), before)]),
    ]);
    m.calcul(
      k.recette(s, y),
      si(egal(paid, ZERO), ZERO, si(sous(capped, m.lire(k.source('plancher', s))), ZERO, capped)),
      { libelle: `« ${nom} » l’année ${y + 1}`, unite: '€' },
    );
  }
  m.calcul(
    k.source('total', s),
    somme(
      years.map((y) => m.lire(k.recette(s, y))),
      'années',
    ),
    { libelle: nom, unite: '€', chemin },
  );
}

/** Σ over years. */
export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Part of the receipts; no value without receipts. */
export const partDesRecettes = (m: Modele, k: Cles, part: Formule): Formule =>
  divise(part, m.lire(k.total('recettes')), SANS_VALEUR);
