/** The dictionary and the description of an open package say of each column what it is: whoever receives the tables has nothing else. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { copyStudy } from '../support/cli.js';
import { runIn } from '../support/in-process.js';

interface Field {
  name: string;
  constraints?: { required?: boolean; pattern?: string };
}

let cwd: string;
let dictionary: string;
let fields: Map<string, Field[]>;
beforeAll(async () => {
  cwd = await copyStudy('tests/fixtures/autre-etude');
  await runIn(cwd, 'exporter-donnees');
  const [name = ''] = await readdir(join(cwd, 'out'));
  const read = (file: string): Promise<string> => readFile(join(cwd, 'out', name, file), 'utf8');
  dictionary = await read('DICTIONNAIRE.md');
  const { resources } = JSON.parse(await read('datapackage.json')) as {
    resources: { name: string; schema?: { fields: Field[] } }[];
  };
  fields = new Map(resources.flatMap((one) => (one.schema ? [[one.name, one.schema.fields]] : [])));
});

it('each table has its part, each column its line, in the order of the table', () => {
  expect(fields.size).toBeGreaterThan(10);
  for (const [table, own] of fields) {
    const part = dictionary.split(`\n## ${table}\n`)[1]?.split('\n## ')[0] ?? '';
    const named = [...part.matchAll(/^\| ([^|]+) \| [^|]+ \| [^|]+ \| [^|]* \| [^|]* \|$/gm)].map(([, name]) => name);
    expect(named.slice(2), table).toEqual(own.map(({ name }) => name));
  }
  expect(dictionary).toMatch(/^\| id \| Identifiant \| texte \| (clé|oui) \| .{20,} \|$/m);
});

it('a date may be a year, a month or a day, and nothing else', () => {
  const debut = fields.get('actions')?.find(({ name }) => name === 'debut');
  const pattern = new RegExp(`^(?:${debut?.constraints?.pattern})$`);
  for (const good of ['2019', '2019-03', '2019-03-01']) expect(good).toMatch(pattern);
  for (const wrong of ['03/2019', '43525', '2019-3', 'undefined', '']) expect(wrong).not.toMatch(pattern);
});

it('the usual headings of dates lead to the dates', async () => {
  for (const [heading, field] of [
    ['Échéance', 'fin'],
    ['Date de fin', 'fin'],
    ['Date début', 'debut'],
  ] as const) {
    await writeFile(join(cwd, 'x.csv'), `Titre;Porteur;${heading}\nFête;c3r;2020\n`);
    expect((await runIn(cwd, 'import', 'actions', 'x.csv')).stderr).toMatch(new RegExp(`${heading} +→ ${field}\\n`));
  }
});
