/** Agenda, presence, decisions taken, what the meeting before decided. */

import type { CopilAnalysis } from '../../analysis/copil/copil.js';
import { ETATS_RESERVE } from '../../analysis/etat/livrable.js';
import { nomActeur } from '../../analysis/vocabulaire.js';
import type { Study } from '../../study/study.js';
import { duJour } from '../../texte/dates.js';
import { lignes, table } from '../cells.js';
import { etatExhibits } from '../etat/etat.js';
import type { Exhibit, TableExhibit } from '../types.js';

/** States of what became of a reserve. */
export const SUITES = ETATS_RESERVE;

const STATUTS: Readonly<Record<string, string>> = { valide: 'Validé', 'a-modifier': 'À modifier', ajourne: 'Ajourné' };

function decisions(
  etude: Study,
  name: string,
  title: string,
  list: NonNullable<Study['reunions'][number]['decisions']>,
): TableExhibit {
  return table({
    name,
    title,
    sheet: title,
    columns: [
      { key: 'objet', header: 'Objet', format: 'texte', width: 1.2 },
      { key: 'texte', header: 'Décision', format: 'texte', width: 2.6 },
      { key: 'statut', header: 'Statut', format: 'texte', width: 0.7 },
      { key: 'reserves', header: 'Réserves', format: 'texte', width: 1.6 },
      { key: 'responsable', header: 'Responsable', format: 'texte', width: 0.9 },
      { key: 'echeance', header: 'Échéance', format: 'date', width: 0.7 },
    ],
    rows: list.map((d) => ({
      objet: d.objet,
      texte: d.texte,
      statut: STATUTS[d.statut] ?? d.statut,
      reserves: lignes(d.reserves),
      responsable: nomActeur(etude, d.responsable) ?? null,
      echeance: d.echeance ?? null,
    })),
    source: 'Source : journal des réunions.',
    empty: 'Aucune décision n’est écrite.',
  });
}

export function copilExhibits(etude: Study, copil: CopilAnalysis): Exhibit[] {
  const { reunion, precedente, etat } = copil;
  const livrable = (id: string | undefined): string | null =>
    etude.etude.livrables?.find((l) => l.id === id)?.titre_court ??
    etude.etude.livrables?.find((l) => l.id === id)?.titre ??
    null;
  return [
    table({
      name: 'ordre-du-jour',
      title: `Ordre du jour${copil.minutes ? ` : ${copil.minutes} minutes` : ''}`,
      sheet: 'Ordre du jour',
      columns: [
        { key: 'numero', header: 'N°', format: 'entier', width: 0.4 },
        { key: 'point', header: 'Point', format: 'texte', width: 2.4 },
        { key: 'minutes', header: 'Minutes', format: 'entier', width: 0.6 },
        { key: 'livrable', header: 'Livrable', format: 'texte', width: 1 },
        { key: 'decision', header: 'Décision attendue', format: 'texte', width: 2.4 },
      ],
      rows: reunion.ordre_du_jour.map((p, i) => ({
        numero: i + 1,
        point: p.point,
        minutes: p.minutes ?? null,
        livrable: livrable(p.livrable),
        decision: p.decision_attendue ?? null,
      })),
      source: `Source : journal des réunions${reunion.fiabilite === 'illustratif' ? ', réunion illustrative' : ''}.`,
      empty: 'L’ordre du jour n’est pas écrit.',
    }),
    table({
      name: 'presents',
      title: 'Organismes présents',
      sheet: 'Présents',
      columns: [
        { key: 'organisme', header: 'Organisme', format: 'texte', width: 3 },
        { key: 'representants', header: 'Représentants', format: 'entier', width: 0.8 },
      ],
      rows: (reunion.presents ?? []).map((p) => ({ organisme: p.organisme, representants: p.representants ?? null })),
      source: 'Source : journal des réunions.',
      empty: 'La présence n’est pas écrite.',
    }),
    decisions(etude, 'decisions-prises', 'Relevé de décisions', reunion.decisions ?? []),
    decisions(
      etude,
      'decisions-precedentes',
      precedente ? `Décidé à la réunion ${duJour(precedente.date)}` : 'Décisions précédentes',
      precedente?.decisions ?? [],
    ),
    table({
      name: 'reserves-suivies',
      title: 'Réserves des réunions précédentes',
      sheet: 'Réserves',
      columns: [
        { key: 'reserve', header: 'Réserve', format: 'texte', width: 2 },
        { key: 'reunion', header: 'Émise par', format: 'texte', width: 1.4 },
        { key: 'le', header: 'Le', format: 'date', width: 0.7 },
        { key: 'etat', header: 'État', format: 'texte', width: 0.7 },
        { key: 'suite', header: 'Ce qu’elle est devenue', format: 'texte', width: 2.4 },
      ],
      rows: copil.reserves.map(({ reserve, reunion: by, le, etat: state, texte }) => ({
        reserve,
        reunion: by,
        le,
        etat: state === null ? null : SUITES[state],
        suite: texte,
      })),
      source: 'Source : journal des réunions et mode opératoire.',
      empty: 'Aucune réserve n’a été émise.',
    }),
    ...etatExhibits(etat, { restantes: true }),
  ];
}
