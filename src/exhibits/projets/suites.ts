/** What follows from the evaluation: lessons, findings, recommendations that answer them, ways on. */

import { montantEtBornes, montantProbable } from '../../analysis/montants.js';
import {
  aPayer,
  coutDeLaSuite,
  joursDeSuite,
  payeurEnClair,
  SUITES,
  type Suite,
} from '../../analysis/projets/suites.js';
import type { Study } from '../../study/study.js';
import { enumerer } from '../../texte/accords.js';
import { euros, nombreFr } from '../../texte/nombres.js';
import { lignes } from '../cells.js';
import { col, tableDe } from '../colonnes.js';
import { acteur } from '../scenarios/contexte.js';
import type { Exhibit, TableExhibit } from '../types.js';
import { type ContexteProjets, SOURCE_EVALUATION as SOURCE, sourceProjets } from './contexte.js';

const ou = (suites: readonly Suite[], mot: 'titre' | 'enQuestion'): string | null =>
  enumerer([...new Set(suites.map(({ option }) => SUITES[option][mot]))], 'ou') || null;

/** « Arrêter, continuer ou étendre », of the ways on that the study describes; null when it describes none. */
export const suitesEnBref = (suites: readonly Suite[]): string | null => {
  const said = ou(suites, 'titre');
  return said && said.charAt(0) + said.slice(1).toLowerCase();
};

/** « l’arrêter ou le continuer », of the same. */
export const suitesEnQuestion = (suites: readonly Suite[]): string | null => ou(suites, 'enQuestion');

/** « 137 pour 171 apportés » ; null when the study does not say what the way on would do. */
function joursEnClair(etude: Study, suite: Suite): string | null {
  const found = joursDeSuite(etude, suite);
  return found && `${nombreFr(Math.round(found.demandes))} pour ${nombreFr(Math.round(found.apportes))} apportés`;
}

const coutEnClair = ({ option, cout, financement }: Suite): string | null =>
  lignes([
    ...[coutDeLaSuite({ option, cout })].flatMap((told) => told ?? []),
    ...(financement ?? []).map(payeurEnClair),
    ...(financement || !aPayer(cout) ? [] : ['Aucun plan de financement n’est écrit']),
  ]);

/** What the cost pays; a cost without its detail says so. */
const depensesEnClair = ({ cout, depenses }: Suite): string | null =>
  depenses?.length
    ? lignes(depenses.map(({ libelle, montant }) => `${libelle} : ${euros(montant)}`))
    : cout === undefined
      ? null
      : 'Le détail n’est pas écrit';

interface Axe {
  libelle: string;
  valeur: (suite: Suite) => string | null;
}

/** The ways on side by side, axis by axis; an axis of which none says anything is left out. */
function suitesComparees(etude: Study, suites: readonly Suite[]): TableExhibit {
  const axes: Axe[] = [
    { libelle: 'En quoi elle consiste', valeur: ({ resume }) => resume },
    { libelle: 'Pour', valeur: ({ pour }) => lignes(pour) },
    { libelle: 'Contre', valeur: ({ contre }) => lignes(contre) },
    { libelle: 'Conditions', valeur: ({ conditions }) => lignes(conditions) },
    { libelle: 'Coût, et qui paierait', valeur: coutEnClair },
    { libelle: 'Ce que ce coût paie', valeur: depensesEnClair },
    { libelle: 'Jours d’équipe', valeur: (suite) => joursEnClair(etude, suite) },
  ];
  return tableDe(
    axes.filter(({ valeur }) => suites.some((suite) => valeur(suite) !== null)),
    {
      name: 'suites',
      title: suitesEnBref(suites) ?? 'Les suites possibles',
      sheet: 'Constats et suites',
      columns: [
        col('axe', 'Suite', ({ libelle }) => libelle, 'texte', 1),
        suites.map((suite) =>
          col(
            suite.option,
            `${SUITES[suite.option].titre}${suite.proposee ? ' (proposée)' : ''}`,
            ({ valeur }) => valeur(suite),
            'texte',
            2.4,
          ),
        ),
      ],
      source: SOURCE,
      empty: 'Les suites possibles ne sont pas décrites.',
    },
  );
}

