/** The projects side by side, and the evaluation of the whole. */
import { nombreFr } from '../../texte/nombres.js';
import { cle, table } from '../cells.js';
import { indicateursFigure } from '../indicateurs.js';
import type { Exhibit, TableExhibit } from '../types.js';
import { type ContexteProjets, ETATS_PROJET, sourceProjets } from './contexte.js';

const labels = (list: readonly { id: string; libelle: string }[], ids: readonly string[]): string =>
  ids.map((id) => list.find((entry) => entry.id === id)?.libelle ?? id).join(', ');

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
      rows: bilan.ecarts.map(({ libelle, ...rest }) => ({ poste: libelle, ...rest })),
      source: `${sourceProjets(contexte)} Les projets non renseignés sont laissés des deux côtés.`,
      empty: 'Rien à comparer.',
    }),
    table({
      name: 'prevu-realise-projets',
      title: 'Prévu et réalisé, projet par projet',
      sheet: 'Prévu et réalisé par projet',
      columns: [
        { key: 'projet', header: 'Projet', format: 'texte', width: 2 },
        { key: 'jours_prevus', header: 'Jours prévus', format: 'entier', width: 0.8 },
        { key: 'jours_realises', header: 'Jours réalisés', format: 'entier', width: 0.8 },
        { key: 'budget_prevu', header: 'Budget prévu (€)', format: 'euros' },
        { key: 'budget_realise', header: 'Budget réalisé (€)', format: 'euros' },
        { key: 'reponse', header: 'Première réponse (jours)', format: 'entier' },
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

function criteres(contexte: ContexteProjets): Exhibit[] {
  const { bilan } = contexte;
  return [
    table({
      name: 'notes-criteres',
      title: 'Notes par critère et par projet, sur 5',
      sheet: 'Notes par critère',
      columns: [
        { key: 'critere', header: 'Critère', format: 'texte', width: 1.2 },
        ...bilan.projets.map(({ projet }) => ({
          key: cle('p', projet.id),
          header: projet.titre,
          format: 'entier' as const,
          width: 1,
        })),
        { key: 'moyenne', header: 'Moyenne', format: 'decimal', width: 0.7 },
      ],
      rows: bilan.criteres.map((critere) => ({
        critere: critere.libelle,
        ...Object.fromEntries(
          bilan.projets.map(({ projet }) => [
            cle('p', projet.id),
            critere.notes.find((n) => n.projet === projet.titre)?.note ?? null,
          ]),
        ),
        moyenne: critere.moyenne,
      })),
      source: `${sourceProjets(contexte)} Un tiret : critère non noté, laissé hors de la moyenne.`,
      empty: 'Aucun projet n’est évalué.',
    }),
    ...bilan.criteres.map((critere) =>
      table({
        name: `critere-${critere.id}`,
        title:
          critere.moyenne === null
            ? `${critere.libelle} : non noté`
            : `${critere.libelle} : ${nombreFr(critere.moyenne)} sur 5`,
        sheet: `Critère ${critere.libelle}`,
        columns: [
          { key: 'projet', header: 'Projet', format: 'texte', width: 1.6 },
          { key: 'note', header: 'Note sur 5', format: 'entier', width: 0.6 },
          { key: 'commentaire', header: 'Pourquoi', format: 'texte', width: 3 },
        ],
        rows: critere.notes.map((n) => ({ ...n })),
        source: sourceProjets(contexte),
        empty: 'Aucun projet n’est noté sur ce critère.',
      }),
    ),
  ];
}

function indicateurs(contexte: ContexteProjets): Exhibit[] {
  const { bilan, theme } = contexte;
  const list = bilan.indicateurs;
  const data = table({
    name: 'indicateurs-dispositif',
    title: 'Indicateurs du dispositif',
    sheet: 'Indicateurs du dispositif',
    columns: [
      { key: 'libelle', header: 'Indicateur', format: 'texte', width: 2 },
      { key: 'unite', header: 'Unité', format: 'texte', width: 1 },
      { key: 'cible', header: 'Cible', format: 'decimal' },
      { key: 'valeur', header: 'Mesure', format: 'decimal' },
      { key: 'date', header: 'Date', format: 'date' },
      { key: 'atteint', header: 'Atteinte', format: 'oui-non' },
    ],
    rows: list.map(({ libelle, unite, cible, valeur, date, atteint }) => ({
      libelle,
      unite,
      cible,
      valeur,
      date,
      atteint,
    })),
    source: 'Source : mode opératoire de l’étude ; une mesure absente n’a pas été faite.',
    empty: 'Le dispositif n’a pas d’indicateur.',
  });
  if (list.length === 0) return [data];
  return [
    indicateursFigure(
      {
        name: 'indicateurs-dispositif-figure',
        title: `${list.filter(({ atteint }) => atteint).length} cibles du dispositif atteintes sur ${list.length}`,
        indicateurs: list,
        source: 'Source : mode opératoire de l’étude ; hachuré : cible non atteinte.',
        data,
      },
      theme,
    ),
    data,
  ];
}

function suites(contexte: ContexteProjets): TableExhibit[] {
  const { bilan } = contexte;
  const three = (
    name: string,
    title: string,
    empty: string,
    rows: { texte: string; projet: string }[],
    header: string,
  ) =>
    table({
      name,
      title,
      sheet: title,
      columns: [
        { key: 'texte', header, format: 'texte', width: 3 },
        { key: 'projet', header: 'Projet', format: 'texte', width: 1.6 },
      ],
      rows: rows.map(({ texte, projet }) => ({ texte, projet })),
      source: sourceProjets(contexte),
      empty,
    });
  return [
    three('enseignements', 'Enseignements', 'Aucun enseignement n’est écrit.', bilan.enseignements, 'Enseignement'),
    table({
      name: 'recommandations',
      title: 'Recommandations et ce sur quoi elles reposent',
      sheet: 'Recommandations',
      columns: [
        { key: 'texte', header: 'Recommandation', format: 'texte', width: 2.4 },
        { key: 'appui', header: 'Ce sur quoi elle repose', format: 'texte', width: 2.4 },
      ],
      rows: bilan.recommandations.map((r) => ({ ...r })),
      source: 'Source : mesures et notes des projets ; les seuils sont dits dans la méthode.',
      empty: 'Aucune mesure ne franchit un seuil qui appelle une recommandation.',
    }),
    table({
      name: 'ajustements-outils',
      title: 'Outils ajustés en cours de projet',
      sheet: 'Outils ajustés',
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

export const ensembleProjets = (contexte: ContexteProjets): Exhibit[] => [
  ensemble(contexte),
  ...prevuRealise(contexte),
];
export const bilanExhibits = (contexte: ContexteProjets): Exhibit[] => [
  ...criteres(contexte),
  ...indicateurs(contexte),
  ...suites(contexte),
];
