/** Each folder of `tests/fixtures/bad` spoils the small study of `tests/fixtures/base` in one way, and says what is to be found, and where. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { CODES } from '../../src/study/codes/codes.js';
import { type LoadedStudy, loadStudy } from '../../src/study/load.js';
import { temporaryFolder } from '../support/temporary.js';

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));
const kinds = readdirSync(join(fixtures, 'bad')).sort();

interface Expected {
  code: string;
  fichier: string;
  ligne: number;
  colonne: number;
  /** Words that the message must hold. */
  message?: string;
}

const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder();
});

async function load(kind: string): Promise<LoadedStudy> {
  const cwd = join(folder, kind);
  const data = join(cwd, 'data');
  const overlay = join(fixtures, 'bad', kind);
  await cp(join(fixtures, 'base'), data, { recursive: true });
  for (const name of readdirSync(overlay)) if (name.endsWith('.yaml')) await cp(join(overlay, name), join(data, name));
  const absent = join(overlay, 'absents.json');
  for (const name of existsSync(absent) ? json<string[]>(absent) : []) await rm(join(data, name));
  return loadStudy(data, { cwd });
}

describe('bad studies', () => {
  it('the study that they spoil has no fault', async () => {
    const { study, diagnostics } = await loadStudy(join(fixtures, 'base'));
    expect(diagnostics).toEqual([]);
    expect(study).not.toBeNull();
  });

  it('are of at least thirty kinds', () => {
    expect(kinds.length).toBeGreaterThanOrEqual(30);
  });

  it.each(kinds)('%s', async (kind) => {
    const expected = json<Expected[]>(join(fixtures, 'bad', kind, 'attendu.json'));
    const { diagnostics, study } = await load(kind);
    const found = diagnostics.map(
      ({ code, fichier, plage }): Expected => ({
        code,
        fichier,
        ligne: plage.ligne,
        colonne: plage.colonne,
      }),
    );
    expect(found).toEqual(expected.map(({ message: _, ...place }) => place));
    for (const [index, { message = '' }] of expected.entries())
      expect(`${diagnostics[index]?.message} ${diagnostics[index]?.aide}`).toContain(message);
    expect(found.length).toBeGreaterThan(0);
    const errors = diagnostics.filter(({ gravite }) => gravite === 'erreur');
    expect(study === null).toBe(errors.length > 0);
    for (const { code, message, aide = '' } of diagnostics) {
      expect(CODES[code], code).toBeDefined();
      expect(message.length, code).toBeGreaterThan(10);
      // A date is told in words, but where the file is quoted.
      if (CODES[code]?.gravite === 'attention')
        expect(message.replace(/« [^»]* »/g, '')).not.toMatch(/\b\d{4}-\d{2}\b/);
      expect(`${message} ${aide}`).not.toMatch(
        /\b(must|should|property|properties|required|unexpected|undefined|NaN|null)\b/,
      );
    }
  });
});

describe('two places that contradict each other', () => {
  it.each([
    ['regle-reference-perimee', 'references.yaml'],
    ['regle-fait-posterieur', 'etude.yaml'],
  ])('%s: the other one is told, in %s', async (kind, other) => {
    const { diagnostics } = await load(kind);
    expect(diagnostics.flatMap(({ lies = [] }) => lies.map(({ fichier }) => fichier))).toContain(`data/${other}`);
  });
});

describe('codes', () => {
  it('each say in French what they mean', () => {
    for (const [code, { titre, explication }] of Object.entries(CODES)) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(titre, code).toMatch(/\.$/);
      expect(explication.length, code).toBeGreaterThan(30);
    }
  });
});
