/** The deck of each meeting: a dozen slides, on which what carries the decision is drawn. */
import { beforeAll, describe, expect, it } from 'vitest';
import { titreDesDomaines, titreDesExperiences } from '../../../src/documents/diapositives/diagnostic.js';
import { ditUneFois } from '../../../src/documents/diapositives/listes.js';
import { loadDeliverable } from '../../../src/documents/registry.js';
import type { SlideDeck } from '../../../src/documents/slides.js';
import { renderPptx } from '../../../src/render/pptx/index.js';
import { loadTheme } from '../../../src/render/theme.js';
import { etudeVive, templatesDuProgramme } from '../../support/composed.js';
import { checkPackage } from '../../support/office/package.js';

const decks = new Map<string, SlideDeck>();

beforeAll(async () => {
  const study = await etudeVive('data');
  const { compose } = await loadDeliverable('copil');
  const { charts: theme } = await loadTheme();
  const templates = await templatesDuProgramme();
  for (const reunion of [
    'copil-diagnostic',
    'copil-scenarios',
    'copil-mode-operatoire',
    'copil-bilan',
    'copil-projets',
    'cadrage-experimentation',
  ]) {
    const [made] = compose({ study, theme, templates, options: { reunion } }).produced;
    if (made?.slides) decks.set(reunion, made.slides);
  }
});

const chartsOf = (reunion: string) =>
  (decks.get(reunion)?.slides ?? []).flatMap(({ chart, second }) => [chart, second].flatMap((one) => one ?? []));

