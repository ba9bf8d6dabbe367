import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unknownTarget } from '../../../src/documents/faults.js';
import { plainText } from '../../../src/documents/markdown/inlines.js';
import { parseMarkdown } from '../../../src/documents/markdown/markdown.js';
import { markdownOfField, plainTextOfField } from '../../../src/documents/markdown/markdown-field.js';
import { numberDocument } from '../../../src/documents/markdown/numbering.js';
import type { Templates } from '../../../src/documents/template.js';
import { markdownTemplates } from '../../../src/documents/templates/handlebars.js';
import { fillTemplate } from '../../../src/documents/templates/templates.js';
import type { Exhibit, Exhibits, TableExhibit } from '../../../src/exhibits/types.js';
import { etude } from '../../analysis/small-study.js';
import { outlineOf } from '../tree-text.js';

const table = (name: string, rest: Partial<TableExhibit> = {}): TableExhibit => ({
  kind: 'table',
  name,
  title: `Titre de ${name}`,
  columns: [{ key: 'a', header: 'A', format: 'texte' }],
  rows: [{ a: 'x' }],
  empty: 'Rien.',
  ...rest,
});

const exhibits: Exhibits = new Map<string, Exhibit>([
  ['premier', table('premier')],
  ['second', table('second')],
]);
const templates: Templates = new Map([['essai', { fichier: 'templates/essai.md.hbs', text: '' }]]);

const parse = (markdown: string) => {
  const { blocks, diagnostics } = parseMarkdown(markdown, { exhibits, templates });
  const numbered = numberDocument([], blocks, (target) => unknownTarget(templates, target));
  return { body: numbered.body, lines: outlineOf(numbered.body), faults: [...diagnostics, ...numbered.diagnostics] };
};

describe('a reference', () => {
  it.each([
    ['Voir [](#premier).', 'Voir tableau 1.'],
    ['Un fait. [](#premier) le dit.', 'Un fait. Tableau 1 le dit.'],
    ['[](#premier) le dit.', 'Tableau 1 le dit.'],
    ['Un fait (cf. [](#premier)).', 'Un fait (cf. tableau 1).'],
  ])('%s takes a capital when it begins the sentence', (markdown, expected) => {
    const { body } = parse(`${markdown}\n\n::tableau{#premier}`);
    const [first] = body;
    expect(first?.type === 'paragraph' && plainText(first.children).replaceAll('\u00a0', ' ')).toBe(expected);
  });
});

describe('values in a template', () => {
  it('come out literally, whatever signs of Markdown they hold', () => {
    const fill = markdownTemplates().compile('Avant {{valeur}} après');
    const value = fc
      .string({ maxLength: 40 })
      .filter((text) => /^\S(.*\S)?$/s.test(text) && !/\s{2}|[\r\n\t\f\v\u0085\u2028\u2029\0]/.test(text));
    fc.assert(
      fc.property(value, (valeur) => {
        const { blocks, diagnostics } = parseMarkdown(fill({ valeur }), { exhibits, templates });
        const [only] = blocks;
        expect(diagnostics).toEqual([]);
        expect(blocks).toHaveLength(1);
        if (only?.type !== 'paragraph') throw new Error('not a paragraph');
        const typed = (text: string): string => text.replace(/[^\p{L}\p{N}*_`#|<>[\]\\~{}()+=]/gu, '');
        expect(typed(plainText(only.children))).toBe(typed(`Avant ${valeur} après`));
      }),
    );
  });

  it('open no list, title or quotation at the head of a line', () => {
    const fill = markdownTemplates().compile('{{valeur}}');
    for (const valeur of ['- x', '# x', '> x', '1. x', '+ x', '***', '    x', '| a | b |', ':::retenir'])
      expect(
        parse(fill({ valeur })).body.map(({ type }) => type),
        valeur,
      ).toEqual(['paragraph']);
  });
});

describe('Markdown that a field carries', () => {
  const lines = (field: string) => parse(`Avant.\n\n:::exemple\n${markdownOfField(field)}\n:::\n\nAprès.`);

  it('lays out emphasis, lists and links to the web', () => {
    const { lines: told, faults } = lines('**Fort** et *doux*, [site](https://a.fr)\n\n- un\n- deux');
    expect(faults).toEqual([]);
    expect(told).toContain('| Fort et doux, site');
  });

  it('prints as it is written what would blame a template, or break out of its box', () => {
    for (const field of [
      '[ici](javascript:alert(1))',
      '[là](file:///etc/passwd)',
      '![image](x.png)',
      '<b>gras</b>',
      '# Titre',
      '##### Titre',
      '---',
      '::annexes',
      '::tableau{#inconnu}',
      ':::\n\n# Dehors',
      ':::boite\nx\n:::',
      '[a]: http://a.fr',
      '[texte](#inconnu)',
      '    code',
      '```\ncode',
    ]) {
      const { body, faults } = lines(field);
      expect(faults, field).toEqual([]);
      expect(
        body.map(({ type }) => type),
        field,
      ).toEqual(['paragraph', 'callout', 'paragraph']);
    }
  });

  it('whatever it is, ends where its box ends and faults nothing', () => {
    const sign = fc.constantFrom(
      'a',
      'é',
      ' ',
      '\n',
      '#',
      '*',
      '_',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '!',
      ':',
      ':::',
      '`',
      '-',
      '1.',
      '|',
      '\\',
      '{#x}',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 25 }), (signs) => {
        const { body, faults } = lines(`x${signs.join('')}`);
        expect(faults).toEqual([]);
        expect(body.map(({ type }) => type)).toEqual(['paragraph', 'callout', 'paragraph']);
      }),
    );
  });

  it('loses its marks on a cover, and no other sign', () => {
    expect(plainTextOfField('Le **fichier** a_lire_vite, 2 * 3 = 6,\n\n- un `x`')).toBe(
      'Le fichier a_lire_vite, 2 * 3 = 6, un x',
    );
  });
});

