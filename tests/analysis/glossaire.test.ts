/** The acronyms of a study: each once, none that is a mere name. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { analyserGlossaire } from '../../src/analysis/glossaire.js';
import { root } from '../support/cli.js';
import { acteur, etude } from './small-study.js';

const sigles = (...given: Parameters<typeof acteur>[]): string[] =>
  analyserGlossaire(etude({ acteurs: given.map((one) => acteur(...one)) })).map(({ sigle }) => sigle);

it('leaves short names out, and keeps what abbreviates', () => {
  const found = sigles(['a', { sigle: 'Région' }], ['b', { sigle: 'Terre de Liens' }], ['c', { sigle: 'SCoT' }]);
  expect(found).toContain('SCoT');
  expect(found).not.toContain('Région');
  expect(found).not.toContain('Terre de Liens');
});

it('leaves an acronym that only its own name holds: it develops nothing', () => {
  const found = sigles(
    ['a', { sigle: 'CIVAM', nom: 'CIVAM des monts' }],
    ['b', { sigle: 'MAC', nom: 'Monts d’Arrée Communauté' }],
  );
  expect(found).not.toContain('CIVAM');
  expect(found).toContain('MAC');
});

it('says an acronym once, whatever its case and what it is qualified with', () => {
  const found = sigles(
    ['a', { sigle: 'ADEME' }],
    ['b', { sigle: 'Ademe' }],
    ['c', { sigle: 'DDT' }],
    ['d', { sigle: 'DDT 43 et 42' }],
    ['e', { sigle: 'CEN Auvergne' }],
  );
  expect(found.filter((sigle) => /ademe/i.test(sigle))).toHaveLength(1);
  expect(found.filter((sigle) => sigle.startsWith('DDT'))).toEqual(['DDT']);
  expect(found).toContain('CEN Auvergne');
});

it('takes those of the client, the contract, the committee and the glossary, the last to speak being right, in order', () => {
  const base = etude();
  const found = analyserGlossaire(
    etude({
      etude: {
        ...base.etude,
        maitre_ouvrage: { nom: 'Communauté des Collines', sigle: 'CDC' },
        comite: { nom: 'Commission d’étude', sigle: 'COMEX' },
        glossaire: [
          { sigle: 'ETP', definition: 'Temps plein' },
          { sigle: 'cdc', definition: 'Rien de tel' },
          { sigle: 'ÉAU', definition: 'Eau' },
        ],
      } as never,
      contrat: { nom: 'Cahier des charges', sigle: 'CCAP' } as never,
    }),
  );
  expect(found.map(({ sigle }) => sigle)).toEqual([
    'AFOM',
    'CCAP',
    'CDC',
    'COMEX',
    'ÉAU',
    'EPCI',
    'ETP',
    'PERT',
    'TVA',
  ]);
  const sens = Object.fromEntries(found.map(({ sigle, signification }) => [sigle, signification]));
  expect(sens).toMatchObject({
    CDC: 'Communauté des Collines',
    CCAP: 'Cahier des charges',
    COMEX: 'Commission d’étude',
    ETP: 'Temps plein',
  });
  // Without acronym, or without what it stands for, nothing is added.
  const bare = analyserGlossaire(
    etude({
      etude: { ...base.etude, maitre_ouvrage: { nom: 'Communauté' } } as never,
      contrat: { sigle: 'CCAP' } as never,
    }),
  );
  expect(bare.map(({ sigle }) => sigle)).toEqual(['AFOM', 'EPCI', 'ETP', 'PERT', 'TVA']);
});

it('knows those that the program itself writes in a deliverable, whatever the study develops', () => {
  const own = new Set(analyserGlossaire(etude()).map(({ sigle }) => sigle));
  const folder = (name: string): string[] =>
    readdirSync(join(root, name), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(hbs|ts)$/.test(file) && !file.includes('.gen.'))
      .map((file) => readFileSync(join(root, name, file), 'utf8'));
  const written = [
    ...folder('templates').map((text) => text.replace(/\{\{.*?\}\}/gs, ' ')),
    ...folder('src/exhibits').flatMap((text) =>
      [...text.replace(/\$\{[^{}]*\}/g, ' ').matchAll(/'([^'\n]*)'|`([^`\n]*)`/g)].map(([, a, b]) => a ?? b ?? ''),
    ),
  ].filter((text) => /\p{Ll}{3} /u.test(text));
  const sigles = new Set(written.flatMap((text) => text.match(/(?<![\p{L}\d_.])\p{Lu}{3,}(?![\p{L}\d_(])/gu) ?? []));
  expect([...sigles]).toEqual(expect.arrayContaining(['ETP', 'TVA']));
  expect([...sigles].filter((sigle) => !own.has(sigle))).toEqual([]);
});
