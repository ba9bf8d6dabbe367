/** What the official lists change in a territory: communes that come, change their name, their grouping or their population, or are now part of another. */

import type { Retouche } from '../../edition/retouche.js';
import { isRecord } from '../../study/record.js';
import { SHAPES } from '../../study/shapes.gen.js';
import { COMMUNE_EN_ATTENTE } from '../../study/valeurs/douteuses.js';
import { compte } from '../../texte/accords.js';
import { identifiant } from '../../texte/identifiant.js';
import { nombreA } from '../../texte/nombres.js';
import { proches } from '../../texte/ordre.js';
import type { Commune, Listes } from './listes.js';

export interface Changements {
  retouches: Retouche[];
  /** What the user must know, one sentence each. */
  remarques: string[];
  /** Code of a commune of the study → code of the one that it is now part of. */
  devenues: Map<string, string>;
}

type Fiche = Record<string, unknown>;

const fiches = (value: unknown): Fiche[] =>
  Array.isArray(value) ? value.map((one) => (isRecord(one) ? one : {})) : [];
const motsDe = (value: unknown): string => (typeof value === 'string' ? value : '');
const ordreDe = (liste: string): string[] =>
  Object.keys(SHAPES.territoire?.properties?.[liste]?.items?.properties ?? {});

/** A commune as the inventory writes it; what the lists do not give is left out. */
const ficheDe = ({ code, nom, epci, departement, population }: Commune): Fiche => ({
  code,
  nom,
  ...(epci === null ? {} : { epci }),
  departement,
  ...(population === null ? {} : { population }),
});

const habitants = (value: unknown): string => `${nombreA(Number(value))} hab.`;

/** Share of its inhabitants that a commune neither gains nor loses in a few years. */
const ECART = 0.25;

/** Whether a population changes as none does: the smallest communes, where a family counts, are left out. */
const ecartInhabituel = (before: unknown, now: number | null): boolean =>
  typeof before === 'number' && now !== null && Math.abs(now - before) > Math.max(50, ECART * before);

/** A commune that the study holds and the lists too. Its area and its centre stay: the lists give none. */
function mettreAJour(held: Fiche, index: number, now: Commune, remarques: string[]): Retouche[] {
  const before = motsDe(held.nom);
  const renamed = identifiant(before) !== identifiant(now.nom);
  if (renamed) remarques.push(`${now.code} : « ${before} » s'appelle « ${now.nom} ».`);
  if (ecartInhabituel(held.population, now.population))
    remarques.push(
      `${now.code} « ${now.nom} » passe de ${habitants(held.population)} à ${habitants(now.population)} : vérifiez (une commune réunie depuis peu peut n'y compter que son chef-lieu).`,
    );
  return Object.entries(ficheDe(now)).flatMap(([key, valeur]): Retouche[] =>
    held[key] === valeur || key === 'code' || (key === 'nom' && !renamed)
      ? []
      : [{ geste: 'definir', chemin: ['communes', index, key], valeur, ordre: ordreDe('communes') }],
  );
}

function codeInconnu(code: string, nom: string, { communes, millesime }: Listes): string {
  const sameName = [...communes.values()].filter((one) => identifiant(one.nom) === identifiant(nom));
  const near =
    sameName.length > 0
      ? sameName.map((one) => one.code)
      : proches(code, communes.keys()).filter((one) => one.length === 5);
  const help = near.slice(0, 3).map((one) => `${one} (${communes.get(one)?.nom})`);
  return `${code} « ${nom} » n'est dans aucune liste de ${millesime} : sa fiche est gardée telle quelle.${help.length > 0 ? ` Vouliez-vous dire ${help.join(' ou ')} ?` : ''}`;
}

/** The parts that the study holds of one commune of today. */
function reunir(whole: Commune, parts: readonly Fiche[], held: Fiche | undefined, remarques: string[]): void {
  const names = parts.map((part) => `${motsDe(part.nom)} (${motsDe(part.code)})`).join(', ');
  const verb = parts.length > 1 ? 'font' : 'fait';
  remarques.push(
    `${names} ${verb} aujourd'hui partie de ${whole.nom} (${whole.code}${whole.population === null ? '' : `, ${habitants(whole.population)}`}) : ${parts.length > 1 ? 'leurs fiches sont remplacées' : 'sa fiche est remplacée'} par la sienne${held?.superficie_km2 === undefined ? '' : ' ; sa superficie et son centre sont à reprendre'}.`,
  );
}

