/** Conventions: their legal basis by nature of partner, their total against the budget, and the models to sign. */

import { sum } from 'd3-array';
import { ACCORDS, sommesConvenues } from '../../analysis/mode-operatoire/conventions.js';
import { sansChapitreEnClair, tientUneComptabilitePublique } from '../../analysis/mode-operatoire/exercices.js';
import { montantProbable } from '../../analysis/montants.js';
import { NATURES_JURIDIQUES, type Nature } from '../../analysis/natures.js';
import { numberAt } from '../../lists/at.js';
import { accord, compte, deNom, enumerer, juxtaposer, minuscule } from '../../texte/accords.js';
import { duJour, MOIS_PAR_AN } from '../../texte/dates.js';
import { euros } from '../../texte/nombres.js';
import { feuille } from '../cells.js';
import { col, tableDe } from '../colonnes.js';
import { acteur } from '../scenarios/contexte.js';
import type { TableExhibit } from '../types.js';
import { type ContexteMode, duScenario, ETATS, type FabriqueMode, sourceMode, TONS_ETATS } from './contexte.js';

/** The partners whose days the scenario counts and that no convention binds: what the register leaves out of them is said below it. */
export function sansConvention({
  one,
  etude,
  conventions,
}: Pick<ContexteMode, 'one' | 'etude' | 'conventions'>): string {
  const bound = new Set(conventions.liste.map(({ convention }) => convention.partenaire));
  const free = one.chiffrage.scenario.partenaires.flatMap(({ acteur: id, jours_an: given = 0 }) => {
    const days = montantProbable(given);
    return days > 0 && !bound.has(id) ? [{ nom: acteur(etude, id), days }] : [];
  });
  if (conventions.liste.length === 0 || free.length === 0) return '';
  const total = sum(free, ({ days }) => days);
  return ` Sans convention, ${enumerer(free.map(({ nom }) => nom))} ${accord(free.length, 'apporte', 'apportent')} ${compte(total, 'jour')} de plus, que le scénario compte.`;
}

