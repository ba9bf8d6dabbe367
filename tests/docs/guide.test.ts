/** The guide and its reference: made from what the program is, and its commands run as a new user would type them. */
import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { texteDeReference } from '../../scripts/reference/texte.js';
import { readTemplates } from '../../src/documents/templates/template-files.js';
import { ciblesDuTexte, renvoisDe } from '../../src/documents/textes/renvois.js';
import { elementsDe } from '../../src/documents/textes/sections.js';
import { loadStudy } from '../../src/study/load.js';
import { copyStudy, edit, root } from '../support/cli.js';
import { runIn } from '../support/in-process.js';
import { temporaryFolder } from '../support/temporary.js';

const docs = (name: string): Promise<string> => readFile(join(root, name), 'utf8');

/** What stands in code in a text: « npx atelier check --strict » without « npx ». */
const commandes = (text: string): string[] =>
  [...text.matchAll(/`(?:npx )?atelier ([^`\n]+)`/g)].map(([, typed = '']) => typed.trim());

/** Words of a command as a shell parts them, quotes taken off. */
const mots = (typed: string): string[] =>
  [...typed.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

describe('the reference', () => {
  it('is what the schemas and the code say (npm run reference makes it again)', async () => {
    expect(await docs('docs/reference.md')).toBe(await texteDeReference());
  });

  it('and explain know the same words', async () => {
    for (const subject of ['cout_par_service', 'equilibre', 'bilan', 'outils-ajustes']) {
      const { code, stdout } = await runIn(root, 'explain', subject);
      expect(code, subject).toBe(0);
      expect(stdout).toContain(subject);
    }
  });
});

describe('commands named by the guide and the README', () => {
  it('exist, with their options', async () => {
    const texts = `${await docs('docs/guide.md')}\n${await docs('README.md')}`;
    const helps = new Map<string, string>();
    const all = commandes(texts);
    expect(all.length).toBeGreaterThan(40);
    for (const typed of all) {
      const [name = '', ...rest] = mots(typed);
      if (!/^[a-z][a-z-]*$/.test(name)) continue;
      if (!helps.has(name)) helps.set(name, (await runIn(root, name, '--help')).stdout);
      const help = helps.get(name) ?? '';
      expect(help, typed).toContain(`atelier ${name}`);
      for (const option of rest.filter((word) => /^--[a-z]/.test(word)))
        expect(help, typed).toContain(option.split('=')[0]);
    }
  });
});

it('the archive that the guide names has the name that this version gives it, everywhere', async () => {
  const { version } = JSON.parse(await docs('package.json')) as { version: string };
  const guide = await docs('docs/guide.md');
  expect(guide).toContain(`npm install --global ./atelier-etudes-${version}.tgz`);
  expect(new Set(guide.match(/atelier-etudes-\d[\w.]*?\.tgz/g))).toEqual(new Set([`atelier-etudes-${version}.tgz`]));
});

describe('the pages of the repository', () => {
  const PAGES = ['README.md', 'docs/guide.md', 'docs/developpement.md', 'CHANGELOG.md'];
  /** As the services that show them make the anchor of a heading. */
  const ancres = (text: string): string[] =>
    [...text.matchAll(/^#+ (.+)$/gm)].map(([, titre = '']) =>
      titre
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    );

  it('lead to pages and headings that are there', async () => {
    let links = 0;
    for (const page of PAGES)
      for (const [, cible = '', ancre] of (await docs(page))
        .replace(/`[^`\n]*`/g, '')
        .matchAll(/\]\((?!https?:)([^)\s#]*)(?:#([^)\s]+))?\)/g)) {
        links += 1;
        const path = cible ? join(dirname(page), cible) : page;
        const text = await docs(path);
        if (ancre !== undefined) expect(ancres(text), `${page} → ${path}#${ancre}`).toContain(ancre);
      }
    expect(links).toBeGreaterThan(15);
  });

  it('name files and folders of the program that are there', async () => {
    const folders = ['src', 'scripts', 'tests', 'docs', 'schemas', 'templates'];
    const lists = await Promise.all(folders.map((name) => readdir(join(root, name), { recursive: true })));
    const files = lists.flatMap((list, at) =>
      ['', ...list].map((path) => `/${folders[at]}/${path}`.replaceAll('\\', '/')),
    );
    const named = [
      ...(await docs('docs/developpement.md')).matchAll(/`([a-z][\w-]*(?:\/[\w.-]+)*(?:\/|\.(?:ts|md)))`/g),
    ];
    expect(named.length).toBeGreaterThan(80);
    // What is made when the program runs.
    const made = ['out/', 'dist/', 'data/', 'dist/licences/', 'node_modules/', 'node_modules/.essais/'];
    const missing = named.flatMap(([, path = '']) =>
      made.includes(path) ||
      files.some((file) =>
        path.endsWith('/') ? `${file}/`.replace('//', '/').endsWith(`/${path}`) : file.endsWith(`/${path}`),
      )
        ? []
        : [path],
    );
    expect(missing).toEqual([]);
  });
});

