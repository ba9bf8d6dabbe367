/** The year: budget, funding, cash, calendar. */

import { sansMarge, type TachePlacee } from '../../analysis/mode-operatoire/calendrier.js';
import { recettesInscrites } from '../../analysis/scenarios/chiffrage.js';
import { NATURES, parNature } from '../../analysis/scenarios/depenses-et-charge/depenses.js';
import { nomDeLaSource } from '../../analysis/scenarios/financement/regles-aides.js';
import { cellAt } from '../../lists/at.js';
import type { Libelles, Study } from '../../study/study.js';
import { accord, compteSur, majuscule } from '../../texte/accords.js';
import { dateCourte, JOUR, periode } from '../../texte/dates.js';
import { euros, nombreFr, pourcent } from '../../texte/nombres.js';
import { alternative } from '../alternative.js';
import { ganttChart } from '../charts/temps/gantt.js';
import { lineChart } from '../charts/temps/lines.js';
import { col, regrouper, tableDe } from '../colonnes.js';
import { formatDate } from '../format.js';
import { acteur, statutDate, tvaRendue } from '../scenarios/contexte.js';
import type { Exhibit, TableExhibit } from '../types.js';
import { type ContexteMode, duScenario, type FabriqueMode, sourceMode } from './contexte.js';

function budget(contexte: ContexteMode): TableExhibit {
  const { one, annee, etude } = contexte;
  const { lignes, montants } = one.chiffrage;
  const rows = lignes
    .map((ligne, i) => ({ ligne, amount: cellAt(montants, i, 0) }))
    .filter(({ amount }) => amount > 0)
    .sort(parNature);
  return tableDe(rows, {
    name: 'budget-annee',
    title: `Budget de la première année : ${euros(annee.depenses)}`,
    sheet: 'Argent de l’année',
    groupBy: 'nature',
    headerColumns: 2,
    columns: [
      col('nature', 'Nature', ({ ligne }) => NATURES[ligne.nature]),
      col('poste', 'Poste', ({ ligne }) => ligne.libelle, 'texte', 2.6),
      col('porteur', 'Payé par', ({ ligne }) => acteur(etude, ligne.porteur), 'texte', {
        width: 1.2,
        uneFois: true,
      }),
      col('montant', 'Montant (€)', ({ amount }) => amount, 'euros', 1),
    ],
    totals: { poste: 'Total', montant: annee.depenses },
    source: `Source : première année ${duScenario(contexte)}, montants les plus probables.`,
    empty: 'Aucune dépense la première année.',
  });
}

/** What a borrowed rule leaves to be confirmed, in a sentence; empty without any. */
function empruntees(financements: ContexteMode['one']['chiffrage']['scenario']['financements']): string {
  const origins = [...new Set(financements.flatMap((source) => source.regle_empruntee ?? []))];
  return origins.length > 0 ? ` Règle empruntée (${origins.join(' ; ')}) : le montant reste à confirmer.` : '';
}

type Source = ContexteMode['one']['chiffrage']['scenario']['financements'][number];

/** How a receipt is asked for: its rhythm, and the part that comes before anything is spent. */
function rythmeDe({ demandes_paiement: rhythm = 'mensuelle', acompte = 0 }: Source): string {
  if (acompte >= 1) return 'Aucune : tout d’avance';
  return `${majuscule(rhythm)}${acompte > 0 ? `, ${pourcent(acompte)} d’avance` : ''}`;
}

