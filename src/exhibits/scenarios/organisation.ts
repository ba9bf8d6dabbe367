/** One scenario's organisation: who does what, with whom, for what volumes and under what conditions. */

import { fourchette, montantProbable } from '../../analysis/montants.js';
import { retraitEcrit } from '../../analysis/retrait.js';
import { partenairesEtPayeurs } from '../../analysis/scenarios/financement/payeurs.js';
import { acteurCite } from '../../analysis/vocabulaire.js';
import type { Libelles, Study } from '../../study/study.js';
import type { Scenario } from '../../study/types.gen.js';
import { accord, compte, juxtaposer, majuscule, minuscule, uniteAccordee } from '../../texte/accords.js';
import { nombreFr } from '../../texte/nombres.js';
import { alternative } from '../alternative.js';
import { lignes } from '../cells.js';
import { type OrganisationSpec, organisationChart } from '../charts/organisation.js';
import { col, tableDe } from '../colonnes.js';
import { colonnesInstances, colonnesRoles } from '../instances.js';
import type { FigureExhibit, TableExhibit } from '../types.js';
import {
  acteur,
  type ContexteScenarios,
  court,
  type FabriqueScenario,
  FORMES,
  ROLES,
  sourceScenario,
} from './contexte.js';

/** « 40 », « 25 à 50 (40) »; with its unit, « 40 visites », « 25 à 50 visites (40) ». */
export function quantite(
  value: number | { min: number; mode: number; max: number } | undefined,
  unite?: string,
): string | null {
  const range = fourchette(value);
  if (!range) return null;
  const suite = unite === undefined ? '' : `\u00a0${uniteAccordee(range.max, unite)}`;
  return range.min === range.max
    ? `${nombreFr(range.mode)}${suite}`
    : `${nombreFr(range.min)} à ${nombreFr(range.max)}${suite} (${nombreFr(range.mode)})`;
}

function organigramme(contexte: ContexteScenarios, one: Parameters<FabriqueScenario>[1]): FigureExhibit {
  const { etude, theme } = contexte;
  const { scenario } = one.chiffrage;
  const posts = scenario.moyens.humains.filter(({ porteur }) => porteur === scenario.porteur);
  const days = (p: Scenario['partenaires'][number]): string[] => [
    ...(p.jours_an !== undefined && montantProbable(p.jours_an) !== 0
      ? [`${quantite(p.jours_an)} ${accord(montantProbable(p.jours_an), 'jour', 'jours')} par an`]
      : []),
    ...(p.apport ? [p.apport] : []),
    ...(p.essentiel ? ['Partenaire essentiel'] : []),
  ];
  const partners = partenairesEtPayeurs(scenario);
  const boxes = (role: string) =>
    partners
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
        `Porte le dispositif : ${FORMES[scenario.forme_juridique]}`,
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
  return {
    kind: 'figure',
    name: `scenario-${scenario.id}-organisation`,
    title: `${court(one)} : ${acteur(etude, scenario.porteur)}${partners.length > 0 ? ` et ${compte(partners.length, 'partenaire', 'partenaires')}` : ', sans partenaire'}`,
    ...organisationChart(spec, theme),
    alt: alternative(
      `${acteurCite(etude, scenario.porteur)} porte le dispositif, ${partners.length > 0 ? `avec ${compte(partners.length, 'partenaire', 'partenaires')}` : 'sans partenaire'}`,
      'Organigramme par rôle, de celui qui porte à ceux qui financent',
      spec.levels
        .filter((level) => level.boxes.length > 0)
        .map((level) => `${level.title} : ${level.boxes.map(({ title }) => title).join(', ')}`),
    ),
    source: sourceScenario(etude, one, engagementsConnus(etude, partners)),
    data: partenaires(contexte, one),
  };
}

