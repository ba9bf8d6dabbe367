/** Where the study stands at a date: phases, deliverables, meetings, requirements, and what blocks the next meeting. */

import type { RegleExigence } from '../../study/contrat.js';
import type { Study } from '../../study/study.js';
import { minuscule } from '../../texte/accords.js';
import { auJour, joursEntre, leJour, posterieur } from '../../texte/dates.js';
import { ordre } from '../../texte/ordre.js';
import { estPrise, jourConnu, titreReunion } from '../comite.js';
import { analyserConformite } from '../conformite/index.js';
import { type Connu, connuAu } from '../contexte.js';
import type { ExigenceAnalyse } from '../diagnostic/types.js';
import { type EtatLivrable, etatLivrable, modificationsDemandees, renvoye } from './livrable.js';

export interface LivrableEtat {
  id: string;
  titre: string;
  phase: string | null;
  date: string;
  etat: EtatLivrable['code'];
  /** Meeting that validated it: title and date. */
  reunion: { titre: string; date: string } | null;
  /** Day on which a meeting sent it back, where it is handed over and not validated since; null otherwise. */
  renvoye: string | null;
  completes: number;
  exemples: number;
  partielles: number;
  manquantes: number;
}

export interface ReunionEtat {
  id: string;
  titre: string;
  type: string;
  date: string;
  /** Whether its day was fixed by the date asked: else it is announced without it. */
  jourConnu: boolean;
  etat: 'tenue' | 'prevue' | 'annulee' | 'en-retard';
  /** Answers are given in writing, nobody meets. */
  consultation: boolean;
  /** Day of the meeting that replaces one called off; null for none, or for a day not yet known. */
  report: { le: string | null } | null;
  /** Why it was called off. */
  motif: string | null;
  decisions: number;
  /** What it only proposed, took note of or put off. */
  autres: number;
}

export interface EtatEtude {
  /** Version of the study: the name of its release folder. */
  version: string;
  date: string;
  /** Name of the document that holds the requirements. */
  contrat: string;
  phases: { phase: string; debut: string; fin: string | null; etat: 'terminee' | 'en-cours' | 'a-venir' }[];
  livrables: LivrableEtat[];
  reunions: ReunionEtat[];
  /** `aVenir`: of a deliverable still to come, see `sansAnticiper`. */
  exigences: (ExigenceAnalyse & { livrable: string; titreLivrable: string; aVenir?: true })[];
  /** Null when no meeting is to come. */
  prochaine: { id: string; titre: string; date: string; jours: number | null; bloque: string[] } | null;
}

/** When the meeting that replaces one called off is held; its day is told once it is known. */
function reportDe(study: Study, { reportee_a: id }: Study['reunions'][number], date: string): ReunionEtat['report'] {
  const next = study.reunions.find((one) => one.id === id);
  return next ? { le: jourConnu(next, date, study.etude.date) ? next.date : null } : null;
}

export function etatDe(study: Study, date: string, connu: Connu = connuAu(study, date)): EtatEtude {
  const vue = connu.etude;
  const base = connu.diagnostic();
  const list = study.etude.livrables ?? [];
  const exigences = list.flatMap(({ id, titre }) =>
    analyserConformite(vue, base, id).exigences.map((exigence) => ({
      ...exigence,
      livrable: id,
      titreLivrable: titre,
    })),
  );
  const livrables = list.map(({ id, titre, phase, date: jour }): LivrableEtat => {
    const state = etatLivrable(study, id, date);
    const own = exigences.filter(({ livrable }) => livrable === id);
    const count = (etat: ExigenceAnalyse['etat']): number => own.filter((e) => e.etat === etat).length;
    return {
      id,
      titre,
      phase: phase ?? null,
      // Asked at an earlier date than that of the study, the day on which a document would be handed over was not known yet: its month was planned.
      date: state.code === 'a-venir' && date < study.etude.date ? jour.slice(0, 7) : jour,
      etat: state.code,
      reunion: state.code === 'valide' ? { titre: state.validation.titre, date: state.date } : null,
      renvoye: state.code === 'remis' ? renvoye(study, id, date) : null,
      completes: count('complete'),
      exemples: count('exemple'),
      partielles: count('partielle'),
      manquantes: count('manquante') + count('prevue'),
    };
  });
  const reunions = [...study.reunions]
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((r): ReunionEtat => {
      const told = r.etat ?? (posterieur(r.date, date) ? 'prevue' : 'tenue');
      // A meeting held later than the date was still to come.
      const etat = told === 'tenue' && posterieur(r.date, date) ? 'prevue' : told;
      const written = etat === 'tenue' ? (r.decisions ?? []) : [];
      const taken = written.filter(estPrise).length;
      const late = etat === 'prevue' && !posterieur(r.date, date) && r.date < date.slice(0, r.date.length);
      return {
        id: r.id,
        titre: titreReunion(r),
        type: r.type,
        date: r.date,
        jourConnu: jourConnu(r, date, study.etude.date),
        etat: late ? 'en-retard' : etat,
        consultation: r.consultation_ecrite ?? false,
        report: etat === 'annulee' ? reportDe(study, r, date) : null,
        motif: etat === 'annulee' ? (r.motif_annulation ?? null) : null,
        decisions: taken,
        autres: written.length - taken,
      };
    });
  const next = reunions.find(({ etat }) => etat === 'prevue');
  const meeting = study.reunions.find(({ id }) => id === next?.id);
  return {
    version: study.etude.version,
    date,
    contrat: study.contrat?.nom ?? 'Cahier des charges',
    phases: (study.etude.calendrier ?? []).map(({ phase, debut, fin }) => ({
      phase,
      debut,
      fin: fin ?? null,
      etat: posterieur(debut, date)
        ? 'a-venir'
        : posterieur(fin ?? debut, date) || (fin ?? debut) === date.slice(0, (fin ?? debut).length)
          ? 'en-cours'
          : 'terminee',
    })),
    livrables,
    reunions,
    exigences,
    prochaine:
      next && meeting
        ? {
            id: next.id,
            titre: next.titre,
            date: next.date,
            jours: joursEntre(date, next.date),
            bloque: bloqueDe(study, meeting, livrables, exigences, date),
          }
        : null,
  };
}

