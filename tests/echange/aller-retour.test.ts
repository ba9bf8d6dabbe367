/** Export then import changes nothing, whatever the entries hold. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Excel from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enCellule, lireCellule, nombreSur } from '../../src/echange/cellules.js';
import { type Champ, champsALire, champsDe, champsDesCles } from '../../src/echange/champs.js';
import { listesEntieres } from '../../src/echange/contenu.js';
import { trouverEntete } from '../../src/echange/entete.js';
import { enClasseur, enCsv, formulaireDe } from '../../src/echange/exporter.js';
import type { Fiche } from '../../src/echange/fiche.js';
import { importer, importVide } from '../../src/echange/importer.js';
import { ciblesDe, inventaireDe, LISTES } from '../../src/echange/inventaire.js';
import { lireClasseur } from '../../src/echange/lire.js';
import { type Collection, collectionNamed } from '../../src/study/collections.js';
import { type LoadedStudy, loadStudy } from '../../src/study/load.js';
import { copyStudy, root } from '../support/cli.js';
import { runIn } from '../support/in-process.js';
import { checkPackage } from '../support/office/package.js';
import { temporaryFolder } from '../support/temporary.js';

let charge: ReturnType<typeof loadStudy> | undefined;
/** The example, loaded once: an import changes none of it. */
const exemple = (): ReturnType<typeof loadStudy> => {
  charge ??= loadStudy(join(root, 'data'), { cwd: root });
  return charge;
};

const IDENTITE = { auteur: 'Bureau', date: new Date('2020-01-01') };

/** What an import of the exported form, written in `format`, would change. */
async function retour(
  collection: string,
  fiches: Fiche[],
  study: unknown,
  path: string,
): Promise<ReturnType<typeof importer>> {
  const cibles = ciblesDe(study);
  const form = formulaireDe(collection, fiches, cibles);
  await writeFile(path, path.endsWith('.csv') ? enCsv(form) : await enClasseur(form, cibles, IDENTITE));
  const { tableaux } = await lireClasseur(path);
  const lignes = tableaux[0]?.lignes ?? [];
  const entete = trouverEntete(lignes, [...champsDe(collection, fiches), ...champsDesCles(collection, cibles)], {});
  expect(entete?.colonnes.filter(({ champ }) => champ === null)).toEqual([]);
  return importer(lignes.slice(entete?.debut ?? 0), entete?.colonnes ?? [], {
    collection,
    fiches,
    cibles,
    defauts: {},
    valeurs: {},
  });
}

/** The collection of that name, and its entries in the example. */
function inventaireDeLExemple(name: string, loaded: LoadedStudy): { collection: Collection; fiches: Fiche[] } {
  const collection = collectionNamed(name);
  if (!collection) throw new Error(name);
  return { collection, fiches: inventaireDe(collection, loaded, root).fiches };
}