function financement({ one, annee, etude }: ContexteMode): TableExhibit {
  const { scenario } = one.chiffrage;
  const entered = recettesInscrites(one.chiffrage);
  // A receipt of other years has no place in the first; one that brings nothing in it does.
  const rows = scenario.financements.flatMap((source, i) =>
    source.annees?.includes(1) === false ? [] : [{ source, montant: cellAt(entered, i, 0) }],
  );
  return tableDe(rows, {
    name: 'financement-annee',
    title: `Financement de l’année : solde de ${euros(annee.recettes - annee.depenses)}`,
    sheet: 'Argent de l’année',
    columns: [
      col(
        'source',
        'Recette',
        ({ source }) =>
          `${nomDeLaSource(source, (id) => acteur(etude, id))}${source.regle_empruntee ? ' (règle empruntée)' : ''}`,
        'texte',
        2.2,
      ),
      col('statut', 'Statut', ({ source }) => statutDate(source), 'texte', 0.9),
      col('chance', 'Chance', ({ source }) => source.probabilite ?? 1, 'pourcent', 0.7),
      col('rythme', 'Demandes de paiement', ({ source }) => rythmeDe(source), 'texte', 1),
      col(
        'delai',
        'Versée après la demande (mois)',
        ({ source: { acompte = 0, delai_versement_mois: delai = 0 } }) => (acompte < 1 ? delai : null),
        'entier',
        1,
      ),
      col('montant', 'Montant (€)', ({ montant }) => montant, 'euros', 1),
    ],
    totals: { source: 'Total', montant: annee.recettes },
    source: `Source : plan de financement ${duScenario({ one })}${tvaRendue(one)}.${empruntees(scenario.financements)}`,
    empty: 'Aucune recette la première année.',
  });
}

function tresorerie(contexte: ContexteMode): Exhibit[] {
  const { annee, theme } = contexte;
  const data = tableDe(annee.mois, {
    name: 'tresorerie-annee',
    title: 'Trésorerie mois par mois, jusqu’à la dernière recette de l’année',
    sheet: 'Trésorerie',
    columns: [
      col('mois', 'Mois', ({ mois }) => mois, 'date', 1.4),
      col('depenses', 'Dépenses (€)', ({ depenses }) => depenses, 'euros'),
      col('recettes', 'Recettes (€)', ({ recettes }) => recettes, 'euros'),
      col('solde', 'Solde en fin de mois (€)', ({ solde }) => solde, 'euros', 1.1),
    ],
    source: `Source : budget et financement ${duScenario(contexte)} ; solde de départ ${euros(annee.soldeInitial)}.`,
    empty: 'Aucun mois.',
  });
  const title = `Au plus bas : ${euros(annee.minimum.solde)} en ${formatDate(annee.minimum.mois)}`;
  return [
    {
      kind: 'figure',
      name: 'tresorerie-courbe',
      title,
      ...lineChart(
        {
          series: [
            { label: 'Solde en fin de mois', colour: theme.accent, values: annee.mois.map(({ solde }) => solde) },
          ],
          categories: annee.mois.map(({ mois }) => dateCourte(mois)),
          xAxis: 'Mois',
          yAxis: 'Solde en milliers d’euros',
          format: (value) => nombreFr(Math.round(value / 1000)),
        },
        theme,
      ),
      alt: alternative(
        title,
        'Courbe : le solde à la fin de chaque mois',
        annee.mois.map(({ mois, solde }) => `${formatDate(mois)} : ${euros(solde)}`),
      ),
      source: `Source : budget et financement ${duScenario(contexte)} ; solde de départ ${euros(annee.soldeInitial)}.`,
      data,
    },
    data,
  ];
}

/** First days of the months from the origin: `day` is counted from it, `month` from 1. */
export function moisDe(origine: string, duree: number): { day: number; month: number; year: number }[] {
  const start = Date.parse(origine);
  const found: { day: number; month: number; year: number }[] = [];
  for (let date = new Date(start); ; ) {
    const day = Math.round((date.getTime() - start) / JOUR);
    if (day >= duree) return found;
    found.push({ day, month: date.getUTCMonth() + 1, year: date.getUTCFullYear() });
    date = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1));
  }
}

const PORTES: Libelles<NonNullable<NonNullable<Study['mode_operatoire']>['taches']>[number]['porte']> = {
  aide: 'aide demandée',
  decision: 'décision',
  signature: 'signature',
  recrutement: 'recrutement',
};

