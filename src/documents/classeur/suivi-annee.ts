/** Sheets to be filled during the year: budget, cash, indicators, conventions and calendar, foreseen beside what happens. */

import { divise, egal, et, moins, plus, si, somme, texte, UN, vide, ZERO } from '../../analysis/formules/formule.js';
import { montantProbable } from '../../analysis/montants.js';
import { NATURES } from '../../analysis/scenarios/depenses-et-charge/depenses.js';
import type { ContexteMode } from '../../exhibits/mode-operatoire/contexte.js';
import { ETATS } from '../../exhibits/mode-operatoire/contexte.js';
import { acteur } from '../../exhibits/scenarios/contexte.js';
import { cellAt } from '../../lists/at.js';
import type { Grille } from './grille.js';
import { journaux, signalerEtats } from './journaux.js';
import { feuilleLibre } from './libre.js';
import { feuillesDesMesures } from './mesures.js';
import { DATE, DELAI, MONTANT, PART, QUANTITE, SOLDE, TEXTE } from './regles.js';

function budget({ one, etude }: ContexteMode): Grille {
  const { lignes, montants } = one.chiffrage;
  return feuilleLibre(
    'Suivi du budget',
    'Budget de l’année : prévu, engagé, payé',
    [18, 46, 24, 16, 16, 16, 16, 12],
    (g) => {
      g.texte(2, 1, 'Remplissez les cellules jaunes pendant l’année ; le reste et le taux se calculent.', 'note');
      g.entetes(4, [
        'Nature',
        'Poste',
        'Payé par',
        'Prévu (€)',
        'Engagé (€)',
        'Payé (€)',
        'Reste à engager (€)',
        'Taux engagé',
      ]);
      const rows = lignes
        .map((ligne, i) => ({ ligne, amount: cellAt(montants, i, 0) }))
        .filter(({ amount }) => amount > 0);
      rows.forEach(({ ligne, amount }, i) => {
        const row = 5 + i;
        g.texte(row, 1, NATURES[ligne.nature]);
        g.texte(row, 2, ligne.libelle);
        g.texte(row, 3, acteur(etude, ligne.porteur));
        g.saisie(row, 4, amount, MONTANT, 'euros');
        g.saisie(row, 5, null, MONTANT, 'euros');
        g.saisie(row, 6, null, MONTANT, 'euros');
        g.calcul(row, 7, moins(g.lire(row, 4), g.lire(row, 5)), 'euros');
        g.calcul(row, 8, divise(g.lire(row, 5), g.lire(row, 4), ZERO), 'pourcent');
      });
      const last = 4 + rows.length;
      g.signaler([5, 7, last, 7], (cell) => `${cell}<0`);
      g.texte(last + 1, 2, 'Total', 'total');
      for (const column of [4, 5, 6, 7]) g.calcul(last + 1, column, somme(g.colonne(column, 5, last)), 'euros', true);
    },
  );
}

function tresorerie({ annee }: ContexteMode): Grille {
  return feuilleLibre(
    'Suivi de la trésorerie',
    'Trésorerie : prévue et constatée',
    [20, 16, 16, 18, 18, 18, 18, 18],
    (g) => {
      g.texte(2, 1, 'Écrivez ce qui est payé et reçu chaque mois ; le solde constaté et l’écart se calculent.', 'note');
      g.entetes(4, [
        'Mois',
        'Dépenses prévues (€)',
        'Recettes prévues (€)',
        'Solde prévu (€)',
        'Dépenses payées (€)',
        'Recettes reçues (€)',
        'Solde constaté (€)',
        'Écart (€)',
      ]);
      g.texte(5, 1, 'Solde de départ');
      g.saisie(5, 4, annee.soldeInitial, SOLDE, 'euros', 'solde_depart');
      g.calcul(5, 7, g.lire(5, 4), 'euros');
      annee.mois.forEach((m, i) => {
        const row = 6 + i;
        g.constante(row, 1, m.mois, 'date');
        g.saisie(row, 2, m.depenses, MONTANT, 'euros');
        g.saisie(row, 3, m.recettes, MONTANT, 'euros');
        g.calcul(row, 4, moins(plus(g.lire(row - 1, 4), g.lire(row, 3)), g.lire(row, 2)), 'euros');
        g.saisie(row, 5, null, MONTANT, 'euros');
        g.saisie(row, 6, null, MONTANT, 'euros');
        // Nothing is said of a month in which nothing was written.
        const blank = et(vide(g.lire(row, 5)), vide(g.lire(row, 6)));
        const received = somme(g.colonne(6, 6, row));
        const spent = somme(g.colonne(5, 6, row));
        const balance = moins(plus(g.lire(5, 4), received), spent);
        g.calcul(row, 7, si(blank, texte(''), balance), 'euros');
        g.calcul(row, 8, si(blank, texte(''), moins(g.lire(row, 7), g.lire(row, 4))), 'euros');
      });
      const end = 5 + annee.mois.length;
      for (const column of [4, 7, 8])
        g.signaler([5, column, end, column], (cell) => `AND(ISNUMBER(${cell}),${cell}<0)`);
    },
  );
}

