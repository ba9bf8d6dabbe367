/** Sheets to be filled during the year: budget, cash, indicators, conventions and calendar, foreseen beside what happens. */
import { suivre } from '../../analysis/projets/projets.js';
import { formatDate } from '../../exhibits/format.js';
import type { ContexteMode } from '../../exhibits/mode-operatoire/contexte.js';
import { ETATS } from '../../exhibits/mode-operatoire/contexte.js';
import { acteur, NATURES } from '../../exhibits/scenarios/contexte.js';
import { adresse, type Grille, grille, plage } from './grille.js';

const MONTANT = { type: 'nombre' as const, min: 0 };
const PART = { type: 'nombre' as const, min: 0, max: 1 };

function budget({ one, etude }: ContexteMode): Grille {
  const { lignes, montants } = one.chiffrage;
  const g = grille('Suivi du budget', 'Budget de l’année : prévu, engagé, payé', [18, 46, 24, 16, 16, 16, 16, 12], 4);
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
  const rows = lignes.map((ligne, i) => ({ ligne, amount: montants[i]?.[0] ?? 0 })).filter(({ amount }) => amount > 0);
  rows.forEach(({ ligne, amount }, i) => {
    const row = 5 + i;
    g.texte(row, 1, NATURES[ligne.nature]);
    g.texte(row, 2, ligne.libelle);
    g.texte(row, 3, acteur(etude, ligne.porteur));
    g.saisie(row, 4, amount, MONTANT, 'euros');
    g.saisie(row, 5, null, MONTANT, 'euros');
    g.saisie(row, 6, null, MONTANT, 'euros');
    g.calcul(row, 7, `${adresse(row, 4)}-${adresse(row, 5)}`, amount, 'euros');
    g.calcul(row, 8, `IF(${adresse(row, 4)}>0,${adresse(row, 5)}/${adresse(row, 4)},0)`, 0, 'pourcent');
  });
  const last = 4 + rows.length;
  const total = rows.reduce((sum, { amount }) => sum + amount, 0);
  g.texte(last + 1, 2, 'Total', 'total');
  for (const [column, value] of [
    [4, total],
    [5, 0],
    [6, 0],
    [7, total],
  ] as const)
    g.calcul(last + 1, column, `SUM(${plage(5, column, last, column)})`, value, 'euros', { total: true });
  return g;
}

function tresorerie({ annee }: ContexteMode): Grille {
  const g = grille('Suivi de la trésorerie', 'Trésorerie : prévue et constatée', [20, 16, 16, 18, 18, 18, 18, 18], 4);
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
  g.saisie(5, 4, annee.soldeInitial, { type: 'nombre', min: -10_000_000 }, 'euros', 'solde_depart');
  g.calcul(5, 7, adresse(5, 4), annee.soldeInitial, 'euros');
  annee.mois.forEach((m, i) => {
    const row = 6 + i;
    g.texte(row, 1, formatDate(m.mois));
    g.saisie(row, 2, m.depenses, MONTANT, 'euros');
    g.saisie(row, 3, m.recettes, MONTANT, 'euros');
    g.calcul(row, 4, `${adresse(row - 1, 4)}+${adresse(row, 3)}-${adresse(row, 2)}`, m.solde, 'euros');
    g.saisie(row, 5, null, MONTANT, 'euros');
    g.saisie(row, 6, null, MONTANT, 'euros');
    g.calcul(row, 7, `${adresse(row - 1, 7)}+${adresse(row, 6)}-${adresse(row, 5)}`, annee.soldeInitial, 'euros');
    g.calcul(row, 8, `IF(COUNT(${plage(row, 5, row, 6)})=0,0,${adresse(row, 7)}-${adresse(row, 4)})`, 0, 'euros');
  });
  return g;
}

