/** The territory, the figures of the study at a glance, and the steering committee. */

import { posterieur } from '../../analysis/dates.js';
import { preuvesDe } from '../../analysis/preuves.js';
import { SEUIL_PETITE_COMMUNE } from '../../analysis/territoire.js';
import { compte, enumerer } from '../../texte/accords.js';
import { nombreFr } from '../../texte/nombres.js';
import { type Contexte, type Fabrique, marquer, sourceDe } from '../cells.js';
import { col, tableDe } from '../colonnes.js';
import { formatCell } from '../format.js';
import type { TableExhibit } from '../types.js';
import { carte } from './carte.js';

function source({ analyse }: Contexte): string {
  const { millesime, total } = analyse.territoire;
  return `Source : référentiel des communes de l’étude${millesime ? `, millésime ${millesime}` : ''} ; ${compte(total.communes, 'commune', 'communes', 'aucune commune')}.`;
}

/** Said under a table whose density is not that of its inhabitants and its area: of a commune, one of them is not known. A table that shows none says nothing. */
function surQuoi({ etude }: Contexte, rows: readonly { densite: number | null }[]): string {
  if (rows.every(({ densite: shown }) => shown === null)) return '';
  const { length: n } = etude.territoire.communes.filter(
    ({ population, superficie_km2 }) => population === undefined || superficie_km2 === undefined,
  );
  return n === 0
    ? ''
    : ` La densité laisse de côté ${compte(n, 'commune', 'communes')} dont la population ou la superficie n’est pas connue.`;
}

/** `population` is the key of the inhabitants that the area holds. */
const densite = (header = 'Densité (hab./km²)', population = 'population') =>
  col('densite', header, (p: { densite: number | null }) => p.densite, 'decimal', {
    width: 0.9,
    calcul: { type: 'quotient', de: [population, 'superficie'] },
  });

function epci(contexte: Contexte): TableExhibit {
  const { epci: liste, total } = contexte.analyse.territoire;
  return tableDe(liste, {
    name: 'epci',
    title: liste.length === 1 ? 'L’intercommunalité de l’étude' : 'Les intercommunalités de l’étude',
    sheet: 'Intercommunalités',
    columns: [
      col('nom', 'Intercommunalité', (e) => e.nom, 'texte', 2),
      col('communes', 'Communes', (e) => e.communes, 'entier', 0.8),
      col('population', 'Habitants', (e) => e.population || null, 'entier', 0.9),
      col('superficie', 'Superficie (km²)', (e) => e.superficie || null, 'decimal', 0.9),
      densite(),
      col(
        'petites',
        `Communes de moins de ${SEUIL_PETITE_COMMUNE} hab.`,
        (e) => (e.sansPopulation === e.communes ? null : e.petites),
        'entier',
        1,
      ),
    ],
    // Of one line that holds them all there is nothing to add up; of what no commune tells, there is no total.
    ...(liste.length === 1 && liste[0]?.communes === total.communes
      ? {}
      : {
          totals: {
            nom: 'Ensemble des communes',
            ...total,
            population: total.population || null,
            superficie: total.superficie || null,
            petites: total.sansPopulation === total.communes ? null : total.petites,
          },
        }),
    source: `${source(contexte)}${surQuoi(contexte, liste)}`,
    empty: 'Aucune intercommunalité renseignée.',
  });
}

/** The documents that give the official totals, by name: the table of landmarks leaves these figures out. */
function sourcesOfficielles({ etude, analyse }: Contexte): string {
  const ids = new Set(
    analyse.territoire.perimetres.flatMap(({ officiel, communes }) =>
      officiel?.communes != null && officiel.communes > communes ? officiel.sources : [],
    ),
  );
  const titres = etude.sources.filter(({ id }) => ids.has(id)).map(({ titre }) => `« ${titre} »`);
  return titres.length > 0 ? enumerer(titres) : 'chiffre de l’étude';
}

