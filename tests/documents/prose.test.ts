/** The generated prose of every deliverable: both studies, then the first with 0, 1 and 2 of everything. */
import { describe, expect, it } from 'vitest';
import { DELIVERABLES, loadDeliverable } from '../../src/documents/registry.js';
import { readTemplates } from '../../src/documents/templates.js';
import { loadTheme } from '../../src/render/theme.js';
import { loadStudy } from '../../src/study/load.js';
import type { Study } from '../../src/study/study.js';
import { root } from '../support/cli.js';
import { fautesDe, lignesDuDocument } from '../support/prose.js';

const templates = await readTemplates(`${root}/inexistant`, root);
const theme = (await loadTheme()).charts;

async function charger(dossier: string): Promise<Study> {
  const { study } = await loadStudy(`${root}/${dossier}`, { cwd: root });
  if (!study) throw new Error(`${dossier} ne se charge pas`);
  const { criteres } = study;
  // No sentence needs more draws.
  return criteres?.hypotheses
    ? { ...study, criteres: { ...criteres, hypotheses: { ...criteres.hypotheses, tirages: 100 } } }
    : study;
}

/** The first `n` of each list, at any depth; lists of numbers are no lists of things. */
function garder<T>(value: T, n: number): T {
  if (Array.isArray(value)) {
    if (value.some((one) => typeof one === 'number')) return value;
    return value.slice(0, n).map((one) => garder(one, n)) as T;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, garder(one, n)])) as T;
}

/** The study with at most `n` of everything, but the words in which it is told, its territory and its calendar. */
function avec(study: Study, n: number): Study {
  const { etude, territoire, criteres, contrat, scenarios, reunions, acteurs, ...rest } = study;
  const few = garder(rest, n);
  return {
    ...few,
    etude,
    territoire,
    criteres,
    contrat,
    acteurs: n === 0 ? [] : acteurs,
    scenarios: scenarios.slice(0, Math.max(1, n)).map((scenario) => garder(scenario, n)),
    reunions: reunions.map((reunion) => ({ ...garder(reunion, n), ordre_du_jour: reunion.ordre_du_jour })),
  } as Study;
}

const exemple = await charger('data');
const autre = await charger('tests/fixtures/autre-etude');
const retenu = exemple.mode_operatoire?.scenario;
const premier: Study = {
  ...exemple,
  scenarios: [...exemple.scenarios].sort((a, b) => Number(b.id === retenu) - Number(a.id === retenu)),
};

describe('templates', () => {
  it('say the day, the month or the year of a date with the word that goes before it', () => {
    const wrong = [...templates.values()].flatMap((template) =>
      [...template.text.matchAll(/(?<!\p{L})(?:le|du|au|en) \{\{date [^}]*\}\}/gu)].map(([all]) => all),
    );
    expect(wrong.filter((all) => !all.startsWith('en '))).toEqual([]);
  });
});

describe.each([
  ['the example', exemple],
  ['another study', autre],
  ['nothing', avec(premier, 0)],
  ['one of everything', avec(premier, 1)],
  ['two of everything', avec(premier, 2)],
] as const)('prose, %s', (_, study) => {
  it.each(DELIVERABLES)('%s is written without a fault of language', async (name) => {
    const module = await loadDeliverable(name);
    const options = module.lack(study, {}) === null ? {} : { projet: true as const };
    if (module.lack(study, options) !== null) return;
    const { produced, diagnostics } = module.compose({ study, theme, templates, options });
    expect(diagnostics).toEqual([]);
    const fautes = produced.flatMap(({ tree }) => fautesDe(lignesDuDocument(tree)));
    expect([...new Set(fautes)]).toEqual([]);
  });
});
