/**
 * A scenario laid out in columns of draws, so that a hundred thousand draws cost a fraction of a second and no memory of their own: what a line or a source
 * takes part in is told once, and each step is then one loop over a run of draws.
 */
import { sum } from 'd3-array';
import { itemAt } from '../../../lists/at.js';
import type { Scenario } from '../../../study/types.gen.js';
import { MOIS_PAR_AN } from '../../../texte/dates.js';
import { type Colonne, type Colonnes, combiner, type Terme } from '../../incertitude/colonnes.js';
import type { Chiffrage } from '../chiffrage.js';
import { activiteDeLaRecette } from '../depenses-et-charge/activite.js';
import { annuitesDUnEuro, estEmprunt } from '../depenses-et-charge/emprunts.js';
import { encaissee, payeursHorsCaisse } from '../financement/caisse-du-porteur.js';
import { comptesDe } from '../financement/comptes.js';
import {
  aideDesAchats,
  estEligible,
  type LigneFinancement,
  nationales,
  ordreDesSources,
} from '../financement/regles-aides.js';
import { netVerse, transfertDeLAnnee } from '../financement/transferts.js';
import { moisDeTresorerie } from '../financement/tresorerie.js';
import { caisseDe, type Mouvement } from './plan-caisse.js';
import { planDesDepenses } from './plan-depenses.js';
import { planDeSource } from './plan-sources.js';

/** What varies from a draw to another: columns that are filled before each run, all of the same length. */
export interface Aleas {
  /** `[line][year]`: unit amounts, in euros. */
  unitaires: readonly (readonly Colonne[])[];
  /** `[source]`: 1 where it is obtained, 0 elsewhere. */
  obtenus: readonly Colonne[];
  /** `[source]`: yearly amount of those that are no rate, in euros. */
  fixes: readonly Colonne[];
}

export interface PlanDeTirages {
  /** Σ expenses, the same without the capital that loans give back, and Σ receipts over the years, in euros. */
  depenses: Colonne;
  couts: Colonne;
  recettes: Colonne;
  /** Σ expenses and Σ receipts of each account, transfers included, in euros: none where the bearer's is alone. */
  comptes: readonly { depenses: Colonne; recettes: Colonne }[];
  /** Lowest monthly balance, in euros. */
  soldeMinimum: Colonne;
  /** Computes the three for the draws that the columns hold. Same rules as the formulas of the model: a property of the tests holds them equal. */
  calculer(): void;
}

