/** The scenarios side by side: with what happens when none is retained, where the study says it. */
import { describe, expect, it } from 'vitest';
import type { PerimetreAnalyse } from '../../src/analysis/priorites/perimetres.js';
import { analyserScenarios } from '../../src/analysis/scenarios/index.js';
import { loadDeliverable } from '../../src/documents/registry.js';
import { comparaisonExhibits } from '../../src/exhibits/scenarios/comparaison.js';
import { type ContexteScenarios, FORMES } from '../../src/exhibits/scenarios/contexte.js';
import { coutServiceExhibits } from '../../src/exhibits/scenarios/cout-service.js';
import { ensembleExhibits } from '../../src/exhibits/scenarios/ensemble.js';
import { moyensCompares } from '../../src/exhibits/scenarios/moyens-compares.js';
import { perimetresExhibits } from '../../src/exhibits/scenarios/perimetres.js';
import { departage, viabiliteExhibits } from '../../src/exhibits/scenarios/viabilite.js';
import { loadTheme } from '../../src/render/theme.js';
import { SHAPES } from '../../src/study/shapes.gen.js';
import type { Criteres } from '../../src/study/types.gen.js';
import { etudeAvecScenarios, notees, scenario } from '../analysis/small-scenario.js';
import { etudeVive, templatesDuProgramme } from '../support/composed.js';

const THEME = (await loadTheme()).charts;

function coteACote(rest: Partial<Criteres>) {
  const etude = etudeAvecScenarios([scenario('a')], [], rest);
  const [table] = ensembleExhibits({ etude, analyse: analyserScenarios(etude, { tirages: 10 }) } as ContexteScenarios);
  if (table?.kind !== 'table') throw new Error('a table expected');
  return table;
}

describe('scenarios side by side', () => {
  it('have no line of departure when the study gives none', () => {
    expect(coteACote({}).columns.map(({ header }) => header)).toEqual(['Mesure', 'Scénario a']);
  });

  it('tell a surplus where the receipts that are no subsidy pay more than the last year, as the workbook does', () => {
    const don = { id: 'don', libelle: 'Don', nature: 'don', origine: 'prive', montant: 500_000, statut: 'acquis' };
    const etude = etudeAvecScenarios([
      scenario('a', { financements: [don] } as unknown as Parameters<typeof scenario>[1]),
    ]);
    const analyse = analyserScenarios(etude, { tirages: 10 });
    expect(analyse.scenarios[0]?.chiffrage.indicateurs.get('reste_apres_aides')?.valeur).toBeLessThan(0);
    const [table] = ensembleExhibits({ etude, analyse } as ContexteScenarios);
    const row =
      table?.kind === 'table'
        ? table.rows.find(({ mesure }) => /subventions arrêtées/.test(String(mesure)))
        : undefined;
    expect(
      Object.values(row ?? {})
        .join(' ')
        .replace(/\s/gu, ' '),
    ).toMatch(/rien \([\d ]+ € d’excédent\)/);
  });

  it('stand beside what happens without them: what is known, what is not, and the rest empty', () => {
    const table = coteACote({ statu_quo: { resume: 'Chacun cherche.', mesures: { cout_annuel: 1200, etp_total: 0 } } });
    expect(table.columns.map(({ header }) => header)).toEqual(['Mesure', 'Sans dispositif', 'Scénario a']);
    const seen = Object.fromEntries(table.rows.map(({ mesure, sans }) => [mesure, sans]));
    expect(seen['Coût annuel le plus probable']).toMatch(/^1\s200\s€$/u);
    expect(seen['Équivalents temps plein']).toBe('0');
    expect(seen['Demandes reçues par an']).toBe('non connu');
    expect(seen.Porteur).toBeNull();
    expect(table.source).toContain('Sans dispositif : chacun cherche.');
  });

  it('say what each leaves to its bearer, and what is acquired, on the page where one decides', () => {
    const table = coteACote({});
    const row = (mesure: string) =>
      String(Object.values(table.rows.find((one) => one.mesure === mesure) ?? {})[1]).replace(/\s/gu, ' ');
    // 50 000 € in two years, of which an aid of 9 000 € a year, not acquired, pays 18 000 €.
    expect(row('À la charge du porteur, par an')).toBe('16 000 €');
    expect(row('Part des recettes acquise')).toBe('64 %');
  });
});

