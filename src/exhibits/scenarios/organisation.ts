/** One scenario's organisation: who does what, with whom, for what volumes and under what conditions. */

import { fourchette } from '../../analysis/montants.js';
import type { Scenario } from '../../study/types.gen.js';
import { compte } from '../../texte/accords.js';
import { nombreFr } from '../../texte/nombres.js';
import { lignes, table } from '../cells.js';
import { type OrganisationSpec, organisationChart } from '../charts/organisation.js';
import type { FigureExhibit, TableExhibit } from '../types.js';
import {
  acteur,
  acteurs,
  type ContexteScenarios,
  court,
  type FabriqueScenario,
  FORMES,
  ROLES,
  sourceScenario,
} from './contexte.js';

/** « 40 », « 25 à 50 (40) ». */
export function quantite(value: number | { min: number; mode: number; max: number } | undefined): string | null {
  const range = fourchette(value);
  if (!range) return null;
  return range.min === range.max
    ? nombreFr(range.mode)
    : `${nombreFr(range.min)} à ${nombreFr(range.max)} (${nombreFr(range.mode)})`;
}

function organigramme(contexte: ContexteScenarios, one: Parameters<FabriqueScenario>[1]): FigureExhibit {
  const { etude, theme } = contexte;
  const { scenario } = one.chiffrage;
  const posts = scenario.moyens.humains.filter(({ porteur }) => porteur === scenario.porteur);
  const days = (p: Scenario['partenaires'][number]): string[] => [
    ...(p.jours_an !== undefined ? [`${quantite(p.jours_an)} jours par an`] : []),
    ...(p.apport ? [p.apport] : []),
    ...(p.essentiel ? ['Partenaire essentiel'] : []),
  ];
  const boxes = (role: string) =>
    scenario.partenaires
      .filter((p) => p.role === role)
      .map((p) => ({
        title: acteur(etude, p.acteur),
        lines: [
          ...scenario.moyens.humains
            .filter(({ porteur }) => porteur === p.acteur && porteur !== scenario.porteur)
            .map(({ profil, etp }) => `${profil}, ${nombreFr(etp)} ETP`),
          ...days(p),
        ],
      }));
  const spec: OrganisationSpec = {
    head: {
      title: acteur(etude, scenario.porteur),
      lines: [
        `Porte le dispositif : ${FORMES[scenario.forme_juridique] ?? scenario.forme_juridique}`,
        ...posts.map(({ profil, etp }) => `${profil}, ${nombreFr(etp)} ETP`),
      ],
    },
    levels: [
      {
        title: 'Décider et suivre',
        boxes: (scenario.gouvernance?.instances ?? []).map(({ nom, role, frequence }) => ({
          title: nom,
          lines: [role, ...(frequence ? [`Fréquence : ${frequence}`] : [])],
        })),
      },
      { title: 'Piloter avec le porteur', boxes: boxes('pilote') },
      { title: 'Opérer', boxes: boxes('operateur') },
      { title: 'Relayer', boxes: boxes('relais'), loose: true },
      { title: 'Financer', boxes: boxes('financeur'), loose: true },
    ],
  };
  const partners = scenario.partenaires.length;
  return {
    kind: 'figure',
    name: `scenario-${scenario.id}-organisation`,
    title: `${court(one)} : ${acteur(etude, scenario.porteur)} et ${compte(partners, 'partenaire', 'partenaires', 'aucun partenaire')}`,
    ...organisationChart(spec, theme),
    alt: `${acteur(etude, scenario.porteur)} porte le dispositif. ${spec.levels
      .filter((level) => level.boxes.length > 0)
      .map((level) => `${level.title} : ${level.boxes.map(({ title }) => title).join(', ')}`)
      .join('. ')}.`,
    source: sourceScenario(etude, one),
    data: partenaires(contexte, one),
  };
}

