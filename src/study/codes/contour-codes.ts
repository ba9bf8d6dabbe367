/** What may be wrong with the study's own contours of communes. */
import type { CodeInfo } from './code-info.js';

export const CONTOUR_CODES: Readonly<Record<string, CodeInfo>> = {
  'contours-illisibles': {
    gravite: 'erreur',
    titre: 'Le fichier des contours de communes ne peut pas être lu.',
    explication:
      '« contours », dans territoire.yaml, désigne un fichier GeoJSON du dossier « cartes » de l’étude : une collection de contours (FeatureCollection), en degrés, dont une propriété tient le code Insee de chaque commune.',
    exemple: 'contours: cartes/communes.geojson',
  },
  'contour-incorrect': {
    gravite: 'erreur',
    titre: 'Le contour d’une commune ne peut pas être dessiné.',
    explication:
      'Un contour est un Polygon ou un MultiPolygon : des anneaux fermés d’au moins quatre points, chacun une longitude puis une latitude en degrés (WGS 84). Un fichier en Lambert-93 s’exporte de nouveau en EPSG:4326.',
  },
  'contour-deplace': {
    gravite: 'attention',
    titre: 'Le contour d’une commune est loin du centre que donne territoire.yaml.',
    explication:
      'Longitude et latitude sont peut-être interverties, ou le contour porte le code d’une autre commune. La carte dessine le contour là où le fichier le met.',
  },
  'contour-inconnu': {
    gravite: 'attention',
    titre: 'Des contours du fichier ne sont ceux d’aucune commune de l’étude.',
    explication:
      'Ils ne sont pas dessinés. Un fichier qui couvre tout un département se réduit aux communes de l’étude ; sinon, un code est mal écrit.',
  },
  'contour-absent': {
    gravite: 'attention',
    titre: 'Des communes n’ont pas de contour dans le fichier.',
    explication:
      'La carte donne à chacune ce qui est le plus proche de son centre. Le plus souvent le fichier est d’un autre millésime que territoire.yaml, ou un code est mal écrit.',
  },
};