describe('services counted in one unit', () => {
  const exhibits = (...unites: string[]) => {
    const served = (id: string, unite: string, amount: number) => {
      const one = scenario(id);
      const [first] = one.modalites;
      if (!first) throw new Error('a modality expected');
      const modalites = [{ ...first, unite, service_rendu: true, volume_annuel: amount }];
      return { ...one, modalites };
    };
    const etude = etudeAvecScenarios(
      unites.map((unite, i) => served(`s${i}`, unite, 10 + i)),
      [],
    );
    const contexte = { etude, analyse: analyserScenarios(etude, { tirages: 10 }), theme: THEME } as ContexteScenarios;
    const [table] = ensembleExhibits(contexte);
    const [figure] = coutServiceExhibits(contexte);
    return {
      mesures: table?.kind === 'table' ? table.rows.map(({ mesure }) => String(mesure)) : [],
      alt: figure?.kind === 'figure' ? String(figure.alt).replace(/\s/gu, ' ') : '',
    };
  };
  it('are told in it where all the scenarios count it, side by side and in the figure', () => {
    const one = exhibits('repas', 'repas');
    expect(one.mesures).toContain('Repas par an');
    expect(one.alt).toContain('en ordonnée les repas');
    expect(one.alt).toMatch(/10 repas par an pour .* par repas sur la durée du plan/);
    const several = exhibits('repas', 'visite');
    expect(several.mesures).toContain('Services rendus par an');
    expect(several.alt).toContain('en ordonnée les services rendus');
    expect(several.alt).toMatch(/10 services par an/);
  });
});

describe('the perimeters side by side', () => {
  const perimetre = (id: string, rest: Partial<PerimetreAnalyse>): PerimetreAnalyse =>
    ({
      id,
      libelle: id,
      communes: 3,
      population: 900,
      densite: 30,
      acteurs: 5,
      acteursNonSitues: 2,
      actions: 8,
      actionsPour10000: null,
      partCommune: null,
      officiel: null,
      pour: [],
      contre: [],
      couts: [],
      ...(rest as object),
    }) as unknown as PerimetreAnalyse;
  const comparer = (...liste: PerimetreAnalyse[]) => {
    const [table] = perimetresExhibits({
      perimetres: { liste },
      analyse: { scenarios: [] },
    } as unknown as ContexteScenarios);
    if (table?.kind !== 'table') throw new Error('a table expected');
    return table;
  };

  it('say once, below, what parts none from the others', () => {
    const table = comparer(perimetre('a', {}), perimetre('b', { communes: 4, population: 1200 }));
    expect(table.rows.map(({ mesure }) => mesure)).toEqual(['Communes', 'Habitants']);
    expect(table.source).toMatch(
      /Égal d’un périmètre à l’autre : densité des communes décrites, 30\shab\.\/km² ; acteurs .*, 5 \(2 ne sont pas situés\) ; actions conduites localisées, 8\.$/u,
    );
  });

  it('tell an aid by the digits of its own size, not by those of the cost that it is a part of', () => {
    const couts = (aideEuropeenne: number, coutAServiceEgal: number) => [
      {
        scenario: 'A',
        dimensionne: true,
        coutParHabitant: 10,
        demandesPourMille: null,
        coutAServiceEgal,
        aideEuropeenne,
      },
    ];
    const [, table] = perimetresExhibits({
      perimetres: {
        liste: [perimetre('a', { couts: couts(14_000, 924_254) }), perimetre('b', { couts: couts(5206, 307_217) })],
      },
      analyse: { scenarios: [{ simulation: { coutAnnuel: { p10: 887_000, p50: 924_254, p90: 961_000 } } }] },
    } as unknown as ContexteScenarios);
    if (table?.kind !== 'table') throw new Error('a table expected');
    expect(table.rows.map((row) => [row.service_egal, row.aide_europeenne])).toEqual([
      [920_000, 14_000],
      [310_000, 5200],
    ]);
  });

  it('keep every line of one alone, and of two that nothing parts', () => {
    expect(comparer(perimetre('a', {})).rows).toHaveLength(5);
    expect(comparer(perimetre('a', {}), perimetre('b', {})).rows).toHaveLength(5);
  });
});

