/** Brings an older study up to the data model of the program, as edits of its files. Pure: it reads and writes nothing. */

import { VERSION_DU_MODELE } from '../../study/schema/version.js';
import { appliquer, clesDe, type Edit, valeurDe } from './edits.js';
import type { FichierEtude } from './fichier.js';
import { versVersion2 } from './version-2.js';

export interface Changement {
  chemin: string;
  /** Path once migrated; the same unless the file changes its name. */
  nouveau: string;
  avant: string;
  apres: string;
}

export interface Migration {
  de: number;
  vers: number;
  changements: Changement[];
}

type Etape = (fichiers: readonly FichierEtude[]) => { chemin: string; edits: Edit[]; nouveau: string }[];

/** The step that leads to each version. */
const ETAPES: ReadonlyMap<number, Etape> = new Map([[2, versVersion2]]);

const inventaireDe = (chemin: string): string => (chemin.split('/')[0] ?? '').replace(/\.ya?ml$/i, '');

export const fichierEtude = (chemin: string, texte: string): FichierEtude => ({
  chemin,
  inventaire: inventaireDe(chemin),
  texte,
});

/** The version that a study declares; 1 when it declares none. */
function versionDe(fichiers: readonly FichierEtude[]): number {
  const etude = fichiers.find(({ inventaire }) => inventaire === 'etude');
  const cle = clesDe(etude?.texte ?? '').find(
    ({ cle: name, parents }) => name === 'schema_version' && parents.length === 0,
  );
  const version = cle ? Number(valeurDe(cle)) : 1;
  return Number.isInteger(version) && version > 0 ? version : 1;
}

/** Files whose YAML cannot be read are left as they are. */
export function migrer(fichiers: readonly FichierEtude[]): Migration {
  const de = versionDe(fichiers);
  let courants = fichiers.map((fichier) => ({ origine: fichier, fichier }));
  for (let version = de + 1; version <= VERSION_DU_MODELE; version++) {
    const etape = ETAPES.get(version);
    if (!etape) throw new Error(`no migration leads to version ${version}`);
    const plan = new Map(etape(courants.map(({ fichier }) => fichier)).map((one) => [one.chemin, one]));
    courants = courants.map(({ origine, fichier }) => {
      const one = plan.get(fichier.chemin);
      if (!one) return { origine, fichier };
      return { origine, fichier: fichierEtude(one.nouveau, appliquer(fichier.texte, one.edits)) };
    });
  }
  return {
    de,
    vers: Math.max(de, VERSION_DU_MODELE),
    changements: courants
      .filter(({ origine, fichier }) => origine.texte !== fichier.texte || origine.chemin !== fichier.chemin)
      .map(({ origine, fichier }) => ({
        chemin: origine.chemin,
        nouveau: fichier.chemin,
        avant: origine.texte,
        apres: fichier.texte,
      })),
  };
}
