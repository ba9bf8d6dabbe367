/** A document that sends its reader to a sheet names one that the workbook of the same release has. */
import { describe, expect, it } from 'vitest';
import { DELIVERABLES, loadDeliverable } from '../../../src/documents/registry.js';
import { loadTheme } from '../../../src/render/theme.js';
import { sheetNames } from '../../../src/render/xlsx/sheet-names.js';
import { composee, etudeVive, templatesDuProgramme } from '../../support/composed.js';
import { lignesDuDocument } from '../../support/prose.js';

/** Names between guillemets in the clauses that speak of a sheet of the workbook. */
const feuillesCitees = (texte: string): string[] =>
  texte
    .split(/(?<=\.) /)
    .filter((phrase) => /feuilles? «|dans le classeur :/i.test(phrase))
    .flatMap((phrase) =>
      [...phrase.slice(phrase.search(/feuilles? «/)).matchAll(/« ([^»]+) »/g)].map(([, name = '']) => name),
    );

describe.each(['data', 'tests/fixtures/autre-etude'])('the sheets that the documents of %s name', (dossier) => {
  it.each(DELIVERABLES)('%s: are in its workbook', async (name) => {
    const composed = await composee(dossier, name);
    // The other study lacks what some are made of.
    const lacking = dossier !== 'data' && ['mode-operatoire', 'fiches-projets', 'bilan'].includes(name);
    expect((composed?.produced ?? []).length > 0).toBe(!lacking);
    for (const { tree, workbook } of composed?.produced ?? []) {
      const cited = lignesDuDocument(tree).flatMap(({ texte }) => feuillesCitees(texte));
      const held = sheetNames(
        (workbook?.sheets ?? []).map((one) => (one.kind === 'grille' ? one.grid.name : one.name)),
      );
      expect(held.length).toBeLessThanOrEqual(40);
      // Characters across a page on its side: a sheet that recomputes is read and printed on one.
      const wide = (workbook?.sheets ?? []).flatMap((one) =>
        one.kind === 'grille' && one.grid.widths.reduce((total, width) => total + width, 0) > 250
          ? [one.grid.name]
          : [],
      );
      expect(wide).toEqual([]);
      expect(cited.filter((sheet) => !held.includes(sheet))).toEqual([]);
      // The page shows « — » for a start that nobody measured: the sheet does not make it nought.
      const starts = (workbook?.sheets ?? []).flatMap((one) =>
        one.kind === 'grille' && one.grid.name === 'Suivi des indicateurs'
          ? [...one.grid.cells.values()].flatMap(({ column, cell }) => (column === 5 ? [cell.value] : []))
          : [],
      );
      if (name === 'mode-operatoire' && dossier === 'data') expect(starts).toContain('—');
      // Nor does it make nought of a task whose progress nobody wrote.
      if (name === 'mode-operatoire' && dossier === 'data') expect(held).toContain('Suivi du calendrier');
      for (const one of workbook?.sheets ?? [])
        if (one.kind === 'grille' && one.grid.name === 'Suivi du calendrier' && dossier === 'data')
          expect([...one.grid.cells.values()].filter(({ column, cell }) => column === 7 && cell.value === 0)).toEqual(
            [],
          );
      // What is called a total is the sum of what stands above it, to the cent: nothing is rounded on the way.
      const wrong = (workbook?.sheets ?? []).flatMap((one) =>
        one.kind === 'grille'
          ? []
          : one.tables.flatMap(({ columns, rows, totals, name: of }) =>
              columns.flatMap(({ key, format }) => {
                const told = totals?.[key];
                if (!Object.values(totals ?? {}).some((cell) => /^Total/.test(String(cell)))) return [];
                if (typeof told !== 'number' || (format !== 'euros' && format !== 'entier')) return [];
                const summed = rows.reduce((sum, row) => sum + Number(row[key] ?? 0), 0);
                return Math.abs(summed - told) < 0.01 ? [] : [`${of}, ${key} : ${summed} pour ${told}`];
              }),
            ),
      );
      expect(wrong).toEqual([]);
      // Receipts stand in the year that enters them: a column adds up to the total under it.
      const unadded = (workbook?.sheets ?? []).flatMap((one) => {
        if (one.kind !== 'grille' || !/^Financement /.test(one.grid.name)) return [];
        const at = (row: number, column: number) => one.grid.cells.get(`${row}:${column}`)?.cell.value ?? 0;
        const named = (label: string): number =>
          [...one.grid.cells.values()].find(({ column, cell }) => column === 1 && cell.value === label)?.row ?? 0;
        const [first, total] = [named('Recette') + 1, named('Total des recettes')];
        return [7, 8, 9, 10].flatMap((column) => {
          const rows = Array.from({ length: total - first }, (_, i) => Number(at(first + i, column)));
          const gap = rows.reduce((sum, value) => sum + value, 0) - Number(at(total, column));
          return Math.abs(gap) < 0.01 ? [] : [`${one.grid.name}, colonne ${column} : ${gap}`];
        });
      });
      expect(unadded).toEqual([]);
      // An amount is named so that it is not taken for another.
      const amounts = (workbook?.sheets ?? [])
        .flatMap((one) => (one.kind === 'grille' ? [] : one.tables))
        .filter((table) => table.name === 'indicateurs-montants')
        .flatMap(({ rows }) => rows.map((row) => `${row.scenario} : ${row.montant}`));
      expect(amounts.filter((label, i) => amounts.indexOf(label) < i)).toEqual([]);
      // A heading says what is under it before a table does; a list of acronyms needs no word.
      const bare = tree.body.flatMap((block, i) => {
        const next = tree.body[i + 1];
        return block.type === 'heading' && next?.type === 'table' && next.exhibit.name !== 'glossaire'
          ? [next.exhibit.name]
          : [];
      });
      if (name === 'scenarios') expect(bare).toEqual([]);
      // A column that no table of its kind fills is named below it, and not shown.
      const blank = (workbook?.sheets ?? []).flatMap((one) =>
        one.kind === 'grille'
          ? []
          : one.tables.flatMap(({ columns, rows, totals, name: of }) =>
              columns
                .slice(1)
                .filter(({ key }) => [...rows, totals].every((row) => (row?.[key] ?? '') === ''))
                .filter(({ key }) =>
                  one.tables
                    .filter((other) => String(other.columns.map((c) => c.key)) === String(columns.map((c) => c.key)))
                    .every((other) => other.rows.every((row) => (row[key] ?? '') === '')),
                )
                .flatMap(({ header }) => (rows.length > 0 ? [`${of} : ${header}`] : [])),
            ),
      );
      expect(blank).toEqual([]);
      if (name === 'mode-operatoire' && dossier === 'data')
        expect(
          (workbook?.sheets ?? []).flatMap((one) =>
            one.kind === 'grille'
              ? []
              : one.tables.flatMap(({ source }) => /Aucune ligne ne renseigne .*$/.exec(source ?? '')?.[0] ?? []),
          ),
        ).toContain('Aucune ligne ne renseigne « Avancement ».');
      // What the recommendations cost is a figure, which a reader adds up.
      if (name === 'bilan' && dossier === 'data') {
        const costs = (workbook?.sheets ?? [])
          .flatMap((one) => (one.kind === 'grille' ? [] : one.tables))
          .find((table) => table.name === 'recommandations')?.rows;
        expect(costs?.map((row) => typeof row.cout_probable)).toEqual(Array(7).fill('number'));
      }
      // Of a funding that nobody foresaw no share was had; of what is not written nothing is said.
      const shares = (workbook?.sheets ?? []).flatMap((one) =>
        one.kind === 'grille' && /^Projet \d+$/.test(one.grid.name)
          ? [...one.grid.cells.values()].flatMap(({ row, column, cell }) =>
              column === 4 && cell.format === 'pourcent'
                ? [[2, 3].map((at) => one.grid.cells.get(`${row}:${at}`)?.cell.value).concat(cell.value)]
                : [],
            )
          : [],
      );
      for (const [foreseen, done, share] of shares)
        expect(share).toBe(done === null ? '' : foreseen === 0 ? '—' : Number(done) / Number(foreseen));
      if (name === 'fiches-projets' && dossier === 'data')
        expect(shares.some(([foreseen]) => foreseen === 0)).toBe(true);
      if (name === 'scenarios') expect(cited.length).toBeGreaterThan(6);
    }
  });
});

