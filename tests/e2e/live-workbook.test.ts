/** The live workbook, recomputed by LibreOffice: equal to the engine, before and after a reader's changes. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Cell, Workbook } from 'exceljs';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { etudeAu } from '../../src/analysis/dates.js';
import { analyserScenarios } from '../../src/analysis/scenarios/index.js';
import { scenarios } from '../../src/documents/scenarios.js';
import { readTemplates } from '../../src/documents/templates.js';
import { loadTheme } from '../../src/render/theme.js';
import { renderXlsx } from '../../src/render/xlsx/index.js';
import { loadStudy } from '../../src/study/load.js';
import type { Study } from '../../src/study/study.js';
import { hasSoffice, recalculate } from '../support/soffice.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

async function studyIn(folder: string): Promise<Study> {
  const { study } = await loadStudy(join(root, folder), { cwd: root });
  if (!study) throw new Error(`${folder} has errors`);
  return study;
}

async function workbookOf(study: Study): Promise<Uint8Array> {
  const theme = await loadTheme();
  const templates = await readTemplates(join(root, 'data'), root);
  const { produced } = scenarios.compose({ study, theme: theme.charts, templates, options: {} });
  const model = produced[0]?.workbook;
  if (!model) throw new Error('a workbook expected');
  return (await renderXlsx(model)).bytes;
}

const open = async (bytes: Uint8Array): Promise<Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  return workbook;
};

/** The cell that a defined name stands for. */
function named(workbook: Workbook, name: string): Cell {
  const [range] = workbook.definedNames.getRanges(name).ranges;
  const match = /^'?(.+?)'?!\$?([A-Z]+)\$?(\d+)/.exec(range ?? '');
  const cell = match && workbook.getWorksheet(match[1] ?? '')?.getCell(`${match[2]}${match[3]}`);
  if (!cell) throw new Error(`no cell is named ${name}`);
  return cell;
}

/** The reader of the test leaves out the cached zero of a formula. */
const result = ({ value }: Cell): unknown =>
  typeof value === 'object' && value !== null && 'formula' in value ? (value.result ?? 0) : value;

const near = (a: unknown, b: unknown): boolean =>
  typeof a === 'number' && typeof b === 'number'
    ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
    : a === b;

describe.skipIf(!hasSoffice())('live workbook of the scenarios', () => {
  let bytes: Uint8Array;
  let study: Study;
  beforeAll(async () => {
    study = await studyIn('data');
    bytes = await workbookOf(study);
  });

  it.each([
    ['the example', 'data', 500],
    ['another study, with its own criteria and value functions', 'tests/fixtures/autre-etude', 200],
  ])(
    'gives, formula by formula, the figures of the engine: %s',
    async (_, folder, least) => {
      const archive = folder === 'data' ? bytes : await workbookOf(await studyIn(folder));
      const [carried, computed] = [await open(archive), await recalculate(archive)];
      let formulas = 0;
      const differences: string[] = [];
      carried.eachSheet((sheet) => {
        sheet.eachRow((row) => {
          row.eachCell((cell) => {
            if (!cell.formula) return;
            formulas++;
            const again = result(computed.getWorksheet(sheet.name)?.getCell(cell.address) as Cell);
            if (!near(result(cell), again))
              differences.push(
                `${sheet.name}!${cell.address} ${cell.formula} : ${String(result(cell))} ≠ ${String(again)}`,
              );
          });
        });
      });
      expect(differences.slice(0, 10)).toEqual([]);
      expect(formulas).toBeGreaterThan(least);
    },
    60_000,
  );

  it('follows five changes as the engine does: a weight, a post, a unit cost, a rate, a volume', async () => {
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
    const computed = await recalculate(new Uint8Array(await workbook.xlsx.writeBuffer()));

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
    const date = study.etude.livrables?.find(({ id }) => id === 'scenarios')?.date ?? study.etude.date;
    const before = analyserScenarios(etudeAu(study, date).etude, { tirages: 100 });
    const engine = analyserScenarios(etudeAu(changed, date).etude, { tirages: 100 });
    expect(engine.evaluation?.scores).not.toEqual(before.evaluation?.scores);
    engine.scenarios.forEach(({ chiffrage, viabilite }, i) => {
      const { id } = chiffrage.scenario;
      const cell = (name: string): unknown => result(named(computed, `${name}_${id}`.replace(/[^A-Za-z0-9_]/g, '_')));
      const value = (name: string): number => chiffrage.indicateurs.get(name)?.valeur ?? Number.NaN;
      for (const name of [
        'cout_total',
        'cout_annuel',
        'cout_par_demande',
        'charge_sur_capacite',
        'part_autofinancement',
        'part_premier_financeur',
        'besoin_tresorerie',
      ])
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
  }, 60_000);

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
