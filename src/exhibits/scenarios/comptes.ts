/** The accounts of those who pay a scenario, side by side: what an operator has over is not the bearer's, and the reverse. */
import { type CompteParAn, comptesParAn } from '../../analysis/scenarios/financement/comptes.js';
import { total } from '../../analysis/scenarios/financement/financement.js';
import { enumerer } from '../../texte/accords.js';
import { euros } from '../../texte/nombres.js';
import { col, tableDe } from '../colonnes.js';
import type { Exhibit } from '../types.js';
import { acteur, type ContexteScenarios, colonnesAnnees, court, sourceScenario, suiteDuPlan } from './contexte.js';

type One = ContexteScenarios['analyse']['scenarios'][number];

interface LigneDeCompte {
  compte: string;
  ligne: string;
  parAn: readonly number[];
}

const nomDuCompte = (etude: ContexteScenarios['etude'], { titulaires }: Pick<CompteParAn, 'titulaires'>): string =>
  enumerer(titulaires.map((id) => acteur(etude, id)));

/** Expenses, receipts and balance of each account, year by year, transfers apart; nothing where the bearer's is alone. */
export function comptesExhibits({ etude }: ContexteScenarios, one: One): Exhibit[] {
  const comptes = comptesParAn(one.chiffrage);
  if (comptes.length === 0) return [];
  const { scenario } = one.chiffrage;
  const rows = comptes.flatMap((compte): LigneDeCompte[] => {
    const nom = nomDuCompte(etude, compte);
    const moved = compte.verse.length > 0 || compte.recoit.length > 0;
    const line = (ligne: string, parAn: readonly number[]): LigneDeCompte => ({ compte: nom, ligne, parAn });
    return [
      line('Dépenses', compte.depenses),
      ...(moved && total(compte.verses) > 0 ? [line('Verse à d’autres payeurs', compte.verses)] : []),
      line('Recettes', compte.recettes),
      ...(moved && total(compte.recus) > 0 ? [line('Reçoit d’autres payeurs', compte.recus)] : []),
      line('Solde du compte', compte.soldes),
    ];
  });
  const soldes = comptes.map((compte) => `${euros(total(compte.soldes))} pour ${nomDuCompte(etude, compte)}`);
  const moves = (scenario.transferts ?? []).map(
    ({ libelle, de, a }) => `${libelle} (de ${acteur(etude, de)} à ${acteur(etude, a)})`,
  );
  return [
    tableDe(rows, {
      name: `scenario-${scenario.id}-comptes`,
      title: `${court(one)} : un solde par compte, ${enumerer(soldes)}`,
      sheet: 'Budgets et financements',
      groupBy: 'compte',
      headerColumns: 2,
      columns: [
        col('compte', 'Compte', ({ compte }) => compte),
        col('ligne', 'Ligne', ({ ligne }) => ligne, 'texte', 2.6),
        colonnesAnnees(one, ({ parAn }: LigneDeCompte) => parAn, suiteDuPlan(one)),
      ],
      source: sourceScenario(
        etude,
        one,
        ` ; montants les plus probables, recettes supposées obtenues${moves.length > 0 ? ` ; d’un compte à l’autre : ${moves.join(' ; ')}` : ''}`,
      ),
      empty: '',
    }),
  ];
}
