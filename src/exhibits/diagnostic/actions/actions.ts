/** Actions already conducted: digests by domain, bearer and indicative action; each domain's list; the inventory. */

import { anneeDe } from '../../../analysis/dates.js';
import type { ActionAnalyse, GroupeActions } from '../../../analysis/diagnostic/index.js';
import { fiabiliteDe, preuvesDe, recueillis } from '../../../analysis/preuves.js';
import { seulPremier } from '../../../analysis/superlatifs.js';
import { compte, minuscule, preciser } from '../../../texte/accords.js';
import { anneeDecimale } from '../../../texte/dates.js';
import {
  abreger,
  type Contexte,
  couleurDomaine,
  type Fabrique,
  figureDessinee,
  figureVide,
  marquer,
  noms,
  sourceDe,
} from '../../cells.js';
import { chronologie, type Trait } from '../../charts/temps/chronologie.js';
import { col, comptes, tableDe } from '../../colonnes.js';
import type { FigureExhibit, TableExhibit } from '../../types.js';
import { resultats, source } from './communs.js';
import { liste } from './liste.js';
import { COUTS, parDomaine } from './par-domaine.js';
import { aPart, indicatives } from './precedents.js';

function parPorteur(contexte: Contexte): TableExhibit {
  const { parPorteur: groupes, sansPorteur } = contexte.analyse.actions;
  return tableDe(groupes, {
    name: 'actions-par-porteur',
    title: 'Porteurs des actions conduites',
    sheet: 'Actions en nombres',
    columns: [
      col('porteur', 'Porteur', (g) => g.libelle, 'texte', 2),
      col('nombre', 'Actions', (g) => g.nombre, 'entier', 0.7),
      col('actions', 'Lesquelles', (g) => g.actions.map((a) => preciser(a.titre, a.periode)).join(' ; '), 'texte', {
        width: 4.2,
        workbookOnly: true,
      }),
      col(
        'domaines',
        'Domaines',
        (g) => noms([...new Map(g.actions.flatMap((a) => a.domaines).map((d) => [d.id, d])).values()]),
        'texte',
        3,
      ),
      ...COUTS.map((column) => ({ ...column, workbookOnly: true as const })),
    ],
    source: sansPorteur
      ? `${source(contexte)} ${compte(sansPorteur, 'action sans porteur connu n’y figure pas', 'actions sans porteur connu n’y figurent pas', '')}.`
      : source(contexte),
    empty: 'Aucune action au porteur connu.',
  });
}

function reussitesFreins(contexte: Contexte): TableExhibit {
  const { reussites, freins } = contexte.analyse.actions;
  const rows = [
    ...reussites.map((e) => ({ nature: 'Facteur de réussite', e })),
    ...freins.map((e) => ({ nature: 'Frein', e })),
  ];
  return tableDe(rows, {
    name: 'reussites-freins',
    title: 'Ce qui a fait réussir les actions, ce qui les a freinées',
    sheet: 'Réussites et freins',
    groupBy: 'nature',
    headerColumns: 2,
    columns: [
      col('nature', 'Nature', ({ nature }) => nature, 'texte', 1),
      col('texte', 'Facteur', ({ e }) => e.texte, 'texte', 2.8),
      col('nombre', 'Actions', ({ e }) => e.nombre, 'entier', 0.6),
      col('actions', 'Relevé dans', ({ e }) => e.actions.map((a) => a.libelle).join(' ; '), 'texte', {
        width: 2.6,
        workbookOnly: true,
      }),
      col('domaines', 'Domaines', ({ e }) => noms(e.domaines), 'texte', 1.4),
    ],
    source: `${source(contexte)} Facteurs et freins sont ${recueillis(contexte.analyse.preuves.facteurs) ? 'ceux que donnent les sources citées ou les personnes entendues' : 'la lecture que les auteurs de l’étude font de chaque action'}.`,
    empty: 'Aucun facteur de réussite ni frein relevé dans les actions.',
  });
}

function duDomaine(domaine: GroupeActions): TableExhibit {
  return tableDe(domaine.actions, {
    name: `actions-${domaine.id}`,
    title: `Actions conduites : ${domaine.libelle}`,
    sheet: 'Actions par domaine',
    columns: [
      col('titre', 'Action', (a) => a.titre, 'texte', 2.4),
      col('periode', 'Période', (a) => a.periode, 'texte', 0.9),
      col('porteur', 'Porteur', (a) => a.porteur, 'texte', 1.3),
      col('publics', 'Publics', (a) => noms(a.publics), 'texte', 1.4),
      col('resultats', 'Résultats', (a) => resultats(a, 160), 'texte', 2.4),
      col('enseignements', 'Ce qui s’en apprend', (a) => abreger(a.source.enseignements, 200), 'texte', 2.4),
      col('reserve', 'À savoir', (a) => a.reserve, 'texte', 1.6),
      col('cout', 'Coût (€)', (a) => a.cout, 'euros', 0.8),
    ],
    source: sourceDe(
      'inventaire des actions',
      domaine.actions.map((a) => a.source),
    ),
    empty: `Aucune action recensée dans le domaine « ${domaine.libelle} ».`,
  });
}

function annees(contexte: Contexte): TableExhibit {
  const { actions } = contexte.analyse;
  return tableDe(actions.parAnnee, {
    name: 'actions-annees',
    title: 'Actions par année de début et par domaine',
    sheet: 'Actions en nombres',
    columns: [
      col('annee', 'Année', (y) => y.annee, 'annee', 0.8),
      comptes('domaine', actions.parDomaine, (y) => y.parDomaine, 1),
      col('nombre', 'Actions', (y) => y.nombre, 'entier', 0.8),
    ],
    source: source(contexte),
    empty: 'Aucune action datée.',
  });
}

