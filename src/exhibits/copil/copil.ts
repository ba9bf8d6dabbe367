/** Agenda, presence, decisions taken, what the meeting before decided. */

import { type Decision, type Portee, porteeDe } from '../../analysis/comite.js';
import type { CopilAnalysis } from '../../analysis/copil/copil.js';
import { ETATS_RESERVE, type EtatReserve, suiteDe } from '../../analysis/etat/livrable.js';
import { nomDeSeance } from '../../analysis/etat/reunions.js';
import { notePonderee } from '../../analysis/projets/grille.js';
import { nomActeur } from '../../analysis/vocabulaire.js';
import type { Study } from '../../study/study.js';
import type { Projet } from '../../study/types.gen.js';
import { compte, compteEnLettres, minuscule } from '../../texte/accords.js';
import { leJour } from '../../texte/dates.js';
import { nombreFr } from '../../texte/nombres.js';
import { lignes } from '../cells.js';
import { col, tableDe } from '../colonnes.js';
import { etatExhibits } from '../etat/etat.js';
import { labels } from '../projets/ensemble.js';
import type { Exhibit, TableExhibit } from '../types.js';

/** « Trois projets retenus »; « à examiner » before the meeting. */
export const titreProjets = (n: number, tenue: boolean): string =>
  tenue
    ? compteEnLettres(n, 'projet retenu', 'projets retenus')
    : compteEnLettres(n, 'projet à examiner', 'projets à examiner');

/** States of what became of a reserve. */
export const SUITES = ETATS_RESERVE;

const ADOPTEES: Readonly<Record<Portee, string>> = {
  decide: 'Décidé',
  propose: 'Proposé',
  'prend-acte': 'Pris acte',
};

/** A deliverable is validated; a proposal adopted is still a proposal. */
function statutDe(decision: Decision): string {
  switch (decision.statut) {
    case 'valide':
      return decision.livrable !== undefined && porteeDe(decision) === 'decide'
        ? 'Validé'
        : ADOPTEES[porteeDe(decision)];
    case 'a-modifier':
      return 'À modifier';
    case 'ajourne':
      return 'Ajourné';
  }
}

/** Of a decision, where the states of a reserve are said of it. */
const FAITS: Readonly<Record<EtatReserve, string>> = {
  'a-engager': 'À engager,',
  'en-cours': 'En cours',
  levee: 'Fait',
  'hors-delai': 'Fait hors délai',
  ecartee: 'Écarté',
};

function fait(decision: Decision, au: string): string | null {
  const last = suiteDe(decision, au);
  return last ? `${FAITS[last.etat]} ${leJour(last.date)} : ${minuscule(last.texte)}` : null;
}

/** « 39 pour, 2 contre, 3 abstentions », « 44 pour »: what nobody cast is not said. */
export function voteEnClair({ vote }: Pick<Decision, 'vote'>): string | null {
  if (!vote) return null;
  const { pour, contre = 0, abstentions = 0 } = vote;
  return [
    `${nombreFr(pour)} pour`,
    ...(contre > 0 ? [`${nombreFr(contre)} contre`] : []),
    ...(abstentions > 0 ? [compte(abstentions, 'abstention')] : []),
  ].join(', ');
}

function decisions(
  etude: Study,
  name: string,
  title: string,
  list: readonly Decision[],
  /** Date at which one says what became of them; none at the meeting that takes them. */
  au?: string,
): TableExhibit {
  return tableDe(list, {
    name,
    title,
    sheet: title,
    columns: [
      col('objet', 'Objet', (d) => d.objet, 'texte', 1.2),
      col('texte', 'Décision', (d) => d.texte, 'texte', 2.6),
      col('statut', 'Statut', statutDe, 'texte', 0.7),
      list.some(({ motif }) => motif !== undefined)
        ? [col('motif', 'Motif', (d: Decision) => d.motif ?? null, 'texte', 1.8)]
        : [],
      list.some(({ vote }) => vote !== undefined) ? [col('vote', 'Vote', voteEnClair, 'texte', 0.9)] : [],
      col('reserves', 'Réserves', (d) => lignes(d.reserves), 'texte', 1.6),
      col('responsable', 'Responsable', (d) => nomActeur(etude, d.responsable) ?? null, 'texte', 0.9),
      col('echeance', 'Échéance', (d) => d.echeance ?? null, 'date', 0.7),
      ...(au === undefined ? [] : [col('suite', 'Ce qui en a été fait', (d: Decision) => fait(d, au), 'texte', 2)]),
    ],
    source: 'Source : journal des réunions.',
    empty: 'Aucune décision n’est écrite.',
  });
}

