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

/** The parts of a workbook, to be written again without compressing: nobody keeps it. */
function changed(archive: Uint8Array, change: (parts: Record<string, string>) => void): Uint8Array {
  const files = unzipSync(archive);
  const isRead = (name: string): boolean => /^xl\/(?:workbook|worksheets\/sheet\d+)\.xml$/.test(name);
  const parts = Object.fromEntries(
    Object.entries(files).flatMap(([name, bytes]) => (isRead(name) ? [[name, strFromU8(bytes)]] : [])),
  );
  change(parts);
  for (const [name, text] of Object.entries(parts)) files[name] = strToU8(text);
  return zipSync(files, { level: 0 });
}

const isSheet = (part: string): boolean => part.startsWith('xl/worksheets/');

/** Takes the cached values of the formulas away, so that none can be taken for a computation. */
function dropCache(parts: Record<string, string>): void {
  for (const [name, text] of Object.entries(parts))
    if (isSheet(name)) parts[name] = text.replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1');
}

/** Without the names of its cells, of which LibreOffice makes the half of its work; a formula that reads one would lose its sense, and is refused. */
function dropNames(parts: Record<string, string>): void {
  const book = parts['xl/workbook.xml'] ?? '';
  const names = new Set([...book.matchAll(/<definedName [^>]*?name="([^"]+)"/g)].map(([, name]) => name));
  for (const [part, text] of Object.entries(parts))
    if (isSheet(part))
      for (const [formula] of text.matchAll(/<f>[^<]*/g))
        for (const [word] of formula.matchAll(/[\p{L}_][\w.]*/gu))
          if (names.has(word)) throw new Error(`${part}: ${formula} reads the name ${word}`);
  parts['xl/workbook.xml'] = book.replace(/<definedNames>.*?<\/definedNames>/s, '');
}

/** All the workbooks in one start of LibreOffice, which takes most of the time; `named` tells those that keep the names of their cells. */
export async function recalculateAll(
  archives: readonly Uint8Array[],
  named: (rank: number) => boolean = () => false,
): Promise<ExcelJS.Workbook[]> {
  const folder = await temporaryFolder();
  const sources = archives.map((_, i) => join(folder, `classeur-${i}.xlsx`));
  for (const [i, archive] of archives.entries())
    await writeFile(
      sources[i] ?? '',
      changed(archive, (parts) => {
        dropCache(parts);
        if (!named(i)) dropNames(parts);
      }),
    );
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
