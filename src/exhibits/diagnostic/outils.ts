/** Tools that can be mobilised. */

import type { Fourchette } from '../../analysis/diagnostic/index.js';
import { nombreFr } from '../../texte/nombres.js';
import {
  type Contexte,
  type Fabrique,
  fiabilite,
  lignes,
  marquer,
  noms,
  nomsOuTous,
  sourceDe,
  table,
  titresSources,
} from '../cells.js';
import type { Column, TableExhibit } from '../types.js';

const AUCUN = 'Aucun outil recensé.';

const source = ({ etude }: Contexte): string => sourceDe('inventaire des outils', etude.outils);

/** « 400 – 1 000 »; one number when both ends agree. */
function etendue(f: Fourchette | null): string | null {
  if (!f) return null;
  return f.min === f.max ? nombreFr(f.mode) : `${nombreFr(f.min)} – ${nombreFr(f.max)}`;
}

function mobilisables(contexte: Contexte): TableExhibit {
  return table({
    name: 'outils-mobilisables',
    title: 'Outils mobilisables, du plus au moins disponible',
    sheet: 'Outils mobilisables',
    columns: [
      { key: 'nom', header: 'Outil', format: 'texte', width: 4 },
      { key: 'disponibilite', header: 'Disponibilité', format: 'texte', width: 1 },
      { key: 'publics', header: 'Publics', format: 'texte', width: 1.6, workbookOnly: true },
      { key: 'investissement', header: 'Investissement (€)', format: 'texte', width: 1.2 },
      { key: 'fonctionnement', header: 'Fonctionnement (€/an)', format: 'texte', width: 1.2 },
      { key: 'jours', header: 'Jours d’agent par an', format: 'texte', width: 0.9 },
    ],
    rows: contexte.analyse.outils.liste.map((o) => ({
      nom: o.nom,
      disponibilite: o.disponibiliteLibelle,
      publics: nomsOuTous(o.publics, contexte.etude.etude.publics),
      investissement: etendue(o.investissement),
      fonctionnement: etendue(o.fonctionnement),
      jours: etendue(o.jours),
    })),
    source: source(contexte),
    empty: AUCUN,
  });
}

const triple = (key: string, header: string): Column[] => [
  { key: `${key}_min`, header: `${header}, bas (€)`, format: 'euros', width: 0.9, workbookOnly: true },
  { key: `${key}_max`, header: `${header}, haut (€)`, format: 'euros', width: 0.9, workbookOnly: true },
];

function inventaire(contexte: Contexte): TableExhibit {
  const { analyse } = contexte;
  return table({
    name: 'outils-inventaire',
    title: 'Inventaire des outils',
    sheet: 'Inventaire outils',
    landscape: true,
    columns: [
      { key: 'nom', header: 'Outil', format: 'texte', width: 2 },
      { key: 'disponibilite', header: 'Disponibilité', format: 'texte', width: 0.9 },
      { key: 'domaines', header: 'Domaines', format: 'texte', width: 1.4 },
      { key: 'publics', header: 'Publics', format: 'texte', width: 1.4, workbookOnly: true },
      { key: 'detenteur', header: 'Détenteur', format: 'texte', width: 1 },
      { key: 'avantages', header: 'Avantages', format: 'texte', width: 1.9 },
      { key: 'inconvenients', header: 'Inconvénients', format: 'texte', width: 1.9 },
      ...triple('investissement', 'Investissement'),
      ...triple('fonctionnement', 'Fonctionnement annuel'),
      { key: 'jours', header: 'Jours par an', format: 'decimal', width: 0.7, workbookOnly: true },
      { key: 'sources', header: 'Sources', format: 'texte', width: 1.2, workbookOnly: true },
      { key: 'fiabilite', header: 'Fiabilité', format: 'texte', width: 0.9, workbookOnly: true },
    ],
    rows: analyse.outils.liste.map((o) => ({
      nom: o.nom,
      disponibilite: o.disponibiliteLibelle,
      domaines: noms(o.domaines),
      publics: noms(o.publics),
      detenteur: o.detenteur,
      avantages: lignes(o.source.avantages),
      inconvenients: lignes(o.source.inconvenients),
      investissement_min: o.investissement?.min ?? null,
      investissement_max: o.investissement?.max ?? null,
      fonctionnement_min: o.fonctionnement?.min ?? null,
      fonctionnement_max: o.fonctionnement?.max ?? null,
      jours: o.jours?.mode ?? null,
      sources: titresSources(contexte, o.source.sources),
      fiabilite: fiabilite(o.source),
    })),
    source: source(contexte),
    empty: AUCUN,
  });
}

/** Tools of each domain by availability: what exists is not added to what is still to be created. */
function parDomaine(contexte: Contexte): TableExhibit {
  const { parDomaine: domaines, liste } = contexte.analyse.outils;
  return table({
    name: 'outils-par-domaine',
    title: 'Outils par domaine et par disponibilité',
    sheet: 'Outils mobilisables',
    columns: [
      { key: 'domaine', header: 'Domaine', format: 'texte', width: 1.6 },
      { key: 'existants', header: 'Existants', format: 'entier' },
      { key: 'a_adapter', header: 'À adapter', format: 'entier' },
      { key: 'a_creer', header: 'À créer', format: 'entier' },
    ],
    rows: liste.length
      ? domaines.map((d) => ({ domaine: d.libelle, existants: d.existants, a_adapter: d.aAdapter, a_creer: d.aCreer }))
      : [],
    source: `${source(contexte)} Un outil compte dans chacun de ses domaines.`,
    empty: AUCUN,
  });
}

export const outilsExhibits: Fabrique = (contexte) => {
  const { couts, outils } = contexte.analyse.preuves;
  return [
    marquer(mobilisables(contexte), { investissement: couts, fonctionnement: couts, jours: couts }),
    marquer(parDomaine(contexte), { existants: outils, a_adapter: outils, a_creer: outils }),
  ];
};
export const outilsInventaire: Fabrique = (contexte) => [inventaire(contexte)];