/** The projects that the meeting retained, or has before it, with what the grid makes of each. */
function projetsDeLaReunion(etude: Study, { projets, tenue }: CopilAnalysis): TableExhibit {
  const grille = etude.mode_operatoire?.experimentation?.grille ?? [];
  const { domaines, publics } = etude.etude;
  return tableDe(projets, {
    name: 'projets-choisis',
    title: titreProjets(projets.length, tenue),
    sheet: 'Projets',
    columns: [
      col('projet', 'Projet', ({ titre }) => titre, 'texte', 2),
      col('porteur', 'Porteur', ({ porteur }) => porteur.designation, 'texte', 1.6),
      col('statut', 'Statut', ({ porteur }) => (porteur.statut === 'public' ? 'Public' : 'Privé'), 'texte', 0.6),
      col('domaines', 'Domaines', (one) => labels(domaines, one.domaines), 'texte', 1.4),
      col('publics', 'Publics', (one) => labels(publics, one.publics), 'texte', 1.2),
      grille.length > 0
        ? [col('note', 'Note de la grille sur 5', (one: Projet) => notePonderee(one, grille), 'decimal', 0.8)]
        : [],
    ],
    source: `Source : fiches des projets${projets.every(({ fiabilite }) => fiabilite === 'illustratif') ? ', toutes illustratives' : ''}.`,
    empty: 'Aucun projet n’est nommé.',
  });
}

export function copilExhibits(etude: Study, copil: CopilAnalysis): Exhibit[] {
  const { reunion, precedente, etat } = copil;
  const livrable = (id: string | undefined): string | null =>
    etude.etude.livrables?.find((l) => l.id === id)?.titre_court ??
    etude.etude.livrables?.find((l) => l.id === id)?.titre ??
    null;
  return [
    tableDe(reunion.ordre_du_jour, {
      name: 'ordre-du-jour',
      title: `Ordre du jour${copil.minutes ? ` : ${copil.minutes} minutes` : ''}`,
      sheet: 'Ordre du jour',
      columns: [
        col('numero', 'N°', (_, i) => i + 1, 'entier', 0.4),
        col('point', 'Point', (p) => p.point, 'texte', 2.4),
        col('minutes', 'Minutes', (p) => p.minutes ?? null, 'entier', 0.6),
        col('livrable', 'Livrable', (p) => livrable(p.livrable), 'texte', 1),
        col('decision', 'Décision attendue', (p) => p.decision_attendue ?? null, 'texte', 2.4),
      ],
      source: `Source : journal des réunions${reunion.fiabilite === 'illustratif' ? ', réunion illustrative' : ''}.`,
      empty: 'L’ordre du jour n’est pas écrit.',
    }),
    tableDe(reunion.presents ?? [], {
      name: 'presents',
      title: reunion.consultation_ecrite ? 'Organismes qui ont répondu' : 'Organismes présents',
      sheet: 'Présents',
      columns: [
        col('organisme', 'Organisme', (p) => p.organisme, 'texte', 3),
        col('representants', 'Représentants', (p) => p.representants ?? null, 'entier', 0.8),
      ],
      source: 'Source : journal des réunions.',
      empty: reunion.consultation_ecrite ? 'Qui a répondu n’est pas écrit.' : 'La présence n’est pas écrite.',
    }),
    projetsDeLaReunion(etude, copil),
    decisions(etude, 'decisions-prises', 'Relevé de décisions', reunion.decisions ?? []),
    decisions(
      etude,
      'decisions-precedentes',
      precedente ? `Relevé de la ${nomDeSeance(precedente)}` : 'Décisions précédentes',
      precedente?.decisions ?? [],
      etat.date,
    ),
    tableDe(copil.reserves, {
      name: 'reserves-suivies',
      title: 'Réserves des réunions précédentes',
      sheet: 'Réserves',
      columns: [
        col('reserve', 'Réserve', ({ reserve }) => reserve, 'texte', 2),
        col('reunion', 'Émise par', ({ reunion: by }) => by, 'texte', 1.4),
        col('le', 'Le', ({ le }) => le, 'date', 0.7),
        col('etat', 'État', ({ etat: state }) => (state === null ? null : SUITES[state]), 'texte', 0.7),
        col('suite', 'Ce qu’elle est devenue', ({ texte }) => texte, 'texte', 2.4),
      ],
      source: 'Source : journal des réunions et mode opératoire.',
      empty: 'Aucune réserve n’a été émise.',
    }),
    ...etatExhibits(etat, { restantes: true }),
  ];
}
