/** Synthesis by domain, compliance with the contract, references in force, sources, glossary. */

import type { ElementAfom, SyntheseDomaine } from '../../analysis/diagnostic/index.js';
import { majuscule } from '../../texte/accords.js';
import {
  type Contexte,
  type Fabrique,
  FIABILITES,
  marquer,
  numeroSource,
  SIGNE_ILLUSTRATIF,
  signe,
  sourceDe,
  table,
} from '../cells.js';
import type { Cell, TableExhibit } from '../types.js';

const dit = ({ texte, illustratif }: ElementAfom): string => (illustratif ? signe(texte) : texte);

const puces = (items: readonly ElementAfom[]): string => items.map(dit).join('\n');

const NOTE = `${SIGNE_ILLUSTRATIF} Repose en tout ou en partie sur des données illustratives.`;

const CASES = [
  ['forces', 'Forces'],
  ['faiblesses', 'Faiblesses'],
  ['opportunites', 'Opportunités'],
  ['menaces', 'Menaces'],
] as const;

function domaines(contexte: Contexte): TableExhibit {
  return table({
    name: 'synthese-domaines',
    title: 'Forces, faiblesses, opportunités et menaces par domaine',
    sheet: 'Synthèse par domaine',
    landscape: true,
    columns: [
      { key: 'domaine', header: 'Domaine', format: 'texte', width: 1 },
      ...CASES.map(([key, header]) => ({ key, header, format: 'texte' as const, width: 2.2 })),
    ],
    rows: contexte.analyse.synthese.map((s) => ({
      domaine: s.libelle,
      ...Object.fromEntries(CASES.map(([key]): [string, Cell] => [key, puces(s[key]) || null])),
    })),
    source: `Source : synthèse des inventaires ; chaque élément est étayé dans le classeur. ${NOTE}`,
    empty: 'Aucun domaine à l’étude.',
  });
}

function preuves(contexte: Contexte): TableExhibit {
  return table({
    name: 'synthese-preuves',
    title: 'Éléments de la synthèse et leurs preuves',
    sheet: 'Synthèse preuves',
    groupBy: 'domaine',
    headerColumns: 2,
    columns: [
      { key: 'domaine', header: 'Domaine', format: 'texte', width: 1.2 },
      { key: 'nature', header: 'Nature', format: 'texte', width: 1 },
      { key: 'texte', header: 'Élément', format: 'texte', width: 3 },
      { key: 'preuve', header: 'Preuve', format: 'texte', width: 3 },
    ],
    rows: contexte.analyse.synthese.flatMap((s) =>
      CASES.flatMap(([key, nature]) =>
        s[key].map((item) => ({ domaine: s.libelle, nature, texte: dit(item), preuve: item.preuve })),
      ),
    ),
    empty: 'Aucun élément de synthèse.',
  });
}

const ETATS = { complete: 'Complète', partielle: 'Partielle', manquante: 'Manquante' } as const;

function conformite(contexte: Contexte): TableExhibit {
  const { exigences, completes } = contexte.analyse.conformite;
  return table({
    name: 'conformite-contrat',
    title: exigences.length
      ? `Exigences du contrat : ${completes} sur ${exigences.length} satisfaites`
      : 'Exigences du contrat',
    sheet: 'Conformité',
    columns: [
      { key: 'ref', header: 'Référence', format: 'texte', width: 0.9 },
      { key: 'texte', header: 'Exigence', format: 'texte', width: 3 },
      { key: 'etat', header: 'Réponse', format: 'texte', width: 0.9 },
      { key: 'motif', header: 'Mesure', format: 'texte', width: 2.8 },
    ],
    rows: exigences.map((e) => ({ ref: e.ref, texte: e.texte, etat: ETATS[e.etat], motif: e.motif })),
    source: 'Source : contrat de l’étude ; réponse mesurée sur les inventaires de l’étude.',
    empty: 'Aucune exigence du contrat ne porte sur ce livrable.',
  });
}

