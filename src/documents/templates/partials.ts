/** The templates as partials that know where they are: a fault is told in the template that holds it, and none calls others without end. */
import type Handlebars from 'handlebars';
import { itemAt } from '../../lists/at.js';
import type { Template, Templates } from '../template.js';
import type { Engine } from './handlebars.js';

/** Templates one inside the other, and calls in all: far above what a document does, far below what a machine bears. */
export const DEEPEST = 40;
export const MOST_CALLS = 20_000;

/** The call to look at when templates go too far: one that a template of the study makes, else the last; within the circle where there is one. */
function blamed(trail: readonly string[], templates: Templates): { caller: string; called: string; fault: string } {
  const start = trail.findIndex((name, i) => trail.includes(name, i + 1));
  const closed = start >= 0;
  const looked = closed ? trail.slice(start, trail.indexOf(itemAt(trail, start), start + 1) + 1) : trail;
  const calls = looked.slice(1).map((called, i) => ({ caller: itemAt(looked, i), called }));
  const call = calls.find(({ caller }) => templates.get(caller)?.own) ?? itemAt(calls, calls.length - 1);
  return { ...call, fault: closed ? 'is called without end' : 'leads to too many calls' };
}

const ABSENT: Template = { fichier: '', text: '' };

export interface Partials {
  /** Fills a template. What goes wrong is thrown as it is. */
  fill(name: string, view: object): string;
  /** The innermost template that was being filled when it went wrong; undefined before that. */
  failedIn(): string | undefined;
}

/** In place of the partials that `handlebars` had. */
export function partialsOf(
  handlebars: Engine,
  templates: Templates,
  compile: (template: Template) => Handlebars.TemplateDelegate,
): Partials {
  const trail: string[] = [];
  let calls = 0;
  let failed: string | undefined;

  const guard = (name: string, work: () => string): string => {
    if (failed === undefined && (trail.length >= DEEPEST || ++calls > MOST_CALLS)) {
      const { caller, called, fault } = blamed([...trail, name], templates);
      failed = caller;
      throw new Error(`The partial ${called} ${fault}`);
    }
    trail.push(name);
    try {
      return work();
    } catch (error) {
      failed ??= name;
      throw error;
    } finally {
      trail.pop();
    }
  };

  for (const name of Object.keys(handlebars.partials)) handlebars.unregisterPartial(name);
  for (const [name, template] of templates) {
    const filled = compile(template);
    const guarded: Handlebars.TemplateDelegate = (context, options) => guard(name, () => filled(context, options));
    handlebars.registerPartial(name, guarded);
  }
  return {
    fill: (name, view) => {
      const main = compile(templates.get(name) ?? ABSENT);
      return guard(name, () => main(view, { allowProtoPropertiesByDefault: false }));
    },
    failedIn: () => failed,
  };
}
