/** The sheets of the projects: two pages that superimpose, or one where no sheet has anything to say on the second. */
import { describe, expect, it } from 'vitest';
import { fichesProjets } from '../../../src/documents/livrables/fiches-projets.js';
import { loadTheme } from '../../../src/render/theme.js';
import type { Study } from '../../../src/study/study.js';
import { etudeVive, templatesDuProgramme } from '../../support/composed.js';
import { outlineOf, textOf } from '../tree-text.js';

const templates = await templatesDuProgramme();
const { charts: theme } = await loadTheme();
const loaded = async (folder: string): Promise<Study> => {
  const study = await etudeVive(folder);
  return study;
};
const breaks = (study: Study): number =>
  fichesProjets
    .compose({ study, theme, templates, options: {} })
    .produced[0]?.tree.body.filter(({ type }) => type === 'pageBreak').length ?? -1;

describe('the sheets of the projects', () => {
  it('turn the page before their results, all of them or none', async () => {
    const full = await loaded('data');
    expect(breaks(full)).toBe(full.projets.length);
    const short = await loaded('modeles/exemple');
    expect(breaks(short)).toBe(0);
    const [first, ...others] = short.projets;
    if (!first) throw new Error('a project expected');
    const suivi = [{ date: '2024-08', avancement: 0.5, constats: 'Douze vélos prêtés.' }];
    expect(breaks({ ...short, projets: [{ ...first, suivi }, ...others] })).toBe(short.projets.length);
  });

  it('tell in the verdict the days of the provider, which the answer to the contract adds up', async () => {
    const { produced } = fichesProjets.compose({ study: await loaded('data'), theme, templates, options: {} });
    const told = textOf(produced[0]?.tree as Parameters<typeof textOf>[0]).replace(/[\u00a0\u202f]/g, ' ');
    const days = [...told.matchAll(/; (\d+) jours du prestataire ;/g)].map(([, n]) => Number(n));
    expect(days.reduce((sum, n) => sum + n, 0)).toBe(17);
    const sheets = produced[0]?.workbook?.sheets ?? [];
    const counted = sheets.flatMap((one) =>
      one.kind === 'grille'
        ? [...one.grid.cells.values()].filter(({ cell }) => cell.value === 'Prestataire de l’étude')
        : [],
    );
    expect(counted).toHaveLength(days.length);
  });

  it('ask for their validation above what each project gave, on one line', async () => {
    const study = await loaded('data');
    const table = (one: Study) =>
      (fichesProjets.compose({ study: one, theme, templates, options: {} }).produced[0]?.tree.front ?? []).flatMap(
        (block) => (block.type === 'table' && block.exhibit.name === 'projets-resultats' ? [block.exhibit] : []),
      )[0];
    const rows = (one: Study): (string | number | null)[][] =>
      (table(one)?.rows ?? []).map((row) => Object.values(row) as (string | number | null)[]);
    const told = textOf(
      fichesProjets.compose({ study, theme, templates, options: {} }).produced[0]?.tree as Parameters<typeof textOf>[0],
    );
    expect(told).toContain('Faut-il valider ces fiches');
    expect(table(study)?.title.replace(/[\u00a0\u202f]/g, ' ')).toBe(
      'Ce que chaque projet a donné : 10 objectifs atteints sur 14, 1 non mesuré',
    );
    expect(told.replace(/[\u00a0\u202f]/g, ' ')).toContain('Porteur : une commune volontaire (public)');
    expect(rows(study).map((row) => row.slice(1))).toEqual([
      ['2 sur 3', 4500, 4820, 10, 11, '1 mois, rattrapé', '4 partout'],
      ['3 sur 3', 3600, 4180, 12, 15, '1 mois', 'de 3 à 4'],
      ['1 sur 2', 1500, 1310, 12, 17, '5 mois, en cours', 'de 2 à 4'],
      ['2 sur 3', 16000, 14900, 12, 12, '1 mois', 'de 3 à 4'],
      ['2 sur 3', 6000, 5600, 14, 12, '2 mois, en cours', 'de 3 à 4'],
    ]);
    // Of projects that have only been chosen, nothing is said to have been given.
    const chosen = study.projets.map(({ suivi: _, indicateurs: __, constats_objectifs: ___, ...projet }) => ({
      ...projet,
      accompagnement: {},
      budget: [],
    }));
    const begun = { ...study, projets: chosen } as unknown as Study;
    expect(rows(begun)).toEqual([]);
    const { produced } = fichesProjets.compose({ study: begun, theme, templates, options: {} });
    expect(textOf(produced[0]?.tree as Parameters<typeof textOf>[0])).toContain(
      'Rien n’y est encore écrit de ce que les projets ont donné.',
    );
  });

  it('say why a project was given up, or that it is not written', async () => {
    const short = await loaded('modeles/exemple');
    const [first] = short.projets;
    if (!first) throw new Error('a project expected');
    const of = (rest: object): string => {
      const study = { ...short, projets: [{ ...first, etat: 'abandonne', ...rest }] } as unknown as Study;
      const { produced } = fichesProjets.compose({ study, theme, templates, options: {} });
      return outlineOf(produced[0]?.tree.body ?? []).join('\n');
    };
    expect(of({ motif_abandon: 'Le terrain a été vendu.' })).toContain('abandonné (le terrain a été vendu)');
    expect(of({})).toContain('abandonné (la raison n’est pas écrite)');
  });

  it('name every step as late as the latest, and say where an open one stands', async () => {
    const short = await loaded('modeles/exemple');
    const [first] = short.projets;
    if (!first) throw new Error('a project expected');
    const bodyOf = (calendrier: object[]) => {
      const study = { ...short, projets: [{ ...first, etat: 'en-cours', calendrier }] } as unknown as Study;
      const { produced } = fichesProjets.compose({ study, theme, templates, options: {} });
      return produced[0]?.tree?.body ?? [];
    };
    /** Right edges of the planned bar and of the one of what goes on. */
    const ofCharts = (...calendrier: object[]): { planned: number; late: number } => {
      const svg = bodyOf(calendrier)
        .flatMap((block) => (block.type === 'figure' && 'svg' in block.exhibit ? [String(block.exhibit.svg)] : []))
        .join('');
      const right = (fill: string): number => {
        const [bar = ''] = [...svg.matchAll(/<rect [^>]*>/g)].map(([tag]) => tag).filter((tag) => tag.includes(fill));
        const at = (name: string): number => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(bar)?.[1]);
        return at('x') + at('width');
      };
      return { planned: right('fill="#ffffff"'), late: right('url(#en-cours)') };
    };
    const of = (...calendrier: object[]): string => {
      const body = bodyOf(calendrier);
      // Figures are read by who sees them (their title) and by who hears them.
      const figures = body.flatMap((block) =>
        block.type === 'figure' ? [block.exhibit.title, block.exhibit.alt] : [],
      );
      return [...outlineOf(body), ...figures].join('\n').replace(/[\u00a0\u202f]/g, ' ');
    };
    const step = (etape: string, fin: string, rest: object = {}) => ({ etape, debut: '2024-06', fin, ...rest });
    const done = (etape: string, fin_reelle: string) => step(etape, '2024-07', { fin_reelle });
    // The sheets speak on 15 November 2024.
    expect(of(done('Acheter', '2024-08'), done('Prêter', '2024-07'), done('Réparer', '2024-08'))).toContain(
      '1 mois de retard sur « Acheter » et « Réparer »',
    );
    expect(of(done('Acheter', '2024-08'), step('Prêter', '2024-10-15'))).toMatch(
      /1 mois de retard au 15 novembre 2024 sur « Prêter »/,
    );
    const open = of(step('Acheter', '2024-08'), step('Prêter', '2024-12'), {
      ...step('Vendre', '2025-02'),
      debut: '2025-01',
    });
    expect(open).toMatch(/« Acheter » : 2 mois de retard au 15 novembre 2024/);
    // A step that goes on late is drawn up to the date at which it is counted.
    const bars = ofCharts(step('Acheter', '2024-08'));
    expect(bars.late).toBeGreaterThan(bars.planned + 10);
    for (const told of [
      'Acheter : prévue de juin à août 2024, 2 mois de retard au 15 novembre 2024',
      'Prêter : prévue de juin à décembre 2024, en cours',
      'Vendre : prévue de janvier à février 2025, à venir',
    ])
      expect(open).toContain(told);
  });
});
