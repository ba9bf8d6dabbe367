/** The path of a request, who does what, bodies, conditions, and what became of the reserves. */

import { titreReunion } from '../../analysis/comite.js';
import { dateDeRemise, ETATS_RESERVE, etatReserve } from '../../analysis/etat/livrable.js';
import { montantProbable } from '../../analysis/montants.js';
import { etiquette } from '../../analysis/vocabulaire.js';
import { itemAt } from '../../lists/at.js';
import type { Libelles, Study } from '../../study/study.js';
import { compte, enumerer } from '../../texte/accords.js';
import { alternative } from '../alternative.js';
import { lignes } from '../cells.js';
import { laneChart } from '../charts/lanes.js';
import { col, tableDe } from '../colonnes.js';
import { colonnesInstances, colonnesRoles } from '../instances.js';
import { acteur, acteurs } from '../scenarios/contexte.js';
import type { FigureExhibit, TableExhibit } from '../types.js';
import { type ContexteMode, ETATS, type FabriqueMode, sourceMode, TONS_ETATS } from './contexte.js';

function parcoursTable(contexte: ContexteMode): TableExhibit {
  const { etude, mode } = contexte;
  const outil = (id: string): string => etude.outils.find((o) => o.id === id)?.nom ?? id;
  const numero = (id: string): string => String(mode.parcours.findIndex((etape) => etape.id === id) + 1);
  return tableDe(mode.parcours, {
    name: 'parcours',
    title: `Le parcours d’une demande en ${compte(mode.parcours.length, 'étape', 'étapes')}`,
    sheet: 'Parcours',
    columns: [
      col('numero', 'N°', (_, i) => i + 1, 'entier', 0.4),
      col('etape', 'Étape', (etape) => etape.etape, 'texte', 1.3),
      col('description', 'Ce qui se fait', (etape) => etape.description, 'texte', 2.2),
      col(
        'qui',
        'Qui',
        (etape) =>
          lignes([
            acteur(etude, etape.responsable),
            ...(etape.par_domaine ?? []).map(
              ({ domaine, acteur: id }) => `${acteur(etude, id)} : ${etiquette(etude.etude.domaines, domaine).libelle}`,
            ),
            ...(etape.contributeurs?.length ? [`avec ${acteurs(etude, etape.contributeurs)}`] : []),
          ]),
        'texte',
        1.3,
      ),
      col('outils', 'Outils', (etape) => lignes(etape.outils?.map(outil)), 'texte', { width: 1.5, workbookOnly: true }),
      col('delai', 'Délai (jours ouvrés)', (etape) => etape.delai_jours ?? null, 'entier', 0.8),
      col('sortie', 'Ce qui en sort', (etape) => etape.livrable ?? null, 'texte', { width: 1.4, workbookOnly: true }),
      col(
        'suites',
        'Suites',
        (etape) =>
          lignes(
            etape.issues?.map(({ condition, vers }) =>
              vers === 'fin' ? `${condition} : fin` : `${condition} : étape ${numero(vers)}`,
            ),
          ),
        'texte',
        1.6,
      ),
    ],
    source: sourceMode(contexte),
    empty: 'Le parcours d’une demande n’est pas décrit.',
  });
}

type Etape = NonNullable<Study['mode_operatoire']>['parcours'][number];

const SORTIES: Libelles<NonNullable<Etape['issues']>[number]['nature']> = {
  close: 'demande close',
  refus: 'refus motivé',
  'hors-champ': 'hors missions',
  suite: 'suite hors du parcours',
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
      ? etape.issues.flatMap(({ vers, nature }) => (vers === 'fin' ? [nature ? SORTIES[nature] : ''] : []))
      : i + 1 < mode.parcours.length
        ? []
        : [''],
  }));
  const suites = steps.map(({ next, exits }) =>
    enumerer(
      [
        ...[...new Set(next)].map((to) => `l’étape ${to + 1}`),
        ...[...new Set(exits)].map((exit) => (exit ? `la fin (${exit})` : 'la fin')),
      ],
      'ou',
    ),
  );
  const { plusLong, chemins, complet } = parcoursAnalyse;
  const title =
    chemins.length > 0
      ? `De la demande à sa fin : ${chemins.length === 1 ? 'un seul chemin' : compte(chemins.length, 'chemin')}, ${plusLong === 0 ? 'sans délai écrit' : `${compte(plusLong, 'jour ouvré', 'jours ouvrés')} ${complet ? 'au plus' : 'au moins'}${chemins.length === 1 ? '' : ' pour le plus long'}`}`
      : 'Aucun chemin ne mène d’une demande à sa fin';
  return [
    {
      kind: 'figure',
      name: 'parcours-lignes',
      title,
      ...laneChart(
        ids.map((id) => acteur(etude, id)),
        steps,
        theme,
      ),
      alt: alternative(
        title,
        'Couloirs, un par responsable : les étapes dans leur ordre, reliées par des flèches',
        mode.parcours.map(
          (etape, i) => `${i + 1}. ${etape.etape}, par ${acteur(etude, etape.responsable)}, vers ${itemAt(suites, i)}`,
        ),
      ),
      source: sourceMode(contexte),
      data: parcoursTable(contexte),
    },
  ];
}