function conventions({ mode, etude }: ContexteMode): Grille {
  const etats = (['a-rediger', 'en-discussion', 'signee'] as const).map((etat) => ETATS[etat]);
  const list = mode.conventions ?? [];
  return feuilleLibre('Suivi des conventions', 'Registre des conventions', [26, 40, 14, 14, 16, 18, 18], (g) => {
    g.texte(2, 1, 'Tenez l’état et la date de signature à jour.', 'note');
    g.entetes(4, ['Partenaire', 'Objet', 'Durée (mois)', 'Jours par an', 'Montant annuel (€)', 'État', 'Signée le']);
    list.forEach((c, i) => {
      const row = 5 + i;
      g.texte(row, 1, acteur(etude, c.partenaire));
      g.texte(row, 2, c.objet);
      g.saisie(row, 3, c.duree_mois, DELAI, 'entier');
      g.saisie(row, 4, c.jours_an ?? null, QUANTITE, 'entier');
      g.saisie(row, 5, montantProbable(c.montant), MONTANT, 'euros');
      g.saisie(row, 6, ETATS[c.etat ?? 'a-rediger'], { type: 'liste', values: etats }, 'texte');
      g.saisie(row, 7, c.signee_le ?? null, DATE, 'date');
    });
    const last = 4 + list.length;
    signalerEtats(
      g,
      [5, 6, last, 6],
      [
        ['en-discussion', 'attention'],
        ['signee', 'bon'],
      ],
    );
    g.texte(last + 2, 1, 'Conventions signées', 'total');
    const signed = g.colonne(6, 5, last).map((etat) => si(egal(etat, texte(ETATS.signee ?? '')), UN, ZERO));
    g.calcul(last + 2, 2, plus(...signed), 'entier', true);
  });
}

function calendrier({ calendrier: c, etude }: ContexteMode): Grille {
  return feuilleLibre(
    'Suivi du calendrier',
    'Tâches : dates prévues et avancement',
    [18, 46, 22, 14, 14, 12, 14, 40],
    (g) => {
      g.texte(2, 1, 'Écrivez l’avancement, de 0 à 100 %, et vos remarques.', 'note');
      g.entetes(4, ['Lot', 'Tâche', 'Responsable', 'Début', 'Fin', 'Marge (jours ouvrés)', 'Avancement', 'Remarque']);
      c.taches.forEach(({ tache, marge }, i) => {
        const row = 5 + i;
        g.texte(row, 1, tache.lot ?? null);
        g.texte(row, 2, tache.libelle);
        g.texte(row, 3, acteur(etude, tache.responsable));
        g.constante(row, 4, tache.debut, 'date');
        g.constante(row, 5, tache.fin, 'date');
        g.constante(row, 6, marge, 'entier');
        g.saisie(row, 7, tache.avancement ?? null, PART, 'pourcent');
        g.saisie(row, 8, null, TEXTE, 'texte');
      });
    },
  );
}

/** A sheet for each thing that is followed; none for what the mode opératoire does not have: its headers would stand over nothing. */
export const feuillesDeSuivi = (contexte: ContexteMode): Grille[] => [
  budget(contexte),
  tresorerie(contexte),
  ...(contexte.mode.indicateurs?.length ? feuillesDesMesures(contexte) : []),
  ...(contexte.mode.conventions?.length ? [conventions(contexte)] : []),
  ...(contexte.calendrier.taches.length > 0 ? [calendrier(contexte)] : []),
  ...journaux(contexte),
];
