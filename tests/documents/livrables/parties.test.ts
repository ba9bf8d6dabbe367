import { describe, expect, it } from 'vitest';
import { diagnostic } from '../../../src/documents/livrables/diagnostic.js';
import { loadTheme } from '../../../src/render/theme.js';
import type { Study } from '../../../src/study/study.js';
import { etudeVive, templatesDuProgramme } from '../../support/composed.js';

describe('the parts of a workbook', () => {
  it('are those of the rooms, whatever the vocabularies of the study are called', async () => {
    const study = await etudeVive('tests/fixtures/autre-etude');
    const [first] = study.etude.domaines;
    const renamed = JSON.parse(
      JSON.stringify(study).replaceAll(`"${first?.id}"`, '"experiences-besoins-inventaire"'),
    ) as Study;
    const { produced } = diagnostic.compose({
      study: renamed,
      theme: (await loadTheme()).charts,
      templates: await templatesDuProgramme(),
      options: {},
    });
    const parts = new Map(
      (produced[0]?.workbook?.sheets ?? []).flatMap((one) =>
        one.kind === 'grille' ? [] : one.tables.map(({ name }) => [name, one.part] as const),
      ),
    );
    expect(parts.get('synthese-experiences-besoins-inventaire')).toBe('Synthèse');
    expect(parts.get('besoins-inventaire')).toBe('Inventaires');
  });
});
