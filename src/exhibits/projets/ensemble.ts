/** The projects side by side: what they are, how they were chosen, foreseen against what happened. */
import { etiquette } from '../../analysis/vocabulaire.js';
import { nombreFr } from '../../texte/nombres.js';
import { cle, table } from '../cells.js';
import type { Exhibit, TableExhibit } from '../types.js';
import { type ContexteProjets, ETATS_PROJET, sourceProjets } from './contexte.js';

const labels = (list: readonly { id: string; libelle: string }[], ids: readonly string[]): string =>
  ids.map((id) => etiquette(list, id).libelle).join(', ');

function ensemble(contexte: ContexteProjets): TableExhibit {
  const { etude, bilan } = contexte;
  return table({
    name: 'projets-ensemble',
    title: `Les projets : ${bilan.publics} de porteur public, ${bilan.prives} de porteur privé`,
    sheet: 'Projets',
    columns: [
      { key: 'titre', header: 'Projet', format: 'texte', width: 2 },
      { key: 'porteur', header: 'Porteur', format: 'texte', width: 1.5 },
      { key: 'statut', header: 'Statut', format: 'texte', width: 0.6 },
      { key: 'domaines', header: 'Domaines', format: 'texte', width: 1.4 },
      { key: 'publics', header: 'Publics', format: 'texte', width: 1.2 },
      { key: 'etat', header: 'État', format: 'texte', width: 0.8 },
      { key: 'avancement', header: 'Avancement', format: 'pourcent', width: 0.7 },
    ],
    rows: bilan.projets.map(({ projet, avancement }) => ({
      titre: projet.titre,
      porteur: projet.porteur.designation,
      statut: projet.porteur.statut === 'public' ? 'Public' : 'Privé',
      domaines: labels(etude.etude.domaines, projet.domaines),
      publics: labels(etude.etude.publics, projet.publics),
      etat: ETATS_PROJET[projet.etat ?? 'pressenti'] ?? null,
      avancement,
    })),
    source: sourceProjets(contexte),
    empty: 'Aucun projet n’est décrit.',
  });
}

function prevuRealise(contexte: ContexteProjets): TableExhibit[] {
  const { bilan } = contexte;
  return [
    table({
      name: 'prevu-realise',
      part: 'Dispositif',
      title: 'Prévu et réalisé, tous projets ensemble',
      sheet: 'Prévu et réalisé',
      columns: [
        { key: 'poste', header: 'Poste', format: 'texte', width: 2 },
        { key: 'unite', header: 'Unité', format: 'texte', width: 0.8 },
        { key: 'prevu', header: 'Prévu', format: 'entier' },
        { key: 'realise', header: 'Réalisé', format: 'entier' },
        { key: 'ecart', header: 'Écart', format: 'pourcent' },
        { key: 'inconnus', header: 'Projets non renseignés', format: 'entier' },
      ],
      rows: bilan.ecarts.map(({ libelle, unite, prevu, realise, ecart, inconnus }) => ({
        poste: libelle,
        unite,
        prevu,
        realise,
        ecart,
        inconnus,
      })),
      source: `${sourceProjets(contexte)} Les projets non renseignés sont laissés des deux côtés.`,
      empty: 'Rien à comparer.',
    }),
    table({
      name: 'prevu-realise-projets',
      part: 'Dispositif',
      title: 'Prévu et réalisé, projet par projet',
      sheet: 'Prévu et réalisé',
      columns: [
        { key: 'projet', header: 'Projet', format: 'texte', width: 2 },
        { key: 'jours_prevus', header: 'Jours prévus', format: 'entier', width: 0.8 },
        { key: 'jours_realises', header: 'Jours réalisés', format: 'entier', width: 0.8 },
        { key: 'budget_prevu', header: 'Budget prévu (€)', format: 'euros' },
        { key: 'budget_realise', header: 'Budget réalisé (€)', format: 'euros' },
        { key: 'reponse', header: 'Première réponse (jours ouvrés)', format: 'entier' },
        { key: 'retard', header: 'Retard (mois)', format: 'entier', width: 0.7 },
      ],
      rows: bilan.projets.map((one) => ({
        projet: one.projet.titre,
        jours_prevus: one.jours.prevu,
        jours_realises: one.jours.realise,
        budget_prevu: one.budget.prevu,
        budget_realise: one.budget.realise,
        reponse: one.delaiReponse,
        retard: one.retardMois,
      })),
      source: `${sourceProjets(contexte)} Retard : le plus long des étapes terminées.`,
      empty: 'Aucun projet.',
    }),
  ];
}

/** The projects noted on the study's own selection grid, in their order of choice. */
function grille(contexte: ContexteProjets): TableExhibit {
  const { etude, bilan } = contexte;
  const items = etude.mode_operatoire?.experimentation?.grille ?? [];
  const total = items.reduce((sum, { poids = 1 }) => sum + poids, 0);
  return table({
    name: 'projets-choix',
    title: 'Comment les projets ont été choisis',
    sheet: 'Projets',
    columns: [
      { key: 'projet', header: 'Projet', format: 'texte', width: 2 },
      { key: 'demande', header: 'Demande reçue', format: 'date', width: 0.9 },
      { key: 'retenu', header: 'Retenu le', format: 'date', width: 0.9 },
      ...items.map(({ id, libelle, poids = 1 }) => ({
        key: cle('g', id),
        header: `${libelle} (× ${nombreFr(poids)})`,
        format: 'entier' as const,
        width: 0.8,
      })),
      { key: 'total', header: 'Note pondérée sur 5', format: 'decimal', width: 0.8 },
    ],
    rows:
      items.length === 0
        ? []
        : bilan.projets.map(({ projet }) => {
            const notes = items.map(({ id, poids = 1 }) => ({ id, poids, note: projet.analyse?.notes?.[id] ?? null }));
            const complete = notes.every(({ note }) => note !== null);
            return {
              projet: projet.titre,
              demande: projet.accompagnement?.demande_recue ?? null,
              retenu: projet.retenu_le ?? null,
              ...Object.fromEntries(notes.map(({ id, note }) => [cle('g', id), note])),
              total: complete ? notes.reduce((sum, { note, poids }) => sum + (note ?? 0) * poids, 0) / total : null,
            };
          }),
    source: sourceProjets(contexte),
    empty: 'La grille de choix n’est pas écrite.',
  });
}

export const ensembleProjets = (contexte: ContexteProjets): Exhibit[] => [
  ensemble(contexte),
  grille(contexte),
  ...prevuRealise(contexte),
];
