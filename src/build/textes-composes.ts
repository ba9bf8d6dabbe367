/** What a build alone would refuse of a text: its Markdown is read, and its tables known, once the deliverable is composed. */
import type { Deliverable } from '../documents/registry.js';
import type { Templates } from '../documents/template.js';
import type { TextesEtude } from '../documents/textes/relectures.js';
import { MARQUE } from '../documents/textes/remplir.js';
import type { Texte } from '../documents/textes/texte.js';
import type { Diagnostic } from '../study/diagnostic.js';
import type { Study } from '../study/study.js';

/** Signs of a form that may not be laid out: a tag, a link to something else than the web, a reference kept aside, a title too deep, a picture, a directive that is not the texts' own. */
const FORMES = [
  /<(?!https?:|mailto:|!--)[a-z/!?]/i,
  /\]\((?!https?:|mailto:|#)/i,
  /\]\[(?!@)|^ {0,3}\[(?!@)[^\]\n]+\]:/m,
  /^ {0,3}#{5,}/m,
  /!\[/,
  /^ {0,3}:{2,}\s*(?!(?:retenir|question|limite|exemple)\b)[a-z]/im,
];

/** Codes of what is found so. */
const CODES: ReadonlySet<string> = new Set(['forme-non-prise-en-charge', 'element-inconnu']);

/** Whether what a text writes asks for its deliverable to be composed. `elements` are the tables and figures that its templates place. */
export function estDouteux({ markdown }: Texte, elements: ReadonlySet<string>): boolean {
  const placed = [...markdown.matchAll(MARQUE)].flatMap(
    ([, , body = '']) => /^(?:tableau|figure)\s+(\S+)/.exec(body.trim())?.[1] ?? [],
  );
  return FORMES.some((forme) => forme.test(markdown)) || placed.some((name) => !elements.has(name));
}

/** What the build of `livrable` would refuse of its texts; nothing of a deliverable that the study cannot give. `study` is the parts that it reads. */
export async function refusDeLaComposition(
  livrable: Deliverable,
  study: Study,
  textes: TextesEtude,
  templates: Templates,
): Promise<Diagnostic[]> {
  const [{ loadDeliverable }, { loadTheme }, { withFaces }] = await Promise.all([
    import('../documents/registry.js'),
    import('../render/theme.js'),
    import('../fonts/faces.js'),
  ]);
  const [module, theme] = [await loadDeliverable(livrable), await loadTheme()];
  if (module.lack(study, {})) return [];
  const files = new Set(textes.textes.map(({ fichier }) => fichier));
  const { diagnostics } = await withFaces(theme.fonts, async () =>
    module.compose({ study, theme: theme.charts, templates, options: { textes } }),
  );
  return diagnostics.filter(({ code, fichier }) => CODES.has(code) && files.has(fichier));
}
