/** Conventions: their legal basis by nature of partner, their total against the budget, and the models to sign. */

import { ACCORDS } from '../../analysis/mode-operatoire/conventions.js';
import { sansChapitreEnClair } from '../../analysis/mode-operatoire/exercices.js';
import { NATURES_JURIDIQUES } from '../../analysis/natures.js';
import { compte, deNom, enumerer } from '../../texte/accords.js';
import { duJour } from '../../texte/dates.js';
import { euros } from '../../texte/nombres.js';
import { feuille, table } from '../cells.js';
import { acteur } from '../scenarios/contexte.js';
import type { TableExhibit } from '../types.js';
import { type ContexteMode, ETATS, type FabriqueMode, sourceMode } from './contexte.js';

function registre(contexte: ContexteMode): TableExhibit {
  const { etude, conventions: c } = contexte;
  const signed = c.liste.filter(({ convention }) => convention.etat === 'signee').length;
  return table({
    name: 'conventions',
    title: `Registre : ${compte(c.liste.length, 'convention', 'conventions', 'aucune convention')}, ${euros(c.totalVerse)} versés et ${euros(c.totalRecu)} reçus par an${signed > 0 ? ` ; ${compte(signed, 'signée', 'signées')}` : ''}`,
    sheet: 'Conventions',
    columns: [
      { key: 'partenaire', header: 'Partenaire', format: 'texte', width: 1.2 },
      { key: 'nature', header: 'Nature', format: 'texte', width: 1.1 },
      { key: 'objet', header: 'Objet', format: 'texte', width: 1.5 },
      { key: 'accord', header: 'Ce que c’est', format: 'texte', width: 0.9 },
      { key: 'base', header: 'Base en vigueur', format: 'texte', width: 2.2 },
      { key: 'jours', header: 'Jours par an', format: 'entier', width: 0.6 },
      { key: 'verse', header: 'Versé (€)', format: 'euros', width: 0.7 },
      { key: 'recu', header: 'Reçu (€)', format: 'euros', width: 0.7 },
      {
        key: 'prix',
        header: 'Prix d’un jour payé (€)',
        format: 'euros',
        width: 0.8,
        note: 'Montant divisé par les jours que le scénario dit payés.',
        workbookOnly: true,
      },
      { key: 'etat', header: 'État', format: 'texte', width: 0.8, workbookOnly: true },
      { key: 'signature', header: 'Signature prévue', format: 'date', width: 0.9 },
    ],
    rows: c.liste.map(({ convention, nature, montant, recue, regle, prixJour }) => ({
      partenaire: acteur(etude, convention.partenaire),
      nature: nature === null ? null : NATURES_JURIDIQUES[nature],
      objet: convention.objet,
      accord: convention.nature ? ACCORDS[convention.nature] : null,
      base: regle?.titre ?? null,
      jours: convention.jours_an ?? null,
      verse: recue || montant === 0 ? null : montant,
      recu: recue ? montant : null,
      prix: prixJour === null ? null : Math.round(prixJour),
      etat: ETATS[convention.etat ?? 'a-rediger'] ?? null,
      signature: convention.signature_prevue ?? null,
    })),
    totals: { partenaire: 'Total', jours: c.jours, verse: c.totalVerse, recu: c.totalRecu },
    source: `${sourceMode(contexte)}`,
    empty: 'Aucune convention n’est prévue.',
  });
}

function budget(contexte: ContexteMode): TableExhibit {
  const { conventions: c } = contexte;
  return table({
    name: 'conventions-budget',
    title: 'Les conventions et les lignes du budget qui les paient',
    sheet: 'Conventions',
    columns: [
      { key: 'ligne', header: 'Ligne du budget', format: 'texte', width: 2.4 },
      { key: 'budget', header: 'Budget (€ par an)', format: 'euros' },
      { key: 'conventions', header: 'Conventions (€ par an)', format: 'euros' },
      { key: 'ecart', header: 'Écart (€)', format: 'euros', width: 0.8 },
    ],
    rows: c.lignes.map(({ libelle, budget: amount, conventions, ecart }) => ({
      ligne: libelle,
      budget: amount,
      conventions,
      ecart,
    })),
    source: sourceMode(contexte),
    empty: 'Aucune convention n’est rattachée à une ligne du budget.',
  });
}

