/** One project's sheet: identity, follow-up, foreseen against what happened, indicators, evaluation. Kept short: two pages at most. */

import { CRITERES_EVALUATION, type ProjetAnalyse } from '../../analysis/projets/projets.js';
import { nombreFr } from '../../texte/nombres.js';
import { table } from '../cells.js';
import { indicateursFigure } from '../indicateurs.js';
import { acteur } from '../scenarios/contexte.js';
import type { Exhibit, TableExhibit } from '../types.js';
import { type ContexteProjets, ETATS_PROJET } from './contexte.js';

function identite({ etude }: ContexteProjets, one: ProjetAnalyse): TableExhibit {
  const { projet } = one;
  const noms = (list: readonly { id: string; libelle: string }[], ids: readonly string[] | undefined): string =>
    (ids ?? []).map((id) => list.find((entry) => entry.id === id)?.libelle ?? id).join(', ');
  const commune = etude.territoire.communes.find(({ code }) => code === projet.commune)?.nom;
  const rows: [string, string | null][] = [
    ['Porteur', `${projet.porteur.designation} (${projet.porteur.statut === 'public' ? 'public' : 'privé'})`],
    ['Lieu', commune ?? projet.lieu ?? null],
    ['Domaines', noms(etude.etude.domaines, projet.domaines)],
    ['Publics', noms(etude.etude.publics, projet.publics)],
    ['Actions de la commande', noms(etude.etude.actions_indicatives ?? [], projet.actions_indicatives) || null],
    [
      'Besoins servis',
      (projet.besoins ?? []).map((id) => etude.besoins.find((b) => b.id === id)?.libelle ?? id).join(' ; ') || null,
    ],
    [
      'État',
      `${ETATS_PROJET[projet.etat ?? 'pressenti']}${one.avancement === null ? '' : `, avancement ${nombreFr(one.avancement * 100)}\u00a0%`}`,
    ],
  ];
  return table({
    name: `projet-${projet.id}-identite`,
    title: 'Le projet en bref',
    sheet: `Projet ${projet.ordre ?? ''} identité`.slice(0, 31),
    columns: [
      { key: 'champ', header: 'Rubrique', format: 'texte', width: 1 },
      { key: 'valeur', header: 'Contenu', format: 'texte', width: 4 },
    ],
    rows: rows.filter(([, value]) => value !== null).map(([champ, valeur]) => ({ champ, valeur })),
    empty: 'Rien n’est écrit.',
  });
}

function previsions({ etude }: ContexteProjets, one: ProjetAnalyse): TableExhibit {
  const { projet } = one;
  const gap = (prevu: number, realise: number | null): number | null =>
    realise !== null && prevu > 0 ? realise / prevu - 1 : null;
  const line = (poste: string, unite: string, { prevu, realise }: { prevu: number; realise: number | null }) => ({
    poste,
    unite,
    prevu,
    realise,
    ecart: gap(prevu, realise),
  });
  const partners = (projet.partenaires ?? []).map((p) =>
    line(`Jours : ${acteur(etude, p.acteur)}`, 'jours', {
      prevu: p.jours_prevus ?? 0,
      realise: p.jours_realises ?? null,
    }),
  );
  return table({
    name: `projet-${projet.id}-previsions`,
    title: 'Prévu et réalisé',
    sheet: `Projet ${projet.ordre ?? ''} prévu et réalisé`.slice(0, 31),
    columns: [
      { key: 'poste', header: 'Poste', format: 'texte', width: 2.4 },
      { key: 'unite', header: 'Unité', format: 'texte', width: 0.8 },
      { key: 'prevu', header: 'Prévu', format: 'entier', width: 0.8 },
      { key: 'realise', header: 'Réalisé', format: 'entier', width: 0.8 },
      { key: 'ecart', header: 'Écart', format: 'pourcent', width: 0.7 },
    ],
    rows: [
      line('Jours d’agent', 'jours', one.jours),
      ...partners,
      line('Rencontres', 'rencontres', one.seances),
      line('Budget du projet', '€', one.budget),
      ...(one.financement.prevu > 0 || one.financement.realise !== null
        ? [line('Financements obtenus', '€', one.financement)]
        : []),
    ],
    empty: 'Rien n’était prévu.',
  });
}