function registre(contexte: ContexteMode): TableExhibit {
  const { etude, conventions: c } = contexte;
  const signed = c.liste.filter(({ convention }) => convention.etat === 'signee').length;
  const courtes = c.liste.some(
    ({ convention, montant }) => convention.duree_mois < 12 && (montant || convention.jours_an),
  );
  return tableDe(c.liste, {
    name: 'conventions',
    title: `Registre : ${compte(c.liste.length, 'convention', 'conventions', 'aucune convention')}, ${sommesConvenues(c)}${signed > 0 ? ` ; ${compte(signed, 'signée', 'signées')}` : ''}`,
    sheet: 'Conventions',
    columns: [
      col('partenaire', 'Partenaire', ({ convention }) => acteur(etude, convention.partenaire), 'texte', 1.2),
      col('nature', 'Nature', ({ nature }) => (nature === null ? null : NATURES_JURIDIQUES[nature]), 'texte', 1.1),
      col('objet', 'Objet', ({ convention }) => convention.objet, 'texte', 1.5),
      col(
        'accord',
        'Ce que c’est',
        ({ convention }) => (convention.nature ? ACCORDS[convention.nature] : null),
        'texte',
        // Its basis says it in the document.
        { width: 0.9, workbookOnly: true },
      ),
      col('base', 'Base en vigueur', ({ regle }) => regle?.titre ?? null, 'texte', 2.2),
      ...(c.liste.some(({ convention }) => convention.effet !== undefined)
        ? [col('effet', 'Effet', ({ convention }: (typeof c.liste)[number]) => convention.effet ?? null, 'date', 0.9)]
        : []),
      col('duree', 'Durée (mois)', ({ convention }) => convention.duree_mois, 'nombre', 0.6),
      col('jours', 'Jours par an', ({ convention }) => convention.jours_an ?? null, 'entier', {
        width: 0.6,
        calcul: { type: 'somme', de: ['payes', 'apportes'] },
        workbookOnly: true,
      }),
      col('payes', 'Jours payés', ({ joursPayes }) => joursPayes || null, 'nombre', 0.6),
      col('apportes', 'Jours apportés', ({ joursApportes }) => joursApportes || null, 'nombre', {
        width: 0.7,
        note: 'Jours de la convention que rien ne paie.',
      }),
      col('verse', 'Versé par an (€)', ({ montant, recue }) => (recue || montant === 0 ? null : montant), 'euros', 0.7),
      col('recu', 'Reçu par an (€)', ({ montant, recue }) => (recue ? montant : null), 'euros', 0.7),
      col('prix', 'Prix d’un jour payé (€)', ({ prixJour }) => prixJour, 'euros', {
        width: 0.8,
        note: 'Montant divisé par les jours que le scénario dit payés.',
        calcul: { type: 'quotient', de: ['verse', 'payes'] },
        workbookOnly: true,
      }),
      col('etat', 'État', ({ convention }) => ETATS[convention.etat ?? 'a-rediger'], 'texte', {
        width: 0.8,
        workbookOnly: true,
        etats: TONS_ETATS,
      }),
      col('signature', 'Signature prévue', ({ convention }) => convention.signature_prevue ?? null, 'date', {
        width: 0.9,
        // The calendar of the document has the task.
        workbookOnly: true,
      }),
    ],
    totals: {
      partenaire: 'Total',
      jours: c.jours,
      payes: sum(c.liste, ({ joursPayes }) => joursPayes),
      apportes: sum(c.liste, ({ joursApportes }) => joursApportes),
      verse: c.totalVerse,
      recu: c.totalRecu,
    },
    source: `${sourceMode(contexte)} Jours payés : ceux que le montant couvre, selon le scénario${c.liste.some(({ joursApportes }) => joursApportes > 0) ? ' ; jours apportés : ceux que le partenaire donne sans paiement' : ''}.${courtes ? ' Sommes et jours sont ceux d’une année : une convention plus courte en donne la part de sa durée.' : ''}${sansConvention(contexte)}`,
    empty: 'Aucune convention n’est prévue.',
  });
}

function budget(contexte: ContexteMode): TableExhibit {
  const { conventions: c } = contexte;
  return tableDe(c.lignes, {
    name: 'conventions-budget',
    title: 'Les conventions et les lignes du budget qui les paient',
    sheet: 'Conventions',
    columns: [
      col('ligne', 'Ligne du budget', ({ libelle }) => libelle, 'texte', 2.4),
      // Of what follows a volume, that of the year which the conventions are of: the first, cruising speed, or between both.
      col('budget', 'Budget (€ par an)', ({ conventions, ecart }) => conventions - ecart, 'euros'),
      col('conventions', 'Conventions (€ par an)', ({ conventions }) => conventions, 'euros'),
      col('ecart', 'Écart (€)', ({ ecart }) => ecart, 'euros', {
        width: 0.8,
        calcul: { type: 'difference', de: ['conventions', 'budget'] },
      }),
    ],
    source: sourceMode(contexte),
    empty: 'Aucune convention n’est rattachée à une ligne du budget.',
  });
}

function modeles(contexte: ContexteMode): TableExhibit[] {
  const { etude, mode, conventions: c } = contexte;
  return (mode.modeles_conventions ?? []).map((modele) => {
    const signers = c.liste.filter(({ convention }) => convention.nature === modele.nature);
    return tableDe(modele.articles, {
      name: `modele-${modele.nature}`,
      part: null,
      title: `${modele.titre}${signers.length > 0 ? ` (${juxtaposer(signers.map(({ convention }) => acteur(etude, convention.partenaire)))})` : ''}`,
      sheet: `Modèle ${ACCORDS[modele.nature].toLowerCase()}`,
      columns: [
        col('article', 'Article', ({ titre }, i) => `${i + 1}. ${titre}`, 'texte', 1),
        col('texte', 'Texte', ({ texte }) => texte, 'texte', 4),
      ],
      source: sourceMode(contexte),
      empty: 'Aucun article.',
    });
  });
}

