/** The logos of a study's theme, read from its folder: pictures, or drawings that stay sharp at any size. */
import { lireFichier, type Refus } from '../../documents/textes/fichier.js';
import { lireImage } from '../../documents/textes/images.js';
import type { Logo } from '../../render/theme.js';
import type { Study } from '../../study/study.js';
import { lireSvg } from './svg.js';

type Fiche = NonNullable<NonNullable<Study['theme']>['logos']>[number];

const OCTETS_MAX = 1_000_000;
const EXEMPLE = 'logos/region.png';

const lirePoints = (chemin: string, dir: string): ReturnType<typeof lireImage> =>
  lireImage(chemin, dir, { most: OCTETS_MAX, exemple: EXEMPLE });

async function lireLogo(
  { fichier, image, texte_alternatif: alt }: Fiche,
  dir: string,
): Promise<{ logo: Logo } | { refus: Refus; champ: 'fichier' | 'image' }> {
  if (!/\.svg$/i.test(fichier)) {
    const found = await lirePoints(fichier, dir);
    if ('refus' in found) return { ...found, champ: 'fichier' };
    const { mime, base64, largeur: width, hauteur: height } = found.image;
    return { logo: { picture: { mime, base64 }, width, height, alt } };
  }
  const found = await lireFichier(fichier, dir, {
    nom: 'le logo',
    most: OCTETS_MAX,
    exemple: EXEMPLE,
    alleger: 'Simplifiez ses tracés, ou enregistrez-le en PNG.',
  });
  const drawn = 'refus' in found ? found : lireSvg(found.bytes, fichier);
  if ('refus' in drawn) return { refus: drawn.refus, champ: 'fichier' };
  if (image === undefined) return { logo: { ...drawn, alt } };
  const points = await lirePoints(image, dir);
  if ('refus' in points) return { refus: points.refus, champ: 'image' };
  const { mime, base64 } = points.image;
  return { logo: { ...drawn, picture: { mime, base64 }, alt } };
}

/** The logos that can be shown, in their order, and where the others are named with what is wrong with them. */
export async function lireLogos(
  logos: readonly Fiche[],
  dir: string,
): Promise<{ logos: Logo[]; refus: { chemin: string; refus: Refus }[] }> {
  const read = await Promise.all(logos.map((one) => lireLogo(one, dir)));
  return {
    logos: read.flatMap((one) => ('logo' in one ? [one.logo] : [])),
    refus: read.flatMap((one, i) =>
      'refus' in one ? [{ chemin: `theme/logos/${i + 1}/${one.champ}`, refus: one.refus }] : [],
    ),
  };
}
