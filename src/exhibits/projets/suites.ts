/** What follows from the evaluation: lessons, findings, recommendations that answer them, ways on. */
import { fourchette } from '../../analysis/montants.js';
import { euros, nombreFr } from '../../texte/nombres.js';
import { lignes, table } from '../cells.js';
import { acteur } from '../scenarios/contexte.js';
import type { Exhibit, TableExhibit } from '../types.js';
import { type ContexteProjets, SOURCE_EVALUATION as SOURCE, sourceProjets } from './contexte.js';

const OPTIONS = { arreter: 'Arrêter', continuer: 'Continuer', etendre: 'Étendre' } as const;

function suites({ etude, bilan }: ContexteProjets): TableExhibit[] {
  const cout = (value: Parameters<typeof fourchette>[0]): string | null => {
    const range = fourchette(value);
    if (!range) return null;
    return range.min === range.max ? euros(range.mode) : `${nombreFr(range.min)} à ${euros(range.max)}`;
  };
  return [
    table({
      name: 'constats',
      title: 'Ce que les mesures montrent',
      sheet: 'Constats et suites',
      columns: [
        { key: 'numero', header: 'N°', format: 'texte', width: 0.4 },
        { key: 'texte', header: 'Constat', format: 'texte', width: 4 },
        { key: 'reponse', header: 'Recommandation qui y répond', format: 'texte', width: 1 },
      ],
      rows: bilan.constats.map(({ code, texte }, index) => {
        const ranks = bilan.recommandations.flatMap((r, i) => (r.constats.some((c) => c.code === code) ? [i + 1] : []));
        return {
          numero: `C${index + 1}`,
          texte,
          reponse: ranks.length > 0 ? ranks.map((rank) => `R${rank}`).join(', ') : 'Aucune',
        };
      }),
      source: 'Source : mesures, comptes et notes ; les seuils sont dits dans la méthode.',
      empty: 'Aucune mesure ne franchit un seuil.',
    }),
    table({
      name: 'recommandations',
      title: 'Recommandations : qui, quand, combien',
      sheet: 'Constats et suites',
      columns: [
        { key: 'numero', header: 'N°', format: 'texte', width: 0.4 },
        { key: 'texte', header: 'Recommandation', format: 'texte', width: 2.4 },
        { key: 'appui', header: 'Constats', format: 'texte', width: 0.8 },
        { key: 'qui', header: 'Qui', format: 'texte', width: 0.7 },
        { key: 'quand', header: 'Quand', format: 'date', width: 0.7 },
        { key: 'cout', header: 'Coût', format: 'texte', width: 0.7 },
      ],
      rows: bilan.recommandations.map((r, i) => ({
        numero: `R${i + 1}`,
        texte: r.texte,
        appui:
          r.constats.map(({ code }) => `C${bilan.constats.findIndex((c) => c.code === code) + 1}`).join(', ') ||
          'Aucun',
        qui: r.responsable ? acteur(etude, r.responsable) : null,
        quand: r.echeance,
        cout: r.cout === null ? null : cout(r.cout),
      })),
      source: SOURCE,
      empty: 'Aucune recommandation n’est écrite.',
    }),
    table({
      name: 'suites',
      title: 'Arrêter, continuer, étendre',
      sheet: 'Constats et suites',
      columns: [
        { key: 'option', header: 'Suite', format: 'texte', width: 0.8 },
        { key: 'resume', header: 'En quoi elle consiste', format: 'texte', width: 1.9 },
        { key: 'pour', header: 'Pour', format: 'texte', width: 1.8 },
        { key: 'contre', header: 'Contre', format: 'texte', width: 2 },
        { key: 'conditions', header: 'Conditions', format: 'texte', width: 1.8 },
        { key: 'cout', header: 'Coût annuel', format: 'texte', width: 0.9 },
      ],
      rows: (bilan.cadre?.suites ?? []).map((s) => ({
        option: `${OPTIONS[s.option]}${s.proposee ? ' (proposée)' : ''}`,
        resume: s.resume,
        pour: lignes(s.pour),
        contre: lignes(s.contre),
        conditions: lignes(s.conditions),
        cout: cout(s.cout),
      })),
      source: SOURCE,
      empty: 'Les suites possibles ne sont pas décrites.',
    }),
  ];
}

function enseignements(contexte: ContexteProjets): TableExhibit[] {
  const { bilan } = contexte;
  return [
    table({
      name: 'enseignements',
      title: 'Enseignements',
      sheet: 'Enseignements et outils',
      columns: [
        { key: 'texte', header: 'Enseignement', format: 'texte', width: 3 },
        { key: 'projet', header: 'Projet', format: 'texte', width: 1.6 },
      ],
      rows: bilan.enseignements.map((e) => ({ ...e })),
      source: sourceProjets(contexte),
      empty: 'Aucun enseignement n’est écrit.',
    }),
    table({
      name: 'ajustements-outils',
      title: 'Outils ajustés en cours de projet',
      sheet: 'Enseignements et outils',
      columns: [
        { key: 'outil', header: 'Outil', format: 'texte', width: 1.6 },
        { key: 'texte', header: 'Ajustement', format: 'texte', width: 2.2 },
        { key: 'projet', header: 'Projet', format: 'texte', width: 1.6 },
      ],
      rows: bilan.ajustements.map((a) => ({ ...a })),
      source: sourceProjets(contexte),
      empty: 'Aucun outil n’a été ajusté.',
    }),
  ];
}

export const suitesExhibits = (contexte: ContexteProjets): Exhibit[] => [
  ...enseignements(contexte),
  ...suites(contexte),
];
