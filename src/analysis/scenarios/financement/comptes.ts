/** The accounts of a scenario: that of its bearer, and one for each of those who pay and are funded aside. Each is to balance by itself. */
import { numberAt } from '../../../lists/at.js';
import type { Scenario } from '../../../study/types.gen.js';
import { divise, type Formule, fois, min, moins, somme, ZERO } from '../../formules/formule.js';
import type { Modele } from '../../formules/modele.js';
import type { Cles } from '../cles.js';
import type { LigneDepense } from '../depenses-et-charge/depenses.js';
import { anneesApres, anneesDAttente } from '../depenses-et-charge/fctva.js';
import { encaissee, payeursHorsCaisse } from './caisse-du-porteur.js';

type Plan = Pick<Scenario, 'porteur' | 'financements' | 'transferts'>;

export interface Compte {
  /** Ids of whose account it is: the bearer, or those whom the same receipts cover. */
  titulaires: string[];
  /** Ranks of the lines that it pays, of the sources that it cashes, of the transfers that it gives and is given. */
  lignes: number[];
  sources: number[];
  verse: number[];
  recoit: number[];
}

/** Those who pay aside, together where one receipt covers several of them. */
function titulairesAPart(plan: Plan): string[][] {
  let groups: string[][] = [];
  for (const source of plan.financements) {
    if (encaissee(source, plan.porteur)) continue;
    const covered = source.assiette_porteurs ?? [];
    const joined = groups.filter((own) => own.some((id) => covered.includes(id)));
    groups = [...groups.filter((own) => !joined.includes(own)), [...new Set([...joined.flat(), ...covered])]];
  }
  return groups.filter((own) => own.length > 0);
}

/** The bearer's first; one account alone where nobody is funded aside. */
export function comptesDe(plan: Plan, lignes: readonly Pick<LigneDepense, 'porteur'>[]): Compte[] {
  const aside = payeursHorsCaisse(plan);
  const { financements, porteur, transferts = [] } = plan;
  const rangs = <T>(list: readonly T[], own: (item: T) => boolean): number[] =>
    list.flatMap((item, i) => (own(item) ? [i] : []));
  const compte = (
    titulaires: string[],
    its: (acteur: string) => boolean,
    cashes: (source: Plan['financements'][number]) => boolean,
  ): Compte => ({
    titulaires,
    lignes: rangs(lignes, (ligne) => its(ligne.porteur)),
    sources: rangs(financements, cashes),
    verse: rangs(transferts, ({ de }) => its(de)),
    recoit: rangs(transferts, ({ a }) => its(a)),
  });
  return [
    compte(
      [porteur],
      (id) => !aside.has(id),
      (source) => encaissee(source, porteur),
    ),
    ...titulairesAPart(plan).map((own) =>
      compte(
        own,
        (id) => own.includes(id),
        (source) => !encaissee(source, porteur) && (source.assiette_porteurs ?? []).some((id) => own.includes(id)),
      ),
    ),
  ];
}

/** What each account pays and has over the plan, transfers included: only where there are several. */
export function poserComptes(
  m: Modele,
  k: Cles,
  plan: Plan,
  lignes: readonly Pick<LigneDepense, 'porteur'>[],
  years: number,
  nommer: (acteur: string) => string,
): void {
  const accounts = comptesDe(plan, lignes);
  if (accounts.length < 2) return;
  const moved = (ranks: readonly number[]): Formule[] =>
    ranks.flatMap((t) => Array.from({ length: years }, (_, y) => m.lire(k.transfertAn(t, y))));
  for (const [c, { titulaires, lignes: own, sources, verse, recoit }] of accounts.entries()) {
    const who = titulaires.map(nommer).join(', ');
    const sums = {
      depenses: [...own.map((i) => m.lire(k.ligne('total', i))), ...moved(verse)],
      recettes: [...sources.map((s) => m.lire(k.source('total', s))), ...moved(recoit)],
      probables: [
        ...sources.map((s) => fois(m.lire(k.source('total', s)), m.lire(k.source('chance', s)))),
        ...moved(recoit),
        // A loan that is not had asks the bearer for nothing.
        ...(c === 0 && m.contient(k.total('annuites_sans_emprunt')) ? [m.lire(k.total('annuites_sans_emprunt'))] : []),
      ],
    } as const;
    const dits = {
      depenses: `dépenses de ${who}`,
      recettes: `recettes de ${who}`,
      probables: `recettes de ${who}, chacune par sa chance`,
    } as const;
    for (const nom of ['depenses', 'recettes', 'probables'] as const)
      m.calcul(k.compte(nom, c), somme(sums[nom], dits[nom]), { libelle: dits[nom], unite: '€' });
  }
}

/** How many accounts the model tells: none where there is but that of the bearer. */
export function nombreDeComptes(m: Modele, k: Cles): number {
  let count = 0;
  while (m.contient(k.compte('depenses', count))) count++;
  return count;
}

/** Of the accounts, the worst balance, as a share of its expenses; that of the scenario where there is but one. */
export function soldeLePlusBas(m: Modele, k: Cles, recettes: 'recettes' | 'probables', seul: () => Formule): Formule {
  const count = nombreDeComptes(m, k);
  if (count === 0) return seul();
  return min(
    Array.from({ length: count }, (_, c) => {
      const spent = m.lire(k.compte('depenses', c));
      return divise(moins(m.lire(k.compte(recettes, c)), spent), spent, ZERO);
    }),
    'solde ÷ dépenses de chaque compte',
  );
}

/** Euros by year, then after the plan where a receipt is entered later. */
export interface CompteParAn extends Compte {
  depenses: number[];
  verses: number[];
  recettes: number[];
  recus: number[];
  soldes: number[];
}

/** The accounts year by year, in the years that enter each receipt; none where the bearer's is alone. */
export function comptesParAn(c: {
  modele: Modele;
  cles: Cles;
  scenario: Scenario;
  lignes: readonly LigneDepense[];
  annees: number;
}): CompteParAn[] {
  const { modele: m, cles: k, scenario, lignes, annees: years } = c;
  const accounts = comptesDe(scenario, lignes);
  if (accounts.length < 2) return [];
  const all = Array.from({ length: years + anneesApres(scenario) }, (_, y) => y);
  const each = (ranks: readonly number[], of: (rank: number, y: number) => number): number[] =>
    all.map((y) => ranks.reduce((sum, rank) => sum + of(rank, y), 0));
  const within = (y: number, value: () => number): number => (y >= 0 && y < years ? value() : 0);
  const moved = (ranks: readonly number[]): number[] =>
    each(ranks, (t, y) => within(y, () => m.nombre(k.transfertAn(t, y))));
  return accounts.map((own) => {
    const depenses = each(own.lignes, (i, y) => within(y, () => m.nombre(k.montant(i, y))));
    const recettes = each(own.sources, (s, y) => {
      const source = scenario.financements[s];
      const opened = y - (source ? anneesDAttente(source) : 0);
      return within(opened, () => m.nombre(k.recette(s, opened)));
    });
    const [verses, recus] = [moved(own.verse), moved(own.recoit)];
    const soldes = all.map(
      (y) => numberAt(recettes, y) + numberAt(recus, y) - numberAt(depenses, y) - numberAt(verses, y),
    );
    return { ...own, depenses, verses, recettes, recus, soldes };
  });
}