function partenaires({ etude }: ContexteScenarios, one: Parameters<FabriqueScenario>[1]): TableExhibit {
  const { scenario } = one.chiffrage;
  const engagement = (id: string): string | null => etude.acteurs.find((a) => a.id === id)?.engagement ?? null;
  const LIBELLES: Readonly<Record<string, string>> = {
    pressenti: 'Pressenti',
    contacte: 'Contacté',
    volontaire: 'Volontaire',
    engage: 'Engagé',
  };
  return table({
    name: `scenario-${scenario.id}-partenaires`,
    title: `${court(one)} : les partenaires à associer`,
    sheet: 'Partenaires et rôles',
    columns: [
      { key: 'acteur', header: 'Partenaire', format: 'texte', width: 1.3 },
      { key: 'role', header: 'Rôle', format: 'texte', width: 0.9 },
      { key: 'essentiel', header: 'Essentiel', format: 'oui-non', width: 0.7 },
      { key: 'engagement', header: 'Engagement connu', format: 'texte', width: 1 },
      { key: 'jours_an', header: 'Jours par an', format: 'texte', width: 0.8 },
      { key: 'jours_finances', header: 'Part des jours financée', format: 'pourcent', width: 0.8 },
      { key: 'apport', header: 'Apport', format: 'texte', width: 2.2 },
    ],
    rows: scenario.partenaires.map((p) => ({
      acteur: acteur(etude, p.acteur),
      role: ROLES[p.role] ?? p.role,
      essentiel: p.essentiel ?? false,
      engagement: LIBELLES[engagement(p.acteur) ?? ''] ?? 'Non renseigné',
      jours_an: quantite(p.jours_an),
      jours_finances: p.jours_finances ?? null,
      apport: p.apport ?? null,
    })),
    source: sourceScenario(etude, one),
    empty: 'Le scénario n’associe aucun partenaire.',
  });
}

function modalites({ etude }: ContexteScenarios, one: Parameters<FabriqueScenario>[1]): TableExhibit {
  const { scenario } = one.chiffrage;
  const nom = (id: string): string => etude.etude.modalites.find((m) => m.id === id)?.libelle ?? id;
  const fonctions = (ids: readonly string[] | undefined): string | null =>
    (ids ?? []).map((id) => etude.etude.fonctions.find((f) => f.id === id)?.libelle ?? id).join(', ') || null;
  return table({
    name: `scenario-${scenario.id}-modalites`,
    title: `${court(one)} : modalités d’intervention et volumes`,
    sheet: 'Services et outils',
    columns: [
      { key: 'modalite', header: 'Modalité', format: 'texte', width: 1.1 },
      { key: 'description', header: 'Ce qui est fait', format: 'texte', width: 2.4 },
      { key: 'fonctions', header: 'Fonctions', format: 'texte', width: 1.3, workbookOnly: true },
      { key: 'volume', header: 'Volume par an (probable)', format: 'texte', width: 1.3 },
      { key: 'unite', header: 'Unité', format: 'texte', width: 0.9 },
      { key: 'jours', header: 'Jours par unité (probable)', format: 'texte', width: 1.1 },
      { key: 'part_partenaires', header: 'Part des partenaires', format: 'pourcent', width: 0.8 },
    ],
    rows: scenario.modalites.map((m) => ({
      modalite: nom(m.modalite),
      description: m.description,
      fonctions: fonctions(m.fonctions),
      volume: quantite(m.volume_annuel),
      unite: m.unite,
      jours: quantite(m.jours_par_unite),
      part_partenaires: m.part_partenaires ?? 0,
    })),
    source: sourceScenario(etude, one),
    empty: 'Le scénario ne décrit aucune modalité.',
  });
}

