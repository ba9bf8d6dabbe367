/** The deck of the choice, read back from its file: the map of the territory, the calendar, what gave way to it. */
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDeliverable } from '../../../src/documents/registry.js';
import { isEmf } from '../../../src/render/emf/index.js';
import { renderPptx } from '../../../src/render/pptx/index.js';
import { loadTheme } from '../../../src/render/theme.js';
import type { Study } from '../../../src/study/study.js';
import { etudeVive, templatesDuProgramme } from '../../support/composed.js';
import { checkPackage } from '../../support/office/package.js';
import { textOf as documentText } from '../tree-text.js';

type Parts = Record<string, Uint8Array>;

async function deckOf(study: Study, reunion?: string): Promise<{ slides: string[]; parts: Parts; bytes: Uint8Array }> {
  const { compose } = await loadDeliverable('copil');
  const theme = await loadTheme();
  const templates = await templatesDuProgramme();
  const [made] = compose({ study, theme: theme.charts, templates, options: reunion ? { reunion } : {} }).produced;
  if (!made?.slides) throw new Error('the deck is made');
  const { bytes } = await renderPptx(made.slides, theme, '2018-04-19');
  const parts = unzipSync(bytes);
  const count = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).length;
  const slides = Array.from({ length: count }, (_, i) => partText(parts, `ppt/slides/slide${i + 1}.xml`));
  return { slides, parts, bytes };
}

const partText = (parts: Parts, name: string): string => strFromU8(parts[name] ?? new Uint8Array());
/** With plain spaces, whatever the typography makes of them. */
const plain = (text: string): string => text.replace(/\s/gu, ' ');
const textOf = (xml: string): string =>
  plain([...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text).join(' | '));
const about = (slides: readonly string[], theme: string): number =>
  slides.findIndex((xml) => textOf(xml).split(' | ').includes(theme.toUpperCase()));
const notesOf = (parts: Parts, rank: number): string =>
  textOf(partText(parts, `ppt/notesSlides/notesSlide${rank + 1}.xml`));

describe.each(['data', 'modeles/exemple'])('the deck of the choice of %s', (dossier) => {
  let deck: Awaited<ReturnType<typeof deckOf>>;
  beforeAll(async () => {
    deck = await deckOf(await etudeVive(dossier), dossier === 'data' ? 'copil-scenarios' : undefined);
  });

  it('holds in 10 to 12 slides, the last of which is the calendar, with the time that each scenario takes to open', () => {
    const { slides, parts, bytes } = deck;
    expect(slides.length).toBeGreaterThanOrEqual(10);
    expect(slides.length).toBeLessThanOrEqual(12);
    expect(checkPackage(bytes)).toEqual([]);
    const at = about(slides, 'Calendrier');
    expect(at).toBe(slides.length - 1);
    expect(textOf(slides[at] ?? '')).toMatch(/Prochaine étape.* \| Date \| Étape \|/);
    expect(plain(slides[at] ?? '')).toMatch(/descr="[^"]+ : \d+ mois ; /);
    // The meeting is held: there is nothing left to ask of it.
    expect(notesOf(parts, at)).not.toMatch(/Arrêter ici|Dire quand/);
  });

  it('says that all the crossings are priorities where none stands out', () => {
    const xml = textOf(deck.slides[about(deck.slides, 'Priorités')] ?? '');
    const [rows, bullets] = [/Les \S+ croisements sont prioritaires/.test(xml), xml.match(/\| [●○·] \d/g) ?? []];
    expect(rows).toBe(bullets.every((mark) => mark.includes('●')));
  });

  it('draws the perimeters on a map, as a vector, told to who does not see it, in type of 12 points or more', () => {
    const { slides, parts } = deck;
    const at = about(slides, 'Territoire');
    const xml = slides[at] ?? '';
    const [, alt] = /<p:pic>[\s\S]*?descr="([^"]*)"/.exec(plain(xml)) ?? [];
    expect(alt).toMatch(
      /Carte de \d+.communes par intercommunalité, celles du périmètre proposé \(« .+ »\) teintées\./,
    );
    expect(alt).toMatch(/dont le contour est tracé/);
    const rels = partText(parts, `ppt/slides/_rels/slide${at + 1}.xml.rels`);
    const targetOf = (id: string | undefined): string =>
      `ppt/media/${new RegExp(`Id="${id}"[^>]*Target="../media/([^"]+)"|Target="../media/([^"]+)"[^>]*Id="${id}"`).exec(rels)?.slice(1).find(Boolean)}`;
    const [, picture] = /<a:blip r:embed="(rId\d+)"/.exec(xml) ?? [];
    const [, vector] = /<asvg:svgBlip[^>]*r:embed="(rId\d+)"/.exec(xml) ?? [];
    expect(isEmf(parts[targetOf(picture)] ?? new Uint8Array())).toBe(true);
    expect(targetOf(picture)).toMatch(/\.emf$/);
    expect(partText(parts, '[Content_Types].xml')).toContain('<Default Extension="emf" ContentType="image/x-emf"/>');
    const svg = partText(parts, targetOf(vector));
    const [, width] = /^<svg[^>]* width="([\d.]+)"/.exec(svg) ?? [];
    const [, cx] = /<p:pic>[\s\S]*?<a:ext cx="(\d+)"/.exec(xml) ?? [];
    // Points of the drawing, on the slide: 12 700 units each.
    const scale = Number(cx) / 12_700 / Number(width);
    const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size) * scale);
    expect(sizes.length).toBeGreaterThan(5);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
    expect(svg).toContain('Périmètre proposé');
  });
});