function references(contexte: Contexte): TableExhibit {
  const { references: liste } = contexte.analyse;
  return table({
    name: 'references-applicables',
    title: 'Références juridiques et financières applicables à la date du document',
    sheet: 'Références applicables',
    columns: [
      { key: 'theme', header: 'Thème', format: 'texte', width: 1 },
      { key: 'titre', header: 'Référence', format: 'texte', width: 1.8 },
      { key: 'regle', header: 'Règle', format: 'texte', width: 3.2 },
      { key: 'depuis', header: 'Depuis', format: 'date', width: 0.9 },
      { key: 'jusqu_au', header: 'Jusqu’au', format: 'date', width: 0.9 },
      { key: 'fiabilite', header: 'Fiabilité', format: 'texte', width: 0.9 },
    ],
    headerColumns: 2,
    rows: [...liste]
      .sort((a, b) => (a.theme === b.theme ? 0 : a.theme < b.theme ? -1 : 1))
      .map((r) => ({
        theme: majuscule(r.theme).replaceAll('-', ' '),
        titre: r.titre,
        regle: r.regle,
        depuis: r.applicable_du ?? null,
        jusqu_au: r.applicable_au ?? null,
        fiabilite: r.fiabilite ? (FIABILITES[r.fiabilite] ?? null) : null,
      })),
    groupBy: 'theme',
    source: sourceDe('références de l’étude', liste),
    empty: 'Aucune référence applicable à cette date.',
  });
}

const TYPES: Readonly<Record<string, string>> = {
  document: 'Document',
  site: 'Site',
  entretien: 'Entretien',
  atelier: 'Atelier',
  enquete: 'Enquête',
  donnees: 'Données',
};

function sources(contexte: Contexte): TableExhibit {
  return table({
    name: 'sources',
    title: 'Sources citées',
    sheet: 'Sources',
    columns: [
      { key: 'numero', header: 'N°', format: 'texte', width: 0.5 },
      { key: 'titre', header: 'Titre', format: 'texte', width: 4 },
      { key: 'auteur', header: 'Auteur', format: 'texte', width: 2 },
      { key: 'date', header: 'Date', format: 'date', width: 0.8 },
      { key: 'type', header: 'Type', format: 'texte', width: 0.8, workbookOnly: true },
      { key: 'url', header: 'Adresse', format: 'texte', width: 2.4 },
    ],
    headerColumns: 2,
    rows: contexte.analyse.sources.map((s, i) => ({
      numero: numeroSource(i),
      titre: s.titre,
      auteur: s.auteur ?? null,
      date: s.date ?? null,
      type: TYPES[s.type] ?? s.type,
      url: s.url ?? null,
    })),
    empty: 'Aucune source citée.',
  });
}

/** The sources that the tables of the pages cite, under the numbers of the whole list; addresses are in the workbook. */
function sourcesDesPages(contexte: Contexte): TableExhibit {
  const { etude, analyse } = contexte;
  const named = new Set(
    [...analyse.actions.liste.map(({ source }) => source), ...analyse.actions.apart.map(({ action }) => action.source)]
      .flatMap(({ sources: ids }) => ids ?? [])
      .concat(analyse.experiences.retenues.flatMap(({ source }) => source.sources ?? []))
      .concat((etude.territoire.chiffres_cles ?? []).flatMap(({ sources: ids }) => ids ?? []))
      .concat((etude.territoire.perimetres ?? []).flatMap(({ source }) => source ?? [])),
  );
  const whole = sources(contexte);
  const kept = analyse.sources.flatMap(({ id }, i) => (named.has(id) ? [i] : []));
  return {
    ...whole,
    name: 'sources-des-pages',
    title: 'Sources des actions, des expériences retenues et du territoire',
    // The workbook shows the whole list.
    part: null,
    columns: whole.columns.map((column) => (column.key === 'url' ? { ...column, workbookOnly: true } : column)),
    rows: whole.rows.filter((_, i) => kept.includes(i)),
  };
}

