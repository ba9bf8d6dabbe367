/** Contradictions of a study: what `atelier check` and `atelier status` tell, and the reserves that each document prints. */
import type { Study } from '../../study/study.js';
import { aLInfinitif } from '../../texte/infinitif.js';
import { guillemetsInterieurs } from '../../texte/typographie.js';
import type { Connu } from '../contexte.js';
import { comptesAu } from '../mode-operatoire/etat.js';
import { contexteCoherence } from './contexte.js';
import { rangDeLEcart } from './ecarts.js';
import { reposeSurLaSuite } from './faits-posterieurs.js';
import { fichesEcartees } from './fiches-ecartees.js';
import type { Contradiction, LivrableConcerne, RegleCoherence } from './regle.js';
import { REGLES_COHERENCE, REGLES_DU_CHOIX } from './regles/index.js';
import { auxTitresCourts } from './titres-courts.js';

/** What a rule found, and the reason for which the study sets it aside, if it does. */
export interface Constat extends Contradiction {
  regle: RegleCoherence;
  /** Rank in `etude.regles_ecartees`; −1 when the finding stands. */
  ecart: number;
  motif: string | null;
}

/** In the order of the rules, then in that in which each finds them. */
export function contradictionsDe(
  study: Study,
  regles: readonly RegleCoherence[] = REGLES_COHERENCE,
  connu?: Connu,
): Constat[] {
  const contexte = contexteCoherence(study, connu);
  const abreger = auxTitresCourts(study);
  return regles.flatMap((regle) =>
    regle.verifier(contexte).flatMap((found): Constat[] => {
      if (compareUnEssai(study, regle, found)) return [];
      const ecart = rangDeLEcart(study.etude.regles_ecartees ?? [], regle.code, [found.chemin, ...found.contre]);
      const motif = study.etude.regles_ecartees?.[ecart]?.motif ?? null;
      const [message, issue] = [guillemetsInterieurs(abreger(found.message)), guillemetsInterieurs(found.issue)];
      return [{ ...found, message, issue, regle, ecart, motif }];
    }),
  );
}

const scenariosNommes = ({ chemin, contre }: Contradiction): string[] =>
  [chemin, ...contre].flatMap((path) => /^scenarios\/([^/]+)/.exec(path)?.[1] ?? []);

/** Whether a finding sets a trial beside what is compared, or asks of it what is asked of a choice: it is lighter by its nature, and nobody chooses it. */
function compareUnEssai({ scenarios }: Study, regle: RegleCoherence, found: Contradiction): boolean {
  const trials = new Set(scenarios.flatMap(({ id, essai_de: tried }) => (tried === undefined ? [] : [id])));
  if (trials.size === 0 || regle.code === 'essai-choisi') return false;
  const named = scenariosNommes(found);
  if (!named.some((id) => trials.has(id))) return false;
  return named.some((id) => !trials.has(id)) || (REGLES_DU_CHOIX.has(regle) && found.chemin.startsWith('scenarios/'));
}

/** What one rule found, as a document prints it. */
export interface Reserve {
  /** Whether the one before it has the same title, which then is said once. */
  suite?: true;
  titre: string;
  /** French sentences, without capital: one a contradiction. */
  messages: string[];
  issue: string;
  /** Why the study sets the rule aside; null for a reserve that stands. */
  motif: string | null;
}

/** Deliverables that speak of the scenario retained alone. */
const DU_RETENU: ReadonlySet<string> = new Set<LivrableConcerne>(['mode-operatoire', 'fiches-projets', 'bilan']);

/** Whether a finding is about another scenario than the one of which a deliverable speaks. */
function dUnAutre(found: Contradiction, retenu: string | undefined): boolean {
  const named = scenariosNommes(found);
  return retenu !== undefined && named.length > 0 && !named.includes(retenu);
}

/** Deliverables that print what the evaluation says: no other speaks of it. */
const DE_L_EVALUATION: ReadonlySet<string> = new Set<LivrableConcerne>(['bilan', 'copil']);

/**
 * The reserves that a deliverable prints: what the rules that concern it find in the study as it is given, at the date of the deliverable, and nothing
 * of accounts closed later nor of what happened since.
 * `connu` gives the analyses that the deliverable has made; `scenario`, the one of which it speaks alone, that of the mode opératoire by default.
 * Grouped by rule; those set aside come last, with their reason.
 */
export function reserves(study: Study, livrable: string, connu?: Connu, scenario?: string): Reserve[] {
  const concerne = ({ livrables }: RegleCoherence): boolean => livrables.includes(livrable as LivrableConcerne);
  const groups = new Map<string, Reserve>();
  const seul = scenario ?? (DU_RETENU.has(livrable) ? study.mode_operatoire?.scenario : undefined);
  const { mode_operatoire: mode } = study;
  const known = mode && connu ? comptesAu(mode, connu.date) : mode;
  // The study itself where it is the same: what is computed of it once serves the rules.
  const vue = known === mode ? study : { ...study, mode_operatoire: known };
  for (const found of contradictionsDe(vue, REGLES_COHERENCE.filter(concerne), connu)) {
    if (dUnAutre(found, seul)) continue;
    if (!DE_L_EVALUATION.has(livrable) && found.chemin.startsWith('evaluation/')) continue;
    if (connu && reposeSurLaSuite(study, [found.chemin, ...found.contre], connu.date)) continue;
    const { regle, message, motif } = found;
    // A document is read by others than its author: what would lift it is said, not asked of them.
    const issue = aLInfinitif(found.issue);
    const key = JSON.stringify([regle.code, issue, motif]);
    const group = groups.get(key) ?? { titre: regle.titre, messages: [], issue, motif };
    // Lines that nothing tells apart in print (one receipt, a year each) say it once.
    if (!group.messages.includes(message)) group.messages.push(message);
    groups.set(key, group);
  }
  const all = [...groups.values()];
  const told = [
    ...all.filter(({ motif }) => motif === null),
    ...all.filter(({ motif }) => motif !== null),
    ...fichesEcartees(study, livrable).map((one) => ({ ...one, issue: '' })),
  ];
  return told.map((one, rank) => (one.titre === told[rank - 1]?.titre ? { ...one, suite: true } : one));
}
