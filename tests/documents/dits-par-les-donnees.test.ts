/** What a sentence or a note says of the study is what its data says: who noted, what was visited, which columns are printed, when a condition was met. */
import { describe, expect, it } from 'vitest';
import { reserves } from '../../src/analysis/coherence/index.js';
import { lacunesDe } from '../../src/analysis/etat/lacunes.js';
import { avisEnClair } from '../../src/analysis/scenarios/comparaison/sans-evaluateur.js';
import { loadDeliverable } from '../../src/documents/registry.js';
import type { TableExhibit } from '../../src/exhibits/types.js';
import { loadTheme } from '../../src/render/theme.js';
import type { Study } from '../../src/study/study.js';
import { critere } from '../analysis/small-scenario.js';
import { etudeVive, templatesDuProgramme } from '../support/composed.js';
import { textOf } from './tree-text.js';

const templates = await templatesDuProgramme();
const { charts: theme } = await loadTheme();
const study = await etudeVive('modeles/exemple');

type Id = 'diagnostic' | 'scenarios' | 'mode-operatoire';

async function tree(id: Id, change: Partial<Study> = {}) {
  const { compose } = await loadDeliverable(id);
  const { produced } = compose({ study: { ...study, ...change }, theme, templates, options: {} });
  const [first] = produced;
  if (!first) throw new Error('a document expected');
  return first.tree;
}

const says = async (id: Id, change?: Partial<Study>): Promise<string> =>
  textOf(await tree(id, change)).replace(/[\u00a0\u202f]/g, ' ');

async function table(name: string, id: Id, change?: Partial<Study>): Promise<TableExhibit> {
  const [found] = (await tree(id, change)).body.flatMap((block) =>
    block.type === 'table' && block.exhibit.name === name ? [block.exhibit] : [],
  );
  if (!found) throw new Error(`no table « ${name} »`);
  return found;
}

describe('a note on illustrative columns', () => {
  it('names those that are printed: an experience without reason nor condition has a note alone', async () => {
    const { source } = await table('experiences-transferabilite', 'diagnostic');
    expect(source).toMatch(/Données illustratives\s: note \(en totalité\)/);
    const experiences = study.experiences.map((one) => ({
      ...one,
      transferabilite: { note: 4, justification: 'Le même porteur.' },
    }));
    const told = await table('experiences-transferabilite', 'diagnostic', { experiences } as Partial<Study>);
    expect(told.source).toMatch(/Données illustratives\s: note et pourquoi \(en totalité\)/);
  });
});

it('visits are said to be in the diary when there are some, and that there are none otherwise', async () => {
  expect(await says('diagnostic')).toContain('Aucune visite ne figure au journal de la participation.');
  const participation = study.participation.map((one) => ({ ...one, type: 'visite' as const }));
  const visited = await says('diagnostic', { participation });
  expect(visited).toContain('Les visites que l’étude a faites sont au journal de la participation.');
  expect(visited).not.toContain('Aucune visite');
});

it('those who note are counted, and nothing is said of notes where nobody notes', async () => {
  const noted = (...who: string[]) =>
    critere('x', 1, { mesure: { notes: { a: who.map((evaluateur) => ({ evaluateur, note: 3 })) } } });
  expect(avisEnClair([noted('x'), noted('x')])).toBe('l’avis d’un seul évaluateur');
  expect(avisEnClair([noted('x', 'y')])?.replace('\u00a0', ' ')).toBe('les avis de deux évaluateurs');
  expect(avisEnClair([critere('cout', 1, { mesure: { indicateur: 'cout_annuel' } })])).toBeNull();
  expect(await says('scenarios')).toContain('Les notes sont les avis de deux évaluateurs');
});

it('the day on which a condition was met stands beside its state, once one has a day', async () => {
  const mode = study.mode_operatoire;
  if (!mode?.conditions) throw new Error('conditions expected');
  const [first, ...others] = mode.conditions.techniques;
  if (!first) throw new Error('a condition expected');
  const techniques = [{ ...first, etat: 'remplie' as const, remplie_le: '2024-05-20' }, ...others];
  const { columns, rows } = await table('conditions', 'mode-operatoire', {
    mode_operatoire: { ...mode, conditions: { ...mode.conditions, techniques } },
  });
  expect(columns.map(({ header }) => header)).toContain('Remplie le');
  expect(rows.map(({ etat, remplie }) => [etat, remplie])[0]).toEqual(['Remplie', '2024-05-20']);
});

it('a mode opératoire has no annex, nor part, whose only word is that nothing is written; « status » lists what is not', async () => {
  const mode = study.mode_operatoire;
  if (!mode?.experimentation) throw new Error('a mode opératoire expected');
  const bare = await says('mode-operatoire');
  expect(bare).not.toMatch(
    /saisine n’est pas écrite|ne sont pas listées|ne sont pas décrits|Aucun autre réseau|Fiche de saisine/,
  );
  const experimentation = {
    ...mode.experimentation,
    grille: [{ id: 'utile', libelle: 'Utile' }],
  } as typeof mode.experimentation;
  const graded = await says('mode-operatoire', { mode_operatoire: { ...mode, experimentation } });
  expect(graded).toMatch(/# A Grille de choix/);
  const visited = { ...mode, inspirations: [{ reseau: 'Réseau du lac', enseignement: 'Une porte.' }] } as typeof mode;
  expect(await says('mode-operatoire', { mode_operatoire: visited })).toContain('Ce que d’autres réseaux apprennent');
  const lacking = lacunesDe(study, '2024-06-15').find(({ libelle }) => libelle.startsWith('Pièces'))?.liste ?? [];
  expect(lacking.map(({ chemin }) => chemin)).toContain('mode-operatoire/fiche_saisine');
  const data = await etudeVive('data');
  expect(lacunesDe(data, '2018-06-21').find(({ libelle }) => libelle.startsWith('Pièces'))?.liste).toEqual([]);
});

it('an engagement that no date proves is said of all, of some, or of the only one, as they are', async () => {
  const at = (...ids: string[]) => ({
    acteurs: study.acteurs.map(({ engagement_date: _day, ...rest }) => ({
      ...rest,
      engagement: ids.includes(rest.id) ? ('contacte' as const) : ('pressenti' as const),
    })),
  });
  expect(await says('diagnostic', at('region'))).toContain('présumé pour le seul acteur au-delà de « pressenti »');
  expect(await says('diagnostic', at('region', 'roue'))).toContain(
    'présumé pour les deux acteurs au-delà de « pressenti »',
  );
  expect(await says('diagnostic')).toContain('présumé pour un acteur sur trois au-delà de « pressenti »');
});

it('two reservations of one rule are told under one title', async () => {
  const found = reserves(await etudeVive('tests/fixtures/autre-etude'), 'scenarios');
  const same = found.filter(({ titre }) => titre === 'Tous les scénarios échouent au même test de viabilité.');
  expect(same.map(({ suite }) => suite)).toEqual([undefined, true]);
  const text = await says('scenarios', await etudeVive('tests/fixtures/autre-etude'));
  expect(text.split('Tous les scénarios échouent au même test de viabilité.')).toHaveLength(2);
});
