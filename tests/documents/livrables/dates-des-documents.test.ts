/** What a document says of the date at which it speaks: who was engaged then, and what its dates are of. */
import { expect, it } from 'vitest';
import { bilan } from '../../../src/documents/livrables/bilan.js';
import type { Deliverable } from '../../../src/documents/registry.js';
import { loadTheme } from '../../../src/render/theme.js';
import { composee, etudeVive, templatesDuProgramme } from '../../support/composed.js';
import { lignesDuDocument } from '../../support/prose.js';

const text = async (livrable: Deliverable): Promise<string> => {
  const made = await composee('modeles/exemple', livrable);
  if (!made) throw new Error(`${livrable} lacks something`);
  return made.produced
    .flatMap(({ tree }) => lignesDuDocument(tree))
    .map(({ texte }) => texte)
    .join('\n')
    .replace(/[\u00a0\u202f]/g, ' ');
};

it('an engagement dated after the document is not counted in it', async () => {
  // The diagnostic speaks on 31 January 2024; the community says that it would join on 6 February.
  const said = await text('diagnostic');
  expect(said).toMatch(/deux sont engagés, dont le maître d’ouvrage, et aucun ne s’est dit volontaire/);
  expect(said).toMatch(/2 volontaires ou engagés, dont le maître d’ouvrage/);
  expect(said).not.toMatch(/hors maître d’ouvrage : 1\*?\n?.*Communauté du Val/);
});

it('the pages of a document speak at the date of its cover, whatever is known then of the meeting to which it is sent', async () => {
  const made = await composee('data', 'bilan');
  const [tree] = made?.produced.map((one) => one.tree) ?? [];
  if (!tree) throw new Error('the evaluation lacks something');
  expect(tree.meta.date).toBe('2019-12-12');
  const said = lignesDuDocument(tree).map(({ texte }) => texte);
  expect(said.join('\n')).toContain('l’étude tient pour en vigueur au 12 décembre 2019.');
});

it('the date of the document that answers a reserve is not given for that of the answer', async () => {
  for (const livrable of ['mode-operatoire', 'bilan'] as const)
    expect(await text(livrable)).toMatch(/en cours au 15 juin 2024, un essai leur est réservé/);
});

it('an evaluation without accounts tells what was open at the plan, and what is dated since', async () => {
  expect(await text('bilan')).toMatch(
    /Une condition n’était pas remplie et deux conventions n’étaient pas signées au mode opératoire ; rien ne dit ce qu’il en est à la date du bilan\./,
  );
  const study = await etudeVive('modeles/exemple');
  const { conditions } = study.mode_operatoire ?? {};
  const [condition] = conditions?.juridiques ?? [];
  if (!study.mode_operatoire || !conditions || !condition) throw new Error('a condition expected');
  const juridiques = [{ ...condition, etat: 'remplie' as const, echeance: '2024-09-30', remplie_le: '2024-10-15' }];
  const { produced } = bilan.compose({
    study: { ...study, mode_operatoire: { ...study.mode_operatoire, conditions: { ...conditions, juridiques } } },
    theme: (await loadTheme()).charts,
    templates: await templatesDuProgramme(),
    options: {},
  });
  const said = produced.flatMap(({ tree }) => lignesDuDocument(tree).map(({ texte }) => texte)).join('\n');
  expect(said.replace(/\s/g, ' ')).toMatch(/Statuts adoptés.*Remplie 11 jours ouvrés après l’échéance/);
  expect(said.replace(/\s/g, ' ')).toMatch(/Une condition a été remplie après son échéance : « Statuts adoptés »/);
});
