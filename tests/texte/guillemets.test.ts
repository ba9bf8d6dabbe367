/** A quotation within a quotation takes “ ” wherever it is read: at the terminal, by a script, in a cell. */
import { expect, it } from 'vitest';
import { reportGithub } from '../../src/cli/reporters/github.js';
import { reportJson } from '../../src/cli/reporters/json.js';
import { reportSarif } from '../../src/cli/reporters/sarif.js';
import { sheetText } from '../../src/render/xlsx/values.js';
import { diagnostic } from '../../src/study/codes/codes.js';

const typed = 'le public « Les « petits » écoliers » n’a aucun besoin.';
const read = /« Les “petits” écoliers »/;

it('in every report of a fault, its sentence and its help', () => {
  const plage = { ligne: 1, colonne: 1, longueur: 1 };
  const found = diagnostic('public-sans-besoin', {
    fichier: 'etude.yaml',
    plage,
    chemin: '',
    message: typed,
    aide: `Écrivez pour « Les « petits » écoliers ».`,
  });
  expect([found.message, found.aide].map((text) => text?.replace(/\s/g, ' '))).toEqual([
    expect.stringMatching(read),
    expect.stringMatching(read),
  ]);
  const report = { diagnostics: [found], texts: new Map(), files: 1, entries: 0, paint: {} as never };
  for (const told of [reportJson, reportSarif, reportGithub].map((print) => print(report)))
    expect(told).not.toMatch(/«[^»]*«/);
});

it('in a text of a workbook', () => {
  expect(sheetText(typed).replace(/\s/g, ' ')).toMatch(read);
  expect(sheetText('une « seule » citation')).toContain('«');
  expect(sheetText('un objectif de « Extinction »')).toMatch(/^un objectif d’«\sExtinction/u);
});
