/** Templates of a study that fail while they are filled, never end, cannot be read or serve nothing: each is told in its own file. */
import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { templateFault } from '../../../src/documents/faults.js';
import { COMPILATION } from '../../../src/documents/templates/handlebars.js';
import { ownTemplateFaults } from '../../../src/documents/templates/own-templates.js';
import { partialsOf } from '../../../src/documents/templates/partials.js';
import { readTemplates } from '../../../src/documents/templates/template-files.js';
import { temporaryFolder } from '../../support/temporary.js';

function fault(texts: Record<string, string>, own: readonly string[] = []): string {
  const templates = new Map(
    Object.entries(texts).map(([name, text]) => [name, { fichier: `${name}.md.hbs`, text, own: own.includes(name) }]),
  );
  const handlebars = Handlebars.create();
  handlebars.registerHelper('casse', () => {
    throw new TypeError('x');
  });
  const partials = partialsOf(handlebars, templates, ({ text }) => handlebars.compile(text, COMPILATION));
  try {
    return partials.fill('a', { liste: [1, 2] });
  } catch (error) {
    const { fichier, plage, message } = templateFault(
      `${partials.failedIn()}.md.hbs`,
      error,
      texts[partials.failedIn() ?? ''],
    );
    return `${fichier}:${plage.ligne} ${message}`;
  }
}

describe('a template that fails while it is filled', () => {
  it('is told in its own file, with its cause', () => {
    expect(fault({ a: 'x\n{{> b}}', b: 'y\n\n{{absente 1}}' })).toMatch(/^b\.md\.hbs:3 Le modèle appelle « absente »/);
    expect(fault({ a: '{{> b}}', b: '{{> nulle-part}}' })).toMatch(/^b\.md\.hbs:1 Le modèle appelle « nulle-part »/);
    expect(fault({ a: '{{> b}}', b: '{{casse 1}}' })).toMatch(/^b\.md\.hbs:1 .*\(x\)/);
  });
  it('calls no other without end, in depth nor in number', () => {
    expect(fault({ a: '{{> b}}', b: '{{> a}}' })).toMatch(/^[ab]\.md\.hbs:1 .*sans fin/);
    const doubling = Array.from({ length: 30 }, (_, n) => [`n${n}`, `{{> n${n + 1}}}{{> n${n + 1}}}`]);
    expect(fault({ a: '{{> n0}}', ...Object.fromEntries(doubling), n30: 'x' })).toMatch(
      /« n\d+ », qui en appelle d'autres/,
    );
    const chain = Array.from({ length: 45 }, (_, n) => [`n${n}`, `{{> n${n + 1}}}`]);
    expect(fault({ a: '{{> n0}}', ...Object.fromEntries(chain), n45: 'x' })).toMatch(
      /« n\d+ », qui en appelle d'autres/,
    );
  });
  it('is told where it calls itself, and not in what it calls besides', () => {
    const texts = { a: '{{> b}}', b: '{{> c}}\n\n{{> b}}', c: '{{> d}}', d: 'x' };
    expect(fault(texts)).toMatch(/^b\.md\.hbs:3 Le modèle appelle « b » sans fin/);
  });
  it('is the one of the study, in a circle with those of the program', () => {
    const texts = { a: '{{> b}}', b: '\n{{> c}}', c: '{{> d}}', d: '{{> b}}' };
    expect(fault(texts)).toMatch(/^d\.md\.hbs:1 Le modèle appelle « b » sans fin/);
    expect(fault(texts, ['c'])).toMatch(/^c\.md\.hbs:1 Le modèle appelle « d » sans fin/);
  });
  it('is filled as before when it does not', () => {
    expect(fault({ a: '{{#each liste}}{{> b n=this}}{{/each}}', b: '[{{n}}{{@index}}]' })).toBe('[10][21]');
  });
});

describe('templates that a study brings', () => {
  it('are told when they serve nothing or cannot be read', async () => {
    const study = await temporaryFolder();
    await mkdir(join(study, 'templates'));
    const place = join(study, 'templates');
    await writeFile(join(place, 'diagnostik.md.hbs'), 'x');
    await writeFile(join(place, 'encart.md.hbs'), 'x');
    await writeFile(join(place, 'bilan.md.hbs'), '{{> encart}}');
    await symlink(join(study, 'nulle-part'), join(place, 'scenarios.md.hbs'));
    const faults = await ownTemplateFaults(await readTemplates(study, study), study, study);
    expect(faults.map(({ code, fichier, aide }) => `${code} ${fichier} ${aide}`)).toEqual([
      expect.stringMatching(/^fichier-illisible templates\/scenarios\.md\.hbs/),
      expect.stringMatching(/^modele-sans-emploi templates\/diagnostik\.md\.hbs .*« diagnostic »/),
    ]);
    const other = await temporaryFolder();
    await symlink(join(other, 'nulle-part'), join(other, 'templates'));
    expect((await ownTemplateFaults(new Map(), other, other)).map(({ code }) => code)).toEqual(['fichier-illisible']);
  });

  it('are read behind a link, to a file or to a folder', async () => {
    const study = await temporaryFolder();
    const away = await temporaryFolder();
    await mkdir(join(study, 'templates'));
    await writeFile(join(away, 'besoins.md.hbs'), 'à moi');
    await symlink(away, join(study, 'templates', 'diagnostic'));
    await symlink(join(away, 'besoins.md.hbs'), join(study, 'templates', 'bilan.md.hbs'));
    const templates = await readTemplates(study, study);
    for (const name of ['diagnostic/besoins', 'bilan']) expect(templates.get(name)?.text).toBe('à moi');
    expect(await ownTemplateFaults(templates, study, study)).toEqual([]);
  });

  it('never make the reader wait nor turn in a circle, and are told when their accents would be spoilt', async () => {
    const study = await temporaryFolder();
    const place = join(study, 'templates');
    await mkdir(join(place, 'diagnostic'), { recursive: true });
    execFileSync('mkfifo', [join(study, 'tube')]);
    await symlink(join(study, 'tube'), join(place, 'bilan.md.hbs'));
    await symlink('/dev/zero', join(place, 'copil.md.hbs'));
    for (const name of ['rond', 'autre']) await symlink('..', join(place, 'diagnostic', name));
    await writeFile(join(place, 'scenarios.md.hbs'), Buffer.from('\xe9t\xe9', 'latin1'));
    const faults = await ownTemplateFaults(await readTemplates(study, study), study, study);
    expect(faults.map(({ code, fichier }) => `${code} ${fichier}`).sort()).toEqual([
      'encodage-incorrect templates/scenarios.md.hbs',
      'fichier-illisible templates/bilan.md.hbs',
      'fichier-illisible templates/copil.md.hbs',
      'fichier-illisible templates/diagnostic/autre',
      'fichier-illisible templates/diagnostic/rond',
    ]);
  });
});
