/**
 * The one state of a deliverable, that its cover, its footer, its sentences, its annexes, `status` and the pack of a meeting all read.
 * « À venir » before its date; « remis » when it is handed over and asks its question; « validé » when a meeting that may validate has done so:
 * it is then another edition of the same document, dated by that meeting, with the decision and its reserves.
 */
import { comiteEnPhrase } from '../../study/contrat.js';
import type { Study } from '../../study/study.js';
import { accord, avecPoint, minuscule } from '../../texte/accords.js';
import { auJour, comparerDates, ordreDates, posterieur } from '../../texte/dates.js';
import { type Decision, decisionsPrises, tenues, titreReunion } from '../comite.js';
import { modeAu } from '../mode-operatoire/etat.js';

type Reunion = Study['reunions'][number];

/** What became of a reserve, in words. */
export const ETATS_RESERVE = {
  'a-engager': 'À engager',
  'en-cours': 'En cours',
  levee: 'Levée',
  'hors-delai': 'Tenue hors délai',
  ecartee: 'Écartée',
} as const;
export type EtatReserve = keyof typeof ETATS_RESERVE;

export interface SuiteReserve {
  reserve: string;
  /** Null while nothing is written of it. */
  etat: EtatReserve | null;
  texte: string | null;
  /** Of the last news. */
  date: string | null;
  /** The date is that of the document that says so, and not of what was done. */
  ecrit?: true;
}

export interface Validation {
  reunion: string;
  titre: string;
  /** The body that met, with its article: the committee, unless the meeting names another. */
  organe: string;
  /** ISO date of the meeting. */
  date: string;
  illustratif: boolean;
  /** The decision in its own words, and its reason. */
  texte: string;
  motif: string | null;
  reserves: SuiteReserve[];
}

export type EtatLivrable =
  /** `date`: when it is due. */
  | { code: 'a-venir'; date: string }
  /** `date`: when it was handed over, at which it speaks. */
  | { code: 'remis'; date: string }
  /** `date`: that of the meeting, at which this edition speaks; `remise`: when it was handed over. */
  | { code: 'valide'; date: string; remise: string; validation: Validation };

/** Whether a meeting has a deliverable before it. */
export const examine = ({ livrables, ordre_du_jour: agenda }: Reunion, livrable: string): boolean =>
  livrables?.includes(livrable) === true || agenda.some((point) => point.livrable === livrable);

/**
 * When a deliverable is handed over, which the study may give to the month or the year only: it is then the day on which it was sent to the
 * first meeting that has it before it, if that day is of that month. Nothing later than it may stand in what is handed over.
 */
export function dateDeRemise({ etude, reunions }: Pick<Study, 'etude' | 'reunions'>, id: string): string {
  const told = etude.livrables?.find((livrable) => livrable.id === id)?.date ?? etude.date;
  const sent = reunions
    .filter((reunion) => examine(reunion, id))
    .flatMap(({ envoi_documents: day }) => (day !== undefined && comparerDates(day, told) === 0 ? [day] : []))
    .sort(ordreDates);
  return sent.find((day) => day.length > told.length) ?? told;
}

type ModeOperatoire = NonNullable<Study['mode_operatoire']>;
type ReserveMode = NonNullable<ModeOperatoire['reserves']>[number];

/**
 * Where the answer of the mode opératoire to a reserve stands, and when: its task tells it, once begun or done; until then it is what the answer says,
 * to be engaged if it says nothing. `mode` as it stood at the date asked, `au`; `ecrit`: when the answer was written.
 */
function avancement(
  { taches = [] }: ModeOperatoire,
  { tache: id, etat = 'a-engager' }: ReserveMode,
  ecrit: string,
  au: string,
): Pick<SuiteReserve, 'date' | 'etat' | 'ecrit'> {
  const tache = taches.find((one) => one.id === id);
  // The end of the task dates what the file says is lifted.
  const seul = etat === 'ecartee' || (etat === 'levee' && tache?.fin_reelle === undefined);
  if (!tache || seul) return { etat, date: ecrit, ecrit: true };
  const { debut, fin, debut_reel: begun, fin_reelle: ended, avancement: part = 0 } = tache;
  if (ended !== undefined || part >= 1) return { etat: 'levee', date: ended ?? fin };
  if (begun !== undefined || part > 0) return { etat: 'en-cours', date: begun ?? debut };
  // Past the day on which it was to begin, nothing says whether it did.
  return posterieur(debut, au) ? { etat, date: ecrit, ecrit: true } : { etat: null, date: null };
}

/** The same without its date, at the date `au` at which `mode` stands; null past the day on which its task was to begin, when nothing says whether it did. */
export const etatReserve = (mode: ModeOperatoire, reserve: ReserveMode, au: string): EtatReserve | null =>
  avancement(mode, reserve, '', au).etat;

