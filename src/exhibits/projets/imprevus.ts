/** What did not go as planned in the dispositif: conditions, conventions, risks. */

import type { DispositifAnalysis } from '../../analysis/projets/dispositif.js';
import type { Study } from '../../study/study.js';
import { compte, compteEnLettres, enumerer, majuscule, minuscule } from '../../texte/accords.js';
import { col, tableDe } from '../colonnes.js';
import { acteur } from '../scenarios/contexte.js';
import type { TableExhibit } from '../types.js';

/** Conditions, conventions, tasks and risks that did not go as planned. What is dated stands without accounts; that a thing is not done is known of accounts that are kept alone. */
const imprevusDe = (
  etude: Study,
  d: DispositifAnalysis,
  known: boolean,
): { genre: string; quoi: string; constat: string }[] => [
  ...d.conditions.enRetard.map(({ condition, jours }) => ({
    genre: 'Conditions remplies en retard',
    quoi: condition.libelle,
    constat: `Remplie ${compte(jours, 'jour ouvré', 'jours ouvrés')} après l’échéance.`,
  })),
  ...(known ? d.conditions.nonRemplies : []).map(({ libelle }) => ({
    genre: 'Conditions non remplies',
    quoi: libelle,
    constat: 'Non remplie à la date du bilan.',
  })),
  ...d.conventions.enRetard.map(({ convention, jours }) => ({
    genre: 'Conventions signées en retard',
    quoi: `${acteur(etude, convention.partenaire)}, ${minuscule(convention.objet)}`,
    constat: `Signée ${compte(jours, 'jour ouvré', 'jours ouvrés')} après la date prévue.`,
  })),
  ...(known ? d.conventions.nonSignees : []).map(({ partenaire, objet, motif }) => ({
    genre: 'Conventions non signées',
    quoi: `${acteur(etude, partenaire)}, ${minuscule(objet)}`,
    constat: motif ?? 'Le motif n’est pas écrit.',
  })),
  ...d.taches.map(({ tache, jours }) => ({
    genre: 'Tâches finies en retard',
    quoi: tache.libelle,
    constat: `Finie ${compte(jours, 'jour ouvré', 'jours ouvrés')} après la date prévue.`,
  })),
  ...d.risques.map(({ libelle, consequence }) => ({
    genre: 'Risques survenus',
    quoi: libelle,
    constat: consequence ?? 'La conséquence n’est pas écrite.',
  })),
];

const RIEN_D_ECRIT = 'Rien n’est renseigné sur les conditions, les conventions, les tâches et les risques.';

/** What was done already when the plan was written; nothing else is said since. */
function dejaFait({ conditions: { aTemps }, conventions: { signees } }: DispositifAnalysis): string {
  const done = [
    ...(aTemps.length > 0 ? [compteEnLettres(aTemps.length, 'condition est remplie', 'conditions sont remplies')] : []),
    ...(signees.length > 0
      ? [compteEnLettres(signees.length, 'convention est signée', 'conventions sont signées')]
      : []),
  ];
  return done.length === 0
    ? RIEN_D_ECRIT
    : `${majuscule(enumerer(done.map(minuscule)))}, et aucun retard n’en est écrit ; rien n’est renseigné des tâches ni des risques.`;
}

/** What was open when the plan was written, of which nothing is said since. */
function enSuspens(d: DispositifAnalysis): string {
  const {
    conditions: { nonRemplies },
    conventions: { nonSignees },
  } = d;
  const open = [
    ...(nonRemplies.length > 0
      ? [compteEnLettres(nonRemplies.length, 'condition n’était pas remplie', 'conditions n’étaient pas remplies')]
      : []),
    ...(nonSignees.length > 0
      ? [compteEnLettres(nonSignees.length, 'convention n’était pas signée', 'conventions n’étaient pas signées')]
      : []),
  ];
  if (open.length === 0) return dejaFait(d);
  return `${majuscule(enumerer(open.map(minuscule)))} au mode opératoire ; rien ne dit ce qu’il en est à la date du bilan.`;
}

export const imprevus = (
  etude: Study,
  { d, source, known }: { d: DispositifAnalysis | null; source: string; known: boolean },
): TableExhibit =>
  tableDe(d ? imprevusDe(etude, d, known) : [], {
    name: 'dispositif-conditions',
    title: 'Conditions, conventions, tâches et risques : ce qui ne s’est pas passé comme prévu',
    sheet: 'Demandes et écarts',
    groupBy: 'genre',
    headerColumns: 2,
    columns: [
      col('genre', 'Genre', ({ genre }) => genre),
      col('quoi', 'Quoi', ({ quoi }) => quoi, 'texte', 2),
      col('constat', 'Ce qui s’est passé', ({ constat }) => constat, 'texte', 2.6),
    ],
    source,
    empty: known
      ? 'Aucun écart n’est écrit sur les conditions, les conventions, les tâches et les risques.'
      : d
        ? enSuspens(d)
        : RIEN_D_ECRIT,
  });
