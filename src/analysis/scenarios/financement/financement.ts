/** Funding of a scenario: its lines, what they bring each year, their sums, the balance, the debt and the share of each funder. */
import type { Scenario } from '../../../study/types.gen.js';
import {
  divise,
  egal,
  type Formule,
  fois,
  moins,
  nombre,
  si,
  somme,
  sommeProduits,
  texte,
  ZERO,
} from '../../formules/formule.js';
import type { Modele } from '../../formules/modele.js';
import type { Cles } from '../cles.js';
import type { LigneDepense } from '../depenses-et-charge/depenses.js';
import { estEmprunt, poserDette } from '../depenses-et-charge/emprunts.js';
import { anneesApres, anneesDAttente } from '../depenses-et-charge/fctva.js';
import { STATUTS } from './libelles.js';
import { gardee, recettesGardees } from './parts.js';
import { financeursDe, quiFinance } from './payeurs.js';
import { type LigneFinancement, nomDeLaSource, ordreDesSources } from './regles-aides.js';
import { poserSource } from './source.js';

/** Lays down the receipts by source and year, their sums, the balance, and the share of each funder. */
export function poserFinancement(
  m: Modele,
  k: Cles,
  scenario: Scenario,
  lignes: readonly LigneDepense[],
  years: number,
  nommer: (acteur: string) => string,
): void {
  const all = Array.from({ length: years }, (_, year) => year);
  const { financements, id } = scenario;
  for (const s of ordreDesSources(financements)) {
    const source = financements[s];
    if (source)
      poserSource(m, k, {
        s,
        source,
        lignes,
        years: all,
        scenario,
        nom: nomDeLaSource(source, nommer),
        chemin: `scenarios/${id}/financements/${source.id}`,
      });
  }
  poserAnnees(m, k, scenario, years);
  poserTotaux(m, k, financements);
  poserDette(m, k, scenario, all);
  poserParts(m, k, scenario, years, nommer);
}

/** Receipts and balance of each year: those of the plan, then those in which the rest of its receipts comes. */
function poserAnnees(m: Modele, k: Cles, { financements }: Scenario, years: number): void {
  for (let y = 0; y < years + anneesApres({ financements }); y++) {
    m.calcul(
      k.recettes(y),
      somme(
        financements.flatMap((source, s) => {
          const opened = y - anneesDAttente(source);
          return opened < 0 || opened >= years ? [] : [m.lire(k.recette(s, opened))];
        }),
        'recettes inscrites cette année',
      ),
      { libelle: `recettes de l’année ${y + 1}`, unite: '€' },
    );
    m.calcul(k.soldeAnnuel(y), moins(m.lire(k.recettes(y)), y < years ? m.lire(k.depenses(y)) : ZERO), {
      libelle: `solde de l’année ${y + 1}`,
      unite: '€',
    });
  }
}

/** Sums of the receipts over the plan: all, by their chance, the bearer's own, those that are had; and the balance. */
function poserTotaux(m: Modele, k: Cles, financements: readonly LigneFinancement[]): void {
  const sources = financements.map((_, s) => s);
  const received = (list: readonly number[]): Formule[] => list.map((s) => m.lire(k.source('total', s)));
  const euros = (libelle: string) => ({ libelle, unite: '€' });
  const propre = financements.some(estEmprunt) ? 'autofinancement et emprunts' : 'autofinancement';
  m.calcul(k.total('recettes'), somme(received(sources), 'recettes des années'), euros('total des recettes'));
  m.calcul(
    k.total('recettes_probables'),
    sommeProduits(
      received(sources),
      sources.map((s) => m.lire(k.source('chance', s))),
      'recettes × chance de chacune',
    ),
    euros('recettes, chacune par sa chance'),
  );
  m.calcul(k.total('solde'), moins(m.lire(k.total('recettes')), m.lire(k.total('depenses'))), euros('solde'));
  m.calcul(
    k.total('autofinancement'),
    // A loan is paid back by its bearer: what it pays is its own.
    somme(received(sources.filter((s) => DU_PORTEUR.has(financements[s]?.nature))), propre),
    euros(propre),
  );
  m.calcul(
    k.total('acquis'),
    somme(
      sources.map((s) =>
        si(egal(m.lire(k.source('statut', s)), texte(STATUTS.acquis)), m.lire(k.source('total', s)), ZERO),
      ),
      'recettes au statut « acquis »',
    ),
    euros('recettes acquises'),
  );
}

/** Share of each funder in the receipts that are kept. */
function poserParts(m: Modele, k: Cles, scenario: Scenario, years: number, nommer: (acteur: string) => string): void {
  for (const financeur of financeursDe(scenario))
    m.calcul(
      k.financeur(financeur),
      divise(
        somme(
          scenario.financements.flatMap((source, s) =>
            quiFinance(source, scenario.porteur)
              .filter(({ acteur }) => acteur === financeur)
              .map(({ part }) => fois(gardee(m, k, source, s, years), nombre(part))),
          ),
          nommer(financeur),
        ),
        recettesGardees(m, k),
        ZERO,
      ),
      { libelle: `part de ${nommer(financeur)}`, unite: 'part' },
    );
}

/** Natures of what the bearer pays in the end: its own funds, and loans that it gives back. */
export const DU_PORTEUR: ReadonlySet<LigneFinancement['nature'] | undefined> = new Set(['autofinancement', 'emprunt']);

/** Σ over years. */
export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