describe('the text that the guide shows', () => {
  it('refers to what the diagnostic places, and places what it does not', async () => {
    const [, exemple = ''] = /```markdown\n([\s\S]*?)```/.exec(await docs('docs/guide.md')) ?? [];
    const placed = elementsDe(await readTemplates(root, root), 'diagnostic').map(({ id }) => id);
    const cibles = renvoisDe({ markdown: exemple }).map(({ cible }) => cible);
    expect(cibles.length).toBeGreaterThan(0);
    expect(placed).toEqual(expect.arrayContaining(cibles));
    const own = ciblesDuTexte({ markdown: exemple });
    expect(own.length).toBeGreaterThan(0);
    expect(placed.filter((id) => own.includes(id))).toEqual([]);
  });
});

describe('the files that the guide shows', () => {
  /** Its blocks of YAML, by how each begins. */
  async function blocs(): Promise<(begin: string) => string> {
    const guide = await docs('docs/guide.md');
    const all = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, bloc = '']) => bloc);
    expect(all).toHaveLength(7);
    return (begin) => all.find((bloc) => bloc.startsWith(begin)) ?? '';
  }
  const errors = async (dir: string): Promise<string[]> =>
    (await loadStudy(dir)).diagnostics
      .filter(({ gravite }) => gravite === 'erreur')
      .map(({ chemin, message }) => `${chemin} ${message}`);

  it('hold as they are in the example: an entry, a rule put aside, a scenario made of others, a text', async () => {
    const bloc = await blocs();
    const data = join(await copyStudy('data'), 'data');
    await appendFile(join(data, 'actions.yaml'), `\n${bloc('- id: murs-auzon')}`);
    await edit(join(data, 'etude.yaml'), /^regles_ecartees:\n/m, bloc('regles_ecartees'));
    await writeFile(join(data, 'scenarios', 'mele.yaml'), bloc('- id: reseau-permanences'));
    const [, texte = ''] = /```markdown\n([\s\S]*?)```/.exec(await docs('docs/guide.md')) ?? [];
    await writeFile(join(data, 'textes', 'diagnostic', 'besoins.md'), texte);
    expect(await errors(data)).toEqual([]);
    const { stdout } = await runIn(join(data, '..'), 'check', '--json');
    expect(stdout).toContain('"erreurs": 0');
  });

  it('hold in a study of their own: a contract, a theme', async () => {
    const bloc = await blocs();
    const study = join(await copyStudy('modeles/exemple'), 'data');
    for (const name of ['etude.yaml', 'reunions.yaml']) {
      const text = await readFile(join(study, name), 'utf8');
      await writeFile(join(study, name), text.replaceAll('Lot A', 'Lot 1').replaceAll('Lot B', 'Lot 2'));
    }
    await writeFile(join(study, 'contrat.yaml'), bloc('nom: Convention'));
    await writeFile(join(study, 'theme.yaml'), bloc('couleurs:'));
    expect(await errors(study)).toEqual([]);
  });
});

describe('a first study in an hour', () => {
  let cwd: string;
  beforeAll(async () => {
    cwd = await temporaryFolder();
  });

  it('goes from an empty folder to the first diagnostic by the commands of its chapter, in order', async () => {
    const guide = await docs('docs/guide.md');
    const start = guide.indexOf('## Une première étude en une heure');
    const chapter = guide.slice(start, guide.indexOf('\n## ', start + 4));
    const typed = [...chapter.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
      block
        .split('\n')
        .map((line) => line.replace(/\s+#.*$/, '').trim())
        .filter(Boolean),
    );
    expect(typed.length).toBeGreaterThan(6);
    let folder = cwd;
    for (const line of typed) {
      const [program, ...words] = mots(line);
      if (program === 'cd') {
        folder = join(folder, words[0] ?? '');
        continue;
      }
      const { code, stderr } = await runIn(folder, ...words.filter((word) => word !== 'atelier'));
      expect(code, `${line}\n${stderr}`).toBe(0);
    }
    const pdf = await readFile(join(folder, 'out', '0.1', 'diagnostic.pdf'));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
});
