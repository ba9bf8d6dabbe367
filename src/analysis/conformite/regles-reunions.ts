/** The rules that measure meetings, decisions and clauses: what the requirement itself names, no word of any contract. */

import { attenduDe, type Exigence, type RegleExigence } from '../../study/contrat.js';
import type { Study } from '../../study/study.js';
import { compte, majuscule, sansPoint } from '../../texte/accords.js';
import { anterieur, duJour, leJour, ordreDates } from '../../texte/dates.js';
import { nu } from '../../texte/identifiant.js';
import {
  adoptees,
  type DecisionPrise,
  decisionsPrises,
  lanceAvecCompetence,
  parleDe,
  porteeDe,
  titreReunion,
} from '../comite.js';
import type { StudyAt } from '../dates.js';
import { soliditeFiche } from '../preuves.js';
import { exempleDe, manqueAuNombre, parManque, type RegleConformite, type Verdict } from './regles-communes.js';

type Garde = (one: Study['reunions'][number]) => boolean;

/** Whether a meeting is of the kind that a requirement describes. */
const decrite =
  ({ reunion }: Exigence) =>
  (one: Study['reunions'][number]): boolean =>
    one.type === reunion?.type &&
    (reunion.phase === undefined || one.phase === reunion.phase) &&
    (reunion.livrable === undefined || parleDe(one, reunion.livrable));

/** Meetings held that a requirement describes. The study is already that of the date: a meeting to come is not in it. */
const tenues = ({ reunions }: Study, exigence: Exigence): Study['reunions'] =>
  reunions.filter((one) => decrite(exigence)(one) && one.etat !== 'annulee' && one.etat !== 'prevue');

/** The verdict when the meeting asked for is on the calendar: nothing is lacking yet; null when none is planned. */
function attendue({ reunionsPrevues }: Pick<StudyAt, 'reunionsPrevues'>, garde: Garde): Verdict | null {
  const [next] = reunionsPrevues.filter(garde).sort((a, b) => ordreDates(a.date, b.date));
  return next
    ? {
        etat: 'prevue',
        motif: `Réunion « ${titreReunion(next)} », prévue ${next.jourConnu ? leJour(next.date) : 'à une date à fixer'}.`,
      }
    : null;
}

/** Whether a meeting validates a deliverable. */
const valide = (reunion: Study['reunions'][number], livrable: string): boolean =>
  decisionsPrises({ reunions: [reunion] }).some(({ decision }) => decision.livrable === livrable);

/** « du 21 juin 2018 : « Le comité propose… » ». */
const citee = ({ reunion, decision }: DecisionPrise): string =>
  `${duJour(reunion.date)} : « ${sansPoint(decision.texte)} »`;

/** What meetings put off, or asked to be written again, oldest first. */
const ajournees = ({ reunions }: Pick<Study, 'reunions'>): DecisionPrise[] =>
  reunions
    .filter(({ etat }) => etat === 'tenue')
    .flatMap((reunion) =>
      (reunion.decisions ?? []).flatMap((decision, i) =>
        decision.statut === 'valide' ? [] : [{ reunion, decision, rang: i + 1 }],
      ),
    )
    .sort((a, b) => ordreDates(a.reunion.date, b.reunion.date));

/** Meetings written to show the method, when those that were really held would not answer alone. */
function exemple(held: Study['reunions'], suffit: (list: Study['reunions']) => boolean): string {
  const vraies = held.filter((reunion) => soliditeFiche(reunion) !== 'illustratif');
  return suffit(vraies) ? '' : exempleDe(held, 'réunion');
}