/** Each perimeter once: one made of the same communes is named beside the first. */
function perimetres(contexte: Contexte): TableExhibit {
  const tous = contexte.analyse.territoire.perimetres;
  const partiel = tous.some(({ officiel, communes }) => officiel?.communes != null && officiel.communes > communes);
  const uniques = tous.filter(({ memeQue }) => memeQue === null);
  return tableDe(uniques, {
    name: 'perimetres',
    title: uniques.length === 1 ? 'Le périmètre à l’étude' : 'Les périmètres à l’étude',
    sheet: 'Intercommunalités',
    columns: [
      col(
        'libelle',
        'Périmètre',
        (p) =>
          [p.libelle, ...tous.filter(({ memeQue }) => memeQue === p.libelle).map((q) => q.libelle)].join(
            '\nMêmes communes : ',
          ),
        'texte',
        2.4,
      ),
      col('communes_total', 'Communes', (p) => p.officiel?.communes ?? p.communes, 'entier', {
        width: 0.8,
        note: 'Total officiel quand une source le donne, sinon communes décrites.',
      }),
      col('population_total', 'Habitants', (p) => p.officiel?.population ?? (p.population || null), 'entier', 0.9),
      // Where an official total covers more communes than the study describes.
      partiel
        ? [
            col('communes', 'dont décrites ici', (p) => p.communes, 'entier', 0.8),
            col('population', 'leurs habitants', (p) => p.population || null, 'entier', 0.9),
          ]
        : [],
      col(
        'superficie',
        partiel ? 'leur superficie (km²)' : 'Superficie (km²)',
        (p) => p.superficie || null,
        'decimal',
        0.9,
      ),
      partiel ? densite('leur densité (hab./km²)') : densite(undefined, 'population_total'),
    ],
    source: partiel
      ? `${source(contexte)} Total officiel d’un périmètre : ${sourcesOfficielles(contexte)} ; les communes décrites n’en sont qu’une part, d’un autre millésime.${surQuoi(contexte, uniques)}`
      : `${source(contexte)}${surQuoi(contexte, uniques)}`,
    empty: 'Aucun périmètre renseigné.',
  });
}

/**
 * Key figures of the territory as its sources give them, none later than the date of the document. The page shows the measured ones that no other
 * table gives; the workbook has them all.
 */
function reperes({ etude, analyse }: Contexte, page: boolean): TableExhibit {
  const chiffres = (etude.territoire.chiffres_cles ?? []).filter(
    (c) =>
      !posterieur(c.date, analyse.date) &&
      (!page ||
        (typeof c.valeur === 'number' &&
          c.date !== undefined &&
          !(c.perimetre !== undefined && c.mesure !== undefined))),
  );
  const cadre = ({ territoire, date }: (typeof chiffres)[number]): string =>
    [territoire ?? 'Périmètre non précisé', date ? formatCell(date, 'date') : 'sans date'].join(', ');
  const order = [...new Set(chiffres.map(cadre))];
  const rows = page ? order.flatMap((one) => chiffres.filter((c) => cadre(c) === one)) : chiffres;
  const table = tableDe(rows, {
    name: page ? 'reperes' : 'reperes-tous',
    title: page ? 'Repères sur le territoire' : 'Tous les repères sur le territoire',
    sheet: 'Repères',
    ...(page ? { part: null } : {}),
    ...(page ? { groupBy: 'cadre', headerColumns: 2 } : {}),
    columns: [
      page ? col('cadre', 'Périmètre et date', cadre) : [],
      col('libelle', 'Repère', (c) => c.libelle, 'texte', 3),
      col(
        'valeur',
        'Valeur',
        (c) => [typeof c.valeur === 'number' ? nombreFr(c.valeur) : c.valeur, c.unite].filter(Boolean).join('\u00a0'),
        'texte',
        1.6,
      ),
      page
        ? []
        : [
            col('date', 'Date', (c) => c.date ?? null, 'date', 0.8),
            col('territoire', 'Périmètre', (c) => c.territoire ?? null, 'texte', 1.3),
          ],
      col('precision', 'Précision', (c) => c.commentaire ?? null, 'texte', 2.6),
    ],
    // A figure that cites nothing has no source in the annex.
    source: sourceDe(
      chiffres.some(({ sources = [] }) => sources.length > 0) ? 'sources citées en annexe' : 'repères de l’étude',
      chiffres,
    ),
    empty: 'Aucun repère renseigné.',
  });
  return marquer(table, { valeur: preuvesDe(chiffres) });
}

export const territoireExhibits: Fabrique = (contexte) => [
  carte(contexte, source(contexte)),
  epci(contexte),
  reperes(contexte, true),
  reperes(contexte, false),
  perimetres(contexte),
];
