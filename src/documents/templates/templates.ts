/** Templates of the deliverables: the package's own, each replaced by the study's file of the same name under its `templates/`. */
import { once, parObjet } from '../../analysis/une-fois.js';
import type { Diagnostic } from '../../study/diagnostic.js';
import { deepTemplate, templateFault } from '../faults.js';
import type { Template, Templates } from '../template.js';
import { COMPILATION, compiledTemplates, markdownTemplates } from './handlebars.js';
import { type HelperContext, registerHelpers } from './helpers.js';
import { partialsOf } from './partials.js';
import { specificationOf } from './precompiled.js';
import { tooDeepTemplate } from './template-depth.js';

/** Helpers and partials are set again at each filling, which is never interrupted: what is compiled is kept with its template. */
const COMPILED = compiledTemplates();
const COMPILER = once(markdownTemplates);

/** A template compiled with the program; null for another. */
const ready = parObjet(({ text }: Template) => {
  const specification = specificationOf(text);
  return specification && COMPILED.template(specification);
});

const compiled = parObjet(({ text }: Template) => COMPILER().compile(text, COMPILATION));

const syntaxFault = parObjet(({ fichier, text }: Template): Diagnostic | null => {
  const deep = tooDeepTemplate(text);
  if (deep !== null) return deepTemplate(fichier, text, deep);
  try {
    COMPILER().parse(text);
    return null;
  } catch (error) {
    return templateFault(fichier, error);
  }
});

/** What keeps a study's own templates from being read. Those of the program are whole: reading them all takes longer than filling the few that a document needs. */
export const ownSyntaxFaults = (templates: Templates): Diagnostic[] =>
  [...templates.values()].flatMap((template) => (template.own ? (syntaxFault(template) ?? []) : []));

/** Fills the template `name`; the Markdown it gives, or what is wrong with the template. */
export function fillTemplate(
  templates: Templates,
  name: string,
  view: object,
  context: HelperContext,
): { markdown: string; diagnostics: Diagnostic[] } {
  const diagnostics = ownSyntaxFaults(templates);
  const main = templates.get(name);
  if (!main || diagnostics.length > 0) return { markdown: '', diagnostics };
  // All of them in one environment: a partial reads the helpers of the template that calls it.
  const whole = [...templates.values()].every((template) => ready(template) !== null);
  const engine = whole ? COMPILED : COMPILER();
  registerHelpers(engine, context);
  const partials = partialsOf(engine, templates, (template) => (whole && ready(template)) || compiled(template));
  try {
    return { markdown: partials.fill(name, view), diagnostics };
  } catch (error) {
    const { fichier, text } = templates.get(partials.failedIn() ?? name) ?? main;
    return { markdown: '', diagnostics: [templateFault(fichier, error, text)] };
  }
}