describe('export → import', () => {
  it('changes nothing in any inventory of the example, in both formats', async () => {
    const dir = await temporaryFolder();
    const loaded = await exemple();
    for (const name of LISTES) {
      const { fiches } = inventaireDeLExemple(name, loaded);
      for (const format of ['csv', 'xlsx']) {
        const lu = await retour(name, fiches, loaded.study, join(dir, `${name}.${format}`));
        expect(lu, `${name}.${format}`).toEqual({ ...importVide(), identiques: fiches.length });
      }
    }
  });

  it('brings every inventory of the example back into a study that has none of it, lists of objects included', async () => {
    const dir = await temporaryFolder();
    const loaded = await exemple();
    for (const name of LISTES) {
      const { collection, fiches } = inventaireDeLExemple(name, loaded);
      const emptied = ciblesDe({ ...loaded.study, [collection.cle]: [] });
      const path = join(dir, `${name}.csv`);
      await writeFile(path, enCsv(formulaireDe(name, fiches, ciblesDe(loaded.study))));
      const lignes = (await lireClasseur(path)).tableaux[0]?.lignes ?? [];
      const entete = trouverEntete(lignes, [...champsALire(name, []), ...champsDesCles(name, emptied)], {});
      const below = lignes.slice(entete?.debut ?? 0);
      const lu = importer(below, listesEntieres(entete?.colonnes ?? [], below, name), {
        ...{ collection: name, fiches: [], cibles: emptied, defauts: {}, valeurs: {} },
      });
      expect([lu.rejets, lu.laissees], name).toEqual([[], []]);
      expect(
        lu.nouvelles.flatMap(({ horsChamps }) => horsChamps.map(([titre]) => titre)),
        name,
      ).toEqual([]);
      expect(
        lu.nouvelles.map(({ fiche }) => fiche),
        name,
      ).toEqual(fiches);
    }
  });

  it('brings a list whose entries name each other, above or below, into a study that has none; one that names a refused row is refused too', () => {
    const colonnes = champsDe('references', [])
      .filter(({ cle }) => ['id', 'titre', 'theme', 'regle', 'remplace', 'statut'].includes(cle))
      .map((champ, index) => ({ index, titre: champ.cle, noms: [], champ, par: 'exact' as const }));
    const lire = (rows: Record<string, string>[]) =>
      importer(
        rows.map((row, i) => ({
          numero: i + 2,
          cellules: colonnes.map(({ titre }) => row[titre] ?? null),
          etalees: new Set<number>(),
        })) as never,
        colonnes as never,
        { collection: 'references', fiches: [], cibles: ciblesDe({ references: [] }), defauts: {}, valeurs: {} },
      );
    const own = { theme: 'essai', regle: 'Une règle.' };
    const list = [
      { id: 'a-2024', titre: 'La règle de 2024', remplace: 'a-2020', ...own },
      { id: 'a-2020', titre: 'La règle de 2020', ...own },
      { id: 'b-2024', titre: 'Une autre', remplace: 'La règle de 2020', ...own },
    ];
    const lu = lire(list);
    expect(lu.rejets).toEqual([]);
    expect(lu.nouvelles.map(({ fiche }) => fiche.remplace)).toEqual(['a-2020', undefined, 'a-2020']);
    // The second has no name any more: nobody may name it.
    const refused = lire([list[0] ?? {}, { ...own, id: 'a-2020' }, list[2] ?? {}]);
    expect(refused.nouvelles).toEqual([]);
    expect(refused.rejets.map(({ ligne, faute }) => `${ligne} ${faute}`)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^2 « a-2020 » n'est dans aucune fiche connue/)]),
    );
  });

  it('writes headings and cells for people: accents, acronyms, nothing for an empty list', () => {
    const { titres, lignes } = formulaireDe(
      'outils',
      [{ id: 'a', inconvenients: [], avantages: ['sûr', 'simple'] }],
      () => new Map(),
    );
    expect(titres).toEqual(expect.arrayContaining(['Inconvénients', 'Détenteur', 'Coût : unité']));
    expect(lignes[0]?.[titres.indexOf('Inconvénients')]).toBeNull();
    expect(lignes[0]?.[titres.indexOf('Avantages')]).toBe('sûr\nsimple');
  });

  it('asks for the participants of each public in a column of its own, empty where the journal says nothing', () => {
    const cibles = new Map([
      ['salaries', ['Salariés']],
      ['aines', ['Aînés']],
    ]);
    const { titres, lignes } = formulaireDe('participation', [{ id: 'a', participants: { aines: 6 } }], () => cibles);
    const cell = (titre: string) => lignes[0]?.[titres.indexOf(titre)];
    expect([cell('Participants : Salariés'), cell('Participants : Aînés')]).toEqual([null, 6]);
    expect(titres).not.toContain('Participants');
  });

  it('holds no formula that a spreadsheet would compute, and gives back each text as it was', async () => {
    const odd = ['=1+1', '+33 4 73', '-5 à l’ombre', '@moi', "'=x", 'a = b'];
    const fiches = odd.map((commentaire, i) => ({ id: `a${i}`, titre: 'Une', domaines: [], publics: [], commentaire }));
    const csv = enCsv(formulaireDe('actions', fiches, () => new Map()));
    for (const row of csv.split('\r\n').slice(1))
      for (const cell of row.split(';')) expect(cell).not.toMatch(/^"?[=+@-]/);
    const path = join(await temporaryFolder(), 'actions.csv');
    expect(await retour('actions', fiches, {}, path)).toEqual({ ...importVide(), identiques: odd.length });
  });

  it('writes no number that may be read as thousands', () => {
    const one = champsDe('outils', []).find(({ forme }) => forme === 'montant') as Champ;
    for (const valeur of [
      { min: 16.404, mode: 17, max: 1234.5 },
      { min: 0.125, mode: 16.5, max: 999.999 },
    ])
      expect(lireCellule(enCellule(valeur, one), one, undefined)).toEqual({ valeur });
    expect([16.404, -1.001, 0.125, 1234.567, 12, 1e-7].map(nombreSur)).toEqual([
      ...['16,4040', '-1,0010', '0,125', '1234,567', '12', '1e-7'],
    ]);
  });

  it('names itself, in French, and prints the headings again on each page', async () => {
    const form = formulaireDe('actions', [], () => new Map());
    const bytes = await enClasseur(form, () => new Map(), IDENTITE);
    expect(checkPackage(bytes)).toEqual([]);
    const workbook = new Excel.Workbook();
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0]);
    expect(workbook).toMatchObject({ title: 'Formulaire : actions', creator: 'Bureau', language: 'fr-FR' });
    const { orientation, printTitlesRow, printTitlesColumn, fitToWidth } = workbook.worksheets[0]?.pageSetup ?? {};
    expect([orientation, printTitlesRow, printTitlesColumn]).toEqual(['landscape', '1:1', 'A:B']);
    expect(fitToWidth).toBeGreaterThan(2);
  });

  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .map((s) => s.replace(/[\p{C}\u2028\u2029]/gu, 'x').trim())
    .filter((s) => s !== '');
  const mots = fc.oneof(
    text,
    fc.constantFrom('a ; b', '- tiret', '—', '[x]', '{ a: 1 }', '=1+1', 'oui', '12', 'deux\nlignes', '« q »; "r"'),
  );
  const acteur = fc.record(
    {
      nom: mots,
      type: fc.constantFrom('association', 'entreprise'),
      domaines: fc.uniqueArray(fc.constantFrom('eau', 'mobilites')),
      fonctions: fc.uniqueArray(fc.constantFrom('ecouter', 'former')),
      publics: fc.constant([]),
      role: mots,
      interet: fc.integer({ min: 1, max: 5 }),
      moyens: fc.record(
        { jours_an: fc.double({ min: 0, max: 1e6, noNaN: true }), competences: fc.array(mots, { maxLength: 3 }) },
        { requiredKeys: [], noNullPrototype: true },
      ),
      contacts: fc.array(
        fc.record(
          { nom: mots, courriel: mots, consentement: fc.boolean() },
          { requiredKeys: ['nom', 'consentement'], noNullPrototype: true },
        ),
        { maxLength: 5 },
      ),
      fiabilite_champs: fc.dictionary(fc.constantFrom('nom', 'role'), fc.constantFrom('source', 'estime'), {
        noNullPrototype: true,
      }),
      commentaire: mots,
    },
    { requiredKeys: ['nom', 'type', 'domaines', 'fonctions', 'publics'], noNullPrototype: true },
  );

  it('changes nothing in entries of any content (property)', async () => {
    const dir = await temporaryFolder();
    const { study } = await loadStudy(join(root, 'tests/fixtures/autre-etude'), { cwd: root });
    await fc.assert(
      fc.asyncProperty(
        fc.array(acteur, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('csv', 'xlsx'),
        async (list, format) => {
          const fiches = list.map((one, index): Fiche => ({ id: `a${index}`, ...one }));
          const lu = await retour('acteurs', fiches, study, join(dir, `acteurs.${format}`));
          expect(lu).toEqual({ ...importVide(), identiques: fiches.length });
        },
      ),
      { numRuns: 20 },
    );
  });

  it('by the command: what a form says of a list holds when the study has a longer one since; a list spoiled in its cell is refused', async () => {
    const cwd = await copyStudy('tests/fixtures/autre-etude');
    const path = join(cwd, 'data', 'acteurs.yaml');
    const contact = (n: number): string => `{ nom: C${n}, consentement: false }`;
    const text = await readFile(path, 'utf8');
    const avec = (n: number): string =>
      `${text}- { id: neuve, nom: Neuve, type: association, domaines: [], fonctions: [], publics: [], contacts: [${Array.from({ length: n }, (_, i) => contact(i + 1)).join(', ')}] }\n`;
    await writeFile(path, avec(2));
    await runIn(cwd, 'export', 'acteurs', '--format', 'csv');
    await writeFile(path, avec(4));
    const form = await readFile(join(cwd, 'acteurs.csv'), 'utf8');
    await writeFile(join(cwd, 'acteurs.csv'), form.replace('C2', 'C5'));
    const { stdout, stderr } = await runIn(cwd, 'import', 'acteurs', 'acteurs.csv');
    expect(stdout).toMatch(/0 fiche nouvelle, 1 modifiée/);
    expect(stdout).toMatch(/\+.*C5/);
    expect(stderr).not.toMatch(/aucun champ/);
    await runIn(cwd, 'export', 'acteurs', '--format', 'csv', '--remplacer');
    await writeFile(path, text);
    const whole = await readFile(join(cwd, 'acteurs.csv'), 'utf8');
    await writeFile(
      join(cwd, 'acteurs.csv'),
      `${whole}${whole.split('\r\n').at(-2)?.replace('neuve', 'autre').replace(/Neuve/g, 'Autre').replace('C4, consentement: false }]', 'C4')}\r\n`,
    );
    const again = await runIn(cwd, 'import', 'acteurs', 'acteurs.csv');
    expect(again.stdout).toMatch(/1 fiche nouvelle, 0 modifiée, 3 inchangées, 1 ligne refusée/);
    expect(again.stderr).toMatch(/« Contacts » : .* n'a pas la forme attendue/);
  });

  it('by the command: a form filled in a new row gives one entry, and is not overwritten', async () => {
    const cwd = await copyStudy('tests/fixtures/autre-etude');
    const { code, stderr } = await runIn(cwd, 'export', 'acteurs');
    expect(code).toBe(0);
    expect(stderr).toMatch(/atelier import acteurs acteurs\.xlsx/);
    expect((await runIn(cwd, 'import', 'acteurs', 'acteurs.xlsx')).stdout).toMatch(
      /0 fiche nouvelle, 0 modifiée, 3 inchangées/,
    );
    const again = await runIn(cwd, 'export', 'acteurs');
    expect([again.code, again.stderr]).toEqual([1, expect.stringMatching(/existe déjà, et peut avoir été rempli/)]);
    expect((await runIn(cwd, 'export', 'acteurs', '--remplacer')).code).toBe(0);
    expect((await runIn(cwd, 'export', 'acteur')).stderr).toMatch(/Vouliez-vous dire « acteurs »/);
    expect((await readdir(cwd)).sort()).toEqual(['acteurs.xlsx', 'data']);
  });
});
