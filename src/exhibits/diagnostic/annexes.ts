/** Compliance with the contract, references in force, sources, glossary. */

import { REPONSES, resumeReponses } from '../../analysis/conformite/reponses.js';
import { contratEnPhrase } from '../../study/contrat.js';
import type { Libelles, Study } from '../../study/study.js';
import { contracter, majuscule } from '../../texte/accords.js';
import { identifiant } from '../../texte/identifiant.js';
import { parOrdreFrancais } from '../../texte/ordre.js';
import { type Contexte, type Fabrique, FIABILITES, numeroSource, sourceDe } from '../cells.js';
import { col, tableDe } from '../colonnes.js';
import { formatCell } from '../format.js';
import type { TableExhibit } from '../types.js';

function conformite(contexte: Contexte): TableExhibit {
  const { exigences } = contexte.analyse.conformite;
  const contrat = contratEnPhrase(contexte.etude);
  const titre = `Exigences ${contracter('de', contrat)}`;
  return tableDe(exigences, {
    name: 'conformite-contrat',
    title: exigences.length ? `${titre} : ${resumeReponses(exigences)}` : titre,
    sheet: 'Conformité',
    columns: [
      col('ref', 'Référence', (e) => e.ref, 'texte', 0.9),
      col('texte', 'Exigence', (e) => e.texte, 'texte', 3),
      col('etat', 'Réponse', (e) => REPONSES[e.etat], 'texte', {
        width: 1.2,
        etats: {
          [REPONSES.complete]: 'bon',
          [REPONSES.exemple]: 'attention',
          [REPONSES.partielle]: 'attention',
          [REPONSES.prevue]: 'attention',
          [REPONSES.manquante]: 'alerte',
        },
      }),
      col('motif', 'Mesure', (e) => e.motif, 'texte', 2.8),
    ],
    source: `Source : ${contrat.replace(/^(?:l’|l[ea]s? )/u, '')} ; réponse mesurée sur les inventaires de l’étude.`,
    empty: `Aucune exigence ${contracter('de', contrat)} ne porte sur ce livrable.`,
  });
}

/** Signs that an id has not: what a theme is written with when it is written to be read. */
const signes = (theme: string): number => theme.replace(/[a-z0-9-]/g, '').length;

/** Hyphens of an id (« forme-juridique »), and not of a word (« sous-traitance »). */
const TIRETS = /(?<!(?:^|-)(?:sous|non|co|vice|avant|contre|demi|mi|micro|auto))-/g;

/** The themes as they are printed: one written several ways (« donnees-personnelles », « données personnelles ») is told by the one that is written to be read. */
function themesEnClair(themes: readonly string[]): (theme: string) => string {
  const best = new Map<string, string>();
  for (const theme of themes) {
    const known = best.get(identifiant(theme));
    if (known === undefined || signes(theme) > signes(known)) best.set(identifiant(theme), theme);
  }
  return (theme) => {
    const written = best.get(identifiant(theme)) ?? theme;
    return majuscule(signes(written) > 0 ? written : written.replace(TIRETS, ' '));
  };
}

function references(contexte: Contexte): TableExhibit {
  const { references: liste } = contexte.analyse;
  const themes = [...contexte.etude.references, ...liste].map(({ theme }) => theme);
  const clair = themesEnClair([
    ...themes,
    ...(contexte.etude.mode_operatoire?.cadre ?? []).flatMap((one) => one.themes),
  ]);
  return tableDe(
    [...liste].sort((a, b) => parOrdreFrancais(clair(a.theme), clair(b.theme))),
    {
      name: 'references-applicables',
      title: 'Références juridiques et financières applicables à la date du document',
      sheet: 'Références applicables',
      columns: [
        col('theme', 'Thème', (r) => clair(r.theme), 'texte', 1),
        col('titre', 'Référence', (r) => r.titre, 'texte', 1.8),
        col('regle', 'Règle', (r) => r.regle, 'texte', 3.2),
        col('depuis', 'Depuis', (r) => r.applicable_du ?? null, 'date', 0.9),
        col('jusqu_au', 'Jusqu’au', (r) => r.applicable_au ?? null, 'date', 0.9),
        col('fiabilite', 'Fiabilité', (r) => (r.fiabilite ? (FIABILITES[r.fiabilite] ?? null) : null), 'texte', {
          width: 0.9,
          uneFois: true,
        }),
      ],
      headerColumns: 2,
      groupBy: 'theme',
      source: sourceDe('références de l’étude', liste),
      empty: 'Aucune référence applicable à cette date.',
    },
  );
}