function suivi(_: ContexteProjets, one: ProjetAnalyse): TableExhibit {
  const { projet } = one;
  return table({
    name: `projet-${projet.id}-suivi`,
    title: 'Suivi',
    sheet: `Projet ${projet.ordre ?? ''} suivi`.slice(0, 31),
    columns: [
      { key: 'date', header: 'Date', format: 'date', width: 0.7 },
      { key: 'avancement', header: 'Avancement', format: 'pourcent', width: 0.7 },
      { key: 'constats', header: 'Constats', format: 'texte', width: 2.6 },
      { key: 'ajustements', header: 'Ajustements', format: 'texte', width: 2 },
    ],
    rows: (projet.suivi ?? []).map((s) => ({ ...s, ajustements: s.ajustements ?? null })),
    empty: 'Aucun point de suivi n’est écrit.',
  });
}

function outils({ etude }: ContexteProjets, one: ProjetAnalyse): TableExhibit {
  const { projet } = one;
  return table({
    name: `projet-${projet.id}-outils`,
    title: 'Outils et ajustements',
    sheet: `Projet ${projet.ordre ?? ''} outils`.slice(0, 31),
    columns: [
      { key: 'outil', header: 'Outil', format: 'texte', width: 1.6 },
      { key: 'usage', header: 'Emploi', format: 'texte', width: 1.8 },
      { key: 'ajustement', header: 'Ajustement en cours de projet', format: 'texte', width: 2 },
    ],
    rows: (projet.outils ?? []).map((o) => ({
      outil: etude.outils.find(({ id }) => id === o.outil)?.nom ?? o.outil,
      usage: o.usage ?? null,
      ajustement: o.ajustement ?? null,
    })),
    empty: 'Le projet n’emploie aucun outil de l’inventaire.',
  });
}

function evaluation(_: ContexteProjets, one: ProjetAnalyse): TableExhibit {
  const { projet } = one;
  const rows = CRITERES_EVALUATION.map(({ id, libelle }) => ({
    critere: libelle,
    note: projet.evaluation?.[id]?.note ?? null,
    commentaire: projet.evaluation?.[id]?.commentaire ?? 'Non évalué.',
  }));
  return table({
    name: `projet-${projet.id}-evaluation`,
    title: one.note === null ? 'Évaluation' : `Évaluation : ${nombreFr(one.note)} sur 5 en moyenne`,
    sheet: `Projet ${projet.ordre ?? ''} évaluation`.slice(0, 31),
    columns: [
      { key: 'critere', header: 'Critère', format: 'texte', width: 1 },
      { key: 'note', header: 'Note sur 5', format: 'entier', width: 0.6 },
      { key: 'commentaire', header: 'Pourquoi', format: 'texte', width: 3.4 },
    ],
    rows: projet.evaluation ? rows : [],
    empty: 'Le projet n’est pas encore évalué.',
  });
}

function indicateurs(contexte: ContexteProjets, one: ProjetAnalyse): Exhibit[] {
  const { projet } = one;
  const list = one.indicateurs;
  if (list.length === 0) return [];
  const reached = list.filter(({ atteint }) => atteint).length;
  return [
    indicateursFigure(
      {
        name: `projet-${projet.id}-indicateurs`,
        title: `${reached} ${reached > 1 ? 'cibles atteintes' : 'cible atteinte'} sur ${list.length}`,
        indicateurs: list,
        data: table({
          name: `projet-${projet.id}-mesures`,
          title: 'Indicateurs et cibles',
          sheet: `Projet ${projet.ordre ?? ''} indicateurs`.slice(0, 31),
          columns: [
            { key: 'libelle', header: 'Indicateur', format: 'texte', width: 2 },
            { key: 'unite', header: 'Unité', format: 'texte', width: 1 },
            { key: 'initial', header: 'Départ', format: 'decimal' },
            { key: 'cible', header: 'Cible', format: 'decimal' },
            { key: 'valeur', header: 'Mesure', format: 'decimal' },
            { key: 'date', header: 'Date', format: 'date' },
            { key: 'part', header: 'Part de la cible', format: 'pourcent' },
          ],
          rows: list.map(({ libelle, unite, initial, cible, valeur, date, part }) => ({
            libelle,
            unite,
            initial,
            cible,
            valeur,
            date,
            part,
          })),
          empty: 'Aucun indicateur.',
        }),
      },
      contexte.theme,
    ),
  ];
}

export const ficheExhibits = (contexte: ContexteProjets, one: ProjetAnalyse): Exhibit[] => [
  identite(contexte, one),
  ...indicateurs(contexte, one),
  suivi(contexte, one),
  previsions(contexte, one),
  outils(contexte, one),
  evaluation(contexte, one),
];