/** What the frame demands of the program: the rules in force, whom they concern, what is to come. */
function cadre(contexte: ContexteMode): TableExhibit[] {
  const { etude, cadre: sujets } = contexte;
  return sujets.map(({ titre, applications }, index) =>
    tableDe(applications, {
      name: `cadre-${index + 1}`,
      part: null,
      title: `${titre} : ce qui s’applique ici`,
      sheet: feuille(`Cadre ${titre}`),
      columns: [
        col('faire', 'À faire', ({ texte }) => texte, 'texte', 2),
        col(
          'regle',
          'Règle en vigueur',
          ({ regle, aVenir }) =>
            regle
              ? `${regle.regle}${aVenir ? ` À venir, ${duJour(aVenir.applicable_du ?? '')} : ${aVenir.titre}.` : ''}`
              : null,
          'texte',
          2.4,
        ),
        col('texte', 'Texte', ({ regle }) => (regle ? (regle.reference_texte ?? regle.titre) : null), 'texte', 1.7),
        col(
          'qui',
          'Pour qui',
          ({ partenaires, porteur, beneficiaires }) =>
            beneficiaires
              ? beneficiairesEnClair(beneficiaires)
              : partenaires === null
                ? 'Le porteur'
                : partenaires.length > 0 || porteur
                  ? juxtaposer([
                      ...(porteur ? ['Le porteur'] : []),
                      ...[...new Set(partenaires)].map((id) => acteur(etude, id)),
                    ])
                  : 'Aucun signataire à ce jour',
          'texte',
          1,
        ),
      ],
      source: `Source : références de l’étude, en vigueur à la date de ce document${applications.some(({ regle }) => regle?.fiabilite === 'declaratif') ? ' ; citées de mémoire quand le texte le dit, à vérifier avant de signer' : ''}.`,
      empty: 'Rien n’est écrit sur ce sujet.',
    }),
  );
}

/** « Ceux qui sont aidés : entreprise ou coopérative, association » */
const beneficiairesEnClair = (natures: readonly Nature[]): string =>
  `Ceux qui sont aidés${
    natures.length > 0 ? ` : ${juxtaposer(natures.map((one) => minuscule(NATURES_JURIDIQUES[one])))}` : ''
  }`;

/** « section de fonctionnement, −3 597 € en 2018 et 3 674 € en 2019 »; « fonctionnement, … » for a bearer that is not public. */
const soldesEnClair = ({ exercices, soldes }: ContexteMode['exercices'], publique: boolean): string =>
  (['fonctionnement', 'investissement'] as const)
    .map((section) => {
      const values = soldes[section].map(Math.round);
      const words = values.map((value, i) => `${euros(value)} en ${exercices[i]}`);
      return `${publique ? `section ${deNom(section)}` : section}, ${values.every((value) => value === 0) ? 'équilibrée' : enumerer(words)}`;
    })
    .join(' ; ');

/** What both sections of a year lack: what running leaves may pay for purchases, never the other way for a public bearer, whose sections are each balanced. */
export const manqueDe = (running: number, purchases: number, publique: boolean): number =>
  Math.max(0, -running) * (publique ? 1 : 0) + Math.max(0, -purchases - (publique ? Math.max(0, running) : running));

