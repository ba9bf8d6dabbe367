/** The parts of an Office file as trees of elements. */
import { SaxesParser } from 'saxes';

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** What is written in it, that of its children apart. */
  text: string;
}

/** The tree of elements, or the parser's complaint. */
export function parseXml(xml: string): XmlElement | string {
  const parser = new SaxesParser({ xmlns: true });
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let fault: string | undefined;
  parser.on('error', ({ message }) => {
    fault ??= message;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = {
      name,
      attributes: Object.fromEntries(Object.values(attributes).map((one) => [one.name, one.value])),
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return fault ?? root.children[0] ?? 'no element';
}

/** The elements of a tree by their names, found once a tree, in the order of the text. */
const indexes = new WeakMap<XmlElement, Map<string, XmlElement[]>>();

function indexOf(root: XmlElement): Map<string, XmlElement[]> {
  const found = indexes.get(root);
  if (found) return found;
  const index = new Map<string, XmlElement[]>();
  const visit = (element: XmlElement): void => {
    const same = index.get(element.name);
    if (same) same.push(element);
    else index.set(element.name, [element]);
    element.children.forEach(visit);
  };
  visit(root);
  indexes.set(root, index);
  return index;
}

export const all = (root: XmlElement, name: string): readonly XmlElement[] => indexOf(root).get(name) ?? [];
