/** A column named as a field of the study shows that field, and no other of its entry: a table that takes the neighbour is seen, whatever the table. */
import { describe, expect, it } from 'vitest';
import { nomActeur } from '../../../src/analysis/vocabulaire.js';
import type { Deliverable } from '../../../src/documents/registry.js';
import type { TableExhibit } from '../../../src/exhibits/types.js';
import { juxtaposer } from '../../../src/texte/accords.js';
import { composee, etudeVive } from '../../support/composed.js';

type Fiche = Readonly<Record<string, unknown>>;

const isFiche = (value: unknown): value is Fiche =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every list of two entries and more that the study holds. */
function listesDe(value: unknown): Fiche[][] {
  if (Array.isArray(value))
    return [...(value.length > 1 && value.every(isFiche) ? [value] : []), ...value.flatMap(listesDe)];
  return isFiche(value) ? Object.values(value).flatMap(listesDe) : [];
}

const study = await etudeVive('data');

/** What documents call what an id names. */
const NOMS = new Map<string, string>([
  ...[study.etude.publics, study.etude.domaines, study.etude.fonctions, study.etude.modalites].flatMap((list) =>
    list.map(({ id, libelle }) => [id, libelle] as const),
  ),
  ...study.acteurs.map(({ id }) => [id, nomActeur(study, id) ?? id] as const),
]);

/** As a cell has it: ids by their names, a text without what typography puts between its words. */
const nu = (value: unknown): unknown => {
  if (Array.isArray(value) && value.length > 0 && value.every((one) => NOMS.has(one)))
    return nu(juxtaposer(value.map((one) => NOMS.get(one) ?? '')));
  return typeof value === 'string' ? (NOMS.get(value) ?? value).replace(/[\s\u2019']+/g, ' ').trim() : (value ?? null);
};

interface Place {
  liste: number;
  fiche: Fiche;
}

/** Where each text stands among the entries. */
function placesDe(listes: readonly Fiche[][]): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const [liste, fiches] of listes.entries())
    for (const fiche of fiches)
      for (const value of new Set(Object.values(fiche).map(nu)))
        if (typeof value === 'string') places.set(value, [...(places.get(value) ?? []), { liste, fiche }]);
  return places;
}

/** The entries that the rows of a table tell, one each, by the texts of one of its columns; null when they are none of one list. */
function fichesDe(table: TableExhibit, places: ReadonlyMap<string, Place[]>): Fiche[] | null {
  for (const { key } of table.columns) {
    const found = table.rows.map((row) => places.get(String(nu(row[key]))) ?? []);
    const listes = new Set(found[0]?.map(({ liste }) => liste));
    for (const liste of listes) {
      const each = found.map((some) => some.filter((one) => one.liste === liste));
      const fiches = each.flatMap((some) => (some.length === 1 && some[0] ? [some[0].fiche] : []));
      if (fiches.length === table.rows.length && new Set(fiches).size > 1) return fiches;
    }
  }
  return null;
}

const ID = /^[a-z][a-z\d]*(-[a-z\d]+)*$/;

const memes = (cells: readonly unknown[], values: readonly unknown[]): boolean =>
  cells.every((cell, i) => cell === values[i]);

/** The columns of a table that show the field of their name, and those that show that of another. */
function lues(table: TableExhibit, fiches: readonly Fiche[]): { propres: string[]; autres: string[] } {
  const fields = [...new Set(fiches.flatMap((fiche) => Object.keys(fiche)))];
  const valeurs = new Map(fields.map((field) => [field, fiches.map((fiche) => nu(fiche[field]))]));
  const found = { propres: [] as string[], autres: [] as string[] };
  for (const { key } of table.columns) {
    const own = valeurs.get(key);
    const cells = table.rows.map((row) => nu(row[key]));
    if (!own || new Set(cells).size < 2) continue;
    if (memes(cells, own)) found.propres.push(key);
    // An id may be shown by what it names, or by what its entry says of it.
    else if (!fiches.every((fiche) => ID.test(String(fiche[key] ?? 'nul'))))
      for (const [field, values] of valeurs)
        if (memes(cells, values)) found.autres.push(`${table.name} : ${key} montre ${field}`);
  }
  return found;
}

const tablesDe = async (livrable: Deliverable): Promise<TableExhibit[]> =>
  ((await composee('data', livrable))?.produced ?? []).flatMap(({ workbook }) =>
    (workbook?.sheets ?? []).flatMap((sheet) => (sheet.kind === 'tableaux' ? sheet.tables : [])),
  );

const places = placesDe(listesDe(study));

describe.each<[Deliverable, number]>([
  ['diagnostic', 50],
  ['scenarios', 20],
  ['mode-operatoire', 35],
  ['fiches-projets', 8],
  ['bilan', 15],
])('%s', (livrable, least) => {
  it('shows under the name of a field that field', async () => {
    const tables = await tablesDe(livrable);
    const read = tables.flatMap((table) => {
      const fiches = table.rows.length > 1 ? fichesDe(table, places) : null;
      return fiches ? [lues(table, fiches)] : [];
    });
    expect(read.flatMap(({ autres }) => autres)).toEqual([]);
    expect(read.flatMap(({ propres }) => propres).length).toBeGreaterThan(least);
  });
});

it('holds every note of the priorities, and the posts of a scenario to their sum', async () => {
  const tables = new Map((await tablesDe('scenarios')).map((table) => [table.name, table]));
  const { cadre = [], eligibilite = [] } = study.priorites ?? {};
  expect(eligibilite.length).toBeGreaterThan(0);
  expect(tables.get('priorites-motifs')?.rows).toHaveLength(cadre.length + eligibilite.length);
  expect(
    tables
      .get('priorites-ajustements')
      ?.rows.map(({ points }) => points)
      .sort(),
  ).toEqual((study.priorites?.ajustements ?? []).map(({ points }) => points).sort());
  for (const { id, moyens } of study.scenarios)
    expect(tables.get(`scenario-${id}-humains`)?.totals?.etp, id).toBeCloseTo(
      moyens.humains.reduce((sum, { etp }) => sum + etp, 0),
    );
});

it('tells in the log of requests the answers later than the longest delay that is promised and held', async () => {
  const [made] = (await composee('data', 'mode-operatoire'))?.produced ?? [];
  const log = made?.workbook?.sheets.find((one) => one.kind === 'grille' && one.grid.name === 'Journal des demandes');
  const formules = log?.kind === 'grille' ? log.grid.alertes.map(({ formule }) => formule) : [];
  // Promised: 2, 10 and 45 days.
  expect(formules).toEqual([expect.stringMatching(/>45\)$/)]);
});