function glossaire(contexte: Contexte): TableExhibit {
  return table({
    name: 'glossaire',
    title: 'Sigles',
    sheet: 'Sigles',
    columns: [
      { key: 'sigle', header: 'Sigle', format: 'texte', width: 1 },
      { key: 'signification', header: 'Signification', format: 'texte', width: 4 },
    ],
    rows: contexte.analyse.glossaire.map((entry) => ({ ...entry })),
    empty: 'Aucun sigle.',
  });
}

/** What each domain weighs, in counts. */
function chiffres(contexte: Contexte): TableExhibit {
  return table({
    name: 'synthese-chiffres',
    title: 'Les domaines en chiffres',
    sheet: 'Synthèse par domaine',
    columns: [
      { key: 'domaine', header: 'Domaine', format: 'texte', width: 1.6 },
      { key: 'besoins', header: 'Besoins', format: 'entier' },
      { key: 'non_couverts', header: 'Sans réponse', format: 'entier' },
      { key: 'partiels', header: 'Couverts en partie', format: 'entier' },
      { key: 'couverts', header: 'Couverts', format: 'entier' },
      { key: 'actions', header: 'Actions conduites', format: 'entier' },
      { key: 'acteurs', header: 'Acteurs', format: 'entier' },
      { key: 'engages', header: 'Volontaires ou engagés', format: 'entier' },
      { key: 'outils', header: 'Outils existants ou à adapter', format: 'entier' },
      { key: 'outils_a_creer', header: 'Outils à créer', format: 'entier' },
    ],
    rows: contexte.analyse.synthese.map(({ libelle, chiffres: n }) => ({
      domaine: libelle,
      besoins: n.besoins,
      non_couverts: n.besoinsNonCouverts,
      partiels: n.besoinsPartiels,
      couverts: n.besoinsCouverts,
      actions: n.actions,
      acteurs: n.acteurs,
      engages: n.acteursEngages,
      outils: n.outils,
      outils_a_creer: n.outilsACreer,
    })),
    source: 'Source : inventaires de l’étude ; une fiche compte dans chacun de ses domaines.',
    empty: 'Aucun domaine à l’étude.',
  });
}

/** Strengths, weaknesses, opportunities and threats of one domain, each with what it rests on. */
function afom(domaine: SyntheseDomaine): TableExhibit {
  return table({
    name: `synthese-${domaine.id}`,
    title: `Forces, faiblesses, opportunités et menaces : ${domaine.libelle}`,
    sheet: 'Forces et faiblesses',
    groupBy: 'nature',
    headerColumns: 2,
    columns: [
      { key: 'nature', header: 'Nature', format: 'texte', width: 1 },
      { key: 'texte', header: 'Élément', format: 'texte', width: 2.4 },
      { key: 'preuve', header: 'Preuve', format: 'texte', width: 3 },
    ],
    rows: CASES.flatMap(([key, nature]) =>
      domaine[key].map((item) => ({ nature, texte: dit(item), preuve: item.preuve })),
    ),
    source: `Source : fiches de ce domaine dans les inventaires. ${NOTE}`,
    empty: `Rien ne ressort des inventaires pour le domaine « ${domaine.libelle} ».`,
  });
}

export const syntheseExhibits: Fabrique = (contexte) => [
  marquer(chiffres(contexte), {
    non_couverts: contexte.analyse.preuves.couverture,
    partiels: contexte.analyse.preuves.couverture,
    couverts: contexte.analyse.preuves.couverture,
    engages: contexte.analyse.preuves.engagement,
    outils: contexte.analyse.preuves.outils,
    outils_a_creer: contexte.analyse.preuves.outils,
  }),
  domaines(contexte),
  preuves(contexte),
  ...contexte.analyse.synthese.map(afom),
];
export const annexesExhibits: Fabrique = (contexte) => [
  conformite(contexte),
  references(contexte),
  sources(contexte),
  sourcesDesPages(contexte),
  glossaire(contexte),
];
