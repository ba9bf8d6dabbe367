/** A scenario tried otherwise than it is: only what the trial changes is computed again, to the figure that its own formulas would give. */
import { itemAt, numberAt } from '../../lists/at.js';
import type { Study } from '../../study/study.js';
import type { Scenario } from '../../study/types.gen.js';
import { MOIS_PAR_AN } from '../../texte/dates.js';
import { nouveauModele } from '../formules/modele.js';
import { type Colonne, colonnesDe } from '../incertitude/colonnes.js';
import { nomActeur } from '../vocabulaire.js';
import { type Chiffrage, communDe } from './chiffrage.js';
import { type Cles, clesDe } from './cles.js';
import { activiteDeLaRecette, montantEnCroisiere } from './depenses-et-charge/activite.js';
import { type Charge, chargeDe, poserCharge } from './depenses-et-charge/charge.js';
import { type LigneDepense, poserQuantites } from './depenses-et-charge/depenses.js';
import { dureeDe, lignesDepenses } from './depenses-et-charge/lignes-depenses.js';
import { encaissee, payeursHorsCaisse } from './financement/caisse-du-porteur.js';
import { total } from './financement/financement.js';
import {
  estEligible,
  type LigneFinancement,
  nationales,
  ordreDesSources,
  partDesAchats,
  periodeDe,
} from './financement/regles-aides.js';
import { transfertDeLAnnee } from './financement/transferts.js';
import { moisDeTresorerie, plusBas, type Tresorerie } from './financement/tresorerie.js';
import { type Versements, verseeAuMois } from './financement/versements.js';
import type { Hypotheses, Seuils } from './hypotheses.js';
import { planDeSource } from './tirages/plan-sources.js';

/** Receipts over the years, in euros, if the sources of the scenario were these; its expenses are the same but those that `gardee` leaves out. */
export function recettesAvec(
  { scenario, lignes, montants, annees: years }: Chiffrage,
  financements: readonly LigneFinancement[],
  gardee: (ligne: LigneDepense) => boolean = () => true,
): number {
  const { porteur, demarrage } = scenario;
  const colonne = colonnesDe(1);
  const parAn = (value: (year: number) => number): Colonne[] =>
    Array.from({ length: years }, (_, year) => colonne(value(year)));
  const recues = new Map<number, readonly Colonne[]>();
  for (const s of ordreDesSources(financements)) {
    const source = itemAt(financements, s);
    const own = lignes.flatMap((ligne, i) =>
      gardee(ligne) && estEligible(source, ligne, porteur) ? [itemAt(montants, i)] : [],
    );
    const yearly = montantEnCroisiere(scenario, source)?.mode ?? 0;
    const plan = planDeSource(source, {
      years,
      demarrage,
      bases: parAn((year) => (source.taux === undefined ? yearly : total(own.map((row) => numberAt(row, year))))),
      obtenu: colonne(1),
      nationales: nationales(financements).flatMap((other) => {
        const own = recues.get(other);
        return own ? [own] : [];
      }),
      montee: activiteDeLaRecette(scenario, source, years)?.montee,
      colonne,
    });
    plan.calculer();
    recues.set(s, plan.recues);
  }
  return total(financements.map((_, s) => total((recues.get(s) ?? []).map((year) => numberAt(year, 0)))));
}

/** What an actor that leaves takes from the budget: what it pays of its own, in money or in kind, and what it is paid. */
const estDe = ({ moyens }: Scenario, gone: string): ((ligne: LigneDepense) => boolean) => {
  const paid = new Set((moyens.fonctionnement ?? []).flatMap((one) => (one.beneficiaire === gone ? [one.id] : [])));
  return ({ id, porteur }) => porteur === gone || paid.has(id);
};

/** Receipts less expenses over the years, in euros, and those expenses, once an actor has left: its sources are no longer among these. */
export function soldeSans(
  c: Chiffrage,
  gone: string,
  financements: readonly LigneFinancement[],
): { solde: number; depenses: number } {
  const leaves = estDe(c.scenario, gone);
  // A loan that is no longer had asks for nothing.
  const its = (ligne: LigneDepense): boolean => {
    const loan = ligne.dette && c.scenario.financements[ligne.dette.s]?.id;
    return leaves(ligne) || (loan !== undefined && financements.every(({ id }) => id !== loan));
  };
  const kept = c.lignes.flatMap((ligne, i) => (its(ligne) ? [] : [total(itemAt(c.montants, i))]));
  const depenses = total(kept);
  return { solde: recettesAvec(c, financements, (ligne) => !its(ligne)) - depenses, depenses };
}

/** Lowest balance of the scenario if its sources paid at other times; what they give in each year is the same. */
export function soldeMinimumAvec(
  { scenario, lignes, montants, recettes, tresorerie: { depenses, depart }, annees: years }: Chiffrage,
  financements: readonly LigneFinancement[],
): Tresorerie['minimum'] {
  const { porteur, transferts = [] } = scenario;
  const aside = payeursHorsCaisse(scenario);
  const handed = Array.from(
    { length: years },
    (_, y) => total(transferts.flatMap((one) => (aside.has(one.a) ? [] : [transfertDeLAnnee(one, y)]))) / MOIS_PAR_AN,
  );
  const kept = financements.flatMap((source, s) => (encaissee(source, porteur) ? [{ source, s }] : []));
  const banked = kept.map(({ source, s }): Versements => {
    const own = itemAt(recettes, s);
    const { acompte = 0, delai_versement_mois: delai = 0 } = source;
    return {
      acompte,
      delai: Math.round(delai),
      periode: periodeDe(source, years),
      recues: own,
      total: total(own),
      achats: own.map((_, y) => partDesAchats(source, lignes, porteur, (i) => numberAt(itemAt(montants, i), y))),
    };
  });
  const last = moisDeTresorerie(
    kept.map(({ source }) => source),
    years,
  );
  const soldes: number[] = [];
  let balance = depart;
  for (let month = 0; month < last; month++) {
    const year = Math.floor(month / MOIS_PAR_AN);
    let into = year < years ? numberAt(handed, year) : 0;
    for (const one of banked) into += verseeAuMois(one, month);
    balance = balance + into - (depenses[month] ?? 0);
    soldes.push(balance);
  }
  return plusBas(depart, soldes);
}

/** Workload of a scenario of which only the modalities, the partners and the posts are known to matter. `k`: keys made for the scenario that is tried. */
export function chargeAvec(
  study: Study,
  scenario: Scenario,
  hypotheses: Hypotheses,
  seuils: Seuils,
  k: Cles = clesDe(scenario.id),
): Charge {
  const years = dureeDe(scenario, hypotheses);
  // The workload counts the days of the posts: what else is spent is no part of it.
  const { humains } = scenario.moyens;
  const lignes = lignesDepenses(study, { ...scenario, moyens: { humains }, outils: [] }, hypotheses);
  const m = nouveauModele([communDe(study, hypotheses, seuils)]);
  poserQuantites(m, k, lignes, years);
  poserCharge(m, k, scenario, lignes, years, (acteur) => nomActeur(study, acteur) ?? acteur);
  return chargeDe(m, k, years);
}