it('shows in a yellow cell all that it holds: days in thousandths, rates in tenths of a per cent', async () => {
  const study = await etudeVive('modeles/exemple');
  const [first, ...others] = study.scenarios;
  const { criteres } = study;
  if (!first || !criteres?.hypotheses) throw new Error('an example expected');
  const [line, ...lines] = first.modalites;
  if (!line) throw new Error('a modality expected');
  const { compose } = await loadDeliverable('scenarios');
  const { produced } = compose({
    study: {
      ...study,
      scenarios: [{ ...first, modalites: [{ ...line, jours_par_unite: 0.013 }, ...lines] }, ...others],
      criteres: { ...criteres, hypotheses: { ...criteres.hypotheses, evolution_annuelle: 0.015 } },
    },
    theme: (await loadTheme()).charts,
    templates: await templatesDuProgramme(),
    options: {},
  });
  const cells = (produced[0]?.workbook?.sheets ?? []).flatMap((one) =>
    one.kind === 'grille' ? [...one.grid.cells.values()].map(({ cell }) => cell) : [],
  );
  const formatsOf = (value: number) => [
    ...new Set(cells.flatMap((cell) => (cell.input && cell.value === value ? [cell.format] : []))),
  ];
  expect(formatsOf(0.013)).toEqual(['nombre']);
  expect(formatsOf(0.015)).toEqual(['taux']);
  expect(formatsOf(0.8)).toEqual(['pourcent']);
});

