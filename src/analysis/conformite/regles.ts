/** Every rule that measures a requirement, by the slug that `contrat.yaml` names in `regle`. */

import type { RegleExigence } from '../../study/contrat.js';
import { scenariosCompares } from '../../study/essais.js';
import type { Study } from '../../study/study.js';
import type { Fiche } from '../preuves.js';
import { type RegleConformite, surPreuves } from './regles-communes.js';
import { REGLES_DIAGNOSTIC } from './regles-diagnostic.js';
import { REGLES_EXPERIMENTATION } from './regles-experimentation.js';
import { REGLES_REUNIONS } from './regles-reunions.js';
import { REGLES_SCENARIOS } from './regles-scenarios.js';

type Preuve = (etude: Study) => readonly Fiche[];

const priorites: Preuve = ({ priorites: one }) => (one ? [one] : []);
const scenarios: Preuve = (etude) => scenariosCompares(etude.scenarios);
const projets: Preuve = (etude) => etude.projets;
const mode: Preuve = ({ mode_operatoire }) => (mode_operatoire ? [mode_operatoire] : []);

type RegleQuiCompte = keyof typeof REGLES_SCENARIOS | keyof typeof REGLES_EXPERIMENTATION;

/** The entries that the rules which only count or describe rest on; the other rules weigh their evidence themselves. */
const PREUVES: Readonly<Record<RegleQuiCompte, Preuve>> = {
  'priorites-definies': priorites,
  'territoire-pertinent': priorites,
  'nouvelle-entite': scenarios,
  'nombre-scenarios': scenarios,
  'modalites-confirmees': scenarios,
  'partenaires-listes': scenarios,
  'moyens-recenses': scenarios,
  'viabilite-mesuree': scenarios,
  'outils-chiffres': ({ scenarios: all, outils }) => {
    const used = new Set(all.flatMap((s) => (s.outils ?? []).map(({ outil }) => outil)));
    return outils.filter(({ id }) => used.has(id));
  },
  'mode-operatoire-complet': mode,
  'reseaux-inspirants': mode,
  'duree-experimentation': mode,
  'nombre-projets': projets,
  'fiche-par-projet': projets,
  'outils-ajustes': projets,
  'accompagnement-terrain': projets,
  'bilan-evaluatif': projets,
};

const seCompte = (slug: RegleExigence): slug is RegleQuiCompte => slug in PREUVES;

const REGLES: Readonly<Record<RegleExigence, RegleConformite>> = {
  ...REGLES_DIAGNOSTIC,
  ...REGLES_SCENARIOS,
  ...REGLES_EXPERIMENTATION,
  ...REGLES_REUNIONS,
};

/** Verdict of a rule: `complete` on entries that are not illustrative only. */
export function regleConformite(slug: RegleExigence): RegleConformite {
  const regle = REGLES[slug];
  if (!seCompte(slug)) return regle;
  const preuve = PREUVES[slug];
  return (etude, parties, exigence) => surPreuves(regle(etude, parties, exigence), preuve(etude));
}