describe('the means side by side', () => {
  it('have one row a modality, a partner and a tool, whoever has it, and nothing where a scenario has it not', () => {
    const base = scenario('a');
    const etude = etudeAvecScenarios([
      scenario('a', { outils: [{ outil: 'carnet', annee: 1, quantite: 2 }] }),
      scenario('b', {
        modalites: base.modalites.slice(0, 1).map((one) => ({ ...one, volume_annuel: { min: 10, mode: 20, max: 30 } })),
        partenaires: [],
      }),
    ]);
    const analyse = analyserScenarios(etude, { tirages: 10 });
    const [table] = moyensCompares({ etude, analyse } as ContexteScenarios);
    if (table?.kind !== 'table') throw new Error('a table expected');
    const seen = table.rows.map((row) =>
      Object.values(row)
        .map((cell) => String(cell).replace(/\s/gu, ' '))
        .slice(1),
    );
    expect(seen).toEqual([
      ['Visite', '20 visites', '10 à 30 visites (20)'],
      ['La Mare', 'Opérateur essentiel, 20 j', 'null'],
      ['La Région', 'Financeur', 'Financeur'],
      ['carnet', '2', 'null'],
    ]);
  });
});

describe('the tests side by side', () => {
  it('say that a test separates nothing only of those that it concerns', () => {
    expect(departage(['non', 'non', 'non'])).toBe('non');
    expect(departage(['non', 'sans objet', 'non'])).toBe('non, là où elle s’applique');
    expect(departage(['non', 'sans objet', 'oui'])).toBe('oui');
    expect(departage(['non', 'sans objet', 'sans objet'])).toBe('—');
  });

  it('say what a verdict under condition waits for, in the words of the other verdicts', () => {
    const conditions_juridiques = [{ libelle: 'Délibérer', etat: 'a-remplir' as const }];
    const etude = etudeAvecScenarios([scenario('a', { conditions_juridiques }), scenario('b')]);
    const contexte = { etude, analyse: analyserScenarios(etude, { tirages: 10 }) } as ContexteScenarios;
    const [table] = viabiliteExhibits(contexte);
    const rows = table?.kind === 'table' ? table.rows : [];
    const law = rows.find(({ test }) => test === 'Aucun obstacle juridique') ?? {};
    expect(Object.values(law)).toContain('sous condition (1 condition à remplir)');
    expect(rows.flatMap((row) => Object.values(row)).filter((cell) => /NON/.test(String(cell)))).toEqual([]);
  });
});

describe('the assumptions', () => {
  it('say where each comes from, else that the study chose it', () => {
    const etude = etudeAvecScenarios([scenario('a')], [], {
      hypotheses: { tresorerie_initiale: 9000, motifs: { tresorerie_initiale: 'avance votée par la communauté' } },
    });
    const contexte = { etude, analyse: analyserScenarios(etude, { tirages: 10 }) } as ContexteScenarios;
    const table = ensembleExhibits(contexte).find(({ name }) => name === 'hypotheses');
    const of = (hypothese: string) =>
      table?.kind === 'table' ? table.rows.find((row) => row.hypothese === hypothese)?.origine : undefined;
    expect(of('Trésorerie de départ')).toBe('avance votée par la communauté');
    expect(of('Durée chiffrée')).toBe('choix de l’étude');
  });
});

