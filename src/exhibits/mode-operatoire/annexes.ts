/** What the agents take with them: referral form, selection grid, file of the aid, first days by role. */

import { hypothesesDe, semaineEnClair } from '../../analysis/scenarios/hypotheses.js';
import type { Libelles, Study } from '../../study/study.js';
import { nombreFr, pourcent } from '../../texte/nombres.js';
import { col, tableDe } from '../colonnes.js';
import { acteur } from '../scenarios/contexte.js';
import type { TableExhibit } from '../types.js';
import { type ContexteMode, duScenario, type FabriqueMode, sourceMode } from './contexte.js';

const PIECES: Libelles<NonNullable<NonNullable<Study['mode_operatoire']>['dossier_aide']>[number]['etat']> = {
  prete: 'Prête',
  'en-cours': 'En cours',
  'a-produire': 'À produire',
};

/** Boxes to tick, or room to write, which an em dash would take. */
const reponse = (choix: readonly string[]): string => choix.map((un) => `☐\u00a0${un}`).join('\u2003') || ' ';

function saisine({ mode }: ContexteMode): TableExhibit {
  const lignes = (mode.fiche_saisine ?? []).flatMap(({ rubrique, champs, reponses = [], mention }) => [
    ...champs.map((champ) => {
      const { lignes: place = 1, choix = [] } = reponses.find((une) => une.champ === champ) ?? {};
      return { rubrique, champ, reponse: reponse(choix), place };
    }),
    ...(mention === undefined ? [] : [{ rubrique, champ: mention, reponse: ' ', place: 0 }]),
  ]);
  return {
    ...tableDe(lignes, {
      name: 'fiche-saisine',
      part: null,
      title: 'Fiche de saisine',
      sheet: 'Fiche de saisine',
      groupBy: 'rubrique',
      headerColumns: 2,
      columns: [
        col('rubrique', 'Rubrique', ({ rubrique }) => rubrique),
        col('champ', 'Champ', ({ champ }) => champ, 'texte', 1.4),
        col('reponse', 'Réponse', (ligne) => ligne.reponse, 'texte', 2.6),
      ],
      empty: 'La fiche de saisine n’est pas écrite.',
    }),
    form: lignes.map(({ place }) => ({ lines: place })),
  };
}

function grille(contexte: ContexteMode): TableExhibit {
  const items = contexte.mode.experimentation?.grille ?? [];
  return tableDe(items, {
    name: 'grille-choix',
    title: 'Grille de choix des projets, notée de 1 à 5',
    sheet: 'Modèles et listes',
    columns: [
      col('critere', 'Critère', ({ libelle }) => libelle, 'texte', 1.4),
      col('question', 'Ce que la note juge', ({ question = null }) => question, 'texte', 2.6),
      col('poids', 'Poids', ({ poids = 1 }) => poids, 'decimal', 0.5),
    ],
    source: sourceMode(contexte),
    empty: 'La grille de choix des projets n’est pas écrite.',
  });
}

function dossier(contexte: ContexteMode): TableExhibit {
  const { etude, mode } = contexte;
  return tableDe(mode.dossier_aide ?? [], {
    name: 'dossier-aide',
    title: 'Pièces du dossier d’aide',
    sheet: 'Modèles et listes',
    columns: [
      col('piece', 'Pièce', ({ piece }) => piece, 'texte', 2.2),
      col(
        'regle',
        'Règle',
        ({ reference }) => etude.references.find(({ id }) => id === reference)?.titre ?? null,
        'texte',
        1.6,
      ),
      col('qui', 'Qui', ({ responsable }) => (responsable ? acteur(etude, responsable) : null), 'texte', {
        width: 0.6,
        uneFois: true,
      }),
      col(
        'quand',
        'Au plus tard le',
        ({ tache }) => mode.taches?.find(({ id }) => id === tache)?.fin ?? null,
        'date',
        0.8,
      ),
      col('etat', 'État', ({ etat }) => PIECES[etat ?? 'a-produire'], 'texte', 0.8),
    ],
    source: sourceMode(contexte),
    empty: 'Les pièces du dossier d’aide ne sont pas listées.',
  });
}

function premiersJours(contexte: ContexteMode): TableExhibit {
  return tableDe(contexte.mode.premiers_jours ?? [], {
    name: 'premiers-jours',
    title: 'Les premiers jours ouvrés, par rôle',
    sheet: 'Modèles et listes',
    groupBy: 'role',
    headerColumns: 2,
    columns: [
      col('role', 'Rôle', ({ role }) => role),
      col('jours', 'Jours ouvrés', ({ du, au }) => (du === au ? String(du) : `${du} à ${au}`), 'texte', 0.7),
      col('action', 'Ce qu’il fait', ({ action }) => action, 'texte', 4),
    ],
    source: sourceMode(contexte),
    empty: 'Les premiers jours ne sont pas décrits.',
  });
}

/** What makes the days of a post: « Un équivalent temps plein : 206 jours par an (semaine de 39 h, en cinq jours de 7,8 h), dont 75 % pour le dispositif. » */
function joursEnClair(etude: Study): string {
  const { joursParEtp, partProductive } = hypothesesDe(etude);
  const week = semaineEnClair(etude);
  return `Un équivalent temps plein\u00a0: ${nombreFr(Math.round(joursParEtp))}\u00a0jours par an${week ? ` (${week})` : ''}${partProductive < 1 ? `, dont ${pourcent(partProductive)} pour le dispositif` : ''}.`;
}

function charge(contexte: ContexteMode): TableExhibit {
  const { charge: c, etude } = contexte;
  return tableDe(c.cotes, {
    name: 'charge-annee',
    title: 'La charge de la première année et celle de croisière, en jours',
    sheet: 'Délais, charge et postes',
    columns: [
      col('cote', 'Qui', ({ cote }) => (cote === 'porteur' ? 'Équipe du porteur' : 'Partenaires'), 'texte', 1.6),
      col('capacite', 'Jours apportés', ({ capacite }) => capacite, 'entier'),
      col('demandes', 'Jours demandés, année 1', ({ demandes }) => demandes, 'entier'),
      col('taux', 'Part employée, année 1', ({ taux }) => taux, 'pourcent', {
        calcul: { type: 'quotient', de: ['demandes', 'capacite'] },
      }),
      col('croisiere', 'Jours demandés en croisière', ({ croisiere }) => Math.round(croisiere), 'entier'),
    ],
    source: `Source : volumes ${duScenario(contexte)}, ${c.montee < 1 ? `ramenés à ${pourcent(c.montee)} la première année` : 'entiers dès la première année'}. ${joursEnClair(etude)}`,
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