function retouchesEpci(
  territoire: Fiche,
  wanted: readonly Commune[],
  { groupements, millesime }: Listes,
  remarques: string[],
): Retouche[] {
  const held = fiches(territoire.epci);
  const known = new Set(held.map(({ siren }) => siren));
  const missing = [...new Set(wanted.flatMap(({ epci }) => epci ?? []))].filter((siren) => !known.has(siren)).sort();
  for (const { siren, nom } of held) {
    if (groupements.has(motsDe(siren))) continue;
    const named = fiches(territoire.perimetres).filter(({ epci }) => Array.isArray(epci) && epci.includes(siren));
    const where =
      named.length > 0
        ? `, et ${compte(named.length, 'périmètre')} la ${named.length > 1 ? 'nomment' : 'nomme'} encore (${named.map(({ id }) => motsDe(id)).join(', ')})`
        : '';
    remarques.push(
      `L'intercommunalité ${motsDe(siren)} « ${motsDe(nom)} » n'existe plus en ${millesime} : sa fiche est gardée${where}.`,
    );
  }
  const added = missing.flatMap((siren) => {
    const one = groupements.get(siren);
    return one ? [{ siren, nom: one.nom }] : [];
  });
  if (added.length === 0) return [];
  return territoire.epci === undefined
    ? [{ geste: 'definir', chemin: ['epci'], valeur: added, ordre: ['millesime', 'nom', 'epci'] }]
    : added.map((valeur) => ({ geste: 'ajouter', chemin: ['epci'], valeur }));
}

/** Adds and takes away, the list of communes never being empty in between. */
function allerEtVenir(gone: readonly number[], added: readonly Commune[], length: number): Retouche[] {
  const replaced = gone.length === length ? Math.min(1, added.length) : 0;
  return [
    ...gone.slice(0, replaced).map((index, rank): Retouche => {
      const commune = added[rank];
      return { geste: 'definir', chemin: ['communes', index], valeur: commune ? ficheDe(commune) : null };
    }),
    ...gone.slice(replaced).map((index): Retouche => ({ geste: 'retirer', chemin: ['communes', index] })),
    ...added.slice(replaced).map((one): Retouche => ({ geste: 'ajouter', chemin: ['communes'], valeur: ficheDe(one) })),
  ];
}

/** The commune that `code` is now part of, through as many mergers as there were. */
function aujourdhui(code: string, { communes, devenues }: Listes): Commune | undefined {
  let now = code;
  for (let step = 0; step < 5 && !communes.has(now); step++) now = devenues.get(now) ?? now;
  return communes.get(now);
}

/** `demandees` are added where the study has not got them; every commune that it holds is brought to the year of the lists, since a territory has one. */
export function changementsTerritoire(territoire: Fiche, listes: Listes, demandees: readonly Commune[]): Changements {
  const remarques: string[] = [];
  const held = fiches(territoire.communes);
  const heldByCode = new Map(held.map((one) => [motsDe(one.code), one]));
  const wanted = new Map(demandees.map((one) => [one.code, one]));
  const parts = new Map<Commune, Fiche[]>();
  const retouches: Retouche[] = [];
  const gone: number[] = [];
  held.forEach((one, index) => {
    const code = motsDe(one.code);
    const now = aujourdhui(code, listes);
    if (now) wanted.set(now.code, now);
    if (now?.code === code) retouches.push(...mettreAJour(one, index, now, remarques));
    else if (now) {
      gone.push(index);
      parts.set(now, [...(parts.get(now) ?? []), one]);
    } else if (code === COMMUNE_EN_ATTENTE && demandees.length > 0) gone.push(index);
    else remarques.push(codeInconnu(code, motsDe(one.nom), listes));
  });
  for (const [whole, some] of parts) reunir(whole, some, heldByCode.get(whole.code), remarques);
  const all = [...wanted.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  const added = all.filter(({ code }) => !heldByCode.has(code));
  retouches.push(...retouchesEpci(territoire, all, listes, remarques), ...allerEtVenir(gone, added, held.length));
  const { millesime } = territoire;
  // « 2016, découpage de 2019 » already says 2019, and more.
  if (!String(millesime).includes(listes.millesime))
    retouches.push({ geste: 'definir', chemin: ['millesime'], valeur: listes.millesime });
  const devenues = new Map([...parts].flatMap(([whole, some]) => some.map(({ code }) => [motsDe(code), whole.code])));
  return { retouches, remarques, devenues };
}
