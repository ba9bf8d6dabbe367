/** LibreOffice without a window: recomputes a workbook from its formulas alone. */
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { temporaryFolder } from './temporary.js';

export function hasSoffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Takes the cached values of the formulas away, so that none can be taken for a computation. */
function withoutCache(archive: Uint8Array): Uint8Array {
  const files = unzipSync(archive);
  for (const [name, bytes] of Object.entries(files))
    if (/^xl\/worksheets\/sheet\d+\.xml$/.test(name))
      files[name] = strToU8(strFromU8(bytes).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1'));
  return zipSync(files, { level: 1 });
}

/** Without the names of its cells, of which LibreOffice makes the half of its work; a formula that reads one would lose its sense, and is refused. */
export function withoutNames(archive: Uint8Array): Uint8Array {
  const files = unzipSync(archive);
  const book = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array());
  const names = new Set([...book.matchAll(/<definedName [^>]*?name="([^"]+)"/g)].map(([, name]) => name));
  for (const [part, bytes] of Object.entries(files))
    if (part.startsWith('xl/worksheets/sheet'))
      for (const [formula] of strFromU8(bytes).matchAll(/<f>[^<]*/g))
        for (const [word] of formula.matchAll(/[\p{L}_][\w.]*/gu))
          if (names.has(word)) throw new Error(`${part}: ${formula} reads the name ${word}`);
  files['xl/workbook.xml'] = strToU8(book.replace(/<definedNames>.*?<\/definedNames>/s, ''));
  return zipSync(files, { level: 1 });
}

/** All the workbooks in one start of LibreOffice, which takes most of the time. */
export async function recalculateAll(archives: readonly Uint8Array[]): Promise<ExcelJS.Workbook[]> {
  const folder = await temporaryFolder();
  const sources = archives.map((_, i) => join(folder, `classeur-${i}.xlsx`));
  for (const [i, source] of sources.entries()) await writeFile(source, withoutCache(archives[i] ?? new Uint8Array()));
  const profile = `-env:UserInstallation=file://${folder}/profil`;
  execFileSync(
    'soffice',
    [profile, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'out'), ...sources],
    { stdio: 'ignore', timeout: 90_000 + 20_000 * archives.length },
  );
  const found: ExcelJS.Workbook[] = [];
  for (const i of archives.keys()) {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await readFile(join(folder, 'out', `classeur-${i}.xlsx`))) as never);
    found.push(workbook);
  }
  return found;
}