const ENGAGEMENTS: Libelles<Study['acteurs'][number]['engagement']> = {
  pressenti: 'Pressenti',
  contacte: 'Contacté',
  volontaire: 'Volontaire',
  engage: 'Engagé',
};
/** Falling order of commitment, the one that is not known last. */
const NIVEAUX = ['engage', 'volontaire', 'contacte', 'pressenti', undefined] as const;

/** « retiré le 12 mars 2025 », of who withdrew. */
const retraitDe = (etude: Study, id: string): string | null => {
  const found = etude.acteurs.find((a) => a.id === id);
  return found ? retraitEcrit(found) : null;
};

const engagementDe = (etude: Study, id: string) => etude.acteurs.find((a) => a.id === id)?.engagement;

/** « ; engagement connu : 3 contactés, 8 pressentis »: a chart that names them does not say that they agreed. */
function engagementsConnus(etude: Study, partners: readonly { acteur: string }[]): string {
  const left = partners.filter((p) => retraitDe(etude, p.acteur) !== null);
  const stay = partners.filter((p) => !left.includes(p));
  const told = NIVEAUX.flatMap((niveau) => {
    const n = stay.filter((p) => engagementDe(etude, p.acteur) === niveau).length;
    const mot = niveau ? minuscule(ENGAGEMENTS[niveau]) : 'non renseigné';
    return n > 0 ? [compte(n, mot, `${mot}s`)] : [];
  });
  if (left.length > 0) told.push(compte(left.length, 'retiré', 'retirés'));
  return told.length > 0 ? ` ; engagement connu : ${told.join(', ')}` : '';
}

function partenaires({ etude }: ContexteScenarios, one: Parameters<FabriqueScenario>[1]): TableExhibit {
  const { scenario } = one.chiffrage;
  const connu = (niveau: ReturnType<typeof engagementDe>): string => (niveau ? ENGAGEMENTS[niveau] : 'Non renseigné');
  return tableDe(partenairesEtPayeurs(scenario), {
    name: `scenario-${scenario.id}-partenaires`,
    title: `${court(one)} : les partenaires à associer`,
    sheet: 'Partenaires et rôles',
    columns: [
      col('acteur', 'Partenaire', (p) => acteur(etude, p.acteur), 'texte', 1.3),
      col('role', 'Rôle', (p) => ROLES[p.role], 'texte', 0.9),
      col('essentiel', 'Essentiel', (p) => p.essentiel ?? false, 'oui-non', { width: 0.7, uneFois: true }),
      col(
        'engagement',
        'Engagement connu',
        (p) => majuscule(retraitDe(etude, p.acteur) ?? connu(engagementDe(etude, p.acteur))),
        'texte',
        1,
      ),
      col('jours_an', 'Jours par an', (p) => quantite(p.jours_an), 'texte', 0.8),
      col('jours_finances', 'Part des jours financée', (p) => p.jours_finances ?? null, 'pourcent', 0.8),
      col('apport', 'Apport', (p) => p.apport ?? null, 'texte', 2.2),
    ],
    source: sourceScenario(etude, one),
    empty: 'Le scénario n’associe aucun partenaire.',
  });
}

