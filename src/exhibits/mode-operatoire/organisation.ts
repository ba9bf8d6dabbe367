/** The path of a request, who does what, bodies, conditions, and what became of the reserves. */
import { ETATS_RESERVE, etatReserve } from '../../analysis/etat/livrable.js';
import { montantProbable } from '../../analysis/montants.js';
import { etiquette } from '../../analysis/vocabulaire.js';
import { compte } from '../../texte/accords.js';
import { lignes, table } from '../cells.js';
import { laneChart } from '../charts/lanes.js';
import { acteur, acteurs } from '../scenarios/contexte.js';
import type { FigureExhibit, TableExhibit } from '../types.js';
import { type ContexteMode, ETATS, type FabriqueMode, sourceMode } from './contexte.js';

function parcoursTable(contexte: ContexteMode): TableExhibit {
  const { etude, mode } = contexte;
  const outil = (id: string): string => etude.outils.find((o) => o.id === id)?.nom ?? id;
  const numero = (id: string): string => String(mode.parcours.findIndex((etape) => etape.id === id) + 1);
  return table({
    name: 'parcours',
    title: `Le parcours d’une demande en ${compte(mode.parcours.length, 'étape', 'étapes')}`,
    sheet: 'Parcours et délais',
    columns: [
      { key: 'numero', header: 'N°', format: 'entier', width: 0.4 },
      { key: 'etape', header: 'Étape', format: 'texte', width: 1.3 },
      { key: 'description', header: 'Ce qui se fait', format: 'texte', width: 2.2 },
      { key: 'qui', header: 'Qui', format: 'texte', width: 1.3 },
      { key: 'outils', header: 'Outils', format: 'texte', width: 1.5, workbookOnly: true },
      { key: 'delai', header: 'Délai (jours ouvrés)', format: 'entier', width: 0.8 },
      { key: 'sortie', header: 'Ce qui en sort', format: 'texte', width: 1.4, workbookOnly: true },
      { key: 'suites', header: 'Suites', format: 'texte', width: 1.6 },
    ],
    rows: mode.parcours.map((etape, i) => ({
      numero: i + 1,
      etape: etape.etape,
      description: etape.description,
      qui: lignes([
        acteur(etude, etape.responsable),
        ...(etape.par_domaine ?? []).map(
          ({ domaine, acteur: id }) => `${acteur(etude, id)} : ${etiquette(etude.etude.domaines, domaine).libelle}`,
        ),
        ...(etape.contributeurs?.length ? [`avec ${acteurs(etude, etape.contributeurs)}`] : []),
      ]),
      outils: lignes(etape.outils?.map(outil)),
      delai: etape.delai_jours ?? null,
      sortie: etape.livrable ?? null,
      suites: lignes(
        etape.issues?.map(({ condition, vers }) =>
          vers === 'fin' ? `${condition} : fin` : `${condition} : étape ${numero(vers)}`,
        ),
      ),
    })),
    source: sourceMode(contexte),
    empty: 'Le parcours d’une demande n’est pas décrit.',
  });
}

const SORTIES: Readonly<Record<string, string>> = {
  close: 'satisfaite',
  refus: 'refus motivé',
  'hors-champ': 'hors missions',
};

