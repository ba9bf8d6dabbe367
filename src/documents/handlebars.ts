/** Handlebars that writes Markdown: a value comes out literally, whatever signs of Markdown it holds. */
import Handlebars from 'handlebars';
import { escapeMarkdown } from './escape.js';

/** Markdown text that a value of the study may carry on purpose (`avertissement`…): not escaped. */
export const markdownBrut = (text: string): InstanceType<typeof Handlebars.SafeString> =>
  new Handlebars.SafeString(text);

// Compiled templates read `escapeExpression` from this shared object: there is no option for it.
Object.assign(Handlebars.Utils, {
  escapeExpression: (value: unknown): string =>
    value instanceof Handlebars.SafeString ? value.toString() : escapeMarkdown(value),
});

/** An environment with its own helpers and partials. */
export const markdownTemplates = (): typeof Handlebars => Handlebars.create();
