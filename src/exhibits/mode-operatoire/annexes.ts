/** What the agents take with them: referral form, selection grid, file of the aid, first days by role. */
import { table } from '../cells.js';
import { acteur } from '../scenarios/contexte.js';
import type { TableExhibit } from '../types.js';
import { type ContexteMode, type FabriqueMode, sourceMode } from './contexte.js';

const PIECES: Readonly<Record<string, string>> = {
  prete: 'Prête',
  'en-cours': 'En cours',
  'a-produire': 'À produire',
};

function saisine({ mode }: ContexteMode): TableExhibit {
  return table({
    name: 'fiche-saisine',
    part: null,
    title: 'Fiche de saisine',
    sheet: 'Fiche de saisine',
    groupBy: 'rubrique',
    headerColumns: 2,
    columns: [
      { key: 'rubrique', header: 'Rubrique', format: 'texte' },
      { key: 'champ', header: 'Champ', format: 'texte', width: 1.4 },
      { key: 'reponse', header: 'Réponse', format: 'texte', width: 2.6 },
    ],
    rows: (mode.fiche_saisine ?? []).flatMap(({ rubrique, champs }) =>
      champs.map((champ) => ({ rubrique, champ, reponse: ' ' })),
    ),
    empty: 'La fiche de saisine n’est pas écrite.',
  });
}

function grille({ mode }: ContexteMode): TableExhibit {
  const items = mode.experimentation?.grille ?? [];
  return table({
    name: 'grille-choix',
    title: 'Grille de choix des projets, notée de 1 à 5',
    sheet: 'Modèles et listes',
    columns: [
      { key: 'critere', header: 'Critère', format: 'texte', width: 1.4 },
      { key: 'question', header: 'Ce que la note juge', format: 'texte', width: 2.6 },
      { key: 'poids', header: 'Poids', format: 'decimal', width: 0.5 },
    ],
    rows: items.map(({ libelle, question = null, poids = 1 }) => ({ critere: libelle, question, poids })),
    empty: 'La grille de choix des projets n’est pas écrite.',
  });
}

function dossier(contexte: ContexteMode): TableExhibit {
  const { etude, mode } = contexte;
  return table({
    name: 'dossier-aide',
    title: 'Pièces du dossier d’aide',
    sheet: 'Modèles et listes',
    columns: [
      { key: 'piece', header: 'Pièce', format: 'texte', width: 2.2 },
      { key: 'regle', header: 'Règle', format: 'texte', width: 1.6 },
      { key: 'qui', header: 'Qui', format: 'texte', width: 0.6 },
      { key: 'quand', header: 'Avant le', format: 'date', width: 0.8 },
      { key: 'etat', header: 'État', format: 'texte', width: 0.8 },
    ],
    rows: (mode.dossier_aide ?? []).map(({ piece, responsable, reference, tache, etat }) => ({
      piece,
      regle: etude.references.find(({ id }) => id === reference)?.titre ?? null,
      qui: responsable ? acteur(etude, responsable) : null,
      quand: mode.taches?.find(({ id }) => id === tache)?.fin ?? null,
      etat: PIECES[etat ?? 'a-produire'] ?? null,
    })),
    source: sourceMode(contexte),
    empty: 'Les pièces du dossier d’aide ne sont pas listées.',
  });
}

function premiersJours(contexte: ContexteMode): TableExhibit {
  return table({
    name: 'premiers-jours',
    title: 'Les premiers jours ouvrés, par rôle',
    sheet: 'Modèles et listes',
    groupBy: 'role',
    headerColumns: 2,
    columns: [
      { key: 'role', header: 'Rôle', format: 'texte' },
      { key: 'jours', header: 'Jours ouvrés', format: 'texte', width: 0.7 },
      { key: 'action', header: 'Ce qu’il fait', format: 'texte', width: 4 },
    ],
    rows: (contexte.mode.premiers_jours ?? []).map(({ role, du, au, action }) => ({
      role,
      jours: `${du} à ${au}`,
      action,
    })),
    source: sourceMode(contexte),
    empty: 'Les premiers jours ne sont pas décrits.',
  });
}

function charge(contexte: ContexteMode): TableExhibit {
  const { charge: c } = contexte;
  return table({
    name: 'charge-annee',
    title: 'La charge de la première année et celle de croisière, en jours',
    sheet: 'Charge et postes',
    columns: [
      { key: 'cote', header: 'Qui', format: 'texte', width: 1.6 },
      { key: 'capacite', header: 'Jours apportés', format: 'entier' },
      { key: 'demandes', header: 'Jours demandés, année 1', format: 'entier' },
      { key: 'taux', header: 'Part employée, année 1', format: 'pourcent' },
      { key: 'croisiere', header: 'Jours demandés en croisière', format: 'entier' },
    ],
    rows: c.cotes.map(({ cote, capacite, demandes, taux, croisiere }) => ({
      cote: cote === 'porteur' ? 'Équipe du porteur' : 'Partenaires',
      capacite: Math.round(capacite),
      demandes: Math.round(demandes),
      taux,
      croisiere: Math.round(croisiere),
    })),
    source: `Source : volumes du scénario, ramenés à ${Math.round(c.montee * 100)}\u00a0% la première année.`,
    empty: 'Aucune charge.',
  });
}

export const annexesMode: FabriqueMode = (contexte) => [
  charge(contexte),
  saisine(contexte),
  grille(contexte),
  dossier(contexte),
  premiersJours(contexte),
];
