/** The year: budget, funding, cash, calendar. */

import { sansMarge } from '../../analysis/mode-operatoire/calendrier.js';
import { NATURES } from '../../analysis/scenarios/depenses.js';
import { STATUTS } from '../../analysis/scenarios/financement.js';
import { compteEnLettres, majuscule } from '../../texte/accords.js';
import { dateCourte, periode } from '../../texte/dates.js';
import { euros, nombreFr } from '../../texte/nombres.js';
import { table } from '../cells.js';
import { ganttChart } from '../charts/gantt.js';
import { lineChart } from '../charts/lines.js';
import { formatDate } from '../format.js';
import { acteur } from '../scenarios/contexte.js';
import type { Exhibit, TableExhibit } from '../types.js';
import { type ContexteMode, type FabriqueMode, sourceMode } from './contexte.js';

function budget(contexte: ContexteMode): TableExhibit {
  const { one, annee, etude } = contexte;
  const { lignes, montants } = one.chiffrage;
  const order = Object.keys(NATURES);
  const rows = lignes
    .map((ligne, i) => ({ ligne, amount: montants[i]?.[0] ?? 0 }))
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => order.indexOf(a.ligne.nature) - order.indexOf(b.ligne.nature));
  return table({
    name: 'budget-annee',
    title: `Budget de l’année d’expérimentation : ${euros(annee.depenses)}`,
    sheet: 'Argent de l’année',
    groupBy: 'nature',
    headerColumns: 2,
    columns: [
      { key: 'nature', header: 'Nature', format: 'texte' },
      { key: 'poste', header: 'Poste', format: 'texte', width: 2.6 },
      { key: 'porteur', header: 'Payé par', format: 'texte', width: 1.2 },
      { key: 'montant', header: 'Montant (€)', format: 'euros', width: 1 },
    ],
    rows: rows.map(({ ligne, amount }) => ({
      nature: NATURES[ligne.nature],
      poste: ligne.libelle,
      porteur: acteur(etude, ligne.porteur),
      montant: amount,
    })),
    totals: { poste: 'Total', montant: annee.depenses },
    source: 'Source : première année du scénario, montants les plus probables.',
    empty: 'Aucune dépense la première année.',
  });
}

function financement({ one, annee, etude }: ContexteMode): TableExhibit {
  const { scenario, recettes } = one.chiffrage;
  return table({
    name: 'financement-annee',
    title: `Financement de l’année : solde de ${euros(annee.recettes - annee.depenses)}`,
    sheet: 'Argent de l’année',
    columns: [
      { key: 'source', header: 'Recette', format: 'texte', width: 2.2 },
      { key: 'statut', header: 'Statut', format: 'texte', width: 0.9 },
      { key: 'chance', header: 'Chance', format: 'pourcent', width: 0.7 },
      { key: 'rythme', header: 'Demandes de paiement', format: 'texte', width: 1 },
      { key: 'delai', header: 'Délai de versement (mois)', format: 'entier', width: 1 },
      { key: 'montant', header: 'Montant (€)', format: 'euros', width: 1 },
    ],
    rows: scenario.financements.map((s, i) => ({
      source: s.libelle ?? acteur(etude, s.financeur),
      statut: STATUTS[s.statut],
      chance: s.probabilite ?? 1,
      rythme: majuscule(s.demandes_paiement ?? 'mensuelle'),
      delai: s.delai_versement_mois ?? 0,
      montant: recettes[i]?.[0] ?? 0,
    })),
    totals: { source: 'Total', montant: annee.recettes },
    source: 'Source : plan de financement du scénario.',
    empty: 'Aucune recette la première année.',
  });
}

