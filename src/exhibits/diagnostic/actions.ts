/** Actions already conducted: digests by domain, bearer and indicative action; each domain's list; the inventory. */
import { anneeDe } from '../../analysis/dates.js';
import type { ActionAnalyse, CoutConnu, GroupeActions } from '../../analysis/diagnostic/index.js';
import { fiabiliteDe, preuvesDe } from '../../analysis/preuves.js';
import { seulPremier } from '../../analysis/superlatifs.js';
import { compte } from '../../texte/accords.js';
import {
  abreger,
  type Contexte,
  cellules,
  couleurDomaine,
  entiers,
  type Fabrique,
  figureVide,
  marquer,
  noms,
  sourceDe,
  table,
} from '../cells.js';
import { chronologie } from '../charts/chronologie.js';
import type { Column, FigureExhibit, Row, TableExhibit } from '../types.js';
import { AUCUNE, resultats, source } from './actions-communs.js';
import { liste } from './actions-liste.js';
import { aPart, indicatives } from './actions-precedents.js';

const COUTS: Column[] = [
  { key: 'cout', header: 'Coûts connus (€)', format: 'euros', width: 1, note: 'Somme des seuls coûts connus.' },
  {
    key: 'couts_inconnus',
    header: 'Coûts inconnus',
    format: 'entier',
    width: 0.8,
    note: 'Nombre d’actions dont le coût n’est pas connu.',
  },
];

const couts = (cout: CoutConnu): Row => ({ cout: cout.connus ? cout.total : null, couts_inconnus: cout.inconnus });

function parDomaine(contexte: Contexte): TableExhibit {
  const { actions } = contexte.analyse;
  const publics = actions.domainePublic.colonnes;
  const duPublic = (id: string) => actions.parPublic.find((p) => p.id === id)?.nombre ?? 0;
  return table({
    name: 'actions-par-domaine',
    title: 'Actions conduites par domaine et par public',
    sheet: 'Actions en nombres',
    columns: [
      { key: 'domaine', header: 'Domaine', format: 'texte', width: 1.6 },
      ...entiers('public', publics),
      { key: 'nombre', header: 'Actions', format: 'entier', width: 0.8 },
      ...COUTS,
    ],
    rows: actions.liste.length
      ? actions.parDomaine.map((d, i) => ({
          domaine: d.libelle,
          ...cellules('public', publics, actions.domainePublic.valeurs[i] ?? []),
          nombre: d.nombre,
          ...couts(d.cout),
        }))
      : [],
    totals: {
      domaine: 'Ensemble',
      ...cellules(
        'public',
        publics,
        publics.map((p) => duPublic(p.id)),
      ),
      nombre: actions.liste.length,
      ...couts(actions.cout),
    },
    source: source(contexte),
    empty: AUCUNE,
  });
}

