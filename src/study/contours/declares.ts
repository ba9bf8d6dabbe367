/** The file of contours that `territoire.contours` names: found among those of `cartes/`, read, its faults placed. */

import { plusProche } from '../../texte/ordre.js';
import { diagnostic } from '../codes/codes.js';
import type { Diagnostic } from '../diagnostic.js';
import type { FoundCarte } from '../files/discover.js';
import { memeNom } from '../files/named-file.js';
import type { Reporter } from '../reporter.js';
import type { Study } from '../study.js';
import { lireContours } from './contours.js';
import type { Contours } from './traces.js';

const START = { ligne: 1, colonne: 1, longueur: 1 } as const;

/** Names told one by one when communes have no contour. */
const NOMMEES = 5;

export interface ContoursDeclares {
  /** Null when the study names no file, or one that gives nothing. */
  traces: Contours | null;
  /** The file that was read: an input of the study. */
  fichier: FoundCarte | null;
  diagnostics: Diagnostic[];
}

/** `report` tells what stands in territoire.yaml; what stands in the file of contours is in `diagnostics`. */
export function contoursDeclares(
  { territoire }: Pick<Study, 'territoire'>,
  cartes: readonly FoundCarte[],
  report: Reporter,
): ContoursDeclares {
  const { contours: chemin, communes } = territoire;
  const unread = cartes
    .filter(({ nom }) => chemin === undefined || !memeNom(nom, chemin))
    .map(({ fichier, nom }) =>
      diagnostic('fichier-inconnu', {
        fichier,
        plage: START,
        chemin: '',
        message: `« ${nom} » n'est pas lu : territoire.yaml ne le désigne pas.`,
        aide: `Écrivez « contours: ${nom} » dans territoire.yaml, ou sortez ce fichier du dossier.`,
      }),
    );
  if (chemin === undefined) return { traces: null, fichier: null, diagnostics: unread };
  const fichier = cartes.find(({ nom }) => memeNom(nom, chemin));
  if (!fichier) {
    const near = plusProche(
      chemin,
      cartes.map(({ nom }) => nom),
    );
    report(
      'contours-illisibles',
      'territoire/contours',
      `le fichier de contours « ${chemin} » n'existe pas dans l'étude.`,
      near
        ? `Vouliez-vous dire « ${near} » ?`
        : 'Déposez le fichier GeoJSON dans le dossier « cartes » de l’étude, et nommez-le par son chemin : cartes/communes.geojson.',
    );
    return { traces: null, fichier: null, diagnostics: unread };
  }
  if (fichier.text === null) return { traces: null, fichier: null, diagnostics: unread };
  const { contours, fautes } = lireContours(fichier.text, communes);
  const told = fautes.map(({ code, ligne, colonne, message, aide }) =>
    diagnostic(code, { fichier: fichier.fichier, plage: { ligne, colonne, longueur: 1 }, chemin: '', message, aide }),
  );
  const drawn = Object.keys(contours).length > 0;
  const without = communes.filter(({ code }) => !contours[code]);
  if (drawn && without.length > 0) {
    const names = without.slice(0, NOMMEES).map(({ nom, code }) => `${nom} (${code})`);
    report(
      'contour-absent',
      'territoire/contours',
      `${without.length === 1 ? 'une commune n’a' : `${without.length} communes n’ont`} pas de contour dans « ${chemin} » : ${names.join(', ')}${without.length > NOMMEES ? '…' : ''}.`,
      'La carte leur donne ce qui est le plus proche de leur centre. Ajoutez leur contour au fichier, ou vérifiez leur code Insee.',
    );
  }
  return { traces: drawn ? contours : null, fichier, diagnostics: [...unread, ...told] };
}
