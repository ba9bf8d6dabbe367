/** What a command loads before it knows that it needs it: read from the built program. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/atelier.js', import.meta.url));
const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const MAIN = join(DIST, 'cli/main.js');
const HELD = JSON.parse(readFileSync(join(DIST, 'packages.json'), 'utf8')) as Record<string, string[]>;

/** Packages copied into the file and into those that it loads at once, without what is loaded lazily. */
function packagesOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const copied = (HELD[relative(DIST, file)] ?? []).map((folder) => folder.slice('node_modules/'.length, -1));
  const loaded = [...text.matchAll(/^(?:(?:var import_\w+|const \{.*\}|\}) = )?require\("(\.[^"]+)"\);$/gm)].map(
    ([, name]) => name ?? '',
  );
  return copied.concat(loaded.flatMap((name) => packagesOf(join(dirname(file), name), seen)));
}

/** The file of a command, imported when it runs. */
function fileOf(command: string): string {
  const [, path] =
    new RegExp(`require\\("(\\.\\./programme/${command}-\\w+\\.js)"\\)`).exec(readFileSync(MAIN, 'utf8')) ?? [];
  if (path === undefined) throw new Error(`no file for "${command}"`);
  return join(dirname(MAIN), path);
}

/** Libraries that a command which writes no file has no use for. */
const LATE = ['yaml', 'exceljs', 'pdfmake', 'pdfkit', 'fontkit', 'pptxgenjs', 'docx', 'csv-parse'];

describe('the built program', () => {
  it('loads the parser of the command line alone for the help', () => {
    expect([...new Set(packagesOf(MAIN))]).toEqual(['commander']);
  });

  it('opens nothing of other programs for the help', () => {
    const probe =
      "import{writeSync}from'node:fs';process.on('exit',()=>writeSync(2,process.moduleLoadList.join('\\n')))";
    const { stderr } = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(probe)}`, BIN, '--help'],
      { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
    );
    const opened = stderr.split('\n').map((line) => line.replace('NativeModule ', ''));
    expect(opened).toContain('path');
    expect(opened).not.toContain('child_process');
  });

  it('loads no library of files for `check`, nor that of YAML', () => {
    const loaded = new Set(packagesOf(fileOf('check')));
    expect(loaded.size).toBeGreaterThan(0);
    for (const name of LATE) expect(loaded).not.toContain(name);
  });

  it('opens fonts without the dictionary of those of the Web, which are refused', () => {
    const fonts = Object.values(HELD).filter((packages) => packages.includes('node_modules/fontkit/'));
    expect(fonts).toHaveLength(1);
    expect(fonts.flat()).not.toContain('node_modules/brotli/');
  });

  it.each(['check', 'score', 'status'])(
    'reads none of them for `%s`, of a study whose author has written',
    (command) => {
      const probe = `import fs from 'node:fs';
      const read = fs.readFileSync;
      fs.readFileSync = (path, ...rest) => {
        if (String(path).endsWith('.js')) fs.writeSync(2, path + '\\n');
        return read(path, ...rest);
      };`;
      const { stderr, status } = spawnSync(
        process.execPath,
        ['--import', `data:text/javascript,${encodeURIComponent(probe)}`, BIN, command, '-C', join(DIST, '../data')],
        { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
      );
      expect(status).toBe(0);
      const read = stderr.split('\n').map((file) => relative(DIST, file));
      expect(read).toContain('cli/main.js');
      const packages = new Set(
        read.flatMap((file) => HELD[file] ?? []).map((folder) => folder.slice('node_modules/'.length, -1)),
      );
      expect(packages).toContain('commander');
      for (const name of LATE) expect(packages).not.toContain(name);
    },
  );
});