function parAnnee(contexte: Contexte): FigureExhibit {
  const { analyse, theme } = contexte;
  const { actions } = analyse;
  const datees = actions.liste.filter(({ annee }) => annee !== null);
  const groups = parGroupe(contexte, datees);
  const origine = sourceDe(
    'inventaire des actions',
    actions.liste.map((a) => a.source),
  );
  const data = tableDe(
    groups.flatMap(({ label, actions: own }) => own.map((action) => ({ label, action }))),
    {
      name: 'actions-par-annee-donnees',
      title: 'Les actions dans le temps, par domaine',
      sheet: 'Actions dans le temps',
      groupBy: 'domaine',
      headerColumns: 2,
      columns: [
        col('domaine', 'Domaine', ({ label }) => label, 'texte', 1.4),
        col('titre', 'Action', ({ action }) => action.titre, 'texte', 3),
        col('debut', 'Début', ({ action }) => action.source.debut ?? null, 'date', 0.9),
        col('fin', 'Fin', ({ action }) => action.source.fin ?? null, 'date', 0.9),
        col('suite', 'Se poursuit', ({ action }) => action.source.statut === 'en-cours', 'oui-non', 0.8),
        col('dates', 'Dates', ({ action }) => TRAITS[traitDe(action)], 'texte', 1.8),
      ],
      source: origine,
      empty: 'Aucune action datée.',
    },
  );
  const pic = seulPremier(actions.parAnnee, ({ nombre }) => nombre);
  const common = {
    name: 'actions-par-annee',
    // Years that nobody read in a source make no record.
    title:
      pic && datees.every((a) => a.annee !== pic.annee || debutLu(a))
        ? `Les actions dans le temps : ${compte(pic.nombre, 'engagée', 'engagées')} en ${pic.annee}, plus qu’en toute autre année`
        : datees.length > 0
          ? `Les actions dans le temps : ${datees.some(debutLu) ? `début lu dans une source pour ${datees.filter(debutLu).length} sur ${datees.length}` : 'aucun début lu dans une source'}`
          : 'Les actions dans le temps',
    source: actions.nonDatees
      ? `${origine} Sans date, et absente de la figure : ${compte(actions.nonDatees, 'action', 'actions', '')}.`
      : origine,
    data,
  };
  if (datees.length === 0) return figureVide(common);
  const drawn = chronologie(
    {
      groups: groups.map(({ label, colour, actions: own }) => ({
        label,
        colour,
        items: own.map((a) => ({
          label: a.titre,
          ...datesDe(a),
          trait: traitDe(a),
        })),
      })),
      until: Number(anneeDe(analyse.date)),
      traits: TRAITS,
      ongoingLabel: 'Se poursuit',
    },
    theme,
  );
  return figureDessinee(
    common,
    drawn,
    'Frise par domaine, une barre par action, de son début à sa fin',
    groups.map(
      ({ label, actions: own }) =>
        `${label} (${own.length}) : ${own.map((a) => `${a.titre}, ${a.periode}${traitDe(a) === 'plein' ? '' : `, ${minuscule(TRAITS[traitDe(a)])}`}`).join(', ')}`,
    ),
  );
}

/** Where a dated action stands on a line of years; one without an end that does not go on is drawn for as long as its start is unsure. */
function datesDe({ source: { debut, fin, statut } }: ActionAnalyse): { start: number; end: number | null } {
  const start = Number(anneeDecimale(debut, 'debut'));
  return { start, end: statut === 'en-cours' ? null : anneeDecimale(fin ?? debut, 'fin') };
}

/** How well the dates of an action are known. */
const TRAITS: Readonly<Record<Trait, string>> = {
  plein: 'Dates lues dans une source',
  hachure: 'Dates déclarées, à vérifier',
  creux: 'Dates estimées ou sans source',
};

const debutLu = ({ source }: ActionAnalyse): boolean => fiabiliteDe(source, ['debut']) === 'source';

function traitDe({ source: action }: ActionAnalyse): Trait {
  const found = fiabiliteDe(action, action.fin === undefined ? ['debut'] : ['debut', 'fin']);
  return found === 'source' ? 'plein' : found === 'declaratif' ? 'hachure' : 'creux';
}

/** The dated actions of each domain, then those of several, then those of none: each action once. */
function parGroupe(
  contexte: Contexte,
  datees: readonly ActionAnalyse[],
): { label: string; colour: string; actions: ActionAnalyse[] }[] {
  const { muted } = contexte.theme;
  return [
    ...contexte.analyse.actions.parDomaine.map(({ id, libelle }) => ({
      label: libelle,
      colour: couleurDomaine(contexte, id),
      actions: datees.filter(({ domaines: [only, ...others] }) => only?.id === id && others.length === 0),
    })),
    { label: 'Plusieurs domaines', colour: muted, actions: datees.filter(({ domaines }) => domaines.length > 1) },
    { label: 'Sans domaine', colour: muted, actions: datees.filter(({ domaines }) => domaines.length === 0) },
  ].filter(({ actions }) => actions.length > 0);
}

export const actionsExhibits: Fabrique = (contexte) => [
  parAnnee(contexte),
  annees(contexte),
  parDomaine(contexte),
  liste(contexte),
  parPorteur(contexte),
  indicatives(contexte),
  aPart(contexte),
  marquer(reussitesFreins(contexte), { texte: contexte.analyse.preuves.facteurs }),
  ...contexte.analyse.actions.parDomaine.map((domaine) =>
    marquer(duDomaine(domaine), {
      enseignements: preuvesDe(
        domaine.actions.map((a) => a.source).filter(({ enseignements }) => enseignements),
        ['enseignements'],
      ),
    }),
  ),
];