export const REGLES_REUNIONS = {
  'reunion-tenue': (etude, _, exigence) => {
    const held = tenues(etude, exigence);
    const next = held.length === 0 ? attendue(etude, decrite(exigence)) : null;
    if (next) return next;
    const manque = (n: number): string => manqueAuNombre(n, attenduDe(exigence));
    return parManque(
      held.length,
      manque(held.length),
      majuscule(
        compte(held.length, 'réunion tenue', 'réunions tenues', 'aucune réunion de cette sorte tenue à cette date'),
      ),
      exemple(held, ({ length }) => length > 0 && manque(length) === ''),
    );
  },
  'reunion-validation': (etude, _, exigence) => {
    const livrable = exigence.reunion?.livrable ?? exigence.livrable;
    const own = etude.etude.livrables?.find(({ id }) => id === livrable);
    const titre = `« ${own?.titre_court ?? own?.titre ?? livrable} »`;
    const held = tenues(etude, exigence).filter((one) => parleDe(one, livrable));
    if (held.length === 0) {
      const next = attendue(etude, (one) => decrite(exigence)(one) && parleDe(one, livrable));
      return next ?? { etat: 'manquante', motif: `Réunion sur ${titre} : pas encore tenue à cette date.` };
    }
    const validated = held.filter((one) => valide(one, livrable));
    const sentBack = held.findLast(({ decisions = [] }) =>
      decisions.some((decision) => decision.livrable === livrable && decision.statut === 'a-modifier'),
    );
    return parManque(
      1,
      validated.length > 0
        ? ''
        : sentBack
          ? `${titre} à modifier, demandé ${leJour(sentBack.date)}`
          : `${titre} pas encore validé`,
      validated.length > 0 ? `Réunion tenue, ${titre} validé` : 'Réunion tenue',
      exemple(validated.length > 0 ? validated : held, ({ length }) => length > 0),
    );
  },
  'decision-lancement': (etude, _, exigence) => {
    const { phase } = exigence;
    const lancent = (list: readonly DecisionPrise[]): DecisionPrise[] =>
      list.filter(({ decision }) => decision.lance === phase);
    const said = lancent(decisionsPrises(etude));
    // Without a kind of meeting in the contract, the rule of coherence tells a power that nothing shows; with one, another does not answer.
    const decided = exigence.reunion ? said.filter(({ reunion }) => lanceAvecCompetence(reunion, exigence)) : said;
    const [first] = decided;
    if (first)
      return parManque(
        1,
        '',
        `Décision ${citee(first)}`,
        exemple(
          decided.map(({ reunion }) => reunion),
          ({ length }) => length > 0,
        ),
      );
    const next = attendue(
      etude,
      (one) =>
        (exigence.reunion === undefined || lanceAvecCompetence(one, exigence)) &&
        one.ordre_du_jour.some((point) => point.lance === phase && porteeDe(point) === 'decide'),
    );
    const proposed = lancent(adoptees(etude, 'propose')).at(-1);
    const other = said.at(-1);
    const put = lancent(ajournees(etude)).at(-1);
    const putOff =
      !other && put && !(proposed && anterieur(put.reunion.date, proposed.reunion.date)) ? citee(put) : null;
    const told = other
      ? `Décision ${citee(other)}`
      : putOff
        ? `Décision ajournée ${putOff}`
        : proposed
          ? `Proposition ${citee(proposed)}`
          : '';
    if (next) return told === '' ? next : { ...next, motif: `${told}. ${next.motif}` };
    if (other) return { etat: 'partielle', motif: `${told} ; le contrat attend celle d’une autre sorte de réunion.` };
    const described = etude.projets.length > 0 || etude.mode_operatoire?.experimentation !== undefined;
    if (putOff) return { etat: proposed || described ? 'partielle' : 'manquante', motif: `${told}.` };
    if (proposed) return { etat: 'partielle', motif: `${told} ; aucune décision n’est écrite.` };
    return described
      ? { etat: 'partielle', motif: `Ce que « ${phase} » ferait est décrit ; aucune réunion n’en a décidé.` }
      : { etat: 'manquante', motif: `Aucune réunion n’a décidé de « ${phase} ».` };
  },
  'clause-ecrite': ({ mode_operatoire: mode, etude }, _, { mots = [] }) => {
    const written = [...(mode?.propriete_donnees ?? []), etude.marche?.propriete ?? ''].map(nu);
    const found = written.filter((text) => mots.some((mot) => text.includes(nu(mot))));
    return parManque(found.length, '', found.length ? 'La clause est écrite dans l’étude' : 'Rien n’en est écrit');
  },
} as const satisfies Partial<Record<RegleExigence, RegleConformite>>;
