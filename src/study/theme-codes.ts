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
      'Un logo est un fichier PNG ou JPEG du dossier de l’étude, d’au plus 1 Mo : 600 points de large suffisent à une couverture.',
    exemple: 'logos: [{ fichier: logos/region.png, texte_alternatif: Région }]',
  },
};