describe('the measures of a comparison', () => {
  it('say what the first gains or loses on the next, criterion by criterion: the sum is its lead', () => {
    const etude = etudeAvecScenarios(
      ['a', 'b', 'c'].map((id) => scenario(id)),
      notees({ x: { a: 9, b: 4, c: 2 }, y: { a: 3, b: 6, c: 2 } }, { x: 60, y: 40 }),
    );
    const analyse = analyserScenarios(etude, { tirages: 10 });
    const contexte = { etude, analyse, theme: THEME } as ContexteScenarios;
    const table = comparaisonExhibits(contexte).find(({ name }) => name === 'mesures');
    const rows = table?.kind === 'table' ? table.rows : [];
    expect(rows.map(({ avance }) => Math.round(Number(avance) * 10) / 10)).toEqual([30, -12]);
    expect(rows.reduce((sum, { avance }) => sum + Number(avance), 0)).toBeCloseTo(analyse.evaluation?.avance ?? 0, 6);
    expect(table?.kind === 'table' ? table.columns.at(-1)?.header : '').toBe('Scénario a sur Scénario b (points)');
    // A note is read beside the highest one.
    expect(Object.values(rows[0] ?? {}).map((cell) => String(cell).replace(/\s/g, ' '))).toContain('9 sur 10');
    // No weighting places « c » first: it has no column of weights, and the note says why.
    const central = comparaisonExhibits(contexte).find(({ name }) => name === 'poids-centraux');
    if (central?.kind !== 'table') throw new Error('a table expected');
    expect(central.columns.map(({ header }) => header)).not.toContain('Scénario c');
    expect(central.source).toContain('Sans colonne : « Scénario c », qu’aucune pondération ne place en premier.');
  });
});

it('a lead of nothing is told as a tie', () => {
  const etude = etudeAvecScenarios([scenario('a'), scenario('b')], notees({ c: { a: 6, b: 5 } }, { c: 1 }));
  const analyse = analyserScenarios(etude, { tirages: 10 });
  const found = comparaisonExhibits({ etude, analyse, theme: THEME } as ContexteScenarios).find(
    ({ name }) => name === 'avance-tornade',
  );
  expect(found?.kind === 'figure' && found.svg).toMatch(/:\sà\ségalité</);
});

it('names in words every legal form that a study may write', () => {
  const choices = SHAPES.scenarios?.properties?.forme_juridique?.choices ?? [];
  expect(choices).toEqual(expect.arrayContaining(['delegation', 'spl', 'sem', 'syndicat-mixte']));
  expect(Object.keys(FORMES).sort()).toEqual([...choices].sort());
});

it.each([
  ['data', true],
  ['tests/fixtures/autre-etude', false],
])('%s counts European aid by perimeter only if it expects any: %s', async (dossier, counted) => {
  const study = await etudeVive(dossier);
  expect(study.scenarios.some(({ financements }) => financements.some(({ origine }) => origine === 'europe'))).toBe(
    counted,
  );
  const module = await loadDeliverable('scenarios');
  const templates = await templatesDuProgramme();
  const { produced } = module.compose({ study, theme: (await loadTheme()).charts, templates, options: {} });
  const tables = produced.flatMap(({ workbook }) =>
    (workbook?.sheets ?? []).flatMap((sheet) => (sheet.kind === 'grille' ? [] : sheet.tables)),
  );
  const costs = tables.find(({ name }) => name === 'perimetres-couts');
  if (counted) expect(costs).toBeDefined();
  if (costs) expect(costs.columns.some(({ key }) => key === 'aide_europeenne')).toBe(counted);
});

describe('the points of each criterion', () => {
  it('make the score that is printed, to a tenth', async () => {
    const study = await etudeVive('modeles/exemple');
    for (const weight of [11, 23, 37, 41, 53]) {
      const { criteres } = study;
      if (!criteres) throw new Error('criteria expected');
      const list = criteres.criteres.map((one, j) => (j === 0 ? { ...one, poids: weight } : one));
      const etude = { ...study, criteres: { ...criteres, criteres: list } };
      const analyse = analyserScenarios(etude, { tirages: 10 });
      const figure = comparaisonExhibits({ etude, analyse, theme: THEME } as ContexteScenarios).find(
        ({ name }) => name === 'contributions',
      );
      if (figure?.kind !== 'figure') throw new Error('a figure expected');
      const bars = [...figure.alt.matchAll(/, ([\d,]+) points? : ([^;.]*)/gu)];
      expect(bars).toHaveLength(etude.scenarios.length);
      for (const [, total = '', parts = ''] of bars) {
        const each = [...parts.matchAll(/(-?[\d]+(?:,\d)?)(?=, |\s*$)/gu)].map(([part]) =>
          Number(part.replace(',', '.')),
        );
        expect(each).toHaveLength(list.length);
        expect(each.reduce((a, b) => a + b, 0)).toBeCloseTo(Number(total.replace(',', '.')), 6);
      }
    }
  });
});