function modalites({ etude }: ContexteScenarios, one: Parameters<FabriqueScenario>[1]): TableExhibit {
  const { scenario } = one.chiffrage;
  const nom = (id: string): string => etude.etude.modalites.find((m) => m.id === id)?.libelle ?? id;
  const fonctions = (ids: readonly string[] | undefined): string | null =>
    juxtaposer((ids ?? []).map((id) => etude.etude.fonctions.find((f) => f.id === id)?.libelle ?? id)) || null;
  return tableDe(scenario.modalites, {
    name: `scenario-${scenario.id}-modalites`,
    title: `${court(one)} : modalités d’intervention et volumes`,
    sheet: 'Services et outils',
    columns: [
      col('modalite', 'Modalité', (m) => nom(m.modalite), 'texte', 1.1),
      col('description', 'Ce qui est fait', (m) => m.description, 'texte', 2.4),
      col('fonctions', 'Fonctions', (m) => fonctions(m.fonctions), 'texte', { width: 1.3, workbookOnly: true }),
      col('volume', 'Volume par an (probable)', (m) => quantite(m.volume_annuel), 'texte', 1.3),
      col('unite', 'Unité', (m) => m.unite, 'texte', 0.9),
      col('jours', 'Jours par unité (probable)', (m) => quantite(m.jours_par_unite), 'texte', 1.1),
      col('part_partenaires', 'Part des partenaires', (m) => m.part_partenaires ?? 0, 'pourcent', 0.8),
    ],
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
  return tableDe(given.length > 0 ? given : deduced, {
    name: `scenario-${scenario.id}-raci`,
    title: `${court(one)} : qui réalise, répond, est consulté, est informé`,
    sheet: 'Partenaires et rôles',
    columns: colonnesRoles(etude, 'Fonction ou activité'),
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

const ETATS: Libelles<NonNullable<Study['scenarios'][number]['conditions_juridiques']>[number]['etat']> = {
  remplie: 'Remplie',
  'a-remplir': 'À remplir',
  bloquante: 'Bloquante',
};

function conditions({ etude }: ContexteScenarios, one: Parameters<FabriqueScenario>[1]): TableExhibit {
  const { scenario } = one.chiffrage;
  const reference = (id: string | undefined) => etude.references.find((r) => r.id === id);
  return tableDe(scenario.conditions_juridiques ?? [], {
    name: `scenario-${scenario.id}-conditions`,
    title: `${court(one)} : conditions juridiques`,
    sheet: 'Droit et risques',
    columns: [
      col('condition', 'Condition', (c) => c.libelle, 'texte', 2),
      col(
        'base',
        'Texte, article ou règle',
        (c) =>
          lignes(
            [c.base, reference(c.reference)?.titre, reference(c.reference)?.reference_texte].filter(
              (x) => x !== undefined,
            ),
          ),
        'texte',
        2.4,
      ),
      col('etat', 'État', (c) => ETATS[c.etat], 'texte', {
        width: 0.8,
        etats: { Remplie: 'bon', 'À remplir': 'attention', Bloquante: 'alerte' },
      }),
    ],
    source: sourceScenario(etude, one),
    empty: 'Le scénario ne relève aucune condition juridique.',
  });
}

function instances({ etude }: ContexteScenarios, one: Parameters<FabriqueScenario>[1]): TableExhibit {
  const { scenario } = one.chiffrage;
  return tableDe(scenario.gouvernance?.instances ?? [], {
    name: `scenario-${scenario.id}-instances`,
    title: `${court(one)} : qui décide, et comment`,
    sheet: 'Partenaires et rôles',
    columns: colonnesInstances(etude),
    source: sourceScenario(etude, one),
    empty: 'Le scénario ne décrit aucune instance.',
  });
}

/** Side by side: the longer list decides on the height. */
function pourContre(one: Parameters<FabriqueScenario>[1]): TableExhibit {
  const { scenario } = one.chiffrage;
  const { avantages = [], inconvenients = [] } = scenario;
  const lists = avantages.length + inconvenients.length > 0 ? [{ avantages, inconvenients }] : [];
  return tableDe(lists, {
    name: `scenario-${scenario.id}-pour-contre`,
    title: `${court(one)} : pour et contre`,
    sheet: 'Droit et risques',
    columns: [
      col('pour', 'Pour', (l) => lignes(l.avantages), 'texte', 1),
      col('contre', 'Contre', (l) => lignes(l.inconvenients), 'texte', 1),
    ],
    empty: 'Le scénario ne relève ni avantage ni inconvénient.',
  });
}

export const organisationExhibits: FabriqueScenario = (contexte, one) => [
  organigramme(contexte, one),
  modalites(contexte, one),
  partenaires(contexte, one),
  raci(contexte, one),
  instances(contexte, one),
  conditions(contexte, one),
  pourContre(one),
];