function parcoursFigure(contexte: ContexteMode): FigureExhibit[] {
  const { etude, mode, theme, parcours: parcoursAnalyse } = contexte;
  if (mode.parcours.length === 0) return [];
  const ids = [
    ...new Set(
      mode.parcours.flatMap((etape) => [
        etape.responsable,
        ...(etape.par_domaine ?? []).map((one) => one.acteur),
        ...(etape.contributeurs ?? []),
      ]),
    ),
  ];
  const place = (id: string | undefined): number => mode.parcours.findIndex((etape) => etape.id === id);
  const steps = mode.parcours.map((etape, i) => ({
    label: etape.etape,
    lane: ids.indexOf(etape.responsable),
    inDomain: [...new Set((etape.par_domaine ?? []).map((one) => ids.indexOf(one.acteur)))],
    contributors: (etape.contributeurs ?? []).map((id) => ids.indexOf(id)),
    next: etape.issues?.length
      ? etape.issues.flatMap(({ vers }) => (vers === 'fin' ? [] : [place(vers)]))
      : i + 1 < mode.parcours.length
        ? [i + 1]
        : [],
    exits: etape.issues?.length
      ? etape.issues.flatMap(({ vers, nature }) => (vers === 'fin' ? [SORTIES[nature ?? ''] ?? ''] : []))
      : i + 1 < mode.parcours.length
        ? []
        : [''],
  }));
  const { plusLong, chemins } = parcoursAnalyse;
  return [
    {
      kind: 'figure',
      name: 'parcours-lignes',
      title:
        chemins.length > 0
          ? `De la demande à sa fin : ${compte(chemins.length, 'chemin', 'chemins')}, ${compte(plusLong, 'jour ouvré', 'jours ouvrés')} au plus pour le plus long`
          : 'Aucun chemin ne mène d’une demande à sa fin',
      ...laneChart(
        ids.map((id) => acteur(etude, id)),
        steps,
        theme,
      ),
      alt: mode.parcours
        .map((etape, i) => `${i + 1}. ${etape.etape}, par ${acteur(etude, etape.responsable)}`)
        .join(' ; '),
      source: sourceMode(contexte),
      data: parcoursTable(contexte),
    },
  ];
}

function delais(contexte: ContexteMode): TableExhibit {
  return table({
    name: 'delais-promis',
    title: 'Délais annoncés, et ce que les étapes permettent, en jours ouvrés',
    sheet: 'Parcours et délais',
    columns: [
      { key: 'libelle', header: 'Ce qui est annoncé', format: 'texte', width: 2.4 },
      { key: 'jours', header: 'Délai annoncé', format: 'entier' },
      { key: 'necessaires', header: 'Durée des étapes', format: 'entier' },
      { key: 'tenue', header: 'Tenable', format: 'oui-non', width: 0.7 },
    ],
    rows: contexte.parcours.promesses.map((p) => ({ ...p })),
    source: sourceMode(contexte),
    empty: 'Aucun délai n’est annoncé à ceux qui demandent.',
  });
}

function raci(contexte: ContexteMode): TableExhibit {
  const { etude, mode } = contexte;
  return table({
    name: 'mode-raci',
    title: 'Qui réalise, répond, est consulté, est informé',
    sheet: 'Responsabilités et instances',
    columns: [
      { key: 'activite', header: 'Activité', format: 'texte', width: 1.6 },
      { key: 'realise', header: 'Réalise', format: 'texte', width: 1.6 },
      { key: 'approuve', header: 'En répond', format: 'texte', width: 1 },
      { key: 'consultes', header: 'Consultés', format: 'texte', width: 1.3 },
      { key: 'informes', header: 'Informés', format: 'texte', width: 1.4 },
    ],
    rows: (mode.raci ?? []).map((line) => ({
      activite: line.activite,
      realise: acteurs(etude, line.realise),
      approuve: acteur(etude, line.approuve),
      consultes: acteurs(etude, line.consultes),
      informes: acteurs(etude, line.informes),
    })),
    source: sourceMode(contexte),
    empty: 'La répartition des rôles n’est pas écrite.',
  });
}

function instances(contexte: ContexteMode): TableExhibit {
  const { etude, mode } = contexte;
  return table({
    name: 'instances',
    title: 'Les instances',
    sheet: 'Responsabilités et instances',
    columns: [
      { key: 'nom', header: 'Instance', format: 'texte', width: 1.4 },
      { key: 'role', header: 'Rôle', format: 'texte', width: 2 },
      { key: 'composition', header: 'Composition', format: 'texte', width: 1.8 },
      { key: 'presidence', header: 'Présidence', format: 'texte', width: 1.2 },
      { key: 'frequence', header: 'Fréquence', format: 'texte', width: 0.9 },
      { key: 'reunions', header: 'Réunions par an', format: 'entier', width: 0.7 },
    ],
    rows: (mode.instances ?? []).map((i) => ({
      nom: i.nom,
      role: i.role,
      composition: [acteurs(etude, i.acteurs), ...(i.composition ?? [])].filter(Boolean).join(', ') || null,
      presidence: i.presidence ?? null,
      frequence: i.frequence ?? null,
      reunions: i.reunions_an ?? null,
    })),
    source: sourceMode(contexte),
    empty: 'Aucune instance n’est décrite.',
  });
}

