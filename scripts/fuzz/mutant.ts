/** One mutant of a study, from its seed alone. */
import { isScalar, parseDocument, stringify, visit } from 'yaml';
import { type Random, seededRandom } from '../../src/analysis/incertitude/random.js';
import { SHAPES } from '../../src/study/shapes.gen.js';
import { indexBelow, oneOf } from './draw.js';
import { collectionOf, isCarte, type StudyFiles } from './files.js';
import { TEXT_MUTATIONS } from './text-mutations.js';
import { TOOL_MUTATIONS } from './tool-mutations.js';
import { idsOf, sitesOf, VALUE_MUTATIONS } from './value-mutations.js';

export interface Mutant {
  /** Names of the mutations, in order. */
  kinds: string[];
  files: StudyFiles;
}

/** Files without which there is no study. */
const NEEDED = ['etude.yaml', 'territoire.yaml'];

export function mutatedValues(
  path: string,
  text: string,
  ids: readonly string[],
  random: Random,
  kind: string,
): string {
  const collection = collectionOf(path);
  const holder = { root: readOrNull(text) };
  if (holder.root === null) return text;
  const shape = SHAPES[collection?.nom ?? ''];
  const whole = shape && Array.isArray(holder.root) ? { items: shape } : shape;
  VALUE_MUTATIONS[kind]?.(sitesOf(holder, 'root', whole), random, { ids });
  if (isCarte(path)) return JSON.stringify(holder.root ?? null, null, 1);
  return stringify(holder.root ?? null, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** An earlier mutation may have left what YAML cannot read, aliases that turn round, or keys within keys that the parser would take for ever to write as text. */
function readOrNull(text: string): unknown {
  try {
    const doc = parseDocument(text, { logLevel: 'silent' });
    let plain = doc.errors.length === 0;
    visit(doc, {
      Pair: (_, { key }) => {
        plain &&= isScalar(key);
        return plain ? undefined : visit.BREAK;
      },
    });
    return plain ? doc.toJS({ maxAliasCount: 0 }) : null;
  } catch {
    return null;
  }
}

/** Ids of a study that YAML can read. */
export const idsIn = (files: StudyFiles): string[] =>
  [...files.values()].flatMap((text) => idsOf(sitesOf({ root: readOrNull(text) }, 'root', undefined)));

/** From one to three mutations of `base`; the same for the same seed. `ids` are those of `base`. */
export function mutantOf(base: StudyFiles, ids: readonly string[], seed: number): Mutant {
  const random = seededRandom(seed);
  const files = new Map(base);
  const kinds: string[] = [];
  const count = 1 + indexBelow(random, 3);
  for (let i = 0; i < count; i++) {
    if (files.size === 0) break;
    const path = oneOf(random, [...files.keys()]);
    const text = files.get(path) ?? '';
    const draw = random();
    if (draw < 0.02) {
      kinds.push(`${path} : fichier ôté`);
      if (!NEEDED.includes(path) || random() < 0.1) files.delete(path);
    } else if (draw < 0.45) {
      const made = draw < 0.3 ? TEXT_MUTATIONS : TOOL_MUTATIONS;
      const kind = oneOf(random, Object.keys(made));
      kinds.push(`${path} : ${kind}`);
      files.set(path, made[kind]?.(text, random) ?? text);
    } else {
      const kind = oneOf(random, Object.keys(VALUE_MUTATIONS));
      kinds.push(`${path} : ${kind}`);
      files.set(path, mutatedValues(path, text, ids, random, kind));
    }
  }
  return { kinds, files };
}
