import { isEmf } from '../emf/index.js';
import { editParts, type Parts } from './parts.js';

/** Metafiles that a library took for PNG get their own name and type, in a package whose parts stand under `root`. */
export function nameMetafiles(parts: Parts, root: 'word' | 'ppt'): void {
  const metafiles = Object.entries(parts).filter(([name, bytes]) => name.endsWith('.png') && isEmf(bytes));
  if (metafiles.length === 0) return;
  const names = new Set<string>();
  for (const [name, bytes] of metafiles) {
    delete parts[name];
    parts[name.replace(/\.png$/, '.emf')] = bytes;
    names.add(name.slice(name.lastIndexOf('/') + 1));
  }
  editParts(parts, new RegExp(`^${root}/(?:.*/)?_rels/.*\\.rels$`), (xml) =>
    xml.replace(/Target="([^"]*\/)?([^"/]+)\.png"/g, (whole, folder: string | undefined, file: string) =>
      names.has(`${file}.png`) ? `Target="${folder ?? ''}${file}.emf"` : whole,
    ),
  );
  editParts(parts, /^\[Content_Types\]\.xml$/, (xml) =>
    xml.replace('<Default ', '<Default Extension="emf" ContentType="image/x-emf"/><Default '),
  );
}
