/** A template that goes too deep is told at its place before it is parsed; one that only looks deep is filled as it is. */
import { describe, expect, it } from 'vitest';
import { deepTemplate } from '../../../src/documents/faults.js';
import { markdownTemplates } from '../../../src/documents/templates/handlebars.js';
import { tooDeepTemplate } from '../../../src/documents/templates/template-depth.js';
import { packageTemplateNames, readTemplates } from '../../../src/documents/templates/template-files.js';

const MANY = 5000;
const handlebars = markdownTemplates();
const filled = (text: string): string => handlebars.compile(text)({ oui: true, x: 'x' });

describe('blocks within blocks', () => {
  it.each([
    ['{{#if oui}}', '{{/if}}'],
    ['{{^non}}', '{{/non}}'],
    ['{{#if oui}}{{else if oui}}', '{{/if}}'],
    ['\\\\{{~#if oui}}', '{{/if}}'],
    ['{{!-- {{/if}} --}}{{#if oui}}', '{{/if}}'],
    ["{{! l'un }}{{#if oui}}", '{{/if}}'],
    ['{{#if (eq "{{/if}}" "a")}}', '{{/if}}'],
    ['{{{{brut}}}}', '{{{{/brut}}}}'],
  ])('%s again and again: told at its place', (open, close) => {
    const text = `un\ndeux${open.repeat(MANY)}x${close.repeat(MANY)}`;
    const at = tooDeepTemplate(text) ?? -1;
    expect(text.slice(0, at).split('{{#').length).toBeLessThan(103);
    expect(at).toBeGreaterThan(text.indexOf(open));
    expect(at).toBeLessThan(101 * open.length + text.indexOf(open));
    expect(deepTemplate('a.md.hbs', text, at)).toMatchObject({ fichier: 'a.md.hbs', plage: { ligne: 2 } });
    expect(deepTemplate('a.md.hbs', text, at).message).toMatch(/imbriqué trop profondément/);
  });

  it('parentheses and « else if » count as much', () => {
    expect(tooDeepTemplate(`{{x ${'(y '.repeat(MANY)}${')'.repeat(MANY)}}}`)).toBeGreaterThan(0);
    expect(tooDeepTemplate(`{{#if a}}${'{{else if b}}'.repeat(MANY)}{{/if}}`)).toBeGreaterThan(0);
  });

  it.each([
    ['one after the other', '{{#if oui}}x{{else if non}}y{{else}}z{{/if}}', 'x'],
    ['« ^ » for « else »', '{{#if non}}y{{^}}x{{/if}}', 'x'],
    ['in a comment', '{{!-- {{#if oui}} --}}{{! {{#if oui }}x', 'x'],
    ['written as they are', '\\{{#if oui}}x', '{{#if oui}}x'],
    ['in a text', '{{#if "(((("}}x{{/if}}', 'x'],
    ['of a whole that is inverted', '{{^non}}x{{/non}}', 'x'],
    ['raw', "l'un ((( {{x}} l'autre", "l'un ((( x l'autre"],
  ])('%s, they go no deeper, however many', (_, text, once) => {
    expect(filled(text)).toBe(once);
    expect(tooDeepTemplate(text.repeat(150))).toBeNull();
  });

  it('the templates of the program are far from it', async () => {
    const templates = await readTemplates('/nowhere', '/');
    expect(templates.size).toBe((await packageTemplateNames()).size);
    for (const { text } of templates.values()) expect(tooDeepTemplate(text)).toBeNull();
  });
});
