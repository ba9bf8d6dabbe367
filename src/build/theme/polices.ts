/** The faces of a study's theme: what may be embedded in a PDF and sets French, and what is wrong with the others. */
import { lireFichier, type Refus, refus } from '../../documents/textes/fichier.js';
import { type Family, facesInForce, type OpenFace, openFont, withFaces } from '../../fonts/faces.js';
import { hasSubstitute, repertoireOf } from '../../render/text/repertoire.js';
import { diagnostic } from '../../study/codes/codes.js';
import type { Diagnostic } from '../../study/diagnostic.js';
import { direSansDessin, sansDessin } from '../../study/rules/caracteres.js';
import type { Study } from '../../study/study.js';
import { enumererPremiers } from '../../texte/accords.js';

export type Polices = NonNullable<NonNullable<Study['theme']>['polices']>;
type Cle = keyof Polices;

const CLES: readonly Cle[] = ['normal', 'gras', 'italique', 'gras_italique'];

const OCTETS_MAX = 4_000_000;

/** What French cannot be set without; other signs have a substitute. */
const FRANCAIS =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒàâäçéèêëîïôöùûüœ0123456789 \u00a0.,;:!?\'"()/%&@*+-=<>[]_#«»’–—…€°';

const quoted = (characters: readonly string[]): string =>
  enumererPremiers(
    characters.map((one) => (one === '\u00a0' ? 'l’espace insécable' : `« ${one} »`)),
    5,
  );

/** Why a face cannot set the documents; null when it can. */
function defaut(face: OpenFace): Refus | null {
  const autre = (message: string, aide: string): Refus => refus(message, aide).refus;
  if (face.type !== 'TTF')
    return autre(
      'ce n’est pas une police TTF ou OTF seule dans son fichier.',
      'Une collection (TTC) ou une police du Web (WOFF) s’enregistre d’abord en TTF ou OTF, style par style.',
    );
  if (Object.keys(face.variationAxes).length > 0)
    return autre(
      'c’est une police variable.',
      'Donnez un fichier par style : la plupart des fondeurs les livrent aussi.',
    );
  const droits = face['OS/2']?.fsType;
  if (droits?.noEmbedding)
    return autre(
      'sa licence interdit de l’incorporer dans un document (fsType 2).',
      'Demandez au fondeur une licence qui le permet, ou prenez une autre police.',
    );
  if (droits?.noSubsetting || droits?.bitmapOnly)
    return autre(
      'sa licence interdit d’en incorporer les seuls caractères employés (fsType).',
      'Demandez au fondeur une licence qui le permet, ou prenez une autre police.',
    );
  const manquants = Array.from(FRANCAIS).filter((one) => !face.hasGlyphForCodePoint(one.codePointAt(0) ?? 0));
  if (manquants.length > 0)
    return autre(
      `elle ne dessine pas ${quoted(manquants)}, que le français demande.`,
      'Prenez la version complète de la police (« Latin », « Pro », « Std »).',
    );
  // A file may be cut short beyond its head: its glyphs are drawn once before they are trusted.
  const subset = face.createSubset();
  for (const { id } of face.layout(FRANCAIS).glyphs) subset.includeGlyph(id);
  return face.postscriptName && subset.encode().length > 0 ? null : autre(...ILLISIBLE);
}

const ILLISIBLE = ['ce n’est pas une police lisible.', 'Reprenez le fichier du fondeur : il a pu être abîmé.'] as const;

interface Lue {
  face: OpenFace;
  base64: string;
}

function ouvrir(bytes: Uint8Array): Lue | { refus: Refus } {
  try {
    const face = openFont(bytes);
    const trouve = defaut(face);
    return trouve ? { refus: trouve } : { face, base64: Buffer.from(bytes).toString('base64') };
  } catch {
    return refus(...ILLISIBLE);
  }
}

async function lire(chemin: string, dir: string): Promise<Lue | { refus: Refus }> {
  const found = await lireFichier(chemin, dir, {
    nom: 'la police',
    most: OCTETS_MAX,
    exemple: 'polices/Marianne-Regular.otf',
    alleger: 'Prenez une version qui se limite aux écritures latines.',
  });
  if ('refus' in found) return found;
  const lue = ouvrir(found.bytes);
  return 'refus' in lue
    ? refus(`La police « ${chemin} » ne peut pas servir : ${lue.refus.message}`, lue.refus.aide)
    : lue;
}

export interface PolicesLues {
  /** Null when one of the faces is refused. */
  family: Family | null;
  /** As the files name it. */
  nom: string | null;
  refus: { cle: Cle; refus: Refus }[];
  /** The bold is no bolder than the text. */
  pale: boolean;
}

const graisse = (lue: Lue): number => lue.face['OS/2']?.usWeightClass ?? Number.NaN;

/** Reads the files of the faces; where no italic is given the upright face stands for it. */
export async function lirePolices(polices: Polices, dir: string): Promise<PolicesLues> {
  const lues = new Map<Cle, Lue>();
  const fautes: PolicesLues['refus'] = [];
  for (const cle of CLES) {
    const chemin = polices[cle];
    if (chemin === undefined) continue;
    const lue = await lire(chemin, dir);
    if ('refus' in lue) fautes.push({ cle, refus: lue.refus });
    else lues.set(cle, lue);
  }
  const normal = lues.get('normal');
  const gras = lues.get('gras');
  if (fautes.length > 0 || !normal || !gras) return { family: null, nom: null, refus: fautes, pale: false };
  const italique = lues.get('italique') ?? normal;
  const gras_italique = lues.get('gras_italique') ?? gras;
  return {
    family: {
      normal: normal.base64,
      bold: gras.base64,
      italics: italique.base64,
      bolditalics: gras_italique.base64,
    },
    nom: normal.face.familyName,
    refus: [],
    pale: graisse(gras) <= graisse(normal),
  };
}

/** The characters of a text that the faces do not draw, and for which they have no other. */
export function manqueA(family: Family): (text: string) => string[] {
  const drawn = withFaces(family, () => repertoireOf(facesInForce()));
  return (text) => sansDessin(text, (code) => drawn.has(code) || hasSubstitute(code));
}

type At = (chemin: string) => Pick<Diagnostic, 'fichier' | 'plage' | 'chemin'>;

/** The faces that cannot serve, a bold that is none, and the texts of the study that its font does not draw. */
export function diagnosticsPolices(
  study: Study,
  { family, refus: refuses, pale, nom }: PolicesLues,
  at: At,
): Diagnostic[] {
  const found = refuses.map(({ cle, refus: dit }) =>
    diagnostic('police-incorrecte', { ...at(`theme/polices/${cle}`), ...dit }),
  );
  if (pale)
    found.push(
      diagnostic('police-peu-contrastee', {
        ...at('theme/polices/gras'),
        message: 'Le fichier donné pour le gras n’annonce pas une graisse plus forte que celui du texte.',
        aide: 'Donnez la graisse « Bold » ou « SemiBold » de la famille.',
      }),
    );
  if (!family) return found;
  direSansDessin(
    study,
    (code, chemin, message, aide) => {
      found.push(diagnostic(code, { ...at(chemin), message, ...(aide ? { aide } : {}) }));
    },
    manqueA(family),
    nom ? `La police « ${nom} »` : 'La police de la charte',
  );
  return found;
}