it('of a meeting to come, its next steps begin after it: it is no step after itself', async () => {
  const study = await etudeVive('data');
  const reunions = study.reunions
    .filter(({ date }) => date <= '2018-04-19')
    .map((one) =>
      one.id === 'copil-scenarios' ? { ...one, etat: 'prevue' as const, decisions: [], presents: [] } : one,
    );
  const before = { ...study, reunions, etude: { ...study.etude, date: '2018-04-15' } };
  const { slides } = await deckOf(before as unknown as Study, 'copil-scenarios');
  const said = textOf(slides[about(slides, 'Calendrier')] ?? '');
  expect(said).toContain('Prochaine étape : remise de « Mode opératoire du dispositif »');
  expect(said).not.toContain('19 avril 2018 | Comité de pilotage');
  // Its facts give the costs as the document rounds them: 96 914 € has more digits than is known.
  const { compose } = await loadDeliverable('copil');
  const { charts: theme } = await loadTheme();
  const templates = await templatesDuProgramme();
  const [made] = compose({
    study: before as unknown as Study,
    theme,
    templates,
    options: { reunion: 'copil-scenarios' },
  }).produced;
  expect(plain(documentText(made?.tree as Parameters<typeof documentText>[0]))).toContain(
    'Réseau animé : 97 000 € par an',
  );
});

it('the facts of a mode opératoire tell its money: the year, the lowest cash, what each failure leaves to find', async () => {
  const study = await etudeVive('data');
  const reunions = study.reunions
    .filter(({ date }) => date <= '2018-06-21')
    .map((one) => (one.date === '2018-06-21' ? { ...one, etat: 'prevue' as const, decisions: [], presents: [] } : one));
  const before = { ...study, reunions, etude: { ...study.etude, date: '2018-06-18' } } as unknown as Study;
  const { compose } = await loadDeliverable('copil');
  const { charts: theme } = await loadTheme();
  const templates = await templatesDuProgramme();
  const [made] = compose({ study: before, theme, templates, options: { reunion: 'copil-mode-operatoire' } }).produced;
  const said = plain(documentText(made?.tree as Parameters<typeof documentText>[0]));
  expect(said).toContain(
    'Budget de l’année : 97 915 € ; recettes inscrites : 96 926 € si tout est obtenu ; trésorerie au plus bas : −47 062 €, en mars 2020.',
  );
  expect(said).toContain('Si l’aide européenne est refusée, il resterait 38 445 € à trouver malgré le repli.');
});