/** Given by the scenario, else deduced from its roles: the bearer answers for each function, financing partners are informed. */
function raci({ etude }: ContexteScenarios, one: Parameters<FabriqueScenario>[1]): TableExhibit {
  const { scenario } = one.chiffrage;
  const given = scenario.raci ?? [];
  const of = (...roles: string[]): string[] =>
    scenario.partenaires.filter(({ role }) => roles.includes(role)).map((p) => p.acteur);
  const deduced = scenario.roles.map((role) => ({
    activite: etude.etude.fonctions.find(({ id }) => id === role.fonction)?.libelle ?? role.fonction,
    realise: role.acteurs,
    approuve: scenario.porteur,
    consultes: of('pilote', 'operateur').filter((id) => !role.acteurs.includes(id)),
    informes: of('financeur', 'relais').filter((id) => !role.acteurs.includes(id)),
  }));
  return table({
    name: `scenario-${scenario.id}-raci`,
    title: `${court(one)} : qui réalise, répond, est consulté, est informé`,
    sheet: 'Partenaires et rôles',
    columns: [
      { key: 'activite', header: 'Fonction ou activité', format: 'texte', width: 1.3 },
      { key: 'realise', header: 'Réalise', format: 'texte', width: 1.8 },
      { key: 'approuve', header: 'En répond', format: 'texte', width: 1 },
      { key: 'consultes', header: 'Consultés', format: 'texte', width: 1.6 },
      { key: 'informes', header: 'Informés', format: 'texte', width: 1.4 },
    ],
    rows: (given.length > 0 ? given : deduced).map((line) => ({
      activite: line.activite,
      realise: acteurs(etude, line.realise),
      approuve: acteur(etude, line.approuve),
      consultes: acteurs(etude, line.consultes),
      informes: acteurs(etude, line.informes),
    })),
    source: sourceScenario(
      etude,
      one,
      given.length > 0
        ? ''
        : ' ; déduit des rôles : le porteur répond de chaque fonction, les autres opérateurs sont consultés',
    ),
    empty: 'Le scénario ne répartit aucun rôle.',
  });
}

const ETATS: Readonly<Record<string, string>> = {
  remplie: 'Remplie',
  'a-remplir': 'À remplir',
  bloquante: 'Bloquante',
};

function conditions({ etude }: ContexteScenarios, one: Parameters<FabriqueScenario>[1]): TableExhibit {
  const { scenario } = one.chiffrage;
  const reference = (id: string | undefined) => etude.references.find((r) => r.id === id);
  return table({
    name: `scenario-${scenario.id}-conditions`,
    title: `${court(one)} : conditions juridiques`,
    sheet: 'Droit et risques',
    columns: [
      { key: 'condition', header: 'Condition', format: 'texte', width: 2 },
      { key: 'base', header: 'Texte, article ou règle', format: 'texte', width: 2.4 },
      { key: 'etat', header: 'État', format: 'texte', width: 0.8 },
    ],
    rows: (scenario.conditions_juridiques ?? []).map((c) => ({
      condition: c.libelle,
      base: lignes(
        [c.base, reference(c.reference)?.titre, reference(c.reference)?.reference_texte].filter((x) => x !== undefined),
      ),
      etat: ETATS[c.etat] ?? c.etat,
    })),
    source: sourceScenario(etude, one),
    empty: 'Le scénario ne relève aucune condition juridique.',
  });
}

/** Side by side: the longer list decides on the height. */
function pourContre(one: Parameters<FabriqueScenario>[1]): TableExhibit {
  const { scenario } = one.chiffrage;
  const { avantages = [], inconvenients = [] } = scenario;
  return table({
    name: `scenario-${scenario.id}-pour-contre`,
    title: `${court(one)} : pour et contre`,
    sheet: 'Droit et risques',
    columns: [
      { key: 'pour', header: 'Pour', format: 'texte', width: 1 },
      { key: 'contre', header: 'Contre', format: 'texte', width: 1 },
    ],
    rows:
      avantages.length + inconvenients.length > 0 ? [{ pour: lignes(avantages), contre: lignes(inconvenients) }] : [],
    empty: 'Le scénario ne relève ni avantage ni inconvénient.',
  });
}

export const organisationExhibits: FabriqueScenario = (contexte, one) => [
  organigramme(contexte, one),
  modalites(contexte, one),
  partenaires(contexte, one),
  raci(contexte, one),
  conditions(contexte, one),
  pourContre(one),
];