describe('the decks of the example', () => {
  it.each(['copil-diagnostic', 'copil-scenarios', 'copil-mode-operatoire', 'copil-bilan'])(
    '%s: 10 to 12 slides, in an archive that holds together, whose titles say one thing each',
    async (reunion) => {
      const deck = decks.get(reunion);
      if (!deck) throw new Error('the deck is made');
      const { bytes, slides } = await renderPptx(deck, await loadTheme(), '2018-02-15');
      expect(slides).toBeGreaterThanOrEqual(10);
      expect(slides).toBeLessThanOrEqual(12);
      expect(checkPackage(bytes)).toEqual([]);
      for (const { title } of deck.slides) expect(title).not.toMatch(/\b([02-9]|\d{2,}) point sur|undefined|NaN/);
      for (const { alt } of chartsOf(reunion)) expect(alt).toMatch(/ : .*\d/);
    },
  );

  it('set what is asked against who can serve it, function by function, and what was done on a line of time', () => {
    const [, supply, past] = chartsOf('copil-diagnostic');
    if (supply?.kind !== 'barres' || past?.kind !== 'frise') throw new Error('a chart of each kind');
    expect(supply.series.some(({ left }) => left) && supply.series.some(({ left }) => !left)).toBe(true);
    for (const { values } of supply.series) expect(values).toHaveLength(supply.categories.length);
    expect(past.bars.length).toBeGreaterThan(5);
    for (const { start, end } of past.bars) expect(start).toBeLessThan(end);
  });

  it('name the first crossing as one thing, a domain for a public, and not as two', () => {
    expect(decks.get('copil-scenarios')?.slides.find(({ theme }) => theme === 'Priorités')?.title).toBe(
      'Sept croisements ressortent, d’abord biodiversité pour les collectifs',
    );
  });

  it('say of the domains which one the needs of are the least covered, where one is', () => {
    const slide = decks.get('copil-diagnostic')?.slides.find(({ theme }) => theme === 'Domaines');
    expect(slide?.title).toBe('Le domaine le moins couvert : patrimoine bâti, aucun besoin sur 14');
    const rows = slide?.table?.slice(1) ?? [];
    expect(rows.length).toBeGreaterThan(3);
    for (const [, asked, ...covered] of rows)
      expect(covered.slice(0, 3).reduce((sum, n) => sum + Number(n), 0)).toBe(Number(asked));
    const domaine = (libelle: string, place: string | null) => ({
      libelle,
      place,
      chiffres: { besoins: 4, besoinsCouverts: 1 },
    });
    const titre = (...of: ReturnType<typeof domaine>[]) => titreDesDomaines(of as never).replace(/\s/gu, ' ');
    expect(titre(domaine('Eau', null), domaine('Bois', null))).toBe('Les domaines côte à côte');
    expect(titre(domaine('Bois', 'plus-couvert'), domaine('Eau', 'moins-couvert'))).toBe(
      'Le domaine le moins couvert : eau, 1 besoin sur 4',
    );
  });

  it('set the cost of each scenario against its service, beside the comparison', () => {
    const slide = decks.get('copil-scenarios')?.slides.find(({ second }) => second);
    if (slide?.second?.kind !== 'nuage') throw new Error('a scatter');
    expect(slide.theme).toBe('Comparaison');
    expect(slide.second.points.length).toBeGreaterThan(1);
    for (const { x, y } of slide.second.points) expect(x > 0 && y > 0).toBe(true);
  });

  it('set the targets that the title counts side by side, under what the year has cost', () => {
    const slide = decks.get('copil-bilan')?.slides.find(({ title }) => /cibles atteintes/.test(title));
    const [head, ...rows] = slide?.table ?? [];
    expect(slide?.title).toMatch(/^Trois cibles/);
    expect(head).toEqual(['Ce qui était visé', 'Cible', 'Mesuré', 'Atteinte']);
    expect(rows.map((row) => row[3]).sort()).toEqual([...Array(4).fill('non'), 'non mesurée', 'oui', 'oui', 'oui']);
    expect(rows).toContainEqual(['Conventions signées', '7 conventions au moins', '6', 'non']);
    // What follows is decided on what the year has cost.
    expect(slide?.bullets).toEqual([expect.stringMatching(/^Dépensé : .* prévus ; reçu : /)]);
    const noted = decks.get('copil-bilan')?.slides.find(({ theme }) => theme === 'Évaluation');
    expect(noted?.caution).toMatch(/Évaluateur : le prestataire/);
  });

  it('promise no lesson that is not written, and agree for one experience', () => {
    expect([titreDesExperiences(3, 3), titreDesExperiences(1, 1)]).toEqual([
      'Trois expériences retenues, une leçon chacune',
      'Une expérience retenue, une leçon',
    ]);
    expect([titreDesExperiences(3, 1), titreDesExperiences(2, 0)]).toEqual([
      'Trois expériences retenues, 1 leçon',
      'Deux expériences retenues',
    ]);
  });

  it('show the days of a project that nobody counted as not known, not as none', async () => {
    const study = await etudeVive('data');
    const [first, ...others] = study.projets;
    if (!first) throw new Error('the example has projects');
    const { jours_realises: _, ...accompagnement } = first.accompagnement ?? {};
    const projets = [{ ...first, accompagnement }, ...others] as typeof study.projets;
    const { compose } = await loadDeliverable('copil');
    const { charts: theme } = await loadTheme();
    const templates = await templatesDuProgramme();
    const [made] = compose({
      study: { ...study, projets },
      theme,
      templates,
      options: { reunion: 'copil-bilan' },
    }).produced;
    const chart = made?.slides?.slides
      .flatMap(({ chart: one }) => one ?? [])
      .find(({ alt }) => alt.includes('non connus'));
    if (chart?.kind !== 'barres') throw new Error('the days are drawn');
    expect(chart.categories.filter((name) => /\(jours passés non connus\)$/.test(name))).toHaveLength(1);
    expect(chart.categories.at(-1)).not.toMatch(/non connus/);
  });

  it('say of methods, perimeters and leads what the documents say, and cut no sentence', () => {
    const said = (reunion: string) => JSON.stringify(decks.get(reunion)?.slides);
    // Five methods are known to the program, one of which was not used.
    expect(said('copil-diagnostic')).toContain('409 participations, par 4 méthodes');
    // The whole Parc, of which 100 communes are described.
    const territory = decks.get('copil-scenarios')?.slides.find(({ theme }) => theme === 'Territoire');
    expect(JSON.stringify(territory?.table)).toMatch(/162.communes, 103.171.habitants/);
    const comparison = decks.get('copil-scenarios')?.slides.find(({ theme }) => theme === 'Comparaison');
    expect(comparison?.title).toMatch(/^« Relais » devance de 2 points sur 100 : trop peu pour départager$/);
    const told = (decks.get('copil-scenarios')?.slides ?? []).flatMap(({ theme, bullets }) =>
      /^Scénario|Territoire/.test(theme ?? '') ? bullets : [],
    );
    expect(told.length).toBeGreaterThan(2);
    for (const bullet of told) expect(bullet).toMatch(/\.$/);
    expect(decks.get('copil-scenarios')?.slides[0]?.title).toBe('Une décision était demandée');
    expect(said('copil-mode-operatoire')).toContain('Quatorze conditions à remplir, aucune ne l’est encore');
    // Money that comes in is told from money that goes out.
    const agreed =
      (decks.get('copil-mode-operatoire')?.slides ?? []).find(({ theme }) => theme === 'Partenaires')?.table ?? [];
    expect(agreed.slice(1).map((row) => row.at(-1)?.replace(/^[^a-z—]*/, ''))).toEqual([
      'versés',
      'versés',
      'versés',
      '—',
      'versés',
      'reçus',
      'reçus',
    ]);
  });

  it('write amounts as the documents do, agree, and say of a path how it ends', async () => {
    const slides = (reunion: string) => decks.get(reunion)?.slides ?? [];
    const text = (reunion: string): string => JSON.stringify(slides(reunion)).replace(/[\u00a0\u202f]/g, ' ');
    expect(text('copil-diagnostic')).toContain('55 acteurs recensés ; 1 engagé, 8 contactés et 46 pressentis.');
    expect(text('copil-diagnostic')).toContain('Limite : un seul domaine');
    expect(text('copil-scenarios')).not.toMatch(/Conseil en énergie[^"]*\."/);
    const path = slides('copil-mode-operatoire').find(({ theme }) => theme === 'Parcours d’une demande');
    expect(path?.title).toMatch(/^De la demande à sa fin, en huit étapes$/);
    expect(path?.table?.[1]?.[1]).toMatch(/^2.jours ouvrés$/);
    expect(slides('copil-mode-operatoire').at(-1)?.title).toMatch(/^Prochaine étape : comité syndical/);
    const { compose } = await loadDeliverable('copil');
    const of = {
      study: await etudeVive('modeles/exemple'),
      theme: (await loadTheme()).charts,
      templates: await templatesDuProgramme(),
    };
    const small = compose({ ...of, options: {} }).produced[0]?.slides?.slides.find(
      ({ title }) => title === 'Une société coopérative',
    );
    // 10 533 € a year, that its interval rounds to 10 500 €.
    expect(small?.figures?.map(({ value }) => value.replace('\u00a0', ' ')).slice(0, 2)).toEqual(['24 k€', '10,5 k€']);
    const first = compose({ ...of, options: { reunion: 'commission-a' } }).produced[0]?.slides?.slides ?? [];
    expect(first.map(({ notes }) => notes?.replace(/\u00a0/g, ' '))).toContain(
      'Sur 2 besoins : aucun couvert, 2 en partie, aucun sans réponse.',
    );
  });

  it('name the projects that a meeting chose, in their order, with what the grid made of each', () => {
    const slide = decks.get('copil-projets')?.slides.find(({ theme }) => theme === 'Projets');
    expect(slide?.title).toBe('Cinq projets retenus');
    expect(slide?.table?.map(([projet, , , note]) => `${projet} ${note}`)).toEqual([
      'Projet Note sur 5',
      'Extinction nocturne et trame noire d’un bourg 4,8',
      'Chantier pierre sèche et verger communal 4,4',
      'Jardin partagé et composteur collectif 3,8',
      'Haies et mares d’un groupe de fermes 3,8',
      'Toits solaires citoyens 3,8',
    ]);
  });

  it('of a meeting held tell the speaker nothing to announce, and of one without decision show no empty record', () => {
    const held = decks.get('cadrage-experimentation')?.slides ?? [];
    expect(held.map(({ theme }) => theme)).not.toContain('Relevé de décisions');
    for (const reunion of ['cadrage-experimentation', 'copil-projets'])
      expect(
        decks
          .get(reunion)
          ?.slides.map(({ notes }) => notes)
          .join(' '),
      ).not.toMatch(/Annoncer|à reprendre|Arrêter ici/);
    expect(
      decks
        .get('copil-bilan')
        ?.slides.map(({ notes }) => notes)
        .join(' '),
    ).toContain('Annoncer les décisions');
    // Each recommendation says when and how much, as the report does; who, once where it is the same; the speaker has the whole of a long one.
    const asked = decks.get('copil-bilan')?.slides.find(({ theme }) => theme === 'Recommandations');
    const [head, ...lines] = asked?.table ?? [];
    expect(head).toEqual(['Recommandation', 'Quand', 'Coût']);
    expect(lines).toHaveLength(7);
    for (const [texte = '', quand, cout] of lines) {
      expect(texte.length).toBeLessThan(180);
      expect(quand).toMatch(/^\p{L}+\s2020$/u);
      expect(cout).toMatch(/^[\d\s]+€(?:, compris)?$/u);
    }
    // What the way on pays already is told line by line, and what it does not, in the title.
    expect(lines.flatMap(([texte = '', , cout = '']) => (/, compris$/.test(cout) ? [texte.slice(0, 2)] : []))).toEqual([
      'R1',
      'R3',
      'R6',
      'R7',
    ]);
    expect(asked?.title.replace(/\s/gu, ' ')).toBe(
      'Sept recommandations pour la suite, dont 5 000 € en plus de son coût',
    );
    expect(asked?.caution).toContain('« Compris » : dans le coût de la suite proposée.');
    expect(asked?.caution).toContain('Qui, à chaque ligne : Parc.');
    expect(asked?.notes).toContain('R1, en entier : Compter quinze jours');
  });

  it('set the ways on side by side before the resolutions, in their order', () => {
    const slides = decks.get('copil-bilan')?.slides ?? [];
    const at = slides.findIndex(({ theme }) => theme === 'Suites possibles');
    expect(slides[at]?.title).toBe('Continuer, étendre ou arrêter : l’évaluateur propose de continuer');
    const [head, ...rows] = slides[at]?.table ?? [];
    expect(head).toEqual(['Suite', 'Continuer (proposée)', 'Étendre', 'Arrêter']);
    expect(rows.map(([axe]) => axe)).toEqual(['En quoi elle consiste', 'Pour', 'Contre', 'Coût']);
    expect(slides[at + 1]?.resolutions).toBeDefined();
  });

  it('say what the year of the scenario retained costs, how low the cash goes, and what each failure leaves to find', () => {
    const slide = decks.get('copil-mode-operatoire')?.slides.find(({ theme }) => theme === 'Argent de l’année');
    const plain = (text: string) => text.replace(/\s/gu, ' ');
    expect(plain(slide?.title ?? '')).toBe('Trésorerie au plus bas : −47 062 € en mars 2020');
    expect(slide?.table?.map((row) => row.map(plain))).toContainEqual([
      'Si l’aide européenne est refusée, à trouver malgré le repli',
      '38 445 €',
    ]);
  });

  it('say once, under a table, what each of its lines would repeat', () => {
    expect(
      ditUneFois(
        [
          ['Étape', 'Qui'],
          ['A', 'Parc'],
          ['B', 'Parc'],
        ],
        1,
      ),
    ).toEqual({
      table: [['Étape'], ['A'], ['B']],
      caution: 'Qui, à chaque ligne : Parc.',
    });
    for (const rows of [
      [['A', 'Parc']],
      [
        ['A', 'Parc'],
        ['B', 'Région'],
      ],
    ])
      expect(ditUneFois([['Étape', 'Qui'], ...rows], 1)).toEqual({ table: [['Étape', 'Qui'], ...rows] });
    // Nobody is named: nothing to say.
    expect(
      ditUneFois(
        [
          ['Étape', 'Qui'],
          ['A', '—'],
          ['B', '—'],
        ],
        1,
      ),
    ).toEqual({ table: [['Étape'], ['A'], ['B']] });
    const needs = decks.get('copil-diagnostic')?.slides.find(({ theme }) => theme?.startsWith('Besoins'));
    expect(needs?.caution).toMatch(/^Importance, à chaque ligne : 5 sur 5\. Recueil illustratif/);
    expect(needs?.table?.[0]).toEqual(['Besoin', 'Public', 'Cité', 'Réponse']);
  });

  it('set what each scenario leaves to find and its lowest cash beside who pays', () => {
    const slide = decks.get('copil-scenarios')?.slides.find(({ theme }) => theme === 'Argent');
    expect(slide?.table?.map((row) => row.map((cell) => cell.replace(/\s/gu, ' ')))).toEqual([
      ['Scénario', 'À trouver par an, aides arrêtées', 'Caisse au plus bas'],
      ['Réseau', '52 k€', '−47 k€, mois 19'],
      ['Intégré', '64 k€', '−97 k€, mois 19'],
      ['Relais', '28 k€', '−43 k€, mois 19'],
    ]);
  });

  it('show the tasks on a line of time, below the scenario that was retained', () => {
    const deck = decks.get('copil-mode-operatoire')?.slides ?? [];
    expect(deck.some(({ theme }) => theme === 'Scénario retenu')).toBe(true);
    expect(deck.some(({ chart }) => chart?.kind === 'frise')).toBe(true);
  });
});

describe('the deck of a study just begun', () => {
  it('draws nothing of what is not there, claims no rank, and is an archive that holds together', async () => {
    const study = await etudeVive('tests/fixtures/base');
    const reunion = {
      id: 'comite',
      type: 'copil',
      phase: 'Diagnostic',
      date: '2020-03-01',
      etat: 'prevue',
      ordre_du_jour: [{ point: 'Diagnostic', livrable: 'diagnostic' }],
      livrables: ['diagnostic'],
    } as const;
    const bare = { besoins: [], acteurs: [], actions: [], outils: [], experiences: [], participation: [] };
    const { compose } = await loadDeliverable('copil');
    const [made] = compose({
      study: { ...study, ...bare, reunions: [reunion] } as unknown as typeof study,
      theme: (await loadTheme()).charts,
      templates: await templatesDuProgramme(),
      options: {},
    }).produced;
    if (!made?.slides) throw new Error('the deck is made');
    const titles = made.slides.slides.map(({ title }) => title);
    expect(titles).toContain('Personne n’a encore été entendu');
    expect(titles).toContain('Aucun besoin n’est encore recensé');
    expect(titles).toContain('Aucun besoin, aucun acteur, aucun outil n’est encore recensé');
    const { bytes } = await renderPptx(made.slides, await loadTheme(), '2020-03-01');
    expect(checkPackage(bytes)).toEqual([]);
  });
});