function modeles(contexte: ContexteMode): TableExhibit[] {
  const { etude, mode, conventions: c } = contexte;
  return (mode.modeles_conventions ?? []).map((modele) => {
    const signers = c.liste.filter(({ convention }) => convention.nature === modele.nature);
    return table({
      name: `modele-${modele.nature}`,
      part: null,
      title: `${modele.titre}${signers.length > 0 ? ` (${signers.map(({ convention }) => acteur(etude, convention.partenaire)).join(', ')})` : ''}`,
      sheet: `Modèle ${ACCORDS[modele.nature].toLowerCase()}`,
      columns: [
        { key: 'article', header: 'Article', format: 'texte', width: 1 },
        { key: 'texte', header: 'Texte', format: 'texte', width: 4 },
      ],
      rows: modele.articles.map(({ titre, texte }, i) => ({ article: `${i + 1}. ${titre}`, texte })),
      empty: 'Aucun article.',
    });
  });
}

/** What the frame demands of the program: the rules in force, whom they concern, what is to come. */
function cadre(contexte: ContexteMode): TableExhibit[] {
  const { etude, cadre: sujets } = contexte;
  return sujets.map(({ titre, applications }, index) =>
    table({
      name: `cadre-${index + 1}`,
      part: null,
      title: `${titre} : ce qui s’applique ici`,
      sheet: feuille(`Cadre ${titre}`),
      columns: [
        { key: 'faire', header: 'À faire', format: 'texte', width: 2 },
        { key: 'regle', header: 'Règle en vigueur', format: 'texte', width: 2.4 },
        { key: 'texte', header: 'Texte', format: 'texte', width: 1.7 },
        { key: 'qui', header: 'Pour qui', format: 'texte', width: 1 },
      ],
      rows: applications.map(({ texte, regle, aVenir, partenaires }) => ({
        faire: texte,
        regle: regle
          ? `${regle.regle}${aVenir ? ` À venir, ${duJour(aVenir.applicable_du ?? '')} : ${aVenir.titre}.` : ''}`
          : null,
        texte: regle ? (regle.reference_texte ?? regle.titre) : null,
        qui:
          partenaires === null
            ? 'Le porteur'
            : partenaires.length > 0
              ? [...new Set(partenaires)].map((id) => acteur(etude, id)).join(', ')
              : 'Aucun signataire à ce jour',
      })),
      source: `Source : références de l’étude, en vigueur à la date de ce document${applications.some(({ regle }) => regle?.fiabilite === 'declaratif') ? ' ; citées de mémoire quand le texte le dit, à vérifier avant de signer' : ''}.`,
      empty: 'Rien n’est écrit sur ce sujet.',
    }),
  );
}

function exercices(contexte: ContexteMode): TableExhibit {
  const { exercices: e } = contexte;
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return table({
    name: 'exercices',
    title: 'L’année, par exercice budgétaire et par chapitre',
    sheet: 'Argent de l’année',
    groupBy: 'sens',
    headerColumns: 3,
    columns: [
      { key: 'sens', header: 'Sens', format: 'texte' },
      { key: 'chapitre', header: 'Chapitre', format: 'texte', width: 0.7 },
      { key: 'libelle', header: 'Intitulé', format: 'texte', width: 2.4 },
      ...e.exercices.map((year, i) => ({
        key: `exercice_${i + 1}`,
        header: `Exercice ${year} (€)`,
        format: 'euros' as const,
        width: 0.9,
      })),
      { key: 'total', header: 'Douze mois (€)', format: 'euros', width: 0.9 },
    ],
    rows: e.lignes.map(({ chapitre, libelle, sens, section, montants }) => ({
      sens: `${sens === 'depense' ? 'Dépenses' : 'Recettes'} ${deNom(section)}`,
      chapitre,
      libelle,
      ...Object.fromEntries(montants.map((value, i) => [`exercice_${i + 1}`, value])),
      total: sum(montants),
    })),
    source: `Source : première année du scénario, répartie par mois ; achats le premier mois, avec les recettes d’investissement qu’ils ouvrent ; recettes acquises, non encaissées.${e.sansChapitre.length > 0 ? ` Sans chapitre : ${enumerer(sansChapitreEnClair(e))}.` : ''}`,
    empty: 'La nomenclature budgétaire du porteur n’est pas donnée.',
  });
}

export const conventionsExhibits: FabriqueMode = (contexte) => [
  registre(contexte),
  budget(contexte),
  ...cadre(contexte),
  exercices(contexte),
  ...modeles(contexte),
];
