/** Handlebars that writes Markdown: a value comes out literally, whatever signs of Markdown it holds. */
import Handlebars from 'handlebars';

/** Markdown text that a value of the study may carry on purpose (`avertissement`…): not escaped. */
export const markdownBrut = (text: string): InstanceType<typeof Handlebars.SafeString> =>
  new Handlebars.SafeString(text);

/** CommonMark lets any ASCII punctuation be escaped; a value stays on its line, so that it can open no block. */
export function escapeMarkdown(value: unknown): string {
  if (value instanceof Handlebars.SafeString) return value.toString();
  if (value === null || value === undefined || value === false) return '';
  return String(value)
    .replace(/\s*\r?\n\s*/g, ' ')
    .replace(/[!-/:-@[-`{-~]/g, '\\$&')
    .replace(/^(\d+)(?=\\[.)])/, '\u2060$1');
}

// Compiled templates read `escapeExpression` from this shared object: there is no option for it.
Object.assign(Handlebars.Utils, { escapeExpression: escapeMarkdown });

/** An environment with its own helpers and partials. */
export const markdownTemplates = (): typeof Handlebars => Handlebars.create();