function conditions(contexte: ContexteMode): TableExhibit {
  const { etude, mode } = contexte;
  const reference = (id: string | undefined) => etude.references.find((r) => r.id === id);
  const natures = [
    ['Techniques', mode.conditions?.techniques],
    ['Juridiques', mode.conditions?.juridiques],
    ['Financières', mode.conditions?.financieres],
  ] as const;
  return table({
    name: 'conditions',
    title: 'Les conditions techniques, juridiques et financières',
    sheet: 'Conditions et réserves',
    groupBy: 'nature',
    headerColumns: 2,
    columns: [
      { key: 'nature', header: 'Nature', format: 'texte' },
      { key: 'condition', header: 'Condition', format: 'texte', width: 2 },
      { key: 'base', header: 'Texte, article ou convention', format: 'texte', width: 2 },
      { key: 'tache', header: 'Tâche', format: 'texte', width: 1.2 },
      { key: 'etat', header: 'État', format: 'texte', width: 0.8 },
      { key: 'responsable', header: 'Responsable', format: 'texte', width: 0.9 },
      { key: 'echeance', header: 'Échéance', format: 'date', width: 0.8 },
    ],
    rows: natures.flatMap(([nature, list = []]) =>
      list.map((c) => ({
        nature,
        condition: c.libelle,
        base: lignes(
          [c.base, reference(c.reference)?.titre, reference(c.reference)?.reference_texte].filter(
            (x) => x !== undefined,
          ),
        ),
        tache: mode.taches?.find(({ id }) => id === c.tache)?.libelle ?? null,
        etat: ETATS[c.etat] ?? c.etat,
        responsable: c.responsable ? acteur(etude, c.responsable) : null,
        echeance: c.echeance ?? null,
      })),
    ),
    source: sourceMode(contexte),
    empty: 'Aucune condition n’est écrite.',
  });
}

function reserves(contexte: ContexteMode): TableExhibit {
  const { etude, mode } = contexte;
  const titre = (id: string | undefined): string | null => {
    const found = etude.reunions.find((one) => one.id === id);
    return found ? (found.titre ?? found.phase) : null;
  };
  return table({
    name: 'reserves-suites',
    title: 'Ce que deviennent les réserves des réunions',
    sheet: 'Conditions et réserves',
    columns: [
      { key: 'reserve', header: 'Réserve', format: 'texte', width: 1.8 },
      { key: 'reunion', header: 'Réunion', format: 'texte', width: 1.4 },
      { key: 'suite', header: 'Ce qui en est fait', format: 'texte', width: 2 },
      { key: 'etat', header: 'État', format: 'texte', width: 0.8 },
      { key: 'tache', header: 'Tâche', format: 'texte', width: 1.5 },
      { key: 'cout', header: 'Coût (€)', format: 'euros', width: 0.7 },
      { key: 'paiement', header: 'Payé par', format: 'texte', width: 1.4 },
    ],
    rows: (mode.reserves ?? []).map((r) => ({
      reserve: r.reserve,
      reunion: titre(r.reunion),
      suite: r.suite,
      etat: ETATS_RESERVE[etatReserve(mode, r)],
      tache: mode.taches?.find(({ id }) => id === r.tache)?.libelle ?? null,
      cout: montantProbable(r.cout),
      paiement: r.paiement ?? null,
    })),
    source: sourceMode(contexte),
    empty: 'Aucune réserve n’a été posée, ou aucune n’est reprise.',
  });
}

export const organisationExhibits: FabriqueMode = (contexte) => [
  ...parcoursFigure(contexte),
  parcoursTable(contexte),
  delais(contexte),
  raci(contexte),
  instances(contexte),
  conditions(contexte),
  reserves(contexte),
];
