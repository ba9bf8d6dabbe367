/** The live workbook, recomputed by LibreOffice: equal to the engine, before and after a reader's changes. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cell, Workbook } from 'exceljs';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { etudeAu } from '../../src/analysis/dates.js';
import { cle } from '../../src/analysis/formules/formule.js';
import { nouveauModele } from '../../src/analysis/formules/modele.js';
import { analyserScenarios } from '../../src/analysis/scenarios/index.js';
import type { IdIndicateur } from '../../src/analysis/scenarios/indicateurs/indicateurs.js';
import { classeurDe } from '../../src/documents/classeur/grille.js';
import { feuillesVivantes } from '../../src/documents/classeur/workbook-scenarios.js';
import { scenarios } from '../../src/documents/livrables/scenarios.js';
import type { Sheet } from '../../src/documents/workbook.js';
import { loadTheme } from '../../src/render/theme.js';
import { renderXlsx } from '../../src/render/xlsx/index.js';
import type { Study } from '../../src/study/study.js';
import { ENTREES, formuleAleatoire } from '../analysis/formules/random-formulas.js';
import { etudeAleatoire } from '../analysis/random-scenarios.js';
import { etudeVive, templatesDuProgramme } from '../support/composed.js';
import { differences, near, result } from '../support/formulas.js';
import { releaseExemple } from '../support/release.js';
import { hasSoffice, recalculateAll } from '../support/soffice.js';

const theme = await loadTheme();

async function workbookOf(study: Study): Promise<Uint8Array> {
  const templates = await templatesDuProgramme();
  const { produced } = scenarios.compose({ study, theme: theme.charts, templates, options: {} });
  const model = produced[0]?.workbook;
  if (!model) throw new Error('a workbook expected');
  return (await renderXlsx(model, theme)).bytes;
}

const open = async (bytes: Uint8Array): Promise<Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  return workbook;
};

const octets = async (workbook: Workbook): Promise<Uint8Array> =>
  new Uint8Array(await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as never));

/** The cell that a defined name stands for. */
function named(workbook: Workbook, name: string): Cell {
  const [range] = workbook.definedNames.getRanges(name).ranges;
  const match = /^'?(.+?)'?!\$?([A-Z]+)\$?(\d+)/.exec(range ?? '');
  const cell = match && workbook.getWorksheet(match[1] ?? '')?.getCell(`${match[2]}${match[3]}`);
  if (!cell) throw new Error(`no cell is named ${name}`);
  return cell;
}

const errors = (workbook: Workbook): string[] => {
  const found: string[] = [];
  workbook.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        const value = result(cell);
        if (typeof value === 'object' && value !== null && 'error' in value)
          found.push(`${sheet.name}!${cell.address} ${cell.formula} : ${JSON.stringify(value)}`);
      });
    });
  });
  return found.slice(0, 5);
};

/** The sheets that recompute, alone: all that random studies need. */
async function liveOnly(study: Study): Promise<Uint8Array> {
  const analyse = analyserScenarios(study, { tirages: 20 });
  const sheets = feuillesVivantes({ etude: study, analyse, theme: theme.charts }).map(
    ({ sheet }): Sheet => ({ part: 'Feuilles', kind: 'grille', grid: sheet }),
  );
  const words = { title: 'Essai', subject: 'Essai', author: 'Essai', version: '1.0', date: '2018-01-01' };
  return (await renderXlsx({ ...words, intro: [], parts: [], sheets }, theme)).bytes;
}

/** Every input set, whatever it was, to what its rule lets be typed: its lowest or highest number, the first or last word, or nothing. */
async function withInputs(workbook: Workbook, choice: 'min' | 'max' | 'vide'): Promise<Uint8Array> {
  workbook.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        const rule = cell.dataValidation;
        if (!rule || cell.formula) return;
        if (choice === 'vide') cell.value = null;
        else if (rule.type === 'list') {
          const words = String(rule.formulae[0]).replaceAll('"', '').split(',');
          cell.value = words.at(choice === 'min' ? 0 : -1) ?? null;
        } else cell.value = Number(rule.formulae.at(choice === 'min' ? 0 : -1));
      });
    });
  });
  return octets(workbook);
}

