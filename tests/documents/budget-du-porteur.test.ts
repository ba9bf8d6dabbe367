/** The words of public accounts are those of a public bearer; counts by public say what they leave out. */
import { expect, it } from 'vitest';
import { diagnostic } from '../../src/documents/diagnostic.js';
import { modeOperatoire } from '../../src/documents/mode-operatoire.js';
import { readTemplates } from '../../src/documents/template-files.js';
import { loadTheme } from '../../src/render/theme.js';
import type { Study } from '../../src/study/study.js';
import { root } from '../support/cli.js';
import { etudeDe } from '../support/composed.js';
import { lignesDuDocument } from '../support/prose.js';

const templates = await readTemplates(`${root}/inexistant`, root);
const { charts: theme } = await loadTheme();
const study = await etudeDe('data');
const says = (module: typeof diagnostic | typeof modeOperatoire, change: Partial<Study>): string => {
  const { produced } = module.compose({
    study: { ...study, ...change },
    theme,
    templates,
    options: { projet: true, scenario: study.mode_operatoire?.scenario },
  } as never);
  return produced
    .flatMap(({ tree }) => lignesDuDocument(tree))
    .map(({ texte }) => texte)
    .join('\n')
    .replace(/[\u00a0\u202f]/g, ' ');
};

it('a bearer that is not public has no section nor vote of a budget', () => {
  const bearer = study.scenarios.find(({ id }) => id === study.mode_operatoire?.scenario)?.porteur;
  const of = (type: 'association' | 'syndicat-mixte') =>
    says(modeOperatoire, { acteurs: study.acteurs.map((one) => (one.id === bearer ? { ...one, type } : one)) }).match(
      /Recettes moins dépenses : [^\n]*/,
    )?.[0];
  expect(of('syndicat-mixte')).toMatch(
    /section de fonctionnement, .*; section d’investissement, .*se vote en équilibre/,
  );
  expect(of('association')).toMatch(/: fonctionnement, .* ; investissement, /);
  expect(of('association')).not.toMatch(/section d|se vote/);
});

it('participants known by a total alone are told apart, in the chapter and under the counts', () => {
  const participation = study.participation.map((one, i) => (i === 0 ? { ...one, participants_total: 4000 } : one));
  expect(says(diagnostic, {})).not.toMatch(/sans leur public/);
  const text = says(diagnostic, { participation });
  expect(text).toMatch(
    /Un temps de participation n’a ses participants qu’en total, sans leur public, pour [\d ]+ personnes/,
  );
  expect(text).toMatch(/Hors de ces comptes : [\d ]+ personnes connues par le seul total d’un temps de participation/);
});
