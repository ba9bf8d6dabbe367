/** Indicators, risks, lessons of other networks, personal data, job descriptions. */

import { CRITERES_EVALUATION, parCritere } from '../../analysis/projets/criteres.js';
import { MESURES_CALCULEES } from '../../analysis/projets/mesures.js';
import { suivre } from '../../analysis/projets/projets.js';
import { compteAuFil, compteSur } from '../../texte/accords.js';
import { lignes } from '../cells.js';
import { col, tableDe } from '../colonnes.js';
import { indicateursFigure } from '../indicateurs.js';
import { risquesExhibits } from '../risques.js';
import { acteur } from '../scenarios/contexte.js';
import type { Exhibit, TableExhibit } from '../types.js';
import { type ContexteMode, type FabriqueMode, sourceMode } from './contexte.js';

/** The indicators with their targets; the measures only once some were made by the date of the document. */
function indicateurs(contexte: ContexteMode): Exhibit[] {
  const { mode, theme } = contexte;
  const list = parCritere(mode.indicateurs ?? []);
  const data = tableDe(list, {
    name: 'indicateurs-mode',
    part: 'Année d’expérimentation',
    title: 'Indicateurs de l’expérimentation et leurs cibles',
    sheet: 'Indicateurs',
    groupBy: 'critere',
    headerColumns: 2,
    columns: [
      col('critere', 'Critère', (i) => CRITERES_EVALUATION.find(({ id }) => id === i.critere)?.libelle ?? 'Autres'),
      col('indicateur', 'Indicateur', (i) => i.libelle, 'texte', 2),
      col('unite', 'Unité', (i) => i.unite, 'texte', 0.9),
      col('initial', 'Départ', (i) => i.initial ?? null, 'nombre', 0.7),
      col('cible', 'Cible', (i) => i.cible, 'nombre', 0.7),
      col('sens', 'Sens', (i) => (i.sens === 'min' ? 'au plus' : 'au moins'), 'texte', 0.9),
      col(
        'source',
        'D’où vient la mesure',
        (i) => i.source ?? (i.calcul ? MESURES_CALCULEES[i.calcul] : null),
        'texte',
        1.3,
      ),
      col('frequence', 'Rythme', (i) => i.frequence ?? null, 'texte', 0.9),
    ],
    source: sourceMode(contexte),
    empty: 'Aucun indicateur n’est posé.',
  });
  const suivis = list.map(suivre);
  if (suivis.every(({ valeur }) => valeur === null)) return [data];
  return [
    data,
    indicateursFigure(
      {
        name: 'indicateurs-avancement',
        title: compteSur(
          suivis.filter(({ atteint }) => atteint).length,
          suivis.length,
          'cible atteinte',
          'cibles atteintes',
          'Aucune cible atteinte',
        ),
        indicateurs: suivis,
        source: sourceMode(contexte),
        data: tableDe(suivis, {
          name: 'indicateurs-mesures',
          part: 'Année d’expérimentation',
          title: 'Dernières mesures des indicateurs',
          sheet: 'Indicateurs',
          columns: [
            col('indicateur', 'Indicateur', (s) => s.libelle, 'texte', 2),
            col('valeur', 'Dernière mesure', (s) => s.valeur, 'nombre'),
            col('date', 'Date', (s) => s.date, 'date'),
            col('cible', 'Cible', (s) => s.cible, 'nombre'),
            col('atteint', 'Atteinte', (s) => s.atteint, 'oui-non'),
          ],
          empty: 'Aucune mesure.',
        }),
      },
      theme,
    ),
  ];
}

const risques = (contexte: ContexteMode): Exhibit[] => {
  const releves = (contexte.one.chiffrage.scenario.risques ?? []).length;
  return risquesExhibits(
    {
      name: 'risques-mode',
      figure: 'risques-matrice',
      title: 'Risques et parades',
      figureTitle: 'Où se placent les risques de l’expérimentation',
      sheet: 'Risques et autres réseaux',
      risques: contexte.mode.risques ?? [],
      source: sourceMode(contexte),
      empty:
        releves > 0
          ? `Aucun risque n’est écrit pour l’expérimentation elle-même ; ${compteAuFil(releves, 'est relevé', 'sont relevés')} pour le scénario, au dossier qui le compare.`
          : 'Aucun risque n’est relevé.',
    },
    contexte.theme,
  );
};

const simple = (contexte: ContexteMode): TableExhibit[] => {
  const { mode, etude } = contexte;
  const source = sourceMode(contexte);
  return [
    tableDe(mode.inspirations ?? [], {
      name: 'inspirations',
      title: 'Ce que d’autres réseaux apprennent',
      sheet: 'Risques et autres réseaux',
      columns: [
        col(
          'reseau',
          'Réseau',
          (i) =>
            etude.acteurs.find(({ id }) => id === i.reseau)?.nom ??
            etude.experiences.find(({ id }) => id === i.reseau)?.nom ??
            i.reseau,
          'texte',
          1.2,
        ),
        col('enseignement', 'Ce qu’il apprend', (i) => i.enseignement, 'texte', 2.4),
        col('reprise', 'Ce qui en est repris', (i) => i.reprise ?? null, 'texte', 2),
      ],
      source,
      empty: 'Aucun autre réseau n’a été étudié.',
    }),
    tableDe(mode.donnees_personnelles ?? [], {
      name: 'donnees-personnelles',
      title: 'Traitements de données personnelles',
      sheet: 'Données personnelles',
      columns: [
        col('traitement', 'Traitement', (d) => d.traitement, 'texte', 1.2),
        col('finalite', 'Finalité', (d) => d.finalite, 'texte', 1.6),
        col('base', 'Base légale', (d) => d.base ?? null, 'texte', 1.1),
        col('donnees', 'Données', (d) => lignes(d.donnees), 'texte', 1.4),
        col('destinataires', 'Destinataires', (d) => lignes(d.destinataires), 'texte', 1.3),
        col('information', 'Information des personnes', (d) => d.information ?? null, 'texte', 1.3),
        col('responsable', 'Responsable', (d) => (d.responsable ? acteur(etude, d.responsable) : null), 'texte', {
          width: 0.9,
          workbookOnly: true,
        }),
        col('duree', 'Conservation (mois)', (d) => d.duree_mois ?? null, 'entier', 0.8),
      ],
      source,
      empty: 'Aucun traitement de données personnelles n’est décrit.',
    }),
    tableDe(mode.fiches_de_poste ?? [], {
      name: 'fiches-de-poste',
      title: 'Fiches de poste',
      sheet: 'Délais, charge et postes',
      columns: [
        col('profil', 'Profil', (f) => f.profil, 'texte', 1.2),
        col('employeur', 'Employeur', (f) => (f.employeur ? acteur(etude, f.employeur) : null), 'texte', 1),
        col('etp', 'ETP', (f) => f.etp, 'decimal', 0.5),
        col(
          'emploi',
          'Emploi, contrat, procédure',
          (f) =>
            lignes([
              ...(f.cadre_emploi ? [f.cadre_emploi] : []),
              ...(f.contrat ? [f.contrat] : []),
              ...(f.procedure ?? []),
            ]),
          'texte',
          2.4,
        ),
        col('missions', 'Missions', (f) => lignes(f.missions), 'texte', 2),
        col('competences', 'Compétences', (f) => lignes(f.competences), 'texte', 1.5),
      ],
      source,
      empty: 'Aucune fiche de poste n’est écrite.',
    }),
  ];
};

export const suiviExhibits: FabriqueMode = (contexte) => [
  ...indicateurs(contexte),
  ...risques(contexte),
  ...simple(contexte),
];
