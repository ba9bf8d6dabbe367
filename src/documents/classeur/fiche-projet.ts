/** One sheet a project: what was foreseen is fixed, what happens is typed, balances, gaps and targets follow. */

import { divise, moins, si, somme, texte, vide } from '../../analysis/formules/formule.js';
import { montantProbable } from '../../analysis/montants.js';
import { CRITERES_EVALUATION } from '../../analysis/projets/criteres.js';
import type { ProjetAnalyse } from '../../analysis/projets/projets.js';
import { type ContexteProjets, ETATS_PROJET } from '../../exhibits/projets/contexte.js';
import { acteur } from '../../exhibits/scenarios/contexte.js';
import { itemAt } from '../../lists/at.js';
import { conducteur } from '../../study/parties.js';
import { majuscule } from '../../texte/accords.js';
import type { Grille } from './grille.js';
import { cibleAtteinte, type FeuilleLibre, feuilleLibre, signalerAtteinte } from './libre.js';
import { DATE, MONTANT, NIVEAU, NOTE5, QUANTITE, TEXTE } from './regles.js';

const ETATS = Object.values(ETATS_PROJET);

/** Lays a part from a row and gives the first free row after it. */
type Partie = (g: FeuilleLibre, row: number) => number;

function partie(
  title: string,
  headers: readonly string[],
  rows: number,
  lay: (g: FeuilleLibre, row: number, i: number) => void,
): Partie {
  return (g, row) => {
    g.texte(row, 1, title, 'partie');
    // Headers over nothing would ask for what has no row.
    if (rows === 0) {
      g.texte(row + 1, 1, 'Rien n’est écrit dans la fiche du projet.', 'note');
      return row + 2;
    }
    g.entetes(row + 1, headers);
    for (let i = 0; i < rows; i++) lay(g, row + 2 + i, i);
    return row + 2 + rows;
  };
}

const etapes = ({ projet }: ProjetAnalyse): Partie => {
  const list = projet.calendrier ?? [];
  return partie(
    'Calendrier',
    ['Étape', 'Début prévu', 'Fin prévue', 'Début réel', 'Fin réelle'],
    list.length,
    (g, row, i) => {
      const step = list[i];
      g.texte(row, 1, step?.etape ?? null);
      g.constante(row, 2, step?.debut ?? null, 'date');
      g.constante(row, 3, step?.fin ?? null, 'date');
      g.saisie(row, 4, step?.debut_reel ?? null, DATE, 'date');
      g.saisie(row, 5, step?.fin_reelle ?? null, DATE, 'date');
    },
  );
};

const moyens = ({ etude }: ContexteProjets, one: ProjetAnalyse): Partie => {
  const rows = [
    { nom: 'Agent du dispositif', ...one.jours },
    ...(one.projet.partenaires ?? []).map((p) => ({
      nom: acteur(etude, p.acteur),
      prevu: p.jours_prevus ?? null,
      realise: p.jours_realises ?? null,
    })),
    // Those of the provider: the verdict tells them, nobody plans them.
    ...(one.projet.accompagnement?.jours_prestataire
      ? [
          {
            nom: `${majuscule(conducteur(etude.etude))} de l’étude`,
            prevu: null,
            realise: one.projet.accompagnement.jours_prestataire,
          },
        ]
      : []),
  ];
  return partie('Jours', ['Qui', 'Prévus', 'Faits', 'Écart'], rows.length, (g, row, i) => {
    g.texte(row, 1, itemAt(rows, i).nom);
    const { prevu, realise } = itemAt(rows, i);
    g.saisie(row, 3, realise, QUANTITE, 'decimal');
    // Of what nobody planned there is no gap.
    if (prevu === null) {
      for (const column of [2, 4]) g.constante(row, column, '—', 'decimal');
      return;
    }
    g.fixe(row, 2, prevu, 'decimal');
    g.calcul(row, 4, si(vide(g.lire(row, 3)), texte(''), moins(g.lire(row, 3), g.lire(row, 2))), 'decimal');
  });
};

