/** The theme of the documents, dressed as the study's `theme.yaml` asks, with what is wrong in it: contrasts (WCAG 2.1) and pictures. */
import { contrast, mix } from '../../exhibits/charts/drawing/colour.js';
import { type Logo, loadTheme, type Theme } from '../../render/theme.js';
import { diagnostic } from '../../study/codes/codes.js';
import type { Diagnostic } from '../../study/diagnostic.js';
import type { LoadedStudy } from '../../study/load.js';
import type { Study } from '../../study/study.js';
import { nombreFr } from '../../texte/nombres.js';
import { lireLogos } from './logos.js';
import { diagnosticsPolices, lirePolices, type PolicesLues } from './polices.js';

type Charte = NonNullable<Study['theme']>;

/** Least contrast of a text and of a mark with their ground (WCAG 2.1, 1.4.3 and 1.4.11). */
const TEXTE = 4.5;
const MARQUE = 3;
const PAPIER = '#ffffff';
/** Part of white in the pale tints of the main colour: behind text, and at the foot of a scale of heat. */
const PALE = 0.93;
const PALE_FIGURES = 0.89;

const teinte = (couleur: string): string => mix(couleur, PAPIER, PALE);

/** The nearest colour of the same hue, darker, that `convient`. */
export function plusProche(couleur: string, convient: (candidate: string) => boolean): string {
  for (let part = 1; part <= 100; part++) {
    const candidate = mix(couleur, '#000000', part / 100);
    if (convient(candidate)) return candidate;
  }
  return '#000000';
}

interface Exigence {
  chemin: string;
  couleur: string;
  /** Least contrast that it has with its grounds. */
  obtenu(couleur: string): number;
  seuil: number;
  fonds: string;
}

function exigences({ couleurs = {} }: Charte, { colours }: Theme): Exigence[] {
  const { principale, texte, secondaire, palette = [] } = couleurs;
  const surBlanc = (couleur: string): number => contrast(couleur, PAPIER);
  const surTeinte = (fond: string) => (couleur: string) => Math.min(surBlanc(couleur), contrast(couleur, fond));
  const found: Exigence[] = [];
  const add = (cle: string, couleur: string | undefined, obtenu: Exigence['obtenu'], seuil: number, fonds: string) => {
    if (couleur !== undefined) found.push({ chemin: `theme/couleurs/${cle}`, couleur, obtenu, seuil, fonds });
  };
  const propre = (couleur: string): number => surTeinte(teinte(couleur))(couleur);
  add('principale', principale, propre, TEXTE, 'le blanc et sur sa teinte pâle');
  const fond = principale ? teinte(principale) : colours.tint;
  add('texte', texte, surTeinte(fond), TEXTE, 'le blanc et sur la teinte pâle');
  add('secondaire', secondaire, surTeinte(fond), TEXTE, 'le blanc et sur la teinte pâle');
  palette.forEach((couleur, i) => {
    add(`palette/${i + 1}`, couleur, surBlanc, MARQUE, 'le blanc');
  });
  return found;
}

/** A name that office files may hold, as the schema asks of the one that is typed. */
const NOM_DE_POLICE = /^[A-Za-zÀ-ÿ0-9][A-Za-zÀ-ÿ0-9 -]{0,30}$/;

/** The theme of the program in the colours and the font of the study. */
function habiller(
  base: Theme,
  { couleurs = {}, police_bureautique }: Charte,
  logos: Logo[],
  polices?: Pick<PolicesLues, 'family' | 'nom'>,
): Theme {
  const famille = polices?.nom && NOM_DE_POLICE.test(polices.nom) ? polices.nom : base.officeFont;
  const accent = couleurs.principale ?? base.colours.accent;
  const ink = couleurs.texte ?? base.colours.ink;
  const muted = couleurs.secondaire ?? base.colours.muted;
  const tint = couleurs.principale ? teinte(accent) : base.colours.tint;
  const [, ...autres] = base.charts.series;
  const { retenir, question, limite, exemple } = base.callouts;
  return {
    ...base,
    ...(polices?.family ? { fonts: polices.family } : {}),
    officeFont: police_bureautique ?? famille,
    logos,
    colours: { ...base.colours, accent, ink, muted, tint },
    callouts: {
      retenir: { bar: couleurs.principale ?? retenir.bar, fill: couleurs.principale ? tint : retenir.fill },
      question,
      limite: { ...limite, bar: muted },
      exemple: { ...exemple, bar: muted },
    },
    workbook: couleurs.principale
      ? { ...base.workbook, tones: { ...base.workbook.tones, bon: { ink: accent, fill: tint } } }
      : base.workbook,
    charts: {
      ...base.charts,
      ink,
      muted,
      accent,
      tint: couleurs.principale ? mix(accent, PAPIER, PALE_FIGURES) : base.charts.tint,
      series: couleurs.palette ?? [accent, ...autres],
    },
  };
}

/** The theme of a study: that of the program when the study has none of its own. */
export async function charteDe(
  { study, place }: Pick<LoadedStudy, 'study' | 'place'>,
  dir: string,
): Promise<{ theme: Theme; diagnostics: Diagnostic[] }> {
  const base = await loadTheme();
  const charte = study?.theme;
  if (!charte) return { theme: base, diagnostics: [] };
  const at = (chemin: string) => {
    const found = place(chemin) ?? { fichier: 'theme.yaml', plage: { ligne: 1, colonne: 1, longueur: 1 } };
    return { ...found, chemin };
  };
  const { logos, refus } = await lireLogos(charte.logos ?? [], dir);
  const contrastes = exigences(charte, base).flatMap(({ chemin, couleur, obtenu, seuil, fonds }) => {
    const contraste = obtenu(couleur);
    if (contraste >= seuil) return [];
    const proche = plusProche(couleur, (candidate) => obtenu(candidate) >= seuil);
    // Rounded down: a contrast of 4,49 is not 4,5.
    const lu = nombreFr(Math.floor(contraste * 10) / 10);
    const message = `« ${couleur} » a un contraste de ${lu} sur ${fonds} ; il en faut au moins ${nombreFr(seuil)}.`;
    return [
      diagnostic('contraste-insuffisant', {
        ...at(chemin),
        message,
        aide: `La plus proche qui convient : « ${proche} ».`,
      }),
    ];
  });
  const images = refus.map(({ chemin, refus: dit }) => diagnostic('logo-incorrect', { ...at(chemin), ...dit }));
  const polices = charte.polices ? await lirePolices(charte.polices, dir) : undefined;
  const theme = habiller(base, charte, logos, polices);
  const fautes = polices ? diagnosticsPolices(study, polices, at) : [];
  return { theme, diagnostics: [...contrastes, ...images, ...fautes] };
}