it('follows in the year what the mode opératoire has, and asks for nothing where it has nothing', async () => {
  const composed = await composee('modeles/exemple', 'mode-operatoire');
  const names = (composed?.produced[0]?.workbook?.sheets ?? []).flatMap((one) =>
    one.kind === 'grille' ? [one.grid.name] : [],
  );
  expect(names).toEqual(expect.arrayContaining(['Suivi des conventions', 'Suivi des conditions', 'Suivi des jours']));
  expect(names.filter((name) => /indicateurs|mesures|risques/.test(name))).toEqual([]);
});

it('offers in the log of requests what this study does with them, and counts them whole', async () => {
  const composed = await composee('modeles/exemple', 'mode-operatoire');
  const log = (composed?.produced[0]?.workbook?.sheets ?? []).flatMap((one) =>
    one.kind === 'grille' && one.grid.name === 'Journal des demandes'
      ? [...one.grid.cells.values()].map(({ cell }) => cell)
      : [],
  );
  const words = new Set(log.map(({ value }) => value));
  expect(words.has('Location') && words.has('Atelier')).toBe(true);
  expect(words.has('Visite-conseil') || words.has('Projet accompagné')).toBe(false);
  expect(log.filter(({ formula = '' }) => formula.startsWith('COUNT')).map(({ format }) => format)).not.toContain(
    'decimal',
  );
});

it('a study just begun has no sheet without a line: the summary names what has none, and no sentence sends there', async () => {
  const study = await etudeVive('tests/fixtures/base');
  const bare = { besoins: [], acteurs: [], actions: [], outils: [], experiences: [], participation: [] };
  const { compose } = await loadDeliverable('diagnostic');
  const { charts: theme } = await loadTheme();
  const templates = await templatesDuProgramme();
  const [made] = compose({ study: { ...study, ...bare } as typeof study, theme, templates, options: {} }).produced;
  if (!made?.workbook) throw new Error('a workbook expected');
  const tables = made.workbook.sheets.flatMap((one) => (one.kind === 'tableaux' ? [one] : []));
  expect(tables.length).toBeGreaterThan(0);
  expect(tables.filter((one) => one.tables.every(({ rows }) => rows.length === 0)).map(({ name }) => name)).toEqual([]);
  const apart = made.workbook.intro.find((line) => line.startsWith('Sans feuille, faute de données'));
  expect(apart).toContain('« Inventaire besoins »');
  const held = sheetNames(tables.map(({ name }) => name));
  const lines = lignesDuDocument(made.tree).map(({ texte }) => texte);
  expect(lines.flatMap(feuillesCitees).filter((sheet) => !held.includes(sheet))).toEqual([]);
  // Of nobody, nothing is said of who has committed himself.
  const said = lines.join('\n');
  expect(said).toContain('Personne n’est encore recensé');
  expect(said).not.toMatch(/L’engagement dit où en est chaque acteur|aucun volontaire ni engagé|Compter des acteurs/);
  // One that has all it needs says nothing of the kind.
  const full = await composee('data', 'diagnostic');
  expect(full?.produced[0]?.workbook?.intro.join(' ')).not.toContain('Sans feuille');
});