function indicateurs({ mode }: ContexteMode): Grille {
  const g = grille(
    'Suivi des indicateurs',
    'Indicateurs : dernière mesure et cible',
    [46, 18, 12, 12, 12, 16, 16, 12],
    4,
  );
  g.texte(2, 1, 'Écrivez la dernière mesure et sa date ; la part de la cible et le verdict se calculent.', 'note');
  g.entetes(4, ['Indicateur', 'Unité', 'Sens', 'Départ', 'Cible', 'Dernière mesure', 'Date de la mesure', 'Atteinte']);
  (mode.indicateurs ?? []).forEach((i, index) => {
    const row = 5 + index;
    const s = suivre(i);
    const measure = adresse(row, 6);
    g.texte(row, 1, i.libelle);
    g.texte(row, 2, i.unite);
    g.saisie(
      row,
      3,
      i.sens === 'min' ? 'au plus' : 'au moins',
      { type: 'liste', values: ['au moins', 'au plus'] },
      'texte',
    );
    g.saisie(row, 4, i.initial ?? 0, { type: 'nombre', min: -1e9 }, 'decimal');
    g.saisie(row, 5, i.cible, { type: 'nombre', min: -1e9 }, 'decimal');
    g.saisie(row, 6, s.valeur, { type: 'nombre', min: -1e9 }, 'decimal');
    g.put(row, 7, { value: s.date, style: 'texte', format: 'texte', input: { type: 'texte' } });
    g.calcul(
      row,
      8,
      `IF(ISBLANK(${measure}),"non mesuré",IF(IF(${adresse(row, 3)}="au plus",${measure}<=${adresse(row, 5)},${measure}>=${adresse(row, 5)}),"oui","non"))`,
      s.atteint === null ? 'non mesuré' : s.atteint ? 'oui' : 'non',
      'texte',
    );
  });
  return g;
}

function conventions({ mode, etude }: ContexteMode): Grille {
  const etats = ['a-rediger', 'en-discussion', 'signee'].map((etat) => ETATS[etat] ?? etat);
  const list = mode.conventions ?? [];
  const g = grille('Suivi des conventions', 'Registre des conventions', [26, 40, 14, 14, 16, 18, 18], 4);
  g.texte(2, 1, 'Tenez l’état et la date de signature à jour.', 'note');
  g.entetes(4, ['Partenaire', 'Objet', 'Durée (mois)', 'Jours par an', 'Montant annuel (€)', 'État', 'Signée le']);
  list.forEach((c, i) => {
    const row = 5 + i;
    g.texte(row, 1, acteur(etude, c.partenaire));
    g.texte(row, 2, c.objet);
    g.saisie(row, 3, c.duree_mois, MONTANT, 'entier');
    g.saisie(row, 4, c.jours_an ?? null, MONTANT, 'entier');
    g.saisie(row, 5, typeof c.montant === 'number' ? c.montant : (c.montant?.mode ?? null), MONTANT, 'euros');
    g.saisie(row, 6, ETATS[c.etat ?? 'a-rediger'] ?? null, { type: 'liste', values: etats }, 'texte');
    g.put(row, 7, { value: null, style: 'texte', format: 'texte', input: { type: 'texte' } });
  });
  const last = 4 + list.length;
  g.texte(last + 2, 1, 'Conventions signées', 'total');
  g.calcul(
    last + 2,
    2,
    `COUNTIF(${plage(5, 6, Math.max(5, last), 6)},"${ETATS.signee}")`,
    list.filter(({ etat }) => etat === 'signee').length,
    'entier',
    { total: true },
  );
  return g;
}

function calendrier({ calendrier: c, etude }: ContexteMode): Grille {
  const g = grille('Suivi du calendrier', 'Tâches : dates prévues et avancement', [18, 46, 22, 14, 14, 12, 14, 40], 4);
  g.texte(2, 1, 'Écrivez l’avancement, de 0 à 1, et vos remarques.', 'note');
  g.entetes(4, ['Lot', 'Tâche', 'Responsable', 'Début', 'Fin', 'Marge (jours)', 'Avancement', 'Remarque']);
  c.taches.forEach(({ tache, marge }, i) => {
    const row = 5 + i;
    g.texte(row, 1, tache.lot ?? null);
    g.texte(row, 2, tache.libelle);
    g.texte(row, 3, acteur(etude, tache.responsable));
    g.texte(row, 4, tache.debut);
    g.texte(row, 5, tache.fin);
    g.constante(row, 6, marge, 'entier');
    g.saisie(row, 7, tache.avancement ?? 0, PART, 'pourcent');
    g.put(row, 8, { value: null, style: 'texte', format: 'texte', input: { type: 'texte' } });
  });
  return g;
}

export const feuillesDeSuivi = (contexte: ContexteMode): Grille[] => [
  budget(contexte),
  tresorerie(contexte),
  indicateurs(contexte),
  conventions(contexte),
  calendrier(contexte),
];
