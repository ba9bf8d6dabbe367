/** What may be wrong with the study's own theme. */
import type { CodeInfo } from './code-info.js';

export const THEME_CODES: Readonly<Record<string, CodeInfo>> = {
  'contraste-insuffisant': {
    gravite: 'erreur',
    titre: 'Une couleur de la charte ne se lit pas assez sur son fond.',
    explication:
      'Le contraste est celui des règles d’accessibilité (WCAG 2.1) : au moins 4,5 pour un texte, 3 pour une marque de figure. Le message donne la couleur la plus proche qui convient, de même teinte et plus sombre.',
    exemple: 'couleurs: { principale: "#1f5c4d" }',
  },
  'logo-incorrect': {
    gravite: 'erreur',
    titre: 'Un logo de la charte ne peut pas être imprimé tel qu’il est.',
    explication:
      'Un logo est un fichier PNG, JPEG ou SVG du dossier de l’étude, d’au plus 1 Mo : 600 points de large suffisent à une couverture. Un SVG est dessiné tel quel dans les PDF ; il n’a ni texte, ni image, ni script, et ne renvoie à rien hors de lui.',
    exemple: 'logos: [{ fichier: logos/region.png, texte_alternatif: Région }]',
  },
  'police-incorrecte': {
    gravite: 'erreur',
    titre: 'Une police de la charte ne peut pas composer les documents.',
    explication:
      'Une police est un fichier TTF ou OTF du dossier de l’étude, d’au plus 4 Mo, d’une seule graisse, qui dessine les lettres et les signes du français et dont la licence (champ fsType) permet l’incorporation dans un PDF. Une collection (TTC), une police du Web (WOFF) ou une police variable s’enregistrent d’abord style par style.',
    exemple: 'polices: { normal: polices/Marianne-Regular.otf, gras: polices/Marianne-Bold.otf }',
  },
  'police-peu-contrastee': {
    gravite: 'attention',
    titre: 'Le gras de la charte n’est pas plus gras que son texte.',
    explication:
      'Les titres, les en-têtes de tableaux et les mots qui ressortent sont en gras : il faut que la graisse annoncée par le fichier soit plus forte que celle du texte.',
  },
};
