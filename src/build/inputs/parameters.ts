/** What a build was asked for, in one record: the command line fills it, the manifest keeps it whole, `verify --rebuild` replays it. */
import type { DeliverableOptions, Evolutions } from '../../documents/deliverable.js';
import { type Format, USUAL_FORMATS } from '../../render/registry.js';

export interface Parametres {
  formats: Format[];
  scenario: string | null;
  /** `true` for a draft, an id for the sheet of one project. */
  projet: string | true | null;
  reunion: string | null;
  /** The edition that names organisations beside what is thought of them; never handed over. */
  interne: boolean;
  /** ISO date for the properties of the files, in place of the deliverable's (`SOURCE_DATE_EPOCH`). */
  horodatage: string | null;
  /** What changed since another release, as the annex says it. */
  depuis: Evolutions | null;
}

/** A build of everything, as the study alone decides. */
export const PAR_DEFAUT: Parametres = {
  formats: [...USUAL_FORMATS],
  scenario: null,
  projet: null,
  reunion: null,
  interne: false,
  horodatage: null,
  depuis: null,
};

/** The choices that change what is composed. */
export const optionsDe = ({ scenario, projet, reunion, interne, depuis }: Parametres): DeliverableOptions => ({
  ...(scenario === null ? {} : { scenario }),
  ...(projet === null ? {} : { projet }),
  ...(reunion === null ? {} : { reunion }),
  ...(interne ? { interne: true } : {}),
  ...(depuis === null ? {} : { depuis }),
});

/** Name of a deliverable in the manifest: that of a sheet alone, or of the pack of one meeting, says of which. */
export function idDe(livrable: string, { projet, reunion }: Parametres): string {
  if (livrable === 'fiches-projets' && typeof projet === 'string') return `${livrable}/${projet}`;
  return livrable === 'copil' && reunion !== null ? `${livrable}/${reunion}` : livrable;
}

/** `SOURCE_DATE_EPOCH` (seconds) as an ISO date. */
export function horodatageDe(epoch: string | undefined): string | null {
  if (epoch === undefined || !/^\d{1,11}$/.test(epoch)) return null;
  return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
}
