/** Lists whose bytes, quotes or cells were spoiled on their way: nothing wrong is taken without a word, nothing right is lost, and none keeps the program busy. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import excel from 'exceljs';
import { beforeEach, describe, expect, it } from 'vitest';
import { copyStudy } from '../support/cli.js';
import { runIn, type Said } from '../support/in-process.js';

let cwd: string;
beforeEach(async () => {
  cwd = await copyStudy('tests/fixtures/autre-etude');
});

const take = async (list: string, name: string, content: string | Uint8Array): Promise<Said> => {
  await writeFile(join(cwd, name), content);
  return runIn(cwd, 'import', list, name);
};

const sheet = async (fill: (sheet: excel.Worksheet) => void): Promise<Uint8Array> => {
  const workbook = new excel.Workbook();
  fill(workbook.addWorksheet('Liste'));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

describe('a list out of all measure', () => {
  const mot = 'mot '.repeat(300_000);
  it.each([
    ['a line without end', `nom;type;role\nForge;association;${mot}\n`, /ligne 2 .*1.200.018 caractères/],
    ['separators without end', `nom;type\n${';'.repeat(1_200_000)}\n`, /ligne 2 .*1.200.000 caractères/],
    ['commas without end', `nom,type\na,association,${'a, '.repeat(400_000)}\n`, /ligne 2 .*caractères/],
    ['a quote that nothing closes', `nom;type;role\nA;b;"${'mot\n'.repeat(400_000)}`, /ligne 2 .*guillemet/],
    ['rows without end', `nom;type\n${'Forge;association\n'.repeat(60_000)}`, /plus de 50.000 lignes/],
    ['bytes without end', 'nom;type\n'.repeat(2_300_000), /« longue\.csv » dépasse 20 Mo/],
    ['a cell of a book', `nom;type;role\nForge;association;${'x'.repeat(40_000)}\n`, /ligne 2, « role » .*32.767/],
  ])('%s is told at its line', async (_, content, message) => {
    const { code, stderr } = await take('acteurs', 'longue.csv', content);
    expect(stderr).toMatch(message);
    expect(code).toBe(1);
  });

  it('spaces by the thousand between two values do not keep it busy', async () => {
    const { stdout } = await take(
      'acteurs',
      'espaces.csv',
      `nom;type;domaines\nForge;association;eau${' '.repeat(30_000)};\n`,
    );
    expect(stdout).toMatch(/1 fiche nouvelle/);
  });
});

describe('quotes that are not closed', () => {
  it('are told at the line that opens them, not at the end of the file', async () => {
    const { code, stderr } = await take(
      'acteurs',
      'x.csv',
      'nom;type\nA;association\n"Forge;association\nB;association\n',
    );
    expect(stderr).toMatch(/ligne 3 .*guillemet/);
    expect(code).toBe(1);
  });

  it('do not swallow the rows that follow, up to the next quote', async () => {
    const rows =
      'nom;type;role\nForge;association;"Accueille\nMoulin;association;y\nCale;association;"fin"\nTour;association;z\n';
    const { code, stderr, stdout } = await take('acteurs', 'x.csv', rows);
    expect(stderr).toMatch(/ligne 2, « role » : .*guillemet/);
    expect(stdout).not.toMatch(/Moulin;association/);
    expect(code).toBe(1);
  });

  it('leave a text on several lines that a spreadsheet wrote', async () => {
    const { stdout } = await take('acteurs', 'x.csv', 'nom;type;role\nForge;association;"Un ; deux\nTrois"\n');
    expect(stdout).toMatch(/1 fiche nouvelle, .* 0 ligne refusée/);
  });
});

describe('accents that were spoiled', () => {
  const TITRES = 'nom;type;role\n';
  it.each([
    ['UTF-8 read once as Windows-1252', Buffer.from(`${TITRES}Ã‰cole;association;cafÃ©\n`)],
    ['a lost letter', Buffer.from(`${TITRES}\ufffdcole;association;caf\ufffd\n`)],
  ])('%s: each row is refused, with what to write', async (_, bytes) => {
    const { code, stderr, stdout } = await take('acteurs', 'x.csv', bytes);
    expect(stderr).toMatch(/ligne 2, « nom » : .*accents/);
    expect(stdout).toMatch(/^0 fiche nouvelle.* 1 ligne refusée/m);
    expect(code).toBe(1);
  });

  it('lines in two encodings are each read in their own, and it is told', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${TITRES}École;association;café\n`),
      Buffer.from('Forêt;association;bois\n', 'latin1'),
    ]);
    const { stderr, stdout } = await take('acteurs', 'x.csv', bytes);
    expect(stdout).toMatch(/nom: École[\s\S]*role: café[\s\S]*nom: Forêt/);
    expect(stderr).toMatch(/deux encodages/);
  });

  it.each([
    ['MacRoman', [0x83, 0x63, 0x6f, 0x6c, 0x65, 0x20, 0x64, 0xd5, 0x8e, 0x74, 0x8e]],
    ['the code page of DOS', [0x90, 0x63, 0x6f, 0x6c, 0x65, 0x20, 0x64, 0x27, 0x82, 0x74, 0x82]],
  ])('%s is not taken for Windows-1252', async (_, name) => {
    const bytes = Buffer.concat([Buffer.from(TITRES), Buffer.from(name), Buffer.from(';association;x\n')]);
    const { code, stderr } = await take('acteurs', 'x.csv', bytes);
    expect(stderr).toMatch(/encodage .*UTF-8/);
    expect(code).toBe(1);
  });

  it('UTF-16 without its mark is read as such: no apostrophe is lost', async () => {
    const { stdout } = await take('acteurs', 'x.csv', Buffer.from(`${TITRES}L’École;association;café\n`, 'utf16le'));
    expect(stdout).toMatch(/nom: L’École/);
  });
});

describe('cells of a spreadsheet that say nothing', () => {
  it('a formula without its value, an error, a time without a day are refused where they stand', async () => {
    const bytes = await sheet((one) => {
      one.addRow(['titre', 'porteur', 'cout', 'debut', 'resultats']);
      one.addRow(['Un', 'c3r', { formula: '1000+250' }, 2019, 'x']);
      one.addRow(['Deux', 'c3r', 12, { formula: 'D2' }, 'x']);
      one.addRow(['Trois', 'c3r', 12, 2019, { error: '#REF!' }]);
      one.addRow(['Quatre', 'c3r', 12, new Date(Date.UTC(1899, 11, 30, 12, 30)), 'x']);
      one.addRow(['Cinq', 'c3r', 12, new Date(Number.NaN), 'x']);
      one.addRow(['Six', 'c3r', 12, 2019, { formula: 'A1&"#"', result: { error: '#N/A' } }]);
    });
    const { stderr, stdout } = await take('actions', 'x.xlsx', bytes);
    expect(stderr).toMatch(/ligne 2, « cout » : .*formule/);
    expect(stderr).toMatch(/ligne 3, « debut » : .*formule/);
    expect(stderr).toMatch(/ligne 4, « resultats » : « #REF! » est une erreur/);
    expect(stderr).toMatch(/ligne 5, « debut » : « 12:30 » n'est pas une date/);
    expect(stderr).toMatch(/ligne 6, « debut » : .*n'est pas une date/);
    expect(stderr).toMatch(/ligne 7, « resultats » : « #N\/A » est une erreur/);
    expect(stdout).toMatch(/^0 fiche nouvelle/m);
  });

  it('an error in a column that no field takes refuses nothing: it is kept as a comment is', async () => {
    const bytes = await sheet((one) => {
      one.addRow(['nom', 'type', 'Calcul à part']);
      one.addRow(['Forge', 'association', { error: '#DIV/0!' }]);
    });
    const { code, stdout } = await take('acteurs', 'x.xlsx', bytes);
    expect(stdout).toMatch(/# Calcul à part : #DIV\/0!\n\+- id: forge/);
    expect(code).toBe(0);
  });

  it('lines of a cell that end by a carriage return alone are lines', async () => {
    const { stdout } = await take('acteurs', 'x.csv', 'nom;type;role\rForge;association;"Un\rdeux"\r');
    expect(stdout).toMatch(/role: \|-\n\+ {4}Un\n\+ {4}deux\n/);
  });

  it('a formula whose value is nought counts as nought, in a workbook where another has no value', async () => {
    const bytes = await sheet((one) => {
      one.addRow(['titre', 'porteur', 'cout']);
      one.addRow(['Un', 'c3r', { formula: 'C9-C9', result: 0 }]);
      one.addRow(['Deux', 'c3r', { formula: 'C8' }]);
    });
    const { stdout, stderr } = await take('actions', 'x.xlsx', bytes);
    expect(stdout).toMatch(/titre: Un\n[^-]* cout: 0\n/);
    expect(stderr).toMatch(/ligne 3, « cout » : .*formule/);
  });

  it('what stands beyond the headings is told, not dropped', async () => {
    const { stderr } = await take(
      'acteurs',
      'x.csv',
      'nom;type;;role\nForge;association;;x;extra;encore\nMoulin;association;perdu;y\n',
    );
    expect(stderr).toMatch(/Colonnes C, E et F, sans titre : leurs .*\(lignes 2 et 3\)/);
    const read = await sheet((one) => {
      one.addRow(['nom', 'type']);
      one.addRow(['Forge', 'association', 'loin']);
    });
    expect((await take('acteurs', 'x.xlsx', read)).stderr).toMatch(/Colonne C, sans titre : ses .*\(ligne 2\)/);
    expect((await take('acteurs', 'y.csv', 'nom;type;;\nForge;association;;\n')).stderr).not.toMatch(/sans titre/);
  });

  it('signs that Excel writes by their number are read back, and no digit is made of a computation', async () => {
    const bytes = await sheet((one) => {
      one.addRow(['titre', 'porteur', 'cout']);
      one.addRow(['Un_x000D_\n_x0041_', 'c3r', { formula: 'C4', result: 0.1 + 0.2 }]);
      one.addRow(['Deux_x005F_x0041_', 'c3r', { formula: 'C2', result: 1250.499999999999 }]);
    });
    const { stdout } = await take('actions', 'x.xlsx', bytes);
    expect(stdout).not.toMatch(/_x000D_|titre: .*_x0041_A/);
    expect(stdout).toMatch(/\+ {2}cout: 0\.3\n/);
    expect(stdout).toMatch(/\+ {2}cout: 1250\.5\n/);
    expect(stdout).toMatch(/titre: Deux_x0041_/);
  });

  it('an amount that no study may hold is refused before it is written', async () => {
    const { stderr } = await take('actions', 'x.csv', 'titre;porteur;cout\nUn;c3r;100000000000000\n');
    expect(stderr).toMatch(/ligne 2, .*mille milliards/);
  });
});

it('a text on several lines goes where fields stand on one', async () => {
  const { stdout } = await take(
    'acteurs',
    'x.csv',
    'Nom;Type;Tél.;Mél\nForge;association;"01 02\nposte 3";"a@exemple.fr"\n',
  );
  expect(stdout).toMatch(/01 02[\s\S]*poste 3[\s\S]*1 fiche nouvelle/);
});

it('a list beside the study is read whatever its folder is called', async () => {
  await mkdir(join(cwd, 'e\u0301te\u0301'));
  const { stdout } = await take('acteurs', 'e\u0301te\u0301/liste.csv', 'nom;type\nForge;association\n');
  expect(stdout).toMatch(/1 fiche nouvelle/);
});
