/** What the title of the money of the dispositif says: a side of the accounts that nobody wrote is not one of zero euros. */
import { expect, it } from 'vitest';
import type { DispositifAnalysis, LigneDispositif } from '../../src/analysis/projets/dispositif.js';
import { formatCell } from '../../src/exhibits/format.js';
import type { ContexteProjets } from '../../src/exhibits/projets/contexte.js';
import { dispositifExhibits } from '../../src/exhibits/projets/dispositif.js';
import { etude } from '../analysis/small-study.js';

const ligne = (prevu: number, realise: number | null): LigneDispositif => ({
  libelle: 'x',
  prevu,
  aProportion: null,
  realise,
  commentaire: null,
});

const tableaux = (
  depenses: LigneDispositif[],
  recettes: LigneDispositif[],
  argent: object | null = null,
  demandes: object[] = [],
  mois: number | null = null,
) => {
  const dispositif = {
    au: '2019-10-31',
    mois,
    aLaDuree: false,
    depenses,
    recettes,
    argent,
    jours: [],
    partenaires: { prevu: 0, realise: null },
    volumes: [],
    demandes,
    conventions: { signees: [], enRetard: [], nonSignees: [] },
    conditions: { aTemps: [], enRetard: [], nonRemplies: [] },
    taches: [],
    risques: [],
  } as unknown as DispositifAnalysis;
  const contexte = { etude: { ...etude(), mode_operatoire: null }, bilan: { dispositif } };
  return dispositifExhibits(contexte as unknown as ContexteProjets);
};

const titre = (depenses: LigneDispositif[], recettes: LigneDispositif[]): string | undefined =>
  tableaux(depenses, recettes)
    .find(({ name }) => name === 'dispositif-argent')
    ?.title.replace(/\s/g, ' ');

it('says both sides of accounts that have both', () => {
  expect(titre([ligne(900, 800), ligne(100, null)], [ligne(600, 0)])).toBe(
    'Dépensé : 800 € pour 1 000 € prévus ; reçu : 0 € pour 600 € attendus',
  );
});

it('says nothing of a side that nobody wrote', () => {
  expect(titre([ligne(900, 800)], [ligne(600, null)])).toBe('Dépensé : 800 € pour 900 € prévus');
  expect(titre([ligne(900, null)], [ligne(600, 500)])).toBe('Reçu : 500 € pour 600 € attendus');
  expect(titre([ligne(900, null)], [])).toBe('Dépenses et recettes du dispositif');
});

it('shows the rate of an aid as it is computed with, whole or not', () => {
  const taux = (...rates: number[]): unknown[] => {
    const aides = rates.map((rate) => ({
      libelle: 'x',
      taux: rate,
      admisesPrevues: 0,
      admisesFaites: 0,
      prevu: 0,
      ouvert: 0,
      recu: 0,
    }));
    const found = tableaux([], [], { aides }).find(({ name }) => name === 'dispositif-aides');
    if (found?.kind !== 'table') throw new Error('a table expected');
    const format = found.columns.find(({ key }) => key === 'taux')?.format;
    return found.rows.map((row) => formatCell(row.taux ?? null, format ?? 'texte').replace(/\s/g, ' '));
  };
  expect(taux(0.6, 0.8)).toEqual(['60 %', '80 %']);
  expect(taux(0.6, 0.16404)).toEqual(['60 %', '16,404 %']);
});

it('draws no share from a few requests', () => {
  const columns = (...nombres: number[]) =>
    tableaux(
      [],
      [],
      null,
      nombres.map((nombre, i) => ({ sort: `s${i}`, nombre })),
    ).flatMap((one) =>
      one.name === 'dispositif-demandes' && one.kind === 'table' ? one.columns.map(({ key }) => key) : [],
    );
  expect(columns(4, 2, 1)).toEqual(['sort', 'nombre']);
  expect(columns(12, 7)).not.toContain('part');
  expect(columns(12, 8)).toContain('part');
});

it('shows no gap between accounts of six months and a year: what part of it was done', () => {
  const columns = (mois: number | null) =>
    tableaux([ligne(900, 300)], [], null, [], mois).flatMap((one) =>
      one.name === 'dispositif-argent' && one.kind === 'table'
        ? one.columns.flatMap(({ key, header }) => (/^(?:ecart|part)$/.test(key) ? [[header, one.rows[0]?.[key]]] : []))
        : [],
    );
  expect(columns(6)).toEqual([['Part du prévu', 1 / 3]]);
  expect(columns(null)).toEqual([['Écart', 300 / 900 - 1]]);
});

it('sets the share of the year that shorter accounts cover beside the year, and says so', () => {
  const seen = (mois: number | null) => {
    const found = tableaux([{ ...ligne(1200, 800), aProportion: mois === 9 ? 900 : null }], [], null, [], mois).find(
      ({ name }) => name === 'dispositif-argent',
    );
    if (found?.kind !== 'table') throw new Error('a table expected');
    return { titles: found.columns.map(({ header }) => header), row: found.rows[0], source: found.source };
  };
  expect(seen(9)).toMatchObject({ row: { prevu: 1200, aProportion: 900 } });
  expect(seen(9).titles.join()).toMatch(/proportion, 9\smois \(€\)/);
  expect(seen(9).source).toContain('achats entiers');
  for (const mois of [null, 15]) expect(seen(mois).titles.join()).not.toContain('proportion');
});