function argent({ projet }: ProjetAnalyse): Partie {
  const budget = projet.budget ?? [];
  const funds = projet.financements ?? [];
  return (g, row) => {
    let at = row;
    const total = (label: string, first: number, last: number): number => {
      g.texte(last + 1, 1, label, 'total');
      for (const column of [2, 3]) g.calcul(last + 1, column, somme(g.colonne(column, first, last)), 'euros', true);
      g.calcul(last + 1, 4, divise(g.lire(last + 1, 3), g.lire(last + 1, 2), texte('—')), 'pourcent', true);
      return last + 1;
    };
    const block = (
      title: string,
      header: string,
      list: readonly { nom: string; prevu: number | null; realise: number | null }[],
    ): { end: number; total: number | null } => {
      const end = partie(
        title,
        [header, 'Prévu (€)', 'Réalisé (€)', 'Part réalisée'],
        list.length,
        (sheet, line, i) => {
          const { nom, prevu, realise } = itemAt(list, i);
          sheet.texte(line, 1, nom);
          // What nobody foresaw is counted as nothing in the total.
          sheet.fixe(line, 2, prevu ?? 0, 'euros');
          sheet.saisie(line, 3, realise, MONTANT, 'euros');
          // Of what nobody foresaw there is no share, and of what is not written nothing is said.
          const part = divise(sheet.lire(line, 3), sheet.lire(line, 2), texte('—'));
          sheet.calcul(line, 4, si(vide(sheet.lire(line, 3)), texte(''), part), 'pourcent');
        },
      )(g, at);
      if (list.length === 0) return { end, total: null };
      const last = total('Total', at + 2, end - 1);
      return { end: last + 1, total: last };
    };
    const spent = block(
      'Dépenses',
      'Poste',
      budget.map(({ poste, prevu, realise }) => ({
        nom: poste,
        prevu: montantProbable(prevu),
        realise: realise ?? null,
      })),
    );
    at = spent.end + 1;
    const got = block(
      'Financements',
      'Financeur',
      funds.map(({ financeur, prevu, obtenu }) => ({
        nom: financeur,
        prevu: montantProbable(prevu),
        realise: obtenu ?? null,
      })),
    );
    // Of a side that nobody wrote there is no balance.
    if (got.total === null || spent.total === null) return got.end;
    const [received, paid, balance] = [got.total, spent.total, got.end];
    g.texte(balance, 1, 'Financements − dépenses', 'total');
    for (const column of [2, 3])
      g.calcul(balance, column, moins(g.lire(received, column), g.lire(paid, column)), 'euros', true);
    g.signaler([balance, 2, balance, 3], (cell) => `${cell}<0`);
    return balance + 1;
  };
}

const indicateurs = ({ projet, indicateurs: list }: ProjetAnalyse): Partie => {
  const lay = partie(
    'Indicateurs',
    ['Indicateur', 'Unité', 'Objectif', 'Sens', 'Cible', 'Mesure', 'Date', 'Atteinte'],
    list.length,
    (g, row, i) => {
      const own = itemAt(list, i);
      const objectif = projet.indicateurs?.[i]?.objectif;
      g.texte(row, 1, own.libelle);
      g.texte(row, 2, own.unite);
      g.texte(row, 3, objectif === undefined ? null : (projet.objectifs[objectif - 1] ?? null));
      g.fixe(row, 4, own.sens === 'min' ? 'au plus' : 'au moins', 'texte');
      g.fixe(row, 5, own.cible, 'decimal');
      g.saisie(row, 6, own.valeur, NIVEAU, 'decimal');
      g.saisie(row, 7, own.date, DATE, 'date');
      g.calcul(row, 8, cibleAtteinte(g.lire(row, 4), g.lire(row, 5), g.lire(row, 6)), 'texte');
    },
  );
  return (g, row) => {
    if (list.length > 0) signalerAtteinte(g, [row + 2, 8, row + 1 + list.length, 8]);
    return lay(g, row);
  };
};

const notes = ({ projet }: ProjetAnalyse): Partie =>
  partie('Évaluation', ['Critère', 'Note (1 à 5)', 'Pourquoi'], CRITERES_EVALUATION.length, (g, row, i) => {
    const critere = CRITERES_EVALUATION[i];
    const found = critere ? projet.evaluation?.[critere.id] : undefined;
    g.texte(row, 1, critere?.libelle ?? null);
    g.saisie(row, 2, found?.note ?? null, NOTE5, 'entier');
    g.saisie(row, 3, found?.commentaire ?? null, TEXTE, 'texte');
  });

const suivi = ({ projet }: ProjetAnalyse): Partie => {
  const list = projet.suivi ?? [];
  // A few blank rows to go on with.
  return partie('Points de suivi', ['Constat', 'Date', 'Avancement', 'Ajustement'], list.length + 4, (g, row, i) => {
    const point = list[i];
    g.saisie(row, 1, point?.constats ?? null, TEXTE, 'texte');
    g.saisie(row, 2, point?.date ?? null, DATE, 'date');
    g.saisie(row, 3, point?.avancement ?? null, { type: 'nombre', min: 0, max: 1 }, 'pourcent');
    g.saisie(row, 4, point?.ajustements ?? null, TEXTE, 'texte');
  });
};

/** `rank` numbers the sheet, from 1. */
export function feuilleProjet(contexte: ContexteProjets, one: ProjetAnalyse, rank: number): Grille {
  const { projet } = one;
  return feuilleLibre(
    `Projet ${rank}`,
    `${rank}. ${projet.titre}`,
    [40, 18, 40, 18, 14, 14, 14, 14],
    (g) => {
      g.texte(
        2,
        1,
        'Cellules jaunes : à remplir. Les prévisions et les cibles sont celles de la fiche, et ne se modifient pas.',
        'note',
      );
      g.entetes(4, ['Porteur', 'État', 'Demande reçue', 'Première réponse', 'Retenu le']);
      g.texte(5, 1, projet.porteur.designation);
      g.saisie(5, 2, ETATS_PROJET[projet.etat ?? 'pressenti'], { type: 'liste', values: ETATS }, 'texte');
      g.saisie(5, 3, projet.accompagnement?.demande_recue ?? null, DATE, 'date');
      g.saisie(5, 4, projet.accompagnement?.premiere_reponse ?? null, DATE, 'date');
      g.saisie(5, 5, projet.retenu_le ?? null, DATE, 'date');
      const parts = [etapes(one), suivi(one), moyens(contexte, one), argent(one), indicateurs(one), notes(one)];
      let row = 7;
      for (const part of parts) row = part(g, row) + 1;
    },
    1,
  );
}