export function planDeTirages(
  { scenario, lignes, annees: years }: Chiffrage,
  tresorerieInitiale: number,
  { unitaires, obtenus, fixes }: Aleas,
  colonne: Colonnes,
): PlanDeTirages {
  const { financements, porteur, demarrage } = scenario;
  // An amount that is no rate has no base.
  const eligibles = financements.map((source) =>
    source.taux === undefined ? [] : lignes.flatMap((ligne, i) => (estEligible(source, ligne, porteur) ? [i] : [])),
  );
  const achetees = eligibles.map((own) => own.filter((i) => lignes[i]?.section === 'investissement'));
  const accounts = comptesDe(scenario, lignes);
  const comptes = accounts.length > 1 ? accounts : [];
  const depenses = planDesDepenses(
    lignes,
    years,
    unitaires,
    [...eligibles, ...achetees, ...comptes.map((compte) => compte.lignes)],
    payeursHorsCaisse(scenario),
    colonne,
  );
  const recettes = colonne();
  const recues = new Map<number, readonly Colonne[]>();
  const sources = ordreDesSources(financements).map((s) => {
    const source = itemAt(financements, s);
    const fixe = Array<Colonne>(years).fill(itemAt(fixes, s));
    const { bases, achats } =
      source.taux === undefined
        ? { bases: fixe, achats: fixe }
        : { bases: itemAt(depenses.bases, s), achats: itemAt(depenses.bases, financements.length + s) };
    const plan = planDeSource(source, {
      years,
      demarrage,
      bases,
      achats: aideDesAchats(source, lignes) ? achats : undefined,
      obtenu: itemAt(obtenus, s),
      // An aid that national funds limit comes after them.
      nationales: nationales(financements).flatMap((other) => {
        const own = recues.get(other);
        return own ? [own] : [];
      }),
      montee: activiteDeLaRecette(scenario, source, years)?.montee,
      colonne,
    });
    recues.set(s, plan.recues);
    return { s, source, plan, banked: encaissee(source, porteur) };
  });
  const everyYear = Array.from({ length: years }, (_, y) => y);
  const brought = sources.flatMap(({ plan }) => plan.recettes);
  const dettes = sources.map(({ source, plan }) => annuites(source, plan.recues, years));
  const interets = dettes.flatMap((dette) => dette.interets);
  const [couts, depensees] = interets.length > 0 ? [colonne(), colonne()] : [depenses.total, depenses.total];
  const ofAccounts = comptes.map((compte, c) => {
    const moved = (ranks: readonly number[]): Terme[] => {
      const fois = sum(ranks, (t) => sum(everyYear, (y) => transfertDeLAnnee(itemAt(scenario.transferts ?? [], t), y)));
      return fois === 0 ? [] : [{ de: colonne(1), fois }];
    };
    const lines = (depenses.bases[2 * financements.length + c] ?? []).flatMap((de) => (de ? [{ de, fois: 1 }] : []));
    const due = c === 0 ? dettes.flatMap(({ interets: one, capital }) => [...one, ...capital]) : [];
    return {
      depenses: { into: colonne(), termes: [...lines, ...due, ...moved(compte.verse)] },
      recettes: {
        into: colonne(),
        termes: [
          ...sources.flatMap(({ s, plan }) => (compte.sources.includes(s) ? plan.recettes : [])),
          ...moved(compte.recoit),
        ],
      },
    };
  });
  const caisse = caisseDe(
    tresorerieInitiale,
    moisDeTresorerie(
      financements.filter((source) => encaissee(source, porteur)),
      years,
    ),
    [
      ...depenses.mouvements,
      ...dettes.flatMap(({ mouvements }) => mouvements),
      ...sources.flatMap(({ banked, plan }) => (banked ? plan.mouvements : [])),
      ...transferes(scenario, years, colonne),
    ],
    colonne,
  );
  return {
    depenses: depensees,
    couts,
    recettes,
    comptes: ofAccounts.map((one) => ({ depenses: one.depenses.into, recettes: one.recettes.into })),
    soldeMinimum: caisse.minimum,
    calculer() {
      depenses.calculer();
      for (const { plan } of sources) plan.calculer();
      combiner(recettes, brought);
      if (interets.length > 0) {
        combiner(couts, [{ de: depenses.total, fois: 1 }, ...interets]);
        combiner(depensees, [{ de: couts, fois: 1 }, ...dettes.flatMap(({ capital }) => capital)]);
      }
      for (const one of ofAccounts) for (const { into, termes } of [one.depenses, one.recettes]) combiner(into, termes);
      caisse.calculer();
    },
  };
}

/** What a loan asks of what it drew: interest and capital over the years, and the twelfth of both each month; nothing of another source. */
function annuites(
  source: LigneFinancement,
  recues: readonly Colonne[],
  years: number,
): { interets: Terme[]; capital: Terme[]; mouvements: Mouvement[] } {
  if (!estEmprunt(source)) return { interets: [], capital: [], mouvements: [] };
  const tirages = recues.map((de, y) => ({ de, dus: annuitesDUnEuro(source, y, years) }));
  return {
    interets: tirages.map(({ de, dus }) => ({ de, fois: sum(dus, ({ interets }) => interets) })),
    capital: tirages.map(({ de, dus }) => ({ de, fois: sum(dus, ({ capital }) => capital) })),
    mouvements: tirages.flatMap(({ de, dus }) =>
      dus.flatMap(({ interets, capital }, y): Mouvement[] => {
        const each = (interets + capital) / MOIS_PAR_AN;
        const mois = Array.from({ length: MOIS_PAR_AN }, (_, month) => y * MOIS_PAR_AN + month);
        return each === 0 ? [] : [{ mois, de, fois: -each }];
      }),
    ),
  };
}

/** What the bearer gives each month to those who pay aside, less what it has of them: the same in every draw. */
function transferes(scenario: Scenario, years: number, colonne: Colonnes): Mouvement[] {
  if (!scenario.transferts?.length) return [];
  const aside = payeursHorsCaisse(scenario);
  return netVerse(scenario, (acteur) => !aside.has(acteur), years).flatMap((net, y): Mouvement[] => {
    const mois = Array.from({ length: MOIS_PAR_AN }, (_, month) => y * MOIS_PAR_AN + month);
    return net === 0 ? [] : [{ mois, de: colonne(1), fois: -net / MOIS_PAR_AN }];
  });
}
