/** The rules that measure meetings, decisions and clauses: what the requirement itself names, no word of any contract. */
import { attenduDe, type Exigence, type RegleExigence } from '../../study/contrat.js';
import type { Study } from '../../study/study.js';
import { compte, majuscule } from '../../texte/accords.js';
import { manqueAuNombre, parManque, type RegleConformite } from './regles-communes.js';

/** Meetings held that a requirement describes. The study is already that of the date: a meeting to come is not in it. */
const tenues = ({ reunions }: Study, { reunion }: Exigence): Study['reunions'] =>
  reunions.filter((one) => {
    const { type, phase, etat } = one;
    return (
      type === reunion?.type &&
      (reunion.phase === undefined || phase === reunion.phase) &&
      etat !== 'annulee' &&
      etat !== 'prevue' &&
      (reunion.livrable === undefined || parleDe(one, reunion.livrable))
    );
  });

/** Whether a meeting had a deliverable before it: handed over, on its agenda, or decided upon. */
const parleDe = (
  { livrables = [], ordre_du_jour: points, decisions = [] }: Study['reunions'][number],
  id: string,
): boolean => livrables.includes(id) || [...points, ...decisions].some(({ livrable }) => livrable === id);

/** Whether a decision of a held meeting validates a deliverable. */
const valide = ({ decisions }: Study['reunions'][number], livrable: string): boolean =>
  (decisions ?? []).some((decision) => decision.livrable === livrable && decision.statut === 'valide');

const sansAccent = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export const REGLES_REUNIONS = {
  'reunion-tenue': (etude, _, exigence) => {
    const held = tenues(etude, exigence).length;
    return parManque(
      held,
      manqueAuNombre(held, attenduDe(exigence)),
      majuscule(compte(held, 'réunion tenue', 'réunions tenues', 'aucune réunion de cette sorte tenue à cette date')),
    );
  },
  'reunion-validation': (etude, _, exigence) => {
    const livrable = exigence.reunion?.livrable ?? exigence.livrable;
    const own = etude.etude.livrables?.find(({ id }) => id === livrable);
    const titre = `« ${own?.titre_court ?? own?.titre ?? livrable} »`;
    const held = tenues(etude, exigence).filter(({ livrables }) => (livrables ?? []).includes(livrable));
    if (held.length === 0) return { etat: 'manquante', motif: `Réunion sur ${titre} : pas encore tenue à cette date.` };
    return held.some((one) => valide(one, livrable))
      ? { etat: 'complete', motif: `Réunion tenue, ${titre} validé.` }
      : { etat: 'partielle', motif: `Réunion tenue, ${titre} pas encore validé.` };
  },
  'decision-lancement': ({ reunions, projets, mode_operatoire: mode }, _, { phase }) => {
    const decided = reunions.some(
      ({ etat, decisions }) => etat === 'tenue' && decisions?.some((d) => d.lance === phase && d.statut === 'valide'),
    );
    if (decided) return { etat: 'complete', motif: `Une réunion a lancé « ${phase} ».` };
    return projets.length > 0 || mode?.experimentation
      ? { etat: 'partielle', motif: `« ${phase} » est décrit ; aucune réunion ne l’a lancé.` }
      : { etat: 'manquante', motif: `Aucune réunion n’a lancé « ${phase} ».` };
  },
  'clause-ecrite': ({ mode_operatoire: mode, etude }, _, { mots = [] }) => {
    const written = [...(mode?.propriete_donnees ?? []), etude.marche?.propriete ?? ''].map(sansAccent);
    const found = written.filter((text) => mots.some((mot) => text.includes(sansAccent(mot))));
    return parManque(found.length, '', found.length ? 'La clause est écrite dans l’étude' : 'Rien n’en est écrit');
  },
} as const satisfies Partial<Record<RegleExigence, RegleConformite>>;
