/** The fourth pass: what a study must hold as a whole. One idea a rule. */
import type { Reporter } from '../reporter.js';
import type { Study } from '../study.js';
import { acteurIsole, contactSansConsentement } from './acteurs.js';
import { caractereSansDessin } from './caracteres.js';
import { effectifIncoherent, joursInverses, valeursContradictoires } from './coherence.js';
import {
  domaineSansAction,
  dureeExperimentation,
  experiencesRetenues,
  livrableSansDate,
  nombreProjets,
  nombreScenarios,
  poidsCriteres,
  poidsPriorites,
  porteursProjets,
  publicSansBesoin,
} from './contrat.js';
import { emprunts } from './emprunts.js';
import { ligneEnDouble } from './lignes.js';
import { nomEnDouble } from './noms.js';
import { paroles } from './paroles.js';
import { nomInconnu, rangInconnu, renvoiDuMode } from './renvois.js';
import type { Rule } from './rule.js';
import { sourceInutilisee, sourceManquante } from './sources.js';
import { decisionSansReunion, faitPosterieur, referencePerimee } from './temps.js';

const RULES: readonly Rule[] = [
  valeursContradictoires,
  joursInverses,
  effectifIncoherent,
  rangInconnu,
  renvoiDuMode,
  nomInconnu,
  nomEnDouble,
  ligneEnDouble,
  emprunts,
  paroles,
  acteurIsole,
  contactSansConsentement,
  sourceManquante,
  sourceInutilisee,
  faitPosterieur,
  referencePerimee,
  decisionSansReunion,
  experiencesRetenues,
  publicSansBesoin,
  domaineSansAction,
  nombreScenarios,
  nombreProjets,
  dureeExperimentation,
  porteursProjets,
  poidsCriteres,
  poidsPriorites,
  livrableSansDate,
  caractereSansDessin,
];

export function runRules(study: Study, report: Reporter): void {
  for (const rule of RULES) rule(study, report);
}
