/** Indicators, risks, lessons of other networks, personal data, job descriptions. */

import { CRITERES_EVALUATION, suivre } from '../../analysis/projets/projets.js';
import { compte } from '../../texte/accords.js';
import { lignes, table } from '../cells.js';
import { indicateursFigure } from '../indicateurs.js';
import { risquesExhibits } from '../risques.js';
import { acteur } from '../scenarios/contexte.js';
import type { Exhibit, TableExhibit } from '../types.js';
import { type ContexteMode, type FabriqueMode, sourceMode } from './contexte.js';

/** The indicators with their targets; the measures only once some were made by the date of the document. */
function indicateurs(contexte: ContexteMode): Exhibit[] {
  const { mode, theme } = contexte;
  const list = mode.indicateurs ?? [];
  const data = table({
    name: 'indicateurs-mode',
    part: 'Année d’expérimentation',
    title: 'Indicateurs de l’expérimentation et leurs cibles',
    sheet: 'Indicateurs',
    groupBy: 'critere',
    headerColumns: 2,
    columns: [
      { key: 'critere', header: 'Critère', format: 'texte' },
      { key: 'indicateur', header: 'Indicateur', format: 'texte', width: 2 },
      { key: 'unite', header: 'Unité', format: 'texte', width: 0.9 },
      { key: 'initial', header: 'Départ', format: 'nombre', width: 0.7 },
      { key: 'cible', header: 'Cible', format: 'nombre', width: 0.7 },
      { key: 'sens', header: 'Sens', format: 'texte', width: 0.9 },
      { key: 'source', header: 'D’où vient la mesure', format: 'texte', width: 1.3 },
      { key: 'frequence', header: 'Rythme', format: 'texte', width: 0.9 },
    ],
    rows: list.map((i) => ({
      critere: CRITERES_EVALUATION.find(({ id }) => id === i.critere)?.libelle ?? 'Autres',
      indicateur: i.libelle,
      unite: i.unite,
      initial: i.initial ?? null,
      cible: i.cible,
      sens: i.sens === 'min' ? 'au plus' : 'au moins',
      source: i.source ?? null,
      frequence: i.frequence ?? null,
    })),
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
        title: `${compte(suivis.filter(({ atteint }) => atteint).length, 'cible atteinte', 'cibles atteintes', 'Aucune cible atteinte')} sur ${suivis.length}`,
        indicateurs: suivis,
        source: sourceMode(contexte),
        data: table({
          name: 'indicateurs-mesures',
          part: 'Année d’expérimentation',
          title: 'Dernières mesures des indicateurs',
          sheet: 'Indicateurs',
          columns: [
            { key: 'indicateur', header: 'Indicateur', format: 'texte', width: 2 },
            { key: 'valeur', header: 'Dernière mesure', format: 'nombre' },
            { key: 'date', header: 'Date', format: 'date' },
            { key: 'cible', header: 'Cible', format: 'nombre' },
            { key: 'atteint', header: 'Atteinte', format: 'oui-non' },
          ],
          rows: suivis.map((s) => ({
            indicateur: s.libelle,
            valeur: s.valeur,
            date: s.date,
            cible: s.cible,
            atteint: s.atteint,
          })),
          empty: 'Aucune mesure.',
        }),
      },
      theme,
    ),
  ];
}

const risques = (contexte: ContexteMode): Exhibit[] =>
  risquesExhibits(
    {
      name: 'risques-mode',
      figure: 'risques-matrice',
      title: 'Risques et parades',
      figureTitle: 'Où se placent les risques de l’expérimentation',
      sheet: 'Risques et autres réseaux',
      risques: contexte.mode.risques ?? [],
      source: sourceMode(contexte),
      empty: 'Aucun risque n’est relevé.',
    },
    contexte.theme,
  );

const simple = (contexte: ContexteMode): TableExhibit[] => {
  const { mode, etude } = contexte;
  const source = sourceMode(contexte);
  return [
    table({
      name: 'inspirations',
      title: 'Ce que d’autres réseaux apprennent',
      sheet: 'Risques et autres réseaux',
      columns: [
        { key: 'reseau', header: 'Réseau', format: 'texte', width: 1.2 },
        { key: 'enseignement', header: 'Ce qu’il apprend', format: 'texte', width: 2.4 },
        { key: 'reprise', header: 'Ce qui en est repris', format: 'texte', width: 2 },
      ],
      rows: (mode.inspirations ?? []).map((i) => ({
        reseau:
          etude.acteurs.find(({ id }) => id === i.reseau)?.nom ??
          etude.experiences.find(({ id }) => id === i.reseau)?.nom ??
          i.reseau,
        enseignement: i.enseignement,
        reprise: i.reprise ?? null,
      })),
      source,
      empty: 'Aucun autre réseau n’a été étudié.',
    }),
    table({
      name: 'donnees-personnelles',
      title: 'Traitements de données personnelles',
      sheet: 'Données personnelles',
      columns: [
        { key: 'traitement', header: 'Traitement', format: 'texte', width: 1.2 },
        { key: 'finalite', header: 'Finalité', format: 'texte', width: 1.6 },
        { key: 'base', header: 'Base légale', format: 'texte', width: 1.1 },
        { key: 'donnees', header: 'Données', format: 'texte', width: 1.4 },
        { key: 'destinataires', header: 'Destinataires', format: 'texte', width: 1.3 },
        { key: 'information', header: 'Information des personnes', format: 'texte', width: 1.3 },
        { key: 'responsable', header: 'Responsable', format: 'texte', width: 0.9, workbookOnly: true },
        { key: 'duree', header: 'Conservation (mois)', format: 'entier', width: 0.8 },
      ],
      rows: (mode.donnees_personnelles ?? []).map((d) => ({
        traitement: d.traitement,
        finalite: d.finalite,
        base: d.base ?? null,
        donnees: lignes(d.donnees),
        destinataires: lignes(d.destinataires),
        information: d.information ?? null,
        responsable: d.responsable ? acteur(etude, d.responsable) : null,
        duree: d.duree_mois ?? null,
      })),
      source,
      empty: 'Aucun traitement de données personnelles n’est décrit.',
    }),
    table({
      name: 'fiches-de-poste',
      title: 'Fiches de poste',
      sheet: 'Charge et postes',
      columns: [
        { key: 'profil', header: 'Profil', format: 'texte', width: 1.2 },
        { key: 'employeur', header: 'Employeur', format: 'texte', width: 1 },
        { key: 'etp', header: 'ETP', format: 'decimal', width: 0.5 },
        { key: 'emploi', header: 'Emploi, contrat, procédure', format: 'texte', width: 2.4 },
        { key: 'missions', header: 'Missions', format: 'texte', width: 2 },
        { key: 'competences', header: 'Compétences', format: 'texte', width: 1.5 },
      ],
      rows: (mode.fiches_de_poste ?? []).map((f) => ({
        profil: f.profil,
        employeur: f.employeur ? acteur(etude, f.employeur) : null,
        etp: f.etp,
        emploi: lignes([
          ...(f.cadre_emploi ? [f.cadre_emploi] : []),
          ...(f.contrat ? [f.contrat] : []),
          ...(f.procedure ?? []),
        ]),
        missions: lignes(f.missions),
        competences: lignes(f.competences),
      })),
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