describe('what gives way to the calendar', () => {
  it('is the slide of the reserves, said above the agenda; never what bears on the decision', async () => {
    const { slides, parts } = await deckOf(await etudeVive('data'), 'copil-scenarios');
    expect(about(slides, 'Depuis la dernière fois')).toBe(-1);
    const opening = textOf(slides[1] ?? '');
    expect(opening).toContain('Une décision était demandée');
    expect(opening).toMatch(
      /Réserve du 22.février 2018 : entendre les agriculteurs avant le choix du scénario\. En cours : /,
    );
    expect(opening).toContain('Décision attendue');
    expect(notesOf(parts, 1)).toMatch(/Durée prévue : 120.minutes/);
    for (const theme of ['Priorités', 'Territoire', 'Comparaison', 'Argent', 'Solidité', 'Relevé de décisions'])
      expect(about(slides, theme)).toBeGreaterThan(0);
    // Who chooses hears what no scenario passes, and which aid nobody has confirmed.
    const solid = about(slides, 'Solidité');
    expect(textOf(slides[solid] ?? '')).toMatch(
      /Viabilité : aucun scénario ne satisfait à tous les tests ; « .+ » manque à/,
    );
    expect(notesOf(parts, solid)).toMatch(/une règle d’aide n’est pas confirmée/);
  });

  it('is nothing where the deck has room: the reserves keep their slide', async () => {
    const { slides } = await deckOf(await etudeVive('data'), 'copil-mode-operatoire');
    expect(about(slides, 'Depuis la dernière fois')).toBe(2);
    expect(about(slides, 'Calendrier')).toBeGreaterThan(0);
  });

  it('is the slide of the reserves too where a slide that is too full is drawn as two', async () => {
    const study = await etudeVive('data');
    const mode = study.mode_operatoire;
    const [genre, conditions = []] = Object.entries(mode?.conditions ?? {})[0] ?? [];
    if (!mode || !genre) throw new Error('conditions');
    const many = Array.from({ length: 24 }, (_, i) => ({ ...conditions[0], libelle: `Condition de plus ${i + 1}` }));
    const full = { ...mode, conditions: { ...mode.conditions, [genre]: [...conditions, ...many] } } as typeof mode;
    const { slides } = await deckOf({ ...study, mode_operatoire: full }, 'copil-mode-operatoire');
    expect(slides.filter((xml) => /\(\d\/\d\)/.test(textOf(xml))).length).toBeGreaterThan(2);
    expect(slides.length).toBeLessThanOrEqual(12);
    expect(about(slides, 'Depuis la dernière fois')).toBe(-1);
    expect(about(slides, 'Calendrier')).toBeGreaterThan(0);
  });

  it('is not said as a slide, but in a line of the last slide, where nothing else can', async () => {
    const study = await etudeVive('data');
    const [first] = study.scenarios;
    if (!first) throw new Error('a scenario');
    const more = ['un', 'deux'].map((id) => ({ ...first, id: `autre-${id}`, titre: `Autre ${id}` }));
    const { slides } = await deckOf({ ...study, scenarios: [...study.scenarios, ...more] }, 'copil-scenarios');
    expect(about(slides, 'Calendrier')).toBe(-1);
    expect(textOf(slides.at(-1) ?? '')).toMatch(/Prochaine étape, en juin 2018/);
    expect(about(slides, 'Depuis la dernière fois')).toBe(2);
  });
});

describe('the map of the perimeters', () => {
  it('says what of a perimeter it does not show, and is left out where no commune can be placed', async () => {
    const study = await etudeVive('data');
    const { slides } = await deckOf(study, 'copil-scenarios');
    expect(textOf(slides[about(slides, 'Territoire')] ?? '')).toMatch(
      /La carte ne montre que les communes décrites.*100 de ses 162.communes/,
    );
    const communes = study.territoire.communes.map(({ lon: _lon, lat: _lat, ...commune }) => commune);
    const { contours: _contours, traces: _traces, ...territoire } = study.territoire;
    const without = await deckOf({ ...study, territoire: { ...territoire, communes } }, 'copil-scenarios');
    const slide = without.slides[about(without.slides, 'Territoire')] ?? '';
    expect(slide.includes('<p:pic>')).toBe(false);
    expect(textOf(slide)).not.toContain('La carte');
  });
});

describe('what a slide sets', () => {
  it('is measured: columns and bullets that hold are not left to be shrunk by the reader’s program', async () => {
    const { slides } = await deckOf(await etudeVive('data'), 'copil-scenarios');
    for (const [i, xml] of slides.entries())
      if (/SCÉNARIO \d SUR 3/.test(textOf(xml))) {
        expect(xml.includes('<a:normAutofit'), `slide ${i + 1}`).toBe(false);
        const sizes = [...xml.matchAll(/<a:rPr[^>]* sz="(\d+)"/g)].map(([, size]) => Number(size) / 100);
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
      }
  });
});

it('keeps of the diagnostic who was heard, what is asked and the domains, where the meeting also chooses a scenario', async () => {
  const study = await etudeVive('modeles/exemple');
  const both = (ids: string[]): Study => ({
    ...study,
    reunions: [
      {
        id: 'seule',
        type: 'copil',
        phase: 'Lot A',
        date: '2024-12-20',
        ordre_du_jour: ids.map((livrable) => ({ point: livrable, livrable, decision_attendue: 'Valider.' })),
      },
    ],
  });
  const themes = async (ids: string[]) => {
    const { slides } = await deckOf(both(ids), 'seule');
    return ['Méthode', 'Besoins', 'Domaines', 'Ressources', 'Ailleurs'].map((theme) => about(slides, theme) >= 0);
  };
  expect(await themes(['diagnostic'])).toEqual([true, true, true, true, true]);
  expect(await themes(['diagnostic', 'scenarios'])).toEqual([true, true, true, false, false]);
});
