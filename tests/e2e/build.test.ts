import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { atelier, copyStudy, edit, type Outcome, root } from '../support/cli.js';
import { compositionFaults } from '../support/composition.js';
import { runIn } from '../support/in-process.js';
import { checkPackage } from '../support/office/package.js';
import { pdfText } from '../support/pdf-text.js';
import { checkPdf } from '../support/pdfua/index.js';
import { releaseExemple } from '../support/release.js';

/** Rows of a workbook as tall as a sheet can show, so that something of them may not be seen: « sheet, row ». */
async function cutRows(file: string): Promise<string[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const cut: string[] = [];
  for (const sheet of book.worksheets)
    sheet.eachRow((row, number) => {
      if (row.height >= 400) cut.push(`${sheet.name}, ${number}`);
    });
  return cut;
}
/** Pages after the cover that hold nothing but their header, their footer and the word across a draft. */
const blankPages = (file: string): number[] =>
  pdfText(file, '-layout')
    .split('\f')
    .slice(1, -1)
    .flatMap((page, i) => {
      const lines = page.split('\n').filter((line) => line.trim() && !/^\s*([PROJET]{1,2}\s*)+$/.test(line));
      return lines.length <= 2 ? [i + 2] : [];
    });
const sha256 = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex');

describe('the diagnostic of the example study', () => {
  let out: string;
  let outcome: Outcome;
  beforeAll(async () => {
    const release = await releaseExemple();
    outcome = release.outcome;
    out = join(release.folder, 'out');
  });

  it('is told, and where it is, in French', () => {
    expect(outcome.code, outcome.stderr).toBe(0);
    expect(outcome.stderr).toMatch(/Étude « .+ », version 1\.0 \(\d+ fichiers, \d+ fiches/);
    expect(outcome.stderr).toMatch(/diagnostic\.pdf +\d+ pages +\d+ Ko/);
    expect(outcome.stderr).toMatch(/diagnostic\.xlsx +\d+ feuilles +\d+ Ko/);
    expect(outcome.stdout).toMatch(/→ .*1\.0\//);
  });

  it('gives a document that reads as French prose, with no raw id, no leftover of a template', () => {
    const text = pdfText(join(out, '1.0', 'diagnostic.pdf'), '-layout');
    expect(text).toMatch(/Sommaire/);
    expect(text).not.toMatch(/undefined|NaN|\[object|\{\{|null\b|::figure|::tableau/);
    // In the address of a page it is no id.
    expect(text).not.toMatch(/(?<!-)energies-renouvelables|patrimoine-bati|expertise-conseil/);
  });

  it('gives a document tagged throughout, of a length that a committee reads', () => {
    const { faults, pages, counts, cutInCells } = checkPdf(join(out, '1.0', 'diagnostic.pdf'));
    expect(faults).toEqual([]);
    expect(cutInCells).toEqual([]);
    expect(blankPages(join(out, '1.0', 'diagnostic.pdf'))).toEqual([]);
    expect(compositionFaults(join(out, '1.0', 'diagnostic.pdf'))).toEqual([]);
    expect(pages).toBeGreaterThanOrEqual(40);
    expect(pages).toBeLessThanOrEqual(50);
    expect(counts.get('Figure')).toBeGreaterThanOrEqual(6);
  });
});

describe('the scenarios of the example study', () => {
  let out: string;
  beforeAll(async () => {
    out = join((await releaseExemple()).folder, 'out');
  });

  it('gives a tagged document of a length that a committee reads, in French, with no raw id', () => {
    const file = join(out, '1.0', 'scenarios.pdf');
    const { faults, pages, counts, cutInCells } = checkPdf(file);
    expect(faults).toEqual([]);
    expect(cutInCells).toEqual([]);
    expect(blankPages(file)).toEqual([]);
    expect(compositionFaults(file)).toEqual([]);
    expect(pages).toBeGreaterThanOrEqual(30);
    expect(pages).toBeLessThanOrEqual(40);
    expect(counts.get('Figure')).toBeGreaterThanOrEqual(12);
    const text = pdfText(file, '-layout');
    expect(text).not.toMatch(/undefined|NaN|\[object|\{\{|null\b|::figure|::tableau/);
    expect(text).not.toMatch(/reseau-anime|atelier-integre|patrimoine-bati|smpnrlf|a-remplir/);
    expect(text).not.toMatch(/phi\b|acceptabilit|\bTOPSIS\b|PROMETHEE/i);
  });

  it('gives a workbook that hides nothing of its rows, and the amounts of each indicator one by one', async () => {
    const file = join(out, '1.0', 'scenarios.xlsx');
    expect(await cutRows(file)).toEqual([]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    const named = (book.getWorksheet('Indicateurs')?.getSheetValues() ?? []).find(
      (row) => Array.isArray(row) && row[1] === 'Risque moyen',
    );
    const rank = Array.isArray(named) ? named[2] : null;
    const sheet = book.getWorksheet('Montants des indicateurs');
    const amounts = (sheet?.getSheetValues() ?? []).filter(
      (row) => Array.isArray(row) && row[1] === 'Réseau' && String(row[4]).split(', ').includes(String(rank)),
    );
    // The scenario tells two risks, each with a probability and a severity.
    expect(amounts).toHaveLength(4);
    const labels = (sheet?.getSheetValues() ?? []).flatMap((row) => (Array.isArray(row) ? [String(row[2])] : []));
    expect(labels.filter((label) => label.startsWith('jours d’Aduhme'))).not.toEqual([]);
    // Organisations by their names, and no full stop within a label.
    expect(labels.filter((label) => /^jours (?:de |d’)[a-z0-9-]+$/.test(label) || label.includes('.,'))).toEqual([]);
  });

  it('answers every requirement of its phase: a meeting of the month of the document is not later than it', () => {
    const text = pdfText(join(out, '1.0', 'scenarios.pdf'), '-layout');
    expect(text).toMatch(/Exigences du cahier des charges : 9 complètes sur données d’exemple/);
  });

  it('says of which posts the bearer’s days are, and which is held already', () => {
    const text = pdfText(join(out, '1.0', 'scenarios.pdf'), '-layout').replace(/\s+/g, ' ');
    expect(text).toMatch(/qui en a 170, et 88 aux partenaires, qui en apportent 99\./);
    // A tool of 85 days serves a modality of 84.
    expect(text).toMatch(
      /La charge ne compte pas 1 jour par an que demande « Guichet unique .+? l’équipe du porteur en garde 8\./,
    );
    expect(text).toMatch(
      /Jours du porteur, poste par poste : 124 pour « animateur du réseau » et 46 pour « appui administratif » \(déjà en poste\)\./,
    );
    // Names that hold « et » are set apart by semicolons: they stand after a colon, and are the subject of no verb.
    expect(text).toMatch(/Paient leurs propres dépenses, hors de cette caisse : [^.:]+ ; [^.:]+\./);
  });
});

describe('the deliverables of the experimentation of the example study', () => {
  let out: string;
  beforeAll(async () => {
    out = join((await releaseExemple()).folder, 'out');
  });

  it.each([
    ['mode-operatoire', 20, 40],
    ['fiches-projets', 12, 30],
    ['bilan', 14, 30],
  ])('%s: tagged, French, with no raw id', (name, least, most) => {
    const file = join(out, '1.0', `${name}.pdf`);
    const { faults, pages, cutInCells } = checkPdf(file);
    expect(faults).toEqual([]);
    expect(cutInCells).toEqual([]);
    expect(blankPages(file)).toEqual([]);
    expect(compositionFaults(file)).toEqual([]);
    expect(pages).toBeGreaterThanOrEqual(least);
    expect(pages).toBeLessThanOrEqual(most);
    const text = pdfText(file, '-layout');
    expect(text).not.toMatch(/undefined|NaN|\[object|\{\{|null\b|::figure|::tableau/);
    expect(text).not.toMatch(/smpnrlf|patrimoine-bati|a-engager|reseau-anime|en-cours/);
  });

  it('gives each project two pages at most', () => {
    const pages = pdfText(join(out, '1.0', 'fiches-projets.pdf'), '-layout').split('\f');
    const starts = pages.flatMap((page, i) =>
      /^\s*[1-5] {1,3}\S/m.test(page.split('\n').slice(0, 6).join('\n')) && i > 1 ? [i] : [],
    );
    const annex = pages.findIndex((page, i) => i > 2 && /^\s*A {1,3}Réponse/m.test(page));
    expect(starts).toHaveLength(5);
    [...starts, annex].forEach((start, i, all) => {
      if (i > 0) expect(start - (all[i - 1] ?? 0)).toBeLessThanOrEqual(2);
    });
  });

  it('marks as a draft what no meeting has validated, and only that', () => {
    // The word runs across the page: its letters come out a few at a time.
    const across = (name: string): boolean =>
      /^\s*(PROJET|PR|OJ)\s*$/m.test(pdfText(join(out, '1.0', `${name}.pdf`), '-layout'));
    expect(pdfText(join(out, '1.0', 'bilan.pdf'), '-layout')).toMatch(/Version 1\.0 \(projet\)/);
    expect(across('bilan')).toBe(true);
    expect(pdfText(join(out, '1.0', 'mode-operatoire.pdf'), '-layout')).toMatch(/Version 1\.0 \(validé\)/);
    expect(across('mode-operatoire')).toBe(false);
  });

  it('puts short contents below the opening pages when they hold there', () => {
    const opening = pdfText(join(out, '1.0', 'bilan.pdf'), '-layout').split('\f')[2] ?? '';
    expect(opening).toMatch(/Ce que sont devenues les réserves/);
    expect(opening).toMatch(/Sommaire[\s\S]*Recommandations et suites/);
  });

  it('quotes what people said and says what was not measured', () => {
    const text = pdfText(join(out, '1.0', 'bilan.pdf'), '-layout').replace(/\s+/g, ' ');
    expect(text).toMatch(/Les gens sont venus pour les étoiles/);
    expect(text).toMatch(/jamais mesurés/);
  });
});

describe('the pack of the example study', () => {
  it('is composed as the others are', async () => {
    const file = join((await releaseExemple()).folder, 'out', '1.0', 'copil.pdf');
    expect(blankPages(file)).toEqual([]);
    expect(compositionFaults(file)).toEqual([]);
    expect(checkPdf(file).cutInCells).toEqual([]);
  });
});

describe('atelier build --format docx', () => {
  it('gives a document in Word to whoever asks for it', async () => {
    const folder = await copyStudy('tests/fixtures/autre-etude');
    const { code, stderr } = await runIn(folder, 'build', 'diagnostic', '--format', 'docx');
    expect(code, stderr).toBe(0);
    expect(checkPackage(await readFile(join(folder, 'out', '1.2', 'diagnostic.docx')))).toEqual([]);
    expect(await readdir(join(folder, 'out', '1.2'))).not.toContain('diagnostic.pdf');
  });
});

describe('atelier build diagnostic', () => {
  it('writes that deliverable and the normalised study, and nothing else; a script has its account as JSON', async () => {
    const folder = await copyStudy('tests/fixtures/autre-etude');
    const { code, stdout } = await runIn(folder, 'build', 'diagnostic', '--json', '--format', 'xlsx');
    const account = JSON.parse(stdout) as {
      reussi: boolean;
      fichiers: { livrable: string; feuilles: number | null }[];
    };
    expect(code).toBe(0);
    expect(account.reussi).toBe(true);
    expect(account.fichiers.find((file) => file.livrable === 'diagnostic')?.feuilles).toBeGreaterThan(10);
    expect((await readdir(join(folder, 'out', '1.2'))).sort()).toEqual([
      'diagnostic.xlsx',
      'etude.json',
      'manifest.json',
    ]);
  });
});

describe('atelier build, when something is wrong', () => {
  it('says what a study lacks for a deliverable asked for by name', async () => {
    const folder = await copyStudy('tests/fixtures/base');
    const { code, stderr } = await runIn(folder, 'build', 'scenarios');
    expect(code).toBe(1);
    expect(stderr).toMatch(/data\/etude\.yaml:\d+:\d+ {2}erreur {2}scenario-attendu/);
    expect(stderr).toMatch(/aucun scénario/);
  });

  it('builds nothing from a study with errors, and leaves the former deliverable whole', async () => {
    const folder = await copyStudy('tests/fixtures/autre-etude');
    const first = await runIn(folder, 'build', 'diagnostic', '--format', 'xlsx');
    expect(first.code, first.stderr).toBe(0);
    const file = join(folder, 'out', '1.2', 'diagnostic.xlsx');
    const before = await sha256(file);
    await edit(join(folder, 'data', 'acteurs.yaml'), /engagement: \w+/, 'engagement: peut-etre');
    const second = await runIn(folder, 'build', 'diagnostic');
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(/data\/acteurs\.yaml:\d+:\d+ {2}erreur/);
    expect(second.stderr).toMatch(/Rien n'a été construit/);
    expect(await sha256(file)).toBe(before);
  });

  it('names the deliverables it knows when asked for another', async () => {
    const { code, stderr } = await atelier(['build', 'diagnostik']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/« diagnostik »/);
    expect(stderr).toMatch(/« diagnostic »/);
  });

  it('says that a folder cannot be written', async () => {
    const { code, stderr } = await runIn(root, 'build', '--out', 'package.json');
    expect(code).toBe(1);
    expect(stderr).toMatch(/n'a pas pu être écrit/);
    expect(stderr).not.toMatch(/at .*\.js:\d+/);
  });
});

describe('another study, of another territory', () => {
  it('is built by the same program, in its own words', async () => {
    const folder = await copyStudy('tests/fixtures/autre-etude');
    const { code, stderr } = await runIn(folder, 'build', '--format', 'pdf');
    expect(code, stderr).toBe(0);
    const [version = ''] = (await readdir(join(folder, 'out'))).filter((name) => !name.startsWith('.'));
    for (const name of ['diagnostic', 'scenarios', 'copil']) {
      const file = join(folder, 'out', version, `${name}.pdf`);
      const { faults, cutInCells } = checkPdf(file);
      expect([...faults, ...cutInCells], name).toEqual([]);
      expect(blankPages(file), name).toEqual([]);
      expect(compositionFaults(file), name).toEqual([]);
      const text = pdfText(file, '-layout');
      expect(text).not.toMatch(/livradois|éco-citoyen|patrimoine bâti|LEADER/i);
      expect(text).not.toMatch(/undefined|NaN|\[object|\{\{|null\b/);
    }
    expect(pdfText(join(folder, 'out', version, 'scenarios.pdf'), '-layout')).toMatch(/Envie des habitants/);
  });
});

describe('a study with its own templates', () => {
  it('replaces those of the program, prints literally a name full of Markdown, and is told what is wrong with them', async () => {
    const folder = await copyStudy('tests/fixtures/autre-etude');
    await edit(join(folder, 'data', 'acteurs.yaml'), /nom: .+/, 'nom: "A*B_C | #1"');
    const file = join(folder, 'data', 'templates', 'diagnostic', 'suite.md.hbs');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, '# Et maintenant ? {#suite}\n\nVoir le {{renvoi "epci"}}.\n');
    const good = await runIn(folder, 'build', 'diagnostic', '--format', 'pdf');
    expect(good.code, good.stderr).toBe(0);
    const text = pdfText(join(folder, 'out', '1.2', 'diagnostic.pdf'), '-layout');
    expect(text).toMatch(/Et maintenant/);
    expect(text).toContain('A*B_C | #1');

    await writeFile(file, '# Et maintenant ? {#suite}\n\n::tableau{#epic}\n');
    const bad = await runIn(folder, 'build', 'diagnostic', '--format', 'pdf');
    expect(bad.code).toBe(1);
    expect(bad.stderr).toMatch(/data\/templates\/diagnostic\/suite\.md\.hbs:3:\d+ {2}erreur {2}element-inconnu/);
    expect(bad.stderr).toMatch(/« epci »/);
  });
});