const TYPES: Libelles<Study['sources'][number]['type']> = {
  document: 'Document',
  site: 'Site',
  entretien: 'Entretien',
  atelier: 'Atelier',
  enquete: 'Enquête',
  donnees: 'Données',
};

function sources(contexte: Contexte): TableExhibit {
  return tableDe(contexte.analyse.sources, {
    name: 'sources',
    title: 'Sources des fiches employées',
    sheet: 'Sources',
    columns: [
      col('numero', 'N°', (_, i) => numeroSource(i), 'texte', 0.5),
      col('titre', 'Titre', (s) => s.titre, 'texte', 4),
      col('auteur', 'Auteur', (s) => s.auteur ?? null, 'texte', 2),
      col('date', 'Date', (s) => s.date ?? null, 'date', 0.8),
      col('type', 'Type', (s) => TYPES[s.type], 'texte', { width: 0.8, workbookOnly: true }),
      col('url', 'Adresse', (s) => s.url ?? null, 'texte', 2.4),
    ],
    headerColumns: 2,
    empty: 'Aucune fiche employée ici ne cite de source connue à la date de ce document.',
  });
}

/** A source as a reference is written: title, author, date. */
const reference = ({ titre, auteur, date }: Study['sources'][number]): string =>
  [titre, auteur, date ? formatCell(date, 'date') : undefined].filter(Boolean).join(', ');

/** The whole list as pages give it: what names a source on one line or two, its address beside it. */
function sourcesEnReferences(contexte: Contexte): TableExhibit {
  return {
    ...tableDe(contexte.analyse.sources, {
      name: 'sources-references',
      title: 'Sources des fiches employées',
      columns: [
        col('numero', 'N°', (_, i) => numeroSource(i), 'texte'),
        col('reference', 'Titre, auteur, date', reference, 'texte'),
        col('url', 'Adresse', (s) => s.url ?? null, 'texte'),
      ],
      headerColumns: 2,
      empty: 'Aucune fiche employée ici ne cite de source connue à la date de ce document.',
    }),
    // The workbook has a column for each.
    part: null,
  };
}

/** The sources that the tables of the pages cite, under the numbers of the whole list; addresses are in the workbook. */
function sourcesDesPages(contexte: Contexte): TableExhibit {
  const { etude, analyse } = contexte;
  const named = new Set(
    [...analyse.actions.liste.map(({ source }) => source), ...analyse.actions.apart.map(({ action }) => action.source)]
      .flatMap(({ sources: ids }) => ids ?? [])
      .concat(analyse.experiences.retenues.flatMap(({ source }) => source.sources ?? []))
      .concat((etude.territoire.chiffres_cles ?? []).flatMap(({ sources: ids }) => ids ?? []))
      .concat(etude.territoire.sources ?? [])
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
  return tableDe(contexte.analyse.glossaire, {
    name: 'glossaire',
    title: 'Sigles',
    sheet: 'Sigles',
    columns: [
      col('sigle', 'Sigle', (entry) => entry.sigle, 'texte', 1),
      col('signification', 'Signification', (entry) => entry.signification, 'texte', 4),
    ],
    empty: 'Aucun sigle.',
  });
}

export const annexesExhibits: Fabrique = (contexte) => [
  conformite(contexte),
  references(contexte),
  sources(contexte),
  sourcesEnReferences(contexte),
  sourcesDesPages(contexte),
  glossaire(contexte),
];