/** What became of each reserve of a decision, as known at a date: what the meetings wrote of it, else what the mode opératoire answers. */
export function suitesDe(
  study: Pick<Study, 'mode_operatoire' | 'etude' | 'reunions'>,
  reunion: string,
  { reserves = [], suites = [] }: Decision,
  date: string,
): SuiteReserve[] {
  const { mode_operatoire: mode } = study;
  const dateMode = dateDeRemise(study, 'mode-operatoire');
  const known = mode && modeAu(mode, date);
  return reserves.map((reserve, i): SuiteReserve => {
    const last = suites
      .filter((suite) => suite.reserve === i + 1 && !posterieur(suite.date, date))
      .sort((a, b) => ordreDates(a.date, b.date))
      .at(-1);
    if (last) return { reserve, etat: last.etat, texte: last.texte, date: last.date };
    const answer = posterieur(dateMode, date)
      ? undefined
      : known?.reserves?.find((one) => one.reunion === reunion && one.reserve === reserve);
    if (!known || !answer) return { reserve, etat: null, texte: null, date: null };
    const stands = avancement(known, answer, dateMode, date);
    const texte =
      stands.etat === null
        ? answer.etat === undefined || answer.etat === 'a-engager'
          ? `Prévu : ${minuscule(avecPoint(answer.suite))} Aucune suite n’est écrite à cette date.`
          : // It was told once: what is missing is what came after.
            `${ETATS_RESERVE[answer.etat]} ${auJour(dateMode)} : ${minuscule(avecPoint(answer.suite))} Rien n’en est écrit depuis.`
        : answer.suite;
    return { reserve, texte, ...stands };
  });
}

/** Who meets, as a sentence names it: the committee, unless the meeting says another. */
export const organeDe = (study: Pick<Study, 'etude'>, { organe }: Pick<Reunion, 'organe'>): string =>
  organe ?? comiteEnPhrase(study);

/** `au`: the date at which one asks. The last validation counts. */
export function etatLivrable(study: Study, id: string, au: string = study.etude.date): EtatLivrable {
  const remise = dateDeRemise(study, id);
  const found = decisionsPrises(study, au).findLast(({ decision }) => decision.livrable === id);
  if (!found) return posterieur(remise, au) ? { code: 'a-venir', date: remise } : { code: 'remis', date: remise };
  const { reunion, decision } = found;
  return {
    code: 'valide',
    date: reunion.date,
    remise,
    validation: {
      reunion: reunion.id,
      titre: titreReunion(reunion),
      organe: organeDe(study, reunion),
      date: reunion.date,
      illustratif: reunion.fiabilite === 'illustratif',
      texte: decision.texte,
      motif: decision.motif ?? null,
      reserves: suitesDe(study, reunion.id, decision, reunion.date),
    },
  };
}

/** The last that was written, at a date, of what became of a decision as a whole, its reserves apart. */
export const suiteDe = ({ suites = [] }: Decision, au: string) =>
  suites
    .filter(({ reserve, date }) => reserve === undefined && !posterieur(date, au))
    .sort((a, b) => ordreDates(a.date, b.date))
    .at(-1);

/** Where nothing is written of a decision as a whole, and nothing is left of the reserves that went with it: that, and the day of the last. */
function parSesReserves(study: Study, reunion: string, decision: Decision, au: string) {
  const reserves = suitesDe(study, reunion, decision, au);
  if (reserves.length === 0 || !reserves.every(({ etat }) => etat === 'levee')) return null;
  const texte = accord(
    reserves.length,
    'la réserve qui l’accompagne est levée',
    'les réserves qui l’accompagnent sont levées',
  );
  return {
    texte,
    date:
      reserves
        .flatMap(({ date }) => date ?? [])
        .sort(ordreDates)
        .at(-1) ?? null,
  };
}

/** What earlier meetings asked to be changed in a deliverable, with the last that was written of it at a date. */
export function modificationsDemandees(
  study: Study,
  livrable: string,
  au: string,
): {
  reunion: string;
  /** Who asked, with its article. */
  organe: string;
  le: string;
  /** Whether the meeting is an example. */
  illustratif: boolean;
  objet: string;
  texte: string;
  etat: EtatReserve | null;
  suite: string | null;
  date: string | null;
}[] {
  return tenues(study, au).flatMap((reunion) =>
    (reunion.decisions ?? [])
      .filter((decision) => decision.livrable === livrable && decision.statut === 'a-modifier')
      .map((decision) => {
        const last = suiteDe(decision, au);
        const told = last ?? parSesReserves(study, reunion.id, decision, au);
        return {
          reunion: titreReunion(reunion),
          organe: organeDe(study, reunion),
          le: reunion.date,
          illustratif: reunion.fiabilite === 'illustratif',
          objet: decision.objet,
          texte: decision.texte,
          etat: last?.etat ?? null,
          suite: told?.texte ?? null,
          date: told?.date ?? null,
        };
      }),
  );
}

/** The last meeting that asked for changes in a deliverable once it was handed over, while nothing says that they are made: its day, and who met; null when none did. */
export function renvoi(
  study: Study,
  livrable: string,
  au: string,
): { le: string; organe: string; illustratif: boolean } | null {
  const remise = dateDeRemise(study, livrable);
  const asked = modificationsDemandees(study, livrable, au).filter(
    ({ le, etat }) => !posterieur(remise, le) && etat !== 'levee' && etat !== 'ecartee',
  );
  return asked.at(-1) ?? null;
}

/** Its day alone. */
export const renvoye = (study: Study, livrable: string, au: string): string | null =>
  renvoi(study, livrable, au)?.le ?? null;

/** Reserves of the meetings held before, of any deliverable, with what became of each at a date. */
export function reservesAnterieures(
  study: Study,
  avant: string,
  au: string,
): (SuiteReserve & { reunion: string; le: string })[] {
  return tenues(study, au)
    .filter(({ date }) => date < avant)
    .flatMap((reunion) =>
      (reunion.decisions ?? []).flatMap((decision) =>
        suitesDe(study, reunion.id, decision, au).map((suite) => ({
          ...suite,
          reunion: titreReunion(reunion),
          le: reunion.date,
        })),
      ),
    );
}
