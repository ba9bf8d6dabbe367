/** The program is of no territory: what the example study names, nothing that it ships names. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../support/cli.js';
import { etudeDe } from '../support/composed.js';

const SHIPPED = ['src', 'schemas', 'templates', 'modeles'];

/** Words too common to belong to anyone, and a national agency, which pays in any territory. */
const COMMON = new Set(['Région', 'region', 'departement', 'europe', 'pieds', 'ademe']);

it('names neither its actors, nor its communes, nor its groupings', async () => {
  const study = await etudeDe('data');
  const names = [
    ...study.acteurs.flatMap(({ id, sigle }) => [id, ...(sigle ? [sigle] : [])]),
    ...study.territoire.communes.map(({ nom }) => nom),
    ...(study.territoire.epci ?? []).map(({ nom }) => nom),
    ...(study.territoire.perimetres ?? []).flatMap(({ departements }) => (departements ?? []).map(({ nom }) => nom)),
  ].filter((name) => name.length >= 5 && !COMMON.has(name));
  expect(names.length).toBeGreaterThan(150);
  const escaped = [...new Set(names)].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const named = new RegExp(`(?<![\\p{L}\\d-])(?:${escaped.join('|')})(?![\\p{L}\\d-])`, 'gu');
  const found = SHIPPED.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .flatMap((one) => {
        const path = join(one.parentPath, one.name);
        return [...readFileSync(path, 'utf8').matchAll(named)].map(([word]) => `${path.slice(root.length)} : ${word}`);
      }),
  );
  expect([...new Set(found)]).toEqual([]);
});