function calendrier(contexte: ContexteMode): Exhibit[] {
  const { calendrier: c, etude, theme } = contexte;
  const titre = (id: string): string => c.taches.find(({ tache }) => tache.id === id)?.tache.libelle ?? id;
  const { critiques, sur } = sansMarge(c);
  const enLots = c.taches.some(({ tache }) => tache.lot !== undefined);
  const memesMarges = c.taches.every(({ libre, marge }) => libre === marge);
  const data = tableDe(c.taches, {
    name: 'calendrier',
    title: 'Calendrier des tâches et marges, en jours ouvrés',
    sheet: 'Calendrier',
    ...(enLots ? { groupBy: 'lot', headerColumns: 2 } : {}),
    columns: [
      ...(enLots ? [col<TachePlacee>('lot', 'Lot', ({ tache }) => tache.lot ?? 'Autres')] : []),
      col('tache', 'Tâche', ({ tache }) => tache.libelle, 'texte', 2),
      col('responsable', 'Responsable', ({ tache }) => acteur(etude, tache.responsable), 'texte', {
        width: 0.9,
        workbookOnly: true,
      }),
      col('debut', 'Début', ({ tache }) => tache.debut, 'date', 0.9),
      col('fin', 'Fin', ({ tache }) => tache.fin, 'date', 0.9),
      col('apres', 'Après', ({ tache }) => (tache.apres ?? []).map(titre).join(' ; ') || null, 'texte', 1.7),
      col('porte', 'Ce qu’elle ouvre', ({ tache }) => (tache.porte ? PORTES[tache.porte] : null), 'texte', 0.9),
      col('libre', 'Marge avant la suivante', ({ libre }) => libre, 'entier', {
        width: 0.8,
        note: 'Jours ouvrés entre la fin prévue et le début prévu de la première tâche qui l’attend.',
      }),
      col('marge', 'Marge avant la fin', ({ marge }) => marge, 'entier', {
        width: 0.8,
        note: 'Jours ouvrés de retard possibles sans déplacer la fin de l’ensemble, les pauses prévues après elle étant consommées.',
        ...(memesMarges ? { workbookOnly: true as const } : {}),
      }),
      col('avancement', 'Avancement', ({ tache }) => tache.avancement ?? null, 'pourcent', {
        width: 0.8,
        workbookOnly: true,
      }),
    ],
    source: sourceMode(contexte),
    empty: 'Aucune tâche n’est décrite.',
  });
  if (c.taches.length === 0) return [data];
  const title =
    critiques.length > 0
      ? critiques.length === sur
        ? accord(sur, 'La tâche n’a aucune marge', 'Aucune tâche n’a de marge')
        : `${compteSur(critiques.length, sur, 'tâche', 'tâches')} ${accord(critiques.length, 'n’a', 'n’ont')} aucune marge`
      : `${c.taches.some(({ tache }) => tache.jalon) ? 'Hors jalons, chaque' : 'Chaque'} tâche a une marge avant la fin de l’ensemble`;
  return [
    {
      kind: 'figure',
      name: 'calendrier-barres',
      title,
      ...ganttChart(
        {
          tasks: regrouper(c.taches, ({ tache }) => tache.lot).map(({ tache, debut, fin, critique }) => ({
            id: tache.id,
            label: tache.libelle,
            group: tache.lot ?? null,
            start: debut,
            end: fin,
            critical: critique,
            milestone: tache.jalon ?? false,
            gate: tache.porte !== undefined,
            after: tache.apres ?? [],
          })),
          months: moisDe(c.origine, c.duree),
          length: c.duree,
        },
        theme,
      ),
      alt: alternative(
        title,
        'Diagramme de Gantt, une barre par tâche sur les mois de l’année',
        c.taches.map(
          ({ tache, critique }) =>
            `${tache.libelle} : ${periode(tache.debut, tache.fin)}${critique ? ', sans marge' : ''}${tache.jalon ? ', jalon' : ''}${tache.porte ? `, porte à franchir (${PORTES[tache.porte] ?? tache.porte})` : ''}`,
        ),
      ),
      source: `${sourceMode(contexte)} Chemin critique : les tâches dont un jour ouvré de retard retarde la fin de l’ensemble. P : porte à franchir (décision, aide, signature, recrutement).`,
      data,
    },
    data,
  ];
}

export const anneeExhibits: FabriqueMode = (contexte) => [
  budget(contexte),
  financement(contexte),
  ...tresorerie(contexte),
  ...calendrier(contexte),
];
