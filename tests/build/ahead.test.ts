/** Reserves that the second thread finds while the first composes what comes before: those that the first would find. */
import { expect, it } from 'vitest';
import { ahead } from '../../src/build/thread/ahead.js';
import { loadDeliverable } from '../../src/documents/registry.js';
import { loadTheme } from '../../src/render/theme.js';
import { withoutPersonalData } from '../../src/study/personal.js';
import { etudeVive, templatesDuProgramme } from '../support/composed.js';

const given = async () => {
  const study = withoutPersonalData(await etudeVive('modeles/exemple'));
  // Fewer answers than people who gave one.
  const torn = { ...study, participation: study.participation.map((one) => ({ ...one, reponses: 12 })) };
  const { charts: theme } = await loadTheme();
  return { study: torn, theme, templates: await templatesDuProgramme() };
};

it('are asked at the date of the document, and print what it would have found', async () => {
  const { study, ...rest } = await given();
  const { livrable, date, reserves } = ahead(structuredClone(study), 'diagnostic');
  expect(reserves.length).toBeGreaterThan(0);
  const { compose } = await loadDeliverable('diagnostic');
  const asked: string[][] = [];
  const known = compose({
    study,
    ...rest,
    options: {
      reserves: (...about) => {
        asked.push(about);
        return reserves;
      },
    },
  });
  expect(asked).toEqual([[livrable, date]]);
  expect(known).toEqual(compose({ study, ...rest, options: {} }));
  // They are read nowhere else.
  expect(compose({ study, ...rest, options: { reserves: () => [] } })).not.toEqual(known);
  expect(compose({ study, ...rest, options: { reserves: () => null } })).toEqual(known);
});

it('are not asked for a document that speaks of a scenario alone, nor for the pack of a meeting', async () => {
  const { study, ...rest } = await given();
  for (const name of ['mode-operatoire', 'copil'] as const) {
    const { compose } = await loadDeliverable(name);
    const reserves = () => {
      throw new Error(`${name} looks for its own`);
    };
    expect(compose({ study, ...rest, options: { reserves } }).produced).not.toEqual([]);
  }
});