describe('blocks', () => {
  it('numbers titles, tables and annexes, and words the references to them', () => {
    const { lines, faults } = parse(
      '# Un {#un}\n\n## Un bis\n\nVoir [](#second) et [](#annexe).\n\n::tableau{#premier}\n\n::annexes\n\n# Fin {#annexe}\n\n::tableau{#second}',
    );
    expect(faults).toEqual([]);
    expect(lines).toEqual([
      '# 1 Un',
      '## 1.1 Un bis',
      'Voir tableau\u00a02 et annexe\u00a0A.',
      '<Tableau 1 premier>',
      '# A Fin',
      '<Tableau 2 second>',
    ]);
  });

  it('frames what is to be remembered, with its own title if any', () => {
    expect(parse(':::retenir[Trois choses]\n- une\n- deux\n:::').lines).toEqual([
      '[Trois choses]',
      '| - une',
      '| - deux',
    ]);
    expect(parse(':::limite\nOn ne sait pas.\n:::').lines[0]).toBe('[Ce que l’on ne sait pas]');
  });

  it('reads « 14:30 » as text', () => {
    expect(parse('Rendez-vous à 14:30 :oui').lines).toEqual(['Rendez-vous à 14:30 :oui']);
  });

  it('drops the columns that a page has no room for', () => {
    const wide = table('large', {
      columns: [
        { key: 'a', header: "L'un", format: 'texte' },
        { key: 'b', header: 'B', format: 'texte', workbookOnly: true },
      ],
      rows: [{ a: "l'un : 1", b: 'caché' }],
    });
    const { blocks } = parseMarkdown('::tableau{#large}', { exhibits: new Map([['large', wide]]), templates });
    const [block] = blocks;
    if (block?.type !== 'table') throw new Error('not a table');
    expect(block.exhibit.columns.map(({ header }) => header)).toEqual(['L’un']);
    expect(block.exhibit.rows).toEqual([{ a: 'l’un\u00a0: 1' }]);
  });
});

describe('faults of a template', () => {
  const inTemplate = (text: string): Templates => new Map([['essai', { fichier: 'templates/essai.md.hbs', text }]]);
  const fill = (text: string) =>
    fillTemplate(inTemplate(text), 'essai', { a: 1 }, { study: etude(), exhibits }).diagnostics.map(
      ({ code, fichier, plage, message }) => ({ code, fichier, ligne: plage.ligne, message }),
    );

  it('says which exhibit is unknown, where, and which one is near', () => {
    const text = '# Titre\n\n::tableau{#premeir}\n';
    const { diagnostics } = parseMarkdown(text, { exhibits, templates: inTemplate(text) });
    expect(diagnostics).toMatchObject([{ code: 'element-inconnu', plage: { ligne: 3, colonne: 12 } }]);
    expect(diagnostics[0]?.message).toContain('« premier »');
  });

  it('refuses a reference to what is not placed', () => {
    expect(parse('Voir [](#premier).').faults).toMatchObject([{ code: 'renvoi-inconnu' }]);
  });

  it('refuses what no deliverable lays out', () => {
    expect(parse('<b>gras</b>').faults.map(({ code }) => code)).toContain('forme-non-prise-en-charge');
    expect(parse('![image](a.png)').faults).toMatchObject([{ code: 'forme-non-prise-en-charge' }]);
  });

  it('tells a badly written template in French, with its line', () => {
    expect(fill('un\n{{#if a}}\ndeux\n')).toMatchObject([
      { code: 'modele-incorrect', fichier: 'templates/essai.md.hbs' },
    ]);
    expect(fill('un\n{{#if a}}\n{{/each}}')[0]?.message).toBe('Le bloc « if » est fermé par « each ».');
    expect(fill('{{> absent}}')[0]?.message).toContain('« absent »');
    expect(fill('{{inconnue a}}')[0]?.message).toContain('« inconnue »');
  });
});