/** Formulas drawn at random, each beside its value. */
async function randomFormulas(): Promise<Uint8Array> {
  const drawn = fc.sample(formuleAleatoire, { numRuns: 300, seed: 11 });
  const m = nouveauModele();
  const classeur = classeurDe(m);
  const g = classeur.feuille("Formules d'essai", 'Formules', [10], 1);
  ENTREES.forEach((value, i) => {
    m.entree(cle('entree', i), value, { libelle: `entrée ${i}` });
    g.saisie(2 + i, 1, cle('entree', i), { type: 'texte' }, 'decimal');
  });
  drawn.forEach((formule, i) => {
    m.calcul(cle('resultat', i), formule, { libelle: `résultat ${i}` });
    g.calcul(2 + i, 2, cle('resultat', i), 'decimal');
  });
  classeur.ecrire();
  const words = { title: 'Essai', subject: 'Essai', author: 'Essai', version: '1.0', date: '2018-01-01' };
  return (
    await renderXlsx(
      { ...words, intro: [], parts: [], sheets: [{ part: 'Feuilles', kind: 'grille', grid: g.sheet }] },
      theme,
    )
  ).bytes;
}

const dateDe = ({ etude }: Study): string => etude.livrables?.find(({ id }) => id === 'scenarios')?.date ?? etude.date;

/** Five cells changed by a reader of the workbook, and the same five fields of the study. */
async function fiveChanges(study: Study, bytes: Uint8Array): Promise<{ changed: Study; archive: Uint8Array }> {
  const [one, other] = study.scenarios;
  const poste = one?.moyens.humains[0];
  const frais = other?.moyens.materiels?.[0];
  const aide = other?.financements.find(({ taux }) => taux !== undefined);
  const modalite = one?.modalites[0];
  const critere = study.criteres?.criteres[0];
  if (!one || !other || !poste || !frais || !aide || !modalite?.id || !critere)
    throw new Error('the example study has changed');
  const workbook = await open(bytes);
  const set = (name: string, value: number): void => {
    const cell = named(workbook, name.replace(/[^A-Za-z0-9_]/g, '_'));
    expect(cell.formula, name).toBeUndefined();
    cell.value = value;
  };
  set(`poids_${critere.id}`, 35);
  set(`quantite_${one.id}_${poste.id}`, 1.5);
  set(`cout_${other.id}_${frais.id}`, 23456);
  set(`taux_${other.id}_${aide.id}`, 0.4);
  set(`volume_${one.id}_${modalite.id}`, 200);
  const changed: Study = structuredClone(study);
  const [one2, other2] = [
    changed.scenarios.find(({ id }) => id === one.id),
    changed.scenarios.find(({ id }) => id === other.id),
  ];
  Object.assign(changed.criteres?.criteres[0] ?? {}, { poids: 35 });
  Object.assign(one2?.moyens.humains[0] ?? {}, { etp: 1.5 });
  Object.assign(other2?.moyens.materiels?.[0] ?? {}, { cout: 23456 });
  Object.assign(other2?.financements.find(({ id }) => id === aide.id) ?? {}, { taux: 0.4 });
  Object.assign(one2?.modalites[0] ?? {}, { volume_annuel: 200 });
  return { changed, archive: await octets(workbook) };
}

/** `LIVE_STUDIES=50 npx vitest run tests/e2e/live-workbook.test.ts` tries more. */
const RANDOM = Number(process.env.LIVE_STUDIES ?? 1);

