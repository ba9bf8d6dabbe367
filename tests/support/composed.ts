/** Studies of the repository, each loaded once a worker and frozen, and what their deliverables compose, once a run. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { inject } from 'vitest';
import type { DeliverableModule } from '../../src/documents/deliverable.js';
import { type Deliverable, loadDeliverable } from '../../src/documents/registry.js';
import { readTemplates } from '../../src/documents/templates/template-files.js';
import { loadTheme } from '../../src/render/theme.js';
import { loadStudy } from '../../src/study/load.js';
import type { Study } from '../../src/study/study.js';
import { root } from './cli.js';

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const one of Object.values(value)) freeze(one);
  return value;
}

/** Made once for each text that is asked for. */
function parTexte<T>(make: (text: string) => Promise<T>): (text: string) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (text) => {
    const found = made.get(text) ?? make(text);
    made.set(text, found);
    return found;
  };
}

/** The study of a folder of the repository, such as `data`. */
export const etudeDe = parTexte(async (folder): Promise<Study> => {
  const { study } = await loadStudy(resolve(root, folder), { cwd: root });
  if (!study) throw new Error(`${folder} does not load`);
  return freeze(study);
});

/** The same study, with fewer draws: nothing but their own figures asks for more. */
export const etudeVive = parTexte(async (folder): Promise<Study> => {
  const study = await etudeDe(folder);
  const { criteres } = study;
  if (!criteres?.hypotheses) return study;
  return freeze({ ...study, criteres: { ...criteres, hypotheses: { ...criteres.hypotheses, tirages: 100 } } });
});

let templates: ReturnType<typeof readTemplates> | undefined;

/** Read once, for what is compiled of a template is kept with it. */
export const templatesDuProgramme = (): ReturnType<typeof readTemplates> => {
  templates ??= readTemplates(resolve(root, 'inexistant'), root);
  return templates;
};

/** What `make` gives, plain data, made once a run: whoever comes after reads what the first one left. */
async function partage<T>(key: string, make: () => Promise<T>): Promise<T> {
  const path = join(inject('partage'), `${key.replace(/[^a-z]+/g, '-')}.v8`);
  const left = await readFile(path).catch(() => null);
  if (left) return deserialize(left) as T;
  const made = await make();
  const part = `${path}.${process.pid}`;
  await writeFile(part, serialize(made));
  await rename(part, path);
  return made;
}

const composed = parTexte(async (key): Promise<ReturnType<DeliverableModule['compose']> | null> => {
  const [folder = '', livrable] = key.split(' ') as [string, Deliverable];
  const study = await etudeVive(folder);
  const module = await loadDeliverable(livrable);
  if (module.lack(study, {}) !== null) return null;
  return partage(key, async () => {
    const [{ charts: theme }, templates] = await Promise.all([loadTheme(), templatesDuProgramme()]);
    return module.compose({ study, theme, templates, options: {} });
  });
});

/** What a deliverable of it composes, without any option; null when the study lacks something for it. */
export const composee = (folder: string, livrable: Deliverable): ReturnType<typeof composed> =>
  composed(`${folder} ${livrable}`);