function parPorteur(contexte: Contexte): TableExhibit {
  const { parPorteur: groupes, sansPorteur } = contexte.analyse.actions;
  return table({
    name: 'actions-par-porteur',
    title: 'Porteurs des actions conduites',
    sheet: 'Actions en nombres',
    columns: [
      { key: 'porteur', header: 'Porteur', format: 'texte', width: 2 },
      { key: 'nombre', header: 'Actions', format: 'entier', width: 0.7 },
      { key: 'actions', header: 'Lesquelles', format: 'texte', width: 4.2, workbookOnly: true },
      { key: 'domaines', header: 'Domaines', format: 'texte', width: 3 },
      ...COUTS.map((column): Column => ({ ...column, workbookOnly: true })),
    ],
    rows: groupes.map((g) => ({
      porteur: g.libelle,
      nombre: g.nombre,
      domaines: noms([...new Map(g.actions.flatMap((a) => a.domaines).map((d) => [d.id, d])).values()]),
      actions: g.actions.map((a) => `${a.titre} (${a.periode})`).join(' ; '),
      ...couts(g.cout),
    })),
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
  return table({
    name: 'reussites-freins',
    title: 'Ce qui a fait réussir les actions, ce qui les a freinées',
    sheet: 'Réussites et freins',
    groupBy: 'nature',
    headerColumns: 2,
    columns: [
      { key: 'nature', header: 'Nature', format: 'texte', width: 1 },
      { key: 'texte', header: 'Facteur', format: 'texte', width: 2.8 },
      { key: 'nombre', header: 'Actions', format: 'entier', width: 0.6 },
      { key: 'actions', header: 'Relevé dans', format: 'texte', width: 2.6, workbookOnly: true },
      { key: 'domaines', header: 'Domaines', format: 'texte', width: 1.4 },
    ],
    rows: rows.map(({ nature, e }) => ({
      nature,
      texte: e.texte,
      nombre: e.nombre,
      actions: e.actions.map((a) => a.libelle).join(' ; '),
      domaines: noms(e.domaines),
    })),
    source: `${source(contexte)} Facteurs et freins sont la lecture que le prestataire fait de chaque action.`,
    empty: 'Aucun facteur de réussite ni frein relevé dans les actions.',
  });
}

function duDomaine(domaine: GroupeActions): TableExhibit {
  return table({
    name: `actions-${domaine.id}`,
    title: `Actions conduites : ${domaine.libelle}`,
    sheet: 'Actions par domaine',
    columns: [
      { key: 'titre', header: 'Action', format: 'texte', width: 2.4 },
      { key: 'periode', header: 'Période', format: 'texte', width: 0.9 },
      { key: 'porteur', header: 'Porteur', format: 'texte', width: 1.3 },
      { key: 'publics', header: 'Publics', format: 'texte', width: 1.4 },
      { key: 'resultats', header: 'Résultats', format: 'texte', width: 2.4 },
      { key: 'enseignements', header: 'Ce qui s’en apprend', format: 'texte', width: 2.4 },
      { key: 'reserve', header: 'À savoir', format: 'texte', width: 1.6 },
      { key: 'cout', header: 'Coût (€)', format: 'euros', width: 0.8 },
    ],
    rows: domaine.actions.map((a) => ({
      titre: a.titre,
      periode: a.periode,
      porteur: a.porteur,
      publics: noms(a.publics),
      resultats: resultats(a, 160),
      enseignements: abreger(a.source.enseignements, 200),
      reserve: a.reserve,
      cout: a.cout,
    })),
    source: sourceDe(
      'inventaire des actions',
      domaine.actions.map((a) => a.source),
    ),
    empty: `Aucune action recensée dans le domaine « ${domaine.libelle} ».`,
  });
}

function parAnnee(contexte: Contexte): FigureExhibit {
  const { analyse, theme } = contexte;
  const { actions } = analyse;
  const domaines = actions.parDomaine;
  const data = table({
    name: 'actions-par-annee-donnees',
    title: 'Actions par année de début et par domaine',
    sheet: 'Actions en nombres',
    columns: [
      { key: 'annee', header: 'Année', format: 'annee', width: 0.8 },
      ...entiers('domaine', domaines, 1),
      { key: 'nombre', header: 'Actions', format: 'entier', width: 0.8 },
    ],
    rows: actions.parAnnee.map((y) => ({
      annee: y.annee,
      ...cellules('domaine', domaines, y.parDomaine),
      nombre: y.nombre,
    })),
    source: source(contexte),
    empty: 'Aucune action datée.',
  });
  const pic = seulPremier(actions.parAnnee, ({ nombre }) => nombre);
  const datees = actions.liste.filter(({ annee }) => annee !== null);
  const common = {
    name: 'actions-par-annee',
    title: pic
      ? `Les actions dans le temps : ${compte(pic.nombre, 'engagée', 'engagées')} en ${pic.annee}, plus qu’en toute autre année`
      : 'Les actions dans le temps',
    source: actions.nonDatees
      ? `${source(contexte)} Sans date, et absente de la figure : ${compte(actions.nonDatees, 'action', 'actions', '')}.`
      : source(contexte),
    data,
  };
  if (datees.length === 0) return figureVide(common);
  const couleur = (a: ActionAnalyse): string => {
    const [only, ...others] = a.domaines;
    return only && others.length === 0 ? couleurDomaine(contexte, only.id) : theme.muted;
  };
  const seuls = domaines.filter((d) => datees.some((a) => a.domaines.length === 1 && a.domaines[0]?.id === d.id));
  const melange = datees.some((a) => a.domaines.length !== 1);
  const drawn = chronologie(
    {
      items: datees.map((a) => ({
        label: a.titre,
        start: a.annee ?? 0,
        end: a.source.statut === 'en-cours' ? null : (anneeDe(a.source.fin) ?? a.annee ?? 0),
        colour: couleur(a),
        unsure: fiabiliteDe(a.source, ['debut']) !== 'source',
      })),
      until: anneeDe(analyse.date) ?? actions.derniereAnnee ?? 0,
      legend: [
        ...seuls.map((d) => ({ label: d.libelle, colour: couleurDomaine(contexte, d.id) })),
        ...(melange ? [{ label: 'Plusieurs domaines, ou aucun', colour: theme.muted }] : []),
      ],
      unsureLabel: 'Date à vérifier',
      ongoingLabel: 'Se poursuit',
    },
    theme,
  );
  const texte = datees.map((a) => `${a.titre} : ${a.periode}`);
  return {
    kind: 'figure',
    ...common,
    ...drawn,
    alt: `Actions dans le temps, une ligne par action. ${texte.join(' ; ')}.`,
  };
}

export const actionsExhibits: Fabrique = (contexte) => [
  parAnnee(contexte),
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