function suites({ etude, bilan }: ContexteProjets): TableExhibit[] {
  const reponses = (code: string): string =>
    bilan.recommandations
      .flatMap(({ constats }, i) => (constats.some((c) => c.code === code) ? [`R${i + 1}`] : []))
      .join(', ') || 'Aucune';
  return [
    tableDe(bilan.constats, {
      name: 'constats',
      title: 'Ce que les mesures montrent',
      sheet: 'Constats et suites',
      columns: [
        col('numero', 'N°', (_, i) => `C${i + 1}`, 'texte', 0.4),
        col('texte', 'Constat', ({ texte }) => texte, 'texte', 4),
        col('reponse', 'Recommandation qui y répond', ({ code }) => reponses(code), 'texte', 1),
      ],
      source: 'Source : mesures, comptes et notes ; les seuils sont dits dans la méthode.',
      empty: 'Aucune mesure ne franchit un seuil.',
    }),
    tableDe(bilan.recommandations, {
      name: 'recommandations',
      title: 'Recommandations : qui, quand, combien',
      sheet: 'Constats et suites',
      columns: [
        col('numero', 'N°', (_, i) => `R${i + 1}`, 'texte', 0.4),
        col('texte', 'Recommandation', (r) => r.texte, 'texte', 2.4),
        col(
          'appui',
          'Constats',
          (r) =>
            r.constats.map(({ code }) => `C${bilan.constats.findIndex((c) => c.code === code) + 1}`).join(', ') ||
            'Aucun',
          'texte',
          0.8,
        ),
        col('qui', 'Qui', (r) => (r.responsable ? acteur(etude, r.responsable) : null), 'texte', {
          width: 0.7,
          uneFois: true,
        }),
        col('quand', 'Quand', (r) => r.echeance, 'date', 0.7),
        col('cout', 'Coût', (r) => montantEtBornes(r.cout), 'texte', 0.7),
        // A page says the bounds; a sheet is added up.
        col('cout_probable', 'Coût le plus probable (€)', (r) => montantProbable(r.cout), 'euros', {
          width: 1,
          workbookOnly: true,
        }),
      ],
      source: SOURCE,
      empty: 'Aucune recommandation n’est écrite.',
    }),
    suitesComparees(etude, bilan.cadre?.suites ?? []),
  ];
}

function enseignements(contexte: ContexteProjets): TableExhibit[] {
  const { bilan } = contexte;
  return [
    tableDe(bilan.enseignements, {
      name: 'enseignements',
      title: 'Enseignements',
      sheet: 'Enseignements et outils',
      columns: [
        col('texte', 'Enseignement', ({ texte }) => texte, 'texte', 3),
        col('projet', 'Projet', ({ projet }) => projet, 'texte', 1.6),
      ],
      source: sourceProjets(contexte),
      empty: 'Aucun enseignement n’est écrit.',
    }),
    tableDe(bilan.ajustements, {
      name: 'ajustements-outils',
      title: 'Outils ajustés en cours de projet',
      sheet: 'Enseignements et outils',
      columns: [
        col('outil', 'Outil', ({ outil }) => outil, 'texte', 1.6),
        col('texte', 'Ajustement', ({ texte }) => texte, 'texte', 2.2),
        col('projet', 'Projet', ({ projet }) => projet, 'texte', 1.6),
      ],
      source: sourceProjets(contexte),
      empty: 'Aucun outil n’a été ajusté.',
    }),
  ];
}

export const suitesExhibits = (contexte: ContexteProjets): Exhibit[] => [
  ...enseignements(contexte),
  ...suites(contexte),
];
