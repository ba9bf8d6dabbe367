/** A document tree from two templates, `<name>/resume` for the pages before the contents and `<name>` for the body. */
import { reserves } from '../analysis/coherence/index.js';
import { type Connu, connuAu } from '../analysis/contexte.js';
import { modificationsDemandees, reservesAnterieures } from '../analysis/etat/livrable.js';
import type { Exhibits } from '../exhibits/types.js';
import { comiteEnPhrase } from '../study/contrat.js';
import type { Diagnostic } from '../study/diagnostic.js';
import type { Study } from '../study/study.js';
import type { DeliverableDefaults, DeliverableOptions } from './deliverable.js';
import { documentMeta, editionMeta } from './document-meta.js';
import { evolutionsOf } from './evolutions.js';
import { unknownTarget } from './faults.js';
import { parseMarkdown } from './markdown/markdown.js';
import { demandeSaMiseEnPage } from './markdown/markdown-field.js';
import { numberDocument } from './markdown/numbering.js';
import { reduireGlossaire } from './markdown/sigles.js';
import { videsEnPhrase } from './markdown/vides.js';
import { deliverableOf } from './names-and-dates.js';
import type { Templates } from './template.js';
import { fillTemplate } from './templates/templates.js';
import { composerTextes } from './textes/composer.js';
import type { DocumentTree } from './tree.js';

export interface CompositionInput {
  study: Study;
  defaults: DeliverableDefaults;
  /** Name of the template. */
  name: string;
  /** What the templates read. */
  view: object;
  exhibits: Exhibits;
  templates: Templates;
  /** Choices that add to any document: changes since another release, or since its validation. */
  options?: Pick<DeliverableOptions, 'depuis' | 'modifications' | 'textes' | 'interne' | 'reserves'>;
  /** What the deliverable knows at its date, when it has made analyses of it already. */
  connu?: Connu;
  /** Scenario of which the deliverable speaks alone, when it is not that of the mode opératoire. */
  scenario?: string;
  /** An edition with some of the sections of the deliverable alone. */
  partiel?: boolean;
  /** Levels of headings in the contents; 2 by default. */
  tocDepth?: 1 | 2 | 3;
  /** Running text in a column, for a document to be read; one to be worked with, whose text introduces tables, keeps the whole width. */
  column?: boolean;
}

/** The tree, or what is wrong with the templates. */
export function composeDocument(input: CompositionInput): { tree: DocumentTree; diagnostics: Diagnostic[] } {
  const { study, defaults, name, templates, options = {}, tocDepth = 2, column = false } = input;
  const livrable = deliverableOf(study, defaults);
  const { etat } = livrable;
  const connu = input.connu ?? connuAu(study, livrable.date);
  const { etude } = connu;
  // One that speaks of a scenario alone, or of another study than that of its release, looks for its own.
  const known = input.scenario === undefined && connu.study === study ? options.reserves : undefined;
  const reservesCoherence = known?.(defaults.id, connu.date) ?? reserves(etude, defaults.id, connu, input.scenario);
  const view = {
    // Dated as its cover: what is known at that date has no longer the meeting to which it was sent.
    livrable,
    ...input.view,
    etatLivrable: etat,
    // The cover gives it whole, on one line: what it lays out is told again, once, in the annexes.
    avertissementAMettreEnPage: demandeSaMiseEnPage(study.etude.avertissement ?? ''),
    comiteEnPhrase: comiteEnPhrase(study),
    reservesAnterieures: reservesAnterieures(study, etat.date, etat.date),
    modificationsDemandees: modificationsDemandees(study, defaults.id, etat.date),
    reservesCoherence,
    reservesALever: reservesCoherence.some(({ motif }) => motif === null),
    reservesEcartees: reservesCoherence.some(({ motif }) => motif !== null),
  };
  const changes = evolutionsOf(defaults.id, options);
  const exhibits: Exhibits = new Map([
    ...input.exhibits,
    ...changes.map(({ exhibit }) => [exhibit.name, exhibit] as const),
  ]);
  const [front, body] = [`${name}/resume`, name].map((template) => {
    const { markdown, diagnostics } = fillTemplate(templates, template, view, { study, exhibits });
    const added = template === name ? changes.map(({ markdown: text }) => text).join('\n\n') : '';
    const parsed = parseMarkdown(`${markdown}\n\n${added}`, { exhibits, templates });
    return { blocks: parsed.blocks, diagnostics: [...diagnostics, ...parsed.diagnostics] };
  });
  const meta = documentMeta(study, defaults, options.modifications?.[defaults.id]);
  const written = composerTextes(
    options.textes ?? { textes: [], relectures: {} },
    { front: front?.blocks ?? [], body: body?.blocks ?? [] },
    {
      livrable: defaults.id,
      study: etude,
      date: meta.date,
      exhibits,
      templates,
      brouillon: meta.state.code === 'projet',
      partiel: input.partiel === true,
    },
  );
  const filled = videsEnPhrase(written.front, written.body);
  const numbered = numberDocument(
    filled.front,
    filled.body,
    (target) => written.renvoiInconnu(target) ?? unknownTarget(templates, target),
  );
  const faults = [...(front?.diagnostics ?? []), ...(body?.diagnostics ?? []), ...written.diagnostics];
  const broken = faults.some(({ gravite }) => gravite === 'erreur');
  return {
    tree: {
      meta: editionMeta(meta, options.interne === true),
      front: numbered.front,
      body: reduireGlossaire(numbered.body, numbered.front, [
        meta.title,
        meta.deliverable,
        ...meta.notices,
        ...meta.parties.flat(),
      ]),
      tocDepth,
      column,
    },
    // A reference to what a faulty template could not place says nothing more.
    diagnostics: unique(broken ? faults : [...faults, ...numbered.diagnostics]),
  };
}

/** Both templates are checked with all the partials: each fault once. */
function unique(faults: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}