describe.skipIf(!hasSoffice())('live workbook of the scenarios', () => {
  let bytes: Uint8Array;
  let study: Study;
  let changed: Study;
  let recomputed: Workbook;
  /** Workbooks as they were written, and as LibreOffice gives them back. */
  let written: Uint8Array[];
  let computed: Workbook[];
  let extremes: Workbook[];

  beforeAll(
    async () => {
      study = await etudeVive('data');
      bytes = await readFile(join((await releaseExemple()).folder, 'out', '1.0', 'scenarios.xlsx'));
      const random = fc.sample(etudeAleatoire, { numRuns: RANDOM, seed: Number(process.env.LIVE_SEED ?? 7) });
      written = [bytes, await workbookOf(await etudeVive('tests/fixtures/autre-etude')), await randomFormulas()];
      for (const one of random) written.push(await liveOnly(one));
      const live = await liveOnly(etudeAu(study, dateDe(study)).etude);
      const five = await fiveChanges(study, live);
      const opened = await open(live);
      const tried = [
        await withInputs(opened, 'min'),
        await withInputs(opened, 'max'),
        await withInputs(opened, 'vide'),
      ];
      const all = await recalculateAll(
        [...written, ...tried, five.archive],
        (rank) => rank === written.length + tried.length,
      );
      computed = all.slice(0, written.length);
      extremes = all.slice(written.length, -1);
      [changed, recomputed] = [five.changed, all.at(-1) as Workbook];
    },
    180_000 + 20_000 * RANDOM,
  );

  it('gives, formula by formula, the figures of the engine: the example, another study, random ones, random formulas', async () => {
    const least = [900, 350, 300];
    for (const [i, archive] of written.entries()) {
      const { formulas, faults } = differences(await open(archive), computed[i] as Workbook);
      expect(faults.slice(0, 10), `workbook ${i}`).toEqual([]);
      expect(formulas, `workbook ${i}`).toBeGreaterThanOrEqual(least[i] ?? 100);
    }
  });

  it('shows no error for any value that an input accepts', () => {
    expect(extremes.map(errors)).toEqual([[], [], []]);
  });

  it('follows five changes as the engine does: a weight, a post, a unit cost, a rate, a volume', () => {
    const date = dateDe(study);
    const before = analyserScenarios(etudeAu(study, date).etude, { tirages: 100 });
    const engine = analyserScenarios(etudeAu(changed, date).etude, { tirages: 100 });
    expect(engine.evaluation?.scores).not.toEqual(before.evaluation?.scores);
    engine.scenarios.forEach(({ chiffrage, viabilite }, i) => {
      const { id } = chiffrage.scenario;
      const cell = (name: string): unknown => result(named(recomputed, `${name}_${id}`.replace(/[^A-Za-z0-9_]/g, '_')));
      const value = (name: IdIndicateur): number => chiffrage.indicateurs.get(name)?.valeur ?? Number.NaN;
      for (const name of [
        'cout_total',
        'cout_annuel',
        'cout_par_demande',
        'charge_sur_capacite',
        'part_autofinancement',
        'part_premier_financeur',
        'besoin_tresorerie',
      ] as const)
        expect(
          near(cell(`resultat_${name}`), value(name)),
          `${id} ${name} : ${String(cell(`resultat_${name}`))} ≠ ${value(name)}`,
        ).toBe(true);
      expect(near(cell('resultat_solde'), chiffrage.recettesTotales - value('cout_total')), `${id} solde`).toBe(true);
      expect(cell('resultat_tests'), `${id} tests`).toBe(viabilite.tests.filter(({ satisfait }) => satisfait).length);
      expect(near(cell('resultat_viabilite'), viabilite.indice), `${id} viabilité`).toBe(true);
      expect(near(cell('resultat_score'), engine.evaluation?.scores[i]), `${id} score`).toBe(true);
      expect(cell('resultat_rang'), `${id} rang`).toBe(engine.evaluation?.ranks[i]);
    });
  });

  it('opens its inputs to the reader, with a rule, and protects everything else without a password', async () => {
    const workbook = await open(bytes);
    const weight = named(workbook, `poids_${study.criteres?.criteres[0]?.id ?? ''}`.replace(/[^A-Za-z0-9_]/g, '_'));
    expect(weight.protection?.locked).toBe(false);
    expect(weight.dataValidation?.type).toBe('decimal');
    const sheet = workbook.getWorksheet('Résultats');
    const protection = (sheet as unknown as { sheetProtection: { sheet: boolean; hashValue?: string } })
      .sheetProtection;
    expect(protection.sheet).toBe(true);
    expect(protection.hashValue).toBeUndefined();
    expect(sheet?.getCell('B5').protection?.locked ?? true).toBe(true);
  });
});
