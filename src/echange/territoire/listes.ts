/**
 * The official lists of communes and groupings, read from a package that the user installs: they change each year and weigh 13 MB, so the program
 * carries none. One version of the package is one year (https://github.com/etalab/decoupage-administratif#millésimes).
 */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isRecord } from '../../study/record.js';
import { minuscule } from '../../texte/accords.js';

export const PAQUET = '@etalab/decoupage-administratif';

export interface Commune {
  /** Insee code. */
  code: string;
  nom: string;
  departement: string;
  /** Municipal population, in inhabitants; null where the lists give none. */
  population: number | null;
  /** SIREN of its grouping with own taxes; null for the few that have none. */
  epci: string | null;
}

export interface Groupement {
  siren: string;
  nom: string;
  /** Insee codes. */
  membres: string[];
}

export interface Listes {
  /** Year of the boundaries, on 1 January. */
  millesime: string;
  /** Version of the package. */
  version: string;
  communes: ReadonlyMap<string, Commune>;
  groupements: ReadonlyMap<string, Groupement>;
  /** Names by code. */
  departements: ReadonlyMap<string, string>;
  /** Code that is no longer that of a commune → code of the commune that it is part of. */
  devenues: ReadonlyMap<string, string>;
}

/** The package is absent, of an unknown year, or not what it should be; the sentence is for the user. */
export class ListesAbsentes extends Error {}

/** Years of the first versions; from 1.0 on, one major version a year since 2021. */
const PREMIERES: Readonly<Record<string, number>> = { '0.7': 2019, '0.8': 2020 };

/** Year of a version of the package; null when the version is none of those it publishes. */
export function millesimeDe(version: string): string | null {
  const [major = Number.NaN, minor] = version.split('.').map(Number);
  const year = major >= 1 ? 2020 + major : PREMIERES[`${major}.${minor}`];
  return year === undefined ? null : String(year);
}

const SORTES: Readonly<Record<string, string>> = {
  CC: 'Communauté de communes',
  CA: 'Communauté d’agglomération',
  CU: 'Communauté urbaine',
};

/** « Communauté de communes du Nogentais » for « CC du Nogentais ». */
const nomEntier = (nom: string): string => nom.replace(/^(CC|CA|CU) /, (_, sorte: string) => `${SORTES[sorte]} `);

const texte = (value: unknown): string => (typeof value === 'string' ? value : '');
const entier = (value: unknown): number | null => (Number.isInteger(value) ? (value as number) : null);
const enregistrements = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

/** The lists as they are asked, from the three files of the package. */
export function listesDe(version: string, files: { communes: unknown; epci: unknown; departements: unknown }): Listes {
  const millesime = millesimeDe(version);
  if (millesime === null)
    throw new ListesAbsentes(
      `La version ${version} de ${PAQUET} n'est celle d'aucune année connue. Installez par exemple ${PAQUET}@6.0.0 (2026).`,
    );
  const groupements = new Map(
    enregistrements(files.epci).map((one) => {
      const membres = enregistrements(one.membres).map(({ code }) => texte(code));
      return [texte(one.code), { siren: texte(one.code), nom: nomEntier(texte(one.nom)), membres }];
    }),
  );
  const epciDe = new Map(
    [...groupements.values()].flatMap(({ siren, membres }) => membres.map((code) => [code, siren])),
  );
  const communes = new Map<string, Commune>();
  const devenues = new Map<string, string>();
  for (const one of enregistrements(files.communes)) {
    const [code, type] = [texte(one.code), texte(one.type)];
    if (type === 'commune-actuelle') {
      const { nom, departement, population } = one;
      communes.set(code, {
        code,
        nom: texte(nom),
        departement: texte(departement),
        population: entier(population),
        epci: epciDe.get(code) ?? null,
      });
      for (const ancien of Array.isArray(one.anciensCodes) ? one.anciensCodes : []) devenues.set(texte(ancien), code);
    } else if (typeof one.chefLieu === 'string') devenues.set(code, one.chefLieu);
    else if (typeof one.commune === 'string') devenues.set(code, one.commune);
  }
  // The seat of a merger keeps its code: it stands both as a part and as the whole.
  for (const code of communes.keys()) devenues.delete(code);
  if (communes.size === 0 || groupements.size === 0)
    throw new ListesAbsentes(`${PAQUET} ${version} ne contient pas les listes attendues : réinstallez-le.`);
  const departements = new Map(enregistrements(files.departements).map(({ code, nom }) => [texte(code), texte(nom)]));
  return { millesime, version, communes, groupements, departements, devenues };
}

function dossierDuPaquet(places: readonly string[]): string | null {
  for (const place of places) {
    try {
      return dirname(createRequire(join(place, 'ici.js')).resolve(`${PAQUET}/package.json`));
    } catch {
      // The next place may have it.
    }
  }
  return null;
}

/** Reads the lists from the first of `places` that the package is installed for. Throws a `ListesAbsentes`. */
export async function chargerListes(places: readonly string[]): Promise<Listes> {
  const folder = dossierDuPaquet(places);
  if (folder === null)
    throw new ListesAbsentes(
      `Les listes officielles ne sont pas installées. Installez-les une fois (1,6 Mo à télécharger), puis relancez :\n  npm install ${PAQUET}\nPour les limites d'une autre année, précisez la version : ${PAQUET}@5.3.0 pour 2025, @4.1.0 pour 2024.`,
    );
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(folder, name), 'utf8'));
  try {
    const [description, communes, epci, departements] = await Promise.all(
      ['package.json', 'data/communes.json', 'data/epci.json', 'data/departements.json'].map(read),
    );
    return listesDe(isRecord(description) ? texte(description.version) : '', { communes, epci, departements });
  } catch (error) {
    if (error instanceof ListesAbsentes) throw error;
    throw new ListesAbsentes(`${PAQUET} ne se lit pas (${minuscule((error as Error).message)}) : réinstallez-le.`);
  }
}