function tresorerie(contexte: ContexteMode): Exhibit[] {
  const { annee, theme } = contexte;
  const data = table({
    name: 'tresorerie-annee',
    title: 'Trésorerie mois par mois, jusqu’à la dernière recette de l’année',
    sheet: 'Trésorerie',
    columns: [
      { key: 'mois', header: 'Mois', format: 'texte', width: 1.4 },
      { key: 'depenses', header: 'Dépenses (€)', format: 'euros' },
      { key: 'recettes', header: 'Recettes (€)', format: 'euros' },
      { key: 'solde', header: 'Solde en fin de mois (€)', format: 'euros', width: 1.1 },
    ],
    rows: annee.mois.map((m) => ({ ...m, mois: formatDate(m.mois) })),
    source: `Source : budget et financement de l’année ; solde de départ ${euros(annee.soldeInitial)}.`,
    empty: 'Aucun mois.',
  });
  return [
    {
      kind: 'figure',
      name: 'tresorerie-courbe',
      title: `Au plus bas : ${euros(annee.minimum.solde)} en ${formatDate(annee.minimum.mois)}`,
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
      alt: annee.mois.map(({ mois, solde }) => `${formatDate(mois)} : ${euros(solde)}`).join(' ; '),
      source: `Source : budget et financement de l’année ; solde de départ ${euros(annee.soldeInitial)}.`,
      data,
    },
    data,
  ];
}

const JOUR = 86_400_000;

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

const PORTES: Readonly<Record<string, string>> = {
  aide: 'aide demandée',
  decision: 'décision',
  signature: 'signature',
  recrutement: 'recrutement',
};

function calendrier(contexte: ContexteMode): Exhibit[] {
  const { calendrier: c, etude, theme } = contexte;
  const titre = (id: string): string => c.taches.find(({ tache }) => tache.id === id)?.tache.libelle ?? id;
  const { critiques, sur } = sansMarge(c);
  const data = table({
    name: 'calendrier',
    title: 'Calendrier des tâches et marges, en jours ouvrés',
    sheet: 'Calendrier',
    groupBy: 'lot',
    headerColumns: 2,
    columns: [
      { key: 'lot', header: 'Lot', format: 'texte' },
      { key: 'tache', header: 'Tâche', format: 'texte', width: 2 },
      { key: 'responsable', header: 'Responsable', format: 'texte', width: 0.9, workbookOnly: true },
      { key: 'debut', header: 'Début', format: 'date', width: 0.9 },
      { key: 'fin', header: 'Fin', format: 'date', width: 0.9 },
      { key: 'apres', header: 'Après', format: 'texte', width: 1.7 },
      { key: 'porte', header: 'Ce qu’elle ouvre', format: 'texte', width: 0.9 },
      {
        key: 'libre',
        header: 'Marge avant la suivante',
        format: 'entier',
        width: 0.8,
        note: 'Jours ouvrés entre la fin prévue et le début prévu de la première tâche qui l’attend.',
      },
      {
        key: 'marge',
        header: 'Marge avant la fin',
        format: 'entier',
        width: 0.8,
        note: 'Jours ouvrés de retard possibles sans déplacer la fin de l’ensemble, les pauses prévues après elle étant consommées.',
      },
      { key: 'avancement', header: 'Avancement', format: 'pourcent', width: 0.8, workbookOnly: true },
    ],
    rows: c.taches.map(({ tache, marge, libre }) => ({
      lot: tache.lot ?? 'Autres',
      tache: tache.libelle,
      responsable: acteur(etude, tache.responsable),
      debut: tache.debut,
      fin: tache.fin,
      apres: (tache.apres ?? []).map(titre).join(' ; ') || null,
      porte: tache.porte ? (PORTES[tache.porte] ?? null) : null,
      libre,
      marge,
      avancement: tache.avancement ?? null,
    })),
    source: sourceMode(contexte),
    empty: 'Aucune tâche n’est décrite.',
  });
  if (c.taches.length === 0) return [data];
  return [
    {
      kind: 'figure',
      name: 'calendrier-barres',
      title:
        critiques.length > 0
          ? `${compteEnLettres(critiques.length, 'tâche n’a', 'tâches n’ont')} aucune marge, sur ${sur}`
          : 'Chaque tâche a une marge',
      ...ganttChart(
        {
          tasks: c.taches.map(({ tache, debut, fin, critique }) => ({
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
      alt: c.taches
        .map(
          ({ tache, critique }) =>
            `${tache.libelle} : ${periode(tache.debut, tache.fin)}${critique ? ', sans marge' : ''}`,
        )
        .join(' ; '),
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