/** What the reader of a balance must know: a budget is voted balanced, and a receipt is entered in the year that pays it. Empty, or sentences after a space. */
function equilibreEnClair(
  { exercices: years, soldes, plusTard, sansChapitre, empruntes }: ContexteMode['exercices'],
  publique: boolean,
): string {
  const lacking = soldes.fonctionnement.flatMap((running, i) => {
    const value = manqueDe(running, numberAt(soldes.investissement, i), publique);
    return value > 0.5 ? [`${euros(Math.round(value))} en ${years[i]}`] : [];
  });
  const borrowed = soldes.investissement.flatMap((left, i) => {
    const owed = Math.min(left, numberAt(empruntes, i));
    return owed > 0.5 ? [`${euros(Math.round(owed))} en ${years[i]}`] : [];
  });
  return [
    ...(borrowed.length > 0
      ? [
          ` De ce que l’investissement a de trop, ${enumerer(borrowed)} viennent d’un emprunt plus fort que les achats, et restent à rendre.`,
        ]
      : []),
    ...plusTard.map(
      ({ libelle, exercice, montant }) =>
        ` ${libelle}\u00a0: ${euros(Math.round(montant))}, versés en ${exercice} et inscrits alors, ne sont pas comptés ici.`,
    ),
    // What no chapter receives would be lacking twice: it is told to be so, and the rest is not balanced without it.
    ...(lacking.length > 0 && sansChapitre.length === 0
      ? [
          ` Un budget ${publique ? 'se vote en équilibre' : 's’équilibre'}\u00a0: le porteur y inscrit en plus, de ses ressources propres, ${enumerer(lacking)}.`,
        ]
      : []),
  ].join('');
}

function exercices(contexte: ContexteMode): TableExhibit {
  const { exercices: e, etude, one } = contexte;
  const publique = tientUneComptabilitePublique(etude.acteurs, one.chiffrage.scenario.porteur);
  const long = e.mois > MOIS_PAR_AN;
  return tableDe(e.lignes, {
    name: 'exercices',
    title: `${long ? `Les ${e.mois} mois de l’expérimentation` : 'L’année'}, ${publique ? 'par exercice budgétaire et par chapitre' : 'par exercice et par compte'}`,
    sheet: 'Argent de l’année',
    groupBy: 'sens',
    headerColumns: 3,
    columns: [
      col('sens', 'Sens', ({ sens, section }) => `${sens === 'depense' ? 'Dépenses' : 'Recettes'} ${deNom(section)}`),
      col('chapitre', publique ? 'Chapitre' : 'Compte', ({ chapitre }) => chapitre, 'texte', 0.7),
      col('libelle', 'Intitulé', ({ libelle }) => libelle, 'texte', 2.4),
      e.exercices.map((year, i) =>
        col(`exercice_${i + 1}`, `Exercice ${year} (€)`, ({ montants }) => montants[i] ?? null, 'euros', 0.9),
      ),
      col('total', long ? `${e.mois} mois (€)` : 'Douze mois (€)', ({ montants }) => sum(montants), 'euros', {
        width: 0.9,
        calcul: { type: 'somme', de: e.exercices.map((_, i) => `exercice_${i + 1}`) },
      }),
    ],
    source: `Source : première année ${duScenario(contexte)}${long ? ', puis la part des suivantes' : ''}, ${long ? 'réparties' : 'répartie'} par mois ; achats le premier mois${long ? ' de leur année' : ''}, avec les recettes d’investissement qu’ils ouvrent ; recettes comptées quand elles sont dues, non quand elles sont encaissées.${long && e.moisDuDernier < MOIS_PAR_AN ? ` De l’exercice ${e.exercices.at(-1)}, ${compte(e.moisDuDernier, 'mois', 'mois')} ${accord(e.moisDuDernier, 'est compté', 'sont comptés')}.` : ''}${e.lignes.length > 0 ? ` Recettes moins dépenses : ${soldesEnClair(e, publique)}.${equilibreEnClair(e, publique)}` : ''}${e.sansChapitre.length > 0 ? ` ${publique ? 'Sans chapitre' : 'Sans compte'} : ${enumerer(sansChapitreEnClair(e))}.` : ''}`,
    empty: `${publique ? 'La nomenclature budgétaire du porteur n’est pas donnée' : 'Les comptes du porteur ne sont pas donnés'}.`,
  });
}

export const conventionsExhibits: FabriqueMode = (contexte) => [
  registre(contexte),
  budget(contexte),
  ...cadre(contexte),
  exercices(contexte),
  ...modeles(contexte),
];