function delais(contexte: ContexteMode): TableExhibit {
  return tableDe(contexte.parcours.promesses, {
    name: 'delais-promis',
    title: 'Délais annoncés, et ce que les étapes permettent, en jours ouvrés',
    sheet: 'Délais, charge et postes',
    columns: [
      col('libelle', 'Ce qui est annoncé', ({ libelle }) => libelle, 'texte', 2.4),
      col('jours', 'Délai annoncé', ({ jours }) => jours, 'entier'),
      col('necessaires', 'Durée des étapes', ({ necessaires }) => necessaires, 'entier'),
      col('tenue', 'Tenable', ({ tenue }) => tenue, 'oui-non', { width: 0.7, etats: { oui: 'bon', non: 'alerte' } }),
    ],
    source: sourceMode(contexte),
    empty: 'Aucun délai n’est annoncé à ceux qui demandent.',
  });
}

function raci(contexte: ContexteMode): TableExhibit {
  const { etude, mode } = contexte;
  return tableDe(mode.raci ?? [], {
    name: 'mode-raci',
    title: 'Qui réalise, répond, est consulté, est informé',
    sheet: 'Responsabilités et instances',
    columns: colonnesRoles(etude, 'Activité'),
    source: sourceMode(contexte),
    empty: 'La répartition des rôles n’est pas écrite.',
  });
}

function instances(contexte: ContexteMode): TableExhibit {
  const { etude, mode } = contexte;
  return tableDe(mode.instances ?? [], {
    name: 'instances',
    title: 'Les instances',
    sheet: 'Responsabilités et instances',
    columns: colonnesInstances(etude),
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
  const list = natures.flatMap(([nature, conditions = []]) => conditions.map((c) => ({ nature, c })));
  return tableDe(list, {
    name: 'conditions',
    title: 'Les conditions techniques, juridiques et financières',
    sheet: 'Conditions et réserves',
    groupBy: 'nature',
    headerColumns: 2,
    columns: [
      col('nature', 'Nature', ({ nature }) => nature),
      col('condition', 'Condition', ({ c }) => c.libelle, 'texte', 2),
      col(
        'base',
        'Texte, article ou convention',
        ({ c: { base, reference: id } }) =>
          lignes([base, reference(id)?.titre, reference(id)?.reference_texte].filter((x) => x !== undefined)),
        'texte',
        2,
      ),
      col('tache', 'Tâche', ({ c }) => mode.taches?.find(({ id }) => id === c.tache)?.libelle ?? null, 'texte', 1.2),
      col('etat', 'État', ({ c }) => ETATS[c.etat], 'texte', { width: 0.8, etats: TONS_ETATS }),
      col('remplie', 'Remplie le', ({ c }) => c.remplie_le ?? null, 'date', 0.8),
      col('responsable', 'Responsable', ({ c }) => (c.responsable ? acteur(etude, c.responsable) : null), 'texte', {
        width: 0.9,
        uneFois: true,
      }),
      col('echeance', 'Échéance', ({ c }) => c.echeance ?? null, 'date', 0.8),
    ],
    source: sourceMode(contexte),
    empty: 'Aucune condition n’est écrite.',
  });
}

type Reserve = NonNullable<ContexteMode['mode']['reserves']>[number];

function reserves(contexte: ContexteMode): TableExhibit {
  const { etude, mode } = contexte;
  const titre = (id: string | undefined): string | null => {
    const found = etude.reunions.find((one) => one.id === id);
    return found ? titreReunion(found) : null;
  };
  const etatDe = (r: Reserve): string | null => {
    const etat = etatReserve(mode, r, dateDeRemise(etude, 'mode-operatoire'));
    return etat === null ? null : ETATS_RESERVE[etat];
  };
  return tableDe(mode.reserves ?? [], {
    name: 'reserves-suites',
    title: 'Ce que deviennent les réserves des réunions',
    sheet: 'Conditions et réserves',
    columns: [
      col('reserve', 'Réserve', (r) => r.reserve, 'texte', 1.8),
      col('reunion', 'Réunion', (r) => titre(r.reunion), 'texte', 1.4),
      col('suite', 'Ce qui en est fait', (r) => r.suite, 'texte', 2),
      col('etat', 'État', (r) => etatDe(r), 'texte', 0.8),
      col('tache', 'Tâche', (r) => mode.taches?.find(({ id }) => id === r.tache)?.libelle ?? null, 'texte', 1.5),
      col('cout', 'Coût (€)', (r) => montantProbable(r.cout), 'euros', 0.7),
      col('paiement', 'Payé par', (r) => r.paiement ?? null, 'texte', 1.4),
    ],
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
