/** What follows from the evaluation: lessons, findings, recommendations that answer them, ways on. */

import { montantEtBornes } from '../../analysis/montants.js';
import { joursDeSuite, type Suite } from '../../analysis/projets/suites.js';
import type { Study } from '../../study/study.js';
import { euros, nombreFr } from '../../texte/nombres.js';
import { lignes } from '../cells.js';
import { col, tableDe } from '../colonnes.js';
import { acteur } from '../scenarios/contexte.js';
import type { Exhibit, TableExhibit } from '../types.js';
import { type ContexteProjets, SOURCE_EVALUATION as SOURCE, sourceProjets } from './contexte.js';

const OPTIONS = { arreter: 'Arrêter', continuer: 'Continuer', etendre: 'Étendre' } as const;

/** « 137 pour 171 apportés » ; null when the study does not say what the way on would do. */
function joursEnClair(etude: Study, suite: Suite): string | null {
  const found = joursDeSuite(etude, suite);
  return found && `${nombreFr(Math.round(found.demandes))} pour ${nombreFr(Math.round(found.apportes))} apportés`;
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
        col('qui', 'Qui', (r) => (r.responsable ? acteur(etude, r.responsable) : null), 'texte', 0.7),
        col('quand', 'Quand', (r) => r.echeance, 'date', 0.7),
        col('cout', 'Coût', (r) => montantEtBornes(r.cout), 'texte', 0.7),
      ],
      source: SOURCE,
      empty: 'Aucune recommandation n’est écrite.',
    }),
    tableDe(bilan.cadre?.suites ?? [], {
      name: 'suites',
      title: 'Arrêter, continuer, étendre',
      sheet: 'Constats et suites',
      columns: [
        col('option', 'Suite', (s) => `${OPTIONS[s.option]}${s.proposee ? ' (proposée)' : ''}`, 'texte', 0.8),
        col('resume', 'En quoi elle consiste', (s) => s.resume, 'texte', 1.9),
        col('pour', 'Pour', (s) => lignes(s.pour), 'texte', 1.8),
        col('contre', 'Contre', (s) => lignes(s.contre), 'texte', 2),
        col('conditions', 'Conditions', (s) => lignes(s.conditions), 'texte', 1.8),
        col(
          'cout',
          'Coût, et qui paierait',
          (s) =>
            lignes([
              ...[montantEtBornes(s.cout)].flatMap((told) =>
                told === null ? [] : [`${told}${s.option === 'arreter' ? ', une fois' : ' par an'}`],
              ),
              ...(s.financement ?? []).map(({ libelle, montant }) => `${libelle} : ${euros(montant)}`),
              ...(s.financement || s.cout === undefined ? [] : ['Aucun plan de financement n’est écrit']),
            ]),
          'texte',
          1.3,
        ),
        col('jours', 'Jours d’équipe', (s) => joursEnClair(etude, s), 'texte', 0.8),
      ],
      source: SOURCE,
      empty: 'Les suites possibles ne sont pas décrites.',
    }),
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