/**
 * The same, as a pack tells it: what is asked of a deliverable still to come, and that the meeting does not examine (`examines`), is to come too, whatever
 * the study already holds of it; no answer is given before its document. What is lacking in one that the meeting examines is not due yet either.
 */
export function sansAnticiper(etat: EtatEtude, examines: ReadonlySet<string>): EtatEtude {
  const toCome = new Map(
    etat.livrables.flatMap(({ id, etat: code, date }) => (code === 'a-venir' ? [[id, date] as const] : [])),
  );
  const due = new Map([...toCome].filter(([id]) => !examines.has(id)));
  return {
    ...etat,
    exigences: etat.exigences.map((exigence) => {
      const date = toCome.get(exigence.livrable);
      if (date === undefined) return exigence;
      const motif = `Livrable attendu ${leJour(date)}.`;
      if (due.has(exigence.livrable)) return { ...exigence, etat: 'prevue', motif, aVenir: true };
      return exigence.etat === 'manquante'
        ? { ...exigence, etat: 'prevue', motif: `${exigence.motif} ${motif}` }
        : exigence;
    }),
    livrables: etat.livrables.map((livrable) =>
      due.has(livrable.id)
        ? {
            ...livrable,
            completes: 0,
            exemples: 0,
            partielles: 0,
            manquantes: livrable.completes + livrable.exemples + livrable.partielles + livrable.manquantes,
          }
        : livrable,
    ),
  };
}

/**
 * The same, asked of a day before that of the study (ISO), which holds what came since: of the deliverables to come, only the next had been begun, beside the pack
 * that each meeting has (`copil`). Asked at that day or later, it is given back.
 */
export function sansLaSuite(etat: EtatEtude, jourDeLEtude: string): EtatEtude {
  if (etat.date >= jourDeLEtude) return etat;
  const toCome = etat.livrables.filter(({ etat: code }) => code === 'a-venir').sort((a, b) => ordre(a.date, b.date));
  const [next] = toCome;
  const begun = toCome.filter(({ id, date }) => id === 'copil' || date === next?.date);
  return sansAnticiper(etat, new Set(begun.map(({ id }) => id)));
}

/** Rules that a meeting itself answers: they hold none back. */
const DES_REUNIONS: ReadonlySet<string> = new Set<RegleExigence>([
  'reunion-tenue',
  'reunion-validation',
  'decision-lancement',
]);

/** Requirements not met (one met on data of example holds no meeting back) by the deliverables of the meeting, decisions still to be followed, documents not sent in time. */
function bloqueDe(
  study: Study,
  meeting: Study['reunions'][number],
  livrables: readonly LivrableEtat[],
  exigences: EtatEtude['exigences'],
  date: string,
): string[] {
  const wanted = new Set([
    ...(meeting.livrables ?? []),
    ...meeting.ordre_du_jour.flatMap(({ livrable }) => livrable ?? []),
  ]);
  const lacking = exigences.filter(
    ({ livrable, etat, regle }) =>
      wanted.has(livrable) && (etat === 'partielle' || etat === 'manquante') && !DES_REUNIONS.has(regle ?? ''),
  );
  // What was asked and is done, or set aside, blocks nothing any more.
  const pending = [...wanted].flatMap((id) =>
    modificationsDemandees(study, id, date).filter(({ etat }) => etat !== 'levee' && etat !== 'ecartee'),
  );
  const late = livrables.filter(({ id, etat }) => wanted.has(id) && etat === 'a-venir');
  const sent = meeting.envoi_documents;
  return [
    ...lacking.map(({ texte, motif }) => `Exigence : ${texte}. Mesure : ${minuscule(motif)}`),
    ...pending.map(({ objet, texte }) => `Demande de modification, ${minuscule(objet)} : ${texte}`),
    ...late.map(({ titre, date: jour }) => `Livrable à remettre : ${titre}, attendu ${leJour(jour)}.`),
    ...(sent && posterieur(date, sent)
      ? [`Les documents devaient partir ${leJour(sent)} ; l’étude est ${auJour(date)}.`]
      : []),
  ];
}
