/** A logo drawn in SVG: taken only when the PDF engine draws all of it, from the file alone. No script runs, nothing else is read, by path or by address. */
import { type Refus, refus } from '../../documents/textes/fichier.js';

/** What the engine draws, or passes over without a loss. */
const ELEMENTS = new Set(
  (
    'svg g defs symbol use path rect circle ellipse line polyline polygon clipPath mask linearGradient radialGradient stop pattern ' +
    'title desc metadata style'
  ).split(' '),
);

const TAG = /<([a-zA-Z_][\w.-]*(?::[\w.-]+)?)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const AIDE = 'Enregistrez le logo en « SVG simple », textes convertis en tracés, sans image ni effet, ou en PNG.';

interface Dessin {
  svg: string;
  width: number;
  height: number;
}

/** Attributes that place what is drawn. */
const PLACES =
  /^(?:d|points|viewBox|(?:gradient|pattern)?Transform|transform|[xy][12]?|c[xy]|f[xyr]|r[xy]?|d[xy]|width|height|stroke-width)$/;
const NOMBRES = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;
/** Beyond a million of its own units no drawing is meant, and PDF/A-3 takes no number above 2³¹ (veraPDF, rule 6.1.13-1). */
const HORS_DE_PAGE = 1e6;

/** Why an element cannot be printed; null when it can. */
function defaut(nom: string, attributs: ReadonlyMap<string, string>): string | null {
  // Elements of other vocabularies are an editor's own notes.
  if (nom.includes(':')) return nom.startsWith('svg:') ? 'ses éléments portent un préfixe' : null;
  if (nom === 'script') return 'il contient un script';
  if (nom === 'text') return 'il contient du texte, qui demande la police de son auteur';
  if (nom === 'image') return 'il contient une image';
  if (!ELEMENTS.has(nom)) return `l’élément « ${nom} » n’est pas dessiné dans un PDF`;
  for (const [cle, valeur] of attributs) {
    if (/^on/i.test(cle)) return `l’attribut « ${cle} » est un script`;
    if (/^(xlink:)?href$/.test(cle) && !valeur.trim().startsWith('#')) return `il renvoie à « ${valeur.slice(0, 60)} »`;
    if (PLACES.test(cle) && (valeur.match(NOMBRES) ?? []).some((one) => Math.abs(Number(one)) > HORS_DE_PAGE))
      return `l’attribut « ${cle} » a un nombre de plus d’un million`;
    if (/^(filter|foreignObject)$/.test(cle) && valeur !== 'none') return `l’effet « ${cle} » n’est pas dessiné`;
  }
  return null;
}

const dehors = (text: string): string | undefined =>
  [...text.matchAll(/url\(\s*['"]?\s*([^'")\s]*)/gi)]
    .map(([, lien = '']) => lien)
    .find((lien) => !lien.startsWith('#'));

const nombre = (text = ''): number => {
  const [, valeur = ''] = /^\s*([\d.]+(?:e-?\d+)?)\s*(?:px|pt|mm|cm|in)?\s*$/i.exec(text) ?? [];
  return Number(valeur);
};

/** Width and height of the drawing, in its own units; null when it has none. */
function cadre(attributs: ReadonlyMap<string, string>): { x: number; y: number; width: number; height: number } | null {
  const [x, y, w, h] = (attributs.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [width, height] = [w ?? nombre(attributs.get('width')), h ?? nombre(attributs.get('height'))];
  if (!(width > 0) || !(height > 0) || !Number.isFinite(width / height)) return null;
  return {
    x: x !== undefined && w !== undefined ? x : 0,
    y: y !== undefined && w !== undefined ? y : 0,
    width,
    height,
  };
}

/** Elements one within another beyond which nobody drew a logo: the PDF engine goes down into each. */
const PROFONDEUR_MAX = 200;

function tropProfond(svg: string): boolean {
  let depth = 0;
  for (const [, ferme, seul] of svg.matchAll(/<(\/?)[a-z](?:[^>"']|"[^"]*"|'[^']*')*?(\/?)>/gi)) {
    if (ferme === '' && seul === '') depth++;
    else if (ferme !== '') depth--;
    if (depth > PROFONDEUR_MAX) return true;
  }
  return false;
}

/** The drawing as the PDF engine is given it, or why it is not taken. */
export function lireSvg(bytes: Uint8Array, chemin: string): Dessin | { refus: Refus } {
  const non = (raison: string): { refus: Refus } =>
    refus(`le logo « ${chemin} » ne peut pas être imprimé : ${raison}.`, AIDE);
  const brut = new TextDecoder().decode(bytes).replace(/<!--[\s\S]*?-->/g, '');
  if (/<!ENTITY/i.test(brut)) return non('il déclare des entités');
  const svg = brut
    .replace(/<\?[\s\S]*?\?>/g, '')
    .replace(/<!DOCTYPE[^>]*>/gi, '')
    .replace(/^\uFEFF/, '')
    .trim();
  let racine: { start: number; nom: string; attributs: ReadonlyMap<string, string> } | null = null;
  for (const { 1: nom = '', 2: texte = '', index } of svg.matchAll(TAG)) {
    const attributs = new Map([...texte.matchAll(ATTRIBUTE)].map(([, cle = '', a, b]) => [cle, a ?? b ?? '']));
    racine ??= { start: index, nom, attributs };
    const raison = defaut(nom, attributs);
    if (raison) return non(raison);
  }
  if (racine?.nom !== 'svg' || !svg.endsWith('</svg>')) return non('ce n’est pas un dessin SVG entier');
  if (tropProfond(svg)) return non(`plus de ${PROFONDEUR_MAX} éléments y sont l’un dans l’autre`);
  const lien = dehors(svg);
  if (lien !== undefined || /@import/i.test(svg)) return non(`il renvoie à « ${(lien ?? '@import').slice(0, 60)} »`);
  const taille = cadre(racine.attributs);
  if (!taille) return non('il ne dit ni sa largeur ni sa hauteur');
  const { x, y, width, height } = taille;
  const viewBox = racine.attributs.has('viewBox') ? '' : ` viewBox="${x} ${y} ${width} ${height}"`;
  return { svg: `<svg${viewBox}${svg.slice(racine.start + '<svg'.length)}`, width, height };
}
