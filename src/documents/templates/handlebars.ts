/**
 * Handlebars that writes Markdown: a value comes out literally, whatever signs of Markdown it holds. The compiler, the larger half of the library, is loaded
 * only for templates that were not compiled with the program.
 */
import { createRequire } from 'node:module';
import type Handlebars from 'handlebars';
import { escapeMarkdown } from '../markdown/escape.js';

const require = createRequire(import.meta.url);

/** What fills a template. */
export type Engine = Pick<
  typeof Handlebars,
  'template' | 'registerHelper' | 'registerPartial' | 'unregisterPartial' | 'partials'
>;

/** How a template is compiled, with the program or for a study. */
export const COMPILATION = { preventIndent: true } as const;

const RUNTIME = require('handlebars/runtime') as Pick<typeof Handlebars, 'SafeString' | 'Utils'> & {
  create(): Engine;
};

/** Markdown text that a value of the study may carry on purpose (`avertissement`…): not escaped. */
export const markdownBrut = (text: string): InstanceType<typeof Handlebars.SafeString> => new RUNTIME.SafeString(text);

// Compiled templates read `escapeExpression` from this shared object, which the compiler's environments have too: there is no option for it.
Object.assign(RUNTIME.Utils, {
  escapeExpression: (value: unknown): string =>
    value instanceof RUNTIME.SafeString ? value.toString() : escapeMarkdown(value),
});

/** An environment with its own helpers and partials, for templates that are compiled already. */
export const compiledTemplates = (): Engine => RUNTIME.create();

/** The same, that compiles and parses. */
export const markdownTemplates = (): typeof Handlebars => (require('handlebars') as typeof Handlebars).create();
